//! Small tables that people write: CSV with a heading, or a JSON array of objects with the same names.

use serde_json::{Map, Value};
use thiserror::Error;
use tongzhou::{
    json::{self, FaultKind},
    text::Lang,
    value::Date,
};

use crate::csv::fields;

/// A row, and where it stands: the line of a CSV file, the number of the entry in a JSON array, both from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<const N: usize> {
    /// Where it stands.
    pub at: usize,
    /// The values, in the order of the columns. None is empty, and none has a control character.
    pub values: [String; N],
}

/// Why a table is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TableFault {
    /// It has more than [`MAX_TABLE_BYTES`] or [`MAX_ROWS`].
    #[error("the list is too long")]
    TooLong,
    /// It is not text in UTF-8.
    #[error("the list is not text in UTF-8")]
    NotText,
    /// It begins as JSON and is none.
    #[error("the list is no JSON array: {0}")]
    Json(FaultKind),
    /// Its first line does not name the columns.
    #[error("the first line does not name the columns")]
    Heading,
    /// A row is not of the form.
    #[error("line or entry {0} does not have the columns, each with a value")]
    Row(usize),
}

/// How large a table may be, in bytes.
pub const MAX_TABLE_BYTES: usize = 1 << 20;
/// How many rows it may have.
pub const MAX_ROWS: usize = 2_000;
/// How long a value may be, in characters.
const MAX_VALUE: usize = 500;

/// Reads a table of these columns.
///
/// # Errors
/// The first fault.
pub fn read<const N: usize>(bytes: &[u8], columns: [&str; N]) -> Result<Vec<Row<N>>, TableFault> {
    if bytes.len() > MAX_TABLE_BYTES {
        return Err(TableFault::TooLong);
    }
    // Spreadsheets put the mark there.
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| TableFault::NotText)?;
    let rows = if text.trim_start().starts_with(['[', '{']) {
        of_json(text, columns)
    } else {
        of_csv(text, columns)
    }?;
    if rows.len() > MAX_ROWS { Err(TableFault::TooLong) } else { Ok(rows) }
}

fn of_json<const N: usize>(text: &str, columns: [&str; N]) -> Result<Vec<Row<N>>, TableFault> {
    let entries: Vec<Map<String, Value>> =
        json::from_str(text).map_err(|fault| TableFault::Json(fault.kind))?;
    let row = |(at, entry): (usize, &Map<String, Value>)| {
        let named = |column: &str| entry.get(column).and_then(Value::as_str).map(str::to_owned);
        let values = (entry.len() == N).then(|| columns.map(|column| named(column).unwrap_or_default()));
        sound(at, values)
    };
    (1..).zip(&entries).map(row).collect()
}

fn of_csv<const N: usize>(text: &str, columns: [&str; N]) -> Result<Vec<Row<N>>, TableFault> {
    let mut lines = (1..).zip(text.lines());
    let heading = lines.next().map(|(_, line)| fields(line)).unwrap_or_default();
    if heading.iter().map(|name| name.trim()).ne(columns) {
        return Err(TableFault::Heading);
    }
    // Spreadsheets write an empty row as commas alone.
    let written = lines.filter(|(_, line)| !line.trim_matches([',', ' ', '\t', '\r']).is_empty());
    // A quote that is not closed would take what follows for its own.
    let row = |(at, line): (usize, &str)| {
        let closed = line.matches('"').count() % 2 == 0;
        sound(at, closed.then(|| fields(line)).and_then(|fields| fields.try_into().ok()))
    };
    written.map(row).collect()
}

fn sound<const N: usize>(at: usize, values: Option<[String; N]>) -> Result<Row<N>, TableFault> {
    let values =
        values.map(|values| values.map(|value| value.trim().to_owned())).ok_or(TableFault::Row(at))?;
    if values.iter().all(|value| is_line(value, MAX_VALUE)) {
        Ok(Row { at, values })
    } else {
        Err(TableFault::Row(at))
    }
}

/// A day as the standard writes it, or as spreadsheets make of that: 2026-12-31, 2026/12/31, 2027/1/5.
pub fn day(text: &str) -> Option<Date> {
    let [year, month, day] = *text.split('/').collect::<Vec<_>>() else { return text.parse().ok() };
    format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
}

/// Whether a text is one line that says something, of so many characters at most.
pub fn is_line(text: &str, most: usize) -> bool {
    !text.trim().is_empty() && text.chars().count() <= most && !text.contains(char::is_control)
}

impl TableFault {
    /// What is wrong and what to do, for whoever wrote the table.
    pub fn told(self, columns: &[&str], lang: Lang) -> String {
        let columns = columns.join(",");
        match (self, lang) {
            (Self::TooLong, Lang::ZhCn) => format!("清单太长：最多 1 MiB、{MAX_ROWS} 行"),
            (Self::TooLong, Lang::En) => {
                format!("the list is too long: 1 MiB and {MAX_ROWS} rows at the most")
            }
            (Self::NotText, Lang::ZhCn) => "清单不是 UTF-8 文本；在表格软件里请另存为“CSV UTF-8”".to_owned(),
            (Self::NotText, Lang::En) => {
                "the list is not text in UTF-8; spreadsheets save it so as \"CSV UTF-8\"".to_owned()
            }
            (Self::Json(_), Lang::ZhCn) => format!("清单不是 JSON 数组；每项写明 {columns}"),
            (Self::Json(kind), Lang::En) => {
                format!("the list is no JSON array of objects ({kind}); each names {columns}")
            }
            (Self::Heading, Lang::ZhCn) => {
                format!("第一行要写明各列，用逗号分隔：{columns}；在表格软件里请另存为“CSV UTF-8”")
            }
            (Self::Heading, Lang::En) => format!(
                "the first line has to name the columns, with commas between them: {columns}; spreadsheets save it so as \
                 \"CSV UTF-8\""
            ),
            (Self::Row(at), Lang::ZhCn) => {
                format!(
                    "第 {at} 行（项）写法有误：要有 {columns}，各不为空，格内不换行，每格最多 {MAX_VALUE} 字"
                )
            }
            (Self::Row(at), Lang::En) => format!(
                "line or entry {at} is not of its form: it has to have {columns}, none empty, each on one line and of \
                 {MAX_VALUE} characters at the most"
            ),
        }
    }
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const COLUMNS: [&str; 2] = ["check", "owner"];

    #[test]
    fn both_forms_say_the_same() {
        let csv = read("check,owner\r\nTZ-1,\"Ann, Bo\"\r\n\r\n,\r\n".as_bytes(), COLUMNS).unwrap();
        let json = read(br#"[{"owner":"Ann, Bo","check":"TZ-1"}]"#, COLUMNS).unwrap();
        let values = ["TZ-1".to_owned(), "Ann, Bo".to_owned()];
        assert_eq!(csv, [Row { at: 2, values: values.clone() }]);
        assert_eq!(json, [Row { at: 1, values }]);
        assert_eq!(read(b"\xEF\xBB\xBFcheck,owner\n", COLUMNS), Ok(Vec::new()));
    }

    #[test]
    fn what_is_not_of_its_form_is_named_by_its_place() {
        for (text, fault) in [
            ("", TableFault::Heading),
            ("check;owner\na;b", TableFault::Heading),
            ("owner,check\na,b", TableFault::Heading),
            ("check,owner\na,b\nc", TableFault::Row(3)),
            ("check,owner\na,b,c", TableFault::Row(2)),
            ("check,owner\na,\" \"", TableFault::Row(2)),
            ("check,owner\na,\"b\n", TableFault::Row(2)),
            ("check,owner\na,b\u{7}c", TableFault::Row(2)),
            ("[{\"check\":\"a\"}]", TableFault::Row(1)),
            ("[{\"check\":\"a\",\"owner\":1}]", TableFault::Row(1)),
            ("[{\"check\":\"a\",\"owner\":\"b\",\"more\":\"c\"}]", TableFault::Row(1)),
            ("{\"check\":\"a\",\"owner\":\"b\"}", TableFault::Json(FaultKind::NotTheType)),
            ("[", TableFault::Json(FaultKind::EndsEarly)),
        ] {
            assert_eq!(read(text.as_bytes(), COLUMNS), Err(fault), "{text}");
        }
        assert_eq!(read(&[0xFF], COLUMNS), Err(TableFault::NotText));
        assert_eq!(read(&vec![b'['; MAX_TABLE_BYTES + 1], COLUMNS), Err(TableFault::TooLong));
        let many = format!("check,owner\n{}", "a,b\n".repeat(MAX_ROWS + 1));
        assert_eq!(read(many.as_bytes(), COLUMNS), Err(TableFault::TooLong));
        let long = format!("check,owner\na,{}", "b".repeat(MAX_VALUE + 1));
        assert_eq!(read(long.as_bytes(), COLUMNS), Err(TableFault::Row(2)));
    }
}
