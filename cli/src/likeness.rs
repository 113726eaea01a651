//! What a file that cannot be read looks like, so that whoever hands in a scan is told where scans belong.

use memchr::memmem;
use tongzhou::{
    paper::{Inspector, PaperKind, PaperLimits},
    sealing::is_sealed,
    text::{Bilingual, Lang},
};

/// A kind of file that is neither a document nor a package.
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
        let zip = beginning.starts_with(b"PK\x03\x04");
        if beginning.starts_with(OLD_OFFICE) || (zip && memmem::find(beginning, OFFICE_ENTRY).is_some()) {
            return Some(Self::Office);
        }
        (zip && memmem::find(beginning, b"manifest.json").is_none()).then_some(Self::Archive)
    }

    /// The same for what was taken for a package.
    pub(crate) fn of_package(beginning: &[u8]) -> Option<Self> {
        let text = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning).trim_ascii_start();
        Self::of(beginning).or_else(|| text.starts_with(b"{").then_some(Self::Json))
    }

    /// The same for what has to be an open package.
    pub(crate) fn of_open_package(beginning: &[u8]) -> Option<Self> {
        if is_sealed(beginning) { Some(Self::Sealed) } else { Self::of_package(beginning) }
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
            Self::Archive => Bilingual { zh: "普通的压缩包（zip）", en: "an ordinary zip archive" },
        }
    }
}

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
