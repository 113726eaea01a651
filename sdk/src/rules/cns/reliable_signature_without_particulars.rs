//! A reliable electronic signature should come with its particulars.

use crate::{
    code::lists::{Ask, ConsentForm, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-045",
    slug: "reliable-signature-without-particulars",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-045"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "电子签名没有写明细节",
        message: "写的是可靠电子签名，却没有签名的方法、时间或证书。",
        why: "和手写签名同等效力，要说得清谁、用什么方式签的。",
        help: "请从签名服务导出签名方法、时间和证书编号填上。",
    },
    en: Words {
        title: "The particulars of the electronic signature are missing",
        message: "A reliable electronic signature is claimed without its method, time or certificate.",
        why: "To equal a handwritten signature one must be able to say who signed and how.",
        help: "Export method, time and certificate number from the signing service and fill them in.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/form", "value": {"kind": "e-signature-reliable", "signature": {"method": "测试签名"}}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/form", "value": {"kind": "e-signature-reliable"}}]"#,
            ),
            expect: Expect::Fail("/form"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if consent.form.kind != ConsentForm::ESignatureReliable {
        return;
    }
    sink.seen();
    if consent.form.signature.is_none() {
        sink.fail(pointer!["form"]);
    }
}
