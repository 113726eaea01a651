//! What becomes of every report: known failures excused, told in the form that was asked for, and an exit code. Each
//! command that makes a report ends here. And `tongzhou conformance compare`.

use std::{fs::File, path::Path};

use tongzhou::text::Lang;
use tongzhou_conformance::{
    listed::MAX_TABLE_BYTES,
    report::{Comparison, KnownFailing, MAX_REPORT_BYTES, Outcome, Report},
};

use crate::{
    args::{
        Format,
        conformance::ReportFormat,
        verdicts::{Compare, KnownFailingArg, Show},
    },
    clock::now,
    delivered,
    exit::Exit,
    input::read_up_to,
    speech::{Failure, What, answer, complain},
    verdict_trouble::VerdictTrouble,
};

/// A list of known failures and where it lies. It is read before the run, which may take long.
pub(super) struct Known<'a> {
    path: &'a Path,
    list: KnownFailing,
}

/// The list that was named, if any.
pub(super) fn known(args: &KnownFailingArg, lang: Lang) -> Result<Option<Known<'_>>, Failure> {
    let read = |path: &'_ std::path::PathBuf| {
        let bytes = bytes(path, MAX_TABLE_BYTES)?;
        KnownFailing::read(&bytes, now()?.china_date())
            .map_err(|fault| What::from(VerdictTrouble::List(path.clone(), fault)))
    };
    let Some(path) = &args.known_failing else { return Ok(None) };
    let list = read(path).map_err(|what| Failure { what, lang })?;
    Ok(Some(Known { path, list }))
}

/// Tells a report that was just made, and how the program ends with it.
pub(super) fn conclude(
    mut report: Report,
    known: Option<&Known<'_>>,
    format: ReportFormat,
    lang: Lang,
) -> Result<Exit, Failure> {
    report.ran_at = Some(now().map_err(|what| Failure { what, lang })?);
    let stale = known.and_then(|known| Some((known, report.excuse(&known.list).err()?)));
    let exit = tell(&report, format, lang)?;
    if let Some((known, lines)) = stale {
        let what = VerdictTrouble::Stale(known.path.to_owned(), lines).into();
        return Ok(complain(&Failure { what, lang }));
    }
    Ok(exit)
}

/// Runs `report`.
pub(super) fn show(args: &Show, lang: Lang) -> Result<Exit, Failure> {
    let (_, report) = report(&args.report).map_err(|what| Failure { what, lang })?;
    tell(&report, args.format, lang)
}

/// Tells a report in this form, and what it came to.
fn tell(report: &Report, format: ReportFormat, lang: Lang) -> Result<Exit, Failure> {
    let text = match format {
        ReportFormat::Human => report.told(lang),
        ReportFormat::Junit => report.to_junit(),
        ReportFormat::Html => report.to_html(lang),
        ReportFormat::Json => delivered::json(report).map_err(|what| Failure { what, lang })?,
    };
    answer(text, lang)?;
    Ok(match report.outcome() {
        Outcome::Passed | Outcome::Excused => Exit::Sound,
        Outcome::Failed => Exit::Wrong,
        Outcome::CouldNotCheck => Exit::CouldNot,
    })
}

/// Runs `compare`.
pub(super) fn compare(args: &Compare, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let (_, before) = report(&args.before).map_err(fail)?;
    let (_, after) = report(&args.after).map_err(fail)?;
    let comparison = Comparison::of(&before, &after);
    if comparison.compared == 0 {
        return Err(fail(VerdictTrouble::NothingAlike(args.before.clone(), args.after.clone()).into()));
    }
    let text = match args.format {
        Format::Human => comparison.told(lang),
        Format::Json => delivered::json(&comparison).map_err(fail)?,
    };
    answer(text, lang)?;
    Ok(if comparison.worse { Exit::Wrong } else { Exit::Sound })
}

/// A report that somebody hands in, with its bytes.
pub(super) fn report(path: &Path) -> Result<(Vec<u8>, Report), What> {
    let bytes = bytes(path, MAX_REPORT_BYTES)?;
    let report = Report::read(&bytes).map_err(|fault| VerdictTrouble::Report(path.to_owned(), fault))?;
    Ok((bytes, report))
}

/// A file, up to one byte more than it may have, so that whoever looks into it sees that it is too large.
pub(super) fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, What> {
    let read = File::open(path).and_then(|file| read_up_to(file, limit));
    read.map_err(|error| What::Read(path.to_owned(), error))
}
