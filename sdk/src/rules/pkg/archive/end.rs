//! What stands at the end of the file, and how large everything may be.

use super::reasons::{
    CUT_EN, CUT_ZH, LIMIT_EN, LIMIT_ZH, SAFE_EN, SAFE_ZH, TOOL_EN, TOOL_ZH, TWO_EN, TWO_ZH,
};
use crate::rules::stage::{mutated, stage_rules, untouched, words};

stage_rules! {
    Archive:

    /// `no-end-record`
    NO_END_RECORD = "TZ-PKG-001" "no-end-record" ["REQ-PKG-001"; Sender]
    words(
        "不是 zip 文件，或者不完整",
        "文件末尾找不到 zip 的结束标记：它不是资料包，或者只传了一半。",
        CUT_ZH.0,
        CUT_ZH.1,
    ),
    words(
        "This is no zip file, or not all of it",
        "The end of a zip file is not found: this is no package, or only part of one.",
        CUT_EN.0,
        CUT_EN.1,
    ),
    [untouched("package"), mutated("package", "no-end-record")];

    /// `archive-comment`
    ARCHIVE_COMMENT = "TZ-PKG-002" "archive-comment" ["REQ-PKG-002"]
    words(
        "包的末尾带有注释",
        "zip 文件的末尾写了一段注释。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The package carries a comment at its end",
        "The zip file has a comment at its end.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "archive-comment")];

    /// `trailing-bytes`
    TRAILING_BYTES = "TZ-PKG-003" "trailing-bytes" ["REQ-PKG-002"]
    words(
        "包的后面多出了内容",
        "zip 文件结束以后，后面还有别的内容。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "Something follows the end of the package",
        "More follows after the end of the zip file.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "trailing-bytes")];

    /// `second-end-record`
    SECOND_END_RECORD = "TZ-PKG-004" "second-end-record" ["REQ-PKG-003"]
    words(
        "包里有两个结束标记",
        "文件里有两处都可以当作结束标记，不知道该信哪一个。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The package has two ends",
        "Two places could be taken for the end of the file, and nobody knows which is meant.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "second-end-record")];

    /// `multi-disk`
    MULTI_DISK = "TZ-PKG-005" "multi-disk" ["REQ-PKG-004"]
    words(
        "这是分卷压缩的包",
        "zip 文件写明自己分成了几卷。",
        TOOL_ZH.0,
        TOOL_ZH.1,
    ),
    words(
        "The package is split into volumes",
        "The zip file says that it is split into several volumes.",
        TOOL_EN.0,
        TOOL_EN.1,
    ),
    [untouched("package"), mutated("package", "multi-disk")];

    /// `zip64-end-disagrees`
    ZIP64_END_DISAGREES = "TZ-PKG-006" "zip64-end-disagrees" ["REQ-PKG-003"]
    words(
        "包的两处结尾信息不一致",
        "zip64 结束记录缺失、损坏，或与普通的结束记录对不上。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The two ends of the package disagree",
        "The zip64 end record is missing or broken, or says something else than the plain one.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "zip64-end-disagrees")];

    /// `directory-out-of-place`
    DIRECTORY_OUT_OF_PLACE = "TZ-PKG-007" "directory-out-of-place" ["REQ-PKG-001"; Sender]
    words(
        "包的目录不在应在的位置",
        "结束标记所指的目录不在文件之内。",
        CUT_ZH.0,
        CUT_ZH.1,
    ),
    words(
        "The directory of the package is not where it should be",
        "The directory that the end record points to does not lie inside the file.",
        CUT_EN.0,
        CUT_EN.1,
    ),
    [untouched("package"), mutated("package", "directory-out-of-place")];

    /// `gap-before-end-record`
    GAP_BEFORE_END_RECORD = "TZ-PKG-008" "gap-before-end-record" ["REQ-PKG-005"]
    words(
        "目录和结尾之间夹了内容",
        "zip 目录和结束标记之间有不属于任何一方的内容。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "Something lies between the directory and the end",
        "Between the zip directory and the end record lies something that belongs to neither.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "gap-before-end-record")];

    /// `archive-too-large`
    ARCHIVE_TOO_LARGE = "TZ-PKG-009" "archive-too-large" ["REQ-PKG-006"; Sender]
    words(
        "包太大",
        "资料包不能超过 {archive} MB。",
        LIMIT_ZH.0,
        LIMIT_ZH.1,
    ),
    words(
        "The package is too large",
        "A package must not be larger than {archive} MB.",
        LIMIT_EN.0,
        LIMIT_EN.1,
    ),
    [untouched("package"), mutated("package", "archive-too-large")];

    /// `too-many-entries`
    TOO_MANY_ENTRIES = "TZ-PKG-010" "too-many-entries" ["REQ-PKG-006"; Sender]
    words(
        "包里的条目太多",
        "资料包最多装 {entries} 个条目。",
        LIMIT_ZH.0,
        LIMIT_ZH.1,
    ),
    words(
        "The package has too many entries",
        "A package has room for {entries} entries.",
        LIMIT_EN.0,
        LIMIT_EN.1,
    ),
    [untouched("package"), mutated("package", "too-many-entries")];

    /// `directory-too-large`
    DIRECTORY_TOO_LARGE = "TZ-PKG-011" "directory-too-large" ["REQ-PKG-006"; Sender]
    words(
        "包的目录太大",
        "zip 目录不能超过 {directory} MB。",
        LIMIT_ZH.0,
        LIMIT_ZH.1,
    ),
    words(
        "The directory of the package is too large",
        "The zip directory must not be larger than {directory} MB.",
        LIMIT_EN.0,
        LIMIT_EN.1,
    ),
    [untouched("package"), mutated("package", "directory-too-large")];

    /// `entry-too-large`
    ENTRY_TOO_LARGE = "TZ-PKG-012" "entry-too-large" ["REQ-PKG-006"; Sender]
    words(
        "有一个条目太大",
        "包里第 {entry} 个条目太大：文档不能超过 {json} MB，材料不能超过 {paper} MB。",
        LIMIT_ZH.0,
        LIMIT_ZH.1,
    ),
    words(
        "An entry is too large",
        "Entry {entry} of the package is too large: documents have room for {json} MB, papers for {paper} MB.",
        LIMIT_EN.0,
        LIMIT_EN.1,
    ),
    [untouched("package"), mutated("package", "entry-too-large")];

    /// `total-too-large`
    TOTAL_TOO_LARGE = "TZ-PKG-013" "total-too-large" ["REQ-PKG-006"; Sender]
    words(
        "包里的内容加起来太大",
        "全部条目解压后不能超过 {total} MB，其中的文档不能超过 {documents} MB。",
        LIMIT_ZH.0,
        LIMIT_ZH.1,
    ),
    words(
        "The entries together are too large",
        "All entries together must not be larger than {total} MB when unpacked, the documents among them {documents} MB.",
        LIMIT_EN.0,
        LIMIT_EN.1,
    ),
    [untouched("package"), mutated("package", "total-too-large")];

    /// `ratio-too-high`
    RATIO_TOO_HIGH = "TZ-PKG-014" "ratio-too-high" ["REQ-PKG-006"]
    words(
        "有一个条目解压后会膨胀得太厉害",
        "包里第 {entry} 个条目解压后超过原来的 {ratio} 倍，像是“压缩炸弹”。",
        SAFE_ZH.0,
        SAFE_ZH.1,
    ),
    words(
        "An entry grows too much when unpacked",
        "Entry {entry} of the package grows to more than {ratio} times its size, as a “zip bomb” does.",
        SAFE_EN.0,
        SAFE_EN.1,
    ),
    [untouched("package"), mutated("package", "ratio-too-high")];
}
