//! The verdicts on the golden corpus do not change in silence.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use super::{
    Checkout, Context, Finding,
    changelog::starred,
    corpus::{self, Verdict},
    outcome::Notes,
};

/// The engine says of every example what the table says, or the changelog tells of the change.
pub(super) fn unchanged(context: &Context<'_>, notes: &mut Notes) {
    let verdicts = corpus::verdicts(context.checkout);
    notes.saw(verdicts.len());
    if verdicts.is_empty() {
        return;
    }
    let Some(kept) = context.checkout.text(VERDICTS).map(rows) else {
        return notes.find(VERDICTS, None, "没有这个文件".to_owned(), "this file is missing".to_owned());
    };
    untold(context.checkout, &verdicts, notes);
    for example in
        verdicts.iter().map(|verdict| &verdict.example).filter(|one| !kept.contains_key(one.as_str()))
    {
        notes.find(
            VERDICTS,
            None,
            format!("没有例子 {example} 的行"),
            format!("there is no row of {example}"),
        );
    }
    for (example, (line, _)) in kept {
        if !verdicts.iter().any(|verdict| verdict.example == example) {
            notes.find(
                VERDICTS,
                line,
                format!("没有例子 {example}"),
                format!("there is no example {example}"),
            );
        }
    }
}

/// The verdicts that are no longer what the table says, where no starred entry of the changelog names the code.
pub fn untold_changes(checkout: &Checkout, verdicts: &[Verdict]) -> Vec<Finding> {
    let mut notes = Notes::of("verdict");
    untold(checkout, verdicts, &mut notes);
    notes.into_findings()
}

/// The table of these verdicts, as CSV.
pub fn table(verdicts: &[Verdict]) -> String {
    let mut csv = String::from("example,verdict,codes\n");
    for Verdict { example, verdict, codes } in verdicts {
        // Writing to a string cannot fail.
        let _ = writeln!(csv, "{example},{verdict},{}", joined(codes));
    }
    csv
}

fn untold(checkout: &Checkout, verdicts: &[Verdict], notes: &mut Notes) {
    let kept = rows(checkout.text(VERDICTS).unwrap_or_default());
    let entries = starred(checkout);
    let is_told = |code: &str| entries.iter().any(|entry| entry.contains(code.trim_end_matches('?')));
    for now in verdicts {
        let Some((line, before)) = kept.get(now.example.as_str()) else { continue };
        if before == now || (of_change(before, now).all(is_told) && of_change(before, now).next().is_some()) {
            continue;
        }
        let (before, example, now) = (said(before), &now.example, said(now));
        notes.find(
            VERDICTS,
            *line,
            format!("{example} 原为 {before}，现为 {now}，而 CHANGELOG.md 没有带 ★ 的说明"),
            format!("{example} was {before} and is {now}, and no starred entry of CHANGELOG.md tells so"),
        );
    }
}

/// The rows of the table by example, with their lines.
fn rows(text: &str) -> BTreeMap<&str, (usize, Verdict)> {
    let row = |(line, row): (usize, &'_ str)| {
        let mut cells = row.split(',');
        let mut cell = || cells.next().unwrap_or_default().to_owned();
        let (example, verdict, codes) = (cell(), cell(), cell());
        let codes = codes.split_whitespace().map(str::to_owned).collect();
        (line, Verdict { example, verdict, codes })
    };
    let rows = (1..).zip(text.lines()).skip(1);
    rows.map(|(line, text)| (text.split(',').next().unwrap_or_default(), row((line, text)))).collect()
}

/// The codes that a change is about: those that came and went, and else all of them.
fn of_change<'v>(before: &'v Verdict, now: &'v Verdict) -> impl Iterator<Item = &'v str> {
    let differ = before.codes != now.codes;
    let all = before.codes.union(&now.codes).map(String::as_str);
    all.filter(move |code| !differ || before.codes.contains(*code) != now.codes.contains(*code))
}

fn said(verdict: &Verdict) -> String {
    format!("{} {}", verdict.verdict, joined(&verdict.codes)).trim_end().to_owned()
}

fn joined(codes: &BTreeSet<String>) -> String {
    codes.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// The table of verdicts.
pub const VERDICTS: &str = "conformance/verdicts.csv";
