//! Why an archive is refused, and the error that keeps this apart from "the job could not be done".

use std::{fmt, io};

use thiserror::Error;

/// What is wrong with an archive, and where. It never holds an entry's name: a foreign name can name a child.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::package::{archive::Archive, fault::{FaultKind, OpenError}, limits::Limits};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let mut package = shipped("emergency.tzpkg").to_vec();
/// package.push(b'\n');
/// let refused = Archive::open(Cursor::new(package), &Limits::STANDARD).expect_err("a byte too many");
/// assert!(matches!(refused, OpenError::Refused(fault) if fault.kind == FaultKind::TrailingBytes && fault.entry.is_none()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub struct Fault {
    /// Which shape was found.
    pub kind: FaultKind,
    /// The byte of the archive file at which it was seen.
    pub offset: u64,
    /// The entry concerned, by its place in the central directory counted from 0.
    pub entry: Option<u32>,
}

impl Fault {
    /// A fault of the archive as a whole.
    pub(super) const fn of_archive(kind: FaultKind, offset: u64) -> Self {
        Self { kind, offset, entry: None }
    }

    /// A fault of one entry.
    pub(super) const fn of_entry(kind: FaultKind, offset: u64, entry: u32) -> Self {
        Self { kind, offset, entry: Some(entry) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (byte {}", self.kind, self.offset)?;
        if let Some(entry) = self.entry {
            write!(f, ", entry {entry}")?;
        }
        f.write_str(")")
    }
}

/// Why an archive, or an entry of it, was not read.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::package::{archive::Archive, fault::OpenError, limits::Limits};
///
/// match Archive::open(Cursor::new(b"no archive at all"), &Limits::STANDARD) {
///     Ok(archive) => println!("{} entries", archive.entries().len()),
///     Err(OpenError::Refused(fault)) => assert_eq!(fault.kind.slug(), "no-end-record"),
///     Err(OpenError::Io(error)) => println!("try again: {error}"),
/// }
/// ```
#[derive(Debug, Error)]
pub enum OpenError {
    /// The source or the sink failed; nothing is said about the archive.
    #[error("the archive could not be read")]
    Io(#[source] io::Error),
    /// The archive is wrong.
    #[error("the archive is refused: {0}")]
    Refused(Fault),
}

impl From<io::Error> for OpenError {
    /// Takes a [`Fault`] that travelled inside an [`io::Error`] out again.
    fn from(error: io::Error) -> Self {
        match error.downcast::<Fault>() {
            Ok(fault) => Self::Refused(fault),
            Err(error) => Self::Io(error),
        }
    }
}

impl From<Fault> for OpenError {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault)
    }
}

/// One table makes the enum, its list, its codes and its sentences.
macro_rules! fault_kinds {
    ($($kind:ident $slug:literal $says:literal)*) => {
        /// The hostile or broken shapes that are told apart.
        ///
        /// ```
        /// use tongzhou::package::fault::FaultKind;
        ///
        /// assert_eq!(FaultKind::NoEndRecord.slug(), "no-end-record");
        /// assert!(FaultKind::ALL.iter().any(|kind| kind.slug() == "duplicate-name"));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum FaultKind {
            $(#[doc = $says] $kind,)*
        }

        impl FaultKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// The permanent kebab-case code.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$kind => $slug,)* }
            }

            const fn says(self) -> &'static str {
                match self { $(Self::$kind => $says,)* }
            }
        }
    };
}

fault_kinds! {
    // The end of the file.
    NoEndRecord "no-end-record" "no whole end record: not a zip archive, or cut short"
    ArchiveComment "archive-comment" "the end record carries a comment"
    TrailingBytes "trailing-bytes" "bytes follow the end record"
    SecondEndRecord "second-end-record" "another end record could be taken for the real one"
    MultiDisk "multi-disk" "the archive says that it spans several disks"
    Zip64EndDisagrees "zip64-end-disagrees" "the zip64 end record is missing, malformed or says otherwise"
    DirectoryOutOfPlace "directory-out-of-place" "the central directory does not lie inside the file"
    GapBeforeEndRecord "gap-before-end-record" "bytes lie between central directory and end record"
    // Bounds.
    ArchiveTooLarge "archive-too-large" "the archive is larger than allowed"
    TooManyEntries "too-many-entries" "the archive has more entries than allowed"
    DirectoryTooLarge "directory-too-large" "the central directory is larger than allowed"
    EntryTooLarge "entry-too-large" "an entry is larger than allowed when inflated"
    TotalTooLarge "total-too-large" "the entries together are larger than allowed when inflated"
    RatioTooHigh "ratio-too-high" "an entry expands more than allowed"
    // The central directory.
    BrokenDirectory "broken-directory" "a central directory record is cut short or has no signature"
    EntryCountDisagrees "entry-count-disagrees" "the directory does not hold as many records as stated"
    EntryComment "entry-comment" "an entry carries a comment"
    Encrypted "encrypted" "an entry is marked as encrypted"
    UnknownFlags "unknown-flags" "an entry has flags that no accepted writer sets"
    UnknownMethod "unknown-method" "an entry is neither stored nor deflated"
    UnknownVersion "unknown-version" "an entry needs a newer version of the zip format"
    MalformedExtra "malformed-extra" "an extra field is malformed"
    RepeatedExtra "repeated-extra" "an extra field occurs twice"
    RenamingExtra "renaming-extra" "an extra field gives the entry another name"
    UnknownExtra "unknown-extra" "an extra field is of no accepted kind"
    Zip64Disagrees "zip64-disagrees" "zip64 sizes are missing, malformed or say otherwise"
    Symlink "symlink" "an entry is a symbolic link"
    SpecialFile "special-file" "an entry is a device, pipe, socket or volume label"
    FolderMarkDisagrees "folder-mark-disagrees" "name and attributes disagree on whether this is a folder"
    FolderNotEmpty "folder-not-empty" "a directory entry holds bytes"
    StoredSizesDisagree "stored-sizes-disagree" "a stored entry states two different sizes"
    // Names.
    EmptyName "empty-name" "an entry has no name"
    NulInName "nul-in-name" "an entry's name holds a NUL byte"
    NonAsciiName "non-ascii-name" "an entry's name is not ASCII"
    BackslashInName "backslash-in-name" "an entry's name holds a back-slash"
    DriveLetterName "drive-letter-name" "an entry's name begins with a drive letter"
    AbsoluteName "absolute-name" "an entry's name is absolute"
    DotSegmentInName "dot-segment-in-name" "an entry's name has a dot or parent segment"
    UpperCaseName "upper-case-name" "an entry's name has upper-case letters"
    NameOutsideLayout "name-outside-layout" "an entry's name is of none of the layout's forms"
    DuplicateName "duplicate-name" "two entries have the same name"
    SharedPaperId "shared-paper-id" "two papers have the same id and differ in their extension only"
    // Local headers and how they tile the file.
    PrefixBytes "prefix-bytes" "bytes precede the first entry"
    Gap "gap" "bytes that belong to no entry"
    HiddenEntry "hidden-entry" "an entry that the central directory does not list"
    Overlap "overlap" "two parts of the archive overlap"
    BrokenLocalHeader "broken-local-header" "a local header is cut short or has no signature"
    LocalNameDisagrees "local-name-disagrees" "local and central header disagree on the name"
    LocalFlagsDisagree "local-flags-disagree" "local and central header disagree on the flags"
    LocalMethodDisagrees "local-method-disagrees" "local and central header disagree on the method"
    LocalTimeDisagrees "local-time-disagrees" "local and central header disagree on the time"
    LocalSizeDisagrees "local-size-disagrees" "local and central header disagree on a size"
    LocalCrcDisagrees "local-crc-disagrees" "local and central header disagree on the check sum"
    DescriptorMissing "descriptor-missing" "a data descriptor is announced and absent"
    DescriptorDisagrees "descriptor-disagrees" "data descriptor and central header disagree"
    DescriptorAmbiguous "descriptor-ambiguous" "a data descriptor can be read in two ways"
    // Seen only while an entry is read.
    DeflateCorrupt "deflate-corrupt" "compressed bytes are not a deflate stream"
    DeflateNotEnded "deflate-not-ended" "a deflate stream does not end"
    DeflateTrailingBytes "deflate-trailing-bytes" "bytes follow the end of a deflate stream"
    SizeLies "size-lies" "an entry does not inflate to its stated size"
    CrcLies "crc-lies" "an entry does not have its stated check sum"
    EarlyDescriptor "early-descriptor" "a stored entry holds what ends it early for a reader of streams"
}

impl std::error::Error for FaultKind {}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.says())
    }
}
