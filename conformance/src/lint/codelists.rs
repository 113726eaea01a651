//! The codelists: their index, their rows in both languages, and that the schemas have the same codes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tongzhou::{code::csv, value::StandardVersion};

use super::{
    Checkout, Context,
    checkout::{Schema, line_of, line_with},
    outcome::{Notes, repeated},
    schemas::each_schema,
};

/// A CSV file by its columns.
pub(super) struct Table {
    pub(super) path: String,
    columns: Vec<String>,
    rows: Vec<(usize, Vec<String>)>,
}

/// A row of it, with its line.
#[derive(Clone, Copy)]
pub(super) struct Row<'t> {
    pub(super) line: usize,
    columns: &'t [String],
    cells: &'t [String],
}

impl Table {
    /// The table in a file; the line where it cannot be read.
    pub(super) fn read(checkout: &Checkout, path: &str) -> Result<Self, Option<usize>> {
        let text = checkout.text(path).ok_or(None)?;
        let records = csv::records(text).map_err(|error| Some(error.line))?;
        let mut rows = Vec::new();
        let mut line = 1;
        for record in records {
            let lines = 1 + record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
            rows.push((line, record.into_iter().map(String::from).collect()));
            line += lines;
        }
        let columns = if rows.is_empty() { Vec::new() } else { rows.remove(0).1 };
        Ok(Self { path: path.to_owned(), columns, rows })
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { line: *line, columns: &self.columns, cells })
    }

    /// The row of this code.
    pub(super) fn row(&self, code: &str) -> Option<Row<'_>> {
        self.rows().find(|row| row.cell("code") == code)
    }
}

impl<'t> Row<'t> {
    /// The cell of a column; empty where there is no such column.
    pub(super) fn cell(&self, column: &str) -> &'t str {
        let place = self.columns.iter().position(|name| name == column);
        place.and_then(|place| self.cells.get(place)).map_or("", String::as_str)
    }
}

/// Every list of the index by name, with whether it is open; those that cannot be read are left out.
fn lists(checkout: &Checkout) -> BTreeMap<String, (bool, Table)> {
    let Ok(index) = Table::read(checkout, INDEX) else { return BTreeMap::new() };
    let list = |row: Row<'_>| {
        let table = Table::read(checkout, &format!("{FOLDER}{}", row.cell("file"))).ok()?;
        Some((row.cell("list").to_owned(), (row.cell("kind") == "open", table)))
    };
    index.rows().filter_map(list).collect()
}

/// The table of one list.
pub(super) fn list(checkout: &Checkout, name: &str) -> Option<Table> {
    Table::read(checkout, &format!("{FOLDER}{name}.csv")).ok()
}

/// The index names every list once, and every file is of a list.
pub(super) fn index(context: &Context<'_>, notes: &mut Notes) {
    if context.checkout.texts(FOLDER, ".csv").next().is_none() {
        return;
    }
    let index = match Table::read(context.checkout, INDEX) {
        Ok(index) => index,
        Err(line) => return unreadable(notes, INDEX, line),
    };
    let names: Vec<&str> = index.rows().map(|row| row.cell("list")).collect();
    let twice = repeated(names.iter().copied());
    for row in index.rows() {
        notes.saw(1);
        let (name, file) = (row.cell("list"), row.cell("file"));
        let mut find = |zh: String, en: String| notes.find(INDEX, row.line, zh, en);
        if twice.contains_key(name) {
            find(
                format!("代码表 {name} 列了不止一次"),
                format!("the codelist {name} is listed more than once"),
            );
        }
        if file != format!("{name}.csv") || !context.checkout.has(&format!("{FOLDER}{file}")) {
            find(
                format!("代码表 {name} 没有自己的文件"),
                format!("the codelist {name} has no file of its own"),
            );
        }
        if !["open", "closed"].contains(&row.cell("kind")) {
            find(
                format!("代码表 {name} 既不是 open，也不是 closed"),
                format!("{name} is neither open nor closed"),
            );
        }
        if let Some((zh, en)) = without_words(row) {
            find(zh, en);
        }
    }
    for (path, _) in context.checkout.texts(FOLDER, ".csv").filter(|(path, _)| *path != INDEX) {
        let name = path.trim_start_matches(FOLDER).trim_end_matches(".csv");
        if !names.contains(&name) {
            notes.find(
                path,
                None,
                format!("{INDEX} 没有列出这张代码表"),
                format!("{INDEX} does not list this codelist"),
            );
        }
    }
}

/// Every code stands once, in its form, in both languages, and is of a version.
pub(super) fn rows(context: &Context<'_>, notes: &mut Notes) {
    for (path, _) in context.checkout.texts(FOLDER, ".csv").filter(|(path, _)| *path != INDEX) {
        let table = match Table::read(context.checkout, path) {
            Ok(table) => table,
            Err(line) => {
                unreadable(notes, path, line);
                continue;
            }
        };
        let mut before = BTreeSet::new();
        for row in table.rows() {
            notes.saw(1);
            let code = row.cell("code");
            let mut find = |zh: String, en: String| notes.find(path, row.line, zh, en);
            if !before.insert(code) {
                find(format!("代码 {code} 用了两次"), format!("the code {code} is used twice"));
            }
            if !is_code(code) {
                find(format!("代码 {code} 的写法不对"), format!("{code} is not of the form of a code"));
            }
            if let Some((zh, en)) = without_words(row) {
                find(zh, en);
            }
            let version = |column| row.cell(column).parse::<StandardVersion>().ok();
            let (since, until) = (version("since"), version("deprecated_since"));
            let is_kept = row.cell("deprecated_since").is_empty() || until > since;
            if since.is_none() || !is_kept {
                find(
                    format!("代码 {code} 的起始版本或弃用版本不对"),
                    format!("the versions since which {code} is there or deprecated do not fit"),
                );
            }
        }
    }
}

/// What a schema takes of a list is what the list has.
pub(super) fn in_schemas(context: &Context<'_>, notes: &mut Notes) {
    let lists = lists(context.checkout);
    for schema in context.checkout.schemas() {
        let Schema { path, version, text, value, .. } = &schema;
        let version: Option<StandardVersion> = version.parse().ok();
        each_schema(value, &mut |pointer, node| {
            let Some(name) = node.get("x-codelist").and_then(Value::as_str) else { return };
            notes.saw(1);
            let mut find = |under: &str, zh: String, en: String| {
                notes.find(path, line_of(text, &format!("{pointer}/{under}")), zh, en);
            };
            let Some((open, list)) = lists.get(name) else {
                return find(
                    "x-codelist",
                    format!("没有代码表 {name}"),
                    format!("there is no codelist {name}"),
                );
            };
            if node.get("x-codelist-open").is_some() != *open {
                find(
                    "x-codelist",
                    format!("代码表 {name} 的开放、封闭与 {INDEX} 不一致"),
                    format!("whether {name} is open is not what {INDEX} says"),
                );
            }
            let Some(values) = node.get("enum").and_then(Value::as_array) else {
                if !open {
                    find(
                        "x-codelist",
                        format!("没有列出 {name} 的代码"),
                        format!("the codes of {name} are not listed"),
                    );
                }
                return;
            };
            for (index, code) in values.iter().enumerate() {
                let code = code.as_str().unwrap_or_default();
                if list.row(code).is_none() {
                    find(
                        &format!("enum/{index}"),
                        format!("代码表 {name} 里没有 {code}"),
                        format!("the codelist {name} has no {code}"),
                    );
                }
            }
            let is_of = |row: &Row<'_>| row.cell("since").parse::<StandardVersion>().ok() <= version;
            for row in list.rows().filter(is_of) {
                let code = row.cell("code");
                if !values.iter().any(|value| value.as_str() == Some(code)) {
                    find(
                        "enum",
                        format!("代码表 {name} 的 {code} 不在这里"),
                        format!("{code} of the codelist {name} is not here"),
                    );
                }
            }
        });
    }
}

/// Every way between states leads from a state to a state.
pub(super) fn transitions(context: &Context<'_>, notes: &mut Notes) {
    let lists = lists(context.checkout);
    let Some((_, ways)) = lists.get("status-transition") else { return };
    for way in ways.rows() {
        notes.saw(1);
        let states = lists.get(way.cell("list")).map(|(_, list)| list);
        for state in [way.cell("from"), way.cell("to")] {
            let begins = state.is_empty() && way.cell("from").is_empty() && !way.cell("to").is_empty();
            if !begins && states.is_none_or(|list| list.row(state).is_none()) {
                notes.find(
                    &ways.path,
                    way.line,
                    format!("代码表 {} 里没有状态 {state}", way.cell("list")),
                    format!("the codelist {} has no state {state}", way.cell("list")),
                );
            }
        }
    }
}

fn unreadable(notes: &mut Notes, path: &str, line: Option<usize>) {
    notes.find(path, line, "这张表无法读取".to_owned(), "this table cannot be read".to_owned());
}

/// What a row does not say in one of the languages: its title, or a definition that the other has.
fn without_words(row: Row<'_>) -> Option<(String, String)> {
    let [zh, en, said_zh, said_en] =
        ["title_zh", "title_en", "definition_zh", "definition_en"].map(|column| row.cell(column));
    let name = if row.cell("code").is_empty() { row.cell("list") } else { row.cell("code") };
    let titled = is_chinese(zh) && !en.is_empty() && !is_chinese(en);
    let defined = said_zh.is_empty() == said_en.is_empty()
        && (said_zh.is_empty() || is_chinese(said_zh))
        && !is_chinese(said_en);
    (!titled || !defined)
        .then(|| (format!("{name} 的中英文不齐"), format!("{name} does not say the same in both languages")))
}

/// Whether a text has a Chinese character.
pub(super) fn is_chinese(text: &str) -> bool {
    text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
}

/// Kebab-case.
fn is_code(code: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    code.split('-').all(part)
}

/// The line of the row of a name that begins its line.
pub(super) fn line_beginning(text: &str, name: &str) -> Option<usize> {
    let begins = |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(','));
    (1..).zip(text.lines()).find(|(_, line)| begins(line)).map(|(number, _)| number)
}

/// The file of a list, and the line of one of its codes.
pub(super) fn place_of(checkout: &Checkout, list: &str, code: &str) -> (String, Option<usize>) {
    let path = format!("{FOLDER}{list}.csv");
    let line = checkout.text(&path).and_then(|text| line_beginning(text, code));
    let listed = || checkout.text(INDEX).and_then(|text| line_with(text, &format!("{list},")));
    if code.is_empty() { (INDEX.to_owned(), listed()) } else { (path, line) }
}

const FOLDER: &str = "schema/codelists/";
const INDEX: &str = "schema/codelists/index.csv";
