//! Extraction into a folder.

use std::fs;

use tongzhou::package::{
    fault::FaultKind,
    unpack::{UnpackError, unpack},
};

use super::{
    forge::{Forge, MANIFEST, PAPER, RECORD},
    open, read_all,
    writing::Folder,
};

#[test]
fn every_entry_is_extracted_under_its_own_name() {
    let folder = Folder::new("extracted");
    let target = folder.0.join("package");
    let bytes = Forge::good().bytes();
    let written = unpack(&mut open(&bytes).unwrap(), &target).unwrap();
    assert_eq!(written.len(), 3);
    for (name, content) in read_all(&bytes).unwrap() {
        assert_eq!(fs::read(target.join(name.to_string())).unwrap(), content);
    }
    assert_eq!(folder.names(), ["package"]);
}

#[test]
fn an_empty_folder_may_be_the_target() {
    let folder = Folder::new("empty-target");
    let target = folder.0.join("package");
    fs::create_dir(&target).unwrap();
    unpack(&mut open(&Forge::good().bytes()).unwrap(), &target).unwrap();
    for name in [MANIFEST, RECORD, PAPER] {
        assert!(target.join(name).is_file());
    }
}

#[test]
fn a_target_that_holds_something_is_left_alone() {
    let folder = Folder::new("full-target");
    let target = folder.0.join("package");
    fs::create_dir(&target).unwrap();
    fs::write(target.join("mine.txt"), "mine").unwrap();
    let bytes = Forge::good().bytes();
    let mut archive = open(&bytes).unwrap();
    assert!(matches!(unpack(&mut archive, &target), Err(UnpackError::TargetNotEmpty)));
    assert!(matches!(unpack(&mut archive, &target.join("mine.txt")), Err(UnpackError::TargetNotEmpty)));
    assert_eq!(archive.inflated_bytes(), 0);
    assert_eq!(fs::read_dir(&target).unwrap().count(), 1);
    assert_eq!(folder.names(), ["package"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_no_target() {
    let folder = Folder::new("link-target");
    let elsewhere = folder.0.join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let target = folder.0.join("package");
    std::os::unix::fs::symlink(&elsewhere, &target).unwrap();
    let unpacked = unpack(&mut open(&Forge::good().bytes()).unwrap(), &target);
    assert!(matches!(unpacked, Err(UnpackError::TargetNotEmpty)));
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
}

#[test]
fn an_archive_with_one_wrong_entry_leaves_nothing_behind() {
    let folder = Folder::new("wrong-entry");
    let target = folder.0.join("package");
    let bytes = Forge::with(|forge| forge.pieces[2].both(|header| header.crc ^= 1));
    let unpacked = unpack(&mut open(&bytes).unwrap(), &target);
    assert!(matches!(unpacked, Err(UnpackError::Refused(fault)) if fault.kind == FaultKind::CrcLies));
    assert_eq!(folder.names(), Vec::<String>::new());
}
