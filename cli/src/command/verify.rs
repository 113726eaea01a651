//! `tongzhou verify`: who signed a package, and that nothing in it was changed since.

use std::io::{self, Read, Seek, SeekFrom};

use tongzhou::{
    delivery::{self, DeliveryError, Verified},
    directory::Directory,
    package::{archive::Archive, limits::Limits},
    sealing::{Identity, Opened, is_sealed},
    text::Lang,
};

use crate::{
    args::{Format, Verify},
    clock,
    delivered::{self, Deed},
    exit::Exit,
    speech::{Failure, What, answer, shown},
    watched::Watched,
};

/// Runs the command.
pub(crate) fn run(args: &Verify, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let package =
        Watched::open(&args.package, 1).map_err(|error| fail(What::Read(args.package.clone(), error)))?;
    let directory = clock::now().and_then(|now| args.members.read(now)).map_err(fail)?;
    let identities = args.identities.read(lang).map_err(fail)?;
    let deed = if identities.is_empty() { Deed::VerifyWithoutKey } else { Deed::Verify };
    match verify(package, &identities, &directory) {
        Ok(verified) => {
            let text = match args.format {
                Format::Human => {
                    let path = shown(&args.package);
                    let told = delivered::told(&verified, lang);
                    match lang {
                        Lang::ZhCn => format!("签名有效：{path}\n{told}"),
                        Lang::En => format!("Genuine: {path}\n{told}"),
                    }
                }
                Format::Json => delivered::json(&delivered::Summary::new(&verified)).map_err(fail)?,
            };
            answer(text, lang)?;
            Ok(Exit::Sound)
        }
        Err(error) => delivered::refuse(error, deed, &args.package, &args.package, args.format, lang),
    }
}

fn verify(
    mut package: Watched,
    identities: &[Identity],
    directory: &Directory,
) -> Result<Verified, DeliveryError> {
    if begins_sealed(&mut package).map_err(DeliveryError::Read)? {
        let opened = Opened::open(package, identities)?;
        return delivery::verify(&mut Archive::open(opened, &Limits::STANDARD)?, directory);
    }
    delivery::verify(&mut Archive::open(package, &Limits::STANDARD)?, directory)
}

fn begins_sealed(package: &mut Watched) -> io::Result<bool> {
    let mut beginning = Vec::new();
    package.take(BEGINNING).read_to_end(&mut beginning)?;
    package.seek(SeekFrom::Start(0))?;
    Ok(is_sealed(&beginning))
}

/// How many bytes tell a sealed file from an archive.
const BEGINNING: u64 = 64;
