//! Local headers, data descriptors, and how the entries tile the file.

use tongzhou::package::fault::FaultKind;

use super::{
    forge::{Forge, MANIFEST, Piece, RECORD, le32},
    read_all, shape_fault,
};

#[test]
fn a_local_header_with_another_name_is_refused() {
    let bytes = Forge::with_record(|record| record.local.name = RECORD.replace("0001", "0009").into_bytes());
    assert_eq!(shape_fault(&bytes), Some(FaultKind::LocalNameDisagrees));
    let bytes = Forge::with_record(|record| record.local.name = b"../evil".to_vec());
    assert_eq!(shape_fault(&bytes), Some(FaultKind::LocalNameDisagrees));
}

#[test]
fn a_local_header_with_other_flags_is_refused() {
    for flags in [1, 1 << 3, 1 << 11] {
        let bytes = Forge::with_record(|record| record.local.flags = flags);
        assert_eq!(shape_fault(&bytes), Some(FaultKind::LocalFlagsDisagree));
    }
}

#[test]
fn a_local_header_with_another_method_is_refused() {
    for method in [0, 12] {
        let bytes = Forge::with_record(|record| record.local.method = method);
        assert_eq!(shape_fault(&bytes), Some(FaultKind::LocalMethodDisagrees));
    }
}

#[test]
fn a_local_header_with_another_time_is_refused() {
    let bytes = Forge::with_record(|record| record.local.time += 1);
    assert_eq!(shape_fault(&bytes), Some(FaultKind::LocalTimeDisagrees));
}

#[test]
fn a_local_header_with_other_sizes_is_refused() {
    let bytes = Forge::with_record(|record| record.local.size += 1);
    assert_eq!(shape_fault(&bytes), Some(FaultKind::LocalSizeDisagrees));
    let bytes = Forge::with_record(|record| record.local.compressed -= 1);
    assert_eq!(shape_fault(&bytes), Some(FaultKind::LocalSizeDisagrees));
    // Zero is for entries with a data descriptor only.
    let bytes = Forge::with_record(|record| record.local.size = 0);
    assert_eq!(shape_fault(&bytes), Some(FaultKind::LocalSizeDisagrees));
}

#[test]
fn a_local_header_with_another_check_sum_is_refused() {
    let bytes = Forge::with_record(|record| record.local.crc ^= 1);
    assert_eq!(shape_fault(&bytes), Some(FaultKind::LocalCrcDisagrees));
}

#[test]
fn an_offset_that_points_at_no_local_header_is_refused() {
    let mut bytes = Forge::good().bytes();
    bytes[2] = 9;
    assert_eq!(shape_fault(&bytes), Some(FaultKind::BrokenLocalHeader));
}

#[test]
fn a_local_header_that_runs_into_the_directory_is_refused() {
    let bytes = Forge::with(|forge| {
        let paper = &mut forge.pieces[2];
        paper.local.name = vec![b'a'; 60_000];
    });
    let mut bytes_with_lie = bytes.clone();
    // Cut the name out again, leaving its length.
    let at = memchr::memmem::find(&bytes, &[b'a'; 100]).unwrap();
    bytes_with_lie.drain(at..at + 60_000);
    let end = bytes_with_lie.len() - 22;
    let offset = u32::from_le_bytes(bytes_with_lie[end + 16..end + 20].try_into().unwrap()) - 60_000;
    bytes_with_lie[end + 16..end + 20].copy_from_slice(&offset.to_le_bytes());
    assert_eq!(shape_fault(&bytes_with_lie), Some(FaultKind::BrokenLocalHeader));
}

#[test]
fn bytes_before_the_first_entry_are_refused() {
    let bytes = Forge::with(|forge| forge.pieces[0].before = b"#!/bin/sh\n".to_vec());
    assert_eq!(shape_fault(&bytes), Some(FaultKind::PrefixBytes));
}

#[test]
fn bytes_between_entries_are_refused() {
    for gap in [b"x".as_slice(), b"a longer gap"] {
        let bytes = Forge::with_record(|record| record.before = gap.to_vec());
        assert_eq!(shape_fault(&bytes), Some(FaultKind::Gap));
    }
}

#[test]
fn bytes_between_the_last_entry_and_the_directory_are_refused() {
    let bytes = Forge::with(|forge| forge.before_directory = b"gap".to_vec());
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Gap));
}

#[test]
fn an_entry_that_the_directory_does_not_list_is_refused() {
    for place in 0..3 {
        let bytes = Forge::with(|forge| forge.pieces[place].listed = false);
        assert_eq!(shape_fault(&bytes), Some(FaultKind::HiddenEntry), "place {place}");
    }
}

#[test]
fn two_records_for_one_local_header_are_refused() {
    let bytes = Forge::with(|forge| {
        let mut twin = forge.pieces[0].clone();
        twin.offset = Some(0);
        twin.both(|header| header.name = RECORD.replace("0001", "0009").into_bytes());
        forge.pieces.push(twin);
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Overlap));
}

#[test]
fn an_entry_that_takes_in_the_next_one_is_refused() {
    // The first, stored entry quotes the whole local header and content of the second, as overlap bombs do.
    let good = Forge::good();
    let second = 30 + RECORD.len() as u32 + good.pieces[1].data.len() as u32;
    let bytes = Forge::with(|forge| {
        forge.pieces[0].both(|header| {
            header.size += second;
            header.compressed += second;
        });
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Overlap));
}

#[test]
fn an_entry_that_reaches_into_the_directory_is_refused() {
    let bytes = Forge::with(|forge| {
        forge.pieces[2]
            .both(|header| (header.size, header.compressed) = (header.size + 9, header.compressed + 9));
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Overlap));
}

#[test]
fn a_local_header_behind_the_directory_is_refused() {
    let bytes = Forge::with(|forge| forge.pieces[2].offset = Some(0x00FF_FFFF));
    assert_eq!(shape_fault(&bytes), Some(FaultKind::HiddenEntry));
}

#[test]
fn data_descriptors_with_and_without_signature_are_accepted() {
    let expected = read_all(&Forge::good().bytes()).unwrap();
    let signed = Forge::with(|forge| forge.pieces.iter_mut().for_each(Piece::defer));
    assert_eq!(read_all(&signed).unwrap(), expected);
    let bare = Forge::with(|forge| {
        for piece in &mut forge.pieces {
            piece.defer();
            piece.descriptor.drain(..4);
        }
    });
    assert_eq!(read_all(&bare).unwrap(), expected);
    // Sizes stated twice, in the local header and the descriptor.
    let twice = Forge::with_record(|record| {
        let stated = record.local.clone();
        record.defer();
        (record.local.size, record.local.compressed) = (stated.size, stated.compressed);
    });
    assert_eq!(read_all(&twice).unwrap(), expected);
}

#[test]
fn a_data_descriptor_that_says_otherwise_is_refused() {
    for at in 4..16 {
        let bytes = Forge::with_record(|record| {
            record.defer();
            record.descriptor[at] ^= 1;
        });
        assert_eq!(shape_fault(&bytes), Some(FaultKind::DescriptorDisagrees), "byte {at}");
    }
}

#[test]
fn a_data_descriptor_that_is_not_there_is_refused() {
    let bytes = Forge::with_record(|record| {
        record.defer();
        record.descriptor.clear();
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::DescriptorDisagrees));
    let bytes = Forge::with(|forge| {
        forge.pieces[2].defer();
        forge.pieces[2].descriptor.clear();
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::DescriptorMissing));
}

#[test]
fn a_data_descriptor_that_is_not_announced_is_refused() {
    let bytes = Forge::with_record(|record| {
        record.descriptor = [b"PK\x07\x08".as_slice(), &record.bare_descriptor()].concat();
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Gap));
}

#[test]
fn bytes_behind_a_data_descriptor_are_refused() {
    let bytes = Forge::with_record(|record| {
        record.defer();
        record.descriptor.extend(b"more");
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Gap));
}

#[test]
fn a_wide_data_descriptor_without_a_zip64_field_is_refused() {
    let bytes = Forge::with_record(|record| {
        record.defer();
        let central = &record.central;
        let wide = [central.crc, central.compressed, 0, central.size, 0];
        record.descriptor = [b"PK\x07\x08".to_vec(), le32(&wide)].concat();
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::DescriptorDisagrees));
}

#[test]
fn a_check_sum_that_looks_like_a_descriptors_signature_is_refused() {
    // Six bytes whose CRC-32 is 0x08074B50, found by calculating backwards.
    let content = forced_crc(0x0807_4B50);
    assert_eq!(crc32fast::hash(&content), 0x0807_4B50);
    let mut paper = Piece::stored(MANIFEST, &content);
    paper.defer();
    paper.descriptor.drain(..4);
    let bytes = Forge::of(vec![paper]).bytes();
    assert_eq!(shape_fault(&bytes), Some(FaultKind::DescriptorAmbiguous));
}

/// Four bytes with the CRC-32 wanted: the register is run backwards over them.
fn forced_crc(wanted: u32) -> Vec<u8> {
    let table: Vec<u32> = (0..256_u32)
        .map(|byte| (0..8).fold(byte, |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 }))
        .collect();
    let mut register = !wanted;
    for _ in 0..4 {
        let index = table.iter().position(|entry| entry >> 24 == register >> 24).unwrap();
        register = (register ^ table[index]) << 8 | index as u32;
    }
    (register ^ 0xFFFF_FFFF).to_le_bytes().to_vec()
}
