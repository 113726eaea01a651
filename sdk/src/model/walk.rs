//! A walk over a document: every member, code and text of it, with its place.
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
    pointer::{Pointer, Step},
};

/// Where a visit is.
#[derive(Debug)]
pub(crate) struct Trail {
    document_type: DocumentType,
    steps: Vec<Step>,
}

impl Trail {
    /// The place as a pointer.
    pub(crate) fn pointer(&self) -> Pointer {
        Pointer::new(&self.steps)
    }

    /// The type of the document.
    pub(crate) const fn document_type(&self) -> DocumentType {
        self.document_type
    }

    /// How deep in the document: 1 for its own members.
    pub(crate) const fn depth(&self) -> usize {
        self.steps.len()
    }

    /// The name of the member that the text is, or is an element of.
    pub(crate) fn member(&self) -> &'static str {
        let name = |step: &Step| match step {
            Step::Member(name) => Some(*name),
            Step::Index(_) => None,
        };
        self.steps.iter().rev().find_map(name).unwrap_or_default()
    }

    /// Whether the place lies in one of these members of an application.
    pub(crate) fn is_in_application(&self, members: &[&str]) -> bool {
        self.document_type == DocumentType::Application
            && matches!(self.steps.first(), Some(Step::Member(name)) if members.contains(name))
    }
}

/// What a walk shows, in the order of the document; a visitor leaves out what it does not care for.
pub(crate) trait Visitor {
    /// A member of an object of the type `object`.
    fn member(&mut self, _object: &'static str, _member: &'static str, _trail: &Trail) {}

    /// A code of the closed list `list`.
    fn code(&mut self, _list: &'static str, _code: &'static str, _trail: &Trail) {}

    /// A text of the shape of this name; `open` where it is a code of an open list, whose type the name then is.
    fn text(&mut self, _shape: &'static str, _open: bool, _text: &str, _trail: &Trail) {}
}

/// Shows `visitor` what is in `document`.
pub(crate) fn walk(document_type: DocumentType, document: &impl Serialize, visitor: &mut impl Visitor) {
    let trail = Trail { document_type, steps: Vec::new() };
    let mut walker = Walker { trail, shape: None, open: false, visitor };
    // The walker itself never fails, and a document that was read can be written.
    let _ = document.serialize(&mut walker);
}

struct Walker<'v, V> {
    trail: Trail,
    /// The name of the shape of the text that is being shown, if it has one.
    shape: Option<&'static str>,
    /// Whether the text is a code of an open list.
    open: bool,
    visitor: &'v mut V,
}

/// Scalars that are no text.
macro_rules! pass_over {
    ($($method:ident: $type:ty),+ $(,)?) => {
        $(fn $method(self, _: $type) -> fmt::Result {
            Ok(())
        })+
    };
}

impl<'w, 'v, V: Visitor> Serializer for &'w mut Walker<'v, V> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Elements<'w, 'v, V>;
    type SerializeTuple = serde::ser::Impossible<(), fmt::Error>;
    type SerializeTupleStruct = serde::ser::Impossible<(), fmt::Error>;
    type SerializeTupleVariant = serde::ser::Impossible<(), fmt::Error>;
    type SerializeMap = PassedOver;
    type SerializeStruct = Members<'w, 'v, V>;
    type SerializeStructVariant = serde::ser::Impossible<(), fmt::Error>;

    pass_over! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64, serialize_char: char, serialize_bytes: &[u8], serialize_unit_struct: &'static str,
    }

    fn serialize_str(self, text: &str) -> fmt::Result {
        if let Some(shape) = self.shape {
            self.visitor.text(shape, self.open, text, &self.trail);
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
        self.shape = Some(name);
        let result = value.serialize(&mut *self);
        self.shape = None;
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

    fn serialize_unit_variant(self, list: &'static str, _: u32, code: &'static str) -> fmt::Result {
        self.visitor.code(list, code, &self.trail);
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

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, fmt::Error> {
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

    fn serialize_struct(self, object: &'static str, _: usize) -> Result<Self::SerializeStruct, fmt::Error> {
        Ok(Members { walker: self, object })
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

/// The members of an object of a type.
struct Members<'w, 'v, V> {
    walker: &'w mut Walker<'v, V>,
    object: &'static str,
}

impl<V: Visitor> SerializeStruct for Members<'_, '_, V> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> fmt::Result {
        let Walker { trail, visitor, .. } = &mut *self.walker;
        trail.steps.push(Step::Member(key));
        visitor.member(self.object, key, trail);
        let result = value.serialize(&mut *self.walker);
        self.walker.trail.steps.pop();
        result
    }

    fn end(self) -> fmt::Result {
        Ok(())
    }
}

/// The elements of a list, counted.
struct Elements<'w, 'v, V> {
    walker: &'w mut Walker<'v, V>,
    next: usize,
}

impl<V: Visitor> SerializeSeq for Elements<'_, '_, V> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        let index = self.next;
        self.next += 1;
        self.walker.trail.steps.push(Step::Index(index));
        let result = value.serialize(&mut *self.walker);
        self.walker.trail.steps.pop();
        result
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
