//! The protocol of claims as a model, searched through every order of its steps.
//!
//! Members reserve, confirm, release and reverse on one bill. Requests are delayed, doubled and sent again; answers
//! are lost; the registry dies between two statements; time passes whenever it likes; a member states a lower burden
//! and a red bill comes. What must never happen is stated once, and each broken protocol below breaks one of these.

use stateright::{Model, Property};

/// A bill, and what its members want of it.
#[derive(Clone)]
struct Bill {
    /// What each claim asks for, in an order that no two sums hide.
    amounts: Vec<u8>,
    /// The burden at first.
    burden: u8,
    /// What one member says of the burden later, in the order of the ids of its statements.
    statements: Vec<u8>,
    /// Whether a red bill may come.
    red_bill: bool,
    /// In which way the registry is wrong.
    broken: Option<Broken>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Broken {
    /// What is left is read first, and the claim is written by that later.
    CheckThenInsert,
    /// A hold is confirmed although its time is over.
    ConfirmAfterItsTime,
    /// A confirmation moves the amount whatever the claim's state.
    ConfirmWhatExpired,
    /// A reservation that is sent again is held again.
    RetryHeldAgain,
    /// A release gives the amount back each time.
    ReleaseEachTime,
    /// A reservation is answered before it is committed.
    AnswerBeforeCommit,
    /// A later reservation looks at the burden that was stated first.
    LoweringUnheard,
    /// A statement that was delayed replaces a later one.
    LateStatementWins,
    /// The fence of a claim is its member's number of claims, not the version of the bill.
    FenceOfTheMember,
}

/// What the registry has written, what is under way, and what was said to whom.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct State {
    burden: u8,
    last_statement: u8,
    void: bool,
    held: u8,
    paid: u8,
    version: u8,
    claims: Vec<Claim>,
    /// What may be taken in all: the burden, or what was taken when it was lowered.
    ceiling: u8,
    /// A claim was newly held although the burden did not leave as much.
    held_over_burden: bool,
    /// A hold was paid after its time.
    paid_too_late: bool,
    /// A request was granted twice, and not in the same words.
    answer_changed: bool,
}

/// One claim, on both sides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Claim {
    row: Option<Row>,
    /// A transaction that has written the claim's row and not yet the bill's, with what it had read before.
    open: Option<u8>,
    /// Whether the member has heard that the amount is held, so that it may confirm.
    heard_held: bool,
    /// Whether it has heard that it may pay, so that a payment may come back.
    heard_paid: bool,
    /// What the registry granted, by request: the version.
    granted: [Option<u8>; 4],
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Row {
    standing: Standing,
    fence: u8,
    version: u8,
    /// Its time is over by the clock of the database.
    overdue: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Standing {
    Held,
    Paid,
    Released,
    Expired,
    Reversed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Request {
    Reserve,
    Confirm,
    Release,
    Reverse,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Step {
    /// The registry begins to reserve: the claim's row is written.
    Begin(usize),
    /// It goes on to the bill's row and commits; the answer arrives or is lost.
    Commit(usize, Arrives),
    /// It does another request, or one that was done before; the answer arrives or is lost.
    Do(usize, Request, Arrives),
    /// The registry dies: what is not committed is gone.
    Die,
    /// The time of a hold is over.
    Overdue(usize),
    /// The registry clears a hold whose time is over.
    Expire(usize),
    /// The statement of this number arrives, perhaps again.
    State(u8),
    /// A red bill comes.
    Void,
}

type Arrives = bool;

impl Model for Bill {
    type State = State;
    type Action = Step;

    fn init_states(&self) -> Vec<State> {
        vec![State {
            burden: self.burden,
            last_statement: 0,
            void: false,
            held: 0,
            paid: 0,
            version: 0,
            claims: vec![Claim::default(); self.amounts.len()],
            ceiling: self.burden,
            held_over_burden: false,
            paid_too_late: false,
            answer_changed: false,
        }]
    }

    fn actions(&self, state: &State, steps: &mut Vec<Step>) {
        for (of, claim) in state.claims.iter().enumerate() {
            // A request that a member may send may be on its way at any later time, once or more often.
            let arrives_or_not = [true, false];
            match &claim.row {
                None if claim.open.is_some() => steps.extend(arrives_or_not.map(|yes| Step::Commit(of, yes))),
                None => steps.push(Step::Begin(of)),
                Some(row) => {
                    for request in Request::ALL.into_iter().filter(|request| claim.may_send(*request)) {
                        steps.extend(arrives_or_not.map(|yes| Step::Do(of, request, yes)));
                    }
                    if row.standing == Standing::Held {
                        steps.push(if row.overdue { Step::Expire(of) } else { Step::Overdue(of) });
                    }
                }
            }
        }
        if state.claims.iter().any(|claim| claim.open.is_some()) {
            steps.push(Step::Die);
        }
        steps.extend((1..).zip(&self.statements).map(|(id, _)| Step::State(id)));
        if self.red_bill && !state.void {
            steps.push(Step::Void);
        }
    }

    fn next_state(&self, last: &State, step: Step) -> Option<State> {
        let mut state = last.clone();
        match step {
            Step::Begin(of) => self.begin(&mut state, of),
            Step::Commit(of, arrives) => self.commit(&mut state, of, arrives),
            Step::Do(of, request, arrives) => self.answer(&mut state, of, request, arrives),
            Step::Die => state.claims.iter_mut().for_each(|claim| claim.open = None),
            Step::Overdue(of) => state.claims[of].row.as_mut()?.overdue = true,
            Step::Expire(of) => self.leave(&mut state, of, Standing::Expired),
            Step::State(id) => self.state(&mut state, id),
            Step::Void => {
                state.void = true;
                state.version += 1;
                state.burden = 0;
            }
        }
        let taken = state.held + state.paid;
        if state.burden != last.burden || taken < last.held + last.paid {
            state.ceiling = state.burden.max(taken);
        }
        (state != *last).then_some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always(NEVER_OVER, |_, state: &State| state.held + state.paid <= state.ceiling),
            Property::always(NOTHING_NEW, |_, state: &State| !state.held_over_burden),
            Property::always(NOT_TOO_LATE, |_, state: &State| !state.paid_too_late),
            Property::always(SAME_ANSWER, |_, state: &State| !state.answer_changed),
            Property::always(GRANTED_STAYS, |_, state: &State| state.claims.iter().all(Claim::is_as_granted)),
            Property::always(FENCES_DIFFER, |_, state: &State| {
                let mut fences: Vec<u8> = state.rows().map(|(_, row)| row.fence).collect();
                fences.sort_unstable();
                fences.windows(2).all(|pair| pair[0] != pair[1])
            }),
            Property::always(ROWS_ADD_UP, |bill: &Self, state: &State| {
                let sum = |standing| -> u8 {
                    let rows = state.rows().filter(|(_, row)| row.standing == standing);
                    rows.map(|(of, _)| bill.amounts[of]).sum()
                };
                (state.held, state.paid) == (sum(Standing::Held), sum(Standing::Paid))
            }),
            Property::always(LAST_STATEMENT, |bill: &Self, state: &State| match state.last_statement {
                _ if state.void => state.burden == 0,
                0 => state.burden == bill.burden,
                last => state.burden == bill.burden.min(bill.statements[usize::from(last) - 1]),
            }),
            Property::sometimes("the burden can be paid in full", |bill: &Self, state: &State| {
                state.paid == bill.burden
            }),
            Property::sometimes("a hold can expire and another be paid", |_, state: &State| {
                let some = |standing| state.rows().any(|(_, row)| row.standing == standing);
                some(Standing::Expired) && some(Standing::Paid)
            }),
        ]
    }
}

impl Bill {
    /// The first statement of a reservation: `INSERT … ON CONFLICT DO NOTHING`, not yet committed.
    fn begin(&self, state: &mut State, of: usize) {
        let mut read = 0;
        if self.broken == Some(Broken::CheckThenInsert) {
            read = state.burden.saturating_sub(state.held + state.paid);
        }
        state.claims[of].open = Some(read);
        if self.broken == Some(Broken::AnswerBeforeCommit) {
            let version = state.version + 1;
            state.grant(of, Request::Reserve, version, true);
        }
    }

    /// The second: the bill's row by its condition, which looks at the row as it then is; and the commit.
    fn commit(&self, state: &mut State, of: usize, arrives: Arrives) {
        let amount = self.amounts[of];
        let Some(read) = state.claims[of].open.take() else { return };
        let burden = match self.broken {
            Some(Broken::LoweringUnheard) => self.burden,
            _ => state.burden,
        };
        let fits = match self.broken {
            Some(Broken::CheckThenInsert) => amount <= read,
            _ => state.held + state.paid + amount <= burden,
        };
        if !fits || state.void {
            return;
        }
        state.held += amount;
        state.version += 1;
        state.held_over_burden |= state.held + state.paid > state.burden;
        let fence = match self.broken {
            Some(Broken::FenceOfTheMember) => 1,
            _ => state.version,
        };
        let version = state.version;
        state.claims[of].row = Some(Row { standing: Standing::Held, fence, version, overdue: false });
        state.grant(of, Request::Reserve, fence, arrives);
    }

    /// Whatever is not a first reservation is one conditional statement on the claim and one on the bill.
    fn answer(&self, state: &mut State, of: usize, request: Request, arrives: Arrives) {
        let Some(row) = state.claims[of].row.clone() else { return };
        match (request, row.standing) {
            (Request::Reserve, _) => {
                if self.broken == Some(Broken::RetryHeldAgain) && row.standing == Standing::Held {
                    state.held += self.amounts[of];
                }
                state.grant(of, request, row.fence, arrives);
            }
            (Request::Confirm, Standing::Held) => {
                if !row.overdue || self.broken == Some(Broken::ConfirmAfterItsTime) {
                    state.paid_too_late |= row.overdue;
                    state.paid += self.amounts[of];
                    self.leave(state, of, Standing::Paid);
                    state.grant(of, request, state.version, arrives);
                }
            }
            (Request::Confirm, Standing::Expired) if self.broken == Some(Broken::ConfirmWhatExpired) => {
                state.held += self.amounts[of];
                state.paid += self.amounts[of];
                self.leave(state, of, Standing::Paid);
                state.grant(of, request, state.version, arrives);
            }
            (Request::Release, Standing::Held) => {
                self.leave(state, of, Standing::Released);
                state.grant(of, request, state.version, arrives);
            }
            (Request::Reverse, Standing::Paid) => {
                state.paid -= self.amounts[of];
                state.held += self.amounts[of];
                self.leave(state, of, Standing::Reversed);
                state.grant(of, request, state.version, arrives);
            }
            // It was done before: the same answer once more.
            (Request::Confirm, Standing::Paid)
            | (Request::Release, Standing::Released)
            | (Request::Reverse, Standing::Reversed) => {
                if request == Request::Release && self.broken == Some(Broken::ReleaseEachTime) {
                    state.held = state.held.saturating_sub(self.amounts[of]);
                }
                state.grant(of, request, row.version, arrives);
            }
            // Refused: too late, or out of its order.
            (Request::Confirm | Request::Release | Request::Reverse, _) => {}
        }
    }

    /// The claim's amount is no longer held.
    fn leave(&self, state: &mut State, of: usize, standing: Standing) {
        state.held = state.held.saturating_sub(self.amounts[of]);
        state.version += 1;
        if let Some(row) = &mut state.claims[of].row {
            row.standing = standing;
            row.version = state.version;
            row.overdue = false;
        }
    }

    /// A member's statement replaces its former ones; the others keep to the burden of the beginning.
    fn state(&self, state: &mut State, id: u8) {
        if id <= state.last_statement && self.broken != Some(Broken::LateStatementWins) {
            return;
        }
        if !state.void {
            state.burden = self.burden.min(self.statements[usize::from(id) - 1]);
        }
        if id > state.last_statement {
            state.version += 1;
            state.last_statement = id;
        }
    }
}

impl State {
    fn rows(&self) -> impl Iterator<Item = (usize, &Row)> {
        self.claims.iter().enumerate().filter_map(|(of, claim)| Some((of, claim.row.as_ref()?)))
    }

    /// The registry says yes; whether the member hears it or not, it stands.
    fn grant(&mut self, of: usize, request: Request, version: u8, arrives: Arrives) {
        let claim = &mut self.claims[of];
        self.answer_changed |= claim.granted[request as usize].is_some_and(|before| before != version);
        claim.granted[request as usize] = Some(version);
        claim.heard_held |= arrives && request == Request::Reserve;
        claim.heard_paid |= arrives && request == Request::Confirm;
    }
}

impl Claim {
    /// A member sends what follows from what it heard; it gives up also what it never heard of.
    fn may_send(&self, request: Request) -> bool {
        match request {
            Request::Reserve | Request::Release => true,
            Request::Confirm => self.heard_held,
            Request::Reverse => self.heard_paid,
        }
    }

    /// What was granted is found in the rows, or what its own member made of it afterwards, or time.
    fn is_as_granted(&self) -> bool {
        let stands = |request, standings: &[Standing]| match (self.granted[request as usize], &self.row) {
            (None, _) => true,
            (Some(_), row) => row.as_ref().is_some_and(|row| standings.contains(&row.standing)),
        };
        let reserved = match (self.granted[Request::Reserve as usize], &self.row) {
            (Some(fence), Some(row)) => row.fence == fence,
            (Some(_), None) => false,
            (None, _) => true,
        };
        reserved
            && stands(Request::Confirm, &[Standing::Paid, Standing::Reversed])
            && stands(Request::Release, &[Standing::Released])
            && stands(Request::Reverse, &[Standing::Reversed])
    }
}

impl Request {
    const ALL: [Self; 4] = [Self::Reserve, Self::Confirm, Self::Release, Self::Reverse];
}

const NEVER_OVER: &str = "never more than the burden, or what was taken when it was lowered";
const NOTHING_NEW: &str = "nothing new is held beyond the burden";
const NOT_TOO_LATE: &str = "a hold whose time is over is never paid";
const SAME_ANSWER: &str = "a request that is sent again is answered as before";
const GRANTED_STAYS: &str = "what was granted stays";
const FENCES_DIFFER: &str = "no two claims have one fence";
const ROWS_ADD_UP: &str = "what the bill says is the sum of its claims";
const LAST_STATEMENT: &str = "a member's last statement counts";

mod runs;
