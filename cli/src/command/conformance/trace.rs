//! `tongzhou conformance requirements`: how many requirements there are, and by what each is shown.

use std::fmt::Write as _;

use serde::Serialize;
use tongzhou::{
    code::{Code, lists::ConformanceRole},
    text::{Bilingual, Lang},
};
use tongzhou_conformance::{
    csv,
    table::{self, Row, Standing},
    vector::STANDARD,
};

use crate::{
    args::trace::{Requirements, TableFormat},
    delivered,
    exit::Exit,
    speech::{Failure, answer},
};

pub(super) fn run(args: &Requirements, lang: Lang) -> Result<Exit, Failure> {
    let rows: Vec<&Row> = table::rows()
        .iter()
        .filter(|row| args.role.is_none_or(|role| row.roles.contains(&role)))
        .filter(|row| args.level.is_none_or(|level| row.level == level))
        .collect();
    if args.to_attest {
        answer(form(&rows), lang)?;
        return Ok(Exit::Sound);
    }
    let standing = Standing::of(rows.iter().copied());
    let listed: &[&Row] = if args.list { &rows } else { &[] };
    let text = match args.format {
        TableFormat::Human => told(&standing, listed, lang),
        TableFormat::Json => {
            delivered::json(&Answer::of(&standing, listed)).map_err(|what| Failure { what, lang })?
        }
        TableFormat::Csv if args.list => listed_as_csv(listed),
        TableFormat::Csv => counted_as_csv(&standing),
    };
    answer(text, lang)?;
    Ok(Exit::Sound)
}

/// The table that `conformance certify` reads, with a line for each MUST and MUST NOT that is attested, to be filled in.
fn form(rows: &[&Row]) -> String {
    let lines = rows.iter().filter(|row| row.level.is_must() && !row.attestation.is_empty());
    let lines = lines.map(|row| csv::line([row.id.as_str(), "", "", ""]));
    std::iter::once("requirement,by,on,evidence\n".to_owned()).chain(lines).collect()
}

/// A count of requirements, by its name for programs and for people.
struct Count {
    name: &'static str,
    title: Bilingual,
    count: usize,
}

/// The counts of MUST and MUST NOT. A requirement may be shown by vectors and by cases; of the last four it is counted in
/// one.
fn counts(standing: &Standing) -> [Count; 6] {
    let count = |name, zh, en, count| Count { name, title: Bilingual { zh, en }, count };
    [
        count("vectors", "有测试向量", "shown by vectors", standing.by_vectors),
        count("cases", "有 HTTP 用例", "shown by HTTP cases", standing.by_cases),
        count("tests", "有两者之一", "shown by either", standing.by_tests),
        count("attestation", "靠书面说明", "by attestation", standing.by_attestation),
        count("publisher", "只约束标准发布方", "binding the publisher alone", standing.of_publisher),
        count("open", "尚缺", "open", standing.open),
    ]
}

/// Per cent with one digit, rounded.
fn per_cent(count: usize, of: usize) -> String {
    let tenths = (count * 1000 + of / 2).checked_div(of).unwrap_or(0);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn told(standing: &Standing, rows: &[&Row], lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    let mut text = String::new();
    for row in rows {
        let sentence = if lang == Lang::ZhCn { &row.zh } else { &row.en };
        let _ = writeln!(text, "{} {} · {}\n  {sentence}", row.id, row.level, roles(row));
        let shown = [&row.vectors, &row.cases, &row.attestation];
        let shown: Vec<&str> = shown.into_iter().map(String::as_str).filter(|by| !by.is_empty()).collect();
        let _ = match shown.as_slice() {
            [] => writeln!(text, "  –"),
            shown => writeln!(text, "  {}", shown.join(" ")),
        };
    }
    if !rows.is_empty() {
        text.push('\n');
    }
    let _ = match lang {
        Lang::ZhCn => writeln!(
            text,
            "标准 {STANDARD}：要求 {} 条，其中必须和不得 {} 条",
            standing.requirements, standing.musts
        ),
        Lang::En => writeln!(
            text,
            "Standard {STANDARD}: {} requirements, of which {} say MUST or MUST NOT",
            standing.requirements, standing.musts
        ),
    };
    for Count { title, count, .. } in counts(standing) {
        let per_cent = per_cent(count, standing.musts);
        let _ = writeln!(text, "  {count:>4} {per_cent:>6} %  {}", title.in_lang(lang));
    }
    let _ = match standing.open {
        0 => writeln!(text, "{}", say("必须和不得均有证明", "Every MUST and MUST NOT is shown")),
        _ => writeln!(text, "{}", say("还有必须或不得没有证明", "Some MUST or MUST NOT is not shown yet")),
    };
    text
}

fn roles(row: &Row) -> String {
    row.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(" ")
}

/// The answer for programs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'r> {
    standard: &'static str,
    requirements: usize,
    musts: usize,
    shown: Vec<Share>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rows: Vec<Listed<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Share {
    by: &'static str,
    count: usize,
    per_cent: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Listed<'r> {
    id: &'r str,
    page: &'r str,
    level: &'static str,
    roles: &'r [ConformanceRole],
    en: &'r str,
    zh: &'r str,
    vectors: &'r str,
    cases: &'r str,
    attestation: &'r str,
}

impl<'r> Answer<'r> {
    fn of(standing: &Standing, rows: &[&'r Row]) -> Self {
        let share =
            |Count { name, count, .. }| Share { by: name, count, per_cent: per_cent(count, standing.musts) };
        let listed = |row: &&'r Row| Listed {
            id: &row.id,
            page: &row.page,
            level: row.level.keyword(),
            roles: &row.roles,
            en: &row.en,
            zh: &row.zh,
            vectors: &row.vectors,
            cases: &row.cases,
            attestation: &row.attestation,
        };
        Self {
            standard: STANDARD,
            requirements: standing.requirements,
            musts: standing.musts,
            shown: counts(standing).into_iter().map(share).collect(),
            rows: rows.iter().map(listed).collect(),
        }
    }
}

fn counted_as_csv(standing: &Standing) -> String {
    let mut text = csv::line(["by", "count", "per_cent"]);
    for (name, count) in [("requirements", standing.requirements), ("musts", standing.musts)] {
        text += &csv::line([name, &count.to_string(), ""]);
    }
    for Count { name, count, .. } in counts(standing) {
        text += &csv::line([name, &count.to_string(), &per_cent(count, standing.musts)]);
    }
    text
}

fn listed_as_csv(rows: &[&Row]) -> String {
    let mut text = csv::line(["id", "page", "level", "roles", "vectors", "cases", "attestation"]);
    for row in rows {
        let roles = roles(row);
        let fields =
            [&row.id, &row.page, row.level.keyword(), &roles, &row.vectors, &row.cases, &row.attestation];
        text += &csv::line(fields);
    }
    text
}
