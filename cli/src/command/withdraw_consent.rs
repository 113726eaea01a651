//! `tongzhou withdraw-consent`: a consent is no longer given.

use tongzhou::text::Lang;
use tongzhou_client::Task;
use tongzhou_exchange::message;

use crate::{args::asking::WithdrawConsent, asked::Asker, consent_file, exit::Exit, speech::Failure};

/// Runs the command.
pub(crate) fn run(args: &WithdrawConsent, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let commitment = consent_file::commitment(&args.consent, args.salt.as_deref()).map_err(fail)?;
    let asker = Asker::new(&args.asking, lang).map_err(fail)?;
    let task = Task::plain(&message::consent::WithdrawConsent { commitment, reason: args.reason });
    asker.conclude(task.operation(), asker.run(&task))
}
