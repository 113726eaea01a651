//! The program killed at random moments: never a half file under a final name, never a lost original.
//!
//! `TONGZHOU_KILLS=200 cargo test -p tongzhou-cli --test it kills -- --nocapture` kills each command 200 times; without
//! the variable it is five times.
#![allow(clippy::print_stdout)]

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Read as _},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant, SystemTime},
};

use serde_json::Value;
use tongzhou::{
    keys::{Passphrase, PrivateKeys},
    sealing::{Identity, Opened},
};

use super::{
    alliance::{PASSPHRASE, alliance, as_receiver, by_directory, lasting_folder, run},
    program::Scratch,
};

const ID: &str = "01900000-0000-7000-8000-000000000501";

/// How often each command is killed.
fn kills() -> usize {
    std::env::var("TONGZHOU_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(5)
}

/// Random numbers, begun anew each time and told so that a failure can be had again.
struct Random(u64);

impl Random {
    fn new() -> Self {
        let seed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().subsec_nanos();
        println!("random numbers begin with {seed}");
        Self(u64::from(seed) | 1)
    }

    fn below(&mut self, bound: u128) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        Duration::from_nanos(u64::try_from(u128::from(self.0) % bound.max(1)).unwrap())
    }
}

fn command(scratch: &Scratch, args: &[&str], more: &[String]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tongzhou"));
    command
        .args(args)
        .args(more)
        .current_dir(scratch.path("."))
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Runs a command to its end once, then kills it again and again somewhere on its way; after each, `check` looks at
/// what is there and says which of the lawful states it is.
fn kill(
    scratch: &Scratch,
    args: &[&str],
    more: &[String],
    prepare: impl Fn(),
    check: impl Fn() -> &'static str,
) {
    let mut random = Random::new();
    prepare();
    let begun = Instant::now();
    assert!(command(scratch, args, more).status().unwrap().success(), "{args:?}");
    let whole = begun.elapsed();
    let mut states: BTreeMap<&str, usize> = BTreeMap::new();
    let mut killed = 0;
    for _ in 0..kills() {
        prepare();
        let mut child = command(scratch, args, more).spawn().unwrap();
        thread::sleep(random.below(whole.as_nanos() * 11 / 10));
        killed += usize::from(child.try_wait().unwrap().is_none());
        // On Unix this is the signal that nobody can catch.
        let _ = child.kill();
        child.wait().unwrap();
        *states.entry(check()).or_default() += 1;
    }
    println!("{}: {killed} of {} were killed at work, which takes {whole:?}: {states:?}", args[0], kills());
}

/// A working folder of some megabytes, so that there is time to be killed in.
fn prepared(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    alliance(&scratch);
    lasting_folder(&scratch, "case");
    let mut paper = b"<note>".to_vec();
    let mut value = 1_u32;
    while paper.len() < 12 << 20 {
        // Nothing that deflates well.
        value = value.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        paper.push(b'a' + u8::try_from(value >> 24).unwrap() % 26);
    }
    paper.extend_from_slice(b"</note>\n");
    scratch.write("case/documents/甲小明.xml", paper);
    scratch
}

fn packed_and_signed(name: &str) -> Scratch {
    let scratch = prepared(name);
    run(&scratch, &["pack", "case", "-o", "case.tzpkg"], &[]);
    run(&scratch, &["sign", "case.tzpkg", "--key", "sender.key", "--passphrase-file", "passphrase"], &[]);
    scratch
}

fn identity(scratch: &Scratch) -> Identity {
    let file = fs::read(scratch.path("receiver.key")).unwrap();
    let keys = PrivateKeys::unlock(&file, &Passphrase::new(PASSPHRASE.to_owned())).unwrap();
    keys.opening().unwrap().clone()
}

#[test]
fn pack_leaves_the_old_package_or_the_new_one() {
    let scratch = prepared("kill-pack");
    run(&scratch, &["pack", "case", "-o", "new.tzpkg"], &[]);
    let new = fs::read(scratch.path("new.tzpkg")).unwrap();
    let folder = || fs::read(scratch.path("case/documents/甲小明.xml")).unwrap().len();
    let before = folder();
    let check = || {
        assert_eq!(folder(), before);
        match fs::read(scratch.path("out.tzpkg")).unwrap() {
            bytes if bytes == b"the old one" => "old",
            bytes if bytes == new => "new",
            bytes => panic!("{} bytes are neither the old package nor the new one", bytes.len()),
        }
    };
    let prepare = || scratch.write("out.tzpkg", "the old one");
    kill(&scratch, &["pack", "case", "-o", "out.tzpkg", "--force"], &[], prepare, check);
}

#[test]
fn sign_leaves_the_package_as_it_was_or_signed() {
    let scratch = prepared("kill-sign");
    run(&scratch, &["pack", "case", "-o", "unsigned.tzpkg"], &[]);
    let old = fs::read(scratch.path("unsigned.tzpkg")).unwrap();
    let args = ["--key", "sender.key", "--passphrase-file", "passphrase"].map(str::to_owned);
    run(&scratch, &["sign", "unsigned.tzpkg", "-o", "signed.tzpkg"], &args);
    let new = fs::read(scratch.path("signed.tzpkg")).unwrap();
    let check = || match fs::read(scratch.path("case.tzpkg")).unwrap() {
        bytes if bytes == old => "as it was",
        bytes if bytes == new => "signed",
        bytes => panic!("{} bytes are neither", bytes.len()),
    };
    kill(&scratch, &["sign", "case.tzpkg"], &args, || scratch.write("case.tzpkg", &old), check);
}

#[test]
fn seal_leaves_the_old_file_or_a_whole_sealed_one() {
    let scratch = packed_and_signed("kill-seal");
    let package = fs::read(scratch.path("case.tzpkg")).unwrap();
    let identity = identity(&scratch);
    let check = || {
        assert!(fs::read(scratch.path("case.tzpkg")).unwrap() == package, "the original is lost");
        let sealed = fs::read(scratch.path("case.tzpkg.age")).unwrap();
        if sealed == b"the old one" {
            return "old";
        }
        let mut opened = Vec::new();
        Opened::open(Cursor::new(sealed), std::slice::from_ref(&identity))
            .unwrap()
            .read_to_end(&mut opened)
            .unwrap();
        assert!(opened == package);
        "new"
    };
    let prepare = || scratch.write("case.tzpkg.age", "the old one");
    kill(&scratch, &["seal", "case.tzpkg", "--force"], &by_directory(), prepare, check);
}

// covers: REQ-SIG-028
#[test]
fn open_leaves_the_whole_package_or_nothing_and_a_list_that_can_be_read() {
    let scratch = packed_and_signed("kill-open");
    run(&scratch, &["seal", "case.tzpkg"], &by_directory());
    let package = fs::read(scratch.path("case.tzpkg")).unwrap();
    let sealed = fs::read(scratch.path("case.tzpkg.age")).unwrap();
    let more = [by_directory(), as_receiver()].concat();
    let known = r#"{"opened": [{
        "packageId": "019a0000-0000-7000-8000-000000000999", "manifestSha256": "00", "openedAt": "2026-01-01T00:00:00Z"
    }]}"#;
    let prepare = || {
        let _ = fs::remove_dir_all(scratch.path("inbox"));
        scratch.write("inbox/opened.json", known);
    };
    let opened = scratch.path(&format!("inbox/{ID}.tzpkg"));
    let open = ["open", "case.tzpkg.age", "--inbox", "inbox"];
    let check = || {
        assert!(fs::read(scratch.path("case.tzpkg.age")).unwrap() == sealed, "the original is lost");
        let list: Value =
            serde_json::from_slice(&fs::read(scratch.path("inbox/opened.json")).unwrap()).unwrap();
        let noted = list["opened"].as_array().unwrap();
        assert_eq!(noted[0]["packageId"], "019a0000-0000-7000-8000-000000000999");
        let noted = noted.iter().any(|noted| noted["packageId"] == ID);
        let there = fs::read(&opened).ok();
        if let Some(bytes) = &there {
            assert!(*bytes == package, "{} bytes are not the package", bytes.len());
        }
        // It is opened in the end, once; and nothing of the unfinished one is left.
        let again =
            scratch.run(&open.iter().copied().chain(more.iter().map(String::as_str)).collect::<Vec<_>>());
        assert_eq!(again.code, i32::from(noted), "{}", again.err);
        assert!(fs::read(&opened).unwrap() == package);
        for item in fs::read_dir(scratch.path("inbox")).unwrap() {
            let name = item.unwrap().file_name().into_string().unwrap();
            assert!(!name.ends_with(".tmp"), "{name} is left");
        }
        match (there.is_some(), noted) {
            (false, false) => "nothing",
            (true, false) => "there, not yet noted",
            (true, true) => "there and noted",
            (false, true) => panic!("it is noted and not there"),
        }
    };
    kill(&scratch, &open, &more, prepare, check);
}
