//! What texts that begin with `$` stand for: put into bodies, and looked for in answers.

use std::collections::BTreeMap;

use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::{Map, Value, json};
use tongzhou::value::{Instant, Uuid7};
use tongzhou_exchange::token::{Draw, Ristretto255Sha512, Suite};

use crate::case::Party;

/// The names of one case, and what they stand for.
#[derive(Debug)]
pub(super) struct Names {
    known: BTreeMap<String, Value>,
    saved: BTreeMap<String, Value>,
    target: String,
    month: Month,
    /// When the next id was made, in milliseconds since 1970: ids come in the order in which they are named.
    next: u64,
}

#[derive(Clone, Copy, Debug)]
struct Month {
    year: i32,
    month: u32,
}

/// Why a text stands for nothing: a fault of the suite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Nameless(pub(super) String);

impl Names {
    pub(super) fn new(target: &str, now: Instant, ids: &[String]) -> Result<Self, Nameless> {
        let next = u64::try_from(now.unix_seconds()).unwrap_or_default().saturating_mul(1000);
        let today = now.china_date();
        let month = Month { year: i32::from(today.year()), month: u32::from(today.month()) };
        let mut names =
            Self { known: BTreeMap::new(), saved: BTreeMap::new(), target: target.to_owned(), month, next };
        for id in ids {
            names.value(&format!("$id:{id}"), true)?;
        }
        Ok(names)
    }

    /// The value with every name put in; `#` stands for the number of the copy.
    pub(super) fn fill(&mut self, value: &Value, copy: Option<u32>) -> Result<Value, Nameless> {
        Ok(match value {
            Value::String(text) if text.starts_with('$') => self.value(&numbered(text, copy), true)?,
            Value::Array(items) => {
                Value::Array(items.iter().map(|item| self.fill(item, copy)).collect::<Result<_, _>>()?)
            }
            Value::Object(members) => {
                let mut filled = Map::new();
                for (name, member) in members {
                    filled.insert(name.clone(), self.fill(member, copy)?);
                }
                Value::Object(filled)
            }
            other => other.clone(),
        })
    }

    /// Makes a name known.
    pub(super) fn set(&mut self, name: &str, value: Value) {
        self.known.insert(name.to_owned(), value);
    }

    /// What a name stands for. What is only looked for (not `fresh`) has to stand for something already: nothing is made
    /// for it, since no answer could hold that.
    fn value(&mut self, text: &str, fresh: bool) -> Result<Value, Nameless> {
        let nameless = || Nameless(text.to_owned());
        if let Some(known) = self.known.get(text) {
            return Ok(known.clone());
        }
        let (kind, name) = text.split_once(':').unwrap_or((text, ""));
        let value = match kind {
            "$id" | "$consent" | "$hex" | "$expense" | "$subject" | "$element" if !fresh => {
                return Err(nameless());
            }
            "$id" => {
                self.next += 1;
                json!(Uuid7::from_parts(self.next, random(&nameless)?).to_string())
            }
            "$consent" | "$hex" => json!(hex(&random::<32>(&nameless)?)),
            "$expense" => {
                json!({ "suite": SUITE, "epoch": 1, "value": hex(&random::<32>(&nameless)?) })
            }
            "$subject" => json!({
                "suite": SUITE, "epoch": 1, "kind": "resident-id", "value": hex(&random::<32>(&nameless)?),
            }),
            "$element" => json!(Base64UrlUnpadded::encode_string(&element(text, &nameless)?)),
            "$code" if name == "target" => json!(self.target),
            "$code" => {
                let party: Party = serde_json::from_value(json!(name)).map_err(|_| nameless())?;
                json!(party.code())
            }
            "$month" => {
                let back: i32 = if name.is_empty() { 0 } else { name.parse().map_err(|_| nameless())? };
                return Ok(json!(self.month.moved(back)));
            }
            "$saved" => return self.saved.get(name).cloned().ok_or_else(nameless),
            _ => return Err(nameless()),
        };
        self.known.insert(text.to_owned(), value.clone());
        Ok(value)
    }

    /// Whether an answer fits a pattern; where it does not, the place. What is to be saved is saved.
    pub(super) fn fits(&mut self, pattern: &Value, found: &Value, copy: Option<u32>) -> Result<(), Misfit> {
        self.means_something(pattern, copy).map_err(Misfit::Suite)?;
        let mut saved = Vec::new();
        self.fit(pattern, Some(found), "", copy, &mut saved)?;
        self.saved.extend(saved);
        Ok(())
    }

    /// Whether every name in a pattern stands for something, also where it is not come to: what must not be there is
    /// not there under a slip of the suite's either.
    fn means_something(&mut self, pattern: &Value, copy: Option<u32>) -> Result<(), Nameless> {
        match pattern {
            Value::String(text) if is_of_answers(text) => Ok(()),
            Value::String(text) if text.starts_with('$') => {
                self.value(&numbered(text, copy), false).map(|_| ())
            }
            Value::Array(items) => items.iter().try_for_each(|item| self.means_something(item, copy)),
            Value::Object(members) => members.values().try_for_each(|item| self.means_something(item, copy)),
            _ => Ok(()),
        }
    }

    fn fit(
        &mut self,
        pattern: &Value,
        found: Option<&Value>,
        place: &str,
        copy: Option<u32>,
        saved: &mut Vec<(String, Value)>,
    ) -> Result<(), Misfit> {
        let misfit = |expected: &Value| {
            Err(Misfit::There {
                place: place.to_owned(),
                expected: expected.clone(),
                found: found.cloned().unwrap_or(Value::Null),
            })
        };
        match (pattern, found) {
            (Value::String(text), None) if text == "$absent" => Ok(()),
            (Value::String(text), Some(_)) if text == "$any" => Ok(()),
            (Value::String(text), None) if text == "$any" || text.starts_with("$save:") => misfit(pattern),
            (Value::String(text), Some(value)) if text.starts_with("$save:") => {
                saved.push((numbered(text.trim_start_matches("$save:"), copy), value.clone()));
                Ok(())
            }
            (Value::String(text), _) if text.starts_with('$') && text != "$absent" => {
                let expected = self.value(&numbered(text, copy), false).map_err(Misfit::Suite)?;
                if found == Some(&expected) { Ok(()) } else { misfit(&expected) }
            }
            (Value::Object(wanted), Some(Value::Array(items))) if is_of_list(wanted) => {
                self.fit_list(wanted, items, place, copy, saved)
            }
            (Value::Object(wanted), Some(Value::Object(members))) => {
                for (name, wanted) in wanted {
                    let place = format!("{place}/{name}");
                    self.fit(wanted, members.get(name), &place, copy, saved)?;
                }
                Ok(())
            }
            (Value::Array(wanted), Some(Value::Array(items))) if wanted.len() == items.len() => {
                for (number, (wanted, item)) in wanted.iter().zip(items).enumerate() {
                    self.fit(wanted, Some(item), &format!("{place}/{number}"), copy, saved)?;
                }
                Ok(())
            }
            (wanted, Some(value)) if wanted == value => Ok(()),
            (wanted, _) => misfit(wanted),
        }
    }

    fn fit_list(
        &mut self,
        wanted: &Map<String, Value>,
        items: &[Value],
        place: &str,
        copy: Option<u32>,
        saved: &mut Vec<(String, Value)>,
    ) -> Result<(), Misfit> {
        let misfit = || {
            let (expected, found) = (Value::Object(wanted.clone()), Value::Array(items.to_vec()));
            Err(Misfit::There { place: place.to_owned(), expected, found })
        };
        for (kind, wanted) in wanted {
            let each = match (kind.as_str(), wanted) {
                ("$size", size) if size.as_u64() == u64::try_from(items.len()).ok() => continue,
                ("$size", _) => return misfit(),
                ("$some" | "$once" | "$none", Value::Array(each)) => each,
                _ => return Err(Misfit::Suite(Nameless(kind.clone()))),
            };
            for one in each {
                let fitting = self.fitting(one, items, place, copy)?;
                let right = match kind.as_str() {
                    "$none" => fitting.is_empty(),
                    "$once" => fitting.len() == 1,
                    _ => !fitting.is_empty(),
                };
                if !right {
                    return misfit();
                }
                if kind == "$some" {
                    saved.extend(fitting.into_iter().next().unwrap_or_default());
                }
            }
        }
        Ok(())
    }

    /// What each item that fits would save.
    fn fitting(
        &mut self,
        one: &Value,
        items: &[Value],
        place: &str,
        copy: Option<u32>,
    ) -> Result<Vec<Vec<(String, Value)>>, Misfit> {
        let mut fitting = Vec::new();
        for item in items {
            let mut kept = Vec::new();
            match self.fit(one, Some(item), place, copy, &mut kept) {
                Ok(()) => fitting.push(kept),
                Err(Misfit::There { .. }) => {}
                Err(suite) => return Err(suite),
            }
        }
        Ok(fitting)
    }
}

/// Why an answer does not fit.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Misfit {
    /// At this place.
    There { place: String, expected: Value, found: Value },
    /// The pattern means nothing: a fault of the suite.
    Suite(Nameless),
}

/// A text that stands for something in answers alone.
fn is_of_answers(text: &str) -> bool {
    text == "$any" || text == "$absent" || text.starts_with("$save:")
}

fn is_of_list(wanted: &Map<String, Value>) -> bool {
    !wanted.is_empty() && wanted.keys().all(|name| name.starts_with('$'))
}

fn numbered(text: &str, copy: Option<u32>) -> String {
    copy.map_or_else(|| text.to_owned(), |copy| text.replace('#', &copy.to_string()))
}

impl Month {
    fn moved(self, by: i32) -> String {
        let months = self.year.saturating_mul(12).saturating_add_unsigned(self.month.saturating_sub(1));
        let months = months.saturating_add(by);
        format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
    }
}

fn random<const N: usize>(nameless: &impl Fn() -> Nameless) -> Result<[u8; N], Nameless> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| nameless())?;
    Ok(bytes)
}

fn element(text: &str, nameless: &impl Fn() -> Nameless) -> Result<[u8; 32], Nameless> {
    let draw = Draw::new(&mut getrandom::fill).map_err(|_| nameless())?;
    let (_, element) = Ristretto255Sha512::blind(text.as_bytes(), draw).map_err(|_| nameless())?;
    Ok(*element)
}

/// Bytes in lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

const SUITE: &str = "ristretto255-sha512";

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let now = "2026-03-01T02:00:00Z".parse().unwrap();
        Names::new("51100000000000107R", now, &["early".to_owned(), "late".to_owned()]).unwrap()
    }

    #[test]
    fn a_name_stands_for_one_thing_throughout_and_ids_keep_their_order() {
        let mut names = names();
        let both =
            names.fill(&json!({ "a": "$id:x", "b": ["$id:x", "$id:late", "$id:early"] }), None).unwrap();
        assert_eq!(both["a"], both["b"][0]);
        assert!(both["b"][2].as_str() < both["b"][1].as_str());
        assert_eq!(names.fill(&json!("$month:-3"), None).unwrap(), json!("2025-12"));
        assert_eq!(names.fill(&json!("$code:target"), None).unwrap(), json!("51100000000000107R"));
        assert_ne!(names.fill(&json!("$id:c#"), Some(1)), names.fill(&json!("$id:c#"), Some(2)));
        assert!(names.fill(&json!("$nothing:x"), None).is_err());
    }

    #[test]
    fn an_answer_fits_where_it_has_what_is_asked_for() {
        let mut names = names();
        let found = json!({ "state": "held", "list": [{ "a": 1 }, { "a": 2, "b": 3 }], "more": true });
        for fits in [
            json!({ "state": "held" }),
            json!({ "gone": "$absent", "more": "$any" }),
            json!({ "list": { "$some": [{ "a": 2 }], "$none": [{ "a": 3 }], "$size": 2 } }),
            json!({ "list": [{ "a": 1 }, { "b": 3 }] }),
            json!({ "list": { "$once": [{ "b": 3 }, { "a": 1 }] } }),
        ] {
            assert_eq!(names.fits(&fits, &found, None), Ok(()), "{fits}");
        }
        for misfits in [
            json!({ "state": "paid" }),
            json!({ "gone": "$any" }),
            json!({ "gone": "$save:gone" }),
            json!({ "more": "$absent" }),
            json!({ "list": { "$some": [{ "a": 3 }] } }),
            json!({ "list": { "$none": [{ "a": 2 }] } }),
            json!({ "list": { "$size": 1 } }),
            json!({ "list": { "$once": [{}] } }),
            json!({ "list": { "$once": [{ "a": 4 }] } }),
            json!({ "list": [{ "a": 1 }] }),
            json!({ "list": { "$every": [] } }),
        ] {
            let fit = names.fits(&misfits, &found, None);
            // Otherwise it would be taken for a fault of the suite, and what is missing in an answer would be nobody's.
            let of_the_suite = misfits.to_string().contains("$every");
            assert_eq!(matches!(fit, Err(Misfit::There { .. })), !of_the_suite, "{misfits}");
            assert!(fit.is_err(), "{misfits}");
        }
    }

    #[test]
    fn a_slip_of_the_suite_is_none_of_the_target_and_no_pass() {
        let found = json!({ "list": [{ "a": 1 }], "empty": [] });
        for slip in [
            json!({ "list": { "$none": [{ "a": "$saved:nothing" }] } }),
            json!({ "list": { "$none": [{ "a": 2, "b": "$id:never-sent" }] } }),
            json!({ "empty": { "$none": ["$consent:never-sent"] } }),
            json!({ "list": { "$some": [{ "a": "$hex:never-sent" }] } }),
            json!({ "list": { "$once": [{ "a": "$idd:x" }] } }),
        ] {
            assert!(matches!(names().fits(&slip, &found, None), Err(Misfit::Suite(_))), "{slip}");
        }
        let mut names = names();
        names.fill(&json!("$hex:sent"), None).unwrap();
        assert_eq!(names.fits(&json!({ "list": { "$none": [{ "a": "$hex:sent" }] } }), &found, None), Ok(()));
    }

    #[test]
    fn what_is_saved_is_found_again() {
        let mut names = names();
        assert!(names.fill(&json!("$saved:fence"), None).is_err());
        names.fits(&json!({ "fence": "$save:fence" }), &json!({ "fence": 4 }), None).unwrap();
        assert_eq!(names.fill(&json!("$saved:fence"), None).unwrap(), json!(4));
    }
}
