//! The exit codes: what a script learns without reading.

use std::process::ExitCode;

use tongzhou::validate::Answer;

/// How the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// All is well.
    Sound,
    /// Something could not be done or checked.
    CouldNot,
    /// The command line was wrong.
    Usage,
    /// The input is wrong. Of several inputs, one that is wrong decides.
    Wrong,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Sound => 0,
            Exit::Wrong => 1,
            Exit::Usage => 2,
            Exit::CouldNot => 3,
        })
    }
}

impl From<Answer> for Exit {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Sound => Self::Sound,
            Answer::CouldNotCheck => Self::CouldNot,
            Answer::Wrong => Self::Wrong,
        }
    }
}
