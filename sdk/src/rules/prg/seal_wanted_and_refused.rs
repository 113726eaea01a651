//! A seal must not be wanted and refused at once.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-029",
    slug: "seal-wanted-and-refused",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-029"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "同一种印章既要求又不认可",
        message: "这种印章在要求的印章里，也在无效的印章里。",
        why: "医院不知道该盖哪个章，家庭可能要多跑一趟。",
        help: "请对照公告，从其中一处去掉。",
    },
    en: Words {
        title: "A seal is both wanted and refused",
        message: "This seal is among those accepted and among those that do not count.",
        why: "The hospital would not know which seal to use, and the family may have to come back.",
        help: "Compare with the announcement and take it out of one of the two.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requiredDocuments/3/seals/-", "value": "ward"}]"#,
            ),
            expect: Expect::Fail("/requiredDocuments/3/refusedSeals/0"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in programme.required_documents.iter().enumerate() {
        for (number, refused) in paper.refused_seals.iter().enumerate() {
            sink.seen();
            if paper.seals.contains(refused) {
                sink.fail(pointer!["requiredDocuments", index, "refusedSeals", number]);
            }
        }
    }
}
