//! Every file can be read: texts are UTF-8, and JSON is the JSON of the standard.

use serde_json::Value;
use tongzhou::json::{self, Position};

use super::{Context, outcome::Notes};

pub(super) fn readable(context: &Context<'_>, notes: &mut Notes) {
    for (path, bytes) in context.checkout.files("") {
        let (is_json, is_text) = (path.ends_with(".json"), path.ends_with(".md") || path.ends_with(".csv"));
        if !is_json && !is_text {
            continue;
        }
        notes.saw(1);
        if is_json && let Err(fault) = json::from_slice::<Value>(bytes) {
            notes.find(
                path,
                Position::of(bytes, fault.offset).line,
                "不是本标准所读的 JSON".to_owned(),
                "this is not JSON as the standard reads it".to_owned(),
            );
        } else if is_text && let Err(error) = std::str::from_utf8(bytes) {
            notes.find(
                path,
                Position::of(bytes, error.valid_up_to()).line,
                "不是 UTF-8 文字".to_owned(),
                "this is not text in UTF-8".to_owned(),
            );
        }
    }
}
