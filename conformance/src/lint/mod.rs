//! The standard tests itself: whether the files of a checkout contradict each other.
//!
//! Everything is read from the checkout and nothing from what is embedded in this program, so that a fault in a copy
//! is seen in that copy. Two things cannot be: the verdicts on the examples are those of this program's engine, and the
//! vectors, cases and attestations are those that it was built with, so that the program is built of the same checkout.

mod changelog;
mod checkout;
mod codelists;
mod commands;
mod corpus;
mod examples;
mod links;
mod markdown;
mod members;
mod openapi;
mod outcome;
mod packages;
mod requirements;
mod rules;
mod schemas;
mod spelling;
mod texts;
mod verdicts;

pub use checkout::{Checkout, CheckoutError};
pub use commands::Command;
pub use corpus::{Verdict, verdicts};
pub use outcome::{Finding, Looked, Outcome};
pub use verdicts::{VERDICTS, table, untold_changes};

use tongzhou::text::Bilingual;

use outcome::Notes;

/// What the checks look at.
pub struct Context<'c> {
    /// The files.
    pub checkout: &'c Checkout,
    /// Whether the program takes this command line.
    pub parses: &'c dyn Fn(&Command) -> bool,
}

/// One check.
pub struct Check {
    /// Its name, kebab-case.
    pub name: &'static str,
    /// What it looks at, in the plural.
    pub of: Bilingual,
    run: fn(&Context<'_>, &mut Notes),
}

/// Runs these checks, every one to its end.
pub fn run<'k>(context: &Context<'_>, checks: impl IntoIterator<Item = &'k Check>) -> Outcome {
    let mut outcome = Outcome::default();
    for check in checks {
        let mut notes = Notes::of(check.name);
        (check.run)(context, &mut notes);
        outcome.take(check, notes);
    }
    outcome
}

const fn check(
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    run: fn(&Context<'_>, &mut Notes),
) -> Check {
    Check { name, of: Bilingual { zh, en }, run }
}

/// Every check.
pub const CHECKS: &[Check] = &[
    check("text", "文件", "files", texts::readable),
    check("schema-identity", "模式", "schemas", schemas::identity),
    check("schema-reference", "引用", "references in schemas", schemas::references),
    check("schema-required", "必填成员", "required members", schemas::required),
    check("schema-closed", "对象", "objects of schemas", schemas::closed),
    check("codelist-index", "代码表", "codelists", codelists::index),
    check("codelist-row", "代码", "codes", codelists::rows),
    check("codelist-schema", "使用", "uses of codelists in schemas", codelists::in_schemas),
    check("codelist-transition", "状态变化", "ways between states", codelists::transitions),
    check("requirement-text", "要求", "requirements", requirements::texts),
    check("requirement-cited", "引用", "citations of requirements", requirements::cited),
    check("requirement-covered", "要求", "requirements with their cover", requirements::covered),
    check("requirement-table", "行", "rows of the table of requirements", requirements::table),
    check("requirement-role", "范围", "ranges of roles", requirements::roles),
    check("identifier-spelling", "标识", "identifiers", spelling::identifiers),
    check("rule-named", "引用", "mentions of rules", rules::named),
    check("rule-page", "规则", "rules with their pages", rules::pages),
    check("example-fence", "代码块", "blocks of code", examples::fences),
    check("example-json", "JSON 例子", "examples in JSON", examples::json),
    check("example-command", "命令", "command lines", examples::commands),
    check("link", "链接", "links", links::targets),
    check("released-version", "版本", "versions", packages::released),
    check("example-package", "资料包", "packages of examples", packages::packed),
    check("openapi-reference", "引用", "references in the OpenAPI description", openapi::references),
    check("openapi-operation", "操作", "operations", openapi::operations),
    check("openapi-problem", "错误", "problems", openapi::problems),
    check("verdict", "例子", "examples with their verdicts", verdicts::unchanged),
];
