//! serde over the [`Lexer`]: one pass over the bytes, strings borrowed, `null` refused where a member may only
//! be left out.

use std::{borrow::Cow, collections::HashSet};

use serde::de::{self, Deserialize, DeserializeSeed, IntoDeserializer, Visitor, value::CowStrDeserializer};

use crate::fault;

use super::{
    fault::{Fault, FaultKind},
    lexer::{Lexer, Number},
};

/// Reads the whole of `text` as a `T`.
pub(super) fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Fault> {
    let mut reader = Reader { lexer: Lexer::new(text) };
    if reader.lexer.peek().is_none() {
        return Err(Fault { kind: FaultKind::Empty, offset: 0 });
    }
    let value = T::deserialize(&mut reader);
    if value.is_ok() {
        reader.lexer.end()?;
    }
    // Nothing is read after a fault, so that the reader still stands where a type raised it.
    value.map_err(|fault| if fault.offset == usize::MAX { reader.lexer.fault(fault.kind) } else { fault })
}

struct Reader<'de> {
    lexer: Lexer<'de>,
}

impl<'de> Reader<'de> {
    #[cold]
    fn not_the_type<T>(&self) -> Result<T, Fault> {
        Err(self.lexer.fault(FaultKind::NotTheType))
    }

    fn seq<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Fault> {
        self.lexer.expect(b'[')?;
        self.lexer.enter()?;
        visitor.visit_seq(Elements { reader: self, first: true, done: false })
    }

    fn map<V: Visitor<'de>>(&mut self, names: impl Names<'de>, visitor: V) -> Result<V::Value, Fault> {
        self.lexer.expect(b'{')?;
        self.lexer.enter()?;
        visitor.visit_map(Members { reader: self, first: true, done: false, names })
    }

    fn string<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Fault> {
        let start = self.lexer.at;
        let value = match self.lexer.plain_string() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => visitor.visit_string(self.lexer.string()?.into_owned()),
        };
        value.map_err(
            |fault: Fault| if fault.offset == usize::MAX { Fault { offset: start, ..fault } } else { fault },
        )
    }
}

impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.lexer.peek() {
            Some(b'"') => self.string(visitor),
            Some(b'{') => self.map(Watched(HashSet::new()), visitor),
            Some(b'[') => self.seq(visitor),
            Some(b't') => self.lexer.literal("true").and_then(|()| visitor.visit_bool(true)),
            Some(b'f') => self.lexer.literal("false").and_then(|()| visitor.visit_bool(false)),
            Some(b'n') => self.lexer.literal("null").and_then(|()| visitor.visit_unit()),
            Some(b'-' | b'0'..=b'9') => match self.lexer.number()? {
                Number::Whole(number) => visitor.visit_u64(number),
                Number::Negative(number) => visitor.visit_i64(number),
                Number::Double(number) => visitor.visit_f64(number),
            },
            _ => Err(self.lexer.unexpected()),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if fault::is("null-for-what-may-be-left-out") && self.lexer.peek() == Some(b'n') {
            return self.lexer.literal("null").and_then(|()| visitor.visit_none());
        }
        if self.lexer.peek() == Some(b'n') {
            return self.not_the_type();
        }
        visitor.visit_some(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.lexer.peek() {
            Some(b'{') => self.map(Derived, visitor),
            _ => self.not_the_type(),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.lexer.peek() {
            Some(b'[') => self.seq(visitor),
            _ => self.not_the_type(),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.lexer.peek() {
            Some(b'"') => self.string(visitor),
            _ => self.not_the_type(),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    /// An enum is its text; a document has no variants that hold data.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let start = self.lexer.at;
        let text = String::deserialize(&mut *self)?;
        visitor
            .visit_enum(text.into_deserializer())
            .map_err(|fault: Fault| Fault { offset: fault.offset.min(start), ..fault })
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple
        tuple_struct map ignored_any
    }
}

/// How a map notices that a name stands twice.
trait Names<'de> {
    /// Whether the name has not been met so far.
    #[expect(clippy::ptr_arg, reason = "what is borrowed from the text is kept so")]
    fn is_new(&mut self, name: &Cow<'de, str>) -> bool;
}

/// The visitor that a type derives notices it by itself.
struct Derived;

impl Names<'_> for Derived {
    fn is_new(&mut self, _: &Cow<'_, str>) -> bool {
        true
    }
}

/// The names met so far.
struct Watched<'de>(HashSet<Cow<'de, str>>);

impl<'de> Names<'de> for Watched<'de> {
    fn is_new(&mut self, name: &Cow<'de, str>) -> bool {
        self.0.insert(name.clone()) || fault::is("member-twice-taken")
    }
}

struct Elements<'r, 'de> {
    reader: &'r mut Reader<'de>,
    first: bool,
    done: bool,
}

impl<'de> de::SeqAccess<'de> for Elements<'_, 'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        if self.done || !self.reader.lexer.another(&mut self.first, b']')? {
            self.done = true;
            return Ok(None);
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

struct Members<'r, 'de, N> {
    reader: &'r mut Reader<'de>,
    first: bool,
    done: bool,
    names: N,
}

impl<'de, N: Names<'de>> de::MapAccess<'de> for Members<'_, 'de, N> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        if self.done {
            return Ok(None);
        }
        let Some(name) = self.reader.lexer.name(&mut self.first)? else {
            self.done = true;
            return Ok(None);
        };
        if !self.names.is_new(&name) {
            let offset = self.reader.lexer.name_at;
            return Err(Fault { kind: FaultKind::DuplicateName, offset });
        }
        match seed.deserialize(CowStrDeserializer::<Fault>::new(name)) {
            Ok(key) => Ok(Some(key)),
            Err(fault) => Err(Fault { offset: self.reader.lexer.name_at, ..fault }),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        seed.deserialize(&mut *self.reader)
    }
}
