//! `tongzhou conformance run`: a live member, registry or evaluator is asked every case.

use tokio::runtime::Builder;
use tongzhou::{directory::MAX_DIRECTORY_BYTES, signing::MAX_JWS_BYTES, text::Lang};
use tongzhou_conformance::{
    case,
    http::{self, Options, Patience, Progress, Target},
};

use super::verdicts;
use crate::{
    args::conformance::Run,
    clock::now,
    conformance_trouble::ConformanceTrouble,
    exit::Exit,
    input,
    members::signatures_of,
    speech::{Failure, What},
};

pub(super) fn run(args: &Run, lang: Lang) -> Result<Exit, Failure> {
    let known = verdicts::known(&args.known, lang)?;
    let report = report(args).map_err(|what| Failure { what, lang })?;
    verdicts::conclude(report, known.as_ref(), args.format, lang)
}

fn report(args: &Run) -> Result<tongzhou_conformance::report::Report, What> {
    let cases = case::shipped().map_err(ConformanceTrouble::Cases)?;
    let directory = input::file_up_to(&args.directory, MAX_DIRECTORY_BYTES)?;
    let signatures = args.signatures.clone().unwrap_or_else(|| signatures_of(&args.directory));
    let signatures = input::file_up_to(&signatures, MAX_JWS_BYTES)?;
    let roots = args.roots.as_deref().map(|path| input::file_up_to(path, MAX_ROOTS)).transpose()?;
    let code = args.member.as_deref();
    let target = Target::of(&directory, &signatures, code, args.target.clone(), now()?);
    let target = target.map_err(|fault| ConformanceTrouble::Target(args.directory.clone(), fault))?;
    let options = Options {
        roles: &args.roles,
        only: &args.only,
        journal: args.journal.as_deref(),
        roots: roots.as_deref(),
        patience: Patience::default(),
    };
    let bar = super::bar();
    let progress = |Progress { done, all, case }: Progress<'_>| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
        bar.set_message(case.to_owned());
    };
    let runtime = Builder::new_current_thread().enable_all().build().map_err(ConformanceTrouble::Runtime)?;
    let report = runtime.block_on(http::run(&target, &directory, &cases, &options, progress));
    bar.finish_and_clear();
    let report = report.map_err(ConformanceTrouble::Run)?;
    if report.checks.is_empty() { Err(ConformanceTrouble::NoCase.into()) } else { Ok(report) }
}

/// How large a file of certificates may be, in bytes.
const MAX_ROOTS: usize = 1 << 20;
