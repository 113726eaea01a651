//! An excluded code should be one of those included.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::conditions;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-009",
    slug: "excluded-code-not-included",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "排除的编码本来就不在范围内",
        message: "这个排除前缀不属于上面任何一个前缀。",
        why: "多半是抄错了编码，真正要排除的反而没有排除。",
        help: "请核对排除的编码，应以上面某个前缀开头。",
    },
    en: Words {
        title: "An excluded code is not among the included ones",
        message: "This excluded beginning belongs to none of the beginnings above.",
        why: "A code was probably miscopied, and what was to be excluded is not.",
        help: "Check the excluded code; it should begin with one of the beginnings above.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/eligibility/diagnosis/codes/0/excludedPrefixes/0", "value": "C81.0"}]"#,
            ),
            expect: Expect::Fail("/eligibility/diagnosis/codes/0/excludedPrefixes/0"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    conditions::each(programme, |node| {
        let Some(diagnosis) = node.tests.diagnosis else { return };
        for (index, range) in diagnosis.codes.iter().enumerate() {
            for (number, excluded) in range.excluded_prefixes.iter().enumerate() {
                sink.seen();
                if !range.prefixes.iter().any(|prefix| excluded.as_str().starts_with(prefix.as_str())) {
                    sink.fail(node.at(&[
                        "diagnosis".into(),
                        "codes".into(),
                        index.into(),
                        "excludedPrefixes".into(),
                        number.into(),
                    ]));
                }
            }
        }
    });
}
