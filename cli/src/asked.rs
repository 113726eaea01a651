//! Asking in the name of an organisation: over the network, or by putting it into the outbox.

use std::{collections::BTreeMap, time::Duration};

use serde::Serialize;
use serde_json::Value;
use tongzhou::{directory::Directory, keys::PrivateKeys, sealing::Identity, signing::SigningKey, text::Lang};
use tongzhou_client::{
    Client, ClientError, Done, Options, Patience, Peers, Surroundings, Task,
    outbox::{Desk, Job, Outbox},
    transport::{Carried, Outgoing, Transport},
};
use tongzhou_exchange::{
    message::{Operation, wire::Organisation},
    problem::Problem,
};

use crate::{
    answered,
    args::{Format, Members, asking::Asking, keys::PassphraseFrom, outbox::DeskArgs},
    clock, delivered,
    exit::Exit,
    key_file,
    key_trouble::{KeyTrouble, trouble},
    speech::{Failure, What, answer},
    watched::waiting,
};

/// Who asks, and how.
pub(crate) struct Asker<'a> {
    args: &'a Asking,
    identity: Own,
    client: Client,
    lang: Lang,
}

/// Our organisation, with what it signs and opens with.
pub(crate) struct Own {
    pub(crate) directory: Directory,
    pub(crate) us: Organisation,
    key: SigningKey,
    identities: Vec<Identity>,
}

/// What became of what was asked.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It was answered.
    Done(Done),
    /// It waits in the outbox.
    Waiting(Box<Job>),
}

impl Own {
    /// Our organisation by its key: the directory says whose it is.
    pub(crate) fn read(
        members: &Members,
        key: &std::path::Path,
        passphrase: &PassphraseFrom,
        lang: Lang,
    ) -> Result<Self, What> {
        let directory = members.read(clock::now()?)?;
        let keys: PrivateKeys = key_file::unlock(key, passphrase, lang)?;
        let signing = keys.signing().ok_or_else(|| trouble(KeyTrouble::NoSigningKey(key.to_owned())))?;
        let id = signing.verifying_key().id();
        let not_ours = || What::Asked(Box::new(ClientError::OurKey(id)));
        let signer = directory.signer(&id).ok_or_else(not_ours)?;
        let us = signer.member.code.as_str().parse().map_err(|_| not_ours())?;
        let identities = keys.opening().cloned().into_iter().collect();
        Ok(Self { us, key: SigningKey::from_seed(signing.seed().as_bytes()), identities, directory })
    }

    /// Of the arguments of the outbox.
    pub(crate) fn of_desk(args: &DeskArgs, lang: Lang) -> Result<Self, What> {
        Self::read(&args.members, &args.key, &args.passphrase, lang)
    }

    /// With which an outbox is used.
    pub(crate) fn desk(&self) -> Desk<'_> {
        Desk {
            directory: &self.directory,
            us: self.us.clone(),
            key: &self.key,
            identities: &self.identities,
            surroundings: Surroundings::system(),
        }
    }

    fn key(&self) -> SigningKey {
        SigningKey::from_seed(self.key.seed().as_bytes())
    }
}

impl<'a> Asker<'a> {
    /// Reads directory and keys, and asks nobody yet.
    pub(crate) fn new(args: &'a Asking, lang: Lang) -> Result<Self, What> {
        let identity = Own::read(&args.members, &args.key, &args.passphrase, lang)?;
        let surroundings = Surroundings::system();
        let now = surroundings.now()?;
        let mut addresses: BTreeMap<_, _> = args.at.iter().cloned().collect();
        if let Some(registry) = &args.registry {
            let code = Peers::of(&identity.directory, BTreeMap::new(), now)?.registry()?.code;
            addresses.insert(code, registry.clone());
        }
        let us = identity.us.clone();
        let client = if args.by_file.is_some() {
            let peers = Peers::of(&identity.directory, BTreeMap::new(), now)?;
            Client::over(peers, us, surroundings, Offline)
        } else {
            let patience = Patience { deadline: Duration::from_secs(args.wait), ..Patience::default() };
            let options = Options { patience, addresses, roots: None };
            Client::over_http(&identity.directory, us, identity.key(), surroundings, &options)?
        };
        Ok(Self { args, identity, client, lang })
    }

    /// With which tasks are made.
    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Our organisation.
    pub(crate) fn us(&self) -> &Organisation {
        &self.identity.us
    }

    /// Does it, or puts it into the outbox.
    pub(crate) fn run(&self, task: &Task) -> Result<Outcome, ClientError> {
        let _waiting = waiting(task.operation().title().in_lang(self.lang));
        block_on(async {
            match &self.args.by_file {
                None => task.run(&self.client).await.map(Outcome::Done),
                Some(folder) => Outbox::open(folder)?
                    .put(&self.identity.desk(), task)
                    .await
                    .map(|job| Outcome::Waiting(Box::new(job))),
            }
        })
    }

    /// Tells what became of it.
    pub(crate) fn conclude(
        &self,
        operation: Operation,
        outcome: Result<Outcome, ClientError>,
    ) -> Result<Exit, Failure> {
        let Asking { format, by_file, .. } = self.args;
        let lang = self.lang;
        let fail = |what| Failure { what, lang };
        match outcome {
            Ok(Outcome::Done(done)) => {
                let text = match format {
                    Format::Human => answered::tell(operation, &done.answer, &self.identity.directory, lang),
                    Format::Json => delivered::json(&Summary::answered(&done.answer)).map_err(fail)?,
                };
                answer(text, lang)?;
                if !done.liars.is_empty() {
                    crate::speech::remark(crate::client_words::liars(&done.liars, lang));
                }
                Ok(Exit::Sound)
            }
            Ok(Outcome::Waiting(job)) => {
                let text = match format {
                    Format::Human => answered::tell_waiting(&job, by_file.as_deref(), lang),
                    Format::Json => delivered::json(&Summary::waiting(&job)).map_err(fail)?,
                };
                answer(text, lang)?;
                Ok(Exit::Sound)
            }
            Err(error) => {
                if let (Some(problem), Format::Json) = (error.problem(), format) {
                    answer(delivered::json(&Summary::refused(problem)).map_err(fail)?, lang)?;
                }
                Err(fail(What::Asked(Box::new(error))))
            }
        }
    }
}

/// What programs are told.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Problem>,
}

impl Summary {
    fn answered(answer: &[u8]) -> Self {
        let answer = serde_json::from_slice(answer).ok();
        Self { outcome: "answered", answer, job_id: None, problem: None }
    }

    fn waiting(job: &Job) -> Self {
        Self { outcome: "waiting", answer: None, job_id: Some(job.job_id.to_string()), problem: None }
    }

    fn refused(problem: &Problem) -> Self {
        Self { outcome: "refused", answer: None, job_id: None, problem: Some(problem.clone()) }
    }
}

/// Where everything goes by file: nothing is ever sent.
struct Offline;

impl Transport for Offline {
    fn carry<'t>(&'t self, _: Outgoing<'t>) -> Carried<'t> {
        Box::pin(std::future::ready(Err(ClientError::Waiting)))
    }

    fn is_at_once(&self) -> bool {
        false
    }
}

/// Waits for what is asked.
pub(crate) fn block_on<T>(work: impl Future<Output = Result<T, ClientError>>) -> Result<T, ClientError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(work)
}
