//! `tongzhou conformance`: whether an implementation does what the standard says.

mod adapter;
mod vectors;

use tongzhou::text::Lang;
use tongzhou_conformance::vector::{Set, VectorError};

use crate::{
    args::conformance::Conformance,
    exit::Exit,
    speech::{Failure, What},
};

/// Runs the command.
pub(crate) fn run(args: &Conformance, lang: Lang) -> Result<Exit, Failure> {
    match args {
        Conformance::Vectors(args) => vectors::run(args, lang),
        Conformance::Adapter(args) => adapter::run(args, lang),
        Conformance::ServeAdapter => adapter::serve(lang),
    }
}

fn shipped(lang: Lang) -> Result<Set, Failure> {
    Set::shipped().map_err(|error| not_as_shipped(error, lang))
}

fn not_as_shipped(error: VectorError, lang: Lang) -> Failure {
    Failure { what: What::Vectors(error), lang }
}
