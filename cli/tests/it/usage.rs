//! Help, wrong usage, and output that nobody reads.

use std::process::{Command, Stdio};

use expect_test::expect;

use super::program::Scratch;

const COMMANDS: &[&str] = &[
    "validate",
    "explain",
    "rules",
    "codes",
    "new",
    "pack",
    "unpack",
    "inspect",
    "sign",
    "verify",
    "seal",
    "open",
    "receipts",
    "lookup",
    "claim",
    "report-aid",
    "withdraw-consent",
    "who-looked",
    "notices",
    "refer",
    "status",
    "outbox",
    "id",
    "keygen",
    "directory",
    "node",
    "demo",
    "conformance",
    "standard",
    "completions",
];

#[test]
fn every_command_has_help_with_an_example_and_its_exit_codes() {
    let scratch = Scratch::new("help");
    for command in COMMANDS {
        let run = scratch.run(&[command, "--help"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{command}");
        assert!(run.out.contains(&format!("\n  tongzhou {command}")), "{command}");
        assert!(run.out.contains("退出码: 0"), "{command}");
    }
    let all = scratch.run(&["--help"]);
    for command in COMMANDS {
        assert!(all.out.contains(&format!("\n  {command} ")), "{command}");
    }
}

#[test]
fn a_wrong_command_line_is_told_apart_from_wrong_input() {
    let scratch = Scratch::new("wrong-usage");
    for args in [
        &[][..],
        &["check"],
        &["validate"],
        &["validate", "--colour", "a.json"],
        &["validate", "--as-of", "2026-02-30", "a.json"],
        &["validate", "--threads", "0", "a.json"],
        &["validate", "--format", "xml", "a.json"],
        &["validate", "--lang", "fr", "a.json"],
        &["explain"],
        &["rules", "--severity", "grave"],
        &["pack", "folder"],
        &["unpack", "a.tzpkg"],
        &["completions", "tcsh"],
    ] {
        let run = scratch.run(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(!run.err.is_empty(), "{args:?}");
    }
}

#[test]
fn standard_output_is_no_file_to_write() {
    let scratch = Scratch::new("no-pipe");
    for args in [
        &["new", "-"][..],
        &["pack", "folder", "-o", "-"],
        &["unpack", "a.tzpkg", "--to", "-"],
        &["seal", "a.tzpkg", "--directory", "d.json", "--output", "-"],
        &["conformance", "vectors", "-o-"],
        &["conformance", "vectors", "--output=-"],
    ] {
        let run = scratch.run(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains("files are written whole or not at all"), "{args:?} {}", run.err);
        assert!(run.err.contains("请写明文件名"), "{args:?}");
    }
    assert_eq!(std::fs::read_dir(scratch.path(".")).unwrap().count(), 0);
    assert_eq!(scratch.run(&["conformance", "vectors", "-o", "./-"]).code, 0);
    assert!(scratch.path("-").is_file());
}

#[test]
fn a_chinese_reader_is_told_in_chinese_where_to_find_help() {
    let run = Scratch::new("usage-in-chinese").run_with(&["pack"], &[("LANG", "zh_CN.UTF-8")], b"");
    assert!(
        run.err.ends_with("命令写法有误，原因见上；在命令后加 --help 可查看用法和例子。\n"),
        "{}",
        run.err
    );
    // Who asks for the language on the line itself has it too, though the line cannot be read.
    let scratch = Scratch::new("usage-asked-in-chinese");
    let chinese = |args: &[&str]| scratch.run(args).err.contains("命令写法有误");
    assert!(chinese(&["pack", "--lang", "zh-CN"]) && chinese(&["--lang=zh", "pack", "--outptu", "a"]));
    assert!(!chinese(&["pack", "--lang", "en"]) && !chinese(&["pack", "--lang"]));
}

#[test]
fn the_first_variable_of_the_locale_that_is_set_decides_the_language() {
    let scratch = Scratch::new("locale");
    let first = |env: &[(&str, &str)]| {
        let run = scratch.run_with(&["inspect", "none.tzpkg"], env, b"");
        assert_eq!(run.code, 3);
        run.err
    };
    expect!["tongzhou: cannot read: none.tzpkg: there is no such file or folder\n"].assert_eq(&first(&[]));
    expect!["tongzhou: 无法读取: none.tzpkg: 没有这个文件或文件夹\n"]
        .assert_eq(&first(&[("LANG", "zh_CN.UTF-8")]));
    assert_eq!(first(&[("LC_ALL", "zh_CN.UTF-8"), ("LANG", "en_GB.UTF-8")]), first(&[("LANG", "zh_CN")]));
    assert_eq!(first(&[("LC_ALL", ""), ("LC_MESSAGES", "C"), ("LANG", "zh_CN.UTF-8")]), first(&[]));
    let asked = scratch.run_with(&["inspect", "none.tzpkg", "--lang", "en"], &[("LANG", "zh_CN")], b"");
    assert_eq!(asked.err, first(&[]));
}

#[test]
fn a_reader_who_leaves_early_is_not_complained_about() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tongzhou"))
        .args(["completions", "zsh"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.code().is_some(), "ended by itself");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn every_shell_has_its_completions() {
    let scratch = Scratch::new("completions");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = scratch.run(&["completions", shell]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{shell}");
        for command in COMMANDS {
            assert!(run.out.contains(command), "{shell} {command}");
        }
    }
}

#[test]
fn the_language_may_be_asked_for_before_the_command_or_after_it() {
    let scratch = Scratch::new("lang-first");
    let after = scratch.run(&["codes", "sex", "--lang", "zh-CN"]);
    assert_eq!(after.code, 0);
    assert_eq!(scratch.run(&["--lang", "zh-CN", "codes", "sex"]), after);
}

#[test]
fn the_help_of_validate_says_in_which_order_reports_come() {
    let run = Scratch::new("help-order").run(&["validate", "--help"]);
    for told in ["in the order of the inputs", "input.sha256", "按校验对象的先后排列"] {
        assert!(run.out.contains(told), "{told}");
    }
}
