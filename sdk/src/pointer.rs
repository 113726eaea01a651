//! JSON Pointers (RFC 6901) to places in a document.
//!
//! ```
//! use tongzhou::pointer;
//!
//! let at = pointer!["child", "identifiers", 0, "value"];
//! assert_eq!(at.as_str(), "/child/identifiers/0/value");
//! ```

use std::fmt;

use crate::fault;

/// A place in a JSON document, such as `/child/identifiers/0/value`; the empty pointer is the whole document.
///
/// Built from the standard's own member names and from indexes only, so that no pointer can carry a word a
/// sender wrote.
///
/// ```
/// use tongzhou::pointer::{Pointer, Step};
///
/// let child = Pointer::ROOT.then("child");
/// let number = Pointer::new(&[Step::Member("identifiers"), Step::Index(0)]);
/// assert_eq!(child.join(&number).as_str(), "/child/identifiers/0");
/// assert_eq!(Pointer::ROOT.as_str(), "");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

/// One step of a [`Pointer`].
///
/// ```
/// use tongzhou::pointer::{Pointer, Step};
///
/// // A stroke in a member's name is written as RFC 6901 wants it.
/// assert_eq!(Pointer::new(&[Step::from("a/b"), Step::from(2)]).as_str(), "/a~1b/2");
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// A member named by the standard.
    Member(&'static str),
    /// An element of an array, counted from 0.
    Index(usize),
}

impl Pointer {
    /// The whole document.
    pub const ROOT: Self = Self(String::new());

    /// The place that `steps` lead to from the root.
    pub fn new(steps: &[Step]) -> Self {
        steps.iter().fold(Self::ROOT, |place, step| place.then(*step))
    }

    /// The place one step further down.
    #[must_use]
    pub fn then(mut self, step: impl Into<Step>) -> Self {
        use fmt::Write as _;
        // Writing into a String cannot fail.
        let _ = match step.into() {
            Step::Member(name) => write!(self.0, "/{}", name.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => write!(self.0, "/{index}"),
        };
        self
    }

    /// The place that `below` leads to from here.
    #[must_use]
    pub fn join(&self, below: &Self) -> Self {
        Self(format!("{}{}", self.0, below.0))
    }

    /// The pointer as RFC 6901 writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&'static str> for Step {
    fn from(name: &'static str) -> Self {
        Self::Member(name)
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index + usize::from(fault::is("places-counted-from-one")))
    }
}

/// Builds a [`Pointer`] from member names and indexes: `pointer!["child", "identifiers", 0, "value"]`.
///
/// ```
/// use tongzhou::{pointer, pointer::Pointer};
///
/// let index = 2;
/// assert_eq!(pointer!["contacts", index].to_string(), "/contacts/2");
/// assert_eq!(pointer![], Pointer::ROOT);
/// ```
#[macro_export]
macro_rules! pointer {
    ($($step:expr),* $(,)?) => {
        $crate::pointer::Pointer::new(&[$($crate::pointer::Step::from($step)),*])
    };
}

#[cfg(test)]
mod tests {
    #[test]
    fn steps_become_the_text_of_rfc_6901() {
        assert_eq!(pointer![].as_str(), "");
        assert_eq!(pointer!["child", "identifiers", 0, "value"].as_str(), "/child/identifiers/0/value");
        assert_eq!(pointer!["a/b", "m~n"].as_str(), "/a~1b/m~0n");
        assert_eq!(pointer!["a", 1].join(&pointer!["b"]), pointer!["a", 1, "b"]);
    }
}
