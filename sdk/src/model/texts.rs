//! The shapes of text that documents use: dates, money, identifiers, free text.

use crate::{
    code::is_slug,
    shape::{Shape, Shaped},
    text::Bilingual,
};

/// Declares a shape and the name of the text that has it, with a text that is like it and one that is not.
macro_rules! shape {
    ($(#[$doc:meta])* $text:ident, $shape:ident = $name:literal, [$en:literal, $zh:literal],
     like $like:literal not $unlike:literal, $pattern:expr, $min:literal..=$max:literal,
     personal: $personal:literal, $fits:expr) => {
        #[doc = concat!(" The shape of [`", stringify!($text), "`].")]
        ///
        /// ```
        #[doc = concat!(" use ", module_path!(), "::", stringify!($shape), ";")]
        /// use tongzhou::shape::{Shape, Shaped};
        ///
        #[doc = concat!(" assert_eq!(", stringify!($shape), "::NAME, ", stringify!($name), ");")]
        #[doc = concat!(" assert!(Shaped::<", stringify!($shape), ">::new(", stringify!($like), ").is_some());")]
        /// ```
        #[derive(Debug)]
        pub enum $shape {}

        impl Shape for $shape {
            const NAME: &'static str = $name;
            const TITLE: Bilingual = Bilingual { en: $en, zh: $zh };
            const PATTERN: Option<&'static str> = $pattern;
            const MIN: usize = $min;
            const MAX: usize = $max;
            const PERSONAL: bool = $personal;

            fn fits(text: &str) -> bool {
                let fits: fn(&str) -> bool = $fits;
                fits(text)
            }
        }

        $(#[$doc])*
        ///
        /// ```
        #[doc = concat!(" use ", module_path!(), "::", stringify!($text), ";")]
        ///
        #[doc = concat!(" let text: ", stringify!($text), " = ", stringify!($like), ".parse()?;")]
        #[doc = concat!(" assert_eq!(text.as_str(), ", stringify!($like), ");")]
        #[doc = concat!(" assert!(", stringify!($unlike), ".parse::<", stringify!($text), ">().is_err());")]
        /// # Ok::<(), tongzhou::shape::ShapeError>(())
        /// ```
        pub type $text<'a> = Shaped<'a, $shape>;
    };
}

pub(super) use shape;

shape! {
    /// A date `YYYY-MM-DD` by its shape; whether the day exists is a rule.
    DateText, DateShape = "Date", ["Date", "日期"], like "2026-09-20" not "2026-9-20", Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), 10..=10, personal: true,
    |text| const { Template::<10>::new("0000-00-00") }.fits(text)
}
shape! {
    /// A month `YYYY-MM` by its shape; whether the year has it is a rule.
    MonthText, MonthShape = "Month", ["Month", "月份"], like "2026-09" not "September 2026", Some("^[0-9]{4}-[0-9]{2}$"), 7..=7, personal: false,
    |text| const { Template::<7>::new("0000-00") }.fits(text)
}
shape! {
    /// An instant in UTC, `YYYY-MM-DDThh:mm:ssZ`, by its shape.
    InstantText, InstantShape = "Instant", ["Instant in UTC", "时刻（UTC）"], like "2026-09-20T02:30:00Z" not "2026-09-20T10:30:00+08:00", Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"), 20..=20,
    personal: false, |text| const { Template::<20>::new("0000-00-00T00:00:00Z") }.fits(text)
}
shape! {
    /// An amount in yuan with two places, `1234.50`, 金额（元）; a red bill's amounts begin with `-`.
    MoneyText, MoneyShape = "Money", ["Amount in yuan", "金额（元）"], like "1234.50" not "1,234.5", Some("^-?(0|[1-9][0-9]{0,11})\\.[0-9]{2}$"), 4..=16, personal: true, is_money
}
shape! {
    /// An identifier of the standard's own making, UUID version 7 in lower case.
    IdText, IdShape = "Uuid7", ["Identifier (UUID v7)", "标识号（UUID v7）"], like "019a0000-0000-7000-8000-000000000100" not "019A0000-0000-4000-8000-000000000100",
    Some("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"), 36..=36, personal: false, is_id
}
shape! {
    /// A SHA-256 digest, 64 lower-case hexadecimal digits.
    DigestText, DigestShape = "Sha256", ["SHA-256 digest", "SHA-256 摘要"], like "17c613875b1e62db6606a33d98f151c4060eb5e9130ad18601e95ecdbf3097cb" not "17c61387", Some("^[0-9a-f]{64}$"), 64..=64, personal: false,
    |text| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
shape! {
    /// A code, number or check code of a bill, without blanks and hyphens. The shape is loose because paper is read
    /// with errors; how many digits a kind of bill has is a rule.
    BillNumberText, BillNumberShape = "BillNumber", ["Code or number of a bill", "票据代码或号码"], like "0000000102" not "No. 0000000102", Some("^[0-9A-Za-z]{1,32}$"), 1..=32, personal: true,
    |text| text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
shape! {
    /// A time of day `hh:mm:ss` in China by its shape.
    TimeText, TimeShape = "Time", ["Time of day", "时间"], like "15:02:10" not "3 pm", Some("^[0-9]{2}:[0-9]{2}:[0-9]{2}$"), 8..=8, personal: true, |text| const { Template::<8>::new("00:00:00") }.fits(text)
}
shape! {
    /// A decimal number such as a quantity, a rate or days of stay: at most twelve digits, then up to six places.
    DecimalText, DecimalShape = "Decimal", ["Decimal number", "十进制数"], like "12.5" not "12,5", Some("^-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?$"), 1..=20, personal: true, is_decimal
}
shape! {
    /// A currency as three letters of ISO 4217.
    CurrencyText, CurrencyShape = "Currency", ["Currency", "币种"], like "CNY" not "yuan", Some("^[A-Z]{3}$"), 3..=3, personal: false,
    |text| text.bytes().all(|byte| byte.is_ascii_uppercase())
}
shape! {
    /// A language as a tag such as `zh-CN`.
    LanguageText, LanguageShape = "Language", ["Language", "语言"], like "zh-CN" not "Chinese", Some("^[A-Za-z]{2,3}(-[0-9A-Za-z]{2,8})*$"), 2..=35, personal: true, is_language
}
shape! {
    /// The version of a text or form.
    VersionText, VersionShape = "Version", ["Version", "版本"], like "2026-01" not "2026 / 1", Some("^[0-9A-Za-z._-]+$"), 1..=32, personal: false,
    |text| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}
shape! {
    /// An e-mail address by its shape: ASCII with one `@` inside.
    EmailText, EmailShape = "Email", ["E-mail address", "电子邮箱"], like "privacy@example.org" not "privacy.example.org", Some("^[!-?A-~]+@[!-?A-~]+$"), 3..=254, personal: true, is_email
}
shape! {
    /// The name of an entry of a package that its manifest lists: a folder, an identifier and an ending.
    EntryNameText, EntryNameShape = "EntryName", ["Name of an entry", "条目名称"], like "records/019a0000-0000-7000-8000-000000000100.json" not "records/application.json",
    Some("^(records/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.json|receipts/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.json|documents/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.(pdf|jpg|png|ofd|xml))$"), 49..=50, personal: false, is_entry_name
}
shape! {
    /// The name of any entry of a package, the manifest and signatures included.
    AnyEntryNameText, AnyEntryNameShape = "AnyEntryName", ["Name of any entry", "任一条目名称"], like "manifest.json" not "../manifest.json",
    Some("^(manifest\\.json|records/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.json|receipts/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.json|documents/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.(pdf|jpg|png|ofd|xml)|signatures/[0-9a-z-]{1,64}\\.jws\\.json)$"), 13..=84, personal: false,
    |text| text == "manifest.json" || is_entry_name(text) || is_signature_name(text)
}
shape! {
    /// A division code of GB/T 2260, six digits, 行政区划代码.
    RegionText, RegionShape = "RegionCode", ["Division code", "行政区划代码"], like "331122" not "3311", Some("^[0-9]{6}$"), 6..=6, personal: true, |text| const { Template::<6>::new("000000") }.fits(text)
}
shape! {
    /// A unified social credit code by its shape, 统一社会信用代码.
    OrganisationCodeText, OrganisationCodeShape = "OrganisationCode", ["Unified social credit code", "统一社会信用代码"], like "531000000000000008" not "53100000000000000O", Some("^[0-9A-HJ-NPQRTUWXY]{18}$"), 18..=18,
    personal: false,
    |text| text.bytes().all(|byte| byte.is_ascii_digit() || (byte.is_ascii_uppercase() && !b"IOSVZ".contains(&byte)))
}
shape! {
    /// A country or region by its numeric code of GB/T 2659, `156` for China.
    CountryText, CountryShape = "CountryCode", ["Country code", "国家和地区代码"], like "156" not "CN", Some("^[0-9]{3}$"), 3..=3, personal: true,
    |text| const { Template::<3>::new("000") }.fits(text)
}
shape! {
    /// The number of an identity paper, as printed: upper-case letters, digits and the marks in between.
    IdentifierText, IdentifierShape = "IdentifierValue", ["Number of an identity paper", "证件号码"], like "331122201803150005" not "331122 20180315 0005", Some("^[0-9A-Za-z()/.-]+$"), 1..=32, personal: true,
    |text| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"()/.-".contains(&byte))
}
shape! {
    /// The same number with `*` where digits are hidden, 掩码证件号.
    MaskedText, MaskedShape = "MaskedIdentifier", ["Number with hidden digits", "掩码证件号"], like "331122********0005" not "331122…0005", Some("^[0-9A-Za-z*()/.-]+$"), 1..=32, personal: true,
    |text| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"*()/.-".contains(&byte))
}
shape! {
    /// A name of a person as the paper writes it, 姓名.
    NameText, NameShape = "PersonName", ["Name of a person", "姓名"], like "林小满" not "", None, 1..=100, personal: true, |_| true
}
shape! {
    /// The name of an organisation, programme or product.
    TitleText, TitleShape = "Title", ["Name of an organisation or programme", "机构或项目名称"], like "示例儿童大病救助基金会" not "", None, 1..=200, personal: true, |_| true
}
shape! {
    /// A few words on one matter.
    ShortText, ShortShape = "ShortText", ["A few words", "简短说明"], like "医院附近租房" not "", None, 1..=500, personal: true, |_| true
}
shape! {
    /// An account in somebody's own words.
    LongText, LongShape = "LongText", ["An account in words", "文字叙述"], like "持续发热、面色苍白，确诊白血病。" not "", None, 1..=5000, personal: true, |_| true
}
shape! {
    /// A telephone number: digits, `+`, `-`, brackets and spaces.
    PhoneText, PhoneShape = "Phone", ["Telephone number", "电话号码"], like "010-00000002" not "ask the neighbour", Some("^[0-9+() -]+$"), 3..=30, personal: true,
    |text| text.bytes().all(|byte| byte.is_ascii_digit() || b"+() -".contains(&byte))
}
shape! {
    /// A serial, account or certificate number as its issuer writes it.
    NumberText, NumberShape = "SerialNumber", ["Number as its issuer writes it", "编号"], like "Z0000002" not "", None, 1..=64, personal: true, |_| true
}
shape! {
    /// A code of some system outside this standard, kept as it is.
    ForeignCodeText, ForeignCodeShape = "ForeignCode", ["Code of another system", "外部系统代码"], like "H11010200000" not "H 1101", Some("^[!-~]+$"), 1..=64, personal: false,
    |text| text.bytes().all(|byte| byte.is_ascii_graphic())
}
shape! {
    /// A code of an illness in some edition of ICD-10, which says much about whose it is, 疾病编码.
    DiagnosisCodeText, DiagnosisCodeShape = "DiagnosisCode", ["Diagnosis code", "疾病编码"], like "C91.000" not "C91（白血病）", Some("^[0-9A-Za-z./]+$"), 1..=20, personal: true,
    |text| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"./".contains(&byte))
}
shape! {
    /// The number of a bank account or card as the bank writes it, without spaces, 银行账号.
    AccountText, AccountShape = "AccountNumber", ["Account number", "银行账号"], like "0000000000000001" not "0000 0000 0000 0001", Some("^[0-9A-Za-z-]+$"), 1..=40, personal: true,
    |text| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

shape! {
    /// The permanent code of a rule, `TZ-RCP-001`.
    RuleCodeText, RuleCodeShape = "RuleCode", ["Code of a rule", "规则代码"], like "TZ-RCP-001" not "RCP-1", Some("^TZ-[A-Z]{3}-[0-9]{3}$"), 10..=10,
    personal: false, |text| const { Template::<10>::new("TZ-AAA-000") }.fits(text)
}
shape! {
    /// The id of a requirement of the text, `REQ-RCP-001`.
    RequirementIdText, RequirementIdShape = "RequirementId", ["Id of a requirement", "条款编号"], like "REQ-RCP-001" not "REQ-1",
    Some("^REQ-[A-Z]{3}-[0-9]{3}$"), 11..=11, personal: false, |text| const { Template::<11>::new("REQ-AAA-000") }.fits(text)
}
shape! {
    /// A few words in lower case, joined by hyphens.
    SlugText, SlugShape = "Slug", ["Words joined by hyphens", "连字符短语"], like "date-not-in-calendar" not "Date_Not_In_Calendar", Some("^[a-z0-9]+(-[a-z0-9]+)*$"), 1..=100,
    personal: false,
    is_slug
}
shape! {
    /// A JSON Pointer, `/child/identifiers/0/value`; empty for the whole document.
    PointerText, PointerShape = "JsonPointer", ["JSON Pointer", "JSON 指针"], like "/child/identifiers/0/value" not "child.identifiers", Some("^(/[A-Za-z0-9-]+)*$"), 0..=500,
    personal: false,
    |text| text.is_empty() || text.strip_prefix('/').is_some_and(|steps| steps.split('/').all(|step| {
        !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    }))
}

/// A fixed number of characters, each of a class or itself: `0` is any digit, `h` any lower-case hexadecimal
/// digit, `A` any upper-case letter. Kept as ranges, so that a text is compared without a branch.
struct Template<const N: usize> {
    /// The least byte that fits and how many follow it, at each place.
    range: ([u8; N], [u8; N]),
    /// A second such range, the same as the first where there is one only.
    other: ([u8; N], [u8; N]),
}

impl<const N: usize> Template<N> {
    #[expect(
        clippy::indexing_slicing,
        reason = "worked out by the compiler, which refuses an index out of bounds"
    )]
    const fn new(template: &str) -> Self {
        let bytes = template.as_bytes();
        assert!(bytes.len() == N, "the template has the number of characters it is said to have");
        let (mut range, mut other) = (([0; N], [0; N]), ([0; N], [0; N]));
        let mut at = 0;
        while at < N {
            let ((first, last), (other_first, other_last)) = match bytes[at] {
                b'0' => ((b'0', b'9'), (b'0', b'9')),
                b'h' => ((b'0', b'9'), (b'a', b'f')),
                b'A' => ((b'A', b'Z'), (b'A', b'Z')),
                itself => ((itself, itself), (itself, itself)),
            };
            (range.0[at], range.1[at]) = (first, last - first);
            (other.0[at], other.1[at]) = (other_first, other_last - other_first);
            at += 1;
        }
        Self { range, other }
    }

    #[inline]
    fn fits(&self, text: &str) -> bool {
        let Ok(bytes) = <&[u8; N]>::try_from(text.as_bytes()) else { return false };
        let within =
            |(first, span): &([u8; N], [u8; N]), at: usize, byte: u8| match (first.get(at), span.get(at)) {
                (Some(first), Some(span)) => byte.wrapping_sub(*first) <= *span,
                _ => false,
            };
        (0..N).zip(bytes).fold(true, |fits, (at, byte)| {
            fits & (within(&self.range, at, *byte) | within(&self.other, at, *byte))
        })
    }
}

/// Whether `text` is an amount: an optional minus, no leading zero, at most twelve digits, two places.
fn is_money(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let [whole @ .., b'.', tenths, hundredths] = unsigned.as_bytes() else { return false };
    let is_whole = match whole {
        [b'0'] => true,
        [b'1'..=b'9', rest @ ..] => rest.len() < 12 && rest.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    is_whole && tenths.is_ascii_digit() && hundredths.is_ascii_digit()
}

/// Whether `text` is a decimal number: no leading zero, at most twelve digits, then at most six places.
fn is_decimal(text: &str) -> bool {
    let digits = |part: &str, max: usize| {
        (1..=max).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, places) =
        unsigned.split_once('.').map_or((unsigned, None), |(whole, places)| (whole, Some(places)));
    (whole == "0" || (!whole.starts_with('0') && digits(whole, 12))) && places.is_none_or(|p| digits(p, 6))
}

/// Whether `text` is two or three letters, then subtags of two to eight letters and digits.
fn is_language(text: &str) -> bool {
    let mut tags = text.split('-');
    tags.next()
        .is_some_and(|tag| (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && tags
            .all(|tag| (2..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Whether `text` is graphic ASCII with exactly one `@`, neither first nor last.
fn is_email(text: &str) -> bool {
    let graphic =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'@');
    text.split_once('@').is_some_and(|(local, domain)| graphic(local) && graphic(domain))
}

/// Whether `text` is a UUID of version 7 in lower case.
fn is_id(text: &str) -> bool {
    const { Template::<36>::new("hhhhhhhh-hhhh-7hhh-hhhh-hhhhhhhhhhhh") }.fits(text)
        && matches!(text.as_bytes().get(19), Some(b'8' | b'9' | b'a' | b'b'))
}

/// Whether `text` names an entry that a manifest lists.
fn is_entry_name(text: &str) -> bool {
    let Some((folder, file)) = text.split_once('/') else { return false };
    let Some((id, ending)) = file.split_once('.') else { return false };
    is_id(id)
        && match folder {
            "records" | "receipts" => ending == "json",
            "documents" => matches!(ending, "pdf" | "jpg" | "png" | "ofd" | "xml"),
            _ => false,
        }
}

/// Whether `text` names an entry that holds a signature.
fn is_signature_name(text: &str) -> bool {
    let id = text.strip_prefix("signatures/").and_then(|file| file.strip_suffix(".jws.json"));
    id.is_some_and(|id| {
        (1..=64).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    })
}
