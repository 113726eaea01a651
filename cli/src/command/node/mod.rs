//! `tongzhou node`: what whoever runs a node does, one file per command.

mod batch;
mod desk;
mod keys;
mod run;
mod store_check;

use tongzhou::text::Lang;

use crate::{
    args::node::{KeysCommand, NodeCommand},
    exit::Exit,
    speech::Failure,
};

/// Runs the command.
pub(crate) fn run(command: &NodeCommand, lang: Lang) -> Result<Exit, Failure> {
    match command {
        NodeCommand::Run(args) => run::run(args, lang),
        NodeCommand::CheckConfig(args) => run::check(args, lang),
        NodeCommand::StoreCheck(args) => store_check::run(args, lang),
        NodeCommand::Desk(args) => desk::run(&args.command, lang),
        NodeCommand::Batch(args) => batch::run(args, lang),
        NodeCommand::Keys(args) => match &args.command {
            KeysCommand::Deal(args) => keys::deal(args, lang),
        },
    }
}
