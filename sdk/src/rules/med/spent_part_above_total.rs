//! A part of what was spent does not exceed the total.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::reading::amount,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-025",
    slug: "spent-part-above-total",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-MED-025"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "已发生费用的一部分超过了总额",
        message: "目录内、目录外、保险支付或家庭负担中，有一项比总费用还多。",
        why: "机构用这些数算家里还差多少，不可能的数会算错。",
        help: "请对照费用清单和结算单核对；总费用是还没有扣除任何报销的账单总额。",
    },
    en: Words {
        title: "A part of what was spent exceeds the total",
        message: "One of inside the catalogue, outside it, paid by insurance and borne by the family is more than the total.",
        why: "From these figures charities work out what the family lacks.",
        help: "Compare them with the cost list and the settlement; the total is the whole of the bills before anybody paid.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/treatment/spentToDate/inCatalogue"}, {"op": "replace", "path": "/treatment/spentToDate/outsideCatalogue", "value": "444960.20"}]"#,
            ),
            expect: Expect::Fail("/treatment/spentToDate/outsideCatalogue"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let Some(spent) = &treatment.spent_to_date else { return };
    let Some(total) = amount(Some(&spent.total)) else { return };
    let parts = [
        ("inCatalogue", &spent.in_catalogue),
        ("outsideCatalogue", &spent.outside_catalogue),
        ("insurancePaid", &spent.insurance_paid),
        ("borneByFamily", &spent.borne_by_family),
    ];
    for (member, part) in parts {
        let Some(part) = amount(part.as_ref()) else { continue };
        sink.seen();
        if part > total {
            sink.fail(pointer!["treatment", "spentToDate", member]);
        }
    }
}
