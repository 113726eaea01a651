//! `inspect`, and packages that no command opens.

use std::fs;

use expect_test::expect;
use serde_json::Value;

use super::{package::packed, program::Scratch};

#[test]
fn a_package_is_looked_into_without_personal_values() {
    let scratch = packed("inspect");
    let zh = scratch.run(&["inspect", "case.tzpkg", "--lang", "zh-CN"]);
    assert_eq!((zh.code, zh.err.as_str()), (0, ""));
    expect![[r#"
        资料包 · 3 个条目（不计清单和签名），未经校验
          资料包标识号：01900000-0000-7000-8000-000000000501
          主文件：records/01900000-0000-7000-8000-000000000001.json
          制作时刻：2026-09-02T01:00:00Z
          失效时刻：2026-12-02T01:00:00Z
          用途：申请
          发送方：监护人
          接收机构：531000000000000008
          授权同意书：01900000-0000-7000-8000-000000000401

        条目（字节数、存法、名称、内容）
               1427  原样  manifest.json  包清单
                539  压缩  records/01900000-0000-7000-8000-000000000001.json  统一救助申请 · 身份信息、联系方式、诊疗信息
                670  压缩  records/01900000-0000-7000-8000-000000000401.json  授权同意书 · 身份信息、监护关系
                 20  压缩  documents/01900000-0000-7000-8000-000000000201.xml  证明材料 · 诊疗信息
    "#]].assert_eq(&zh.out);
    let en = scratch.run(&["inspect", "case.tzpkg"]);
    assert_eq!((en.code, en.err.as_str()), (0, ""));
    expect![[r#"
        Package · 3 entries (manifest and signatures not counted), not checked
          Package id: 01900000-0000-7000-8000-000000000501
          Root document: records/01900000-0000-7000-8000-000000000001.json
          Created: 2026-09-02T01:00:00Z
          Expires: 2026-12-02T01:00:00Z
          Purpose: Application
          Sender: Guardian
          Audience: 531000000000000008
          Consents: 01900000-0000-7000-8000-000000000401

        Entries (bytes, method, name, content)
               1427  stored    manifest.json  Manifest
                539  deflated  records/01900000-0000-7000-8000-000000000001.json  Application · Identity, Contact, Medical
                670  deflated  records/01900000-0000-7000-8000-000000000401.json  Consent · Identity, Guardianship
                 20  deflated  documents/01900000-0000-7000-8000-000000000201.xml  Paper · Medical
    "#]].assert_eq(&en.out);
    let json = scratch.run(&["inspect", "case.tzpkg", "--format", "json"]);
    assert_eq!((json.code, json.err.as_str()), (0, ""));
    expect![[r#"
        {
          "manifest": {
            "packageId": "01900000-0000-7000-8000-000000000501",
            "root": "records/01900000-0000-7000-8000-000000000001.json",
            "createdAt": "2026-09-02T01:00:00Z",
            "expiresAt": "2026-12-02T01:00:00Z",
            "purpose": "application",
            "senderRole": "guardian",
            "audience": [
              "531000000000000008"
            ],
            "consentIds": [
              "01900000-0000-7000-8000-000000000401"
            ]
          },
          "entries": [
            {
              "name": "manifest.json",
              "kind": "manifest",
              "documentType": "manifest",
              "method": "stored",
              "size": 1427,
              "compressedSize": 1427,
              "listed": false,
              "classes": []
            },
            {
              "name": "records/01900000-0000-7000-8000-000000000001.json",
              "kind": "record",
              "documentType": "application",
              "method": "deflated",
              "size": 539,
              "compressedSize": 356,
              "listed": true,
              "classes": [
                "identity",
                "contact",
                "medical"
              ]
            },
            {
              "name": "records/01900000-0000-7000-8000-000000000401.json",
              "kind": "record",
              "documentType": "consent",
              "method": "deflated",
              "size": 670,
              "compressedSize": 411,
              "listed": true,
              "classes": [
                "identity",
                "guardianship"
              ]
            },
            {
              "name": "documents/01900000-0000-7000-8000-000000000201.xml",
              "kind": "paper",
              "method": "deflated",
              "size": 20,
              "compressedSize": 19,
              "listed": true,
              "classes": [
                "medical"
              ]
            }
          ],
          "missing": []
        }
    "#]]
    .assert_eq(&json.out);
    for run in [&zh, &en, &json] {
        assert!(!run.out.contains('甲'), "{}", run.out);
    }
}

#[test]
fn personal_values_are_shown_where_they_are_asked_for_and_do_not_steer_the_terminal() {
    let scratch = packed("inspect-personal");
    let human = scratch.run(&["inspect", "case.tzpkg", "--personal"]);
    assert!(human.out.contains("甲大山"), "{}", human.out);
    assert!(human.out.contains("甲小明\u{FFFD}[2J诊断.xml"), "{}", human.out);
    let json = scratch.run(&["inspect", "case.tzpkg", "--personal", "--format", "json"]);
    let contents: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(contents["manifest"]["senderName"], "甲大山");
    assert_eq!(contents["entries"][3]["originalName"], "甲小明\u{1b}[2J诊断.xml");
}

#[test]
fn a_refused_archive_is_told_with_the_reason() {
    let scratch = packed("refused");
    let mut bytes = fs::read(scratch.path("case.tzpkg")).unwrap();
    bytes.extend_from_slice(b"more");
    scratch.write("more.tzpkg", &bytes);
    scratch.write("empty.tzpkg", "");
    scratch.write("note.txt", "no archive");
    for name in ["more.tzpkg", "empty.tzpkg", "note.txt"] {
        for args in
            [&["inspect", name][..], &["inspect", name, "--format", "json"], &["unpack", name, "--to", "new"]]
        {
            let run = scratch.run(args);
            assert_eq!((run.code, run.out.as_str()), (1, ""), "{args:?}");
            assert!(
                run.err.starts_with(&format!("tongzhou: this package is refused: {name}\n")),
                "{}",
                run.err
            );
            assert!(run.err.contains("[TZ-PKG-"), "{}", run.err);
        }
    }
    assert!(scratch.run(&["inspect", "more.tzpkg"]).err.contains("(trailing-bytes, byte "));
    assert!(scratch.run(&["inspect", "more.tzpkg", "--lang", "zh-CN"]).err.contains("（trailing-bytes，第 "));
    assert!(!scratch.path("new").exists());
}

#[test]
fn content_that_lies_is_refused_and_leaves_nothing_behind() {
    let scratch = packed("lies");
    let mut bytes = fs::read(scratch.path("case.tzpkg")).unwrap();
    // The manifest comes first and is stored: its text is changed, its check sum is not.
    let at = bytes.windows(8).position(|window| window == b"tongzhou").unwrap();
    bytes[at] = b'T';
    scratch.write("lies.tzpkg", &bytes);
    for args in [&["inspect", "lies.tzpkg"][..], &["unpack", "lies.tzpkg", "--to", "new"]] {
        let run = scratch.run(args);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{args:?}");
        assert!(run.err.contains("crc-lies"), "{}", run.err);
    }
    let left: Vec<_> =
        fs::read_dir(scratch.path("")).unwrap().map(|item| item.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn a_package_without_a_manifest_is_listed_and_wrong() {
    let scratch = Scratch::new("no-manifest");
    scratch.write("case/application.json", "{}");
    let empty = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    scratch.write("empty.tzpkg", empty);
    let run = scratch.run(&["inspect", "empty.tzpkg"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    expect![[r#"
        Package · 0 entries (manifest and signatures not counted), not checked
          There is no readable manifest; tongzhou validate says why

        Entries (bytes, method, name, content)
    "#]]
    .assert_eq(&run.out);
    let json = scratch.run(&["inspect", "empty.tzpkg", "--format", "json"]);
    assert_eq!(json.code, 1);
    let contents: Value = serde_json::from_str(&json.out).unwrap();
    assert!(contents.get("manifest").is_none());
}

#[test]
fn what_is_no_file_cannot_be_looked_into() {
    let scratch = packed("inspect-no-file");
    for name in ["none.tzpkg", "case", "case.tzpkg/case"] {
        for args in [&["inspect", name][..], &["unpack", name, "--to", "new"]] {
            let run = scratch.run(args);
            assert_eq!((run.code, run.out.as_str()), (3, ""), "{args:?}");
            assert!(run.err.starts_with("tongzhou: cannot read: "), "{}", run.err);
        }
    }
}

#[test]
fn a_package_may_come_on_standard_input_to_be_looked_into_or_unpacked() {
    let scratch = packed("inspect-stdin");
    let bytes = fs::read(scratch.path("case.tzpkg")).unwrap();
    let read = scratch.run(&["inspect", "case.tzpkg"]);
    assert_eq!(scratch.run_with(&["inspect", "-", "--lang", "en"], &[], &bytes), read);
    let unpacked = scratch.run_with(&["unpack", "-", "--to", "opened"], &[], &bytes);
    assert_eq!((unpacked.code, unpacked.err.as_str()), (0, ""));
    assert!(scratch.path("opened/application.json").exists());
    let half = scratch.run_with(&["inspect", "-"], &[], &bytes[..bytes.len() / 2]);
    assert_eq!(half.code, 1);
    assert!(half.err.contains("[TZ-PKG-"), "{}", half.err);
}

#[test]
fn what_is_no_package_is_told_what_it_looks_like() {
    let scratch = Scratch::new("inspect-likeness");
    scratch.write("scan.pdf", "%PDF-1.7\n");
    scratch.write("app.tzpkg", "\n{ \"standard\": \"tongzhou\" }");
    for (name, zh, en) in [
        ("scan.pdf", "这看起来是 PDF", "this looks like a PDF"),
        ("app.tzpkg", "这是 JSON 文件", "this is a JSON file"),
    ] {
        for args in [&["inspect", name][..], &["unpack", name, "--to", "new"]] {
            let run = scratch.run(args);
            assert_eq!(run.code, 1);
            assert!(run.err.contains(en), "{}", run.err);
            let run = scratch.run(&[args, &["--lang", "zh-CN"]].concat());
            assert!(run.err.contains(zh), "{}", run.err);
        }
    }
}
