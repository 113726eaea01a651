//! A code of an open list should be a published one.

use std::sync::LazyLock;

use crate::{
    code::lists::{Ask, Severity},
    code::{Codelist, Kind, all_lists},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Text, TextSort, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-009",
    slug: "open-code-not-published",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-APP-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "这个选项不在公布的代码表里",
        message: "这里用了公布的代码表还没有的代码。",
        why: "别的机构可能看不懂它的意思，但不影响提交。",
        help: "请看有没有意思相同的选项；没有的可以保留，并在说明里用文字写清楚。",
    },
    en: Words {
        title: "This choice is not in the published list",
        message: "A code is used that the published list does not have yet.",
        why: "Other organisations may not know what it means; nothing is refused for it.",
        help: "See whether another choice means the same; if not, keep it and say in words what it is.",
    },
    check: Check::Text(TextSort::OpenCode, check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/needs/0", "value": "some-new-need"}]"#,
            ),
            expect: Expect::Fail("/treatment/needs/0"),
        },
    ],
};

fn check(text: &Text<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some((_, list)) = OPEN.iter().find(|(shape, _)| shape == text.shape) else { return };
    sink.seen();
    if list.row(text.text).is_none() {
        sink.fail(text.trail.pointer());
    }
}

/// The open lists by the name of the shape of their codes.
static OPEN: LazyLock<Vec<(String, &'static Codelist)>> = LazyLock::new(|| {
    let open = all_lists().filter(|list| list.kind() == Kind::Open);
    open.map(|list| (pascal_case(list.name()), list)).collect()
});

/// `disease-catalogue` as `DiseaseCatalogue`.
fn pascal_case(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    name.split('-').map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::{OpenList, lists};

    #[test]
    fn open_lists_are_found_by_the_names_of_their_codes() {
        for (name, list) in [
            (<lists::DiseaseCatalogue as OpenList>::NAME, lists::DiseaseCatalogue::LIST),
            (<lists::ServiceNeed as OpenList>::NAME, lists::ServiceNeed::LIST),
            (<lists::EthnicGroup as OpenList>::NAME, lists::EthnicGroup::LIST),
        ] {
            let found = OPEN.iter().find(|(shape, _)| shape == name);
            assert_eq!(found.map(|(_, found)| found.name()), Some(list));
        }
    }
}
