//! Signing a package changes nothing in it but the signatures, and verifying finds out whoever did otherwise.

use std::io::Cursor;

use tongzhou::{
    delivery::{DeliveryError, Refusal, Verified, sign, verify},
    package::{archive::Archive, limits::Limits, name::EntryName},
    signing::{Jws, Subject},
};

use super::{alliance, entries, from_a_to_b, package, refusal, shipped, signed, with_content, written};

fn check(package: &[u8]) -> Result<Verified, DeliveryError> {
    let mut archive = Archive::open(Cursor::new(package), &Limits::STANDARD)?;
    verify(&mut archive, &alliance::directory())
}

fn is_signature(name: &EntryName) -> bool {
    matches!(name, EntryName::Signature(_))
}

// covers: REQ-SIG-008
#[test]
fn signing_leaves_every_entry_as_it_was_and_the_same_key_signs_to_the_same_bytes() {
    for case in ["emergency", "leukaemia"] {
        let before = shipped(case);
        let once = signed(&before, &alliance::key(1));
        let mut after = entries(&once);
        after.retain(|(name, _)| !is_signature(name));
        assert!(after == entries(&before), "{case}");
        assert!(signed(&once, &alliance::key(1)) == once, "{case}");
        assert_eq!(check(&once).unwrap().signers.len(), 1);
    }
}

// covers: REQ-SIG-008
#[test]
fn a_second_signer_signs_beside_the_first_in_either_order() {
    let one = signed(&signed(&from_a_to_b(), &alliance::key(1)), &alliance::key(2));
    let other = signed(&signed(&from_a_to_b(), &alliance::key(2)), &alliance::key(1));
    assert!(one == other);
    let verified = check(&one).unwrap();
    let mut codes: Vec<&str> = verified.signers.iter().map(|one| one.organisation_code.as_str()).collect();
    codes.sort_unstable();
    assert_eq!(codes, [alliance::A, alliance::B]);
}

#[test]
fn packages_that_other_programs_wrote_are_signed_without_touching_their_content() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/foreign");
    let mut seen = 0;
    for item in std::fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "zip") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let mut out = Vec::new();
        match sign(Cursor::new(&bytes), &alliance::key(1), &Limits::STANDARD, &mut out) {
            Ok(_) => {
                let kept = |bytes: &[u8]| entries(bytes).into_iter().filter(|(name, _)| !is_signature(name));
                assert!(kept(&out).eq(kept(&bytes)), "{}", path.display());
            }
            // Their manifest is made up for the tests of archives and need not be one.
            Err(error) => {
                let refusal = refusal::<()>(Err(error));
                assert_eq!(refusal, Refusal::ManifestUnreadable, "{}", path.display());
            }
        }
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn nobody_signs_what_is_not_true() {
    let names: Vec<EntryName> = entries(&from_a_to_b()).into_iter().map(|(name, _)| name).collect();
    let sign = |package: &[u8]| {
        refusal(sign(Cursor::new(package), &alliance::key(1), &Limits::STANDARD, Vec::new()))
    };
    let record = names[1];
    assert_eq!(sign(&with_content(&from_a_to_b(), record, b"{}")), Refusal::EntryDiffers(record));
    let mut fewer = entries(&from_a_to_b());
    fewer.remove(1);
    assert_eq!(sign(&written(&fewer)), Refusal::EntryMissing(record));
    let unlisted = package("emergency", |manifest| {
        manifest["entries"].as_array_mut().unwrap().pop();
    });
    assert!(matches!(sign(&unlisted), Refusal::EntryNotListed(_)));
    assert!(matches!(sign(&from_a_to_b()[..100]), Refusal::Archive(_)));
    let unreadable = package("emergency", |manifest| manifest["createdAt"] = "2026-02-30T00:00:00Z".into());
    assert_eq!(sign(&unreadable), Refusal::ManifestUnreadable);
}

// covers: REQ-SIG-001, REQ-SIG-002, REQ-SIG-003, REQ-SIG-004, REQ-SIG-005, REQ-SIG-006
#[test]
fn every_signature_that_does_not_count_is_refused_for_its_own_reason() {
    let package = from_a_to_b();
    let by = |number: u8| refusal(check(&signed(&package, &alliance::key(number))));
    let id = |number: u8| alliance::key(number).verifying_key().id();
    assert_eq!(refusal(check(&package)), Refusal::NotSigned);
    assert_eq!(by(2), Refusal::SignerNotSender);
    assert_eq!(by(3), Refusal::SigningKeyExpired(id(3)));
    assert_eq!(by(4), Refusal::SigningKeyNotYetValid(id(4)));
    assert_eq!(by(5), Refusal::SignerRevoked(id(5)));
    assert_eq!(by(6), Refusal::SignerRevoked(id(6)));
    assert_eq!(by(9), Refusal::SignerUnknown(id(9)));
    // A signature that does not count is not made good by one that does.
    let both = signed(&signed(&package, &alliance::key(1)), &alliance::key(9));
    assert_eq!(refusal(check(&both)), Refusal::SignerUnknown(id(9)));

    let mut moved = entries(&signed(&package, &alliance::key(1)));
    let mut manifest = moved[0].1.clone();
    manifest.push(b'\n');
    moved[0].1 = manifest;
    assert_eq!(refusal(check(&written(&moved))), Refusal::SignatureWrong(id(1)));

    let mut broken = entries(&signed(&package, &alliance::key(1)));
    broken.last_mut().unwrap().1 = b"{}".to_vec();
    assert!(matches!(refusal(check(&written(&broken))), Refusal::SignatureFile(..)));

    // A signature for a directory is none for a package.
    let mut jws = Jws::new(Subject::Directory);
    jws.sign(&alliance::key(1), &broken[0].1);
    broken.last_mut().unwrap().1 = jws.to_json();
    assert!(matches!(refusal(check(&written(&broken))), Refusal::SignatureFile(..)));
}

// covers: REQ-SIG-002
#[test]
fn an_entry_that_was_changed_after_signing_is_named() {
    let whole = signed(&from_a_to_b(), &alliance::key(1));
    for (name, content) in entries(&whole) {
        if name == EntryName::Manifest || is_signature(&name) {
            continue;
        }
        let mut changed = content;
        let last = changed.len() - 1;
        changed[last] ^= 1;
        assert_eq!(refusal(check(&with_content(&whole, name, &changed))), Refusal::EntryDiffers(name));
    }
}

#[test]
fn a_family_has_no_key_and_is_vouched_for_by_any_member() {
    let verified = check(&signed(&shipped("leukaemia"), &alliance::key(2))).unwrap();
    assert_eq!(verified.signers[0].organisation_code.as_str(), alliance::B);
    assert_eq!(verified.entries, entries(&shipped("leukaemia")).len() - 1);
}
