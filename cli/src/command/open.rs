//! `tongzhou open`: opens a sealed package into an inbox.

use serde::Serialize;
use tongzhou::{
    delivery::{self, DeliveryError, Inbox, Opener, Received},
    directory::Directory,
    package::limits::Limits,
    sealing::Identity,
    text::Lang,
    value::Instant,
};

use crate::{
    args::{Format, Open},
    clock,
    delivered::{self, Deed},
    exit::Exit,
    speech::{Failure, What, answer, quoted, shown},
    watched::Watched,
};

/// Runs the command.
pub(crate) fn run(args: &Open, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let package =
        Watched::open(&args.package, 1).map_err(|error| fail(What::Read(args.package.clone(), error)))?;
    let now = clock::now().map_err(fail)?;
    let directory = args.members.read(now).map_err(fail)?;
    let identities = args.identities.read(lang).map_err(fail)?;
    match open(args, package, &identities, &directory, now) {
        Ok(received) => {
            let text = match args.format {
                Format::Human => told(&received, lang),
                Format::Json => delivered::json(&Summary {
                    verified: delivered::Summary::new(&received.verified),
                    file: received.path.display().to_string(),
                })
                .map_err(fail)?,
            };
            answer(text, lang)?;
            Ok(Exit::Sound)
        }
        Err(error) => delivered::refuse(error, Deed::Open, &args.package, &args.inbox, args.format, lang),
    }
}

fn open(
    args: &Open,
    package: Watched,
    identities: &[Identity],
    directory: &Directory,
    now: Instant,
) -> Result<Received, DeliveryError> {
    let opener = Opener::by_directory(identities, directory)?;
    let inbox = Inbox::at(&args.inbox)?;
    delivery::open(package, &opener, directory, &inbox, now, &Limits::STANDARD)
}

#[derive(Serialize)]
struct Summary {
    #[serde(flatten)]
    verified: delivered::Summary,
    file: String,
}

fn told(received: &Received, lang: Lang) -> String {
    let (path, command) = (shown(&received.path), quoted(&received.path));
    let told = delivered::told(&received.verified, lang);
    match lang {
        Lang::ZhCn => format!("已打开：{path}\n{told}下一步：tongzhou validate {command}\n"),
        Lang::En => format!("Opened: {path}\n{told}Next: tongzhou validate {command}\n"),
    }
}
