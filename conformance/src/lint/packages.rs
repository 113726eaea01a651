//! Released versions, and the packages of the examples.

use std::collections::BTreeSet;

use tongzhou::pack::{self, Plan, WorkingFolder};

use super::{Checkout, Context, codelists::place_of, outcome::Notes};
use crate::{
    case,
    frozen::{self, Suite},
    release::{Change, Release, SUMS},
    vector::Set,
};

/// No released version has changed. A version that is a draft has nothing yet that could.
pub(super) fn released(context: &Context<'_>, notes: &mut Notes) {
    for version in versions(context.checkout) {
        let folder = format!("schema/v{version}");
        let Ok(version) = version.parse() else {
            notes.find(
                &folder,
                None,
                "文件夹名不是版本号".to_owned(),
                "the folder names no version".to_owned(),
            );
            continue;
        };
        notes.saw(1);
        // What was not released has no sums, and cannot have changed.
        if !context.checkout.path(&format!("{folder}/{SUMS}")).exists() {
            continue;
        }
        let release = Release::of(context.checkout.path(""), version);
        match suite().map(|suite| release.changes(&suite)) {
            Some(Ok(changes)) => {
                changes.iter().for_each(|change| changed(context.checkout, &folder, change, notes))
            }
            Some(Err(_)) | None => notes.find(
                &format!("{folder}/{SUMS}"),
                None,
                "无法核对发布后的改动".to_owned(),
                "what has changed since the release cannot be told".to_owned(),
            ),
        }
    }
}

/// What the suite asks today.
fn suite() -> Option<Suite> {
    let (set, files) = (Set::shipped().ok()?, case::shipped().ok()?);
    Some(Suite::of(set.vectors(), files.iter().flat_map(|file| &file.cases)))
}

fn changed(checkout: &Checkout, folder: &str, change: &Change, notes: &mut Notes) {
    let (file, line) = match change {
        Change::Altered(file) | Change::Added(file) | Change::Removed(file) | Change::Unreadable(file) => {
            (file.clone(), None)
        }
        Change::Suite(_) => (format!("{folder}/{}", frozen::FILE), None),
        Change::List(list) => place_of(checkout, list, ""),
        Change::Code(list, code) | Change::Backdated(list, code) => place_of(checkout, list, code),
    };
    notes.find(
        &file,
        line,
        format!("{folder} 已经发布，而发布后有改动"),
        format!("{folder} is released: {change}"),
    );
}

/// Every package of an example is what its working folder packs to.
pub(super) fn packed(context: &Context<'_>, notes: &mut Notes) {
    for version in versions(context.checkout) {
        let examples = format!("schema/v{version}/examples/");
        for (path, bytes) in context.checkout.files(&examples).filter(|(path, _)| path.ends_with(".tzpkg")) {
            notes.saw(1);
            let folder = format!("{}/", path.trim_end_matches(".tzpkg"));
            if pack(context.checkout, &folder).as_deref() != Some(bytes) {
                notes.find(
                    path,
                    None,
                    format!("与文件夹 {folder} 打包的结果不同"),
                    format!("this is not what the folder {folder} packs to"),
                );
            }
        }
    }
}

/// The package that a working folder makes.
fn pack(checkout: &Checkout, folder: &str) -> Option<Vec<u8>> {
    let files = checkout.files(folder).filter_map(|(path, bytes)| Some((path.strip_prefix(folder)?, bytes)));
    let files = files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    Plan::of(&WorkingFolder::of_files(files), &pack::Options::default()).ok()?.write(Vec::new()).ok()
}

/// The versions that have a folder.
pub(super) fn versions(checkout: &Checkout) -> BTreeSet<&str> {
    let files = checkout.files("schema/v");
    files.filter_map(|(path, _)| Some(path.strip_prefix("schema/v")?.split_once('/')?.0)).collect()
}
