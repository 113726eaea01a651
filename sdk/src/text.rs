//! The two languages in which the standard speaks to people.
//!
//! ```
//! use tongzhou::text::{Bilingual, Lang};
//!
//! let title = Bilingual { zh: "医疗票据", en: "Receipt" };
//! assert_eq!(title.in_lang(Lang::of_locale("zh_CN.UTF-8")), "医疗票据");
//! ```

/// A language for text that people read.
///
/// ```
/// use tongzhou::text::Lang;
///
/// assert_eq!((Lang::default().tag(), Lang::En.tag()), ("zh-CN", "en"));
/// assert_eq!(Lang::of_locale("C"), Lang::En);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Simplified Chinese as used in mainland China, 简体中文.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Lang {
    /// The BCP 47 tag: `zh-CN` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of a POSIX locale name such as `zh_CN.UTF-8`: Chinese for any `zh…`, English otherwise.
    pub fn of_locale(locale: &str) -> Self {
        if locale.get(..2).is_some_and(|two| two.eq_ignore_ascii_case("zh")) { Self::ZhCn } else { Self::En }
    }
}

/// One text in both languages.
///
/// ```
/// use tongzhou::text::{Bilingual, Lang};
///
/// let title = Bilingual { zh: "授权同意书", en: "Consent" };
/// assert_eq!((title.in_lang(Lang::ZhCn), title.in_lang(Lang::En)), ("授权同意书", "Consent"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// The Chinese text.
    pub zh: &'static str,
    /// The English text.
    pub en: &'static str,
}

impl Bilingual {
    /// The text in one language.
    pub const fn in_lang(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::ZhCn => self.zh,
            Lang::En => self.en,
        }
    }
}
