//! The nodes of the demo, each in a folder of its own with a database inside, all listening on this computer alone.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use getrandom::fill;
use tongzhou::{
    directory::Directory,
    keys::{Passphrase, WorkFactor},
    signing::{Seed, SigningKey},
    value::Sha256Digest,
};
use tongzhou_client::{Address, Client, Options, Surroundings};
use tongzhou_exchange::{message::wire::Organisation, token::TokenKeyFile};
use tongzhou_node::{
    config::Config,
    node::{Node, Running},
};

use super::{
    Trouble,
    alliance::{Alliance, Party},
};

/// Everything that runs.
pub(super) struct Nodes {
    running: Vec<Running>,
    addresses: BTreeMap<Organisation, Address>,
}

impl Nodes {
    /// Starts a registry and a node for each charity, which receives packages and evaluates tokens.
    pub(super) async fn start(alliance: &Alliance, folder: &Path) -> Result<Self, Trouble> {
        let passphrase = one_time_passphrase()?;
        let mut nodes = Self { running: Vec::new(), addresses: BTreeMap::new() };
        nodes.add(alliance, &alliance.secretariat, "registry", folder, &passphrase).await?;
        for charity in &alliance.charities {
            nodes.add(alliance, charity, "member\", \"evaluator", folder, &passphrase).await?;
        }
        Ok(nodes)
    }

    /// A client that speaks for a party, as its own system would.
    pub(super) fn client(&self, party: &Party, members: &Directory) -> Result<Client, Trouble> {
        let key = SigningKey::from_seed(party.signing()?.seed().as_bytes());
        let options = Options { addresses: self.addresses.clone(), ..Options::default() };
        Ok(Client::over_http(members, party.code.parse()?, key, Surroundings::system(), &options)?)
    }

    pub(super) async fn stop(self) {
        for node in self.running {
            node.stop().await;
        }
    }

    async fn add(
        &mut self,
        alliance: &Alliance,
        party: &Party,
        roles: &str,
        folder: &Path,
        passphrase: &str,
    ) -> Result<(), Trouble> {
        let folder = folder.join(party.code);
        fs::create_dir(&folder)?;
        let lock = Passphrase::new(passphrase.to_owned());
        fs::write(folder.join("directory.json"), &alliance.directory)?;
        fs::write(folder.join("directory.jws.json"), &alliance.signatures)?;
        fs::write(folder.join("node.key"), party.keys.lock(&lock, WorkFactor::QUICK)?)?;
        let mut shares = Vec::new();
        for share in &party.shares {
            let file = format!("share-{}.key", shares.len() + 1);
            fs::write(folder.join(&file), TokenKeyFile::lock(share, &lock, WorkFactor::QUICK)?)?;
            shares.push(format!("\"{file}\""));
        }
        let board = alliance.board.fingerprint();
        let evaluator = if shares.is_empty() {
            String::new()
        } else {
            format!("\n[evaluator]\nshares = [{}]\n", shares.join(", "))
        };
        let config = format!(
            "roles = [\"{roles}\"]\nlisten = \"127.0.0.1:0\"\n\n[directory]\nboard = \"{board}\"\n{evaluator}\n\
             [limits]\nrequests-per-minute = 6000\nrequests-per-minute-of-address = 60000\n",
        );
        let secrets = [("TONGZHOU_NODE_PASSPHRASE".to_owned(), passphrase.to_owned())];
        let config = Config::read(&config, &folder, secrets).map_err(|faults| {
            Trouble(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
        })?;
        let node = Node::start(config).await?;
        self.addresses.insert(party.code.parse()?, format!("{}/", node.url()).parse()?);
        self.running.push(node);
        Ok(())
    }
}

/// A folder that goes with the demo.
pub(super) struct Scratch(PathBuf);

impl Scratch {
    pub(super) fn new() -> Result<Self, Trouble> {
        let mut random = [0; 8];
        fill(&mut random)?;
        let name =
            random.iter().fold(String::from("tongzhou-demo-"), |name, byte| name + &format!("{byte:02x}"));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir(&folder)?;
        Ok(Self(folder))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be deleted is made up and encrypted; the demo's own outcome counts more.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A passphrase that nobody has to know, for the key files of the demo.
fn one_time_passphrase() -> Result<String, Trouble> {
    let seed = Seed::filled(fill)?;
    Ok(Sha256Digest::of(seed.as_bytes()).to_string())
}
