//! Every signature must be over the exact bytes of the manifest.

use crate::{
    code::lists::{Ask, Severity},
    delivery::Standing,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::{CASE, SIGNATURE, standings};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SIG-002",
    slug: "manifest-is-not-what-was-signed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SIG-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender],
    zh: Words {
        title: "资料包在签名以后被改过",
        message: "这个签名和资料包的清单对不上。",
        why: "签名之后清单变了，包里的内容就不一定是签名的机构发来的。",
        help: "请不要使用这个资料包，向发送方再要一份。",
    },
    en: Words {
        title: "The package was changed after it was signed",
        message: "This signature does not fit the manifest of the package.",
        why: "With another manifest, what is in the package need not be what the signer sent.",
        help: "Do not rely on this package; ask the sender for another one.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: CASE, entry: "package", change: Change::Bytes("signed"), expect: Expect::Pass },
        Example {
            case: CASE,
            entry: "package",
            change: Change::Bytes("signed-then-changed"),
            expect: Expect::FailIn(SIGNATURE, ""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for (entry, standing) in standings(case) {
        sink.seen();
        if matches!(standing, Standing::Wrong(_)) {
            sink.fail_whole(Some(entry), &[]);
        }
    }
}
