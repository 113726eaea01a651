//! The outbox: what is carried, in which rounds, and that nothing is lost or done twice.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use tongzhou::{
    code::lists::{ConsentPurpose, ConsentStatus},
    json,
    model::primitive::{Count, List},
};
use tongzhou_client::{
    Client, ClientError, Peers, Surroundings, Task, TokenStep,
    outbox::{Desk, Exported, Outbox},
    transport::{Carried, Outgoing, Transport},
};
use tongzhou_exchange::{
    batch::{BatchFault, Reply, open_batch, seal_answers},
    message::{
        consent::{ConsentState, RegisterConsent, WithdrawConsent},
        evaluation::Evaluate,
        lookup::{Found, LookUp},
        wire::{At, Hex32, Id},
    },
    problem::{Problem, ProblemKind},
    token::Identity,
};

use super::alliance::{Alliance, Party, Shape};

struct Case {
    alliance: Alliance,
    root: PathBuf,
}

impl Case {
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("tongzhou-outbox-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("stick")).unwrap();
        let now = Surroundings::system().now().unwrap();
        let alliance =
            Alliance::found(&Shape { threshold: 2, evaluators: 3, charities: 2, listed: true }, now);
        Self { alliance, root }
    }

    fn outbox(&self) -> Outbox {
        Outbox::open(&self.root.join("outbox")).unwrap()
    }

    fn stick(&self) -> PathBuf {
        self.root.join("stick")
    }

    fn us(&self) -> &Party {
        &self.alliance.charities[0]
    }

    /// What a task is made with: no network.
    fn client(&self) -> Client {
        struct Nobody;
        impl Transport for Nobody {
            fn carry<'t>(&'t self, _: Outgoing<'t>) -> Carried<'t> {
                Box::pin(std::future::ready(Err(ClientError::Unreachable)))
            }
            fn is_at_once(&self) -> bool {
                true
            }
        }
        let surroundings = Surroundings::system();
        let peers =
            Peers::of(&self.alliance.directory(), BTreeMap::new(), surroundings.now().unwrap()).unwrap();
        Client::over(peers, self.us().code.clone(), surroundings, Nobody)
    }

    fn look_up(&self) -> (Id, Task) {
        let client = self.client();
        let child = Identity::resident_id("11010120150104000X").unwrap();
        let steps = TokenStep::begin(&client, &[child], Hex32([5; 32])).unwrap();
        let id = client.surroundings().fresh_id().unwrap();
        let consent = RegisterConsent {
            commitment: Hex32([5; 32]),
            recipient: self.us().code.clone(),
            purpose: ConsentPurpose::DuplicateCheck,
            may_name_member: false,
            valid_days: Count::saturating(30),
        };
        (id, Task::look_up(id, ConsentPurpose::DuplicateCheck, steps).under(consent))
    }

    /// The answers to a file, by whoever it is for.
    fn answer(&self, exported: &Exported, problem: Option<ProblemKind>) -> Vec<u8> {
        let everybody = self.alliance.everybody();
        let party = everybody[&exported.to];
        let (directory, now) = (self.alliance.directory(), Surroundings::system().now().unwrap());
        let file = fs::read(&exported.path).unwrap();
        let identities = [party.identity.clone()];
        let batch = open_batch(&file, &identities, &directory, &party.code, now).unwrap();
        assert_eq!(batch.content.from, self.us().code);
        let replies = batch.content.messages.iter().map(|message| {
            let outcome = match problem {
                Some(kind) => Err(Problem::new(kind)),
                None => Ok(answer_of(party, &message.operation, &message.body)),
            };
            Reply::new(message.message_id, outcome)
        });
        let answers = batch.answered(At(second(now)), List::first(replies));
        seal_answers(&answers, &party.key(), &directory).unwrap()
    }
}

impl Drop for Case {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn second(now: tongzhou::value::Instant) -> tongzhou::value::Instant {
    tongzhou::value::Instant::from_unix_seconds(now.unix_seconds()).unwrap()
}

macro_rules! desk {
    ($case:expr, $directory:ident, $desk:ident) => {
        let $directory = $case.alliance.directory();
        let (key, identities) = ($case.us().key(), [$case.us().identity.clone()]);
        let $desk = Desk {
            directory: &$directory,
            us: $case.us().code.clone(),
            key: &key,
            identities: &identities,
            surroundings: Surroundings::system(),
        };
    };
}

fn answer_of(party: &Party, operation: &str, body: &str) -> String {
    let state = |commitment, status| ConsentState {
        commitment,
        status,
        valid_until: "2027-10-01T00:00:00Z".parse().unwrap(),
        erased_by: None,
    };
    match operation {
        "tokens/evaluate" => {
            let request: Evaluate = json::from_str(body).unwrap();
            let share = party.shares.iter().find(|share| share.purpose() == request.purpose).unwrap();
            serde_json::to_string(&share.answer(&request, getrandom::fill).unwrap()).unwrap()
        }
        "consents/register" => {
            let request: RegisterConsent = json::from_str(body).unwrap();
            serde_json::to_string(&state(request.commitment, ConsentStatus::Given)).unwrap()
        }
        "consents/withdraw" => {
            let request: WithdrawConsent = json::from_str(body).unwrap();
            serde_json::to_string(&state(request.commitment, ConsentStatus::Withdrawn)).unwrap()
        }
        "lookups/ask" => {
            let request: LookUp = json::from_str(body).unwrap();
            assert_eq!(request.tokens.len(), 1);
            let as_of = "2026-10-01T00:00:00Z".parse().unwrap();
            let found = Found { id: request.lookup_id, as_of, aid: Vec::new(), intents: Vec::new() };
            serde_json::to_string(&found).unwrap()
        }
        other => panic!("{other}"),
    }
}

fn files_below(folder: &Path) -> Vec<Vec<u8>> {
    fs::read_dir(folder).unwrap().map(|item| fs::read(item.unwrap().path()).unwrap()).collect()
}

#[tokio::test]
async fn a_lookup_takes_two_rounds_and_survives_the_end_of_the_program_at_every_step() {
    let case = Case::new("rounds");
    desk!(case, directory, desk);
    let (id, task) = case.look_up();
    let job = case.outbox().put(&desk, &task).await.unwrap();
    assert!(job.outcome.is_none());
    // One for the registry, the consent, and one for each evaluator.
    assert_eq!(case.outbox().waiting(), (4, 0));
    let first = case.outbox().export(&desk, &case.stick(), false).await.unwrap();
    assert_eq!(first.iter().map(|file| file.messages).collect::<Vec<_>>(), [1, 1, 1, 1]);
    assert_eq!(case.outbox().waiting(), (0, 4));
    assert_eq!(case.outbox().export(&desk, &case.stick(), false).await.unwrap(), []);
    // One evaluator is down: what the others answer is enough.
    let of = |number: usize| &case.alliance.evaluators[number].code;
    for file in first.iter().filter(|file| file.to != *of(1)) {
        let imported = case.outbox().import(&desk, &case.answer(file, None)).await.unwrap();
        assert_eq!((imported.taken, imported.known, imported.done.len()), (1, 0, 0));
    }
    let second = case.outbox().export(&desk, &case.stick(), false).await.unwrap();
    assert_eq!(second.len(), 1);
    assert_eq!(second[0].to, case.alliance.registry.code);
    let answers = case.answer(&second[0], None);
    let imported = case.outbox().import(&desk, &answers).await.unwrap();
    let [job] = imported.done.as_slice() else { panic!("{imported:?}") };
    let outcome = job.outcome.as_ref().unwrap();
    let found: Found = json::from_str(outcome.answer.as_ref().unwrap()).unwrap();
    assert_eq!((found.id, outcome.subjects.len()), (id, 1));
    // Nothing waits, what the token was made of is gone, and the same answers again change nothing.
    assert_eq!(case.outbox().waiting(), (0, 0));
    assert_eq!(files_below(&case.root.join("outbox/jobs")).len(), 1);
    assert!(files_below(&case.root.join("outbox/messages")).is_empty());
    let again = case.outbox().import(&desk, &answers).await.unwrap();
    assert_eq!((again.taken, again.known), (0, 1));
    assert_eq!(case.outbox().jobs().len(), 1);
}

#[tokio::test]
async fn an_outbox_is_that_of_one_member() {
    let case = Case::new("owner");
    desk!(case, directory, desk);
    let task = Task::plain(&WithdrawConsent { commitment: Hex32([5; 32]), reason: None });
    case.outbox().put(&desk, &task).await.unwrap();
    let owner = desk.us.clone();
    let other = Desk { us: case.alliance.registry.code.clone(), ..desk };
    let outbox = case.outbox();
    let outcomes = [
        outbox.put(&other, &task).await.map(drop),
        outbox.export(&other, &case.stick(), true).await.map(drop),
        outbox.import(&other, b"").await.map(drop),
    ];
    drop(outbox);
    for outcome in outcomes {
        assert!(matches!(outcome, Err(ClientError::OthersOutbox(of)) if of == owner));
    }
    assert_eq!((case.outbox().jobs().len(), files_below(&case.stick()).len()), (1, 0));
}

// covers: REQ-EXC-005, REQ-EXC-031
#[tokio::test]
async fn what_was_carried_and_got_lost_is_carried_again_under_the_same_ids() {
    let case = Case::new("again");
    desk!(case, directory, desk);
    let task = Task::plain(&WithdrawConsent { commitment: Hex32([5; 32]), reason: None });
    case.outbox().put(&desk, &task).await.unwrap();
    let ids = |file: &Exported| {
        let (party, now) = (&case.alliance.registry, Surroundings::system().now().unwrap());
        let identities = [party.identity.clone()];
        let bytes = fs::read(&file.path).unwrap();
        let batch = open_batch(&bytes, &identities, &directory, &party.code, now).unwrap();
        batch.content.messages.iter().map(|message| message.message_id).collect::<Vec<_>>()
    };
    let first = case.outbox().export(&desk, &case.stick(), false).await.unwrap();
    let second = case.outbox().export(&desk, &case.stick(), true).await.unwrap();
    assert_ne!(first[0].path, second[0].path);
    assert_eq!(ids(&first[0]), ids(&second[0]));
    // Answers to either are good, once.
    let imported = case.outbox().import(&desk, &case.answer(&first[0], None)).await.unwrap();
    assert_eq!((imported.taken, imported.done.len()), (1, 1));
    let imported = case.outbox().import(&desk, &case.answer(&second[0], None)).await.unwrap();
    assert_eq!((imported.taken, imported.known), (0, 1));
}

#[tokio::test]
async fn what_could_not_be_done_at_that_moment_goes_with_the_next_file() {
    let case = Case::new("later");
    desk!(case, directory, desk);
    let task = Task::plain(&WithdrawConsent { commitment: Hex32([5; 32]), reason: None });
    case.outbox().put(&desk, &task).await.unwrap();
    let first = case.outbox().export(&desk, &case.stick(), false).await.unwrap();
    let answers = case.answer(&first[0], Some(ProblemKind::Unavailable));
    let imported = case.outbox().import(&desk, &answers).await.unwrap();
    assert_eq!((imported.again, imported.done.len()), (1, 0));
    let second = case.outbox().export(&desk, &case.stick(), false).await.unwrap();
    let answers = case.answer(&second[0], Some(ProblemKind::Unknown));
    let imported = case.outbox().import(&desk, &answers).await.unwrap();
    assert_eq!(imported.done[0].problem().map(|problem| problem.code), Some(ProblemKind::Unknown));
}

// covers: REQ-EXC-032, REQ-EXC-037
#[tokio::test]
async fn answers_of_somebody_else_are_refused_and_nothing_is_taken() {
    let case = Case::new("foreign");
    desk!(case, directory, desk);
    let task = Task::plain(&WithdrawConsent { commitment: Hex32([5; 32]), reason: None });
    case.outbox().put(&desk, &task).await.unwrap();
    let exported = case.outbox().export(&desk, &case.stick(), false).await.unwrap();
    let good = case.answer(&exported[0], None);
    // Whoever carries the file changes it.
    let mut changed = good.clone();
    *changed.last_mut().unwrap() ^= 1;
    let error = case.outbox().import(&desk, &changed).await.unwrap_err();
    assert!(matches!(error, ClientError::Batch(BatchFault::Seal(_))), "{error:?}");
    // The other charity answers in the name of the registry.
    let (registry, other) = (&case.alliance.registry, &case.alliance.charities[1]);
    let now = Surroundings::system().now().unwrap();
    let identities = [registry.identity.clone()];
    let file = fs::read(&exported[0].path).unwrap();
    let batch = open_batch(&file, &identities, &directory, &registry.code, now).unwrap();
    let id = batch.content.messages[0].message_id;
    let answer = answer_of(registry, "consents/withdraw", &batch.content.messages[0].body);
    let answers = batch.answered(At(second(now)), List::first([Reply::new(id, Ok(answer))]));
    let forged = seal_answers(&answers, &other.key(), &directory).unwrap();
    let error = case.outbox().import(&desk, &forged).await.unwrap_err();
    assert!(matches!(error, ClientError::Batch(BatchFault::OtherSigner)), "{error:?}");
    // A batch that is not for them.
    let error = open_batch(&file, &identities, &directory, &other.code, now).unwrap_err();
    assert!(matches!(error, BatchFault::NotForUs), "{error:?}");
    let error =
        open_batch(&file, std::slice::from_ref(&other.identity), &directory, &other.code, now).unwrap_err();
    assert!(matches!(error, BatchFault::Seal(_)), "{error:?}");
    assert_eq!(case.outbox().waiting(), (0, 1));
    assert_eq!(case.outbox().import(&desk, &good).await.unwrap().done.len(), 1);
}

#[tokio::test]
async fn nothing_of_a_child_is_written_in_the_clear() {
    let case = Case::new("sealed");
    desk!(case, directory, desk);
    case.outbox().put(&desk, &case.look_up().1).await.unwrap();
    case.outbox().export(&desk, &case.stick(), false).await.unwrap();
    let folders = ["outbox/jobs", "outbox/messages", "stick"].map(|name| case.root.join(name));
    for file in folders.iter().flat_map(|folder| files_below(folder)) {
        for digits in ["110101", "20150104"] {
            assert!(!file.windows(digits.len()).any(|window| window == digits.as_bytes()));
        }
    }
}
