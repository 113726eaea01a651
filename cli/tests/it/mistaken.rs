//! A file that is taken for another: which it is, and what to do with it, in both languages; and files that are far too
//! large for what they are taken for.

use std::fs::{self, File};

use super::{
    alliance::{PASSPHRASE, as_receiver, by_directory, lasting_folder, run, sealed},
    program::{Run, Scratch},
};

/// Every kind of file that there is about a delivery.
fn files(name: &str) -> Scratch {
    let scratch = sealed(name);
    lasting_folder(&scratch, "folder");
    run(&scratch, &["pack", "folder", "-o", "unsigned.tzpkg"], &[]);
    let board = by_directory();
    run(&scratch, &["directory", "verify", "members.json", "--state", "kept.state"], &board[2..]);
    let keys = ["keygen", "-o", "new.key", "--passphrase-file", "passphrase"];
    run(&scratch, &keys, &[]);
    let entry = ["directory", "entry", "-o", "entry.json", "--name", "示例", "--role", "charity"];
    run(&scratch, &entry, &["--code", "531000000000000008", "--keys", "new.pub.json"].map(str::to_owned));
    scratch.write("empty.tzpkg", "");
    scratch
}

/// The arguments, of which FILE is the file and the names in capitals stand for several.
fn command(scratch: &Scratch, args: &str, file: &str, lang: &str) -> Run {
    let mut all: Vec<String> = Vec::new();
    for word in args.split(' ') {
        match word {
            "FILE" => all.push(file.to_owned()),
            "BOARD" => all.extend(by_directory()),
            "RECEIVER" => all.extend(as_receiver()),
            word => all.push(word.to_owned()),
        }
    }
    all.extend(["--lang".to_owned(), lang.to_owned()]);
    scratch.run(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn every_file_that_is_taken_for_another_is_named_with_the_next_step() {
    let scratch = files("mistaken");
    let sign = "sign FILE --key sender.key --passphrase-file passphrase";
    let (seal, open) = ("seal FILE BOARD", "open FILE BOARD RECEIVER --inbox inbox");
    let (verify, verify_sealed) = ("verify FILE BOARD", "verify FILE BOARD RECEIVER");
    let unlock = "sign case.tzpkg --key FILE --passphrase-file passphrase";
    let entry = "directory entry -o x.json --name 示例 --role charity --code 531000000000000008 --keys FILE";
    for (args, file, english, chinese) in [
        (sign, "case.tzpkg.age", "signing comes before sealing", "签名在密封之前"),
        (sign, "new.key", "this is a key file", "这是用口令锁住的密钥文件"),
        (sign, "members.json", "this is a member directory", "这是成员名录"),
        (sign, "folder/application.json", "tongzhou pack", "tongzhou pack"),
        (sign, "folder", "pack it with tongzhou pack first", "请先用 tongzhou pack 打包"),
        (sign, "empty.tzpkg", "this is an empty file", "这是空文件"),
        (seal, "unsigned.tzpkg", "signs it with tongzhou sign", "先用 tongzhou sign 签名"),
        (seal, "case.tzpkg.age", "sealed already", "已经密封好了"),
        (seal, "new.pub.json", "this is a file of public keys", "这是公钥文件"),
        (seal, "folder", "pack it with tongzhou pack first", "请先用 tongzhou pack 打包"),
        (open, "case.tzpkg", "this package is not sealed", "这个资料包没有密封"),
        (open, "new.key", "this is a key file", "这是用口令锁住的密钥文件"),
        (open, "members.jws.json", "this is a file of signatures", "这是签名文件"),
        (open, "folder/application.json", "tongzhou pack", "tongzhou pack"),
        (open, "empty.tzpkg", "this is an empty file", "这是空文件"),
        (verify, "unsigned.tzpkg", "the package is not signed", "资料包没有签名"),
        (verify, "case.tzpkg.age", "name the key file that opens it with --identity", "用 --identity 指明"),
        (verify, "entry.json", "this is the entry of a member", "这是成员的登记内容"),
        (verify, "kept.state", "this is a state file", "这是状态文件"),
        (verify_sealed, "new.key", "this is a key file", "这是用口令锁住的密钥文件"),
        ("validate FILE", "case.tzpkg.age", "TZ-SIG-021", "TZ-SIG-021"),
        ("validate FILE", "new.key", "this is a key file", "这是用口令锁住的密钥文件"),
        ("validate FILE", "new.pub.json", "this is a file of public keys", "这是公钥文件"),
        ("validate FILE", "members.jws.json", "this is a file of signatures", "这是签名文件"),
        ("validate FILE", "kept.state", "this is a state file", "这是状态文件"),
        ("unpack FILE --to x", "case.tzpkg.age", "open it with tongzhou open", "先用 tongzhou open 打开"),
        ("unpack FILE --to x", "new.key", "this is a key file", "这是用口令锁住的密钥文件"),
        ("unpack FILE --to x", "folder", "pack it with tongzhou pack first", "请先用 tongzhou pack 打包"),
        ("inspect FILE", "case.tzpkg.age", "open it with tongzhou open", "先用 tongzhou open 打开"),
        ("inspect FILE", "members.json", "this is a member directory", "这是成员名录"),
        ("receipts FILE", "case.tzpkg.age", "open it with tongzhou open", "先用 tongzhou open 打开"),
        ("pack FILE -o x.tzpkg", "case.tzpkg", "name the folder", "请写文件夹的名字"),
        (unlock, "new.pub.json", "this is a file of public keys", "这是公钥文件"),
        (unlock, "case.tzpkg.age", "this is a sealed package", "这是密封的资料包"),
        (unlock, "members.json", "this is a member directory", "这是成员名录"),
        (entry, "new.key", "this is a key file", "这是用口令锁住的密钥文件"),
        (entry, "entry.json", "this is the entry of a member", "这是成员的登记内容"),
        ("directory add members.json FILE", "new.pub.json", "this is a file of public keys", "这是公钥文件"),
        ("directory add members.json FILE", "members.json", "this is a member directory", "这是成员名录"),
        ("directory add members.json FILE", "case.tzpkg", "this is a package", "这是资料包"),
        (
            "directory add FILE entry.json",
            "entry.json",
            "this is the entry of a member",
            "这是成员的登记内容",
        ),
        ("directory renew FILE", "members.jws.json", "this is a file of signatures", "这是签名文件"),
        ("directory show FILE", "case.tzpkg", "this is a package", "这是资料包"),
        ("directory show FILE", "new.key", "this is a key file", "这是用口令锁住的密钥文件"),
        (
            "verify case.tzpkg --directory members.json --state FILE",
            "members.json",
            "a member directory",
            "成员名录",
        ),
    ] {
        for (lang, said) in [("en", english), ("zh-CN", chinese)] {
            let run = command(&scratch, args, file, lang);
            assert_ne!(run.code, 0, "{args} {file}");
            let all = format!("{}{}", run.out, run.err);
            assert!(all.contains(said), "{args}, {file}, {lang}:\n{all}");
            assert!(!all.contains(PASSPHRASE), "{args}, {file}");
        }
    }
    assert!(!scratch.path("x.json").exists() && !scratch.path("x.tzpkg").exists());
}

#[test]
fn a_file_that_is_far_too_large_for_its_kind_is_refused_and_not_read() {
    let scratch = files("too-large");
    File::create(scratch.path("huge")).unwrap().set_len(1 << 40).unwrap();
    fs::copy(scratch.path("members.jws.json"), scratch.path("huge.jws.json")).unwrap();
    fs::copy(scratch.path("members.json"), scratch.path("beside.json")).unwrap();
    File::create(scratch.path("beside.jws.json")).unwrap().set_len(1 << 40).unwrap();
    for (args, code) in [
        ("directory add members.json FILE", 1),
        ("directory add FILE entry.json", 1),
        ("directory entry --from FILE --keys new.pub.json -o x.json", 1),
        ("directory entry -o x.json --name 示例 --role charity --code 531000000000000008 --keys FILE", 1),
        ("directory init -o x.json --name 示例 --threshold 1 --board 甲=huge", 1),
        ("directory revoke members.json 531000000000000008 --keys FILE --reason lost", 1),
        ("directory show FILE", 1),
        ("directory verify FILE --state kept.state", 1),
        ("directory verify beside.json --state kept.state", 1),
        ("directory verify members.json --state FILE", 1),
        ("verify case.tzpkg --directory members.json --state FILE", 1),
        ("verify case.tzpkg --directory FILE --state kept.state", 1),
        ("sign case.tzpkg --key sender.key --passphrase-file FILE", 1),
        ("sign case.tzpkg --key FILE --passphrase-file passphrase", 1),
        ("sign FILE --key sender.key --passphrase-file passphrase", 1),
        ("verify FILE BOARD", 1),
        ("open FILE BOARD RECEIVER --inbox inbox", 1),
        ("validate FILE", 1),
    ] {
        for lang in ["en", "zh-CN"] {
            let run = command(&scratch, args, "huge", lang);
            assert_eq!(run.code, code, "{args}: {}{}", run.out, run.err);
            assert!(!run.err.contains("memory"), "{args}: {}", run.err);
        }
    }
    let said = |args: &str| command(&scratch, args, "huge", "en").err;
    assert_eq!(
        said("sign case.tzpkg --key sender.key --passphrase-file FILE"),
        "tongzhou: the file is too large: what belongs here has no more than 4 KiB, so this may be another file: huge\n"
    );
    assert!(said("directory add members.json FILE").contains("no more than 8 MiB"));
    assert!(said("directory show FILE").contains("too-large"));
    assert!(said("directory verify FILE --state kept.state").contains("too-large"));
    assert!(!scratch.path("x.json").exists());
    // A folder whose notice is one is packed all the same: the notice is no part of the package.
    File::create(scratch.path("folder/notice.txt")).unwrap().set_len(1 << 40).unwrap();
    assert_eq!(command(&scratch, "pack folder -o y.tzpkg", "", "en").code, 0);
}
