//! What the client did, as far as it is of use to judge it, in bounded memory.

use std::{collections::HashMap, time::Instant as Moment};

use serde_json::Value;
use tongzhou_exchange::signature::{Nonce, SignatureFault};

use super::{
    alliance::Peer,
    scenario::{Fault, Scenario},
};

/// One request of the client under test.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// None where nobody is there.
    pub(super) at: Option<Peer>,
    /// Such as `claims/reserve`, or the path where it is none.
    pub(super) operation: String,
    /// The scenario that it belongs to, where that can be told.
    pub(super) scenario: Option<usize>,
    /// The body, where it is JSON.
    pub(super) body: Option<Value>,
    /// Its nonce, where its signature is right.
    pub(super) signed: Result<Nonce, SignatureFault>,
    /// What is signed, where it is of its form: the same twice is the same request sent twice.
    pub(super) signature: Option<[u8; 64]>,
    pub(super) came: Moment,
    /// Why it was turned away at the door.
    pub(super) turned_away: Option<TurnedAway>,
    /// How the peer misbehaved.
    pub(super) fault: Option<Fault>,
    /// When the answer was given, and what it was.
    pub(super) answered: Option<(Moment, u16, Option<Value>)>,
}

/// Why a request was turned away at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TurnedAway {
    /// Nobody is there.
    Nobody,
    /// It is longer than any message, and was not read.
    TooLong,
    /// It did not come to its end, and was not read.
    TooSlow,
}

/// All requests, and what is known by which they are told apart.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) requests: Vec<Seen>,
    /// Whether more came than is kept.
    pub(super) overflowed: bool,
    bytes: usize,
    /// Texts that belong to one scenario: commitments, tokens, and the ids that came with them.
    marks: HashMap<String, usize>,
    /// Commitments that the registry knows.
    registered: Vec<String>,
    /// How often each plan was met, by scenario and plan.
    met: HashMap<(usize, usize), usize>,
}

impl Record {
    /// An empty one, with the marks of the scenarios.
    pub(super) fn new(marks: HashMap<String, usize>) -> Self {
        Self {
            requests: Vec::new(),
            overflowed: false,
            bytes: 0,
            marks,
            registered: Vec::new(),
            met: HashMap::new(),
        }
    }

    /// Which scenario a body belongs to; what it calls itself is a mark of that scenario from now on.
    pub(super) fn scenario_of(&mut self, body: &Value) -> Option<usize> {
        let mut texts = Vec::new();
        strings(body, &mut texts);
        let scenario = texts.iter().find_map(|text| self.marks.get(*text).copied())?;
        for name in IDS {
            if let Some(id) = body.get(name).and_then(Value::as_str)
                && self.marks.len() < MOST_MARKS
            {
                self.marks.entry(id.to_owned()).or_insert(scenario);
            }
        }
        Some(scenario)
    }

    /// What the peer does about a request of a scenario; nothing where it behaves.
    pub(super) fn plan(
        &mut self,
        scenarios: &[Scenario],
        scenario: usize,
        (at, operation): (Peer, &str),
        body: &Value,
    ) -> Option<Fault> {
        let plans = &scenarios.get(scenario)?.faults;
        let place = plans.iter().position(|plan| plan.at == at && plan.operation == operation)?;
        let plan = plans.get(place)?;
        // A client may register its consents only when it is told to: until then nothing is put in its way.
        let consent = body.get("consent").and_then(Value::as_str);
        if at == Peer::Registry && consent.is_some_and(|it| !self.registered.iter().any(|known| known == it))
        {
            return None;
        }
        let met = self.met.entry((scenario, place)).or_default();
        let number = *met;
        *met = number.saturating_add(1);
        let last = plan.tries.last().copied().filter(|_| plan.for_ever);
        plan.tries.get(number).copied().or(last)
    }

    /// Whether each plan of a scenario was met as often as it has tries.
    pub(super) fn faults_took_place(&self, scenarios: &[Scenario], scenario: usize) -> bool {
        let plans = scenarios.get(scenario).map(|scenario| scenario.faults.as_slice()).unwrap_or_default();
        plans.iter().enumerate().all(|(place, plan)| {
            self.met.get(&(scenario, place)).copied().unwrap_or_default() >= plan.tries.len()
        })
    }

    /// Notes a request, of which so many bytes are kept; gives the place under which the answer is noted, none where there is no
    /// more room.
    pub(super) fn note(&mut self, seen: Seen, bytes: usize) -> Option<usize> {
        let whole = self.bytes.saturating_add(bytes);
        if self.requests.len() >= MOST_REQUESTS || whole > MOST_BYTES {
            self.overflowed = true;
            return None;
        }
        self.bytes = whole;
        self.requests.push(seen);
        Some(self.requests.len().saturating_sub(1))
    }

    /// Notes the answer that is given now; its body, of so many bytes, where there is room for it.
    pub(super) fn answer(&mut self, place: usize, status: u16, body: Option<Value>, bytes: usize) {
        let whole = self.bytes.saturating_add(if body.is_some() { bytes } else { 0 });
        let fits = whole <= MOST_BYTES;
        self.overflowed |= !fits;
        let body = body.filter(|_| fits);
        self.bytes = if fits { whole } else { self.bytes };
        let Some(seen) = self.requests.get_mut(place) else { return };
        if seen.operation == "consents/register" && status == 200 {
            let commitment = seen.body.as_ref().and_then(|body| body.get("commitment")?.as_str());
            self.registered.extend(commitment.map(str::to_owned));
        }
        seen.answered = Some((Moment::now(), status, body));
    }

    /// The requests of a scenario for an operation, in the order in which they came.
    pub(super) fn of<'r>(&'r self, scenario: usize, operation: &'r str) -> impl Iterator<Item = &'r Seen> {
        self.requests
            .iter()
            .filter(move |seen| seen.scenario == Some(scenario) && seen.operation == operation)
    }
}

impl Seen {
    /// Whether it was done, and that was said.
    pub(super) fn was_done(&self) -> bool {
        self.fault.is_none_or(|fault| matches!(fault, Fault::Late(_)))
            && self.answered.as_ref().is_some_and(|(_, status, _)| *status == 200)
    }

    /// What of its body is `name`.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.body.as_ref()?.get(name)?.as_str()
    }
}

/// Every text in a value.
pub(super) fn strings<'v>(value: &'v Value, into: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => into.push(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, into)),
        Value::Object(members) => members.values().for_each(|member| strings(member, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// By what a request calls itself.
pub(super) const IDS: [&str; 6] = ["requestId", "lookupId", "intentId", "claimId", "statementId", "entryId"];
/// More than any run of the scenarios needs a hundred times over.
const MOST_REQUESTS: usize = 20_000;
const MOST_BYTES: usize = 32 << 20;
const MOST_MARKS: usize = 100_000;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn seen() -> Seen {
        Seen {
            at: Some(Peer::Registry),
            operation: "notices/list".to_owned(),
            scenario: None,
            body: None,
            signed: Err(SignatureFault::Missing),
            signature: None,
            came: Moment::now(),
            turned_away: None,
            fault: None,
            answered: None,
        }
    }

    #[test]
    fn what_there_is_no_room_for_is_not_kept_and_not_forgotten_to_be_said() {
        let mut record = Record::new(HashMap::new());
        assert_eq!(record.note(seen(), MOST_BYTES), Some(0));
        assert!(!record.overflowed);
        assert_eq!(record.note(seen(), 1), None);
        assert!(record.overflowed);
        assert_eq!(record.requests.len(), 1);
    }

    #[test]
    fn an_answer_takes_room_too() {
        let mut record = Record::new(HashMap::new());
        record.note(seen(), 1);
        record.answer(0, 200, Some(json!({})), MOST_BYTES);
        assert!(record.overflowed);
        assert_eq!(
            record.requests[0].answered.as_ref().map(|(_, status, body)| (*status, body.is_some())),
            Some((200, false))
        );
    }

    #[test]
    fn an_id_that_came_with_a_token_is_known_without_it() {
        let mut record = Record::new([("token".to_owned(), 3)].into());
        let confirm = json!({ "claimId": "one", "fence": 1 });
        assert_eq!(record.scenario_of(&confirm), None);
        assert_eq!(
            record.scenario_of(&json!({ "claimId": "one", "expense": { "value": "token" } })),
            Some(3)
        );
        assert_eq!(record.scenario_of(&confirm), Some(3));
    }
}
