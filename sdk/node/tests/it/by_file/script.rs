//! Random scripts of operations.

use std::collections::BTreeMap;

use tongzhou::{
    code::{
        Code as _,
        lists::{
            AidStatus, BurdenSource, ClaimState, ConsentPurpose, EntryClass, ReturnReason, SuspicionKind,
            SuspicionStatus,
        },
    },
    json,
    model::{
        AidEntry,
        primitive::{Count, List},
        texts::{DigestText, IdText, MonthText, OrganisationCodeText},
    },
    value::{Instant, Money, Uuid7},
};
use tongzhou_client::{Client, Done, Task, TokenStep, Wish};
use tongzhou_exchange::{
    message::{
        claim::{Burden, Claim, Confirm, ExpenseToken, ReadClaim, Release, Reserve, Reverse},
        consent::{RegisterConsent, WithdrawConsent},
        lookup::{CloseIntent, SubjectToken},
        suspicion::RecordSuspicion,
        wire::{Amount, Hex32, Id, Sum},
    },
    token::{Identity, normal},
};

/// One thing that a member does in a script.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Register {
        commitment: Hex32,
        purpose: ConsentPurpose,
    },
    Withdraw {
        commitment: Hex32,
    },
    LookUp {
        id: Id,
        child: usize,
        consent: Hex32,
    },
    Announce {
        id: Id,
        child: usize,
        consent: Hex32,
        class: EntryClass,
    },
    CloseIntent {
        of: usize,
    },
    Append {
        id: Id,
        record: Id,
        salt: Hex32,
        child: usize,
        consent: Hex32,
        status: AidStatus,
        supersedes: Option<Id>,
        withdraws: Option<Id>,
    },
    Reserve {
        id: Id,
        bill: usize,
        amount: i64,
        burden: i64,
        consent: Hex32,
    },
    Confirm {
        of: usize,
        wrong_fence: bool,
    },
    Release {
        of: usize,
    },
    Reverse {
        of: usize,
    },
    Read {
        of: usize,
    },
    State {
        id: Id,
        bill: usize,
        burden: i64,
    },
    Void {
        id: Id,
        bill: usize,
    },
    Expense {
        bill: usize,
        consent: Hex32,
    },
    WhoLooked {
        child: usize,
        consent: Hex32,
    },
    Suspect {
        id: Id,
        suspicion: Id,
        commitment: Hex32,
    },
}

/// Who does it.
pub(super) struct Line {
    pub(super) member: usize,
    pub(super) step: Step,
    /// Whether files are carried after it; it is one that nothing later is put together with.
    pub(super) carried: bool,
}

/// A source of numbers that a seed decides (splitmix64).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        bytes.chunks_mut(8).for_each(|chunk| {
            let next = self.next().to_le_bytes();
            chunk.copy_from_slice(&next[..chunk.len()]);
        });
        bytes
    }

    fn id(&mut self, now: Instant) -> Id {
        Id(Uuid7::from_parts(now.unix_millis().unsigned_abs(), self.bytes()))
    }

    fn hex(&mut self) -> Hex32 {
        Hex32(self.bytes())
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

pub(super) fn script(dice: &mut Dice, now: Instant) -> Vec<Line> {
    let purposes =
        [ConsentPurpose::DuplicateCheck, ConsentPurpose::AidRegistration, ConsentPurpose::ExpenseClaim];
    let mut consents: Vec<(usize, Hex32)> = Vec::new();
    let mut lines = Vec::new();
    for member in 0..2 {
        for purpose in purposes {
            let commitment = dice.hex();
            consents.push((member, commitment));
            lines.push(Line { member, step: Step::Register { commitment, purpose }, carried: false });
        }
    }
    let (mut reserved, mut announced, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..10 + dice.below(8) {
        let member = dice.below(2);
        // Mostly one's own and of the right purpose; now and then another's.
        let consent = |dice: &mut Dice, purpose: usize| match dice.below(8) {
            0 => consents[dice.below(consents.len())].1,
            _ => consents[member * 3 + purpose].1,
        };
        let id = dice.id(now);
        let mine = |all: &[(usize, usize)]| -> Vec<usize> {
            all.iter().filter(|(of, _)| *of == member).map(|(_, at)| *at).collect()
        };
        let line = lines.len();
        let step = match dice.below(16) {
            0 => Step::LookUp { id, child: dice.below(3), consent: consent(dice, 0) },
            1 => {
                announced.push((member, line));
                let class = *dice.of(&[EntryClass::Medical, EntryClass::Living]);
                Step::Announce { id, child: dice.below(3), consent: consent(dice, 0), class }
            }
            2 => match mine(&announced).as_slice() {
                [] => continue,
                all => Step::CloseIntent { of: *dice.of(all) },
            },
            3..=5 => {
                let earlier: Option<Id> =
                    entries.iter().rev().find(|(of, _)| *of == member).map(|(_, id)| *id);
                let (supersedes, withdraws) = match dice.below(4) {
                    0 => (earlier, None),
                    1 => (None, earlier),
                    _ => (None, None),
                };
                entries.push((member, id));
                let status = *dice.of(&[AidStatus::Promised, AidStatus::Paid]);
                let (record, salt, child) = (dice.id(now), dice.hex(), dice.below(3));
                Step::Append {
                    id,
                    record,
                    salt,
                    child,
                    consent: consent(dice, 1),
                    status,
                    supersedes,
                    withdraws,
                }
            }
            6..=8 => {
                reserved.push((member, line));
                let burden = *dice.of(&[800_000, 500_000, 0]);
                let amount = 1 + i64::try_from(dice.below(500_000)).unwrap();
                Step::Reserve { id, bill: dice.below(3), amount, burden, consent: consent(dice, 2) }
            }
            9 | 10 => match mine(&reserved).as_slice() {
                [] => continue,
                all => Step::Confirm { of: *dice.of(all), wrong_fence: dice.below(6) == 0 },
            },
            11 => match mine(&reserved).as_slice() {
                [] => continue,
                all => match dice.below(3) {
                    0 => Step::Release { of: *dice.of(all) },
                    1 => Step::Reverse { of: *dice.of(all) },
                    _ => Step::Read { of: *dice.of(all) },
                },
            },
            12 => {
                Step::State { id, bill: dice.below(3), burden: i64::try_from(dice.below(900_000)).unwrap() }
            }
            13 => match dice.below(3) {
                0 => Step::Void { id, bill: dice.below(3) },
                1 => Step::Expense { bill: dice.below(3), consent: consent(dice, 2) },
                _ => Step::WhoLooked { child: dice.below(3), consent: consent(dice, 0) },
            },
            14 => Step::Suspect { id, suspicion: dice.id(now), commitment: dice.hex() },
            _ if dice.below(2) == 0 => Step::Withdraw { commitment: consent(dice, 0) },
            _ => continue,
        };
        lines.push(Line { member, step, carried: dice.below(3) == 0 });
    }
    lines
}

/// What of earlier lines later ones rest on.
#[derive(Default)]
pub(super) struct Learnt {
    /// The claim and its bill, by the line that reserved it.
    claims: BTreeMap<usize, (Option<Claim>, ExpenseToken)>,
    /// The intent and its child, by the line that announced it.
    intents: BTreeMap<usize, (Id, Vec<SubjectToken>)>,
}

impl Step {
    /// Whether tokens are made first, which takes another round of files.
    pub(super) fn needs_tokens(&self) -> bool {
        !matches!(
            self,
            Self::Register { .. }
                | Self::Withdraw { .. }
                | Self::CloseIntent { .. }
                | Self::Confirm { .. }
                | Self::Release { .. }
                | Self::Reverse { .. }
                | Self::Read { .. }
                | Self::Suspect { .. }
        )
    }

    /// The line whose answer has to be there first.
    pub(super) fn rests_on(&self) -> Option<usize> {
        match self {
            Self::CloseIntent { of }
            | Self::Confirm { of, .. }
            | Self::Release { of }
            | Self::Reverse { of }
            | Self::Read { of } => Some(*of),
            _ => None,
        }
    }

    pub(super) fn task(&self, client: &Client, case: &Case, learnt: &Learnt) -> Option<Task> {
        let children = |child: usize, consent: Hex32| {
            TokenStep::begin(client, &[case.children[child].clone()], consent).unwrap()
        };
        let bills = |bill: usize, consent: Hex32| {
            TokenStep::begin(client, &[case.bills[bill].clone()], consent).unwrap()
        };
        let burden =
            |fen: i64| Burden { amount: Sum(Money::from_fen(fen).unwrap()), source: BurdenSource::Payments };
        let claim = |of: &usize| learnt.claims.get(of).cloned();
        Some(match self {
            Self::Register { commitment, purpose } => Task::plain(&RegisterConsent {
                commitment: *commitment,
                recipient: client.us().clone(),
                purpose: *purpose,
                may_name_member: true,
                valid_days: Count::saturating(30),
            }),
            Self::Withdraw { commitment } => {
                Task::plain(&WithdrawConsent { commitment: *commitment, reason: None })
            }
            Self::LookUp { id, child, consent } => {
                Task::look_up(*id, ConsentPurpose::DuplicateCheck, children(*child, *consent))
            }
            Self::Announce { id, child, consent, class } => {
                Task::announce(*id, *class, case.month.parse().unwrap(), children(*child, *consent))
            }
            Self::CloseIntent { of } => {
                let (intent_id, tokens) = learnt.intents.get(of)?.clone();
                Task::plain(&CloseIntent { intent_id, tokens: List::first(tokens) })
            }
            Self::Append { id, record, salt, child, consent, status, supersedes, withdraws } => {
                let text = |id: &Id| IdText::new(id.to_string()).unwrap();
                let entry = AidEntry::builder()
                    .entry_id(text(id))
                    .aid_record_id(text(record))
                    .member(OrganisationCodeText::new(client.us().to_string()).unwrap())
                    .tokens([].into())
                    .coverage_class(EntryClass::Medical)
                    .month(MonthText::new(case.month.clone()).unwrap())
                    .status(*status)
                    .consent_commitment(DigestText::new(consent.to_string()).unwrap())
                    .salt(DigestText::new(salt.to_string()).unwrap())
                    .maybe_supersedes(supersedes.as_ref().map(text))
                    .maybe_withdraws(withdraws.as_ref().map(text))
                    .build();
                Task::append(&entry, children(*child, *consent))
            }
            Self::Reserve { id, bill, amount, burden: of, consent } => {
                let wish = Wish {
                    claim_id: *id,
                    amount: Amount(Money::from_fen(*amount).unwrap()),
                    burden: burden(*of),
                    hold_days: None,
                    aid_record_id: None,
                };
                Task::reserve(&wish, bills(*bill, *consent))
            }
            Self::Confirm { of, wrong_fence } => {
                let (Some(claim), expense) = claim(of)? else { return None };
                let fence = if *wrong_fence { claim.fence.get() + 1 } else { claim.fence.get() };
                let fence = tongzhou::model::primitive::Size::saturating(fence);
                Task::plain(&Confirm { claim_id: claim.claim_id, expense, fence })
            }
            Self::Release { of } => {
                let (Some(claim), expense) = claim(of)? else { return None };
                Task::plain(&Release { claim_id: claim.claim_id, expense })
            }
            Self::Reverse { of } => {
                let (Some(claim), expense) = claim(of)? else { return None };
                Task::plain(&Reverse {
                    claim_id: claim.claim_id,
                    expense,
                    reason: ReturnReason::HospitalRefund,
                })
            }
            Self::Read { of } => {
                let (Some(claim), expense) = claim(of)? else { return None };
                Task::plain(&ReadClaim { claim_id: claim.claim_id, expense })
            }
            Self::State { id, bill, burden: of } => {
                Task::state_burden(*id, burden(*of), bills(*bill, case.any_consent))
            }
            Self::Void { id, bill } => Task::void(*id, bills(*bill, case.any_consent)),
            Self::Expense { bill, consent } => Task::read_expense(bills(*bill, *consent)),
            Self::WhoLooked { child, consent } => Task::who_looked(children(*child, *consent)),
            Self::Suspect { id, suspicion, commitment } => Task::plain(&RecordSuspicion {
                record_id: *id,
                suspicion_id: *suspicion,
                kind: SuspicionKind::ALL[0],
                status: SuspicionStatus::ALL[0],
                resolutions: [].into(),
                concerned: [].into(),
                commitment: *commitment,
            }),
        })
    }

    pub(super) fn learn(&self, line: usize, done: &Done, learnt: &mut Learnt) {
        match self {
            Self::Reserve { .. } => {
                let expense = done.tokens[0].expense().unwrap();
                let claim = done.read::<Reserve>().ok().filter(|claim| claim.state == ClaimState::Held);
                learnt.claims.insert(line, (claim, expense));
            }
            Self::Announce { id, .. } => {
                let tokens = done.tokens.iter().filter_map(tongzhou_exchange::token::Token::subject);
                learnt.intents.insert(line, (*id, tokens.collect()));
            }
            _ => {}
        }
    }
}

pub(super) fn learn(
    step: &Step,
    number: usize,
    outcome: &tongzhou_client::outbox::Outcome,
    learnt: &mut Learnt,
) {
    match step {
        Step::Reserve { .. } => {
            let claim: Option<Claim> = outcome.answer.as_deref().and_then(|text| json::from_str(text).ok());
            let claim = claim.filter(|claim| claim.state == ClaimState::Held);
            learnt.claims.insert(number, (claim, outcome.expense.clone().unwrap()));
        }
        Step::Announce { id, .. } => {
            learnt.intents.insert(number, (*id, outcome.subjects.clone()));
        }
        _ => {}
    }
}

/// The children and bills of one script.
pub(super) struct Case {
    children: Vec<Identity>,
    bills: Vec<Identity>,
    any_consent: Hex32,
    month: String,
}

impl Case {
    pub(super) fn new(number: u32, now: Instant) -> Self {
        let child = |place: u32| {
            let admission = format!("SCRIPT{number:06}{place}");
            Identity::institution_admission("531000000000000008", &admission).unwrap()
        };
        let bill = |place: u32| {
            let digits = format!("{:010}", number * 10 + place);
            Identity::bill(&normal::bill_number(Some("11060125"), &digits).unwrap())
        };
        Self {
            children: (0..3).map(child).collect(),
            bills: (0..3).map(bill).collect(),
            any_consent: Hex32([7; 32]),
            month: now.china_date().to_string()[..7].to_owned(),
        }
    }
}
