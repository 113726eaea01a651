//! `tongzhou directory add`: adds a member, or puts its new entry in the place of the old.

use std::fmt::Write as _;

use tongzhou::{directory::KeyChange, text::Lang};

use crate::{args::keys::Add, exit::Exit, input, key_trouble::KeyTrouble, speech::Failure};

use super::{renew::revise, trouble};

/// Runs the command.
pub(super) fn run(args: &Add, lang: Lang) -> Result<Exit, Failure> {
    let member = input::document(&args.member).map_err(|what| Failure { what, lang })?;
    revise(&args.directory, args.days.days, &member, lang, |revision, member| {
        revision
            .add(member, args.replace)
            .map(|change| told(&change, lang))
            .map_err(|fault| trouble(KeyTrouble::Revision(args.member.clone(), fault)))
    })
}

/// The keys that come and go: whoever can slip a key in here can sign for the member.
fn told(change: &KeyChange, lang: Lang) -> String {
    let mut text = String::new();
    let added = match lang {
        Lang::ZhCn => "新增的公钥，签名之前请与成员在电话里核对：",
        Lang::En => "New keys, to be compared with the member over the telephone before anybody signs:",
    };
    let dropped = match lang {
        Lang::ZhCn => "不再列出的公钥：",
        Lang::En => "Keys that are listed no more:",
    };
    for (title, keys) in [(added, &change.added), (dropped, &change.dropped)] {
        if !keys.is_empty() {
            let _ = writeln!(text, "{title}");
        }
        for key in keys {
            let _ = writeln!(text, "  {key}");
        }
    }
    text
}
