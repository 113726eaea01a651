//! A consent with its salt, as a registry knows it by a commitment.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use tongzhou::{code::lists::ConsentPurpose, json, model::Consent, package::atomic::write_private};
use tongzhou_client::{ClientError, consent};
use tongzhou_exchange::message::{
    consent::RegisterConsent,
    wire::{Hex32, Organisation},
};

use crate::{args::asking::Consenting, clock, input, speech::What, unasked::Unasked};

impl Consenting {
    /// What a registry is told of a consent to us, for this purpose or for any, and of this application where it is
    /// known. Where there is no salt, one is drawn and written beside it.
    pub(crate) fn read(
        &self,
        us: &Organisation,
        purpose: Option<ConsentPurpose>,
        application: Option<&str>,
    ) -> Result<RegisterConsent, What> {
        let document = input::document(&self.consent)?;
        let now = clock::now()?;
        // What is not for us is not given a salt either.
        let unsalted = consent::registration(&document, &[0; 32], self.may_be_named, now)
            .map_err(|_: ClientError| Unasked::NoConsent(self.consent.clone()))?;
        if unsalted.recipient != *us {
            return Err(Unasked::OthersConsent(self.consent.clone(), unsalted.recipient).into());
        }
        if let Some(purpose) = purpose.filter(|purpose| *purpose != unsalted.purpose) {
            return Err(Unasked::OtherPurpose(self.consent.clone(), unsalted.purpose, purpose).into());
        }
        let of: Consent<'_> =
            json::from_slice(&document).map_err(|_| Unasked::NoConsent(self.consent.clone()))?;
        let named = of.application_id.as_ref().map(|id| id.as_str());
        if named.is_some_and(|named| application.is_some_and(|application| application != named)) {
            return Err(Unasked::OthersChild(self.consent.clone()).into());
        }
        let salt = salt(&self.consent, self.salt.as_deref(), Missing::Draw)?;
        Ok(RegisterConsent { commitment: consent::commitment(&salt, &document), ..unsalted })
    }
}

/// The commitment to a consent that was registered before.
pub(crate) fn commitment(path: &Path, salted: Option<&Path>) -> Result<Hex32, What> {
    let document = input::document(path)?;
    Ok(consent::commitment(&salt(path, salted, Missing::Refuse)?, &document))
}

/// What to do where there is no salt.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    Draw,
    /// Another salt would make another commitment, which nobody knows.
    Refuse,
}

fn salt(consent: &Path, path: Option<&Path>, missing: Missing) -> Result<[u8; 32], What> {
    let path = path.map_or_else(|| beside(consent), Path::to_owned);
    if missing == Missing::Draw && !path.exists() {
        let mut salt = [0; 32];
        getrandom::fill(&mut salt).map_err(|_| What::Random)?;
        write_private(&path, format!("{}\n", Hex32(salt)).as_bytes())
            .map_err(|error| What::Write(path.clone(), error))?;
        return Ok(salt);
    }
    let bytes = input::file_up_to(&path, MAX_SALT_FILE)?;
    let text = std::str::from_utf8(&bytes).unwrap_or_default().trim_ascii();
    text.parse::<Hex32>().map(|salt| salt.0).map_err(|_| Unasked::NoSalt(path).into())
}

/// `consent.json.salt` beside `consent.json`.
fn beside(consent: &Path) -> PathBuf {
    let mut name = OsString::from(consent.as_os_str());
    name.push(".salt");
    PathBuf::from(name)
}

const MAX_SALT_FILE: usize = 1024;
