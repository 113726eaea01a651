//! `validate`: what is read, in which order it is told, and how the program ends.

use std::{fs, path::Path};

use expect_test::expect;
use serde_json::Value;

use super::{
    inputs::{application, line, working_folder},
    program::Scratch,
};

const AS_OF: [&str; 2] = ["--as-of", "2026-10-01"];

fn validate(scratch: &Scratch, args: &[&str]) -> super::program::Run {
    scratch.run(&[&["validate"], args, &AS_OF[..]].concat())
}

/// The reports of a run with `--format json`, one a line.
fn reports(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The report down to what is to be corrected; what else it says grows with the rules.
fn beginning<'r>(out: &'r str, headings: &[&str]) -> &'r str {
    let ends = headings.iter().filter_map(|heading| out.find(&format!("\n\n{heading}")));
    &out[..ends.min().unwrap_or(out.len())]
}

#[test]
fn a_report_is_read_in_both_languages() {
    let scratch = Scratch::new("validate-human");
    scratch.write("a.json", application('3'));
    let zh = validate(&scratch, &["a.json", "--lang", "zh-CN"]);
    assert_eq!((zh.code, zh.err.as_str()), (1, ""));
    expect![[r#"
        同舟校验报告 · 统一救助申请
          有几处需要先改正。请不要着急，下面写明了每一处怎么办、可以找谁。
          等级：✓ 可读取  ✓ 结构合格  ✗ 内容一致
          标记：未签名 · 未指定项目

        需要改正 (1)

          1. 孩子的身份证号校验位不符 [TZ-CHD-001]
             这个身份证号的最后一位和前面 17 位对不上，多半是抄错了一位。
               → 第 9 行第 46 列  /child/identifiers/0/value
                 9 │ "value": "•••" }]
             怎么办：请对照户口簿或身份证，逐位核对 18 位号码。"#]]
    .assert_eq(beginning(&zh.out, &["请核对", "无法检查", "提示", "可以找谁"]));
    let en = validate(&scratch, &["a.json", "--lang", "en"]);
    assert_eq!((en.code, en.err.as_str()), (1, ""));
    expect![[r#"
        Tongzhou validation report · Application
          Some things need correcting first. Each is listed below with what to do and whom to ask.
          Rungs: ✓ Readable  ✓ Structured  ✗ Consistent
          Marks: Not signed · No programme named

        To be corrected (1)

          1. The check digit of the child's resident id does not agree [TZ-CHD-001]
             The last character of this number does not agree with the 17 before it; one of them is probably miscopied.
               → line 9, column 46  /child/identifiers/0/value
                 9 │ "value": "•••" }]
             What to do: Compare all 18 characters with the household register or the identity card."#]].assert_eq(beginning(
        &en.out,
        &["Please check again", "Could not be checked", "Good to know", "Whom to ask"],
    ));
}

#[test]
fn the_worst_of_several_inputs_decides_how_the_program_ends() {
    let scratch = Scratch::new("validate-exit");
    scratch.write("sound.json", application('2'));
    scratch.write("wrong.json", application('3'));
    scratch.write("broken.json", "{");
    scratch.write("broken.tzpkg", "PK");
    for (paths, code) in [
        (&["sound.json"][..], 0),
        (&["wrong.json"], 1),
        (&["broken.json"], 1),
        (&["broken.tzpkg"], 1),
        (&["none.json"], 3),
        (&["sound.json/none.json"], 3),
        (&["sound.json", "wrong.json"], 1),
        (&["none.json", "sound.json"], 3),
        (&["none.json", "wrong.json"], 1),
        (&["none.ndjson"], 3),
        (&["none.tzpkg"], 3),
    ] {
        let run = validate(&scratch, paths);
        assert_eq!(run.code, code, "{paths:?}");
        let unread = paths.iter().any(|path| path.contains("none"));
        assert_eq!(run.err.starts_with("tongzhou: cannot read: "), unread, "{}", run.err);
    }
}

#[test]
#[cfg(unix)]
#[ignore = "whoever may read everything, as in a container, sees no refusal"]
fn a_file_that_may_not_be_read_is_told_apart_from_a_wrong_one() {
    use std::os::unix::fs::PermissionsExt as _;

    let scratch = Scratch::new("validate-forbidden");
    scratch.write("in/a.json", application('2'));
    for name in ["in/a.json", "in"] {
        fs::set_permissions(scratch.path(name), fs::Permissions::from_mode(0o000)).unwrap();
        let run = validate(&scratch, &[name, "--lang", "en"]);
        fs::set_permissions(scratch.path(name), fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(run.code, 3, "{name}");
        assert_eq!(run.err, format!("tongzhou: cannot read: {name}: it is not permitted\n"));
    }
}

#[test]
fn one_input_gives_one_indented_report_and_several_give_one_a_line() {
    let scratch = Scratch::new("validate-json");
    scratch.write("a.json", application('2'));
    scratch.write("b.json", application('3'));
    let single = validate(&scratch, &["b.json", "--format", "json"]);
    assert_eq!((single.code, single.err.as_str()), (1, ""));
    let report: Value = serde_json::from_str(&single.out).unwrap();
    assert_eq!(report["documentType"], "validation-report");
    assert!(single.out.lines().count() > 10);
    let both = validate(&scratch, &["a.json", "b.json", "--format", "json"]);
    assert_eq!((both.code, both.err.as_str()), (1, ""));
    let reports = reports(&both.out);
    assert_eq!(reports.len(), 2);
    assert_eq!(reports[1], report, "the same report either way");
    assert!(!both.out.contains("a.json"), "no path, which can name a child");
}

#[test]
fn a_file_of_lines_is_reported_by_line() {
    let scratch = Scratch::new("validate-lines");
    let lines = [&line('2'), "", &line('3'), "{\"a\":}", "\r", &line('3')].join("\n");
    scratch.write("all.ndjson", lines);
    let json = validate(&scratch, &["all.ndjson", "--format", "json"]);
    assert_eq!((json.code, json.err.as_str()), (1, ""));
    let found: Vec<Vec<u64>> = reports(&json.out)
        .iter()
        .map(|report| {
            report["findings"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|finding| finding["severity"] == "error")
                .map(|finding| finding["line"].as_u64().unwrap())
                .collect()
        })
        .collect();
    assert_eq!(found, [&[][..], &[3], &[4], &[6]]);
    let human = validate(&scratch, &["all.ndjson", "--lang", "en"]);
    for number in [3, 4, 6] {
        assert!(human.out.contains(&format!("all.ndjson:{number}\n")), "{}", human.out);
    }
    assert!(human.out.contains("Checked 4: 1 without errors, 3 to be corrected"), "{}", human.out);
}

#[test]
fn a_file_of_one_line_is_still_a_file_of_lines() {
    let scratch = Scratch::new("validate-one-line");
    scratch.write("one.jsonl", line('2'));
    let run = validate(&scratch, &["one.jsonl", "--format", "json"]);
    assert_eq!((run.code, reports(&run.out).len()), (0, 1));
}

#[test]
fn a_folder_is_read_to_its_depth_in_the_order_of_names() {
    let scratch = Scratch::new("validate-folder");
    scratch.write("in/b.json", application('3'));
    scratch.write("in/a/z.json", application('4'));
    scratch.write("in/a/lines.ndjson", line('5'));
    scratch.write("in/c.txt", "no document");
    // What belongs to a folder, a directory or a key, and is no document.
    for beside in ["packing.json", "members.jws.json", "member.pub.json"] {
        scratch.write(&format!("in/{beside}"), "{}");
    }
    scratch.write("in/empty/.keep", "");
    let human = validate(&scratch, &["in"]);
    assert_eq!(human.code, 1);
    let names: Vec<&str> = human.out.lines().filter(|line| line.starts_with("in/")).collect();
    assert_eq!(names, ["in/a/lines.ndjson:1", "in/a/z.json", "in/b.json"]);
    let json = validate(&scratch, &["in", "--format", "json"]);
    assert_eq!(reports(&json.out).len(), 3);
}

#[test]
#[cfg(unix)]
fn links_in_a_folder_are_not_followed() {
    let scratch = Scratch::new("validate-links");
    scratch.write("in/a.json", application('2'));
    std::os::unix::fs::symlink(scratch.path("in"), scratch.path("in/again")).unwrap();
    std::os::unix::fs::symlink(scratch.path("in/a.json"), scratch.path("in/b.json")).unwrap();
    let run = validate(&scratch, &["in", "--format", "json"]);
    assert_eq!((run.code, reports(&run.out).len()), (0, 1));
}

#[test]
fn a_folder_with_nothing_to_check_is_no_success() {
    let scratch = Scratch::new("validate-empty");
    fs::create_dir(scratch.path("in")).unwrap();
    fs::write(scratch.path("in/notes.zip"), "no package by its name").unwrap();
    let run = validate(&scratch, &["in", "--lang", "en"]);
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert!(run.err.contains("nothing to check here"), "{}", run.err);
}

#[test]
fn a_document_comes_on_standard_input() {
    let scratch = Scratch::new("validate-stdin");
    scratch.write("a.json", application('3'));
    let args = [&["validate", "-", "--format", "json"], &AS_OF[..]].concat();
    let piped = scratch.run_with(&args, &[], application('3').as_bytes());
    let read = validate(&scratch, &["a.json", "--format", "json"]);
    assert_eq!(piped, read);
}

#[test]
fn a_package_comes_on_standard_input_too() {
    let scratch = Scratch::new("validate-stdin-package");
    working_folder(&scratch, "case");
    assert_eq!(scratch.run(&["pack", "case", "-o", "case.tzpkg"]).code, 0);
    let bytes = fs::read(scratch.path("case.tzpkg")).unwrap();
    for format in ["human", "json"] {
        let args = [&["validate", "-", "--format", format], &AS_OF[..]].concat();
        let piped = scratch.run_with(&args, &[], &bytes);
        let read = validate(&scratch, &["case.tzpkg", "--format", format]);
        assert_eq!(piped, read);
        assert_eq!(piped.err, "");
    }
    // Broken off, as by a connection that is lost: a package that is refused, not a document that is no JSON.
    let args = [&["validate", "-", "--format", "json"], &AS_OF[..]].concat();
    let half = scratch.run_with(&args, &[], &bytes[..bytes.len() / 2]);
    let report: Value = serde_json::from_str(&half.out).unwrap();
    assert_eq!((half.code, report["input"]["kind"].as_str()), (1, Some("package")));
    let nothing = scratch.run_with(&args, &[], b"");
    let report: Value = serde_json::from_str(&nothing.out).unwrap();
    assert_eq!((nothing.code, report["input"]["kind"].as_str()), (1, Some("document")));
}

#[test]
fn whoever_hands_in_a_paper_alone_is_told_where_papers_belong() {
    let scratch = Scratch::new("validate-likeness");
    let word = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0\x21\0[Content_Types].xml";
    let zip = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0\x21\0photos/one.jpg";
    scratch.write("scan.pdf", "%PDF-1.7\n");
    scratch.write("scan.json", b"\xFF\xD8\xFF\xE0\0\x10JFIF");
    scratch.write("scan.tzpkg", b"\x89PNG\r\n\x1A\n");
    scratch.write("letter.docx", word);
    scratch.write("papers.zip", zip);
    let files = ["scan.pdf", "scan.json", "scan.tzpkg", "letter.docx", "papers.zip"];
    let zh = validate(&scratch, &[&files[..], &["--lang", "zh-CN"]].concat());
    assert_eq!(zh.code, 1);
    expect![[r#"
        tongzhou: scan.pdf: 这看起来是 PDF，不是申请文件。材料要放在申请旁边的 documents 文件夹里，和申请一起打成资料包：tongzhou new 新建这样的文件夹，tongzhou pack 打包。
        tongzhou: scan.json: 这看起来是 JPEG 图片，不是申请文件。材料要放在申请旁边的 documents 文件夹里，和申请一起打成资料包：tongzhou new 新建这样的文件夹，tongzhou pack 打包。
        tongzhou: scan.tzpkg: 这看起来是 PNG 图片，不是申请文件。材料要放在申请旁边的 documents 文件夹里，和申请一起打成资料包：tongzhou new 新建这样的文件夹，tongzhou pack 打包。
        tongzhou: letter.docx: 这看起来是 Word 一类的办公文档，不是申请文件。如果是材料，请先另存为 PDF，放进申请旁边的 documents 文件夹，和申请一起打成资料包：tongzhou new 新建这样的文件夹，tongzhou pack 打包。
        tongzhou: papers.zip: 这看起来是普通的压缩包（zip），不是资料包。请把里面的材料放进 tongzhou new 新建的文件夹，再用 tongzhou pack 打包。
    "#]].assert_eq(&zh.err);
    let en = validate(&scratch, &files);
    assert_eq!(en.code, 1);
    expect![[r#"
        tongzhou: scan.pdf: this looks like a PDF, not like an application. Papers go into the folder documents/ beside the application, and both go into one package: tongzhou new begins such a folder, tongzhou pack packs it.
        tongzhou: scan.json: this looks like a JPEG picture, not like an application. Papers go into the folder documents/ beside the application, and both go into one package: tongzhou new begins such a folder, tongzhou pack packs it.
        tongzhou: scan.tzpkg: this looks like a PNG picture, not like an application. Papers go into the folder documents/ beside the application, and both go into one package: tongzhou new begins such a folder, tongzhou pack packs it.
        tongzhou: letter.docx: this looks like a Word file or another office document, not like an application. If it is a paper, save it as a PDF and put it into the folder documents/ beside the application, and both go into one package: tongzhou new begins such a folder, tongzhou pack packs it.
        tongzhou: papers.zip: this looks like an ordinary zip archive, not like a package. Put what is in it into a folder that tongzhou new begins, and tongzhou pack packs it.
    "#]].assert_eq(&en.err);
    // Programs get the report as ever, and standard input is looked at as files are.
    let args = [&["validate", "-", "--format", "json"], &AS_OF[..]].concat();
    for bytes in [&b"%PDF-1.7\n"[..], word] {
        let piped = scratch.run_with(&args, &[], bytes);
        assert!(piped.err.starts_with("tongzhou: -: this looks like a"), "{}", piped.err);
        let report: Value = serde_json::from_str(&piped.out).unwrap();
        assert_eq!((piped.code, report["counts"]["errors"].as_u64()), (1, Some(1)));
    }
    scratch.write("broken.json", "{\"name\": ");
    assert_eq!(
        validate(&scratch, &["broken.json"]).err,
        "",
        "a slip in a document is explained by the report"
    );
}

#[test]
fn a_package_is_known_by_its_first_bytes_or_its_name() {
    let scratch = Scratch::new("validate-package");
    working_folder(&scratch, "case");
    assert_eq!(scratch.run(&["pack", "case", "-o", "case.tzpkg"]).code, 0);
    fs::copy(scratch.path("case.tzpkg"), scratch.path("case.zip")).unwrap();
    for name in ["case.tzpkg", "case.zip"] {
        let run = validate(&scratch, &[name, "--format", "json"]);
        let report: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(report["input"]["kind"], "package");
        assert!(report["rung"].is_string());
    }
    scratch.write("text.tzpkg", application('2'));
    let run = validate(&scratch, &["text.tzpkg", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, report["input"]["kind"].as_str()), (1, Some("package")));
    assert!(report.get("rung").is_none());
}

#[test]
fn a_manifest_that_cannot_be_read_is_reported_to_programs_too() {
    let scratch = Scratch::new("validate-manifest");
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sdk/tests/data/foreign/7-zip.zip");
    fs::copy(package, scratch.path("foreign.zip")).unwrap();
    let run = validate(&scratch, &["foreign.zip", "--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["findings"][0]["entry"], "manifest.json");
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let scratch = Scratch::new("validate-threads");
    for number in 0..20 {
        scratch.write(&format!("in/{number}.json"), application(if number % 3 == 0 { '3' } else { '2' }));
    }
    let lines: Vec<_> = (0..200).map(|number| line(if number % 7 == 0 { '3' } else { '2' })).collect();
    scratch.write("in/lines.ndjson", lines.join("\n"));
    for format in ["human", "json"] {
        let run = |threads| validate(&scratch, &["in", "--format", format, "--threads", threads]);
        let one = run("1");
        assert_eq!(one.code, 1);
        assert_eq!(one, run("2"));
        assert_eq!(one, run("7"));
    }
}

#[test]
fn neither_time_zone_nor_locale_changes_a_byte_of_json() {
    let scratch = Scratch::new("validate-locales");
    scratch.write("a.json", application('3'));
    let args = [&["validate", "a.json", "--format", "json"], &AS_OF[..]].concat();
    let first = scratch.run_with(&args, &[], b"");
    for env in [
        [("TZ", "Asia/Shanghai"), ("LC_ALL", "zh_CN.UTF-8")],
        [("TZ", "America/New_York"), ("LC_ALL", "C")],
        [("TZ", "Pacific/Kiritimati"), ("LC_ALL", "zh_CN.UTF-8")],
    ] {
        assert_eq!(scratch.run_with(&args, &env, b""), first, "{env:?}");
    }
}

#[test]
fn what_is_too_large_is_refused_without_being_read_whole() {
    let scratch = Scratch::new("validate-large");
    // Mostly holes: the size is there, the bytes need no disk.
    let large = |name: &str, begin: &str| {
        scratch.write(name, begin);
        let file = fs::OpenOptions::new().write(true).open(scratch.path(name)).unwrap();
        file.set_len(20 << 20).unwrap();
    };
    large("large.json", "{");
    large("large.ndjson", &format!("{}\n", line('2')));
    let run = validate(&scratch, &["large.json", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(run.code, 1);
    assert_eq!(report["input"]["size"], 20 << 20);
    assert!(report["input"].get("sha256").is_none(), "what is not read whole has no digest");
    let run = validate(&scratch, &["large.ndjson", "--format", "json"]);
    assert_eq!(run.code, 1);
    let reports = reports(&run.out);
    assert_eq!(reports.len(), 2);
    assert_eq!(reports[0]["counts"]["errors"], 0);
    assert_eq!(reports[1]["counts"]["errors"], 1);
}

#[test]
fn an_entry_that_has_not_its_shape_is_still_called_by_its_kind() {
    let scratch = Scratch::new("validate-kind");
    working_folder(&scratch, "case");
    let consent = fs::read_to_string(scratch.path("case/consents/one.json")).unwrap();
    scratch.write("case/consents/one.json", consent.replace("\"guardian\"", "\"监护人\""));
    assert_eq!(scratch.run(&["pack", "case", "-o", "case.tzpkg"]).code, 0);
    let run = validate(&scratch, &["case.tzpkg"]);
    assert!(run.out.contains("→ Consent · records/"), "{}", run.out);
    assert!(run.out.contains("was guardian ("), "{}", run.out);
    assert!(run.out.contains("Some checks have to wait"), "{}", run.out);
    let alone = validate(&scratch, &["case/consents/one.json", "--lang", "zh-CN"]);
    assert!(alone.out.starts_with("同舟校验报告 · 授权同意书\n"), "{}", alone.out);
    assert!(alone.out.contains("有些检查要等格式改好才能做，改好后请再校验一次"), "{}", alone.out);
    let json = validate(&scratch, &["case/consents/one.json", "--format", "json"]);
    let report: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(report["input"]["documentType"], "consent");
}

#[test]
fn packing_json_and_json_called_a_package_are_told_what_they_are() {
    let scratch = Scratch::new("validate-packing");
    working_folder(&scratch, "case");
    scratch.write("app.tzpkg", application('2'));
    let mut said = String::new();
    for lang in ["zh-CN", "en"] {
        let run = validate(&scratch, &["case/packing.json", "app.tzpkg", "--lang", lang]);
        assert_eq!(run.code, 1);
        said += &run.err;
    }
    scratch.write("broken/packing.json", "{");
    assert!(validate(&scratch, &["broken/packing.json"]).err.contains("the packing instructions"));
    expect![[r#"
        tongzhou: case/packing.json: 这是打包说明（packing.json），只在打包时用，不单独校验。请先用 tongzhou pack 打包所在的文件夹，写错的地方那时会指出，再用 tongzhou validate 校验资料包。
        tongzhou: app.tzpkg: 这是 JSON 文件，不是资料包。如果是申请等单份文件，请把扩展名改成 .json 再校验；要做成资料包，把它放进工作文件夹，用 tongzhou pack 打包。
        tongzhou: case/packing.json: this is packing.json, the packing instructions, which is only used for packing and is not checked by itself. tongzhou pack packs the folder it is in and says what is mistyped; tongzhou validate then checks the package.
        tongzhou: app.tzpkg: this is a JSON file, not a package. If it is an application or another document, let its name end in .json and check it again; tongzhou pack makes a package of the working folder that it belongs in.
    "#]].assert_eq(&said);
}
