//! 大写 equals 小写.

use crate::{
    bill::sums,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
    value::capital_amount::parse_capital,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-025",
    slug: "capital-amount-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "大写金额与小写金额不一致",
        message: "大写金额和小写的合计不是同一个数。",
        why: "两个数必有一个抄错；真票据上两者总是一致的。",
        help: "请对照票据，把大写和小写都核对一遍。",
    },
    en: Words {
        title: "The amount in words is not the total",
        message: "The amount in capital numerals and the total in figures differ.",
        why: "One of them is miscopied: on a real bill they always agree.",
        help: "Compare both with the bill.",
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
                r#"[{"op": "replace", "path": "/totalInWords", "value": "壹仟零壹拾元整"}]"#,
            ),
            expect: Expect::Fail("/totalInWords"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(total), Some(words)) = (money(receipt.total.as_ref()), &receipt.total_in_words) else { return };
    let Ok(written) = parse_capital(words.as_str()) else { return };
    sink.seen();
    // Red bills leave the sign to the figures.
    // Where the total alone is wrong, that is said there.
    if written != total && written != total.abs() && sums::agreed_against_total(receipt).is_none() {
        sink.fail(pointer!["totalInWords"]);
    }
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;
    use crate::value::{Money, capital_amount::to_capital};

    quickcheck! {
        fn words_written_from_another_amount_never_agree(fen: i32, off: i32) -> bool {
            let (one, other) = (i64::from(fen).abs(), (i64::from(fen) + i64::from(off)).abs());
            let words = to_capital(Money::from_fen(one).unwrap());
            (parse_capital(&words) == Ok(Money::from_fen(other).unwrap())) == (one == other)
        }
    }
}
