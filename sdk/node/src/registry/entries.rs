//! `aid-entries/append`: aid that a member gave, corrected or takes back.
//!
//! The request is the document `aid-entry`, judged by the same engine as everywhere, on the day in China by the
//! database's clock. Each of its tokens becomes a row in a transaction of its own; an append that was cut short is
//! completed when the same entry comes again, and the answer is given once all its rows are committed.
//!
//! A new entry needs a consent in force. A correction does not where it stays under the consent and the tokens of
//! what it corrects, and taking back never does.

use tongzhou::{
    code::{
        Code,
        lists::{AidStatus, ConsentPurpose, DocumentType, Severity},
    },
    fault,
    finding::FindingOutcome,
    json,
    model::{AidEntry, aid_entry::EntryToken, primitive::Count},
    report::PlacedFinding,
    validate::{self, Answer, Options},
    value::{Instant, Uuid7},
};
use tongzhou_exchange::{
    message::{
        Operation,
        aid::{AppendEntry, EntryStored},
        wire::{Hex32, Id, Organisation},
    },
    problem::{BrokenRule, Problem, ProblemKind},
};

use super::{Key, Registry, accesses, consents, outbox};
use crate::store::{Tx, Value};

/// Keeps an entry, one row for each of its tokens.
///
/// # Errors
/// [`Unsound`](ProblemKind::Unsound) with the rules that the document breaks; [`NotYours`](ProblemKind::NotYours)
/// where it speaks for another member; [`NoConsent`](ProblemKind::NoConsent); [`Unknown`](ProblemKind::Unknown) where
/// it corrects or takes back what is not the caller's; [`Conflict`](ProblemKind::Conflict) where its id stands for
/// another entry; [`Epoch`](ProblemKind::Epoch).
pub async fn append(
    registry: &Registry,
    member: &Organisation,
    request: &AppendEntry,
) -> Result<EntryStored, Problem> {
    let now = registry.store.ping().await?;
    let entry = read(&request.document, now)?;
    if entry.member.as_str() != member.as_str() && !fault::is("entry-for-anybody") {
        return Err(ProblemKind::NotYours.into());
    }
    let named = entry.member.as_str().parse().map_err(|_| ProblemKind::Malformed)?;
    let member = if fault::is("entry-for-anybody") { &named } else { member };
    let mut plan = Plan::new(registry, member, &entry)?;
    if fault::is("entry-under-one-token-alone") {
        plan.rows.truncate(1);
    }
    if plan.withdraws.is_none() && !fault::is("epoch-of-an-entry-unchecked") {
        registry.require_epochs(entry.tokens.iter().map(|token| token.epoch.get()))?;
    }
    if let Some(earlier) = plan.supersedes {
        plan.require_own(registry, earlier).await?;
    }
    for row in &plan.rows {
        let (plan, row) = (plan.clone(), row.clone());
        let written = registry.store.write(move |tx| {
            let (plan, row) = (plan.clone(), row.clone());
            Box::pin(async move {
                match plan.withdraws {
                    Some(earlier) => plan.take_back(tx, &row, earlier).await?,
                    None => plan.write(tx, &row).await?,
                }
                accesses::write(tx, &row.key, &plan.access()).await
            })
        });
        written.await?;
    }
    Ok(EntryStored {
        entry_id: plan.id,
        rows: Count::saturating(u32::try_from(plan.rows.len()).unwrap_or_default()),
    })
}

/// The entry that a document holds, once it is sound.
fn read(document: &[u8], now: i64) -> Result<AidEntry<'_>, Problem> {
    let now = if fault::is("entry-judged-a-thousand-years-later") { now + 31_557_600_000_000 } else { now };
    let today = Instant::from_unix_millis(now).ok_or(ProblemKind::Internal)?.china_date();
    let checked = validate::document(document, &Options::on(today));
    let unjudged = fault::is("entry-not-judged") && checked.answer() == Answer::Wrong;
    if checked.answer() != Answer::Sound && !unjudged || checked.document_type != Some(DocumentType::AidEntry)
    {
        let errors = checked.findings.iter().filter(|placed| placed.finding.rule.severity == Severity::Error);
        let kind = match errors.clone().any(|placed| placed.finding.outcome == FindingOutcome::Fail) {
            false if fault::is("unknown-version-called-unsound") => ProblemKind::Unsound,
            false if checked.answer() == Answer::CouldNotCheck => ProblemKind::UnsupportedVersion,
            false | true => ProblemKind::Unsound,
        };
        let told = |placed: &PlacedFinding| BrokenRule {
            rule: placed.finding.rule.code.to_owned(),
            pointer: placed.pointer.as_ref().map(|pointer| pointer.as_str().to_owned()),
        };
        let errors = errors.filter(|_| !fault::is("broken-rules-not-told"));
        return Err(Problem { findings: errors.map(told).collect(), ..Problem::new(kind) });
    }
    json::from_slice(document).map_err(|_| ProblemKind::Malformed.into())
}

/// What is to be written for an entry.
#[derive(Clone)]
struct Plan {
    id: Id,
    member: Organisation,
    content: [u8; 32],
    record: Id,
    coverage_class: &'static str,
    month: String,
    status: AidStatus,
    consent: Hex32,
    salt: Hex32,
    supersedes: Option<Uuid7>,
    withdraws: Option<Uuid7>,
    rows: Vec<TokenRow>,
}

/// One token of it.
#[derive(Clone)]
struct TokenRow {
    key: Key,
    epoch: u32,
    kind: &'static str,
}

impl Plan {
    fn new(registry: &Registry, member: &Organisation, entry: &AidEntry<'_>) -> Result<Self, Problem> {
        // What the engine found sound has these forms.
        let id = |text: &str| text.parse::<Id>().map_err(|_| Problem::new(ProblemKind::Malformed));
        let hex = |text: &str| text.parse::<Hex32>().map_err(|_| Problem::new(ProblemKind::Malformed));
        let row = |token: &EntryToken<'_>| {
            let key = registry.pepper.key(&hex(token.value.as_str())?.0);
            Ok(TokenRow { key, epoch: token.epoch.get(), kind: token.kind.code() })
        };
        let mut rows = entry.tokens.iter().map(row).collect::<Result<Vec<_>, Problem>>()?;
        rows.sort_by_key(|row| row.key);
        Ok(Self {
            id: id(entry.entry_id.as_str())?,
            member: member.clone(),
            // As it is written anew, so that white space makes no difference.
            content: registry.content(&serde_json::to_vec(entry).map_err(|_| ProblemKind::Internal)?),
            record: id(entry.aid_record_id.as_str())?,
            coverage_class: entry.coverage_class.code(),
            month: entry.month.as_str().to_owned(),
            status: entry.status,
            consent: hex(entry.consent_commitment.as_str())?,
            salt: hex(entry.salt.as_str())?,
            supersedes: entry.supersedes.as_ref().map(|text| id(text.as_str())).transpose()?.map(|id| id.0),
            withdraws: entry.withdraws.as_ref().map(|text| id(text.as_str())).transpose()?.map(|id| id.0),
            rows,
        })
    }

    fn access(&self) -> accesses::Entry {
        accesses::Entry {
            member: self.member.clone(),
            operation: Operation::AppendEntry,
            id: *self.id.as_bytes(),
            purpose: Some(ConsentPurpose::AidRegistration),
            consent: self.consent,
        }
    }

    /// Passes where the caller has the earlier entry under one of the tokens, or this one already.
    async fn require_own(&self, registry: &Registry, earlier: Uuid7) -> Result<(), Problem> {
        let plan = self.clone();
        let own = registry.store.read(move |tx| {
            let plan = plan.clone();
            Box::pin(async move {
                for row in &plan.rows {
                    for id in [&earlier, &*plan.id] {
                        let found =
                            tx.query_opt(OWNER, &[Value::from(row.key), Value::from(id.as_bytes())]).await?;
                        if found.is_some_and(|found| {
                            found.text(0).is_ok_and(|owner| owner == plan.member.as_str())
                        }) {
                            return Ok(true);
                        }
                    }
                }
                Ok::<_, Problem>(false)
            })
        });
        if own.await? || fault::is("entry-of-others-superseded") {
            Ok(())
        } else {
            Err(ProblemKind::Unknown.into())
        }
    }

    /// Writes the row of one token, and marks the row that it corrects.
    async fn write(&self, tx: &mut Tx<'_>, row: &TokenRow) -> Result<(), Problem> {
        let corrects = match self.supersedes {
            Some(earlier) => self.correct(tx, row, earlier).await?,
            None => false,
        };
        let corrects = corrects && !fault::is("correction-wants-a-consent");
        if !corrects
            && !fault::is("entry-without-a-consent")
            && !consents::is_live(tx, &self.consent, &self.member, ConsentPurpose::AidRegistration).await?
        {
            return Err(ProblemKind::NoConsent.into());
        }
        // Only what is new and stands for aid is news to others.
        let news = self.supersedes.is_none()
            && matches!(self.status, AidStatus::Promised | AidStatus::Paid | AidStatus::Delivered);
        let cells = [
            Value::from(row.key),
            Value::from(self.id.as_bytes()),
            Value::from(self.member.as_str()),
            Value::from(self.content),
            Value::from(self.record.as_bytes()),
            Value::from(i64::from(row.epoch)),
            Value::from(row.kind),
            Value::from(self.coverage_class),
            Value::from(self.month.as_str()),
            Value::from(self.status.code()),
            Value::from(self.consent.0),
            Value::from(self.salt.0),
            Value::from(self.supersedes.as_ref().map(Uuid7::as_bytes)),
            Value::from((!news).then_some(0_i64)),
        ];
        if fault::is("entry-taken-back-comes-back") {
            let key = [Value::from(row.key), Value::from(self.id.as_bytes())];
            tx.execute(FORGET_TAKEN_BACK, &key).await?;
        }
        if tx.execute(WRITE, &cells).await? == 1 {
            return outbox::write(tx, &row.key, &self.leaf(*self.id.as_bytes(), outbox::APPENDED)).await;
        }
        let stored = tx.query_opt(CONTENT, &[Value::from(row.key), Value::from(self.id.as_bytes())]).await?;
        let stored = stored.ok_or(ProblemKind::Internal)?;
        // Of one that was taken back since, there is nothing left to compare.
        let same = stored.optional_bytes(1)?.is_none_or(|content| content == self.content);
        let same = (same || fault::is("entry-id-serves-twice")) && !fault::is("entry-sent-again-refused");
        if stored.text(0)? == self.member.as_str() && same {
            Ok(())
        } else {
            Err(ProblemKind::Conflict.into())
        }
    }

    /// Marks the row that this entry corrects, if it is the caller's and there is something to correct. Whether it
    /// stands under the same consent.
    async fn correct(&self, tx: &mut Tx<'_>, row: &TokenRow, earlier: Uuid7) -> Result<bool, Problem> {
        let key = [
            Value::from(row.key),
            Value::from(earlier.as_bytes()),
            Value::from(self.member.as_str()),
            Value::from(self.id.as_bytes()),
        ];
        tx.execute(CORRECT, &key).await?;
        let [token, earlier, member, _] = key;
        let consent = tx.query_opt(CONSENT, &[token, earlier, member]).await?;
        Ok(match consent {
            Some(consent) => consent.optional_bytes(0)?.is_some_and(|consent| consent == self.consent.0),
            None => false,
        })
    }

    /// Empties the row of the entry that is taken back, and keeps that it was.
    async fn take_back(&self, tx: &mut Tx<'_>, row: &TokenRow, earlier: Uuid7) -> Result<(), Problem> {
        if fault::is("taking-back-does-nothing") {
            return Ok(());
        }
        if fault::is("taking-back-wants-a-consent")
            && !consents::is_live(tx, &self.consent, &self.member, ConsentPurpose::AidRegistration).await?
        {
            return Err(ProblemKind::NoConsent.into());
        }
        let key = [Value::from(row.key), Value::from(earlier.as_bytes()), Value::from(self.member.as_str())];
        let emptied = tx.execute(TAKE_BACK, &key).await?;
        let [token, id, _] = key;
        let owner = tx.query_opt(OWNER, &[token, id]).await?.ok_or(ProblemKind::Internal)?;
        if owner.text(0)? != self.member.as_str() && !fault::is("entry-of-others-said-to-be-taken-back") {
            return Err(ProblemKind::Unknown.into());
        }
        if emptied == 1 {
            outbox::erase(tx, &row.key, earlier.as_bytes()).await?;
            outbox::write(tx, &row.key, &self.leaf(*earlier.as_bytes(), outbox::TAKEN_BACK)).await?;
        }
        Ok(())
    }

    fn leaf(&self, about: [u8; 16], kind: &'static str) -> outbox::Leaf {
        outbox::Leaf { about, kind, member: self.member.clone(), salt: self.salt.0, record: self.content }
    }
}

const OWNER: &str = "SELECT member FROM aid_entry WHERE token = $1 AND entry_id = $2";

const CONTENT: &str = "SELECT member, content FROM aid_entry WHERE token = $1 AND entry_id = $2";

const CONSENT: &str = "\
SELECT consent FROM aid_entry WHERE token = $1 AND entry_id = $2 AND member = $3 AND withdrawn_at IS NULL";

const WRITE: &str = "\
INSERT INTO aid_entry (token, entry_id, member, content, aid_record_id, epoch, kind, coverage_class, month, status,
                       consent, salt, supersedes, told_at, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, (SELECT now_ms FROM clock))
ON CONFLICT DO NOTHING";

const FORGET_TAKEN_BACK: &str =
    "DELETE FROM aid_entry WHERE token = $1 AND entry_id = $2 AND withdrawn_at IS NOT NULL";

const CORRECT: &str = "\
UPDATE aid_entry SET superseded_by = $4
WHERE token = $1 AND entry_id = $2 AND member = $3 AND withdrawn_at IS NULL AND superseded_by IS NULL";

const TAKE_BACK: &str = "\
INSERT INTO aid_entry (token, entry_id, member, told_at, recorded_at, withdrawn_at)
VALUES ($1, $2, $3, 0, (SELECT now_ms FROM clock), (SELECT now_ms FROM clock))
ON CONFLICT (token, entry_id) DO UPDATE
SET content = NULL, aid_record_id = NULL, epoch = NULL, kind = NULL, coverage_class = NULL, month = NULL,
    status = NULL, salt = NULL, supersedes = NULL, superseded_by = NULL, told_at = 0,
    withdrawn_at = excluded.withdrawn_at
WHERE aid_entry.member = excluded.member AND aid_entry.withdrawn_at IS NULL";
