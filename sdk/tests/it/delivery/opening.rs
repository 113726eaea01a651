//! Sealing for the audience, and opening into an inbox.

use std::{
    fs,
    io::Cursor,
    sync::{Arc, Barrier},
    thread,
};

use serde_json::json;
use tongzhou::{
    delivery::{CLOCK_SKEW, DeliveryError, Inbox, InboxError, Opener, Received, Refusal, open, seal},
    package::limits::Limits,
    sealing::{Identity, SealFault},
    value::Instant,
};

use super::{Place, alliance, entries, from_a_to_b, instant, now, package, refusal, signed, with_content};

fn sealed(package: &[u8], at: Instant) -> Result<Vec<u8>, DeliveryError> {
    let mut out = Vec::new();
    seal(Cursor::new(package), &alliance::directory(), at, &Limits::STANDARD, &mut out)?;
    Ok(out)
}

fn sent() -> Vec<u8> {
    sealed(&signed(&from_a_to_b(), &alliance::key(1)), now()).unwrap()
}

fn receive(sealed: &[u8], inbox: &Place, at: Instant) -> Result<Received, DeliveryError> {
    let keys = [alliance::identity_of_b()];
    let directory = alliance::directory();
    let opener = Opener::by_directory(&keys, &directory).unwrap();
    let inbox = Inbox::at(inbox.path()).unwrap();
    open(Cursor::new(sealed), &opener, &directory, &inbox, at, &Limits::STANDARD)
}

fn files(inbox: &Place) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(inbox.path())
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    names
}

// covers: REQ-SIG-021, REQ-SIG-025
#[test]
fn what_is_sealed_for_an_audience_its_members_open_and_nobody_else() {
    let inbox = Place::new("opens");
    let whole = signed(&from_a_to_b(), &alliance::key(1));
    let received = receive(&sealed(&whole, now()).unwrap(), &inbox, now()).unwrap();
    assert!(fs::read(&received.path).unwrap() == whole);
    assert_eq!(files(&inbox), [format!("{}.tzpkg", received.verified.package_id), "opened.json".to_owned()]);

    let directory = alliance::directory();
    let stranger = [Identity::generate()];
    assert_eq!(Opener::by_directory(&stranger, &directory).unwrap_err(), Refusal::OpenerUnknown);
    let opener = Opener { organisation: alliance::B.parse().unwrap(), identities: &stranger };
    let elsewhere = Place::new("stranger");
    let inbox = Inbox::at(elsewhere.path()).unwrap();
    let refused = open(Cursor::new(sent()), &opener, &directory, &inbox, now(), &Limits::STANDARD);
    assert_eq!(refusal(refused), Refusal::Seal(SealFault::OtherKeys));
    assert_eq!(files(&elsewhere), Vec::<String>::new());
}

// covers: REQ-SIG-023, REQ-SIG-025, REQ-SIG-026
#[test]
fn what_must_not_be_sent_is_not_sealed() {
    let sealing = |package: &[u8], at| refusal(sealed(package, at));
    assert_eq!(sealing(&from_a_to_b(), now()), Refusal::NotSigned);
    let to = |audience: serde_json::Value| {
        let package = package("emergency", |manifest| manifest["audience"] = audience);
        signed(&package, &alliance::key(1))
    };
    let code = alliance::WITHOUT_RECIPIENT;
    assert_eq!(sealing(&to(json!([alliance::B, code])), now()), Refusal::NoRecipient(code.parse().unwrap()));
    let nobody = package("emergency", |manifest| {
        manifest.as_object_mut().unwrap().remove("audience");
    });
    assert_eq!(sealing(&signed(&nobody, &alliance::key(1)), now()), Refusal::NoAudience);
    let whole = signed(&from_a_to_b(), &alliance::key(1));
    assert_eq!(sealing(&whole, instant("2026-12-31T00:00:01Z")), Refusal::Expired);
    let record = entries(&whole)[1].0;
    assert_eq!(sealing(&with_content(&whole, record, b"{}"), now()), Refusal::EntryDiffers(record));
}

/// Sealed by somebody who does not hold to what our own sealing holds to.
fn sealed_anyhow(package: &[u8], for_key: &Identity) -> Vec<u8> {
    use std::io::Write as _;
    let mut sealer = tongzhou::sealing::Sealer::new(&[for_key.recipient()], Vec::new()).unwrap();
    sealer.write_all(package).unwrap();
    sealer.finish().unwrap()
}

// covers: REQ-SIG-023, REQ-SIG-024, REQ-SIG-026
#[test]
fn what_must_not_be_opened_is_refused_and_leaves_nothing() {
    let b = alliance::identity_of_b();
    let inbox = Place::new("refused");
    let opening = |package: &[u8], at: Instant| refusal(receive(&sealed_anyhow(package, &b), &inbox, at));
    let by_a = |package: &[u8]| signed(package, &alliance::key(1));
    let to = |audience: &str| package("emergency", |manifest| manifest["audience"] = json!([audience]));

    assert_eq!(opening(&from_a_to_b(), now()), Refusal::NotSigned);
    // Passed on by a receiver to somebody whom the sender did not name.
    assert_eq!(opening(&by_a(&to(alliance::A)), now()), Refusal::NotInAudience);
    assert_eq!(opening(&by_a(&from_a_to_b()), instant("2027-01-01T00:00:00Z")), Refusal::Expired);
    let made = instant("2026-09-29T10:05:00Z").unix_seconds();
    let before = |seconds: i64| Instant::from_unix_seconds(made - seconds).unwrap();
    assert_eq!(opening(&by_a(&from_a_to_b()), before(CLOCK_SKEW + 1)), Refusal::MadeInFuture);
    assert_eq!(opening(&signed(&from_a_to_b(), &alliance::key(2)), now()), Refusal::SignerNotSender);
    let whole = by_a(&from_a_to_b());
    let record = entries(&whole)[1].0;
    assert_eq!(opening(&with_content(&whole, record, b"{}"), now()), Refusal::EntryDiffers(record));
    assert_eq!(opening(b"no archive", now()).code(), "archive-refused");
    let damaged = {
        let mut sealed = sealed_anyhow(&whole, &b);
        let last = sealed.len() - 1;
        sealed[last] ^= 1;
        sealed
    };
    assert_eq!(refusal(receive(&damaged, &inbox, now())), Refusal::Seal(SealFault::Damaged));
    assert_eq!(files(&inbox), Vec::<String>::new());
    // Where the sender's clock is a little ahead, it is opened.
    receive(&sealed_anyhow(&whole, &b), &inbox, before(CLOCK_SKEW)).unwrap();
}

// covers: REQ-SIG-027
#[test]
fn a_package_is_opened_into_an_inbox_once_by_its_id_and_by_its_manifest() {
    let inbox = Place::new("once");
    receive(&sent(), &inbox, now()).unwrap();
    assert_eq!(refusal(receive(&sent(), &inbox, now())), Refusal::OpenedBefore);
    // Also where the opened file is gone, and under another signature.
    fs::remove_file(inbox.path().join(files(&inbox).remove(0))).unwrap();
    let twice = signed(&signed(&from_a_to_b(), &alliance::key(1)), &alliance::key(2));
    assert_eq!(refusal(receive(&sealed(&twice, now()).unwrap(), &inbox, now())), Refusal::OpenedBefore);
    // Another manifest with the same id.
    let again = package("emergency", |manifest| {
        manifest["audience"] = json!([alliance::B]);
        manifest["purpose"] = "test".into();
    });
    let again = sealed(&signed(&again, &alliance::key(1)), now()).unwrap();
    assert_eq!(refusal(receive(&again, &inbox, now())), Refusal::OpenedBefore);
    // Another inbox knows nothing of it.
    receive(&sent(), &Place::new("another"), now()).unwrap();
}

// covers: REQ-SIG-027
#[test]
fn the_list_forgets_what_expired_long_ago_and_is_never_taken_for_empty() {
    let inbox = Place::new("list");
    let list = inbox.path().join("opened.json");
    let noted = |id: u8, expires: Option<&str>| {
        let mut noted = json!({
            "packageId": format!("019a0000-0000-7000-8000-0000000009{id:02}"),
            "manifestSha256": "0".repeat(63) + &id.to_string(),
            "openedAt": "2026-01-01T00:00:00Z",
        });
        if let Some(expires) = expires {
            noted["expiresAt"] = expires.into();
        }
        noted
    };
    let kept =
        [noted(1, None), noted(2, Some("2026-09-15T00:00:00Z")), noted(3, Some("2026-12-01T00:00:00Z"))];
    let mut opened = kept.to_vec();
    opened.push(noted(4, Some("2026-08-31T00:00:00Z")));
    fs::write(&list, json!({ "opened": opened }).to_string()).unwrap();
    receive(&sent(), &inbox, now()).unwrap();
    let after: serde_json::Value = serde_json::from_slice(&fs::read(&list).unwrap()).unwrap();
    let after = after["opened"].as_array().unwrap();
    assert_eq!(after[..3], kept);
    assert_eq!(after.len(), 4, "the fourth is the one that was opened");

    for broken in ["", "{}", "{\"opened\": [", "{\"opened\": [{}]}"] {
        let inbox = Place::new("broken-list");
        fs::write(inbox.path().join("opened.json"), broken).unwrap();
        let error = receive(&sent(), &inbox, now()).unwrap_err();
        assert!(matches!(error, DeliveryError::Inbox(InboxError::List)), "{broken}: {error:?}");
        assert_eq!(files(&inbox), ["opened.json"]);
    }
}

// covers: REQ-SIG-027
#[test]
fn of_many_who_open_the_same_package_at_once_one_does() {
    let inbox = Arc::new(Place::new("race"));
    let sealed = Arc::new(sent());
    let barrier = Arc::new(Barrier::new(8));
    let threads: Vec<_> = (0..8)
        .map(|_| {
            let (inbox, sealed, barrier) = (inbox.clone(), sealed.clone(), barrier.clone());
            thread::spawn(move || {
                barrier.wait();
                receive(&sealed, &inbox, now()).map_err(|error| refusal::<()>(Err(error)))
            })
        })
        .collect();
    let outcomes: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    for outcome in outcomes {
        assert_eq!(outcome.err().unwrap_or(Refusal::OpenedBefore), Refusal::OpenedBefore);
    }
    assert_eq!(files(&inbox).len(), 2);
}

#[test]
fn what_a_crash_left_behind_is_removed_and_what_lies_there_is_not_written_over() {
    let inbox = Place::new("crashed");
    fs::write(inbox.path().join(".tongzhou-1-0.tmp"), b"half a package").unwrap();
    // A crash after the package got its name and before it was noted: it is opened once more, onto itself.
    let received = receive(&sent(), &inbox, now()).unwrap();
    assert!(!inbox.path().join(".tongzhou-1-0.tmp").exists());
    fs::remove_file(inbox.path().join("opened.json")).unwrap();
    receive(&sent(), &inbox, now()).unwrap();
    // What else has its name stays.
    fs::remove_file(inbox.path().join("opened.json")).unwrap();
    fs::write(&received.path, b"another").unwrap();
    assert_eq!(refusal(receive(&sent(), &inbox, now())), Refusal::OpenedBefore);
    assert_eq!(fs::read(&received.path).unwrap(), b"another");
}
