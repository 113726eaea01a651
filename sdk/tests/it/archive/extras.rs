//! Extra fields.

use tongzhou::package::fault::FaultKind;

use super::{
    forge::{Forge, extra},
    shape_fault,
};

fn fault_in_both(field: &[u8]) -> Option<FaultKind> {
    let central = shape_fault(&Forge::with_record(|record| record.central.extra = field.to_vec()));
    let local = shape_fault(&Forge::with_record(|record| record.local.extra = field.to_vec()));
    assert_eq!(central, local, "one judgement for both headers");
    central
}

#[test]
fn harmless_extra_fields_are_accepted() {
    let ntfs = [vec![0; 4], vec![1, 0, 24, 0], vec![7; 24]].concat();
    let fields = [
        extra(0x5455, &[3, 1, 2, 3, 4, 5, 6, 7, 8]),
        extra(0x5455, &[3, 1, 2, 3, 4]),
        extra(0x7875, &[1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0]),
        extra(0x000A, &ntfs),
        extra(0x5855, &[0; 8]),
        extra(0x7855, &[]),
        extra(0xCAFE, &[]),
        [extra(0x5455, &[1, 1, 2, 3, 4]), extra(0x7875, &[1, 0, 0])].concat(),
    ];
    for field in fields {
        assert_eq!(fault_in_both(&field), None, "{field:02x?}");
    }
}

#[test]
fn extra_fields_that_rename_are_refused() {
    let name = b"\x01\0\0\0\0records/other.json";
    for id in [0x7075, 0x554E, 0x0008, 0x2605, 0x2705] {
        assert_eq!(fault_in_both(&extra(id, name)), Some(FaultKind::RenamingExtra), "{id:04x}");
    }
}

#[test]
fn extra_fields_of_encryption_are_refused() {
    for id in [0x9901, 0x0017, 0x0014] {
        assert_eq!(fault_in_both(&extra(id, b"\x02\0AE\x03\x08\0")), Some(FaultKind::Encrypted), "{id:04x}");
    }
}

#[test]
fn extra_fields_of_no_accepted_kind_are_refused() {
    // A Unicode comment, Unix with a link's target (two forms), padding of office files and of Android packages.
    for id in [0x6375, 0x000D, 0x756E, 0xA220, 0xD935, 0xBEEF] {
        assert_eq!(fault_in_both(&extra(id, b"hidden")), Some(FaultKind::UnknownExtra), "{id:04x}");
    }
}

#[test]
fn malformed_extra_fields_are_refused() {
    let fields = [
        vec![0],
        vec![0x55, 0x54, 9],
        vec![0x55, 0x54, 9, 0, 1],
        extra(0x5455, &[]),
        extra(0x5455, &[1, 2, 3]),
        extra(0x5455, &[0x80, 1, 2, 3, 4]),
        extra(0x000A, &[0; 32]),
        extra(0x7875, &[2, 0, 0]),
        extra(0x7875, &[1, 200, 0]),
        extra(0x7875, &[1, 0, 0, 9]),
        extra(0xCAFE, b"hidden"),
        [extra(0x5455, &[1, 1, 2, 3, 4]), vec![0, 0]].concat(),
    ];
    for field in fields {
        assert_eq!(fault_in_both(&field), Some(FaultKind::MalformedExtra), "{field:02x?}");
    }
}

#[test]
fn an_extra_field_that_occurs_twice_is_refused() {
    let field = extra(0x5455, &[1, 1, 2, 3, 4]);
    assert_eq!(fault_in_both(&field.repeat(2)), Some(FaultKind::RepeatedExtra));
}
