//! `tongzhou conformance run`: a live member, registry or evaluator is asked every case.

use std::{cell::Cell, ops::ControlFlow, pin::pin};

use indicatif::ProgressBar;
use tokio::runtime::Builder;
use tongzhou::{
    directory::MAX_DIRECTORY_BYTES,
    signing::MAX_JWS_BYTES,
    text::{Bilingual, Lang},
};
use tongzhou_conformance::{
    case::{self, CaseFile},
    http::{self, Options, Patience, Progress, RunError, Target},
    report::Report,
};
use tongzhou_node::node::until_told;

use super::verdicts;
use crate::{
    args::conformance::Run,
    clock::now,
    conformance_trouble::ConformanceTrouble,
    exit::Exit,
    input,
    members::signatures_of,
    speech::{Failure, What, remark},
};

pub(super) fn run(args: &Run, lang: Lang) -> Result<Exit, Failure> {
    let known = verdicts::known(&args.known, lang)?;
    let report = report(args, lang).map_err(|what| Failure { what, lang })?;
    verdicts::conclude(report, known.as_ref(), args.format, lang)
}

fn report(args: &Run, lang: Lang) -> Result<Report, What> {
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
    let runtime = Builder::new_current_thread().enable_all().build().map_err(ConformanceTrouble::Runtime)?;
    let bar = super::bar();
    let report = runtime.block_on(asked(&target, &directory, &cases, &options, &bar, lang));
    bar.finish_and_clear();
    let report = report.map_err(ConformanceTrouble::Run)?;
    if report.checks.is_empty() { Err(ConformanceTrouble::NoCase.into()) } else { Ok(report) }
}

/// Runs the cases. Who stops it has the case that is under way finished, so that nothing of it is left behind in what is
/// tested; who stops it twice ends it at once.
async fn asked(
    target: &Target,
    directory: &[u8],
    cases: &[CaseFile],
    options: &Options<'_>,
    bar: &ProgressBar,
    lang: Lang,
) -> Result<Report, RunError> {
    let stopped = Cell::new(false);
    let progress = |Progress { done, all, case }: Progress<'_>| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
        bar.set_message(case.to_owned());
        if stopped.get() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let mut running = pin!(http::run(target, directory, cases, options, progress));
    tokio::select! {
        biased;
        () = until_told() => {}
        report = &mut running => return report,
    }
    stopped.set(true);
    bar.suspend(|| remark(STOPPING.in_lang(lang)));
    tokio::select! {
        biased;
        () = until_told() => {
            bar.suspend(|| remark(AMID.in_lang(lang)));
            Err(RunError::BrokenOff { noted: options.journal.is_some() })
        }
        report = running => report,
    }
}

const STOPPING: Bilingual = Bilingual {
    zh: "先把正在做的用例做完并清理干净；再按一次 Ctrl-C 立即结束",
    en: "the case under way is finished first, and cleaned up after; Ctrl-C once more ends it at once",
};
const AMID: Bilingual = Bilingual {
    zh: "最后一个用例没有做完，它的虚构数据可能还留在测试环境中",
    en: "the last case was not finished, and made-up data of it may be left in the test tenant",
};
/// How large a file of certificates may be, in bytes.
const MAX_ROOTS: usize = 1 << 20;
