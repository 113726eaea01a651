//! The documents of files and packages, to be read together; unchecked.

use std::{fs::File, io, path::Path};

use tongzhou::{limits::Limits, package::name::EntryName};

use crate::{
    input::{self, Kind},
    refusal::Package,
    speech::{What, shown},
};

/// A document.
pub(crate) struct Text {
    /// What it is called when it cannot be read.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// Takes the documents of a file or of the package that it is.
pub(crate) fn gather(path: &Path, texts: &mut Vec<Text>) -> Result<(), What> {
    let cannot = |error: io::Error| What::Read(path.to_owned(), error);
    let limits = Limits::default();
    let name = shown(path);
    if input::is_standard(path) {
        let package = Package::at(path)?;
        return match package.standard_document() {
            Some(bytes) => {
                texts.push(Text { name, bytes: bytes.to_vec() });
                Ok(())
            }
            None => gather_package(&package, texts),
        };
    }
    match input::kind_of(path).map_err(cannot)? {
        Kind::Package => gather_package(&Package::at(path)?, texts),
        Kind::Document => {
            let file = File::open(path).map_err(cannot)?;
            let bytes = input::read_up_to(file, limits.document_bytes).map_err(cannot)?;
            texts.push(Text { name, bytes });
            Ok(())
        }
        Kind::Lines => {
            for block in input::Blocks::new(File::open(path).map_err(cannot)?, limits.document_bytes) {
                let block = block.map_err(cannot)?;
                for (number, line) in (block.first_line..).zip(block.bytes.split(|byte| *byte == b'\n')) {
                    if !line.trim_ascii().is_empty() {
                        texts.push(Text { name: format!("{name}:{number}"), bytes: line.to_vec() });
                    }
                }
            }
            Ok(())
        }
    }
}

fn gather_package(package: &Package<'_>, texts: &mut Vec<Text>) -> Result<(), What> {
    let mut archive = package.archive()?;
    let mut entries = archive.entries().to_vec();
    entries.sort_by_key(|entry| entry.name());
    for entry in &entries {
        match entry.name() {
            EntryName::Record(_) | EntryName::Receipt(_) => {
                let mut bytes = Vec::new();
                archive.read(entry, &mut bytes).map_err(|error| package.what(error))?;
                texts.push(Text { name: entry.name().to_string(), bytes });
            }
            EntryName::Manifest | EntryName::Document { .. } | EntryName::Signature(_) => {}
        }
    }
    Ok(())
}
