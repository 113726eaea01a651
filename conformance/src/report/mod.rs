//! Reports of the suite 一致性测试报告: what was asked of whom, what came of it, and whether it is enough.

mod compare;
mod counts;
mod html;
mod human;
mod junit;
mod known_failing;
mod read;

pub use compare::{Change, ChangeKind, Comparison};
pub use counts::Counts;
pub(crate) use html::CONTENT_SECURITY;
pub use known_failing::{KnownFailing, ListFault, MAX_EXCUSE_DAYS, Stale};
pub use read::{MAX_REPORT_BYTES, ReportFault};

use schemars::{JsonSchema, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tongzhou::{
    text::{Bilingual, Lang},
    value::{Date, Instant, OrganisationCode},
};

use crate::written;

/// The report of one run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Report {
    /// The version of the suite.
    pub suite: String,
    /// The version of the standard.
    pub standard: String,
    /// What was tested.
    pub target: Target,
    /// When the run ended; a report that does not tell is no ground for a certificate.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "written::optional")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub ran_at: Option<Instant>,
    /// Every check, in the order of the suite.
    pub checks: Vec<Check>,
}

/// What was tested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Target {
    /// In which way.
    pub kind: TargetKind,
    /// What it calls itself.
    pub name: String,
    /// Whose it is, by the unified social credit code in the member directory; an adapter tells none.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "written::optional")]
    #[schemars(with = "Option<String>")]
    pub organisation: Option<OrganisationCode>,
    /// Its version, as it tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// In which way something is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TargetKind {
    /// An implementation, through its adapter.
    Adapter,
    /// A live member, registry or evaluator, over HTTP.
    Node,
    /// Whoever asks registries, evaluators and other members, by the peers of the suite.
    Client,
}

/// One check and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Check {
    /// Its permanent id.
    pub id: String,
    /// The requirements that it shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<String>,
    /// What it is about, in English.
    pub cause: String,
    /// What it is about, in Chinese.
    pub cause_zh: String,
    /// What came of it.
    pub verdict: Verdict,
    /// Whether it counts: it is of the version of the standard that is tested, and not of a later one.
    pub scored: bool,
    /// Why it did not pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Of one that failed: who answers for that for the time being. It is still a failure, and shown as one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excuse: Option<Excuse>,
}

/// Why a failure does not turn a report red for now 已备案, from a list of known failures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Excuse {
    /// Who sees to it.
    pub owner: String,
    /// Why it fails, and what is done about it.
    pub reason: String,
    /// The last day on which it is excused.
    #[serde(with = "written")]
    #[schemars(with = "String", extend("format" = "date"))]
    pub expires: Date,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is as the standard says.
    Pass,
    /// It is not, for the stated reason.
    Fail,
    /// The target does not claim to do this.
    NotApplicable,
    /// The suite could not find out. Never a pass.
    CouldNotCheck,
}

/// Why a check did not pass, for its reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reason {
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
    /// What was expected, as the suite writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Value>,
    /// What came instead. All data is the suite's own, and made up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Value>,
}

/// Whether a report is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every scored check that applies passed, and there was one at least.
    Passed,
    /// The same but for failures that are excused for now.
    Excused,
    /// One failed.
    Failed,
    /// None failed, and one at least could not be made; or none was made at all.
    CouldNotCheck,
}

impl Verdict {
    /// In a word.
    pub fn title(self, lang: Lang) -> &'static str {
        let title = match self {
            Self::Pass => Bilingual { zh: "通过", en: "passed" },
            Self::Fail => Bilingual { zh: "不通过", en: "failed" },
            Self::NotApplicable => Bilingual { zh: "不适用", en: "not applicable" },
            Self::CouldNotCheck => Bilingual { zh: "无法检查", en: "could not check" },
        };
        title.in_lang(lang)
    }
}

impl Check {
    /// Whether it failed and somebody answers for that for now.
    pub fn is_excused(&self) -> bool {
        self.verdict == Verdict::Fail && self.excuse.is_some()
    }

    /// What came of it, in a few words.
    fn title(&self, lang: Lang) -> &'static str {
        let excused = Bilingual { zh: "不通过（已备案）", en: "failed, excused" };
        if self.is_excused() { excused.in_lang(lang) } else { self.verdict.title(lang) }
    }

    /// What it is about.
    fn about(&self, lang: Lang) -> &str {
        if lang == Lang::ZhCn { &self.cause_zh } else { &self.cause }
    }
}

impl Target {
    /// Its name and its version.
    pub(crate) fn told(&self) -> String {
        let version = self.version.as_deref().unwrap_or_default();
        format!("{} {version}", self.name).trim_end().to_owned()
    }
}

impl Reason {
    /// In both languages, with what was expected and what came, as far as a report has room for it.
    pub(crate) fn new(
        en: impl Into<String>,
        zh: impl Into<String>,
        expected: Option<Value>,
        found: Option<Value>,
    ) -> Self {
        Self { en: en.into(), zh: zh.into(), expected: expected.map(cut), found: found.map(cut) }
    }

    /// Words alone.
    pub(crate) fn words(en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self::new(en, zh, None, None)
    }

    /// Why, then what was expected and found, each under its name.
    fn told(&self, lang: Lang) -> (&str, impl Iterator<Item = (&'static str, String)>) {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let values = [(say("应为", "expected"), &self.expected), (say("实为", "found"), &self.found)];
        let values = values.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?.to_string())));
        (if lang == Lang::ZhCn { &self.zh } else { &self.en }, values)
    }
}

impl Report {
    /// Whether it is enough. Nothing that was not checked is.
    pub fn outcome(&self) -> Outcome {
        match self.scored() {
            Counts { fail: 1.., .. } => Outcome::Failed,
            Counts { could_not_check: 1.., .. } | Counts { pass: 0, .. } => Outcome::CouldNotCheck,
            Counts { excused: 1.., .. } => Outcome::Excused,
            _ => Outcome::Passed,
        }
    }

    /// How many of the checks that count came out how.
    pub fn scored(&self) -> Counts {
        Counts::of(self.checks.iter().filter(|check| check.scored))
    }
}

/// The schema of a report.
pub fn schema() -> serde_json::Value {
    schema_for!(Report).into()
}

/// A value as it is where it is short, and otherwise the beginning of its text and how long that is.
fn cut(value: Value) -> Value {
    let text = value.to_string();
    if text.len() <= MOST_OF_A_VALUE {
        return value;
    }
    let beginning = (0..=MOST_OF_A_VALUE).rev().find_map(|end| text.get(..end)).unwrap_or_default();
    Value::String(format!("{beginning}… (cut short 已截断: {} bytes)", text.len()))
}

/// A text as a terminal shows it, which it does not steer: reports come from others.
fn plain(text: &str) -> String {
    text.replace(char::is_control, "\u{FFFD}")
}

/// A text as far as a reader looks, by characters; all of it is in the JSON form.
fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A text as it stands in HTML and XML. Characters that XML has no room for are shown as such.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {
                out.push('\u{FFFD}')
            }
            letter => out.push(letter),
        }
    }
    out
}

/// The version of the suite.
pub const SUITE: &str = env!("CARGO_PKG_VERSION");
/// How many bytes of what was expected or came stand in a report, as JSON.
const MOST_OF_A_VALUE: usize = 8 << 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_cut_and_says_so() {
        let long = Value::String("长".repeat(100_000));
        let reason = Reason::new("en", "zh", Some(long.clone()), Some(long));
        for value in [reason.expected.unwrap(), reason.found.unwrap()] {
            let text = value.as_str().unwrap();
            assert!(
                text.len() < MOST_OF_A_VALUE + 100 && text.ends_with("… (cut short 已截断: 300002 bytes)")
            );
        }
        let short = Some(serde_json::json!({ "status": 200 }));
        assert_eq!(Reason::new("en", "zh", None, short.clone()).found, short);
    }
}
