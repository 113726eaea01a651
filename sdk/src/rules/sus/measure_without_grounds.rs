//! Where a suspicion is cleared, aid MUST NOT be reduced or stopped, money asked back, or misconduct noted for it.

use crate::{
    code::lists::{Ask, Severity, SuspicionResolution, SuspicionStatus},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-015",
    slug: "measure-without-grounds",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "疑点已排除，却有处罚性的措施",
        message: "疑点已经排除，却写了调减或终止资助、返还资金或记录失信。",
        why: "没有问题的家庭不该受罚。",
        help: "请删去这些措施，或核对结论。",
    },
    en: Words {
        title: "A measure without grounds",
        message: "The suspicion was cleared, and aid is reduced or stopped, money asked back or misconduct noted.",
        why: "A family that did nothing wrong is not to be punished.",
        help: "Take the measures out, or check the result.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/resolution/measures/-", "value": "flag-misconduct"}]"#,
            ),
            expect: Expect::Fail("/resolution/measures/2"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(resolution) = &suspicion.resolution else { return };
    if resolution.result != SuspicionStatus::Cleared {
        return;
    }
    for (index, measure) in resolution.measures.iter().enumerate() {
        sink.seen();
        let punishes = match measure {
            SuspicionResolution::ReduceAward
            | SuspicionResolution::StopAward
            | SuspicionResolution::RecoverMoney
            | SuspicionResolution::FlagMisconduct => true,
            SuspicionResolution::NoAction
            | SuspicionResolution::ShareTheBill
            | SuspicionResolution::CorrectRecords
            | SuspicionResolution::AskForPapers
            | SuspicionResolution::VerifyAgain
            | SuspicionResolution::PassToAuthority => false,
        };
        if punishes {
            sink.fail(pointer!["resolution", "measures", index]);
        }
    }
}
