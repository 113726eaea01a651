//! A consent that still says "please fill in" allows nothing to anybody.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, TO_BE_FILLED, Validity, Words},
};

use super::wording;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-052",
    slug: "consent-still-to-be-filled-in",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-054"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "授权同意书里还有“请填写”没有换成内容",
        message: "这里还写着“请填写”，真实的内容还没有填。",
        why: "没有写明谁同意、给哪家机构，这份授权同意书就等于没有。",
        help: "请照签字的那一份填上真实的内容；还没有人签字的，先请家长看过再签。",
    },
    en: Words {
        title: "A consent still reads “please fill in”",
        message: "This place still only asks to be filled in; the real content is not there yet.",
        why: "A consent that does not say who agrees, and to whom, allows nothing to anybody.",
        help: "Write here what the signed consent says; where nobody has signed yet, let the family read it and sign first.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/recipient/contact/person", "value": "请填写联系人"}]"#,
            ),
            expect: Expect::Fail("/recipient/contact/person"),
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/givenBy/name", "value": "请填写监护人姓名"}]"#,
            ),
            expect: Expect::Fail("/givenBy/name"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    wording::each(consent, |text, at| {
        if text.starts_with(TO_BE_FILLED) {
            sink.fail(at());
        }
    });
}
