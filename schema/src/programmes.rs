//! Generated from `programmes/`; the test that reads it rewrites it under `UPDATE_EXPECT=1`.

/// The programmes of the catalogue: the id and the JSON text, by id.
#[rustfmt::skip]
pub const PROGRAMMES: &[(&str, &str)] = &[
    ("crcf-angel-sunshine", include_str!("../programmes/crcf-angel-sunshine.json")),
    ("crcf-little-angel", include_str!("../programmes/crcf-little-angel.json")),
    ("smile-train-china", include_str!("../programmes/smile-train-china.json")),
];
