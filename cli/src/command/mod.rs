//! The commands, one file each.

pub(crate) mod codes;
pub(crate) mod completions;
pub(crate) mod demo;
pub(crate) mod directory;
pub(crate) mod explain;
pub(crate) mod id;
pub(crate) mod inspect;
pub(crate) mod keygen;
pub(crate) mod new;
pub(crate) mod node;
pub(crate) mod open;
pub(crate) mod pack;
pub(crate) mod receipts;
pub(crate) mod rules;
pub(crate) mod seal;
pub(crate) mod sign;
pub(crate) mod standard;
pub(crate) mod unpack;
pub(crate) mod validate;
pub(crate) mod verify;
