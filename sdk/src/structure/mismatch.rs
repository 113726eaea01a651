//! From the errors of the schema engine to what this standard says: our words, our places, one for each cause.
//!
//! The engine's messages quote the document and speak no Chinese; none of them goes any further than here.

use std::collections::{HashMap, HashSet};

use jsonschema::{ValidationError, error::ValidationErrorKind as Kind};
use serde_json::Value;

use crate::{
    finding::{Param, Params, Place},
    json,
    model::Version,
    pointer::{Pointer, Step},
    rules::{Rule, sch},
    text::Bilingual,
};

use super::{
    closest::{closest, closest_code},
    engine::{Engine, Part, member_name},
};

/// One cause why a document has not its shape.
#[derive(Debug)]
pub(super) struct Mismatch {
    pub(super) rule: &'static Rule,
    pub(super) at: Place,
    pub(super) params: Params,
}

/// The engine itself could not do its work; nothing is known of the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct EngineFailed;

/// Every cause, at most [`MAX_MISMATCHES`] of them. `text` is the document that was read as `document`.
pub(super) fn mismatches(
    engine: &'static Engine,
    document: &Value,
    text: &str,
) -> Result<Vec<Mismatch>, EngineFailed> {
    let validator = engine.validator().ok_or(EngineFailed)?;
    let mut causes = Causes::default();
    for error in validator.iter_errors(document) {
        causes.add(engine, &error)?;
    }
    Ok(causes.placed(engine, text))
}

/// What the errors come down to.
#[derive(Default)]
struct Causes {
    /// The worst about each value, in the order of the engine.
    values: Vec<OfValue>,
    /// Where the value at a pointer is in `values`.
    value_at: HashMap<String, usize>,
    missing: Vec<Missing>,
    names: Vec<OfName>,
    /// The names that `names` speaks of.
    named: HashSet<(String, String)>,
}

/// Something is wrong with a value. The engine may say several things of one value; what comes first says it
/// all: a date that is no text is not also of the wrong pattern.
struct OfValue {
    pointer: String,
    rank: Rank,
    rule: &'static Rule,
    params: Params,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Type,
    Listed,
    Empty,
    Pattern,
    Bound,
    Unexplained,
}

/// A member is missing from the object at a pointer.
struct Missing {
    pointer: String,
    member: &'static str,
    title: Bilingual,
}

/// The object at a pointer has a member whose name is wrong; `meant` is the name that was meant.
struct OfName {
    pointer: String,
    name: String,
    meant: Option<&'static str>,
    rule: &'static Rule,
    params: Params,
}

impl Causes {
    fn add(&mut self, engine: &'static Engine, error: &ValidationError<'_>) -> Result<(), EngineFailed> {
        let pointer = error.instance_path().as_str();
        let part = engine.around(error.schema_path().as_str());
        let title = engine.title(pointer).unwrap_or(HERE);
        let titled = || vec![("title", Param::Titled(title))];
        let with = |name, param: Param| vec![("title", Param::Titled(title)), (name, param)];
        let limit = |limit: &Value| Param::Count(limit.as_u64().unwrap_or_default());
        let (rank, rule, params) = match error.kind() {
            Kind::Required { property } => {
                self.missing(pointer, part, property);
                return Ok(());
            }
            Kind::AdditionalProperties { unexpected } => {
                let members = error.instance().as_object();
                let present = |name: &str| members.is_some_and(|members| members.contains_key(name));
                // The rest would not be told anyway, and looking for what was meant takes time.
                for name in unexpected.iter().take(MAX_MISMATCHES - self.names.len()) {
                    self.unknown(pointer, part, name, &present);
                }
                return Ok(());
            }
            Kind::PropertyNames { error } => {
                if let Some(key) = error.instance().as_str() {
                    self.name(pointer, key, None, &sch::EXTENSION_KEY, Vec::new());
                }
                return Ok(());
            }
            Kind::Type { .. } => {
                let expected = part.and_then(|part| part.text("type"));
                let money = part.is_some_and(|part| part.name == Some("Money"));
                (Rank::Type, type_rule(expected, money, error.instance()), titled())
            }
            // No list of codes but the versions that a document within a document may declare.
            Kind::Enum { .. } if part.is_none_or(|part| part.text("x-codelist").is_none()) => {
                (Rank::Listed, &sch::FIXED_TEXT, titled())
            }
            Kind::Enum { .. } => {
                // Those beyond would not be told, and looking for what was meant takes time.
                let written = error.instance().as_str().filter(|_| self.values.len() < MAX_MISMATCHES);
                let (rule, params) = of_list(engine.version, part, written, title);
                (Rank::Listed, rule, params)
            }
            // At the head of a document the stage before has had its say; within a document it is said here.
            Kind::Constant { .. } => (Rank::Listed, &sch::FIXED_TEXT, titled()),
            Kind::MinLength { limit: 1 } => (Rank::Empty, &sch::EMPTY_TEXT, titled()),
            Kind::MinLength { .. } if error.instance().as_str() == Some("") => {
                (Rank::Empty, &sch::EMPTY_TEXT, titled())
            }
            Kind::MinLength { limit } => (Rank::Bound, &sch::TOO_SHORT, with("min", (*limit).into())),
            Kind::MaxLength { limit } => (Rank::Bound, &sch::TOO_LONG, with("max", (*limit).into())),
            Kind::Pattern { .. } => {
                let rule = pattern_rule(part);
                let list = part.and_then(|part| part.text("x-codelist"));
                (
                    Rank::Pattern,
                    rule,
                    list.map_or_else(titled, |list| with("list", Param::Listed(list, engine.version))),
                )
            }
            Kind::MaxItems { limit } => {
                (Rank::Bound, &sch::TOO_MANY_ELEMENTS, vec![("max", (*limit).into())])
            }
            Kind::MaxProperties { limit } => {
                (Rank::Bound, &sch::TOO_MANY_EXTENSIONS, vec![("max", (*limit).into())])
            }
            Kind::Minimum { limit: min } => (Rank::Bound, &sch::NUMBER_TOO_SMALL, with("min", limit(min))),
            Kind::Maximum { limit: max } => (Rank::Bound, &sch::NUMBER_TOO_LARGE, with("max", limit(max))),
            Kind::BacktrackLimitExceeded { .. } | Kind::RegexEngineFailure { .. } | Kind::Referencing(_) => {
                return Err(EngineFailed);
            }
            // The published schemas use no other keyword; should one come, it is still said that something is
            // wrong, and where.
            _ => (Rank::Unexplained, &sch::UNEXPLAINED, Vec::new()),
        };
        self.value(pointer, rank, rule, params);
        Ok(())
    }

    fn value(&mut self, pointer: &str, rank: Rank, rule: &'static Rule, params: Params) {
        let place = self.value_at.get(pointer).copied();
        let said = OfValue { pointer: pointer.to_owned(), rank, rule, params };
        match place.and_then(|place| self.values.get_mut(place)) {
            Some(before) if rank < before.rank => *before = said,
            Some(_) => {}
            None => {
                self.value_at.insert(pointer.to_owned(), self.values.len());
                self.values.push(said);
            }
        }
    }

    fn missing(&mut self, pointer: &str, part: Option<Part>, property: &Value) {
        let known = part.and_then(|part| part.property(property.as_str()?));
        let Some((member, schema)) = known else {
            return self.value(pointer, Rank::Unexplained, &sch::UNEXPLAINED, Vec::new());
        };
        let title = schema.title().unwrap_or(HERE);
        self.missing.push(Missing { pointer: pointer.to_owned(), member, title });
    }

    fn unknown(&mut self, pointer: &str, part: Option<Part>, name: &str, present: &dyn Fn(&str) -> bool) {
        // A name that the object has already is not the one that was meant.
        let names = part.into_iter().flat_map(Part::properties).filter(|known| !present(known));
        let meant = closest(name, names);
        match meant.and_then(|meant| part?.property(meant)) {
            Some((meant, schema)) => {
                let title = schema.title().unwrap_or(HERE);
                let params = vec![("name", meant.into()), ("title", Param::Titled(title))];
                self.name(pointer, name, Some(meant), &sch::MEMBER_MISSPELT, params);
            }
            None => self.name(pointer, name, None, &sch::MEMBER_UNKNOWN, Vec::new()),
        }
    }

    fn name(
        &mut self,
        pointer: &str,
        name: &str,
        meant: Option<&'static str>,
        rule: &'static Rule,
        params: Params,
    ) {
        if self.names.len() < MAX_MISMATCHES && self.named.insert((pointer.to_owned(), name.to_owned())) {
            let (pointer, name) = (pointer.to_owned(), name.to_owned());
            self.names.push(OfName { pointer, name, meant, rule, params });
        }
    }

    fn placed(self, engine: &'static Engine, text: &str) -> Vec<Mismatch> {
        let meant: HashSet<(&str, &str)> = self
            .names
            .iter()
            .filter_map(|of_name| Some((of_name.pointer.as_str(), of_name.meant?)))
            .collect();
        // What is there under a misspelt name is not missing as well.
        let missing: Vec<Mismatch> = self
            .missing
            .into_iter()
            .filter(|missing| !meant.contains(&(missing.pointer.as_str(), missing.member)))
            .map(|missing| Mismatch {
                rule: &sch::MEMBER_MISSING,
                at: Place::Value(pointer_of(engine, &missing.pointer)),
                params: vec![("title", Param::Titled(missing.title)), ("member", missing.member.into())],
            })
            .collect();
        let raw: Vec<String> = self.names.iter().map(OfName::raw_pointer).collect();
        let raw: Vec<&str> = raw.iter().map(String::as_str).collect();
        let found = json::locate(text, &raw);
        let names = self.names.into_iter().zip(found).map(|(of_name, found)| {
            let pointer = pointer_of(engine, &of_name.pointer);
            let offset = found.and_then(|found| found.name).map(|name| name.start);
            let at = match offset {
                Some(offset) => Place::Offset(pointer, offset),
                None => Place::Value(pointer),
            };
            Mismatch { rule: of_name.rule, at, params: of_name.params }
        });
        let values = self.values.into_iter().map(|value| Mismatch {
            rule: value.rule,
            at: Place::Value(pointer_of(engine, &value.pointer)),
            params: value.params,
        });
        missing.into_iter().chain(names).chain(values).take(MAX_MISMATCHES).collect()
    }
}

impl OfName {
    /// Where the member stands, in the document's own words; to find its place, and never shown.
    fn raw_pointer(&self) -> String {
        format!("{}/{}", self.pointer, self.name.replace('~', "~0").replace('/', "~1"))
    }
}

/// What is said of a value of another JSON type than `expected`.
fn type_rule(expected: Option<&str>, money: bool, found: &Value) -> &'static Rule {
    match (expected, found) {
        (_, Value::Null) => &sch::NULL,
        (Some("string"), Value::Number(_)) if money => &sch::AMOUNT_AS_NUMBER,
        (Some("string"), Value::Number(_)) => &sch::NUMBER_FOR_TEXT,
        (Some("string"), _) => &sch::TEXT_EXPECTED,
        (Some("integer"), Value::Number(_)) => &sch::WHOLE_NUMBER_EXPECTED,
        (Some("integer"), _) => &sch::NUMBER_EXPECTED,
        (Some("boolean"), _) => &sch::YES_OR_NO_EXPECTED,
        (Some("array"), _) => &sch::LIST_EXPECTED,
        (Some("object"), _) => &sch::OBJECT_EXPECTED,
        _ => &sch::UNEXPLAINED,
    }
}

/// What is said of a text that is not of its pattern, by the definition that has the pattern.
fn pattern_rule(part: Option<Part>) -> &'static Rule {
    if part.and_then(|part| part.text("x-codelist")).is_some() {
        return &sch::OPEN_CODE_SHAPE;
    }
    let name = part.and_then(|part| part.name);
    PATTERNS.iter().find(|(named, _)| Some(*named) == name).map_or(&sch::TEXT_SHAPE, |(_, rule)| rule)
}

/// What is said of a code that is not in its closed list.
fn of_list(
    version: Version,
    part: Option<Part>,
    written: Option<&str>,
    title: Bilingual,
) -> (&'static Rule, Params) {
    let list = part.and_then(|part| part.text("x-codelist")).unwrap_or("?");
    let titled = ("title", Param::Titled(title));
    let codes: Vec<_> = part.into_iter().flat_map(Part::codes).collect();
    match written.and_then(|written| closest_code(written, list, &codes)) {
        Some(code) => {
            (&sch::CODE_MISSPELT, vec![titled, ("code", code.into()), ("meaning", Param::Coded(list, code))])
        }
        None => (&sch::CODE_UNKNOWN, vec![titled, ("list", Param::Listed(list, version))]),
    }
}

/// The pointer as far as it is made of the standard's own names; it ends at the parent of the first other name.
fn pointer_of(engine: &'static Engine, raw: &str) -> Pointer {
    let known = |step: &str| member_name(step).or_else(|| engine.member_name(step));
    raw.split('/')
        .skip(1)
        .map_while(|step| step.parse().map(Step::Index).ok().or_else(|| known(step).map(Step::Member)))
        .fold(Pointer::ROOT, Pointer::then)
}

/// The definitions whose patterns have words of their own.
const PATTERNS: &[(&str, &Rule)] = &[
    ("Date", &sch::DATE_SHAPE),
    ("Instant", &sch::INSTANT_SHAPE),
    ("Money", &sch::AMOUNT_SHAPE),
    ("Uuid7", &sch::ID_SHAPE),
    ("Sha256", &sch::DIGEST_SHAPE),
    ("RegionCode", &sch::REGION_SHAPE),
    ("OrganisationCode", &sch::ORGANISATION_CODE_SHAPE),
    ("Phone", &sch::PHONE_SHAPE),
    ("EntryName", &sch::ENTRY_NAME_SHAPE),
];

/// How many places one document is told of; beyond that something is wrong with the export as a whole.
const MAX_MISMATCHES: usize = 200;

/// Where a place has no name.
const HERE: Bilingual = Bilingual { zh: "此处", en: "This" };

#[cfg(test)]
mod tests {
    use crate::{
        code::{Code, lists::DocumentType},
        model::Version,
    };

    use super::*;

    #[test]
    fn the_definitions_with_words_of_their_own_exist() {
        for (name, _) in PATTERNS {
            let pattern = format!("/$defs/{name}/pattern");
            let known = DocumentType::ALL
                .iter()
                .filter_map(|document_type| Engine::of(*document_type, Version::latest()).around(&pattern))
                .any(|part| part.text("pattern").is_some() && part.name == Some(*name));
            assert!(known, "{name}");
        }
    }

    #[test]
    fn a_pointer_ends_before_the_first_name_that_somebody_made_up() {
        let engine = Engine::of(DocumentType::Application, Version::LOWEST);
        let pointer_of = |raw| pointer_of(engine, raw);
        assert_eq!(pointer_of("/child/identifiers/0/value").as_str(), "/child/identifiers/0/value");
        assert_eq!(pointer_of("/extensions/cn.org.zhangsan/name").as_str(), "/extensions");
        assert_eq!(pointer_of("").as_str(), "");
    }
}
