//! `tongzhou directory`: the member directory, one file per command.

mod add;
mod entry;
mod files;
mod init;
mod renew;
mod revoke;
mod show;
mod sign;
mod verify;

use std::path::Path;

use tongzhou::{
    directory::{Board, BoardKey},
    keys::{MAX_KEY_FILE_BYTES, PublicKeys},
    text::Lang,
};

use crate::{
    args::keys::{BoardArgs, DirectoryCommand},
    exit::Exit,
    input,
    key_trouble::{KeyTrouble, trouble},
    speech::{Failure, What},
};

/// Runs the command.
pub(crate) fn run(command: &DirectoryCommand, lang: Lang) -> Result<Exit, Failure> {
    match command {
        DirectoryCommand::Init(args) => init::run(args, lang),
        DirectoryCommand::Entry(args) => entry::run(args, lang),
        DirectoryCommand::Add(args) => add::run(args, lang),
        DirectoryCommand::Revoke(args) => revoke::run(args, lang),
        DirectoryCommand::Renew(args) => renew::run(args, lang),
        DirectoryCommand::Sign(args) => sign::run(args, lang),
        DirectoryCommand::Verify(args) => verify::run(args, lang),
        DirectoryCommand::Show(args) => show::run(args, lang),
    }
}

/// The public keys in a file.
pub(crate) fn public_keys(path: &Path) -> Result<PublicKeys, What> {
    let bytes = input::file_up_to(path, MAX_KEY_FILE_BYTES)?;
    PublicKeys::from_json(&bytes).map_err(|fault| trouble(KeyTrouble::PublicKeys(path.to_owned(), fault)))
}

/// The board that the command line tells; none where it tells none.
fn board(args: &BoardArgs, directory: &Path) -> Result<Option<Board>, What> {
    let threshold = match (args.keys.is_empty(), args.threshold) {
        (true, None) => return Ok(None),
        (false, Some(threshold)) => threshold,
        (true, Some(_)) | (false, None) => return Err(trouble(KeyTrouble::BoardHalf)),
    };
    let mut keys = Vec::new();
    for written in &args.keys {
        let form = || trouble(KeyTrouble::BoardForm(written.clone()));
        let (holder, file) = written.split_once('=').ok_or_else(form)?;
        if holder.trim().is_empty() {
            return Err(form());
        }
        let file = Path::new(file);
        let key =
            public_keys(file)?.signing.ok_or_else(|| trouble(KeyTrouble::NoSigningKey(file.to_owned())))?;
        keys.push(BoardKey { key, holder: holder.trim().to_owned() });
    }
    Board::new(threshold, keys)
        .map(Some)
        .map_err(|fault| trouble(KeyTrouble::Revision(directory.to_owned(), fault.into())))
}
