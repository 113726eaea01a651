//! Values of the right type in a shape that is not theirs: texts, dates, amounts, codes, numbers.

use crate::rules::{
    Change, Example, Expect,
    stage::{CASE, patched, stage_rules, untouched, words},
};

stage_rules! {
    Shape:

    /// Text with nothing in it.
    EMPTY_TEXT = "TZ-SCH-025" "empty-text" ["REQ-SCH-012"]
    words(
        "这里是空的",
        "「{title}」里什么也没写。",
        "空着的项，看的人分不清是没有，还是忘了填。",
        "请填上内容；确实没有内容的，可以不填的项就整项去掉，必填的项要问清楚再填。",
    ),
    words(
        "Nothing is written here",
        "“{title}” is empty.",
        "Readers cannot tell whether there is nothing or it was forgotten.",
        "Fill it in. Where there is nothing to say, leave out a member that may be left out; one that must be there has \
         to be asked for.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "replace", "path": "/illness", "value": ""}]"#,
            "/illness",
        ),
    ];

    /// Text with too few characters.
    TOO_SHORT = "TZ-SCH-026" "too-short" ["REQ-SCH-012"]
    words(
        "写得太短",
        "「{title}」至少要有 {min} 个字符。",
        "太短的内容多半没有写完。",
        "请对照原件补全。",
    ),
    words(
        "The text is too short",
        "“{title}” needs at least {min} characters.",
        "A text this short is probably not complete.",
        "Complete it from the original.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/contacts/0/phone", "value": "12"}]"#,
            "/contacts/0/phone",
        ),
    ];

    /// Text with too many characters.
    TOO_LONG = "TZ-SCH-027" "too-long" ["REQ-SCH-012"]
    words(
        "写得太长",
        "「{title}」最多 {max} 个字符，现在超过了。",
        "每一项都有长度限制，太长的内容别的机构可能存不下。",
        "请写得简短些；更多的说明可以作为材料附上。",
    ),
    words(
        "The text is too long",
        "“{title}” has room for {max} characters; here are more.",
        "Every text has a limit; other organisations may have no room for more.",
        "Say it more shortly; a longer account may be added as a paper.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            concat!(
                r#"[{"op": "add", "path": "/child/identifiers", "value": "#,
                r#"[{"type": "resident-id", "value": "000000000000000000000000000000000"}]}]"#
            ),
            "/child/identifiers/0/value",
        ),
        Example {
            case: CASE,
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/child/name", "value": "许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许"}]"#,
            ),
            expect: Expect::Pass,
        },
        patched(
            "application",
            r#"[{"op": "replace", "path": "/child/name", "value": "许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许许小"}]"#,
            "/child/name",
        ),
    ];

    /// A date in another form.
    DATE_SHAPE = "TZ-SCH-028" "date-shape" ["REQ-SCH-013"]
    words(
        "日期的写法不对",
        "「{title}」要写成“年-月-日”，例如 2026-01-05：四位年、两位月、两位日，中间用短横线。",
        "1/5 有人读成一月五日，有人读成五月一日，统一写法才不会弄错。",
        "请照 2026-01-05 的样子改写，不足两位的前面补 0。",
    ),
    words(
        "The date is not written as dates are",
        "“{title}” must be written as year-month-day with hyphens, such as 2026-01-05.",
        "1/5 is January to some and May to others; one way of writing keeps them apart.",
        "Write it like 2026-01-05, with a 0 before single digits.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "replace", "path": "/createdOn", "value": "2026/1/5"}]"#,
            "/createdOn",
        ),
    ];

    /// A point in time in another form.
    INSTANT_SHAPE = "TZ-SCH-029" "instant-shape" ["REQ-SCH-014"]
    words(
        "时刻的写法不对",
        "「{title}」要写成世界时，例如 2026-01-05T08:00:00Z，末尾是 Z，不带小数。",
        "不写明时区，同一个时刻在两台机器上会差几个小时。",
        "请让系统换算成世界时（北京时间减 8 小时）再写。",
    ),
    words(
        "The point in time is not written as it should be",
        "“{title}” must be written in UTC such as 2026-01-05T08:00:00Z, ending in Z, without fractions.",
        "Without a time zone the same moment is hours apart on two machines.",
        "Have the system turn it into UTC (eight hours before Beijing).",
    ),
    [
        untouched("manifest"),
        patched(
            "manifest",
            r#"[{"op": "replace", "path": "/createdAt", "value": "2026-01-05 08:00"}]"#,
            "/createdAt",
        ),
    ];

    /// An amount in another form.
    AMOUNT_SHAPE = "TZ-SCH-030" "amount-shape" ["REQ-SCH-011"]
    words(
        "金额的写法不对",
        "「{title}」要写成元、带两位小数，例如 \"1234.50\"，不加逗号、货币符号和单位，整数部分最多 12 位。",
        "多一个逗号或少一位小数，别的机构就可能读错金额。",
        "请照 1234.50 的样子改写，整数也要写 .00。",
    ),
    words(
        "The amount is not written as amounts are",
        "“{title}” must be in yuan with two places, such as \"1234.50\", with no comma, sign of currency or unit, and at most 12 digits before the point.",
        "One comma more or one place less, and others may read another amount.",
        "Write it like 1234.50, and whole amounts with .00.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/household", "value": {"annualIncome": "12,000"}}]"#,
            "/household/annualIncome",
        ),
    ];

    /// An id that is no UUID of version 7.
    ID_SHAPE = "TZ-SCH-031" "id-shape" ["REQ-SCH-015"]
    words(
        "标识号的格式不对",
        "「{title}」要用第 7 版 UUID，小写，例如 01900000-0000-7000-8000-000000000000。",
        "标识号由系统生成，格式统一才能保证各机构之间不重号。",
        "请由系统生成；不要手写，也不要用身份证号、住院号代替。",
    ),
    words(
        "The id has not the form of ids",
        "“{title}” must be a UUID of version 7 in lower case, such as 01900000-0000-7000-8000-000000000000.",
        "Ids of one form, made by a program, never clash between organisations.",
        "Have the system make it; do not make one up, nor use a number of an identity card or a hospital.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "replace", "path": "/applicationId", "value": "A-2026-0001"}]"#,
            "/applicationId",
        ),
    ];

    /// A digest that is no SHA-256 in lower case.
    DIGEST_SHAPE = "TZ-SCH-032" "digest-shape" ["REQ-SCH-016"]
    words(
        "摘要的格式不对",
        "「{title}」要写 64 位小写十六进制的 SHA-256。",
        "摘要用来确认内容没有变过，写错就无法核对。",
        "请让系统对文件原样的字节重新计算。",
    ),
    words(
        "The digest has not the form of digests",
        "“{title}” must be a SHA-256 of 64 lower-case hexadecimal digits.",
        "Digests show that nothing was changed; miswritten, they show nothing.",
        "Have the system compute it again over the bytes as they are.",
    ),
    [
        untouched("manifest"),
        patched(
            "manifest",
            r#"[{"op": "replace", "path": "/entries/0/sha256", "value": "E3B0C442"}]"#,
            "/entries/0/sha256",
        ),
    ];

    /// A division code that is not six digits.
    REGION_SHAPE = "TZ-SCH-033" "region-shape" ["REQ-SCH-017"]
    words(
        "行政区划代码的格式不对",
        "「{title}」要填 6 位数字的行政区划代码。",
        "很多项目按地区受理，要靠代码才认得准。",
        "请填到县一级的 6 位代码；只知道市或省的，后面补 0。",
    ),
    words(
        "The division code has not its form",
        "“{title}” must be a division code of 6 digits.",
        "Many programmes are for certain regions and know them by this code.",
        "Write the 6 digits of the county; where only city or province is known, end with zeros.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/child/residence", "value": {"region": "4401"}}]"#,
            "/child/residence/region",
        ),
    ];

    /// An organisation's code that is not of the form of the unified social credit code.
    ORGANISATION_CODE_SHAPE = "TZ-SCH-034" "organisation-code-shape" ["REQ-SCH-018"]
    words(
        "统一社会信用代码的格式不对",
        "「{title}」要填 18 位统一社会信用代码，只有数字和大写字母，没有 I、O、S、V、Z。",
        "各机构靠这个代码互相认得。",
        "请对照登记证书逐位核对，注意 0 和 O、1 和 I。",
    ),
    words(
        "The unified social credit code has not its form",
        "“{title}” must be a code of 18 digits and capital letters, without I, O, S, V and Z.",
        "Organisations know each other by this code.",
        "Compare it with the certificate character by character, mind 0 and O, 1 and I.",
    ),
    [
        untouched("manifest"),
        patched(
            "manifest",
            r#"[{"op": "add", "path": "/audience", "value": ["53100000000000000O"]}]"#,
            "/audience/0",
        ),
    ];

    /// A phone number with other characters than phone numbers have.
    PHONE_SHAPE = "TZ-SCH-035" "phone-shape" ["REQ-SCH-019"]
    words(
        "电话号码里有别的字符",
        "「{title}」只能有数字、加号、短横线、括号和空格。",
        "号码里夹了别的字，就拨不出去了。",
        "请只写号码；“转 2 号分机”这样的话写到备注里。",
    ),
    words(
        "The phone number has other characters in it",
        "“{title}” may have digits, plus signs, hyphens, brackets and spaces only.",
        "With other characters in it the number cannot be dialled.",
        "Write the number alone; put words such as “ask for ward 2” into the note.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/contacts/0/phone", "value": "call the ward"}]"#,
            "/contacts/0/phone",
        ),
    ];

    /// A code that does not look like one.
    OPEN_CODE_SHAPE = "TZ-SCH-036" "open-code-shape" ["REQ-SCH-020"]
    words(
        "代码的写法不对",
        "「{title}」要写成代码表 {list} 里那样的代码：小写字母和数字，词之间用一个短横线。",
        "代码统一才能统计和比对，文字说明各写各的就对不上。",
        "请从代码表里选；表里没有的，按同样的写法起一个。",
    ),
    words(
        "The code is not written as codes are",
        "“{title}” must be a code as in the codelist {list}: lower-case letters and digits, words joined by one hyphen.",
        "Codes can be counted and compared; free words cannot.",
        "Choose one from the codelist; where it has none that fits, make one up in the same way.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/child/ethnicGroup", "value": "Han people"}]"#,
            "/child/ethnicGroup",
        ),
    ];

    /// The name of an entry in another form.
    ENTRY_NAME_SHAPE = "TZ-SCH-037" "entry-name-shape" ["REQ-SCH-021"]
    words(
        "条目名称不合规定",
        "「{title}」要写成 records/、receipts/ 或 documents/ 加标识号加扩展名的形式。",
        "统一的名称里没有孩子的名字，也不会让人解压到别处去。",
        "请用 tongzhou pack 重新打包，它会起好名称。",
    ),
    words(
        "The name of an entry has not its form",
        "“{title}” must be records/, receipts/ or documents/ with an id and an ending.",
        "Names of one form hold no child's name, and nothing is unpacked elsewhere.",
        "Make the package again with tongzhou pack, which names the entries.",
    ),
    [
        untouched("manifest"),
        patched(
            "manifest",
            r#"[{"op": "replace", "path": "/root", "value": "application.json"}]"#,
            "/root",
        ),
    ];

    /// Text with characters that do not belong there.
    TEXT_SHAPE = "TZ-SCH-038" "text-shape" ["REQ-SCH-022"]
    words(
        "这里有不该出现的字符",
        "「{title}」里有不该出现的字符，例如空格、全角字符或汉字。",
        "写法不一致，同一个号码就会被当成两个。",
        "请对照原件逐位核对，去掉空格，用半角的字母和数字。",
    ),
    words(
        "Characters stand here that do not belong",
        "“{title}” holds characters that do not belong there, such as spaces or full-width letters.",
        "Written in two ways, one number is taken for two.",
        "Compare it with the original, take spaces away and use half-width letters and digits.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/child/nationality", "value": "CHN"}]"#,
            "/child/nationality",
        ),
        // Of the wrong length as well: the form says it all.
        patched(
            "application",
            r#"[{"op": "add", "path": "/child/nationality", "value": "China"}]"#,
            "/child/nationality",
        ),
    ];

    /// A code that is not in its closed list.
    CODE_UNKNOWN = "TZ-SCH-039" "code-not-in-list" ["REQ-SCH-023"]
    words(
        "代码表里没有这个代码",
        "这里填的不是代码表里的代码。「{title}」只能填代码表 {list} 里有的代码。",
        "这张表是固定的，表外的代码别的机构不认识。",
        "请从代码表里选一个最接近的；都不合适时选“其他”（如果有），并在说明里写清楚。",
    ),
    words(
        "The codelist has no such code",
        "What stands here is no code of its list. “{title}” takes only codes of the list {list}.",
        "This list is closed; other organisations do not know codes from outside it.",
        "Choose the nearest code of the list; where none fits, “other” if there is one, and explain it in words.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/child/sex", "value": "unheard-of"}]"#,
            "/child/sex",
        ),
        // Empty as well: the list says it all.
        patched("application", r#"[{"op": "add", "path": "/child/sex", "value": ""}]"#, "/child/sex"),
    ];

    /// A code that is nearly one of its list.
    CODE_MISSPELT = "TZ-SCH-040" "code-misspelt" ["REQ-SCH-023"]
    words(
        "代码可能写错了",
        "「{title}」没有这个代码，是不是想写 {code}（{meaning}）？",
        "代码差一个字母，别的机构就不认识了。",
        "如果是，请照着改过来，大小写也要一致。",
    ),
    words(
        "The code is probably misspelt",
        "“{title}” has no such code; was {code} ({meaning}) meant?",
        "With one letter wrong, other organisations do not know the code.",
        "If so, write it like that, capitals and all.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/child/sex", "value": "Female"}]"#,
            "/child/sex",
        ),
    ];

    /// A number below its bound.
    NUMBER_TOO_SMALL = "TZ-SCH-041" "number-too-small" ["REQ-SCH-024"]
    words(
        "数字太小",
        "「{title}」不能小于 {min}。",
        "超出范围的数多半是填错了。",
        "请对照原件核对。",
    ),
    words(
        "The number is too small",
        "“{title}” cannot be less than {min}.",
        "Numbers beyond the bounds are mostly slips.",
        "Compare it with the original.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/household", "value": {"size": -1}}]"#,
            "/household/size",
        ),
    ];

    /// A number above its bound.
    NUMBER_TOO_LARGE = "TZ-SCH-042" "number-too-large" ["REQ-SCH-024"]
    words(
        "数字太大",
        "「{title}」不能大于 {max}。",
        "超出范围的数多半是填错了。",
        "请对照原件核对。",
    ),
    words(
        "The number is too large",
        "“{title}” cannot be more than {max}.",
        "Numbers beyond the bounds are mostly slips.",
        "Compare it with the original.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/household", "value": {"size": 400}}]"#,
            "/household/size",
        ),
    ];
}
