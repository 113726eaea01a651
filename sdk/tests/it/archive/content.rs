//! What only shows while an entry is read.

use std::io::Read;

use tongzhou::package::{
    fault::{FaultKind, OpenError},
    name::EntryName,
};

use super::{
    content_fault,
    forge::{Forge, MANIFEST, PAPER, Piece, RECORD, deflate, le32},
    open, read_all,
};

/// The good record with other compressed bytes behind unchanged sizes of the content.
fn record_with(data: Vec<u8>) -> Vec<u8> {
    Forge::with_record(|record| {
        let length = data.len() as u32;
        record.data = data;
        record.both(|header| header.compressed = length);
    })
}

fn record_bytes() -> Vec<u8> {
    Forge::good().pieces[1].data.clone()
}

#[test]
fn a_wrong_check_sum_is_refused() {
    for place in [0, 1, 2] {
        let bytes = Forge::with(|forge| forge.pieces[place].both(|header| header.crc ^= 1));
        assert_eq!(content_fault(&bytes, place), Some(FaultKind::CrcLies));
    }
}

#[test]
fn an_entry_that_inflates_to_more_than_stated_is_refused_and_never_given_out() {
    let bytes = Forge::with_record(|record| record.both(|header| header.size -= 1));
    assert_eq!(content_fault(&bytes, 1), Some(FaultKind::SizeLies));
    let mut archive = open(&bytes).unwrap();
    let entry = archive.entries()[1];
    let mut content = Vec::new();
    assert!(archive.read(&entry, &mut content).is_err());
    assert!(content.len() as u64 <= entry.size());
    assert!(archive.inflated_bytes() <= entry.size());
}

#[test]
fn an_entry_that_inflates_to_less_than_stated_is_refused() {
    let bytes = Forge::with_record(|record| record.both(|header| header.size += 1));
    assert_eq!(content_fault(&bytes, 1), Some(FaultKind::SizeLies));
}

#[test]
fn an_entry_stated_as_empty_that_is_not_is_refused() {
    let bytes = Forge::with_record(|record| record.both(|header| (header.size, header.crc) = (0, 0)));
    assert_eq!(content_fault(&bytes, 1), Some(FaultKind::SizeLies));
}

#[test]
fn bytes_after_a_deflate_stream_are_refused() {
    let mut data = record_bytes();
    data.extend(b"hidden");
    assert_eq!(content_fault(&record_with(data), 1), Some(FaultKind::DeflateTrailingBytes));
    let mut data = record_bytes();
    data.extend(deflate(b"a second stream"));
    assert_eq!(content_fault(&record_with(data), 1), Some(FaultKind::DeflateTrailingBytes));
}

#[test]
fn a_deflate_stream_that_does_not_end_is_refused() {
    let mut data = record_bytes();
    data.pop();
    assert_eq!(content_fault(&record_with(data), 1), Some(FaultKind::DeflateNotEnded));
    // All bytes are there, and the last block does not say that it is the last.
    let content = b"{}";
    let unended = [b"\x00\x02\x00\xFD\xFF".as_slice(), content].concat();
    let mut manifest = Piece::stored(MANIFEST, content);
    let length = unended.len() as u32;
    manifest.data = unended;
    manifest.both(|header| (header.method, header.compressed) = (8, length));
    assert_eq!(content_fault(&Forge::of(vec![manifest]).bytes(), 0), Some(FaultKind::DeflateNotEnded));
}

#[test]
fn a_deflated_entry_without_any_bytes_is_refused() {
    assert_eq!(content_fault(&record_with(vec![]), 1), Some(FaultKind::DeflateNotEnded));
}

#[test]
fn bytes_that_are_no_deflate_stream_are_refused() {
    // A block of the reserved type.
    assert_eq!(content_fault(&record_with(vec![0x07; 40]), 1), Some(FaultKind::DeflateCorrupt));
}

#[test]
fn a_deflate_stream_that_copies_from_before_its_beginning_is_refused() {
    // One fixed block: the letter a, then three bytes from a distance of five. Some inflaters put zeros there.
    let far = vec![0x4B, 0x04, 0x12, 0x00];
    let mut manifest = Piece::stored(MANIFEST, b"a\0\0\0");
    manifest.data = far;
    manifest.both(|header| header.method = 8);
    let bytes = Forge::of(vec![manifest]).bytes();
    assert_eq!(content_fault(&bytes, 0), Some(FaultKind::DeflateCorrupt));
}

#[test]
fn a_stored_entry_that_holds_its_own_early_end_is_refused() {
    let first = b"\xFF\xD8 what a reader of streams takes";
    let ending =
        [b"PK\x07\x08".to_vec(), le32(&[crc32fast::hash(first), first.len() as u32, first.len() as u32])];
    let content = [first.as_slice(), &ending.concat(), b"and the rest \xFF\xD9"].concat();
    let mut paper = Piece::stored(PAPER, &content);
    paper.defer();
    let bytes = Forge::of(vec![Piece::stored(MANIFEST, b"{}"), paper.clone()]).bytes();
    assert_eq!(content_fault(&bytes, 1), Some(FaultKind::EarlyDescriptor));

    // Seen as well by a reader that takes a byte at a time.
    let mut archive = open(&bytes).unwrap();
    let entry = archive.entries()[1];
    let error = byte_by_byte(archive.reader(&entry)).find_map(Result::err).unwrap();
    assert!(
        matches!(OpenError::from(error), OpenError::Refused(fault) if fault.kind == FaultKind::EarlyDescriptor)
    );

    // Harmless where the sizes are in the local header, or where the inner descriptor does not fit.
    let plain = Forge::of(vec![Piece::stored(MANIFEST, b"{}"), Piece::stored(PAPER, &content)]).bytes();
    assert_eq!(content_fault(&plain, 1), None);
    let mut shifted = Piece::stored(PAPER, &[b"x".as_slice(), &content].concat());
    shifted.defer();
    assert_eq!(content_fault(&Forge::of(vec![shifted]).bytes(), 0), None);
}

#[test]
fn a_reader_that_failed_goes_on_failing() {
    let bytes = Forge::with_record(|record| record.both(|header| header.crc ^= 1));
    let mut archive = open(&bytes).unwrap();
    let entry = archive.entries()[1];
    let mut reader = archive.reader(&entry);
    let mut buffer = [0; 4096];
    for _ in 0..3 {
        let error = reader.read(&mut buffer).unwrap_err();
        assert!(
            matches!(OpenError::from(error), OpenError::Refused(fault) if fault.kind == FaultKind::CrcLies)
        );
    }
}

#[test]
fn the_last_byte_comes_only_after_the_verdict() {
    let bytes = Forge::with_record(|record| record.both(|header| header.crc ^= 1));
    let mut archive = open(&bytes).unwrap();
    let entry = archive.entries()[1];
    let given = byte_by_byte(archive.reader(&entry)).take_while(Result::is_ok).count();
    assert_eq!(given as u64, entry.size() - 1);
}

#[test]
fn entries_may_be_read_in_any_order_and_again() {
    let bytes = Forge::good().bytes();
    let expected = read_all(&bytes).unwrap();
    let mut archive = open(&bytes).unwrap();
    for name in [PAPER, RECORD, RECORD, MANIFEST, PAPER] {
        let name: EntryName = name.parse().unwrap();
        let entry = archive.find(&name).unwrap();
        // Leave the reader half-way first.
        let mut some = [0; 3];
        archive.reader(&entry).read_exact(&mut some).unwrap();
        let mut content = Vec::new();
        let measured = archive.read(&entry, &mut content).unwrap();
        assert!(expected.contains(&(name, content.clone())));
        assert_eq!(measured.size, content.len() as u64);
    }
}

/// Not [`Read::bytes`] through a buffer, which would ask for more than a byte at a time.
fn byte_by_byte(mut reader: impl Read) -> impl Iterator<Item = std::io::Result<u8>> {
    std::iter::from_fn(move || {
        let mut byte = [0];
        match reader.read(&mut byte) {
            Ok(0) => None,
            Ok(_) => Some(Ok(byte[0])),
            Err(error) => Some(Err(error)),
        }
    })
}
