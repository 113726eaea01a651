//! The use of money left for a similar purpose SHOULD be made public.

use crate::{
    code::lists::{Ask, LeftoverDisposition, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-037",
    slug: "leftover-use-not-public",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-037"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "结余转作他用没有公开",
        message: "结余用于相同或近似的目的，但没有写公开的日期。",
        why: "结余怎么用要向社会公开，捐赠人才放心。",
        help: "请公开处理情况后填写日期。",
    },
    en: Words {
        title: "The use of what is left was not made public",
        message: "What is left goes to a similar purpose, and no day is given on which that was made public.",
        why: "It is to be made public, so that donors can trust.",
        help: "Make it public and give the day.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/leftover/disclosedOn"}]"#),
            expect: Expect::Fail("/leftover"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(leftover) = &aid.leftover else { return };
    if leftover.disposition != LeftoverDisposition::SamePurpose {
        return;
    }
    sink.seen();
    if leftover.disclosed_on.is_none() {
        sink.fail(pointer!["leftover"]);
    }
}
