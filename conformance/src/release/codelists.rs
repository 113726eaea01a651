//! The codelists of a version: the codes there were when it was released.

use std::{collections::BTreeMap, fs, io, path::Path};

use tongzhou::{code::csv, value::StandardVersion};

use super::Change;

/// The folder of the codelists, both where they grow and in a released version.
pub(super) const FOLDER: &str = "codelists";

/// A codelist as a version has it, or the index of them.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub(super) file: String,
    pub(super) text: String,
    pub(super) codes: usize,
}

impl List {
    pub(super) fn is_index(&self) -> bool {
        self.file == INDEX
    }
}

/// The lists in `folder` with the codes that `version` has, and the index of those that have any; which list, where
/// one cannot be read.
pub(super) fn as_of(folder: &Path, version: StandardVersion) -> Result<Vec<List>, String> {
    let mut lists = Vec::new();
    let mut index = read(folder, INDEX)?;
    let mut listed = Vec::new();
    for row in std::mem::take(&mut index.rows) {
        let name = cell(&index.columns, &row, "list").to_owned();
        let file = cell(&index.columns, &row, "file").to_owned();
        let mut table = read(folder, &file)?;
        table.rows.retain(|row| is_of(&table.columns, row, version));
        for row in &mut table.rows {
            deprecated_later(&table.columns, row, version).ok_or_else(|| name.clone())?;
        }
        if !table.rows.is_empty() {
            lists.push(List { codes: table.rows.len(), text: table.text(), file });
            listed.push(row);
        }
    }
    index.rows = listed;
    lists.push(List { file: INDEX.to_owned(), text: index.text(), codes: 0 });
    Ok(lists)
}

/// What the lists in `growing` no longer say as those of a released version, in `frozen`, said it.
pub(super) fn changes(frozen: &Path, growing: &Path, version: StandardVersion) -> io::Result<Vec<Change>> {
    let mut changes = Vec::new();
    let missing = |list: String| io::Error::new(io::ErrorKind::InvalidData, list);
    let (then, now) = (read(frozen, INDEX).map_err(missing)?, read(growing, INDEX).map_err(missing)?);
    for row in &then.rows {
        let [name, file, kind] = ["list", "file", "kind"].map(|column| cell(&then.columns, row, column));
        let still = now.rows.iter().find(|row| cell(&now.columns, row, "list") == name);
        let same_kind = still.is_some_and(|row| cell(&now.columns, row, "kind") == kind);
        let tables = read(frozen, file).ok().zip(read(growing, file).ok());
        match tables {
            Some((then, now)) if same_kind => changes.extend(of_list(name, &then, &now, version)),
            _ => changes.push(Change::List(name.to_owned())),
        }
    }
    Ok(changes)
}

fn of_list(list: &str, then: &Table, now: &Table, version: StandardVersion) -> Vec<Change> {
    let codes = |table: &Table| -> BTreeMap<String, Vec<String>> {
        table.rows.iter().map(|row| (cell(&table.columns, row, "code").to_owned(), row.clone())).collect()
    };
    let (before, after) = (codes(then), codes(now));
    let binding = || then.columns.iter().filter(|column| !WORDS.contains(&column.as_str()));
    let same = |row: &[String], other: &[String]| {
        binding().all(|column| cell(&then.columns, row, column) == cell(&now.columns, other, column))
    };
    let kept = before.iter().filter(|(code, row)| !after.get(*code).is_some_and(|other| same(row, other)));
    let backdated =
        after.iter().filter(|(code, row)| !before.contains_key(*code) && is_of(&now.columns, row, version));
    kept.map(|(code, _)| Change::Code(list.to_owned(), code.clone()))
        .chain(backdated.map(|(code, _)| Change::Backdated(list.to_owned(), code.clone())))
        .collect()
}

/// A CSV file.
struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn text(&self) -> String {
        let line =
            |row: &Vec<String>| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\n";
        std::iter::once(&self.columns).chain(&self.rows).map(line).collect()
    }
}

/// The table in a file; its name where it cannot be read.
fn read(folder: &Path, file: &str) -> Result<Table, String> {
    let text = fs::read_to_string(folder.join(file)).map_err(|_| file.to_owned())?;
    let records = csv::records(&text).map_err(|_| file.to_owned())?;
    let mut records = records.into_iter().map(|row| row.into_iter().map(String::from).collect::<Vec<_>>());
    let columns = records.next().unwrap_or_default();
    Ok(Table { columns, rows: records.collect() })
}

fn cell<'r>(columns: &[String], row: &'r [String], column: &str) -> &'r str {
    let place = columns.iter().position(|name| name == column);
    place.and_then(|place| row.get(place)).map_or("", String::as_str)
}

/// Whether a code is there in `version`.
fn is_of(columns: &[String], row: &[String], version: StandardVersion) -> bool {
    cell(columns, row, "since").parse::<StandardVersion>().is_ok_and(|since| since <= version)
}

/// Takes back a deprecation of a later version; nothing where the row names no version.
fn deprecated_later(columns: &[String], row: &mut [String], version: StandardVersion) -> Option<()> {
    let place = columns.iter().position(|name| name == "deprecated_since")?;
    let since = row.get_mut(place)?;
    if !since.is_empty() && since.parse::<StandardVersion>().ok()? > version {
        since.clear();
    }
    Some(())
}

fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

const INDEX: &str = "index.csv";

/// Columns whose words may be put better after the release; every other column binds. That a code is deprecated
/// later takes nothing from the documents that hold it.
const WORDS: &[&str] =
    &["title_zh", "title_en", "definition_zh", "definition_en", "deprecated_since", "note"];
