//! What may be done to any text or value, whatever its schema: seeded chance, odd values, small slips, broken bytes.

use serde_json::{Value, json};
use tongzhou_conformance::random::Random;

/// Texts that are somewhere right and elsewhere wrong: dates in and out of the calendar, identifiers of every
/// kind from the synthetic ranges, amounts, codes, blanks, long text.
pub(super) const TEXTS: &[&str] = &[
    "2026-02-30",
    "2015-06-01",
    "2009-12-31",
    "2027-01-01",
    "1900-01-01",
    "2026-09-01",
    "2025-10-01",
    "2012-06-15",
    "2026-13-01",
    "2026-09-01T08:00:00Z",
    "2026-02-30T25:61:61Z",
    "0.00",
    "100.00",
    "-100.00",
    "999999999999.99",
    "1",
    "1.5",
    "01.00",
    "110101201506010002",
    "110101201506010003",
    "11010120150104000X",
    "11010120150104000x",
    "331122201803150005",
    "440106198501010007",
    "110103200506010000",
    "810000201506010006",
    "820000201506010008",
    "83000020150601000X",
    "931840201506010009",
    "440106850101000",
    "999999201506010000",
    "X320101001",
    "X990101001",
    "531000000000000008",
    "533100001234567881",
    "1211000040000000XT",
    "1211000040000000XU",
    "6217000000000000004",
    "6217000000000000005",
    "13000000000",
    "23000000000",
    "110101",
    "999999",
    "320684",
    "44060125",
    "0123456789",
    "12345678901234567890",
    "abc123",
    "ABC",
    "C91.000",
    "C91.0",
    "D56.1",
    "C91.000x006",
    "I10.x00",
    "not a code",
    "",
    " ",
    "\u{3000}",
    "请填写",
    "某",
    "壹佰元整",
    "贰拾柒万陆仟零贰拾元零陆角陆分",
    "壹佰贰",
    "张*",
    "*三",
    "1101**********0002",
    "******************",
    "019a0000-0000-7000-8000-000000000999",
    "019a0000-0000-4000-8000-000000000999",
    "cash",
    "dibao",
    "shuidichou",
    "something-new",
    "1.0",
    "1.1",
    "tongzhou",
    "en",
    "CNY",
    "USD",
    "156",
    "840",
    "\u{0}",
    "😀",
    "\u{FEFF}",
];

/// A value of a type chosen at random.
pub(super) fn wrong(random: &mut Random) -> Value {
    [
        json!(null),
        json!(true),
        json!(7),
        json!(-1.5),
        json!(""),
        json!("x"),
        json!([]),
        json!({}),
        json!([{}]),
        json!({"a": 1}),
    ][random.below(10)]
    .clone()
}

/// A text with one small change.
pub(super) fn edit(text: &str, random: &mut Random) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let at = random.below(characters.len() + 1);
    let new =
        *random.one(&['0', '9', 'X', 'a', 'Z', '-', '*', '.', ' ', '中', '\u{e9}', '\n', '１', '\u{1F600}']);
    match random.below(6) {
        0 => characters.insert(at, new),
        1 if at < characters.len() => drop(characters.remove(at)),
        2 if at < characters.len() => characters[at] = new,
        3 if at + 1 < characters.len() => characters.swap(at, at + 1),
        4 => characters.extend(text.chars().collect::<Vec<_>>()),
        _ => {
            let digits: Vec<usize> =
                (0..characters.len()).filter(|at| characters[*at].is_ascii_digit()).collect();
            if let Some(at) = digits.get(random.below(digits.len())) {
                characters[*at] = char::from(b'0' + random.below(10) as u8);
            }
        }
    }
    characters.into_iter().collect()
}

/// The text with a change that only bytes can show.
pub(super) fn scratch(text: String, random: &mut Random) -> Vec<u8> {
    let at = random.below(text.len());
    match random.below(14) {
        0 => [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat(),
        1 => text.as_bytes()[..at].to_vec(),
        2 => {
            let mut bytes = text.into_bytes();
            bytes[at] = random.below(256) as u8;
            bytes
        }
        3 => text.replacen("{", "{\"standard\":\"tongzhou\",", 1 + random.below(2)).into_bytes(),
        4 => text.replacen("\"", "\"\\u0061", 1 + random.below(40)).into_bytes(),
        5 => text.replacen("a", "\\u0061", 1 + random.below(200)).into_bytes(),
        6 => text.replace(":", " :\t\r\n ").into_bytes(),
        7 => format!("{text} {{}}").into_bytes(),
        8 => text.replacen(":\"", ":\"\\ud800", 1 + random.below(20)).into_bytes(),
        9 => text.replacen(":\"", ":\"\\uFFFE", 1 + random.below(20)).into_bytes(),
        10 => text.replacen(":", ":1e400,\"x\":", 1).into_bytes(),
        12 => {
            let extensions: Vec<String> = (0..60).map(|at| format!("\"a.b{at}\":1")).collect();
            text.replacen('{', &format!("{{\"extensions\":{{{}}},", extensions.join(",")), 1).into_bytes()
        }
        11 => text.replacen(":", &format!(":{},\"x\":", "[".repeat(70)), 1).into_bytes(),
        _ => text.replacen(":", ":null,\"x\":", 1 + random.below(20)).into_bytes(),
    }
}
