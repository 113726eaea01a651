//! `tongzhou directory sign`: adds the signature of one key of the board.

use std::path::Path;

use tongzhou::{directory, package::atomic::Existing, text::Lang};

use crate::{
    args::keys::Sign,
    exit::Exit,
    key_file,
    key_trouble::{KeyTrouble, trouble},
    members::signatures_of,
    output::write_unforced,
    speech::{Failure, answer, quoted, remark, shown},
};

use super::files::Files;

/// Runs the command.
pub(super) fn run(args: &Sign, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let files = Files::read(&args.directory).map_err(fail)?;
    let keys = key_file::unlock(&args.key, &args.passphrase, lang).map_err(fail)?;
    let key = keys.signing().ok_or_else(|| fail(trouble(KeyTrouble::NoSigningKey(args.key.clone()))))?;
    let cannot = |fault| fail(trouble(KeyTrouble::Revision(args.directory.clone(), fault)));
    let signatures = directory::sign(&files.directory, files.signatures.as_deref(), key).map_err(cannot)?;
    let (signers, need) = directory::signatures_of(&files.directory, &signatures).map_err(cannot)?;
    let path = signatures_of(&args.directory);
    write_unforced(&path, &signatures, Existing::Replace).map_err(fail)?;
    if !signers.contains(&key.verifying_key().id()) {
        remark(match lang {
            Lang::ZhCn => "注意：这把密钥不在这一版的理事会里；只有更换理事会时，上一届的签名才有用",
            Lang::En => {
                "note: this key is not of the board of this version; it counts only where the board changes and the \
                 one before has to sign"
            }
        });
    }
    answer(told(&args.directory, &path, signers.len(), need, lang), lang)?;
    Ok(Exit::Sound)
}

/// How far the version has come, and what happens to its two files next.
fn told(directory: &Path, signatures: &Path, have: usize, need: usize, lang: Lang) -> String {
    let command = quoted(directory);
    let (directory, signatures) = (shown(directory), shown(signatures));
    // Whether the board before has to sign too, the directory by itself does not tell; verifying it does.
    let next = match (lang, have < need) {
        (Lang::ZhCn, true) => format!("把 {directory} 和 {signatures} 一起交给下一位理事签名"),
        (Lang::ZhCn, false) => format!(
            "用 tongzhou directory verify {command} --state <状态文件> 核对，再把 {directory} 和 {signatures} 一起发给各成员"
        ),
        (Lang::En, true) => {
            format!("pass {directory} and {signatures} on to the next of the board, who signs too")
        }
        (Lang::En, false) => format!(
            "check it with tongzhou directory verify {command} --state <the state file>, then give {directory} and \
             {signatures} to every member"
        ),
    };
    match lang {
        Lang::ZhCn => {
            format!(
                "已签名：{signatures}\n本版理事会的签名：须有 {need} 个，已有 {have} 个\n下一步：{next}\n"
            )
        }
        Lang::En => format!(
            "Signed: {signatures}\nSignatures of its board: {have} of the {need} that are needed\nNext: {next}\n"
        ),
    }
}
