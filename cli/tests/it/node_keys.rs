//! `node keys deal`: a key of tokens, shared out; `directory entry --token-share`: its public halves.

use std::fs;

use tongzhou::{
    code::lists::{MemberRole, TokenPurpose},
    keys::Passphrase,
    model::{self, member::TokenShare},
};
use tongzhou_exchange::token::{Blinding, Epoch, Identity, KeyShare, PublicShare, TokenKey, TokenKeyFile};

use super::{
    keygen::{PASSPHRASE, scratch},
    program::{Run, Scratch},
};

fn deal(scratch: &Scratch, args: &[&str]) -> Run {
    let head = ["node", "keys", "deal", "--passphrase-file", "passphrase.txt", "--output", "shares"];
    scratch.run(&[&head, args].concat())
}

fn share(scratch: &Scratch, name: &str) -> (KeyShare, PublicShare) {
    let file = fs::read(scratch.path(&format!("shares/{name}.key"))).unwrap();
    let share = TokenKeyFile::unlock(&file, &Passphrase::new(PASSPHRASE.to_owned())).unwrap();
    let public = fs::read(scratch.path(&format!("shares/{name}.pub.json"))).unwrap();
    let public: TokenShare<'_> = serde_json::from_slice(&public).unwrap();
    assert_eq!(public, share.entry());
    let public = PublicShare { number: share.number(), key: public.public_key.as_str().parse().unwrap() };
    (share, public)
}

#[test]
fn two_of_three_dealt_shares_make_a_token() {
    let scratch = scratch("node-keys-deal");
    let run = deal(&scratch, &["--purpose", "subject", "--threshold", "2", "--shares", "3", "--epoch", "4"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("subject-4-share-3.key"), "{}", run.out);
    let shares: Vec<_> =
        (1..=3).map(|number| share(&scratch, &format!("subject-4-share-{number}"))).collect();
    let epoch = Epoch::saturating(4);
    let public = shares.iter().map(|(_, public)| *public).collect();
    let key = TokenKey::new(TokenPurpose::Subject, epoch, 2, public).unwrap();
    let child = Identity::resident_id("11010120150104000X").unwrap();
    let blinding = Blinding::new(vec![child.input(epoch)], getrandom::fill).unwrap();
    let answers: Vec<_> = shares
        .iter()
        .map(|(share, _)| {
            let evaluated = share.evaluate(&blinding.elements(), getrandom::fill).unwrap();
            blinding.verify(&key, share.number(), &evaluated.elements, &evaluated.proof).unwrap()
        })
        .collect();
    assert_eq!(blinding.combine(&key, &answers[..2]), blinding.combine(&key, &answers[1..]));
}

#[test]
fn shares_are_never_written_over_and_no_quorum_is_refused() {
    let scratch = scratch("node-keys-twice");
    let args = ["--purpose", "expense"];
    assert_eq!(deal(&scratch, &args).code, 0);
    let before = fs::read(scratch.path("shares/expense-1-share-1.key")).unwrap();
    assert_eq!(deal(&scratch, &args).code, 3);
    assert_eq!(fs::read(scratch.path("shares/expense-1-share-1.key")).unwrap(), before);
    assert_eq!(deal(&scratch, &["--purpose", "subject", "--threshold", "3", "--shares", "2"]).code, 2);
    assert_eq!(deal(&scratch, &["--purpose", "children"]).code, 2);
    assert!(!scratch.path("shares/subject-1-share-1.key").exists());
}

// covers: REQ-TOK-022
#[test]
#[cfg(unix)]
fn only_its_owner_reads_a_share() {
    use std::os::unix::fs::PermissionsExt as _;

    let scratch = scratch("node-keys-mode");
    deal(&scratch, &["--purpose", "subject"]);
    let mode = fs::metadata(scratch.path("shares/subject-1-share-1.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_member_puts_its_share_into_its_entry() {
    let scratch = scratch("node-keys-entry");
    deal(&scratch, &["--purpose", "subject", "--threshold", "1", "--shares", "2"]);
    scratch.run(&["keygen", "-o", "member.key", "--passphrase-file", "passphrase.txt"]);
    let share = |number: u8| format!("shares/subject-1-share-{number}.pub.json");
    let entry = ["directory", "entry", "--name", "示例儿童大病救助基金会", "--code", "531000000000000008"];
    let rest = ["--role", "charity", "--keys", "member.pub.json", "-o", "member.json", "--token-share"];
    let run = scratch.run(&[&entry[..], &rest[..], &[share(1).as_str()]].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let run = scratch.run(&[
        "directory",
        "entry",
        "--from",
        "member.json",
        "-o",
        "member.json",
        "--token-share",
        &share(2),
    ]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let written = fs::read(scratch.path("member.json")).unwrap();
    let member: model::Member<'_> = serde_json::from_slice(&written).unwrap();
    let numbers: Vec<u32> = member.token_shares.iter().map(|share| share.share.get()).collect();
    assert_eq!(numbers, [1, 2]);
    assert!(member.roles.contains(&MemberRole::Evaluator));
    assert_eq!(member.signing_keys.len(), 1);

    let run = scratch.run(&[
        "directory",
        "entry",
        "--from",
        "member.json",
        "-o",
        "other.json",
        "--token-share",
        "member.pub.json",
    ]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(scratch.run(&["directory", "entry", "--from", "member.json", "-o", "other.json"]).code, 2);
}
