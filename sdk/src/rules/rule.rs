//! What a rule is: data, with the check as one of its members.

use crate::{
    code::lists::{Ask, Severity},
    text::{Bilingual, Lang},
};

use super::kind::Check;

/// A rule of the standard.
///
/// ```
/// use tongzhou::{code::lists::{Ask, Severity}, rules, text::Lang};
///
/// let rule = rules::find("TZ-CHD-001").expect("a rule");
/// assert_eq!((rule.area(), rule.severity, rule.ask), ("CHD", Severity::Error, [Ask::Family].as_slice()));
/// assert_eq!(rule.requirements, ["REQ-IDN-001"]);
/// assert_eq!(rule.title().zh, rule.words(Lang::ZhCn).title);
/// assert_eq!(rule.stage(), None);
/// ```
#[derive(Debug)]
pub struct Rule {
    /// The permanent code, `TZ-<AREA>-<NNN>`. Never used again for another fault.
    pub code: &'static str,
    /// The fault in a few English words, kebab-case.
    pub slug: &'static str,
    /// The version of the standard that brought the rule.
    pub since: &'static str,
    /// Whether the rule is in force.
    pub status: Status,
    /// How much it matters. A rule has one severity for ever.
    pub severity: Severity,
    /// The requirements it enforces, `REQ-<AREA>-<NNN>`.
    pub requirements: &'static [&'static str],
    /// The days on which it is in force, by the date of the check.
    pub validity: Validity,
    /// Whom to ask when it fails, the likeliest first.
    pub ask: &'static [Ask],
    /// What it says, in Chinese.
    pub zh: Words,
    /// What it says, in English.
    pub en: Words,
    /// How it is checked.
    pub(crate) check: Check,
    /// At least one example that passes and one that fails.
    pub examples: &'static [Example],
}

/// The texts of a rule in one language. `{name}` in `message` stands for a parameter of the finding.
///
/// ```
/// use tongzhou::{rules, text::Lang};
///
/// let words = rules::find("TZ-CHD-001").expect("a rule").words(Lang::ZhCn);
/// assert_eq!(words.help, "请对照户口簿或身份证，逐位核对 18 位号码。");
/// ```
#[derive(Debug)]
pub struct Words {
    /// The rule in one line, as a heading.
    pub title: &'static str,
    /// What is wrong here, to the person who has the paper in hand.
    pub message: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do about it.
    pub help: &'static str,
}

/// Whether a rule is in force.
///
/// ```
/// use tongzhou::rules::{self, Status};
///
/// let going = rules::all().iter().filter(|rule| rule.status != Status::Stable);
/// for rule in going {
///     println!("{} is to be removed", rule.code);
/// }
/// # assert_eq!(rules::find("TZ-CHD-001").map(|rule| rule.status), Some(Status::Stable));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// In force.
    Stable,
    /// In force, to be removed; the version that said so.
    Deprecated(&'static str),
}

/// The first and last day on which a rule is in force, `YYYY-MM-DD`; open where absent.
///
/// ```
/// use tongzhou::rules::{self, Validity};
///
/// let rule = rules::find("TZ-CHD-001").expect("a rule");
/// assert_eq!(rule.validity, Validity::ALWAYS);
/// assert_eq!((rule.validity.from, rule.validity.until), (None, None));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// The first day.
    pub from: Option<&'static str>,
    /// The last day.
    pub until: Option<&'static str>,
}

/// The stages before the rules: a rule of theirs passes where the stage had something to do and found nothing.
///
/// ```
/// use tongzhou::{rules::Stage, validate};
///
/// let checked = validate::document(b"not JSON", &validate::Options::on("2026-10-01".parse()?));
/// assert_eq!(checked.findings[0].finding.rule.stage(), Some(Stage::Text));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Opening a sealed package.
    Seal,
    /// Judging the archive and its entries.
    Archive,
    /// Reading bytes as JSON.
    Text,
    /// Holding a document against its schema.
    Shape,
}

impl Stage {
    /// How many stages there are.
    pub(super) const COUNT: usize = Self::Shape as usize + 1;
}

/// One example of a rule: a change to a shipped case and what the rule then says.
///
/// ```
/// use tongzhou::rules::{self, Expect};
///
/// // What its page shows: a case that is as it should be, and one that is not.
/// let rule = rules::find("TZ-CHD-001").expect("a rule");
/// let [good, bad, ..] = rule.examples else { panic!("at least two") };
/// assert_eq!((good.case, good.expect), ("leukaemia", Expect::Pass));
/// assert_eq!(bad.expect, Expect::Fail("/child/identifiers/1/value"));
/// ```
#[derive(Debug)]
pub struct Example {
    /// The shipped case, by the name of its folder under `schema/v1.0/examples/`.
    pub case: &'static str,
    /// The entry that is changed, by its name in the package; for the archive's own bytes, `package`.
    pub entry: &'static str,
    /// What is changed.
    pub change: Change,
    /// What the rule says then.
    pub expect: Expect,
}

/// A change to an entry of a shipped case.
///
/// ```
/// use tongzhou::rules::{self, Change};
///
/// let rule = rules::find("TZ-CHD-001").expect("a rule");
/// let patches = rule.examples.iter().filter(|example| matches!(example.change, Change::Patch(_)));
/// assert!(patches.count() >= 1);
/// ```
#[derive(Debug)]
pub enum Change {
    /// None: the case as it is.
    None,
    /// A JSON Patch (RFC 6902), as text.
    Patch(&'static str),
    /// A named mutation of the bytes.
    Bytes(&'static str),
}

/// What a rule says about an example.
///
/// ```
/// use tongzhou::rules::{self, Expect};
///
/// let rule = rules::find("TZ-CHD-001").expect("a rule");
/// let fails = rule.examples.iter().filter(|example| matches!(example.expect, Expect::Fail(_)));
/// assert!(fails.count() >= 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expect {
    /// It holds.
    Pass,
    /// It has nothing to look at.
    NotApplicable,
    /// It fails at this pointer (empty for an entry as a whole) of the changed entry.
    Fail(&'static str),
    /// It fails at a pointer of another entry: the entry's name, then the pointer.
    FailIn(&'static str, &'static str),
    /// It cannot be checked at this pointer of the changed entry.
    CouldNotCheck(&'static str),
}

impl Rule {
    /// The texts in one language.
    pub const fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::ZhCn => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The title in both languages.
    pub const fn title(&self) -> Bilingual {
        Bilingual { zh: self.zh.title, en: self.en.title }
    }

    /// The stage before the rules that finds it; absent where documents were read and are looked at.
    pub const fn stage(&self) -> Option<Stage> {
        if let Check::Stage(stage) = self.check { Some(stage) } else { None }
    }

    /// The area of the code, such as `RCP`.
    pub fn area(&self) -> &'static str {
        self.code.split('-').nth(1).unwrap_or_default()
    }
}

impl Validity {
    /// In force on every day.
    pub const ALWAYS: Self = Self { from: None, until: None };
}
