//! Why it matters and what to do, for groups of faults that share them.

/// Why, and what to do.
type Reason = (&'static str, &'static str);

/// A part is missing.
pub(super) const CUT_ZH: Reason = (
    "缺了一部分的包，谁也说不准原来装了什么。",
    "多半是下载、拷贝或发送时中断了，请重新取一份完整的文件；还是不行，请对方用 tongzhou pack 重新打包。",
);
/// A part is missing.
pub(super) const CUT_EN: Reason = (
    "Of a package with a part missing, nobody can say what it held.",
    "Downloading, copying or sending was probably cut short: get the whole file again; should that not help, ask the sender to make it again with tongzhou pack.",
);

/// Two readers would read two contents.
pub(super) const TWO_ZH: Reason = (
    "同一个包，有的程序会读出一种内容，有的会读出另一种；孩子的资料不能有两个版本。",
    "请发送方用 tongzhou pack 重新打包；用自己的程序打包的，请把这条编号告诉开发人员。",
);
/// Two readers would read two contents.
pub(super) const TWO_EN: Reason = (
    "Some programs would read one content and some another; a child's papers must not come in two versions.",
    "Have the sender make it again with tongzhou pack; where another program makes the packages, tell its developers this code.",
);

/// Written in a way that few programs know.
pub(super) const TOOL_ZH: Reason = (
    "这种写法只有个别软件认得，别的机构会打不开。",
    "请发送方用 tongzhou pack 重新打包，或用常见的压缩软件按默认设置压缩成 zip。",
);
/// Written in a way that few programs know.
pub(super) const TOOL_EN: Reason = (
    "Only few programs know this way of writing; other organisations could not open the package.",
    "Have the sender make it again with tongzhou pack, or with a common zip program and its usual settings.",
);

/// Larger than allowed.
pub(super) const LIMIT_ZH: Reason = (
    "太大的包会让接收方的系统停下来，别的家庭也要跟着等。",
    "请发送方把扫描件缩小到仍看得清，去掉重复的材料，再用 tongzhou pack 重新打包。",
);
/// Larger than allowed.
pub(super) const LIMIT_EN: Reason = (
    "Packages that are too large stop the receiver's system, and other families have to wait.",
    "Have the sender make scans smaller as long as they can be read, leave out what is there twice, and make it again with tongzhou pack.",
);

/// Named otherwise than entries are.
pub(super) const NAME_ZH: Reason = (
    "条目名称只用标识号，既不会露出孩子的名字，也不会被解压到别的地方。",
    "请发送方用 tongzhou pack 重新打包，它会起好名称；材料原来的文件名会记在清单里。",
);
/// Named otherwise than entries are.
pub(super) const NAME_EN: Reason = (
    "Entries are named by ids alone: no child's name shows, and nothing is unpacked where it does not belong.",
    "Have the sender make it again with tongzhou pack, which names the entries; the papers' own file names are kept in the manifest.",
);

/// Damaged on its way.
pub(super) const HURT_ZH: Reason = (
    "坏了的内容读出来是错的，或者根本读不出来。",
    "请重新下载或重新发送；还是不行，请对方用 tongzhou pack 重新打包。",
);
/// Damaged on its way.
pub(super) const HURT_EN: Reason = (
    "Damaged content is read wrongly or not at all.",
    "Download or send it again; should that not help, ask the sender to make it again with tongzhou pack.",
);

/// Dangerous to the receiver.
pub(super) const SAFE_ZH: Reason = (
    "这样的内容在接收方的电脑上可能造成危险，资料包用不着它。",
    "请发送方用 tongzhou pack 重新打包，只放申请、授权同意书、票据和材料。",
);
/// Dangerous to the receiver.
pub(super) const SAFE_EN: Reason = (
    "Such content can be dangerous on the receiver's computer, and a package has no use for it.",
    "Have the sender make it again with tongzhou pack, with the application, consents, receipts and papers only.",
);
