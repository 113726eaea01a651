//! `tongzhou directory renew`: the next version, before this one expires; and what all changes have in common.

use std::path::Path;

use tongzhou::{directory::Revision, text::Lang};

use crate::{
    args::keys::Renew,
    clock::now,
    exit::Exit,
    key_trouble::KeyTrouble,
    speech::{Failure, What, answer, quoted, remark, shown},
};

use super::{board, files::Files, trouble};

/// Runs the command.
pub(super) fn run(args: &Renew, lang: Lang) -> Result<Exit, Failure> {
    let board = board(&args.board, &args.directory).map_err(|what| Failure { what, lang })?;
    if let Some(board) = &board {
        let print = board.fingerprint();
        remark(match lang {
            Lang::ZhCn => format!("理事会更换：新旧两届都要达到各自的签名门槛。新指纹：{print}"),
            Lang::En => format!(
                "the board changes: enough of the old one and enough of the new one have to sign; the new fingerprint \
                 is {print}"
            ),
        });
    }
    revise(&args.directory, args.days.days, &[], lang, |revision, _| match &board {
        Some(board) => revision
            .board(board)
            .map(|()| String::new())
            .map_err(|fault| trouble(KeyTrouble::Revision(args.directory.clone(), fault))),
        None => Ok(String::new()),
    })
}

/// Makes the next version of the directory at `path` with one change, which may add `member` and says what is to be
/// known of it.
pub(super) fn revise(
    path: &Path,
    days: i64,
    member: &[u8],
    lang: Lang,
    change: impl for<'r, 'a> FnOnce(&'r mut Revision<'a>, &'a [u8]) -> Result<String, What>,
) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let cannot = |fault| trouble(KeyTrouble::Revision(path.to_owned(), fault));
    let files = Files::read(path).map_err(fail)?;
    let now = now().map_err(fail)?;
    let mut revision = Revision::of(&files.directory, files.signatures.as_deref(), now, days)
        .map_err(|fault| fail(cannot(fault)))?;
    let changed = change(&mut revision, member).map_err(fail)?;
    let next = revision.finish().map_err(|fault| fail(cannot(fault)))?;
    let version = revision.version();
    let kept = files.replace(&next, version.checked_sub(1)).map_err(fail)?;
    let command = quoted(path);
    let mut text = match lang {
        Lang::ZhCn => format!("名录现为第 {version} 版，尚未签名\n"),
        Lang::En => format!("The directory is now version {version}, not signed yet\n"),
    };
    if let Some(kept) = kept {
        let kept = shown(&kept);
        text.push_str(&match lang {
            Lang::ZhCn => format!("签过名的上一版另存为：{kept}\n"),
            Lang::En => format!("The signed version before it is kept as {kept}\n"),
        });
    }
    text.push_str(&changed);
    text.push_str(&match lang {
        Lang::ZhCn => {
            format!("下一步：理事各用自己的密钥文件签名：tongzhou directory sign {command} --key <一把理事会密钥>\n")
        }
        Lang::En => format!(
            "Next: members of the board sign, each with a key file of their own: tongzhou directory sign {command} \
             --key <a key of the board>\n"
        ),
    });
    answer(text, lang)?;
    Ok(Exit::Sound)
}
