//! `tongzhou directory init`: begins the directory of an alliance.

use std::time::SystemTime;

use tongzhou::{directory::Founding, package::atomic::Existing, text::Lang};

use crate::{
    args::keys::Init,
    clock::now,
    exit::Exit,
    identity,
    key_trouble::KeyTrouble,
    output::write_unforced,
    speech::{Failure, answer, quoted, shown},
};

use super::{board, trouble};

/// Runs the command.
pub(super) fn run(args: &Init, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let board = board(&args.board, &args.output)
        .and_then(|board| board.ok_or_else(|| trouble(KeyTrouble::BoardHalf)))
        .map_err(fail)?;
    let founding = Founding {
        alliance_id: identity::fresh(SystemTime::now()).map_err(fail)?,
        alliance_name: args.name.clone(),
        alliance_name_en: args.name_en.clone(),
        board,
    };
    let directory = founding
        .directory(now().map_err(fail)?, args.days.days)
        .map_err(|fault| fail(trouble(KeyTrouble::Revision(args.output.clone(), fault))))?;
    write_unforced(&args.output, &directory, Existing::Keep).map_err(fail)?;
    let (path, command, print) = (shown(&args.output), quoted(&args.output), founding.board.fingerprint());
    answer(
        match lang {
            Lang::ZhCn => format!(
                "已新建名录：{path}\n理事会指纹：{print}\n\
                 请把指纹印在信上或当面念给每个成员，不要和名录一起发。\n\
                 下一步：tongzhou directory add {command} <成员的登记内容>\n"
            ),
            Lang::En => format!(
                "Begun: {path}\nFingerprint of the board: {print}\n\
                 Print it on a letter or read it out to every member; never send it along with the directory.\n\
                 Next: tongzhou directory add {command} <the entry of a member>\n"
            ),
        },
        lang,
    )?;
    Ok(Exit::Sound)
}
