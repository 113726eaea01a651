//! The sentences of the requirements, from the table that is written from the text: for reports that are read where the
//! text is not.

use std::{collections::BTreeMap, sync::LazyLock};

use tongzhou::text::Lang;

/// The sentence of a requirement.
pub fn sentence(id: &str, lang: Lang) -> Option<&'static str> {
    static SENTENCES: LazyLock<BTreeMap<String, (String, String)>> = LazyLock::new(|| {
        let mut rows = TABLE.lines().map(fields);
        let head = rows.next().unwrap_or_default();
        let row = |fields: Vec<String>| {
            let of = |name| fields.get(head.iter().position(|column| column == name)?).cloned();
            Some((of("id")?, (of("en")?, of("zh")?)))
        };
        rows.filter_map(row).collect()
    });
    let (en, zh) = SENTENCES.get(id)?;
    Some(if lang == Lang::ZhCn { zh } else { en })
}

/// The fields of a line, as [`crate::trace::Trace::csv`] writes them: none holds a line feed.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            letter => field.push(letter),
        }
    }
    fields.push(field);
    fields
}

const TABLE: &str = include_str!("../requirements.csv");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_may_be_quoted() {
        assert_eq!(fields(r#"a,"b, c","say ""d""",,e"#), ["a", "b, c", r#"say "d""#, "", "e"]);
    }

    #[test]
    fn a_requirement_has_its_sentence_in_both_languages() {
        let zh = sentence("REQ-AEN-004", Lang::ZhCn).unwrap();
        let en = sentence("REQ-AEN-004", Lang::En).unwrap();
        assert_eq!(en, "An aid entry MUST NOT both supersede an entry and withdraw one.");
        assert_eq!(zh, "救助登记不得同时取代和撤销。");
        assert_eq!(sentence("REQ-AEN-999", Lang::En), None);
    }
}
