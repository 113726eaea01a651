//! `directory entry`: a member that has an entry gets new keys, and a wrong code of an organisation is explained.

use std::{collections::BTreeSet, fs};

use expect_test::expect;
use serde_json::Value;
use tongzhou::value::OrganisationCode;

use super::{
    directory::{CODE, fingerprint, founded, keygen, sign, verify},
    program::{Run, Scratch},
};

const OTHER_CODE: &str = "533100001234567881";

/// New keys for whoever `from` says.
fn renewed(scratch: &Scratch, from: &[&str], keys: &str, path: &str) -> Run {
    let args = [&["directory", "entry", "--from"], from, &["--keys", keys, "-o", path]].concat();
    scratch.run(&args)
}

#[test]
fn a_lost_or_stolen_key_is_given_up_and_the_member_goes_on_with_new_ones() {
    let scratch = founded("directory-new-keys");
    let print = fingerprint(&scratch);
    assert_eq!(verify(&scratch, &["--board", &print, "--state", "state.json"]).code, 0);
    let json =
        |path: &str| -> Value { serde_json::from_slice(&fs::read(scratch.path(path)).unwrap()).unwrap() };
    let former = json("member.json");
    keygen(&scratch, "member-2");
    let made = renewed(&scratch, &["member.json"], "member-2.pub.json", "member.json");
    assert_eq!((made.code, made.err.as_str()), (0, ""));
    let (old, new) = (json("member.pub.json"), json("member-2.pub.json"));
    assert!(
        made.out.starts_with("Made, with new keys and nothing else changed: member.json\n"),
        "{}",
        made.out
    );
    for name in ["keyId", "recipient"] {
        assert!(made.out.contains(new[name].as_str().unwrap()), "{}", made.out);
    }
    // In the place of the old one, of which nothing is lost.
    let entry = json("member.json");
    assert_eq!(entry["memberId"], former["memberId"]);
    assert_eq!(entry["signingKeys"][0], former["signingKeys"][0]);
    assert_eq!(entry["signingKeys"][1]["keyId"], new["keyId"]);
    assert_eq!(entry["recipientKeys"][1]["recipient"], new["recipient"]);

    let revoke = ["directory", "revoke", "directory.json", CODE, "--keys", "member.pub.json"];
    let revoked = scratch.run(&[&revoke[..], &["--reason", "compromised"]].concat());
    assert_eq!(revoked.code, 0, "{}", revoked.err);
    let added = scratch.run(&["directory", "add", "directory.json", "member.json", "--replace"]);
    assert_eq!(added.code, 0, "{}", added.err);
    let expected = format!(
        "New keys, to be compared with the member over the telephone before anybody signs:\n  {}\n  {}\nNext",
        new["keyId"].as_str().unwrap(),
        new["recipient"].as_str().unwrap()
    );
    assert!(added.out.contains(&expected), "{}", added.out);
    let (first, second) = (sign(&scratch, "board-1"), sign(&scratch, "board-2"));
    assert!(first.out.ends_with("on to the next of the board, who signs too\n"), "{}", first.out);
    assert!(
        second.out.ends_with("then give directory.json and directory.jws.json to every member\n"),
        "{}",
        second.out
    );
    let relied_on = verify(&scratch, &["--state", "state.json"]);
    assert_eq!(relied_on.code, 0, "{}", relied_on.err);
    let listed = json("directory.json")["members"][0].clone();
    assert_eq!(listed["memberId"], former["memberId"]);
    for (list, name) in [("signingKeys", "keyId"), ("recipientKeys", "recipient")] {
        assert_eq!(listed[list][0][name], old[name]);
        assert_eq!(listed[list][0]["revocation"]["reason"], "compromised");
        assert_eq!(listed[list][1][name], new[name]);
        assert!(listed[list][1]["revocation"].is_null());
    }
}

#[test]
fn keys_are_changed_before_they_expire_with_the_entry_that_the_directory_lists() {
    let scratch = founded("directory-rotation");
    fs::remove_file(scratch.path("member.json")).unwrap();
    keygen(&scratch, "member-2");
    let from = ["directory.json", "--code", CODE];
    let made = renewed(&scratch, &from, "member-2.pub.json", "member-2.json");
    assert_eq!((made.code, made.err.as_str()), (0, ""));
    let replaced = scratch.run(&["directory", "add", "directory.json", "member-2.json", "--replace"]);
    assert_eq!(replaced.code, 0, "{}", replaced.err);
    assert_eq!((sign(&scratch, "board-2").code, sign(&scratch, "board-3").code), (0, 0));
    let print = fingerprint(&scratch);
    assert_eq!(verify(&scratch, &["--board", &print]).code, 0);
    let shown = scratch.run(&["directory", "show", "directory.json"]).out;
    assert_eq!(shown.matches("  until ").count(), 4, "old keys and new ones count side by side: {shown}");

    for (from, keys, path, code, said) in [
        (&["directory.json"][..], "member-2.pub.json", "x.json", 2, "say with --code whose entry"),
        (&["directory.json", "--code", OTHER_CODE], "member-2.pub.json", "x.json", 1, "no such member"),
        (
            &["member-2.json", "--code", OTHER_CODE],
            "board-1.pub.json",
            "x.json",
            1,
            "of another organisation",
        ),
        (&["member-2.json"], "member-2.pub.json", "x.json", 1, "in the entry already"),
        (&["member-2.json"], "board-1.pub.json", "directory.json", 3, "there already"),
        (&["directory.json", "--code", CODE], "board-1.pub.json", "directory.json", 3, "there already"),
        (&["member-2.pub.json"], "board-1.pub.json", "x.json", 1, "a file of public keys"),
        (&["member-2.json", "--name", "示例"], "board-1.pub.json", "x.json", 2, "--from"),
        (&["none.json"], "board-1.pub.json", "x.json", 3, "no such file"),
    ] {
        let run = renewed(&scratch, from, keys, path);
        assert_eq!((run.code, run.out.as_str()), (code, ""), "{from:?}: {}", run.err);
        assert!(run.err.contains(said), "{from:?}: {}", run.err);
    }
    assert!(!scratch.path("x.json").exists());
}

#[test]
fn a_wrong_organisation_code_is_told_with_its_place() {
    let scratch = Scratch::new("directory-code");
    let mut said = String::new();
    for code in ["53100000000000000", "53100000000000000O", "53100A000000000008", "531000000000000009"] {
        for lang in ["en", "zh-CN"] {
            let args = ["--name", "示例", "--role", "charity", "--keys", "none.pub.json", "--lang", lang];
            let run =
                scratch.run(&[&["directory", "entry", "-o", "x.json", "--code", code][..], &args].concat());
            assert_eq!((run.code, run.out.as_str()), (1, ""));
            said += &run.err;
        }
    }
    expect![[r#"
        tongzhou: a unified social credit code has 18 characters, and --code has 17: probably one is left out or one too many. Compare it with the certificate of registration, character by character; for practice take one that is made up: 531000000000000008, 533100001234567881
        tongzhou: 统一社会信用代码有 18 位，--code 写了 17 位，多半漏了或多了一位。请对照登记证书逐位核对；只是练习，可以用虚构的 531000000000000008、533100001234567881
        tongzhou: character 18 of the unified social credit code is wrong: there are digits and capitals in it, and no I, O, S, V or Z; what looks like one of these is probably a 1, 0, 5, 2 or the letter U. Compare it with the certificate of registration, character by character; for practice take one that is made up: 531000000000000008, 533100001234567881
        tongzhou: 统一社会信用代码的第 18 位写错了：只用数字和大写字母，而且不用 I、O、S、V、Z，看着像这些字母的多半是数字 1、0、5、2 或字母 U。请对照登记证书逐位核对；只是练习，可以用虚构的 531000000000000008、533100001234567881
        tongzhou: character 6 of the unified social credit code is wrong: characters 3 to 8 tell the place of registration and are digits. Compare it with the certificate of registration, character by character; for practice take one that is made up: 531000000000000008, 533100001234567881
        tongzhou: 统一社会信用代码的第 6 位写错了：第 3 到 8 位是登记地的代码，只有数字。请对照登记证书逐位核对；只是练习，可以用虚构的 531000000000000008、533100001234567881
        tongzhou: the 18th character of the unified social credit code is a check on the 17 before it and does not agree with them: probably one was miscopied, or two of them swapped. Compare it with the certificate of registration, character by character; for practice take one that is made up: 531000000000000008, 533100001234567881
        tongzhou: 统一社会信用代码的第 18 位是校验码，和前面 17 位对不上：多半有一位抄错，或者有两位写颠倒了。请对照登记证书逐位核对；只是练习，可以用虚构的 531000000000000008、533100001234567881
    "#]].assert_eq(&said);
}

#[test]
fn organisation_codes_that_help_and_guides_offer_are_right_and_more_than_one() {
    let scratch = Scratch::new("directory-codes");
    let help = scratch.run(&["directory", "entry", "--help"]).out;
    let guide = |name: &str| {
        fs::read_to_string(format!("{}/../docs/guide/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    };
    for (place, text) in [("help", help), ("en", guide("keys.md")), ("zh-CN", guide("keys.zh-CN.md"))] {
        let codes: BTreeSet<&str> = text
            .split(|char: char| !char.is_ascii_alphanumeric())
            .filter(|word| word.len() == 18 && word.starts_with("53"))
            .collect();
        assert!(codes.len() > 1, "{place}: {codes:?}");
        for code in codes {
            assert!(code.parse::<OrganisationCode>().is_ok(), "{place}: {code}");
        }
    }
}
