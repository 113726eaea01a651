//! Zip64, which some writers use without need: accepted where it says the same again.

use tongzhou::package::fault::FaultKind;

use super::{
    forge::{Forge, Piece, extra, le32, le64},
    read_all, shape_fault,
};

/// Both sizes moved to a zip64 field, in both headers.
fn widen(piece: &mut Piece) {
    let sizes = [u64::from(piece.central.size), u64::from(piece.central.compressed)];
    piece.both(|header| {
        (header.size, header.compressed) = (u32::MAX, u32::MAX);
        header.extra = extra(1, &le64(&sizes));
    });
}

/// The good archive with a zip64 end record and locator, changed by `change` before they are put in.
fn with_end(change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let good = Forge::good().bytes();
    let end = good.len() - 22;
    let number = |at: usize| u64::from(u32::from_le_bytes(good[at..at + 4].try_into().unwrap()));
    let mut record = b"PK\x06\x06".to_vec();
    record.extend(le64(&[44]));
    record.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    record.extend(le64(&[3, 3, number(end + 12), number(end + 16)]));
    record.extend(b"PK\x06\x07\0\0\0\0");
    record.extend(le64(&[end as u64]));
    record.extend(le32(&[1]));
    change(&mut record);
    [&good[..end], &record, &good[end..]].concat()
}

#[test]
fn zip64_sizes_without_need_are_accepted() {
    let expected = read_all(&Forge::good().bytes()).unwrap();
    assert_eq!(read_all(&Forge::with_record(widen)).unwrap(), expected);
    let local_only = Forge::with_record(|record| {
        let narrow = record.central.clone();
        widen(record);
        record.central = narrow;
    });
    assert_eq!(read_all(&local_only).unwrap(), expected);
    let repeated = Forge::with_record(|record| {
        let sizes = le64(&[record.central.size.into(), record.central.compressed.into()]);
        record.both(|header| header.extra = extra(1, &sizes));
    });
    assert_eq!(read_all(&repeated).unwrap(), expected);
}

#[test]
fn a_wide_data_descriptor_with_a_zip64_field_is_accepted() {
    let bytes = Forge::with_record(|record| {
        let central = record.central.clone();
        record.defer();
        record.local.extra = extra(1, &[0; 16]);
        (record.local.size, record.local.compressed) = (u32::MAX, u32::MAX);
        let wide = [central.crc, central.compressed, 0, central.size, 0];
        record.descriptor = [b"PK\x07\x08".to_vec(), le32(&wide)].concat();
    });
    assert_eq!(read_all(&bytes).unwrap(), read_all(&Forge::good().bytes()).unwrap());
}

#[test]
fn a_narrow_data_descriptor_with_a_zip64_field_is_refused() {
    let bytes = Forge::with_record(|record| {
        record.defer();
        record.local.extra = extra(1, &[0; 16]);
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::DescriptorDisagrees));
}

#[test]
fn zip64_sizes_that_are_missing_are_refused() {
    for field in [vec![], extra(1, &[]), extra(1, &le64(&[9])), extra(1, &le64(&[9, 9, 9]))] {
        let bytes = Forge::with_record(|record| {
            widen(record);
            record.central.extra = field;
        });
        assert_eq!(shape_fault(&bytes), Some(FaultKind::Zip64Disagrees));
    }
}

#[test]
fn zip64_sizes_that_say_otherwise_are_refused() {
    let bytes = Forge::with_record(|record| {
        let sizes = le64(&[u64::from(record.central.size) + 1, record.central.compressed.into()]);
        record.central.extra = extra(1, &sizes);
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Zip64Disagrees));
    let bytes = Forge::with_record(|record| {
        let sizes = le64(&[u64::from(record.central.size) + 1, record.central.compressed.into()]);
        widen(record);
        record.local.extra = extra(1, &sizes);
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::LocalSizeDisagrees));
}

#[test]
fn a_zip64_size_beyond_the_file_is_refused() {
    let bytes = Forge::with_record(|record| {
        let size = record.central.size.into();
        widen(record);
        record.both(|header| header.extra = extra(1, &le64(&[size, u64::MAX])));
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Overlap));
}

#[test]
fn a_zip64_end_record_that_repeats_the_end_record_is_accepted() {
    let bytes = with_end(|_| ());
    assert_eq!(read_all(&bytes).unwrap(), read_all(&Forge::good().bytes()).unwrap());
}

#[test]
fn a_zip64_end_record_that_says_otherwise_is_refused() {
    // Its size, the counts, the directory's size and place, the locator's offset and number of disks.
    for at in [0, 4, 24, 32, 40, 48, 64, 72] {
        let bytes = with_end(|record| record[at] ^= 1);
        assert_eq!(shape_fault(&bytes), Some(FaultKind::Zip64EndDisagrees), "byte {at}");
    }
}

#[test]
fn a_zip64_end_record_that_is_announced_and_not_there_is_refused() {
    let bytes = Forge::with(|forge| forge.change_end = Box::new(|end| end.offset = u32::MAX));
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Zip64EndDisagrees));
    let bytes = Forge::with(|forge| {
        forge.change_end = Box::new(|end| (end.records, end.records_here) = (u16::MAX, u16::MAX));
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Zip64EndDisagrees));
}

#[test]
fn a_zip64_end_record_elsewhere_in_the_file_is_refused() {
    // A locator that points at the record, with bytes between the two.
    let bytes = with_end(|record| {
        record.splice(56..56, *b"between");
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::Zip64EndDisagrees));
}

#[test]
fn a_zip64_end_record_without_its_locator_is_refused() {
    let bytes = with_end(|record| record.truncate(56));
    assert_eq!(shape_fault(&bytes), Some(FaultKind::GapBeforeEndRecord));
}
