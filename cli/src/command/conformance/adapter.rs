//! `tongzhou conformance adapter`: an implementation is asked every vector; and this SDK's own adapter.

use std::{
    io::{self, BufReader},
    path::PathBuf,
};

use tongzhou::text::Lang;
use tongzhou_conformance::{
    adapter::{self, Patience, Program, Progress},
    vector::Vector,
};

use super::verdicts;
use crate::{
    args::conformance::Adapter,
    exit::Exit,
    speech::{Failure, What},
};

pub(super) fn run(args: &Adapter, lang: Lang) -> Result<Exit, Failure> {
    let known = verdicts::known(&args.known, lang)?;
    let set = super::shipped(lang)?;
    let program = Program { command: args.command.clone(), patience: Patience::default() };
    let bar = super::bar();
    let wanted = |vector: &Vector| args.areas.is_empty() || args.areas.contains(&vector.area);
    let report = adapter::run(&set, &program, wanted, |Progress { done, all }| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    let report = report.map_err(|error| super::not_as_shipped(error, lang))?;
    verdicts::conclude(report, known.as_ref(), args.format, lang)
}

pub(super) fn serve(lang: Lang) -> Result<Exit, Failure> {
    adapter::own::serve(BufReader::new(io::stdin().lock()), io::stdout().lock())
        .map(|()| Exit::Sound)
        .map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => {
                Failure { what: What::Read(PathBuf::from("-"), error), lang }
            }
            _ => Failure { what: What::Print(error), lang },
        })
}
