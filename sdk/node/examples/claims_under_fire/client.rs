//! One client: it reserves, confirms, releases and reverses at will, and now and then does what it may not.

use std::{
    collections::{HashMap, VecDeque},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tongzhou::value::Uuid7;

use crate::{
    history::{Answer, Ask, Call, Id, Reply, Standing},
    numbers::Numbers,
    settings::Settings,
    speech,
    wire::{Port, Tally, Wire},
};

/// What all clients know.
pub(crate) struct Scene {
    pub(crate) base: Instant,
    /// The time at `base`, in milliseconds since 1970.
    pub(crate) start: i64,
    pub(crate) operations: AtomicU64,
    pub(crate) wanted: u64,
    /// Set when the node stands still at the end: what is not known is settled now.
    pub(crate) over: AtomicBool,
    /// The expenses that are talked of now, and how many there have been. The first has room for everything.
    pub(crate) open: Vec<AtomicU32>,
    pub(crate) expenses: AtomicU32,
    /// What each member reads as the burden of an expense, where it is not what the bill says.
    readings: Mutex<HashMap<(u32, u8), i64>>,
    /// Claims of others, to be meddled with.
    board: Mutex<VecDeque<(u32, u8, Id, i64)>>,
    settings: Settings,
}

/// What one client did and heard.
#[derive(Default)]
pub(crate) struct Record {
    pub(crate) calls: Vec<Call>,
    pub(crate) replies: Vec<Reply>,
    pub(crate) tally: Tally,
}

pub(crate) struct Client {
    scene: Arc<Scene>,
    member: u8,
    numbers: Numbers,
    wire: Wire,
    calls: Vec<Call>,
    replies: Vec<Reply>,
    holdings: Vec<Holding>,
    /// Calls whose outcome is not known, with what they were about.
    unsettled: VecDeque<(u32, Option<Holding>)>,
}

/// A claim of this client.
#[derive(Clone, Copy)]
struct Holding {
    claim: Id,
    expense: u32,
    amount: i64,
    fence: i64,
    expires_at: i64,
    paid: bool,
    /// It is to be confirmed only when that is too late.
    neglected: bool,
}

impl Scene {
    pub(crate) fn new(settings: &Settings, base: Instant, start: i64) -> Self {
        Self {
            base,
            start,
            operations: AtomicU64::new(0),
            wanted: settings.operations,
            over: AtomicBool::new(false),
            open: (0..OPEN).map(AtomicU32::new).collect(),
            expenses: AtomicU32::new(OPEN),
            readings: Mutex::default(),
            board: Mutex::default(),
            settings: settings.clone(),
        }
    }

    fn burden(&self, expense: u32, member: u8) -> i64 {
        let readings = self.readings.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let roomy = self.open.first().is_some_and(|open| open.load(Ordering::Relaxed) == expense);
        let usual = if roomy { ROOMY } else { BURDEN };
        readings.get(&(expense, member)).copied().unwrap_or(usual)
    }
}

impl Client {
    pub(crate) fn new(scene: Arc<Scene>, number: u32, port: Port, seed: u64) -> Self {
        let mut numbers = Numbers::new(seed ^ (u64::from(number) << 32));
        let wire = Wire::new(port, scene.base, Numbers::new(numbers.any()));
        let member = u8::try_from(number as usize % speech::MEMBERS).unwrap_or_default();
        Self {
            scene,
            member,
            numbers,
            wire,
            calls: Vec::new(),
            replies: Vec::new(),
            holdings: Vec::new(),
            unsettled: VecDeque::new(),
        }
    }

    /// Does its part until all operations are done, then settles what is not known.
    pub(crate) fn run(mut self) -> Record {
        while self.scene.operations.load(Ordering::Relaxed) < self.scene.wanted {
            if !self.unsettled.is_empty() && (self.unsettled.len() > 6 || self.numbers.percent(30)) {
                self.settle();
            } else {
                self.step();
            }
        }
        while !self.scene.over.load(Ordering::Acquire) {
            std::thread::sleep(Duration::from_millis(10));
        }
        self.wire.faulty = false;
        let patience = Instant::now() + Duration::from_secs(self.scene.settings.settling_s);
        while !self.unsettled.is_empty() && Instant::now() < patience {
            self.settle();
        }
        Record { calls: self.calls, replies: self.replies, tally: self.wire.tally }
    }

    fn step(&mut self) {
        let late = self.holdings.iter().position(|holding| {
            let after = self.scene.settings.slack_ms + 200;
            holding.neglected && self.now_ms() > holding.expires_at + after
        });
        if let Some(place) = late {
            let holding = self.holdings.swap_remove(place);
            let ask = Ask::Confirm { claim: holding.claim, fence: holding.fence };
            return self.ask(holding.expense, ask, None);
        }
        let full = self.holdings.len() > 6;
        match self.numbers.below(1000) {
            0..=399 if !full => self.reserve(),
            0..=599 => self.confirm_or_reverse(),
            600..=799 => self.release(),
            800..=839 => self.with_own(|holding| Ask::Read { claim: holding.claim }),
            840..=879 => self.look(),
            880..=894 => self.state(),
            895 if self.numbers.percent(20) => self.void(),
            896..=915 => {
                self.with_own(|holding| Ask::Confirm { claim: holding.claim, fence: holding.fence + 1 })
            }
            916..=935 => self.meddle(),
            936..=950 => self.reserve_another_amount(),
            951..=957 => self.reserve_without_consent(),
            958..=999 => self.repeat(),
            _ => self.reserve(),
        }
    }

    fn reserve(&mut self) {
        let (expense, claim) = (self.expense(), self.fresh_id());
        let burden = self.scene.burden(expense, self.member);
        let days = if self.numbers.percent(10) { 1 } else { 30 };
        let amount = self.amount();
        self.ask(expense, Ask::Reserve { claim, amount, burden, days }, None);
    }

    fn reserve_without_consent(&mut self) {
        let (expense, claim) = (self.expense(), self.fresh_id());
        let ask = Ask::Reserve { claim, amount: 1, burden: BURDEN, days: 1 };
        self.ask_so(expense, ask, None, false);
    }

    /// The id of a claim of this client, with another amount.
    fn reserve_another_amount(&mut self) {
        let burden = |this: &Self, expense| this.scene.burden(expense, this.member);
        if let Some(holding) = self.numbers.one(&self.holdings).copied() {
            let (claim, burden) = (holding.claim, burden(self, holding.expense));
            let ask = Ask::Reserve { claim, amount: holding.amount + 1, burden, days: 1 };
            self.ask(holding.expense, ask, None);
        }
    }

    fn confirm_or_reverse(&mut self) {
        let Some(holding) = self.take(|holding| !holding.neglected) else { return self.reserve() };
        let Holding { claim, fence, .. } = holding;
        let ask = if holding.paid { Ask::Reverse { claim } } else { Ask::Confirm { claim, fence } };
        self.ask(holding.expense, ask, Some(holding));
    }

    fn release(&mut self) {
        let Some(holding) = self.take(|holding| !holding.neglected && !holding.paid) else {
            return self.confirm_or_reverse();
        };
        self.ask(holding.expense, Ask::Release { claim: holding.claim }, Some(holding));
    }

    fn with_own(&mut self, ask: impl Fn(&Holding) -> Ask) {
        if let Some(holding) = self.numbers.one(&self.holdings).copied() {
            self.ask(holding.expense, ask(&holding), None);
        }
    }

    fn look(&mut self) {
        let expense = self.expense();
        self.ask(expense, Ask::Look, None);
    }

    /// Another reading of the burden, mostly lower, or the usual one again.
    fn state(&mut self) {
        let statement = self.fresh_id();
        let expense = self
            .numbers
            .one(self.scene.open.get(1..).unwrap_or_default())
            .map_or(1, |open| open.load(Ordering::Relaxed));
        let lower = i64::try_from(self.numbers.below(70)).unwrap_or_default();
        let burden = if self.numbers.percent(40) { BURDEN / 100 * (30 + lower) } else { BURDEN };
        let mut readings = self.scene.readings.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        readings.insert((expense, self.member), burden);
        drop(readings);
        self.ask(expense, Ask::State { statement, burden }, None);
    }

    /// A red bill; another expense takes the place of this one.
    fn void(&mut self) {
        let place = 1 + self.numbers.below(u64::from(OPEN) - 1);
        let Some(open) = usize::try_from(place).ok().and_then(|place| self.scene.open.get(place)) else {
            return;
        };
        let expense = open.swap(self.scene.expenses.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        let statement = self.fresh_id();
        self.ask(expense, Ask::Void { statement }, None);
    }

    /// Moves what is another member's, or tries to.
    fn meddle(&mut self) {
        let board = self.scene.board.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let others: Vec<_> = board.iter().filter(|(_, member, ..)| *member != self.member).copied().collect();
        drop(board);
        let Some((expense, _, claim, fence)) = self.numbers.one(&others).copied() else { return };
        let asks = [
            Ask::Confirm { claim, fence },
            Ask::Release { claim },
            Ask::Reverse { claim },
            Ask::Reverse { claim },
            Ask::Read { claim },
        ];
        if let Some(ask) = self.numbers.one(&asks).copied() {
            self.ask(expense, ask, None);
        }
    }

    /// Sends again what was sent at any time before, as a network may.
    fn repeat(&mut self) {
        let count = u64::try_from(self.calls.len()).unwrap_or_default();
        let lately = self.numbers.percent(80);
        let back = 1 + self.numbers.below(if lately { 40 } else { count });
        if let Some(place) = count.checked_sub(back).and_then(|place| u32::try_from(place).ok()) {
            self.wire.ask(place, &mut self.calls, &mut self.replies);
        }
    }

    fn ask(&mut self, expense: u32, ask: Ask, about: Option<Holding>) {
        self.ask_so(expense, ask, about, true);
    }

    fn ask_so(&mut self, expense: u32, ask: Ask, about: Option<Holding>, consented: bool) {
        self.scene.operations.fetch_add(1, Ordering::Relaxed);
        let place = u32::try_from(self.calls.len()).unwrap_or(u32::MAX);
        self.calls.push(Call { member: self.member, expense, ask, begun: 0, sends: 0, consented });
        match self.wire.ask(place, &mut self.calls, &mut self.replies) {
            Some(answer) => self.take_up(place, about, &answer),
            None => self.unsettled.push_back((place, about)),
        }
    }

    /// Asks once more what has no answer yet.
    fn settle(&mut self) {
        let Some((place, about)) = self.unsettled.pop_front() else { return };
        match self.wire.ask(place, &mut self.calls, &mut self.replies) {
            Some(answer) => self.take_up(place, about, &answer),
            None => self.unsettled.push_back((place, about)),
        }
    }

    /// What follows for this client from an answer.
    fn take_up(&mut self, place: u32, about: Option<Holding>, answer: &Answer) {
        let Some(Call { expense, ask, .. }) = self.calls.get(place as usize).cloned() else { return };
        match (ask, answer, about) {
            (
                Ask::Reserve { claim, days, .. },
                Answer::Claim { standing: Standing::Held, fence, expires_at, amount, .. },
                _,
            ) => {
                let (fence, expires_at, amount) = (*fence, *expires_at, *amount);
                let neglected = days == 1;
                self.holdings.push(Holding {
                    claim,
                    expense,
                    amount,
                    fence,
                    expires_at,
                    paid: false,
                    neglected,
                });
                let mut board = self.scene.board.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                board.push_back((expense, self.member, claim, fence));
                if board.len() > 64 {
                    board.pop_front();
                }
            }
            (Ask::Confirm { .. }, Answer::Claim { standing: Standing::Paid, .. }, Some(holding)) => {
                self.holdings.push(Holding { paid: true, ..holding });
            }
            _ => {}
        }
    }

    fn take(&mut self, fitting: impl Fn(&Holding) -> bool) -> Option<Holding> {
        let fitting: Vec<usize> = (0..self.holdings.len())
            .filter(|place| self.holdings.get(*place).is_some_and(&fitting))
            .collect();
        self.numbers.one(&fitting).copied().map(|place| self.holdings.swap_remove(place))
    }

    fn expense(&mut self) -> u32 {
        self.numbers.one(&self.scene.open).map_or(0, |open| open.load(Ordering::Relaxed))
    }

    /// About a power of two, so that no sum hides one that is counted twice.
    fn amount(&mut self) -> i64 {
        let power = 1_i64 << (6 + self.numbers.below(19));
        power + i64::try_from(self.numbers.below(64)).unwrap_or_default()
    }

    fn fresh_id(&mut self) -> Id {
        let millis = u64::try_from(self.now_ms()).unwrap_or_default();
        let mut random = [0; 10];
        let halves = [self.numbers.any().to_be_bytes(), self.numbers.any().to_be_bytes()].concat();
        random.iter_mut().zip(halves).for_each(|(to, from)| *to = from);
        Id(*Uuid7::from_parts(millis, random).as_bytes())
    }

    fn now_ms(&self) -> i64 {
        self.scene.start + i64::try_from(self.wire.now() / 1000).unwrap_or_default()
    }
}

/// How many expenses are talked of at one time.
const OPEN: u32 = 6;
/// The burden of an expense, in fen.
const BURDEN: i64 = 1 << 25;
/// That of the one with room for everything.
const ROOMY: i64 = 1 << 39;
