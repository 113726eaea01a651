//! The seal: any place can be read, and no byte of it changed.

use std::io::{Cursor, Read, Seek, SeekFrom, Write};

use quickcheck::quickcheck;
use tongzhou::sealing::{
    Identity, KeyFault, MAX_HEADER_BYTES, Opened, Recipient, SealFault, Sealer, UnsealError, is_sealed,
};

fn sealed(content: &[u8], recipients: &[Recipient]) -> Vec<u8> {
    let mut sealer = Sealer::new(recipients, Vec::new()).unwrap();
    sealer.write_all(content).unwrap();
    sealer.finish().unwrap()
}

fn open(sealed: &[u8], key: &Identity) -> Result<Vec<u8>, SealFault> {
    let fault = |error| match error {
        UnsealError::Refused(fault) => fault,
        UnsealError::Io(error) => panic!("{error}"),
    };
    let mut opened = Opened::open(Cursor::new(sealed), std::slice::from_ref(key)).map_err(fault)?;
    let mut content = Vec::new();
    opened.read_to_end(&mut content).map_err(|error| SealFault::of(&error).expect("a fault of the seal"))?;
    assert_eq!(content.len() as u64, opened.length());
    Ok(content)
}

fn pattern(length: usize) -> Vec<u8> {
    (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect()
}

#[test]
fn what_is_sealed_opens_whatever_its_length() {
    let (one, other) = (Identity::generate(), Identity::generate());
    for length in [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 200_000] {
        let content = pattern(length);
        let sealed = sealed(&content, &[other.recipient(), one.recipient()]);
        assert!(is_sealed(&sealed));
        for key in [&one, &other] {
            assert!(open(&sealed, key).unwrap() == content, "{length}");
        }
        assert_eq!(open(&sealed, &Identity::generate()), Err(SealFault::OtherKeys));
    }
}

#[test]
fn a_sealed_file_is_read_from_any_place_as_an_open_one_is() {
    fn prop(length: u32, places: Vec<(u32, u16)>) -> bool {
        static KEY: std::sync::LazyLock<Identity> = std::sync::LazyLock::new(Identity::generate);
        // About the borders of the pieces, where mistakes would be.
        let content = pattern(65_536 * 2 - 20 + (length % 40) as usize);
        let sealed = sealed(&content, &[KEY.recipient()]);
        let mut opened = Opened::open(Cursor::new(sealed), std::slice::from_ref(&KEY)).unwrap();
        let mut plain = Cursor::new(&content);
        places.into_iter().all(|(place, count)| {
            let place = SeekFrom::Start(u64::from(place % 140_000));
            let read = |source: &mut dyn ReadSeek| {
                source.seek(place).unwrap();
                let mut bytes = Vec::new();
                source.take(u64::from(count)).read_to_end(&mut bytes).unwrap();
                bytes
            };
            read(&mut opened) == read(&mut plain)
        })
    }
    quickcheck(prop as fn(u32, Vec<(u32, u16)>) -> bool);
}

trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

// covers: REQ-SIG-020
#[test]
fn not_one_byte_of_a_sealed_file_can_be_changed_cut_or_added() {
    let key = Identity::generate();
    let content = b"a short content";
    let whole = sealed(content, &[key.recipient()]);
    for at in 0..whole.len() {
        for change in
            [|byte: u8| byte ^ 1, |byte: u8| byte ^ 0x80, |_| 0, |_| 0xFF, |byte: u8| byte.wrapping_add(1)]
        {
            let mut changed = whole.clone();
            changed[at] = change(changed[at]);
            if changed != whole {
                open(&changed, &key).expect_err("a changed byte is refused");
            }
        }
        open(&whole[..at], &key).expect_err("a cut file is refused");
    }
    for more in [&b"\0"[..], b"more", &whole] {
        assert_eq!(open(&[&whole, more].concat(), &key), Err(SealFault::Damaged));
    }
    // Cut at the border of a piece, where a reader that does not look for the last one sees nothing wrong.
    let long = sealed(&pattern(65_536 * 2 + 5), &[key.recipient()]);
    assert_eq!(open(&long[..long.len() - 5 - 16], &key), Err(SealFault::Damaged));
    assert_eq!(open(&long[..long.len() - 5 - 16 - 65_552], &key), Err(SealFault::Damaged));
}

// covers: REQ-SIG-020
#[test]
fn what_is_no_file_sealed_for_a_key_is_refused_by_its_own_name() {
    let key = Identity::generate();
    let whole = sealed(b"content", &[key.recipient()]);
    assert_eq!(open(b"", &key), Err(SealFault::NotSealed));
    assert_eq!(open(b"PK\x03\x04", &key), Err(SealFault::NotSealed));
    assert_eq!(open(b"-----BEGIN AGE ENCRYPTED FILE-----\n", &key), Err(SealFault::Armoured));
    let passphrase = "age-encryption.org/v1\n-> scrypt 8Sgm7Rjd9eNDWNBLlnG4ug 10\n\
                      9s3rkPIYs5nDfDV/V9oFJ8wBH6fLqLGmVgZfcmNR8zs\n\
                      --- Bl2zF2KxXBgBbVzLbzGTQjWkrFWSnBUyQ0h3yFNiPHA\n0123456789abcdef0123456789abcdef";
    assert_eq!(open(passphrase.as_bytes(), &key), Err(SealFault::Passphrase));
    // A header without end is given up before anybody parses it.
    let mut endless = b"age-encryption.org/v1\n".to_vec();
    while endless.len() <= MAX_HEADER_BYTES {
        endless.extend_from_slice(b"-> X\n\n");
    }
    assert_eq!(open(&endless, &key), Err(SealFault::HeaderTooLong));
    let text = String::from_utf8_lossy(&whole).into_owned();
    let stanza = text.find("-> X25519 ").unwrap();
    let mut other = whole.clone();
    other[stanza + 3] = b'Y';
    assert_eq!(open(&other, &key), Err(SealFault::OtherKeys));
}

#[test]
fn a_recipient_is_read_in_the_one_form_it_has() {
    let text = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
    let key: Recipient = text.parse().unwrap();
    assert_eq!(key.to_string(), text);
    for wrong in ["", "age1", &text.to_uppercase(), &text.replace('t', "v"), &format!("{text} "), "age1qqqq"]
    {
        assert_eq!(wrong.parse::<Recipient>(), Err(KeyFault::RecipientForm), "{wrong}");
    }
}

#[test]
fn recipients_for_which_anybody_can_open_are_refused() {
    // The points of small order on Curve25519, in Bech32 by the reference implementation of BIP 173.
    for weak in include_str!("../../data/weak-recipients.txt").lines() {
        assert_eq!(weak.parse::<Recipient>(), Err(KeyFault::Weak), "{weak}");
    }
}

#[test]
fn a_private_key_is_not_shown_by_accident() {
    let text = "AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33";
    let key = Identity::from_text(text).unwrap();
    assert!(!format!("{key:?} {:?}", key.to_text()).contains("SECRET"));
    assert_eq!(key.to_text().as_str(), text);
    assert_eq!(Identity::from_text("AGE-SECRET-KEY-1").err(), Some(KeyFault::IdentityForm));
}
