//! `tongzhou lookup`: whether a child was helped already, and who is about to help.

use tongzhou::{code::lists::ConsentPurpose, text::Lang};
use tongzhou_client::{Task, TokenStep};
use tongzhou_exchange::message::wire::CalendarMonth;

use crate::{
    args::asking::LookUp,
    asked::Asker,
    clock,
    exit::Exit,
    speech::{Failure, What},
};

/// Runs the command.
pub(crate) fn run(args: &LookUp, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let child = args.child.read().map_err(fail)?;
    let asker = Asker::new(&args.asking, lang).map_err(fail)?;
    let purpose = Some(ConsentPurpose::DuplicateCheck);
    let consent =
        args.consenting.read(asker.client().us(), purpose, child.application.as_deref()).map_err(fail)?;
    let task = || -> Result<Task, What> {
        let client = asker.client();
        let id = client.surroundings().fresh_id()?;
        let tokens = TokenStep::begin(client, &child.identities, consent.commitment)?;
        Ok(match args.intent {
            // Written down first, read then: of two who decide at the same moment, one at least is told.
            Some(class) => Task::announce(id, class, args.month.map_or_else(this_month, Ok)?, tokens),
            None => Task::look_up(id, ConsentPurpose::DuplicateCheck, tokens),
        })
    };
    let task = task().map_err(fail)?.under(consent.clone());
    asker.conclude(task.operation(), asker.run(&task))
}

fn this_month() -> Result<CalendarMonth, What> {
    let today = clock::now()?.china_date().to_string();
    today.get(..7).and_then(|month| month.parse().ok()).ok_or(What::Clock)
}
