//! A member that is tested, and programs that run beside a test.

use std::process::Child;

use super::{alliance::PASSPHRASE, program::Scratch};

/// A program that runs beside the test; ended with the test, whatever becomes of it.
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A key and the entry of its member, in a folder of its own.
pub(crate) fn member(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("passphrase", format!("{PASSPHRASE}\n"));
    let made = scratch.run(&["keygen", "-o", "our.key", "--passphrase-file", "passphrase"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let entry = ["directory", "entry", "-o", "member.json", "--name", "示例被测机构", "--role", "charity"];
    let of = ["--code", "531000000000000008", "--keys", "our.pub.json", "--phone", "010-00000001"];
    let made = scratch.run(&[&entry[..], &of].concat());
    assert_eq!(made.code, 0, "{}", made.err);
    scratch
}
