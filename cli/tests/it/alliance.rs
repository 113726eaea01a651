//! A made-up alliance whose directory is in force whenever the tests run, and a package that goes through it.

use std::time::SystemTime;

use serde_json::{Value, json};
use tongzhou::{
    directory::{Board, BoardKey},
    keys::{Passphrase, PrivateKeys, WorkFactor},
    sealing::Identity,
    signing::{Jws, SigningKey, Subject},
    value::Instant,
};

use super::{inputs::working_folder, program::Scratch};

/// The organisation that receives, which is the audience of the working folder.
pub(crate) const RECEIVER: &str = "531000000000000008";
/// The organisation that sends.
const SENDER: &str = "533100001234567881";

/// Published test keys: they protect nothing.
const RECEIVER_IDENTITY: &str = "AGE-SECRET-KEY-184KC7XVQ5MKTY25NEDMMN50HWCHEA08STF764H98XPXT2XQJHH5QKP0UNN";
const RECEIVER_RECIPIENT: &str = "age1d9cuy6jw4t86qe3uf8wgky7kg2w8da7lpw4h54y7t70lk5h7xefsdycfxv";
const SENDER_IDENTITY: &str = "AGE-SECRET-KEY-1PWA8RHXNNMKW80NR7MGU8SRK98CAKA629YUWUDL8FHX5KK4ZPW6QG4D6HU";
const SENDER_RECIPIENT: &str = "age1e7dhvam9y74kue7fu5skjlp49vtjwpnyz48qhqkxgdjyl5rn0afsktdfu5";

/// The passphrase of every key file.
pub(crate) const PASSPHRASE: &str = "published test passphrase";

/// The arguments that name the directory and its board.
pub(crate) fn by_directory() -> Vec<String> {
    let board =
        Board::new(1, vec![BoardKey { key: key(200).verifying_key(), holder: "理事".to_owned() }]).unwrap();
    vec!["--directory".into(), "members.json".into(), "--board".into(), board.fingerprint().to_string()]
}

/// The arguments of the receiver's key.
pub(crate) fn as_receiver() -> Vec<String> {
    ["--identity", "receiver.key", "--passphrase-file", "passphrase"].map(str::to_owned).to_vec()
}

/// Writes the directory, the key files and the passphrase.
pub(crate) fn alliance(scratch: &Scratch) {
    publish(scratch, &directory());
    scratch.write("passphrase", format!("{PASSPHRASE}\n"));
    for (name, number, identity) in [("sender", 1, SENDER_IDENTITY), ("receiver", 2, RECEIVER_IDENTITY)] {
        let keys = PrivateKeys::new(Some(key(number)), Some(Identity::from_text(identity).unwrap()));
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        scratch.write(&format!("{name}.key"), keys.lock(&passphrase, WorkFactor::QUICK).unwrap());
    }
}

/// Writes a version of the directory, signed by the board.
pub(crate) fn publish(scratch: &Scratch, directory: &Value) {
    let directory = directory.to_string();
    let mut signatures = Jws::new(Subject::Directory);
    signatures.sign(&key(200), directory.as_bytes());
    scratch.write("members.json", &directory);
    scratch.write("members.jws.json", signatures.to_json());
}

/// A working folder whose package expires in the days of our grandchildren.
pub(crate) fn lasting_folder(scratch: &Scratch, name: &str) {
    working_folder(scratch, name);
    let packing = std::fs::read_to_string(scratch.path(&format!("{name}/packing.json"))).unwrap();
    scratch.write(&format!("{name}/packing.json"), packing.replace("2026-12-02", "2098-12-02"));
}

/// The alliance, and `case.tzpkg` signed by the sender.
pub(crate) fn signed(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    alliance(&scratch);
    lasting_folder(&scratch, "case");
    run(&scratch, &["pack", "case", "-o", "case.tzpkg"], &[]);
    run(&scratch, &["sign", "case.tzpkg", "--key", "sender.key", "--passphrase-file", "passphrase"], &[]);
    scratch
}

/// The same, sealed as `case.tzpkg.age`.
pub(crate) fn sealed(name: &str) -> Scratch {
    let scratch = signed(name);
    run(&scratch, &["seal", "case.tzpkg"], &by_directory());
    scratch
}

/// Runs what has to succeed.
pub(crate) fn run(scratch: &Scratch, args: &[&str], more: &[String]) -> String {
    let args: Vec<&str> = args.iter().copied().chain(more.iter().map(String::as_str)).collect();
    let run = scratch.run(&args);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
    run.out
}

pub(crate) fn key(number: u8) -> SigningKey {
    SigningKey::from_seed(&[number; 32])
}

fn directory() -> Value {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    let at = |seconds: i64| {
        let now = i64::try_from(now).unwrap();
        Instant::from_unix_seconds(now + seconds).unwrap().to_string()
    };
    let board = key(200).verifying_key();
    json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "directory",
        "allianceId": "019a0000-0000-7000-8000-00000000a001", "allianceName": "示例联盟",
        "version": 1, "issuedAt": at(-3_600), "expiresAt": at(30 * 86_400),
        "board": { "threshold": 1, "keys": [
            { "keyId": board.id().to_string(), "publicKey": board.to_string(), "holder": "理事" },
        ] },
        "members": [member(1, SENDER, SENDER_RECIPIENT), member(2, RECEIVER, RECEIVER_RECIPIENT)],
    })
}

fn member(number: u8, code: &str, recipient: &str) -> Value {
    let public = key(number).verifying_key();
    let (from, until) = ("2020-01-01T00:00:00Z", "2098-01-01T00:00:00Z");
    json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "member",
        "memberId": format!("019a0000-0000-7000-8000-00000000a01{number}"),
        "organisationCode": code, "name": format!("示例机构{number}"), "roles": ["charity"], "validFrom": from,
        "signingKeys": [{
            "keyId": public.id().to_string(), "publicKey": public.to_string(),
            "validFrom": from, "validUntil": until,
        }],
        "recipientKeys": [{ "recipient": recipient, "validFrom": from, "validUntil": until }],
    })
}
