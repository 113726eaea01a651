//! What the central directory says of each entry.

use super::reasons::{HURT_EN, HURT_ZH, SAFE_EN, SAFE_ZH, TOOL_EN, TOOL_ZH, TWO_EN, TWO_ZH};
use crate::rules::stage::{mutated, stage_rules, untouched, words};

stage_rules! {
    Archive:

    /// `broken-directory`
    BROKEN_DIRECTORY = "TZ-PKG-015" "broken-directory" ["REQ-PKG-007"; Sender]
    words(
        "包的目录坏了",
        "zip 目录里第 {entry} 条记录不完整。",
        HURT_ZH.0,
        HURT_ZH.1,
    ),
    words(
        "The directory of the package is broken",
        "Record {entry} of the zip directory is not whole.",
        HURT_EN.0,
        HURT_EN.1,
    ),
    [untouched("package"), mutated("package", "broken-directory")];

    /// `entry-count-disagrees`
    ENTRY_COUNT_DISAGREES = "TZ-PKG-016" "entry-count-disagrees" ["REQ-PKG-007"]
    words(
        "目录的条数对不上",
        "zip 目录里的条数与结尾写明的不一致。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The number of entries does not agree",
        "The zip directory does not hold as many records as the end record says.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "entry-count-disagrees")];

    /// `entry-comment`
    ENTRY_COMMENT = "TZ-PKG-017" "entry-comment" ["REQ-PKG-002"]
    words(
        "有一个条目带有注释",
        "包里第 {entry} 个条目带有注释。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "An entry carries a comment",
        "Entry {entry} of the package carries a comment.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "entry-comment")];

    /// `encrypted`
    ENCRYPTED = "TZ-PKG-018" "encrypted" ["REQ-PKG-008"]
    words(
        "包加了密码",
        "包里第 {entry} 个条目用压缩软件加了密。",
        TOOL_ZH.0,
        TOOL_ZH.1,
    ),
    words(
        "The package is locked with a password",
        "Entry {entry} of the package is encrypted by a zip program.",
        TOOL_EN.0,
        TOOL_EN.1,
    ),
    [untouched("package"), mutated("package", "encrypted")];

    /// `unknown-flags`
    UNKNOWN_FLAGS = "TZ-PKG-019" "unknown-flags" ["REQ-PKG-009"]
    words(
        "有一个条目用了少见的设置",
        "包里第 {entry} 个条目的标志位，常见的压缩软件都不会设置。",
        TOOL_ZH.0,
        TOOL_ZH.1,
    ),
    words(
        "An entry has unusual settings",
        "Entry {entry} of the package has flags that no common zip program sets.",
        TOOL_EN.0,
        TOOL_EN.1,
    ),
    [untouched("package"), mutated("package", "unknown-flags")];

    /// `unknown-method`
    UNKNOWN_METHOD = "TZ-PKG-020" "unknown-method" ["REQ-PKG-009"]
    words(
        "有一个条目用了少见的压缩方法",
        "包里第 {entry} 个条目既不是直接存放，也不是用 deflate 压缩的。",
        TOOL_ZH.0,
        TOOL_ZH.1,
    ),
    words(
        "An entry is compressed in an unusual way",
        "Entry {entry} of the package is neither stored nor deflated.",
        TOOL_EN.0,
        TOOL_EN.1,
    ),
    [untouched("package"), mutated("package", "unknown-method")];

    /// `unknown-version`
    UNKNOWN_VERSION = "TZ-PKG-021" "unknown-version" ["REQ-PKG-009"]
    words(
        "有一个条目要更新的解压软件",
        "包里第 {entry} 个条目要求更新版本的 zip 格式。",
        TOOL_ZH.0,
        TOOL_ZH.1,
    ),
    words(
        "An entry asks for a newer zip program",
        "Entry {entry} of the package needs a newer version of the zip format.",
        TOOL_EN.0,
        TOOL_EN.1,
    ),
    [untouched("package"), mutated("package", "unknown-version"), mutated("package", "unknown-version-in-header")];

    /// `malformed-extra`
    MALFORMED_EXTRA = "TZ-PKG-022" "malformed-extra" ["REQ-PKG-010"; Sender]
    words(
        "有一个条目的附加信息坏了",
        "包里第 {entry} 个条目的附加字段（extra field）写法不对。",
        HURT_ZH.0,
        HURT_ZH.1,
    ),
    words(
        "The extra data of an entry are broken",
        "Entry {entry} of the package has a malformed extra field.",
        HURT_EN.0,
        HURT_EN.1,
    ),
    [untouched("package"), mutated("package", "malformed-extra"), mutated("package", "malformed-unix-ids")];

    /// `repeated-extra`
    REPEATED_EXTRA = "TZ-PKG-023" "repeated-extra" ["REQ-PKG-010"]
    words(
        "有一个条目的附加信息写了两次",
        "包里第 {entry} 个条目有两个同类的附加字段。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The extra data of an entry stand twice",
        "Entry {entry} of the package has two extra fields of the same kind.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "repeated-extra")];

    /// `renaming-extra`
    RENAMING_EXTRA = "TZ-PKG-024" "renaming-extra" ["REQ-PKG-010"]
    words(
        "有一个条目另外带了一个名称",
        "包里第 {entry} 个条目在附加字段里写了另一个名称。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "An entry carries a second name",
        "Entry {entry} of the package is given another name in an extra field.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "renaming-extra")];

    /// `unknown-extra`
    UNKNOWN_EXTRA = "TZ-PKG-025" "unknown-extra" ["REQ-PKG-010"]
    words(
        "有一个条目带了少见的附加信息",
        "包里第 {entry} 个条目的附加字段不在允许的几种之内。",
        TOOL_ZH.0,
        TOOL_ZH.1,
    ),
    words(
        "An entry carries unusual extra data",
        "Entry {entry} of the package has an extra field of no accepted kind.",
        TOOL_EN.0,
        TOOL_EN.1,
    ),
    [untouched("package"), mutated("package", "unknown-extra")];

    /// `zip64-disagrees`
    ZIP64_DISAGREES = "TZ-PKG-026" "zip64-disagrees" ["REQ-PKG-010"]
    words(
        "有一个条目的大小写得不一致",
        "包里第 {entry} 个条目的 zip64 大小缺失、损坏或与别处不一致。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The sizes of an entry do not agree",
        "The zip64 sizes of entry {entry} of the package are missing, broken or say something else.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "zip64-disagrees")];

    /// `symlink`
    SYMLINK = "TZ-PKG-027" "symlink" ["REQ-PKG-011"]
    words(
        "包里有一个快捷方式",
        "包里第 {entry} 个条目是符号链接，不是文件。",
        SAFE_ZH.0,
        SAFE_ZH.1,
    ),
    words(
        "The package holds a link",
        "Entry {entry} of the package is a symbolic link, not a file.",
        SAFE_EN.0,
        SAFE_EN.1,
    ),
    [untouched("package"), mutated("package", "symlink"), mutated("package", "reparse-point")];

    /// `special-file`
    SPECIAL_FILE = "TZ-PKG-028" "special-file" ["REQ-PKG-011"]
    words(
        "包里有一个不是文件的东西",
        "包里第 {entry} 个条目是设备、管道之类，不是普通文件。",
        SAFE_ZH.0,
        SAFE_ZH.1,
    ),
    words(
        "The package holds something that is no file",
        "Entry {entry} of the package is a device, pipe or the like, not a plain file.",
        SAFE_EN.0,
        SAFE_EN.1,
    ),
    [untouched("package"), mutated("package", "special-file")];

    /// `folder-mark-disagrees`
    FOLDER_MARK_DISAGREES = "TZ-PKG-029" "folder-mark-disagrees" ["REQ-PKG-011"]
    words(
        "分不清是文件还是文件夹",
        "包里第 {entry} 个条目的名称和属性，一个说是文件夹，一个说不是。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "A file or a folder?",
        "The name and the attributes of entry {entry} of the package disagree on whether it is a folder.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "folder-mark-disagrees")];

    /// `folder-not-empty`
    FOLDER_NOT_EMPTY = "TZ-PKG-030" "folder-not-empty" ["REQ-PKG-011"]
    words(
        "文件夹条目里有内容",
        "包里第 {entry} 个条目是文件夹，却带有内容。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "A folder entry holds content",
        "Entry {entry} of the package is a folder and yet holds bytes.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "folder-not-empty")];

    /// `stored-sizes-disagree`
    STORED_SIZES_DISAGREE = "TZ-PKG-031" "stored-sizes-disagree" ["REQ-PKG-012"]
    words(
        "有一个条目的两个大小不一致",
        "包里第 {entry} 个条目没有压缩，压缩前后的大小却不一样。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The two sizes of an entry differ",
        "Entry {entry} of the package is not compressed, yet states two different sizes.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "stored-sizes-disagree")];
}
