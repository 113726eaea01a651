//! A glimpse of a document around a place, in which no value can be read.

use crate::structure;

/// How many characters a glimpse has at the most.
const WIDTH: usize = 72;

/// What stands in the line of `text` from byte `offset` on: names of the standard, brackets and commas as they
/// are, and a dot for everything somebody wrote.
pub(crate) fn excerpt(text: &str, offset: usize) -> String {
    let line = text.get(offset..).unwrap_or_default().lines().next().unwrap_or_default();
    let mut rest = line;
    let mut shown = String::new();
    while let Some(first) = rest.chars().next() {
        if shown.chars().count() >= WIDTH {
            shown.push('…');
            break;
        }
        let length = token_length(rest, first);
        let (token, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        match first {
            '"' if after.trim_start().starts_with(':') && is_name(token) => shown.push_str(token),
            '"' => shown.push_str("\"•••\""),
            '{' | '}' | '[' | ']' | ',' | ':' => shown.push(first),
            _ if first.is_whitespace() => shown.push(' '),
            _ if matches!(token, "true" | "false" | "null") => shown.push_str(token),
            _ => shown.push('•'),
        }
        rest = after;
    }
    shown.trim_end().to_owned()
}

/// The bytes of the token that begins with `first`: a string with its quotes, a run of blanks, a bracket, or
/// whatever else stands up to the next of these.
fn token_length(rest: &str, first: char) -> usize {
    let inner = rest.char_indices().skip(1);
    match first {
        '"' => {
            let mut escaped = false;
            for (at, character) in inner {
                match character {
                    _ if escaped => escaped = false,
                    '\\' => escaped = true,
                    '"' => return at + 1,
                    _ => {}
                }
            }
            rest.len()
        }
        '{' | '}' | '[' | ']' | ',' | ':' => 1,
        _ if first.is_whitespace() => end_of(rest, |character| !character.is_whitespace()),
        _ => end_of(rest, |character| character.is_whitespace() || "\"{}[],:".contains(character)),
    }
}

fn end_of(rest: &str, ends: impl Fn(char) -> bool) -> usize {
    rest.char_indices().skip(1).find(|(_, character)| ends(*character)).map_or(rest.len(), |(at, _)| at)
}

/// Whether `token` is a member name of the standard, in quotes.
fn is_name(token: &str) -> bool {
    token
        .strip_prefix('"')
        .and_then(|token| token.strip_suffix('"'))
        .is_some_and(|name| structure::member_name(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_the_standard_are_shown() {
        let text =
            r#"{"child": {"name": "张三", "birthDate": 20150601, "张三的电话": "13800000000", "ok": true}}"#;
        let shown = excerpt(text, 0);
        assert!(shown.starts_with(r#"{"child": {"name": "•••", "birthDate": •, "•••": "•••""#), "{shown}");
        assert_eq!(excerpt(text, text.find("20150601").unwrap()), r#"•, "•••": "•••", "•••": true}}"#);
    }

    #[test]
    fn a_place_inside_a_string_shows_nothing_of_it() {
        let text = "{\"name\": \"李四\\x 李四\"}";
        assert_eq!(excerpt(text, text.find("\\x").unwrap()), "• •\"•••\"");
    }

    #[test]
    fn a_long_line_is_cut() {
        let text = format!("[{}]", "1,".repeat(1000));
        assert!(excerpt(&text, 0).chars().count() <= WIDTH + 1);
    }
}
