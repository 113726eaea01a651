//! Tongzhou 同舟: one application package that many children's charities accept.

pub mod code;
pub mod json;
pub mod model;
pub mod package;
pub mod paper;
pub mod pointer;
pub mod region;
pub mod shape;
pub mod text;
pub mod value;
