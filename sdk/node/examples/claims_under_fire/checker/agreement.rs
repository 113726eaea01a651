//! The checker beside one that knows nothing of versions, on histories small enough for it.

use stateright::semantics::{ConsistencyTester, LinearizabilityTester, SequentialSpec};

use super::{
    check,
    reference::{Registry, id, reserve},
};
use crate::{
    history::{Answer, Ask, Call, History, Id, Reply},
    numbers::Numbers,
};

/// The registry of the tests as the other checker wants it.
impl SequentialSpec for Registry {
    type Op = (u8, Ask);
    type Ret = Answer;

    fn invoke(&mut self, (member, ask): &(u8, Ask)) -> Answer {
        self.answer(*member, *ask)
    }

    fn is_valid_step(&mut self, op: &(u8, Ask), ret: &Answer) -> bool {
        let plain = |answer: &Answer| match answer {
            Answer::Refused { why, .. } => Answer::Refused { why: *why, left: None },
            other => other.clone(),
        };
        plain(&self.invoke(op)) == plain(ret)
    }
}

impl PartialEq for Registry {
    fn eq(&self, other: &Self) -> bool {
        format!("{self:?}") == format!("{other:?}")
    }
}

/// Three members who talk across each other, nine operations in all; half of the histories are then harmed.
fn random(numbers: &mut Numbers) -> (History, Vec<(u8, Event)>) {
    let (mut registry, mut history) = (Registry::default(), History::default());
    let mut events = Vec::new();
    let mut busy: [Option<(u32, bool)>; 3] = [None; 3];
    let mut left = 9;
    let mut now = 0;
    while left > 0 || busy.iter().any(Option::is_some) {
        now += 1;
        let member = u8::try_from(numbers.below(3)).unwrap();
        match busy[usize::from(member)] {
            None if left > 0 => {
                left -= 1;
                let own = id(member * 10 + u8::try_from(numbers.below(2)).unwrap());
                let Id([number, ..]) = own;
                let fence = i64::try_from(numbers.below(6)).unwrap();
                let ask = match numbers.below(6) {
                    0 | 1 => reserve(number, 40 + i64::from(number)),
                    2 => Ask::Confirm { claim: own, fence },
                    3 => Ask::Release { claim: own },
                    4 => Ask::Reverse { claim: own },
                    _ => Ask::Read { claim: own },
                };
                busy[usize::from(member)] = Some((u32::try_from(history.calls.len()).unwrap(), false));
                history.calls.push(Call { member, expense: 0, ask, begun: now, sends: 1, consented: true });
                events.push((member, Event::Asked(ask)));
            }
            Some((call, false)) => {
                let asked = history.calls[call as usize].clone();
                let answer = registry.answer(member, asked.ask);
                history.replies.push(Reply { call, sent: asked.begun, heard: 0, answer });
                busy[usize::from(member)] = Some((call, true));
            }
            Some((call, true)) => {
                let reply = history.replies.iter_mut().find(|reply| reply.call == call).unwrap();
                reply.heard = now;
                events.push((member, Event::Answered(reply.answer.clone())));
                busy[usize::from(member)] = None;
            }
            None => {}
        }
    }
    history.expenses.push(registry.rows);
    if numbers.below(2) == 0 {
        let count = u64::try_from(history.replies.len()).unwrap();
        let (a, b) = (numbers.below(count), numbers.below(count));
        let (a, b) = (usize::try_from(a).unwrap(), usize::try_from(b).unwrap());
        let other = history.replies[b].answer.clone();
        let call = history.replies[a].call;
        history.replies[a].answer = other.clone();
        let member = history.calls[call as usize].member;
        let nth = history.calls[..call as usize].iter().filter(|call| call.member == member).count();
        let told =
            events.iter_mut().filter(|(of, event)| *of == member && matches!(event, Event::Answered(_)));
        told.skip(nth).take(1).for_each(|(_, event)| *event = Event::Answered(other.clone()));
    }
    (history, events)
}

enum Event {
    Asked(Ask),
    Answered(Answer),
}

#[test]
fn what_passes_here_passes_a_general_checker() {
    let mut numbers = Numbers::new(4);
    let (mut sound, mut harmed) = (0, 0);
    for _ in 0..600 {
        let (history, events) = random(&mut numbers);
        let mut tester = LinearizabilityTester::new(Registry::default());
        for (member, event) in events {
            match event {
                Event::Asked(ask) => tester.on_invoke(member, (member, ask)).map(|_| ()).unwrap(),
                Event::Answered(answer) => tester.on_return(member, answer).map(|_| ()).unwrap(),
            }
        }
        let (ours, theirs) = (check(&history), tester.is_consistent());
        assert!(theirs || ours.total() > 0, "passed here and not there: {history:?}");
        (sound, harmed) = if ours.total() == 0 { (sound + 1, harmed) } else { (sound, harmed + 1) };
    }
    assert!(sound > 250 && harmed > 100, "{sound} sound, {harmed} harmed: nothing was compared");
}
