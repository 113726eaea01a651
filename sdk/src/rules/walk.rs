//! Every text of a document with its place and the name of its shape: for rules about all dates, all organisation
//! codes, all amounts, wherever they stand.

use serde::Serialize;

use crate::{
    code::lists::DocumentType,
    model::{
        texts::{
            DateShape, IdShape, LongShape, MoneyShape, NameShape, OrganisationCodeShape, RegionShape,
            ShortShape, TitleShape,
        },
        walk::{Visitor, walk},
    },
    shape::Shape,
};

pub(crate) use crate::model::walk::Trail;

/// A text and where it stands.
#[derive(Debug)]
pub(crate) struct Text<'t> {
    /// The text itself.
    pub(crate) text: &'t str,
    /// The name of its shape.
    pub(crate) shape: &'static str,
    /// Where it stands.
    pub(crate) trail: &'t Trail,
}

/// Sorts of text that rules look at wherever they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextSort {
    /// Dates.
    Date,
    /// Amounts in yuan.
    Money,
    /// Unified social credit codes.
    OrganisationCode,
    /// Codes of administrative divisions.
    Region,
    /// Codes of open lists.
    OpenCode,
    /// Ids of the standard's own making.
    Id,
    /// Words: names, titles and accounts, short and long.
    Words,
}

impl TextSort {
    /// How many sorts there are.
    pub(super) const COUNT: usize = Self::Words as usize + 1;

    fn of(shape: &str) -> Option<Self> {
        match shape {
            DateShape::NAME => Some(Self::Date),
            MoneyShape::NAME => Some(Self::Money),
            OrganisationCodeShape::NAME => Some(Self::OrganisationCode),
            RegionShape::NAME => Some(Self::Region),
            IdShape::NAME => Some(Self::Id),
            NameShape::NAME | TitleShape::NAME | ShortShape::NAME | LongShape::NAME => Some(Self::Words),
            _ => None,
        }
    }
}

/// Shows `visit` every text of `document` that is of a sort, in the order of the document.
pub(super) fn texts(
    document_type: DocumentType,
    document: &impl Serialize,
    visit: impl FnMut(TextSort, &Text<'_>),
) {
    walk(document_type, document, &mut OfSorts(visit));
}

/// Passes on texts that are of a sort.
struct OfSorts<F>(F);

impl<F: FnMut(TextSort, &Text<'_>)> Visitor for OfSorts<F> {
    fn text(&mut self, shape: &'static str, open: bool, text: &str, trail: &Trail) {
        let sort = if open { Some(TextSort::OpenCode) } else { TextSort::of(shape) };
        if let Some(sort) = sort {
            (self.0)(sort, &Text { text, shape, trail });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::application::Application;

    #[test]
    fn every_text_of_a_sort_is_shown_with_its_place_and_extensions_are_left_alone() {
        let application: Application<'_> = serde_json::from_str(
            r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
                "applicationId": "0195d4a0-0000-7000-8000-000000000001", "createdOn": "2026-02-30",
                "child": {"name": "测", "formerNames": ["试"], "birthDate": "2015-06-01",
                    "ethnicGroup": "han", "residence": {"region": "110101"}},
                "contacts": [], "illness": "病", "consentIds": [],
                "extensions": {"cn.example": {"createdOn": "2026-02-31"}}}"#,
        )
        .unwrap();
        let mut seen = Vec::new();
        texts(DocumentType::Application, &application, |sort, Text { text, shape, trail }| {
            seen.push(format!("{sort:?} {} {} {shape} {text}", trail.pointer(), trail.member()));
        });
        let expected = [
            "Id /applicationId applicationId Uuid7 0195d4a0-0000-7000-8000-000000000001",
            "Date /createdOn createdOn Date 2026-02-30",
            "Words /child/name name PersonName 测",
            "Words /child/formerNames/0 formerNames PersonName 试",
            "Date /child/birthDate birthDate Date 2015-06-01",
            "OpenCode /child/ethnicGroup ethnicGroup EthnicGroup han",
            "Region /child/residence/region region RegionCode 110101",
            "Words /illness illness LongText 病",
        ];
        assert_eq!(seen, expected);
    }
}
