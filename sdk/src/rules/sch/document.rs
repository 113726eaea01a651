//! The document as a whole: whether it is one of this standard, of which version and type, and what is said
//! where the checker itself is at a loss.

use crate::rules::{
    Change, Example, Expect,
    stage::{CASE, patched, stage_rules, untouched, words},
};

stage_rules! {
    Shape:

    /// The text is JSON, but no object.
    NOT_AN_OBJECT = "TZ-SCH-001" "not-an-object" ["REQ-SCH-001"]
    words(
        "内容不是一份文档",
        "这里应是一份写在大括号里的文档，现在是别的内容。",
        "同舟标准的每份文档都是一个 JSON 对象，里面写明标准、版本和类型。",
        "请检查是否拿错了文件；一行一份的文件请把扩展名写成 .ndjson。",
    ),
    words(
        "The content is no document",
        "A document in braces should stand here; this is something else.",
        "Each document of the standard is a JSON object that says its standard, version and type.",
        "Check that this is the right file; a file with one document a line ends in .ndjson.",
    ),
    [untouched("application"), patched("application", r#"[{"op": "replace", "path": "", "value": []}]"#, "")];

    /// A document of something else.
    NOT_OF_THE_STANDARD = "TZ-SCH-002" "not-of-the-standard" ["REQ-SCH-001"]
    words(
        "这不是同舟标准的文档",
        "文档没有写明 \"standard\": \"tongzhou\"。",
        "没有这一项，就不能确定这份文件该按什么标准来读。",
        "请检查是否拿错了文件；如果确实是同舟文档，请补上或改正 standard 这一项。",
    ),
    words(
        "This is no document of the Tongzhou standard",
        "The document does not say \"standard\": \"tongzhou\".",
        "Without it nobody can be sure by which standard to read the file.",
        "Check that this is the right file; if it is a Tongzhou document, put the member standard right.",
    ),
    [
        untouched("application"),
        patched("application", r#"[{"op": "replace", "path": "/standard", "value": "another"}]"#, "/standard"),
        patched("application", r#"[{"op": "remove", "path": "/standard"}]"#, ""),
        patched("application", r#"[{"op": "replace", "path": "/standard", "value": null}]"#, "/standard"),
    ];

    /// A version that this program does not know: no guess is made.
    UNSUPPORTED_VERSION = "TZ-SCH-003" "unsupported-version" ["REQ-VAL-006"]
    words(
        "程序不认识文档的标准版本",
        "这份文档写明的标准版本，这个程序还不认识，所以没有检查。",
        "按别的版本去猜，可能把对的说成错的，也可能漏掉错的。",
        "请把校验程序升级到最新版，或请对方按 1.0 版导出。",
    ),
    words(
        "The document follows a version that this program does not know",
        "The document names a version of the standard that this program does not know, so it was not checked.",
        "Guessing by another version could call right things wrong, or miss wrong ones.",
        "Bring the checking program up to date, or ask the sender to export version 1.0.",
    ),
    [
        untouched("application"),
        Example {
            case: CASE,
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/standardVersion", "value": "2.0"}]"#),
            expect: Expect::CouldNotCheck("/standardVersion"),
        },
    ];

    /// What stands for the version is none.
    MALFORMED_VERSION = "TZ-SCH-004" "malformed-version" ["REQ-SCH-002"]
    words(
        "标准版本写得不对",
        "standardVersion 要写成“1.0”这样的版本号。",
        "要先知道版本，才知道按哪一版来读。",
        "请把 standardVersion 改为 \"1.0\"。",
    ),
    words(
        "The version of the standard is not written as a version",
        "The member standardVersion must be a version such as “1.0”.",
        "Which version it is decides how the document is read.",
        "Write \"1.0\" as standardVersion.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "replace", "path": "/standardVersion", "value": "v1"}]"#,
            "/standardVersion",
        ),
        patched("application", r#"[{"op": "remove", "path": "/standardVersion"}]"#, ""),
        patched(
            "application",
            r#"[{"op": "replace", "path": "/standardVersion", "value": 1.0}]"#,
            "/standardVersion",
        ),
    ];

    /// The type is not said.
    DOCUMENT_TYPE_MISSING = "TZ-SCH-005" "document-type-missing" ["REQ-SCH-003"]
    words(
        "没有写明文档类型",
        "文档里缺少 documentType，看不出这是申请、票据还是别的。",
        "每种文档要填的内容不一样，不知道类型就没法检查。",
        "请补上 documentType，例如 \"application\"（统一救助申请）。",
    ),
    words(
        "The document does not say its type",
        "The member documentType is missing: is this an application, a receipt or something else?",
        "Each type asks for other content; without the type nothing can be checked.",
        "Add documentType, such as \"application\".",
    ),
    [untouched("application"), patched("application", r#"[{"op": "remove", "path": "/documentType"}]"#, "")];

    /// No such type in this version.
    DOCUMENT_TYPE_UNKNOWN = "TZ-SCH-006" "document-type-unknown" ["REQ-SCH-003"]
    words(
        "没有这种文档类型",
        "这一版标准里没有 documentType 写的这种文档。",
        "不认识的类型没法检查，接收方也不知道怎么处理。",
        "请对照代码表 document-type；如果是以后版本才有的类型，请升级校验程序。",
    ),
    words(
        "There is no such type of document",
        "This version of the standard has no document of the type that documentType names.",
        "An unknown type cannot be checked, and receivers would not know what to do with it.",
        "Compare with the codelist document-type; if a later version has this type, update the checking program.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "replace", "path": "/documentType", "value": "something-else"}]"#,
            "/documentType",
        ),
        patched(
            "application",
            r#"[{"op": "replace", "path": "/documentType", "value": null}]"#,
            "/documentType",
        ),
    ];

    /// A type that is nearly one of ours.
    DOCUMENT_TYPE_MISSPELT = "TZ-SCH-007" "document-type-misspelt" ["REQ-SCH-003"]
    words(
        "文档类型可能写错了",
        "没有这种 documentType，是不是想写 {code}（{title}）？",
        "类型差一个字母，程序就不认识了。",
        "如果是，请照着改过来。",
    ),
    words(
        "The type of the document is probably misspelt",
        "There is no such documentType; was {code} ({title}) meant?",
        "With one letter wrong, programs do not know the type.",
        "If so, write it like that.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "replace", "path": "/documentType", "value": "aplication"}]"#,
            "/documentType",
        ),
    ];

    /// The two readings of the checker do not agree, or one of them failed: no verdict is given. Nothing that a
    /// document holds should bring this about.
    DISAGREEMENT = "TZ-SCH-008" "readings-disagree" ["REQ-VAL-007"; Developer]
    words(
        "校验程序自己没有得出结论",
        "程序用两种办法读这份文档，结果不一致，所以不下结论。",
        "拿不准的时候说“没问题”，比不说更糟。",
        "这是程序的毛病，不是文档的错。请把程序版本告诉开发人员，但不要把孩子的资料发给他们。",
    ),
    words(
        "The checking program came to no conclusion",
        "The program reads the document in two ways, and the two do not agree, so it gives no verdict.",
        "To say “all is well” when in doubt would be worse than saying nothing.",
        "This is a fault of the program, not of the document. Tell its developers the version, but do not send \
         them the child's papers.",
    ),
    [untouched("application")];

    /// The schema refuses the text for a cause that has no words of its own. Nothing in the published schemas
    /// should bring this about.
    UNEXPLAINED = "TZ-SCH-009" "shape-unexplained" ["REQ-SCH-004"]
    words(
        "内容不符合格式",
        "这里的内容不符合标准规定的格式，程序说不出更具体的原因。",
        "格式不对的文档，别的机构可能读不了。",
        "请对照这类文档的 JSON Schema 检查这里，并把这个编号告诉开发人员。",
    ),
    words(
        "The content has not the shape it should have",
        "What stands here has not the shape that the standard asks for; the program cannot say more.",
        "Other organisations may not be able to read such a document.",
        "Compare this place with the type's JSON Schema, and tell the developers this code.",
    ),
    [untouched("application")];
}
