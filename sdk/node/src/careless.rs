//! Messages read as they should not be, where a [fault](tongzhou::fault) says so: what is left out is guessed, what is too
//! much is cut off, and what JSON forbids is passed over.

use serde_json::{Map, Value, json};
use tongzhou::{fault, value::Uuid7};
use tongzhou_exchange::message::Request;

/// The request that a careless reader makes of a body; nothing where it reads as it should.
pub(crate) fn read<R: Request>(body: &[u8]) -> Option<R> {
    if fault::is("byte-order-mark-skipped") {
        return R::read(body.strip_prefix(b"\xef\xbb\xbf")?).ok();
    }
    if fault::is("what-comes-after-is-ignored") {
        let mut values = serde_json::Deserializer::from_slice(body).into_iter::<Value>();
        return of(&values.next()?.ok()?);
    }
    let mut value: Value = serde_json::from_slice(body).ok()?;
    if fault::is("last-of-two-names-counts") {
        return of(&value);
    }
    let object = value.as_object_mut()?;
    if fault::is("what-is-unknown-is-ignored") {
        return object.keys().find_map(|name| {
            let mut rest = object.clone();
            rest.remove(name);
            of(&Value::Object(rest))
        });
    }
    let before = object.clone();
    guess(object);
    cut(object);
    (*object != before).then(|| of(&value)).flatten()
}

fn of<R: Request>(value: &Value) -> Option<R> {
    R::read(&serde_json::to_vec(value).ok()?).ok()
}

/// What is left out is guessed.
fn guess(object: &mut Map<String, Value>) {
    if fault::is("suite-guessed") {
        put(object, "suite", json!("ristretto255-sha512"));
    }
    if fault::is("epoch-guessed") {
        put(object, "epoch", json!(1));
    }
    if fault::is("purpose-guessed") {
        put(object, "purpose", json!("subject"));
    }
    if fault::is("consent-not-asked-for") {
        put(object, "consent", json!("00".repeat(32)));
    }
    if fault::is("naming-taken-for-granted") {
        put(object, "mayNameMember", json!(true));
    }
    if fault::is("recipient-guessed") {
        put(object, "recipient", json!("53100000000000115E"));
    }
    if fault::is("fence-guessed") {
        put(object, "fence", json!(1));
    }
    if fault::is("reason-guessed") {
        put(object, "reason", json!("treatment-ended"));
    }
    if fault::is("id-made-up") {
        let mut random = [0; 10];
        let _ = getrandom::fill(&mut random);
        let id = json!(Uuid7::from_parts(0x019a_0000_0000, random).to_string());
        let name = if object.contains_key("elements") { "requestId" } else { "lookupId" };
        put(object, name, id);
    }
    if fault::is("burden-guessed") {
        put(object, "burden", json!({ "amount": "9000000.00", "source": "payments" }));
    }
    if fault::is("source-of-the-burden-guessed")
        && let Some(burden) = object.get_mut("burden").and_then(Value::as_object_mut)
    {
        burden.entry("source").or_insert(json!("payments"));
    }
}

fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    object.entry(name).or_insert(value);
}

/// What is too much, or written in another way, is made to fit.
fn cut(object: &mut Map<String, Value>) {
    if fault::is("null-is-left-out") {
        object.retain(|_, value| !value.is_null());
    }
    for (name, value) in object {
        match (name.as_str(), &mut *value) {
            ("holdDays", Value::Number(days)) if fault::is("days-cut-to-thirty") => {
                *value = days.as_u64().map_or(Value::Null, |days| days.clamp(1, 30).into());
            }
            ("validDays", Value::Number(days)) if fault::is("term-cut-to-ten-years") => {
                *value = days.as_u64().map_or(Value::Null, |days| days.clamp(1, 3660).into());
            }
            ("atMost", Value::Number(most)) if fault::is("notices-cut-to-a-hundred") => {
                *value = most.as_u64().map_or(Value::Null, |most| most.clamp(1, 100).into());
            }
            (_, Value::Number(number)) if fault::is("halves-cut-off") => {
                *value = number.as_f64().map_or(Value::Null, |number| json!(number as i64));
            }
            (_, Value::String(text)) if fault::is("text-read-as-a-number") => {
                *value = text.parse::<u64>().map_or(json!(text), |number| json!(number));
            }
            ("amount", Value::Number(yuan)) if fault::is("amount-read-from-a-number") => {
                *value = yuan.as_f64().map_or(Value::Null, |yuan| json!(format!("{yuan:.2}")));
            }
            ("amount", Value::String(yuan)) if fault::is("amount-cut-to-the-fen") => {
                *value = json!(yuan.get(..yuan.len().saturating_sub(1)));
            }
            ("purpose" | "recipient", Value::Array(several)) if fault::is("first-of-several-counts") => {
                *value = several.first().cloned().unwrap_or_default();
            }
            ("tokens", Value::Array(tokens)) if fault::is("tokens-cut-to-sixteen") => tokens.truncate(16),
            (_, Value::String(id)) if fault::is("id-in-capitals-taken") && id.len() == 36 => {
                id.make_ascii_lowercase();
            }
            ("elements", Value::Array(elements)) if fault::is("element-padding-cut-off") => {
                *elements = elements
                    .iter()
                    .filter_map(Value::as_str)
                    .map(|one| json!(one.trim_end_matches('=')))
                    .collect();
            }
            ("elements", Value::Array(elements)) if fault::is("element-of-another-alphabet-taken") => {
                let usual = |one: &str| json!(one.replace('+', "-").replace('/', "_"));
                *elements = elements.iter().filter_map(Value::as_str).map(usual).collect();
            }
            _ => {}
        }
    }
}
