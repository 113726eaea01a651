//! `tongzhou seal`: seals a signed package for those whom its manifest names.

use std::{ffi::OsString, path::PathBuf};

use serde::Serialize;
use tongzhou::{
    delivery::{self, DeliveryError},
    package::{
        atomic::{Existing, write_atomically},
        limits::Limits,
    },
    text::Lang,
};

use crate::{
    args::{Format, Seal},
    clock,
    delivered::{self, Deed},
    exit::Exit,
    output::ready,
    speech::{Failure, What, answer, shown},
    watched::Watched,
};

/// Runs the command.
pub(crate) fn run(args: &Seal, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let out = args.output.clone().unwrap_or_else(|| {
        let mut name = OsString::from(args.package.as_os_str());
        name.push(".age");
        PathBuf::from(name)
    });
    let existing = if args.force { Existing::Replace } else { Existing::Keep };
    ready(&[&out], &[&args.package, &args.members.directory], existing).map_err(fail)?;
    // Once to verify it and once to seal it.
    let package =
        Watched::open(&args.package, 2).map_err(|error| fail(What::Read(args.package.clone(), error)))?;
    let now = clock::now().map_err(fail)?;
    let directory = args.members.read(now).map_err(fail)?;
    let sealed = write_atomically(&out, existing, |file| {
        delivery::seal(package, &directory, now, &Limits::STANDARD, file).map_err(Sealing)
    });
    match sealed {
        Ok(sealed) => {
            let keys = sealed.recipients;
            let text = match args.format {
                Format::Human => {
                    let (path, told) = (shown(&out), delivered::told(&sealed.verified, lang));
                    match lang {
                        Lang::ZhCn => format!("已密封：{path}\n{told}  用了 {keys} 把接收公钥\n"),
                        Lang::En => format!("Sealed: {path}\n{told}  Sealed for {keys} keys\n"),
                    }
                }
                Format::Json => delivered::json(&Summary {
                    verified: delivered::Summary::new(&sealed.verified),
                    recipients: keys,
                })
                .map_err(fail)?,
            };
            answer(text, lang)?;
            Ok(Exit::Sound)
        }
        Err(Sealing(error)) => delivered::refuse(error, Deed::Seal, &args.package, &out, args.format, lang),
    }
}

#[derive(Serialize)]
struct Summary {
    #[serde(flatten)]
    verified: delivered::Summary,
    recipients: usize,
}

/// Between two kinds of error: what the file system says here is always about the output.
struct Sealing(DeliveryError);

impl From<std::io::Error> for Sealing {
    fn from(error: std::io::Error) -> Self {
        Self(DeliveryError::Write(error))
    }
}
