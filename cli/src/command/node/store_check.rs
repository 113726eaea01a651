//! `tongzhou node store-check`: whether a database does what claims rely on.

use tongzhou::text::{Bilingual, Lang};
use tongzhou_node::store::{
    Store,
    check::{Probe, Verdict, check},
};

use super::run::runtime;
use crate::{
    args::node::StoreCheck,
    exit::Exit,
    node_trouble::NodeTrouble,
    speech::{Failure, answer},
};

/// Runs the command.
pub(super) fn run(args: &StoreCheck, lang: Lang) -> Result<Exit, Failure> {
    let fail = |trouble: NodeTrouble| Failure { what: trouble.into(), lang };
    let runtime = runtime().map_err(fail)?;
    let store = runtime.block_on(Store::open(&args.database)).map_err(NodeTrouble::Store).map_err(fail)?;
    let probes = runtime.block_on(check(&store));
    for probe in &probes {
        answer(line(probe, lang), lang)?;
    }
    Ok(probes.iter().map(|probe| exit(&probe.verdict)).max().unwrap_or(Exit::CouldNot))
}

fn line(probe: &Probe, lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    let relies_on = probe.relies_on.in_lang(lang);
    match &probe.verdict {
        Verdict::Holds => format!("✓ {relies_on}\n"),
        Verdict::Broken(seen) => format!("✗ {relies_on}\n  {}: {seen}\n", say("所见", "seen")),
        Verdict::NotTried(error) => {
            format!("? {relies_on}\n  {}: {error}\n", say("无法试验", "it could not be tried"))
        }
    }
}

const fn exit(verdict: &Verdict) -> Exit {
    match verdict {
        Verdict::Holds => Exit::Sound,
        Verdict::Broken(_) => Exit::Wrong,
        Verdict::NotTried(_) => Exit::CouldNot,
    }
}
