//! Signatures: published vectors, other libraries' signatures, and what must be refused.

mod attacks;
mod others;
