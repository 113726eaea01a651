//! The rules of the area `JSN`: what keeps bytes from being JSON that every program reads alike, one rule for
//! each cause. The reading itself reports them.

use crate::json::FaultKind;

use super::{
    Change, Example, Expect, Rule,
    stage::{CASE, mutated, stage_rules, untouched, words},
};

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &NOT_UTF8,
    &BYTE_ORDER_MARK,
    &EMPTY,
    &ENDS_EARLY,
    &SYNTAX,
    &TRAILING,
    &CONTROL_CHARACTER,
    &ESCAPE,
    &LONE_SURROGATE,
    &NONCHARACTER,
    &DUPLICATE_NAME,
    &INTEGER_TOO_LARGE,
    &NUMBER_TOO_LARGE,
    &TOO_DEEP,
    &TOO_LARGE,
];

/// The rule about this kind of fault. A value of another type than the one asked for is no fault of the text.
pub(crate) const fn rule_of(kind: FaultKind) -> Option<&'static Rule> {
    Some(match kind {
        FaultKind::NotUtf8 => &NOT_UTF8,
        FaultKind::ByteOrderMark => &BYTE_ORDER_MARK,
        FaultKind::Empty => &EMPTY,
        FaultKind::EndsEarly => &ENDS_EARLY,
        FaultKind::Syntax => &SYNTAX,
        FaultKind::Trailing => &TRAILING,
        FaultKind::ControlCharacter => &CONTROL_CHARACTER,
        FaultKind::Escape => &ESCAPE,
        FaultKind::LoneSurrogate => &LONE_SURROGATE,
        FaultKind::Noncharacter => &NONCHARACTER,
        FaultKind::DuplicateName => &DUPLICATE_NAME,
        FaultKind::IntegerTooLarge => &INTEGER_TOO_LARGE,
        FaultKind::NumberTooLarge => &NUMBER_TOO_LARGE,
        FaultKind::TooDeep => &TOO_DEEP,
        FaultKind::NotTheType => return None,
    })
}

stage_rules! {
    Text:

    /// The bytes are not UTF-8.
    NOT_UTF8 = "TZ-JSN-001" "json-not-utf8" ["REQ-JSN-001"]
    words(
        "文字编码不是 UTF-8",
        "从这里开始不是 UTF-8 文字，很可能是用 GBK 等编码保存的。",
        "用错编码读出来，姓名、地址会变成乱码。",
        "请让导出这份文件的系统按 UTF-8 保存，再发一次。",
    ),
    words(
        "The text is not UTF-8",
        "From here on this is not UTF-8; it was probably saved in GBK or another encoding.",
        "Read in the wrong encoding, names and addresses turn into nonsense.",
        "Have the system that exported the file save it as UTF-8, and send it again.",
    ),
    [untouched("application"), mutated("application", "json-not-utf8")];

    /// A byte order mark stands at the beginning.
    BYTE_ORDER_MARK = "TZ-JSN-002" "json-bom" ["REQ-JSN-001"]
    words(
        "文件开头多了一个字节顺序标记",
        "文件最前面有一个看不见的标记（BOM），一般是 Windows 的记事本加上的。",
        "有的程序会跳过它，有的会因此读不了，大家读到的就不一样。",
        "请另存为“UTF-8”（不是“带 BOM 的 UTF-8”），或请系统开发人员去掉它。",
    ),
    words(
        "A byte order mark stands at the beginning",
        "The file begins with an invisible mark (BOM), as Windows Notepad adds it.",
        "Some programs skip it and others stop at it, so not everybody reads the same.",
        "Save the file as “UTF-8”, not “UTF-8 with BOM”, or ask the system's developers to leave it out.",
    ),
    [untouched("application"), mutated("application", "json-bom")];

    /// There is nothing to read.
    EMPTY = "TZ-JSN-003" "json-empty" ["REQ-JSN-002"; Sender Developer]
    words(
        "文件是空的",
        "这份文件里什么也没有。",
        "空文件里没有可以检查的内容，多半是导出或传输时出了问题。",
        "请重新导出或重新发送，发之前看看文件大小是不是 0。",
    ),
    words(
        "The file is empty",
        "There is nothing in this file.",
        "Nothing in it can be checked; exporting or sending it probably went wrong.",
        "Export or send it again, and see first that its size is not 0.",
    ),
    [untouched("application"), mutated("application", "json-empty")];

    /// The text stops in the middle.
    ENDS_EARLY = "TZ-JSN-004" "json-truncate" ["REQ-JSN-002"; Sender]
    words(
        "文件没有写完",
        "内容到这里就断了，后面的部分不见了。",
        "缺了后半截，谁也不知道原来还写了什么。",
        "多半是下载、拷贝或发送时中断了，请重新取一份完整的文件。",
    ),
    words(
        "The file stops in the middle",
        "The content breaks off here; the rest is missing.",
        "Without the second half nobody knows what else was written.",
        "Downloading, copying or sending was probably cut short: get the whole file again.",
    ),
    [untouched("application"), mutated("application", "json-truncate")];

    /// Something stands where JSON does not allow it.
    SYNTAX = "TZ-JSN-005" "json-syntax" ["REQ-JSN-002"]
    words(
        "这里不符合 JSON 的写法",
        "这里出现了 JSON 不允许的字符。最常见的是用了中文输入法的全角标点（，“ ” ：），其次是多了或少了逗号、引号、括号。",
        "写法不对，程序读到这里就读不下去了。",
        "如果是手工改过文件，请把这一行和上一行的逗号、引号、冒号都改成英文半角的（, \" :），再看有没有多写或漏写；如果是系统导出的，请把这个位置告诉开发人员。",
    ),
    words(
        "This is not how JSON is written",
        "Something stands here that JSON does not allow: mostly a full-width Chinese mark (， “ ” ：), else a comma, a \
         quote or a bracket too many or too few.",
        "Programs cannot read on from here.",
        "If the file was edited by hand, write the commas, quotes and colons in this line and the one before as \
         half-width ones (, \" :), and see whether one is missing or too many; if a system exported it, tell its \
         developers this place.",
    ),
    [
        untouched("application"),
        mutated("application", "json-syntax"),
        mutated("application", "json-trailing-comma"),
    ];

    /// Something follows the document.
    TRAILING = "TZ-JSN-006" "json-trailing" ["REQ-JSN-002"]
    words(
        "文件末尾多了内容",
        "文件到这里已经结束了，后面却还有别的内容。",
        "后面的内容有的程序会读，有的不会，大家看到的就可能不一样。",
        "请一个文件只放一份文档，去掉后面多出来的部分。",
    ),
    words(
        "Something follows the end of the document",
        "The document ends before this place, yet more follows.",
        "Some programs would read what follows and others would not.",
        "Put one document into one file, and take away what follows it.",
    ),
    [untouched("application"), mutated("application", "json-trailing")];

    /// A control character stands bare in a string.
    CONTROL_CHARACTER = "TZ-JSN-007" "json-control-character" ["REQ-JSN-002"]
    words(
        "文字里直接夹了换行或控制字符",
        "引号里的文字直接夹了换行、制表符或其他看不见的字符。",
        "JSON 要求这些字符用转义写法，否则程序分不清文字在哪里结束。",
        "请把换行写成 \\n、制表符写成 \\t，或请开发人员改用标准的 JSON 库导出。",
    ),
    words(
        "A line break or control character stands bare in a text",
        "Between the quotes stands a line break, a tab or another invisible character as it is.",
        "JSON wants these escaped; otherwise programs cannot tell where the text ends.",
        "Write a line break as \\n and a tab as \\t, or ask the developers to export with a JSON library.",
    ),
    [untouched("application"), mutated("application", "json-control-character")];

    /// An escape that JSON does not know.
    ESCAPE = "TZ-JSN-008" "json-bad-escape" ["REQ-JSN-002"]
    words(
        "反斜杠后面的写法不对",
        "反斜杠（\\）后面跟的不是 JSON 允许的字符，常见于直接写进来的文件路径。",
        "程序不知道这里原来是什么字。",
        "一个反斜杠要写成两个（\\\\），或请开发人员改用标准的 JSON 库导出。",
    ),
    words(
        "What follows the backslash is no escape of JSON",
        "The backslash (\\) is followed by something JSON does not know, as in a file path written as it is.",
        "Programs cannot tell what character was meant.",
        "Write one backslash as two (\\\\), or ask the developers to export with a JSON library.",
    ),
    [untouched("application"), mutated("application", "json-bad-escape")];

    /// Half a character.
    LONE_SURROGATE = "TZ-JSN-009" "json-lone-surrogate" ["REQ-JSN-003"]
    words(
        "这里只有半个字",
        "这里的转义只写出了半个字符（单独的代理项），生僻字或表情被截断时会这样。",
        "半个字读不出来，不同的程序会换成不同的符号，姓名就可能对不上。",
        "请对照原件重新填写这段文字；开发人员请不要从字符中间截断。",
    ),
    words(
        "Only half a character stands here",
        "The escape gives only half a character (a lone surrogate), as when a rare character or emoji is cut.",
        "Programs put different marks in its place, and names no longer match.",
        "Enter this text again from the original; developers: do not cut texts inside a character.",
    ),
    [untouched("application"), mutated("application", "json-lone-surrogate")];

    /// A code point that is no character.
    NONCHARACTER = "TZ-JSN-010" "json-noncharacter" ["REQ-JSN-003"]
    words(
        "这里有一个不是文字的编码",
        "这里用了 Unicode 规定不作文字使用的编码。",
        "这种编码没有意义，有的程序会丢掉它，大家读到的就不一样。",
        "请删掉它，或对照原件重新填写这段文字。",
    ),
    words(
        "A code stands here that is no character",
        "Here stands a code that Unicode sets aside as no character.",
        "It means nothing, and some programs drop it, so not everybody reads the same.",
        "Delete it, or enter this text again from the original.",
    ),
    [
        untouched("application"),
        mutated("application", "json-noncharacter"),
        mutated("application", "json-noncharacter-outside"),
        mutated("application", "json-noncharacter-after-a-fault"),
        mutated("application", "json-escaped-noncharacter"),
    ];

    /// A name stands twice.
    DUPLICATE_NAME = "TZ-JSN-011" "json-duplicate-name" ["REQ-JSN-004"]
    words(
        "同一个名称写了两次",
        "这个名称在同一个对象里已经出现过一次。",
        "有的程序取前一个，有的取后一个，同一份申请就会读出两种内容。",
        "请核对哪一个是对的，只留一个。",
    ),
    words(
        "A name stands twice",
        "This name has already stood in the same object.",
        "Some programs take the first and some the last, so one application would be read in two ways.",
        "Find out which of the two is right, and keep only that one.",
    ),
    [untouched("application"), mutated("application", "json-duplicate-name")];

    /// An integer that not every reader holds exactly.
    INTEGER_TOO_LARGE = "TZ-JSN-012" "json-long-integer" ["REQ-JSN-005"]
    words(
        "数字太长，会被读错",
        "这个整数超过了 9007199254740991，很多程序会悄悄改掉它的末几位。",
        "证件号、票据号、账号当作数字来写，最后几位就可能变样。",
        "号码请加上引号，写成文字。",
    ),
    words(
        "The number is too long to be read exactly",
        "This whole number is beyond 9007199254740991; many programs silently change its last digits.",
        "Numbers of papers, bills and accounts written as numbers may come out with other last digits.",
        "Put such numbers in quotes, as text.",
    ),
    [
        untouched("application"),
        mutated("application", "json-long-integer"),
        // With a fraction or an exponent it is no whole number, however large.
        Example {
            case: CASE,
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/extensions", "value": {"cn.org.example.a": [9007199254740992.0, 1e16]}}]"#,
            ),
            expect: Expect::Pass,
        },
    ];

    /// A number beyond what computers reckon with.
    NUMBER_TOO_LARGE = "TZ-JSN-013" "json-huge-number" ["REQ-JSN-005"]
    words(
        "数字大得无法读取",
        "这个数超出了计算机能表示的范围。",
        "不同的程序会把它读成不同的数，或者根本读不了。",
        "请对照原件核对这个数。",
    ),
    words(
        "The number is beyond what can be read",
        "This number is larger than computers reckon with.",
        "Programs read it differently, or not at all.",
        "Compare the number with the original.",
    ),
    [untouched("application"), mutated("application", "json-huge-number")];

    /// Too many levels.
    TOO_DEEP = "TZ-JSN-014" "json-deep" ["REQ-JSN-006"]
    words(
        "层次太多",
        "这里的括号套了超过 {levels} 层。",
        "正常的申请用不到这么多层；套得太深的文件会让一些程序崩溃。",
        "请开发人员检查导出程序，是否把内容重复套了进去。",
    ),
    words(
        "There are too many levels",
        "Here the brackets are nested more than {levels} levels deep.",
        "No real application needs as many, and some programs break on them.",
        "Ask the developers whether the export nests content into itself.",
    ),
    [untouched("application"), mutated("application", "json-deep")];

    /// More bytes than a document may have. An entry of a package is held to the same bound as an entry, by
    /// `TZ-PKG-012`, so a document by itself shows this one.
    TOO_LARGE = "TZ-JSN-015" "json-too-large" ["REQ-JSN-006"]
    words(
        "文件太大",
        "这份文件超过了 {mebibytes} MB，没有再往下读。",
        "一份申请的文字不会有这么大，多半是把照片或扫描件直接放进了文字里。",
        "照片和扫描件请作为材料放进资料包的 documents 文件夹，不要写进 JSON 里。",
    ),
    words(
        "The file is too large",
        "This file is larger than {mebibytes} MB and was not read to its end.",
        "The words of one application never take that much; photos or scans were probably put into the text.",
        "Put photos and scans into the package's documents folder, not into the JSON.",
    ),
    [
        untouched("application"),
        Example {
            case: "programme",
            entry: "document",
            change: Change::Bytes("json-too-large"),
            expect: Expect::Fail(""),
        },
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: &[FaultKind] = &[
        FaultKind::NotUtf8,
        FaultKind::ByteOrderMark,
        FaultKind::Empty,
        FaultKind::EndsEarly,
        FaultKind::Syntax,
        FaultKind::Trailing,
        FaultKind::ControlCharacter,
        FaultKind::Escape,
        FaultKind::LoneSurrogate,
        FaultKind::Noncharacter,
        FaultKind::DuplicateName,
        FaultKind::IntegerTooLarge,
        FaultKind::NumberTooLarge,
        FaultKind::TooDeep,
    ];

    #[test]
    fn every_fault_of_a_text_has_a_rule_of_its_own() {
        let mut codes: Vec<_> = KINDS.iter().map(|kind| rule_of(*kind).unwrap().code).collect();
        codes.push(TOO_LARGE.code);
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), KINDS.len() + 1);
        assert_eq!(codes, RULES.iter().map(|rule| rule.code).collect::<Vec<_>>());
    }
}
