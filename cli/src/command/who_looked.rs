//! `tongzhou who-looked`: every access to what is kept of a child, for the guardian.

use tongzhou::text::Lang;
use tongzhou_client::{Task, TokenStep};

use crate::{
    args::asking::WhoLooked,
    asked::Asker,
    exit::Exit,
    speech::{Failure, What},
};

/// Runs the command.
pub(crate) fn run(args: &WhoLooked, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let child = args.child.read().map_err(fail)?;
    let asker = Asker::new(&args.asking, lang).map_err(fail)?;
    let consent =
        args.consenting.read(asker.client().us(), None, child.application.as_deref()).map_err(fail)?;
    let tokens = TokenStep::begin(asker.client(), &child.identities, consent.commitment);
    let task = Task::who_looked(tokens.map_err(|error| fail(What::from(error)))?).under(consent);
    asker.conclude(task.operation(), asker.run(&task))
}
