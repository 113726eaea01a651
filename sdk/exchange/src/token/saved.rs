//! A [`Blinding`] as bytes: where messages travel as files, the answers come a day later.

use thiserror::Error;
use zeroize::Zeroizing;

use super::{
    MAX_BATCH, MAX_INPUT,
    blinding::{Blinded, Blinding},
    identity::Input,
    suite::{Draw, Ristretto255Sha512, Suite},
};

/// Bytes that are no blinding, or were changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("these bytes are no blinding as it was written")]
pub struct SavedFault;

impl Blinding {
    /// Everything, in the clear: the inputs and what they were blinded with. Seal it to oneself before it is stored.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        // All of its room at once, so that no copy is left where it grew.
        let mut bytes =
            Zeroizing::new(Vec::with_capacity(FORM.len() + 2 + self.items.len() * (66 + MAX_INPUT)));
        bytes.extend_from_slice(FORM);
        // At most MAX_BATCH items, and inputs of at most MAX_INPUT bytes.
        let number = |length| u16::try_from(length).unwrap_or(u16::MAX).to_be_bytes();
        bytes.extend_from_slice(&number(self.items.len()));
        for Blinded { input, blind, element } in &self.items {
            bytes.extend_from_slice(&number(input.as_bytes().len()));
            bytes.extend_from_slice(input.as_bytes());
            bytes.extend_from_slice(&**blind);
            bytes.extend_from_slice(&**element);
        }
        bytes
    }

    /// What [`to_bytes`](Self::to_bytes) wrote. Every element is computed again, so that changed bytes make no wrong
    /// token.
    ///
    /// # Errors
    /// [`SavedFault`] where they are other bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SavedFault> {
        let mut rest = bytes.strip_prefix(FORM).ok_or(SavedFault)?;
        let count = number(&mut rest)?;
        if !(1..=MAX_BATCH).contains(&count) {
            return Err(SavedFault);
        }
        let items = (0..count).map(|_| item(&mut rest)).collect::<Result<Vec<_>, _>>()?;
        let key = |item: &Blinded| (item.input.purpose(), item.input.epoch());
        let one_key = items.first().is_some_and(|first| items.iter().all(|item| key(item) == key(first)));
        if one_key && rest.is_empty() { Ok(Self { items }) } else { Err(SavedFault) }
    }
}

fn item(rest: &mut &[u8]) -> Result<Blinded, SavedFault> {
    let length = number(rest)?;
    let (input, behind) = rest.split_at_checked(length).ok_or(SavedFault)?;
    *rest = behind;
    let input = Input::again(input).ok_or(SavedFault)?;
    let blind = Zeroizing::new(*take(rest)?);
    let (again, element) =
        Ristretto255Sha512::blind(input.as_bytes(), Draw::of(&blind)).map_err(|_| SavedFault)?;
    if again == blind && *element == *take(rest)? {
        Ok(Blinded { input, blind, element })
    } else {
        Err(SavedFault)
    }
}

fn number(rest: &mut &[u8]) -> Result<usize, SavedFault> {
    take(rest).map(|bytes| usize::from(u16::from_be_bytes(*bytes)))
}

fn take<'b, const N: usize>(rest: &mut &'b [u8]) -> Result<&'b [u8; N], SavedFault> {
    let (taken, behind) = rest.split_first_chunk().ok_or(SavedFault)?;
    *rest = behind;
    Ok(taken)
}

const FORM: &[u8] = b"tz-blind-v1";
