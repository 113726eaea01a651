//! H, six digits of region, five of sequence; interfaces leave room for 22 characters.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::DesignatedHospitalCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-021",
    slug: "designated-code-shape",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Family],
    zh: Words {
        title: "定点医疗机构编码的写法不对",
        message: "定点医疗机构编码一般是 H 加 11 位数字，这里不是。",
        why: "编码不对就无法与医保核对在哪家医院就医。",
        help: "请对照结算单核对编码，或向医院医保办询问。",
    },
    en: Words {
        title: "The designated hospital's code looks wrong",
        message: "Such a code is H and eleven digits, sometimes with more behind; this one is not.",
        why: "With a wrong code the insurer cannot say which hospital it was.",
        help: "Compare it with the settlement list, or ask the hospital's insurance office.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/issuer/identifiers", "value": []}, {"op": "replace", "path": "/insurance/designatedInstitutionCode", "value": "110102"}]"#,
            ),
            expect: Expect::Fail("/insurance/designatedInstitutionCode"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let insurance =
        receipt.insurance.as_ref().and_then(|insurance| insurance.designated_institution_code.as_ref());
    let settlement = receipt.settlement.as_ref().and_then(|settlement| settlement.hospital_code.as_ref());
    for (code, [object, member]) in [
        (insurance, ["insurance", "designatedInstitutionCode"]),
        (settlement, ["settlement", "hospitalCode"]),
    ] {
        let Some(code) = code else { continue };
        sink.seen();
        let looks_right = code.as_str().split_at_checked(12).is_some_and(|(head, tail)| {
            head.parse::<DesignatedHospitalCode>().is_ok()
                && tail.len() <= 10
                && tail.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        });
        if !looks_right {
            sink.fail(pointer![object, member]);
        }
    }
}
