//! Where there is no number, the contents tell whether two papers are one.

use std::collections::BTreeMap;

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    shape::Shaped,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-080",
    slug: "receipt-without-number-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-074"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "没有号码的单据疑似重复",
        message: "这张没有号码的单据，和包里另一张内容完全相同。",
        why: "可能是同一张拍了两次，会重复计算费用。",
        help: "请核对两张单据，重复的请删去一张。",
    },
    en: Words {
        title: "A paper without a number seems to appear twice",
        message: "This paper without a number has the same contents as another in the package.",
        why: "It may be one paper photographed twice, and would count twice.",
        help: "Compare the two and leave one out if they are the same.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "other"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "replace", "path": "/lineage", "value": []}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "other"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "replace", "path": "/lineage", "value": []}, {"op": "replace", "path": "/issuedOn", "value": "2026-04-14"}]"#,
            ),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let unnumbered =
        |receipt: &Receipt<'_>| bill::keys(receipt).next().is_none() && receipt.lineage.is_empty();
    if !case.documents.receipts.iter().any(|document| unnumbered(&document.value)) {
        return;
    }
    let numbered_first = [false, true].into_iter().flat_map(|without| {
        case.documents
            .receipts
            .iter()
            .enumerate()
            .filter(move |(_, document)| unnumbered(&document.value) == without)
    });
    let mut first: BTreeMap<Contents<'_>, usize> = BTreeMap::new();
    for (index, document) in numbered_first {
        let Some(contents) = contents(&document.value) else { continue };
        let earlier = *first.entry(contents).or_insert(index);
        if unnumbered(&document.value) {
            sink.seen();
            if earlier != index {
                sink.fail_in(document.entry, pointer![], &[]);
            }
        }
    }
}

/// Issuer, patient, date, total and business number.
type Contents<'r> = (Option<&'r str>, Option<&'r str>, &'r str, &'r str, Option<&'r str>);

/// What tells a paper without a number from another; nothing where date or total is missing.
fn contents<'r>(receipt: &'r Receipt<'_>) -> Option<Contents<'r>> {
    Some((
        receipt.issuer.as_ref().and_then(|issuer| issuer.name.as_ref()).map(Shaped::as_str),
        receipt.patient.as_ref().and_then(|patient| patient.name.as_ref()).map(Shaped::as_str),
        receipt.issued_on.as_ref()?.as_str(),
        receipt.total.as_ref()?.as_str(),
        receipt.business_number.as_ref().map(Shaped::as_str),
    ))
}
