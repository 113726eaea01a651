//! What a run saw, as it is written into a note.

use std::{collections::BTreeMap, fmt, time::Duration};

use crate::{
    breach::{Breaches, Promise},
    history::{Answer, History},
    settings::Settings,
    wire::Tally,
};

/// Everything that is said of a run.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    engine: &'static str,
    seed: u64,
    clients: u32,
    expenses: usize,
    operations: usize,
    answers: usize,
    acknowledged: u64,
    refused: BTreeMap<String, u64>,
    entries: usize,
    longest: usize,
    faults: Faults,
    pub(crate) breaches: Breaches,
    talked: Duration,
    checked: Duration,
}

/// What was done to the run.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Faults {
    pub(crate) node_kills: u64,
    pub(crate) database_kills: u64,
    pub(crate) full_disks: u64,
    /// How often the node and the database ended by themselves.
    pub(crate) node_ends: u64,
    pub(crate) database_ends: u64,
    pub(crate) network: Tally,
}

impl Report {
    pub(crate) fn of(
        settings: &Settings,
        history: &History,
        faults: Faults,
        breaches: Breaches,
        talked: Duration,
        checked: Duration,
    ) -> Self {
        let mut refused = BTreeMap::new();
        let mut acknowledged = 0;
        for reply in &history.replies {
            match &reply.answer {
                Answer::Refused { why, .. } => *refused.entry(format!("{why:?}")).or_default() += 1,
                _ => acknowledged += 1,
            }
        }
        Self {
            engine: settings.engine.name(),
            seed: settings.seed,
            clients: settings.clients,
            expenses: history.expenses.len(),
            operations: history.calls.len(),
            answers: history.replies.len(),
            acknowledged,
            refused,
            entries: history.expenses.iter().map(|rows| rows.outbox.len()).sum(),
            longest: history.expenses.iter().map(|rows| rows.outbox.len()).max().unwrap_or_default(),
            faults,
            breaches,
            talked,
            checked,
        }
    }

    /// How many acknowledged operations are not in the rows.
    fn lost(&self) -> u64 {
        self.breaches.counts.get(&Promise::AcknowledgedStays).copied().unwrap_or_default()
    }
}

impl Tally {
    pub(crate) fn add(&mut self, other: &Self) {
        self.sent += other.sent;
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.delayed += other.delayed;
        self.broken += other.broken;
        self.unknown += other.unknown;
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Faults { node_kills, database_kills, full_disks, node_ends, database_ends, network } =
            self.faults;
        writeln!(f, "engine          {}, seed {}", self.engine, self.seed)?;
        writeln!(
            f,
            "operations      {} of {} clients on {} expenses",
            self.operations, self.clients, self.expenses
        )?;
        writeln!(f, "sent            {} requests, {} answers heard", network.sent, self.answers)?;
        writeln!(
            f,
            "faults          {node_kills} kills of the node, {database_kills} of the database, {full_disks} full disks"
        )?;
        writeln!(
            f,
            "                {} answers lost, {} requests doubled, {} delayed",
            network.lost, network.doubled, network.delayed
        )?;
        writeln!(
            f,
            "                {} connections broken, {} outcomes unknown, {node_ends} ends of the node and {database_ends} of the database by themselves",
            network.broken, network.unknown
        )?;
        writeln!(f, "acknowledged    {}", self.acknowledged)?;
        write!(f, "refused        ")?;
        for (why, count) in &self.refused {
            write!(f, " {why} {count}")?;
        }
        writeln!(f)?;
        writeln!(f, "versions        {}, at most {} of one expense", self.entries, self.longest)?;
        let over = self.breaches.counts.get(&Promise::NeverOver).copied().unwrap_or_default();
        let unsettled = self.breaches.counts.get(&Promise::Settled).copied().unwrap_or_default();
        writeln!(f, "over the cap    {over}")?;
        writeln!(f, "lost            {}", self.lost())?;
        writeln!(f, "unsettled       {unsettled}")?;
        writeln!(f, "time            {:.1?} of talk, {:.1?} of checking", self.talked, self.checked)?;
        for (promise, count) in &self.breaches.counts {
            writeln!(f, "breach          {promise} {count}")?;
        }
        for breach in &self.breaches.first {
            writeln!(f, "  {breach}")?;
        }
        write!(f, "breaches        {}", self.breaches.total())
    }
}
