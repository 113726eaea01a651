//! A receiver should not rely on a package that has expired.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-114",
    slug: "package-expired",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PKG-113"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Family],
    zh: Words {
        title: "资料包已经失效",
        message: "资料包的失效时刻已经过了。",
        why: "孩子的病情和材料可能有了变化。",
        help: "请向家庭或发送方要一份新的资料包。",
    },
    en: Words {
        title: "The package has expired",
        message: "The moment at which the package expires has passed.",
        why: "The child's state and the papers may have changed.",
        help: "Ask the family or the sender for a new package.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/expiresAt", "value": "2030-01-01T00:00:00Z"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/createdAt", "value": "2026-01-01T00:00:00Z"}, {"op": "add", "path": "/expiresAt", "value": "2026-02-01T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/expiresAt"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(day) = manifest.expires_at.as_ref().and_then(calendar::china_day) else { return };
    let made = calendar::china_day(&manifest.created_at);
    if made.is_some_and(|made| day < made) {
        return;
    }
    sink.seen();
    if day < case.as_of {
        sink.fail(pointer!["expiresAt"]);
    }
}
