//! Attestations 书面说明: what the suite cannot show from outside, and the step by which the secretariat comes to know it.
//!
//! `conformance/attestations.csv` has them. Where a vector or an HTTP case shows a requirement, there is no attestation
//! for it.

use thiserror::Error;
use tongzhou::text::Lang;

use crate::csv;

/// One attestation, for one or more requirements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// Its permanent id, `ATT-<NN>`.
    pub id: String,
    /// The requirements that it is for.
    pub requirements: Vec<String>,
    /// Why no test from outside shows them.
    pub why: Words,
    /// What the secretariat does.
    pub step: Words,
    /// What it asks for and keeps.
    pub evidence: Words,
}

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
}

/// A line of the file that is not of its form.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "conformance/attestations.csv, line {0}: wants an id ATT-NN, requirements, and why, step and evidence in both languages"
)]
pub struct AttestationFault(pub usize);

impl Words {
    /// In one language.
    pub fn in_lang(&self, lang: Lang) -> &str {
        if lang == Lang::ZhCn { &self.zh } else { &self.en }
    }
}

/// Those of `conformance/attestations.csv`.
///
/// # Errors
/// The first line that is not of its form.
pub fn shipped() -> Result<Vec<Attestation>, AttestationFault> {
    read(include_str!("../attestations.csv"))
}

fn read(text: &str) -> Result<Vec<Attestation>, AttestationFault> {
    (2..)
        .zip(text.lines().skip(1))
        .map(|(number, line)| attestation(line).ok_or(AttestationFault(number)))
        .collect()
}

fn attestation(line: &str) -> Option<Attestation> {
    let fields = csv::fields(line);
    let [id, requirements, why_en, why_zh, step_en, step_zh, evidence_en, evidence_zh] = fields.as_slice()
    else {
        return None;
    };
    let words = |en: &String, zh: &String| {
        (!en.is_empty() && !zh.is_empty()).then(|| Words { en: en.clone(), zh: zh.clone() })
    };
    let requirements: Vec<String> = requirements.split_whitespace().map(str::to_owned).collect();
    let number = id.strip_prefix("ATT-")?;
    let is_whole =
        number.len() == 2 && number.bytes().all(|digit| digit.is_ascii_digit()) && !requirements.is_empty();
    is_whole.then_some(())?;
    Some(Attestation {
        id: id.clone(),
        requirements,
        why: words(why_en, why_zh)?,
        step: words(step_en, step_zh)?,
        evidence: words(evidence_en, evidence_zh)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_why_what_is_done_and_what_is_kept_in_both_languages() {
        let good = "ATT-01,REQ-KEY-001 REQ-KEY-002,a,甲,b,乙,\"c, d\",丙";
        let one = attestation(good).unwrap();
        assert_eq!(one.requirements, ["REQ-KEY-001", "REQ-KEY-002"]);
        assert_eq!((one.evidence.in_lang(Lang::En), one.evidence.in_lang(Lang::ZhCn)), ("c, d", "丙"));
        for bad in [
            "ATT-1,REQ-KEY-001,a,甲,b,乙,c,丙",
            "ATT-01,,a,甲,b,乙,c,丙",
            "ATT-01,REQ-KEY-001,a,,b,乙,c,丙",
            "ATT-01,REQ-KEY-001,a,甲,b,乙,c",
            "ATT-01,REQ-KEY-001,a,甲,b,乙,c,丙,more",
        ] {
            assert_eq!(read(&format!("head\n{bad}\n")), Err(AttestationFault(2)), "{bad}");
        }
    }
}
