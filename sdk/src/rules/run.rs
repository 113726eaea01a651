//! Runs the rules over a case.

use crate::finding::Finding;

use super::{
    all,
    case::{Case, Document},
    outcomes::Outcomes,
    rule::{Check, Rule, Validity},
    sink::{Seen, Sink},
};

/// Every rule over every document it is about; what they say is added to `findings`.
pub(crate) fn run(case: &Case<'_>, outcomes: &mut Outcomes, findings: &mut Vec<Finding>) {
    for (index, rule) in all().iter().enumerate() {
        if !in_force(rule, case) {
            continue;
        }
        let before = findings.len();
        let mut seen = false;
        let mut sink = |entry, look: &mut dyn FnMut(&mut Sink<'_>)| {
            let mut sink = Sink::new(rule, entry, findings);
            look(&mut sink);
            seen |= sink.close() == Seen::Something;
        };
        match rule.check {
            Check::Stage(_) => {}
            Check::Application(check) => {
                each(&case.applications, &mut sink, |value, sink| check(value, case, sink))
            }
            Check::Receipt(check) => each(&case.receipts, &mut sink, |value, sink| check(value, case, sink)),
            Check::Consent(check) => each(&case.consents, &mut sink, |value, sink| check(value, case, sink)),
            Check::Manifest(check) => {
                each(case.manifest.as_slice(), &mut sink, |value, sink| check(value, case, sink));
            }
            Check::Package(check) if !case.entries.is_empty() => sink(None, &mut |sink| check(case, sink)),
            Check::Package(_) => {}
        }
        if seen {
            outcomes.seen(index);
        }
        for finding in findings.get(before..).unwrap_or_default() {
            outcomes.note(finding);
        }
    }
}

fn each<T>(
    documents: &[Document<T>],
    sink: &mut impl FnMut(Option<usize>, &mut dyn FnMut(&mut Sink<'_>)),
    check: impl Fn(&T, &mut Sink<'_>),
) {
    for document in documents {
        sink(document.entry, &mut |sink| check(&document.value, sink));
    }
}

/// Whether the rule is in force on the day of the check. ISO dates compare as text.
fn in_force(rule: &Rule, case: &Case<'_>) -> bool {
    if rule.validity == Validity::ALWAYS {
        return true;
    }
    let day = case.as_of.to_string();
    rule.validity.from.is_none_or(|from| from <= day.as_str())
        && rule.validity.until.is_none_or(|until| day.as_str() <= until)
}
