//! `notices/…`: what a member has to know, kept until it says that it read it.
//!
//! A notice is raised after what it is about is committed, and its id is made from what it is about. So it can be
//! raised again after a crash, and stands there once; one that was read is kept for a while for the same reason.

use tongzhou::{
    code::{Code, lists::NoticeKind},
    fault,
    model::primitive::{Count, List},
    value::{Sha256Digest, Uuid7},
};
use tongzhou_exchange::{
    message::{
        notice::{AcknowledgeNotices, Acknowledged, ListNotices, Notice, Notices},
        wire::{Hex32, Organisation},
    },
    problem::{Problem, ProblemKind},
};

use super::{Registry, at, id};
use crate::store::{StoreError, Tx, Value};

/// A notice to one member.
#[derive(Clone, Debug)]
pub(crate) struct Raise {
    /// Who is told.
    pub(crate) member: String,
    /// What happened.
    pub(crate) kind: NoticeKind,
    /// When, by the database's clock.
    pub(crate) raised_at: i64,
    /// What made it happen; the same cause makes the same notice of it.
    pub(crate) cause: Vec<u8>,
    /// When the cause is from, in milliseconds: the same whenever it is raised again.
    pub(crate) cause_at: u64,
    /// The member's own record that it is about.
    pub(crate) about: Option<[u8; 16]>,
    /// The consent that it is about.
    pub(crate) consent: Option<[u8; 32]>,
}

impl Raise {
    /// The id of the notice: the time of its cause, and what it is about.
    fn id(&self) -> Uuid7 {
        let about = self.about.as_ref().map_or(&[][..], |about| about);
        let named = [self.member.as_bytes(), self.kind.code().as_bytes(), &self.cause, about].join(&0);
        let [a, b, c, d, e, f, g, h, i, j, ..] = *Sha256Digest::of(&named).as_bytes();
        Uuid7::from_parts(self.cause_at, [a, b, c, d, e, f, g, h, i, j])
    }
}

/// The oldest notices that the caller has not acknowledged.
///
/// # Errors
/// Those of the store.
pub async fn list(
    registry: &Registry,
    member: &Organisation,
    request: &ListNotices,
) -> Result<Notices, Problem> {
    let (who, at_most) = (member.clone(), i64::from(request.at_most.get()));
    if at_most == 0 {
        return Err(ProblemKind::Malformed.into());
    }
    let read = registry.store.read(move |tx| {
        let who = who.clone();
        Box::pin(async move {
            let sql = match () {
                () if fault::is("notices-of-everybody") => LIST_EVERYBODYS,
                () if fault::is("latest-notice-first") => LIST_LATEST_FIRST,
                () => LIST,
            };
            let rows = tx.query(sql, &[Value::from(who.as_str()), Value::from(at_most + 1)]).await?;
            rows.iter()
                .map(|row| {
                    Ok::<_, Problem>(Notice {
                        notice_id: id(row.array(0)?),
                        kind: NoticeKind::from_code(&row.text(1)?).ok_or(ProblemKind::Internal)?,
                        raised_at: at(row.int(2)?)?,
                        about: row.optional_bytes(3)?.and_then(|about| about.try_into().ok()).map(id),
                        consent: row
                            .optional_bytes(4)?
                            .and_then(|consent| consent.try_into().ok())
                            .map(Hex32),
                    })
                })
                .collect()
        })
    });
    let mut notices: Vec<Notice> = read.await?;
    let most = usize::try_from(at_most).unwrap_or_default();
    let more = notices.len() > most;
    if !fault::is("more-notices-than-asked-for") {
        notices.truncate(most);
    }
    if fault::is("notice-listed-once-alone") {
        let notices = List::first(notices.iter().map(|notice| notice.notice_id));
        acknowledge(registry, member, &AcknowledgeNotices { notices }).await?;
    }
    Ok(Notices { notices, more: more && !fault::is("never-more-notices") })
}

/// Takes notices of the caller's from the list; of others' nothing is said.
///
/// # Errors
/// Those of the store.
pub async fn acknowledge(
    registry: &Registry,
    member: &Organisation,
    request: &AcknowledgeNotices,
) -> Result<Acknowledged, Problem> {
    let (who, what) = (member.clone(), request.clone());
    let written = registry.store.write(move |tx| {
        let (who, what) = (who.clone(), what.clone());
        Box::pin(async move {
            let mut open = 0;
            let sql = if fault::is("acknowledged-for-others") { ACKNOWLEDGE_ANYBODYS } else { ACKNOWLEDGE };
            for notice in &what.notices {
                if fault::is("acknowledged-and-still-listed") {
                    open += 1;
                    continue;
                }
                open += tx.execute(sql, &[Value::from(who.as_str()), Value::from(notice.as_bytes())]).await?;
            }
            Ok::<_, Problem>(open)
        })
    });
    Ok(Acknowledged { acknowledged: Count::saturating(u32::try_from(written.await?).unwrap_or_default()) })
}

/// Writes a notice, once.
pub(crate) async fn raise(tx: &mut Tx<'_>, raise: &Raise) -> Result<(), StoreError> {
    let row = [
        Value::from(raise.member.as_str()),
        Value::from(raise.id().as_bytes()),
        Value::from(raise.kind.code()),
        Value::from(raise.about),
        Value::from(raise.consent),
        Value::from(raise.raised_at),
    ];
    tx.execute(RAISE, &row).await?;
    Ok(())
}

const LIST: &str = "\
SELECT notice_id, kind, raised_at, about, consent FROM notice
WHERE member = $1 AND acknowledged_at IS NULL
ORDER BY raised_at, notice_id LIMIT $2";

const LIST_EVERYBODYS: &str = "\
SELECT notice_id, kind, raised_at, about, consent FROM notice
WHERE (member = $1 OR kind <> '') AND acknowledged_at IS NULL
ORDER BY raised_at, notice_id LIMIT $2";

const LIST_LATEST_FIRST: &str = "\
SELECT notice_id, kind, raised_at, about, consent FROM notice
WHERE member = $1 AND acknowledged_at IS NULL
ORDER BY raised_at DESC, notice_id DESC LIMIT $2";

const ACKNOWLEDGE_ANYBODYS: &str = "\
UPDATE notice SET acknowledged_at = (SELECT now_ms FROM clock)
WHERE (member = $1 OR notice_id = $2) AND notice_id = $2 AND acknowledged_at IS NULL";

const ACKNOWLEDGE: &str = "\
UPDATE notice SET acknowledged_at = (SELECT now_ms FROM clock)
WHERE member = $1 AND notice_id = $2 AND acknowledged_at IS NULL";

const RAISE: &str = "\
INSERT INTO notice (member, notice_id, kind, about, consent, raised_at)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
