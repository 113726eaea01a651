//! A member tells no contact.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    model::consent::RecipientContact,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-013",
    slug: "member-contact-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写成员的联系方式",
        message: "没有写家庭就个人信息找谁、怎么找。",
        why: "授权同意书要告知接收方的联系方式；名录里没有，各家只能自己去问。",
        help: "请补上负责个人信息的人或部门，以及电话或电子邮箱。",
    },
    en: Words {
        title: "A member tells no contact",
        message: "Nothing says whom families reach in matters of personal information.",
        why: "Consents have to tell the recipient's contact; without it here everybody has to ask.",
        help: "Add the person or office in charge, and a telephone number or e-mail address.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/contact"}]"#),
            expect: Expect::Fail("/contact"),
        },
        // A name by itself reaches nobody.
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/contact", "value": {"person": "个人信息保护岗"}}]"#,
            ),
            expect: Expect::Fail("/contact"),
        },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/contact", "value": {"address": "示例市示例路 1 号"}}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    let reachable = |contact: &RecipientContact<'_>| {
        contact.phone.is_some() || contact.email.is_some() || contact.address.is_some()
    };
    if !member.contact.as_ref().is_some_and(reachable) {
        sink.fail(pointer!["contact"]);
    }
}
