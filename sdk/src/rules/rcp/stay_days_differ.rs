//! Days of stay are compared loosely: hospitals count the first and last day differently, and in halves.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-042",
    slug: "stay-days-differ",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-038"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "住院天数与住院日期不符",
        message: "住院天数和入院、出院日期相差太多。",
        why: "天数或日期可能抄错了；按天补助的项目会算错。",
        help: "请对照票据核对住院天数和两个日期，相差一天以内是正常的。",
    },
    en: Words {
        title: "Days of stay differ from the dates",
        message: "The days of stay are too far from the days of admission and discharge.",
        why: "One of them may be miscopied, and help paid by the day would be wrong.",
        help: "Compare the days and both dates with the bill; one day more or less is usual.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::Patch(r#"[{"op": "replace", "path": "/patient/stayDays", "value": "28.5"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::Patch(r#"[{"op": "replace", "path": "/patient/stayDays", "value": "82"}]"#),
            expect: Expect::Fail("/patient/stayDays"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(patient) = &receipt.patient else { return };
    let (Some(admitted), Some(discharged), Some(stay)) = (
        calendar::day(patient.admitted_on.as_ref()),
        calendar::day(patient.discharged_on.as_ref()),
        &patient.stay_days,
    ) else {
        return;
    };
    let nights = admitted.days_until(discharged);
    if nights < 0 {
        return;
    }
    sink.seen();
    if !fits(stay.as_str(), nights) {
        sink.fail(pointer!["patient", "stayDays"]);
    }
}

/// Whether the days, whatever their fraction, are within one of the nights between the dates.
fn fits(stay: &str, nights: i64) -> bool {
    let whole = stay.split_once('.').map_or(stay, |(whole, _)| whole);
    !stay.starts_with('-') && whole.parse::<i64>().is_ok_and(|days| (days - nights).abs() <= 1)
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn halves_and_either_way_of_counting_fit() {
        for (stay, nights) in
            [("22.5", 22), ("22.5", 23), ("1", 0), ("0", 0), ("0.5", 1), ("28", 28), ("29", 28)]
        {
            assert!(fits(stay, nights), "{stay} {nights}");
        }
        for (stay, nights) in [("30", 28), ("26", 28), ("-1", 0), ("2", 0)] {
            assert!(!fits(stay, nights), "{stay} {nights}");
        }
    }

    quickcheck! {
        fn what_is_two_days_off_never_fits(nights: u16, off: u16) -> bool {
            let days = i64::from(nights) + i64::from(off) + 2;
            !fits(&days.to_string(), i64::from(nights)) && !fits(&format!("{days}.5"), i64::from(nights))
        }
    }
}
