//! Aid MUST be paid only from money that allows its kind.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, funds},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-022",
    slug: "aid-money-not-meant-for-this",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "资金不能用于这种救助",
        message: "这笔资金限定了用途，不包括这种救助方式。",
        why: "捐赠人指定了用途，改变用途要先征得同意或备案。",
        help: "请换一笔资金，或取得同意后填写变更日期。",
    },
    en: Words {
        title: "Money that is not meant for this",
        message: "The money may be used for other kinds of aid only.",
        why: "A donor said what it is for; a change needs consent or a filing first.",
        help: "Use other money, or obtain the consent and give its day.",
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
                r#"[{"op": "replace", "path": "/funding/0/restriction/allowedAidKinds", "value": ["surgery"]}]"#,
            ),
            expect: Expect::Fail("/funding/0/restriction"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, funding) in aid.funding.iter().enumerate() {
        if funding.restriction.is_none() {
            continue;
        }
        sink.seen();
        if funds::forbids(funding, aid.kind) {
            sink.fail(pointer!["funding", index, "restriction"]);
        }
    }
}
