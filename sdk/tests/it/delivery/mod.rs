//! Delivery: signing, verifying, sealing and opening of packages.

mod alliance;
mod damage;
mod opening;
mod sealing;
mod signing;
mod validation;

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use serde_json::Value;
use tongzhou::{
    delivery::{DeliveryError, Refusal, sign},
    package::{archive::Archive, limits::Limits, name::EntryName, writer::PackageWriter},
    signing::SigningKey,
    value::Instant,
};

/// When everything happens that happens in these tests.
const NOW: &str = "2026-10-01T08:00:00Z";

fn now() -> Instant {
    NOW.parse().unwrap()
}

fn instant(text: &str) -> Instant {
    text.parse().unwrap()
}

/// The shipped package of a case, and what its manifest then says otherwise.
fn package(case: &str, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut entries = entries(&shipped(case));
    let manifest = entries.iter_mut().find(|(name, _)| *name == EntryName::Manifest).unwrap();
    let mut value: Value = serde_json::from_slice(&manifest.1).unwrap();
    change(&mut value);
    manifest.1 = serde_json::to_vec_pretty(&value).unwrap();
    written(&entries)
}

/// A package of organisation `A`, for `B`.
fn from_a_to_b() -> Vec<u8> {
    package("emergency", |manifest| {
        manifest["sender"] = serde_json::json!({ "role": "member", "organisationCode": alliance::A });
        manifest["audience"] = serde_json::json!([alliance::B]);
        manifest["expiresAt"] = "2026-12-31T00:00:00Z".into();
    })
}

fn shipped(case: &str) -> Vec<u8> {
    let file = format!("{case}.tzpkg");
    tongzhou_schema::EXAMPLES.iter().find(|(path, _)| *path == file).unwrap().1.to_vec()
}

fn entries(package: &[u8]) -> Vec<(EntryName, Vec<u8>)> {
    let mut archive = Archive::open(Cursor::new(package), &Limits::STANDARD).unwrap();
    let mut found = archive.entries().to_vec();
    found.sort_by_key(tongzhou::package::archive::Entry::name);
    let mut read = |entry: &tongzhou::package::archive::Entry| {
        let mut bytes = Vec::new();
        archive.read(entry, &mut bytes).unwrap();
        (entry.name(), bytes)
    };
    found.iter().map(&mut read).collect()
}

fn written(entries: &[(EntryName, Vec<u8>)]) -> Vec<u8> {
    let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
    for (name, bytes) in entries {
        writer.add_bytes(*name, bytes).unwrap();
    }
    writer.finish().unwrap()
}

/// The package without its papers, of which the manifest then knows nothing.
fn without_papers(package: &[u8]) -> Vec<u8> {
    let mut entries = entries(package);
    entries.retain(|(name, _)| !matches!(name, EntryName::Document { .. }));
    let manifest = &mut entries[0].1;
    let mut value: Value = serde_json::from_slice(manifest).unwrap();
    value["entries"]
        .as_array_mut()
        .unwrap()
        .retain(|entry| !entry["name"].as_str().unwrap().starts_with("documents/"));
    *manifest = serde_json::to_vec(&value).unwrap();
    written(&entries)
}

/// The package with an entry's content replaced, and the manifest as it was.
fn with_content(package: &[u8], name: EntryName, content: &[u8]) -> Vec<u8> {
    let mut entries = entries(package);
    entries.iter_mut().find(|(other, _)| *other == name).unwrap().1 = content.to_vec();
    written(&entries)
}

fn signed(package: &[u8], key: &SigningKey) -> Vec<u8> {
    let mut out = Vec::new();
    sign(Cursor::new(package), key, &Limits::STANDARD, &mut out).unwrap();
    out
}

fn refusal<T: std::fmt::Debug>(result: Result<T, DeliveryError>) -> Refusal {
    match result {
        Err(DeliveryError::Refused(refusal)) => refusal,
        other => panic!("it is refused, not {other:?}"),
    }
}

/// A folder that is gone after the test.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let place = std::env::temp_dir().join(format!("tongzhou-delivery-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(&place).unwrap();
        Self(place)
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
