//! Files of messages are taken only from whom they name, by whom they are for, and in their time.

use tongzhou::{model::primitive::List, signing::SigningKey, value::Instant};
use tongzhou_exchange::{
    batch::{Batch, BatchFault, Message, Reply, open_answers, open_batch, seal_answers, seal_batch},
    message::wire::{At, Hex32, Id, Organisation},
};

use crate::alliance::{Alliance, Shape};

const DAY: i64 = 86_400;

/// A charity's batch of one request to the registry.
struct Case {
    alliance: Alliance,
    now: Instant,
}

impl Case {
    fn new() -> Self {
        let now = "2026-10-01T02:00:00Z".parse().unwrap();
        Self {
            alliance: Alliance::found(
                &Shape { threshold: 1, evaluators: 1, charities: 2, listed: true },
                now,
            ),
            now,
        }
    }

    fn batch(&self, days: i64) -> Batch {
        let message = Message {
            message_id: "019a0000-0000-7000-8000-000000000001".parse().unwrap(),
            operation: "notices/list".to_owned(),
            body: "{\"atMost\":1}".to_owned(),
        };
        let batch: Id = "019a0000-0000-7000-8000-000000000002".parse().unwrap();
        let parties = (self.charity(0).0, self.alliance.registry.code.clone());
        Batch::new(batch, parties, (At(self.now), At(self.after(days))), List::first([message]))
    }

    fn charity(&self, number: usize) -> (Organisation, SigningKey) {
        let charity = &self.alliance.charities[number];
        (charity.code.clone(), charity.key())
    }

    fn after(&self, days: i64) -> Instant {
        Instant::from_unix_seconds(self.now.unix_seconds() + days * DAY).unwrap()
    }

    fn sealed(&self, batch: &Batch, key: &SigningKey) -> Vec<u8> {
        seal_batch(batch, key, &self.alliance.directory()).unwrap()
    }

    /// What the registry says of a file, days later.
    fn opened(&self, file: &[u8], days: i64) -> Result<Batch, BatchFault> {
        let registry = &self.alliance.registry;
        let identities = [registry.identity.clone()];
        let received =
            open_batch(file, &identities, &self.alliance.directory(), &registry.code, self.after(days));
        received.map(|received| received.content)
    }
}

// covers: REQ-EXC-029, REQ-EXC-037
#[test]
fn a_batch_is_taken_from_its_sender_by_its_receiver_in_its_time() {
    let case = Case::new();
    let (batch, (_, key), (_, other)) = (case.batch(30), case.charity(0), case.charity(1));
    let file = case.sealed(&batch, &key);
    assert_eq!(case.opened(&file, 29).unwrap(), batch);
    assert!(matches!(case.opened(&file, 30), Err(BatchFault::Expired)));
    assert!(matches!(case.opened(&file, -1), Err(BatchFault::Standing(_) | BatchFault::Times)));
    let too_long = case.sealed(&case.batch(31), &key);
    assert!(matches!(case.opened(&too_long, 0), Err(BatchFault::Times)));
    let signed_by_another = case.sealed(&batch, &other);
    assert!(matches!(case.opened(&signed_by_another, 0), Err(BatchFault::OtherSigner)));

    let another = &case.alliance.charities[1];
    let read_by_another = open_batch(
        &file,
        std::slice::from_ref(&another.identity),
        &case.alliance.directory(),
        &another.code,
        case.now,
    );
    assert!(matches!(read_by_another, Err(BatchFault::Seal(_))));
    let mut for_another = case.batch(30);
    for_another.to = another.code.clone();
    let resealed = seal_batch(&for_another, &key, &case.alliance.directory()).unwrap();
    let registry = &case.alliance.registry;
    let opened = open_batch(
        &resealed,
        std::slice::from_ref(&another.identity),
        &case.alliance.directory(),
        &registry.code,
        case.now,
    );
    assert!(matches!(opened, Err(BatchFault::NotForUs)));
}

// covers: REQ-EXC-032
#[test]
fn answers_name_their_batch_and_its_digest() {
    let case = Case::new();
    let (file, registry) = (case.sealed(&case.batch(1), &case.charity(0).1), &case.alliance.registry);
    let directory = case.alliance.directory();
    let received =
        open_batch(&file, std::slice::from_ref(&registry.identity), &directory, &registry.code, case.now)
            .unwrap();
    let id = received.content.messages[0].message_id;
    let answers = received.answered(At(case.now), List::first([Reply::new(id, Ok("{}".to_owned()))]));
    assert_eq!((answers.batch_id, answers.digest), (received.content.batch_id, received.digest));
    assert_ne!(answers.digest, Hex32([0; 32]));

    let charity = &case.alliance.charities[0];
    let open = |key: &SigningKey| {
        let file = seal_answers(&answers, key, &directory).unwrap();
        open_answers(&file, std::slice::from_ref(&charity.identity), &directory, &charity.code, case.now)
    };
    assert_eq!(open(&registry.key()).unwrap().content, answers);
    assert!(matches!(open(&case.charity(1).1), Err(BatchFault::OtherSigner)));
}
