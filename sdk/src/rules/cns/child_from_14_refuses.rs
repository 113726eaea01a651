//! From the age of fourteen a child's refusal should be respected.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-013",
    slug: "child-from-14-refuses",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "孩子本人不同意",
        message: "孩子已满 14 周岁，并且表示不同意。",
        why: "监护人作决定时应当尊重孩子的真实意愿；这个年纪的孩子说了不愿意，本标准建议先停下来。",
        help: "请先和孩子好好谈一谈，弄清他担心什么；孩子仍然不愿意的，建议不要把资料发给这家机构。",
    },
    en: Words {
        title: "The child itself does not agree",
        message: "The child is fourteen or older and does not agree.",
        why: "Guardians respect what the child truly wishes; where a child of this age says no, this standard asks to stop first.",
        help: "Talk with the child and find out what worries it; if it still does not wish it, better do not send the papers to this organisation.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(r#"[{"op": "add", "path": "/childAssent", "value": {"given": true}}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "emergency",
            entry: "consents/emergency",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/subject", "value": {"birthDate": "2011-03-03"}}, {"op": "add", "path": "/givenBy/role", "value": "child"}, {"op": "add", "path": "/childAssent", "value": {"given": false}}]"#,
            ),
            expect: Expect::Fail("/childAssent/given"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(assent) = &consent.child_assent else { return };
    let Some(age) = terms::age_at_signing(consent, case) else { return };
    sink.seen();
    if age >= terms::OWN_CONSENT && !assent.given {
        sink.fail(pointer!["childAssent", "given"]);
    }
}
