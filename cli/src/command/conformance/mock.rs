//! `tongzhou conformance serve-mock`: the peers of a client that is tested.

use std::{future::ready, pin::pin, time::Duration};

use tokio::runtime::Builder;
use tongzhou::{
    directory::MAX_DIRECTORY_BYTES,
    text::{Bilingual, Lang},
};
use tongzhou_conformance::{
    mock::{Mock, Progress, Settings, scenario},
    report::Report,
};
use tongzhou_node::node::until_told;

use super::verdicts;
use crate::{
    args::mock::ServeMock,
    conformance_trouble::ConformanceTrouble,
    exit::Exit,
    input,
    speech::{Failure, What, remark, shown},
};

pub(super) fn run(args: &ServeMock, lang: Lang) -> Result<Exit, Failure> {
    let known = verdicts::known(&args.known, lang)?;
    let report = report(args, lang).map_err(|what| Failure { what, lang })?;
    verdicts::conclude(report, known.as_ref(), args.format, lang)
}

fn report(args: &ServeMock, lang: Lang) -> Result<Report, What> {
    let mut scenarios = scenario::shipped().map_err(ConformanceTrouble::Scenarios)?;
    let known = || scenarios.iter().map(|scenario| scenario.id.clone()).collect();
    let mut named = args.scenarios.iter();
    if let Some(name) = named.find(|name| scenarios.iter().all(|scenario| scenario.id != **name)) {
        return Err(ConformanceTrouble::NoScenario(name.clone(), known()).into());
    }
    scenarios.retain(|scenario| args.scenarios.is_empty() || args.scenarios.contains(&scenario.id));
    let read = args.members.iter().map(|path| input::file_up_to(path, MAX_DIRECTORY_BYTES));
    let entries = read.collect::<Result<Vec<_>, _>>()?;
    let runtime = Builder::new_multi_thread().enable_all().build().map_err(ConformanceTrouble::Runtime)?;
    runtime.block_on(async {
        let settings = Settings {
            entries: &entries,
            listen: args.listen,
            public_url: args.public_url.as_deref(),
            scenarios,
            folder: &args.output,
        };
        let mock = Mock::start(settings).await;
        let mock = mock.map_err(|fault| ConformanceTrouble::Mock(args.output.clone(), Box::new(fault)))?;
        // Listened for before it is said that anything runs, so that whoever stops it at once gets a report too.
        let mut stop = pin!(until_told());
        tokio::select! {
            biased;
            () = &mut stop => return Ok(mock.finish().await),
            () = ready(()) => {}
        }
        begun(args, &mock, lang);
        let mut last = None;
        let seconds = args.seconds.map_or(Duration::MAX, Duration::from_secs);
        let told = |progress: &Progress| {
            let now = (progress.done, progress.waiting_for.clone());
            if last.as_ref() != Some(&now) {
                step(progress, lang);
                last = Some(now);
            }
        };
        tokio::select! {
            biased;
            () = stop => {}
            // Without an end of its own it runs until all is done.
            () = tokio::time::sleep(seconds.min(LONGEST)) => {}
            () = mock.until_done(told) => {}
        }
        Ok(mock.finish().await)
    })
}

fn begun(args: &ServeMock, mock: &Mock, lang: Lang) {
    let (url, folder) = (mock.url(), shown(&args.output.join("instructions.md")));
    remark(match lang {
        Lang::ZhCn => format!("模拟对方已启动：{url}\n请按 {folder} 操作"),
        Lang::En => format!("the peers are running: {url}\nwhat to do with your system: {folder}"),
    });
}

fn step(progress: &Progress, lang: Lang) {
    let Progress { done, all, waiting_for, .. } = progress;
    let of = Bilingual { zh: "场景", en: "scenarios" }.in_lang(lang);
    remark(match (waiting_for, lang) {
        (Some(name), Lang::ZhCn) => format!("{of} {done}/{all}，等待：{name}"),
        (Some(name), Lang::En) => format!("{of} {done} of {all}, waiting for {name}"),
        (None, Lang::ZhCn) => format!("{of} {done}/{all}，稍候片刻，看是否还有请求"),
        (None, Lang::En) => format!("{of} {done} of {all}, waiting a little for what may still come"),
    });
}

const LONGEST: Duration = Duration::from_secs(86_400 * 365);
