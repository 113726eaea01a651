//! What is given on an award line, less what came back, MUST NOT be more than its amount.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount, chain},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-014",
    slug: "more-than-awarded",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "救助金额超过批准的金额",
        message: "这个资助项下的救助，减去已返还的，合计超过了批准的金额。",
        why: "超出批准的钱没有依据，也会挤占别的孩子的救助。",
        help: "请核对金额；需要多给的，先作补充资助的决定。",
    },
    en: Words {
        title: "More than was awarded",
        message: "What is given on the award line, less what came back, is more than its amount.",
        why: "Money beyond the award rests on nothing, and is taken from other children.",
        help: "Check the amounts; to give more, decide on a supplement first.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/amount", "value": "31000.00"}, {"op": "replace", "path": "/funding/0/amount", "value": "19000.00"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/amount", "value": "33000.00"}, {"op": "replace", "path": "/funding/0/amount", "value": "21000.00"}]"#,
            ),
            expect: Expect::Fail("/amount"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let kept = |aid: &AidRecord<'_>| {
        let amount = amount::money(aid.amount.as_ref()).unwrap_or(Money::ZERO);
        // What came back may be given again.
        amount.checked_sub(chain::came_back(aid)).map_or(Money::ZERO, |kept| kept.max(Money::ZERO))
    };
    let given = chain::sums(chain::counted(case).filter_map(|document| {
        Some((document.value.award_line_id.as_ref()?.as_str(), kept(&document.value)))
    }));
    for document in chain::counted(case) {
        let decision = chain::decision(case, document.value.decision_id.as_ref());
        let line = decision.and_then(|decision| chain::award_line(decision, &document.value));
        let most =
            line.and_then(|line| Some((line.award_line_id.as_str(), amount::money(line.amount.as_ref())?)));
        let Some((line, most)) = most else { continue };
        match given.get(line).copied().flatten() {
            None => sink.could_not_check_in(document.entry, pointer!["amount"]),
            Some(given) if given > most => sink.fail_in(document.entry, pointer!["amount"], &[]),
            Some(_) => sink.seen(),
        }
    }
}
