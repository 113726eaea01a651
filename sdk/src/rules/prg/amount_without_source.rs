//! An award and a limit should say where they were published.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::{Limit, Programme},
    pointer,
    pointer::Pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-021",
    slug: "amount-without-source",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "金额没有注明出处",
        message: "这一项写了金额、比例或次数，但没有写出处。",
        why: "没有出处的数字没法核对，过时了也没人知道。",
        help: "请在“出处”填公告的代号，并在“出处”列表里写明标题和日期。",
    },
    en: Words {
        title: "An amount has no source",
        message: "It states an amount, a rate or a number of times, but not where it was published.",
        why: "A number without a source cannot be checked, and nobody notices when it is out of date.",
        help: "Name the announcement under source, and list it with title and date under sources.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/awards/2/source"}]"#),
            expect: Expect::Fail("/awards/2"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let limits = |limits: &[Limit<'_>], sink: &mut Sink<'_>, at: &dyn Fn(usize) -> Pointer| {
        for (number, limit) in limits.iter().enumerate() {
            sink.seen();
            if limit.source.is_none() {
                sink.fail(at(number));
            }
        }
    };
    for (index, award) in programme.awards.iter().enumerate() {
        let states = award.amount.is_some()
            || award.amount_until.is_some()
            || award.rate_percent.is_some()
            || award.cap.is_some()
            || !award.tiers.is_empty();
        if states {
            sink.seen();
            if award.source.is_none() {
                sink.fail(pointer!["awards", index]);
            }
        }
        limits(&award.limits, sink, &|number| pointer!["awards", index, "limits", number]);
    }
    limits(&programme.limits, sink, &|number| pointer!["limits", number]);
}
