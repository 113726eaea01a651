//! A consent with its salt, as a registry knows it by a commitment.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use tongzhou::package::atomic::write_private;
use tongzhou_client::{ClientError, consent};
use tongzhou_exchange::message::{consent::RegisterConsent, wire::Hex32};

use crate::{args::asking::Consenting, clock, input, speech::What, unasked::Unasked};

impl Consenting {
    /// What a registry is told of the consent. Where there is no salt, one is drawn and written beside it.
    pub(crate) fn read(&self) -> Result<RegisterConsent, What> {
        let document = input::document(&self.consent)?;
        let salt = salt(&self.consent, self.salt.as_deref(), Missing::Draw)?;
        let now = clock::now()?;
        consent::registration(&document, &salt, self.may_be_named, now)
            .map_err(|_: ClientError| Unasked::NoConsent(self.consent.clone()).into())
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
