//! For a child under fourteen on the day of signing, a guardian or the institution that is guardian must consent.

use crate::{
    code::lists::{Ask, ConsenterRole, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-011",
    slug: "child-under-14-consents-alone",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "不满 14 周岁的孩子自己签了授权同意书",
        message: "签署时孩子还不满 14 周岁，授权同意书应当由监护人来签。",
        why: "法律规定，处理不满 14 周岁孩子的信息，要由父母或其他监护人同意。",
        help: "请监护人重新签署；孩子自己的意见可以写在“儿童本人意见”里。",
    },
    en: Words {
        title: "A child under fourteen consents alone",
        message: "On the day of signing the child was under fourteen; a guardian has to consent.",
        why: "The law asks for the guardian's consent to handle information of a child under fourteen.",
        help: "Ask the guardian to sign; the child's own word can be kept beside it.",
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
            change: Change::Patch(r#"[{"op": "add", "path": "/givenBy/role", "value": "child"}]"#),
            expect: Expect::Fail("/givenBy/role"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(age) = terms::age_at_signing(consent, case) else { return };
    sink.seen();
    if age < terms::OWN_CONSENT && consent.given_by.role == ConsenterRole::Child {
        sink.fail(pointer!["givenBy", "role"]);
    }
}
