//! Packs `schema/regions/regions.csv` into the table that the program embeds, and keeps the two in step.

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use super::{
    Region, Scope,
    packed::{HEAD, RECORD, YEAR_ZERO},
};

/// A row of the CSV file.
struct Row<'a> {
    code: u32,
    name: &'a str,
    scope: Scope,
    valid_from: Option<u16>,
    valid_to: Option<u16>,
}

#[test]
fn the_embedded_table_is_what_the_csv_file_packs_to() {
    let packed = packed(&rows(&csv()));
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(folder().join("regions.bin"), packed).unwrap();
        return;
    }
    assert!(
        packed == tongzhou_schema::REGIONS,
        "regions.bin does not match regions.csv; run this test with UPDATE_EXPECT=1"
    );
}

#[test]
fn every_row_of_the_csv_file_is_found_as_it_is_written_there() {
    let csv = csv();
    for row in rows(&csv) {
        let region = Region::find(&format!("{:06}", row.code)).unwrap();
        assert_eq!(region.name_zh(), row.name);
        assert_eq!(region.scope(), row.scope);
        assert_eq!((region.valid_from(), region.valid_to()), (row.valid_from, row.valid_to));
        assert!(region.province().is_some(), "{}", row.code);
    }
}

#[test]
fn the_rows_are_sorted_by_code_without_repetition_and_with_ordered_years() {
    let csv = csv();
    let rows = rows(&csv);
    assert!(rows.len() > 7000);
    assert!(rows.windows(2).all(|pair| pair[0].code < pair[1].code));
    assert!(
        rows.iter().all(|row| row.valid_from.is_none_or(|from| row.valid_to.is_none_or(|to| from <= to)))
    );
}

fn packed(rows: &[Row]) -> Vec<u8> {
    let mut names = Vec::new();
    let mut places = BTreeMap::new();
    let mut records = Vec::with_capacity(rows.len() * RECORD);
    let year = |year: Option<u16>| year.map_or(0, |year| u8::try_from(year - YEAR_ZERO).unwrap());
    for row in rows {
        let at = *places.entry(row.name).or_insert_with(|| {
            let at = u32::try_from(names.len()).unwrap();
            names.push(u8::try_from(row.name.len()).unwrap());
            names.extend_from_slice(row.name.as_bytes());
            at
        });
        assert!(at < 1 << 22);
        let scope = match row.scope {
            Scope::Division => 0,
            Scope::Heading => 1 << 22,
            Scope::Permit => 2 << 22,
        };
        records.extend_from_slice(&row.code.to_be_bytes()[1..]);
        records.extend([year(row.valid_from), year(row.valid_to)]);
        records.extend_from_slice(&(scope | at).to_be_bytes()[1..]);
    }
    let mut table = Vec::with_capacity(HEAD + records.len() + names.len());
    table.extend_from_slice(b"TZRG");
    table.extend_from_slice(&u32::try_from(rows.len()).unwrap().to_be_bytes());
    table.extend(records);
    table.extend(names);
    table
}

fn rows(csv: &str) -> Vec<Row<'_>> {
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("code,name_zh,scope,valid_from,valid_to,source"));
    lines
        .map(|line| {
            let [code, name, scope, from, to, _source] = line
                .split(',')
                .collect::<Vec<_>>()
                .try_into()
                .expect("a row has six cells, none of them quoted");
            let year = |cell: &str| (!cell.is_empty()).then(|| cell.parse().unwrap());
            let scope = match scope {
                "division" => Scope::Division,
                "heading" => Scope::Heading,
                "permit" => Scope::Permit,
                other => panic!("no such scope: {other}"),
            };
            Row { code: code.parse().unwrap(), name, scope, valid_from: year(from), valid_to: year(to) }
        })
        .collect()
}

fn csv() -> String {
    fs::read_to_string(folder().join("regions.csv")).unwrap()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../schema/regions")
}
