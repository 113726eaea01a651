//! `tongzhou node keys deal`: makes a key of tokens and shares it out.

use std::{
    fmt::Write as _,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tongzhou::{
    code::Code,
    keys::WorkFactor,
    package::atomic::{Existing, write_atomically, write_private},
    text::Lang,
};
use tongzhou_exchange::token::{Epoch, KeyShare, Quorum, TokenKeyFile, TokenSecret};

use crate::{
    args::node::Deal,
    exit::Exit,
    key_trouble::{KeyTrouble, trouble},
    passphrase,
    speech::{Failure, What, answer, shown},
};

/// Runs `deal`.
pub(super) fn deal(args: &Deal, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let quorum = Quorum::new(args.threshold, args.shares)
        .map_err(|_| fail(trouble(KeyTrouble::Quorum(args.threshold, args.shares))))?;
    let names: Vec<Names> = (1..=args.shares).map(|number| Names::of(args, number)).collect();
    // Nobody types a passphrase twice for nothing, and no share of one key is left beside those of another.
    for path in names.iter().flat_map(|names| [&names.secret, &names.public]) {
        if path.symlink_metadata().is_ok() {
            return Err(fail(trouble(KeyTrouble::KeyThere(path.clone()))));
        }
    }
    let passphrase = passphrase::new(&args.passphrase, lang).map_err(fail)?;
    fs::create_dir_all(&args.output).map_err(|error| fail(What::Write(args.output.clone(), error)))?;
    let dealt = TokenSecret::fresh(getrandom::fill)
        .and_then(|secret| secret.deal(args.purpose, Epoch::saturating(args.epoch), quorum, getrandom::fill))
        .map_err(|_| fail(What::Random))?;
    for (share, names) in dealt.shares.iter().zip(&names) {
        let file = TokenKeyFile::lock(share, &passphrase, WorkFactor::STANDARD)
            .map_err(|fault| fail(trouble(KeyTrouble::Locked(names.secret.clone(), fault))))?;
        write_private(&names.secret, &file).map_err(|error| fail(cannot(&names.secret, error)))?;
        let public = public(share).map_err(|error| fail(What::Write(names.public.clone(), error)))?;
        write_atomically(&names.public, Existing::Keep, |file| file.write_all(&public))
            .map_err(|error: io::Error| fail(cannot(&names.public, error)))?;
    }
    answer(told(args, &names, lang), lang)?;
    Ok(Exit::Sound)
}

/// The files of one share.
struct Names {
    secret: PathBuf,
    public: PathBuf,
}

impl Names {
    fn of(args: &Deal, number: u8) -> Self {
        let name = format!("{}-{}-share-{number}", args.purpose.code(), args.epoch);
        let file = |ending| args.output.join(format!("{name}.{ending}"));
        Self { secret: file("key"), public: file("pub.json") }
    }
}

/// The public half, as it stands in a member's entry.
fn public(share: &KeyShare) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(&share.entry())?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn cannot(path: &Path, error: io::Error) -> What {
    match error.kind() {
        io::ErrorKind::AlreadyExists => trouble(KeyTrouble::KeyThere(path.to_owned())),
        _ => What::Write(path.to_owned(), error),
    }
}

/// The files, and what comes next.
fn told(args: &Deal, names: &[Names], lang: Lang) -> String {
    let (threshold, shares) = (args.threshold, args.shares);
    let mut text = match lang {
        Lang::ZhCn => format!("已生成密钥，分为 {shares} 份，合成令牌需要 {threshold} 份：\n"),
        Lang::En => {
            format!("Made a key in {shares} shares, of which it takes {threshold} to make a token:\n")
        }
    };
    for names in names {
        let _ = writeln!(text, "  {}  {}", shown(&names.secret), shown(&names.public));
    }
    text.push_str(match lang {
        Lang::ZhCn => {
            "下一步：每份 .key 文件交给一个令牌计算方，口令另行告知；各计算方用 tongzhou directory entry --token-share \
             把自己的 .pub.json 写进登记内容。交付后请删除这里的 .key 文件：所需份额凑在一处，就能试出令牌对应的孩子\n"
        }
        Lang::En => {
            "Next: give each .key file to one evaluator, and the passphrase by another way; each puts its .pub.json into \
             its entry with tongzhou directory entry --token-share. Then delete the .key files here: whoever has as \
             many shares as it takes can find out by trial which child a token stands for\n"
        }
    });
    text
}
