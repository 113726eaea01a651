//! The requirements of the standard, read from its text: the pages of `docs/spec/`.
//!
//! A requirement is a list item of two lines, English and then Chinese, under one id:
//!
//! ```text
//! - **[REQ-RCP-007]** The total MUST equal the sum of the items.
//!   **[REQ-RCP-007]** 合计金额必须等于各项目之和。
//!   *Untested:* why nothing can check it / 无法检查的原因
//!   *Source:* the law or standard behind it
//! ```
//!
//! The last two are optional. Whatever looks like a requirement and cannot be read is a [`Fault`], never left out
//! in silence.

use std::{collections::BTreeMap, fmt};

/// One requirement, 要求.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Its permanent id, `REQ-<AREA>-<NNN>`.
    pub id: String,
    /// The page that says it, by file name.
    pub page: String,
    /// The line of the page, counted from 1.
    pub line: usize,
    /// How binding it is.
    pub level: Level,
    /// The sentence in English.
    pub en: String,
    /// The sentence in Chinese.
    pub zh: String,
    /// Why nothing checks it, where nothing can.
    pub untested: Option<String>,
}

/// How binding a requirement is, by RFC 2119 and the Chinese words that stand for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// MUST, 必须.
    Must,
    /// MUST NOT, 不得.
    MustNot,
    /// SHOULD, 应当.
    Should,
    /// SHOULD NOT, 不应.
    ShouldNot,
    /// MAY, 可以.
    May,
}

/// Something in a page that should be a requirement and is not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("docs/spec/{page}:{line}: {kind}")]
pub struct Fault {
    /// The page, by file name.
    pub page: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with a requirement.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// The id has another form.
    #[error("an id that is not REQ-<AREA>-<NNN>")]
    Id,
    /// The id stands twice.
    #[error("{0} is used twice")]
    Twice(String),
    /// The Chinese line is missing, or carries another id.
    #[error("{0} has no Chinese line under the same id")]
    NoChinese(String),
    /// A Chinese line or a note belongs to no requirement.
    #[error("a line of a requirement that does not follow one")]
    Stray,
    /// A note is neither `*Untested:*` nor `*Source:*`.
    #[error("a note that is neither Untested nor Source")]
    Note,
    /// The English sentence has no keyword, or two of different levels.
    #[error("{0} does not say exactly one of MUST, MUST NOT, SHOULD, SHOULD NOT, MAY")]
    EnglishLevel(String),
    /// The Chinese sentence is not as binding as the English one.
    #[error("{0} does not say in Chinese (必须 不得 应当 不应 可以) what it says in English")]
    ChineseLevel(String),
}

/// The requirements of all pages, and what could not be read. `pages` are file names and texts.
pub fn read<'p>(pages: impl IntoIterator<Item = (&'p str, &'p str)>) -> (Vec<Requirement>, Vec<Fault>) {
    let mut requirements = Vec::new();
    let mut faults = Vec::new();
    for (page, text) in pages {
        read_page(page, text, &mut requirements, &mut faults);
    }
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, requirement) in requirements.iter().enumerate() {
        if *first.entry(&requirement.id).or_insert(index) != index {
            faults.push(Fault {
                page: requirement.page.clone(),
                line: requirement.line,
                kind: FaultKind::Twice(requirement.id.clone()),
            });
        }
    }
    requirements.sort_by(|one, other| one.id.cmp(&other.id));
    (requirements, faults)
}

/// Whether `text` has the form of a requirement's id.
pub fn is_id(text: &str) -> bool {
    let mut parts = text.split('-');
    parts.next() == Some("REQ")
        && parts.next().is_some_and(|area| area.len() == 3 && area.bytes().all(|b| b.is_ascii_uppercase()))
        && parts.next().is_some_and(|number| number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit()))
        && parts.next().is_none()
}

impl Level {
    /// The keyword in English.
    pub const fn keyword(self) -> &'static str {
        match self {
            Self::Must => "MUST",
            Self::MustNot => "MUST NOT",
            Self::Should => "SHOULD",
            Self::ShouldNot => "SHOULD NOT",
            Self::May => "MAY",
        }
    }

    /// The level of a keyword.
    pub fn of_keyword(keyword: &str) -> Option<Self> {
        let all = [Self::Must, Self::MustNot, Self::Should, Self::ShouldNot, Self::May];
        all.into_iter().find(|level| level.keyword() == keyword)
    }

    /// Whether it is a MUST or a MUST NOT.
    pub const fn is_must(self) -> bool {
        matches!(self, Self::Must | Self::MustNot)
    }

    /// Whether something has to show that it is kept, or a reason say why nothing does.
    pub const fn needs_cover(self) -> bool {
        !matches!(self, Self::May)
    }

    /// The level of an English sentence that has exactly one.
    fn of_english(sentence: &str) -> Option<Self> {
        let words: Vec<&str> =
            sentence.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()).collect();
        let mut levels = words.iter().enumerate().filter_map(|(index, word)| {
            let negated = words.get(index + 1) == Some(&"NOT");
            match (*word, negated) {
                ("MUST", false) => Some(Self::Must),
                ("MUST", true) => Some(Self::MustNot),
                ("SHOULD", false) => Some(Self::Should),
                ("SHOULD", true) => Some(Self::ShouldNot),
                ("MAY", _) => Some(Self::May),
                _ => None,
            }
        });
        let level = levels.next()?;
        levels.all(|other| other == level).then_some(level)
    }

    /// Whether a Chinese sentence binds as much. 必须 and 不得 bind alike: one language may forbid what the
    /// other demands the contrary of.
    fn is_said_in(self, chinese: &str) -> bool {
        let says = |words: &[&str]| words.iter().any(|word| chinese.contains(word));
        let (must, should) = (says(&["必须", "不得"]), says(&["应当", "不应"]));
        match self {
            Self::Must | Self::MustNot => must && !should,
            Self::Should | Self::ShouldNot => should && !must,
            Self::May => chinese.contains("可以") && !must && !should,
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.keyword())
    }
}

/// A requirement of which not all lines are read yet.
struct Item {
    id: String,
    line: usize,
    en: String,
    zh: Option<String>,
    untested: Option<String>,
    last: Last,
}

/// Which text a line without a mark of its own continues.
#[derive(Clone, Copy)]
enum Last {
    English,
    Chinese,
    Untested,
    Source,
}

fn read_page(page: &str, text: &str, requirements: &mut Vec<Requirement>, faults: &mut Vec<Fault>) {
    let mut item: Option<Item> = None;
    let mut fenced = false;
    for (number, line) in text.lines().enumerate().map(|(index, line)| (index + 1, line)) {
        let body = line.trim();
        if body.starts_with("```") {
            fenced = !fenced;
        }
        let mut fault = |kind| faults.push(Fault { page: page.to_owned(), line: number, kind });
        let indented = line.starts_with("  ");
        if !fenced && body.starts_with("- **[") {
            conclude(item.take(), page, requirements, faults);
            item = match marked(body.trim_start_matches("- ")) {
                Some((id, en)) => Some(Item::new(id, number, en)),
                None => {
                    faults.push(Fault { page: page.to_owned(), line: number, kind: FaultKind::Id });
                    None
                }
            };
        } else if !fenced && body.starts_with("**[") {
            match (&mut item, marked(body)) {
                (Some(item), Some((id, zh))) if item.id == id && item.zh.is_none() => {
                    item.zh = Some(zh.to_owned());
                    item.last = Last::Chinese;
                }
                _ => fault(FaultKind::Stray),
            }
        } else if let Some(open) = item.as_mut().filter(|_| !fenced && indented && !body.is_empty()) {
            if let Some(kind) = open.take_line(body) {
                fault(kind);
            }
        } else {
            conclude(item.take(), page, requirements, faults);
        }
    }
    conclude(item, page, requirements, faults);
}

/// The id and the sentence of a line that begins with `**[REQ-…]**`.
fn marked(line: &str) -> Option<(&str, &str)> {
    let (id, sentence) = line.strip_prefix("**[")?.split_once("]**")?;
    is_id(id).then_some((id, sentence.trim()))
}

impl Item {
    fn new(id: &str, line: usize, en: &str) -> Self {
        let (id, en) = (id.to_owned(), en.to_owned());
        Self { id, line, en, zh: None, untested: None, last: Last::English }
    }

    /// Takes a line that begins with no id: a note, or more of the text before it.
    fn take_line(&mut self, body: &str) -> Option<FaultKind> {
        if let Some(reason) = body.strip_prefix("*Untested:*") {
            self.untested = Some(reason.trim().to_owned());
            self.last = Last::Untested;
        } else if body.starts_with("*Source:*") {
            self.last = Last::Source;
        } else if body.starts_with('*') && !body.starts_with("**") {
            return Some(FaultKind::Note);
        } else {
            match (self.last, &mut self.zh, &mut self.untested) {
                (Last::English, ..) => self.en.extend([" ", body]),
                (Last::Chinese, Some(zh), _) => zh.push_str(body),
                (Last::Untested, _, Some(reason)) => reason.extend([" ", body]),
                (Last::Chinese | Last::Untested | Last::Source, ..) => {}
            }
        }
        None
    }
}

/// Adds a requirement whose lines are all read.
fn conclude(item: Option<Item>, page: &str, requirements: &mut Vec<Requirement>, faults: &mut Vec<Fault>) {
    let Some(Item { id, line, en, zh, untested, .. }) = item else { return };
    let mut fault = |kind| faults.push(Fault { page: page.to_owned(), line, kind });
    let Some(zh) = zh else { return fault(FaultKind::NoChinese(id)) };
    let Some(level) = Level::of_english(&en) else { return fault(FaultKind::EnglishLevel(id)) };
    if !level.is_said_in(&zh) {
        return fault(FaultKind::ChineseLevel(id));
    }
    let untested = untested.filter(|reason| !reason.is_empty());
    requirements.push(Requirement { id, page: page.to_owned(), line, level, en, zh, untested });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<FaultKind> {
        read([("page.md", text)]).1.into_iter().map(|fault| fault.kind).collect()
    }

    #[test]
    fn two_lines_under_one_id_are_a_requirement() {
        let text =
            "# Page\n\n- **[REQ-RCP-007]** The total MUST be right.\n  **[REQ-RCP-007]** 合计必须正确。\n";
        let (requirements, faults) = read([("receipts.md", text)]);
        assert_eq!(faults, []);
        let [one] = requirements.as_slice() else { panic!("one requirement") };
        assert_eq!((one.id.as_str(), one.page.as_str(), one.line), ("REQ-RCP-007", "receipts.md", 3));
        assert_eq!((one.level, one.untested.as_deref()), (Level::Must, None));
        assert_eq!((one.en.as_str(), one.zh.as_str()), ("The total MUST be right.", "合计必须正确。"));
    }

    #[test]
    fn lines_may_be_wrapped_and_notes_follow() {
        let text = "- **[REQ-CNS-001]** A reader\n  SHOULD NOT tell.\n  **[REQ-CNS-001]** 读取方\n  不应透露。\n  \
                    *Source:* 慈善法\n  *Untested:* nobody can see it\n  / 看不到\n";
        let (requirements, faults) = read([("consents.md", text)]);
        assert_eq!(faults, []);
        assert_eq!(requirements[0].en, "A reader SHOULD NOT tell.");
        assert_eq!(requirements[0].zh, "读取方不应透露。");
        assert_eq!(requirements[0].level, Level::ShouldNot);
        assert_eq!(requirements[0].untested.as_deref(), Some("nobody can see it / 看不到"));
    }

    #[test]
    fn what_stands_in_a_fence_is_an_example() {
        let text = "```\n- **[REQ-RCP-001]** no level\n```\n";
        assert_eq!(read([("page.md", text)]), (vec![], vec![]));
    }

    #[test]
    fn an_id_stands_once_in_all_pages() {
        let text = "- **[REQ-RCP-001]** It MUST.\n  **[REQ-RCP-001]** 必须。\n";
        let (_, faults) = read([("a.md", text), ("b.md", text)]);
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].to_string(), "docs/spec/b.md:1: REQ-RCP-001 is used twice");
    }

    #[test]
    fn a_sentence_has_both_languages_at_one_level() {
        let id = || "REQ-RCP-001".to_owned();
        let of = |en: &str, zh: &str| kinds(&format!("- **[REQ-RCP-001]** {en}\n  **[REQ-RCP-001]** {zh}\n"));
        assert_eq!(of("It MUST be so.", "应当如此。"), [FaultKind::ChineseLevel(id())]);
        assert_eq!(of("It MAY be so.", "必须如此。"), [FaultKind::ChineseLevel(id())]);
        assert_eq!(of("It is so.", "必须如此。"), [FaultKind::EnglishLevel(id())]);
        assert_eq!(of("It MUST be, and MAY stay so.", "必须如此。"), [FaultKind::EnglishLevel(id())]);
        assert_eq!(of("It MUST be at least one.", "不得少于一。"), []);
        assert_eq!(of("It MAY be so.", "可以如此。"), []);
        assert_eq!(kinds("- **[REQ-RCP-001]** It MUST.\n"), [FaultKind::NoChinese(id())]);
    }

    #[test]
    fn what_only_looks_like_a_requirement_is_said() {
        assert_eq!(kinds("- **[REQ-RC-1]** It MUST.\n"), [FaultKind::Id]);
        assert_eq!(kinds("  **[REQ-RCP-001]** 必须。\n"), [FaultKind::Stray]);
        let note = "- **[REQ-RCP-001]** It MUST.\n  **[REQ-RCP-001]** 必须。\n  *Tested:* no\n";
        assert_eq!(kinds(note), [FaultKind::Note]);
    }
}
