//! `tongzhou directory add`: adds a member, or puts its new entry in the place of the old.

use std::fs;

use tongzhou::text::Lang;

use crate::{
    args::keys::Add,
    exit::Exit,
    key_trouble::KeyTrouble,
    speech::{Failure, What},
};

use super::{renew::revise, trouble};

/// Runs the command.
pub(super) fn run(args: &Add, lang: Lang) -> Result<Exit, Failure> {
    let member = fs::read(&args.member)
        .map_err(|error| Failure { what: What::Read(args.member.clone(), error), lang })?;
    revise(&args.directory, args.days.days, &member, lang, |revision, member| {
        revision
            .add(member, args.replace)
            .map_err(|fault| trouble(KeyTrouble::Revision(args.member.clone(), fault)))
    })
}
