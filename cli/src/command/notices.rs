//! `tongzhou notices`: what the registry has to tell an organisation.

use tongzhou::{
    model::primitive::{Count, List},
    text::Lang,
};
use tongzhou_client::Task;
use tongzhou_exchange::message::notice::{AcknowledgeNotices, ListNotices};

use crate::{args::asking::Notices, asked::Asker, exit::Exit, speech::Failure};

/// Runs the command.
pub(crate) fn run(args: &Notices, lang: Lang) -> Result<Exit, Failure> {
    let asker = Asker::new(&args.asking, lang).map_err(|what| Failure { what, lang })?;
    let task = if args.read.is_empty() {
        Task::plain(&ListNotices { at_most: Count::saturating(args.at_most) })
    } else {
        Task::plain(&AcknowledgeNotices { notices: List::first(args.read.iter().copied()) })
    };
    asker.conclude(task.operation(), asker.run(&task))
}
