//! Whose key it is, what it counts for, and to whom a package is sealed.

use serde_json::{Value, json};
use tongzhou::directory::{Directory, KeyStanding};

use super::alliance::*;

fn with(change: impl Fn(&mut Value)) -> Directory {
    let mut directory = directory(1);
    change(&mut directory);
    verified(&directory, &pinned()).unwrap()
}

#[test]
fn a_member_is_found_by_its_id_its_code_and_its_key() {
    let directory = with(|_| {});
    let id = "01990000-0000-7000-8000-000000000001".parse().unwrap();
    let member = directory.member(&id).unwrap();
    assert_eq!(member.code.as_str(), CODES[1]);
    assert_eq!(directory.member_with_code(CODES[1]), Some(member));
    let signer = directory.signer(&key(12).verifying_key().id()).unwrap();
    assert_eq!((signer.member, signer.verifying_key()), (member, key(12).verifying_key()));
    assert!(directory.member_with_code("531000000000000016").is_none());
    assert!(directory.signer(&key(99).verifying_key().id()).is_none());
    // A key of the board is nobody's key for packages.
    assert!(directory.signer(&key(1).verifying_key().id()).is_none());
}

// covers: REQ-DIR-114
#[test]
fn a_key_counts_within_its_time_and_its_members_time() {
    let directory = with(|directory| {
        let member = &mut directory["members"][0];
        member["validFrom"] = "2026-03-01T00:00:00Z".into();
        member["validUntil"] = "2026-11-01T00:00:00Z".into();
    });
    let signer = directory.signer(&key(11).verifying_key().id()).unwrap();
    for (instant, standing) in [
        ("2025-12-31T23:59:59Z", KeyStanding::NotYet),
        ("2026-01-01T00:00:00Z", KeyStanding::BeforeMembership),
        ("2026-03-01T00:00:00Z", KeyStanding::Valid),
        ("2026-10-31T23:59:59Z", KeyStanding::Valid),
        ("2026-11-01T00:00:00Z", KeyStanding::AfterMembership),
        ("2027-01-01T00:00:00Z", KeyStanding::Expired),
    ] {
        assert_eq!(signer.standing_at(at(instant)), standing, "{instant}");
    }
}

// covers: REQ-DIR-115
#[test]
fn a_revoked_key_counts_for_what_came_before_unless_it_was_compromised() {
    for (reason, before) in [
        ("replaced", KeyStanding::Valid),
        ("lost", KeyStanding::Valid),
        ("role-ended", KeyStanding::Valid),
        ("compromised", KeyStanding::Compromised),
    ] {
        let directory = with(|directory| {
            directory["members"][0]["signingKeys"][0]["revocation"] =
                json!({ "at": "2026-06-01T00:00:00Z", "reason": reason });
        });
        let signer = directory.signer(&key(11).verifying_key().id()).unwrap();
        assert_eq!(signer.standing_at(at("2026-05-31T23:59:59Z")), before, "{reason}");
        assert!(!signer.valid_at(at("2026-06-01T00:00:00Z")), "{reason}");
    }
}

#[test]
fn packages_are_sealed_to_the_keys_that_count_at_that_time() {
    let directory = with(|_| {});
    assert_eq!(directory.recipients_of(CODES[0], now()), [RECIPIENTS[0]]);
    assert_eq!(directory.recipients_of("01990000-0000-7000-8000-000000000001", now()), [RECIPIENTS[1]]);
    assert!(directory.recipients_of(CODES[0], at("2027-01-01T00:00:00Z")).is_empty());
    assert!(directory.recipients_of(CODES[0], at("2025-12-31T00:00:00Z")).is_empty());
    assert!(directory.recipients_of("531000000000000016", now()).is_empty());
    assert!(directory.recipients_of("", now()).is_empty());
    let left = with(|directory| directory["members"][0]["validUntil"] = "2026-10-01T00:00:00Z".into());
    assert!(left.recipients_of(CODES[0], now()).is_empty());
    let lost = with(|directory| {
        directory["members"][0]["recipientKeys"][0]["revocation"] =
            json!({ "at": "2026-10-02T00:00:00Z", "reason": "lost" });
    });
    assert!(lost.recipients_of(CODES[0], now()).is_empty());
}

#[test]
fn the_key_of_a_revoked_member_is_known_for_what_it_was() {
    let id = key(12).verifying_key().id();
    let directory = with(|directory| {
        directory["members"] = json!([member(0, 11)]);
        directory["revokedMembers"] = json!([{
            "memberId": member(1, 12)["memberId"],
            "at": "2026-10-01T00:00:00Z",
            "reason": "left",
            "keyIds": [id.to_string()],
        }]);
    });
    assert!(directory.signer(&id).is_none());
    assert_eq!(directory.revoked_signer(&id).unwrap().at, at("2026-10-01T00:00:00Z"));
}
