//! Where the manifest names an organisation as sender, that organisation must have signed.

use crate::{
    code::lists::{Ask, Severity},
    delivery::Standing,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::{CASE, standings};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SIG-007",
    slug: "sender-has-not-signed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SIG-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender],
    zh: Words {
        title: "签名的不是发送方",
        message: "清单写明的发送机构没有签名，签名的是别的机构。",
        why: "别的机构可以替自己签名，不能替发送方签名。",
        help: "请发送方自己签名；是转交的，请由转交的机构作为发送方重新打包。",
    },
    en: Words {
        title: "The sender has not signed",
        message: "The organisation that the manifest names as sender has not signed; another one has.",
        why: "Others can sign for themselves, but not for the sender.",
        help: "Ask the sender to sign; who passes a package on packs it anew as the sender.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: CASE,
            entry: "package",
            change: Change::Bytes("signed-by-sender"),
            expect: Expect::Pass,
        },
        Example {
            case: CASE,
            entry: "package",
            change: Change::Bytes("signed-by-another-member"),
            expect: Expect::FailIn("manifest", "/sender/organisationCode"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(manifest) = case.manifest() else { return };
    let sender = manifest.value.sender.as_ref().and_then(|sender| sender.organisation_code.as_ref());
    let Some(sender) = sender else { return };
    let mut good = standings(case)
        .filter_map(|(_, standing)| match standing {
            Standing::Good(signatory) => Some(signatory.organisation_code),
            Standing::Unknown(_)
            | Standing::Wrong(_)
            | Standing::NotYetValid(_)
            | Standing::Expired(_)
            | Standing::Revoked(_) => None,
        })
        .peekable();
    // Signatures that are not good say so by other rules.
    if good.peek().is_none() {
        return;
    }
    sink.seen();
    if good.all(|organisation| organisation.as_str() != sender.as_str()) {
        sink.fail_in(manifest.entry, pointer!["sender", "organisationCode"], &[]);
    }
}
