//! The end of the file, the central directory and the bounds.

use tongzhou::package::{archive::Archive, fault::FaultKind, limits::Limits};

use super::{
    forge::{End, Forge, MANIFEST, PAPER, Piece, end_record},
    open, read_all, shape_fault,
};

fn end(records: u16, size: u32, offset: u32) -> End {
    End { disk: 0, directory_disk: 0, records_here: records, records, size, offset, comment_length: 0 }
}

#[test]
fn a_good_archive_is_accepted_and_nothing_is_inflated_by_opening_it() {
    let bytes = Forge::good().bytes();
    assert_eq!(shape_fault(&bytes), None);
    let contents = read_all(&bytes).unwrap();
    assert_eq!(contents.len(), 3);
    assert_eq!(contents[1].1, b"{\"documentType\":\"application\"}".repeat(9));
}

#[test]
fn a_central_directory_in_another_order_than_the_file_is_accepted() {
    let forge = Forge::good();
    let bytes = forge.bytes();
    let mut records: Vec<_> = memchr::memmem::find_iter(&bytes, b"PK\x01\x02").collect();
    records.push(bytes.len() - 22);
    let mut reordered = bytes[..records[0]].to_vec();
    for pair in records.windows(2).rev() {
        reordered.extend(&bytes[pair[0]..pair[1]]);
    }
    reordered.extend(&bytes[bytes.len() - 22..]);
    assert_ne!(reordered, bytes);
    assert_eq!(read_all(&reordered).unwrap(), read_all(&bytes).unwrap());
    assert_eq!(open(&reordered).unwrap().entries()[0].name().to_string(), PAPER);
}

#[test]
fn an_archive_without_entries_is_accepted_as_empty() {
    assert_eq!(read_all(&Forge::of(vec![]).bytes()).unwrap(), vec![]);
}

#[test]
fn bytes_that_are_no_archive_are_refused() {
    for bytes in [b"".as_slice(), b"PK", b"%PDF-1.7 and more than the twenty-two bytes of an end record"] {
        assert_eq!(shape_fault(bytes), Some(FaultKind::NoEndRecord));
    }
}

#[test]
fn an_archive_cut_anywhere_is_refused() {
    let bytes = Forge::good().bytes();
    for length in 0..bytes.len() {
        assert_eq!(shape_fault(&bytes[..length]), Some(FaultKind::NoEndRecord), "cut to {length}");
    }
}

#[test]
fn an_archive_comment_is_refused() {
    let bytes = Forge::with(|forge| {
        forge.change_end = Box::new(|end| end.comment_length = 4);
        forge.after = b"note".to_vec();
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::ArchiveComment));
}

#[test]
fn a_comment_longer_than_the_file_is_refused() {
    let bytes = Forge::with(|forge| forge.change_end = Box::new(|end| end.comment_length = 4));
    assert_eq!(shape_fault(&bytes), Some(FaultKind::NoEndRecord));
}

#[test]
fn bytes_after_the_end_record_are_refused() {
    let bytes = Forge::with(|forge| forge.after = b"\n".to_vec());
    assert_eq!(shape_fault(&bytes), Some(FaultKind::TrailingBytes));
}

#[test]
fn an_end_record_hidden_in_a_comment_is_refused() {
    let bytes = Forge::with(|forge| {
        forge.change_end = Box::new(|end| end.comment_length = 22);
        forge.after = end_record(&end(0, 0, 0));
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::SecondEndRecord));
}

#[test]
fn an_end_record_in_a_paper_whose_comment_reaches_the_end_of_the_file_is_refused() {
    let good = Forge::good().bytes();
    let before_paper = memchr::memmem::find(&good, b" a photo").unwrap();
    let bytes = Forge::with(|forge| {
        let mut inner = end(0, 0, 0);
        let rest = good.len() + 22 - before_paper - 22;
        inner.comment_length = rest as u16;
        let content = [b"\xFF\xD8\xFF\xE0".as_slice(), &end_record(&inner), b" a photo \xFF\xD9"].concat();
        forge.pieces[2] = Piece::stored(PAPER, &content);
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::SecondEndRecord));
}

#[test]
fn a_paper_that_is_itself_an_archive_is_accepted() {
    let inner = Forge::good().bytes();
    let bytes = Forge::with(|forge| {
        let paper = PAPER.replace("jpg", "ofd");
        forge.pieces[2] = Piece::stored(&paper, &inner);
    });
    assert_eq!(read_all(&bytes).unwrap()[2].1, inner);
}

#[test]
fn a_second_end_record_behind_the_first_is_refused() {
    let mut bytes = Forge::good().bytes();
    let last = bytes[bytes.len() - 22..].to_vec();
    bytes.extend(last);
    assert_eq!(shape_fault(&bytes), Some(FaultKind::SecondEndRecord));
}

#[test]
fn two_archives_one_behind_the_other_are_refused() {
    let bytes = [Forge::good().bytes(), Forge::good().bytes()].concat();
    assert_eq!(shape_fault(&bytes), Some(FaultKind::SecondEndRecord));
    let other = Forge::of(vec![Piece::stored(MANIFEST, b"{}")]).bytes();
    assert_eq!(shape_fault(&[other, Forge::good().bytes()].concat()), Some(FaultKind::PrefixBytes));
}

#[test]
fn an_archive_behind_other_bytes_is_refused() {
    let bytes = [b"#!/bin/sh\nexit\n".to_vec(), Forge::good().bytes()].concat();
    assert_eq!(shape_fault(&bytes), Some(FaultKind::PrefixBytes));
}

#[test]
fn bytes_between_directory_and_end_record_are_refused() {
    let bytes = Forge::with(|forge| forge.before_end = b"between".to_vec());
    assert_eq!(shape_fault(&bytes), Some(FaultKind::GapBeforeEndRecord));
}

#[test]
fn a_directory_that_would_lie_outside_the_file_is_refused() {
    let bytes = Forge::with(|forge| forge.change_end = Box::new(|end| end.offset = 0xFFFF_FF00));
    assert_eq!(shape_fault(&bytes), Some(FaultKind::DirectoryOutOfPlace));
    let bytes = Forge::with(|forge| forge.change_end = Box::new(|end| end.offset += 1));
    assert_eq!(shape_fault(&bytes), Some(FaultKind::DirectoryOutOfPlace));
}

#[test]
fn an_archive_of_several_disks_is_refused() {
    let changes: [fn(&mut End); 3] =
        [|end| end.disk = 1, |end| end.directory_disk = 1, |end| end.records_here -= 1];
    for change in changes {
        let bytes = Forge::with(|forge| forge.change_end = Box::new(change));
        assert_eq!(shape_fault(&bytes), Some(FaultKind::MultiDisk));
    }
    assert_eq!(shape_fault(&Forge::with_record(|record| record.disk = 1)), Some(FaultKind::MultiDisk));
}

#[test]
fn a_count_of_entries_that_is_too_small_or_too_large_is_refused() {
    for difference in [-1_i16, 1] {
        let bytes = Forge::with(|forge| {
            forge.change_end = Box::new(move |end| {
                end.records = end.records.strict_add_signed(difference);
                end.records_here = end.records;
            });
        });
        assert_eq!(shape_fault(&bytes), Some(FaultKind::EntryCountDisagrees));
    }
}

#[test]
fn bytes_in_the_directory_that_are_no_record_are_refused() {
    // What was once a digital signature of the directory.
    let bytes = Forge::with(|forge| forge.in_directory = b"PK\x05\x05\x02\0ab".to_vec());
    assert_eq!(shape_fault(&bytes), Some(FaultKind::EntryCountDisagrees));
    let bytes = Forge::with(|forge| {
        forge.in_directory = b"PK\x05\x05\x02\0ab".to_vec();
        forge.change_end = Box::new(|end| (end.records, end.records_here) = (4, 4));
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::BrokenDirectory));
}

#[test]
fn a_directory_that_begins_with_another_signature_is_refused() {
    let mut bytes = Forge::good().bytes();
    let at = memchr::memmem::find(&bytes, b"PK\x01\x02").unwrap();
    bytes[at + 3] = 3;
    assert_eq!(shape_fault(&bytes), Some(FaultKind::BrokenDirectory));
}

#[test]
fn a_comment_on_an_entry_is_refused() {
    let bytes = Forge::with_record(|record| record.comment = b"note".to_vec());
    assert_eq!(shape_fault(&bytes), Some(FaultKind::EntryComment));
}

#[test]
fn encrypted_entries_are_refused() {
    for flag in [1, 1 << 6, 1 << 13] {
        let bytes = Forge::with_record(|record| record.both(|header| header.flags = flag));
        assert_eq!(shape_fault(&bytes), Some(FaultKind::Encrypted));
    }
}

#[test]
fn flags_that_no_accepted_writer_sets_are_refused() {
    for bit in [4, 5, 7, 8, 9, 10, 12, 14, 15] {
        let bytes = Forge::with_record(|record| record.both(|header| header.flags = 1 << bit));
        assert_eq!(shape_fault(&bytes), Some(FaultKind::UnknownFlags), "bit {bit}");
    }
    for flags in [1 << 1, 1 << 2, 1 << 11] {
        let bytes = Forge::with_record(|record| record.both(|header| header.flags = flags));
        assert_eq!(shape_fault(&bytes), None);
    }
}

#[test]
fn methods_other_than_stored_and_deflated_are_refused() {
    // Shrunk, imploded, deflate64, bzip2, LZMA, Zstandard, XZ, AES.
    for method in [1, 6, 9, 12, 14, 93, 95, 99] {
        let bytes = Forge::with_record(|record| record.both(|header| header.method = method));
        assert_eq!(shape_fault(&bytes), Some(FaultKind::UnknownMethod), "method {method}");
    }
}

#[test]
fn a_version_of_the_format_beyond_zip64_is_refused() {
    let bytes = Forge::with_record(|record| record.central.needed = 51);
    assert_eq!(shape_fault(&bytes), Some(FaultKind::UnknownVersion));
    assert_eq!(shape_fault(&Forge::with_record(|record| record.central.needed = 45)), None);
}

#[test]
fn symbolic_links_are_refused() {
    let bytes = Forge::with_record(|record| record.attributes = 0o120_777 << 16);
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Symlink));
    // A Windows reparse point.
    let bytes = Forge::with_record(|record| record.attributes = 0x400);
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Symlink));
}

#[test]
fn special_files_are_refused() {
    // A pipe, a character device, a block device, a socket, and no type that there is.
    for kind in [0o010_000, 0o020_000, 0o060_000, 0o140_000, 0o150_000_u32] {
        let bytes = Forge::with_record(|record| record.attributes = kind << 16);
        assert_eq!(shape_fault(&bytes), Some(FaultKind::SpecialFile));
    }
    let bytes = Forge::with_record(|record| record.attributes = 0x08);
    assert_eq!(shape_fault(&bytes), Some(FaultKind::SpecialFile), "a volume label");
}

#[test]
fn a_file_marked_as_a_folder_and_a_folder_marked_as_a_file_are_refused() {
    for attributes in [0o040_755 << 16, 0x10] {
        let bytes = Forge::with_record(|record| record.attributes = attributes);
        assert_eq!(shape_fault(&bytes), Some(FaultKind::FolderMarkDisagrees));
    }
    let bytes = Forge::with(|forge| {
        let mut folder = Piece::stored("records/", b"");
        folder.attributes = 0o100_644 << 16;
        forge.pieces.push(folder);
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::FolderMarkDisagrees));
}

#[test]
fn directory_entries_of_the_layout_are_ignored_when_they_are_empty() {
    for folder in [Piece::stored("records/", b""), Piece::deflated("documents/", b"")] {
        let bytes = Forge::with(|forge| forge.pieces.insert(0, folder));
        assert_eq!(read_all(&bytes).unwrap(), read_all(&Forge::good().bytes()).unwrap());
    }
}

#[test]
fn directory_entries_that_hold_bytes_are_refused() {
    let folder = Piece::stored("records/", b"hidden");
    let bytes = Forge::with(|forge| forge.pieces.push(folder));
    assert_eq!(shape_fault(&bytes), Some(FaultKind::FolderNotEmpty));

    // Deflated, stated as empty, and yet with something inside.
    let mut folder = Piece::deflated("records/", b"");
    folder.data = super::forge::deflate(b"hidden");
    let length = folder.data.len() as u32;
    folder.both(|header| header.compressed = length);
    let bytes = Forge::with(|forge| forge.pieces.push(folder));
    assert_eq!(shape_fault(&bytes), Some(FaultKind::FolderNotEmpty));
}

#[test]
fn a_stored_entry_with_two_sizes_is_refused() {
    let bytes = Forge::with(|forge| forge.pieces[0].both(|header| header.size -= 1));
    assert_eq!(shape_fault(&bytes), Some(FaultKind::StoredSizesDisagree));
}

#[test]
fn each_bound_is_kept_before_anything_is_inflated() {
    let bytes = Forge::with(|forge| {
        forge.pieces[1] = Piece::deflated(super::forge::RECORD, &vec![b' '; 5_000]);
    });
    let fault = |limits: Limits| match Archive::open(std::io::Cursor::new(&bytes), &limits) {
        Ok(_) => None,
        Err(tongzhou::package::fault::OpenError::Refused(fault)) => Some(fault.kind),
        Err(error) => panic!("{error}"),
    };
    let standard = Limits::STANDARD;
    assert_eq!(fault(standard), None);
    let cases = [
        (Limits { archive: 100, ..standard }, FaultKind::ArchiveTooLarge),
        (Limits { entries: 2, ..standard }, FaultKind::TooManyEntries),
        (Limits { directory: 100, ..standard }, FaultKind::DirectoryTooLarge),
        (Limits { json: 4_999, ..standard }, FaultKind::EntryTooLarge),
        (Limits { paper: 5, ..standard }, FaultKind::EntryTooLarge),
        (Limits { total: 5_010, ..standard }, FaultKind::TotalTooLarge),
        (Limits { json_total: 1, ..standard }, FaultKind::TotalTooLarge),
        (Limits { ratio: 10, ratio_floor: 1_000, ..standard }, FaultKind::RatioTooHigh),
    ];
    for (limits, kind) in cases {
        assert_eq!(fault(limits), Some(kind));
    }
}

#[test]
fn a_bomb_is_refused_by_its_ratio() {
    let paper = PAPER.replace("jpg", "xml");
    let bomb = Piece::deflated(&paper, &vec![0; 50 << 20]);
    let bytes = Forge::of(vec![Piece::stored(MANIFEST, b"{}"), bomb]).bytes();
    assert!(bytes.len() < 60_000);
    assert_eq!(shape_fault(&bytes), Some(FaultKind::RatioTooHigh));
}
