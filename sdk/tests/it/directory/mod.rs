//! The member directory: what is relied on, what is refused, and by which name.

mod alliance;
mod attacks;
mod lookups;
mod new_keys;
mod revisions;
mod trusting;
