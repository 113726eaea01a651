//! A document that has passed every rule, with its bytes.

use std::fmt;

use crate::{
    code::lists::Severity,
    error::Error,
    finding::FindingOutcome,
    model::StandardDocument,
    report::place::PlacedFinding,
    validate::{self, Answer, Checked, Options},
};

/// A document that no rule finds an error in, and the bytes that say it.
///
/// ```
/// use tongzhou::{
///     build::Sound,
///     model::{Application, application::Child},
///     validate::Options,
///     value::Date,
/// };
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let child = Child::builder().name("测试童".parse()?).birth_date("2015-06-01".parse::<Date>()?.into()).build();
/// let application = Application::builder()
///     .application_id("0195d4a0-0000-7000-8000-000000000001".parse()?)
///     .created_on("2026-09-20".parse::<Date>()?.into())
///     .child(child)
///     .contacts([].into())
///     .illness("白血病".parse()?)
///     .consent_ids([].into())
///     .build();
/// let options = Options::on("2026-10-01".parse()?);
/// let sound = Sound::new(application, &options)?;
/// assert!(sound.bytes().starts_with(b"{"));
/// assert_eq!(sound.document().illness.as_str(), "白血病");
/// // Warnings and remarks do not keep it from being sound: here, what charities mostly ask for and is not there yet.
/// assert!(!sound.findings().is_empty());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Sound<D> {
    document: D,
    bytes: Vec<u8>,
    findings: Vec<PlacedFinding>,
}

/// What was to be written has errors, or could not be checked.
///
/// ```
/// use tongzhou::{build::Sound, model::Member, validate::Options};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let mut member: Member<'_> = serde_json::from_slice(shipped("member.json"))?;
/// member.valid_from = "2026-02-30T00:00:00Z".parse()?;
/// let unsound = Sound::new(member, &Options::on("2026-10-01".parse()?)).expect_err("there is no such day");
/// let wrong = &unsound.checked.findings[0];
/// assert_eq!(wrong.pointer.as_ref().map(|at| at.as_str()), Some("/validFrom"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Unsound {
    /// All that was found.
    pub checked: Box<Checked>,
}

impl<D: StandardDocument> Sound<D> {
    /// Holds the document against every rule that looks at one document alone. It declares the lowest version that can
    /// hold it, whatever it declared before.
    ///
    /// # Errors
    /// [`Unsound`] where a rule finds an error.
    pub fn new(mut document: D, options: &Options) -> Result<Self, Unsound> {
        document.declare_lowest_version();
        // Writing a document into memory cannot fail; were it to, what came out would be no document.
        let mut bytes = serde_json::to_vec_pretty(&document).unwrap_or_default();
        bytes.push(b'\n');
        let checked = Unsound::unless_sound(validate::document(&bytes, options))?;
        Ok(Self { document, bytes, findings: checked.findings })
    }

    /// The document.
    pub fn document(&self) -> &D {
        &self.document
    }

    /// The document as JSON text: the bytes to store, to send and to put into a package.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What there is to say all the same: warnings and remarks.
    pub fn findings(&self) -> &[PlacedFinding] {
        &self.findings
    }
}

impl Unsound {
    /// The outcome of a check, where it found no error.
    pub(super) fn unless_sound(checked: Checked) -> Result<Checked, Self> {
        match checked.answer() {
            Answer::Sound => Ok(checked),
            Answer::CouldNotCheck | Answer::Wrong => Err(Self { checked: Box::new(checked) }),
        }
    }
}

impl std::error::Error for Unsound {}

/// Short, since a program that gives its error back from `main` shows it so.
impl fmt::Debug for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unsound({self})")
    }
}

impl fmt::Display for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_error = |placed: &&PlacedFinding| placed.finding.rule.severity == Severity::Error;
        for (index, placed) in self.checked.findings.iter().filter(is_error).enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            let could_not = match placed.finding.outcome {
                FindingOutcome::Fail => "",
                FindingOutcome::CouldNotCheck => " could not be checked",
            };
            write!(f, "{separator}{}{could_not}", placed.finding.rule.code)?;
            if let Some(entry) = placed.entry {
                write!(f, " in {entry}")?;
            }
            let pointer = placed.pointer.as_ref().map(ToString::to_string).unwrap_or_default();
            if !pointer.is_empty() {
                write!(f, " at {pointer}")?;
            }
            write!(f, " ({})", placed.finding.rule.en.title)?;
        }
        Ok(())
    }
}

impl From<Unsound> for Error {
    fn from(found: Unsound) -> Self {
        Self::unsound(found)
    }
}
