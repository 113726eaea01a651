//! Passphrases: asked at the terminal, or taken from where the command line says. They are never printed.

use std::{
    env,
    fs::File,
    io::{self, Read},
    path::Path,
};

use tongzhou::{keys::Passphrase, text::Lang};

use crate::{
    args::keys::PassphraseFrom,
    key_trouble::{KeyTrouble, trouble},
    speech::What,
};

/// The passphrase of a key file that is there.
pub(crate) fn known(from: &PassphraseFrom, file: &Path, lang: Lang) -> Result<Passphrase, What> {
    match given(from)? {
        Some(passphrase) => Ok(passphrase),
        None => asked(&match lang {
            Lang::ZhCn => format!("{} 的口令：", crate::speech::shown(file)),
            Lang::En => format!("Passphrase of {}: ", crate::speech::shown(file)),
        }),
    }
}

/// The passphrase of a key file to be made: long enough and, at the terminal, typed twice.
pub(crate) fn new(from: &PassphraseFrom, lang: Lang) -> Result<Passphrase, What> {
    let say = |zh: &'static str, en: &'static str| match lang {
        Lang::ZhCn => zh,
        Lang::En => en,
    };
    let (passphrase, typed) = match given(from)? {
        Some(passphrase) => (passphrase, false),
        None => (
            asked(say("新口令（至少 12 个字母，或 6 个汉字）：", "New passphrase (at least 12 letters): "))?,
            true,
        ),
    };
    if !passphrase.is_long_enough() {
        return Err(trouble(KeyTrouble::PassphraseTooShort));
    }
    if typed && !passphrase.is(&asked(say("再输入一次：", "The same again: "))?) {
        return Err(trouble(KeyTrouble::PassphrasesDiffer));
    }
    Ok(passphrase)
}

/// The passphrase from where the command line says, if it says so.
fn given(from: &PassphraseFrom) -> Result<Option<Passphrase>, What> {
    let none = || trouble(KeyTrouble::NoPassphrase);
    if let Some(file) = &from.passphrase_file {
        let bytes = bytes_of(file).map_err(|error| What::Read(file.clone(), error))?;
        let too_large = bytes.len() > MAX_FILE_BYTES;
        // What was read is wiped here, whatever it is.
        let passphrase = Passphrase::of_file(bytes);
        if too_large {
            return Err(What::TooLarge(file.clone(), MAX_FILE_BYTES));
        }
        return passphrase.map(Some).ok_or_else(none);
    }
    if let Some(name) = &from.passphrase_env {
        let unset = || trouble(KeyTrouble::NotInEnvironment(name.clone()));
        let text = env::var(name).ok().filter(|text| !text.is_empty()).ok_or_else(unset)?;
        return Ok(Some(Passphrase::new(text)));
    }
    Ok(None)
}

/// A file, up to one byte more than it may have. The room is made beforehand: a list that grows while it is read would
/// leave copies behind that nobody wipes.
fn bytes_of(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(2 * MAX_FILE_BYTES);
    File::open(file)?.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn asked(prompt: &str) -> Result<Passphrase, What> {
    // Where there is no terminal, the reason of the system would say nothing to anybody.
    let text = rpassword::prompt_password(prompt).map_err(|_: io::Error| trouble(KeyTrouble::NoTerminal))?;
    if text.is_empty() { Err(trouble(KeyTrouble::NoPassphrase)) } else { Ok(Passphrase::new(text)) }
}

/// How large a file may be whose first line is a passphrase, in bytes.
const MAX_FILE_BYTES: usize = 4 << 10;
