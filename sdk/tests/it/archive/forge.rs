//! Builds archives by hand, right or wrong in one chosen place. It shares no code with the reader or the writer.

use std::io::Write;

use flate2::{Compression, write::DeflateEncoder};

pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const RECORD: &str = "records/0197a1b2-c3d4-7e5f-8a6b-000000000001.json";
pub(super) const PAPER: &str = "documents/0197a1b2-c3d4-7e5f-8a6b-000000000002.jpg";

/// The fields that local and central header share.
#[derive(Clone)]
pub(super) struct Header {
    pub(super) name: Vec<u8>,
    pub(super) needed: u16,
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) time: u32,
    pub(super) crc: u32,
    pub(super) compressed: u32,
    pub(super) size: u32,
    pub(super) extra: Vec<u8>,
}

/// One entry: its two headers, its bytes and what lies around them.
#[derive(Clone)]
pub(super) struct Piece {
    pub(super) before: Vec<u8>,
    pub(super) local: Header,
    pub(super) data: Vec<u8>,
    pub(super) descriptor: Vec<u8>,
    pub(super) central: Header,
    pub(super) made_by: u16,
    pub(super) comment: Vec<u8>,
    pub(super) disk: u16,
    pub(super) attributes: u32,
    /// Instead of where the local header really lies.
    pub(super) offset: Option<u32>,
    pub(super) listed: bool,
}

impl Piece {
    pub(super) fn stored(name: &str, content: &[u8]) -> Self {
        Self::of(name, 0, content.to_vec(), content)
    }

    pub(super) fn deflated(name: &str, content: &[u8]) -> Self {
        Self::of(name, 8, deflate(content), content)
    }

    fn of(name: &str, method: u16, data: Vec<u8>, content: &[u8]) -> Self {
        let header = Header {
            name: name.into(),
            needed: 20,
            flags: 0,
            method,
            time: 0x0021_0000,
            crc: crc32fast::hash(content),
            compressed: data.len() as u32,
            size: content.len() as u32,
            extra: vec![],
        };
        Self {
            before: vec![],
            local: header.clone(),
            data,
            descriptor: vec![],
            central: header,
            made_by: 20,
            comment: vec![],
            disk: 0,
            attributes: 0,
            offset: None,
            listed: true,
        }
    }

    /// Changes both headers alike.
    pub(super) fn both(&mut self, change: impl Fn(&mut Header)) {
        change(&mut self.local);
        change(&mut self.central);
    }

    /// Defers sizes and check sum to a data descriptor with a signature.
    pub(super) fn defer(&mut self) {
        self.both(|header| header.flags |= 8);
        (self.local.crc, self.local.compressed, self.local.size) = (0, 0, 0);
        self.descriptor = [b"PK\x07\x08".as_slice(), &self.bare_descriptor()].concat();
    }

    pub(super) fn bare_descriptor(&self) -> Vec<u8> {
        let central = &self.central;
        le32(&[central.crc, central.compressed, central.size])
    }
}

/// The fields of the end record.
pub(super) struct End {
    pub(super) disk: u16,
    pub(super) directory_disk: u16,
    pub(super) records_here: u16,
    pub(super) records: u16,
    pub(super) size: u32,
    pub(super) offset: u32,
    pub(super) comment_length: u16,
}

type ChangeEnd = Box<dyn Fn(&mut End)>;

/// A whole archive.
pub(super) struct Forge {
    pub(super) pieces: Vec<Piece>,
    pub(super) before_directory: Vec<u8>,
    /// Within the directory's stated size.
    pub(super) in_directory: Vec<u8>,
    pub(super) before_end: Vec<u8>,
    pub(super) change_end: ChangeEnd,
    pub(super) after: Vec<u8>,
}

impl Forge {
    pub(super) fn of(pieces: Vec<Piece>) -> Self {
        Self {
            pieces,
            before_directory: vec![],
            in_directory: vec![],
            before_end: vec![],
            change_end: Box::new(|_| ()),
            after: vec![],
        }
    }

    /// A good archive: a stored manifest, a deflated record, a stored paper.
    pub(super) fn good() -> Self {
        Self::of(vec![
            Piece::stored(MANIFEST, b"{\"documentType\":\"manifest\"}"),
            Piece::deflated(RECORD, &b"{\"documentType\":\"application\"}".repeat(9)),
            Piece::stored(PAPER, b"\xFF\xD8\xFF\xE0 a photo \xFF\xD9"),
        ])
    }

    /// The good archive with one change.
    pub(super) fn with(change: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut forge = Self::good();
        change(&mut forge);
        forge.bytes()
    }

    /// The good archive with one change to its second entry, the deflated record.
    pub(super) fn with_record(change: impl FnOnce(&mut Piece)) -> Vec<u8> {
        Self::with(|forge| change(&mut forge.pieces[1]))
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![];
        let mut directory = vec![];
        let mut records = 0;
        for piece in &self.pieces {
            bytes.extend(&piece.before);
            if piece.listed {
                records += 1;
                directory.extend(central(piece, bytes.len() as u32));
            }
            bytes.extend(b"PK\x03\x04");
            bytes.extend(shared(&piece.local));
            bytes.extend(&piece.local.name);
            bytes.extend(&piece.local.extra);
            bytes.extend(&piece.data);
            bytes.extend(&piece.descriptor);
        }
        directory.extend(&self.in_directory);
        bytes.extend(&self.before_directory);
        let mut end = End {
            disk: 0,
            directory_disk: 0,
            records_here: records,
            records,
            size: directory.len() as u32,
            offset: bytes.len() as u32,
            comment_length: 0,
        };
        (self.change_end)(&mut end);
        bytes.extend(&directory);
        bytes.extend(&self.before_end);
        bytes.extend(end_record(&end));
        bytes.extend(&self.after);
        bytes
    }
}

pub(super) fn end_record(end: &End) -> Vec<u8> {
    let mut bytes = b"PK\x05\x06".to_vec();
    bytes.extend(le16(&[end.disk, end.directory_disk, end.records_here, end.records]));
    bytes.extend(le32(&[end.size, end.offset]));
    bytes.extend(le16(&[end.comment_length]));
    bytes
}

pub(super) fn extra(id: u16, body: &[u8]) -> Vec<u8> {
    [le16(&[id, body.len() as u16]), body.to_vec()].concat()
}

pub(super) fn deflate(content: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(vec![], Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

pub(super) fn le16(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

pub(super) fn le32(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

pub(super) fn le64(numbers: &[u64]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn central(piece: &Piece, offset: u32) -> Vec<u8> {
    let mut bytes = b"PK\x01\x02".to_vec();
    bytes.extend(le16(&[piece.made_by]));
    bytes.extend(shared(&piece.central));
    bytes.extend(le16(&[piece.comment.len() as u16, piece.disk, 0]));
    bytes.extend(le32(&[piece.attributes, piece.offset.unwrap_or(offset)]));
    bytes.extend(&piece.central.name);
    bytes.extend(&piece.central.extra);
    bytes.extend(&piece.comment);
    bytes
}

fn shared(header: &Header) -> Vec<u8> {
    let mut bytes = le16(&[header.needed, header.flags, header.method]);
    bytes.extend(le32(&[header.time, header.crc, header.compressed, header.size]));
    bytes.extend(le16(&[header.name.len() as u16, header.extra.len() as u16]));
    bytes
}
