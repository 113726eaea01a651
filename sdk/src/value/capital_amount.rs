//! Amounts in Chinese capital numerals, 大写金额, as receipts print them beside the figures.

use thiserror::Error;

use super::money::Money;

/// Why a text is no amount in capital numerals.
///
/// ```
/// use tongzhou::value::capital_amount::{CapitalAmountError, parse_capital};
///
/// assert_eq!(parse_capital(""), Err(CapitalAmountError::Empty));
/// assert_eq!(parse_capital("100元"), Err(CapitalAmountError::Characters));
/// assert_eq!(parse_capital("壹佰"), Err(CapitalAmountError::Order));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CapitalAmountError {
    /// There is nothing in it.
    #[error("the amount in capital numerals is empty")]
    Empty,
    /// It has a character that no such amount has.
    #[error("the amount in capital numerals has a character that does not belong there")]
    Characters,
    /// The characters do not follow each other as in a number, or the unit of money is missing.
    #[error("the amount in capital numerals is not in order")]
    Order,
}

/// Reads an amount in capital numerals.
///
/// Tolerant of what is printed: 零 or 〇, with or without it before 角; 整, 正 or nothing at the end; 元, 圆 or 圓;
/// traditional forms such as 萬 and 億; 负 in front of a red bill's amount; 人民币 before it; spaces between.
///
/// ```
/// use tongzhou::value::capital_amount::parse_capital;
///
/// let amount = parse_capital("贰拾柒万陆仟零贰拾元零陆角陆分").unwrap();
/// assert_eq!(amount.to_string(), "276020.66");
/// ```
pub fn parse_capital(text: &str) -> Result<Money, CapitalAmountError> {
    let mut reading = Reading::default();
    let mut negative = false;
    let mut rest = text.trim();
    loop {
        let mut chars = rest.chars();
        match chars.next() {
            Some('负' | '負') if !negative => negative = true,
            _ => match CURRENCY.iter().find_map(|currency| rest.strip_prefix(currency)) {
                Some(after) => {
                    rest = after;
                    continue;
                }
                None => break,
            },
        }
        rest = chars.as_str();
    }
    if rest.is_empty() {
        return Err(CapitalAmountError::Empty);
    }
    for character in rest.chars().filter(|character| !character.is_whitespace()) {
        let sign = sign(character).ok_or(CapitalAmountError::Characters)?;
        reading.take(sign).ok_or(CapitalAmountError::Order)?;
    }
    let fen = reading.finish().ok_or(CapitalAmountError::Order)?;
    Money::from_fen(if negative { -fen } else { fen }).ok_or(CapitalAmountError::Order)
}

/// Writes an amount in capital numerals, with 元 and 整 and in simplified characters.
///
/// ```
/// use tongzhou::value::capital_amount::to_capital;
///
/// assert_eq!(to_capital("188.21".parse().unwrap()), "壹佰捌拾捌元贰角壹分");
/// assert_eq!(to_capital("233.00".parse().unwrap()), "贰佰叁拾叁元整");
/// ```
pub fn to_capital(amount: Money) -> String {
    let mut text = String::new();
    if amount.is_negative() {
        text.push('负');
    }
    let fen = amount.abs().fen();
    let (yuan, jiao, fen) = (fen / 100, fen / 10 % 10, fen % 10);
    write_yuan(&mut text, yuan);
    if jiao == 0 && fen == 0 {
        if yuan == 0 {
            text.push_str("零元");
        }
        text.push('整');
        return text;
    }
    // A zero stands for each run of empty places between two that are not empty, that of the yuan included.
    if yuan > 0 && (yuan % 10 == 0 || jiao == 0) {
        text.push('零');
    }
    if jiao > 0 {
        text.push(numeral(jiao));
        text.push('角');
    }
    if fen > 0 {
        text.push(numeral(fen));
        text.push('分');
    } else {
        text.push('整');
    }
    text
}

/// Writes whole yuan with 元, or nothing for none.
fn write_yuan(text: &mut String, yuan: i64) {
    if yuan == 0 {
        return;
    }
    let (mut begun, mut gap) = (false, false);
    for (scale, name) in [(YI, "亿"), (WAN, "万"), (1, "")] {
        let group = yuan / scale % 10_000;
        for (unit, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            let digit = group / unit % 10;
            if digit == 0 {
                gap = begun;
                continue;
            }
            if gap {
                text.push('零');
            }
            text.push(numeral(digit));
            text.push_str(name);
            (begun, gap) = (true, false);
        }
        if group > 0 {
            text.push_str(name);
            gap = false;
        }
    }
    text.push('元');
}

/// What one character says.
#[derive(Clone, Copy)]
enum Sign {
    Digit(i64),
    /// 拾, 佰, 仟.
    Unit(i64),
    Wan,
    Yi,
    Yuan,
    Jiao,
    Fen,
    /// 整 or 正.
    Whole,
}

fn sign(character: char) -> Option<Sign> {
    Some(match character {
        '零' | '〇' => Sign::Digit(0),
        '壹' => Sign::Digit(1),
        '贰' | '貳' => Sign::Digit(2),
        '叁' | '叄' | '參' => Sign::Digit(3),
        '肆' => Sign::Digit(4),
        '伍' => Sign::Digit(5),
        '陆' | '陸' => Sign::Digit(6),
        '柒' => Sign::Digit(7),
        '捌' => Sign::Digit(8),
        '玖' => Sign::Digit(9),
        '拾' | '十' => Sign::Unit(10),
        '佰' | '百' => Sign::Unit(100),
        '仟' | '千' => Sign::Unit(1000),
        '万' | '萬' => Sign::Wan,
        '亿' | '億' => Sign::Yi,
        '元' | '圆' | '圓' => Sign::Yuan,
        '角' => Sign::Jiao,
        '分' => Sign::Fen,
        '整' | '正' => Sign::Whole,
        _ => return None,
    })
}

fn numeral(digit: i64) -> char {
    match digit {
        1 => '壹',
        2 => '贰',
        3 => '叁',
        4 => '肆',
        5 => '伍',
        6 => '陆',
        7 => '柒',
        8 => '捌',
        9 => '玖',
        _ => '零',
    }
}

/// How far into an amount the reading has come; each unit of money ends what came before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Stage {
    #[default]
    Number,
    Yuan,
    Jiao,
    Fen,
    Whole,
}

/// An amount half read. `take` gives `None` for a sign that cannot come next.
#[derive(Default)]
struct Reading {
    stage: Stage,
    /// Groups ended by 亿 or 万.
    groups: i64,
    /// The scale of the last group, or 0.
    scale: i64,
    /// The present group without its last digit.
    section: i64,
    /// The last unit in the present group, or 0.
    unit: i64,
    digit: Option<i64>,
    fen: i64,
}

impl Reading {
    fn take(&mut self, sign: Sign) -> Option<()> {
        match sign {
            Sign::Digit(digit) => {
                // Only a zero may stand before another digit.
                if self.stage == Stage::Whole || self.digit.is_some_and(|before| before > 0) {
                    return None;
                }
                self.digit = Some(digit);
            }
            Sign::Unit(unit) => {
                if self.stage != Stage::Number || (self.unit > 0 && unit >= self.unit) {
                    return None;
                }
                // 拾 alone at the head of a group is one ten.
                let bare = (unit == 10 && self.unit == 0).then_some(1);
                self.section += self.digit.take().or(bare)? * unit;
                self.unit = unit;
            }
            Sign::Yi => self.end_group(YI)?,
            Sign::Wan => self.end_group(WAN)?,
            Sign::Yuan => {
                if self.stage != Stage::Number || (self.scale == 0 && !self.in_group()) {
                    return None;
                }
                self.fen = (self.groups + self.section + self.digit.take().unwrap_or(0)) * 100;
                self.stage = Stage::Yuan;
            }
            Sign::Jiao => self.take_small(Stage::Jiao, 10)?,
            Sign::Fen => self.take_small(Stage::Fen, 1)?,
            Sign::Whole => {
                if self.digit.is_some() || self.stage == Stage::Number || self.stage == Stage::Whole {
                    return None;
                }
                self.stage = Stage::Whole;
            }
        }
        Some(())
    }

    fn finish(self) -> Option<i64> {
        (self.digit.is_none() && self.stage != Stage::Number).then_some(self.fen)
    }

    fn in_group(&self) -> bool {
        self.digit.is_some() || self.unit > 0
    }

    fn end_group(&mut self, scale: i64) -> Option<()> {
        if self.stage != Stage::Number || !self.in_group() || (self.scale > 0 && scale >= self.scale) {
            return None;
        }
        self.groups += (self.section + self.digit.take().unwrap_or(0)) * scale;
        (self.scale, self.section, self.unit) = (scale, 0, 0);
        Some(())
    }

    fn take_small(&mut self, stage: Stage, fen: i64) -> Option<()> {
        // Without 元 before it, a digit is all there may be.
        if self.stage >= stage || (self.stage == Stage::Number && (self.unit > 0 || self.scale > 0)) {
            return None;
        }
        self.fen += self.digit.take()? * fen;
        self.stage = stage;
        Some(())
    }
}

const WAN: i64 = 10_000;
const YI: i64 = 100_000_000;
/// What may stand before an amount.
const CURRENCY: [&str; 6] = ["人民币", "人民幣", "：", ":", " ", "\u{3000}"];

#[cfg(test)]
mod tests {
    use chinese_number::{ChineseCase, ChineseVariant, NumberToChinese};
    use quickcheck::quickcheck;

    use super::*;

    fn money(text: &str) -> Money {
        text.parse().unwrap()
    }

    #[test]
    fn printed_forms_are_read() {
        for (text, amount) in [
            ("壹佰捌拾捌元贰角壹分", "188.21"),
            ("贰佰叁拾叁元整", "233.00"),
            ("贰拾柒万陆仟零贰拾元零陆角陆分", "276020.66"),
            ("叁萬元整", "30000.00"),
            ("叁萬贰仟圆正", "32000.00"),
            ("人民币：伍拾圓整", "50.00"),
            ("负壹佰元整", "-100.00"),
            ("人民币负伍角", "-0.50"),
            ("零元整", "0.00"),
            ("伍角", "0.50"),
            ("零伍分", "0.05"),
            ("壹元零伍分", "1.05"),
            ("壹元〇角伍分", "1.05"),
            ("拾元", "10.00"),
            ("拾贰万元整", "120000.00"),
            ("壹仟零佰零拾零元零角零分", "1000.00"),
            ("壹億零叁萬元整", "100030000.00"),
            ("壹亿贰仟万元", "120000000.00"),
            ("壹拾元伍角整", "10.50"),
            (" 壹 佰 元 整 ", "100.00"),
        ] {
            assert_eq!(parse_capital(text).map(|read| read.to_string()), Ok(amount.to_owned()), "{text}");
        }
    }

    #[test]
    fn amounts_out_of_order_are_refused() {
        for text in [
            "壹佰",
            "元",
            "壹贰元",
            "佰元",
            "壹佰贰仟元",
            "壹万贰万元",
            "万元",
            "壹元贰元",
            "壹分贰角",
            "壹元整贰角",
            "整",
            "壹元伍",
            "壹元佰",
            "壹佰角",
            "壹万亿元",
            "壹元壹角壹角",
            "壹元整整",
            "壹佰零",
        ] {
            assert_eq!(parse_capital(text), Err(CapitalAmountError::Order), "{text}");
        }
    }

    #[test]
    fn other_characters_and_emptiness_are_told_apart() {
        for text in ["188.21", "一百元", "壹佰元A", "负负壹元"] {
            assert_eq!(parse_capital(text), Err(CapitalAmountError::Characters), "{text}");
        }
        for text in ["", "  ", "人民币", "负"] {
            assert_eq!(parse_capital(text), Err(CapitalAmountError::Empty), "{text}");
        }
    }

    #[test]
    fn amounts_are_written_as_receipts_print_them() {
        for (amount, text) in [
            ("188.21", "壹佰捌拾捌元贰角壹分"),
            ("233.00", "贰佰叁拾叁元整"),
            ("276020.66", "贰拾柒万陆仟零贰拾元零陆角陆分"),
            ("0.00", "零元整"),
            ("0.05", "伍分"),
            ("0.50", "伍角整"),
            ("1.05", "壹元零伍分"),
            ("-100.00", "负壹佰元整"),
            ("100000005.00", "壹亿零伍元整"),
            ("102000.00", "壹拾万贰仟元整"),
            ("1002.00", "壹仟零贰元整"),
            ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
        ] {
            assert_eq!(to_capital(money(amount)), text);
        }
    }

    quickcheck! {
        fn an_amount_reads_as_it_is_written(amount: Money) -> bool {
            parse_capital(&to_capital(amount)) == Ok(amount)
        }

        fn whole_yuan_are_read_as_another_library_writes_them(amount: Money, traditional: bool) -> bool {
            let yuan = amount.abs().fen() / 100;
            let variant = if traditional { ChineseVariant::Traditional } else { ChineseVariant::Simple };
            let numerals = yuan.to_chinese(variant, ChineseCase::Upper, chinese_number::ChineseCountMethod::TenThousand);
            parse_capital(&format!("{}元整", numerals.unwrap())) == Ok(Money::from_fen(yuan * 100).unwrap())
        }

        fn any_text_is_read_without_fault(text: String) -> bool {
            parse_capital(&text).is_err()
        }

        fn any_row_of_signs_is_read_without_fault(signs: Vec<u8>) -> bool {
            let text: String = signs
                .iter()
                .filter_map(|sign| "零壹贰玖拾佰仟万亿元角分整负".chars().nth(usize::from(*sign) % 14))
                .collect();
            parse_capital(&text).map_or(true, |amount| parse_capital(&to_capital(amount)) == Ok(amount))
        }
    }
}
