//! Markdown as the checks need it: blocks of code, prose, spans of code, headings.

use std::collections::{BTreeMap, BTreeSet};

/// A text of a page, and the line that it begins on.
type Placed = (usize, String);

/// A block of code.
pub(super) struct Fence<'p> {
    /// The line that opens it.
    pub(super) line: usize,
    /// What follows its marks there.
    pub(super) language: &'p str,
    /// Its marks are back-quotes, and it is closed.
    pub(super) is_sound: bool,
    /// The line of text before it.
    pub(super) before: &'p str,
    /// Its lines.
    pub(super) lines: Vec<(usize, &'p str)>,
}

impl Fence<'_> {
    /// What is in it.
    pub(super) fn text(&self) -> String {
        self.lines.iter().map(|(_, line)| format!("{line}\n")).collect()
    }
}

/// A line of a page, and whether it belongs to a block of code.
enum Line<'p> {
    Prose(&'p str),
    Opens(&'p str, &'p str),
    Code(&'p str),
    Closes,
}

fn lines(text: &str) -> impl Iterator<Item = (usize, Line<'_>)> {
    let mut open: Option<&str> = None;
    (1..).zip(text.lines()).map(move |(number, line)| {
        let body = line.trim_start();
        let marks = |mark: char| body.len() - body.trim_start_matches(mark).len();
        let run = marks('`').max(marks('~'));
        let kind = match open {
            Some(mark) if body.starts_with(mark) && body.trim_end().len() == run => {
                open = None;
                Line::Closes
            }
            Some(_) => Line::Code(line),
            None if run >= 3 => {
                let (mark, language) = body.split_at(run);
                open = Some(mark);
                Line::Opens(mark, language.trim())
            }
            None => Line::Prose(line),
        };
        (number, kind)
    })
}

/// The blocks of code of a page.
pub(super) fn fences(text: &str) -> Vec<Fence<'_>> {
    let mut fences: Vec<Fence<'_>> = Vec::new();
    let mut before = "";
    for (line, kind) in lines(text) {
        match kind {
            Line::Prose(text) if text.trim().is_empty() => {}
            Line::Prose(text) => before = text.trim(),
            Line::Opens(mark, language) => {
                fences.push(Fence { line, language, is_sound: false, before, lines: Vec::new() });
                if mark.starts_with('~')
                    && let Some(fence) = fences.last_mut()
                {
                    fence.language = "~~~";
                }
            }
            Line::Code(text) => {
                fences.last_mut().into_iter().for_each(|fence| fence.lines.push((line, text)))
            }
            Line::Closes => {
                fences.last_mut().into_iter().for_each(|fence| fence.is_sound = fence.language != "~~~")
            }
        }
    }
    fences
}

/// The lines outside blocks of code.
pub(super) fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    lines(text).filter_map(|(number, line)| match line {
        Line::Prose(line) => Some((number, line)),
        Line::Opens(..) | Line::Code(_) | Line::Closes => None,
    })
}

/// The words of identifiers: letters, digits, hyphens and low lines.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| !char.is_ascii_alphanumeric() && char != '-' && char != '_')
        .filter(|word| !word.is_empty())
}

/// A paragraph: what stands between empty lines, with the line it begins on.
fn paragraphs(text: &str) -> Vec<Placed> {
    let mut paragraphs: Vec<Placed> = Vec::new();
    let mut last = 0;
    for (number, line) in prose(text) {
        let goes_on = last + 1 == number && !line.trim().is_empty();
        match paragraphs.last_mut().filter(|_| goes_on) {
            Some((_, paragraph)) => {
                paragraph.push('\n');
                paragraph.push_str(line);
            }
            None => paragraphs.push((number, line.to_owned())),
        }
        last = number;
    }
    paragraphs
}

/// The spans of code of a page, with their lines, and its paragraphs without them.
fn spans(text: &str) -> (Vec<Placed>, Vec<Placed>) {
    let (mut spans, mut rests) = (Vec::new(), Vec::new());
    for (start, paragraph) in paragraphs(text) {
        let mut rest = paragraph.as_str();
        let mut without = String::new();
        while let Some(at) = rest.find('`') {
            let (before, from) = rest.split_at(at);
            let marks = from.len() - from.trim_start_matches('`').len();
            let (mark, inner) = from.split_at(marks);
            without.push_str(before);
            let line = start + without.matches('\n').count();
            let Some((span, after)) = inner.split_once(mark) else {
                rest = inner;
                continue;
            };
            spans.push((line, span.to_owned()));
            // What follows keeps its line.
            without.extend(span.chars().filter(|char| *char == '\n'));
            rest = after;
        }
        without.push_str(rest);
        rests.push((start, without));
    }
    (spans, rests)
}

/// The spans of code of a page, with their lines.
pub(super) fn code_spans(text: &str) -> Vec<Placed> {
    spans(text).0
}

/// The targets of the links of a page, with their lines.
pub(super) fn links(text: &str) -> Vec<Placed> {
    let mut links = Vec::new();
    for (start, paragraph) in spans(text).1 {
        let mut line = start;
        let mut rest = paragraph.as_str();
        while let Some((before, after)) = rest.split_once("](") {
            line += before.matches('\n').count();
            let target = after.split([')', ' ', '\n']).next().unwrap_or_default();
            links.push((line, target.trim_matches(['<', '>']).to_owned()));
            rest = after;
        }
    }
    links
}

/// Where links into a page can lead: the anchors that GitHub makes of its headings, and those that it sets itself.
pub(super) fn anchors(text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for (_, line) in prose(text) {
        let heading = line.trim_start_matches('#');
        if heading.len() < line.len() && heading.starts_with(' ') {
            let anchor = anchor(heading.trim());
            let count = used.entry(anchor.clone()).or_default();
            anchors.insert(if *count == 0 { anchor } else { format!("{anchor}-{count}") });
            *count += 1;
        }
        anchors.extend(
            line.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned),
        );
    }
    anchors
}

/// The anchor of a heading: of a link its words alone, lower-case, with hyphens for spaces, and no punctuation.
fn anchor(heading: &str) -> String {
    let mut words = String::new();
    let mut rest = heading;
    while let Some((before, after)) = rest.split_once("](") {
        words.push_str(before);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    words.push_str(rest);
    let kept = words.chars().filter(|char| char.is_alphanumeric() || [' ', '-', '_'].contains(char));
    kept.map(|char| if char == ' ' { '-' } else { char }).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# One `x` & two\n\nA [link](a.md#b) and `code\nover` [two](c.md).\n\n```json\n{}\n```\n\n## 一 Once\n\
                        ## 一 Once\n<a id=\"set\"></a>\n\n  ~~~sh\n  ls\n";

    #[test]
    fn what_a_page_is_made_of() {
        let fences = fences(PAGE);
        let told: Vec<_> = fences.iter().map(|fence| (fence.line, fence.language, fence.is_sound)).collect();
        assert_eq!(told, [(6, "json", true), (14, "~~~", false)]);
        assert_eq!((fences[0].text(), fences[0].before), ("{}\n".to_owned(), "over` [two](c.md)."));
        assert_eq!(code_spans(PAGE), [(1, "x".to_owned()), (3, "code\nover".to_owned())]);
        assert_eq!(links(PAGE), [(3, "a.md#b".to_owned()), (4, "c.md".to_owned())]);
        let anchors: Vec<String> = anchors(PAGE).into_iter().collect();
        assert_eq!(anchors, ["one-x--two", "set", "一-once", "一-once-1"]);
    }
}
