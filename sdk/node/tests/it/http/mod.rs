//! A node over HTTP: who is let in, what is refused and how, and what is told.

mod admission;
mod bounds;
mod packages;
mod pages;
mod quiet;
mod setup;

use crate::{
    alliance::{Alliance, Folder},
    wire::{Got, JSON, Sent},
};
use tongzhou::signing::SigningKey;
use tongzhou_node::node::Running;

/// A node that runs in a folder of its own.
pub(super) struct Up {
    pub(super) alliance: Alliance,
    pub(super) folder: Folder,
    pub(super) running: Running,
}

impl Up {
    pub(super) async fn with(more: &str) -> Self {
        let (alliance, folder) = (Alliance::new(), Folder::new());
        alliance.set_up(&folder.0);
        let running = alliance.start(&folder.0, more).await;
        Self { alliance, folder, running }
    }

    pub(super) fn notices(&self, key: &SigningKey) -> Sent {
        Sent::post("/v1/notices/list", JSON, br#"{"atMost": 10}"#).signed(self.running.url(), key)
    }

    pub(super) async fn send(&self, sent: &Sent) -> Got {
        sent.to(self.running.addr()).await
    }

    /// What a request is refused with, in an answer that is signed where the request was.
    pub(super) async fn refused(&self, sent: &Sent) -> (u16, String) {
        let got = self.send(sent).await;
        if let Some(signature) = &sent.signature {
            assert!(got.is_by(self.alliance.registry.signing(), signature), "{got:?}");
        }
        (got.status, got.problem())
    }
}
