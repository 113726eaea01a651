//! An alliance made for tests: a board, members with keys, a signed directory, and a node in a folder that goes away.

use std::{
    fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
    time::SystemTime,
};

use tongzhou::{
    clock,
    code::lists::MemberRole,
    directory::{Board, BoardKey, Directory, Enrolment, Founding, Revision, Trust, board_of, sign},
    keys::{Passphrase, PrivateKeys, WorkFactor},
    signing::SigningKey,
    value::{Instant, Uuid7},
};
use tongzhou_client::{Client, Options, Surroundings};
use tongzhou_node::{
    config::Config,
    node::{Node, Running},
};

pub(crate) const PASSPHRASE: &str = "a passphrase of tests";
/// Unified social credit codes from the range for examples.
pub(crate) const REGISTRY: &str = "51100000000000107R";
pub(crate) const CHARITY: &str = "531000000000000008";
pub(crate) const OTHER: &str = "533100001234567881";

/// A folder that is removed with its content.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("tongzhou-node-{}-{}", process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn now() -> Instant {
    clock::instant(SystemTime::now()).unwrap()
}

/// A member of the alliance with its keys.
pub(crate) struct Holder {
    pub(crate) code: &'static str,
    pub(crate) keys: PrivateKeys,
}

impl Holder {
    fn new(code: &'static str, seed: u8) -> Self {
        Self { code, keys: PrivateKeys::with_fresh_opening(Some(SigningKey::from_seed(&[seed; 32]))) }
    }

    pub(crate) fn signing(&self) -> &SigningKey {
        self.keys.signing().unwrap()
    }
}

/// The alliance.
pub(crate) struct Alliance {
    board: SigningKey,
    pub(crate) registry: Holder,
    pub(crate) charity: Holder,
    pub(crate) other: Holder,
    pub(crate) directory: Vec<u8>,
    pub(crate) signatures: Vec<u8>,
    fingerprint: String,
}

impl Alliance {
    pub(crate) fn new() -> Self {
        let board_key = SigningKey::from_seed(&[100; 32]);
        let seat = BoardKey { key: board_key.verifying_key(), holder: "第一席".to_owned() };
        let board = Board::new(1, vec![seat]).unwrap();
        let founding = Founding {
            alliance_id: "019a0000-0000-7000-8000-00000000a0ff".parse().unwrap(),
            alliance_name: "示例联盟".to_owned(),
            alliance_name_en: None,
            board: board.clone(),
        };
        let began = Instant::from_unix_seconds(now().unix_seconds() - 3600).unwrap();
        let first = founding.directory(began, 30).unwrap();
        let mut alliance = Self {
            board: board_key,
            registry: Holder::new(REGISTRY, 1),
            charity: Holder::new(CHARITY, 2),
            other: Holder::new(OTHER, 3),
            signatures: sign(&first, None, &SigningKey::from_seed(&[100; 32])).unwrap(),
            directory: first,
            fingerprint: board.fingerprint().to_string(),
        };
        alliance.next(&[0, 1, 2], began);
        alliance
    }

    /// The next version of the directory, with these members put in.
    pub(crate) fn next(&mut self, which: &[usize], at: Instant) {
        let members = [&self.registry, &self.charity, &self.other];
        let roles = [MemberRole::Registry, MemberRole::Charity, MemberRole::Charity];
        let entries: Vec<Vec<u8>> = which
            .iter()
            .map(|number| {
                let public = members[*number].keys.public();
                let enrolment = Enrolment {
                    member_id: Uuid7::from_parts(0x019a_0000_0000, [*number as u8 + 1; 10]),
                    code: members[*number].code.to_owned(),
                    name: format!("示例成员{number}"),
                    roles: vec![roles[*number]],
                    signing: public.signing,
                    recipient: public.recipient,
                    phone: None,
                };
                enrolment.entry(at, 2).unwrap()
            })
            .collect();
        let mut revision = Revision::of(&self.directory, Some(&self.signatures), at, 30).unwrap();
        for entry in &entries {
            revision.add(entry, false).unwrap();
        }
        let next = revision.finish().unwrap();
        self.signatures = sign(&next, None, &self.board).unwrap();
        self.directory = next;
    }

    /// Takes a member out of the directory.
    pub(crate) fn revoke(&mut self, code: &str) {
        let mut revision = Revision::of(&self.directory, Some(&self.signatures), now(), 30).unwrap();
        revision.revoke(code, tongzhou::code::lists::MemberRevocationReason::Left).unwrap();
        let next = revision.finish().unwrap();
        self.signatures = sign(&next, None, &self.board).unwrap();
        self.directory = next;
    }

    /// The directory as its members hold it.
    pub(crate) fn in_force(&self) -> Directory {
        let trust = Trust::board(board_of(&self.directory).unwrap().fingerprint());
        let at = Instant::from_unix_seconds(now().unix_seconds()).unwrap();
        Directory::verify(&self.directory, &self.signatures, &trust, at).unwrap()
    }

    /// A client of a member, which knows where the registry's node is.
    pub(crate) fn client(&self, holder: &Holder, url: &str) -> Client {
        let address = format!("{}/", url.trim_end_matches('/')).parse().unwrap();
        let options =
            Options { addresses: [(REGISTRY.parse().unwrap(), address)].into(), ..Options::default() };
        let key = SigningKey::from_seed(holder.signing().seed().as_bytes());
        let us = holder.code.parse().unwrap();
        Client::over_http(&self.in_force(), us, key, Surroundings::system(), &options).unwrap()
    }

    pub(crate) fn write_directory(&self, folder: &Path) {
        fs::write(folder.join("directory.json"), &self.directory).unwrap();
        fs::write(folder.join("directory.jws.json"), &self.signatures).unwrap();
    }

    /// The folder of the registry's node, as its operator would set it up.
    pub(crate) fn set_up(&self, folder: &Path) {
        self.write_directory(folder);
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let file = self.registry.keys.lock(&passphrase, WorkFactor::QUICK).unwrap();
        fs::write(folder.join("node.key"), file).unwrap();
    }

    /// A configuration with a few lines more.
    pub(crate) fn config(&self, folder: &Path, more: &str) -> Config {
        let text = format!(
            "listen = \"127.0.0.1:0\"\nroles = [\"registry\", \"member\"]\n\n[directory]\nboard = \"{}\"\n\n{more}",
            self.fingerprint
        );
        let environment = [("TONGZHOU_NODE_PASSPHRASE".to_owned(), PASSPHRASE.to_owned())];
        Config::read(&text, folder, environment).unwrap()
    }

    pub(crate) async fn start(&self, folder: &Path, more: &str) -> Running {
        Node::start(self.config(folder, more)).await.unwrap()
    }
}
