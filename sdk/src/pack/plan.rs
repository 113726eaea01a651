//! What a working folder becomes: the entries of a package with their names and digests, and its manifest.

use std::{
    borrow::Cow,
    fs::File,
    io::Write,
    path::{Path, PathBuf},
};

use serde::de::IgnoredAny;

use crate::{
    code::{
        Code,
        lists::{DataClass, DocumentType},
    },
    error::Error,
    json::{self, Position},
    model::{id_member, primitive::List, texts::ShortText},
    package::{
        atomic::{Existing, write_atomically},
        digest::Measured,
        limits::Limits,
        name::{EntryId, EntryName, PaperExtension},
        writer::{PackageWriter, WriteError},
    },
    paper::{Inspector, PaperLimits},
    structure::{self, Unreadable},
};

use super::{
    Options,
    fault::{FileFault, FolderFault, FolderFaults, FolderFile, Stop},
    folder::{
        APPLICATION, CONSENTS, DOCUMENTS, PACKING, RECEIPTS, RECORDS, Source, WorkingFolder, paper_extension,
    },
    manifest::manifest,
    packing::{self, Classes, PackedPaper, Packing},
};

/// A package that is ready to be written.
///
/// ```
/// use tongzhou::{pack::{Options, Plan, WorkingFolder}, package::atomic::Existing, validate};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let case = |name: &str| {
/// #     let start = format!("{name}/");
/// #     let within = |file: &str| file.strip_prefix(start.as_str()).map(str::to_owned);
/// #     let files = tongzhou_schema::EXAMPLES.iter().filter_map(|(file, bytes)| Some((within(file)?, bytes.to_vec())));
/// #     files.collect::<Vec<_>>()
/// # };
/// # let out = std::env::temp_dir().join(format!("tongzhou-plan-{}.tzpkg", std::process::id()));
/// let plan = Plan::of(&WorkingFolder::of_files(case("emergency")), &Options::default())?;
/// // Looked at before there is a file.
/// let checked = validate::contents(&plan.contents()?, &validate::Options::on("2026-10-01".parse()?));
/// assert_eq!(checked.answer(), validate::Answer::Sound);
/// assert_eq!((plan.entries().len(), plan.manifest().len()), (2, 1043));
/// plan.write_file(&out, Existing::Replace)?;
/// assert_eq!(std::fs::read(&out)?, plan.write(Vec::new())?);
/// # std::fs::remove_file(&out)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Plan {
    manifest: Vec<u8>,
    /// In the order of their names, the manifest left out.
    entries: Vec<PlannedEntry>,
    limits: Limits,
}

/// One entry of a planned package.
///
/// ```
/// use tongzhou::pack::{Options, Plan, WorkingFolder};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let case = |name: &str| {
/// #     let start = format!("{name}/");
/// #     let within = |file: &str| file.strip_prefix(start.as_str()).map(str::to_owned);
/// #     let files = tongzhou_schema::EXAMPLES.iter().filter_map(|(file, bytes)| Some((within(file)?, bytes.to_vec())));
/// #     files.collect::<Vec<_>>()
/// # };
/// let plan = Plan::of(&WorkingFolder::of_files(case("emergency")), &Options::default())?;
/// let consent = plan.entries().iter().find(|entry| entry.file == "consents/emergency.json").ok_or("none")?;
/// assert_eq!(consent.name.to_string(), "records/019a0000-0000-7000-8000-000000000730.json");
/// assert_eq!(consent.measured.size, 807);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct PlannedEntry {
    /// Its name in the package.
    pub name: EntryName,
    /// The file of the working folder that it is made of, such as `receipts/first.json`.
    pub file: String,
    /// Its size and digests.
    pub measured: Measured,
    pub(super) role: FolderFile,
    pub(super) id: EntryId,
    pub(super) classes: List<DataClass, 20>,
    pub(super) original_name: Option<ShortText<'static>>,
    source: Source,
}

impl Plan {
    /// Reads a working folder: every document of the standard strictly, papers only to measure them.
    ///
    /// # Errors
    /// [`ErrorKind::WorkingFolder`](crate::ErrorKind::WorkingFolder) says all that the folder lacks or has too much.
    pub fn of(folder: &WorkingFolder, options: &Options) -> Result<Self, Error> {
        let limits = options.limits;
        let mut faults = FolderFaults::none();
        let bytes = faults.keep(packing_bytes(folder, &limits))?;
        let packing = match &bytes {
            Some(bytes) => faults.keep(packing(bytes))?,
            None => None,
        };
        let listing = bytes.as_deref().zip(packing.as_ref()).map(|(text, packing)| Listing { packing, text });
        let classes = packing.as_ref().and_then(|packing| packing.classes.clone()).unwrap_or_default();
        let rooted = packing.as_ref().is_some_and(|packing| packing.root.is_some());
        let mut entries = documents(folder, &classes, rooted, &limits, &mut faults)?;
        // Without the list nothing can be said of the papers.
        if let Some(listing) = &listing {
            entries.extend(papers(folder, listing, &limits, &mut faults)?);
        }
        Self::sort(&mut entries, listing.as_ref(), &mut faults);
        match packing {
            Some(packing) if faults.faults.is_empty() => {
                let manifest = manifest(&packing, &entries, options)?;
                Ok(Self { manifest, entries, limits })
            }
            _ => Err(Error::working_folder_is(faults)),
        }
    }

    /// A package of entries that were read already.
    pub(crate) fn of_entries(
        packing: &Packing<'_>,
        mut entries: Vec<PlannedEntry>,
        options: &Options,
    ) -> Result<Self, Error> {
        let mut faults = FolderFaults::none();
        Self::sort(&mut entries, None, &mut faults);
        if !faults.faults.is_empty() {
            return Err(Error::working_folder_is(faults));
        }
        let manifest = manifest(packing, &entries, options)?;
        Ok(Self { manifest, entries, limits: options.limits })
    }

    /// Puts the entries into the order in which they are written, which shows those that are there twice.
    fn sort(entries: &mut [PlannedEntry], listing: Option<&Listing<'_>>, faults: &mut FolderFaults) {
        entries.sort_by_key(|entry| entry.name);
        refuse_repeated(entries, listing, faults);
    }

    /// The entries in the order in which they are written, the manifest left out.
    pub fn entries(&self) -> &[PlannedEntry] {
        &self.entries
    }

    /// The bytes of `manifest.json`.
    pub fn manifest(&self) -> &[u8] {
        &self.manifest
    }

    /// The bytes of one entry.
    pub(crate) fn bytes_of<'e>(&self, entry: &'e PlannedEntry) -> Result<Cow<'e, [u8]>, Error> {
        Ok(entry.source.read(self.limits.of(&entry.name), entry.role)?)
    }

    /// Every entry with its bytes, the manifest first: for a check before there is an archive.
    ///
    /// # Errors
    /// [`ErrorKind::Read`](crate::ErrorKind::Read) where a file cannot be read any more.
    pub fn contents(&self) -> Result<Vec<(EntryName, Vec<u8>)>, Error> {
        let mut contents = vec![(EntryName::Manifest, self.manifest.clone())];
        for entry in &self.entries {
            let bytes = entry.source.read(self.limits.of(&entry.name), entry.role)?;
            contents.push((entry.name, bytes.into_owned()));
        }
        Ok(contents)
    }

    /// Writes the package into the file `out`, which is there whole or not at all.
    ///
    /// # Errors
    /// Those of [`write`](Self::write), and where `out` is there already and is to be kept.
    pub fn write_file(&self, out: &Path, existing: Existing) -> Result<(), Error> {
        write_atomically(out, existing, |file| {
            // Between two kinds of error: what the file system says here is always about the output.
            self.write(file).map(|_| ()).map_err(PackError::Job)
        })
        .map_err(|error| match error {
            PackError::Job(error) => error,
            PackError::Io(error) => Error::write(error),
        })
    }

    /// Writes the package: always the same bytes for the same plan.
    ///
    /// # Errors
    /// [`ErrorKind::Write`](crate::ErrorKind::Write) where `out` fails or the package would be too large,
    /// [`ErrorKind::Read`](crate::ErrorKind::Read) where a file cannot be read any more.
    pub fn write<W: Write>(&self, out: W) -> Result<W, Error> {
        let mut writer = PackageWriter::new(out, &self.limits);
        writer.add_bytes(EntryName::Manifest, &self.manifest).map_err(unwritten)?;
        for entry in &self.entries {
            match (&entry.source, entry.name) {
                (
                    Source::Disk(path),
                    EntryName::Document {
                        extension:
                            PaperExtension::Pdf | PaperExtension::Jpg | PaperExtension::Png | PaperExtension::Ofd,
                        ..
                    },
                ) => {
                    let content = File::open(path).map_err(Error::read)?;
                    writer.add_measured(entry.name, &entry.measured, content).map_err(unwritten)?;
                }
                // JSON and XML are compressed, for which they are held in memory.
                (source, name) => {
                    let bytes = source.read(self.limits.of(&name), entry.role)?;
                    if writer.add_bytes(name, &bytes).map_err(unwritten)? != entry.measured {
                        return Err(unwritten(WriteError::SourceChanged));
                    }
                }
            }
        }
        writer.finish().map_err(unwritten)
    }
}

impl PlannedEntry {
    /// A document of the standard that is known to be sound.
    pub(crate) fn document(
        (name, id): (EntryName, EntryId),
        (file, role): (String, FolderFile),
        bytes: Vec<u8>,
        classes: List<DataClass, 20>,
    ) -> Self {
        let measured = Measured::of(&bytes);
        Self { name, file, measured, role, id, classes, original_name: None, source: Source::Memory(bytes) }
    }

    /// A paper on disk that was measured already.
    pub(crate) fn paper(
        (id, extension): (EntryId, PaperExtension),
        number: usize,
        path: PathBuf,
        measured: Measured,
        classes: List<DataClass, 20>,
    ) -> Self {
        let name = EntryName::Document { id, extension };
        let (role, file) = (FolderFile::Listed(number), name.to_string());
        Self { name, file, measured, role, id, classes, original_name: None, source: Source::Disk(path) }
    }
}

fn packing_bytes<'f>(folder: &'f WorkingFolder, limits: &Limits) -> Result<Cow<'f, [u8]>, Stop> {
    folder
        .file(PACKING)
        .ok_or_else(|| FolderFault::new(FolderFile::Packing, FileFault::Missing))?
        .read(limits.json, FolderFile::Packing)
}

fn packing(bytes: &[u8]) -> Result<Packing<'_>, Stop> {
    let text = json::text_of(bytes).map_err(|fault| not_json(FolderFile::Packing, fault, bytes))?;
    json::from_str(text).map_err(|fault| match fault.kind {
        json::FaultKind::NotTheType => {
            let findings = packing::explain(text);
            FolderFault::ill_formed(FolderFile::Packing, FileFault::NotPacking, findings, bytes).into()
        }
        _ => not_json(FolderFile::Packing, fault, bytes),
    })
}

fn not_json(file: FolderFile, fault: json::Fault, bytes: &[u8]) -> Stop {
    let finding = structure::unreadable(Unreadable::Json(fault), None);
    FolderFault::ill_formed(file, FileFault::NotJson, vec![finding], bytes).into()
}

/// The documents of the standard, of which the application must be there if no other is the root.
fn documents(
    folder: &WorkingFolder,
    classes: &Classes,
    rooted: bool,
    limits: &Limits,
    faults: &mut FolderFaults,
) -> Result<Vec<PlannedEntry>, Error> {
    let mut entries = Vec::new();
    let mut add = |outcome| faults.keep(outcome).map(|entry| entries.extend(entry));
    match folder.file(APPLICATION) {
        Some(application) => {
            let role = FolderFile::Application;
            add(document(APPLICATION.to_owned(), application, role, classes, limits))?;
        }
        None if rooted => {}
        None => add(Err(FolderFault::new(FolderFile::Application, FileFault::Missing).into()))?,
    }
    for (index, (file, source)) in folder.files_in(CONSENTS).enumerate() {
        let (path, role) = (format!("{CONSENTS}/{file}"), FolderFile::Consent(index + 1));
        add(document(path, source, role, classes, limits))?;
    }
    for (index, (file, source)) in folder.files_in(RECORDS).enumerate() {
        let (path, role) = (format!("{RECORDS}/{file}"), FolderFile::Record(index + 1));
        add(document(path, source, role, classes, limits))?;
    }
    for (index, (file, source)) in folder.files_in(RECEIPTS).enumerate() {
        let (path, role) = (format!("{RECEIPTS}/{file}"), FolderFile::Receipt(index + 1));
        add(document(path, source, role, classes, limits))?;
    }
    Ok(entries)
}

/// One document of the standard. Whether it has its shape is for the check of the package to say; here it must be
/// sound JSON of the type that its place says, with an id to be named by.
fn document(
    file: String,
    source: &Source,
    role: FolderFile,
    classes: &Classes,
    limits: &Limits,
) -> Result<PlannedEntry, Stop> {
    let wrong = |fault| FolderFault::new(role, fault);
    let bytes = source.read(limits.json, role)?;
    if is_paper(&bytes) {
        return Err(wrong(FileFault::IsPaper).into());
    }
    let text = json::text_of(&bytes).map_err(|fault| not_json(role, fault, &bytes))?;
    let _: IgnoredAny = json::from_str(text).map_err(|fault| not_json(role, fault, &bytes))?;
    let declared = json::text_member(text, "documentType").and_then(|code| DocumentType::from_code(&code));
    let misplaced = || Stop::from(wrong(FileFault::OtherDocument(declared)));
    let document_type = declared.ok_or_else(misplaced)?;
    let (belongs, classes) = match role {
        FolderFile::Consent(_) => (document_type == DocumentType::Consent, &classes.consents),
        FolderFile::Record(_) => (has_no_place_of_its_own(document_type), &classes.records),
        FolderFile::Receipt(_) => (document_type == DocumentType::Receipt, &classes.receipts),
        FolderFile::Application | FolderFile::Packing | FolderFile::Document(_) | FolderFile::Listed(_) => {
            (document_type == DocumentType::Application, &classes.application)
        }
    };
    let id_member = id_member(document_type).filter(|_| belongs).ok_or_else(misplaced)?;
    let id = json::text_member(text, id_member)
        .and_then(|id| EntryId::parse(&id))
        .ok_or_else(|| wrong(FileFault::NoId))?;
    let name = match role {
        FolderFile::Receipt(_) => EntryName::Receipt(id),
        FolderFile::Application
        | FolderFile::Consent(_)
        | FolderFile::Record(_)
        | FolderFile::Packing
        | FolderFile::Document(_)
        | FolderFile::Listed(_) => EntryName::Record(id),
    };
    let measured = Measured::of(&bytes);
    let source = Source::Memory(bytes.into_owned());
    let classes = classes.clone();
    Ok(PlannedEntry { name, file, measured, role, id, classes, original_name: None, source })
}

/// Whether documents of this type lie in `records`: all that have no place of their own in a working folder.
const fn has_no_place_of_its_own(document_type: DocumentType) -> bool {
    !matches!(document_type, DocumentType::Application | DocumentType::Consent | DocumentType::Receipt)
}

/// Whether these are the bytes of a scan, a picture or another paper.
fn is_paper(bytes: &[u8]) -> bool {
    let mut inspector = Inspector::new(&PaperLimits::default());
    inspector.feed(bytes.get(..BEGINNING).unwrap_or(bytes));
    inspector.finish().kind.is_some()
}

/// What `packing.json` lists, with the text that says where.
struct Listing<'p> {
    packing: &'p Packing<'p>,
    text: &'p [u8],
}

impl Listing<'_> {
    /// Something is wrong with the paper at `index` of the list, for what `member` says of it.
    fn wrong(&self, index: usize, member: &str, fault: FileFault) -> FolderFault {
        let pointer = format!("/documents/{index}/{member}");
        let text = std::str::from_utf8(self.text).unwrap_or_default();
        let found = json::locate(text, &[&pointer]).into_iter().next().flatten();
        FolderFault::listed(index, fault, found.map(|found| Position::of(self.text, found.value.start)))
    }
}

/// The papers that `packing.json` lists, which must be those that are there.
fn papers(
    folder: &WorkingFolder,
    listing: &Listing<'_>,
    limits: &Limits,
    faults: &mut FolderFaults,
) -> Result<Vec<PlannedEntry>, Error> {
    let mut entries = Vec::new();
    let listed: Vec<&str> = listing.packing.documents.iter().map(|paper| paper.file.as_str()).collect();
    for (index, paper) in listing.packing.documents.iter().enumerate() {
        let repeated = listed.iter().take(index).any(|earlier| *earlier == paper.file.as_str());
        let entry = match repeated {
            true => Err(listing.wrong(index, "file", FileFault::Repeated).into()),
            false => listed_paper(folder, listing, index, paper, limits),
        };
        entries.extend(faults.keep(entry)?);
    }
    // After the list: a name that is mistyped there is told by its line before the file that it should name.
    for (index, (file, source)) in folder.files_in(DOCUMENTS).enumerate() {
        if !listed.contains(&file) {
            let fault = match source {
                Source::NotAFile => FileFault::NotAFile,
                Source::Memory(_) | Source::Disk(_) => FileFault::NotListed,
            };
            faults.faults.push(FolderFault::new(FolderFile::Document(index + 1), fault));
        }
    }
    Ok(entries)
}

/// One paper, at `index` of the list.
fn listed_paper(
    folder: &WorkingFolder,
    listing: &Listing<'_>,
    index: usize,
    paper: &PackedPaper<'_>,
    limits: &Limits,
) -> Result<PlannedEntry, Stop> {
    let role = FolderFile::Listed(index + 1);
    let wrong = |fault| listing.wrong(index, "file", fault);
    let file = format!("{DOCUMENTS}/{}", paper.file.as_str());
    let source = folder.file(&file).ok_or_else(|| wrong(FileFault::Missing))?.clone();
    let extension = paper_extension(paper.file.as_str()).ok_or_else(|| wrong(FileFault::UnknownEnding))?;
    let id = EntryId::parse(paper.document_id.as_str())
        .ok_or_else(|| listing.wrong(index, "documentId", FileFault::NoId))?;
    let measured = source.measure(limits, role)?;
    Ok(PlannedEntry {
        name: EntryName::Document { id, extension },
        file,
        measured,
        role,
        id,
        classes: paper.classes.clone(),
        original_name: paper.original_name.clone().map(ShortText::into_owned),
        source,
    })
}

/// Entries of one folder of the package must differ in their ids, papers whatever their endings.
fn refuse_repeated(sorted: &[PlannedEntry], listing: Option<&Listing<'_>>, faults: &mut FolderFaults) {
    let pairs = sorted.iter().zip(sorted.iter().skip(1));
    let twins = pairs.filter(|(one, other)| one.id == other.id && one.name.folder() == other.name.folder());
    faults.faults.extend(twins.map(|(_, twin)| match (twin.role, listing) {
        (FolderFile::Listed(number), Some(listing)) => {
            listing.wrong(number.saturating_sub(1), "documentId", FileFault::Repeated)
        }
        (role, _) => FolderFault::new(role, FileFault::Repeated),
    }));
}

fn unwritten(error: WriteError) -> Error {
    Error::write(match error {
        // A full disk is told as what it is.
        WriteError::Io(error) => error,
        other => std::io::Error::other(other),
    })
}

/// What went wrong while the output was open.
enum PackError {
    Job(Error),
    Io(std::io::Error),
}

impl From<std::io::Error> for PackError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

/// How many bytes tell what a file is.
const BEGINNING: usize = 64 << 10;
