//! SupervisorAreaCode and the first two digits of the code are of one province.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    region::province_known,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-076",
    slug: "supervisor-region-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-070"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Family],
    zh: Words {
        title: "财政区划与票据代码省份不同",
        message: "财政部门区划和票据代码前两位不是同一个省份。",
        why: "两处都表示由哪个省的财政部门监制，不同说明有一处读错。",
        help: "请对照电子票据原文件核对这两处。",
    },
    en: Words {
        title: "The supervising region is not that of the code",
        message: "The supervising region and the first two digits of the code name different provinces.",
        why: "Both say which province's finance department supervises the bill; one was misread.",
        help: "Compare both with the electronic file.",
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
                r#"[{"op": "replace", "path": "/electronic/supervisorRegion", "value": "310000"}]"#,
            ),
            expect: Expect::Fail("/electronic/supervisorRegion"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let region = receipt.electronic.as_ref().and_then(|electronic| electronic.supervisor_region.as_ref());
    let Some((region, code)) = region.zip(bill::fiscal_code(receipt)) else { return };
    // An unknown province in the code is said by another rule; 00 is the centre, which any region may stand for.
    if !bill::fiscal_e_bill(receipt.kind) || !province_known(code.region_prefix()) {
        return;
    }
    sink.seen();
    if !region.as_str().starts_with(code.region_prefix()) {
        sink.fail(pointer!["electronic", "supervisorRegion"]);
    }
}
