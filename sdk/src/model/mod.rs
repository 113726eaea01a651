//! The documents of the standard as Rust types: the shape of what is on the wire, borrowed from the input.
//!
//! A value of these types has the right *shape*, exactly what its JSON Schema says; whether its dates are in the
//! calendar, its check digits agree and its sums add up is for the rules. The schemas in `schema/v1.0/` are
//! made from these types ([`schema`]).
//!
//! How to read a definition: the doc comment of each type and field has a heading `English title · 中文标题`,
//! then a sentence in English, then one in Chinese. All four go into the published schema.

pub mod consent;
pub mod extensions;
pub mod literal;
pub mod manifest;
pub mod person;
pub mod primitive;
pub mod receipt;
pub mod schema;
pub mod texts;
