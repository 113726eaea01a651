//! A system that is reached over HTTP must say where.

use crate::{
    code::lists::{Ask, Severity, Transport},
    model::capability::Capability,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-008",
    slug: "transport-without-endpoint",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CAP-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "写了接口传送，没有接口地址",
        message: "传送方式里有接口，却没有列出地址。",
        why: "没有地址，对方只能另找人问。",
        help: "请补上接口地址；只用文件交换的，去掉“接口”。",
    },
    en: Words {
        title: "HTTP is offered without an address",
        message: "HTTP is among the means of transport, but no endpoint is listed.",
        why: "Without an address others would have to ask around.",
        help: "Add the address, or leave HTTP out where files only are exchanged.",
    },
    check: Check::Capability(check),
    examples: &[
        Example { case: "capability", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/endpoints"}]"#),
            expect: Expect::Fail("/transports"),
        },
    ],
};

fn check(capability: &Capability<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !capability.transports.contains(&Transport::Http) {
        return;
    }
    sink.seen();
    if capability.endpoints.is_empty() {
        sink.fail(pointer!["transports"]);
    }
}
