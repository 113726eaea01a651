//! When a child turns fourteen its own consent should be asked.

use crate::{
    code::lists::{Ask, ConsenterRole, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::age_on,
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-049",
    slug: "child-turned-14-since",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-CNS-049"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "孩子已满 14 周岁，可以问问本人的意见",
        message: "签署时孩子不满 14 周岁，现在已经满了。",
        why: "孩子长大了，本标准建议也听听本人的意见；不影响这次递交。",
        help: "方便的时候，请给孩子讲一讲，请他在新的授权同意书上也签名。",
    },
    en: Words {
        title: "The child has turned fourteen since",
        message: "The child was under fourteen on the day of signing and is not any more.",
        why: "The child has grown older, and this standard asks to hear it too; that does not hold up this application.",
        help: "When there is an occasion, explain it to the child and let it sign a new consent too.",
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
            case: "emergency",
            entry: "consents/emergency",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/subject", "value": {"birthDate": "2011-03-03"}}, {"op": "add", "path": "/signedOn", "value": "2023-05-01"}]"#,
            ),
            expect: Expect::Fail("/signedOn"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(then), Some(born)) = (terms::age_at_signing(consent, case), terms::birth(consent, case)) else {
        return;
    };
    let Some(now) = age_on(born, case.as_of) else { return };
    if consent.given_by.role == ConsenterRole::Child {
        return;
    }
    sink.seen();
    if then < terms::OWN_CONSENT && now >= terms::OWN_CONSENT && !terms::stands_in(consent, case) {
        sink.fail(pointer!["signedOn"]);
    }
}
