//! A package must not hold more than one application.

use crate::{
    code::lists::{Ask, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-119",
    slug: "more-than-one-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-118"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "资料包里有两份申请",
        message: "一个资料包只放一份申请，这里有两份。",
        why: "混在一起，材料和票据分不清是哪个孩子的。",
        help: "请每个孩子、每份申请各做一个资料包。",
    },
    en: Words {
        title: "The package has two applications",
        message: "A package holds one application; this is another.",
        why: "Mixed together, nobody can tell whose papers and receipts they are.",
        help: "Make one package for each child and application.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: "leukaemia", entry: "package", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "package",
            change: Change::Bytes("with-second-application"),
            expect: Expect::FailIn("records/019a0000-0000-7000-8000-00000000f001.json", "/applicationId"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, document) in case.documents.applications.iter().enumerate() {
        sink.seen();
        if index > 0 {
            sink.fail_in(document.entry, pointer!["applicationId"], &[]);
        }
    }
}
