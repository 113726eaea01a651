//! What a case leaves behind, and how it is taken back: consents, holds, payments, intents, notices.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    judge::{Stop, has_own_trouble},
    play::{Play, Written, plain},
    wire::Got,
};
use crate::case::{Ask, Expect, Party, Signing};

impl Play<'_, '_> {
    /// Notes what has to be put in order again.
    pub(super) fn remember(&mut self, ask: &Ask, written: &Written, got: &Got) {
        let body = written.body.as_deref().and_then(|body| serde_json::from_slice::<Value>(body).ok());
        let Some(body) = body.filter(|_| got.status == 200) else { return };
        let with = |names: &[&str], reason: Option<&str>| -> Value {
            let kept = names.iter().filter_map(|name| Some(((*name).to_owned(), body.get(*name)?.clone())));
            kept.chain(reason.map(|reason| ("reason".to_owned(), json!(reason)))).collect()
        };
        match ask.operation.as_str() {
            "consents/register" => {
                let request = with(&["commitment"], Some("privacy-concern"));
                self.left.push((ask.party, "consents/withdraw", request));
            }
            "claims/reserve" => {
                let claim = ["claimId", "expense"];
                self.left.push((ask.party, "claims/release", with(&claim, None)));
                self.left.push((ask.party, "claims/reverse", with(&claim, Some("treatment-ended"))));
            }
            "intents/announce" => {
                self.left.push((ask.party, "intents/close", with(&["intentId", "tokens"], None)));
            }
            _ => {}
        }
    }

    /// Takes back what the case did, in the order in which it is safe; consents last, which everything else needs.
    pub(super) async fn clean_up(&mut self) -> Result<(), Stop> {
        let mut left = std::mem::take(&mut self.left);
        left.sort_by_key(|(_, operation, _)| *operation == "consents/withdraw");
        let mut asked = BTreeSet::new();
        for (party, operation, request) in left {
            asked.insert(party);
            let must = operation == "consents/withdraw";
            let got = self.quietly(operation, party, request).await?;
            if must && got.status != 200 {
                let body = serde_json::from_slice(&got.body).unwrap_or_default();
                let (en, zh) = (
                    "cleaning up: a consent of the case could not be withdrawn",
                    "清理：本用例的授权同意书未能撤回",
                );
                return Err(if has_own_trouble(&body) {
                    Stop::could_not(en, zh)
                } else {
                    Stop::wrong(en, zh)
                });
            }
        }
        for party in asked {
            let got = self.quietly("notices/list", party, json!({ "atMost": 100 })).await?;
            let body: Value = serde_json::from_slice(&got.body).unwrap_or_default();
            let ids: Vec<&Value> = body
                .get("notices")
                .and_then(Value::as_array)
                .map(|notices| notices.iter().filter_map(|notice| notice.get("noticeId")).collect())
                .unwrap_or_default();
            if !ids.is_empty() {
                self.quietly("notices/acknowledge", party, json!({ "notices": ids })).await?;
            }
        }
        Ok(())
    }

    async fn quietly(&mut self, operation: &str, party: Party, body: Value) -> Result<Got, Stop> {
        let written = self.written(&plain(operation, party, body, Expect::default()), None)?;
        self.patiently(&written, party, &Signing::default()).await.map(|(_, got)| got)
    }
}
