//! The outbox, for members without servers: what waits to be carried, what was carried, and what became of it.
//!
//! Whatever is to be done is a [`Task`], put into a folder. [`Outbox::export`] writes what waits as sealed
//! files, one for each receiver; they are carried there, and the answers back; [`Outbox::import`] takes these and goes
//! on with every task as far as it goes. A task that needs tokens takes two rounds: the evaluators first, then the
//! registry. The same steps are taken as over HTTP, with the same ids.
//!
//! Nothing is lost: a task is written before its messages, a message before it is carried, an answer before the task goes
//! on, and each file is there whole or not at all. Nothing is done twice: a message keeps its id however often it is
//! carried. What a token is made of is stored sealed for our own key, and gone when the task is done.

mod carrier;
mod folder;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use tongzhou::{
    directory::Directory,
    model::primitive::List,
    sealing::{Identity, Recipient},
    signing::SigningKey,
    value::Instant,
};
use tongzhou_exchange::{
    batch::{Batch, BatchFault, MAX_DAYS, MAX_MESSAGES, Message, REQUESTS_ENDING, open_answers, seal_batch},
    message::{
        Operation,
        wire::{At, Id, Organisation},
    },
    problem::{Problem, is_worth_a_retry},
};

pub use self::folder::{Job, Outcome};
use self::{
    carrier::Carrier,
    folder::{Folder, Waiting},
};
use crate::{client::Client, error::ClientError, peer::Peers, surroundings::Surroundings, task::Task};

/// An outbox, held by this program alone until it is dropped.
#[derive(Debug)]
pub struct Outbox {
    folder: Arc<Mutex<Folder>>,
}

/// In whose name an outbox is used, and with what.
#[derive(Debug)]
pub struct Desk<'d> {
    /// The members.
    pub directory: &'d Directory,
    /// Who uses the outbox.
    pub us: Organisation,
    /// What we sign with.
    pub key: &'d SigningKey,
    /// What opens files that are sealed for us.
    pub identities: &'d [Identity],
    /// The clock and the random numbers.
    pub surroundings: Surroundings,
}

/// A file to be carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Where it lies.
    pub path: PathBuf,
    /// For whom it is.
    pub to: Organisation,
    /// How many messages are in it.
    pub messages: usize,
}

/// What came of a file of answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many answers were waited for.
    pub taken: usize,
    /// How many are to be asked again, with the same ids: they could not be done at that moment.
    pub again: usize,
    /// How many nobody waits for, such as those that came before.
    pub known: usize,
    /// The tasks that are done now.
    pub done: Vec<Job>,
}

impl Outbox {
    /// Opens an outbox, which is made where it is not there.
    ///
    /// # Errors
    /// Those of the file system; [`std::io::ErrorKind::WouldBlock`] where another program holds it.
    pub fn open(folder: &Path) -> Result<Self, ClientError> {
        Ok(Self { folder: Arc::new(Mutex::new(Folder::open(folder)?)) })
    }

    /// Puts a task in, and writes its first messages.
    ///
    /// # Errors
    /// Those of the file system; those of a task that cannot even begin, which is then not kept;
    /// [`ClientError::OthersOutbox`].
    pub async fn put(&self, desk: &Desk<'_>, task: &Task) -> Result<Job, ClientError> {
        self.lock().belongs_to(&desk.us)?;
        let sealed_for = desk.recipients()?;
        let id = desk.surroundings.fresh_id()?;
        let created = At(desk.now()?);
        self.with(|folder| folder.add(id, created, task, &sealed_for))?;
        match self.advance(desk, id).await {
            Ok(job) => Ok(job),
            Err(error) => {
                self.with(|folder| folder.drop_job(id))?;
                Err(error)
            }
        }
    }

    /// Every task, in the order in which they came.
    pub fn jobs(&self) -> Vec<Job> {
        self.lock().jobs().cloned().collect()
    }

    /// How many messages wait that were never carried, and how many that were and have no answer.
    pub fn waiting(&self) -> (usize, usize) {
        let folder = self.lock();
        let carried = folder.messages().filter(|message| !message.batches.is_empty()).count();
        (folder.messages().count().saturating_sub(carried), carried)
    }

    /// Writes what waits into `to`, as one file or more for each receiver; `again` also what was carried before and has
    /// no answer, with the same ids.
    ///
    /// # Errors
    /// Those of the file system and of sealing.
    pub async fn export(
        &self,
        desk: &Desk<'_>,
        to: &Path,
        again: bool,
    ) -> Result<Vec<Exported>, ClientError> {
        self.lock().belongs_to(&desk.us)?;
        // After a crash, messages of a task may be missing.
        self.go_on(desk).await?;
        let now = desk.now()?;
        let mut waiting: Vec<Waiting> = self.lock().messages().cloned().collect();
        waiting.retain(|message| again || message.batches.is_empty());
        waiting.sort_by(|one, other| (&one.to, one.number).cmp(&(&other.to, other.number)));
        let mut exported = Vec::new();
        for of_one in waiting.chunk_by(|one, other| one.to == other.to) {
            for messages in of_one.chunks(MAX_MESSAGES) {
                exported.push(self.write(desk, to, messages, now)?);
            }
        }
        Ok(exported)
    }

    /// Takes a file of answers, and goes on with every task as far as it goes.
    ///
    /// # Errors
    /// [`ClientError::Batch`] where the file is refused: then nothing was taken from it.
    pub async fn import(&self, desk: &Desk<'_>, file: &[u8]) -> Result<Imported, ClientError> {
        self.lock().belongs_to(&desk.us)?;
        let received = open_answers(file, desk.identities, desk.directory, &desk.us, desk.now()?)?;
        let (from, batch) = (received.content.from.clone(), received.content.batch_id);
        // What was answered, and by whom, can be shown later.
        self.with(|folder| folder.keep_answers(batch, file))?;
        let mut imported = Imported::default();
        for reply in received.content.answers.iter().cloned() {
            let id = reply.message_id;
            let outcome = reply.outcome().ok_or(ClientError::Batch(BatchFault::Neither))?;
            let asked = self.lock().message(id).is_some_and(|message| {
                message.to == from && message.batches.contains(&batch) && message.reply.is_none()
            });
            match outcome {
                _ if !asked => imported.known += 1,
                Err(problem) if is_worth_a_retry(problem.code) => {
                    self.with(|folder| folder.ask_again(id))?;
                    imported.again += 1;
                }
                outcome => {
                    self.with(|folder| folder.answered(id, outcome))?;
                    imported.taken += 1;
                }
            }
        }
        imported.done = self.go_on(desk).await?;
        Ok(imported)
    }

    /// Goes on with every task that is not done; those that are done now.
    async fn go_on(&self, desk: &Desk<'_>) -> Result<Vec<Job>, ClientError> {
        let open: Vec<Id> =
            self.lock().jobs().filter(|job| job.outcome.is_none()).map(|job| job.job_id).collect();
        let mut done = Vec::new();
        for id in open {
            let job = self.advance(desk, id).await?;
            if job.outcome.is_some() {
                done.push(job);
            }
        }
        Ok(done)
    }

    /// Takes one task as far as the answers go that are there.
    async fn advance(&self, desk: &Desk<'_>, id: Id) -> Result<Job, ClientError> {
        let task = self.lock().task(id, desk.identities)?;
        let peers = Peers::of(desk.directory, std::collections::BTreeMap::new(), desk.now()?)?;
        let carrier = Carrier::new(Arc::clone(&self.folder), id, desk.surroundings.clone());
        let client = Client::over(peers, desk.us.clone(), desk.surroundings.clone(), carrier);
        let outcome = match task.run(&client).await {
            Ok(done) => Outcome::done(done),
            Err(ClientError::Waiting) => {
                return self.lock().job(id).ok_or(ClientError::Form);
            }
            Err(ClientError::Refused(problem)) => Outcome::refused(*problem),
            Err(ClientError::TooFew(few)) => Outcome::too_few(&few),
            Err(error) => return Err(error),
        };
        self.with(|folder| folder.finish(id, outcome))
    }

    fn write(
        &self,
        desk: &Desk<'_>,
        folder: &Path,
        waiting: &[Waiting],
        now: Instant,
    ) -> Result<Exported, ClientError> {
        let to = waiting.first().map(|message| message.to.clone()).ok_or(ClientError::Form)?;
        let expires = Instant::from_unix_seconds(now.unix_seconds().saturating_add(MAX_DAYS * DAY));
        let (created, expires) = (now, expires.ok_or(ClientError::Clock)?);
        let id = desk.surroundings.fresh_id()?;
        let messages = waiting.iter().map(|message| Message {
            message_id: message.message_id,
            operation: message.operation.clone(),
            body: message.body.clone(),
        });
        let messages = List::first(messages);
        let batch = Batch::new(id, (desk.us.clone(), to.clone()), (At(created), At(expires)), messages);
        let file = seal_batch(&batch, desk.key, desk.directory)?;
        let path = folder.join(format!("{to}-{id}{REQUESTS_ENDING}"));
        // First the file, then that it was written: after a crash in between it is carried again, under the same ids.
        folder::write_new(&path, &file)?;
        self.with(|folder| folder.carried(waiting, id))?;
        Ok(Exported { path, to, messages: waiting.len() })
    }

    fn with<T>(&self, work: impl FnOnce(&mut Folder) -> Result<T, ClientError>) -> Result<T, ClientError> {
        work(&mut self.lock())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Folder> {
        // Every change is on the disk before it is in memory.
        self.folder.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Desk<'_> {
    /// What time it is, to the second, as files write it.
    fn now(&self) -> Result<Instant, ClientError> {
        let now = self.surroundings.now()?;
        Instant::from_unix_seconds(now.unix_seconds()).ok_or(ClientError::Clock)
    }

    /// For whom our own tasks are sealed: for ourselves.
    fn recipients(&self) -> Result<Vec<Recipient>, ClientError> {
        let recipients: Vec<Recipient> = self.identities.iter().map(Identity::recipient).collect();
        if recipients.is_empty() { Err(BatchFault::NoRecipient.into()) } else { Ok(recipients) }
    }
}

impl Job {
    /// What was asked for.
    pub fn operation(&self) -> Option<Operation> {
        Operation::named(&self.operation)
    }

    /// Why it was refused, where it was.
    pub fn problem(&self) -> Option<&Problem> {
        self.outcome.as_ref().and_then(|outcome| outcome.problem.as_ref())
    }
}

const DAY: i64 = 86_400;
