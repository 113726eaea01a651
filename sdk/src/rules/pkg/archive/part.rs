//! How the parts of the file lie, and whether the two headers of an entry agree.

use super::reasons::{CUT_EN, CUT_ZH, HURT_EN, HURT_ZH, SAFE_EN, SAFE_ZH, TWO_EN, TWO_ZH};
use crate::rules::stage::{mutated, mutated_inside, stage_rules, untouched, words};

stage_rules! {
    Archive:

    /// `prefix-bytes`
    PREFIX_BYTES = "TZ-PKG-043" "prefix-bytes" ["REQ-PKG-005"]
    words(
        "包的前面多出了内容",
        "zip 文件的开头不是第一个条目，而是别的内容。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "Something precedes the package",
        "The zip file does not begin with its first entry but with something else.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "prefix-bytes"), mutated("package", "prefix-bytes-uncounted")];

    /// `gap`
    GAP = "TZ-PKG-044" "gap" ["REQ-PKG-005"]
    words(
        "包里有不属于任何条目的内容",
        "文件第 {offset} 字节处的内容不属于任何条目。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The package holds bytes of no entry",
        "The bytes at {offset} of the file belong to no entry.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "gap")];

    /// `hidden-entry`
    HIDDEN_ENTRY = "TZ-PKG-045" "hidden-entry" ["REQ-PKG-005"]
    words(
        "包里藏了一个目录没有列出的条目",
        "文件第 {offset} 字节处有一个目录里没有的条目。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The package hides an entry",
        "At byte {offset} of the file lies an entry that the directory does not list.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "hidden-entry")];

    /// `overlap`
    OVERLAP = "TZ-PKG-046" "overlap" ["REQ-PKG-005"]
    words(
        "包里的两部分重叠在一起",
        "文件第 {offset} 字节处，两部分内容重叠了。",
        SAFE_ZH.0,
        SAFE_ZH.1,
    ),
    words(
        "Two parts of the package overlap",
        "At byte {offset} of the file two parts overlap.",
        SAFE_EN.0,
        SAFE_EN.1,
    ),
    [untouched("package"), mutated("package", "overlap")];

    /// `broken-local-header`
    BROKEN_LOCAL_HEADER = "TZ-PKG-047" "broken-local-header" ["REQ-PKG-007"; Sender]
    words(
        "有一个条目的开头坏了",
        "包里第 {entry} 个条目的文件头不完整。",
        HURT_ZH.0,
        HURT_ZH.1,
    ),
    words(
        "The beginning of an entry is broken",
        "The local header of entry {entry} of the package is not whole.",
        HURT_EN.0,
        HURT_EN.1,
    ),
    [untouched("package"), mutated("package", "broken-local-header")];

    /// `local-name-disagrees`
    LOCAL_NAME_DISAGREES = "TZ-PKG-048" "local-name-disagrees" ["REQ-PKG-012"]
    words(
        "有一个条目的两处名称不一致",
        "包里第 {entry} 个条目，目录和文件头写的名称不一样。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The two names of an entry differ",
        "The directory and the local header of entry {entry} of the package give different names.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "local-name-disagrees")];

    /// `local-flags-disagree`
    LOCAL_FLAGS_DISAGREE = "TZ-PKG-049" "local-flags-disagree" ["REQ-PKG-012"]
    words(
        "有一个条目的两处标志不一致",
        "包里第 {entry} 个条目，目录和文件头写的标志不一样。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The two settings of an entry differ",
        "The directory and the local header of entry {entry} of the package give different flags.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "local-flags-disagree")];

    /// `local-method-disagrees`
    LOCAL_METHOD_DISAGREES = "TZ-PKG-050" "local-method-disagrees" ["REQ-PKG-012"]
    words(
        "有一个条目的两处压缩方法不一致",
        "包里第 {entry} 个条目，目录和文件头写的压缩方法不一样。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The two methods of an entry differ",
        "The directory and the local header of entry {entry} of the package give different methods.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "local-method-disagrees")];

    /// `local-time-disagrees`
    LOCAL_TIME_DISAGREES = "TZ-PKG-051" "local-time-disagrees" ["REQ-PKG-012"]
    words(
        "有一个条目的两处时间不一致",
        "包里第 {entry} 个条目，目录和文件头写的时间不一样。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The two times of an entry differ",
        "The directory and the local header of entry {entry} of the package give different times.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "local-time-disagrees")];

    /// `local-size-disagrees`
    LOCAL_SIZE_DISAGREES = "TZ-PKG-052" "local-size-disagrees" ["REQ-PKG-012"]
    words(
        "有一个条目的两处大小不一致",
        "包里第 {entry} 个条目，目录和文件头写的大小不一样。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The sizes in directory and header differ",
        "The directory and the local header of entry {entry} of the package give different sizes.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "local-size-disagrees")];

    /// `local-crc-disagrees`
    LOCAL_CRC_DISAGREES = "TZ-PKG-053" "local-crc-disagrees" ["REQ-PKG-012"]
    words(
        "有一个条目的两处校验和不一致",
        "包里第 {entry} 个条目，目录和文件头写的校验和不一样。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The two check sums of an entry differ",
        "The directory and the local header of entry {entry} of the package give different check sums.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "local-crc-disagrees")];

    /// `descriptor-missing`
    DESCRIPTOR_MISSING = "TZ-PKG-054" "descriptor-missing" ["REQ-PKG-012"; Sender]
    words(
        "有一个条目缺少尾部信息",
        "包里第 {entry} 个条目后面应有的数据描述不见了。",
        HURT_ZH.0,
        HURT_ZH.1,
    ),
    words(
        "What should follow an entry is missing",
        "The data descriptor announced after entry {entry} of the package is missing.",
        HURT_EN.0,
        HURT_EN.1,
    ),
    [untouched("package"), mutated("package", "descriptor-missing")];

    /// `descriptor-disagrees`
    DESCRIPTOR_DISAGREES = "TZ-PKG-055" "descriptor-disagrees" ["REQ-PKG-012"]
    words(
        "有一个条目的尾部信息不一致",
        "包里第 {entry} 个条目后面的数据描述与目录不一致。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "What follows an entry disagrees",
        "The data descriptor after entry {entry} of the package disagrees with the directory.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "descriptor-disagrees")];

    /// `descriptor-ambiguous`
    DESCRIPTOR_AMBIGUOUS = "TZ-PKG-056" "descriptor-ambiguous" ["REQ-PKG-012"]
    words(
        "有一个条目的尾部信息可以有两种读法",
        "包里第 {entry} 个条目后面的数据描述可以读出两种意思。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "What follows an entry can be read in two ways",
        "The data descriptor after entry {entry} of the package can be read in two ways.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated("package", "descriptor-ambiguous")];

    /// `deflate-corrupt`
    DEFLATE_CORRUPT = "TZ-PKG-057" "deflate-corrupt" ["REQ-PKG-017"; Sender]
    words(
        "有一个条目的内容坏了",
        "包里第 {entry} 个条目的压缩内容解不开。",
        HURT_ZH.0,
        HURT_ZH.1,
    ),
    words(
        "The content of an entry is damaged",
        "The compressed content of entry {entry} of the package cannot be unpacked.",
        HURT_EN.0,
        HURT_EN.1,
    ),
    [untouched("package"), mutated_inside("deflate-corrupt")];

    /// `deflate-not-ended`
    DEFLATE_NOT_ENDED = "TZ-PKG-058" "deflate-not-ended" ["REQ-PKG-017"; Sender]
    words(
        "有一个条目的内容没有写完",
        "包里第 {entry} 个条目的压缩内容没有结尾。",
        CUT_ZH.0,
        CUT_ZH.1,
    ),
    words(
        "The content of an entry stops in the middle",
        "The compressed content of entry {entry} of the package does not end.",
        CUT_EN.0,
        CUT_EN.1,
    ),
    [untouched("package"), mutated_inside("deflate-not-ended")];

    /// `deflate-trailing-bytes`
    DEFLATE_TRAILING_BYTES = "TZ-PKG-059" "deflate-trailing-bytes" ["REQ-PKG-017"]
    words(
        "有一个条目后面多出了内容",
        "包里第 {entry} 个条目的压缩内容结束后还有别的字节。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "Something follows the content of an entry",
        "Bytes follow the end of the compressed content of entry {entry} of the package.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated_inside("deflate-trailing-bytes")];

    /// `size-lies`
    SIZE_LIES = "TZ-PKG-060" "size-lies" ["REQ-PKG-017"]
    words(
        "有一个条目的大小与写明的不符",
        "包里第 {entry} 个条目解压后的大小与写明的不一样。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "The size of an entry is not as stated",
        "Entry {entry} of the package does not unpack to the size it states.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated_inside("size-lies")];

    /// `crc-lies`
    CRC_LIES = "TZ-PKG-061" "crc-lies" ["REQ-PKG-017"; Sender]
    words(
        "有一个条目的内容变过",
        "包里第 {entry} 个条目的内容与校验和对不上。",
        HURT_ZH.0,
        HURT_ZH.1,
    ),
    words(
        "The content of an entry was changed",
        "The content of entry {entry} of the package does not agree with its check sum.",
        HURT_EN.0,
        HURT_EN.1,
    ),
    [untouched("package"), mutated_inside("crc-lies")];

    /// `early-descriptor`
    EARLY_DESCRIPTOR = "TZ-PKG-062" "early-descriptor" ["REQ-PKG-012"]
    words(
        "有一个条目会被提前截断",
        "包里第 {entry} 个条目的内容里有像结尾的字节，边下载边读的程序会在那里停下。",
        TWO_ZH.0,
        TWO_ZH.1,
    ),
    words(
        "An entry could end too early",
        "The content of entry {entry} of the package holds what looks like its end; programs that read while downloading stop there.",
        TWO_EN.0,
        TWO_EN.1,
    ),
    [untouched("package"), mutated_inside("early-descriptor")];
}
