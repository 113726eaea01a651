//! What a file looks like that is not of the kind that is needed, so that whoever hands in a scan is told where scans
//! belong, and whoever names one file of a delivery for another is told which it is.

use std::{fs::File, path::Path};

use memchr::memmem;
use tongzhou::{
    code::lists::DocumentType,
    directory::Trust,
    keys::PublicKeys,
    paper::{Inspector, PaperKind, PaperLimits},
    sealing::is_sealed,
    signing::{Jws, Subject},
    text::{Bilingual, Lang},
};

use crate::{
    delivered::Deed,
    input::{read_up_to, type_of},
};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// A paper as a package may hold it.
    Paper(PaperKind),
    /// A text, a table or slides of an office program.
    Office,
    /// A zip archive of something else.
    Archive,
    /// A JSON text, where a package was expected.
    Json,
    /// A `packing.json`.
    Packing,
    /// A sealed package, where an open one was expected.
    Sealed,
    /// A package, where something else was expected.
    Package,
    /// Private keys that a passphrase locks.
    KeyFile,
    /// The public halves, as `keygen` writes them.
    PublicKeys,
    /// A member's entry.
    Entry,
    /// A member directory.
    Directory,
    /// The signatures of a directory or of a package.
    Signatures,
    /// What `directory verify` remembers.
    State,
    /// Nothing at all.
    Empty,
}

impl Likeness {
    /// What a file looks like that begins with these bytes; none where it may well be meant as a document or a
    /// package.
    pub(crate) fn of(beginning: &[u8]) -> Option<Self> {
        let mut inspector = Inspector::new(&PaperLimits::default());
        inspector.feed(beginning);
        if let Some(kind) = inspector.finish().kind {
            return Some(Self::Paper(kind));
        }
        if let Some(likeness) = Self::of_keys(beginning) {
            return Some(likeness);
        }
        let zip = beginning.starts_with(b"PK\x03\x04");
        if beginning.starts_with(OLD_OFFICE) || (zip && memmem::find(beginning, OFFICE_ENTRY).is_some()) {
            return Some(Self::Office);
        }
        (zip && memmem::find(beginning, b"manifest.json").is_none()).then_some(Self::Archive)
    }

    /// The same for what was taken for a package.
    pub(crate) fn of_package(beginning: &[u8]) -> Option<Self> {
        Self::of(beginning).or_else(|| Self::of_json(beginning))
    }

    /// The same for what has to be an open package.
    pub(crate) fn of_open_package(beginning: &[u8]) -> Option<Self> {
        let sealed = || is_sealed(beginning).then_some(Self::Sealed);
        Self::of_keys(beginning).or_else(sealed).or_else(|| Self::of_package(beginning))
    }

    /// What the file at `path` looks like, whatever was expected; none where it cannot be told.
    pub(crate) fn at(path: &Path) -> Option<Self> {
        let beginning = read_up_to(File::open(path).ok()?, BEGINNING).ok()?;
        if beginning.is_empty() {
            return Some(Self::Empty);
        }
        let package = || beginning.starts_with(b"PK\x03\x04").then_some(Self::Package);
        Self::of_open_package(&beginning).or_else(package)
    }

    /// The same for the files of keys and directories, which are no documents of the standard.
    pub(crate) fn of_keys(beginning: &[u8]) -> Option<Self> {
        let armour = beginning.strip_prefix(ARMOUR).map(<[u8]>::trim_ascii_start);
        if armour.is_some_and(|text| text.starts_with(LOCKED)) {
            return Some(Self::KeyFile);
        }
        if !is_object(beginning) {
            return None;
        }
        let is_signatures = || {
            [Subject::Directory, Subject::Manifest]
                .into_iter()
                .any(|subject| Jws::read(beginning, subject).is_ok())
        };
        if PublicKeys::from_json(beginning).is_ok() {
            Some(Self::PublicKeys)
        } else if Trust::from_json(beginning).is_ok() {
            Some(Self::State)
        } else if is_signatures() {
            Some(Self::Signatures)
        } else {
            None
        }
    }

    fn of_json(beginning: &[u8]) -> Option<Self> {
        if !is_object(beginning) {
            return None;
        }
        Some(match type_of(beginning) {
            Some(DocumentType::Member) => Self::Entry,
            Some(DocumentType::Directory) => Self::Directory,
            // Of a long one only the beginning is here, where its type is one of the first members.
            None if begins_as_directory(beginning) => Self::Directory,
            _ => Self::Json,
        })
    }

    /// What it looks like and what to do with it, for whoever wanted to do this deed with it.
    pub(crate) fn say_to(self, deed: Deed, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang).to_owned();
        match (self, deed) {
            (Self::Sealed, Deed::Sign) => say(
                "这是密封的资料包。签名在密封之前：请给密封以前的资料包签名（收到的，先用 tongzhou open 打开），再用 tongzhou seal 密封。",
                "this is a sealed package, and signing comes before sealing: sign the package that was sealed (one that \
                 was received is opened with tongzhou open first), then seal it with tongzhou seal.",
            ),
            (Self::Sealed, Deed::Seal) => say(
                "这个资料包已经密封好了，可以直接发送。",
                "this package is sealed already and can be sent as it is.",
            ),
            (Self::Sealed, Deed::VerifyWithoutKey) => say(
                "这是密封的资料包，请用 --identity 指明能打开它的密钥文件，再核验。",
                "this is a sealed package: name the key file that opens it with --identity to verify it.",
            ),
            (Self::Package, Deed::Open) => say(
                "这个资料包没有密封，不用打开；请直接用 tongzhou verify 核验签名。",
                "this package is not sealed, and there is nothing to open: tongzhou verify tells who signed it.",
            ),
            _ => self.say(lang),
        }
    }

    /// The same where a file of keys or of the directory was expected, which no scan is mistaken for.
    pub(crate) fn say_of_keys(self, lang: Lang) -> Option<String> {
        match self {
            Self::Paper(_) | Self::Office | Self::Archive | Self::Json | Self::Packing => None,
            Self::Sealed
            | Self::Package
            | Self::KeyFile
            | Self::PublicKeys
            | Self::Entry
            | Self::Directory
            | Self::Signatures
            | Self::State
            | Self::Empty => Some(self.say(lang)),
        }
    }

    /// What it looks like, and what to do with such a file.
    pub(crate) fn say(self, lang: Lang) -> String {
        let Bilingual { zh, en } = self.title();
        match (lang, self) {
            (Lang::ZhCn, Self::Paper(_)) => format!(
                "这看起来是{zh}，不是申请文件。材料要放在申请旁边的 documents 文件夹里，和申请一起打成资料包：\
                 tongzhou new 新建这样的文件夹，tongzhou pack 打包。"
            ),
            (Lang::En, Self::Paper(_)) => format!(
                "this looks like {en}, not like an application. Papers go into the folder documents/ beside the \
                 application, and both go into one package: tongzhou new begins such a folder, tongzhou pack packs it."
            ),
            (Lang::ZhCn, Self::Office) => format!(
                "这看起来是{zh}，不是申请文件。如果是材料，请先另存为 PDF，放进申请旁边的 documents 文件夹，和申请一起打成资料包：\
                 tongzhou new 新建这样的文件夹，tongzhou pack 打包。"
            ),
            (Lang::En, Self::Office) => format!(
                "this looks like {en}, not like an application. If it is a paper, save it as a PDF and put it into \
                 the folder documents/ beside the application, and both go into one package: tongzhou new begins \
                 such a folder, tongzhou pack packs it."
            ),
            (Lang::ZhCn, Self::Archive) => format!(
                "这看起来是{zh}，不是资料包。请把里面的材料放进 tongzhou new 新建的文件夹，再用 tongzhou pack 打包。"
            ),
            (Lang::ZhCn, Self::Json) => format!(
                "这是{zh}，不是资料包。如果是申请等单份文件，请把扩展名改成 .json 再校验；要做成资料包，把它放进工作文件夹，\
                 用 tongzhou pack 打包。"
            ),
            (Lang::En, Self::Json) => format!(
                "this is {en}, not a package. If it is an application or another document, let its name end in .json \
                 and check it again; tongzhou pack makes a package of the working folder that it belongs in."
            ),
            (Lang::ZhCn, Self::Sealed) => format!("这是{zh}，请先用 tongzhou open 打开。"),
            (Lang::En, Self::Sealed) => format!("this is {en}: open it with tongzhou open first."),
            (Lang::ZhCn, Self::Package) => {
                format!("这是{zh}。用 tongzhou validate 校验，用 tongzhou inspect 查看内容。")
            }
            (Lang::En, Self::Package) => format!(
                "this is {en}: tongzhou validate checks it, and tongzhou inspect shows what is in it."
            ),
            (Lang::ZhCn, Self::KeyFile) => {
                format!(
                    "这是{zh}，由持有人自己保管，不交给别人。签名时用 --key 指明，打开密封的资料包时用 --identity 指明。"
                )
            }
            (Lang::En, Self::KeyFile) => format!(
                "this is {en}, which its holder keeps and hands to nobody. Name it with --key to sign, and with \
                 --identity to open what is sealed."
            ),
            (Lang::ZhCn, Self::PublicKeys) => format!(
                "这是{zh}。成员用 tongzhou directory entry --keys 把它写进登记内容；理事会的，在 directory init 里用 --board 写明。"
            ),
            (Lang::En, Self::PublicKeys) => format!(
                "this is {en}. A member puts it into its entry with tongzhou directory entry --keys; that of the board \
                 is named with --board of directory init."
            ),
            (Lang::ZhCn, Self::Entry) => {
                format!(
                    "这是{zh}。秘书处用 tongzhou directory add 把它加入名录，用 tongzhou validate 可以校验。"
                )
            }
            (Lang::En, Self::Entry) => format!(
                "this is {en}. The secretariat adds it to the directory with tongzhou directory add, and tongzhou \
                 validate checks it."
            ),
            (Lang::ZhCn, Self::Directory) => {
                format!(
                    "这是{zh}。在命令里用 --directory 指明；能不能依据，用 tongzhou directory verify 核对。"
                )
            }
            (Lang::En, Self::Directory) => format!(
                "this is {en}. Name it with --directory; tongzhou directory verify says whether it can be relied on."
            ),
            (Lang::ZhCn, Self::Signatures) => {
                format!("这是{zh}。它放在名录旁边，程序自己会读；命令里请写名录（directory.json）。")
            }
            (Lang::En, Self::Signatures) => format!(
                "this is {en}. It lies beside the directory and is found there; name the directory itself, \
                 directory.json."
            ),
            (Lang::ZhCn, Self::State) => {
                format!("这是{zh}。在命令里用 --state 指明，不用改动，也不交给别人。")
            }
            (Lang::En, Self::State) => {
                format!("this is {en}. Name it with --state; it is not changed by hand and not handed on.")
            }
            (Lang::ZhCn, Self::Empty) => format!("这是{zh}，多半没有传完；请重新取一份。"),
            (Lang::En, Self::Empty) => {
                format!("this is {en}; it was probably not transferred to its end, so get it once more.")
            }
            (Lang::ZhCn, Self::Packing) => format!(
                "这是{zh}，只在打包时用，不单独校验。请先用 tongzhou pack 打包所在的文件夹，写错的地方那时会指出，再用 \
                 tongzhou validate 校验资料包。"
            ),
            (Lang::En, Self::Packing) => format!(
                "this is {en}, which is only used for packing and is not checked by itself. tongzhou pack packs the \
                 folder it is in and says what is mistyped; tongzhou validate then checks the package."
            ),
            (Lang::En, Self::Archive) => format!(
                "this looks like {en}, not like a package. Put what is in it into a folder that tongzhou new \
                 begins, and tongzhou pack packs it."
            ),
        }
    }

    const fn title(self) -> Bilingual {
        match self {
            Self::Paper(PaperKind::Pdf) => Bilingual { zh: " PDF", en: "a PDF" },
            Self::Paper(PaperKind::Jpeg) => Bilingual { zh: " JPEG 图片", en: "a JPEG picture" },
            Self::Paper(PaperKind::Png) => Bilingual { zh: " PNG 图片", en: "a PNG picture" },
            Self::Paper(PaperKind::Ofd) => Bilingual { zh: " OFD 版式文件", en: "an OFD paper" },
            Self::Paper(PaperKind::Xml) => Bilingual { zh: " XML 文件", en: "an XML file" },
            Self::Office => {
                Bilingual { zh: " Word 一类的办公文档", en: "a Word file or another office document" }
            }
            Self::Json => Bilingual { zh: " JSON 文件", en: "a JSON file" },
            Self::Packing => Bilingual {
                zh: "打包说明（packing.json）",
                en: "packing.json, the packing instructions",
            },
            Self::Sealed => Bilingual { zh: "密封的资料包", en: "a sealed package" },
            Self::Package => Bilingual { zh: "资料包", en: "a package" },
            Self::KeyFile => Bilingual { zh: "用口令锁住的密钥文件", en: "a key file" },
            Self::PublicKeys => Bilingual { zh: "公钥文件", en: "a file of public keys" },
            Self::Entry => Bilingual { zh: "成员的登记内容", en: "the entry of a member" },
            Self::Directory => Bilingual { zh: "成员名录", en: "a member directory" },
            Self::Signatures => Bilingual { zh: "签名文件", en: "a file of signatures" },
            Self::State => Bilingual {
                zh: "状态文件，记着上次依据的名录",
                en: "a state file, which keeps what directory was relied on",
            },
            Self::Empty => Bilingual { zh: "空文件", en: "an empty file" },
            Self::Archive => Bilingual { zh: "普通的压缩包（zip）", en: "an ordinary zip archive" },
        }
    }
}

/// Whether a text begins as a JSON object does.
fn is_object(beginning: &[u8]) -> bool {
    let text = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning);
    text.trim_ascii_start().starts_with(b"{")
}

/// Whether the first type that a text names is that of a directory.
fn begins_as_directory(beginning: &[u8]) -> bool {
    let Some(at) = memmem::find(beginning, TYPE) else { return false };
    let after = beginning.get(at + TYPE.len()..).unwrap_or_default().trim_ascii_start();
    after.strip_prefix(b":").is_some_and(|value| value.trim_ascii_start().starts_with(b"\"directory\""))
}

/// How the type of a document is written.
const TYPE: &[u8] = b"\"documentType\"";
/// How a sealed file or a key file begins in the form for text,
const ARMOUR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
/// and how it goes on where a passphrase locks it: `age-encryption.org/v1`, then `-> scryp`, in base64.
const LOCKED: &[u8] = b"YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlw";
/// How much of a file tells what it looks like.
pub(crate) const BEGINNING: usize = 64 << 10;
/// How Word, Excel and PowerPoint files began before they were zip archives.
const OLD_OFFICE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// The entry that every newer one has.
const OFFICE_ENTRY: &[u8] = b"[Content_Types].xml";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_have_on_their_disks_is_told_apart() {
        for (beginning, likeness) in [
            (&b"%PDF-1.7\n"[..], Some(Likeness::Paper(PaperKind::Pdf))),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", Some(Likeness::Paper(PaperKind::Jpeg))),
            (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", Some(Likeness::Paper(PaperKind::Png))),
            (b"<?xml version=\"1.0\"?><bill/>", Some(Likeness::Paper(PaperKind::Xml))),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", Some(Likeness::Office)),
            (b"PK\x03\x04 .. [Content_Types].xml ..", Some(Likeness::Office)),
            (b"PK\x03\x04 .. holiday.jpg ..", Some(Likeness::Archive)),
            (b"PK\x03\x04 .. manifest.json ..", None),
            (b"{\"standard\": \"tongzhou\"", None),
            (b"name,birth date\n", None),
            (b"PK", None),
            (b"", None),
        ] {
            assert_eq!(Likeness::of(beginning), likeness, "{}", String::from_utf8_lossy(beginning));
        }
    }
}
