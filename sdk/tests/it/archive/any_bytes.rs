//! Properties over bytes of every kind.

use quickcheck::quickcheck;

use super::{Contents, forge::Forge, forge::Piece, open, read_all};

/// Archives that between them have every accepted feature.
fn samples() -> Vec<Vec<u8>> {
    let deferred = Forge::with(|forge| forge.pieces.iter_mut().for_each(Piece::defer));
    let timed = Forge::with_record(|record| {
        record.both(|header| header.extra = super::forge::extra(0x5455, &[1, 1, 2, 3, 4]));
    });
    let folders = Forge::with(|forge| forge.pieces.insert(0, Piece::deflated("records/", b"")));
    vec![Forge::good().bytes(), deferred, timed, folders]
}

/// Refused, or the very same entries.
fn is_safe(bytes: &[u8], original: &Contents) -> bool {
    read_all(bytes).map_or(true, |contents| contents == *original)
}

#[test]
fn a_change_of_any_byte_is_refused_or_changes_nothing() {
    for sample in samples() {
        let original = read_all(&sample).unwrap();
        for at in 0..sample.len() {
            for bits in [0x01, 0x02, 0x08, 0x20, 0x80, 0xFF] {
                let mut changed = sample.clone();
                changed[at] ^= bits;
                assert!(is_safe(&changed, &original), "byte {at} changed by {bits:02x}");
            }
        }
    }
}

#[test]
fn a_byte_put_in_or_taken_out_anywhere_is_refused() {
    for sample in samples() {
        for at in 0..sample.len() {
            let mut longer = sample.clone();
            longer.insert(at, 0);
            let mut shorter = sample.clone();
            shorter.remove(at);
            assert!(open(&longer).is_err() && open(&shorter).is_err(), "byte {at}");
        }
    }
}

quickcheck! {
    fn several_changes_are_refused_or_change_nothing(sample: usize, changes: Vec<(usize, u8)>) -> bool {
        let samples = samples();
        let sample = &samples[sample % samples.len()];
        let mut changed = sample.clone();
        for (at, bits) in changes {
            let at = at % changed.len();
            changed[at] ^= bits;
        }
        is_safe(&changed, &read_all(sample).unwrap())
    }

    fn random_bytes_never_panic(bytes: Vec<u8>) -> bool {
        read_all(&bytes).is_err()
    }

    fn random_bytes_around_signatures_never_panic(parts: Vec<(u8, Vec<u8>)>) -> bool {
        let mut bytes = Vec::new();
        for (signature, rest) in parts {
            bytes.extend(match signature % 6 {
                0 => b"PK\x03\x04",
                1 => b"PK\x01\x02",
                2 => b"PK\x05\x06",
                3 => b"PK\x06\x06",
                4 => b"PK\x06\x07",
                _ => b"PK\x07\x08",
            });
            bytes.extend(rest);
        }
        bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x30\0\0\0\0\0\0\0\0\0");
        read_all(&bytes).is_err()
    }
}
