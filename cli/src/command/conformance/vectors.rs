//! `tongzhou conformance vectors`: the vectors, counted or written.

use std::fmt::Write as _;

use tongzhou::{
    package::atomic::{Existing, write_atomically},
    text::{Bilingual, Lang},
};
use tongzhou_conformance::vector::{self, ArchiveError, Area, STANDARD, Set, Sign};

use crate::{
    args::conformance::Vectors,
    exit::Exit,
    output::ready,
    speech::{Failure, What, answer, shown},
};

pub(super) fn run(args: &Vectors, lang: Lang) -> Result<Exit, Failure> {
    let existing = if args.force { Existing::Replace } else { Existing::Keep };
    if let Some(path) = &args.output {
        ready(&[path], &[], existing).map_err(|what| Failure { what, lang })?;
    }
    let set = super::shipped(lang)?;
    let mut text = counted(&set, lang);
    if let Some(path) = &args.output {
        let written = write_atomically(path, existing, |file| vector::write(&set, file).map(drop));
        written.map_err(|error| {
            let what = match error {
                ArchiveError::Io(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                    What::Exists(path.clone())
                }
                ArchiveError::Io(error) => What::Write(path.clone(), error),
                ArchiveError::Json(error) => What::Write(path.clone(), error.into()),
            };
            Failure { what, lang }
        })?;
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "已写入 {}", shown(path)),
            Lang::En => writeln!(text, "Written to {}", shown(path)),
        };
    }
    answer(text, lang)?;
    Ok(Exit::Sound)
}

fn counted(set: &Set, lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    let count = |area: Option<Area>, sign| {
        let of = set.vectors().iter().filter(|vector| area.is_none_or(|area| vector.area == area));
        of.filter(|vector| vector.sign == sign).count()
    };
    let mut text = format!("{} {STANDARD}\n", say("测试向量，标准版本", "Vectors of the standard"));
    let areas = Area::ALL.into_iter().map(Some).chain([None]);
    for area in areas {
        let (good, bad) = (count(area, Sign::Positive), count(area, Sign::Negative));
        let name = area.map_or_else(|| say("全部", "all"), Area::name);
        let _ = writeln!(
            text,
            "  {name:<10} {good:>5} {} {bad:>5} {}",
            say("份正确，", "as they should be,"),
            say("份有一处错误", "with one fault")
        );
    }
    text
}
