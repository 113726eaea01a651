//! Scripts of operations that nobody chose: each outcome is held against a model that knows consents, entries and
//! intents, and nothing of rows.

mod step;

use std::{collections::BTreeMap, env};

use quickcheck::{Arbitrary, Gen, QuickCheck};
use serde_json::{Value as Json, json};
use tongzhou::{
    code::{
        Code,
        lists::{AidStatus, BurdenSource, ConsentPurpose, ReturnReason, TokenSuite},
    },
    model::primitive::{Count, Size},
};
use tongzhou_exchange::{
    message::{
        claim::{
            Burden, Confirm, ExpenseToken, ReadExpense, Release, Reserve, Reverse, StateBurden, VoidExpense,
        },
        lookup::{Found, SubjectToken},
        wire::{Hex32, Id, Organisation, TokenValue},
    },
    problem::{Problem, ProblemKind},
};

use self::step::Step;
use super::super::testing::{
    World, announcement, entry, fresh_id, look_up, member, next, on_both, random, token,
};

on_both! {
    nothing_that_needs_a_consent_is_accepted_without_one_and_nothing_else_is_held_up,
}

// covers: REQ-SHR-015, REQ-SHR-016
async fn nothing_that_needs_a_consent_is_accepted_without_one_and_nothing_else_is_held_up(world: &World) {
    let requests = env::var("TONGZHOU_CONSENTS").map_or(2_000, |number| number.parse::<usize>().unwrap());
    let mut random = Gen::new(64);
    let mut left = requests;
    while left > 0 {
        // Not too many at once, so that children with few entries are met too.
        let some = left.min(250);
        Model::new().run(world, (0..some).map(|_| Step::arbitrary(&mut random))).await;
        left -= some;
    }
}

#[test]
fn whatever_the_script_answers_are_those_of_the_model() {
    fn property(script: Vec<Step>) -> bool {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async { Model::new().run(&World::sqlite().await, script.into_iter()).await });
        true
    }
    QuickCheck::new().tests(40).quickcheck(property as fn(Vec<Step>) -> bool);
}

/// What ought to be known.
struct Model {
    members: Vec<Organisation>,
    children: Vec<[SubjectToken; 2]>,
    bills: Vec<ExpenseToken>,
    consents: Vec<Given>,
    entries: Vec<Kept>,
    intents: Vec<Meant>,
    claims: Vec<(Organisation, Id, ExpenseToken, Size)>,
}

#[derive(Clone)]
struct Given {
    commitment: Hex32,
    to: Organisation,
    purpose: ConsentPurpose,
    live: bool,
}

#[derive(Clone)]
struct Kept {
    document: Json,
    by: Organisation,
    child: usize,
    consent: Hex32,
    status: AidStatus,
    plain: bool,
    corrected: bool,
    taken_back: bool,
    /// Whether there are rows of it, if only marks that it was taken back.
    stored: bool,
    /// Whether these go with the consent.
    bound: bool,
}

struct Meant {
    id: Id,
    by: Organisation,
    child: usize,
    consent: Hex32,
    closed: bool,
}

const PURPOSES: [ConsentPurpose; 4] = [
    ConsentPurpose::AidRegistration,
    ConsentPurpose::DuplicateCheck,
    ConsentPurpose::ExpenseClaim,
    ConsentPurpose::AidApplication,
];

const STATUSES: [(AidStatus, &str); 4] = [
    (AidStatus::Promised, "promised"),
    (AidStatus::Paid, "paid"),
    (AidStatus::Delivered, "delivered"),
    (AidStatus::Returned, "returned"),
];

impl Model {
    fn new() -> Self {
        let bill = |_| ExpenseToken {
            suite: TokenSuite::Ristretto255Sha512,
            epoch: Count::saturating(1),
            value: TokenValue(random()),
        };
        Self {
            members: (0..3).map(|_| member()).collect(),
            children: (0..4).map(|_| [token(), token()]).collect(),
            bills: (0..3).map(bill).collect(),
            consents: Vec::new(),
            entries: Vec::new(),
            intents: Vec::new(),
            claims: Vec::new(),
        }
    }

    async fn run(&mut self, world: &World, script: impl Iterator<Item = Step>) {
        for step in script {
            self.take(world, step).await;
        }
    }

    fn who(&self, number: usize) -> Organisation {
        self.members[number % self.members.len()].clone()
    }

    /// One of the consents, or one that nobody registered.
    fn consent(&self, number: usize) -> Hex32 {
        self.consents
            .get(number % (self.consents.len() + 1))
            .map_or_else(|| Hex32(random()), |given| given.commitment)
    }

    fn live(&self, commitment: Hex32, to: &Organisation, purpose: ConsentPurpose) -> bool {
        let serves =
            |given: &&Given| given.commitment == commitment && given.to == *to && given.purpose == purpose;
        self.consents.iter().find(serves).is_some_and(|given| given.live)
    }

    async fn take(&mut self, world: &World, step: Step) {
        match step {
            Step::Register { who, purpose } => {
                let (to, purpose) = (self.who(who), PURPOSES[purpose % PURPOSES.len()]);
                let commitment = world.consent(&to, purpose).await;
                self.consents.push(Given { commitment, to, purpose, live: true });
            }
            Step::Withdraw { consent } | Step::Expire { consent } => {
                let number = consent % self.consents.len().max(1);
                let Some(given) = self.consents.get_mut(number) else { return };
                given.live = false;
                let given = given.clone();
                if matches!(step, Step::Expire { .. }) {
                    world.expire(given.commitment).await;
                } else {
                    world.withdraw(&given.to, given.commitment).await.unwrap();
                }
            }
            Step::Append { who, child, consent, status } => {
                let (by, child, consent) =
                    (self.who(who), child % self.children.len(), self.consent(consent));
                let (status, code) = STATUSES[status % STATUSES.len()];
                let document = next(&entry(&by, consent, &self.children[child]), "status", json!(code));
                let outcome = world.append(&by, &document).await;
                if needs(self.live(consent, &by, ConsentPurpose::AidRegistration), &outcome) {
                    outcome.unwrap();
                    self.entries.push(Kept {
                        document,
                        by,
                        child,
                        consent,
                        status,
                        plain: true,
                        corrected: false,
                        taken_back: false,
                        stored: true,
                        bound: true,
                    });
                }
            }
            Step::Again { entry } => {
                let Some(kept) = pick(&self.entries, entry).filter(|kept| kept.plain) else { return };
                let outcome = world.append(&kept.by, &kept.document).await;
                if needs(self.live(kept.consent, &kept.by, ConsentPurpose::AidRegistration), &outcome) {
                    outcome.unwrap();
                }
            }
            Step::Correct { who, entry, consent } => self.correct(world, who, entry, consent).await,
            Step::TakeBack { who, entry, consent } => {
                let (by, consent) = (self.who(who), self.consent(consent));
                let Some(index) = index(&self.entries, entry) else { return };
                let kept = self.entries[index].clone();
                if by != kept.by && !kept.stored {
                    // Nobody can tell any more whose it was.
                    return;
                }
                let mut document = super::super::testing::entry(&by, consent, &self.children[kept.child]);
                document["withdraws"] = kept.document["entryId"].clone();
                let outcome = world.append(&by, &document).await;
                if by == kept.by {
                    outcome.unwrap();
                    let kept = &mut self.entries[index];
                    kept.bound &= kept.stored;
                    (kept.taken_back, kept.stored) = (true, true);
                } else {
                    assert_eq!(outcome.unwrap_err().code, ProblemKind::Unknown);
                }
            }
            Step::LookUp { who, child, consent, tokens } => {
                let (by, child, consent) =
                    (self.who(who), child % self.children.len(), self.consent(consent));
                let asked = match tokens % 3 {
                    0 => &self.children[child][..],
                    1 => &self.children[child][..1],
                    _ => &self.children[child][1..],
                };
                let outcome = world.ask(&by, &look_up(consent, asked)).await;
                if needs(self.live(consent, &by, ConsentPurpose::DuplicateCheck), &outcome) {
                    self.agrees(&by, child, &outcome.unwrap());
                }
            }
            Step::Announce { who, child, consent } => {
                let (by, child, consent) =
                    (self.who(who), child % self.children.len(), self.consent(consent));
                let request = announcement(consent, &self.children[child]);
                let outcome = world.ask(&by, &request).await;
                if needs(self.live(consent, &by, ConsentPurpose::DuplicateCheck), &outcome) {
                    self.agrees(&by, child, &outcome.unwrap());
                    self.intents.push(Meant { id: request.intent_id, by, child, consent, closed: false });
                }
            }
            Step::Close { who, intent } => {
                let by = self.who(who);
                let Some(index) = index(&self.intents, intent) else { return };
                let Meant { by: whose, consent, .. } = &self.intents[index];
                if by != *whose && !self.live(*consent, whose, ConsentPurpose::DuplicateCheck) {
                    // It may be erased; nobody can tell then whose it was.
                    return;
                }
                let meant = &mut self.intents[index];
                let outcome = world.close(&by, meant.id, &self.children[meant.child]).await;
                if by == meant.by {
                    outcome.unwrap();
                    meant.closed = true;
                } else {
                    never_asked(&outcome);
                }
            }
            Step::Reserve { who, bill, consent, fen } => {
                let (by, bill, consent) =
                    (self.who(who), pick(&self.bills, bill).unwrap(), self.consent(consent));
                let request = Reserve {
                    claim_id: fresh_id(),
                    expense: bill.clone(),
                    amount: format!("0.{:02}", fen % 90 + 1).parse().unwrap(),
                    burden: burden(200),
                    consent,
                    hold_days: None,
                    aid_record_id: None,
                };
                let outcome = world.ask(&by, &request).await;
                if needs(self.live(consent, &by, ConsentPurpose::ExpenseClaim), &outcome)
                    && let Ok(claim) = outcome
                {
                    self.claims.push((by, request.claim_id, bill, claim.fence));
                }
            }
            Step::Confirm { claim } => {
                let Some((by, claim_id, expense, fence)) = pick(&self.claims, claim) else { return };
                never_asked(&world.ask(&by, &Confirm { claim_id, expense, fence }).await);
            }
            Step::Release { claim } => {
                let Some((by, claim_id, expense, _)) = pick(&self.claims, claim) else { return };
                never_asked(&world.ask(&by, &Release { claim_id, expense }).await);
            }
            Step::Reverse { claim } => {
                let Some((by, claim_id, expense, _)) = pick(&self.claims, claim) else { return };
                never_asked(
                    &world.ask(&by, &Reverse { claim_id, expense, reason: ReturnReason::PaidTooMuch }).await,
                );
            }
            Step::State { who, bill, fen } => {
                let (by, expense) = (self.who(who), pick(&self.bills, bill).unwrap());
                let request = StateBurden { statement_id: fresh_id(), expense, burden: burden(fen.into()) };
                never_asked(&world.ask(&by, &request).await);
            }
            Step::Void { who, bill } => {
                let (by, expense) = (self.who(who), pick(&self.bills, bill).unwrap());
                never_asked(&world.ask(&by, &VoidExpense { statement_id: fresh_id(), expense }).await);
            }
            Step::ReadExpense { who, bill, consent } => {
                let (by, expense, consent) =
                    (self.who(who), pick(&self.bills, bill).unwrap(), self.consent(consent));
                let outcome = world.ask(&by, &ReadExpense { expense, consent }).await;
                needs(self.live(consent, &by, ConsentPurpose::ExpenseClaim), &outcome);
            }
            Step::Sweep => {
                world.sweep().await;
                let gone: Vec<Hex32> =
                    self.consents.iter().filter(|it| !it.live).map(|it| it.commitment).collect();
                for kept in self.entries.iter_mut().filter(|kept| kept.bound && gone.contains(&kept.consent))
                {
                    kept.stored = false;
                }
            }
        }
    }

    async fn correct(&mut self, world: &World, who: usize, entry: usize, consent: Option<usize>) {
        let by = self.who(who);
        let Some(index) = index(&self.entries, entry) else { return };
        let kept = self.entries[index].clone();
        let consent = consent.map_or(kept.consent, |number| self.consent(number));
        let (status, code) = (AidStatus::Returned, "returned");
        let mut document = next(&kept.document, "status", json!(code));
        document["member"] = json!(by.as_str());
        document["consentCommitment"] = json!(consent.to_string());
        document["supersedes"] = kept.document["entryId"].clone();
        let outcome = world.append(&by, &document).await;
        if by != kept.by || !kept.stored {
            assert!(outcome.is_err());
            return;
        }
        let goes_on = !kept.taken_back && consent == kept.consent;
        if needs(goes_on || self.live(consent, &by, ConsentPurpose::AidRegistration), &outcome) {
            outcome.unwrap();
            self.entries[index].corrected = true;
            let (plain, corrected, taken_back, bound) = (false, false, false, true);
            self.entries.push(Kept {
                document,
                consent,
                status,
                plain,
                corrected,
                taken_back,
                bound,
                ..kept
            });
        }
    }

    /// Whether an answer is what the model has of a child.
    fn agrees(&self, asker: &Organisation, child: usize, found: &Found) {
        let registration = ConsentPurpose::AidRegistration;
        let mut latest: BTreeMap<(&Organisation, &str), &Kept> = BTreeMap::new();
        for kept in
            self.entries.iter().filter(|kept| kept.child == child && !kept.corrected && !kept.taken_back)
        {
            if kept.stored && self.live(kept.consent, &kept.by, registration) {
                let record = kept.document["aidRecordId"].as_str().unwrap();
                let held = latest.entry((&kept.by, record)).or_insert(kept);
                if held.document["entryId"].as_str() < kept.document["entryId"].as_str() {
                    *held = kept;
                }
            }
        }
        let mut expected: Vec<_> =
            latest.values().map(|kept| (kept.status.code(), kept.by == *asker)).collect();
        let mut told: Vec<_> = found.aid.iter().map(|aid| (aid.status.code(), aid.own)).collect();
        expected.sort_unstable();
        told.sort_unstable();
        assert_eq!(told, expected);

        let shown = |meant: &&Meant| {
            meant.child == child
                && !meant.closed
                && self.live(meant.consent, &meant.by, ConsentPurpose::DuplicateCheck)
        };
        let mut expected: Vec<bool> =
            self.intents.iter().filter(shown).map(|meant| meant.by == *asker).collect();
        let mut told: Vec<bool> = found.intents.iter().map(|intent| intent.own).collect();
        expected.sort_unstable();
        told.sort_unstable();
        assert_eq!(told, expected);
    }
}

/// Holds an outcome against whether there is a consent; whether to go on.
fn needs<T: std::fmt::Debug>(live: bool, outcome: &Result<T, Problem>) -> bool {
    let refused = matches!(outcome, Err(problem) if problem.code == ProblemKind::NoConsent);
    assert_eq!(refused, !live, "{outcome:?}");
    live
}

/// What needs no consent is never refused for want of one.
fn never_asked<T: std::fmt::Debug>(outcome: &Result<T, Problem>) {
    needs(true, outcome);
}

fn burden(fen: u32) -> Burden {
    Burden {
        amount: format!("{}.{:02}", fen / 100, fen % 100).parse().unwrap(),
        source: BurdenSource::Payments,
    }
}

fn index<T>(all: &[T], number: usize) -> Option<usize> {
    number.checked_rem(all.len())
}

fn pick<T: Clone>(all: &[T], number: usize) -> Option<T> {
    index(all, number).map(|index| all[index].clone())
}
