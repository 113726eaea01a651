//! `sign`, `verify`, `seal` and `open`, and `validate` of what they make.

use std::fs;

use expect_test::expect;
use serde_json::Value;
use tongzhou::value::Sha256Digest;

use super::{
    alliance::{
        PASSPHRASE, alliance, as_receiver, by_directory, lasting_folder, publish, run, sealed, signed,
    },
    program::{Run, Scratch},
};

const ID: &str = "01900000-0000-7000-8000-000000000501";

fn run_any(scratch: &Scratch, args: &[&str], more: &[&[String]]) -> Run {
    let more = more.iter().flat_map(|more| more.iter()).map(String::as_str);
    scratch.run(&args.iter().copied().chain(more).collect::<Vec<_>>())
}

/// What a command says, without the line of the working folder.
fn refused(scratch: &Scratch, args: &[&str], more: &[&[String]]) -> String {
    let run = run_any(scratch, args, more);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.err);
    run.err
}

#[test]
fn a_package_goes_from_one_organisation_to_another() {
    let scratch = Scratch::new("delivery-goes");
    alliance(&scratch);
    lasting_folder(&scratch, "case");
    run(&scratch, &["pack", "case", "-o", "case.tzpkg"], &[]);
    let key = ["--key", "sender.key", "--passphrase-file", "passphrase"];
    let told = run(&scratch, &["sign", "case.tzpkg", key[0], key[1], key[2], key[3]], &[]);
    expect![[r#"
        Signed: case.tzpkg
          Package id: 01900000-0000-7000-8000-000000000501
          Key: UDDReOZl1ipXAfp9wYsm13sDBMK5og--QWdBjzuf6o4
          Signatures: 1
        Next: tongzhou seal case.tzpkg --directory <the member directory>
    "#]]
    .assert_eq(&told);
    expect![[r#"
        Genuine: case.tzpkg
          Package id: 01900000-0000-7000-8000-000000000501
          Signed by: 示例机构1 533100001234567881
          3 entries (manifest and signatures not counted), as they were when it was signed
          Audience: 531000000000000008
          Expires: 2098-12-02T01:00:00Z
    "#]]
    .assert_eq(&run(&scratch, &["verify", "case.tzpkg"], &by_directory()));
    expect![[r#"
        已密封：case.tzpkg.age
          资料包标识号：01900000-0000-7000-8000-000000000501
          签名：示例机构1 533100001234567881
          3 个条目（不计清单和签名），与签名时相同
          接收机构：531000000000000008
          失效时刻：2098-12-02T01:00:00Z
          用了 1 把接收公钥
    "#]]
    .assert_eq(&run(&scratch, &["seal", "case.tzpkg", "--lang", "zh-CN"], &by_directory()));
    let more = [by_directory(), as_receiver()].concat();
    expect![[r#"
        Opened: inbox/01900000-0000-7000-8000-000000000501.tzpkg
          Package id: 01900000-0000-7000-8000-000000000501
          Signed by: 示例机构1 533100001234567881
          3 entries (manifest and signatures not counted), as they were when it was signed
          Audience: 531000000000000008
          Expires: 2098-12-02T01:00:00Z
        Next: tongzhou validate inbox/01900000-0000-7000-8000-000000000501.tzpkg
    "#]]
    .assert_eq(&run(&scratch, &["open", "case.tzpkg.age", "--inbox", "inbox"], &more));
    let opened = fs::read(scratch.path(&format!("inbox/{ID}.tzpkg"))).unwrap();
    assert!(opened == fs::read(scratch.path("case.tzpkg")).unwrap());

    let again = refused(&scratch, &["open", "case.tzpkg.age", "--inbox", "inbox"], &[&more]);
    expect![[r#"
        tongzhou: this package is refused: case.tzpkg.age
          the package was opened into this inbox before; do not deal with it twice [opened-before]
    "#]]
    .assert_eq(&again);
}

#[test]
fn programs_are_answered_in_json_refusals_too() {
    let scratch = sealed("delivery-json");
    let (by_directory, as_receiver) = (by_directory(), as_receiver());
    let answer = |args: &[&str], code: i32| -> Value {
        let args = [args, &["--format", "json"]].concat();
        let run = run_any(&scratch, &args, &[&by_directory, &as_receiver]);
        assert_eq!(run.code, code, "{}", run.err);
        serde_json::from_str(&run.out).unwrap()
    };
    let verified = answer(&["verify", "case.tzpkg.age"], 0);
    assert_eq!(verified["packageId"], ID);
    assert_eq!(verified["signedBy"][0]["organisationCode"], "533100001234567881");
    let opened = answer(&["open", "case.tzpkg.age", "--inbox", "inbox"], 0);
    assert_eq!(opened["file"], format!("inbox/{ID}.tzpkg"));
    assert_eq!(
        answer(&["open", "case.tzpkg.age", "--inbox", "inbox"], 1)["refused"]["code"],
        "opened-before"
    );
    let mut damaged = fs::read(scratch.path("case.tzpkg.age")).unwrap();
    *damaged.last_mut().unwrap() ^= 1;
    scratch.write("damaged.tzpkg.age", damaged);
    assert_eq!(answer(&["verify", "damaged.tzpkg.age"], 1)["refused"]["code"], "seal-damaged");
    let signed = run(
        &scratch,
        &[
            "sign",
            "case.tzpkg",
            "--key",
            "receiver.key",
            "--passphrase-file",
            "passphrase",
            "--format",
            "json",
        ],
        &[],
    );
    assert_eq!(serde_json::from_str::<Value>(&signed).unwrap()["signatures"], 2);
    assert_eq!(answer(&["verify", "case.tzpkg"], 0)["signedBy"].as_array().unwrap().len(), 2);
}

#[test]
fn an_output_that_is_there_is_kept() {
    let scratch = signed("delivery-kept");
    let before = fs::read(scratch.path("case.tzpkg")).unwrap();
    scratch.write("mine", "mine");
    let key = ["--key", "receiver.key", "--passphrase-file", "passphrase"].map(str::to_owned).to_vec();
    for (args, more) in
        [(["sign", "case.tzpkg", "-o", "mine"], key), (["seal", "case.tzpkg", "-o", "mine"], by_directory())]
    {
        let run = run_any(&scratch, &args, &[&more]);
        assert_eq!(run.code, 3);
        assert_eq!(run.err, "tongzhou: the file is there already; --force writes over it: mine\n");
        let forced = [&args[..], &["--force"]].concat();
        assert_eq!(run_any(&scratch, &forced, &[&more]).code, 0);
        scratch.write("mine", "mine");
    }
    // What is read for it is not written over, whatever is said.
    let sealing = by_directory();
    let signing = ["--key", "receiver.key", "--passphrase-file", "passphrase"].map(str::to_owned).to_vec();
    for (command, out, more) in [
        ("seal", "./case.tzpkg", &sealing),
        ("seal", "members.json", &sealing),
        ("sign", "receiver.key", &signing),
        ("sign", "passphrase", &signing),
    ] {
        let read = fs::read(scratch.path(out)).unwrap();
        let run = run_any(&scratch, &[command, "case.tzpkg", "-o", out, "--force"], &[more]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{command} {out}");
        assert!(run.err.contains("the same command reads this file"), "{}", run.err);
        assert!(fs::read(scratch.path(out)).unwrap() == read, "{command} {out}");
    }
    assert!(
        fs::read(scratch.path("case.tzpkg")).unwrap() == before,
        "with an output the package stays as it is"
    );
}

#[test]
fn what_is_not_signed_is_not_sealed_and_what_stands_in_the_way_is_said_in_both_languages() {
    let scratch = Scratch::new("delivery-refused");
    alliance(&scratch);
    lasting_folder(&scratch, "case");
    run(&scratch, &["pack", "case", "-o", "case.tzpkg"], &[]);
    expect![[r#"
        tongzhou: this package is refused: case.tzpkg
          the package is not signed; its sender signs it with tongzhou sign [not-signed]
    "#]]
    .assert_eq(&refused(&scratch, &["seal", "case.tzpkg"], &[&by_directory()]));
    expect![[r#"
        tongzhou: 这个资料包不能接受: case.tzpkg
          资料包没有签名；请发送方先用 tongzhou sign 签名 [not-signed]
    "#]]
    .assert_eq(&refused(&scratch, &["verify", "case.tzpkg", "--lang", "zh-CN"], &[&by_directory()]));
    assert!(!scratch.path("case.tzpkg.age").exists());
}

#[test]
fn keys_passphrases_and_directories_that_do_not_fit_are_told() {
    let scratch = sealed("delivery-keys");
    let open = ["open", "case.tzpkg.age", "--inbox", "inbox"];
    scratch.write("other", "another passphrase\n");
    let with =
        |passphrase: &str| ["--identity", "receiver.key", "--passphrase-file", passphrase].map(str::to_owned);
    let wrong = run_any(&scratch, &open, &[&by_directory(), &with("other")]);
    assert_eq!(wrong.code, 1);
    expect![[r#"
        tongzhou: the passphrase does not open this key file; mind capitals and the keyboard: receiver.key
    "#]]
    .assert_eq(&wrong.err);
    let from_nowhere = ["--identity", "receiver.key", "--passphrase-env", "NOT_SET"].map(str::to_owned);
    let nobody = run_any(&scratch, &open, &[&by_directory(), &from_nowhere]);
    assert_eq!((nobody.code, nobody.out.as_str()), (3, ""));
    assert!(nobody.err.contains("NOT_SET"), "{}", nobody.err);
    let untrusted = run_any(&scratch, &["verify", "case.tzpkg", "--directory", "members.json"], &[]);
    assert_eq!(untrusted.code, 2);
    assert!(untrusted.err.contains("--board"), "{}", untrusted.err);
    let mut other_board = by_directory();
    *other_board.last_mut().unwrap() = "0".repeat(64);
    assert_eq!(run_any(&scratch, &["verify", "case.tzpkg"], &[&other_board]).code, 1);
    for run in [wrong, nobody] {
        assert!(!run.err.contains("another passphrase") && !run.err.contains(PASSPHRASE));
    }
}

#[test]
fn validate_opens_what_is_sealed_and_says_who_signed() {
    let scratch = sealed("delivery-validate");
    let day = ["--as-of", "2026-09-10"];
    let report = |path: &str, more: &[&[String]]| -> (i32, Value) {
        // The directory is in force now, by which it is judged where no day is given.
        let run = run_any(&scratch, &["validate", path, "--format", "json"], more);
        (run.code, serde_json::from_str(&run.out).unwrap())
    };
    let (_, open) = report("case.tzpkg", &[&by_directory()]);
    assert_eq!(open["marks"]["signed"], "signed");
    assert_eq!(open["marks"]["signedBy"][0]["name"], "示例机构1");
    let (_, sealed) = report("case.tzpkg.age", &[&by_directory(), &as_receiver()]);
    assert_eq!(sealed["findings"], open["findings"]);
    assert_eq!(sealed["marks"], open["marks"]);
    let (code, closed) = report("case.tzpkg.age", &[]);
    assert_eq!((code, &closed["findings"][0]["code"]), (3, &"TZ-SIG-021".into()));
    assert_eq!(closed["findings"][0]["outcome"], "could-not-check");
    let human = run_any(&scratch, &["validate", "case.tzpkg", "--lang", "zh-CN"], &[&by_directory()]);
    assert!(human.out.contains("标记：签名有效（示例机构1）"), "{}", human.out);
    let unchecked = run_any(&scratch, &["validate", "case.tzpkg", day[0], day[1]], &[]);
    assert!(unchecked.out.contains("TZ-SIG-008"), "{}", unchecked.out);
}

#[test]
fn whoever_looks_into_a_sealed_package_is_told_to_open_it_first() {
    let scratch = sealed("delivery-look");
    for args in [&["inspect", "case.tzpkg.age"][..], &["unpack", "case.tzpkg.age", "--to", "folder"]] {
        let run = scratch.run(args);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("open it with tongzhou open first"), "{}", run.err);
    }
    let key = ["--key", "sender.key", "--passphrase-file", "passphrase"].map(str::to_owned);
    let signing = refused(&scratch, &["sign", "case.tzpkg.age"], &[&key]);
    assert!(signing.contains("archive-refused"), "{signing}");
}

#[test]
#[cfg(unix)]
fn what_only_its_owner_reads_stays_so_when_it_is_signed_and_opened() {
    use std::os::unix::fs::PermissionsExt as _;
    let scratch = sealed("delivery-private");
    let mode = |path: &str| fs::metadata(scratch.path(path)).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(scratch.path("case.tzpkg"), fs::Permissions::from_mode(0o600)).unwrap();
    let key = ["--key", "receiver.key", "--passphrase-file", "passphrase"].map(str::to_owned);
    run(&scratch, &["sign", "case.tzpkg"], &key);
    assert_eq!(mode("case.tzpkg"), 0o600);
    run(&scratch, &["open", "case.tzpkg.age", "--inbox", "inbox"], &[by_directory(), as_receiver()].concat());
    assert_eq!(mode(&format!("inbox/{ID}.tzpkg")), 0o600);
}

#[test]
fn a_directory_that_was_relied_on_is_remembered_so_that_an_older_one_is_refused() {
    let scratch = sealed("remembered");
    let pair = ["members.json", "members.jws.json"];
    let older = pair.map(|name| fs::read(scratch.path(name)).unwrap());
    let board = by_directory();
    run(&scratch, &["directory", "verify", "members.json", "--state", "members.state"], &board[2..]);
    let mut newer: Value = serde_json::from_slice(&older[0]).unwrap();
    newer["version"] = (newer["version"].as_u64().unwrap() + 1).into();
    newer["previous"] = Sha256Digest::of(&older[0]).to_string().into();
    publish(&scratch, &newer);
    run(&scratch, &["verify", "case.tzpkg"], &by_directory());
    for (name, bytes) in pair.iter().zip(&older) {
        scratch.write(name, bytes);
    }
    let refused = scratch.run(&["verify", "case.tzpkg", "--directory", "members.json", "--lang", "en"]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.err.contains("rollback"), "{}", refused.err);
}
