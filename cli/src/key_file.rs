//! Private keys, from their file and with their passphrase.

use std::{
    fs::File,
    io::{self, IsTerminal, Read},
    path::Path,
};

use tongzhou::{
    keys::{MAX_KEY_FILE_BYTES, Passphrase, PrivateKeys},
    sealing::Identity,
    text::Lang,
};

use crate::{
    args::{Identities, PassphraseFile},
    speech::{KeyNeeded, What, shown},
};

impl Identities {
    /// Every key that opens, of the files that were named.
    pub(crate) fn read(&self, lang: Lang) -> Result<Vec<Identity>, What> {
        let mut identities = Vec::new();
        for path in &self.identity {
            let keys = unlock(path, &self.passphrase, lang)?;
            let opening = keys.opening().ok_or_else(|| What::NoSuchKey(path.clone(), KeyNeeded::Open))?;
            identities.push(Identity::from(opening.clone()));
        }
        Ok(identities)
    }
}

/// The keys of a file.
pub(crate) fn unlock(path: &Path, passphrase: &PassphraseFile, lang: Lang) -> Result<PrivateKeys, What> {
    let file = up_to(path, MAX_KEY_FILE_BYTES)?;
    let passphrase = match &passphrase.passphrase_file {
        Some(path) => Passphrase::of_file(up_to(path, MAX_KEY_FILE_BYTES)?).ok_or(What::NoPassphrase)?,
        None => ask(path, lang)?,
    };
    PrivateKeys::unlock(&file, &passphrase).map_err(|fault| What::KeyFile(path.to_owned(), fault))
}

fn ask(path: &Path, lang: Lang) -> Result<Passphrase, What> {
    if !io::stdin().is_terminal() {
        return Err(What::NoPassphrase);
    }
    let question = match lang {
        Lang::ZhCn => format!("{} 的口令：", shown(path)),
        Lang::En => format!("Passphrase of {}: ", shown(path)),
    };
    rpassword::prompt_password(question).map(Passphrase::new).map_err(|_| What::NoPassphrase)
}

fn up_to(path: &Path, limit: usize) -> Result<Vec<u8>, What> {
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(limit + 1);
        File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|error| What::Read(path.to_owned(), error))
}
