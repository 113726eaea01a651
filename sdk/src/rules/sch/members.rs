//! What an object or a list holds: members missing, unknown or misspelt, extensions, and lists that are too long.

use crate::rules::{
    Change, Example, Expect,
    stage::{patched, stage_rules, untouched, words},
};

stage_rules! {
    Shape:

    /// A member that must be there is not.
    MEMBER_MISSING = "TZ-SCH-010" "member-missing" ["REQ-SCH-005"; Family Developer]
    words(
        "缺少必填的一项",
        "这里缺少「{title}」（{member}）。",
        "这一项所有机构都要用，没有它就无法受理。",
        "请补填这一项。",
    ),
    words(
        "Something that must be there is missing",
        "“{title}” ({member}) is missing here.",
        "Every organisation needs it; without it nothing can be started.",
        "Fill it in.",
    ),
    [untouched("application"), patched("application", r#"[{"op": "remove", "path": "/illness"}]"#, "")];

    /// A member that the standard does not know here.
    MEMBER_UNKNOWN = "TZ-SCH-011" "member-unknown" ["REQ-SCH-006"]
    words(
        "这里多了标准里没有的一项",
        "标准在这个位置没有叫这个名称的项。",
        "别的机构不认识它，填在里面的内容不会有人看到。",
        "请对照标准改成正确的名称；机构自己的数据请放进 extensions。",
    ),
    words(
        "Something stands here that the standard does not know",
        "The standard has nothing of this name at this place.",
        "Other organisations do not know it, and nobody would see what is written there.",
        "Use the name that the standard gives it; an organisation's own data belongs under extensions.",
    ),
    [
        untouched("application"),
        patched("application", r#"[{"op": "add", "path": "/somethingElseAltogether", "value": true}]"#, ""),
    ];

    /// A member whose name is nearly one of the standard's.
    MEMBER_MISSPELT = "TZ-SCH-012" "member-misspelt" ["REQ-SCH-006"]
    words(
        "这一项的名称可能写错了",
        "标准在这个位置没有这个名称，是不是想写 {name}（{title}）？",
        "名称差一个字母，别的机构就读不到这一项。",
        "如果是，请照着改过来，大小写也要一致。",
    ),
    words(
        "The name is probably misspelt",
        "The standard has no such name at this place; was {name} ({title}) meant?",
        "With one letter wrong, other organisations do not find it.",
        "If so, write it like that, capitals and all.",
    ),
    [
        untouched("application"),
        patched("application", r#"[{"op": "add", "path": "/public_notice", "value": {}}]"#, ""),
        // Under the misspelt name stands what the other name calls for, so that it is not told as missing too.
        patched("application", r#"[{"op": "move", "from": "/illness", "path": "/ilness"}]"#, ""),
    ];

    /// A key of extensions that is no reverse-domain name.
    EXTENSION_KEY = "TZ-SCH-013" "extension-key" ["REQ-SCH-007"]
    words(
        "扩展数据的名称不是反向域名",
        "extensions 里的名称要写成反向域名，例如 cn.org.example.ward：小写字母、数字和连字符，至少两段，不超过 128 个字符。",
        "用自己的域名开头，各机构的数据才不会撞名。",
        "请用本机构的域名倒过来写，后面接数据的名称。",
    ),
    words(
        "The key of an extension is no reverse-domain name",
        "Keys of extensions are reverse-domain names such as cn.org.example.ward: lower-case letters, digits and \
         hyphens, two parts or more, at most 128 characters.",
        "Keys that begin with an organisation's own domain never clash with another's.",
        "Write your organisation's domain backwards, then the name of the data.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/extensions", "value": {"ward": "west"}}]"#,
            "/extensions",
        ),
    ];

    /// More extensions than there is room for.
    TOO_MANY_EXTENSIONS = "TZ-SCH-014" "too-many-extensions" ["REQ-SCH-007"]
    words(
        "扩展数据太多",
        "extensions 里最多放 {max} 项，这里超过了。",
        "扩展数据只是附带的，太多会拖慢每一家的处理。",
        "请把同一机构的数据合并到一个名称下面。",
    ),
    words(
        "There are too many extensions",
        "There is room for {max} extensions; here are more.",
        "Extensions are beside the matter, and too many slow everybody down.",
        "Gather the data of one organisation under one key.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            concat!(
                r#"[{"op": "add", "path": "/extensions", "value": {"#,
                r#""a.a":0,"a.b":0,"a.c":0,"a.d":0,"a.e":0,"a.f":0,"a.g":0,"a.h":0,"a.i":0,"a.j":0,"#,
                r#""b.a":0,"b.b":0,"b.c":0,"b.d":0,"b.e":0,"b.f":0,"b.g":0,"b.h":0,"b.i":0,"b.j":0,"#,
                r#""c.a":0,"c.b":0,"c.c":0,"c.d":0,"c.e":0,"c.f":0,"c.g":0,"c.h":0,"c.i":0,"c.j":0,"#,
                r#""d.a":0,"d.b":0,"d.c":0,"d.d":0,"d.e":0,"d.f":0,"d.g":0,"d.h":0,"d.i":0,"d.j":0,"#,
                r#""e.a":0,"e.b":0,"e.c":0,"e.d":0,"e.e":0,"e.f":0,"e.g":0,"e.h":0,"e.i":0,"e.j":0,"#,
                r#""f.a":0}}]"#
            ),
            "/extensions",
        ),
    ];

    /// A list that is too long.
    TOO_MANY_ELEMENTS = "TZ-SCH-015" "too-many-elements" ["REQ-SCH-008"]
    words(
        "这一栏列得太多",
        "这里最多列 {max} 条，现在超过了。",
        "每一栏都有上限，免得一份文件拖垮别人的系统。",
        "请看看是不是重复导出了；确实有这么多时，请合并或只列最近的。",
    ),
    words(
        "There are too many of these",
        "At most {max} may be listed here; there are more.",
        "Every list has a limit, so that no single file brings another's system down.",
        "See whether something was exported twice; if there really are so many, combine them or list the latest.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            concat!(
                r#"[{"op": "add", "path": "/child/disabilities", "value": "#,
                r#"[{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}]}]"#
            ),
            "/child/disabilities",
        ),
    ];

    /// A member whose text the standard fixes holds another: the header of a document inside a document.
    FIXED_TEXT = "TZ-SCH-044" "fixed-text-differs" ["REQ-SCH-025"]
    words(
        "这里只能是标准规定的文字",
        "「{title}」只能照标准写，这里是别的文字。",
        "这几个字说明后面的内容按什么标准读；不对，读法就没有依据。",
        "请照标准改回，例如 standard 写 tongzhou；多半是复制或改名时带错了。",
    ),
    words(
        "Only the standard's own text can stand here",
        "“{title}” holds another text than the one that the standard fixes.",
        "It says by which standard the rest is to be read; with another text there is no way to read it.",
        "Write it as the standard does, such as tongzhou under standard; it was probably changed in copying.",
    ),
    [
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/members/1/documentType", "value": "directory"}]"#,
            ),
            expect: Expect::Fail("/members/1/documentType"),
        },
    ];
}
