//! `pack` and `inspect`.

use std::fs;

use expect_test::expect;
use serde_json::Value;

use super::{inputs::working_folder, program::Scratch};

pub(crate) fn packed(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    working_folder(&scratch, "case");
    let run = scratch.run(&["pack", "case", "-o", "case.tzpkg"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    scratch
}

#[test]
fn packing_tells_what_was_packed_and_what_comes_next() {
    let scratch = Scratch::new("pack");
    working_folder(&scratch, "case");
    let en = scratch.run(&["pack", "case", "-o", "en.tzpkg"]);
    assert_eq!((en.code, en.err.as_str()), (0, ""));
    expect![[r#"
        Packed: en.tzpkg
          Package id: 01900000-0000-7000-8000-000000000501
          4 entries:
               1427  manifest.json
                539  records/01900000-0000-7000-8000-000000000001.json
                670  records/01900000-0000-7000-8000-000000000401.json
                 20  documents/01900000-0000-7000-8000-000000000201.xml
        Next: tongzhou validate en.tzpkg
    "#]]
    .assert_eq(&en.out);
    let zh = scratch.run(&["pack", "case", "--output", "zh.tzpkg", "--lang", "zh-CN"]);
    assert_eq!((zh.code, zh.err.as_str()), (0, ""));
    expect![[r#"
        已打包：zh.tzpkg
          资料包标识号：01900000-0000-7000-8000-000000000501
          4 个条目：
               1427  manifest.json
                539  records/01900000-0000-7000-8000-000000000001.json
                670  records/01900000-0000-7000-8000-000000000401.json
                 20  documents/01900000-0000-7000-8000-000000000201.xml
        下一步：tongzhou validate zh.tzpkg
    "#]]
    .assert_eq(&zh.out);
    assert_eq!(fs::read(scratch.path("en.tzpkg")).unwrap(), fs::read(scratch.path("zh.tzpkg")).unwrap());
}

#[test]
fn a_file_that_is_there_is_kept_unless_it_may_be_written_over() {
    let scratch = packed("pack-over");
    scratch.write("case.tzpkg", "mine");
    let refused = scratch.run(&["pack", "case", "-o", "case.tzpkg"]);
    assert_eq!((refused.code, refused.out.as_str()), (3, ""));
    expect![[r#"
        tongzhou: the file is there already; --force writes over it: case.tzpkg
    "#]]
    .assert_eq(&refused.err);
    assert_eq!(fs::read(scratch.path("case.tzpkg")).unwrap(), b"mine");
    let forced = scratch.run(&["pack", "case", "-o", "case.tzpkg", "--force"]);
    assert_eq!(forced.code, 0);
    assert_ne!(fs::read(scratch.path("case.tzpkg")).unwrap(), b"mine");
}

#[test]
fn a_folder_that_cannot_be_packed_is_told_without_the_names_of_its_files() {
    let scratch = packed("pack-wrong");
    scratch.write("case/documents/甲小明二.pdf", "%PDF");
    let zh = scratch.run(&["pack", "case", "-o", "new.tzpkg", "--lang", "zh-CN"]);
    assert_eq!((zh.code, zh.out.as_str()), (1, ""));
    expect![[r#"
        tongzhou: 这个文件夹还不能打包: case
          documents 里按文件名排序的第 2 个文件没有在 packing.json 里登记
    "#]]
    .assert_eq(&zh.err);
    let en = scratch.run(&["pack", "case", "-o", "new.tzpkg"]);
    assert_eq!((en.code, en.out.as_str()), (1, ""));
    expect![[r#"
        tongzhou: this folder cannot be packed yet: case
          file 2 in documents/ (by name) is not listed in packing.json
    "#]]
    .assert_eq(&en.err);
    assert!(!scratch.path("new.tzpkg").exists());
    fs::remove_file(scratch.path("case/documents/甲小明二.pdf")).unwrap();
    scratch.write("case/packing.json", "{");
    assert_eq!(scratch.run(&["pack", "case", "-o", "new.tzpkg"]).code, 1);
    fs::remove_file(scratch.path("case/packing.json")).unwrap();
    assert_eq!(scratch.run(&["pack", "case", "-o", "new.tzpkg"]).code, 1);
}

#[test]
fn what_is_wrong_with_packing_json_is_told_by_line_and_column_with_a_guess_at_what_was_meant() {
    let scratch = packed("pack-packing");
    let packing = fs::read_to_string(scratch.path("case/packing.json")).unwrap();
    let mut said = String::new();
    for wrong in [
        packing
            .replace("documentId", "documentID")
            .replace("\"purpose\": \"application\"", "\"purpos\": \"application\""),
        packing
            .replace("\"audience\"", "\"towards\"")
            .replace("\"role\": \"guardian\"", "\"role\": \"guardain\""),
        packing.replace("甲小明.xml", "甲小鸣.xml"),
        packing.replace("\"purpose\":", "\"purpose\""),
    ] {
        scratch.write("case/packing.json", wrong);
        for lang in ["zh-CN", "en"] {
            let run = scratch.run(&["pack", "case", "-o", "new.tzpkg", "--lang", lang]);
            assert_eq!((run.code, run.out.as_str()), (1, ""));
            said += &run.err;
        }
    }
    assert!(!said.contains('甲'), "{said}");
    expect![[r#"
        tongzhou: 这个文件夹还不能打包: case
          packing.json 的内容不是打包说明应有的样子
            第 5 行第 3 列：标准在这个位置没有这个名称，是不是想写 purpose（用途）？
            第 12 行第 7 列：标准在这个位置没有这个名称，是不是想写 documentId（材料标识号）？
          packing.json 里可以写什么，见 tongzhou new 新建的文件夹里的 guide/packing.md
        tongzhou: this folder cannot be packed yet: case
          packing.json has something in it that does not belong there
            line 5, column 3: The standard has no such name at this place; was purpose (Purpose) meant?
            line 12, column 7: The standard has no such name at this place; was documentId (Identifier of the paper) meant?
          guide/packing.md, in a folder that tongzhou new begins, tells what packing.json may say
        tongzhou: 这个文件夹还不能打包: case
          packing.json 的内容不是打包说明应有的样子
            第 6 行第 15 列：「角色」没有这个代码，是不是想写 guardian（监护人）？
            第 7 行第 3 列：标准在这个位置没有叫这个名称的项。
          packing.json 里可以写什么，见 tongzhou new 新建的文件夹里的 guide/packing.md
        tongzhou: this folder cannot be packed yet: case
          packing.json has something in it that does not belong there
            line 6, column 15: “Role” has no such code; was guardian (Guardian) meant?
            line 7, column 3: The standard has nothing of this name at this place.
          guide/packing.md, in a folder that tongzhou new begins, tells what packing.json may say
        tongzhou: 这个文件夹还不能打包: case
          packing.json 登记的第 1 份材料不存在（第 11 行第 15 列）
          documents 里按文件名排序的第 1 个文件没有在 packing.json 里登记
        tongzhou: this folder cannot be packed yet: case
          paper 1 listed in packing.json is not there (line 11, column 15)
          file 1 in documents/ (by name) is not listed in packing.json
        tongzhou: 这个文件夹还不能打包: case
          packing.json 不是正确的 JSON
            第 5 行第 13 列：这里出现了 JSON 不允许的字符。最常见的是用了中文输入法的全角标点（，“ ” ：），其次是多了或少了逗号、引号、括号。
        tongzhou: this folder cannot be packed yet: case
          packing.json is not sound json
            line 5, column 13: Something stands here that JSON does not allow: mostly a full-width Chinese mark (， “ ” ：), else a comma, a quote or a bracket too many or too few.
    "#]].assert_eq(&said);
}

#[test]
fn packing_what_is_not_there_or_to_where_nothing_can_be_is_not_done() {
    let scratch = packed("pack-nowhere");
    for args in [
        ["pack", "none", "-o", "new.tzpkg"],
        ["pack", "case.tzpkg", "-o", "new.tzpkg"],
        ["pack", "case", "-o", "none/new.tzpkg"],
        ["pack", "case", "-o", "case.tzpkg/new.tzpkg"],
    ] {
        let run = scratch.run(&args);
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{args:?}");
        assert!(run.err.starts_with("tongzhou: cannot "), "{}", run.err);
    }
}

#[test]
fn a_package_is_looked_into_without_personal_values() {
    let scratch = packed("inspect");
    let zh = scratch.run(&["inspect", "case.tzpkg", "--lang", "zh-CN"]);
    assert_eq!((zh.code, zh.err.as_str()), (0, ""));
    expect![[r#"
        资料包 · 4 个条目（未经校验）
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
        Package · 4 entries (not checked)
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
        Package · 0 entries (not checked)
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

#[test]
fn a_package_that_is_not_called_one_is_remarked_upon() {
    let scratch = packed("pack-ending");
    let run = scratch.run(&["pack", "case", "-o", "case.zip"]);
    assert_eq!(run.code, 0);
    expect![[r#"
        tongzhou: note: the name of a package usually ends in .tzpkg; receivers may not know it by another
    "#]]
    .assert_eq(&run.err);
    let zh = scratch.run(&["pack", "case", "-o", "case", "--lang", "zh-CN", "--force"]);
    assert_eq!(zh.code, 3, "a folder is not written over");
}

#[test]
fn all_that_is_wrong_with_a_folder_is_told_at_once_and_a_misspelt_folder_is_remarked_upon() {
    let scratch = packed("pack-all");
    fs::rename(scratch.path("case/consents"), scratch.path("case/consent")).unwrap();
    scratch.write("case/documents/乙.pdf", "%PDF-1.7");
    scratch.write("case/documents/甲小明.pdf", "%PDF-1.7");
    scratch.write("case/receipts/乙.json", fs::read(scratch.path("case/consent/one.json")).unwrap());
    scratch.write("case/receipts/甲.pdf", "%PDF-1.7\n");
    let mut said = String::new();
    for lang in ["zh-CN", "en"] {
        let run = scratch.run(&["pack", "case", "-o", "new.tzpkg", "--lang", lang]);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        said += &run.err;
    }
    assert!(!said.contains(['甲', '乙']), "{said}");
    expect![[r#"
        tongzhou: 注意：有一个文件夹的名字和 consents 只差一点，里面的文件没有打包；如果是写错了，请改名为 consents，再重新打包
        tongzhou: 这个文件夹还不能打包: case
          receipts 里按文件名排序的第 1 个文件是授权同意书，请放到 consents 里
          receipts 里按文件名排序的第 2 个文件是扫描件一类的材料，请放到 documents 里
          documents 里按文件名排序的第 1 个文件没有在 packing.json 里登记
          documents 里按文件名排序的第 2 个文件没有在 packing.json 里登记
        tongzhou: note: there is a folder whose name is nearly consents, and what is in it is not packed; if that is a slip, rename it to consents and pack again
        tongzhou: this folder cannot be packed yet: case
          file 1 in receipts/ (by name) is a consent and belongs in consents/
          file 2 in receipts/ (by name) is a paper and belongs in documents/
          file 1 in documents/ (by name) is not listed in packing.json
          file 2 in documents/ (by name) is not listed in packing.json
    "#]].assert_eq(&said);
}

#[test]
fn paths_with_spaces_are_quoted_in_the_next_command() {
    let scratch = packed("pack-quoted");
    let run = scratch.run(&["pack", "case", "-o", "my case.tzpkg"]);
    assert!(run.out.ends_with("Next: tongzhou validate 'my case.tzpkg'\n"), "{}", run.out);
    let run = scratch.run(&["unpack", "my case.tzpkg", "--to", "my case again"]);
    assert!(run.out.ends_with("tongzhou pack 'my case again' -o 'my case again.tzpkg'\n"), "{}", run.out);
    let run = scratch.run(&["new", "my app 一"]);
    assert!(run.out.contains("tongzhou pack 'my app 一' -o 'my app 一.tzpkg'\n"), "{}", run.out);
    let readme = fs::read_to_string(scratch.path("my app 一/README.md")).unwrap();
    assert_eq!(readme.matches("`tongzhou pack 'my app 一' -o 'my app 一.tzpkg'`").count(), 2);
}
