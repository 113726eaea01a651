//! What a rule is: data, with the check as one of its members.

use crate::{
    code::lists::{Ask, Severity},
    text::{Bilingual, Lang},
};

use super::kind::Check;

/// A rule of the standard.
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
    pub check: Check,
    /// At least one example that passes and one that fails.
    pub examples: &'static [Example],
}

/// The texts of a rule in one language. `{name}` in `message` stands for a parameter of the finding.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// In force.
    Stable,
    /// In force, to be removed; the version that said so.
    Deprecated(&'static str),
}

/// The first and last day on which a rule is in force, `YYYY-MM-DD`; open where absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// The first day.
    pub from: Option<&'static str>,
    /// The last day.
    pub until: Option<&'static str>,
}

/// The stages before the rules: a rule of theirs passes where the stage had something to do and found nothing.
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

    /// The area of the code, such as `RCP`.
    pub fn area(&self) -> &'static str {
        self.code.split('-').nth(1).unwrap_or_default()
    }
}

impl Validity {
    /// In force on every day.
    pub const ALWAYS: Self = Self { from: None, until: None };
}
