//! Settings by their names, taken one by one, so that what is left over can be told.

use std::{collections::BTreeMap, str::FromStr};

use toml::de::{DeTable, DeValue};

use super::fault::{ConfigFault, Place};

/// What a setting holds.
#[derive(Clone, Debug)]
enum Held {
    Text(String),
    Number(String),
    Truth(bool),
    Texts(Vec<String>),
    Numbers(Vec<String>),
    Other,
}

/// A setting and where it stands.
#[derive(Clone, Debug)]
struct Setting {
    held: Held,
    place: Place,
}

/// The settings of a file and of the environment that were not yet taken, and what was wrong so far.
pub(super) struct Settings {
    left: BTreeMap<String, Setting>,
    /// Tables that were written down, though perhaps empty, with their lines.
    tables: BTreeMap<String, usize>,
    faults: Vec<ConfigFault>,
}

impl Settings {
    /// Those of a file and, above them, those of the environment.
    pub(super) fn new(text: &str, environment: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut settings = Self { left: BTreeMap::new(), tables: BTreeMap::new(), faults: Vec::new() };
        match DeTable::parse(text) {
            Ok(table) => settings.add("", table.get_ref(), text),
            Err(error) => {
                let line = error.span().map(|span| line(text, span.start));
                settings.faults.push(ConfigFault::new(
                    Place::File(line),
                    "this is not TOML: please look for a missing quotation mark, bracket or equals sign",
                    "不是 TOML 格式：请检查引号、括号和等号",
                ));
            }
        }
        for (name, value) in environment {
            let Some(rest) = name.strip_prefix(PREFIX) else { continue };
            if WITHOUT_SETTING.contains(&rest) {
                continue;
            }
            let place = Place::Variable(name.clone());
            let held = Held::Text(value);
            settings
                .left
                .insert(format!("{FROM_ENVIRONMENT}{}", rest.to_ascii_lowercase()), Setting { held, place });
        }
        settings
    }

    fn add(&mut self, prefix: &str, table: &DeTable<'_>, text: &str) {
        for (key, value) in table {
            let name = format!("{prefix}{}", key.get_ref());
            let line = line(text, key.span().start);
            let held = match value.get_ref() {
                DeValue::Table(table) => {
                    self.tables.insert(name.clone(), line);
                    self.add(&format!("{name}."), table, text);
                    continue;
                }
                DeValue::String(text) => Held::Text(text.to_string()),
                DeValue::Integer(number) if number.radix() == 10 => Held::Number(number.as_str().to_owned()),
                DeValue::Boolean(truth) => Held::Truth(*truth),
                DeValue::Array(values) => {
                    let texts = values.iter().map(|value| match value.get_ref() {
                        DeValue::String(text) => Some(text.to_string()),
                        _ => None,
                    });
                    let numbers = values.iter().map(|value| match value.get_ref() {
                        DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
                        _ => None,
                    });
                    match (texts.collect(), numbers.collect()) {
                        (Some(texts), _) => Held::Texts(texts),
                        (None, Some(numbers)) => Held::Numbers(numbers),
                        (None, None) => Held::Other,
                    }
                }
                DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => Held::Other,
            };
            self.left.insert(name.clone(), Setting { held, place: Place::Setting(name, Some(line)) });
        }
    }

    /// Takes a setting; that of the environment stands above that of the file.
    fn take(&mut self, name: &str) -> Option<Setting> {
        let of_file = self.left.remove(name);
        self.left.remove(&variable(name)).or(of_file)
    }

    /// A text, or what else is written as one in the environment.
    pub(super) fn text(&mut self, name: &str) -> Option<(String, Place)> {
        let Setting { held, place } = self.take(name)?;
        match held {
            Held::Text(text) if !text.is_empty() => Some((text, place)),
            _ => {
                self.fault(place, "a text in quotation marks is wanted here", "此处应为带引号的文字");
                None
            }
        }
    }

    /// A text that is read into what it means.
    pub(super) fn parsed<T: FromStr>(&mut self, name: &str, en: &str, zh: &str) -> Option<(T, Place)> {
        let (text, place) = self.text(name)?;
        match text.parse() {
            Ok(value) => Some((value, place)),
            Err(_) => {
                self.fault(place, en, zh);
                None
            }
        }
    }

    /// A whole number from `least` to `most`.
    pub(super) fn number(&mut self, name: &str, least: u64, most: u64) -> Option<u64> {
        let Setting { held, place } = self.take(name)?;
        let number = match held {
            Held::Text(text) | Held::Number(text) => text.replace('_', "").parse().ok(),
            Held::Truth(_) | Held::Texts(_) | Held::Numbers(_) | Held::Other => None,
        };
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.fault(
                place,
                format!("a whole number from {least} to {most} is wanted here"),
                format!("此处应为 {least} 至 {most} 的整数"),
            );
        }
        number
    }

    /// True or false.
    pub(super) fn truth(&mut self, name: &str) -> Option<bool> {
        let Setting { held, place } = self.take(name)?;
        match held {
            Held::Truth(truth) => Some(truth),
            Held::Text(text) if text == "true" => Some(true),
            Held::Text(text) if text == "false" => Some(false),
            _ => {
                self.fault(place, "true or false is wanted here", "此处应为 true 或 false");
                None
            }
        }
    }

    /// A list of texts; in the environment they stand with commas between.
    pub(super) fn texts(&mut self, name: &str) -> Option<(Vec<String>, Place)> {
        let Setting { held, place } = self.take(name)?;
        match held {
            Held::Texts(texts) => Some((texts, place)),
            Held::Text(text) if matches!(place, Place::Variable(_)) => {
                Some((text.split(',').map(|text| text.trim().to_owned()).collect(), place))
            }
            _ => {
                self.fault(place, "a list of texts is wanted here, [\"…\"]", "此处应为文字列表，如 [\"…\"]");
                None
            }
        }
    }

    /// A list of whole numbers.
    pub(super) fn numbers(&mut self, name: &str) -> Option<(Vec<u32>, Place)> {
        let Setting { held, place } = self.take(name)?;
        let texts = match held {
            Held::Numbers(numbers) => Some(numbers),
            Held::Text(text) if matches!(place, Place::Variable(_)) => {
                Some(text.split(',').map(|text| text.trim().to_owned()).collect())
            }
            _ => None,
        };
        let numbers =
            texts.and_then(|texts| texts.iter().map(|text| text.parse().ok()).collect::<Option<_>>());
        match numbers {
            Some(numbers) => Some((numbers, place)),
            None => {
                self.fault(place, "a list of whole numbers is wanted here, [1]", "此处应为整数列表，如 [1]");
                None
            }
        }
    }

    /// The names in a table of whole numbers, such as quotas by member.
    pub(super) fn names_in(&self, table: &str) -> Vec<(String, Place)> {
        let within = format!("{table}.");
        let names = self.left.iter().filter_map(|(name, setting)| {
            name.strip_prefix(&within).map(|name| (name.to_owned(), setting.place.clone()))
        });
        names.collect()
    }

    /// Whether a table is written down or set in the environment.
    pub(super) fn has_table(&self, name: &str) -> bool {
        let (within, variable) = (format!("{name}."), format!("{}_", variable(name)));
        self.tables.contains_key(name)
            || self.left.keys().any(|key| key.starts_with(&within) || key.starts_with(&variable))
    }

    /// Notes something that is wrong.
    pub(super) fn fault(&mut self, place: Place, en: impl Into<String>, zh: impl Into<String>) {
        self.faults.push(ConfigFault::new(place, en, zh));
    }

    /// Everything that is wrong, with the settings that nobody took.
    pub(super) fn finish(mut self, known: &[&str]) -> Vec<ConfigFault> {
        let unknown = |place| ConfigFault::new(place, "there is no such setting", "没有这一设置");
        for (name, line) in &self.tables {
            if !known.contains(&name.as_str()) {
                self.faults.push(unknown(Place::Setting(name.clone(), Some(*line))));
            }
        }
        self.faults.extend(self.left.into_values().map(|setting| unknown(setting.place)));
        self.faults.sort_by_key(|fault| match &fault.place {
            Place::Setting(_, line) | Place::File(line) => line.unwrap_or(usize::MAX),
            Place::Variable(_) => usize::MAX,
        });
        self.faults
    }
}

/// The name under which a setting of the environment waits to be taken.
fn variable(name: &str) -> String {
    format!("{FROM_ENVIRONMENT}{}", name.replace(['.', '-'], "_"))
}

/// The line of an offset, from 1.
fn line(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}

const PREFIX: &str = "TONGZHOU_NODE_";
/// Secrets and the name of the file itself have no setting in the file.
const WITHOUT_SETTING: [&str; 3] = ["PASSPHRASE", "PEPPER", "CONFIG"];
/// No name in a file begins so.
const FROM_ENVIRONMENT: &str = "\u{0}";
