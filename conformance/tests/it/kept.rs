//! Files and parts of files that are written from something else: compared, or written under `UPDATE_EXPECT=1`.

use std::{env, fs};

use tongzhou_conformance::repository::Repository;

/// The repository that this crate is part of.
pub(crate) fn repository() -> Repository {
    Repository::at(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Whether stale files are to be written rather than complained about.
pub(crate) fn updating() -> bool {
    env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1")
}

/// Holds the whole file to `expected`.
pub(crate) fn file(path: &str, expected: &str) {
    let place = repository().path(path);
    if fs::read_to_string(&place).is_ok_and(|found| found == expected) {
        return;
    }
    assert!(updating(), "{path} is stale; run the tests again with UPDATE_EXPECT=1");
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, expected).unwrap();
}

/// Holds what stands in the file between `<!-- name -->` and `<!-- /name -->` to `expected`.
pub(crate) fn block(path: &str, name: &str, expected: &str) {
    let found = fs::read_to_string(repository().path(path)).unwrap();
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = found.split_once(&open).unwrap_or_else(|| panic!("{path} has no {open}"));
    let (_, after) = rest.split_once(&close).unwrap_or_else(|| panic!("{path} has no {close}"));
    file(path, &format!("{before}{open}{expected}\n{close}{after}"));
}
