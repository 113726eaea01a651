//! `tongzhou node`: what whoever runs a node does, one file per command.

mod batch;
mod keys;

use tongzhou::text::Lang;

use crate::{
    args::node::{KeysCommand, NodeCommand},
    exit::Exit,
    speech::Failure,
};

/// Runs the command.
pub(crate) fn run(command: &NodeCommand, lang: Lang) -> Result<Exit, Failure> {
    match command {
        NodeCommand::Batch(args) => batch::run(args, lang),
        NodeCommand::Keys(args) => match &args.command {
            KeysCommand::Deal(args) => keys::deal(args, lang),
        },
    }
}
