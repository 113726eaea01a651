//! What the model holds at one moment, and what may happen next.

/// What the registry has written, what is under way, and what was said to whom.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct State {
    pub(super) burden: u8,
    pub(super) last_statement: u8,
    pub(super) void: bool,
    pub(super) held: u8,
    pub(super) paid: u8,
    pub(super) version: u8,
    pub(super) claims: Vec<Claim>,
    /// What may be taken in all: the burden, or what was taken when it was lowered.
    pub(super) ceiling: u8,
    /// A claim was newly held although the burden did not leave as much.
    pub(super) held_over_burden: bool,
    /// A hold was paid after its time.
    pub(super) paid_too_late: bool,
    /// A request was granted twice, and not in the same words.
    pub(super) answer_changed: bool,
}

/// One claim, on both sides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Claim {
    pub(super) row: Option<Row>,
    /// A transaction that has written the claim's row and not yet the bill's, with what it had read before.
    pub(super) open: Option<u8>,
    /// Whether the member has heard that the amount is held, so that it may confirm.
    pub(super) heard_held: bool,
    /// Whether it has heard that it may pay, so that a payment may come back.
    pub(super) heard_paid: bool,
    /// What the registry granted, by request: the version.
    pub(super) granted: [Option<u8>; 4],
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Row {
    pub(super) standing: Standing,
    pub(super) fence: u8,
    pub(super) version: u8,
    /// Its time is over by the clock of the database.
    pub(super) overdue: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Standing {
    Held,
    Paid,
    Released,
    Expired,
    Reversed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Request {
    Reserve,
    Confirm,
    Release,
    Reverse,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Step {
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

pub(super) type Arrives = bool;
