//! The faults that an inspection of a paper's bytes can find, each told by a rule of its own.

use crate::{
    paper::{PaperFault, PaperKind},
    rules::{Case, Sink},
};

/// Fails for every paper that has `fault`, looking at papers of these kinds; at all papers where none is named.
pub(super) fn each(case: &Case<'_>, sink: &mut Sink<'_>, fault: PaperFault, kinds: &[PaperKind]) {
    for (index, entry) in case.entries.iter().enumerate() {
        let Some(paper) = &entry.paper else { continue };
        if paper.faults.contains(fault) {
            sink.fail_whole(Some(index), &[]);
        } else if kinds.is_empty() || paper.kind.is_some_and(|kind| kinds.contains(&kind)) {
            sink.seen();
        }
    }
}
