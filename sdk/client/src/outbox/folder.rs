//! The folder of an outbox: one small file for each task and each message, each written whole or not at all.

use std::{
    collections::BTreeMap,
    fs::{self, File, TryLockError},
    io::{self, Cursor, Read, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_with::skip_serializing_none;
use tongzhou::{
    package::atomic::{Existing, write_atomically, write_private},
    sealing::{Identity, Opened, Recipient, Sealer},
};
use tongzhou_exchange::{
    batch::{ANSWERS_ENDING, BatchFault},
    message::{
        claim::ExpenseToken,
        lookup::SubjectToken,
        wire::{At, Id, Organisation},
    },
    problem::Problem,
    token::Token,
};

use crate::{
    error::{ClientError, TooFew},
    task::{Done, Task},
};

/// A task in an outbox.
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Job {
    /// Its id in this outbox.
    pub job_id: Id,
    /// Its place among the others.
    pub number: u64,
    /// When it was put in.
    pub created: At,
    /// The name of what is asked for in the end.
    pub operation: String,
    /// What became of it, once that is known.
    pub outcome: Option<Outcome>,
}

/// What became of a task.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Outcome {
    /// The answer, as the text of a JSON object.
    pub answer: Option<String>,
    /// Why it was refused.
    pub problem: Option<Problem>,
    /// The token of the bill that it was about.
    pub expense: Option<ExpenseToken>,
    /// The tokens of the child that it was about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<SubjectToken>,
    /// The evaluators that gave a false answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lying: Vec<Organisation>,
}

/// A message that is to be carried, or was and has no answer that the task has taken.
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Waiting {
    pub(super) message_id: Id,
    pub(super) number: u64,
    pub(super) job_id: Id,
    pub(super) to: Organisation,
    pub(super) operation: String,
    pub(super) body: String,
    /// The batches in which it was carried.
    pub(super) batches: Vec<Id>,
    pub(super) reply: Option<Answered>,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Answered {
    Answer(String),
    Problem(Box<Problem>),
}

/// The folder, with all that is in it.
#[derive(Debug)]
pub(super) struct Folder {
    root: PathBuf,
    jobs: BTreeMap<u64, Job>,
    messages: BTreeMap<Id, Waiting>,
    /// Held as long as the folder is used.
    _lock: File,
}

impl Outcome {
    pub(super) fn done(done: Done) -> Self {
        Self {
            answer: Some(String::from_utf8_lossy(&done.answer).into_owned()),
            problem: None,
            expense: done.tokens.first().and_then(Token::expense),
            subjects: done.tokens.iter().filter_map(Token::subject).collect(),
            lying: done.liars.into_iter().map(|liar| liar.member).collect(),
        }
    }

    pub(super) fn refused(problem: Problem) -> Self {
        Self { problem: Some(problem), ..Self::default() }
    }

    pub(super) fn too_few(few: &TooFew) -> Self {
        Self {
            problem: few.refused.first().map(|(_, problem)| problem.clone()),
            lying: few.lying.iter().map(|liar| liar.member.clone()).collect(),
            ..Self::default()
        }
    }
}

impl Folder {
    pub(super) fn open(root: &Path) -> Result<Self, ClientError> {
        for below in [JOBS, MESSAGES, ANSWERS] {
            fs::create_dir_all(root.join(below))?;
        }
        owner_only(root)?;
        let lock = File::options().create(true).truncate(false).write(true).open(root.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(io::Error::from(io::ErrorKind::WouldBlock).into()),
            // Where files cannot be locked, one program at a time uses the outbox.
            Err(TryLockError::Error(_)) => {}
        }
        let jobs = read_all::<Job>(&root.join(JOBS))?.into_iter().map(|job| (job.number, job)).collect();
        let messages = read_all::<Waiting>(&root.join(MESSAGES))?;
        let messages = messages.into_iter().map(|message| (message.message_id, message)).collect();
        let mut folder = Self { root: root.to_owned(), jobs, messages, _lock: lock };
        let finished: Vec<Id> =
            folder.jobs().filter(|job| job.outcome.is_some()).map(|job| job.job_id).collect();
        for id in finished {
            folder.tidy(id)?;
        }
        Ok(folder)
    }

    /// Makes the outbox that of a member, or says whose it is: what is in it is sealed for one member's keys.
    pub(super) fn belongs_to(&self, us: &Organisation) -> Result<(), ClientError> {
        let path = self.root.join(OWNER);
        match fs::read_to_string(&path) {
            Ok(text) => match text.trim_end().parse::<Organisation>() {
                Ok(owner) if owner == *us => Ok(()),
                Ok(owner) => Err(ClientError::OthersOutbox(owner)),
                Err(_) => Err(ClientError::Form),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Ok(write_private(&path, format!("{us}\n").as_bytes())?)
            }
            Err(error) => Err(error.into()),
        }
    }

    pub(super) fn jobs(&self) -> impl Iterator<Item = &Job> {
        self.jobs.values()
    }

    pub(super) fn job(&self, id: Id) -> Option<Job> {
        self.jobs().find(|job| job.job_id == id).cloned()
    }

    /// The messages that have no answer.
    pub(super) fn messages(&self) -> impl Iterator<Item = &Waiting> {
        self.messages.values().filter(|message| message.reply.is_none())
    }

    pub(super) fn message(&self, id: Id) -> Option<&Waiting> {
        self.messages.get(&id)
    }

    /// The message of a task that asks this of this member, answered or not.
    pub(super) fn asked(&self, job: Id, to: &Organisation, operation: &str, body: &str) -> Option<&Waiting> {
        self.messages.values().find(|message| {
            message.job_id == job
                && message.to == *to
                && message.operation == operation
                && message.body == body
        })
    }

    /// First what is to be done, sealed for ourselves; then that it is to be done.
    pub(super) fn add(
        &mut self,
        id: Id,
        created: At,
        task: &Task,
        recipients: &[Recipient],
    ) -> Result<(), ClientError> {
        let mut sealer = Sealer::new(recipients, Vec::new()).map_err(BatchFault::NotSealed)?;
        sealer.write_all(&task.to_bytes()?)?;
        write_private(&self.task_path(id), &sealer.finish()?)?;
        let number = self.jobs.last_key_value().map_or(1, |(number, _)| number.saturating_add(1));
        let operation = task.operation().name().to_owned();
        let job = Job { job_id: id, number, created, operation, outcome: None };
        put(&self.job_path(id), &job)?;
        self.jobs.insert(number, job);
        Ok(())
    }

    pub(super) fn task(&self, id: Id, identities: &[Identity]) -> Result<Task, ClientError> {
        let file = fs::read(self.task_path(id))?;
        let refused = |error: tongzhou::sealing::UnsealError| match error {
            tongzhou::sealing::UnsealError::Refused(fault) => ClientError::Batch(fault.into()),
            tongzhou::sealing::UnsealError::Io(error) => error.into(),
        };
        let mut opened = Opened::open(Cursor::new(file), identities).map_err(refused)?;
        let mut bytes = zeroize::Zeroizing::new(Vec::new());
        opened.read_to_end(&mut bytes)?;
        Task::from_bytes(&bytes)
    }

    pub(super) fn wait(&mut self, mut message: Waiting) -> Result<(), ClientError> {
        let last = self.messages.values().map(|message| message.number).max();
        message.number = last.map_or(1, |last| last.saturating_add(1));
        put(&self.message_path(message.message_id), &message)?;
        self.messages.insert(message.message_id, message);
        Ok(())
    }

    pub(super) fn carried(&mut self, messages: &[Waiting], batch: Id) -> Result<(), ClientError> {
        for message in messages {
            self.change(message.message_id, |message| message.batches.push(batch))?;
        }
        Ok(())
    }

    pub(super) fn answered(&mut self, id: Id, outcome: Result<String, Problem>) -> Result<(), ClientError> {
        let reply = match outcome {
            Ok(answer) => Answered::Answer(answer),
            Err(problem) => Answered::Problem(Box::new(problem)),
        };
        self.change(id, |message| message.reply = Some(reply))
    }

    /// What could not be done at that moment goes with the next file.
    pub(super) fn ask_again(&mut self, id: Id) -> Result<(), ClientError> {
        self.change(id, |message| message.batches.clear())
    }

    pub(super) fn keep_answers(&self, batch: Id, file: &[u8]) -> Result<(), ClientError> {
        match write_private(&self.root.join(ANSWERS).join(format!("{}{ANSWERS_ENDING}", batch.0)), file) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// First what became of it; then what it was made of is gone.
    pub(super) fn finish(&mut self, id: Id, outcome: Outcome) -> Result<Job, ClientError> {
        let mut job = self.job(id).ok_or(ClientError::Form)?;
        job.outcome = Some(outcome);
        put(&self.job_path(id), &job)?;
        self.jobs.insert(job.number, job.clone());
        self.tidy(id)?;
        Ok(job)
    }

    /// Forgets a task that could not begin.
    pub(super) fn drop_job(&mut self, id: Id) -> Result<(), ClientError> {
        self.jobs.retain(|_, job| job.job_id != id);
        remove(&self.job_path(id))?;
        self.tidy(id)
    }

    fn tidy(&mut self, id: Id) -> Result<(), ClientError> {
        remove(&self.task_path(id))?;
        let of_job = self.messages.values().filter(|message| message.job_id == id);
        let of_job: Vec<Id> = of_job.map(|message| message.message_id).collect();
        for message in of_job {
            remove(&self.message_path(message))?;
            self.messages.remove(&message);
        }
        Ok(())
    }

    fn change(&mut self, id: Id, change: impl FnOnce(&mut Waiting)) -> Result<(), ClientError> {
        let mut message = self.messages.get(&id).cloned().ok_or(ClientError::Form)?;
        change(&mut message);
        put(&self.message_path(id), &message)?;
        self.messages.insert(id, message);
        Ok(())
    }

    fn task_path(&self, id: Id) -> PathBuf {
        self.root.join(JOBS).join(format!("{}.task.age", id.0))
    }

    fn job_path(&self, id: Id) -> PathBuf {
        self.root.join(JOBS).join(format!("{}.json", id.0))
    }

    fn message_path(&self, id: Id) -> PathBuf {
        self.root.join(MESSAGES).join(format!("{}.json", id.0))
    }
}

/// Writes a file that was not there.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_atomically(path, Existing::Keep, |file| file.write_all(bytes))
}

/// Writes a file that only its owner reads, new or in the place of one that only its owner reads.
fn put<T: Serialize>(path: &Path, value: &T) -> Result<(), ClientError> {
    let bytes = serde_json::to_vec(value).map_err(|_| ClientError::Form)?;
    if fs::exists(path)? {
        write_atomically(path, Existing::Replace, |file| file.write_all(&bytes))?;
    } else {
        write_private(path, &bytes)?;
    }
    Ok(())
}

fn read_all<T: DeserializeOwned>(folder: &Path) -> Result<Vec<T>, ClientError> {
    let mut read = Vec::new();
    for item in fs::read_dir(folder)? {
        let path = item?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            // What is read here was written here.
            read.push(serde_json::from_slice(&fs::read(&path)?).map_err(|_| ClientError::Form)?);
        }
    }
    Ok(read)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Where the system can tell people apart, only its owner looks into the folder.
fn owner_only(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

const JOBS: &str = "jobs";
const MESSAGES: &str = "messages";
const ANSWERS: &str = "answers";
const LOCK: &str = "lock";
const OWNER: &str = "owner";
