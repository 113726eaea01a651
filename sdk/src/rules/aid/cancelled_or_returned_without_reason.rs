//! A cancellation or return SHOULD give its reason.

use crate::{
    code::lists::{AidStatus, Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-007",
    slug: "cancelled-or-returned-without-reason",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "取消或返还没有写原因",
        message: "救助被取消或返还，但没有写原因。",
        why: "不写原因，下一家机构会以为家庭有问题。",
        help: "请写明原因，如治疗结束、医院退款。",
    },
    en: Words {
        title: "Cancelled or returned without a reason",
        message: "The aid was cancelled or returned, and no reason is given.",
        why: "Without one the next organisation may think ill of the family.",
        help: "Give the reason, such as treatment that ended.",
    },
    check: Check::AidRecord(check),
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
                r#"[{"op": "remove", "path": "/history/2/reason"}, {"op": "remove", "path": "/history/2/returnReason"}]"#,
            ),
            expect: Expect::Fail("/history/2"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, event) in aid.history.iter().enumerate() {
        if !matches!(event.status, AidStatus::Cancelled | AidStatus::Returned) {
            continue;
        }
        sink.seen();
        if event.reason.is_none() && event.return_reason.is_none() {
            sink.fail(pointer!["history", index]);
        }
    }
}
