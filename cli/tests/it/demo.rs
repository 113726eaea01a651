//! `tongzhou demo`, stopped half way. What it tells when nobody stops it stands in the READMEs.
#![cfg(unix)]

use std::{
    fs,
    io::Read as _,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use super::program::Scratch;

#[test]
fn a_demo_that_is_stopped_half_way_leaves_nothing() {
    for signal in ["-INT", "-TERM"] {
        let scratch = Scratch::new("demo");
        let mut demo = Command::new(env!("CARGO_BIN_EXE_tongzhou"))
            .args(["demo", "--lang", "en"])
            .env("TMPDIR", scratch.path("."))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let made = || fs::read_dir(scratch.path(".")).unwrap().count();
        while made() == 0 {
            assert!(demo.try_wait().unwrap().is_none(), "it ended before it began");
            thread::sleep(Duration::from_millis(5));
        }
        assert!(Command::new("kill").args([signal, &demo.id().to_string()]).status().unwrap().success());
        let mut said = String::new();
        demo.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(demo.wait().unwrap().code(), Some(3), "{said}");
        assert!(said.contains("stopped before its end"), "{said}");
        assert_eq!(made(), 0);
    }
}
