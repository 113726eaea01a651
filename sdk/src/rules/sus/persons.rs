//! Persons as the rules about suspicions compare them.

use crate::model::lifecycle::Actor;

/// Whether two are one person, as far as can be told: one name, and not of two organisations. Names repeat.
pub(super) fn are_one(one: &Actor<'_>, other: &Actor<'_>) -> bool {
    let code = |actor: &Actor<'_>| {
        actor.organisation.as_ref().and_then(|own| Some(own.code.as_ref()?.as_str().to_owned()))
    };
    one.name == other.name && code(one).zip(code(other)).is_none_or(|(one, other)| one == other)
}
