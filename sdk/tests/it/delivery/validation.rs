//! Validation of signed and sealed packages: the mark, and by whom.

use std::io::Cursor;

use tongzhou::{
    code::lists::SignedMark,
    delivery::seal,
    package::{limits::Limits, name::EntryName},
    report::{InputFacts, report},
    signing::{Jws, Subject},
    validate::{self, Answer, Checked, Options},
};

use super::{alliance, entries, from_a_to_b, now, signed, with_content, written};

fn check(package: &[u8], options: &Options<'_>) -> Checked {
    validate::package(Cursor::new(package), options).unwrap()
}

fn options<'o>() -> Options<'o> {
    Options::on("2026-10-01".parse().unwrap())
}

fn codes(checked: &Checked) -> Vec<&'static str> {
    checked
        .findings
        .iter()
        .map(|placed| placed.finding.rule.code)
        .filter(|code| code.starts_with("TZ-SIG"))
        .collect()
}

#[test]
fn the_mark_says_who_signed_and_only_where_all_is_as_it_was_signed() {
    let directory = alliance::directory();
    let options = options().with_directory(&directory);
    let whole = signed(&from_a_to_b(), &alliance::key(1));
    let checked = check(&whole, &options);
    assert_eq!((checked.signed, codes(&checked)), (SignedMark::Signed, vec![]));
    assert_eq!(checked.signers[0].organisation_code.as_str(), alliance::A);
    let made = report(&checked, InputFacts { size: 1, sha256: None });
    assert_eq!(made.marks.signed_by[0].organisation_code.as_str(), alliance::A);

    assert_eq!(check(&from_a_to_b(), &options).signed, SignedMark::NotSigned);
    let unchecked = check(&whole, &Options { directory: None, ..options });
    assert_eq!((unchecked.signed, codes(&unchecked)), (SignedMark::NotChecked, vec!["TZ-SIG-008"]));
    assert_eq!(unchecked.answer(), check(&from_a_to_b(), &options).answer(), "that is no error");

    for (key, code) in
        [(2, "TZ-SIG-007"), (3, "TZ-SIG-004"), (4, "TZ-SIG-005"), (5, "TZ-SIG-006"), (9, "TZ-SIG-003")]
    {
        let checked = check(&signed(&from_a_to_b(), &alliance::key(key)), &options);
        // B signed in its own name; that is accepted, and the sender's is missing.
        assert_eq!(codes(&checked), [code]);
        assert_eq!(checked.signed, SignedMark::NotAccepted, "{code}");
        assert!(checked.signers.is_empty());
        assert_eq!(checked.answer(), Answer::Wrong);
    }
}

#[test]
fn an_altered_entry_is_named_and_the_signature_no_longer_stands_for_the_package() {
    let directory = alliance::directory();
    let whole = signed(&from_a_to_b(), &alliance::key(1));
    let (name, mut content) = entries(&whole).remove(1);
    content.push(b' ');
    let checked = check(&with_content(&whole, name, &content), &options().with_directory(&directory));
    assert_eq!(checked.signed, SignedMark::NotAccepted);
    let altered: Vec<Option<EntryName>> = checked
        .findings
        .iter()
        .filter(|placed| placed.finding.rule.area() == "PKG")
        .map(|placed| placed.entry)
        .collect();
    assert_eq!(altered, [Some(name)]);

    let mut moved = entries(&whole);
    moved[0].1.push(b' ');
    let checked = check(&written(&moved), &options().with_directory(&directory));
    assert_eq!(codes(&checked), ["TZ-SIG-002"]);
}

#[test]
fn a_sealed_package_is_checked_with_its_key_as_an_open_one_and_without_it_not_at_all() {
    let directory = alliance::directory();
    let whole = signed(&from_a_to_b(), &alliance::key(1));
    let mut sealed = Vec::new();
    seal(Cursor::new(&whole), &directory, now(), &Limits::STANDARD, &mut sealed).unwrap();
    let keys = [alliance::identity_of_b()];
    let options = options().with_directory(&directory);
    let with_key = options.with_identities(&keys);
    let (open, closed) = (check(&whole, &with_key), check(&sealed, &with_key));
    let told = |checked: &Checked| {
        serde_json::to_value(report(checked, InputFacts { size: 1, sha256: None })).unwrap()
    };
    assert_eq!(told(&open)["findings"], told(&closed)["findings"]);
    assert_eq!(closed.signed, SignedMark::Signed);

    let others = [alliance::identity_of_a()];
    for (options, code) in [(options, "TZ-SIG-021"), (options.with_identities(&others), "TZ-SIG-022")] {
        let checked = check(&sealed, &options);
        assert_eq!((codes(&checked), checked.answer()), (vec![code], Answer::CouldNotCheck));
    }
    let mut damaged = sealed.clone();
    *damaged.last_mut().unwrap() ^= 1;
    let checked = check(&damaged, &with_key);
    assert_eq!((codes(&checked), checked.answer()), (vec!["TZ-SIG-020"], Answer::Wrong));
    // Opened with the key of a member that is not of the audience.
    let checked = check(&whole, &options.with_identities(&others));
    assert_eq!(codes(&checked), ["TZ-SIG-024"]);
}

#[test]
fn nothing_counts_as_signed_whose_time_is_none() {
    let directory = alliance::directory();
    let options = options().with_directory(&directory);
    let package = super::package("emergency", |manifest| {
        manifest["sender"] = serde_json::json!({ "role": "member", "organisationCode": alliance::A });
        manifest["createdAt"] = "2026-02-30T10:05:00Z".into();
    });
    let mut entries = entries(&package);
    let manifest = entries.iter().find(|(name, _)| *name == EntryName::Manifest).unwrap().1.clone();
    let mut jws = Jws::new(Subject::Manifest);
    jws.sign(&alliance::key(1), &manifest);
    entries.push(("signatures/by-hand.jws.json".parse().unwrap(), jws.to_json()));
    let checked = check(&written(&entries), &options);
    assert_eq!(checked.signed, SignedMark::NotAccepted);
    assert!(checked.signers.is_empty());
}
