//! Generated from the types and `schema/codelists/`; the test that reads them rewrites it under `UPDATE_EXPECT=1`.

use super::Table;

/// What was added after the lowest version, and what is deprecated.
#[rustfmt::skip]
pub(super) const TABLE: Table = Table {
    members: &[
    ],
    codes: &[
    ],
};
