//! `tongzhou conformance`: the vectors as an archive, and an implementation that is asked them.

use std::fs;

use serde_json::Value;

use super::program::Scratch;

#[test]
fn the_vectors_are_counted_and_written_and_nothing_is_overwritten() {
    let scratch = Scratch::new("vectors");
    let counted = scratch.run(&["conformance", "vectors"]);
    assert_eq!((counted.code, counted.err.as_str()), (0, ""));
    assert!(counted.out.starts_with("Vectors of the standard 1.0\n  structure "), "{}", counted.out);
    let write = ["conformance", "vectors", "-o", "vectors.tar.gz", "--lang", "zh-CN"];
    let written = scratch.run(&write);
    assert_eq!((written.code, written.err.as_str()), (0, ""));
    assert!(written.out.ends_with("已写入 vectors.tar.gz\n"), "{}", written.out);
    let archive = fs::read(scratch.path("vectors.tar.gz")).unwrap();
    assert_eq!(archive.get(..2), Some(&[0x1F, 0x8B][..]));
    let again = scratch.run(&write);
    assert_eq!((again.code, again.out.as_str()), (3, ""));
    assert_eq!(scratch.run(&[&write[..], &["--force"]].concat()).code, 0);
    assert_eq!(fs::read(scratch.path("vectors.tar.gz")).unwrap(), archive);
}

#[test]
fn the_adapter_of_this_program_answers_as_the_standard_says() {
    let scratch = Scratch::new("adapter");
    let program = env!("CARGO_BIN_EXE_tongzhou");
    let ask = ["conformance", "adapter", "--area", "tokens", "--area", "messages"];
    let own = ["--", program, "conformance", "serve-adapter"];
    let human = scratch.run(&[&ask[..], &own].concat());
    assert_eq!((human.code, human.err.as_str()), (0, ""), "{}", human.out);
    assert!(human.out.ends_with("Outcome: passed\n"), "{}", human.out);
    let told = scratch.run(&[&ask[..], &["--format", "json"], &own].concat());
    assert_eq!((told.code, told.err.as_str()), (0, ""));
    let report: Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!((&report["target"]["name"], &report["standard"]), (&"tongzhou".into(), &"1.0".into()));
    assert!(report["checks"].as_array().unwrap().iter().all(|check| check["verdict"] == "pass"));
}

#[test]
fn an_adapter_that_cannot_be_started_is_said_to_be_unchecked() {
    let scratch = Scratch::new("adapter-missing");
    let run = scratch.run(&["conformance", "adapter", "--area", "tokens", "--", "./there-is-none"]);
    assert_eq!((run.code, run.err.as_str()), (3, ""));
    assert!(run.out.ends_with("Outcome: not everything could be checked, which is no pass\n"), "{}", run.out);
    let babble = scratch.run_with(&["conformance", "serve-adapter"], &[("LC_ALL", "C")], b"no question\n");
    assert_eq!((babble.code, babble.out.as_str()), (3, ""));
    assert!(babble.err.starts_with("tongzhou: cannot read: -"), "{}", babble.err);
    let mistaken = scratch.run(&["conformance", "adapter", "--area", "everything", "--", "true"]);
    assert_eq!((mistaken.code, mistaken.out.as_str()), (2, ""));
    assert!(mistaken.err.contains("structure, content, package"), "{}", mistaken.err);
}
