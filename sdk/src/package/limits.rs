//! How large an archive and its parts may be: the one place that says so.

use super::name::EntryName;

/// Bounds on an archive. All sizes are in bytes.
///
/// ```
/// use tongzhou::package::{limits::Limits, name::EntryName};
///
/// let limits = Limits { paper: 10 << 20, ..Limits::STANDARD };
/// assert_eq!(limits.of(&EntryName::Manifest), 8 << 20);
/// let paper: EntryName = "documents/019a0000-0000-7000-8000-000000000163.pdf".parse()?;
/// assert_eq!(limits.of(&paper), 10 << 20);
/// // Two mebibytes out of a kibibyte is a bomb.
/// assert!(limits.explodes(1 << 10, 2 << 20));
/// # Ok::<(), tongzhou::package::fault::FaultKind>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The archive file itself.
    pub archive: u64,
    /// Records of the central directory, directory entries included.
    pub entries: u64,
    /// The central directory.
    pub directory: u64,
    /// One JSON entry, inflated: the manifest, a record, a receipt or a signature.
    pub json: u64,
    /// All JSON entries together, inflated: they are held in memory while a package is checked.
    pub json_total: u64,
    /// One paper, inflated.
    pub paper: u64,
    /// All entries together, inflated.
    pub total: u64,
    /// How many bytes one compressed byte may become.
    pub ratio: u64,
    /// Entries no larger than this when inflated are not held to the ratio.
    pub ratio_floor: u64,
}

impl Limits {
    /// The bounds of the standard.
    pub const STANDARD: Self = Self {
        archive: 512 * MIB,
        entries: 2_000,
        directory: MIB,
        json: 8 * MIB,
        json_total: 32 * MIB,
        paper: 64 * MIB,
        total: 1024 * MIB,
        ratio: 200,
        ratio_floor: MIB,
    };

    /// The most that the entry of this name may hold when inflated.
    pub const fn of(&self, name: &EntryName) -> u64 {
        match name {
            EntryName::Document { .. } => self.paper,
            EntryName::Manifest | EntryName::Record(_) | EntryName::Receipt(_) | EntryName::Signature(_) => {
                self.json
            }
        }
    }

    /// Whether `compressed` bytes that become `size` expand more than is allowed.
    pub const fn explodes(&self, compressed: u64, size: u64) -> bool {
        size > self.ratio_floor && size > compressed.saturating_mul(self.ratio)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::STANDARD
    }
}

const MIB: u64 = 1024 * 1024;
