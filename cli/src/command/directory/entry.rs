//! `tongzhou directory entry`: makes a member's own entry of its public keys, or adds new keys to it.

use std::{fs, path::Path, time::SystemTime};

use tongzhou::{
    code::lists::DocumentType,
    directory::{Enrolment, NewKeys, RevisionFault, entry_of, with_token_shares},
    json,
    keys::{MAX_KEY_FILE_BYTES, PublicKeys},
    model::{self, member::TokenShare},
    package::atomic::Existing,
    text::Lang,
    value::{Instant, OrganisationCode},
};

use crate::{
    args::keys::Entry,
    clock::now,
    exit::Exit,
    identity, input,
    key_trouble::KeyTrouble,
    output::write_unforced,
    speech::{Failure, What, answer, quoted, shown},
};

use super::{public_keys, trouble};

/// Runs the command.
pub(super) fn run(args: &Entry, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    if let Some(code) = &args.code {
        code.parse::<OrganisationCode>()
            .map_err(|fault| fail(trouble(KeyTrouble::Code(code.clone(), fault))))?;
    }
    let keys = args.keys.as_deref().map(public_keys).transpose().map_err(fail)?;
    let keys = keys.unwrap_or(PublicKeys { signing: None, recipient: None });
    let shares =
        args.token_share.iter().map(|path| token_share(path)).collect::<Result<Vec<_>, _>>().map_err(fail)?;
    let now = now().map_err(fail)?;
    let entry = match &args.from {
        Some(from) => with_new_keys(args, from, &keys, now),
        None => first(args, &keys, now),
    }
    .map_err(fail)?;
    let entry = if shares.is_empty() {
        entry
    } else {
        with_token_shares(&entry, &shares).map_err(|fault| fail(trouble(KeyTrouble::Entry(fault))))?
    };
    let in_place = args.from.as_deref().is_some_and(|from| is_entry_at(from, &args.output));
    let existing = if in_place { Existing::Replace } else { Existing::Keep };
    write_unforced(&args.output, &entry, existing).map_err(fail)?;
    answer(told(args, &keys, lang), lang)?;
    Ok(Exit::Sound)
}

/// The entry of an organisation that becomes a member.
fn first(args: &Entry, keys: &PublicKeys, now: Instant) -> Result<Vec<u8>, What> {
    let enrolment = Enrolment {
        member_id: identity::fresh(SystemTime::now())?,
        code: args.code.clone().unwrap_or_default(),
        name: args.name.clone().unwrap_or_default(),
        roles: args.roles.clone(),
        signing: keys.signing,
        recipient: keys.recipient.clone(),
        phone: args.phone.clone(),
    };
    enrolment.entry(now, args.years).map_err(|fault| trouble(KeyTrouble::Entry(fault)))
}

/// The entry at `from`, or the one that the directory there lists, with new keys beside the old ones.
fn with_new_keys(args: &Entry, from: &Path, keys: &PublicKeys, now: Instant) -> Result<Vec<u8>, What> {
    let cannot = |fault| trouble(KeyTrouble::Revision(from.to_owned(), fault));
    let mut former = input::document(from)?;
    if input::type_of(&former) == Some(DocumentType::Directory) {
        let code = args.code.as_deref().ok_or_else(|| trouble(KeyTrouble::WhoseEntry(from.to_owned())))?;
        former = entry_of(&former, code).map_err(cannot)?;
    } else if let Some(code) = &args.code {
        let member: model::Member<'_> =
            json::from_slice(&former).map_err(|fault| cannot(RevisionFault::NotAMember(fault)))?;
        if member.organisation_code.as_str() != code {
            return Err(trouble(KeyTrouble::OtherEntry(from.to_owned())));
        }
    }
    let new = NewKeys { signing: keys.signing, recipient: keys.recipient.clone() };
    new.entry(&former, now, args.years).map_err(|fault| match fault {
        RevisionFault::KeyThere => trouble(KeyTrouble::OldKeys(args.keys.clone().unwrap_or_default())),
        fault => cannot(fault),
    })
}

/// The public half of a token key share, as `node keys deal` writes it.
fn token_share(path: &Path) -> Result<TokenShare<'static>, What> {
    let bytes = input::file_up_to(path, MAX_KEY_FILE_BYTES)?;
    let wrong = || trouble(KeyTrouble::TokenShare(path.to_owned()));
    let TokenShare { purpose, epoch, share, threshold, public_key } =
        json::from_slice(&bytes).map_err(|_| wrong())?;
    Ok(TokenShare { purpose, epoch, share, threshold, public_key: public_key.into_owned() })
}

/// Whether the entry is written in the place of the one it is made from. A directory is no entry, and stays.
fn is_entry_at(from: &Path, output: &Path) -> bool {
    let same =
        fs::canonicalize(from).and_then(|from| Ok(from == fs::canonicalize(output)?)).unwrap_or_default();
    same && input::document(from).is_ok_and(|bytes| input::type_of(&bytes) == Some(DocumentType::Member))
}

/// The keys, for whoever compares them over the telephone, and what comes next.
fn told(args: &Entry, keys: &PublicKeys, lang: Lang) -> String {
    let (path, command) = (shown(&args.output), quoted(&args.output));
    let renewed = args.from.is_some();
    let shares = args.token_share.len();
    let mut text = match (lang, renewed) {
        (Lang::ZhCn, false) => format!("已制作登记内容：{path}\n"),
        (Lang::ZhCn, true) => format!("已在登记内容里增加新公钥，其余不变：{path}\n"),
        (Lang::En, false) => format!("Made: {path}\n"),
        (Lang::En, true) => format!("Made, with new keys and nothing else changed: {path}\n"),
    };
    text.push_str(&super::super::keygen::names(keys, lang));
    if shares > 0 {
        text.push_str(&match lang {
            Lang::ZhCn => format!("  令牌密钥份额：{shares} 份\n"),
            Lang::En => format!("  Token key shares: {shares}\n"),
        });
    }
    text.push_str(&match lang {
        Lang::ZhCn => format!("下一步：核对无误后交给秘书处，并在电话里念公钥标识：tongzhou validate {command}\n"),
        Lang::En => format!(
            "Next: check it, give it to the secretariat, and read the names of the keys out over the telephone: \
             tongzhou validate {command}\n"
        ),
    });
    if renewed {
        text.push_str(&match lang {
            Lang::ZhCn => format!("秘书处这样更新名录：tongzhou directory add <名录> {command} --replace\n"),
            Lang::En => format!(
                "The secretariat then puts it in: tongzhou directory add <the directory> {command} --replace\n"
            ),
        });
    }
    text
}
