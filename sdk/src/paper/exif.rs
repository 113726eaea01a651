//! Exif: whether a picture says where it was taken.

use memchr::memmem;

/// Whether a TIFF structure holds coordinates or the name of a place.
///
/// Many cameras write a GPS directory that holds nothing but its version; that is no location. `whole` is false
/// where the structure was cut at the limit of what is kept: what lies beyond it counts as a location, as nobody
/// has looked.
pub(super) fn has_location(tiff: &[u8], whole: bool) -> bool {
    let Some(tiff) = Tiff::new(tiff) else { return false };
    let cut = |entries: &Entries| !whole && entries.end.saturating_add(4) > tiff.bytes.len();
    let mut pointers = 0;
    let mut next = tiff.long(4);
    for _ in 0..MOST_DIRECTORIES {
        let Some(at) = next.filter(|at| *at != 0) else { break };
        let Some(entries) = tiff.directory(at) else { return !whole };
        if cut(&entries) {
            return true;
        }
        for entry in entries.clone() {
            if tiff.short(entry) != Some(GPS_DIRECTORY) {
                continue;
            }
            pointers += 1;
            if pointers > MOST_DIRECTORIES {
                return true;
            }
            let Some(mut located) = tiff.long(entry + 8).and_then(|gps| tiff.directory(gps)) else {
                return !whole;
            };
            if cut(&located)
                || located.any(|entry| tiff.short(entry).is_some_and(|tag| LOCATION_TAGS.contains(&tag)))
            {
                return true;
            }
        }
        next = tiff.long(entries.end);
    }
    false
}

/// Whether an XMP packet holds coordinates.
pub(super) fn xmp_has_location(packet: &[u8]) -> bool {
    XMP_LOCATION.iter().any(|name| memmem::find(packet, name).is_some())
}

/// A TIFF structure with its byte order.
struct Tiff<'a> {
    bytes: &'a [u8],
    big_endian: bool,
}

impl<'a> Tiff<'a> {
    fn new(bytes: &'a [u8]) -> Option<Self> {
        let big_endian = match bytes.first_chunk::<2>()? {
            b"MM" => true,
            b"II" => false,
            _ => return None,
        };
        Some(Self { bytes, big_endian })
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk::<2>()?;
        Some(if self.big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let bytes = *self.bytes.get(at..)?.first_chunk::<4>()?;
        usize::try_from(if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
            .ok()
    }

    /// Where the entries of the directory at `at` begin, as far as they lie within the bytes.
    fn directory(&self, at: usize) -> Option<Entries> {
        let count = usize::from(self.short(at)?);
        let first = at.checked_add(2)?;
        let end = first.checked_add(count * ENTRY)?;
        Some(Entries { at: first, end, within: self.bytes.len() })
    }
}

/// The places of a directory's entries.
#[derive(Clone)]
struct Entries {
    at: usize,
    end: usize,
    within: usize,
}

impl Iterator for Entries {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let at = self.at;
        if at >= self.end || at >= self.within {
            return None;
        }
        self.at = at.saturating_add(ENTRY);
        Some(at)
    }
}

/// The length of a directory entry.
const ENTRY: usize = 12;
/// A chain longer than this is a loop or worse (pictures have two), and more pointers to GPS directories than
/// this are there to hide one or to waste time.
const MOST_DIRECTORIES: usize = 8;
/// The tag that leads to the GPS directory.
const GPS_DIRECTORY: u16 = 0x8825;
/// Latitude, longitude, both of the destination, and the name of the area.
const LOCATION_TAGS: [u16; 5] = [0x02, 0x04, 0x14, 0x16, 0x1C];
/// What XMP calls coordinates.
const XMP_LOCATION: [&[u8]; 2] = [b"GPSLatitude", b"GPSLongitude"];

#[cfg(test)]
mod tests {
    use super::*;
    use quickcheck::quickcheck;

    fn tiff(big_endian: bool, tag: u16, gps_tag: u16) -> Vec<u8> {
        let short = |value: u16| if big_endian { value.to_be_bytes() } else { value.to_le_bytes() };
        let long = |value: u32| if big_endian { value.to_be_bytes() } else { value.to_le_bytes() };
        let mut bytes = if big_endian { b"MM".to_vec() } else { b"II".to_vec() };
        bytes.extend(short(42));
        bytes.extend(long(8));
        for (tag, value) in [(tag, 26), (gps_tag, 0)] {
            bytes.extend(short(1));
            bytes.extend(short(tag));
            bytes.extend(short(4));
            bytes.extend(long(1));
            bytes.extend(long(value));
            bytes.extend(long(0));
        }
        bytes
    }

    #[test]
    fn coordinates_are_found_in_both_byte_orders() {
        for big_endian in [false, true] {
            assert!(has_location(&tiff(big_endian, 0x8825, 2), true));
            assert!(has_location(&tiff(big_endian, 0x8825, 4), true));
        }
    }

    #[test]
    fn a_gps_directory_that_holds_only_its_version_is_no_location() {
        assert!(!has_location(&tiff(true, 0x8825, 0), true));
    }

    #[test]
    fn another_directory_is_no_location() {
        assert!(!has_location(&tiff(false, 0x8769, 2), true));
    }

    #[test]
    fn a_directory_beyond_what_was_kept_counts_as_a_location() {
        let cut = &tiff(true, 0x8825, 2)[..26];
        assert!(has_location(cut, false));
        assert!(!has_location(cut, true));
    }

    #[test]
    fn a_chain_that_bites_its_tail_ends() {
        let mut looped = tiff(true, 0x0100, 0);
        looped[22..26].copy_from_slice(&8_u32.to_be_bytes());
        assert!(!has_location(&looped, true));
    }

    quickcheck! {
        fn no_bytes_bring_the_walk_down(bytes: Vec<u8>, big_endian: bool) -> bool {
            let mut tiff = if big_endian { b"MM\0*".to_vec() } else { b"II*\0".to_vec() };
            tiff.extend(bytes);
            has_location(&tiff, true);
            has_location(&tiff, false) || !has_location(&tiff, true)
        }
    }
}
