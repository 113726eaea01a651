//! The checker, held to histories made by hand.

use super::{
    check,
    reference::{DAY, Registry, id, reserve},
};
use crate::{
    breach::Promise,
    history::{Answer, Ask, Bill, Call, Change, ClaimRow, Entry, History, Refusal, Reply, Standing},
};

/// Asks one thing after another; each takes two ticks.
fn told(registry: &mut Registry, history: &mut History, member: u8, ask: Ask) -> Answer {
    let begun = history.replies.last().map_or(0, |reply: &Reply| reply.heard) + 1;
    let call = u32::try_from(history.calls.len()).unwrap();
    let answer = registry.answer(member, ask);
    history.calls.push(Call { member, expense: 0, ask, begun, sends: 1, consented: true });
    history.replies.push(Reply { call, sent: begun, heard: begun + 1, answer: answer.clone() });
    answer
}

/// Four members on one bill: a payment, a release, a payment that comes back, a hold that expires, a burden that is
/// lowered, a red bill; refusals between.
fn sound() -> History {
    let (mut registry, mut history) = (Registry::default(), History::default());
    let mut ask = |registry: &mut Registry, member, ask| told(registry, &mut history, member, ask);
    ask(&mut registry, 0, reserve(1, 40));
    ask(&mut registry, 1, reserve(2, 50));
    ask(&mut registry, 2, reserve(3, 20));
    ask(&mut registry, 0, Ask::Confirm { claim: id(1), fence: 1 });
    ask(&mut registry, 0, Ask::Confirm { claim: id(1), fence: 1 });
    ask(&mut registry, 1, Ask::Release { claim: id(2) });
    ask(&mut registry, 2, Ask::Look);
    ask(&mut registry, 2, reserve(3, 20));
    ask(&mut registry, 2, Ask::Confirm { claim: id(3), fence: 9 });
    ask(&mut registry, 3, Ask::Read { claim: id(3) });
    ask(&mut registry, 3, reserve(4, 30));
    registry.now += 8 * DAY;
    registry.expire(id(4));
    ask(&mut registry, 3, Ask::Confirm { claim: id(4), fence: 6 });
    ask(&mut registry, 1, Ask::State { statement: id(5), burden: 30 });
    ask(&mut registry, 2, reserve(6, 1));
    ask(&mut registry, 0, Ask::Reverse { claim: id(1) });
    ask(&mut registry, 2, reserve(7, 10));
    ask(&mut registry, 3, Ask::Void { statement: id(8) });
    ask(&mut registry, 3, reserve(9, 1));
    history.expenses.push(registry.rows);
    history
}

fn entry(history: &mut History, version: i64) -> &mut Entry {
    history.expenses[0].outbox.iter_mut().find(|entry| entry.version == version).unwrap()
}

/// The reply to the first call that is so.
fn reply(history: &mut History, wanted: impl Fn(&Call) -> bool) -> &mut Reply {
    let call = history.calls.iter().position(wanted).unwrap();
    history.replies.iter_mut().find(|reply| reply.call as usize == call).unwrap()
}

fn caught(promise: Promise, harm: impl FnOnce(&mut History)) {
    let mut history = sound();
    harm(&mut history);
    let breaches = check(&history);
    assert!(breaches.has(promise), "not {promise}, but {:?}", breaches.first);
}

#[test]
fn a_sound_history_has_no_breach() {
    let breaches = check(&sound());
    assert_eq!(breaches.total(), 0, "{:?}", breaches.first);
}

#[test]
fn more_than_the_burden_is_found() {
    // Two holds that fit one by one: as if each had read the bill before the other wrote.
    caught(Promise::NeverOver, |history| {
        let rows = &mut history.expenses[0];
        rows.claims[1].amount = 70;
        for call in &mut history.calls {
            if let Ask::Reserve { claim, amount, .. } = &mut call.ask
                && *claim == id(2)
            {
                *amount = 70;
            }
        }
    });
}

#[test]
fn a_hold_after_the_red_bill_is_found() {
    caught(Promise::NeverOver, |history| {
        let at = history.expenses[0].bill.unwrap().version + 1;
        let row = ClaimRow { claim: id(9), fence: at, version: at, ..history.expenses[0].claims[0] };
        history.expenses[0].claims.push(ClaimRow { standing: Standing::Held, amount: 1, ..row });
        let entry = *entry(history, at - 1);
        let change = Change::Claim(Standing::Held);
        history.expenses[0].outbox.push(Entry { version: at, about: id(9), change, ..entry });
    });
}

#[test]
fn a_lowered_burden_that_is_not_kept_to_is_found() {
    caught(Promise::NeverOver, |history| {
        for call in &mut history.calls {
            if let Ask::State { burden, .. } = &mut call.ask {
                *burden = 25;
            }
        }
    });
}

#[test]
fn an_entry_that_is_missing_is_found() {
    caught(Promise::NoGap, |history| {
        history.expenses[0].outbox.remove(2);
    });
    caught(Promise::NoGap, |history| {
        history.expenses[0].outbox.pop();
    });
}

#[test]
fn what_happens_twice_or_out_of_order_is_found() {
    // Paid once more instead of released.
    caught(Promise::PossibleStep, |history| {
        let entry = entry(history, 4);
        (entry.about, entry.change) = (id(1), Change::Claim(Standing::Paid));
    });
    // Held again by a request that was sent again.
    caught(Promise::PossibleStep, |history| {
        let entry = entry(history, 4);
        (entry.about, entry.change) = (id(1), Change::Claim(Standing::Held));
    });
    // Expired though it was paid.
    caught(Promise::PossibleStep, |history| {
        let entry = entry(history, 7);
        (entry.about, entry.change) = (id(1), Change::Claim(Standing::Expired));
    });
}

#[test]
fn rows_that_do_not_add_up_are_found() {
    caught(Promise::RowsAgree, |history| history.expenses[0].bill.as_mut().unwrap().held += 1);
    caught(Promise::RowsAgree, |history| history.expenses[0].bill.as_mut().unwrap().paid += 1);
    caught(Promise::RowsAgree, |history| history.expenses[0].bill.as_mut().unwrap().burden += 1);
    caught(Promise::RowsAgree, |history| history.expenses[0].burdens[0].burden += 1);
    caught(Promise::RowsAgree, |history| history.expenses[0].claims[0].standing = Standing::Paid);
    caught(Promise::TrueEntry, |history| entry(history, 3).bill.held += 1);
    caught(Promise::RowsAgree, |history| {
        history.expenses[0].claims.remove(0);
    });
}

#[test]
fn what_was_acknowledged_and_is_gone_is_found() {
    // The registry died after its answer and before its commit.
    caught(Promise::AcknowledgedStays, |history| {
        let rows = &mut history.expenses[0];
        let last = rows.outbox.pop().unwrap();
        rows.bill.as_mut().unwrap().version = last.version - 1;
        rows.statements.retain(|row| row.statement != last.about);
    });
    caught(Promise::AcknowledgedStays, |history| {
        history.expenses[0].claims.retain(|row| row.claim != id(2));
    });
}

#[test]
fn an_answer_that_is_not_as_it_was_written_is_found() {
    caught(Promise::TrueAnswer, |history| {
        let reply = reply(history, |call| call.ask == Ask::Look);
        let Answer::Bill(bill) = &mut reply.answer else { panic!() };
        bill.held += 1;
    });
    // A bill as it was long before the question.
    caught(Promise::TrueAnswer, |history| {
        let reply = reply(history, |call| call.ask == Ask::Look);
        reply.answer =
            Answer::Bill(Bill { version: 1, burden: 100, held: 40, paid: 0, left: 60, void: false });
    });
    caught(Promise::TrueAnswer, |history| {
        let reply = reply(history, |call| matches!(call.ask, Ask::Release { .. }));
        let Answer::Claim { version, .. } = &mut reply.answer else { panic!() };
        *version += 1;
    });
}

#[test]
fn an_answer_that_changes_when_it_is_asked_for_again_is_found() {
    caught(Promise::SameAnswer, |history| {
        let mut again = history.replies[0].clone();
        let Answer::Claim { expires_at, .. } = &mut again.answer else { panic!() };
        *expires_at += 1;
        // The rows agree with the second answer, as where it was written again.
        history.replies.push(again);
    });
}

#[test]
fn an_order_that_no_clock_allows_is_found() {
    // The second hold was asked for long after the first payment was told, yet has the smaller version.
    caught(Promise::RealTime, |history| {
        history.calls[1].begun = 1000;
        let reply = reply(history, |call| call.ask == reserve(2, 50));
        (reply.sent, reply.heard) = (1000, 1001);
    });
}

#[test]
fn two_claims_of_one_fence_are_found() {
    caught(Promise::OneFence, |history| history.expenses[0].claims[1].fence = 1);
}

#[test]
fn a_confirmation_with_a_wrong_fence_is_found() {
    caught(Promise::RightFence, |history| {
        history.calls[3].ask = Ask::Confirm { claim: id(1), fence: 77 };
    });
}

#[test]
fn a_claim_that_another_member_moves_is_found() {
    caught(Promise::OwnClaim, |history| {
        let call = history.calls.iter_mut().find(|call| matches!(call.ask, Ask::Reverse { .. })).unwrap();
        call.member = 3;
    });
    caught(Promise::OwnClaim, |history| entry(history, 3).member = 3);
}

#[test]
fn a_refusal_without_cause_is_found() {
    caught(Promise::TrueRefusal, |history| {
        reply(history, |call| call.ask == reserve(3, 20)).answer =
            Answer::Refused { why: Refusal::Voided, left: None };
    });
    caught(Promise::TrueRefusal, |history| {
        let reply = reply(history, |call| call.ask == reserve(1, 40));
        reply.answer = Answer::Refused { why: Refusal::OverBurden, left: None };
        // The claim is there all the same, and this was asked for later.
        (reply.sent, reply.heard) = (1000, 1001);
    });
    caught(Promise::TrueRefusal, |history| {
        let reply = reply(history, |call| matches!(call.ask, Ask::Confirm { .. }));
        reply.answer = Answer::Refused { why: Refusal::NotHeld, left: None };
    });
    caught(Promise::TrueRefusal, |history| {
        let reply = reply(history, |call| call.ask == Ask::Look);
        reply.answer = Answer::Refused { why: Refusal::Other, left: None };
    });
    // Refused with less than was left at any moment.
    caught(Promise::TrueRefusal, |history| {
        let reply = reply(history, |call| call.ask == reserve(3, 20));
        reply.answer = Answer::Refused { why: Refusal::OverBurden, left: Some(3) };
    });
}

#[test]
fn a_wrong_clock_is_found() {
    caught(Promise::NotTooLate, |history| entry(history, 3).at += 8 * DAY);
    caught(Promise::NotTooLate, |history| {
        let late = u64::try_from(8 * DAY).unwrap() * 1000;
        let confirm = |call: &&mut Call| matches!(call.ask, Ask::Confirm { .. });
        history.calls.iter_mut().filter(confirm).for_each(|call| call.begun = late);
    });
    caught(Promise::NotTooSoon, |history| entry(history, 7).at -= 8 * DAY);
    caught(Promise::OneClock, |history| history.expenses[0].claims[0].expires_at += DAY);
}

#[test]
fn a_row_that_nobody_asked_for_is_found() {
    caught(Promise::AskedFor, |history| {
        history.calls[0].ask = reserve(1, 41);
    });
}

#[test]
fn a_question_without_an_answer_is_found() {
    caught(Promise::Settled, |history| {
        history.replies.pop();
    });
}

#[test]
fn what_is_granted_without_consent_is_found() {
    caught(Promise::Consent, |history| history.calls[0].consented = false);
}
