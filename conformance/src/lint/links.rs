//! Links within the documents lead somewhere.

use std::{
    collections::BTreeMap,
    path::{Component, Path, PathBuf},
};

use super::{
    Context,
    markdown::{anchors, links},
    outcome::Notes,
};

/// The file of every link is there, and the heading in it.
pub(super) fn targets(context: &Context<'_>, notes: &mut Notes) {
    let headings: BTreeMap<&str, _> =
        context.checkout.texts("", ".md").map(|(path, text)| (path, anchors(text))).collect();
    for (path, text) in context.checkout.texts("", ".md") {
        for (line, target) in links(text) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            notes.saw(1);
            let (file, heading) = target.split_once('#').unwrap_or((&target, ""));
            let full = if file.is_empty() { Some(path.to_owned()) } else { beside(path, file) };
            let Some(full) = full.filter(|full| context.checkout.path(full).exists()) else {
                notes.find(
                    path,
                    line,
                    format!("没有 {target} 这个文件"),
                    format!("there is no file {target}"),
                );
                continue;
            };
            let is_there = headings.get(full.as_str()).is_some_and(|anchors| anchors.contains(heading));
            if !heading.is_empty() && !is_there {
                notes.find(
                    path,
                    line,
                    format!("{full} 里没有标题 #{heading}"),
                    format!("{full} has no heading #{heading}"),
                );
            }
        }
    }
}

/// A path that is written in a file, from the root of the checkout; nothing where it leads out of that.
fn beside(path: &str, target: &str) -> Option<String> {
    let mut full = PathBuf::new();
    for part in Path::new(path).parent()?.join(target).components() {
        match part {
            Component::Normal(name) => full.push(name),
            Component::ParentDir => full.pop().then_some(())?,
            Component::CurDir => {}
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(full.to_string_lossy().replace('\\', "/"))
}
