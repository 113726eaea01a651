//! The names that entries of a package may have: lower-case ASCII of the layout's forms, nothing else.

use std::{fmt, str::FromStr};

use crate::fault;

use super::fault::FaultKind;

/// Where an entry stands in the layout. The order is that in which a writer puts entries.
///
/// ```
/// use tongzhou::package::{fault::FaultKind, name::{EntryName, Folder}};
///
/// let name: EntryName = "receipts/019a0000-0000-7000-8000-000000000140.json".parse()?;
/// assert_eq!(name.folder(), Some(Folder::Receipts));
/// assert_eq!(EntryName::parse(b"../manifest.json"), Err(FaultKind::DotSegmentInName));
/// // In the order of the writer the manifest comes first.
/// assert!(EntryName::Manifest < name);
/// # Ok::<(), FaultKind>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryName {
    /// `manifest.json`
    Manifest,
    /// `records/<id>.json`
    Record(EntryId),
    /// `receipts/<id>.json`
    Receipt(EntryId),
    /// `documents/<id>.<extension>`, a paper
    Document {
        /// The paper's id.
        id: EntryId,
        /// What kind of file the name says it is.
        extension: PaperExtension,
    },
    /// `signatures/<id>.jws.json`
    Signature(SignatureId),
}

impl EntryName {
    /// Reads a name as it stands in an archive.
    ///
    /// # Errors
    ///
    /// The kind of fault the name has; the worst one where there are several.
    pub fn parse(name: &[u8]) -> Result<Self, FaultKind> {
        let name = plain(name)?;
        Self::of_layout(name).ok_or(FaultKind::NameOutsideLayout)
    }

    fn of_layout(name: &str) -> Option<Self> {
        let Some((folder, file)) = name.split_once('/') else {
            return (name == "manifest.json").then_some(Self::Manifest);
        };
        match Folder::named(folder)? {
            Folder::Records => Some(Self::Record(EntryId::parse(file.strip_suffix(".json")?)?)),
            Folder::Receipts => Some(Self::Receipt(EntryId::parse(file.strip_suffix(".json")?)?)),
            Folder::Documents => {
                let (id, extension) = file.split_once('.')?;
                let extension = PaperExtension::parse(extension)?;
                Some(Self::Document { id: EntryId::parse(id)?, extension })
            }
            Folder::Signatures => Some(Self::Signature(SignatureId::parse(file.strip_suffix(".jws.json")?)?)),
        }
    }

    /// The folder the entry lies in; none for the manifest.
    pub const fn folder(&self) -> Option<Folder> {
        match self {
            Self::Manifest => None,
            Self::Record(_) => Some(Folder::Records),
            Self::Receipt(_) => Some(Folder::Receipts),
            Self::Document { .. } => Some(Folder::Documents),
            Self::Signature(_) => Some(Folder::Signatures),
        }
    }
}

impl fmt::Display for EntryName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Manifest => f.write_str("manifest.json"),
            Self::Record(id) => write!(f, "records/{id}.json"),
            Self::Receipt(id) => write!(f, "receipts/{id}.json"),
            Self::Document { id, extension } => write!(f, "documents/{id}.{}", extension.as_str()),
            Self::Signature(id) => write!(f, "signatures/{}.jws.json", id.as_str()),
        }
    }
}

impl FromStr for EntryName {
    type Err = FaultKind;

    fn from_str(name: &str) -> Result<Self, FaultKind> {
        Self::parse(name.as_bytes())
    }
}

/// A folder of the layout. Directory entries for these are tolerated in an archive and mean nothing.
///
/// ```
/// use tongzhou::package::name::Folder;
///
/// assert_eq!(Folder::ALL.map(Folder::as_str), ["records", "receipts", "documents", "signatures"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Folder {
    /// `records`
    Records,
    /// `receipts`
    Receipts,
    /// `documents`
    Documents,
    /// `signatures`
    Signatures,
}

impl Folder {
    /// Every folder.
    pub const ALL: [Self; 4] = [Self::Records, Self::Receipts, Self::Documents, Self::Signatures];

    /// The folder's name, without a slash.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Receipts => "receipts",
            Self::Documents => "documents",
            Self::Signatures => "signatures",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|folder| folder.as_str() == name)
    }
}

/// The id in an entry's name: a UUID of version 7 (RFC 9562), lower-case.
///
/// ```
/// use tongzhou::package::name::EntryId;
///
/// let id = EntryId::parse("019a0000-0000-7000-8000-000000000140").expect("a uuid of version 7");
/// assert_eq!(id.to_string(), "019a0000-0000-7000-8000-000000000140");
/// assert_eq!(EntryId::parse("019a0000-0000-4000-8000-000000000140"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(u128);

impl EntryId {
    /// The id written as 8-4-4-4-12 lower-case hexadecimal digits, if it is that and of version 7.
    pub fn parse(text: &str) -> Option<Self> {
        let mut value = 0_u128;
        if text.len() != 36 {
            return None;
        }
        for (at, byte) in text.bytes().enumerate() {
            let digit = match (at, byte) {
                (8 | 13 | 18 | 23, b'-') => continue,
                (8 | 13 | 18 | 23, _) => return None,
                (_, b'0'..=b'9') => byte - b'0',
                (_, b'a'..=b'f') => byte - b'a' + 10,
                _ => return None,
            };
            value = value << 4 | u128::from(digit);
        }
        let version = value >> 76 & 0xF;
        let variant = value >> 62 & 0b11;
        (version == 7 && variant == 0b10).then_some(Self(value))
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.0;
        let (a, b, c) = (id >> 96, id >> 80 & 0xFFFF, id >> 64 & 0xFFFF);
        let (d, e) = (id >> 48 & 0xFFFF, id & 0xFFFF_FFFF_FFFF);
        write!(f, "{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What kind of file a paper's name says it is. Whether the bytes agree is for others to look at.
///
/// ```
/// use tongzhou::package::name::PaperExtension;
///
/// assert_eq!(PaperExtension::parse("ofd"), Some(PaperExtension::Ofd));
/// assert_eq!(PaperExtension::parse("bmp"), None);
/// assert_eq!(PaperExtension::ALL.map(PaperExtension::as_str), ["pdf", "jpg", "png", "ofd", "xml"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PaperExtension {
    /// Portable document.
    Pdf,
    /// JPEG photo or scan.
    Jpg,
    /// PNG image.
    Png,
    /// 版式文件 OFD (GB/T 33190).
    Ofd,
    /// XML of an electronic bill 电子票据.
    Xml,
}

impl PaperExtension {
    /// Every extension.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Jpg, Self::Png, Self::Ofd, Self::Xml];

    /// The extension, without a dot.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpg => "jpg",
            Self::Png => "png",
            Self::Ofd => "ofd",
            Self::Xml => "xml",
        }
    }

    /// The extension of this text, without a dot.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|extension| extension.as_str() == text)
    }
}

/// The id of a signature: 1 to 64 of `a-z`, `0-9` and `-`, and not the name of a Windows device.
///
/// ```
/// use tongzhou::package::name::SignatureId;
///
/// let id = SignatureId::parse("serious-illness").expect("letters, digits and hyphens");
/// assert_eq!(id.as_str(), "serious-illness");
/// // No file of this name can be written on Windows.
/// assert_eq!(SignatureId::parse("con"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SignatureId {
    // Zeros fill up, and sort before every character that is allowed.
    bytes: [u8; 64],
    length: u8,
}

impl SignatureId {
    /// The id, if it has the form.
    pub fn parse(text: &str) -> Option<Self> {
        let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if text.is_empty() || !text.bytes().all(allowed) || is_device(text) {
            return None;
        }
        let mut bytes = [0; 64];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { bytes, length: u8::try_from(text.len()).ok()? })
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl fmt::Debug for SignatureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a record of the central directory names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Named {
    File(EntryName),
    Folder(Folder),
}

impl Named {
    pub(super) fn parse(name: &[u8]) -> Result<Self, FaultKind> {
        let name = plain(name)?;
        if let Some(folder) = name.strip_suffix('/') {
            return Folder::named(folder).map(Self::Folder).ok_or(FaultKind::NameOutsideLayout);
        }
        EntryName::of_layout(name).map(Self::File).ok_or(FaultKind::NameOutsideLayout)
    }
}

/// The name as text, once none of the shapes is in it that have their own kind.
fn plain(name: &[u8]) -> Result<&str, FaultKind> {
    if name.contains(&0) {
        return Err(FaultKind::NulInName);
    }
    if !name.is_ascii() {
        return Err(FaultKind::NonAsciiName);
    }
    let name = std::str::from_utf8(name).map_err(|_| FaultKind::NonAsciiName)?;
    if name.is_empty() {
        Err(FaultKind::EmptyName)
    } else if name.contains('\\') && !fault::is("back-slash-taken") {
        Err(FaultKind::BackslashInName)
    } else if name.as_bytes().get(1) == Some(&b':')
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
    {
        Err(FaultKind::DriveLetterName)
    } else if name.starts_with('/') {
        Err(FaultKind::AbsoluteName)
    } else if name.split('/').any(|segment| segment == "." || segment == "..") {
        Err(FaultKind::DotSegmentInName)
    } else if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Err(FaultKind::UpperCaseName)
    } else {
        Ok(name)
    }
}

/// Windows opens a device for these, whatever extension follows.
fn is_device(name: &str) -> bool {
    match name {
        "con" | "prn" | "aux" | "nul" => true,
        _ => name
            .strip_prefix("com")
            .or_else(|| name.strip_prefix("lpt"))
            .is_some_and(|port| port.len() == 1 && port.bytes().all(|byte| byte.is_ascii_digit())),
    }
}
