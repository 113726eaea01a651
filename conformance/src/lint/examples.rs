//! The examples in the documents: none is of a kind that nothing executes, and each says what there is.

use serde_json::Value;
use tongzhou::json::{self, Position};

use super::{
    Context,
    commands::{self, Command},
    markdown::{Fence, code_spans, fences as fences_of},
    members::Members,
    outcome::Notes,
};

/// Every block of code is of a kind that is executed, or is told apart as text.
pub(super) fn fences(context: &Context<'_>, notes: &mut Notes) {
    for (path, text) in context.checkout.texts("", ".md") {
        for fence in fences_of(text) {
            notes.saw(1);
            if let Some((zh, en)) = escapes(path, &fence) {
                notes.find(path, fence.line, zh.to_owned(), en.to_owned());
            }
        }
    }
}

/// Why nothing would notice that a block went wrong.
fn escapes(path: &str, fence: &Fence<'_>) -> Option<(&'static str, &'static str)> {
    if !fence.is_sound {
        return Some((
            "代码块没有结束，或不是用反引号写的",
            "the block does not end, or its marks are not back-quotes",
        ));
    }
    let is_run = path.starts_with("docs/") || RUN.contains(&path);
    match fence.language {
        "json" => None,
        "console" if is_run => None,
        "console" => Some(("这个文件里的命令没有人执行", "nobody runs the commands of this file")),
        "rust" if fence.before.starts_with("<!-- sdk/examples/") || path == RECIPES => None,
        "rust" => Some(("这段程序不是会运行的例子", "this program is none of the examples that are run")),
        "sh" if path == RECIPES => None,
        "toml" if path.starts_with("docs/guide/") => None,
        "text" if fence.lines.iter().any(|(_, line)| line.trim_start().starts_with("$ ")) => Some((
            "命令应写在 console 代码块里，那里的命令会执行",
            "commands stand in console blocks, where they are run",
        )),
        "text" => None,
        _ => Some(("没有检查会执行这种代码块", "no check executes blocks of this kind")),
    }
}

/// Every example in JSON can be read, and names the members that documents have.
pub(super) fn json(context: &Context<'_>, notes: &mut Notes) {
    let members = Members::of(context.checkout);
    for (path, text) in context.checkout.texts("", ".md") {
        for fence in fences_of(text).iter().filter(|fence| fence.language == "json") {
            notes.saw(1);
            let (value, text, before) = match read(fence) {
                Ok(read) => read,
                Err(line) => {
                    notes.find(path, line, "这不是 JSON".to_owned(), "this is not JSON".to_owned());
                    continue;
                }
            };
            if !shows_documents(path) {
                continue;
            }
            for (pointer, name) in members.unknown(&value) {
                let offset = json::locate(&text, &[&pointer]).pop().flatten().and_then(|found| found.name);
                let line = offset.map(|name| before + Position::of(text.as_bytes(), name.start).line);
                notes.find(
                    path,
                    line,
                    format!("标准的文件里，这里没有成员“{name}”"),
                    format!("documents of the standard have no member \"{name}\" here"),
                );
            }
        }
    }
}

/// The value of a block, its text, and the line before that; else the line of the fault. A block may show members
/// without their object.
fn read(fence: &Fence<'_>) -> Result<(Value, String, usize), usize> {
    let text = fence.text();
    let text = if text.trim_start().starts_with('"') { format!("{{{text}}}") } else { text };
    match json::from_str(&text) {
        Ok(value) => Ok((value, text, fence.line)),
        Err(fault) => Err(fence.line + Position::of(text.as_bytes(), fault.offset).line),
    }
}

/// Whether the JSON of a page is of documents: not the questions of adapters, and no list of files to be packed.
fn shows_documents(path: &str) -> bool {
    (path.starts_with("docs/") && !path.starts_with("docs/rules/")) || RUN.contains(&path)
}

/// Every command line of this program is one that it takes.
pub(super) fn commands(context: &Context<'_>, notes: &mut Notes) {
    for (path, text) in context.checkout.texts("", ".md") {
        for (line, command) in command_lines(text) {
            notes.saw(1);
            if !(context.parses)(&command) {
                let shown = command.words.join(" ");
                notes.find(
                    path,
                    line,
                    format!("tongzhou 没有这样的写法：tongzhou {shown}"),
                    format!("tongzhou takes no such command line: tongzhou {shown}"),
                );
            }
        }
    }
}

/// The command lines of a page: those of its blocks, and those that it mentions.
fn command_lines(text: &str) -> Vec<(usize, Command)> {
    let mut found = Vec::new();
    for fence in fences_of(text) {
        let mut lines = fence.lines.iter().map(|(line, text)| (*line, text.trim_start()));
        while let Some((line, text)) = lines.next() {
            let shown = match fence.language {
                "console" => text.strip_prefix("$ "),
                "text" => text.starts_with("tongzhou ").then_some(text),
                _ => None,
            };
            let Some(shown) = shown else { continue };
            let mut whole = shown.to_owned();
            while whole.ends_with('\\') {
                whole.pop();
                whole.push_str(lines.next().map_or("", |(_, more)| more));
            }
            found.extend(commands::in_line(&whole).into_iter().map(|command| (line, command)));
        }
    }
    for (line, span) in code_spans(text) {
        // A mention may leave out what a command also needs.
        if span.starts_with("tongzhou ") && !span.ends_with(' ') {
            let mentioned = commands::in_line(&span).into_iter();
            found.extend(mentioned.map(|command| (line, Command { is_whole: false, ..command })));
        }
    }
    found
}

/// The files beside `docs/` whose commands are run.
const RUN: &[&str] = &["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "conformance/CLIENT.md"];
/// Whose blocks are patterns to be filled in, and the commands that run everything else.
const RECIPES: &str = "CONTRIBUTING.md";
