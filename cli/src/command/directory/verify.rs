//! `tongzhou directory verify`: whether a directory can be relied on.

use std::{fmt::Write as _, path::Path};

use serde_json::json;
use tongzhou::{
    directory::{Directory, DirectoryFault, Trust},
    text::Lang,
    value::Instant,
};

use crate::{
    args::{Format, keys::Verify},
    clock::now,
    exit::Exit,
    key_trouble::{KeyTrouble, trouble},
    members,
    speech::{Failure, What, answer},
};

use super::files::Files;

/// Runs the command.
pub(super) fn run(args: &Verify, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let now = args.at.map_or_else(now, Ok).map_err(fail)?;
    let trust = match (&args.state, args.board) {
        (Some(state), board) => members::trust(state, board),
        (None, Some(board)) => Ok(Trust::board(board)),
        (None, None) => Err(trouble(KeyTrouble::NoTrust(Path::new("--state").to_owned()))),
    }
    .map_err(fail)?;
    match verified(args, trust, now).map_err(fail)? {
        Ok(directory) => {
            // Looking back teaches nothing about today.
            if let (Some(state), None) = (&args.state, args.at) {
                members::remember(state, &directory, now).map_err(fail)?;
            }
            answer(told(&directory, args.format, lang), lang)?;
            Ok(Exit::Sound)
        }
        Err((path, fault)) if args.format == Format::Json => {
            let refused = json!({ "trusted": false, "code": fault.code() });
            answer(format!("{refused:#}\n"), lang)?;
            drop(path);
            Ok(Exit::Wrong)
        }
        Err((path, fault)) => Err(fail(trouble(KeyTrouble::Refused(path, fault)))),
    }
}

/// The newest directory, or which is refused and why. All but the last are steps on the way.
fn verified(
    args: &Verify,
    mut trust: Trust,
    now: Instant,
) -> Result<Result<Directory, (std::path::PathBuf, DirectoryFault)>, What> {
    let mut newest = None;
    let last = args.directories.len().saturating_sub(1);
    for (number, path) in args.directories.iter().enumerate() {
        let files = Files::read(path)?;
        let signatures = files.signed()?;
        let verdict = if number == last {
            Directory::verify(&files.directory, signatures, &trust, now)
        } else {
            Directory::follow(&files.directory, signatures, &trust, now)
        };
        match verdict {
            Ok(directory) => {
                trust = directory.trust(now);
                newest = Some(directory);
            }
            Err(fault) => return Ok(Err((path.clone(), fault))),
        }
    }
    newest.map(Ok).ok_or(What::NothingToCheck)
}

/// What can be relied on, and until when.
fn told(directory: &Directory, format: Format, lang: Lang) -> String {
    let (version, members) = (directory.version(), directory.members().len());
    let (expires, have, need) =
        (directory.expires_at(), directory.signed_by().len(), directory.board().threshold());
    if format == Format::Json {
        let told = json!({
            "trusted": true,
            "version": version,
            "expiresAt": expires.to_string(),
            "sha256": directory.sha256().to_string(),
            "board": directory.board().fingerprint().to_string(),
            "members": members,
        });
        return format!("{told:#}\n");
    }
    let noun = if members == 1 { "member" } else { "members" };
    let mut text = match lang {
        Lang::ZhCn => format!(
            "可以依据：{} 第 {version} 版，{members} 个成员，{have} 个签名（须 {need} 个）\n  到期：{}\n",
            directory.alliance_name(),
            expires.china_date()
        ),
        Lang::En => format!(
            "It can be relied on: {}, version {version}, {members} {noun}, {have} signatures ({need} needed)\n  Expires: {}\n",
            directory.alliance_name(),
            expires.china_date()
        ),
    };
    let _ = match lang {
        Lang::ZhCn => writeln!(text, "  理事会指纹：{}", directory.board().fingerprint()),
        Lang::En => writeln!(text, "  Fingerprint of the board: {}", directory.board().fingerprint()),
    };
    text
}
