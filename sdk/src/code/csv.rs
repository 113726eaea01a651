//! The CSV of the codelists: RFC 4180 with line feeds, every record as wide as the header, nothing guessed.

use std::borrow::Cow;

/// Why a text is not such a CSV, and on which line (from 1).
///
/// ```
/// use tongzhou::code::csv;
///
/// let error = csv::records("code,title\nfemale\n").expect_err("a field is missing");
/// assert_eq!(error.line, 2);
/// assert_eq!(error.to_string(), "line 2: not as many fields as the header");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {fault}")]
pub struct Error {
    /// The line, counted from 1.
    pub line: usize,
    fault: Fault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
enum Fault {
    #[error("a quote inside an unquoted field")]
    StrayQuote,
    #[error("a quoted field that does not end")]
    OpenQuote,
    #[error("text after a closing quote")]
    AfterQuote,
    #[error("a carriage return")]
    CarriageReturn,
    #[error("the last line has no line feed")]
    NoLineFeed,
    #[error("not as many fields as the header")]
    Width,
    #[error("no header")]
    Empty,
}

/// The records of a CSV text, the header first; a field borrows unless it holds a doubled quote.
///
/// # Errors
/// Where the text is no such CSV: the first fault, with its line.
///
/// ```
/// use tongzhou::code::csv;
///
/// let records = csv::records("code,title\nclass-c,\"Class C, outside the catalogue\"\n")?;
/// assert_eq!(records[1], ["class-c", "Class C, outside the catalogue"]);
/// # Ok::<(), csv::Error>(())
/// ```
pub fn records(text: &str) -> Result<Vec<Vec<Cow<'_, str>>>, Error> {
    let mut records: Vec<Vec<Cow<'_, str>>> = Vec::new();
    let mut record = Vec::new();
    let mut rest = text;
    let mut line = 1;
    let mut started_on = 1;
    while !rest.is_empty() {
        let (field, after) = field(rest).map_err(|fault| Error { line, fault })?;
        line += field.matches('\n').count();
        record.push(field);
        if let Some(next) = after.strip_prefix(',') {
            rest = next;
            if rest.is_empty() {
                return Err(Error { line, fault: Fault::NoLineFeed });
            }
            continue;
        }
        let Some(next) = after.strip_prefix('\n') else {
            return Err(Error { line, fault: ending_fault(after) });
        };
        if records.first().is_some_and(|header| header.len() != record.len()) {
            return Err(Error { line: started_on, fault: Fault::Width });
        }
        records.push(std::mem::take(&mut record));
        rest = next;
        line += 1;
        started_on = line;
    }
    if records.is_empty() { Err(Error { line, fault: Fault::Empty }) } else { Ok(records) }
}

/// One field and what follows it.
fn field(text: &str) -> Result<(Cow<'_, str>, &str), Fault> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([',', '\n', '\r', '"']).unwrap_or(text.len());
        let (field, after) = text.split_at(end);
        return Ok((Cow::Borrowed(field), after));
    };
    let mut whole = Cow::Borrowed("");
    let mut rest = quoted;
    loop {
        let (part, after) = rest.split_once('"').ok_or(Fault::OpenQuote)?;
        if part.contains('\r') {
            return Err(Fault::CarriageReturn);
        }
        whole += part;
        let Some(next) = after.strip_prefix('"') else {
            return if after.starts_with([',', '\n', '\r']) || after.is_empty() {
                Ok((whole, after))
            } else {
                Err(Fault::AfterQuote)
            };
        };
        whole += "\"";
        rest = next;
    }
}

fn ending_fault(after: &str) -> Fault {
    match after.chars().next() {
        Some('\r') => Fault::CarriageReturn,
        Some(_) => Fault::StrayQuote,
        None => Fault::NoLineFeed,
    }
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn quotes_commas_and_line_feeds_are_read() {
        let read = records("a,b\n\"1,2\",\"say \"\"hi\"\"\nnow\"\n,\n").unwrap();
        assert_eq!(read, [["a", "b"], ["1,2", "say \"hi\"\nnow"], ["", ""]]);
    }

    #[test]
    fn a_fault_is_reported_with_its_line() {
        for (text, line, fault) in [
            ("", 1, Fault::Empty),
            ("a", 1, Fault::NoLineFeed),
            ("a,b\n1,", 2, Fault::NoLineFeed),
            ("a,b\n1\n", 2, Fault::Width),
            ("a\n\"1\n2\"\n3,4\n", 4, Fault::Width),
            ("a\r\n", 1, Fault::CarriageReturn),
            ("a\nb\"c\n", 2, Fault::StrayQuote),
            ("a\n\"b\"c\n", 2, Fault::AfterQuote),
            ("a\n\"b\n", 2, Fault::OpenQuote),
        ] {
            assert_eq!(records(text), Err(Error { line, fault }), "{text:?}");
        }
    }

    quickcheck! {
        fn what_is_quoted_is_read_back(fields: Vec<String>) -> bool {
            let fields: Vec<String> = fields.iter().map(|field| field.replace('\r', "")).collect();
            let quote = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
            let quoted: Vec<String> = fields.iter().map(quote).collect();
            fields.is_empty() || records(&(quoted.join(",") + "\n")).is_ok_and(|read| read == [fields])
        }

        fn whatever_is_read_is_rectangular(picks: Vec<u8>) -> bool {
            let letter = |pick: &u8| char::from(b"ab,,\"\n\n\r"[usize::from(*pick) % 8]);
            let text: String = picks.iter().map(letter).collect();
            records(&text).map_or(true, |read| read.iter().all(|record| record.len() == read[0].len()))
        }
    }
}
