//! From the age of fourteen the child should consent itself, alone or beside the guardian.

use crate::{
    code::lists::{Ask, ConsenterRole, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-012",
    slug: "guardian-consents-alone-from-14",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "孩子已满 14 周岁，还没有本人的意见",
        message: "签署时孩子已满 14 周岁，这份授权同意书里只有监护人的同意。",
        why: "个人信息保护法没有写明 14 至 17 岁由谁同意；民法典要求监护人尊重孩子的真实意愿，本标准因此建议孩子本人也同意。",
        help: "请孩子本人也看一看、签一签；因病情无法表达的，请在“儿童本人意见”里说明。",
    },
    en: Words {
        title: "From fourteen, the word of the child itself is missing",
        message: "On the day of signing the child was fourteen or older; only a guardian consents.",
        why: "The Personal Information Protection Law does not say who consents for children of fourteen to seventeen; the Civil Code has guardians respect what the child truly wishes, so this standard asks for the child's own consent too.",
        help: "Let the child read and sign too; if illness makes that impossible, say so under “the child's own word”.",
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
                r#"[{"op": "add", "path": "/subject", "value": {"birthDate": "2011-03-03"}}, {"op": "add", "path": "/form", "value": {"kind": "paper-signed", "digest": "0000000000000000000000000000000000000000000000000000000000000000"}}, {"op": "add", "path": "/recipient/contact", "value": {"phone": "010-00000002"}}, {"op": "add", "path": "/separateConsents", "value": {"sensitiveInformation": true}}]"#,
            ),
            expect: Expect::Fail("/givenBy/role"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let guardian = matches!(consent.given_by.role, ConsenterRole::Guardian | ConsenterRole::Institution);
    let Some(age) = terms::age_at_signing(consent, case).filter(|_| !terms::preliminary(consent)) else {
        return;
    };
    sink.seen();
    if guardian && age >= terms::OWN_CONSENT && consent.child_assent.is_none() {
        sink.fail(pointer!["givenBy", "role"]);
    }
}
