//! Generated from `programmes/`; the test that reads it rewrites it under `UPDATE_EXPECT=1`.

/// The programmes of the catalogue: the id and the JSON text, by id.
#[rustfmt::skip]
pub const PROGRAMMES: &[(&str, &str)] = &[
    ("ayou-tongxin", include_str!("../programmes/ayou-tongxin.json")),
    ("baoying-joint-aid", include_str!("../programmes/baoying-joint-aid.json")),
    ("cbdf-functional-defects", include_str!("../programmes/cbdf-functional-defects.json")),
    ("ccafc-9958-burns", include_str!("../programmes/ccafc-9958-burns.json")),
    ("chunhui-medical-care", include_str!("../programmes/chunhui-medical-care.json")),
    ("crcf-angel-sunshine", include_str!("../programmes/crcf-angel-sunshine.json")),
    ("crcf-little-angel", include_str!("../programmes/crcf-little-angel.json")),
    ("fujian-women-children-fund", include_str!("../programmes/fujian-women-children-fund.json")),
    ("guangxi-redcross-thalassaemia", include_str!("../programmes/guangxi-redcross-thalassaemia.json")),
    ("hainan-daai-tongxin", include_str!("../programmes/hainan-daai-tongxin.json")),
    ("jackie-chan-fund", include_str!("../programmes/jackie-chan-fund.json")),
    ("jingyan-thalassaemia", include_str!("../programmes/jingyan-thalassaemia.json")),
    ("shanghai-children-mutual-fund", include_str!("../programmes/shanghai-children-mutual-fund.json")),
    ("sichuan-heart-surgery", include_str!("../programmes/sichuan-heart-surgery.json")),
    ("smile-train-china", include_str!("../programmes/smile-train-china.json")),
    ("ward-school", include_str!("../programmes/ward-school.json")),
];
