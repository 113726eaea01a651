//! Reports of the suite 一致性测试报告: what was asked of whom, what came of it, and whether it is enough.

mod counts;
mod html;
mod human;
mod junit;

pub use counts::Counts;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tongzhou::text::{Bilingual, Lang};

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
    pub expected: Option<serde_json::Value>,
    /// What came instead. All data is the suite's own, and made up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<serde_json::Value>,
}

/// Whether a report is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every scored check that applies passed, and there was one at least.
    Passed,
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
    /// What it is about.
    fn about(&self, lang: Lang) -> &str {
        if lang == Lang::ZhCn { &self.cause_zh } else { &self.cause }
    }
}

impl Reason {
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
        let scored = Counts::of(self.checks.iter().filter(|check| check.scored));
        match scored {
            Counts { fail: 1.., .. } => Outcome::Failed,
            Counts { could_not_check: 1.., .. } | Counts { pass: 0, .. } => Outcome::CouldNotCheck,
            _ => Outcome::Passed,
        }
    }
}

/// A text as it stands in HTML and XML. Characters that XML has no room for are shown as such.
fn escaped(text: &str) -> String {
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
