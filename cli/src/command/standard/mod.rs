//! `tongzhou standard`: what those do who publish the standard.

pub(crate) mod lint;
pub(crate) mod release;

use tongzhou::text::Lang;

use crate::{args::standard::Standard, exit::Exit, speech::Failure};

/// Runs the command.
pub(crate) fn run(args: &Standard, lang: Lang) -> Result<Exit, Failure> {
    match args {
        Standard::Release(args) => release::run(args, lang),
        Standard::Lint(args) => lint::run(args, lang),
    }
}
