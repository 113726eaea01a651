//! Calls as the requests that they are, and answers as what they tell.

use std::sync::OnceLock;

use tongzhou::{
    code::lists::{BurdenSource, ClaimState, ConsentPurpose, ReturnReason, TokenSuite},
    model::primitive::{Count, Size},
    value::{Money, Sha256Digest, Uuid7},
};
use tongzhou_exchange::{
    message::{
        Request,
        claim::{
            Burden, Claim, Confirm, ExpenseNoted, ExpenseState, ExpenseToken, ReadClaim, ReadExpense,
            Release, Reserve, Reverse, StateBurden, VoidExpense,
        },
        consent::RegisterConsent,
        wire::{Amount, Hex32, Id as WireId, Organisation, Sum, TokenValue},
    },
    problem::{Problem, ProblemKind, status},
};

use crate::history::{Answer, Ask, Bill, Call, Id, Refusal, Standing};

/// The line that asks for a call: the name of the operation, the member, the request.
pub(crate) fn line(call: &Call) -> String {
    let expense = ExpenseToken {
        suite: TokenSuite::Ristretto255Sha512,
        epoch: Count::saturating(1),
        value: TokenValue(token(call.expense)),
    };
    let consent = consent(if call.consented { call.member } else { u8::MAX });
    match call.ask {
        Ask::Reserve { claim, amount, burden: said, days } => asking(
            call.member,
            &Reserve {
                claim_id: id(claim),
                expense,
                amount: Amount(money(amount)),
                burden: burden(said),
                consent,
                hold_days: u32::try_from(days).ok().and_then(Count::new),
                aid_record_id: None,
            },
        ),
        Ask::Confirm { claim, fence } => {
            let fence = Size::saturating(u64::try_from(fence).unwrap_or_default());
            asking(call.member, &Confirm { claim_id: id(claim), expense, fence })
        }
        Ask::Release { claim } => asking(call.member, &Release { claim_id: id(claim), expense }),
        Ask::Reverse { claim } => {
            let reason = ReturnReason::HospitalRefund;
            asking(call.member, &Reverse { claim_id: id(claim), expense, reason })
        }
        Ask::Read { claim } => asking(call.member, &ReadClaim { claim_id: id(claim), expense }),
        Ask::State { statement, burden: said } => {
            asking(call.member, &StateBurden { statement_id: id(statement), expense, burden: burden(said) })
        }
        Ask::Void { statement } => asking(call.member, &VoidExpense { statement_id: id(statement), expense }),
        Ask::Look => asking(call.member, &ReadExpense { expense, consent }),
    }
}

/// The line by which a member makes its consent known.
pub(crate) fn consent_line(member: u8) -> String {
    let Some(recipient) = organisations().get(usize::from(member)) else { return String::new() };
    asking(
        member,
        &RegisterConsent {
            commitment: consent(member),
            recipient: recipient.clone(),
            purpose: ConsentPurpose::ExpenseClaim,
            may_name_member: false,
            valid_days: Count::saturating(3660),
        },
    )
}

/// What an answer tells; nothing where it says that the outcome is not known, or is none.
pub(crate) fn answer(ask: &Ask, line: &str) -> Option<Answer> {
    let (word, body) = line.split_once(' ')?;
    if word != "ok" {
        let problem: Problem = serde_json::from_str(body).ok()?;
        let why = match problem.code {
            ProblemKind::OverBurden => Refusal::OverBurden,
            ProblemKind::Voided => Refusal::Voided,
            ProblemKind::NotHeld => Refusal::NotHeld,
            ProblemKind::Fence => Refusal::Fence,
            ProblemKind::NotYours => Refusal::NotYours,
            ProblemKind::Unknown => Refusal::Unknown,
            ProblemKind::Conflict => Refusal::Conflict,
            ProblemKind::NoConsent => Refusal::NoConsent,
            kind if status(kind) >= 500 => return None,
            _ => Refusal::Other,
        };
        return Some(Answer::Refused { why, left: problem.left.map(|left| left.fen()) });
    }
    match ask {
        Ask::State { .. } | Ask::Void { .. } => {
            let noted: ExpenseNoted = serde_json::from_str(body).ok()?;
            Some(Answer::Noted { version: number(noted.version) })
        }
        Ask::Look => Some(Answer::Bill(bill(&serde_json::from_str(body).ok()?))),
        _ => {
            let claim: Claim = serde_json::from_str(body).ok()?;
            Some(Answer::Claim {
                standing: standing(claim.state),
                amount: claim.amount.fen(),
                fence: number(claim.fence),
                version: number(claim.version),
                expires_at: claim.expires_at.unix_millis(),
                bill: claim.expense.as_ref().map(bill),
            })
        }
    }
}

/// The members that talk.
pub(crate) fn organisations() -> &'static [Organisation] {
    static ALL: OnceLock<Vec<Organisation>> = OnceLock::new();
    ALL.get_or_init(|| {
        let codes = (1..)
            .flat_map(|number| "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().map(move |check| (number, check)))
            .filter_map(|(number, check)| format!("53100000{number:09}{check}").parse().ok());
        codes.take(MEMBERS).collect()
    })
}

/// The token of an expense.
pub(crate) fn token(expense: u32) -> [u8; 32] {
    *Sha256Digest::of(format!("expense {expense}").as_bytes()).as_bytes()
}

/// A state by its code's variant.
pub(crate) fn standing(state: ClaimState) -> Standing {
    match state {
        ClaimState::Held => Standing::Held,
        ClaimState::Paid => Standing::Paid,
        ClaimState::Released => Standing::Released,
        ClaimState::Expired => Standing::Expired,
        ClaimState::Reversed => Standing::Reversed,
    }
}

fn asking<R: Request>(member: u8, request: &R) -> String {
    let code = organisations().get(usize::from(member)).map_or("", Organisation::as_str);
    format!("{} {code} {}", R::OPERATION.name(), String::from_utf8_lossy(&request.write()))
}

fn consent(member: u8) -> Hex32 {
    Hex32(*Sha256Digest::of(format!("consent of {member}").as_bytes()).as_bytes())
}

fn burden(fen: i64) -> Burden {
    Burden { amount: Sum(money(fen)), source: BurdenSource::Payments }
}

fn money(fen: i64) -> Money {
    Money::from_fen(fen).unwrap_or_default()
}

fn id(id: Id) -> WireId {
    let [a, b, c, d, e, f, random @ ..] = id.0;
    WireId(Uuid7::from_parts(u64::from_be_bytes([0, 0, a, b, c, d, e, f]), random))
}

fn number(size: Size) -> i64 {
    i64::try_from(size.get()).unwrap_or(i64::MAX)
}

fn bill(state: &ExpenseState) -> Bill {
    Bill {
        version: number(state.version),
        burden: state.burden.fen(),
        held: state.held.fen(),
        paid: state.paid.fen(),
        left: state.left.fen(),
        void: state.void,
    }
}

/// How many members there are; several clients speak for each.
pub(crate) const MEMBERS: usize = 8;
