//! `tongzhou codes`: the codelists and their codes.

use std::fmt::Write as _;

use serde::Serialize;
use tongzhou::{
    code::{self, Codelist, Kind, Row},
    text::{Bilingual, Lang},
};

use crate::{
    args::{Codes, Format},
    exit::Exit,
    speech::{Failure, What, answer},
};

/// Runs the command.
pub(crate) fn run(args: &Codes, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let text = match (&args.list, args.format) {
        (None, Format::Human) => lists(lang),
        (None, Format::Json) => {
            json(&code::all_lists().map(Summary::of).collect::<Vec<_>>()).map_err(fail)?
        }
        (Some(asked), format) => {
            let Some(list) = find(asked) else {
                return Err(fail(What::NoSuchList(asked.clone(), nearest(asked))));
            };
            match format {
                Format::Human => codes(list, lang),
                Format::Json => json(&Whole::of(list)).map_err(fail)?,
            }
        }
    };
    answer(text, lang)?;
    Ok(Exit::Sound)
}

fn json(value: &impl Serialize) -> Result<String, What> {
    serde_json::to_string_pretty(value).map(|json| json + "\n").map_err(|error| What::Print(error.into()))
}

/// The list of this name or title.
fn find(asked: &str) -> Option<&'static Codelist> {
    let asked = asked.trim();
    let is_title = |list: &&Codelist| {
        [Lang::ZhCn, Lang::En].iter().any(|lang| list.title(*lang).eq_ignore_ascii_case(asked))
    };
    code::list(&asked.to_ascii_lowercase()).or_else(|| code::all_lists().find(is_title))
}

/// The name that differs least from what was asked for, if it differs little.
fn nearest(asked: &str) -> Option<&'static str> {
    code::all_lists()
        .map(|list| (strsim::osa_distance(asked, list.name()), list.name()))
        .min()
        .filter(|(distance, name)| *distance <= 3 && distance * 2 < name.len())
        .map(|(_, name)| name)
}

fn lists(lang: Lang) -> String {
    let width = code::all_lists().map(|list| list.name().len()).max().unwrap_or_default();
    let mut text = match lang {
        Lang::ZhCn => format!("代码表 {} 张\n\n", code::all_lists().count()),
        Lang::En => format!("{} codelists\n\n", code::all_lists().count()),
    };
    for list in code::all_lists() {
        let _ = writeln!(text, "  {:width$}  {} ({})", list.name(), list.title(lang), list.rows().len());
    }
    text.push_str(match lang {
        Lang::ZhCn => "\n用 tongzhou codes 加代码表名称，可列出表里的代码。\n",
        Lang::En => "\ntongzhou codes LIST shows the codes of a list.\n",
    });
    text
}

fn codes(list: &Codelist, lang: Lang) -> String {
    let kind = match list.kind() {
        Kind::Closed => Bilingual { zh: "固定，只能用表里的代码", en: "closed: only these codes" },
        Kind::Open => Bilingual {
            zh: "开放，表里没有的也可以写",
            en: "open: other codes may be written too",
        },
    };
    let width = list.rows().iter().map(|row| row.code().len()).max().unwrap_or_default();
    let mut text = format!("{} · {} ({})\n\n", list.name(), list.title(lang), kind.in_lang(lang));
    for row in list.rows() {
        let _ = writeln!(text, "  {:width$}  {}", row.code(), row.title(lang));
    }
    text
}

/// A list as programs read it, without its codes.
#[derive(Serialize)]
struct Summary {
    list: &'static str,
    kind: &'static str,
    title: Titles,
    codes: usize,
}

/// The same with its codes.
#[derive(Serialize)]
struct Whole {
    list: &'static str,
    kind: &'static str,
    title: Titles,
    codes: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    title: Titles,
}

#[derive(Serialize)]
struct Titles {
    #[serde(rename = "zh-CN")]
    zh: &'static str,
    en: &'static str,
}

impl Summary {
    fn of(list: &'static Codelist) -> Self {
        Self {
            list: list.name(),
            kind: kind(list),
            title: Titles::of(|lang| list.title(lang)),
            codes: list.rows().len(),
        }
    }
}

impl Whole {
    fn of(list: &'static Codelist) -> Self {
        let codes = list.rows().iter().map(Entry::of).collect();
        Self { list: list.name(), kind: kind(list), title: Titles::of(|lang| list.title(lang)), codes }
    }
}

impl Entry {
    fn of(row: &'static Row) -> Self {
        Self { code: row.code(), title: Titles::of(|lang| row.title(lang)) }
    }
}

impl Titles {
    fn of(title: impl Fn(Lang) -> &'static str) -> Self {
        Self { zh: title(Lang::ZhCn), en: title(Lang::En) }
    }
}

fn kind(list: &Codelist) -> &'static str {
    match list.kind() {
        Kind::Closed => "closed",
        Kind::Open => "open",
    }
}
