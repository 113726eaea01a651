//! How the rules of the stages are written down: those that have no check of their own, since reading the bytes,
//! judging the archive or explaining a shape *is* the check. They come in tables, a file for each group, with
//! their texts beside the code as everywhere.

use crate::code::lists::{Ask, Severity};

use super::{Change, Check, Example, Expect, Rule, Status, Validity, Words};

/// A rule that a stage reports by itself. Where nobody is named, developers are asked.
pub(super) const fn stage(
    code: &'static str,
    slug: &'static str,
    requirements: &'static [&'static str],
    ask: &'static [Ask],
    zh: Words,
    en: Words,
    examples: &'static [Example],
) -> Rule {
    Rule {
        code,
        slug,
        since: "1.0",
        status: Status::Stable,
        severity: Severity::Error,
        requirements,
        validity: Validity::ALWAYS,
        ask: if ask.is_empty() { &[Ask::Developer] } else { ask },
        zh,
        en,
        check: Check::Stage,
        examples,
    }
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
    ($($(#[$doc:meta])* $NAME:ident = $code:literal $slug:literal [$($requirement:literal)* $(; $($ask:ident)+)?] $zh:expr, $en:expr, [$($example:expr),* $(,)?];)*) => {
        $(
            $(#[$doc])*
            pub(crate) static $NAME: $crate::rules::Rule = {
                const ASK: &[$crate::code::lists::Ask] = &[$($($crate::code::lists::Ask::$ask),+)?];
                const EXAMPLES: &[$crate::rules::Example] = &[$($example),*];
                const ZH: $crate::rules::Words = $zh;
                const EN: $crate::rules::Words = $en;
                $crate::rules::stage::stage($code, $slug, &[$($requirement),*], ASK, ZH, EN, EXAMPLES)
            };
        )*
    };
}

pub(super) use stage_rules;

/// The shipped case on which the stages' rules are shown: the smallest.
pub(super) const CASE: &str = "emergency";

/// A case that is as it should be.
pub(super) const fn untouched(entry: &'static str) -> Example {
    Example { case: CASE, entry, change: Change::None, expect: Expect::NotApplicable }
}

/// The application after a named mutation of its bytes.
pub(super) const fn mutated(entry: &'static str, mutation: &'static str) -> Example {
    Example { case: CASE, entry, change: Change::Bytes(mutation), expect: Expect::Fail("") }
}

/// A JSON entry after a JSON Patch, and the place that the rule then names.
pub(super) const fn patched(entry: &'static str, patch: &'static str, pointer: &'static str) -> Example {
    Example { case: CASE, entry, change: Change::Patch(patch), expect: Expect::Fail(pointer) }
}
