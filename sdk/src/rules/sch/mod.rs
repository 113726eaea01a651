//! The rules of the area `SCH`.

use crate::code::lists::{Ask, Severity};

use super::{Check, Rule, Status, Validity, Words};

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[&SHAPE];

pub(crate) static SHAPE: Rule = Rule {
    code: "TZ-SCH-001",
    slug: "shape",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &[],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "无法读取",
        message: "内容无法读取。",
        why: "无法读取的内容不能校验。",
        help: "请重新导出。",
    },
    en: Words {
        title: "Cannot be read",
        message: "The content cannot be read.",
        why: "It cannot be checked.",
        help: "Export it again.",
    },
    check: Check::Stage,
    examples: &[],
};
