//! The peers themselves: real nodes, each with a database of its own, on this machine alone. What misbehaves is the door
//! before them.

use std::{fs, net::SocketAddr, path::Path};

use getrandom::fill;
use tongzhou::{
    keys::{Passphrase, WorkFactor},
    value::Sha256Digest,
};
use tongzhou_node::{
    config::Config,
    node::{Node, Running},
};

use super::{
    MockFault,
    alliance::{Alliance, Peer, SUBJECT_EPOCHS, share_file},
};

/// Every peer that runs.
pub(super) struct Nodes {
    running: Vec<(Peer, Running)>,
}

impl Nodes {
    /// Starts them, with what they keep in `folder`; `base` is what others sign their requests for.
    pub(super) async fn start(alliance: &Alliance, base: &str, folder: &Path) -> Result<Self, MockFault> {
        let mut random = [0; 32];
        fill(&mut random).map_err(|_| MockFault::Random)?;
        let passphrase = Sha256Digest::of(&random).to_string();
        let mut nodes = Self { running: Vec::new() };
        for peer in Peer::ALL {
            let config = config(alliance, peer, base, &folder.join(peer.path()), &passphrase)?;
            nodes.running.push((peer, Node::start(config).await?));
        }
        Ok(nodes)
    }

    /// Where each listens.
    pub(super) fn addresses(&self) -> Vec<(Peer, SocketAddr)> {
        self.running.iter().map(|(peer, node)| (*peer, node.addr())).collect()
    }

    pub(super) async fn stop(self) {
        for (_, node) in self.running {
            node.stop().await;
        }
    }
}

fn config(
    alliance: &Alliance,
    peer: Peer,
    base: &str,
    folder: &Path,
    passphrase: &str,
) -> Result<Config, MockFault> {
    fs::create_dir_all(folder)?;
    let lock = Passphrase::new(passphrase.to_owned());
    fs::write(folder.join("directory.json"), &alliance.tenant.directory)?;
    fs::write(folder.join("directory.jws.json"), &alliance.tenant.signatures)?;
    let keys = peer.keys().lock(&lock, WorkFactor::QUICK).map_err(|_| MockFault::Keys)?;
    fs::write(folder.join("node.key"), keys)?;
    let mut shares = Vec::new();
    for (number, share) in alliance.shares(peer).enumerate() {
        let file = format!("share-{number}.key");
        fs::write(folder.join(&file), share_file(share, &lock)?)?;
        shares.push(format!("\"{file}\""));
    }
    let (roles, part) = if shares.is_empty() {
        ("\"registry\"", format!("[registry]\nepochs = {SUBJECT_EPOCHS:?}"))
    } else {
        ("\"member\", \"evaluator\"", format!("[evaluator]\nshares = [{}]\nquota = 10000", shares.join(", ")))
    };
    let (board, path) = (alliance.tenant.board, peer.path());
    let text = format!(
        "roles = [{roles}]\nlisten = \"127.0.0.1:0\"\npublic-url = \"{base}/{path}\"\n\n[directory]\nboard = \
         \"{board}\"\n\n{part}\n\n[limits]\nrequests-per-minute = 6000\nrequests-per-minute-of-address = 60000\n",
    );
    let secrets = [("TONGZHOU_NODE_PASSPHRASE".to_owned(), passphrase.to_owned())];
    Config::read(&text, folder, secrets)
        .map_err(|faults| MockFault::Node(tongzhou_node::node::StartError::Config(faults)))
}
