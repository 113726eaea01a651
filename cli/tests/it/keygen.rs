//! `keygen`: private keys that a passphrase locks.

use std::fs;

use expect_test::expect;
use tongzhou::keys::{Passphrase, PrivateKeys, PublicKeys};

use super::program::Scratch;

pub(crate) const PASSPHRASE: &str = "mule stapler horizon 92";

/// A scratch folder with the passphrase in a file.
pub(crate) fn scratch(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("passphrase.txt", format!("{PASSPHRASE}\n"));
    scratch
}

#[test]
fn keys_are_made_and_locked_with_the_passphrase() {
    let scratch = scratch("keygen");
    let run = scratch.run(&["keygen", "-o", "member.key", "--passphrase-file", "passphrase.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let file = fs::read(scratch.path("member.key")).unwrap();
    let keys = PrivateKeys::unlock(&file, &Passphrase::new(PASSPHRASE.to_owned())).unwrap();
    assert!(keys.signing().is_some() && keys.opening().is_some());
    let public = PublicKeys::from_json(&fs::read(scratch.path("member.pub.json")).unwrap()).unwrap();
    assert_eq!(public, keys.public());
    assert!(run.out.contains(&public.signing.unwrap().id().to_string()));
    assert!(run.out.contains(&public.recipient.unwrap()));
}

#[test]
#[cfg(unix)]
fn only_its_owner_reads_a_key_file() {
    use std::os::unix::fs::PermissionsExt as _;

    let scratch = scratch("keygen-mode");
    scratch.run(&["keygen", "-o", "a.key", "--for", "signing", "--passphrase-file", "passphrase.txt"]);
    let mode = fs::metadata(scratch.path("a.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn keys_are_made_for_what_they_are_asked_for() {
    let scratch = scratch("keygen-for");
    for (purpose, signs, opens) in [("signing", true, false), ("opening", false, true)] {
        let key = format!("{purpose}.key");
        let env = [("LC_ALL", "C"), ("SECRET", PASSPHRASE)];
        let run = scratch.run_with(
            &["keygen", "-o", &key, "--for", purpose, "--passphrase-env", "SECRET"],
            &env,
            b"",
        );
        assert_eq!(run.code, 0, "{}", run.err);
        let public = fs::read(scratch.path(&format!("{purpose}.pub.json"))).unwrap();
        let public = PublicKeys::from_json(&public).unwrap();
        assert_eq!((public.signing.is_some(), public.recipient.is_some()), (signs, opens));
    }
}

#[test]
fn a_key_file_is_never_written_over() {
    let scratch = scratch("keygen-over");
    scratch.write("a.key", "mine");
    scratch.write("b.pub.json", "mine");
    for key in ["a.key", "b.key"] {
        let run = scratch.run(&["keygen", "-o", key, "--passphrase-file", "passphrase.txt"]);
        assert_eq!((run.code, run.out.as_str()), (3, ""));
        assert!(run.err.contains("never written over"), "{}", run.err);
    }
    assert_eq!(fs::read(scratch.path("a.key")).unwrap(), b"mine");
    assert!(!scratch.path("b.key").exists());
}

#[test]
fn no_private_key_is_left_without_its_public_one() {
    let scratch = scratch("keygen-halves");
    for (public, code) in [("our.key", 2), ("./our.key", 2), ("none/our.pub.json", 3), (".", 3)] {
        let args = ["keygen", "-o", "our.key", "--passphrase-file", "passphrase.txt", "--public", public];
        let run = scratch.run(&args);
        assert_eq!((run.code, run.out.as_str()), (code, ""), "{public} {}", run.err);
        assert!(!scratch.path("our.key").exists(), "{public}");
    }
}

#[test]
fn a_passphrase_that_does_not_do_is_told_with_what_to_do() {
    let scratch = scratch("keygen-short");
    scratch.write("short.txt", "elevenlette\n");
    scratch.write("empty.txt", "\nsecond line\n");
    let mut said = String::new();
    for lang in ["en", "zh-CN"] {
        for from in ["short.txt", "empty.txt"] {
            let run = scratch.run(&["keygen", "-o", "a.key", "--passphrase-file", from, "--lang", lang]);
            assert_eq!((run.code, run.out.as_str()), (1, ""));
            said += &run.err;
        }
    }
    assert!(!said.contains("eleven"));
    expect![[r#"
        tongzhou: the passphrase is too short: take 12 letters at least; a few words that have nothing to do with each other are good
        tongzhou: no passphrase was given
        tongzhou: 口令太短：至少 12 个字母，或 6 个汉字；几个不相干的词连起来就很好
        tongzhou: 没有给出口令
    "#]]
    .assert_eq(&said);
    assert!(!scratch.path("a.key").exists());
}

#[test]
fn there_is_no_way_to_give_a_passphrase_on_the_command_line() {
    let scratch = scratch("keygen-argv");
    for args in [&["--passphrase", PASSPHRASE][..], &[PASSPHRASE]] {
        let mut all = vec!["keygen", "-o", "a.key"];
        all.extend(args);
        assert_eq!(scratch.run(&all).code, 2);
    }
}
