//! The sources that the terms of a programme name, each with its place.

use crate::{
    model::{programme::Programme, texts::SlugText},
    pointer,
    pointer::Pointer,
};

use super::conditions;

/// Shows each source that a term names to `look`, with a way to its place.
pub(super) fn each(programme: &Programme<'_>, mut look: impl FnMut(&SlugText<'_>, &dyn Fn() -> Pointer)) {
    conditions::each(programme, |node| {
        if let Some(source) = node.tests.source {
            look(source, &|| node.at(&["source".into()]));
        }
    });
    let mut listed = |name: &'static str, sources: &mut dyn Iterator<Item = Option<&SlugText<'_>>>| {
        for (index, source) in sources.enumerate() {
            if let Some(source) = source {
                look(source, &|| pointer![name, index, "source"]);
            }
        }
    };
    listed("periods", &mut programme.periods.iter().map(|period| period.source.as_ref()));
    listed("requiredDocuments", &mut programme.required_documents.iter().map(|paper| paper.source.as_ref()));
    listed("awards", &mut programme.awards.iter().map(|award| award.source.as_ref()));
    listed("limits", &mut programme.limits.iter().map(|limit| limit.source.as_ref()));
    listed("funding", &mut programme.funding.iter().map(|share| share.source.as_ref()));
    listed("steps", &mut programme.steps.iter().map(|step| step.source.as_ref()));
    for (award, terms) in programme.awards.iter().enumerate() {
        for (index, limit) in terms.limits.iter().enumerate() {
            if let Some(source) = &limit.source {
                look(source, &|| pointer!["awards", award, "limits", index, "source"]);
            }
        }
    }
    for (name, source) in [
        ("overlap", programme.overlap.as_ref().and_then(|terms| terms.source.as_ref())),
        ("payment", programme.payment.as_ref().and_then(|terms| terms.source.as_ref())),
        ("priorityLane", programme.priority_lane.as_ref().and_then(|terms| terms.source.as_ref())),
        ("publicNotice", programme.public_notice.as_ref().and_then(|terms| terms.source.as_ref())),
        ("followUp", programme.follow_up.as_ref().and_then(|terms| terms.source.as_ref())),
    ] {
        if let Some(source) = source {
            look(source, &|| pointer![name, "source"]);
        }
    }
}
