//! This project's client, at every scenario.

use std::{collections::BTreeMap, fs, io::Cursor, time::Duration};

use tokio::task::JoinSet;
use tongzhou::{
    code::{
        Code,
        lists::{AidStatus, BurdenSource, ConsentPurpose, EntryClass},
    },
    delivery, expense, json,
    model::{
        AidEntry, Application, Receipt,
        primitive::Count,
        texts::{DigestText, IdText, MonthText, OrganisationCodeText},
    },
    package::limits::Limits,
};
use tongzhou_client::{
    Client, ClientError, Options, Patience, Surroundings, Task, TokenStep, Wish, consent,
    outbox::{Desk, Outbox},
};
use tongzhou_conformance::{
    mock::{Peer, scenario::Scenario},
    report::{Outcome, Verdict},
};
use tongzhou_exchange::{
    message::{
        claim::{Burden, Confirm, Reserve},
        consent::RegisterConsent,
        notice::ListNotices,
        wire::{Hex32, Sum},
    },
    token::{Identity, expense_of, subjects_of},
};

use super::{Bench, CODE, key, now, opening, runtime, with};

/// What one scenario is done with.
pub(crate) struct Hand {
    pub(crate) client: Client,
    pub(crate) folder: std::path::PathBuf,
    scenario: Scenario,
}

impl Hand {
    pub(crate) fn of(bench: &Bench, id: &str) -> Self {
        let addresses = Peer::ALL
            .into_iter()
            .map(|peer| (peer.code().parse().unwrap(), bench.mock.address(peer).parse().unwrap()));
        let patience = Patience {
            deadline: Duration::from_secs(12),
            attempt: Duration::from_secs(4),
            // So long that what a busy machine adds does not hide that the pauses grow.
            first_pause: Duration::from_millis(500),
            longest_pause: Duration::from_secs(4),
        };
        let options =
            Options { patience, addresses: addresses.collect::<BTreeMap<_, _>>(), ..Options::default() };
        let client = Client::over_http(
            &bench.directory,
            CODE.parse().unwrap(),
            key(),
            Surroundings::system(),
            &options,
        )
        .unwrap();
        Self { client, folder: bench.folder.join(id), scenario: bench.scenario(id).clone() }
    }

    pub(crate) fn paper(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.join(name)).unwrap()
    }

    pub(crate) fn consent(&self, purpose: ConsentPurpose) -> RegisterConsent {
        let name = format!("{}.json", purpose.code());
        let salt = String::from_utf8(self.paper(&format!("{name}.salt"))).unwrap();
        let salt: Hex32 = salt.trim().parse().unwrap();
        consent::registration(&self.paper(&name), &salt.0, false, now()).unwrap()
    }

    pub(crate) fn child(&self) -> Vec<Identity> {
        if self.scenario.number.is_some() {
            let line = String::from_utf8(self.paper("number.txt")).unwrap();
            // What is masked is no number; there is an application beside it.
            if let Ok(child) = Identity::resident_id(line.trim_end_matches('\n')) {
                return vec![child];
            }
        }
        let text = self.paper("application.json");
        let application: Application<'_> = json::from_slice(&text).unwrap();
        subjects_of(&application).identities
    }

    /// Does all that the scenario asks for, as far as it can be done.
    pub(crate) async fn play(self) -> Result<(), ClientError> {
        if self.scenario.consents.contains(&ConsentPurpose::DuplicateCheck) {
            let consent = self.consent(ConsentPurpose::DuplicateCheck);
            let steps = TokenStep::begin(&self.client, &self.child(), consent.commitment)?;
            let id = self.client.surroundings().fresh_id()?;
            let task = Task::look_up(id, ConsentPurpose::DuplicateCheck, steps).under(consent);
            task.run(&self.client).await?;
        }
        for paper in &self.scenario.receipts {
            self.claim(&paper.file).await?;
        }
        if self.scenario.aid_record {
            self.register_aid().await?;
        }
        if self.scenario.package {
            self.send().await?;
        }
        if self.scenario.id == "by-file" {
            self.carry().await?;
        }
        Ok(())
    }

    /// What can be claimed on with a paper: the bill, and what the family bears.
    pub(crate) fn bill(&self, file: &str) -> Option<(Identity, Burden)> {
        let text = self.paper(file);
        let receipt: Receipt<'_> = json::from_slice(&text).unwrap();
        let expenses = expense::expenses(&[receipt], None).expenses;
        let found = expenses.first()?;
        let amount: Sum = found.burden.left?.to_string().parse().unwrap();
        let source = found.burden.source.unwrap_or(BurdenSource::Payments);
        Some((expense_of(&found.key).ok()?, Burden { amount, source }))
    }

    async fn claim(&self, file: &str) -> Result<(), ClientError> {
        let Some((bill, burden)) = self.bill(file) else { return Ok(()) };
        let wish = Wish {
            claim_id: self.client.surroundings().fresh_id()?,
            amount: "100.00".parse().unwrap(),
            burden,
            hold_days: None,
            aid_record_id: None,
        };
        let consent = self.consent(ConsentPurpose::ExpenseClaim);
        let steps = TokenStep::begin(&self.client, &[bill], consent.commitment)?;
        let done = Task::reserve(&wish, steps).under(consent).run(&self.client).await?;
        let claim = done.read::<Reserve>()?;
        let expense = done.tokens.first().and_then(tongzhou_exchange::token::Token::expense).unwrap();
        self.client.ask(&Confirm { claim_id: claim.claim_id, expense, fence: claim.fence }).await?;
        Ok(())
    }

    async fn register_aid(&self) -> Result<(), ClientError> {
        let consent = self.consent(ConsentPurpose::AidRegistration);
        let mut salt = [0; 32];
        self.client.surroundings().fill(&mut salt)?;
        let salt = Hex32(salt);
        let entry = AidEntry::builder()
            .entry_id(IdText::new(self.client.surroundings().fresh_id()?.to_string()).unwrap())
            .aid_record_id(IdText::new("019a0000-0000-7000-8000-00000000beef".to_owned()).unwrap())
            .member(OrganisationCodeText::new(CODE.to_owned()).unwrap())
            .tokens([].into())
            .coverage_class(EntryClass::Medical)
            .month(MonthText::new("2026-09".to_owned()).unwrap())
            .status(AidStatus::Paid)
            .consent_commitment(DigestText::new(consent.commitment.to_string()).unwrap())
            .salt(DigestText::new(salt.to_string()).unwrap())
            .build();
        let steps = TokenStep::begin(&self.client, &self.child(), consent.commitment)?;
        Task::append(&entry, steps).under(consent).run(&self.client).await?;
        Ok(())
    }

    async fn send(&self) -> Result<(), ClientError> {
        let (mut signed, mut sealed) = (Vec::new(), Vec::new());
        let package = Cursor::new(self.paper("package.tzpkg"));
        delivery::sign(package, &key(), &Limits::STANDARD, &mut signed).unwrap();
        let directory = directory(&self.folder);
        delivery::seal(Cursor::new(signed), &directory, now(), &Limits::STANDARD, &mut sealed).unwrap();
        let path = self.folder.join("sealed.tzpkg.age");
        fs::write(&path, sealed)?;
        self.client.submit(&Peer::EvaluatorA.code().parse().unwrap(), &path).await?;
        Ok(())
    }

    async fn carry(&self) -> Result<(), ClientError> {
        let directory = directory(&self.folder);
        let key = key();
        let desk = Desk {
            directory: &directory,
            us: CODE.parse().unwrap(),
            key: &key,
            identities: std::slice::from_ref(opening()),
            surroundings: Surroundings::system(),
        };
        let outbox = Outbox::open(&self.folder.join("outbox"))?;
        let task = Task::plain(&ListNotices { at_most: Count::saturating(10) });
        outbox.put(&desk, &task).await?;
        outbox.export(&desk, &self.folder.join("to-registry"), false).await?;
        Ok(())
    }
}

pub(crate) fn directory(within: &std::path::Path) -> tongzhou::directory::Directory {
    let folder = within.parent().unwrap();
    let read = |name: &str| fs::read(folder.join(name)).unwrap();
    let trust = tongzhou::directory::Trust::board(tongzhou_conformance::tenant::fingerprint().unwrap());
    tongzhou::directory::Directory::verify(
        &read("directory.json"),
        &read("directory.jws.json"),
        &trust,
        now(),
    )
    .unwrap()
}

#[test]
fn this_projects_client_passes_every_scenario() {
    runtime().block_on(async {
        let bench = Bench::start("own", &[]).await;
        assert_eq!(bench.mock.progress().done, 0);
        let mut hands = JoinSet::new();
        for scenario in &bench.scenarios {
            let (hand, id) = (Hand::of(&bench, &scenario.id), scenario.id.clone());
            hands.spawn(async move { (id, hand.play().await) });
        }
        let (mut stopped, mut why_not) = (Vec::new(), Vec::new());
        while let Some(played) = hands.join_next().await {
            let (id, outcome) = played.unwrap();
            if let Err(error) = outcome {
                why_not.push(format!("{id}: {error:?}"));
                stopped.push(id);
            }
        }
        stopped.sort();
        let progress = bench.mock.progress();
        let report = bench.mock.finish().await;
        for verdict in [Verdict::Fail, Verdict::CouldNotCheck] {
            let ids = with(&report, verdict);
            let told: Vec<_> =
                report.checks.iter().filter(|check| ids.contains(&check.id.as_str())).collect();
            assert!(told.is_empty(), "{verdict:?}: {told:?}; {why_not:?}");
        }
        assert_eq!((progress.done, progress.waiting_for), (progress.all, None));
        assert_eq!(report.outcome(), Outcome::Passed);
        assert_eq!(with(&report, Verdict::Pass).len(), report.checks.len());
        // Those from which nothing can come, as they say.
        let hopeless = [
            "answer-of-another",
            "answer-to-another",
            "answer-unsigned",
            "evaluations-unsigned",
            "share-twice",
            "two-evaluators-down",
            "wrong-proof",
        ];
        assert_eq!(stopped, hopeless);
    });
}
