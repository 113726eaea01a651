//! Random numbers that are the same on each run of a seed.

/// A generator: SplitMix64, which is good enough to choose what happens next.
#[derive(Clone, Debug)]
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        number ^ (number >> 31)
    }

    /// A number less than the bound.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.any() % bound.max(1)
    }

    /// Whether something happens that happens so often in a hundred.
    pub(crate) fn percent(&mut self, often: u64) -> bool {
        self.below(100) < often
    }

    /// One of some.
    pub(crate) fn one<'s, T>(&mut self, of: &'s [T]) -> Option<&'s T> {
        let count = u64::try_from(of.len()).unwrap_or_default();
        usize::try_from(self.below(count)).ok().and_then(|place| of.get(place))
    }
}
