//! Unpacking: from a package back to a working folder that can be changed and packed again.
//!
//! Every document and paper keeps its bytes; what the manifest says of the sending becomes `packing.json`. The
//! package's id and its time do not: what is packed again is another package, and two of one id that differ could
//! not be told apart. Signatures stand over the old manifest and are left out. Files are named by ids, never by
//! the original names that the manifest gives.

use std::{
    io::{Read, Seek, Write},
    path::Path,
};

use thiserror::Error;

use crate::{
    code::{
        Code,
        lists::{DataClass, DocumentType},
    },
    json,
    model::{
        manifest::{Manifest, ManifestEntry},
        primitive::List,
        texts::{IdText, ShortText},
    },
    package::{
        self,
        archive::{Archive, Entry},
        fault::OpenError,
        name::EntryName,
        unpack::{fill_new_folder, new_file, write_entry},
    },
};

use super::{
    folder::{APPLICATION, CONSENTS, PACKING, RECORDS},
    packing::{Classes, PackedPaper, Packing},
};

/// What was made of a package.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{pack::unpack::unpack, package::{archive::Archive, limits::Limits}};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let target = std::env::temp_dir().join(format!("tongzhou-unpacked-{}", std::process::id()));
/// let mut archive = Archive::open(Cursor::new(shipped("emergency.tzpkg")), &Limits::STANDARD)?;
/// let unpacked = unpack(&mut archive, &target)?;
/// assert_eq!(unpacked.signatures, 0);
/// assert_eq!(unpacked.files.last().map(|(file, _)| file.as_str()), Some("packing.json"));
/// # std::fs::remove_dir_all(&target)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked {
    /// The files of the working folder by their paths, with slashes, and their sizes; `packing.json` comes last.
    pub files: Vec<(String, u64)>,
    /// How many signatures were left out.
    pub signatures: usize,
}

/// Why no working folder was made.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{
///     pack::unpack::{UnpackError, unpack},
///     package::{archive::Archive, limits::Limits, name::EntryName, writer::PackageWriter},
/// };
///
/// # let target = std::env::temp_dir().join(format!("tongzhou-no-manifest-{}", std::process::id()));
/// let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
/// writer.add_bytes(EntryName::Manifest, b"[]")?;
/// let mut archive = Archive::open(Cursor::new(writer.finish()?), &Limits::STANDARD)?;
/// assert!(matches!(unpack(&mut archive, &target), Err(UnpackError::NoManifest)));
/// assert!(!target.exists());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Error)]
pub enum UnpackError {
    /// The package could not be unpacked at all.
    #[error(transparent)]
    Package(#[from] package::unpack::UnpackError),
    /// There is no manifest that can be read.
    #[error("the package has no readable manifest")]
    NoManifest,
    /// The document that the manifest names as the first to read is not there.
    #[error("the root document is not there")]
    NoRoot,
}

/// Makes a working folder of a package in the folder `target`, which is new or empty. After an error `target` is as
/// it was.
///
/// Where documents of one type have different classes in the manifest, `packing.json` gives all of them: it has
/// one list for each type.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{
///     pack::{Options, pack, unpack::unpack},
///     package::{archive::Archive, limits::Limits},
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let place = std::env::temp_dir().join(format!("tongzhou-unpack-{}", std::process::id()));
/// # std::fs::create_dir_all(&place)?;
/// # let (folder, out) = (place.join("folder"), place.join("out.tzpkg"));
/// let mut archive = Archive::open(Cursor::new(shipped("emergency.tzpkg")), &Limits::STANDARD)?;
/// unpack(&mut archive, &folder)?;
/// assert_eq!(std::fs::read(folder.join("application.json"))?, shipped("emergency/application.json"));
/// // What is packed again is another package, with an id and a time of its own.
/// let options = Options {
///     package_id: Some("019a0000-0000-7000-8000-0000000009f0".parse()?),
///     created_at: Some("2026-10-01T08:00:00Z".parse()?),
///     ..Options::default()
/// };
/// pack(&folder, &out, &options)?;
/// # std::fs::remove_dir_all(&place)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// See [`UnpackError`].
pub fn unpack<R: Read + Seek>(archive: &mut Archive<R>, target: &Path) -> Result<Unpacked, UnpackError> {
    let bytes = match archive.find(&EntryName::Manifest) {
        Some(entry) => content(archive, &entry)?,
        None => return Err(UnpackError::NoManifest),
    };
    let manifest: Manifest<'_> = json::from_slice(&bytes).map_err(|_| UnpackError::NoManifest)?;
    fill_new_folder(target, |folder| write(archive, &manifest, folder))
}

fn write<R: Read + Seek>(
    archive: &mut Archive<R>,
    manifest: &Manifest<'_>,
    folder: &Path,
) -> Result<Unpacked, UnpackError> {
    let mut unpacked = Unpacked { files: Vec::new(), signatures: 0 };
    let mut root = None;
    let mut classes = Classes::default();
    let mut papers = Vec::new();
    let mut entries = archive.entries().to_vec();
    entries.sort_by_key(Entry::name);
    for entry in &entries {
        let name = entry.name();
        let listed = manifest.entries.iter().find(|listed| listed.name.as_str() == name.to_string());
        let of_listed = listed.map(|listed| &listed.classes);
        let path = match name {
            EntryName::Manifest => continue,
            EntryName::Signature(_) => {
                unpacked.signatures += 1;
                continue;
            }
            EntryName::Record(id) => {
                let bytes = content(archive, entry)?;
                let is_root = manifest.root.as_str() == name.to_string();
                let path = match document_type(&bytes) {
                    Some(DocumentType::Application) if is_root => {
                        join(&mut classes.application, of_listed);
                        APPLICATION.to_owned()
                    }
                    Some(DocumentType::Consent) => {
                        join(&mut classes.consents, of_listed);
                        format!("{CONSENTS}/{id}.json")
                    }
                    _ => {
                        join(&mut classes.records, of_listed);
                        format!("{RECORDS}/{id}.json")
                    }
                };
                if is_root {
                    root = Some(path.clone());
                }
                write_bytes(folder, &path, &bytes)?;
                unpacked.files.push((path, bytes.len() as u64));
                continue;
            }
            EntryName::Receipt(_) => {
                join(&mut classes.receipts, of_listed);
                name.to_string()
            }
            EntryName::Document { id, .. } => {
                papers.push(paper(&name, &id.to_string(), listed));
                name.to_string()
            }
        };
        let measured = write_entry(archive, entry, folder, &path)?;
        unpacked.files.push((path, measured.size));
    }
    let root = root.ok_or(UnpackError::NoRoot)?;
    let packing = Packing {
        package_id: None,
        created_at: None,
        expires_at: manifest.expires_at.clone(),
        purpose: manifest.purpose,
        root: (root != APPLICATION).then(|| ShortText::ours(&root)),
        sender: manifest.sender.clone(),
        audience: manifest.audience.clone(),
        derived_from: manifest.derived_from.clone(),
        classes: (classes != Classes::default()).then_some(classes),
        documents: List::first(papers),
        extensions: manifest.extensions.clone(),
    };
    let mut bytes = serde_json::to_vec_pretty(&packing).map_err(|error| io(error.into()))?;
    bytes.push(b'\n');
    write_bytes(folder, PACKING, &bytes)?;
    unpacked.files.push((PACKING.to_owned(), bytes.len() as u64));
    Ok(unpacked)
}

fn paper<'a>(name: &EntryName, id: &str, listed: Option<&ManifestEntry<'a>>) -> PackedPaper<'a> {
    let file = name.to_string();
    let file = file.rsplit_once('/').map_or(file.as_str(), |(_, file)| file);
    PackedPaper {
        file: ShortText::ours(file),
        document_id: IdText::ours(id),
        classes: listed.map(|listed| listed.classes.clone()).unwrap_or_default(),
        original_name: listed.and_then(|listed| listed.original_name.clone()),
    }
}

/// Adds those of `more` that are not in `classes` yet.
fn join(classes: &mut List<DataClass, 20>, more: Option<&List<DataClass, 20>>) {
    let new = more.into_iter().flatten().filter(|class| !classes.contains(class));
    let all: Vec<DataClass> = classes.iter().chain(new).copied().collect();
    *classes = List::first(all);
}

fn document_type(bytes: &[u8]) -> Option<DocumentType> {
    DocumentType::from_code(&json::text_member(json::text_of(bytes).ok()?, "documentType")?)
}

fn content<R: Read + Seek>(archive: &mut Archive<R>, entry: &Entry) -> Result<Vec<u8>, UnpackError> {
    let mut bytes = Vec::new();
    let read =
        archive.read(entry, &mut bytes).map_err(|error: OpenError| package::unpack::UnpackError::from(error));
    read?;
    Ok(bytes)
}

fn write_bytes(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), UnpackError> {
    let write = || {
        let mut file = new_file(folder, path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(io)
}

fn io(error: std::io::Error) -> UnpackError {
    package::unpack::UnpackError::Io(error).into()
}
