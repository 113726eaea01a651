//! The scenarios as they are shipped, and the papers that they make.

use std::{collections::BTreeSet, fs};

use tongzhou::{
    code::lists::ConformanceRole as Role,
    validate::{self, Answer, Options},
};
use tongzhou_conformance::{
    mock::{Mock, MockFault, Settings, scenario, watched},
    report::{Outcome, Verdict},
    role::Roles,
};

use super::{Bench, now, runtime, with};

#[test]
fn every_check_cites_what_binds_who_asks_or_who_sends() {
    let roles = Roles::shipped().unwrap();
    let scenarios = scenario::shipped().unwrap();
    let promises = scenarios.iter().flat_map(|scenario| &scenario.checks);
    let cited: Vec<(String, String)> = promises
        .flat_map(|promise| promise.requirements.iter().map(|id| (promise.id.clone(), id.clone())))
        .chain(watched().flat_map(|(check, ids)| ids.iter().map(|id| (check.to_owned(), (*id).to_owned()))))
        .collect();
    for (check, id) in &cited {
        let bound = roles.of(id);
        assert!(
            bound.contains(&Role::Reporter) || bound.contains(&Role::Producer),
            "{check} cites {id}, which binds {bound:?}"
        );
    }
    let checks: BTreeSet<&String> = cited.iter().map(|(check, _)| check).collect();
    let all = scenarios.iter().map(|scenario| scenario.checks.len()).sum::<usize>() + watched().count();
    assert_eq!(checks.len(), all, "a check without a requirement, or an id that stands twice");
}

#[test]
fn every_plan_misbehaves_at_least_once_and_every_scenario_is_told_and_judged() {
    for scenario in scenario::shipped().unwrap() {
        assert!(!scenario.checks.is_empty() && !scenario.commands.is_empty(), "{}", scenario.id);
        assert!(scenario.faults.iter().all(|plan| !plan.tries.is_empty()), "{}", scenario.id);
        assert!(!scenario.todo.is_empty() && !scenario.todo_zh.is_empty(), "{}", scenario.id);
    }
}

#[test]
fn a_client_that_does_nothing_passes_nothing_and_its_papers_are_sound() {
    runtime().block_on(async {
        let bench = Bench::start("nothing", &[]).await;
        for scenario in &bench.scenarios {
            for file in fs::read_dir(bench.folder.join(&scenario.id)).unwrap() {
                let path = file.unwrap().path();
                if path.extension().is_none_or(|ending| ending != "json") {
                    continue;
                }
                let checked = validate::document(&fs::read(&path).unwrap(), &Options::on(now().china_date()));
                // Those in which a number or a burden is wrong are so on purpose.
                let on_purpose = ["check-character", "other-birth-date", "not-claimable"];
                let sound = checked.answer() == Answer::Sound;
                assert!(sound || on_purpose.contains(&scenario.id.as_str()), "{}", path.display());
            }
        }
        let report = bench.mock.finish().await;
        assert_eq!(report.outcome(), Outcome::CouldNotCheck);
        assert_eq!(with(&report, Verdict::CouldNotCheck).len(), report.checks.len());
        assert!(!bench.folder.join("nodes").exists());

        // The folder is not written over.
        let settings = Settings {
            entries: &[super::entry()],
            listen: "127.0.0.1:0".parse().unwrap(),
            public_url: None,
            scenarios: Vec::new(),
            folder: &bench.folder,
        };
        assert!(matches!(Mock::start(settings).await, Err(MockFault::FolderInUse)));
    });
}
