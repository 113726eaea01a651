//! 310 职工, 390 城乡居民, 391 城镇居民, 399, 999.

use crate::{
    code::lists::{Ask, InsuranceType, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-017",
    slug: "platform-code-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Insurer, Ask::Developer],
    zh: Words {
        title: "医保平台代码与险种不符",
        message: "医保平台的险种代码，和所写的险种不是一回事。",
        why: "险种写错会影响对家庭已得保障的判断。",
        help: "请对照结算单核对险种代码和险种。",
    },
    en: Words {
        title: "The platform's code is of another insurance",
        message: "The platform's code stands for another kind of insurance than the one stated.",
        why: "A wrong kind misstates what help the family already has.",
        help: "Compare code and kind with the settlement list.",
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
                r#"[{"op": "replace", "path": "/insurance/platformCode", "value": "310"}]"#,
            ),
            expect: Expect::Fail("/insurance/platformCode"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let insurance = receipt.insurance.as_ref();
    let settlement = receipt.settlement.as_ref();
    for (kind, code, place) in [
        (
            insurance.and_then(|insurance| insurance.kind),
            insurance.and_then(|insurance| insurance.platform_code.as_ref()),
            ["insurance", "platformCode"],
        ),
        (
            settlement.and_then(|settlement| settlement.insurance_type),
            settlement.and_then(|settlement| settlement.platform_insurance_code.as_ref()),
            ["settlement", "platformInsuranceCode"],
        ),
    ] {
        let Some((kind, code)) = kind.zip(code) else { continue };
        // Other codes of the platform are not known well enough to be judged.
        let Some(meant) = meaning(code.as_str()) else { continue };
        sink.seen();
        if meant != kind {
            let [object, member] = place;
            sink.fail(pointer![object, member]);
        }
    }
}

/// The kind of insurance that a code of the national platform stands for.
fn meaning(code: &str) -> Option<InsuranceType> {
    match code {
        "310" => Some(InsuranceType::EmployeeBasic),
        "390" => Some(InsuranceType::ResidentBasic),
        "391" => Some(InsuranceType::UrbanResident),
        "399" => Some(InsuranceType::OtherSpecial),
        "999" => Some(InsuranceType::OtherInsurance),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::Code;

    #[test]
    fn the_codes_are_those_of_the_published_list() {
        for kind in InsuranceType::ALL {
            let listed = kind.row().and_then(|row| row.column("nhsa_insutype"));
            assert!(listed.is_none_or(|code| meaning(code) == Some(*kind)), "{}", kind.code());
        }
    }
}
