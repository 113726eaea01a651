//! Archives that other programs wrote, see `tests/data/foreign/make.sh`.

use std::{fs, path::PathBuf};

use super::{Contents, read_all};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/foreign")
}

fn packed_files() -> Contents {
    let mut contents = Contents::new();
    let mut waiting = vec![folder().join("content")];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(path).unwrap().map(|item| item.unwrap().path()));
            continue;
        }
        let relative = path.strip_prefix(folder().join("content")).unwrap();
        let name = relative.to_str().unwrap().replace('\\', "/");
        contents.push((name.parse().unwrap(), fs::read(&path).unwrap()));
    }
    contents.sort();
    contents
}

#[test]
fn what_other_programs_write_is_read_byte_for_byte() {
    let expected = packed_files();
    assert_eq!(expected.len(), 8);
    let mut programs = 0;
    let mut refused = Vec::new();
    for item in fs::read_dir(folder()).unwrap() {
        let path = item.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "zip") {
            continue;
        }
        programs += 1;
        let name = path.file_name().unwrap().to_owned();
        match read_all(&fs::read(&path).unwrap()) {
            Ok(contents) => assert_eq!(contents, expected, "{name:?}"),
            Err(error) => refused.push(format!("{name:?}: {error}")),
        }
    }
    assert_eq!(refused, Vec::<String>::new());
    assert!(programs >= 33, "only {programs} archives are there");
}
