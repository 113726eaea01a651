//! `tongzhou standard`.

use std::path::Path;

use expect_test::expect;

use crate::program::Scratch;

/// A folder with a small standard in it.
fn checkout(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write(
        "schema/v1.0/note.schema.json",
        r#"{ "$id": "urn:tongzhou:schema:1.0:note", "properties": { "standardVersion": { "const": "1.0" } } }"#,
    );
    scratch.write(
        "schema/codelists/index.csv",
        "list,file,kind,title_zh,title_en,source\ncolour,colour.csv,closed,颜色,Colours,this test\n",
    );
    scratch.write("schema/codelists/colour.csv", format!("{COLUMNS}red,红,Red,,,1.0,,\n"));
    scratch.write("docs/spec/note.md", "- **[REQ-RCP-001]** It MUST.\n  **[REQ-RCP-001]** 必须。\n");
    scratch
}

#[test]
fn a_version_is_released_once_and_never_changes() {
    let scratch = checkout("standard-release");
    let run = scratch.run(&["standard", "release", "1.0"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    // How many vectors there are, the program tells elsewhere.
    let begins = "version 1.0 is released: the check sums of 4 files, with 1 codes of 1 codelists, 1 requirements and ";
    let ends = " checks, are in schema/v1.0/SHA256SUMS; commit them, the folder never changes from now on\n";
    assert!(run.out.starts_with(begins) && run.out.ends_with(ends), "{}", run.out);
    assert!(scratch.path("schema/v1.0/conformance.csv").exists());
    let again = scratch.run(&["standard", "release", "1.0", "--lang", "zh-CN"]);
    assert_eq!((again.code, again.out.as_str()), (0, "1.0 版先前已经发布，此后没有改动\n"));

    scratch.write("schema/v1.0/note.schema.json", "{}");
    scratch.write("schema/v1.0/new.json", "{}");
    scratch.write("docs/spec/note.md", "- **[REQ-RCP-001]** It SHOULD.\n  **[REQ-RCP-001]** 应当。\n");
    scratch.write("schema/codelists/colour.csv", format!("{COLUMNS}blue,蓝,Blue,,,1.0,,\n"));
    let run = scratch.run(&["standard", "release", "1.0"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    expect![[r#"
        tongzhou: 1.0 is released and never changes; put it back as it was, what is new belongs into a next version
          schema/v1.0/note.schema.json has changed
          schema/v1.0/new.json was added
          the code red of colour is gone or says something else
          the code blue of colour was added after the release and says that it is older
          the requirement REQ-RCP-001 is gone or binds otherwise
    "#]]
    .assert_eq(&run.err);
    let run = scratch.run(&["standard", "release", "1.0", "--lang", "zh-CN"]);
    expect![[r#"
        tongzhou: 1.0 版已经发布，不能再改；请恢复原样，改动放到下一个版本里
          schema/v1.0/note.schema.json 的内容变了
          schema/v1.0/new.json 是后来加的
          代码表 colour 的 red 不见了，或者含义与原来不同
          代码表 colour 的 blue 是发布后加的，却写成早已有之
          要求 REQ-RCP-001 不见了，或者约束程度与原来不同
    "#]]
    .assert_eq(&run.err);
}

#[test]
fn what_cannot_be_released_is_told_with_its_exit_code() {
    let scratch = checkout("standard-unfit");
    for (args, code, said) in [
        (&["standard", "release", "one"][..], 2, "not two numbers with a point between them"),
        (&["standard", "release"], 2, "<VERSION>"),
        (&["standard"], 2, "release"),
        (&["standard", "release", "2.0"], 3, "there is no schema of this version here"),
        (
            &["standard", "release", "1.0", "--root", "elsewhere"],
            3,
            "there is no schema of this version here",
        ),
    ] {
        let run = scratch.run(args);
        assert_eq!(run.code, code, "{args:?}");
        assert!(run.err.contains(said) && run.out.is_empty(), "{args:?}: {}", run.err);
    }
    scratch.write("schema/v1.0/note.schema.json", r#"{ "$id": "urn:tongzhou:schema:1.1:note" }"#);
    let run = scratch.run(&["standard", "release", "1.0"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("schema/v1.0/note.schema.json is not that of this version"), "{}", run.err);
    assert!(!scratch.path("schema/v1.0/SHA256SUMS").exists());
}

#[test]
fn the_root_may_be_named() {
    let scratch = checkout("standard-root");
    let root = scratch.path("").display().to_string();
    let run = Scratch::new("standard-elsewhere").run(&["standard", "release", "1.0", "--root", &root]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(Path::new(&root).join("schema/v1.0/SHA256SUMS").exists());
}

const COLUMNS: &str = "code,title_zh,title_en,definition_zh,definition_en,since,deprecated_since,note\n";
