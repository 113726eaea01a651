//! The check, from bytes to verdict: the one place that knows every stage.
//!
//! `bytes → package → parse → structure → rules → places`. Each stage hands what it could read to the next and
//! adds findings; what could not be read is said and left out, the rest is still checked. The way to "yes" is
//! one typed pass over borrowed bytes: schemas, explanations and places are worked out only where something is
//! to be said.
//!
//! ```
//! use tongzhou::validate::{self, Answer, Options};
//!
//! # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
//! let options = Options::on("2026-10-01".parse()?);
//! let checked = validate::package(std::io::Cursor::new(shipped("emergency.tzpkg")), &options)?;
//! assert_eq!(checked.answer(), Answer::Sound);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod content;
mod signed;

use std::io::{Read, Seek, SeekFrom, Write};

use crate::{
    code::lists::{DocumentType, InputKind, Rung, Severity, SignedMark},
    delivery::Signatory,
    directory::Directory,
    error::Error,
    fault,
    finding::{Finding, FindingOutcome},
    limits::Limits,
    model::Typed,
    package::{
        archive::{self, Archive},
        digest::Measured,
        fault::OpenError,
        name::EntryName,
    },
    paper::Inspection,
    report::{
        place::{PlacedFinding, place},
        title,
    },
    rules::{self, Case, Entry, Outcomes, SignatureFile, Stage},
    sealing::{Identity, Opened, SealFault, UnsealError, is_sealed},
    signing::{Jws, Subject},
    structure,
    value::Date,
};

use self::content::Content;

/// What a check is told beside the bytes.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use tongzhou::{clock, validate::Options};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// # let identities = [tongzhou::sealing::Identity::generate()];
/// // By a day that is chosen, so that the same report comes out again, or by a clock.
/// let options = Options::on("2026-10-01".parse()?).with_directory(&members).with_identities(&identities);
/// assert!(options.directory.is_some());
/// let now = clock::instant(UNIX_EPOCH + Duration::from_secs(1_790_841_600))?;
/// assert_eq!(Options::on(now.china_date()).as_of, options.as_of);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Options<'o> {
    /// The day on which validity, ages and time limits are judged: for what came in today, the
    /// [day in China](crate::value::Instant::china_date) of [`clock::instant`](crate::clock::instant).
    pub as_of: Date,
    /// How much is read before the answer is no.
    pub limits: Limits,
    /// The members by whom signatures are known; without it signatures are not checked.
    pub directory: Option<&'o Directory>,
    /// The keys with which a sealed package is opened.
    pub identities: &'o [Identity],
}

/// What a check found.
///
/// ```
/// use tongzhou::{code::lists::{Rung, Severity}, validate::Answer};
///
/// # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
/// #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
/// #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
/// # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
/// # let checked = tongzhou::validate::document(document.as_bytes(), &options);
/// assert_eq!(checked.answer(), Answer::Wrong);
/// assert_eq!(checked.rung, Some(Rung::Structured));
/// let errors = checked.findings.iter().filter(|placed| placed.finding.rule.severity == Severity::Error);
/// let rules: Vec<&str> = errors.map(|placed| placed.finding.rule.code).collect();
/// assert_eq!(rules, ["TZ-APP-001"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Checked {
    /// A package or a document.
    pub kind: InputKind,
    /// The type of the document, or of the one from which the package is read; absent where it cannot be known.
    pub document_type: Option<DocumentType>,
    /// The day by which it was judged.
    pub as_of: Date,
    /// The highest rung reached; none where the input could not be read.
    pub rung: Option<Rung>,
    /// What is known of signatures.
    pub signed: SignedMark,
    /// Who signed, where the mark says that it is signed.
    pub signers: Vec<Signatory>,
    /// The outcome of every rule.
    pub outcomes: Outcomes,
    /// What there is to say, by place and code.
    pub findings: Vec<PlacedFinding>,
}

/// The answer in one word, as exit codes give it.
///
/// ```
/// use tongzhou::validate::{self, Answer, Options};
///
/// let options = Options::on("2026-10-01".parse()?);
/// let newer = br#"{"standard": "tongzhou", "standardVersion": "9.0", "documentType": "application"}"#;
/// // Never the same as sound, and never the same as wrong.
/// assert_eq!(validate::document(newer, &options).answer(), Answer::CouldNotCheck);
/// // The worst of several is the answer to all.
/// assert_eq!([Answer::Sound, Answer::Wrong, Answer::CouldNotCheck].into_iter().max(), Some(Answer::Wrong));
/// # Ok::<(), tongzhou::value::date::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// No error was found, and everything could be checked.
    Sound,
    /// No error was found, but something that matters could not be checked.
    CouldNotCheck,
    /// The input is wrong.
    Wrong,
}

impl<'o> Options<'o> {
    /// The standard's limits, and validity judged on the day `as_of`; no directory and no keys. The same bytes judged
    /// on the same day get the same report, whenever that is done.
    pub fn on(as_of: Date) -> Self {
        Self { as_of, limits: Limits::default(), directory: None, identities: &[] }
    }

    /// The same, with signatures checked by `directory`.
    #[must_use]
    pub fn with_directory(self, directory: &'o Directory) -> Self {
        Self { directory: Some(directory), ..self }
    }

    /// The same, with sealed packages opened by `identities`.
    #[must_use]
    pub fn with_identities(self, identities: &'o [Identity]) -> Self {
        Self { identities, ..self }
    }
}

impl Checked {
    /// Says of every place that its line is `line`: for a document that is one line of a file.
    ///
    /// ```
    /// # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
    /// #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
    /// #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
    /// # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
    /// # let checked = tongzhou::validate::document(document.as_bytes(), &options);
    /// let mut checked = checked;
    /// // The document was the seventh line of a file.
    /// checked.move_to_line(7);
    /// assert_eq!(checked.findings[0].position.map(|at| at.line), Some(7));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn move_to_line(&mut self, line: usize) {
        for position in self.findings.iter_mut().filter_map(|placed| placed.position.as_mut()) {
            position.line = line;
        }
    }

    /// The answer in one word.
    pub fn answer(&self) -> Answer {
        let errors = || self.findings.iter().filter(|placed| placed.finding.rule.severity == Severity::Error);
        if errors().any(|placed| placed.finding.outcome == FindingOutcome::Fail) {
            Answer::Wrong
        } else if errors().next().is_some() {
            Answer::CouldNotCheck
        } else {
            Answer::Sound
        }
    }
}

/// Checks one JSON document of the standard.
///
/// ```
/// use tongzhou::validate::{self, Answer, Options};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let options = Options::on("2026-10-01".parse()?);
/// let checked = validate::document(shipped("programme.json"), &options);
/// assert_eq!(checked.answer(), Answer::Sound);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn document(bytes: &[u8], options: &Options<'_>) -> Checked {
    let mut check = Check::new(InputKind::Document, options);
    let mut case = Case::new(options.as_of);
    // What has not its shape still says what it is meant to be.
    let declared = || std::str::from_utf8(bytes).ok().and_then(title::declared);
    check.document_type = check.read(bytes, None, &mut case).or_else(declared);
    check.conclude(&case, &[Some(bytes)])
}

/// Checks one package, sealed or not.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{code::lists::SignedMark, validate::{self, Options}};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let options = Options::on("2026-10-01".parse()?).with_directory(&members);
/// let checked = validate::package(Cursor::new(shipped("emergency.tzpkg")), &options)?;
/// assert_eq!(checked.signed, SignedMark::NotSigned);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Only where `source` itself fails; whatever is wrong with the package is a finding.
pub fn package<R: Read + Seek>(mut source: R, options: &Options<'_>) -> Result<Checked, Error> {
    let mut check = Check::new(InputKind::Package, options);
    let mut case = Case::new(options.as_of);
    if !begins_sealed(&mut source).map_err(Error::read)? {
        return check.archive(source, case);
    }
    case.delivery.sealed = true;
    let refusal = match options.identities {
        [] => structure::sealed_without_key(),
        identities => match Opened::open(source, identities) {
            Ok(opened) => return check.archive(opened, case),
            Err(UnsealError::Io(error)) => return Err(Error::read(error)),
            Err(UnsealError::Refused(fault)) => structure::seal_refused(fault),
        },
    };
    check.refuse(refusal);
    Ok(check.conclude(&case, &[]))
}

/// Checks what a package would hold, before there is an archive: each entry's name and content.
///
/// ```
/// use tongzhou::{pack::{self, Plan, WorkingFolder}, validate::{self, Answer, Options}};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let case = |name: &str| {
/// #     let start = format!("{name}/");
/// #     let within = |file: &str| file.strip_prefix(start.as_str()).map(str::to_owned);
/// #     let files = tongzhou_schema::EXAMPLES.iter().filter_map(|(file, bytes)| Some((within(file)?, bytes.to_vec())));
/// #     files.collect::<Vec<_>>()
/// # };
/// let plan = Plan::of(&WorkingFolder::of_files(case("emergency")), &pack::Options::default())?;
/// // Before a file is written.
/// let checked = validate::contents(&plan.contents()?, &Options::on("2026-10-01".parse()?));
/// assert_eq!(checked.answer(), Answer::Sound);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn contents(entries: &[(EntryName, Vec<u8>)], options: &Options<'_>) -> Checked {
    let mut check = Check::new(InputKind::Package, options);
    let mut case = Case::new(options.as_of);
    case.is_package = true;
    let mut entries: Vec<_> = entries.iter().collect();
    entries.sort_by_key(|(name, _)| *name);
    let mut contents = Vec::with_capacity(entries.len());
    for (name, bytes) in entries {
        let mut content = Content::of(*name);
        // Writing into memory cannot fail.
        let _ = content.write_all(bytes);
        let measured = Measured::of(bytes);
        contents.push(check.note(*name, measured.size, measured.sha256, content, &mut case));
    }
    check.read_all(&contents, case)
}

/// Checks what a package would hold, where its papers were measured and looked at already: nothing is read again.
pub(crate) fn planned(mut entries: Vec<Planned>, options: &Options<'_>) -> Checked {
    let check = Check::new(InputKind::Package, options);
    let mut case = Case::new(options.as_of);
    case.is_package = true;
    entries.sort_by_key(|entry| entry.name);
    let mut contents = Vec::with_capacity(entries.len());
    for Planned { name, measured, content } in entries {
        let (json, paper) = match content {
            PlannedContent::Json(bytes) => (Some(bytes), None),
            PlannedContent::Paper(inspection) => (None, Some(inspection)),
        };
        case.entries.push(Entry {
            name,
            size: measured.size,
            sha256: measured.sha256,
            structured: paper.is_some(),
            paper,
        });
        contents.push(json);
    }
    check.read_all(&contents, case)
}

/// An entry of a package that is to be written.
pub(crate) struct Planned {
    pub(crate) name: EntryName,
    pub(crate) measured: Measured,
    pub(crate) content: PlannedContent,
}

/// What an entry of a package that is to be written holds.
pub(crate) enum PlannedContent {
    /// A document.
    Json(Vec<u8>),
    /// A paper, as it was seen when it was measured.
    Paper(Inspection),
}

/// Whether the source begins as a sealed file does; it is then at its beginning again.
fn begins_sealed(source: &mut (impl Read + Seek)) -> std::io::Result<bool> {
    let mut beginning = Vec::new();
    source.by_ref().take(BEGINNING).read_to_end(&mut beginning)?;
    source.seek(SeekFrom::Start(0))?;
    Ok(is_sealed(&beginning))
}

/// A check under way.
struct Check<'o> {
    options: &'o Options<'o>,
    kind: InputKind,
    document_type: Option<DocumentType>,
    readable: bool,
    structured: bool,
    findings: Vec<Finding>,
}

impl<'o> Check<'o> {
    fn new(kind: InputKind, options: &'o Options<'o>) -> Self {
        Self { options, kind, document_type: None, readable: true, structured: true, findings: Vec::new() }
    }

    /// Judges the archive, reads what is in it, and concludes.
    fn archive<R: Read + Seek>(mut self, source: R, mut case: Case<'_>) -> Result<Checked, Error> {
        let mut archive = match Archive::open(source, &self.options.limits.package) {
            Ok(archive) => archive,
            Err(error) => {
                self.refuse_entry(error, None)?;
                return Ok(self.conclude(&case, &[]));
            }
        };
        case.is_package = true;
        let contents = self.unpack(&mut archive, &mut case)?;
        Ok(self.read_all(&contents, case))
    }

    /// The archive, or an entry of it, cannot be read: a finding, unless the source itself failed.
    fn refuse_entry(&mut self, error: OpenError, entry: Option<usize>) -> Result<(), Error> {
        let limits = &self.options.limits.package;
        self.refuse(match error {
            OpenError::Refused(fault) => structure::archive_refused(fault, entry, limits),
            OpenError::Io(error) => match SealFault::of(&error) {
                Some(fault) => structure::seal_refused(fault),
                None => return Err(Error::read(error)),
            },
        });
        Ok(())
    }

    /// Something cannot be read at all.
    fn refuse(&mut self, finding: Finding) {
        self.readable = false;
        self.structured = false;
        self.findings.push(finding);
    }

    /// Reads every entry once: JSON is kept, papers are measured and looked at as they go by.
    fn unpack<R: Read + Seek>(
        &mut self,
        archive: &mut Archive<R>,
        case: &mut Case<'_>,
    ) -> Result<Vec<Option<Vec<u8>>>, Error> {
        let mut entries: Vec<archive::Entry> = archive.entries().to_vec();
        entries.sort_by_key(archive::Entry::name);
        let mut contents = Vec::with_capacity(entries.len());
        for entry in entries {
            let mut content = Content::of(entry.name());
            let (size, sha256) = match archive.read(&entry, &mut content) {
                Ok(measured) => (measured.size, measured.sha256),
                Err(error) => {
                    self.refuse_entry(error, Some(case.entries.len()))?;
                    content = Content::Refused;
                    (entry.size(), [0; 32])
                }
            };
            contents.push(self.note(entry.name(), size, sha256, content, case));
        }
        Ok(contents)
    }

    /// Enters into the case what is known of an entry whatever it holds; gives back the JSON that is to be read.
    fn note(
        &mut self,
        name: EntryName,
        size: u64,
        sha256: [u8; 32],
        content: Content,
        case: &mut Case<'_>,
    ) -> Option<Vec<u8>> {
        if let Content::Signature(bytes) = &content {
            let read = Jws::read(bytes, Subject::Manifest);
            case.delivery.signatures.push(SignatureFile::unjudged(case.entries.len(), read));
        }
        let structured = !matches!(content, Content::Refused) || matches!(name, EntryName::Document { .. });
        let (json, paper) = match content {
            Content::Json(bytes) => (Some(bytes), None),
            Content::Paper(inspector) => (None, Some(inspector.finish())),
            Content::Signature(_) | Content::Refused => (None, None),
        };
        case.entries.push(Entry { name, size, sha256, paper, structured });
        json
    }

    /// Reads every document that a package holds, and concludes.
    fn read_all<'c>(mut self, contents: &'c [Option<Vec<u8>>], mut case: Case<'c>) -> Checked {
        let texts: Vec<_> = contents.iter().map(Option::as_deref).collect();
        for (index, bytes) in texts.iter().enumerate() {
            let Some(bytes) = bytes else { continue };
            let structured = self.read(bytes, Some(index), &mut case).is_some();
            if let Some(entry) = case.entries.get_mut(index) {
                entry.structured = structured;
            }
        }
        self.document_type = case.root_type();
        signed::judge(&mut case, &texts, self.options);
        self.conclude(&case, &texts)
    }

    /// Reads one document into the case; what keeps it out becomes findings. Gives its type where it has the
    /// shape of it.
    fn read<'a>(
        &mut self,
        bytes: &'a [u8],
        entry: Option<usize>,
        case: &mut Case<'a>,
    ) -> Option<DocumentType> {
        let text = match structure::text(bytes, &self.options.limits) {
            Ok(text) => text,
            Err(fault) => {
                self.refuse(structure::unreadable(fault, entry));
                return None;
            }
        };
        let document_type = title::declared(text);
        match document_type.and_then(|document_type| Typed::read(document_type, text).ok()) {
            Some(typed) => {
                self.findings.extend(structure::deprecated(&typed, entry));
                case.documents.add(entry, typed);
            }
            None => {
                let explained = structure::explain(text, entry);
                self.readable &= explained.readable;
                self.structured = false;
                self.findings.extend(explained.findings);
                return None;
            }
        }
        document_type
    }

    /// Runs the rules over what could be read and works out the places of all that is to be said.
    fn conclude(self, case: &Case<'_>, texts: &[Option<&[u8]>]) -> Checked {
        let mut findings = self.findings;
        let mut outcomes = Outcomes::new();
        if self.readable && case.delivery.sealed {
            outcomes.stage_passed(Stage::Seal);
        }
        if self.readable && self.kind == InputKind::Package {
            outcomes.stage_passed(Stage::Archive);
        }
        if self.readable && !texts.is_empty() {
            outcomes.stage_passed(Stage::Text);
        }
        if self.structured && !texts.is_empty() {
            outcomes.stage_passed(Stage::Shape);
        }
        for finding in &findings {
            outcomes.note(finding);
        }
        rules::run(case, &mut outcomes, &mut findings);
        findings.retain(|finding| !fault::silences(finding.rule.code));
        if !self.structured {
            outcomes.nothing_more_is_known();
        }
        let erroneous = findings.iter().any(|finding| finding.rule.severity == Severity::Error);
        let rung = match (self.readable, self.structured, erroneous) {
            (false, ..) => None,
            (true, false, _) => Some(Rung::Readable),
            (true, true, true) => Some(Rung::Structured),
            (true, true, false) => Some(Rung::Consistent),
        };
        let (signed, signers) = signed::mark(case, &outcomes);
        Checked {
            kind: self.kind,
            document_type: self.document_type,
            as_of: self.options.as_of,
            rung,
            signed,
            signers,
            outcomes,
            findings: place(findings, case, texts),
        }
    }
}

/// How many bytes tell a sealed file from an archive.
const BEGINNING: u64 = 64;
