//! `unpack`.

use std::fs;

use expect_test::expect;
use serde_json::Value;

use super::{package::packed, program::Scratch};

#[test]
fn a_package_becomes_a_working_folder_that_can_be_packed_again() {
    let scratch = packed("unpack");
    let run = scratch.run(&["unpack", "case.tzpkg", "--to", "opened"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    expect![[r#"
        Unpacked into opened: 4 files
          application.json  539
          consents/01900000-0000-7000-8000-000000000401.json  670
          documents/01900000-0000-7000-8000-000000000201.xml  20
          packing.json  596
        To pack it again: tongzhou pack opened -o opened.tzpkg
    "#]]
    .assert_eq(&run.out);
    assert_eq!(
        fs::read(scratch.path("opened/application.json")).unwrap(),
        fs::read(scratch.path("case/application.json")).unwrap()
    );
    expect![[r#"
        {
          "expiresAt": "2026-12-02T01:00:00Z",
          "purpose": "application",
          "sender": {
            "role": "guardian",
            "name": "甲大山"
          },
          "audience": [
            "531000000000000008"
          ],
          "classes": {
            "application": [
              "identity",
              "contact",
              "medical"
            ],
            "consents": [
              "identity",
              "guardianship"
            ]
          },
          "documents": [
            {
              "file": "01900000-0000-7000-8000-000000000201.xml",
              "documentId": "01900000-0000-7000-8000-000000000201",
              "classes": [
                "medical"
              ],
              "originalName": "甲小明\u001b[2J诊断.xml"
            }
          ]
        }
    "#]]
    .assert_eq(&fs::read_to_string(scratch.path("opened/packing.json")).unwrap());
    let zh = scratch.run(&["unpack", "case.tzpkg", "--to", "opened-2", "--lang", "zh-CN"]);
    expect![[r#"
        已解开到 opened-2，共 4 个文件：
          application.json  539
          consents/01900000-0000-7000-8000-000000000401.json  670
          documents/01900000-0000-7000-8000-000000000201.xml  20
          packing.json  596
        改好以后重新打包：tongzhou pack opened-2 -o opened-2.tzpkg
    "#]]
    .assert_eq(&zh.out);

    let packed = scratch.run(&["pack", "opened", "-o", "opened.tzpkg"]);
    assert_eq!((packed.code, packed.err.as_str()), (0, ""));
    let contents = |name: &str| -> Value {
        let run = scratch.run(&["inspect", name, "--personal", "--format", "json"]);
        let mut contents: Value = serde_json::from_str(&run.out).unwrap();
        // Another package, made at another time; the rest is what it was.
        for own in ["packageId", "createdAt"] {
            contents["manifest"].as_object_mut().unwrap().remove(own).unwrap();
        }
        contents
    };
    assert_eq!(contents("opened.tzpkg"), contents("case.tzpkg"));
    let unpack = |package: &str, to: &str| {
        assert_eq!(scratch.run(&["unpack", package, "--to", to, "--entries"]).code, 0);
    };
    unpack("case.tzpkg", "before");
    unpack("opened.tzpkg", "after");
    for entry in [
        "records/01900000-0000-7000-8000-000000000001.json",
        "documents/01900000-0000-7000-8000-000000000201.xml",
    ] {
        let read = |folder: &str| fs::read(scratch.path(&format!("{folder}/{entry}"))).unwrap();
        assert_eq!(read("before"), read("after"));
    }
}

#[test]
fn what_cannot_be_a_working_folder_is_said_and_can_still_be_taken_apart() {
    let scratch = Scratch::new("unpack-other");
    scratch.write("empty.tzpkg", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    let mut said = String::new();
    for lang in ["zh-CN", "en"] {
        let run = scratch.run(&["unpack", "empty.tzpkg", "--to", "opened", "--lang", lang]);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        said += &run.err;
    }
    expect![[r#"
        tongzhou: 这个资料包不能还原成工作文件夹: empty.tzpkg
          它没有读得懂的清单
          加 --entries 可以照原样解开；用 tongzhou validate 可以查看问题
        tongzhou: no working folder can be made of this package: empty.tzpkg
          it has no readable manifest
          --entries unpacks it as it is; tongzhou validate says what is wrong with it
    "#]]
    .assert_eq(&said);
    assert!(!scratch.path("opened").exists());
    assert_eq!(scratch.run(&["unpack", "empty.tzpkg", "--to", "opened", "--entries"]).code, 0);
}

#[test]
fn a_package_is_taken_apart_as_it_is_where_that_is_asked_for() {
    let scratch = packed("unpack-entries");
    let run = scratch.run(&["unpack", "case.tzpkg", "--to", "opened", "--entries"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    expect![[r#"
        Unpacked into opened: 4 files
          manifest.json  1427
          records/01900000-0000-7000-8000-000000000001.json  539
          records/01900000-0000-7000-8000-000000000401.json  670
          documents/01900000-0000-7000-8000-000000000201.xml  20
    "#]]
    .assert_eq(&run.out);
    assert_eq!(
        fs::read(scratch.path("opened/records/01900000-0000-7000-8000-000000000001.json")).unwrap(),
        fs::read(scratch.path("case/application.json")).unwrap()
    );
}

#[test]
fn nothing_is_unpacked_over_what_is_there() {
    let scratch = packed("unpack-over");
    scratch.write("taken/mine.txt", "mine");
    for target in ["taken", "taken/", "taken/mine.txt"] {
        let run = scratch.run(&["unpack", "case.tzpkg", "--to", target, "--lang", "zh-CN"]);
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{target}");
        assert_eq!(run.err, format!("tongzhou: 这里已经有内容，请换一个新文件夹: {target}\n"));
    }
    assert_eq!(fs::read(scratch.path("taken/mine.txt")).unwrap(), b"mine");
    assert_eq!(scratch.run(&["unpack", "case.tzpkg", "--to", "."]).code, 2);
    assert_eq!(scratch.run(&["unpack", "case.tzpkg", "--to", "none/new"]).code, 3);
    fs::create_dir(scratch.path("empty")).unwrap();
    assert_eq!(scratch.run(&["unpack", "case.tzpkg", "--to", "empty"]).code, 0);
}
