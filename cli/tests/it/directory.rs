//! `directory`: an alliance is founded, grows, is attacked, and keeps its secrets.

use std::{fs, sync::LazyLock};

use expect_test::expect;
use serde_json::Value;
use tongzhou::keys::{Passphrase, PrivateKeys};

use super::{
    keygen::{PASSPHRASE, scratch},
    program::{Run, Scratch},
};

pub(crate) const CODE: &str = "531000000000000008";

/// An alliance with a board of three, of whom two sign, and one member; signed.
pub(crate) fn founded(name: &str) -> Scratch {
    // Passphrases are slow on purpose, so the alliance is founded once and every test takes a copy.
    static ONCE: LazyLock<Scratch> = LazyLock::new(found);
    let scratch = Scratch::new(name);
    for entry in fs::read_dir(ONCE.path("")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, scratch.path(path.file_name().unwrap().to_str().unwrap())).unwrap();
    }
    scratch
}

fn found() -> Scratch {
    let scratch = scratch("directory-founded");
    for key in ["board-1", "board-2", "board-3", "member"] {
        keygen(&scratch, key);
    }
    let said = [
        init(&scratch, "directory.json"),
        entry(&scratch, "member.json", CODE, "member.pub.json"),
        scratch.run(&["directory", "add", "directory.json", "member.json"]),
        sign(&scratch, "board-1"),
        sign(&scratch, "board-2"),
    ];
    for run in &said {
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    }
    scratch
}

pub(crate) fn keygen(scratch: &Scratch, key: &str) {
    let file = format!("{key}.key");
    let run = scratch.run(&["keygen", "-o", &file, "--passphrase-file", "passphrase.txt"]);
    assert_eq!(run.code, 0, "{}", run.err);
}

fn init(scratch: &Scratch, path: &str) -> Run {
    scratch.run(&[
        "directory",
        "init",
        "-o",
        path,
        "--name",
        "示例联盟",
        "--threshold",
        "2",
        "--board",
        "甲=board-1.pub.json",
        "--board",
        "乙=board-2.pub.json",
        "--board",
        "丙=board-3.pub.json",
    ])
}

fn entry(scratch: &Scratch, path: &str, code: &str, keys: &str) -> Run {
    scratch.run(&[
        "directory",
        "entry",
        "-o",
        path,
        "--name",
        "示例基金会",
        "--code",
        code,
        "--role",
        "charity",
        "--keys",
        keys,
        "--phone",
        "010-00000000",
    ])
}

pub(crate) fn sign(scratch: &Scratch, key: &str) -> Run {
    let key = format!("{key}.key");
    scratch.run(&[
        "directory",
        "sign",
        "directory.json",
        "--key",
        &key,
        "--passphrase-file",
        "passphrase.txt",
    ])
}

pub(crate) fn fingerprint(scratch: &Scratch) -> String {
    scratch.run(&["directory", "show", "directory.json", "--fingerprint"]).out.trim().to_owned()
}

pub(crate) fn verify(scratch: &Scratch, more: &[&str]) -> Run {
    let mut args = vec!["directory", "verify", "directory.json"];
    args.extend(more);
    scratch.run(&args)
}

/// The permanent name of the reason for which a directory is refused.
fn refused(run: &Run) -> String {
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    let last = run.err.lines().last().unwrap();
    last.trim().trim_start_matches('(').split(':').next().unwrap().to_owned()
}

#[test]
fn a_directory_is_relied_on_first_by_the_fingerprint_and_then_by_what_was_kept() {
    let scratch = founded("directory");
    let print = fingerprint(&scratch);
    let first = verify(&scratch, &["--board", &print, "--state", "state.json"]);
    assert_eq!((first.code, first.err.as_str()), (0, ""));
    assert!(
        first
            .out
            .starts_with("It can be relied on: 示例联盟, version 1, 1 member, 2 signatures (2 needed)\n")
    );
    let again = verify(&scratch, &["--state", "state.json", "--format", "json"]);
    let told: Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!((&told["trusted"], &told["version"]), (&true.into(), &1.into()));
    assert_eq!(told["board"], print.as_str());
    let without = verify(&scratch, &["--state", "other.json"]);
    assert_eq!(without.code, 2);
    assert_eq!(verify(&scratch, &[]).code, 2);
}

#[test]
fn each_attack_on_the_directory_is_refused_by_its_own_name() {
    let scratch = founded("directory-attacks");
    let print = fingerprint(&scratch);
    assert_eq!(verify(&scratch, &["--board", &print, "--state", "state.json"]).code, 0);

    let freeze = verify(&scratch, &["--state", "state.json", "--at", "2999-01-01T00:00:00Z"]);
    assert_eq!(refused(&freeze), "frozen");
    let expired = verify(&scratch, &["--board", &print, "--at", "2999-01-01T00:00:00Z"]);
    assert_eq!(refused(&expired), "expired");
    assert_eq!(refused(&verify(&scratch, &["--board", &print.replace(['0', '1'], "2")])), "other-board");

    // The next version: with one signature of two, then sound.
    let revoked = scratch.run(&["directory", "revoke", "directory.json", CODE, "--reason", "left"]);
    assert_eq!(revoked.code, 0, "{}", revoked.err);
    assert_eq!(sign(&scratch, "board-3").code, 0);
    assert_eq!(refused(&verify(&scratch, &["--state", "state.json"])), "too-few-signatures");
    assert_eq!(sign(&scratch, "board-1").code, 0);
    assert_eq!(verify(&scratch, &["--state", "state.json"]).code, 0);

    // The version before it, which was put away, is a rollback now.
    let old = scratch.run(&["directory", "verify", "directory-1.json", "--state", "state.json"]);
    assert_eq!(refused(&old), "rollback");

    // Something was changed after signing.
    let text = fs::read_to_string(scratch.path("directory.json")).unwrap();
    scratch.write("directory.json", text.replace("示例联盟", "示例同盟"));
    assert_eq!(refused(&verify(&scratch, &["--state", "state.json"])), "wrong-signature");
    let json = verify(&scratch, &["--state", "state.json", "--format", "json"]);
    assert_eq!(
        (json.code, json.out.as_str()),
        (1, "{\n  \"trusted\": false,\n  \"code\": \"wrong-signature\"\n}\n")
    );
}

#[test]
fn a_refusal_is_told_in_both_languages_with_what_to_do() {
    let scratch = founded("directory-words");
    let print = fingerprint(&scratch);
    let mut said = String::new();
    for lang in ["zh-CN", "en"] {
        said += &verify(&scratch, &["--board", &print, "--at", "2999-01-01T00:00:00Z", "--lang", lang]).err;
    }
    expect![[r#"
        tongzhou: 这份名录不可依据: directory.json
          名录已经到期
          怎么办：请向秘书处索取最新版本；拿不到就打电话问
          （expired）
        tongzhou: this directory cannot be relied on: directory.json
          It has expired
          What to do: get the newest version from the secretariat; if none comes, telephone
          (expired: the directory has expired)
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_signed_version_is_put_away_and_an_unsigned_one_is_still_the_same() {
    let scratch = founded("directory-versions");
    let first = fs::read(scratch.path("directory.json")).unwrap();
    let renewed = scratch.run(&["directory", "renew", "directory.json", "--days", "30"]);
    assert_eq!((renewed.code, renewed.err.as_str()), (0, ""));
    assert_eq!(
        renewed.out,
        "The directory is now version 2, not signed yet\n\
         The signed version before it is kept as directory-1.json\n\
         Next: members of the board sign, each with a key file of their own: tongzhou directory sign directory.json \
         --key <a key of the board>\n"
    );
    assert_eq!(fs::read(scratch.path("directory-1.json")).unwrap(), first);
    assert!(scratch.path("directory-1.jws.json").exists());
    assert!(!scratch.path("directory.jws.json").exists());
    let again = scratch.run(&["directory", "renew", "directory.json"]);
    assert!(again.out.starts_with("The directory is now version 2, not signed yet\nNext"));
    assert!(!scratch.path("directory-2.json").exists());
}

#[test]
fn the_board_changes_with_the_word_of_both_boards() {
    let scratch = founded("directory-board");
    let print = fingerprint(&scratch);
    assert_eq!(verify(&scratch, &["--board", &print, "--state", "state.json"]).code, 0);
    keygen(&scratch, "board-4");
    let half = scratch.run(&["directory", "renew", "directory.json", "--threshold", "2"]);
    assert_eq!(half.code, 2);
    let changed = scratch.run(&[
        "directory",
        "renew",
        "directory.json",
        "--threshold",
        "2",
        "--board",
        "丙=board-3.pub.json",
        "--board",
        "丁=board-4.pub.json",
    ]);
    assert_eq!(changed.code, 0, "{}", changed.err);
    sign(&scratch, "board-3");
    sign(&scratch, "board-4");
    assert_eq!(refused(&verify(&scratch, &["--state", "state.json"])), "too-few-of-trusted-board");
    let outgoing = sign(&scratch, "board-1");
    assert!(outgoing.err.contains("not of the board of this version"), "{}", outgoing.err);
    assert_eq!(verify(&scratch, &["--state", "state.json"]).code, 0);
    assert_ne!(fingerprint(&scratch), print);
}

#[test]
fn what_is_wrong_is_told_and_changes_nothing() {
    let scratch = founded("directory-wrong");
    let before = fs::read(scratch.path("directory.json")).unwrap();
    keygen(&scratch, "other");
    assert_eq!(entry(&scratch, "wrong.json", "531000000000000009", "other.pub.json").code, 1);
    assert_eq!(entry(&scratch, "same-key.json", "533100001234567881", "member.pub.json").code, 0);
    for (args, said) in [
        (&["add", "directory.json", "member.json"][..], "listed already"),
        (&["add", "directory.json", "same-key.json"], "One key is listed twice"),
        (&["add", "directory.json", "directory.json"], "no member's entry"),
        (&["add", "directory.json", "same-key.json", "--replace"], "no such member"),
        (&["revoke", "directory.json", "533100001234567881", "--reason", "left"], "no such member"),
        (&["revoke", "directory.json", CODE, "--reason", "lost", "--key", "x"], "no such key"),
        // A name of a key, which may begin with a hyphen.
        (&["revoke", "directory.json", CODE, "--reason", "lost", "--key", "-P_x"], "no such key"),
        (
            &["sign", "directory.json", "--key", "member.json", "--passphrase-file", "passphrase.txt"],
            "no key file",
        ),
    ] {
        let mut all = vec!["directory"];
        all.extend(args);
        let run = scratch.run(&all);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{args:?}: {}", run.err);
        assert!(run.err.contains(said), "{args:?}: {}", run.err);
    }
    let reason = scratch.run(&["directory", "revoke", "directory.json", CODE, "--reason", "bored"]);
    assert_eq!(reason.code, 2);
    assert!(reason.err.contains("expelled"));
    assert_eq!(fs::read(scratch.path("directory.json")).unwrap(), before);
    assert!(scratch.path("directory.jws.json").exists());
}

#[test]
fn a_member_is_updated_and_one_key_of_it_given_up() {
    let scratch = founded("directory-keys");
    let member = fs::read_to_string(scratch.path("member.json")).unwrap();
    scratch.write("member.json", member.replace("示例基金会", "示例儿童基金会"));
    let replaced = scratch.run(&["directory", "add", "directory.json", "member.json", "--replace"]);
    assert_eq!(replaced.code, 0, "{}", replaced.err);
    let keys: Value = serde_json::from_slice(&fs::read(scratch.path("member.pub.json")).unwrap()).unwrap();
    let key = keys["keyId"].as_str().unwrap();
    let revoked =
        scratch.run(&["directory", "revoke", "directory.json", CODE, "--key", key, "--reason", "lost"]);
    assert_eq!(revoked.code, 0, "{}", revoked.err);
    let shown = scratch.run(&["directory", "show", "directory.json", "--lang", "zh-CN"]);
    assert!(shown.out.contains("示例儿童基金会") && shown.out.contains("：丢失\n"), "{}", shown.out);
}

// covers: REQ-KEY-005
#[test]
fn no_secret_appears_in_any_output() {
    let scratch = founded("directory-canary");
    let file = fs::read(scratch.path("member.key")).unwrap();
    let keys = PrivateKeys::unlock(&file, &Passphrase::new(PASSPHRASE.to_owned())).unwrap();
    let seed: Vec<String> = {
        let seed = keys.signing().unwrap().seed();
        let hex: String = seed.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        vec![hex.clone(), hex.to_uppercase(), format!("{:?}", seed.as_bytes())]
    };
    scratch.write("wrong.txt", "another passphrase 17\n");
    scratch.write("cut.key", &file[..file.len() / 2]);
    scratch
        .write("plain.key", "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQSCANARY\n");
    let sign = |key: &'static str, from: &'static str, secret: &'static str| {
        vec!["directory", "sign", "directory.json", "--key", key, from, secret]
    };
    let runs = [
        vec!["keygen", "-o", "new.key", "--passphrase-file", "passphrase.txt"],
        vec!["keygen", "-o", "env.key", "--passphrase-env", "SECRET"],
        vec!["keygen", "-o", "member.key", "--passphrase-file", "passphrase.txt"],
        vec!["keygen", "-o", "none.key"],
        vec!["keygen", "-o", "none.key", "--passphrase-env", "SHORT"],
        vec!["keygen", "-o", "no/folder.key", "--passphrase-file", "passphrase.txt"],
        sign("member.key", "--passphrase-file", "passphrase.txt"),
        sign("board-1.key", "--passphrase-env", "SECRET"),
        sign("member.key", "--passphrase-file", "wrong.txt"),
        sign("cut.key", "--passphrase-file", "passphrase.txt"),
        sign("plain.key", "--passphrase-file", "passphrase.txt"),
        vec!["directory", "show", "directory.json"],
        vec!["directory", "show", "member.key"],
        vec!["directory", "verify", "passphrase.txt", "--state", "passphrase.txt"],
        vec!["directory", "verify", "directory.json", "--state", "passphrase.txt"],
        vec!["directory", "add", "directory.json", "passphrase.txt"],
        vec![
            "directory",
            "init",
            "-o",
            "new.json",
            "--name",
            "联盟",
            "--threshold",
            "1",
            "--board",
            "甲=passphrase.txt",
        ],
        vec![
            "directory",
            "init",
            "-o",
            "new.json",
            "--name",
            "联盟",
            "--threshold",
            "1",
            "--board",
            "甲=plain.key",
        ],
        vec!["validate", "passphrase.txt"],
        vec!["validate", "member.key"],
    ];
    let mut said = 0;
    for args in runs {
        for lang in ["en", "zh-CN"] {
            let mut all = args.clone();
            all.extend(["--lang", lang]);
            let env = [("LC_ALL", "C"), ("SECRET", PASSPHRASE), ("SHORT", "xanthic")];
            let run = scratch.run_with(&all, &env, b"");
            let output = format!("{}{}", run.out, run.err);
            said += output.len();
            let secrets =
                [PASSPHRASE, "stapler", "another passphrase", "xanthic", "AGE-SECRET-KEY", "CANARY"];
            for secret in secrets.into_iter().chain(seed.iter().map(String::as_str)) {
                assert!(!output.contains(secret), "{all:?} shows a secret:\n{output}");
            }
        }
    }
    assert!(said > 5_000, "hardly anything was said, so hardly anything was tested");
    // Nor in any file but those of the passphrase and those made here to look for.
    for entry in fs::read_dir(scratch.path("")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let content = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        if !["passphrase.txt", "plain.key"].contains(&name.as_str()) {
            assert!(!content.contains("stapler") && !content.contains("AGE-SECRET-KEY"), "{name}");
        }
    }
}
