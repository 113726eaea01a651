//! The names of entries.

use super::reasons::{NAME_EN, NAME_ZH, SAFE_EN, SAFE_ZH, TWO_EN, TWO_ZH};
use crate::rules::stage::{mutated, stage_rules, untouched, words};

stage_rules! {
    Archive:

    /// `empty-name`
    EMPTY_NAME = "TZ-PKG-032" "empty-name" ["REQ-PKG-013"]
    words(
        "有一个条目没有名称",
        "包里第 {entry} 个条目没有名称。",
        NAME_ZH.0,
        NAME_ZH.1,
    ),
    words(
        "An entry has no name",
        "Entry {entry} of the package has no name.",
        NAME_EN.0,
        NAME_EN.1,
    ),
    [untouched("package"), mutated("package", "empty-name")];

    /// `nul-in-name`
    NUL_IN_NAME = "TZ-PKG-033" "nul-in-name" ["REQ-PKG-013"]
    words(
        "条目名称里有空字符",
        "包里第 {entry} 个条目的名称里有空字符（NUL），名称会在那里被截断。",
        NAME_ZH.0,
        NAME_ZH.1,
    ),
    words(
        "The name of an entry holds a NUL",
        "The name of entry {entry} of the package holds a NUL, at which some programs cut it.",
        NAME_EN.0,
        NAME_EN.1,
    ),
    [untouched("package"), mutated("package", "nul-in-name")];

    /// `non-ascii-name`
    NON_ASCII_NAME = "TZ-PKG-034" "non-ascii-name" ["REQ-PKG-013"]
    words(
        "条目名称里有英文以外的字",
        "包里第 {entry} 个条目的名称里有汉字或其他非 ASCII 字符。",
        NAME_ZH.0,
        NAME_ZH.1,
    ),
    words(
        "The name of an entry has other letters than ASCII",
        "The name of entry {entry} of the package holds Chinese or other letters outside ASCII.",
        NAME_EN.0,
        NAME_EN.1,
    ),
    [untouched("package"), mutated("package", "non-ascii-name")];

    /// `backslash-in-name`
    BACKSLASH_IN_NAME = "TZ-PKG-035" "backslash-in-name" ["REQ-PKG-014"]
    words(
        "条目名称里有反斜杠",
        "包里第 {entry} 个条目的名称里有反斜杠（\\）。",
        NAME_ZH.0,
        NAME_ZH.1,
    ),
    words(
        "The name of an entry holds a back-slash",
        "The name of entry {entry} of the package holds a back-slash (\\).",
        NAME_EN.0,
        NAME_EN.1,
    ),
    [untouched("package"), mutated("package", "backslash-in-name")];

    /// `drive-letter-name`
    DRIVE_LETTER_NAME = "TZ-PKG-036" "drive-letter-name" ["REQ-PKG-014"]
    words(
        "条目名称以盘符开头",
        "包里第 {entry} 个条目的名称以 C: 这样的盘符开头。",
        SAFE_ZH.0,
        SAFE_ZH.1,
    ),
    words(
        "The name of an entry begins with a drive letter",
        "The name of entry {entry} of the package begins with a drive letter such as C:.",
        SAFE_EN.0,
        SAFE_EN.1,
    ),
    [untouched("package"), mutated("package", "drive-letter-name")];

    /// `absolute-name`
    ABSOLUTE_NAME = "TZ-PKG-037" "absolute-name" ["REQ-PKG-014"]
    words(
        "条目名称是绝对路径",
        "包里第 {entry} 个条目的名称以斜杠开头。",
        SAFE_ZH.0,
        SAFE_ZH.1,
    ),
    words(
        "The name of an entry is an absolute path",
        "The name of entry {entry} of the package begins with a slash.",
        SAFE_EN.0,
        SAFE_EN.1,
    ),
    [untouched("package"), mutated("package", "absolute-name")];

    /// `dot-segment-in-name`
    DOT_SEGMENT_IN_NAME = "TZ-PKG-038" "dot-segment-in-name" ["REQ-PKG-014"]
    words(
        "条目名称会跳到别的文件夹",
        "包里第 {entry} 个条目的名称里有 . 或 .. 这样的一段。",
        SAFE_ZH.0,
        SAFE_ZH.1,
    ),
    words(
        "The name of an entry leads elsewhere",
        "The name of entry {entry} of the package has a segment . or .. in it.",
        SAFE_EN.0,
        SAFE_EN.1,
    ),
    [untouched("package"), mutated("package", "dot-segment-in-name")];

    /// `upper-case-name`
    UPPER_CASE_NAME = "TZ-PKG-039" "upper-case-name" ["REQ-PKG-013"]
    words(
        "条目名称里有大写字母",
        "包里第 {entry} 个条目的名称里有大写字母；有的电脑不分大小写，会把两个文件当成一个。",
        NAME_ZH.0,
        NAME_ZH.1,
    ),
    words(
        "The name of an entry has capital letters",
        "The name of entry {entry} of the package has capital letters; some computers take two such names for one.",
        NAME_EN.0,
        NAME_EN.1,
    ),
    [untouched("package"), mutated("package", "upper-case-name")];

    /// `name-outside-layout`
    NAME_OUTSIDE_LAYOUT = "TZ-PKG-040" "name-outside-layout" ["REQ-PKG-015"]
    words(
        "包里有不该有的条目",
        "包里第 {entry} 个条目不是清单、申请文档、票据、材料或签名中的任何一种。",
        NAME_ZH.0,
        NAME_ZH.1,
    ),
    words(
        "An entry does not belong into a package",
        "Entry {entry} of the package is none of manifest, record, receipt, paper or signature.",
        NAME_EN.0,
        NAME_EN.1,
    ),
    [untouched("package"), mutated("package", "name-outside-layout"), mutated("package", "control-character-in-name")];

    /// `duplicate-name`
    DUPLICATE_NAME = "TZ-PKG-041" "duplicate-name" ["REQ-PKG-016"]
    words(
        "两个条目同名",
        "包里第 {entry} 个条目与前面一个同名。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "Two entries have the same name",
        "Entry {entry} of the package has the name of one before it.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "duplicate-name")];

    /// `shared-paper-id`
    SHARED_PAPER_ID = "TZ-PKG-042" "shared-paper-id" ["REQ-PKG-016"]
    words(
        "两份材料用了同一个标识号",
        "包里第 {entry} 个条目与前面一份材料标识号相同，只是扩展名不同。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "Two papers share one id",
        "Entry {entry} of the package has the id of a paper before it, and differs in its ending only.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "shared-paper-id")];
}
