//! The media type that the manifest states must go with the ending of the entry's name.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-108",
    slug: "media-type-differs-from-name",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-107"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "清单写的文件类型和文件名不符",
        message: "清单写的媒体类型，和这个文件的扩展名不一致。",
        why: "按清单去打开会打不开。",
        help: "请重新打包，让媒体类型和扩展名一致。",
    },
    en: Words {
        title: "Media type and name differ",
        message: "The media type in the manifest does not go with the ending of the name.",
        why: "Opened by the manifest, the file does not open.",
        help: "Pack again with the media type that goes with the name.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(r#"[{"op": "add", "path": "/entries/0/mediaType", "value": "image/png"}]"#),
            expect: Expect::Fail("/entries/0/mediaType"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, listed) in manifest.entries.iter().enumerate() {
        sink.seen();
        let ending = listed.name.as_str().rsplit('.').next();
        if ending != Some(listed.media_type.extension()) {
            sink.fail(pointer!["entries", index, "mediaType"]);
        }
    }
}
