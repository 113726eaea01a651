//! A node that is registry and evaluator, set up in a folder of its own as its operator would.

use std::{fs, path::PathBuf};

use tongzhou::keys::{Passphrase, PrivateKeys, WorkFactor};
use tongzhou_exchange::{message::wire::Hex32, token::TokenKeyFile};
use tongzhou_node::config::Config;

use crate::client_alliance::Alliance;

const PASSPHRASE: &str = "a passphrase of tests";

/// The folder of a node.
pub(crate) struct Site {
    pub(crate) folder: PathBuf,
    config: String,
}

/// The key of the tokens' hashes, the same in every site, so that the same token is the same row.
pub(crate) const PEPPER: [u8; 32] = [0x5a; 32];

impl Site {
    pub(crate) fn new(name: &str, alliance: &Alliance) -> Self {
        Self::on("sqlite:data/node.db", name, alliance)
    }

    /// With its rows in this database.
    pub(crate) fn on(database: &str, name: &str, alliance: &Alliance) -> Self {
        // Where there is a disk of memory, nothing waits for the real one.
        let memory = PathBuf::from("/dev/shm");
        let root = if memory.is_dir() { memory } else { std::env::temp_dir() };
        let folder = root.join(format!("tongzhou-site-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("stick")).unwrap();
        fs::write(folder.join("directory.json"), &alliance.document).unwrap();
        fs::write(folder.join("directory.jws.json"), &alliance.signatures).unwrap();
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let registry = &alliance.registry;
        let keys = PrivateKeys::new(Some(registry.key()), Some(registry.identity.clone()));
        fs::write(folder.join("node.key"), keys.lock(&passphrase, WorkFactor::QUICK).unwrap()).unwrap();
        let shares = registry.shares.iter().enumerate().map(|(place, share)| {
            let name = format!("share-{place}.key");
            let file = TokenKeyFile::lock(share, &passphrase, WorkFactor::QUICK).unwrap();
            fs::write(folder.join(&name), file).unwrap();
            format!("\"{name}\"")
        });
        let shares = shares.collect::<Vec<_>>().join(", ");
        let config = format!(
            "listen = \"127.0.0.1:0\"\nroles = [\"registry\", \"evaluator\"]\ndatabase = \"{database}\"\n\n[directory]\nboard = \"{}\"\n\n\
             [evaluator]\nshares = [{shares}]\nquota = 10000000\n\n[limits]\nrequests-per-minute = 100000000\n\
             requests-per-minute-of-address = 100000000\n",
            alliance.fingerprint
        );
        Self { folder, config }
    }

    pub(crate) fn config(&self) -> Config {
        let environment = [
            ("TONGZHOU_NODE_PASSPHRASE".to_owned(), PASSPHRASE.to_owned()),
            ("TONGZHOU_NODE_PEPPER".to_owned(), Hex32(PEPPER).to_string()),
        ];
        Config::read(&self.config, &self.folder, environment).unwrap()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
