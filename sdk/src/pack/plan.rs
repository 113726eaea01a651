//! What a working folder becomes: the entries of a package with their names and digests, and its manifest.

use std::{fs::File, io::Write};

use serde::de::IgnoredAny;

use crate::{
    code::{
        Code,
        lists::{DataClass, DocumentType},
    },
    error::Error,
    json::{self, Position},
    model::{
        literal::Literal,
        manifest::{Manifest, ManifestEntry, MediaType},
        primitive::{List, Size},
        texts::{DigestText, EntryNameText, IdText, InstantText, ShortText},
    },
    package::{
        digest::Measured,
        limits::Limits,
        name::{EntryId, EntryName, PaperExtension},
        writer::{PackageWriter, WriteError},
    },
    structure::{self, Unreadable},
    value::{Instant, Sha256Digest},
};

use super::{
    Options,
    fault::{FileFault, FolderFile},
    folder::{APPLICATION, CONSENTS, DOCUMENTS, PACKING, RECEIPTS, Source, WorkingFolder, paper_extension},
    packing::{self, Classes, Packing},
};

/// A package that is ready to be written.
#[derive(Debug)]
pub struct Plan {
    manifest: Vec<u8>,
    /// In the order of their names, the manifest left out.
    entries: Vec<PlannedEntry>,
    limits: Limits,
}

/// One entry of a planned package.
#[derive(Debug)]
pub struct PlannedEntry {
    /// Its name in the package.
    pub name: EntryName,
    /// The file of the working folder that it is made of, such as `receipts/first.json`.
    pub file: String,
    /// Its size and digests.
    pub measured: Measured,
    role: FolderFile,
    id: EntryId,
    classes: List<DataClass, 20>,
    original_name: Option<ShortText<'static>>,
    source: Source,
}

impl Plan {
    /// Reads a working folder: every document of the standard strictly, papers only to measure them.
    ///
    /// # Errors
    /// [`ErrorKind::WorkingFolder`](crate::ErrorKind::WorkingFolder) says what the folder lacks or has too much.
    pub fn of(folder: &WorkingFolder, options: &Options) -> Result<Self, Error> {
        let limits = options.limits;
        let bytes = folder
            .file(PACKING)
            .ok_or_else(|| Error::working_folder(FolderFile::Packing, FileFault::Missing))?
            .read(limits.json, FolderFile::Packing)?;
        let packing = packing(&bytes)?;
        let mut entries = documents(folder, &packing, &limits)?;
        let listing = Listing { packing: &packing, text: &bytes };
        entries.extend(papers(folder, &listing, &limits)?);
        entries.sort_by_key(|entry| entry.name);
        refuse_repeated(&entries, &listing)?;
        let manifest = manifest(&packing, &entries, options)?;
        Ok(Self { manifest, entries, limits })
    }

    /// The entries in the order in which they are written, the manifest left out.
    pub fn entries(&self) -> &[PlannedEntry] {
        &self.entries
    }

    /// The bytes of `manifest.json`.
    pub fn manifest(&self) -> &[u8] {
        &self.manifest
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

fn packing(bytes: &[u8]) -> Result<Packing<'_>, Error> {
    let text = json::text_of(bytes).map_err(|fault| not_json(FolderFile::Packing, fault, bytes))?;
    json::from_str(text).map_err(|fault| match fault.kind {
        json::FaultKind::NotTheType => {
            let findings = packing::explain(text);
            Error::ill_formed(FolderFile::Packing, FileFault::NotPacking, findings, bytes)
        }
        _ => not_json(FolderFile::Packing, fault, bytes),
    })
}

fn not_json(file: FolderFile, fault: json::Fault, bytes: &[u8]) -> Error {
    let finding = structure::unreadable(Unreadable::Json(fault), None);
    Error::ill_formed(file, FileFault::NotJson, vec![finding], bytes)
}

/// The documents of the standard, of which the application must be there.
fn documents(
    folder: &WorkingFolder,
    packing: &Packing<'_>,
    limits: &Limits,
) -> Result<Vec<PlannedEntry>, Error> {
    let classes = packing.classes.clone().unwrap_or_default();
    let application = folder
        .file(APPLICATION)
        .ok_or_else(|| Error::working_folder(FolderFile::Application, FileFault::Missing))?;
    let mut entries =
        vec![document(APPLICATION.to_owned(), application, FolderFile::Application, &classes, limits)?];
    for (index, (file, source)) in folder.files_in(CONSENTS).enumerate() {
        let (path, role) = (format!("{CONSENTS}/{file}"), FolderFile::Consent(index + 1));
        entries.push(document(path, source, role, &classes, limits)?);
    }
    for (index, (file, source)) in folder.files_in(RECEIPTS).enumerate() {
        let (path, role) = (format!("{RECEIPTS}/{file}"), FolderFile::Receipt(index + 1));
        entries.push(document(path, source, role, &classes, limits)?);
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
) -> Result<PlannedEntry, Error> {
    let wrong = |fault| Error::working_folder(role, fault);
    let bytes = source.read(limits.json, role)?;
    let text = json::text_of(&bytes).map_err(|fault| not_json(role, fault, &bytes))?;
    let _: IgnoredAny = json::from_str(text).map_err(|fault| not_json(role, fault, &bytes))?;
    let (document_type, id_member, classes) = match role {
        FolderFile::Consent(_) => (DocumentType::Consent, "consentId", &classes.consents),
        FolderFile::Receipt(_) => (DocumentType::Receipt, "receiptId", &classes.receipts),
        FolderFile::Application | FolderFile::Packing | FolderFile::Document(_) | FolderFile::Listed(_) => {
            (DocumentType::Application, "applicationId", &classes.application)
        }
    };
    if json::text_member(text, "documentType").as_deref() != Some(document_type.code()) {
        return Err(wrong(FileFault::OtherDocument));
    }
    let id = json::text_member(text, id_member)
        .and_then(|id| EntryId::parse(&id))
        .ok_or_else(|| wrong(FileFault::NoId))?;
    let name = match role {
        FolderFile::Receipt(_) => EntryName::Receipt(id),
        _ => EntryName::Record(id),
    };
    let measured = Measured::of(&bytes);
    let source = Source::Memory(bytes.into_owned());
    let classes = classes.clone();
    Ok(PlannedEntry { name, file, measured, role, id, classes, original_name: None, source })
}

/// What `packing.json` lists, with the text that says where.
struct Listing<'p> {
    packing: &'p Packing<'p>,
    text: &'p [u8],
}

impl Listing<'_> {
    /// Something is wrong with the paper at `index` of the list, for what `member` says of it.
    fn wrong(&self, index: usize, member: &str, fault: FileFault) -> Error {
        let pointer = format!("/documents/{index}/{member}");
        let text = std::str::from_utf8(self.text).unwrap_or_default();
        let found = json::locate(text, &[&pointer]).into_iter().next().flatten();
        Error::listed(index, fault, found.map(|found| Position::of(self.text, found.value.start)))
    }
}

/// The papers that `packing.json` lists, which must be those that are there.
fn papers(
    folder: &WorkingFolder,
    listing: &Listing<'_>,
    limits: &Limits,
) -> Result<Vec<PlannedEntry>, Error> {
    let packing = listing.packing;
    let mut entries = Vec::new();
    for (index, paper) in packing.documents.iter().enumerate() {
        let role = FolderFile::Listed(index + 1);
        let wrong = |fault| listing.wrong(index, "file", fault);
        let earlier = packing.documents.iter().take(index);
        if earlier.into_iter().any(|earlier| earlier.file == paper.file) {
            return Err(wrong(FileFault::Repeated));
        }
        let file = format!("{DOCUMENTS}/{}", paper.file.as_str());
        let source = folder.file(&file).ok_or_else(|| wrong(FileFault::Missing))?.clone();
        let extension =
            paper_extension(paper.file.as_str()).ok_or_else(|| wrong(FileFault::UnknownEnding))?;
        let id = EntryId::parse(paper.document_id.as_str())
            .ok_or_else(|| listing.wrong(index, "documentId", FileFault::NoId))?;
        let measured = source.measure(limits, role)?;
        entries.push(PlannedEntry {
            name: EntryName::Document { id, extension },
            file,
            measured,
            role,
            id,
            classes: paper.classes.clone(),
            original_name: paper.original_name.clone().map(ShortText::into_owned),
            source,
        });
    }
    // After the list: a name that is mistyped there is told by its line, not by the file that it should name.
    let listed = |file: &str| packing.documents.iter().any(|paper| paper.file.as_str() == file);
    if let Some(index) = folder.files_in(DOCUMENTS).position(|(file, _)| !listed(file)) {
        return Err(Error::working_folder(FolderFile::Document(index + 1), FileFault::NotListed));
    }
    Ok(entries)
}

/// Entries of one folder of the package must differ in their ids, papers whatever their endings.
fn refuse_repeated(sorted: &[PlannedEntry], listing: &Listing<'_>) -> Result<(), Error> {
    let mut pairs = sorted.iter().zip(sorted.iter().skip(1));
    match pairs.find(|(one, other)| one.id == other.id && one.name.folder() == other.name.folder()) {
        Some((_, twin)) => Err(match twin.role {
            FolderFile::Listed(number) => {
                listing.wrong(number.saturating_sub(1), "documentId", FileFault::Repeated)
            }
            role => Error::working_folder(role, FileFault::Repeated),
        }),
        None => Ok(()),
    }
}

fn manifest(packing: &Packing<'_>, entries: &[PlannedEntry], options: &Options) -> Result<Vec<u8>, Error> {
    let wrong = |fault| Error::working_folder(FolderFile::Packing, fault);
    let package_id = packing
        .package_id
        .clone()
        .or_else(|| options.package_id.map(|id| IdText::ours(&id.to_string())))
        .ok_or_else(|| wrong(FileFault::NoPackageId))?;
    let created_at = packing
        .created_at
        .clone()
        .or_else(|| options.created_at.and_then(whole_second))
        .ok_or_else(|| wrong(FileFault::NoCreationTime))?;
    let root = entries.iter().find(|entry| entry.role == FolderFile::Application);
    let root = root.ok_or_else(|| Error::working_folder(FolderFile::Application, FileFault::Missing))?;
    let consents = entries.iter().filter(|entry| matches!(entry.role, FolderFile::Consent(_)));
    let manifest = Manifest {
        standard: Literal::default(),
        standard_version: Literal::default(),
        document_type: Literal::default(),
        package_id,
        root: EntryNameText::ours(&root.name.to_string()),
        sender: packing.sender.clone(),
        audience: packing.audience.clone(),
        purpose: packing.purpose,
        consent_ids: List::first(consents.map(|entry| IdText::ours(&entry.id.to_string()))),
        created_at,
        expires_at: packing.expires_at.clone(),
        derived_from: packing.derived_from.clone(),
        entries: List::first(entries.iter().map(line)),
        extensions: packing.extensions.clone(),
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest).map_err(|error| Error::write(error.into()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The instant as the standard writes it: without parts of a second.
fn whole_second(at: Instant) -> Option<InstantText<'static>> {
    let second = Instant::from_unix_seconds(at.unix_millis().div_euclid(1000))?;
    Some(InstantText::ours(&second.to_string()))
}

/// What the manifest says of one entry.
fn line(entry: &PlannedEntry) -> ManifestEntry<'_> {
    ManifestEntry {
        name: EntryNameText::ours(&entry.name.to_string()),
        classes: entry.classes.clone(),
        media_type: media_type(&entry.name),
        size: Size::saturating(entry.measured.size),
        sha256: DigestText::ours(&Sha256Digest::from_bytes(entry.measured.sha256).to_string()),
        original_name: entry.original_name.clone(),
    }
}

const fn media_type(name: &EntryName) -> MediaType {
    match name {
        EntryName::Manifest | EntryName::Record(_) | EntryName::Receipt(_) | EntryName::Signature(_) => {
            MediaType::Json
        }
        EntryName::Document { extension, .. } => match extension {
            PaperExtension::Pdf => MediaType::Pdf,
            PaperExtension::Jpg => MediaType::Jpeg,
            PaperExtension::Png => MediaType::Png,
            PaperExtension::Ofd => MediaType::Ofd,
            PaperExtension::Xml => MediaType::Xml,
        },
    }
}

fn unwritten(error: WriteError) -> Error {
    Error::write(std::io::Error::other(error))
}
