//! What a rule says about one place: that something is wrong there, or that it could not be checked.
//!
//! ```
//! use tongzhou::{code::lists::Severity, text::Lang};
//!
//! # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
//! #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
//! #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
//! # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
//! # let checked = tongzhou::validate::document(document.as_bytes(), &options);
//! // `checked` is what the check of an application said that was created on 30 February.
//! let errors = checked.findings.iter().filter(|placed| placed.finding.rule.severity == Severity::Error);
//! for placed in errors {
//!     assert_eq!(placed.finding.rule.code, "TZ-APP-001");
//!     println!("{}", placed.finding.message(Lang::ZhCn));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::{
    code,
    model::Version,
    pointer::Pointer,
    rules::Rule,
    text::{Bilingual, Lang},
};

/// One thing to say about one place. It holds no word of the document: only the rule, the place and
/// [`Param`]s, whose type leaves no room for a personal value.
///
/// ```
/// use tongzhou::{finding::{FindingOutcome, Place}, pointer, text::Lang};
///
/// # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
/// #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
/// #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
/// # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
/// # let checked = tongzhou::validate::document(document.as_bytes(), &options);
/// let dates = |placed: &&tongzhou::report::PlacedFinding| placed.finding.rule.code == "TZ-APP-001";
/// let finding = &checked.findings.iter().find(dates).ok_or("nothing about dates")?.finding;
/// assert_eq!(finding.outcome, FindingOutcome::Fail);
/// assert_eq!(finding.at, Place::Value(pointer!["createdOn"]));
/// // What was written there is not told.
/// assert!(!finding.message(Lang::En).contains("02-30"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that speaks.
    pub rule: &'static Rule,
    /// Whether the rule failed here, or could not be checked.
    pub outcome: FindingOutcome,
    /// Which entry of the package, by its number in the case; absent for a document checked alone and for the
    /// package as a whole.
    pub entry: Option<usize>,
    /// The place in the entry.
    pub at: Place,
    /// What the placeholders of the rule's message stand for.
    pub params: Params,
}

/// The two outcomes that are worth a finding.
///
/// ```
/// use tongzhou::{finding::FindingOutcome, validate};
///
/// // Written for a version of the standard that is to come: not wrong, only beyond us.
/// let newer = br#"{"standard": "tongzhou", "standardVersion": "9.0", "documentType": "application"}"#;
/// let checked = validate::document(newer, &validate::Options::on("2026-10-01".parse()?));
/// assert_eq!(checked.findings[0].finding.outcome, FindingOutcome::CouldNotCheck);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingOutcome {
    /// The rule does not hold here.
    Fail,
    /// Whether the rule holds could not be found out.
    CouldNotCheck,
}

/// Where in an entry.
///
/// ```
/// use tongzhou::{finding::Place, validate};
///
/// // The text ends too early: there is no value to point at, only a byte.
/// let checked = validate::document(br#"{"standard": "#, &validate::Options::on("2026-10-01".parse()?));
/// assert!(matches!(checked.findings[0].finding.at, Place::Offset(_, 13)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// At a value of a JSON document.
    Value(Pointer),
    /// At the name of the member that a pointer ends with or, where a name is unknown, somewhere in the object:
    /// the pointer is shown, the offset gives line and column.
    Offset(Pointer, usize),
    /// The entry as a whole.
    Whole,
}

/// What a placeholder in a message may stand for. No variant can hold text from a document.
///
/// ```
/// use tongzhou::{finding::Param, text::{Bilingual, Lang}};
///
/// assert_eq!(Param::Count(3).say(Lang::En), "3");
/// assert_eq!(Param::Coded("urgency", "urgent").say(Lang::En), "Urgent");
/// let bill = Bilingual { zh: "医疗票据", en: "receipt" };
/// assert_eq!(Param::Titled(bill).say(Lang::ZhCn), "医疗票据");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Param {
    /// A count or a limit.
    Count(u64),
    /// A code, a member name or another word of the standard itself.
    Word(&'static str),
    /// A thing of the standard by what people call it.
    Titled(Bilingual),
    /// A code of a closed list, said by its title: the name of the list and the code.
    Coded(&'static str, &'static str),
    /// A codelist by its name as a version has it, with its codes where they are few enough to be read in a sentence.
    Listed(&'static str, Version),
    /// A day that the rule itself knows, such as the date of the check; never a date of the document.
    Day(crate::value::Date),
}

/// The parameters of one finding by the names of their placeholders.
///
/// ```
/// use tongzhou::{finding::{Param, Params}, validate};
///
/// // Papers are bounded, and the message says by how much.
/// let options = validate::Options::on("2026-10-01".parse()?);
/// let checked = validate::document(&vec![b' '; options.limits.document_bytes + 1], &options);
/// let params: &Params = &checked.findings[0].finding.params;
/// assert_eq!(*params, [("mebibytes", Param::Count(8))]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub type Params = Vec<(&'static str, Param)>;

impl Param {
    /// The parameter as people read it.
    pub fn say(self, lang: Lang) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Word(word) => word.to_owned(),
            Self::Titled(title) => title.in_lang(lang).to_owned(),
            Self::Coded(list, code) => code::list(list)
                .and_then(|list| list.row(code))
                .map_or_else(|| code.to_owned(), |row| row.title(lang).to_owned()),
            Self::Listed(list, version) => listed(list, version, lang),
            Self::Day(day) => day.to_string(),
        }
    }
}

/// A codelist with the codes of a version; of a long one, how to list them.
fn listed(name: &str, version: Version, lang: Lang) -> String {
    let codes: Vec<String> = code::list(name)
        .map(|list| list.rows())
        .unwrap_or_default()
        .iter()
        .filter(|row| version.includes(row.since()))
        .map(|row| match lang {
            Lang::ZhCn => format!("{} {}", row.code(), row.title(lang)),
            Lang::En => format!("{} = {}", row.code(), row.title(lang)),
        })
        .collect();
    match lang {
        Lang::ZhCn if (1..=FEW).contains(&codes.len()) => format!("{name} ({})", codes.join("；")),
        Lang::ZhCn => format!("{name} (用 tongzhou codes {name} 可列出)"),
        Lang::En if (1..=FEW).contains(&codes.len()) => format!("{name} ({})", codes.join("; ")),
        Lang::En => format!("{name} (tongzhou codes {name} shows it)"),
    }
}

impl Finding {
    /// The rule's message with its placeholders filled.
    pub fn message(&self, lang: Lang) -> String {
        let template = self.rule.words(lang).message;
        self.params.iter().fold(template.to_owned(), |message, (name, param)| {
            message.replace(&format!("{{{name}}}"), &param.say(lang))
        })
    }
}

impl From<&'static str> for Param {
    fn from(word: &'static str) -> Self {
        Self::Word(word)
    }
}

impl From<usize> for Param {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<u64> for Param {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Param {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

/// How many codes a sentence has room for.
const FEW: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_list_is_said_with_its_codes_and_a_long_one_by_how_to_see_them() {
        let said = |list, lang| Param::Listed(list, Version::LOWEST).say(lang);
        assert_eq!(said("rung", Lang::En).matches(" = ").count(), 3);
        assert!(said("sex", Lang::ZhCn).starts_with("sex (male 男；female 女；"));
        assert_eq!(
            said("treatment-stage", Lang::En),
            "treatment-stage (tongzhou codes treatment-stage shows it)"
        );
        assert_eq!(
            said("treatment-stage", Lang::ZhCn),
            "treatment-stage (用 tongzhou codes treatment-stage 可列出)"
        );
    }
}
