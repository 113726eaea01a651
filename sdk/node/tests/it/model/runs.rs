//! The model searched: the sound protocol, and each broken one.

use stateright::{Checker, HasDiscoveries, Model};

use super::{
    Bill, Broken, FENCES_DIFFER, GRANTED_STAYS, LAST_STATEMENT, NEVER_OVER, NOT_TOO_LATE, NOTHING_NEW,
    ROWS_ADD_UP,
};

/// Three members who want more than there is; two of them fit exactly.
fn three() -> Bill {
    Bill { amounts: vec![4, 6, 5], burden: 10, statements: vec![], red_bill: false, broken: None }
}

fn broken(how: Broken, bill: Bill, property: &'static str) {
    let bill = Bill { broken: Some(how), ..bill };
    let checker = bill.checker().finish_when(HasDiscoveries::AnyOf([property].into())).spawn_bfs().join();
    checker.assert_any_discovery(property);
}

fn sound(bill: Bill) {
    let checker = bill.checker().spawn_bfs().join();
    checker.assert_properties();
    // A search that sees little proves little.
    assert!(checker.unique_state_count() > 10_000);
}

// covers: REQ-CLM-013
#[test]
fn three_members_never_take_more_than_the_burden() {
    sound(three());
}

// covers: REQ-CLM-034, REQ-CLM-036
#[test]
fn a_red_bill_stops_what_is_new_and_nothing_else() {
    sound(Bill { red_bill: true, ..three() });
}

// covers: REQ-CLM-010
#[test]
fn a_lower_burden_stops_what_is_new_and_nothing_else() {
    sound(Bill { statements: vec![6], ..three() });
    sound(Bill { amounts: vec![4, 6], statements: vec![6, 9], red_bill: true, ..three() });
}

#[test]
fn each_broken_protocol_is_caught_by_the_property_that_it_breaks() {
    let lowered = Bill { statements: vec![6, 9], ..three() };
    broken(Broken::CheckThenInsert, three(), NEVER_OVER);
    broken(Broken::ConfirmAfterItsTime, three(), NOT_TOO_LATE);
    broken(Broken::ConfirmWhatExpired, three(), NEVER_OVER);
    broken(Broken::RetryHeldAgain, three(), ROWS_ADD_UP);
    broken(Broken::ReleaseEachTime, three(), ROWS_ADD_UP);
    broken(Broken::AnswerBeforeCommit, three(), GRANTED_STAYS);
    broken(Broken::LoweringUnheard, lowered.clone(), NOTHING_NEW);
    broken(Broken::LateStatementWins, lowered, LAST_STATEMENT);
    broken(Broken::FenceOfTheMember, three(), FENCES_DIFFER);
}
