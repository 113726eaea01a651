//! The form of every message, by the published description of the interface.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Value, json};

/// Validators of messages, made as they are needed.
#[derive(Debug, Default)]
pub(crate) struct Schemas {
    description: Value,
    made: BTreeMap<String, Option<Validator>>,
}

/// Which message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Message {
    Request,
    Answer,
    Problem,
}

impl Schemas {
    pub(crate) fn published() -> Self {
        Self { description: serde_json::from_str(DESCRIPTION).unwrap_or_default(), made: BTreeMap::new() }
    }

    /// Where a message departs from its form first, as a JSON Pointer; none where it does not.
    ///
    /// # Errors
    /// Where the description says nothing of it.
    pub(crate) fn departs(
        &mut self,
        path: &str,
        message: Message,
        body: &Value,
    ) -> Result<Option<String>, Unknown> {
        let key = format!("{path} {message:?}");
        if !self.made.contains_key(&key) {
            let made = self.schema(path, message).and_then(|schema| self.validator(&schema));
            self.made.insert(key.clone(), made);
        }
        let validator = self.made.get(&key).and_then(Option::as_ref).ok_or(Unknown)?;
        Ok(validator.iter_errors(body).next().map(|error| error.instance_path().to_string()))
    }

    fn schema(&self, path: &str, message: Message) -> Option<Value> {
        let pointer = match message {
            Message::Request => "requestBody/content/application~1json/schema".to_owned(),
            Message::Answer => "responses/200/content/application~1json/schema".to_owned(),
            Message::Problem => return Some(json!({ "$ref": "#/components/schemas/ProblemDetails" })),
        };
        let path = path.replace('~', "~0").replace('/', "~1");
        self.description.pointer(&format!("/paths/{path}/post/{pointer}")).cloned()
    }

    fn validator(&self, schema: &Value) -> Option<Validator> {
        let mut whole =
            json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [schema] });
        whole.as_object_mut()?.insert("components".to_owned(), self.description.get("components")?.clone());
        jsonschema::draft202012::new(&whole).ok()
    }
}

/// The description says nothing of this message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unknown;

const DESCRIPTION: &str = include_str!("../../../docs/spec/openapi.json");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_held_against_the_description() {
        let mut schemas = Schemas::published();
        let path = "/v1/notices/list";
        assert_eq!(schemas.departs(path, Message::Request, &json!({ "atMost": 3 })), Ok(None));
        let departs = schemas.departs(path, Message::Request, &json!({ "atMost": "3" }));
        assert_eq!(departs, Ok(Some("/atMost".to_owned())));
        assert!(schemas.departs(path, Message::Answer, &json!({})).unwrap().is_some());
        assert_eq!(schemas.departs("/v1/nothing", Message::Request, &json!({})), Err(Unknown));
    }
}
