//! Every single byte of signed packages, changed: refused, each for a reason that names its stage, or without effect.
//!
//! `TONGZHOU_DAMAGE=1 cargo test -p tongzhou --test it damage -- --nocapture` changes every byte; without the
//! variable it is every 61st.
#![allow(clippy::print_stdout)]

use std::{collections::BTreeMap, io::Cursor, thread};

use tongzhou::{
    delivery::{DeliveryError, Refusal, verify},
    directory::Directory,
    package::{archive::Archive, limits::Limits, name::EntryName},
};

use super::{alliance, entries, from_a_to_b, shipped, signed, without_papers};

/// Ten signed packages, small ones: the papers are left out, of which every byte is covered in the same way.
fn packages() -> Vec<(String, Vec<u8>)> {
    let by = |package: &[u8], keys: &[u8]| {
        keys.iter().fold(package.to_vec(), |package, number| signed(&package, &alliance::key(*number)))
    };
    let cases = [
        "emergency",
        "fifteen",
        "leukaemia",
        "newborn-heart",
        "rigid-expenditure",
        "thalassaemia",
        "welfare-orphan",
    ];
    let mut packages: Vec<(String, Vec<u8>)> =
        cases.iter().map(|case| ((*case).to_owned(), by(&without_papers(&shipped(case)), &[1]))).collect();
    packages.push(("from one member to another".to_owned(), by(&from_a_to_b(), &[1])));
    packages.push(("two signers".to_owned(), by(&without_papers(&shipped("fifteen")), &[1, 2])));
    packages.push(("with papers".to_owned(), by(&smallest_with_papers(), &[2])));
    packages
}

fn smallest_with_papers() -> Vec<u8> {
    let mut kept = entries(&shipped("fifteen"));
    // The smallest paper stays.
    let smallest = kept
        .iter()
        .filter(|(name, _)| matches!(name, EntryName::Document { .. }))
        .min_by_key(|(_, content)| content.len())
        .unwrap()
        .0;
    kept.retain(|(name, _)| !matches!(name, EntryName::Document { .. }) || *name == smallest);
    let mut manifest: serde_json::Value = serde_json::from_slice(&kept[0].1).unwrap();
    let listed = |entry: &serde_json::Value| kept.iter().any(|(name, _)| entry["name"] == name.to_string());
    let entries = manifest["entries"].as_array().unwrap().iter().filter(|entry| listed(entry)).cloned();
    manifest["entries"] = entries.collect();
    kept[0].1 = serde_json::to_vec(&manifest).unwrap();
    super::written(&kept)
}

/// What came of a change: the stage and the reason of the refusal.
fn outcome(package: &[u8], original: &[(EntryName, Vec<u8>)], directory: &Directory) -> String {
    let checked = Archive::open(Cursor::new(package), &Limits::STANDARD)
        .map_err(DeliveryError::from)
        .and_then(|mut archive| verify(&mut archive, directory));
    match checked {
        Ok(_) => {
            assert!(entries(package) == original, "an accepted package has other content");
            "accepted, every entry byte for byte the same".to_owned()
        }
        Err(DeliveryError::Refused(Refusal::Archive(fault))) => {
            format!("archive-refused: {}", fault.kind.slug())
        }
        Err(DeliveryError::Refused(refusal)) => refusal.code().to_owned(),
        Err(other) => panic!("{other:?}"),
    }
}

// covers: REQ-SIG-002
#[test]
fn no_byte_of_a_signed_package_can_be_changed_with_effect() {
    let step: usize = std::env::var("TONGZHOU_DAMAGE").ok().and_then(|text| text.parse().ok()).unwrap_or(61);
    let threads: Vec<_> = packages()
        .into_iter()
        .map(|(name, package)| {
            thread::spawn(move || {
                let (original, directory) = (entries(&package), alliance::directory());
                let mut counts: BTreeMap<String, usize> = BTreeMap::new();
                let mut changes = 0;
                for at in (0..package.len()).step_by(step) {
                    let bit = 1 << (at % 8);
                    for value in [package[at] ^ bit, 0x00, 0xFF] {
                        if value == package[at] {
                            continue;
                        }
                        let mut changed = package.clone();
                        changed[at] = value;
                        *counts.entry(outcome(&changed, &original, &directory)).or_default() += 1;
                        changes += 1;
                    }
                }
                (name, package.len(), changes, counts)
            })
        })
        .collect();
    let mut total: BTreeMap<String, usize> = BTreeMap::new();
    let mut all = 0;
    for thread in threads {
        let (name, bytes, changes, counts) = thread.join().unwrap();
        println!("{name}: {bytes} bytes, {changes} changes");
        for (outcome, count) in counts {
            *total.entry(outcome).or_default() += count;
        }
        all += changes;
    }
    println!("{all} changes:");
    for (outcome, count) in &total {
        println!("{count:>9}  {outcome}");
    }
    assert_eq!(total.values().sum::<usize>(), all);
    assert!(all > 0);
}
