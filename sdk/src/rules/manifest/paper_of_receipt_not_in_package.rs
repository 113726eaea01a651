//! Every paper to which a receipt points must be in the package, unless the package was made from another by leaving something out.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, references},
};

use super::folder;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-131",
    slug: "paper-of-receipt-not-in-package",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-130"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "票据引用的影像或原文件不在资料包里",
        message: "票据引用了这份材料，资料包里找不到。",
        why: "没有原文件或影像，就没法核对票据。",
        help: "请把票据的原文件或照片放进资料包。",
    },
    en: Words {
        title: "A paper of the receipt is not in the package",
        message: "The receipt points to a file or picture that the package does not hold.",
        why: "Without it the receipt cannot be compared with its original.",
        help: "Put the receipt's file or photo into the package.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documentIds", "value": ["019a0000-0000-7000-8000-0000000000e1"]}]"#,
            ),
            expect: Expect::Fail("/documentIds/0"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if !folder::complete(case) {
        return;
    }
    for (index, id) in receipt.document_ids.iter().enumerate() {
        sink.seen();
        if references::paper(case, id).is_none() {
            sink.fail(pointer!["documentIds", index]);
        }
    }
}
