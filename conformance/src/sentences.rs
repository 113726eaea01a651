//! The sentences of the requirements, for reports that are read where the text is not.

use tongzhou::text::Lang;

use crate::table;

/// The sentence of a requirement.
pub fn sentence(id: &str, lang: Lang) -> Option<&'static str> {
    let row = table::row(id)?;
    Some(if lang == Lang::ZhCn { &row.zh } else { &row.en })
}

/// Whether a requirement says MUST or MUST NOT, and not SHOULD or MAY; none where there is no such requirement.
pub fn is_must(id: &str) -> Option<bool> {
    table::row(id).map(|row| row.level.is_must())
}

/// The ids of all requirements, in order.
pub fn ids() -> impl Iterator<Item = &'static str> {
    table::rows().iter().map(|row| row.id.as_str())
}

/// What the page of the standard is called on which a requirement stands.
pub fn page_title(id: &str, lang: Lang) -> Option<&'static str> {
    let page = &table::row(id)?.page;
    // | [中文 English](page.md) | 9 |
    let row = PAGES.lines().find(|line| line.contains(&format!("]({page}) |")))?;
    let (_, row) = row.split_once('[')?;
    let (zh, en) = row.split_once(']')?.0.split_once(' ')?;
    Some(if lang == Lang::ZhCn { zh } else { en })
}

const PAGES: &str = include_str!("../../docs/spec/README.md");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_requirement_has_its_sentence_in_both_languages() {
        let zh = sentence("REQ-AEN-004", Lang::ZhCn).unwrap();
        let en = sentence("REQ-AEN-004", Lang::En).unwrap();
        assert_eq!(en, "An aid entry MUST NOT both supersede an entry and withdraw one.");
        assert_eq!(zh, "救助登记不得同时取代和撤销。");
        assert_eq!(sentence("REQ-AEN-999", Lang::En), None);
        assert_eq!((is_must("REQ-AEN-004"), is_must("REQ-RCP-007")), (Some(true), Some(false)));
    }

    #[test]
    fn every_requirement_stands_on_a_page_with_a_title() {
        assert_eq!(page_title("REQ-AEN-004", Lang::ZhCn), Some("救助登记"));
        assert_eq!(page_title("REQ-EXP-001", Lang::En), Some("Expenses and the burden"));
        let without: Vec<&str> = ids().filter(|id| page_title(id, Lang::ZhCn).is_none()).collect();
        assert_eq!(without, Vec::<&str>::new());
    }
}
