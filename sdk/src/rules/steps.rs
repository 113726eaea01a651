//! Histories: which state may follow which, by the published table, and the order in which states stand.

use std::{collections::BTreeSet, sync::LazyLock};

use crate::{
    code::{self, Code},
    fault,
    finding::Param,
    model::texts::InstantText,
    pointer::Pointer,
    value::Instant,
};

use super::Sink;

/// Whether a state may follow another or, without another, begin a history.
pub(super) fn allowed<C: Code>(from: Option<C>, to: C) -> bool {
    static TABLE: LazyLock<BTreeSet<(&str, &str, &str)>> = LazyLock::new(|| {
        let rows = code::list("status-transition").map_or(&[][..], code::Codelist::rows);
        let column = |row: &'static code::Row, name| row.column(name).unwrap_or_default();
        rows.iter().map(|row| (column(row, "list"), column(row, "from"), column(row, "to"))).collect()
    });
    TABLE.contains(&(C::LIST, from.map_or("", C::code), to.code()))
        || (fault::is("steps-read-backwards")
            && TABLE.contains(&(C::LIST, to.code(), from.map_or("", C::code))))
}

/// Fails at each state that may not follow the one before it.
pub(super) fn follow<C: Code>(
    sink: &mut Sink<'_>,
    states: impl IntoIterator<Item = C>,
    at: impl Fn(usize) -> Pointer,
) {
    let mut before: Option<C> = None;
    for (index, state) in states.into_iter().enumerate() {
        if let Some(from) = before.filter(|_| index > 0) {
            sink.seen();
            if !allowed(Some(from), state) {
                let coded = |code: C| Param::Coded(C::LIST, code.code());
                sink.fail_with(at(index), &[("from", coded(from)), ("to", coded(state))]);
            }
        }
        before = Some(state);
    }
}

/// Fails where a history begins with a state with which none begins.
pub(super) fn begin<C: Code>(sink: &mut Sink<'_>, first: Option<C>, at: impl FnOnce() -> Pointer) {
    let Some(first) = first else { return };
    sink.seen();
    if !allowed(None, first) {
        sink.fail(at());
    }
}

/// Fails where a history ends with another state than the one that holds now.
pub(super) fn end<C: Code>(sink: &mut Sink<'_>, last: Option<C>, current: C, at: impl FnOnce() -> Pointer) {
    let Some(last) = last else { return };
    sink.seen();
    if last != current {
        sink.fail(at());
    }
}

/// The instant, where it is one that a clock has shown.
pub(super) fn instant(text: &InstantText<'_>) -> Option<Instant> {
    text.as_str().parse().ok()
}

/// Fails at each of a row of times that lies before an earlier one of the row; those not known are passed over.
pub(super) fn in_order<T: Copy + Ord>(
    sink: &mut Sink<'_>,
    times: impl IntoIterator<Item = Option<T>>,
    at: impl Fn(usize) -> Pointer,
) {
    let mut latest: Option<T> = None;
    for (index, time) in times.into_iter().enumerate() {
        let Some(time) = time else { continue };
        if let Some(before) = latest {
            sink.seen();
            if time < before {
                sink.fail(at(index));
                continue;
            }
        }
        latest = Some(time);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::lists::{AidStatus, ProcessState, SuspicionStatus};

    #[test]
    fn every_row_of_the_table_names_states_of_its_list() {
        let rows = code::list("status-transition").unwrap().rows();
        for row in rows {
            let list = code::list(row.column("list").unwrap()).unwrap();
            let from = row.column("from").unwrap_or_default();
            assert!(from.is_empty() || list.row(from).is_some(), "{}", row.code());
            assert!(list.row(row.column("to").unwrap()).is_some(), "{}", row.code());
        }
    }

    /// The states that can be reached from the beginning, and those from which nothing follows.
    fn reached_and_last<C: Code>() -> (Vec<&'static str>, Vec<&'static str>) {
        let mut reached: Vec<C> = C::ALL.iter().copied().filter(|state| allowed(None, *state)).collect();
        let mut next = 0;
        while let Some(from) = reached.get(next).copied() {
            let new: Vec<C> = C::ALL
                .iter()
                .copied()
                .filter(|to| allowed(Some(from), *to) && !reached.contains(to))
                .collect();
            reached.extend(new);
            next += 1;
        }
        let is_last = |from: &&C| !C::ALL.iter().any(|to| allowed(Some(**from), *to));
        let mut codes: Vec<&str> = reached.iter().map(|state| state.code()).collect();
        codes.sort_unstable();
        (codes, C::ALL.iter().filter(is_last).map(|state| state.code()).collect())
    }

    fn sorted<C: Code>() -> Vec<&'static str> {
        let mut all: Vec<&str> = C::ALL.iter().map(|state| state.code()).collect();
        all.sort_unstable();
        all
    }

    #[test]
    fn every_state_can_be_reached_and_only_terminal_ones_are_the_end() {
        let (reached, last) = reached_and_last::<ProcessState>();
        assert_eq!(reached, sorted::<ProcessState>());
        let terminal = ProcessState::ALL
            .iter()
            .filter(|state| state.row().and_then(|row| row.column("terminal")) == Some("yes"));
        assert_eq!(last, terminal.map(|state| state.code()).collect::<Vec<_>>());

        let (reached, last) = reached_and_last::<AidStatus>();
        assert_eq!(reached, sorted::<AidStatus>());
        assert_eq!(last, ["cancelled"]);

        let (reached, last) = reached_and_last::<SuspicionStatus>();
        assert_eq!(reached, sorted::<SuspicionStatus>());
        assert_eq!(last, [""; 0]);
    }

    #[test]
    fn money_is_not_paid_on_a_case_that_was_never_approved() {
        assert!(!allowed(Some(ProcessState::Review), ProcessState::Payment));
        assert!(!allowed(Some(ProcessState::Rejected), ProcessState::Approved));
        assert!(!allowed(None, ProcessState::Approved));
        assert!(allowed(Some(ProcessState::Payment), ProcessState::FollowUp));
        assert!(!allowed(Some(SuspicionStatus::Raised), SuspicionStatus::Upheld));
    }
}
