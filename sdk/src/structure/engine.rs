//! The published schemas, each compiled when it is first needed, and the words they give.

use std::sync::{LazyLock, OnceLock};

use jsonschema::Validator;
use serde_json::Value;

use crate::{
    code::{Code, lists::DocumentType},
    model::Version,
    text::Bilingual,
};

/// The schema of one document type in one version. It lives for ever, so that its words can stand in findings.
#[derive(Debug)]
pub(crate) struct Engine {
    /// The version whose codes it has.
    pub(super) version: Version,
    /// The schema as published.
    schema: Value,
    /// The names of members in it, in order.
    names: Vec<String>,
    /// The same, ready to judge; absent where it could not be compiled, which is a fault of ours.
    validator: Option<Validator>,
}

impl Engine {
    /// The engine for documents of this type that declare this version.
    pub(super) fn of(document_type: DocumentType, version: Version) -> &'static Self {
        static ENGINES: [[OnceLock<Engine>; TYPES]; VERSIONS] =
            [const { [const { OnceLock::new() }; TYPES] }; VERSIONS];
        static NONE: Engine =
            Engine { version: Version::LOWEST, schema: Value::Null, names: Vec::new(), validator: None };
        let place = DocumentType::ALL.iter().position(|one| *one == document_type);
        place
            .zip(ENGINES.get(version as usize))
            .and_then(|(place, engines)| engines.get(place))
            .map_or(&NONE, |engine| {
                engine.get_or_init(|| Self::compile(published(document_type, version), version))
            })
    }

    /// An engine for texts of this schema, which has the codes of a version.
    pub(crate) fn compile(schema: Value, version: Version) -> Self {
        let validator = jsonschema::validator_for(&schema).ok();
        let names = names_of(std::iter::once(&schema));
        Self { version, schema, names, validator }
    }

    /// The schema's own spelling of a member name, if any of its objects may have such a member.
    pub(super) fn member_name(&'static self, name: &str) -> Option<&'static str> {
        find(&self.names, name)
    }

    pub(super) fn validator(&self) -> Option<&Validator> {
        self.validator.as_ref()
    }

    /// The part of the schema that holds the keyword to which `keyword_path` leads, and the name under `$defs`
    /// where the path begins with one.
    pub(super) fn around(&'static self, keyword_path: &str) -> Option<Part> {
        let (path, _) = keyword_path.rsplit_once('/')?;
        let name = path.strip_prefix("/$defs/").map(|rest| rest.split('/').next().unwrap_or(rest));
        let named = name.and_then(|name| self.schema.get("$defs")?.as_object()?.get_key_value(name));
        Some(Part { schema: self.schema.pointer(path)?, name: named.map(|(name, _)| name.as_str()) })
    }

    /// What people call the value at `pointer` of a document: the title of the member it stands in.
    pub(super) fn title(&'static self, pointer: &str) -> Option<Bilingual> {
        let mut schema = &self.schema;
        let mut titled = None;
        for step in pointer.split('/').skip(1) {
            let object = self.resolved(schema);
            schema = match object.get("items") {
                Some(items) => items,
                None => {
                    let property = object.get("properties")?.get(step)?;
                    titled = Some(property);
                    property
                }
            };
        }
        Part { schema: titled?, name: None }.title()
    }

    fn resolved(&'static self, schema: &'static Value) -> &'static Value {
        let referred =
            schema.get("$ref").and_then(Value::as_str).and_then(|reference| reference.strip_prefix('#'));
        referred.and_then(|pointer| self.schema.pointer(pointer)).unwrap_or(schema)
    }
}

/// A part of a schema.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    schema: &'static Value,
    /// Its name under `$defs`, or that of the definition it is inside of.
    pub(super) name: Option<&'static str>,
}

impl Part {
    /// The text of a keyword.
    pub(super) fn text(self, keyword: &str) -> Option<&'static str> {
        self.schema.get(keyword)?.as_str()
    }

    /// The title in both languages.
    pub(super) fn title(self) -> Option<Bilingual> {
        let chinese = self.schema.get("x-zh-CN")?.get("title")?.as_str()?;
        Some(Bilingual { zh: chinese, en: self.text("title")? })
    }

    /// The member `name`, if such an object may have it, by the schema's own spelling.
    pub(super) fn property(self, name: &str) -> Option<(&'static str, Self)> {
        let (name, schema) = self.schema.get("properties")?.as_object()?.get_key_value(name)?;
        Some((name, Self { schema, name: None }))
    }

    /// The names of the members that such an object may have.
    pub(super) fn properties(self) -> impl Iterator<Item = &'static str> {
        let properties = self.schema.get("properties").and_then(Value::as_object);
        properties.into_iter().flat_map(|members| members.keys()).map(String::as_str)
    }

    /// The codes that may stand here.
    pub(super) fn codes(self) -> impl Iterator<Item = &'static str> {
        let codes = self.schema.get("enum").and_then(Value::as_array);
        codes.into_iter().flatten().filter_map(Value::as_str)
    }
}

/// The standard's own spelling of a member name, if any document may have such a member.
pub(crate) fn member_name(name: &str) -> Option<&'static str> {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let latest = |document_type: &DocumentType| published(*document_type, Version::latest());
        let schemas: Vec<Value> = DocumentType::ALL.iter().map(latest).collect();
        names_of(schemas.iter())
    });
    find(&NAMES, name)
}

/// The names of members in these schemas, each once and in order.
fn names_of<'v>(schemas: impl Iterator<Item = &'v Value>) -> Vec<String> {
    let mut names = Vec::new();
    schemas.for_each(|schema| collect_names(schema, &mut names));
    names.sort();
    names.dedup();
    names
}

fn find<'n>(names: &'n [String], name: &str) -> Option<&'n str> {
    let place = names.binary_search_by(|one| one.as_str().cmp(name)).ok()?;
    names.get(place).map(String::as_str)
}

fn collect_names(schema: &Value, names: &mut Vec<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get("properties") {
                names.extend(properties.keys().cloned());
            }
            members.values().for_each(|inner| collect_names(inner, names));
        }
        Value::Array(elements) => elements.iter().for_each(|inner| collect_names(inner, names)),
        _ => {}
    }
}

/// The schema as it is published.
fn published(document_type: DocumentType, version: Version) -> Value {
    let name = (version.text(), document_type.code());
    let found = tongzhou_schema::SCHEMAS.iter().find(|(of, document, _)| (*of, *document) == name);
    found.and_then(|(.., text)| serde_json::from_str(text).ok()).unwrap_or_default()
}

const TYPES: usize = <DocumentType as Code>::ALL.len();
const VERSIONS: usize = Version::ALL.len();

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_a_schema_that_compiles() {
        for document_type in DocumentType::ALL {
            assert!(Engine::of(*document_type, Version::latest()).validator().is_some(), "{document_type:?}");
        }
    }

    #[test]
    fn a_place_is_called_by_the_title_of_its_member() {
        let engine = Engine::of(DocumentType::Application, Version::LOWEST);
        let title = |pointer| engine.title(pointer).map(|title| title.en);
        assert_eq!(title("/createdOn"), Some("Created on"));
        assert_eq!(title("/contacts/3"), Some("Contacts"));
        assert_eq!(title("/child/sex"), engine.title("/child/sex").map(|title| title.en));
        assert_eq!(title(""), None);
        assert_eq!(title("/nothing/like/it"), None);
    }

    #[test]
    fn only_names_of_the_standard_are_member_names() {
        assert_eq!(member_name("applicationId"), Some("applicationId"));
        assert_eq!(member_name("张三"), None);
        assert_eq!(member_name("title"), Some("title"));
    }
}
