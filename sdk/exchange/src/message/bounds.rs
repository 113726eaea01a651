//! The least that a member may hold, read as the schema says it.

use serde::{Deserialize, Deserializer, de};
use tongzhou::{
    fault,
    model::primitive::{Count, List},
};

/// A list of at least one element.
pub(super) fn some<'de, D, T, const MAX: usize>(deserializer: D) -> Result<List<T, MAX>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let list = List::deserialize(deserializer)?;
    if list.is_empty() && !fault::is("empty-list-taken") {
        Err(de::Error::custom("the list is empty"))
    } else {
        Ok(list)
    }
}

/// A number from one on.
pub(super) fn one_or_more<'de, D: Deserializer<'de>, const MAX: u32>(
    deserializer: D,
) -> Result<Count<MAX>, D::Error> {
    let count = Count::deserialize(deserializer)?;
    if count.get() == 0 && !fault::is("number-of-nothing-taken") {
        Err(de::Error::custom("the number is nothing"))
    } else {
        Ok(count)
    }
}

/// A number from one on, in a member that may be left out.
pub(super) fn one_or_more_if_said<'de, D, const MAX: u32>(
    deserializer: D,
) -> Result<Option<Count<MAX>>, D::Error>
where
    D: Deserializer<'de>,
{
    one_or_more(deserializer).map(Some)
}
