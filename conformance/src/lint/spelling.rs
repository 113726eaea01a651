//! Identifiers are spelt in one way: `REQ-AAA-NNN` and `TZ-AAA-NNN`.

use super::{Context, markdown::words, outcome::Notes, rules};
use crate::requirement;

/// Whatever looks like an identifier is one.
pub(super) fn identifiers(context: &Context<'_>, notes: &mut Notes) {
    let checkout = context.checkout;
    let schemas = checkout.texts("schema/v", ".schema.json");
    let tables = checkout.texts("conformance/", ".csv").chain(checkout.texts("schema/codelists/", ".csv"));
    let pages = checkout.texts("", ".md").chain(checkout.texts("docs/spec/", ".json"));
    for (path, text) in pages.chain(schemas).chain(tables) {
        for (line, text) in (1..).zip(text.lines()) {
            for word in words(text).filter(|word| is_meant(word)) {
                notes.saw(1);
                if !is_spelt(word) {
                    notes.find(
                        path,
                        line,
                        format!("{word} 的写法不是 REQ-AAA-NNN 或 TZ-AAA-NNN"),
                        format!("{word} is not spelt REQ-AAA-NNN or TZ-AAA-NNN"),
                    );
                }
            }
        }
    }
}

/// Whether a word is meant as an identifier: anchors of pages are lower-case throughout, and areas have no number.
fn is_meant(word: &str) -> bool {
    let upper = word.to_ascii_uppercase();
    let begins = ["REQ-", "REQ_", "TZ-", "TZ_"].iter().any(|prefix| upper.starts_with(prefix));
    let is_anchor = !word.bytes().any(|byte| byte.is_ascii_uppercase());
    begins && !is_anchor && word.bytes().any(|byte| byte.is_ascii_digit())
}

/// Of a requirement or a rule, or of an example of one.
fn is_spelt(word: &str) -> bool {
    requirement::is_id(word) || rules::mention(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_told_from_other_words() {
        for (word, meant, spelt) in [
            ("REQ-RCP-007", true, true),
            ("TZ-CHD-001", true, true),
            ("TZ-CHD-001-2", true, true),
            ("REQ-RCP-07", true, false),
            ("REQ_RCP_007", true, false),
            ("Tz-CHD-001", true, false),
            ("TZ-chd-001", true, false),
            ("tz-chd-001", false, false),
            ("TZ-CHD", false, false),
            ("tz-api-v1", false, false),
            ("REQUEST-1", false, false),
        ] {
            assert_eq!((is_meant(word), is_spelt(word)), (meant, spelt), "{word}");
        }
    }
}
