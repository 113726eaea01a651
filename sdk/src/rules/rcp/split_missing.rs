//! Without the split nobody knows what the family bore.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-019",
    slug: "split-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "还没有写各方支付金额",
        message: "还没有写统筹、其他支付、个人账户和个人现金各付了多少。",
        why: "救助按家庭实际负担计算，只有合计看不出家里付了多少。",
        help: "请看票据“其他信息”栏，把这四项抄上；没有的写 0.00。",
    },
    en: Words {
        title: "It is not said yet who paid what",
        message: "What the pooled fund, other payers, the personal account and cash paid has not been written down yet.",
        why: "Aid follows what the family really bore, and a total alone does not show that.",
        help: "Copy the four amounts from the other information on the bill; write 0.00 where there is none.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/amounts"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !bill::claimable(receipt.kind) || receipt.total.is_none() {
        return;
    }
    sink.seen();
    let stated = receipt.amounts.as_ref().is_some_and(|amounts| {
        [&amounts.pooled_fund, &amounts.other_payments, &amounts.personal_account, &amounts.personal_cash]
            .into_iter()
            .any(Option::is_some)
    });
    if !stated {
        sink.fail(pointer![]);
    }
}
