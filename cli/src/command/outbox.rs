//! `tongzhou outbox`: what waits is carried as files, and the answers are taken.

use std::{fmt::Write as _, fs, path::Path};

use serde::Serialize;
use tongzhou::text::{Bilingual, Lang};
use tongzhou_client::outbox::{self, Exported, Imported, Job};
use tongzhou_exchange::{batch::MAX_FILE_BYTES, message::wire::Organisation};

use crate::{
    answered,
    args::{
        Format,
        outbox::{Export, Import, List, Outbox},
    },
    asked::{Own, block_on},
    client_words, delivered,
    exit::Exit,
    input,
    speech::{Failure, What, answer, remark, shown},
};

/// Runs the command.
pub(crate) fn run(args: &Outbox, lang: Lang) -> Result<Exit, Failure> {
    let outcome = match args {
        Outbox::Export(args) => export(args, lang),
        Outbox::Import(args) => import(args, lang),
        Outbox::List(args) => list(args, lang),
    };
    outcome.map_err(|what| Failure { what, lang }).and_then(|(exit, text)| {
        answer(text, lang)?;
        Ok(exit)
    })
}

/// An outbox that is there: only what puts something in makes one.
fn opened(folder: &Path) -> Result<outbox::Outbox, What> {
    fs::metadata(folder).map_err(|error| What::Read(folder.to_owned(), error))?;
    Ok(outbox::Outbox::open(folder)?)
}

fn export(args: &Export, lang: Lang) -> Result<(Exit, String), What> {
    let own = Own::of_desk(&args.desk, lang)?;
    let outbox = opened(&args.outbox)?;
    // A memory stick that is not there is not made up.
    fs::metadata(&args.output).map_err(|error| What::Write(args.output.clone(), error))?;
    let exported = block_on(outbox.export(&own.desk(), &args.output, args.again))?;
    let text = match args.desk.format {
        Format::Json => delivered::json(&exported.iter().map(ShownFile::of).collect::<Vec<_>>())?,
        Format::Human => told(&exported, outbox.waiting().1, lang),
    };
    Ok((Exit::Sound, text))
}

fn told(exported: &[Exported], carried: usize, lang: Lang) -> String {
    let mut text = match (exported.is_empty(), lang) {
        (true, Lang::ZhCn) => "没有待送的消息\n".to_owned(),
        (true, Lang::En) => "Nothing waits to be carried\n".to_owned(),
        (false, Lang::ZhCn) => format!("已写出 {} 个文件，请送交接收机构：\n", exported.len()),
        (false, Lang::En) => format!("Files to be carried to their receivers: {}\n", exported.len()),
    };
    for file in exported {
        let path = shown(&file.path);
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "  {path} · {} 条消息 · 给 {}", file.messages, file.to),
            Lang::En => writeln!(text, "  {path} · messages: {} · for {}", file.messages, file.to),
        };
    }
    if exported.is_empty() && carried > 0 {
        text.push_str(match lang {
            Lang::ZhCn => "  有消息已写出、尚无应答；文件丢失时可用 --again 再写一次。\n",
            Lang::En => {
                "  Some were carried and have no answer; where a file got lost, --again writes it anew.\n"
            }
        });
    }
    text
}

fn import(args: &Import, lang: Lang) -> Result<(Exit, String), What> {
    let own = Own::of_desk(&args.desk, lang)?;
    let outbox = opened(&args.outbox)?;
    let mut all = Imported::default();
    let mut exit = Exit::Sound;
    for path in &args.files {
        let file = input::file_up_to(path, MAX_FILE_BYTES)?;
        match block_on(outbox.import(&own.desk(), &file)) {
            Ok(imported) => {
                all.taken += imported.taken;
                all.again += imported.again;
                all.known += imported.known;
                all.done.extend(imported.done);
            }
            Err(error @ tongzhou_client::ClientError::Batch(_)) => {
                // The other files are as good as they were.
                remark(format!("{}: {}", shown(path), client_words::say(&error, lang)));
                exit = Exit::Wrong;
            }
            Err(error) => return Err(error.into()),
        }
    }
    let refused = |job: &Job| job.outcome.as_ref().is_some_and(|outcome| outcome.answer.is_none());
    if all.done.iter().any(refused) {
        exit = Exit::Wrong;
    }
    let text = match args.desk.format {
        Format::Json => {
            let Imported { taken, again, known, done } = &all;
            delivered::json(&ShownImport { taken: *taken, again: *again, known: *known, done })?
        }
        Format::Human => {
            let mut text = match lang {
                Lang::ZhCn => {
                    format!("收取应答 {} 条，需再送 {} 条，早已收过 {} 条\n", all.taken, all.again, all.known)
                }
                Lang::En => format!(
                    "Answers taken: {}, to be asked again: {}, known before: {}\n",
                    all.taken, all.again, all.known
                ),
            };
            for job in &all.done {
                text.push('\n');
                text.push_str(&tell(job, &own, lang));
            }
            if outbox.waiting().0 > 0 {
                text.push_str(
                    Bilingual {
                        zh: "\n还有后续消息待送：请再运行 tongzhou outbox export\n",
                        en: "\nThere is more to carry now: run tongzhou outbox export again\n",
                    }
                    .in_lang(lang),
                );
            }
            text
        }
    };
    Ok((exit, text))
}

fn tell(job: &Job, own: &Own, lang: Lang) -> String {
    let (Some(operation), Some(outcome)) = (job.operation(), &job.outcome) else { return String::new() };
    let mut text = match (&outcome.answer, &outcome.problem) {
        (Some(answer), _) => answered::tell(operation, answer.as_bytes(), &own.directory, lang),
        (None, Some(problem)) => {
            format!("{}: {}\n", operation.title().in_lang(lang), client_words::refused(problem, lang))
        }
        (None, None) => format!(
            "{}: {}\n",
            operation.title().in_lang(lang),
            Bilingual { zh: "令牌没有生成", en: "no token was made" }.in_lang(lang)
        ),
    };
    if !outcome.lying.is_empty() {
        let names: Vec<String> = outcome.lying.iter().map(Organisation::to_string).collect();
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "  应答有假的令牌计算方，请告知秘书处：{}", names.join("、")),
            Lang::En => writeln!(
                text,
                "  Evaluators that answered falsely; tell the secretariat: {}",
                names.join(", ")
            ),
        };
    }
    text
}

fn list(args: &List, lang: Lang) -> Result<(Exit, String), What> {
    let outbox = opened(&args.outbox)?;
    let (new, carried) = outbox.waiting();
    let jobs = outbox.jobs();
    if args.format == Format::Json {
        return Ok((Exit::Sound, delivered::json(&ShownList { new, carried, jobs: &jobs })?));
    }
    let mut text = match lang {
        Lang::ZhCn => format!("事务 {} 项；待送消息 {new} 条，已送未答 {carried} 条\n", jobs.len()),
        Lang::En => {
            format!("Tasks: {}; messages to carry: {new}, carried without an answer: {carried}\n", jobs.len())
        }
    };
    for job in &jobs {
        let what = job.operation().map_or("", |operation| operation.title().in_lang(lang));
        let state = match &job.outcome {
            None => Bilingual { zh: "办理中", en: "under way" },
            Some(outcome) if outcome.answer.is_some() => Bilingual { zh: "已办理", en: "done" },
            Some(_) => Bilingual { zh: "未予办理", en: "refused" },
        };
        let _ = writeln!(text, "  {} · {} · {what} · {}", job.number, job.created, state.in_lang(lang));
    }
    Ok((Exit::Sound, text))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownFile {
    path: String,
    to: String,
    messages: usize,
}

impl ShownFile {
    fn of(file: &Exported) -> Self {
        Self { path: shown(&file.path), to: file.to.to_string(), messages: file.messages }
    }
}

#[derive(Serialize)]
struct ShownImport<'a> {
    taken: usize,
    again: usize,
    known: usize,
    done: &'a [Job],
}

#[derive(Serialize)]
struct ShownList<'a> {
    new: usize,
    carried: usize,
    jobs: &'a [Job],
}
