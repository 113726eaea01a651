//! The two ways: over HTTP to a node that runs, and by files to one that does not.

use std::{collections::BTreeMap, fs, time::Duration};

use rusqlite::types::ValueRef;
use serde_json::Value;
use tongzhou::{sealing::Identity as Opening, signing::SigningKey, value::Instant};
use tongzhou_client::{
    Client, ClientError, Options, Patience, Surroundings, Task,
    outbox::{Desk, Exported, Job, Outbox},
};
use tongzhou_exchange::{
    message::wire::{Id, Organisation},
    problem::Problem,
};
use tongzhou_node::{
    batch::Office,
    node::{Node, Parts, Running},
};

use super::script::{Case, Dice, Learnt, Line, learn};
use crate::{
    client_alliance::{Alliance, Party},
    site::Site,
};

/// What a request came to: its answer or its problem, without moments and incidents.
pub(super) type Verdict = Result<Value, String>;

/// Every row of the registry, without moments, salts and what the housekeeping of a running node does at times of
/// its own.
pub(super) fn ledger(site: &Site) -> BTreeMap<String, Vec<String>> {
    let database = rusqlite::Connection::open(site.folder.join("data/node.db")).unwrap();
    let tables = [
        "expense",
        "burden",
        "statement",
        "claim",
        "outbox",
        "question",
        "consent",
        "aid_entry",
        "intent",
        "access",
        "notice",
        "suspicion",
        "suspicion_record",
    ];
    tables.into_iter().map(|table| (table.to_owned(), rows(&database, table))).collect()
}

pub(super) fn rows(database: &rusqlite::Connection, table: &str) -> Vec<String> {
    let mut columns = database.prepare(&format!("SELECT name FROM pragma_table_info('{table}')")).unwrap();
    let columns: Vec<String> = columns.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let timeless = |name: &&String| {
        !name.ends_with("_at")
            && !["at", "valid_until", "salt", "record", "erased_rows", "notice_id"].contains(&name.as_str())
    };
    let kept: Vec<&str> = columns.iter().filter(timeless).map(String::as_str).collect();
    let mut select = database.prepare(&format!("SELECT {} FROM {table}", kept.join(", "))).unwrap();
    let shown = |value: ValueRef<'_>| match value {
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        other => format!("{other:?}"),
    };
    let mut all: Vec<String> = select
        .query_map([], |row| {
            let values = (0..kept.len()).map(|at| shown(row.get_ref(at).unwrap()));
            Ok(values.collect::<Vec<_>>().join(" | "))
        })
        .unwrap()
        .map(Result::unwrap)
        .filter(|row| table != "access" || !row.contains("accesses/read"))
        .collect();
    all.sort();
    all
}

/// Members that ask over HTTP.
pub(super) struct ByHttp {
    pub(super) clients: Vec<Client>,
    pub(super) node: Running,
}

impl ByHttp {
    pub(super) async fn start(side: &Site, alliance: &Alliance) -> Self {
        // Whom it tells of what depends on when it looks: both sides are swept at the same places of the scripts.
        let node = Node::start(side.config()).await.unwrap().without_housekeeping().await;
        let client = |party: &Party| {
            let mut options = Options::default();
            options.patience = Patience { deadline: Duration::from_secs(60), ..options.patience };
            options.addresses.insert(alliance.registry.code.clone(), node.url().parse().unwrap());
            let (directory, surroundings) = (alliance.directory(), Surroundings::system());
            Client::over_http(&directory, party.code.clone(), party.key(), surroundings, &options).unwrap()
        };
        Self { clients: alliance.charities.iter().map(client).collect(), node }
    }

    pub(super) async fn run(&self, lines: &[Line], case: &Case) -> Vec<Verdict> {
        let mut learnt = Learnt::default();
        let mut verdicts = Vec::new();
        for (number, line) in lines.iter().enumerate() {
            let client = &self.clients[line.member];
            let Some(task) = line.step.task(client, case, &learnt) else {
                verdicts.push(Err("nothing to do".to_owned()));
                continue;
            };
            verdicts.push(match task.run(client).await {
                Ok(done) => {
                    line.step.learn(number, &done, &mut learnt);
                    Ok(timeless(&done.answer))
                }
                Err(error) => Err(refused(&error)),
            });
        }
        verdicts
    }
}

/// Members that carry files.
pub(super) struct ByFile<'a> {
    alliance: &'a Alliance,
    side: &'a Site,
    pub(super) parts: Parts,
    /// With which tasks are made.
    makers: Vec<Client>,
    round: u32,
}

impl<'a> ByFile<'a> {
    pub(super) async fn start(side: &'a Site, alliance: &'a Alliance, makers: Vec<Client>) -> Self {
        let parts = Parts::prepare(&side.config()).await.unwrap();
        Self { alliance, side, parts, makers, round: 0 }
    }

    pub(super) async fn run(&mut self, lines: &[Line], case: &Case, dice: &mut Dice) -> Vec<Verdict> {
        let mut learnt = Learnt::default();
        let mut verdicts: Vec<Option<Verdict>> = vec![None; lines.len()];
        // What was put in and is not answered yet, by its outbox.
        let mut waiting: Vec<(usize, usize, Id)> = Vec::new();
        for (number, line) in lines.iter().enumerate() {
            // Only what takes as many rounds goes together, so that everything is done in the order of the script; and
            // only of one member, since each has a file of its own.
            let alone = waiting.iter().any(|(of, member, _)| {
                lines[*of].step.needs_tokens() != line.step.needs_tokens() || *member != line.member
            });
            let rests = line.step.rests_on().is_some_and(|of| waiting.iter().any(|(at, ..)| *at == of));
            if alone || rests {
                self.carry(&mut waiting, lines, &mut verdicts, &mut learnt, dice).await;
            }
            let Some(task) = line.step.task(&self.makers[line.member], case, &learnt) else {
                verdicts[number] = Some(Err("nothing to do".to_owned()));
                continue;
            };
            let job = self.put(line.member, &task).await;
            waiting.push((number, line.member, job));
            if line.carried {
                self.carry(&mut waiting, lines, &mut verdicts, &mut learnt, dice).await;
            }
        }
        self.carry(&mut waiting, lines, &mut verdicts, &mut learnt, dice).await;
        verdicts.into_iter().map(Option::unwrap).collect()
    }

    pub(super) fn outbox(&self, member: usize) -> Outbox {
        Outbox::open(&self.side.folder.join(format!("outbox-{member}"))).unwrap()
    }

    pub(super) async fn put(&self, member: usize, task: &Task) -> Id {
        let (directory, key, identities) = self.desk(member);
        let desk = desk(&directory, &key, &identities, &self.alliance.charities[member]);
        self.outbox(member).put(&desk, task).await.unwrap().job_id
    }

    pub(super) fn desk(&self, member: usize) -> (tongzhou::directory::Directory, SigningKey, Vec<Opening>) {
        let party = &self.alliance.charities[member];
        (self.alliance.directory(), party.key(), vec![party.identity.clone()])
    }

    /// There and back, as often as it takes; files get lost and come twice on the way.
    async fn carry(
        &mut self,
        waiting: &mut Vec<(usize, usize, Id)>,
        lines: &[Line],
        verdicts: &mut [Option<Verdict>],
        learnt: &mut Learnt,
        dice: &mut Dice,
    ) {
        let Some((_, member, _)) = waiting.first().copied() else { return };
        let (directory, key, identities) = self.desk(member);
        let us = &self.alliance.charities[member];
        let mut again = false;
        loop {
            let desk = desk(&directory, &key, &identities, us);
            self.round += 1;
            let stick = self.side.folder.join("stick").join(self.round.to_string());
            fs::create_dir_all(&stick).unwrap();
            let files = self.outbox(member).export(&desk, &stick, again).await.unwrap();
            again = false;
            if files.is_empty() {
                break;
            }
            for file in &files {
                let answers = self.answered(file).await;
                match dice.below(6) {
                    // The answers are lost on their way, and the same is handed in again later. Of several messages the
                    // first would then be answered by what the others did: what is read, is read anew.
                    0 if waiting.len() == 1 => again = true,
                    // The same file is handed in twice.
                    1 => {
                        let once_more = self.answered(file).await;
                        self.outbox(member).import(&desk, &answers).await.unwrap();
                        self.outbox(member).import(&desk, &once_more).await.unwrap();
                    }
                    _ => {
                        self.outbox(member).import(&desk, &answers).await.unwrap();
                    }
                }
            }
            let _ = fs::remove_dir_all(&stick);
        }
        let jobs = self.outbox(member).jobs();
        for (number, _, id) in waiting.drain(..) {
            let job = jobs.iter().find(|job| job.job_id == id).unwrap();
            let outcome = job.outcome.as_ref().unwrap();
            verdicts[number] = Some(match (&outcome.answer, &outcome.problem) {
                (Some(answer), _) => {
                    learn(&lines[number].step, number, outcome, learnt);
                    Ok(timeless(answer.as_bytes()))
                }
                (None, Some(problem)) => Err(told(problem)),
                (None, None) => Err("no token".to_owned()),
            });
        }
        // Outboxes are read whole at every step; a new one for what comes keeps a thousand scripts short.
        let _ = fs::remove_dir_all(self.side.folder.join(format!("outbox-{member}")));
    }

    /// One task, there and back.
    pub(super) async fn outbox_of(&self, outbox: Outbox, desk: &Desk<'_>, task: &Task) -> Job {
        let job = outbox.put(desk, task).await.unwrap();
        let files = outbox.export(desk, &self.side.folder, false).await.unwrap();
        outbox.import(desk, &self.answered(&files[0]).await).await.unwrap();
        outbox.jobs().into_iter().find(|other| other.job_id == job.job_id).unwrap()
    }

    pub(super) async fn answered(&self, file: &Exported) -> Vec<u8> {
        let directory = self.alliance.directory();
        let office = Office {
            answers: &self.parts.roles,
            store: &self.parts.store,
            directory: &directory,
            us: self.alliance.registry.code.clone(),
            key: &self.parts.key,
            identities: &self.parts.identities,
        };
        let now = Surroundings::system().now().unwrap();
        office.import(&fs::read(&file.path).unwrap(), now).await.unwrap().file
    }
}

pub(super) fn desk<'d>(
    directory: &'d tongzhou::directory::Directory,
    key: &'d SigningKey,
    identities: &'d [Opening],
    us: &Party,
) -> Desk<'d> {
    let us: Organisation = us.code.clone();
    Desk { directory, us, key, identities, surroundings: Surroundings::system() }
}

/// An answer without moments.
pub(super) fn timeless(answer: &[u8]) -> Value {
    fn forget(value: &mut Value) {
        match value {
            Value::String(text) if text.parse::<Instant>().is_ok() => *text = "a moment".to_owned(),
            Value::Array(all) => {
                // Who reads the accesses twice has looked twice: the request has no id, and a file may come twice.
                all.retain(|each| each["operation"] != "accesses/read");
                all.iter_mut().for_each(forget);
            }
            Value::Object(all) => all.values_mut().for_each(forget),
            _ => {}
        }
    }
    let mut value = serde_json::from_slice(answer).unwrap();
    forget(&mut value);
    value
}

pub(super) fn refused(error: &ClientError) -> String {
    error.problem().map_or_else(|| format!("{error:?}"), told)
}

pub(super) fn told(problem: &Problem) -> String {
    let problem = Problem { incident: None, ..problem.clone() };
    format!("{:?} {:?} {:?}", problem.code, problem.left, problem.findings)
}
