//! Administrative divisions, 行政区划代码 (GB/T 2260): the codes in force and those of the past.
//!
//! A resident id carries the code of the place of first registration for life, so a code that was abolished
//! decades ago is as good there as one in force. The table is part of the program and is searched where it
//! lies: nothing is read or parsed before the first look-up.
//!
//! ```
//! use tongzhou::region::Region;
//!
//! // 崇文区 became part of 东城区 in 2010; whoever was registered there keeps the code for life.
//! let chongwen = Region::find("110103").expect("a division that was");
//! assert_eq!((chongwen.name_zh(), chongwen.valid_to()), ("崇文区", Some(2009)));
//! ```

mod packed;

#[cfg(test)]
mod packing;

use packed::Record;

/// A division that has, or once had, a six-digit code.
///
/// ```
/// use tongzhou::region::Region;
///
/// let chongwen = Region::find("110103").unwrap();
/// assert_eq!(chongwen.name_zh(), "崇文区");
/// assert!(!chongwen.is_current());
/// assert!(chongwen.existed_in(2009) && !chongwen.existed_in(2015));
/// assert_eq!(chongwen.province().unwrap().name_zh(), "北京市");
/// assert_eq!((chongwen.valid_to(), chongwen.existed_in_or_after(1990)), (Some(2009), true));
/// // The list begins with 1984: since when the code was there before that is not known.
/// assert_eq!(chongwen.valid_from(), None);
/// assert_eq!(chongwen.scope(), tongzhou::region::Scope::Division);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region(Record);

/// Where a code of the table is used.
///
/// ```
/// use tongzhou::region::{Region, Scope};
///
/// let scope = |code| Region::find(code).map(|region| region.scope());
/// assert_eq!(scope("110108"), Some(Scope::Division));
/// assert_eq!(scope("830000"), Some(Scope::Permit));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A division of GB/T 2260.
    Division,
    /// An entry that groups others, such as 市辖区; no place by itself, yet found in numbers that people hold.
    Heading,
    /// Found on residence permits only: 830000, where GB/T 2260 itself has 710000.
    Permit,
}

impl Region {
    /// The division of a six-digit code, in force or not.
    pub fn find(code: &str) -> Option<Self> {
        let code = number(code, 6)?;
        packed::find(code).map(Self)
    }

    /// The Chinese name at its latest use, without those of the divisions above it.
    pub fn name_zh(&self) -> &'static str {
        packed::name(self.0)
    }

    /// Where the code is used.
    pub fn scope(&self) -> Scope {
        self.0.scope
    }

    /// The first year whose year-end list has the code; `None` when that was before 1984 or is not known.
    pub fn valid_from(&self) -> Option<u16> {
        self.0.valid_from
    }

    /// The last year whose year-end list has the code; `None` when it is in force or no end is known.
    pub fn valid_to(&self) -> Option<u16> {
        self.0.valid_to
    }

    /// Whether the code is in force, as far as the table knows.
    pub fn is_current(&self) -> bool {
        self.0.valid_to.is_none()
    }

    /// Whether the code was in use at some time of `year`.
    ///
    /// Lenient by design: a code that left the lists in one year was in use until a day of that year, gaps in a
    /// history are not seen, and an unknown start reaches back to 1949.
    pub fn existed_in(&self, year: u16) -> bool {
        year >= self.0.valid_from.unwrap_or(FIRST_YEAR) && self.existed_in_or_after(year)
    }

    /// Whether the code was in use at some time of `year` or later: what can be asked of the code in the number
    /// of somebody born in `year`, who may have been registered long after.
    pub fn existed_in_or_after(&self, year: u16) -> bool {
        self.0.valid_to.is_none_or(|last| year <= last.saturating_add(1))
    }

    /// The province-level division it lies in, itself if it is one.
    pub fn province(&self) -> Option<Self> {
        packed::find(self.0.code / 10_000 * 10_000).map(Self)
    }
}

/// Whether a six-digit code is, or ever was, in use.
///
/// ```
/// assert!(tongzhou::region::ever_existed("320684"));
/// assert!(!tongzhou::region::ever_existed("999999"));
/// ```
pub fn ever_existed(code: &str) -> bool {
    Region::find(code).is_some()
}

/// Whether two digits begin the codes of a province-level division: `11` to `65`, `71`, `81`, `82`, and the `83`
/// of residence permits.
///
/// ```
/// assert!(tongzhou::region::province_known("44"));
/// assert!(!tongzhou::region::province_known("99"));
/// ```
pub fn province_known(prefix: &str) -> bool {
    number(prefix, 2).is_some_and(|two| packed::find(two * 10_000).is_some())
}

/// The value of exactly `digits` ASCII digits.
fn number(text: &str, digits: usize) -> Option<u32> {
    if text.len() != digits {
        return None;
    }
    text.bytes()
        .try_fold(0, |sum: u32, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

/// Where an unknown start reaches back to.
const FIRST_YEAR: u16 = 1949;

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn codes_in_force_are_found_with_their_names() {
        for (code, name) in
            [("110101", "东城区"), ("500157", "两江新区"), ("710000", "台湾省"), ("820000", "澳门特别行政区")]
        {
            let region = Region::find(code).unwrap();
            assert_eq!(region.name_zh(), name);
            assert!(region.is_current(), "{code}");
        }
    }

    #[test]
    fn abolished_codes_are_found_with_their_last_years() {
        for (code, name, last) in
            [("110103", "崇文区", 2009), ("330621", "绍兴县", 2012), ("320684", "海门市", 2019)]
        {
            let region = Region::find(code).unwrap();
            assert_eq!((region.name_zh(), region.valid_to()), (name, Some(last)));
            assert!(region.existed_in(last) && region.existed_in(last + 1) && !region.existed_in(last + 2));
            assert!(region.existed_in_or_after(1990) && !region.existed_in_or_after(last + 2));
        }
    }

    #[test]
    fn a_new_code_did_not_exist_before_its_year_but_exists_for_those_born_before_it() {
        let liangjiang = Region::find("500157").unwrap();
        assert_eq!(liangjiang.valid_from(), Some(2025));
        assert!(!liangjiang.existed_in(2024) && liangjiang.existed_in(2025));
        assert!(liangjiang.existed_in_or_after(2010));
    }

    #[test]
    fn an_unknown_start_reaches_back_to_1949() {
        let dongcheng = Region::find("110101").unwrap();
        assert_eq!(dongcheng.valid_from(), None);
        assert!(dongcheng.existed_in(1949) && !dongcheng.existed_in(1948));
    }

    #[test]
    fn permits_of_taiwan_and_grouping_entries_are_told_apart_from_divisions() {
        assert_eq!(Region::find("830000").map(|region| region.scope()), Some(Scope::Permit));
        assert_eq!(Region::find("710000").map(|region| region.scope()), Some(Scope::Division));
        assert_eq!(Region::find("130101").map(|region| region.scope()), Some(Scope::Heading));
    }

    #[test]
    fn what_is_no_six_digit_code_is_not_found() {
        for code in ["", "11010", "1101011", "11010X", "１１０１０１", "000000", "110199", "990000"] {
            assert!(Region::find(code).is_none(), "{code}");
        }
    }

    #[test]
    fn provinces_are_known_by_their_two_digits() {
        let known: Vec<u32> = (0..100).filter(|two| province_known(&format!("{two:02}"))).collect();
        let expected = [
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
            53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
        ];
        assert_eq!(known, expected);
        assert!(!province_known("1") && !province_known("110"));
    }

    quickcheck! {
        fn any_text_is_looked_up_without_fault(text: String) -> bool {
            Region::find(&text).is_none() || text.len() == 6
        }
    }
}
