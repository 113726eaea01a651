//! Bounds what the schema engine is asked to look at. It lists every error there is, and a hostile document of a
//! few megabytes could have millions.

use serde_json::Value;

/// Leaves as much of `document` as a document of this standard can have, and a little more.
///
/// Of the elements of arrays [`ELEMENTS`] stay, those of an outer array before those inside; the rest are dropped. That takes no error
/// out of the document as a whole: no schema lets a document hold so many (a test sees to it for the types
/// people send), so an array among those that stay is too long or stands where none belongs. What is under an
/// extension is not judged and is dropped too.
pub(super) fn bound(document: &mut Value) {
    let mut left = ELEMENTS;
    bound_value(document, &mut left);
}

fn bound_value(value: &mut Value, left: &mut usize) {
    match value {
        Value::Array(elements) => {
            elements.truncate(*left);
            *left -= elements.len();
            elements.iter_mut().for_each(|element| bound_value(element, left));
        }
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::Object(extensions) if name == "extensions" => {
                        let mut kept = 0;
                        extensions.retain(|_, _| {
                            kept += 1;
                            kept <= EXTENSIONS
                        });
                        extensions.values_mut().for_each(|extension| *extension = Value::Null);
                    }
                    member => bound_value(member, left),
                }
            }
        }
        _ => {}
    }
}

/// How many elements of arrays stay.
pub(super) const ELEMENTS: usize = 100_000;
/// How many extensions stay; more than a document may have.
const EXTENSIONS: usize = 200;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        code::{Code, lists::DocumentType},
        model::schema_of,
    };

    #[test]
    fn a_document_within_the_bounds_stays_as_it_is() {
        let mut document = json!({ "a": [1, [2, 3], { "b": [4] }], "extensions": { "a.b": null } });
        let before = document.clone();
        bound(&mut document);
        assert_eq!(document, before);
    }

    #[test]
    fn elements_beyond_the_bound_are_dropped() {
        let mut document = json!({ "a": vec![0; ELEMENTS - 1], "b": [1, 2, 3], "c": [4] });
        bound(&mut document);
        assert_eq!(document["a"].as_array().unwrap().len(), ELEMENTS - 1);
        assert_eq!((&document["b"], &document["c"]), (&json!([1]), &json!([])));
    }

    #[test]
    fn extensions_are_emptied_and_counted() {
        let many: serde_json::Map<String, Value> =
            (0..1000).map(|number| (format!("a.b{number}"), json!(vec![1; 100]))).collect();
        let mut document = json!({ "extensions": many });
        bound(&mut document);
        let kept = document["extensions"].as_object().unwrap();
        assert!(kept.len() == EXTENSIONS && kept.values().all(Value::is_null));
    }

    #[test]
    fn no_document_that_people_send_can_hold_more_elements() {
        fn most(schema: &Value, root: &Value) -> usize {
            if let Some(reference) = schema["$ref"].as_str() {
                return most(root.pointer(reference.trim_start_matches('#')).unwrap(), root);
            }
            match schema["type"].as_str() {
                Some("array") => {
                    let count = usize::try_from(schema["maxItems"].as_u64().unwrap()).unwrap();
                    count * (1 + most(&schema["items"], root))
                }
                Some("object") => schema["properties"]
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(_, one)| most(one, root))
                    .sum(),
                _ => 0,
            }
        }
        for document_type in DocumentType::ALL {
            let schema = schema_of(*document_type);
            let most = most(&schema, &schema);
            // A validation report may list very many findings; it comes from a program.
            assert!(
                most < ELEMENTS || *document_type == DocumentType::ValidationReport,
                "{}: {most}",
                document_type.code()
            );
        }
    }
}
