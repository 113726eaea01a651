//! A paper should be asked for once.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::{Programme, RequiredDocument},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-030",
    slug: "paper-asked-for-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-030"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "同一份材料要求了两次",
        message: "这份材料前面已经要求过，条件也一样。",
        why: "家庭会以为要准备两份。",
        help: "请去掉重复的一项；确实要两份的，填“份数”。",
    },
    en: Words {
        title: "A paper is asked for twice",
        message: "The same paper is asked for before, under the same terms.",
        why: "A family would think that two are needed.",
        help: "Leave one of them out; where two are needed, give the number of copies.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requiredDocuments/-", "value": {"kinds": ["guardian-id-card"], "concerns": "every-guardian"}}]"#,
            ),
            expect: Expect::Fail("/requiredDocuments/6"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in programme.required_documents.iter().enumerate() {
        sink.seen();
        let same = |earlier: &RequiredDocument<'_>| {
            earlier.kinds == paper.kinds
                && earlier.concerns == paper.concerns
                && earlier.due_at == paper.due_at
                && earlier.when == paper.when
                && earlier.words == paper.words
        };
        if programme.required_documents.iter().take(index).any(same) {
            sink.fail(pointer!["requiredDocuments", index]);
        }
    }
}
