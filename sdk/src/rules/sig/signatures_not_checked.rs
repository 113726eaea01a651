//! Before a package is relied on, its signatures should be checked by the member directory.

use crate::{
    code::lists::{Ask, Severity},
    rules::{Case, Change, Check, Example, Expect, Rule, SignatureFile, Sink, Status, Validity, Words},
};

use super::CASE;

pub(super) static RULE: Rule = Rule {
    code: "TZ-SIG-008",
    slug: "signatures-not-checked",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-SIG-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "签名还没有核验",
        message: "资料包有签名，但没有提供成员名录，不知道签名是谁的。",
        why: "没有核验的签名，和没有签名一样。",
        help: "请用 --directory 指定成员名录，再校验一次。",
    },
    en: Words {
        title: "The signatures were not checked",
        message: "The package is signed, but without a member directory nobody can tell by whom.",
        why: "A signature that was not checked is worth no more than none.",
        help: "Name the member directory with --directory and check once more.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: CASE, entry: "package", change: Change::Bytes("signed"), expect: Expect::Pass },
        Example {
            case: CASE,
            entry: "package",
            change: Change::Bytes("signed-without-directory"),
            expect: Expect::CouldNotCheck(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.delivery.signatures.is_empty() {
        return;
    }
    sink.seen();
    let unchecked = |file: &SignatureFile| file.read.is_ok() && file.standings.is_none();
    if case.delivery.signatures.iter().any(unchecked) {
        sink.could_not_check_whole(None);
    }
}
