//! `lookups/ask`: whether a child was helped already.
//!
//! What is found under any of the child's tokens is united by the member's record, of which only the latest entry is
//! told. An entry is told while the consent it names is in force: one that was withdrawn or has passed its last day
//! is no longer relied on (REQ-CNS-007, REQ-CNS-008). Ids and tokens are not in the answer, and it is sorted, so that
//! nothing can be told from its order.

use std::collections::{BTreeMap, BTreeSet};

use tongzhou::{
    code::{
        Code,
        lists::{AidStatus, ConsentPurpose, EntryClass},
    },
    fault,
};
use tongzhou_exchange::{
    message::{
        Operation,
        lookup::{Found, FoundAid, FoundIntent, LookUp},
        wire::{Id, Organisation},
    },
    problem::{Problem, ProblemKind},
};

use super::{Key, Registry, accesses, at, consents};
use crate::store::{Row, Value};

/// Looks up what others gave to a child, and who else is about to.
///
/// # Errors
/// [`NoConsent`](ProblemKind::NoConsent) without a consent in force that names the caller and the purpose;
/// [`Epoch`](ProblemKind::Epoch) for tokens of an epoch that is not in use.
pub async fn ask(registry: &Registry, member: &Organisation, request: &LookUp) -> Result<Found, Problem> {
    registry.require_epochs(request.tokens.iter().map(|token| token.epoch.get()))?;
    let keys = registry.keys(&request.tokens)?;
    if !PURPOSES.contains(&request.purpose) && !fault::is("lookup-for-any-purpose") {
        return Err(ProblemKind::NoConsent.into());
    }
    let purpose = match fault::is("lookup-to-avoid-duplicates-alone") {
        true => ConsentPurpose::DuplicateCheck,
        false => request.purpose,
    };
    if !fault::is("lookup-without-a-consent") {
        consents::require_live(&registry.store, &request.consent, member, purpose).await?;
    }
    let access = accesses::Entry {
        member: member.clone(),
        operation: Operation::LookUp,
        id: *request.lookup_id.as_bytes(),
        purpose: Some(request.purpose),
        consent: request.consent,
    };
    accesses::write_all(registry, &keys, &access).await?;
    find(registry, keys, member, request.lookup_id).await
}

/// What the registry holds under the keys, read on the primary at this moment. An intent with the id that is answered
/// is left out: it is the one that asks.
pub(super) async fn find(
    registry: &Registry,
    keys: Vec<Key>,
    member: &Organisation,
    id: Id,
) -> Result<Found, Problem> {
    let asker = member.clone();
    let read = registry.store.read(move |tx| {
        let (keys, asker) = (keys.clone(), asker.clone());
        Box::pin(async move {
            let now =
                tx.query_opt("SELECT now_ms FROM clock", &[]).await?.ok_or(ProblemKind::Internal)?.int(0)?;
            let (mut entries, mut intents) = (Vec::new(), BTreeMap::new());
            for key in keys {
                for row in tx.query(ENTRIES, &[Value::from(key)]).await? {
                    entries.push(Entry::read(&row)?);
                }
                let sql =
                    if fault::is("intent-shown-after-withdrawal") { INTENTS_IN_ANY_CASE } else { INTENTS };
                for row in tx.query(sql, &[Value::from(key)]).await? {
                    let intent: [u8; 16] = row.array(0)?;
                    let by: String = row.text(1)?;
                    if intent != *id.as_bytes() || by != asker.as_str() {
                        intents.insert((by, intent), read_intent(&row, asker.as_str())?);
                    }
                }
            }
            let mut intents: Vec<FoundIntent> = intents.into_values().collect();
            intents.sort();
            if fault::is("intents-of-others-not-told") {
                intents.clear();
            }
            Ok::<_, Problem>(Found { id, as_of: at(now)?, aid: unite(entries, asker.as_str())?, intents })
        })
    });
    read.await
}

/// One row of an entry.
#[derive(Clone, Debug)]
struct Entry {
    id: [u8; 16],
    member: String,
    record: Vec<u8>,
    class: String,
    month: String,
    status: String,
    supersedes: Option<Vec<u8>>,
    superseded: bool,
    /// Whether the member may be named; nothing where the consent is not in force.
    shown: Option<bool>,
}

impl Entry {
    fn read(row: &Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.array(0)?,
            member: row.text(1)?,
            record: row.bytes(2)?,
            class: row.text(3)?,
            month: row.text(4)?,
            status: row.text(5)?,
            supersedes: row.optional_bytes(6)?,
            superseded: row.optional_bytes(7)?.is_some(),
            shown: row
                .optional_int(8)?
                .or(fault::is("entry-shown-after-withdrawal").then_some(0))
                .map(|may| may != 0),
        })
    }

    fn told(&self, asker: &str) -> Result<FoundAid, Problem> {
        let broken = || Problem::new(ProblemKind::Internal);
        let named = self.shown == Some(true) || fault::is("member-named-without-leave");
        let named = named && !fault::is("member-never-named");
        Ok(FoundAid {
            coverage_class: EntryClass::from_code(&self.class).ok_or_else(broken)?,
            month: self.month.parse().map_err(|_| broken())?,
            status: AidStatus::from_code(&self.status).ok_or_else(broken)?,
            own: self.member == asker && !fault::is("own-aid-not-said-to-be-own"),
            member: if named { Some(self.member.parse().map_err(|_| broken())?) } else { None },
        })
    }
}

/// One answer for each record of each member: its latest entry that nothing corrects. An entry corrects others of its
/// own member only, and does so even where it is not shown itself.
fn unite(entries: Vec<Entry>, asker: &str) -> Result<Vec<FoundAid>, Problem> {
    let mut corrected: BTreeSet<(String, Vec<u8>)> = BTreeSet::new();
    for entry in &entries {
        corrected.extend(entry.supersedes.iter().map(|id| (entry.member.clone(), id.clone())));
        corrected.extend(entry.superseded.then(|| (entry.member.clone(), entry.id.to_vec())));
    }
    let mut latest: BTreeMap<(String, Vec<u8>), Entry> = BTreeMap::new();
    for entry in entries.into_iter().filter(|entry| entry.shown.is_some()) {
        let superseded = corrected.contains(&(entry.member.clone(), entry.id.to_vec()));
        if superseded && !fault::is("superseded-entry-shown") {
            continue;
        }
        let each = fault::is("each-entry-is-aid-of-its-own");
        let record = if each { entry.id.to_vec() } else { entry.record.clone() };
        // Ids are in the order in which their member made them.
        let held = latest.entry((entry.member.clone(), record)).or_insert_with(|| entry.clone());
        let later = held.id < entry.id;
        if later != fault::is("superseded-entry-shown") {
            *held = entry;
        }
    }
    let mut aid = latest.values().map(|entry| entry.told(asker)).collect::<Result<Vec<_>, _>>()?;
    aid.sort();
    Ok(aid)
}

fn read_intent(row: &Row, asker: &str) -> Result<FoundIntent, Problem> {
    let broken = || Problem::new(ProblemKind::Internal);
    let member: Organisation = row.text(1)?.parse().map_err(|_| broken())?;
    Ok(FoundIntent {
        coverage_class: EntryClass::from_code(&row.text(2)?).ok_or_else(broken)?,
        month: row.text(3)?.parse().map_err(|_| broken())?,
        own: member.as_str() == asker,
        member: (row.flag(4)? || fault::is("intent-named-without-leave")).then_some(member),
    })
}

/// For which purposes a consent allows to ask: those in which somebody decides on aid.
const PURPOSES: [ConsentPurpose; 5] = [
    ConsentPurpose::DuplicateCheck,
    ConsentPurpose::AidApplication,
    ConsentPurpose::AidPayment,
    ConsentPurpose::Referral,
    ConsentPurpose::Verification,
];

// Entries that are not shown are read too: they may correct one that is.
const ENTRIES: &str = "\
SELECT e.entry_id, e.member, e.aid_record_id, e.coverage_class, e.month, e.status, e.supersedes, e.superseded_by,
       c.may_name_member
FROM aid_entry e
LEFT JOIN consent c ON c.commitment = e.consent AND c.recipient = e.member AND c.purpose = 'aid-registration'
     AND c.withdrawn_at IS NULL AND c.valid_until > (SELECT now_ms FROM clock)
WHERE e.token = $1 AND e.withdrawn_at IS NULL";

const INTENTS: &str = "\
SELECT i.intent_id, i.member, i.coverage_class, i.month, c.may_name_member
FROM intent i
JOIN consent c ON c.commitment = i.consent AND c.recipient = i.member AND c.purpose = 'duplicate-check'
     AND c.withdrawn_at IS NULL AND c.valid_until > (SELECT now_ms FROM clock)
WHERE i.token = $1 AND i.closed_at IS NULL AND i.ends_at > (SELECT now_ms FROM clock)";

const INTENTS_IN_ANY_CASE: &str = "\
SELECT i.intent_id, i.member, i.coverage_class, i.month, c.may_name_member
FROM intent i
JOIN consent c ON c.commitment = i.consent AND c.recipient = i.member AND c.purpose = 'duplicate-check'
WHERE i.token = $1 AND i.closed_at IS NULL AND i.ends_at > (SELECT now_ms FROM clock)";
