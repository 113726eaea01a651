//! How the rules of the stages are written down: those that have no check of their own, since reading the bytes,
//! judging the archive or explaining a shape *is* the check. They come in tables, a file for each group, with
//! their texts beside the code as everywhere.

use crate::code::lists::Ask;

use super::{Change, Example, Expect, Words};

/// Whom to ask where nobody is named: whoever sent it first, since that is who can be reached, wrote it down or can
/// pack it again; then the developers of the program that made it.
pub(super) const fn asked(named: &'static [Ask]) -> &'static [Ask] {
    if named.is_empty() { &[Ask::Sender, Ask::Developer] } else { named }
}

/// Title, message, why and help in one language.
pub(super) const fn words(
    title: &'static str,
    message: &'static str,
    why: &'static str,
    help: &'static str,
) -> Words {
    Words { title, message, why, help }
}

/// Rules of a stage as a table: name, code, slug, requirements, whom to ask, the words in both languages, examples.
macro_rules! stage_rules {
    ($stage:ident: $($(#[$doc:meta])* $NAME:ident = $code:literal $slug:literal [$($requirement:literal)* $(; $($ask:ident)+)?] $zh:expr, $en:expr, [$($example:expr),* $(,)?];)*) => {
        $(
            $(#[$doc])*
            pub(crate) static $NAME: $crate::rules::Rule = $crate::rules::Rule {
                code: $code,
                slug: $slug,
                since: "1.0",
                status: $crate::rules::Status::Stable,
                severity: $crate::code::lists::Severity::Error,
                requirements: &[$($requirement),*],
                validity: $crate::rules::Validity::ALWAYS,
                ask: $crate::rules::stage::asked(&[$($($crate::code::lists::Ask::$ask),+)?]),
                zh: $zh,
                en: $en,
                check: $crate::rules::Check::Stage($crate::rules::Stage::$stage),
                examples: {
                    const EXAMPLES: &[$crate::rules::Example] = &[$($example),*];
                    EXAMPLES
                },
            };
        )*
    };
}

pub(super) use stage_rules;

/// The shipped case on which the stages' rules are shown: the smallest.
pub(super) const CASE: &str = "emergency";

/// A case that is as it should be.
pub(super) const fn untouched(entry: &'static str) -> Example {
    Example { case: CASE, entry, change: Change::None, expect: Expect::Pass }
}

/// An entry, or the whole package, after a named mutation of its bytes.
pub(super) const fn mutated(entry: &'static str, mutation: &'static str) -> Example {
    Example { case: CASE, entry, change: Change::Bytes(mutation), expect: Expect::Fail("") }
}

/// The package after a named mutation that shows only when the application is read.
pub(super) const fn mutated_inside(mutation: &'static str) -> Example {
    Example {
        case: CASE,
        entry: "package",
        change: Change::Bytes(mutation),
        expect: Expect::FailIn("application", ""),
    }
}

/// A JSON entry after a JSON Patch, and the place that the rule then names.
pub(super) const fn patched(entry: &'static str, patch: &'static str, pointer: &'static str) -> Example {
    Example { case: CASE, entry, change: Change::Patch(patch), expect: Expect::Fail(pointer) }
}
