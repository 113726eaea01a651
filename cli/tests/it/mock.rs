//! `tongzhou conformance serve-mock`, and the program as the client that is tested.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use serde_json::Value;

use super::under_test::{Running, member};

#[test]
fn the_program_passes_the_scenarios_whose_commands_are_run() {
    let scratch = member("mock");
    let args =
        ["conformance", "serve-mock", "--member", "member.json", "-o", "mock", "--listen", "127.0.0.1:0"];
    let more = ["--scenario", "claim", "--scenario", "masked", "--scenario", "by-file", "--format", "json"];
    let mut serving = Running(
        Command::new(env!("CARGO_BIN_EXE_tongzhou"))
            .args(args)
            .args(more)
            .current_dir(scratch.path("."))
            .env_clear()
            .env("LC_ALL", "C")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let mut lines = BufReader::new(serving.0.stderr.take().unwrap()).lines();
    let begun = lines.next().unwrap().unwrap();
    assert!(begun.starts_with("tongzhou: the peers are running: http://127.0.0.1:"), "{begun}");
    assert_eq!(lines.next().unwrap().unwrap(), "what to do with your system: mock/instructions.md");
    let told = fs::read_to_string(scratch.path("mock/instructions.md")).unwrap();
    assert!(told.contains("## masked\n") && !told.contains("## tokens\n"));

    let folder = fs::canonicalize(scratch.path(".")).unwrap();
    let ours = format!("--key {0}/our.key --passphrase-file {0}/passphrase\n", folder.display());
    scratch.write("mock/ours.args", ours);
    let bin = Path::new(env!("CARGO_BIN_EXE_tongzhou")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), env::var("PATH").unwrap_or_default());
    let ran = Command::new("bash")
        .arg("mock/commands.sh")
        .current_dir(scratch.path("."))
        .env("PATH", path)
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    let ran = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    // Each line says how far it has come; the last, that nothing is waited for but what may still come.
    let last = lines.map(Result::unwrap).find(|line| line.contains("3 of 3")).unwrap_or_default();
    assert_eq!(last, "tongzhou: scenarios 3 of 3, waiting a little for what may still come", "{ran}");
    let ended = Command::new("kill").args(["-TERM", &serving.0.id().to_string()]).status().unwrap();
    assert!(ended.success());
    let report: Value = serde_json::from_reader(serving.0.stdout.take().unwrap()).unwrap();
    assert_eq!(report["target"]["kind"], "client");
    let checks = report["checks"].as_array().unwrap();
    let not: Vec<&Value> = checks.iter().filter(|check| check["verdict"] != "pass").collect();
    assert!(not.is_empty(), "{not:?}\n{ran}");
    assert_eq!(serving.0.wait().unwrap().code(), Some(0));
}

#[test]
fn what_cannot_be_served_is_said_and_nothing_is_written_over() {
    let scratch = member("mock-refused");
    let serve_at = |listen: &str, more: &[&str]| {
        let args = ["conformance", "serve-mock", "--member", "member.json", "--listen", listen];
        scratch.run(&[&args[..], more].concat())
    };
    let serve = |more: &[&str]| serve_at("127.0.0.1:0", more);
    let unknown = serve(&["-o", "mock", "--scenario", "claims"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
    assert!(unknown.err.contains("there is no such scenario: claims (tokens, typed, "), "{}", unknown.err);
    let full = serve(&["-o", "."]);
    assert_eq!((full.code, full.out.as_str()), (2, ""));
    assert!(full.err.contains("the folder is not empty"), "{}", full.err);
    let plain = serve(&["-o", "mock", "--public-url", "http://example.org"]);
    assert_eq!((plain.code, plain.out.as_str()), (2, ""));
    let everywhere = serve_at("0.0.0.0:0", &["-o", "mock"]);
    assert_eq!((everywhere.code, everywhere.out.as_str()), (2, ""));
    assert!(everywhere.err.contains("name one of this machine with --listen"), "{}", everywhere.err);
    assert_eq!(serve_at("[::]:0", &["-o", "mock"]).code, 2);
    scratch.write("member.json", "{}");
    let wrong = serve(&["-o", "mock"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (1, ""));
    assert!(wrong.err.contains("the entry is not taken"), "{}", wrong.err);
    assert!(!scratch.path("mock").exists());
}

#[test]
fn after_its_time_a_client_that_did_nothing_could_not_be_checked() {
    let scratch = member("mock-nothing");
    let args = ["conformance", "serve-mock", "--member", "member.json", "-o", "mock", "--seconds", "1"];
    let run = scratch.run(&[&args[..], &["--listen", "127.0.0.1:0", "--scenario", "claim"]].concat());
    assert_eq!(run.code, 3, "{}", run.err);
    assert!(run.out.ends_with("Outcome: not everything could be checked, which is no pass\n"), "{}", run.out);
}
