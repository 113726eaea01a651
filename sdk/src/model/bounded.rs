//! From a program's own numbers and lists to those of documents, which have bounds.

use thiserror::Error;

use super::primitive::{Count, List, Size};

/// A number or a list goes beyond what the standard allows.
///
/// ```
/// use tongzhou::model::primitive::{BeyondBounds, Count};
///
/// let children = 3_usize;
/// assert_eq!(Count::<50>::try_from(children)?.get(), 3);
/// assert_eq!(Count::<50>::try_from(51_u32), Err(BeyondBounds { most: 50 }));
/// # Ok::<(), BeyondBounds>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("beyond what the standard allows, which is {most}")]
pub struct BeyondBounds {
    /// The largest number, or the most elements, that there may be.
    pub most: u64,
}

impl<const MAX: u32> TryFrom<u32> for Count<MAX> {
    type Error = BeyondBounds;

    fn try_from(number: u32) -> Result<Self, BeyondBounds> {
        Self::new(number).ok_or(BeyondBounds { most: u64::from(MAX) })
    }
}

impl<const MAX: u32> TryFrom<usize> for Count<MAX> {
    type Error = BeyondBounds;

    fn try_from(number: usize) -> Result<Self, BeyondBounds> {
        u32::try_from(number).ok().and_then(Self::new).ok_or(BeyondBounds { most: u64::from(MAX) })
    }
}

impl<const MAX: u32> From<Count<MAX>> for u32 {
    fn from(count: Count<MAX>) -> Self {
        count.get()
    }
}

impl From<u32> for Size {
    fn from(bytes: u32) -> Self {
        Self::saturating(u64::from(bytes))
    }
}

impl TryFrom<u64> for Size {
    type Error = BeyondBounds;

    fn try_from(bytes: u64) -> Result<Self, BeyondBounds> {
        Self::new(bytes).ok_or(BeyondBounds { most: Self::MAX })
    }
}

impl TryFrom<usize> for Size {
    type Error = BeyondBounds;

    fn try_from(bytes: usize) -> Result<Self, BeyondBounds> {
        u64::try_from(bytes).ok().and_then(Self::new).ok_or(BeyondBounds { most: Self::MAX })
    }
}

impl From<Size> for u64 {
    fn from(size: Size) -> Self {
        size.get()
    }
}

impl<T, const MAX: usize> TryFrom<Vec<T>> for List<T, MAX> {
    type Error = BeyondBounds;

    fn try_from(elements: Vec<T>) -> Result<Self, BeyondBounds> {
        Self::new(elements).ok_or(BeyondBounds { most: u64::try_from(MAX).unwrap_or(u64::MAX) })
    }
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    quickcheck! {
        fn numbers_are_taken_up_to_the_bound_and_not_beyond(number: u32) -> bool {
            let number = number % 2_000;
            let taken = Count::<1_000>::try_from(number);
            let same = Count::<1_000>::try_from(number as usize) == taken;
            same && if number <= 1_000 { taken.map(u32::from) == Ok(number) } else { taken.is_err() }
        }

        fn lists_are_taken_up_to_the_bound_and_not_beyond(elements: Vec<u8>) -> bool {
            let taken = List::<u8, 8>::try_from(elements.clone());
            if elements.len() <= 8 { taken.is_ok_and(|list| list[..] == elements[..]) } else { taken.is_err() }
        }
    }

    #[test]
    fn sizes_end_where_json_readers_begin_to_round() {
        assert_eq!(Size::try_from(9_007_199_254_740_991_u64).map(u64::from), Ok(9_007_199_254_740_991));
        let beyond = Size::try_from(9_007_199_254_740_992_u64);
        assert_eq!(beyond, Err(BeyondBounds { most: 9_007_199_254_740_991 }));
        assert_eq!(u64::from(Size::from(7_u32)), 7);
    }

    #[test]
    fn what_goes_beyond_is_told_without_the_number() {
        let told = Count::<50>::try_from(51_u32).unwrap_err();
        assert_eq!(told.to_string(), "beyond what the standard allows, which is 50");
    }
}
