//! A sealed package must be signed.

use crate::{
    code::lists::{Ask, Severity},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::CASE;

pub(super) static RULE: Rule = Rule {
    code: "TZ-SIG-023",
    slug: "sealed-package-not-signed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SIG-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender],
    zh: Words {
        title: "密封的资料包没有签名",
        message: "这个资料包是密封着送来的，里面却没有签名。",
        why: "密封只说明给谁看，不说明是谁发的；没有签名，谁都可以做一个。",
        help: "请发送方先签名（tongzhou sign），再密封（tongzhou seal）。",
    },
    en: Words {
        title: "A sealed package is not signed",
        message: "The package came sealed, and there is no signature in it.",
        why: "A seal says for whom it is, not from whom: without a signature anybody can have made it.",
        help: "Ask the sender to sign (tongzhou sign) and then to seal (tongzhou seal).",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: CASE, entry: "package", change: Change::Bytes("sealed"), expect: Expect::Pass },
        Example {
            case: CASE,
            entry: "package",
            change: Change::Bytes("sealed-unsigned"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    if !case.delivery.sealed {
        return;
    }
    sink.seen();
    if case.delivery.signatures.is_empty() {
        sink.fail_whole(None, &[]);
    }
}
