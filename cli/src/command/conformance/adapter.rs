//! `tongzhou conformance adapter`: an implementation is asked every vector; and this SDK's own adapter.

use std::{
    io::{self, BufReader, IsTerminal},
    path::PathBuf,
};

use indicatif::{ProgressBar, ProgressStyle};
use tongzhou::text::Lang;
use tongzhou_conformance::{
    adapter::{self, Patience, Program, Progress},
    report::{Outcome, Report},
};

use crate::{
    args::conformance::{Adapter, ReportFormat},
    delivered,
    exit::Exit,
    speech::{Failure, What, answer},
};

pub(super) fn run(args: &Adapter, lang: Lang) -> Result<Exit, Failure> {
    let set = super::shipped(lang)?;
    let program = Program { command: args.command.clone(), patience: Patience::default() };
    let bar = bar();
    let report = adapter::run(&set, &program, &args.areas, |Progress { done, all }| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    let report = report.map_err(|error| super::not_as_shipped(error, lang))?;
    tell(&report, args.format, lang)?;
    Ok(exit(report.outcome()))
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

fn tell(report: &Report, format: ReportFormat, lang: Lang) -> Result<(), Failure> {
    let text = match format {
        ReportFormat::Human => report.told(lang),
        ReportFormat::Junit => report.to_junit(),
        ReportFormat::Html => report.to_html(lang),
        ReportFormat::Json => delivered::json(report).map_err(|what| Failure { what, lang })?,
    };
    answer(text, lang)
}

fn exit(outcome: Outcome) -> Exit {
    match outcome {
        Outcome::Passed => Exit::Sound,
        Outcome::Failed => Exit::Wrong,
        Outcome::CouldNotCheck => Exit::CouldNot,
    }
}

fn bar() -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
