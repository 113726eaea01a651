//! The archive reader and writer, from outside: foreign archives, forged ones, and our own.

mod any_bytes;
mod content;
mod extras;
mod faults;
mod foreign;
mod forge;
mod names;
mod shape;
mod speed;
mod tiling;
mod unpacking;
mod writing;
mod zip64;

use std::io::Cursor;

use tongzhou::package::{
    archive::Archive,
    fault::{FaultKind, OpenError},
    limits::Limits,
    name::EntryName,
};

/// Every entry with its bytes, in the order of the names.
type Contents = Vec<(EntryName, Vec<u8>)>;

fn open(bytes: &[u8]) -> Result<Archive<Cursor<&[u8]>>, OpenError> {
    Archive::open(Cursor::new(bytes), &Limits::STANDARD)
}

/// Opens and reads everything.
fn read_all(bytes: &[u8]) -> Result<Contents, OpenError> {
    let mut archive = open(bytes)?;
    let mut contents = Vec::new();
    for entry in archive.entries().to_vec() {
        let mut content = Vec::new();
        archive.read(&entry, &mut content)?;
        contents.push((entry.name(), content));
    }
    contents.sort();
    Ok(contents)
}

/// The kind of fault for which opening, before any inflating, refuses the archive.
fn shape_fault(bytes: &[u8]) -> Option<FaultKind> {
    match open(bytes) {
        Ok(archive) => {
            assert_eq!(archive.inflated_bytes(), 0);
            None
        }
        Err(OpenError::Refused(fault)) => Some(fault.kind),
        Err(OpenError::Io(error)) => panic!("the source does not fail: {error}"),
    }
}

/// The kind of fault for which reading refuses the entry at `place`, in an archive whose shape is accepted.
fn content_fault(bytes: &[u8], place: usize) -> Option<FaultKind> {
    let mut archive = open(bytes).expect("the shape is accepted");
    assert_eq!(archive.inflated_bytes(), 0);
    let entry = archive.entries()[place];
    match archive.read(&entry, &mut std::io::sink()) {
        Ok(_) => None,
        Err(OpenError::Refused(fault)) => {
            assert_eq!(fault.entry, Some(entry.ordinal()));
            Some(fault.kind)
        }
        Err(OpenError::Io(error)) => panic!("the source does not fail: {error}"),
    }
}
