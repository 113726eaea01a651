//! A text of white space alone says nothing.

use crate::{
    code::lists::{Ask, Severity},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Text, TextSort, Validity, Words},
};

use crate::rules::reading::is_blank;

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-012",
    slug: "text-blank",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-APP-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "这里只有空格",
        message: "这里只填了空格，没有内容。",
        why: "空格看上去像填过，机构却不知道是哪个孩子、该找谁、是什么情况。",
        help: "请填上真实的内容；可以不填的项，没有内容就整项去掉。",
    },
    en: Words {
        title: "Only blanks stand here",
        message: "This text is nothing but blanks.",
        why: "It looks filled in, and yet nobody learns which child this is, whom to reach or what is the matter.",
        help: "Write the real content; leave out a member that may be left out where there is nothing to say.",
    },
    check: Check::Text(TextSort::Words, check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/illness", "value": "\u3000"}]"#),
            expect: Expect::Fail("/illness"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/child/name", "value": " "}]"#),
            expect: Expect::Fail("/child/name"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/1/person/name", "value": "  "}]"#,
            ),
            expect: Expect::Fail("/guardians/1/person/name"),
        },
    ],
};

fn check(text: &Text<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if is_blank(text.text) {
        sink.fail(text.trail.pointer());
    }
}
