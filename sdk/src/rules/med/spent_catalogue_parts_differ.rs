//! The catalogue's parts should add up to the total.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::reading::amount,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-026",
    slug: "spent-catalogue-parts-differ",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-026"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "目录内和目录外费用之和不等于总额",
        message: "两部分加起来，和已发生的总费用不一样。",
        why: "机构用这些数算家里还差多少。",
        help: "请对照费用清单核对；不清楚怎么分的，可以只填总费用。",
    },
    en: Words {
        title: "Inside and outside the catalogue do not add up to the total",
        message: "The two parts together are not the total of what was spent.",
        why: "From these figures charities work out what the family lacks.",
        help: "Compare them with the cost list; where the parts are not clear, the total alone will do.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/spentToDate/inCatalogue", "value": "162274.00"}]"#,
            ),
            expect: Expect::Fail("/treatment/spentToDate/total"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let Some(spent) = &treatment.spent_to_date else { return };
    let (Some(total), Some(inside), Some(outside)) = (
        amount(Some(&spent.total)),
        amount(spent.in_catalogue.as_ref()),
        amount(spent.outside_catalogue.as_ref()),
    ) else {
        return;
    };
    // A part above the total is a finding of its own.
    if inside > total || outside > total {
        return;
    }
    sink.seen();
    if inside.checked_add(outside) != Some(total) {
        sink.fail(pointer!["treatment", "spentToDate", "total"]);
    }
}
