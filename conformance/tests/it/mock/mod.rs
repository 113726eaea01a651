//! The peers that a client meets: this project's client passes, and each client that is broken on purpose fails the check
//! that is about it, and no other.

mod broken;
mod general;
mod own;
mod raw;
mod shipped;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
    time::SystemTime,
};

use tokio::runtime::{Builder, Runtime};
use tongzhou::{
    clock,
    code::lists::MemberRole,
    directory::{Directory, Enrolment, Trust},
    sealing::Identity,
    signing::SigningKey,
    value::{Instant, Uuid7},
};
use tongzhou_conformance::{
    fixture::alliance::signing_key,
    mock::{Mock, Settings, scenario, scenario::Scenario},
    report::{Report, Verdict},
    tenant,
};

/// Peers that run for one test, and who is tested by them.
pub(crate) struct Bench {
    pub(crate) mock: Mock,
    pub(crate) folder: PathBuf,
    pub(crate) scenarios: Vec<Scenario>,
    pub(crate) directory: Directory,
}

/// The code of the client under test.
pub(crate) const CODE: &str = "531000000000000008";

impl Bench {
    /// With these scenarios, or all where none is named.
    pub(crate) async fn start(test: &str, named: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mock").join(test);
        let _ = fs::remove_dir_all(&folder);
        let mut scenarios = scenario::shipped().unwrap();
        scenarios.retain(|scenario| named.is_empty() || named.contains(&scenario.id.as_str()));
        assert!(named.is_empty() || scenarios.len() == named.len(), "{named:?}");
        let entries = [entry()];
        let settings = Settings {
            entries: &entries,
            listen: "127.0.0.1:0".parse().unwrap(),
            public_url: None,
            scenarios: scenarios.clone(),
            folder: &folder,
        };
        let mock = Mock::start(settings).await.unwrap();
        let read = |name: &str| fs::read(folder.join(name)).unwrap();
        let trust = Trust::board(tenant::fingerprint().unwrap());
        let directory =
            Directory::verify(&read("directory.json"), &read("directory.jws.json"), &trust, now()).unwrap();
        Self { mock, folder, scenarios, directory }
    }

    pub(crate) fn scenario(&self, id: &str) -> &Scenario {
        self.scenarios.iter().find(|scenario| scenario.id == id).unwrap()
    }
}

pub(crate) fn key() -> SigningKey {
    signing_key("client of a test")
}

/// What opens what is sealed for the client under test.
pub(crate) fn opening() -> &'static Identity {
    static OPENING: OnceLock<Identity> = OnceLock::new();
    OPENING.get_or_init(Identity::generate)
}

pub(crate) fn now() -> Instant {
    clock::instant(SystemTime::now()).unwrap()
}

fn entry() -> Vec<u8> {
    let enrolment = Enrolment {
        member_id: Uuid7::from_parts(0x019a_0000_0000, [9; 10]),
        code: CODE.to_owned(),
        name: "示例被测机构".to_owned(),
        roles: vec![MemberRole::Charity],
        signing: Some(key().verifying_key()),
        recipient: Some(opening().recipient().to_string()),
        phone: None,
    };
    enrolment.entry(now(), 1).unwrap()
}

pub(crate) fn runtime() -> Runtime {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// The ids of the checks with this verdict.
pub(crate) fn with(report: &Report, verdict: Verdict) -> Vec<&str> {
    let checks = report.checks.iter().filter(|check| check.verdict == verdict);
    checks.map(|check| check.id.as_str()).collect()
}

/// Why a check failed, in English.
pub(crate) fn why<'r>(report: &'r Report, id: &str) -> &'r str {
    let check = report.checks.iter().find(|check| check.id == id).unwrap();
    check.reason.as_ref().map_or("", |reason| reason.en.as_str())
}
