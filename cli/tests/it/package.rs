//! `pack`.

use std::fs;

use expect_test::expect;

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
          3 entries (manifest and signatures not counted):
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
          3 个条目（不计清单和签名）：
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
