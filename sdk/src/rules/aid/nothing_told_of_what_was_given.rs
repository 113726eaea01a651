//! Aid in kind SHOULD say what was given.

use crate::{
    code::lists::{AidKind, Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-031",
    slug: "nothing-told-of-what-was-given",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-031"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写给了什么",
        message: "救助的是药品、服务、保险或物资，但没有写明内容。",
        why: "只有金额，别的机构不知道孩子已经得到了什么。",
        help: "请填写药品、服务、保险或物资的明细。",
    },
    en: Words {
        title: "What was given is not told",
        message: "The aid is a drug, a service, insurance or goods, and which is not told.",
        why: "From an amount alone others do not know what the child has.",
        help: "Fill in the particulars.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/aid-drug", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/aid-drug",
            change: Change::Patch(r#"[{"op": "remove", "path": "/drugs"}]"#),
            expect: Expect::Fail("/kind"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let told = match aid.kind {
        AidKind::Drug => !aid.drugs.is_empty(),
        AidKind::Service => !aid.services.is_empty(),
        AidKind::Insurance => aid.insurance.is_some(),
        AidKind::InKind => !aid.goods.is_empty(),
        AidKind::Surgery => aid.surgery.is_some(),
        AidKind::Cash | AidKind::HospitalSetOff | AidKind::Education => return,
    };
    sink.seen();
    if !told {
        sink.fail(pointer!["kind"]);
    }
}
