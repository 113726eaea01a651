//! The writer, and files that are there whole or not at all.

use std::{
    fs,
    io::{self, Cursor, Write},
    path::PathBuf,
};

use quickcheck::{Arbitrary, Gen, quickcheck};
use sha2::{Digest, Sha256};
use tongzhou::package::{
    archive::Method,
    atomic::{Existing, write_atomically},
    digest::Measured,
    limits::Limits,
    name::EntryName,
    writer::{PackageWriter, WriteError},
};

use super::{Contents, forge, open, read_all};

/// A content set whose names are in order.
#[derive(Clone, Debug)]
struct Package(Vec<(String, Vec<u8>)>);

impl Arbitrary for Package {
    fn arbitrary(g: &mut Gen) -> Self {
        let mut entries = vec![("manifest.json".to_owned(), Vec::arbitrary(g))];
        for _ in 0..u8::arbitrary(g) % 12 {
            let id = format!("0197a1b2-c3d4-7e5f-8a6b-{:012x}", u32::arbitrary(g));
            let extension = g.choose(&["pdf", "jpg", "png", "ofd", "xml"]).unwrap();
            let name = match u8::arbitrary(g) % 4 {
                0 => format!("records/{id}.json"),
                1 => format!("receipts/{id}.json"),
                2 => format!("documents/{id}.{extension}"),
                _ => format!("signatures/{}.jws.json", u64::arbitrary(g)),
            };
            let times = 1 + usize::from(u8::arbitrary(g));
            entries.push((name, Vec::<u8>::arbitrary(g).repeat(times)));
        }
        entries.sort_by_key(|(name, _)| name.parse::<EntryName>().unwrap());
        entries.dedup_by(|a, b| a.0.split('.').next() == b.0.split('.').next());
        Self(entries)
    }
}

fn write(package: &Package) -> Result<Vec<u8>, WriteError> {
    let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
    for (name, content) in &package.0 {
        let name: EntryName = name.parse().unwrap();
        let measured = match name {
            EntryName::Document { .. } => writer.add_paper(name, Cursor::new(content))?,
            _ => writer.add_bytes(name, content)?,
        };
        let sha256: [u8; 32] = Sha256::digest(content).into();
        assert_eq!((measured.size, measured.sha256), (content.len() as u64, sha256));
    }
    writer.finish()
}

quickcheck! {
    fn what_is_written_is_read_back_the_same(package: Package) -> bool {
        let mut expected: Contents =
            package.0.iter().map(|(name, content)| (name.parse().unwrap(), content.clone())).collect();
        expected.sort();
        read_all(&write(&package).unwrap()).unwrap() == expected
    }

    fn the_same_input_gives_the_same_bytes(package: Package) -> bool {
        write(&package).unwrap() == write(&package).unwrap()
    }
}

#[test]
fn the_manifest_comes_first_and_stored_json_is_deflated_papers_are_stored() {
    let json = b"{\"a\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}".to_vec();
    let package = Package(vec![
        (forge::MANIFEST.to_owned(), json.clone()),
        (forge::RECORD.to_owned(), json.clone()),
        (forge::PAPER.to_owned(), json.clone()),
    ]);
    let bytes = write(&package).unwrap();
    let archive = open(&bytes).unwrap();
    let methods: Vec<_> = archive.entries().iter().map(tongzhou::package::archive::Entry::method).collect();
    assert_eq!(methods, [Method::Stored, Method::Deflated, Method::Stored]);
    assert_eq!(&bytes[30..43], forge::MANIFEST.as_bytes());
    assert_eq!(&bytes[43..43 + json.len()], json);
    // 1980-01-01 00:00 as archives write it.
    assert_eq!(&bytes[10..14], [0, 0, 0x21, 0]);
}

#[test]
fn json_that_would_look_like_a_bomb_is_stored() {
    let blank = vec![b' '; 3 << 20];
    let package = Package(vec![
        (forge::MANIFEST.to_owned(), b"{}".to_vec()),
        (forge::RECORD.to_owned(), blank.clone()),
    ]);
    let contents = read_all(&write(&package).unwrap()).unwrap();
    assert!(contents[1].1 == blank);
}

#[test]
fn names_out_of_order_or_twice_are_not_written() {
    let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
    let (manifest, record) = (EntryName::Manifest, forge::RECORD.parse().unwrap());
    assert!(matches!(writer.add_bytes(record, b"{}"), Err(WriteError::OutOfOrder)));
    writer.add_bytes(manifest, b"{}").unwrap();
    writer.add_bytes(record, b"{}").unwrap();
    assert!(matches!(writer.add_bytes(record, b"{}"), Err(WriteError::OutOfOrder)));
    assert!(matches!(writer.add_bytes(manifest, b"{}"), Err(WriteError::OutOfOrder)));
    writer.add_bytes(forge::PAPER.parse().unwrap(), b"photo").unwrap();
    let twin = forge::PAPER.replace("jpg", "pdf").parse().unwrap();
    assert!(matches!(writer.add_bytes(twin, b"%PDF"), Err(WriteError::OutOfOrder)));
    assert_eq!(read_all(&writer.finish().unwrap()).unwrap().len(), 3);
}

#[test]
fn what_no_reader_would_accept_is_not_written() {
    let add = |limits: Limits| {
        let mut writer = PackageWriter::new(Vec::new(), &limits);
        writer.add_bytes(EntryName::Manifest, b"{}")?;
        writer.add_paper(forge::PAPER.parse().unwrap(), Cursor::new(b"0123456789"))?;
        writer.finish()
    };
    let standard = Limits::STANDARD;
    assert!(add(standard).is_ok());
    let tight = [
        Limits { archive: 150, ..standard },
        Limits { entries: 1, ..standard },
        Limits { directory: 60, ..standard },
        Limits { json: 1, ..standard },
        Limits { paper: 9, ..standard },
        Limits { total: 11, ..standard },
    ];
    for limits in tight {
        assert!(matches!(add(limits), Err(WriteError::TooLarge)), "{limits:?}");
    }
}

#[test]
fn a_paper_that_changes_while_it_is_packed_is_noticed() {
    for other in [b"012345678".as_slice(), b"0123456780", b"01234567890"] {
        let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
        writer.add_bytes(EntryName::Manifest, b"{}").unwrap();
        let measured = Measured::of(b"0123456789");
        let added = writer.add_measured(forge::PAPER.parse().unwrap(), &measured, other);
        assert!(matches!(added, Err(WriteError::SourceChanged)));
        assert!(matches!(writer.finish(), Err(WriteError::GivenUp)));
    }
}

/// A new folder, removed at the end of its test.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tongzhou-{}-{test}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(super) fn names(&self) -> Vec<String> {
        let items = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<_> = items.map(|item| item.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_file_is_written_whole() {
    let folder = Folder::new("whole");
    let path = folder.0.join("a.tzpkg");
    let count: io::Result<usize> = write_atomically(&path, Existing::Keep, |file| file.write(b"new"));
    assert_eq!(count.unwrap(), 3);
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(folder.names(), ["a.tzpkg"]);
}

#[test]
fn a_file_that_is_there_stays_unless_replacing_was_asked_for() {
    let folder = Folder::new("stays");
    let path = folder.0.join("a.tzpkg");
    fs::write(&path, "old").unwrap();
    let written: io::Result<()> = write_atomically(&path, Existing::Keep, |file| file.write_all(b"new"));
    assert_eq!(written.unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&path).unwrap(), b"old");
    let written: io::Result<()> = write_atomically(&path, Existing::Replace, |file| file.write_all(b"new"));
    written.unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(folder.names(), ["a.tzpkg"]);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_stays_although_replacing_was_asked_for() {
    let folder = Folder::new("no-file");
    let path = folder.0.join("a.tzpkg");
    let socket = std::os::unix::net::UnixListener::bind(&path).unwrap();
    std::os::unix::fs::symlink(&path, folder.0.join("link")).unwrap();
    for name in ["a.tzpkg", "link"] {
        let write = |file: &mut fs::File| file.write_all(b"new");
        let written: io::Result<()> = write_atomically(&folder.0.join(name), Existing::Replace, write);
        assert_eq!(written.unwrap_err().kind(), io::ErrorKind::InvalidInput, "{name}");
    }
    drop(socket);
    assert!(!fs::metadata(&path).unwrap().is_file());
    assert_eq!(folder.names(), ["a.tzpkg", "link"]);
}

#[test]
fn a_file_that_appears_while_another_is_written_stays() {
    let folder = Folder::new("appears");
    let path = folder.0.join("a.tzpkg");
    let written: io::Result<()> = write_atomically(&path, Existing::Keep, |file| {
        fs::write(&path, "theirs")?;
        file.write_all(b"ours")
    });
    assert_eq!(written.unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
    assert_eq!(folder.names(), ["a.tzpkg"]);
}

#[test]
fn an_error_while_writing_leaves_the_old_file_and_nothing_else() {
    let folder = Folder::new("error");
    let path = folder.0.join("a.tzpkg");
    fs::write(&path, "old").unwrap();
    let written: io::Result<()> = write_atomically(&path, Existing::Replace, |file| {
        file.write_all(b"half")?;
        Err(io::Error::other("no more"))
    });
    assert!(written.is_err());
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(folder.names(), ["a.tzpkg"]);
}
