//! What is wrong with a configuration, in both languages.

use std::fmt;

use tongzhou::text::Lang;

/// Something that is wrong with a configuration. A value that may be secret is never in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigFault {
    /// Where it is.
    pub place: Place,
    /// What it is, in English, lower-case and without a full stop.
    pub en: String,
    /// What it is, in Chinese.
    pub zh: String,
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A setting, by its name, and its line in the file, from 1.
    Setting(String, Option<usize>),
    /// A variable of the environment.
    Variable(String),
    /// The file as a whole, or a line of it.
    File(Option<usize>),
}

impl ConfigFault {
    pub(crate) fn new(place: Place, en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self { place, en: en.into(), zh: zh.into() }
    }

    /// Of a setting as a whole.
    pub(crate) fn of(setting: &str, en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self::new(Place::Setting(setting.to_owned(), None), en, zh)
    }

    /// What is wrong and where, in a language.
    pub fn say(&self, lang: Lang) -> String {
        let what = match lang {
            Lang::ZhCn => &self.zh,
            Lang::En => &self.en,
        };
        match (&self.place, lang) {
            (Place::Setting(name, Some(line)), Lang::ZhCn) => format!("第 {line} 行 {name}：{what}"),
            (Place::Setting(name, Some(line)), Lang::En) => format!("line {line}, {name}: {what}"),
            (Place::Setting(name, None) | Place::Variable(name), Lang::ZhCn) => format!("{name}：{what}"),
            (Place::Setting(name, None) | Place::Variable(name), Lang::En) => format!("{name}: {what}"),
            (Place::File(Some(line)), Lang::ZhCn) => format!("第 {line} 行：{what}"),
            (Place::File(Some(line)), Lang::En) => format!("line {line}: {what}"),
            (Place::File(None), _) => what.clone(),
        }
    }
}

impl fmt::Display for ConfigFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

impl std::error::Error for ConfigFault {}
