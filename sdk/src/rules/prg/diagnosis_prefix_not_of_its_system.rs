//! The beginning of a diagnosis code must be one of its code system.

use crate::{
    code::lists::{Ask, DiagnosisSystem, Severity},
    model::programme::Programme,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::DiagnosisCode,
};

use super::conditions;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-008",
    slug: "diagnosis-prefix-not-of-its-system",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "编码前缀不像这个体系的编码",
        message: "这个前缀不是所选体系的编码开头，例如 C91 或 C91.0。",
        why: "前缀写错，符合条件的孩子会被当作不符合。",
        help: "请核对编码体系和前缀：先写一个大写字母和两位数字，再按该体系写小数点后的部分。",
    },
    en: Words {
        title: "The beginning of a code is not of its system",
        message: "This is not how a code of the chosen system begins, such as C91 or C91.0.",
        why: "With a wrong beginning, children who qualify would be taken not to.",
        help: "Check the system and the beginning: a capital letter and two digits first, then what follows as the system writes it.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/eligibility/diagnosis/codes/0/prefixes/2", "value": "61D"}]"#,
            ),
            expect: Expect::Fail("/eligibility/diagnosis/codes/0/prefixes/2"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    conditions::each(programme, |node| {
        let Some(diagnosis) = node.tests.diagnosis else { return };
        for (index, range) in diagnosis.codes.iter().enumerate() {
            for (name, prefixes) in
                [("prefixes", &range.prefixes[..]), ("excludedPrefixes", &range.excluded_prefixes[..])]
            {
                for (number, prefix) in prefixes.iter().enumerate() {
                    sink.seen();
                    if !begins_a_code(range.system, prefix.as_str()) {
                        sink.fail(node.at(&[
                            "diagnosis".into(),
                            "codes".into(),
                            index.into(),
                            name.into(),
                            number.into(),
                        ]));
                    }
                }
            }
        }
    });
}

/// Whether some code of the system begins so: a category, or what becomes a code when it is filled up with noughts.
fn begins_a_code(system: DiagnosisSystem, prefix: &str) -> bool {
    let is_category = |text: &str| {
        matches!(text.as_bytes(), [first, second, third]
            if first.is_ascii_uppercase() && second.is_ascii_digit() && third.is_ascii_digit())
    };
    if is_category(prefix) {
        return true;
    }
    ["", "0", "00", "000", "x000", "0x000", "00x000", ".0", ".000"]
        .iter()
        .any(|rest| DiagnosisCode::new(system, &format!("{prefix}{rest}")).is_ok())
}
