//! `tongzhou refer`: sends a sealed package with a referral to a member.

use tongzhou::{sealing::is_sealed, text::Lang};
use tongzhou_client::Done;
use tongzhou_exchange::message::Operation;

use crate::{
    args::asking::Refer,
    asked::{Asker, Outcome, block_on},
    exit::Exit,
    input::read_up_to,
    speech::{Failure, What},
    unasked::Unasked,
};

/// Runs the command.
pub(crate) fn run(args: &Refer, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let begins = std::fs::File::open(&args.package).and_then(|file| read_up_to(file, BEGINNING));
    let begins = begins.map_err(|error| fail(What::Read(args.package.clone(), error)))?;
    if !is_sealed(&begins) {
        return Err(fail(Unasked::NotSealed(args.package.clone()).into()));
    }
    let asker = Asker::new(&args.asking, lang).map_err(fail)?;
    let sent = block_on(async {
        let package = asker.client().submit(&args.to, &args.package).await?;
        let answer = serde_json::to_vec(&package).unwrap_or_default();
        Ok(Outcome::Done(Done { answer, tokens: Vec::new(), liars: Vec::new() }))
    });
    asker.conclude(Operation::PackageStatus, sent)
}

/// How many bytes tell whether a file is sealed.
const BEGINNING: usize = 64;
