//! Private keys, from their file and with their passphrase.

use std::{fs::File, path::Path};

use tongzhou::{
    keys::{MAX_KEY_FILE_BYTES, PrivateKeys},
    sealing::Identity,
    text::Lang,
};

use crate::{
    args::{Identities, keys::PassphraseFrom},
    input::read_up_to,
    key_trouble::{KeyTrouble, trouble},
    passphrase,
    speech::What,
};

impl Identities {
    /// Every key that opens, of the files that were named.
    pub(crate) fn read(&self, lang: Lang) -> Result<Vec<Identity>, What> {
        let mut identities = Vec::with_capacity(self.identity.len());
        for path in &self.identity {
            let keys = unlock(path, &self.passphrase, lang)?;
            let none = || trouble(KeyTrouble::NoOpeningKey(path.clone()));
            identities.push(keys.opening().ok_or_else(none)?.clone());
        }
        Ok(identities)
    }
}

/// The keys of a file.
pub(crate) fn unlock(path: &Path, passphrase: &PassphraseFrom, lang: Lang) -> Result<PrivateKeys, What> {
    let read = File::open(path).and_then(|file| read_up_to(file, MAX_KEY_FILE_BYTES));
    let file = read.map_err(|error| What::Read(path.to_owned(), error))?;
    let passphrase = passphrase::known(passphrase, path, lang)?;
    PrivateKeys::unlock(&file, &passphrase)
        .map_err(|fault| trouble(KeyTrouble::Locked(path.to_owned(), fault)))
}
