//! Names in archives.

use tongzhou::package::{
    fault::FaultKind,
    name::{EntryName, PaperExtension},
};

use super::{
    forge::{Forge, MANIFEST, PAPER, Piece, RECORD},
    shape_fault,
};

fn fault_of(name: &[u8]) -> Option<FaultKind> {
    let bytes = Forge::with_record(|record| record.both(|header| header.name = name.to_vec()));
    let fault = shape_fault(&bytes);
    assert_eq!(EntryName::parse(name).err(), fault, "the archive and the name by itself agree");
    fault
}

#[test]
fn every_form_of_the_layout_is_a_name_and_reads_back_as_written() {
    let id = "0197a1b2-c3d4-7e5f-8a6b-0123456789ab";
    let mut names = vec![
        "manifest.json".to_owned(),
        format!("records/{id}.json"),
        format!("receipts/{id}.json"),
        "signatures/a.jws.json".to_owned(),
        format!("signatures/{}.jws.json", "z".repeat(64)),
        "signatures/91110000mb1234567x-2026.jws.json".to_owned(),
    ];
    names.extend(["pdf", "jpg", "png", "ofd", "xml"].map(|extension| format!("documents/{id}.{extension}")));
    for name in names {
        let parsed: EntryName = name.parse().unwrap();
        assert_eq!(parsed.to_string(), name);
    }
    let paper: EntryName = format!("documents/{id}.ofd").parse().unwrap();
    assert!(matches!(paper, EntryName::Document { extension: PaperExtension::Ofd, .. }));
}

#[test]
fn names_of_no_form_of_the_layout_are_refused() {
    let id = "0197a1b2-c3d4-7e5f-8a6b-0123456789ab";
    let names = [
        "readme.txt".to_owned(),
        "manifest.json ".to_owned(),
        "manifest.json.".to_owned(),
        "manifest.json/".to_owned(),
        "records".to_owned(),
        "records//".to_owned(),
        "records/manifest.json".to_owned(),
        format!("records/{id}.json.json"),
        format!("records/{id}.xml"),
        format!("records/sub/{id}.json"),
        format!("records//{id}.json"),
        format!("record/{id}.json"),
        format!("documents/{id}"),
        format!("documents/{id}.exe"),
        format!("documents/{id}.jpeg"),
        format!("documents/{id}.pdf.jpg"),
        // Version 4; another variant; too short; a hyphen out of place; a letter that is no digit.
        "records/0197a1b2-c3d4-4e5f-8a6b-0123456789ab.json".to_owned(),
        "records/0197a1b2-c3d4-7e5f-ca6b-0123456789ab.json".to_owned(),
        "records/0197a1b2-c3d4-7e5f-8a6b-0123456789a.json".to_owned(),
        "records/0197a1b2c-3d4-7e5f-8a6b-0123456789ab.json".to_owned(),
        "records/0197a1b2-c3d4-7e5f-8a6b-0123456789ag.json".to_owned(),
        format!("signatures/{}.jws.json", "z".repeat(65)),
        "signatures/.jws.json".to_owned(),
        "signatures/a_b.jws.json".to_owned(),
        "signatures/a.json".to_owned(),
        // Windows opens a device for these.
        "signatures/con.jws.json".to_owned(),
        "signatures/lpt1.jws.json".to_owned(),
        "con".to_owned(),
        "manifest.json\u{1}".to_owned(),
    ];
    for name in names {
        assert_eq!(fault_of(name.as_bytes()), Some(FaultKind::NameOutsideLayout), "{name}");
    }
}

#[test]
fn an_empty_name_is_refused() {
    assert_eq!(fault_of(b""), Some(FaultKind::EmptyName));
}

#[test]
fn a_nul_in_a_name_is_refused() {
    assert_eq!(fault_of(b"manifest.json\0.txt"), Some(FaultKind::NulInName));
}

#[test]
fn a_name_that_is_not_ascii_is_refused() {
    let names: [&[u8]; 6] = [
        "诊断证明.pdf".as_bytes(),
        // The same in GBK; composed and decomposed; a sign that turns the direction; no encoding at all.
        b"\xD5\xEF\xB6\xCF.pdf",
        "signatures/\u{e9}.jws.json".as_bytes(),
        "signatures/e\u{301}.jws.json".as_bytes(),
        "signatures/a\u{202e}b.jws.json".as_bytes(),
        b"signatures/\xFF.jws.json",
    ];
    for name in names {
        assert_eq!(fault_of(name), Some(FaultKind::NonAsciiName));
    }
}

#[test]
fn a_back_slash_in_a_name_is_refused() {
    assert_eq!(fault_of(b"records\\a.json"), Some(FaultKind::BackslashInName));
    assert_eq!(fault_of(b"..\\evil"), Some(FaultKind::BackslashInName));
}

#[test]
fn a_drive_letter_in_a_name_is_refused() {
    assert_eq!(fault_of(b"c:evil"), Some(FaultKind::DriveLetterName));
    assert_eq!(fault_of(b"C:/evil"), Some(FaultKind::DriveLetterName));
}

#[test]
fn an_absolute_name_is_refused() {
    assert_eq!(fault_of(b"/etc/evil"), Some(FaultKind::AbsoluteName));
    assert_eq!(fault_of(b"//host/share"), Some(FaultKind::AbsoluteName));
}

#[test]
fn dot_segments_in_a_name_are_refused() {
    for name in ["../evil", "records/../manifest.json", "./manifest.json", "records/.."] {
        assert_eq!(fault_of(name.as_bytes()), Some(FaultKind::DotSegmentInName), "{name}");
    }
}

#[test]
fn upper_case_in_a_name_is_refused_and_so_are_names_that_differ_in_case_only() {
    assert_eq!(fault_of(b"Manifest.json"), Some(FaultKind::UpperCaseName));
    let upper = RECORD.replace("c3d4", "C3D4");
    let bytes = Forge::with(|forge| forge.pieces.push(Piece::stored(&upper, b"{}")));
    assert_eq!(shape_fault(&bytes), Some(FaultKind::UpperCaseName));
}

#[test]
fn folders_outside_the_layout_are_refused() {
    for folder in ["photos/", "records/sub/", "__macosx/"] {
        let bytes = Forge::with(|forge| forge.pieces.push(Piece::stored(folder, b"")));
        assert_eq!(shape_fault(&bytes), Some(FaultKind::NameOutsideLayout));
    }
}

#[test]
fn two_entries_of_one_name_are_refused_even_if_they_are_equal() {
    for name in [MANIFEST, RECORD] {
        let bytes = Forge::with(|forge| forge.pieces.push(Piece::stored(name, b"{}")));
        assert_eq!(shape_fault(&bytes), Some(FaultKind::DuplicateName));
    }
    let bytes = Forge::with(|forge| {
        forge.pieces.extend([Piece::stored("records/", b""), Piece::stored("records/", b"")]);
    });
    assert_eq!(shape_fault(&bytes), Some(FaultKind::DuplicateName));
}

#[test]
fn two_papers_of_one_id_are_refused() {
    let twin = PAPER.replace("jpg", "pdf");
    let bytes = Forge::with(|forge| forge.pieces.push(Piece::stored(&twin, b"%PDF-1.7")));
    assert_eq!(shape_fault(&bytes), Some(FaultKind::SharedPaperId));
}
