//! `tongzhou status`: where a package stands with the member to which it was sent.

use tongzhou::text::Lang;
use tongzhou_client::Task;
use tongzhou_exchange::message::parcel::PackageStatus;

use crate::{args::asking::Status, asked::Asker, exit::Exit, speech::Failure};

/// Runs the command.
pub(crate) fn run(args: &Status, lang: Lang) -> Result<Exit, Failure> {
    let asker = Asker::new(&args.asking, lang).map_err(|what| Failure { what, lang })?;
    let task = Task::plain_to(args.to.clone(), &PackageStatus { package_id: args.package });
    asker.conclude(task.operation(), asker.run(&task))
}
