//! What clients asked and heard, and what the database says of it in the end: all that the checker knows.

use std::fmt;

/// The sixteen bytes of the id of a claim or of a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Id(pub(crate) [u8; 16]);

/// Everything that was recorded of one run.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    pub(crate) calls: Vec<Call>,
    pub(crate) replies: Vec<Reply>,
    /// By the number of the expense.
    pub(crate) expenses: Vec<ExpenseRows>,
    pub(crate) clock: Clock,
}

/// A member asked for something, once or several times in the same words.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) member: u8,
    pub(crate) expense: u32,
    pub(crate) ask: Ask,
    /// When it was sent for the first time, in microseconds of the run.
    pub(crate) begun: u64,
    /// How often it was sent.
    pub(crate) sends: u32,
    /// Whether it names a consent that the member has.
    pub(crate) consented: bool,
}

/// What is asked. Amounts are fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    Reserve { claim: Id, amount: i64, burden: i64, days: i64 },
    Confirm { claim: Id, fence: i64 },
    Release { claim: Id },
    Reverse { claim: Id },
    Read { claim: Id },
    State { statement: Id, burden: i64 },
    Void { statement: Id },
    Look,
}

/// One answer that arrived, to one sending of a call.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    /// The place of the call in [`History::calls`].
    pub(crate) call: u32,
    pub(crate) sent: u64,
    pub(crate) heard: u64,
    pub(crate) answer: Answer,
}

/// What was answered. Answers that say that the outcome is not known are not recorded: they are no answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Claim { standing: Standing, amount: i64, fence: i64, version: i64, expires_at: i64, bill: Option<Bill> },
    Noted { version: i64 },
    Bill(Bill),
    Refused { why: Refusal, left: Option<i64> },
}

/// What a bill stands at, as an answer says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bill {
    pub(crate) version: i64,
    pub(crate) burden: i64,
    pub(crate) held: i64,
    pub(crate) paid: i64,
    pub(crate) left: i64,
    pub(crate) void: bool,
}

/// Why a request was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    OverBurden,
    Voided,
    NotHeld,
    Fence,
    NotYours,
    Unknown,
    Conflict,
    NoConsent,
    /// Any other: none of them may come.
    Other,
}

/// The state of a claim, and what an entry of the outbox says that it came into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Standing {
    Held,
    Paid,
    Released,
    Expired,
    Reversed,
}

/// What is written of one expense in the end.
#[derive(Clone, Debug, Default)]
pub(crate) struct ExpenseRows {
    pub(crate) bill: Option<BillRow>,
    pub(crate) claims: Vec<ClaimRow>,
    pub(crate) statements: Vec<StatementRow>,
    pub(crate) burdens: Vec<BurdenRow>,
    /// In the order of the versions.
    pub(crate) outbox: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct BillRow {
    pub(crate) burden: i64,
    pub(crate) cap: i64,
    pub(crate) held: i64,
    pub(crate) paid: i64,
    pub(crate) version: i64,
    pub(crate) void: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct ClaimRow {
    pub(crate) claim: Id,
    pub(crate) member: u8,
    pub(crate) amount: i64,
    pub(crate) standing: Standing,
    pub(crate) fence: i64,
    pub(crate) version: i64,
    /// By the clock of the database, in milliseconds.
    pub(crate) expires_at: i64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct StatementRow {
    pub(crate) statement: Id,
    pub(crate) member: u8,
    /// The version that it made.
    pub(crate) version: i64,
}

/// What a member says of the burden in the end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BurdenRow {
    pub(crate) member: u8,
    /// The id of the statement, or of the claim that stated it.
    pub(crate) statement: Id,
    pub(crate) burden: i64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) version: i64,
    pub(crate) about: Id,
    pub(crate) change: Change,
    pub(crate) member: u8,
    /// By the clock of the database, in milliseconds.
    pub(crate) at: i64,
    /// What it says that the bill stands at since.
    pub(crate) bill: Bill,
}

/// What an entry of the outbox tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    Claim(Standing),
    Stated,
    Voided,
}

/// The database's clock beside the run's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    /// What the database's clock said at the beginning of the run, in milliseconds.
    pub(crate) start: i64,
    /// For how many milliseconds a hold of one day lasts.
    pub(crate) day: i64,
    /// How many milliseconds it may be off from the run's.
    pub(crate) slack: i64,
    /// How many milliseconds a transaction may take, between whose statements time passes.
    pub(crate) transaction: i64,
}

impl Clock {
    /// What it says at a moment of the run.
    pub(crate) fn at(&self, micros: u64) -> i64 {
        self.start + i64::try_from(micros / 1000).unwrap_or_default()
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self { start: 0, day: 86_400_000, slack: 0, transaction: 0 }
    }
}

impl Ask {
    /// The id of the claim or statement that it would change.
    pub(crate) fn about(&self) -> Option<Id> {
        match self {
            Self::Reserve { claim, .. }
            | Self::Confirm { claim, .. }
            | Self::Release { claim }
            | Self::Reverse { claim } => Some(*claim),
            Self::State { statement, .. } | Self::Void { statement } => Some(*statement),
            Self::Read { .. } | Self::Look => None,
        }
    }

    /// What it says of the burden, and under which id.
    pub(crate) fn says(&self) -> Option<(Id, i64)> {
        match self {
            Self::Reserve { claim: id, burden, .. } | Self::State { statement: id, burden } => {
                Some((*id, *burden))
            }
            _ => None,
        }
    }

    /// The change that it makes where it is granted.
    pub(crate) fn change(&self) -> Option<Change> {
        match self {
            Self::Reserve { .. } => Some(Change::Claim(Standing::Held)),
            Self::Confirm { .. } => Some(Change::Claim(Standing::Paid)),
            Self::Release { .. } => Some(Change::Claim(Standing::Released)),
            Self::Reverse { .. } => Some(Change::Claim(Standing::Reversed)),
            Self::State { .. } => Some(Change::Stated),
            Self::Void { .. } => Some(Change::Voided),
            Self::Read { .. } | Self::Look => None,
        }
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
