//! From a package back to a working folder, and to the same package again.

use std::{fs, io::Cursor};

use serde_json::{Value, json};
use tongzhou::{
    pack::{
        Options, Plan, WorkingFolder,
        unpack::{UnpackError, unpack},
    },
    package::{self, archive::Archive, limits::Limits, name::EntryName, writer::PackageWriter},
};

use super::{Place, change, files, packages};

#[test]
fn a_package_that_is_unpacked_and_packed_again_is_the_same_package() {
    for (case, package) in packages() {
        let place = Place::new(&format!("round-trip-{case}"));
        let target = place.0.join("again");
        let mut archive = Archive::open(Cursor::new(package), &Limits::STANDARD).unwrap();
        let unpacked = unpack(&mut archive, &target).unwrap();
        assert_eq!(unpacked.signatures, 0);
        assert_eq!(unpacked.files.len(), archive.entries().len(), "packing.json for the manifest");

        let packing: Value = serde_json::from_slice(&fs::read(target.join("packing.json")).unwrap()).unwrap();
        assert!(packing.get("packageId").is_none() && packing.get("createdAt").is_none(), "{case}");
        let mut manifest = Vec::new();
        let entry = archive.find(&EntryName::Manifest).unwrap();
        archive.read(&entry, &mut manifest).unwrap();
        let manifest: Value = serde_json::from_slice(&manifest).unwrap();
        let options = Options {
            package_id: Some(manifest["packageId"].as_str().unwrap().parse().unwrap()),
            created_at: Some(manifest["createdAt"].as_str().unwrap().parse().unwrap()),
            ..Options::default()
        };
        let plan = Plan::of(&WorkingFolder::open(&target).unwrap(), &options).unwrap();
        assert!(
            plan.write(Vec::new()).unwrap() == package,
            "{case}: not a byte differs under one id and time"
        );
    }
}

#[test]
fn what_a_manifest_says_for_members_alone_comes_back_too() {
    let mut files = files("leukaemia");
    change(&mut files, "packing.json", |packing| {
        packing["extensions"] = json!({ "cn.org.example.ward": { "bed": [3] } });
        packing["expiresAt"] = "2026-12-01T00:00:00Z".into();
    });
    let plan = Plan::of(&WorkingFolder::of_files(files.clone()), &Options::default()).unwrap();
    let place = Place::new("round-trip-extensions");
    let target = place.0.join("again");
    let mut archive = Archive::open(Cursor::new(plan.write(Vec::new()).unwrap()), &Limits::STANDARD).unwrap();
    unpack(&mut archive, &target).unwrap();
    let packing: Value = serde_json::from_slice(&fs::read(target.join("packing.json")).unwrap()).unwrap();
    let original: Value = serde_json::from_slice(&files["packing.json"]).unwrap();
    for member in ["extensions", "expiresAt", "purpose", "sender", "audience", "classes"] {
        assert_eq!(packing[member], original[member], "{member}");
    }
    let names = |packing: &Value| -> Vec<Value> {
        let mut names: Vec<_> = packing["documents"]
            .as_array()
            .unwrap()
            .iter()
            .map(|paper| paper["originalName"].clone())
            .collect();
        names.sort_by_key(Value::to_string);
        names
    };
    assert_eq!(names(&packing), names(&original));
}

#[test]
fn signatures_over_the_old_manifest_are_left_out_and_counted() {
    let plan = Plan::of(&WorkingFolder::of_files(files("emergency")), &Options::default()).unwrap();
    let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
    for (name, bytes) in plan.contents().unwrap() {
        writer.add_bytes(name, &bytes).unwrap();
    }
    let name = EntryName::parse(b"signatures/531000000000000008.jws.json").unwrap();
    writer.add_bytes(name, b"{}").unwrap();
    let package = Cursor::new(writer.finish().unwrap());
    let place = Place::new("signed");
    let target = place.0.join("again");
    let unpacked = unpack(&mut Archive::open(package, &Limits::STANDARD).unwrap(), &target).unwrap();
    assert_eq!((unpacked.signatures, unpacked.files.len()), (1, 3));
    assert!(!target.join("signatures").exists());
}

#[test]
fn what_has_no_place_in_a_working_folder_is_not_unpacked_into_one() {
    let plan = Plan::of(&WorkingFolder::of_files(files("emergency")), &Options::default()).unwrap();
    let contents = plan.contents().unwrap();
    let repacked = |change: fn(&str) -> String, keep: fn(&EntryName) -> bool| {
        let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
        for (name, bytes) in contents.iter().filter(|(name, _)| keep(name)) {
            let changed = change(std::str::from_utf8(bytes).unwrap());
            writer.add_bytes(*name, changed.as_bytes()).unwrap();
        }
        Archive::open(Cursor::new(writer.finish().unwrap()), &Limits::STANDARD).unwrap()
    };
    let place = Place::new("no-place");
    let target = place.0.join("again");
    let empty = Cursor::new(*b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    let mut empty = Archive::open(empty, &Limits::STANDARD).unwrap();
    assert!(matches!(unpack(&mut empty, &target), Err(UnpackError::NoManifest)));
    let mut broken = repacked(|text| text.replace("packageId", "packageID"), |_| true);
    assert!(matches!(unpack(&mut broken, &target), Err(UnpackError::NoManifest)));
    let mut rootless =
        repacked(|text| text.replace("\"root\": \"records/", "\"root\": \"receipts/"), |_| true);
    assert!(matches!(unpack(&mut rootless, &target), Err(UnpackError::NoRoot)));
    let mut unlisted = repacked(str::to_owned, |name| matches!(name, EntryName::Manifest));
    assert!(matches!(unpack(&mut unlisted, &target), Err(UnpackError::NoRoot)));
    assert_eq!(place.names(), Vec::<String>::new(), "nothing is left behind");
    fs::create_dir(&target).unwrap();
    fs::write(target.join("mine"), "mine").unwrap();
    let mut sound = repacked(str::to_owned, |_| true);
    assert!(matches!(
        unpack(&mut sound, &target),
        Err(UnpackError::Package(package::unpack::UnpackError::TargetNotEmpty))
    ));
}
