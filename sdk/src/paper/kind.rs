//! The kinds of paper, and which of them a beginning announces.

use memchr::memmem;

use super::{PDF_MAGIC, xml::CharWidth};

/// What a paper is.
///
/// ```
/// use tongzhou::paper::PaperKind;
///
/// assert_eq!(PaperKind::from_media_type("application/ofd"), Some(PaperKind::Ofd));
/// assert_eq!(PaperKind::from_media_type("image/bmp"), None);
/// assert_eq!(PaperKind::ALL.map(PaperKind::media_type)[0], "application/pdf");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperKind {
    /// Portable Document Format (ISO 32000).
    Pdf,
    /// A JPEG picture (ITU-T T.81).
    Jpeg,
    /// A PNG picture (ISO/IEC 15948).
    Png,
    /// 版式文档 Open Fixed-layout Document (GB/T 33190), a zip archive.
    Ofd,
    /// An XML document, say the original of a fiscal e-bill 财政电子票据.
    Xml,
}

impl PaperKind {
    /// Every kind, in order.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Ofd, Self::Xml];

    /// The media type by which the kind is declared. That of OFD is customary, not registered.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Ofd => "application/ofd",
            Self::Xml => "application/xml",
        }
    }

    /// The kind declared by `media_type`, written exactly as [`media_type`](Self::media_type) gives it.
    pub fn from_media_type(media_type: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.media_type() == media_type)
    }
}

/// What the first bytes promise; the rest of the paper has to keep it.
pub(super) enum Announced {
    Pdf,
    Jpeg,
    Png,
    Zip,
    Xml(CharWidth),
    Nothing,
}

/// Judges the head of a paper. A kind whose magic stands at the very beginning goes before a PDF header further
/// in, which is what the first reader to look at the bytes would do.
pub(super) fn announced(head: &[u8]) -> Announced {
    if head.starts_with(b"\xFF\xD8\xFF") {
        Announced::Jpeg
    } else if head.starts_with(b"\x89PNG\r\n\x1A\n") {
        Announced::Png
    } else if head.starts_with(b"PK\x03\x04") {
        Announced::Zip
    } else if let Some(width) = announced_xml(head) {
        Announced::Xml(width)
    } else if memmem::find(head, PDF_MAGIC).is_some() {
        Announced::Pdf
    } else {
        Announced::Nothing
    }
}

/// Whether `prefix` is a byte order mark or white space, which harm nobody before a PDF's header.
pub(super) fn is_blank(prefix: &[u8]) -> bool {
    let prefix = prefix.strip_prefix(UTF8_MARK).unwrap_or(prefix);
    prefix.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0)
}

/// Whether the head is the beginning of an XML document, and how wide its characters are.
fn announced_xml(head: &[u8]) -> Option<CharWidth> {
    let (width, text) = if let Some(text) = head.strip_prefix(b"\xFF\xFE") {
        (CharWidth::LittleEndian, text)
    } else if let Some(text) = head.strip_prefix(b"\xFE\xFF") {
        (CharWidth::BigEndian, text)
    } else if head.starts_with(b"<\0") {
        (CharWidth::LittleEndian, head)
    } else if head.starts_with(b"\0<") {
        (CharWidth::BigEndian, head)
    } else {
        (CharWidth::Byte, head.strip_prefix(UTF8_MARK).unwrap_or(head))
    };
    let text: Vec<u8> =
        width.narrow(text).skip_while(u8::is_ascii_whitespace).take(LONGEST_OPENING).collect();
    let lower = text.to_ascii_lowercase();
    if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") {
        return None;
    }
    let named = |first: u8| first.is_ascii_alphabetic() || first == b'_' || first >= 0x80;
    let opens = text.starts_with(b"<!--")
        || text.starts_with(b"<!DOCTYPE")
        || matches!(*text, [b'<', b'?', first, ..] | [b'<', first, ..] if named(first));
    opens.then_some(width)
}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
/// The length of `<!doctype html`.
const LONGEST_OPENING: usize = 14;
