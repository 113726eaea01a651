//! `tongzhou keygen`: makes private keys, in a file that a passphrase locks.

use std::{fmt::Write as _, io, path::Path};

use tongzhou::{
    keys::{PrivateKeys, PublicKeys, WorkFactor},
    package::atomic::{Existing, write_atomically, write_private},
    signing::{Seed, SigningKey},
    text::Lang,
};

use crate::{
    args::keys::{Keygen, Purpose},
    exit::Exit,
    key_trouble::{KeyTrouble, trouble},
    output::ready,
    passphrase,
    speech::{Failure, What, answer, quoted, shown},
};

/// Runs the command.
pub(crate) fn run(args: &Keygen, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let public = args.public.clone().unwrap_or_else(|| args.output.with_extension("pub.json"));
    // Nobody types a passphrase twice for nothing, and no private key is left without its public one.
    ready(&[&args.output, &public], &[], Existing::Keep).map_err(|what| {
        fail(match what {
            What::Exists(path) => trouble(KeyTrouble::KeyThere(path)),
            other => other,
        })
    })?;
    let passphrase = passphrase::new(&args.passphrase, lang).map_err(fail)?;
    let keys = fresh(args.purpose).map_err(fail)?;
    let file = keys
        .lock(&passphrase, WorkFactor::STANDARD)
        .map_err(|fault| fail(trouble(KeyTrouble::Locked(args.output.clone(), fault))))?;
    let cannot = |path: &Path, error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => fail(trouble(KeyTrouble::KeyThere(path.to_owned()))),
        _ => fail(What::Write(path.to_owned(), error)),
    };
    write_private(&args.output, &file).map_err(|error| cannot(&args.output, error))?;
    let text = keys.public().to_json();
    write_atomically(&public, Existing::Keep, |file| io::Write::write_all(file, text.as_bytes()))
        .map_err(|error: io::Error| cannot(&public, error))?;
    answer(told(&keys, &args.output, &public, lang), lang)?;
    Ok(Exit::Sound)
}

/// Keys of the system's random numbers.
fn fresh(purpose: Purpose) -> Result<PrivateKeys, What> {
    let signing = match purpose {
        Purpose::Signing | Purpose::Both => {
            let seed = Seed::filled(getrandom::fill).map_err(|_| What::Random)?;
            Some(SigningKey::from_seed(seed.as_bytes()))
        }
        Purpose::Opening => None,
    };
    Ok(match purpose {
        Purpose::Signing => PrivateKeys::new(signing, None),
        Purpose::Opening | Purpose::Both => PrivateKeys::with_fresh_opening(signing),
    })
}

/// The public halves, and what comes next.
fn told(keys: &PrivateKeys, file: &Path, public_file: &Path, lang: Lang) -> String {
    let public = keys.public();
    let command = quoted(public_file);
    let (file, public_file) = (shown(file), shown(public_file));
    let mut text = match lang {
        Lang::ZhCn => format!("私钥已用口令锁在：{file}\n公钥：{public_file}\n"),
        Lang::En => format!("Private keys, locked with the passphrase: {file}\nPublic keys: {public_file}\n"),
    };
    text.push_str(&names(&public, lang));
    text.push_str(&match lang {
        Lang::ZhCn => format!(
            "下一步：成员用 tongzhou directory entry --keys {command} 制作登记内容；理事会的公钥文件交给秘书处。\
             密钥文件和口令各留一份备份，分开保管\n"
        ),
        Lang::En => format!(
            "Next: a member makes its entry with tongzhou directory entry --keys {command}; one of the board gives the \
             file of public keys to the secretariat. Put away a copy of the key file and of the passphrase, in \
             different places\n"
        ),
    });
    text
}

/// What public keys are called, a line each, indented.
pub(crate) fn names(public: &PublicKeys, lang: Lang) -> String {
    let mut text = String::new();
    if let Some(key) = public.signing {
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "  签名公钥标识：{}", key.id()),
            Lang::En => writeln!(text, "  Signing key: {}", key.id()),
        };
    }
    if let Some(recipient) = &public.recipient {
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "  加密接收标识：{recipient}"),
            Lang::En => writeln!(text, "  Recipient: {recipient}"),
        };
    }
    text
}
