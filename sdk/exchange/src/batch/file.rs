//! The file itself: sealed, within it signed, within that the document.

use std::{
    collections::HashSet,
    io::{Cursor, Read, Write},
};

use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use tongzhou::{
    directory::{CLOCK_SKEW_SECONDS, Directory, KeyStanding, Member},
    json,
    sealing::{Identity, Opened, Recipient, SealFault, Sealer, UnsealError},
    signing::{Jws, SigningKey, Subject},
    value::Instant,
};

use super::{Answers, Batch, BatchFault, MAX_DAYS, MAX_FILE_BYTES};
use crate::message::wire::{At, Hex32, Organisation};

/// What a file held whose signature and seal were found right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received<T> {
    /// The document.
    pub content: T,
    /// SHA-256 of its exact bytes.
    pub digest: Hex32,
}

/// The file of a batch of requests, signed by its sender and sealed for its receiver.
///
/// # Errors
/// [`BatchFault::NoRecipient`], [`BatchFault::NotSealed`].
pub fn seal_batch(batch: &Batch, key: &SigningKey, directory: &Directory) -> Result<Vec<u8>, BatchFault> {
    seal(batch, Subject::Batch, key, recipients(directory, &batch.to, batch.created.0)?)
}

/// The file of a batch of answers, signed by who answers and sealed for who asked.
///
/// # Errors
/// [`BatchFault::NoRecipient`], [`BatchFault::NotSealed`].
pub fn seal_answers(
    answers: &Answers,
    key: &SigningKey,
    directory: &Directory,
) -> Result<Vec<u8>, BatchFault> {
    seal(answers, Subject::Answers, key, recipients(directory, &answers.to, answers.created.0)?)
}

/// Opens a file of requests for `us`, and checks who sent it.
///
/// # Errors
/// Why it is refused as a whole; nothing of it has been done then.
pub fn open_batch(
    file: &[u8],
    identities: &[Identity],
    directory: &Directory,
    us: &Organisation,
    now: Instant,
) -> Result<Received<Batch>, BatchFault> {
    let opened = open(file, identities)?;
    let received: Received<Batch> = opened.read()?;
    let batch = &received.content;
    opened.verify(Subject::Batch, directory, (&batch.from, us, &batch.to), (batch.created, now))?;
    let life = batch.expires.unix_seconds().saturating_sub(batch.created.unix_seconds());
    if !(0..=MAX_DAYS * DAY).contains(&life) {
        return Err(BatchFault::Times);
    }
    if batch.expires.0 <= now {
        return Err(BatchFault::Expired);
    }
    let mut seen = HashSet::new();
    if batch.messages.iter().any(|message| !seen.insert(message.message_id)) {
        return Err(BatchFault::MessageTwice);
    }
    Ok(received)
}

/// Opens a file of answers for `us`, and checks who answered. Whether `us` asked is for the caller to know.
///
/// # Errors
/// Why it is refused as a whole.
pub fn open_answers(
    file: &[u8],
    identities: &[Identity],
    directory: &Directory,
    us: &Organisation,
    now: Instant,
) -> Result<Received<Answers>, BatchFault> {
    let opened = open(file, identities)?;
    let received: Received<Answers> = opened.read()?;
    let answers = &received.content;
    opened.verify(Subject::Answers, directory, (&answers.from, us, &answers.to), (answers.created, now))?;
    let mut seen = HashSet::new();
    if answers.answers.iter().any(|answer| !seen.insert(answer.message_id)) {
        return Err(BatchFault::MessageTwice);
    }
    if answers.answers.iter().any(|answer| answer.answer.is_some() == answer.problem.is_some()) {
        return Err(BatchFault::Neither);
    }
    Ok(received)
}

/// What was sealed: the line of signatures, and what is signed.
struct Unsealed {
    content: Vec<u8>,
    /// Where what is signed begins.
    begins: usize,
}

impl Unsealed {
    fn signatures(&self) -> &[u8] {
        self.content.get(..self.begins).unwrap_or_default()
    }

    fn signed(&self) -> &[u8] {
        self.content.get(self.begins..).unwrap_or_default()
    }

    fn read<T: DeserializeOwned>(&self) -> Result<Received<T>, BatchFault> {
        let content = json::from_slice(self.signed()).map_err(|_| BatchFault::Form)?;
        Ok(Received { content, digest: Hex32(Sha256::digest(self.signed()).into()) })
    }

    /// Whether the sender signed this for us, with a key that counts now as it did then: of a key that was given up
    /// since, nobody can tell whether the date is true.
    fn verify(
        &self,
        subject: Subject,
        directory: &Directory,
        (from, us, to): (&Organisation, &Organisation, &Organisation),
        (created, now): (At, Instant),
    ) -> Result<(), BatchFault> {
        let jws = Jws::read(self.signatures(), subject)?;
        let mut keys = jws.keys();
        let (Some(key), None) = (keys.next(), keys.next()) else { return Err(BatchFault::OtherSigner) };
        let signer = directory
            .signer(key)
            .filter(|signer| signer.member.code.as_str() == from.as_str())
            .ok_or(BatchFault::OtherSigner)?;
        let verdicts = jws.verify(self.signed(), |_| Some(signer.verifying_key()));
        if !matches!(verdicts.as_slice(), [Ok(_)]) {
            return Err(BatchFault::WrongSignature);
        }
        for at in [created.0, now] {
            match signer.standing_at(at) {
                KeyStanding::Valid => {}
                standing => return Err(BatchFault::Standing(standing)),
            }
        }
        if to != us {
            return Err(BatchFault::NotForUs);
        }
        if created.unix_seconds() > now.unix_seconds().saturating_add(CLOCK_SKEW_SECONDS) {
            return Err(BatchFault::Times);
        }
        Ok(())
    }
}

fn recipients(directory: &Directory, to: &Organisation, at: Instant) -> Result<Vec<Recipient>, BatchFault> {
    let member = directory.member_with_code(to.as_str());
    let known = member.into_iter().flat_map(|member: &Member| member.recipients_at(at));
    let recipients: Vec<Recipient> = known.filter_map(|text| text.parse().ok()).collect();
    if recipients.is_empty() { Err(BatchFault::NoRecipient) } else { Ok(recipients) }
}

fn seal<T: Serialize>(
    document: &T,
    subject: Subject,
    key: &SigningKey,
    recipients: Vec<Recipient>,
) -> Result<Vec<u8>, BatchFault> {
    // Every member is a text, a number, a code or a list of these: there is nothing that JSON cannot hold.
    let signed = serde_json::to_vec(document).map_err(|_| BatchFault::Form)?;
    let mut jws = Jws::new(subject);
    jws.sign(key, &signed);
    let line: serde_json::Value = serde_json::from_slice(&jws.to_json()).map_err(|_| BatchFault::Form)?;
    let mut sealer = Sealer::new(&recipients, Vec::new()).map_err(BatchFault::NotSealed)?;
    let mut write = || {
        writeln!(sealer, "{line}")?;
        sealer.write_all(&signed)
    };
    write().map_err(|error| BatchFault::NotSealed(error.into()))?;
    let file = sealer.finish().map_err(|error| BatchFault::NotSealed(error.into()))?;
    if file.len() > MAX_FILE_BYTES { Err(BatchFault::TooLarge) } else { Ok(file) }
}

fn open(file: &[u8], identities: &[Identity]) -> Result<Unsealed, BatchFault> {
    if file.len() > MAX_FILE_BYTES {
        return Err(BatchFault::TooLarge);
    }
    let refused = |error: UnsealError| match error {
        UnsealError::Refused(fault) => fault,
        // A file in memory does not fail by itself.
        UnsealError::Io(_) => SealFault::Damaged,
    };
    let mut opened = Opened::open(Cursor::new(file), identities).map_err(refused)?;
    let mut content = Vec::new();
    opened.read_to_end(&mut content).map_err(|error| refused(error.into()))?;
    let newline = content.iter().position(|byte| *byte == b'\n').ok_or(BatchFault::Form)?;
    Ok(Unsealed { content, begins: newline + 1 })
}

const DAY: i64 = 86_400;
