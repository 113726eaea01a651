//! `tongzhou conformance`: whether an implementation does what the standard says.

mod adapter;
mod certificate;
mod directory;
mod mock;
mod run;
mod trace;
mod vectors;
mod verdicts;

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};
use tongzhou::text::Lang;
use tongzhou_conformance::vector::{Set, VectorError};

use crate::{
    args::conformance::Conformance, conformance_trouble::ConformanceTrouble, exit::Exit, speech::Failure,
};

/// Runs the command.
pub(crate) fn run(args: &Conformance, lang: Lang) -> Result<Exit, Failure> {
    match args {
        Conformance::Vectors(args) => vectors::run(args, lang),
        Conformance::Adapter(args) => adapter::run(args, lang),
        Conformance::Requirements(args) => trace::run(args, lang),
        Conformance::ServeAdapter => adapter::serve(lang),
        Conformance::Directory(args) => directory::run(args, lang),
        Conformance::Run(args) => run::run(args, lang),
        Conformance::Report(args) => verdicts::show(args, lang),
        Conformance::Compare(args) => verdicts::compare(args, lang),
        Conformance::Certify(args) => certificate::certify(args, lang),
        Conformance::VerifyCertificate(args) => certificate::verify(args, lang),
        Conformance::Revoke(args) => certificate::revoke(args, lang),
        Conformance::ServeMock(args) => mock::run(args, lang),
    }
}

fn shipped(lang: Lang) -> Result<Set, Failure> {
    Set::shipped().map_err(|error| not_as_shipped(error, lang))
}

fn not_as_shipped(error: VectorError, lang: Lang) -> Failure {
    Failure { what: ConformanceTrouble::Vectors(error).into(), lang }
}

fn bar() -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
