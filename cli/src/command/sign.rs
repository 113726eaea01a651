//! `tongzhou sign`: signs a package, which gets one more file of signatures.

use std::path::{Path, PathBuf};

use serde::Serialize;
use tongzhou::{
    delivery::{self, DeliveryError, Signed},
    package::{
        atomic::{Existing, write_atomically},
        limits::Limits,
    },
    text::Lang,
};

use crate::{
    args::{Format, Sign},
    delivered::{self, Deed},
    exit::Exit,
    key_file,
    key_trouble::{KeyTrouble, trouble},
    output::ready,
    speech::{Failure, What, answer, quoted, shown},
    watched::Watched,
};

/// Runs the command.
pub(crate) fn run(args: &Sign, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let out = args.output.as_ref().unwrap_or(&args.package);
    let existing = if args.output.is_some() && !args.force { Existing::Keep } else { Existing::Replace };
    if args.output.is_some() {
        let read: Vec<&Path> = std::iter::once(&args.key)
            .chain(&args.passphrase.passphrase_file)
            .map(PathBuf::as_path)
            .collect();
        ready(&[out], &read, existing).map_err(fail)?;
    }
    let package =
        Watched::open(&args.package, 1).map_err(|error| fail(What::Read(args.package.clone(), error)))?;
    let keys = key_file::unlock(&args.key, &args.passphrase, lang).map_err(fail)?;
    let no_key = || fail(trouble(KeyTrouble::NoSigningKey(args.key.clone())));
    let key = keys.signing().ok_or_else(no_key)?;
    let signed = write_atomically(out, existing, |file| {
        let file = std::io::BufWriter::with_capacity(BUFFER, file);
        delivery::sign(package, key, &Limits::STANDARD, file).map_err(Signing)
    });
    match signed {
        Ok(signed) => {
            let text = match args.format {
                Format::Human => told(&signed, out, lang),
                Format::Json => delivered::json(&Summary::new(&signed)).map_err(fail)?,
            };
            answer(text, lang)?;
            Ok(Exit::Sound)
        }
        Err(Signing(error)) => delivered::refuse(error, Deed::Sign, &args.package, out, args.format, lang),
    }
}

/// Between two kinds of error: what the file system says here is always about the output.
struct Signing(DeliveryError);

impl From<std::io::Error> for Signing {
    fn from(error: std::io::Error) -> Self {
        Self(DeliveryError::Write(error))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    package_id: String,
    key_id: String,
    entry: String,
    signatures: usize,
}

impl Summary {
    fn new(signed: &Signed) -> Self {
        Self {
            package_id: signed.package_id.to_string(),
            key_id: signed.key.to_string(),
            entry: signed.entry.to_string(),
            signatures: signed.signatures,
        }
    }
}

fn told(signed: &Signed, out: &Path, lang: Lang) -> String {
    let Signed { package_id, key, signatures, .. } = signed;
    let (path, command) = (shown(out), quoted(out));
    match lang {
        Lang::ZhCn => format!(
            "已签名：{path}\n  资料包标识号：{package_id}\n  签名密钥：{key}\n  现有 {signatures} 个签名\n\
             下一步：tongzhou seal {command} --directory <成员名录>\n"
        ),
        Lang::En => format!(
            "Signed: {path}\n  Package id: {package_id}\n  Key: {key}\n  Signatures: {signatures}\n\
             Next: tongzhou seal {command} --directory <the member directory>\n"
        ),
    }
}

/// How much is written at one go.
const BUFFER: usize = 64 << 10;
