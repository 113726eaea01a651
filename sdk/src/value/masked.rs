//! Masked numbers and names: whether what is left visible agrees with what is known.
//!
//! Receipts hide parts of a number, each province others: `150102********2023`, `**************6735`.

use crate::fault;

/// What a masked text says about a full one.
///
/// ```
/// use tongzhou::value::masked::{Agreement, name_agrees};
///
/// // Whoever gets such an answer asks a person, and does not guess.
/// assert_eq!(name_agrees("***", "测试甲"), Agreement::Incomparable);
/// assert_eq!(name_agrees("测试甲", "测试甲"), Agreement::Agrees);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// All that is visible is the same.
    Agrees,
    /// Something visible is not the same.
    Differs,
    /// Nothing can be said: the lengths differ, or nothing is visible.
    Incomparable,
}

/// Compares a masked number with the full one, place by place, with `*` as wildcard. Full-width characters count
/// as their narrow forms, small letters as capitals; a number without mask is compared the same way.
///
/// ```
/// use tongzhou::value::masked::{Agreement, number_agrees};
///
/// assert_eq!(number_agrees("110101********0002", "110101201506010002"), Agreement::Agrees);
/// assert_eq!(number_agrees("**************0003", "110101201506010002"), Agreement::Differs);
/// ```
pub fn number_agrees(masked: &str, full: &str) -> Agreement {
    let mut full = full.chars().map(narrow);
    let mut agreement = Agreement::Incomparable;
    for visible in masked.chars().map(narrow) {
        let Some(known) = full.next() else { return Agreement::Incomparable };
        if visible == '*' {
            continue;
        }
        if visible != known && !fault::is("visible-digits-unread") {
            agreement = Agreement::Differs;
        } else if agreement == Agreement::Incomparable {
            agreement = Agreement::Agrees;
        }
    }
    if full.next().is_some() { Agreement::Incomparable } else { agreement }
}

/// Compares a masked name (`张*`, `*小三`, `张某某`) with the full one; `*` and 某 are wildcards.
///
/// Masks are not true to length: `张*` and 张某 may stand for a name of three characters. So where the lengths
/// differ, what stands before the wildcards must begin the name, what stands behind them must end it, and the
/// wildcards must stand for something. Spaces count for nothing.
///
/// ```
/// use tongzhou::value::masked::{Agreement, name_agrees};
///
/// assert_eq!(name_agrees("测*", "测试甲"), Agreement::Agrees);
/// assert_eq!(name_agrees("*试甲", "测试乙"), Agreement::Differs);
/// ```
pub fn name_agrees(masked: &str, full: &str) -> Agreement {
    let visible = |character: char| !is_name_wildcard(character);
    if !name(masked).any(visible) || name(full).next().is_none() {
        return Agreement::Incomparable;
    }
    let (written, known) = (name(masked).count(), name(full).count());
    let agrees = if fault::is("name-by-its-beginning") {
        name(masked).next() == name(full).next()
    } else if written == known {
        name(masked).zip(name(full)).all(|(mask, known)| mask == known || !visible(mask))
    } else if name(masked).all(visible) {
        false
    } else {
        let head = name(masked).take_while(|character| visible(*character)).count();
        let tail = name(masked).rev().take_while(|character| visible(*character)).count();
        // A second run of wildcards would leave open what stands for what.
        if name(masked).skip(head).take(written - head - tail).any(visible) {
            return Agreement::Incomparable;
        }
        head + tail < known
            && name(masked).take(head).eq(name(full).take(head))
            && name(masked).rev().take(tail).eq(name(full).rev().take(tail))
    };
    if agrees { Agreement::Agrees } else { Agreement::Differs }
}

/// The characters of a name that count.
fn name(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(|character| !character.is_whitespace()).map(narrow)
}

fn is_name_wildcard(character: char) -> bool {
    matches!(character, '*' | '某')
}

/// A full-width ASCII character as its narrow form, a small letter as its capital.
fn narrow(character: char) -> char {
    let narrow = match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        _ => character,
    };
    narrow.to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::Agreement::{Agrees, Differs, Incomparable};
    use super::*;

    #[test]
    fn masks_of_several_provinces_agree_with_the_number_they_hide() {
        for masked in [
            "110101********0002",
            "**************0002",
            "11010120150601****",
            "１１０１０１＊＊＊＊＊＊＊＊０００２",
            "110101201506010002",
        ] {
            assert_eq!(number_agrees(masked, "110101201506010002"), Agrees, "{masked}");
        }
        assert_eq!(number_agrees("**************000x", "11010120150104000X"), Agrees);
        assert_eq!(number_agrees("**************000Ｘ", "11010120150104000x"), Agrees);
    }

    #[test]
    fn a_visible_difference_is_found_and_lengths_are_not_guessed() {
        assert_eq!(number_agrees("110102********0002", "110101201506010002"), Differs);
        assert_eq!(number_agrees("*****************3", "110101201506010002"), Differs);
        assert_eq!(number_agrees("1101***0002", "110101201506010002"), Incomparable);
        assert_eq!(number_agrees("110101********00020", "110101201506010002"), Incomparable);
        assert_eq!(number_agrees("110109*", "110101201506010002"), Incomparable);
        assert_eq!(number_agrees("******************", "110101201506010002"), Incomparable);
        assert_eq!(number_agrees("", ""), Incomparable);
    }

    #[test]
    fn masked_names_agree_with_those_they_hide() {
        for (masked, full) in [
            ("测*", "测甲"),
            ("测*", "测试甲"),
            ("测**", "测试甲"),
            ("测**", "测甲"),
            ("*甲", "测甲"),
            ("*试甲", "测试甲"),
            ("测*甲", "测试甲"),
            ("测＊甲", "测试验甲"),
            ("测某", "测试甲"),
            ("测某某", "测试甲"),
            ("测 * ", "测甲"),
            ("测试甲", "测 试 甲"),
        ] {
            assert_eq!(name_agrees(masked, full), Agrees, "{masked} {full}");
        }
    }

    #[test]
    fn names_that_differ_visibly_or_say_nothing_are_told_apart() {
        for (masked, full) in [
            ("试*", "测试甲"),
            ("*乙", "测试甲"),
            ("测试*", "测试"),
            ("测试", "测试甲"),
            ("测*乙", "测甲乙丙"),
        ] {
            assert_eq!(name_agrees(masked, full), Differs, "{masked} {full}");
        }
        for (masked, full) in
            [("**", "测试"), ("某某", "测试"), ("", "测试"), ("测*", ""), ("*试*", "测试甲乙")]
        {
            assert_eq!(name_agrees(masked, full), Incomparable, "{masked} {full}");
        }
    }

    quickcheck! {
        fn hiding_some_places_of_a_number_keeps_agreement(number: u64, hidden: u32) -> bool {
            let full = format!("{number:020}");
            let hide = |(place, digit)| if hidden >> place & 1 == 1 { '*' } else { digit };
            let masked: String = full.chars().enumerate().map(hide).collect();
            let expected = if masked.contains(|seen: char| seen != '*') { Agrees } else { Incomparable };
            number_agrees(&masked, &full) == expected
        }

        fn another_visible_digit_differs(number: u64, place: usize) -> bool {
            let mut other = format!("{number:020}").into_bytes();
            let place = place % 20;
            other[place] = b'0' + (other[place] - b'0' + 1) % 10;
            number_agrees(&String::from_utf8(other).unwrap(), &format!("{number:020}")) == Differs
        }

        fn any_texts_are_compared_without_fault(masked: String, full: String) -> bool {
            number_agrees(&masked, &full);
            name_agrees(&masked, &full);
            true
        }
    }
}
