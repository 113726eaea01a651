//! A division code should exist or have existed.

use crate::{
    code::lists::{Ask, Severity},
    region::ever_existed,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Text, TextSort, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-006",
    slug: "region-unknown",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-027"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "没有这个行政区划代码",
        message: "这 6 位数字不是现在或以前用过的行政区划代码。",
        why: "机构按地区判断能否受理，代码不对就分不到当地。",
        help: "请重新选择省、市、县；不确定的，可看户口簿所属派出所的县区。",
    },
    en: Words {
        title: "There is no such division code",
        message: "These six digits are not the code of a division, now or in the past.",
        why: "Charities go by the place; with a wrong code the application does not reach the right one.",
        help: "Choose province, city and county again; if in doubt, take the county of the police station in the household register.",
    },
    check: Check::Text(TextSort::Region, check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/child/residence/region", "value": "339999"}]"#,
            ),
            expect: Expect::Fail("/child/residence/region"),
        },
    ],
};

fn check(text: &Text<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !text.trail.is_in_application(OWN) {
        sink.seen();
        if !ever_existed(text.text) {
            sink.fail(text.trail.pointer());
        }
    }
}

/// The parts of an application that have rules of their own about this.
const OWN: &[&str] = &["coverage"];
