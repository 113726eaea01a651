//! Whole papers, made by hand, and whatever bytes come.

use super::*;
use quickcheck::{Gen, quickcheck};

fn inspect(bytes: &[u8]) -> Inspection {
    inspect_with(&PaperLimits::default(), bytes)
}

fn inspect_with(limits: &PaperLimits, bytes: &[u8]) -> Inspection {
    let mut inspector = Inspector::new(limits);
    inspector.feed(bytes);
    inspector.finish()
}

fn faults_of(bytes: &[u8]) -> Vec<PaperFault> {
    inspect(bytes).faults.iter().collect()
}

fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n\
      xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n\
      trailer\n<</Size 3/Root 1 0 R>>\nstartxref\n101\n%%EOF\n"
        .to_vec()
}

fn segment(code: u8, data: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0xFF, code];
    bytes.extend(u16::try_from(data.len() + 2).unwrap().to_be_bytes());
    bytes.extend(data);
    bytes
}

fn jpeg_with(frame: u8, width: u16, height: u16, extra: &[u8]) -> Vec<u8> {
    let [width_high, width_low] = width.to_be_bytes();
    let [height_high, height_low] = height.to_be_bytes();
    let mut bytes = vec![0xFF, 0xD8];
    bytes.extend(extra);
    bytes.extend(segment(frame, &[8, height_high, height_low, width_high, width_low, 1, 1, 0x11, 0]));
    bytes.extend(segment(0xDA, &[1, 1, 0, 0, 63, 0]));
    bytes.extend([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]);
    bytes.extend(segment(0xC4, &[0xFF, 0xD9]));
    bytes.extend(segment(0xDA, &[1, 1, 0, 0, 63, 0]));
    bytes.extend([0x78, 0xFF, 0xD9]);
    bytes
}

fn jpeg() -> Vec<u8> {
    jpeg_with(0xC0, 3, 2, &[])
}

fn located() -> Vec<u8> {
    // Big-endian; one entry leads to a directory at 26 whose one entry is the latitude.
    let mut bytes = b"MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1A\0\0\0\0".to_vec();
    bytes.extend(b"\0\x01\0\x02\0\x05\0\0\0\x03\0\0\0\0\0\0\0\0");
    bytes
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut bytes = u32::try_from(data.len()).unwrap().to_be_bytes().to_vec();
    bytes.extend(name);
    bytes.extend(data);
    let crc = crc32fast::hash(&bytes[4..]);
    bytes.extend(crc.to_be_bytes());
    bytes
}

fn png_with(width: u32, height: u32, extra: &[u8]) -> Vec<u8> {
    let mut header = width.to_be_bytes().to_vec();
    header.extend(height.to_be_bytes());
    header.extend([1, 0, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1A\n".to_vec();
    bytes.extend(chunk(b"IHDR", &header));
    bytes.extend(extra);
    bytes.extend(chunk(b"IDAT", b"\x78\x01\x01\x02\0\xFD\xFF\0\0\0\x02\0\x01"));
    bytes.extend(chunk(b"IEND", b""));
    bytes
}

fn png() -> Vec<u8> {
    png_with(1, 1, &[])
}

fn zip(name: &str) -> Vec<u8> {
    let length = [u8::try_from(name.len()).unwrap(), 0];
    let mut bytes = b"PK\x03\x04\x14\0\0\0\0\0\0\0\x21\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
    bytes.extend(length);
    bytes.extend([0, 0]);
    bytes.extend(name.as_bytes());
    let directory = bytes.len();
    bytes.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\x21\0\0\0\0\0\0\0\0\0\0\0\0\0");
    bytes.extend(length);
    bytes.extend([0; 16]);
    bytes.extend(name.as_bytes());
    let size = u32::try_from(bytes.len() - directory).unwrap();
    bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    bytes.extend(size.to_le_bytes());
    bytes.extend(u32::try_from(directory).unwrap().to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

fn xml() -> Vec<u8> {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<EInvoice><a b='1'>票</a></EInvoice>\n".into()
}

fn samples() -> [Vec<u8>; 5] {
    [pdf(), jpeg(), png(), zip("OFD.xml"), xml()]
}

#[test]
fn each_kind_is_recognised_and_a_whole_paper_has_no_fault() {
    for (bytes, kind) in samples().iter().zip(PaperKind::ALL) {
        let inspection = inspect(bytes);
        assert_eq!(inspection.kind, Some(kind));
        assert!(inspection.faults.is_empty(), "{kind:?}: {:?}", inspection.faults);
    }
}

#[test]
fn a_paper_cut_anywhere_is_at_fault() {
    for bytes in samples() {
        // The line feed at the end of a PDF or an XML is nobody's loss.
        for length in 0..bytes.trim_ascii_end().len() {
            assert!(
                !inspect(&bytes[..length]).faults.is_empty(),
                "{:?} at {length}",
                inspect(&bytes[..length])
            );
        }
    }
}

#[test]
fn nothing_and_anything_are_no_papers() {
    assert_eq!(faults_of(b""), [PaperFault::Empty]);
    for bytes in [b"GIF89a".as_slice(), b"  \n", b"hello", b"<!DOCTYPE html><html></html>", b"<html></html>"]
    {
        assert_eq!(
            inspect(bytes),
            Inspection { kind: None, faults: PaperFault::UnknownType.into(), picture: None }
        );
    }
}

#[test]
fn every_kind_of_frame_gives_its_size() {
    for code in (0xC0..=0xCF).filter(|code| ![0xC4, 0xC8, 0xCC].contains(code)) {
        let inspection = inspect(&jpeg_with(code, 640, 480, &[]));
        assert_eq!(inspection.picture, Some(PictureSize { width: 640, height: 480 }));
        assert!(inspection.faults.is_empty());
    }
}

#[test]
fn lines_may_be_counted_after_the_scan() {
    let mut bytes = jpeg_with(0xC0, 640, 0, &[]);
    assert_eq!(faults_of(&bytes), [PaperFault::JpegTruncated]);
    bytes.truncate(bytes.len() - 2);
    bytes.extend(segment(0xDC, &[1, 0xE0]));
    bytes.extend([0xFF, 0xD9]);
    let inspection = inspect(&bytes);
    assert_eq!(inspection.picture, Some(PictureSize { width: 640, height: 480 }));
    assert!(inspection.faults.is_empty());
}

#[test]
fn a_picture_is_held_to_its_limits() {
    let limits = PaperLimits { picture_pixels: 100, picture_side: 50, ..PaperLimits::default() };
    for (width, height, fits) in [(10, 10, true), (50, 2, true), (10, 11, false), (51, 1, false)] {
        let found = [
            inspect_with(&limits, &jpeg_with(0xC2, width, height, &[])),
            inspect_with(&limits, &png_with(width.into(), height.into(), &[])),
        ];
        for found in found {
            assert_eq!(found.faults.contains(PaperFault::PictureTooLarge), !fits);
        }
    }
    assert_eq!(faults_of(&png_with(u32::MAX, u32::MAX, &[])), [PaperFault::PictureTooLarge]);
}

#[test]
fn a_place_is_found_in_exif_and_in_xmp() {
    let exif = [b"Exif\0\0".as_slice(), &located()].concat();
    assert_eq!(faults_of(&jpeg_with(0xC0, 3, 2, &segment(0xE1, &exif))), [PaperFault::JpegGps]);
    assert_eq!(faults_of(&png_with(1, 1, &chunk(b"eXIf", &located()))), [PaperFault::PngGps]);
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='0,0N'/>";
    assert_eq!(faults_of(&jpeg_with(0xC0, 3, 2, &segment(0xE1, xmp))), [PaperFault::JpegGps]);
    let text = b"XML:com.adobe.xmp\0\0\0\0\0<x exif:GPSLongitude='0,0E'/>";
    assert_eq!(faults_of(&png_with(1, 1, &chunk(b"iTXt", text))), [PaperFault::PngGps]);
}

#[test]
fn a_place_in_a_picture_appended_to_a_picture_is_found() {
    let exif = [b"Exif\0\0".as_slice(), &located()].concat();
    let mut bytes = jpeg();
    bytes.extend(jpeg());
    assert_eq!(faults_of(&bytes), []);
    bytes.extend(jpeg_with(0xC0, 9, 9, &segment(0xE1, &exif)));
    assert_eq!(faults_of(&bytes), [PaperFault::JpegGps]);
    assert_eq!(inspect(&bytes).picture, Some(PictureSize { width: 3, height: 2 }));
}

#[test]
fn a_damaged_chunk_is_not_a_truncated_picture() {
    let whole = png();
    for at in 8..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x20;
        let faults = inspect(&bytes).faults;
        let length_of_chunk = [8, 33, 58].iter().any(|start| (*start..start + 4).contains(&at));
        assert!(faults.contains(PaperFault::PngBadChunk) || length_of_chunk, "at {at}: {faults:?}");
        assert!(!faults.is_empty(), "at {at}");
    }
}

#[test]
fn what_cameras_append_to_a_picture_is_no_fault() {
    for mut bytes in [jpeg(), png()] {
        bytes.extend(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom SEFT\n");
        assert_eq!(faults_of(&bytes), []);
    }
}

#[test]
fn a_second_file_kind_is_found_whichever_end_it_stands_at() {
    for bytes in [pdf(), jpeg(), png(), xml()] {
        assert_eq!(faults_of(&[bytes.as_slice(), &zip("a.txt")].concat()), [PaperFault::Polyglot]);
        let padded = [bytes.as_slice(), &[b' '; 5000], &zip("a.txt"), b"comment"].concat();
        assert_eq!(faults_of(&padded), [PaperFault::Polyglot]);
    }
    for bytes in [jpeg(), png()] {
        assert!(
            faults_of(&[bytes.as_slice(), &[b' '; 5000], &pdf()].concat()).contains(&PaperFault::Polyglot)
        );
        assert_eq!(faults_of(&[bytes.as_slice(), b"<script>"].concat()), [PaperFault::Polyglot]);
    }
    assert_eq!(faults_of(&[b"MZ program".as_slice(), &pdf()].concat()), [PaperFault::Polyglot]);
    let comment = segment(0xFE, b"%PDF-1.4");
    assert_eq!(faults_of(&jpeg_with(0xC0, 3, 2, &comment)), [PaperFault::Polyglot]);
}

#[test]
fn white_space_and_a_byte_order_mark_may_stand_before_a_pdf() {
    assert_eq!(faults_of(&[b"\xEF\xBB\xBF\r\n".as_slice(), &pdf()].concat()), []);
}

#[test]
fn a_pdf_may_be_followed_by_a_kilobyte_at_most() {
    assert_eq!(faults_of(&[pdf().as_slice(), &[0; 1000]].concat()), []);
    assert_eq!(faults_of(&[pdf().as_slice(), &[0; 1100]].concat()), [PaperFault::PdfTruncated]);
}

#[test]
fn an_archive_without_the_entry_point_is_no_ofd() {
    assert_eq!(
        inspect(&zip("word/document.xml")),
        Inspection { kind: None, faults: PaperFault::OfdNotAnOfd.into(), picture: None }
    );
    assert_eq!(faults_of(&zip("Doc_0/OFD.xml")), [PaperFault::OfdNotAnOfd]);
}

#[test]
fn an_xml_is_recognised_in_the_encodings_of_the_field() {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>票</a>";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let gb18030 = b"<?xml version=\"1.0\" encoding=\"GB18030\"?><a>\xC6\xB1\x81\x30\x81\x30</a>".to_vec();
    for bytes in [
        [b"\xFF\xFE".as_slice(), &little].concat(),
        [b"\xFE\xFF".as_slice(), &big].concat(),
        little,
        big,
        gb18030,
        [b"\xEF\xBB\xBF".as_slice(), &xml()].concat(),
        b"\n<a/>".to_vec(),
        b"<?b c?><a/>".to_vec(),
    ] {
        assert_eq!(inspect(&bytes).kind, Some(PaperKind::Xml));
        assert_eq!(faults_of(&bytes), []);
    }
    let doctype: Vec<u8> = "<?xml?><!DOCTYPE a><a/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(faults_of(&doctype), [PaperFault::XmlDoctype]);
}

#[test]
fn a_media_type_names_its_kind() {
    for kind in PaperKind::ALL {
        assert_eq!(PaperKind::from_media_type(kind.media_type()), Some(kind));
    }
    assert_eq!(PaperKind::from_media_type("image/gif"), None);
}

/// A paper, whole or not: a sample, changed in places, cut, or joined to another.
#[derive(Clone, Debug)]
struct AnyPaper(Vec<u8>);

impl quickcheck::Arbitrary for AnyPaper {
    fn arbitrary(g: &mut Gen) -> Self {
        let object_stream = b"1 0 obj<</Type/ObjStm>>stream\n\x78\x01\x01\x0C\0\xF3\xFF/JavaScript ".to_vec();
        let exif = [b"Exif\0\0".as_slice(), &located()].concat();
        let mut choices = samples().to_vec();
        choices.push(png_with(1, 1, &chunk(b"eXIf", &located())));
        choices.push(jpeg_with(0xC1, 1, 1, &segment(0xE1, &exif)));
        choices.push([b"%PDF-1.5 ".as_slice(), &object_stream, &object_stream].concat());
        choices.push(b"<!DOCTYPE a []>".to_vec());
        choices.push(vec![b' '; 1200]);
        choices.push(Vec::arbitrary(g));
        let mut bytes = g.choose(&choices).cloned().unwrap_or_default();
        if bool::arbitrary(g) {
            bytes.extend(g.choose(&choices).cloned().unwrap_or_default());
        }
        for _ in 0..u8::arbitrary(g) % 4 {
            let at = usize::arbitrary(g) % bytes.len().max(1);
            match u8::arbitrary(g) % 3 {
                0 => bytes.truncate(at),
                1 => bytes.splice(at..at, Vec::arbitrary(g)).for_each(drop),
                _ => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = u8::arbitrary(g)),
            }
        }
        Self(bytes)
    }
}

quickcheck! {
    fn the_verdict_does_not_depend_on_how_the_paper_is_cut(paper: AnyPaper, cuts: Vec<u8>) -> bool {
        let mut inspector = Inspector::new(&PaperLimits::default());
        let mut rest = paper.0.as_slice();
        for cut in cuts {
            let (chunk, more) = rest.split_at(usize::from(cut).min(rest.len()));
            inspector.feed(chunk);
            rest = more;
        }
        inspector.feed(rest);
        let mut by_byte = Inspector::new(&PaperLimits::default());
        paper.0.chunks(1).for_each(|byte| by_byte.feed(byte));
        let whole = inspect(&paper.0);
        inspector.finish() == whole && by_byte.finish() == whole
    }

    fn a_paper_of_no_kind_is_never_without_fault(bytes: Vec<u8>) -> bool {
        let inspection = inspect(&bytes);
        inspection.kind.is_some() || !inspection.faults.is_empty()
    }
}

#[test]
fn the_tail_is_the_same_however_a_long_paper_is_cut() {
    let long: Vec<u8> = (0_u32..300_000).map(|at| (at % 251) as u8).collect();
    for size in [1, 7, 65_556, 65_557, 65_558, 131_113, 200_000, 300_000] {
        let mut tail = Tail::default();
        long.chunks(size).for_each(|chunk| tail.feed(chunk));
        assert_eq!(tail.bytes(), &long[300_000 - 65_557..], "chunks of {size}");
    }
}
