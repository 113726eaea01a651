//! An entry that the evidence of a suspicion names MUST be in the package, unless something was left out on purpose.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-009",
    slug: "evidence-not-in-package",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "依据指向的文件不在包里",
        message: "疑点的依据指向一个条目，资料包里没有它。",
        why: "找不到依据，会商时没法看。",
        help: "请核对条目名称；文件在别处的，填写文件标识号和保存机构。",
    },
    en: Words {
        title: "The evidence is not in the package",
        message: "The evidence points to an entry that the package does not have.",
        why: "What cannot be found cannot be looked at together.",
        help: "Check the name; where it lies elsewhere, give its id and who holds it.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/evidence/0/entry", "value": "receipts/019a0000-0000-7000-8000-0000000008e4.json"}]"#,
            ),
            expect: Expect::Fail("/evidence/0/entry"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if !case.is_complete() {
        return;
    }
    for (index, evidence) in suspicion.evidence.iter().enumerate() {
        let Some(name) = evidence.entry.as_ref().and_then(|name| name.as_str().parse().ok()) else {
            continue;
        };
        sink.seen();
        if case.entry_named(&name).is_none() {
            sink.fail(pointer!["evidence", index, "entry"]);
        }
    }
}
