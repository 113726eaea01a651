//! The published codelists are well-formed, and what is generated from them is up to date.

use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

use expect_test::expect_file;
use tongzhou::{
    code::{self, Code, Codelist, Kind, all_lists, csv, lists},
    model::Version,
    text::Lang,
};

#[test]
fn every_file_is_in_the_index_and_every_entry_has_a_file() {
    let listed: BTreeSet<String> = index().into_iter().map(|entry| entry.file).collect();
    let present: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|file| file != "index.csv")
        .collect();
    assert_eq!(listed, present);
}

#[test]
fn the_index_is_in_order_and_says_what_each_list_is() {
    let index = index();
    assert!(index.is_sorted_by(|a, b| a.name < b.name));
    for entry in &index {
        assert!(is_code(&entry.name), "{}", entry.name);
        assert_eq!(entry.file, format!("{}.csv", entry.name));
        assert!(matches!(entry.kind.as_str(), "open" | "closed"), "{}", entry.name);
        assert!(has_chinese(&entry.title_zh) && entry.title_en.is_ascii(), "{}", entry.name);
        assert!(!entry.title_en.is_empty() && !entry.source.is_empty(), "{}", entry.name);
    }
}

#[test]
fn every_file_begins_with_the_same_columns() {
    for list in all_lists() {
        let columns: Vec<&str> = list.columns().collect();
        assert!(columns.join(",").starts_with(COLUMNS), "{}", list.name());
        assert_eq!(columns.len(), columns.iter().collect::<BTreeSet<_>>().len(), "{}", list.name());
        assert!(columns.iter().all(|name| is_code(&name.replace('_', "-"))), "{}", list.name());
    }
}

#[test]
fn every_published_list_can_be_looked_up() {
    let names: Vec<String> = index().into_iter().map(|entry| entry.name).collect();
    assert_eq!(all_lists().map(Codelist::name).collect::<Vec<_>>(), names);
    assert_eq!(tongzhou_schema::CODELISTS.iter().map(|(name, _)| *name).collect::<Vec<_>>(), names);
}

#[test]
fn codes_are_unique_and_well_formed() {
    for list in all_lists() {
        let mut seen = BTreeSet::new();
        assert!(!list.rows().is_empty(), "{}", list.name());
        for row in list.rows() {
            assert!(is_code(row.code()) && row.code().len() <= 64, "{}: {}", list.name(), row.code());
            assert!(seen.insert(row.code()), "{}: {} twice", list.name(), row.code());
        }
    }
}

#[test]
fn every_row_speaks_both_languages() {
    for (list, row) in rows() {
        let at = format!("{}: {}", list.name(), row.code());
        assert!(has_chinese(row.title(Lang::ZhCn)), "{at}");
        assert!(!row.title(Lang::En).is_empty() && row.title(Lang::En).is_ascii(), "{at}");
        let (zh, en) = (row.definition(Lang::ZhCn), row.definition(Lang::En));
        assert_eq!(zh.is_some(), en.is_some(), "{at}");
        assert!(zh.is_none_or(has_chinese) && en.is_none_or(|text| text.is_ascii()), "{at}");
    }
}

#[test]
fn every_row_says_since_when() {
    for (list, row) in rows() {
        let at = format!("{}: {}", list.name(), row.code());
        let since = Version::known(row.since()).unwrap_or_else(|| panic!("{at} is of no version"));
        let deprecated = row.deprecated_since().map(|text| Version::known(text).expect(&at));
        assert!(deprecated.is_none_or(|deprecated| since < deprecated), "{at}");
        assert!(deprecated.is_none() || row.column("note").is_some(), "{at}: what replaces it is not told");
    }
}

#[test]
fn disease_prefixes_are_categories_and_name_no_category_twice() {
    for row in code::list("disease-catalogue").unwrap().rows() {
        let prefixes = row.column("icd10_prefixes").unwrap();
        assert!(prefixes.split(' ').all(|prefix| prefix.split('-').all(is_category)), "{}", row.code());
        let distinct: BTreeSet<&str> = prefixes.split(' ').collect();
        assert_eq!(distinct.len(), prefixes.split(' ').count(), "{}", row.code());
        let exclusions = (row.column("exclusions_zh"), row.column("exclusions_en"));
        assert_eq!(exclusions.0.is_some(), exclusions.1.is_some(), "{}", row.code());
    }
}

#[test]
fn columns_that_name_codes_of_other_lists_name_real_ones() {
    for (list, column, other) in [
        ("document-kind", "accepted_seals", "seal-kind"),
        ("hardship", "evidence_kind", "document-kind"),
        ("relation", "sex", "sex"),
    ] {
        let other = code::list(other).unwrap();
        for row in code::list(list).unwrap().rows() {
            for code in row.column(column).unwrap_or_default().split_whitespace() {
                assert!(other.row(code).is_some(), "{list}: {}: {code}", row.code());
            }
        }
    }
}

#[test]
fn every_closed_list_reads_back_every_code_it_writes() {
    let closed = all_lists().filter(|list| list.kind() == Kind::Closed).map(Codelist::name);
    assert_eq!(lists::CLOSED.iter().map(|list| list.list).collect::<Vec<_>>(), closed.collect::<Vec<_>>());
    for closed in lists::CLOSED {
        let published = code::list(closed.list).unwrap();
        assert_eq!(closed.codes(), published.rows().iter().map(|row| row.code()).collect::<Vec<_>>());
        for row in published.rows() {
            assert_eq!(closed.canonical(row.code()), Some(row.code()));
            assert_eq!(closed.canonical(&row.code().to_uppercase()), None);
        }
        assert_eq!(closed.canonical(""), None);
    }
}

#[test]
fn a_code_travels_through_json_and_an_unknown_one_is_not_quoted() {
    for value in lists::Sex::ALL {
        let json = serde_json::to_string(value).unwrap();
        assert_eq!(json, format!("\"{}\"", value.code()));
        assert_eq!(serde_json::from_str::<lists::Sex>(&json).unwrap(), *value);
    }
    let error = serde_json::from_str::<lists::Sex>("\"zhangsan\"").unwrap_err().to_string();
    assert!(!error.contains("zhangsan") && error.contains("not a code of the list sex"), "{error}");
}

#[test]
fn the_schema_of_a_closed_list_names_it_and_its_codes() {
    let schema = schemars::schema_for!(lists::Sex).to_value();
    assert_eq!(schema["enum"], serde_json::json!(["male", "female", "unknown", "unstated"]));
    assert_eq!(schema["x-codelist"], "sex");
    assert_eq!(schema["title"], "Sex");
    assert_eq!(schema["x-zh-CN"]["title"], "性别");
}

#[test]
fn titles_and_columns_are_looked_up_by_code() {
    assert_eq!(lists::Hardship::Dibao.title(Lang::ZhCn), "最低生活保障对象");
    let row = lists::Hardship::RigidExpenditure.row().unwrap();
    assert_eq!(row.column("max_validity_months"), Some("12"));
    assert_eq!(row.column("no_such_column"), None);
    assert_eq!(code::list("no-such-list").map(Codelist::name), None);
}

#[test]
fn the_embedded_files_are_up_to_date() {
    let mut text = String::from(
        "//! Generated from `codelists/index.csv`; the test that reads it rewrites it under `UPDATE_EXPECT=1`.\n\n\
         /// Every codelist: its name and its CSV text, by name.\n\
         #[rustfmt::skip]\n\
         pub const CODELISTS: &[(&str, &str)] = &[\n",
    );
    for Entry { name, file, .. } in index() {
        writeln!(text, "    (\"{name}\", include_str!(\"../codelists/{file}\")),").unwrap();
    }
    text.push_str("];\n");
    expect_file!["../../../schema/src/codelists.rs"].assert_eq(&text);
}

#[test]
fn the_types_are_up_to_date() {
    let mut text = String::from(
        "//! Generated from `schema/codelists/`; the test that reads them rewrites it under `UPDATE_EXPECT=1`.\n\n\
         use super::{ClosedList, codelist, open_list};\n",
    );
    let mut closed = String::new();
    for Entry { name, file, kind, title_zh, title_en, .. } in index() {
        let type_name = pascal_case(&name);
        if kind == "open" {
            let rows = published(&file);
            let (code, zh, en) = (&rows[1][0], &rows[1][1], &rows[1][2]);
            write!(
                text,
                "\nopen_list! {{ {type_name}, \"{name}\", \"{title_en}\", \"{title_zh}\", \
                 \"{code}\", \"{en}\", \"{zh}\" }}\n"
            )
            .unwrap();
            continue;
        }
        writeln!(closed, "    ClosedList::of::<{type_name}>(),").unwrap();
        write!(text, "\ncodelist! {{ {type_name}, \"{name}\", \"{title_en}\", \"{title_zh}\" {{\n").unwrap();
        for row in published(&file).iter().skip(1) {
            let (code, zh, en) = (&row[0], &row[1], &row[2]);
            writeln!(text, "    {} = \"{code}\", \"{en}\", \"{zh}\";", pascal_case(code)).unwrap();
        }
        text.push_str("} }\n");
    }
    text.push_str(
        "\n/// Every closed list, by name.\n\
         ///\n\
         /// ```\n\
         /// use tongzhou::code::lists::CLOSED;\n\
         ///\n\
         /// assert!(CLOSED.iter().any(|closed| closed.list == \"hardship\"));\n\
         /// assert!(CLOSED.is_sorted_by_key(|closed| closed.list));\n\
         /// ```\n",
    );
    write!(text, "pub const CLOSED: &[ClosedList] = &[\n{closed}];\n").unwrap();
    expect_file!["../../src/code/lists.rs"].assert_eq(&text);
}

struct Entry {
    name: String,
    file: String,
    kind: String,
    title_zh: String,
    title_en: String,
    source: String,
}

fn index() -> Vec<Entry> {
    let records = published("index.csv");
    assert_eq!(records[0].join(","), "list,file,kind,title_zh,title_en,source");
    records
        .into_iter()
        .skip(1)
        .map(|record| {
            let [name, file, kind, title_zh, title_en, source] = record.try_into().unwrap();
            Entry { name, file, kind, title_zh, title_en, source }
        })
        .collect()
}

/// A file as it is on disk: the embedded copy may be the stale one.
fn published(file: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(folder().join(file)).unwrap();
    let records = csv::records(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    records.into_iter().map(|record| record.into_iter().map(String::from).collect()).collect()
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../schema/codelists"))
}

fn rows() -> impl Iterator<Item = (&'static Codelist, &'static code::Row)> {
    all_lists().flat_map(|list| list.rows().iter().map(move |row| (list, row)))
}

fn is_code(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// A WHO category or subcategory: `C91`, `C69.2`.
fn is_category(text: &str) -> bool {
    let (category, detail) = text.split_once('.').unwrap_or((text, "0"));
    let bytes = category.as_bytes();
    let digits = |text: &[u8]| text.iter().all(u8::is_ascii_digit);
    bytes.len() == 3
        && bytes[0].is_ascii_uppercase()
        && digits(&bytes[1..])
        && detail.len() == 1
        && digits(detail.as_bytes())
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
}

fn pascal_case(code: &str) -> String {
    code.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

const COLUMNS: &str = "code,title_zh,title_en,definition_zh,definition_en,since,deprecated_since,note";
