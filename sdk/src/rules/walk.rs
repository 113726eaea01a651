//! Visits every text of a document with its place and the name of its shape: for rules about all dates, all
//! organisation codes, all amounts, wherever they stand.
//!
//! A document is visited by serialising it into nothing: member names come out as the standard's own words, so
//! places can be told, and nothing is allocated but the trail. Members' own `extensions` are not entered.

use std::fmt;

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq, SerializeStruct},
};

use crate::{
    code::{OPEN_CODE, lists::DocumentType},
    model::texts::{
        DateShape, LongShape, MoneyShape, NameShape, OrganisationCodeShape, RegionShape, ShortShape,
        TitleShape,
    },
    pointer::{Pointer, Step},
    shape::Shape,
};

/// A text and where it stands.
#[derive(Debug)]
pub struct Text<'t> {
    /// The text itself.
    pub text: &'t str,
    /// The name of its shape.
    pub shape: &'static str,
    /// Where it stands.
    pub trail: &'t Trail,
}

/// Sorts of text that rules look at wherever they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextSort {
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
            NameShape::NAME | TitleShape::NAME | ShortShape::NAME | LongShape::NAME => Some(Self::Words),
            _ => None,
        }
    }
}

/// Where a visit is.
#[derive(Debug)]
pub struct Trail {
    document_type: DocumentType,
    steps: Vec<Step>,
}

impl Trail {
    /// The place as a pointer.
    pub fn pointer(&self) -> Pointer {
        Pointer::new(&self.steps)
    }

    /// The name of the member that the text is, or is an element of.
    pub fn member(&self) -> &'static str {
        let name = |step: &Step| match step {
            Step::Member(name) => Some(*name),
            Step::Index(_) => None,
        };
        self.steps.iter().rev().find_map(name).unwrap_or_default()
    }

    /// Whether the place lies in one of these members of an application.
    pub fn is_in_application(&self, members: &[&str]) -> bool {
        self.document_type == DocumentType::Application
            && matches!(self.steps.first(), Some(Step::Member(name)) if members.contains(name))
    }
}

/// Shows `visit` every text of `document` that is of a sort, in the order of the document.
pub(super) fn texts(
    document_type: DocumentType,
    document: &impl Serialize,
    mut visit: impl FnMut(TextSort, &Text<'_>),
) {
    let trail = Trail { document_type, steps: Vec::new() };
    let mut walker = Walker { trail, sort: None, open: false, visit: &mut visit };
    // The walker itself never fails, and a document that was read can be written.
    let _ = document.serialize(&mut walker);
}

struct Walker<'v> {
    trail: Trail,
    /// The sort and the name of the shape of the text that is being shown, if it is of a sort.
    sort: Option<(TextSort, &'static str)>,
    /// Whether the text is a code of an open list.
    open: bool,
    visit: &'v mut dyn FnMut(TextSort, &Text<'_>),
}

impl Walker<'_> {
    fn enter<T: Serialize + ?Sized>(&mut self, step: Step, value: &T) -> fmt::Result {
        self.trail.steps.push(step);
        let result = value.serialize(&mut *self);
        self.trail.steps.pop();
        result
    }
}

/// Scalars that are no text.
macro_rules! pass_over {
    ($($method:ident: $type:ty),+ $(,)?) => {
        $(fn $method(self, _: $type) -> fmt::Result {
            Ok(())
        })+
    };
}

impl<'w, 'v> Serializer for &'w mut Walker<'v> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Elements<'w, 'v>;
    type SerializeTuple = serde::ser::Impossible<(), fmt::Error>;
    type SerializeTupleStruct = serde::ser::Impossible<(), fmt::Error>;
    type SerializeTupleVariant = serde::ser::Impossible<(), fmt::Error>;
    type SerializeMap = PassedOver;
    type SerializeStruct = Self;
    type SerializeStructVariant = serde::ser::Impossible<(), fmt::Error>;

    pass_over! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64, serialize_char: char, serialize_bytes: &[u8], serialize_unit_struct: &'static str,
    }

    fn serialize_str(self, text: &str) -> fmt::Result {
        if let Some((sort, shape)) = self.sort {
            (self.visit)(sort, &Text { text, shape, trail: &self.trail });
        }
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> fmt::Result {
        if name == OPEN_CODE {
            self.open = true;
            let result = value.serialize(&mut *self);
            self.open = false;
            return result;
        }
        let sort = if self.open { Some(TextSort::OpenCode) } else { TextSort::of(name) };
        let Some(sort) = sort else { return Ok(()) };
        self.sort = Some((sort, name));
        let result = value.serialize(&mut *self);
        self.sort = None;
        result
    }

    fn serialize_none(self) -> fmt::Result {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> fmt::Result {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> fmt::Result {
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> fmt::Result {
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Elements<'w, 'v>, fmt::Error> {
        Ok(Elements { walker: self, next: 0 })
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<PassedOver, fmt::Error> {
        Ok(PassedOver)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, fmt::Error> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, fmt::Error> {
        Err(fmt::Error)
    }
}

impl SerializeStruct for &mut Walker<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> fmt::Result {
        self.enter(Step::Member(key), value)
    }

    fn end(self) -> fmt::Result {
        Ok(())
    }
}

/// The elements of a list, counted.
struct Elements<'w, 'v> {
    walker: &'w mut Walker<'v>,
    next: usize,
}

impl SerializeSeq for Elements<'_, '_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        let index = self.next;
        self.next += 1;
        self.walker.enter(Step::Index(index), value)
    }

    fn end(self) -> fmt::Result {
        Ok(())
    }
}

/// An object whose keys are not the standard's: members' own data.
struct PassedOver;

impl SerializeMap for PassedOver {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> fmt::Result {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, _: &T) -> fmt::Result {
        Ok(())
    }

    fn end(self) -> fmt::Result {
        Ok(())
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
