//! `tongzhou directory entry`: makes a member's own entry of its public keys.

use std::time::SystemTime;

use tongzhou::{directory::Enrolment, package::atomic::Existing, text::Lang};

use crate::{
    args::keys::Entry,
    clock::now,
    exit::Exit,
    identity,
    key_trouble::KeyTrouble,
    speech::{Failure, answer, quoted, shown},
};

use super::{files, public_keys, trouble};

/// Runs the command.
pub(super) fn run(args: &Entry, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let keys = public_keys(&args.keys).map_err(fail)?;
    let enrolment = Enrolment {
        member_id: identity::fresh(SystemTime::now()).map_err(fail)?,
        code: args.code.clone(),
        name: args.name.clone(),
        roles: args.roles.clone(),
        signing: keys.signing,
        recipient: keys.recipient,
        phone: args.phone.clone(),
    };
    let entry = enrolment
        .entry(now().map_err(fail)?, args.years)
        .map_err(|fault| fail(trouble(KeyTrouble::Entry(fault))))?;
    files::write(&args.output, &entry, Existing::Keep).map_err(fail)?;
    let (path, command) = (shown(&args.output), quoted(&args.output));
    answer(
        match lang {
            Lang::ZhCn => {
                format!("已制作登记内容：{path}\n下一步：核对无误后交给秘书处：tongzhou validate {command}\n")
            }
            Lang::En => format!(
                "Made: {path}\nNext: check it, and give it to the secretariat: tongzhou validate {command}\n"
            ),
        },
        lang,
    )?;
    Ok(Exit::Sound)
}
