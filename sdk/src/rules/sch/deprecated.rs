//! TZ-SCH-043: a field or code that a version of the standard has deprecated.

use crate::{
    code::lists::{Ask, Severity},
    rules::{
        Check, Rule, Stage, Status, Validity,
        stage::{untouched, words},
    },
};

/// A field or code is deprecated. The stage that knows the versions reports it.
pub(crate) static DEPRECATED: Rule = Rule {
    code: "TZ-SCH-043",
    slug: "deprecated-in-use",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-VAL-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: words(
        "用了已经弃用的字段或代码",
        "这里用的字段或代码，标准从 {version} 版起已经弃用。",
        "弃用的内容现在仍然有效，但以后的大版本可能不再收。",
        "这份文件不用改。请让系统升级后改用替代的写法，字段说明和代码表的备注里写明了用什么代替。",
    ),
    en: words(
        "A deprecated field or code is used",
        "The field or code here is deprecated since version {version} of the standard.",
        "It still counts, but a later major version may no longer take it.",
        "Nothing has to be changed here. Have the system use what replaces it, which the field's description or the note in the codelist names.",
    ),
    check: Check::Stage(Stage::Shape),
    examples: &[untouched("application")],
};
