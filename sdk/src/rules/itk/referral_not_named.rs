//! An application that came by referral should name the referral.

use crate::{
    code::lists::{Ask, IntakeChannel, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ITK-006",
    slug: "referral-not-named",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-ITK-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "转介来的，还没有写转介标识号",
        message: "受理渠道是转介，还没有写转介单的标识号。",
        why: "写明转介单，可以免去重复核实，也便于回告结果。",
        help: "请向转介机构问到转介单的标识号填上。",
    },
    en: Words {
        title: "The referral is not named yet",
        message: "The application came by referral, and the referral's id is not given yet.",
        why: "With it facts need not be verified again, and the outcome can be told.",
        help: "Ask the referring organisation for the id.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/intake/channel", "value": "referral"}, {"op": "add", "path": "/intake/referralId", "value": "019a0000-0000-7000-8000-0000000000e1"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/intake/channel", "value": "referral"}]"#),
            expect: Expect::Fail("/intake"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(intake) =
        application.intake.as_ref().filter(|intake| intake.channel == Some(IntakeChannel::Referral))
    else {
        return;
    };
    sink.seen();
    if intake.referral_id.is_none() {
        sink.fail(pointer!["intake"]);
    }
}
