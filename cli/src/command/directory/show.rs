//! `tongzhou directory show`: what a directory says, without checking it.

use std::fmt::Write as _;

use tongzhou::{code::Code, directory, json, model, text::Lang};

use crate::{
    args::keys::Show,
    exit::Exit,
    key_trouble::KeyTrouble,
    speech::{Failure, answer, remark},
};

use super::{files::Files, trouble};

/// Runs the command.
pub(super) fn run(args: &Show, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let files = Files::read(&args.directory).map_err(fail)?;
    if files.directory.len() > directory::MAX_DIRECTORY_BYTES {
        let fault = directory::DirectoryFault::TooLarge;
        return Err(fail(trouble(KeyTrouble::Refused(args.directory.clone(), fault))));
    }
    let directory: model::Directory<'_> = json::from_slice(&files.directory).map_err(|fault| {
        let fault = directory::DirectoryFault::NotADirectory(fault);
        fail(trouble(KeyTrouble::Refused(args.directory.clone(), fault)))
    })?;
    if args.fingerprint {
        let board = directory::board_of(&files.directory)
            .map_err(|fault| fail(trouble(KeyTrouble::Refused(args.directory.clone(), fault))))?;
        answer(format!("{}\n", board.fingerprint()), lang)?;
        return Ok(Exit::Sound);
    }
    let signed = files
        .signatures
        .as_deref()
        .and_then(|signatures| directory::signatures_of(&files.directory, signatures).ok())
        .map_or(0, |(signers, _)| signers.len());
    answer(told(&directory, signed, lang), lang)?;
    remark(match lang {
        Lang::ZhCn => "注意：这里只显示内容，没有核对；用 directory verify 核对是否可以依据",
        Lang::En => {
            "note: this is what it says, not checked; directory verify says whether it can be relied on"
        }
    });
    Ok(Exit::Sound)
}

fn told(directory: &model::Directory<'_>, signed: usize, lang: Lang) -> String {
    let mut text = String::new();
    let (name, version) = (directory.alliance_name.as_str(), directory.version.get());
    let (issued, expires) = (directory.issued_at.as_str(), directory.expires_at.as_str());
    let threshold = directory.board.threshold.get();
    let _ = match lang {
        Lang::ZhCn => writeln!(
            text,
            "{} 第 {version} 版\n  签发 {issued}，到期 {expires}\n理事会：须 {threshold} 个签名，已有 {signed} 个",
            clean(name)
        ),
        Lang::En => writeln!(
            text,
            "{}, version {version}\n  issued {issued}, expires {expires}\nBoard: {threshold} signatures needed, {signed} there",
            clean(name)
        ),
    };
    for key in directory.board.keys.iter() {
        let _ = writeln!(text, "  {}  {}", key.key_id.as_str(), clean(key.holder.as_str()));
    }
    let _ = match lang {
        Lang::ZhCn => writeln!(text, "成员 {} 个：", directory.members.len()),
        Lang::En => writeln!(text, "Members: {}", directory.members.len()),
    };
    for member in directory.members.iter() {
        let roles: Vec<&str> = member.roles.iter().map(|role| role.title(lang)).collect();
        let _ = writeln!(
            text,
            "  {}  {}  {}",
            member.organisation_code.as_str(),
            clean(member.name.as_str()),
            roles.join(", ")
        );
        for key in member.signing_keys.iter() {
            line(&mut text, key.key_id.as_str(), key.valid_until.as_str(), key.revocation.as_ref(), lang);
        }
        for key in member.recipient_keys.iter() {
            line(&mut text, key.recipient.as_str(), key.valid_until.as_str(), key.revocation.as_ref(), lang);
        }
    }
    if !directory.revoked_members.is_empty() {
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "已移出 {} 个：", directory.revoked_members.len()),
            Lang::En => writeln!(text, "Revoked: {}", directory.revoked_members.len()),
        };
    }
    for member in directory.revoked_members.iter() {
        let name = member.name.as_ref().map_or(member.member_id.as_str(), |name| name.as_str());
        let _ = writeln!(text, "  {}  {}  {}", member.at.as_str(), clean(name), member.reason.title(lang));
    }
    text
}

fn line(
    text: &mut String,
    key: &str,
    until: &str,
    revocation: Option<&model::key::KeyRevocation<'_>>,
    lang: Lang,
) {
    let _ = match (revocation, lang) {
        (Some(revocation), Lang::ZhCn) => {
            writeln!(text, "    {key}  已停用 {}：{}", revocation.at.as_str(), revocation.reason.title(lang))
        }
        (Some(revocation), Lang::En) => {
            writeln!(text, "    {key}  revoked {}: {}", revocation.at.as_str(), revocation.reason.title(lang))
        }
        (None, Lang::ZhCn) => writeln!(text, "    {key}  有效至 {until}"),
        (None, Lang::En) => writeln!(text, "    {key}  until {until}"),
    };
}

/// A name as it is printed: it does not steer the terminal.
fn clean(name: &str) -> String {
    name.replace(char::is_control, "\u{FFFD}")
}
