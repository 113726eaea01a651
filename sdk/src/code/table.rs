use std::{
    borrow::Cow,
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use super::csv;
use crate::text::Lang;

/// Whether documents may hold codes outside the list.
///
/// ```
/// use tongzhou::code::{Kind, list};
///
/// assert_eq!(list("hardship").map(|list| list.kind()), Some(Kind::Closed));
/// assert_eq!(list("service-need").map(|list| list.kind()), Some(Kind::Open));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// They may not.
    Closed,
    /// They may: the list keeps growing.
    Open,
}

/// A published codelist 代码表.
///
/// ```
/// use tongzhou::{
///     code::{Kind, list},
///     text::Lang,
/// };
///
/// let hardship = list("hardship").expect("a published list");
/// assert_eq!((hardship.name(), hardship.kind()), ("hardship", Kind::Closed));
/// assert_eq!(hardship.title(Lang::ZhCn), "困难类别");
/// assert!(!hardship.source().is_empty());
///
/// assert!(hardship.columns().any(|column| column == "max_validity_months"));
/// assert_eq!(hardship.rows()[0].code(), "tekun");
/// assert!(hardship.row("rich").is_none());
/// ```
#[derive(Debug)]
pub struct Codelist {
    name: &'static str,
    kind: Kind,
    title_zh: Cow<'static, str>,
    title_en: Cow<'static, str>,
    source: Cow<'static, str>,
    columns: Arc<[Cow<'static, str>]>,
    rows: Vec<Row>,
    /// The places of the rows, in the order of their codes.
    by_code: Vec<usize>,
}

impl Codelist {
    /// The name, e.g. `hardship`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Open or closed.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What people call the list.
    pub fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::ZhCn => &self.title_zh,
            Lang::En => &self.title_en,
        }
    }

    /// Where the codes come from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The names of all columns; those after `note` are the list's own.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(AsRef::as_ref)
    }

    /// The rows in their published order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row of one code.
    pub fn row(&self, code: &str) -> Option<&Row> {
        let code_at = |place: &usize| self.rows.get(*place).map_or("", Row::code);
        let found = self.by_code.binary_search_by(|place| code_at(place).cmp(code)).ok()?;
        self.rows.get(*self.by_code.get(found)?)
    }
}

/// One code of a published list.
///
/// ```
/// use tongzhou::{code::list, text::Lang};
///
/// let platforms = list("crowdfunding-platform").expect("a published list");
/// let row = platforms.row("shuidichou").expect("a code of the list");
/// assert_eq!((row.code(), row.title(Lang::ZhCn)), ("shuidichou", "水滴筹"));
/// assert_eq!((row.since(), row.deprecated_since()), ("1.0", None));
///
/// // What the title leaves open, and a column that this list alone has.
/// assert_eq!(row.definition(Lang::En), None);
/// assert_eq!(row.column("designated_since"), Some("2024-12"));
/// ```
#[derive(Debug)]
pub struct Row {
    columns: Arc<[Cow<'static, str>]>,
    cells: Vec<Cow<'static, str>>,
}

impl Row {
    /// The code as documents write it.
    pub fn code(&self) -> &str {
        self.cells.first().map_or("", AsRef::as_ref)
    }

    /// What people call it.
    pub fn title(&self, lang: Lang) -> &str {
        self.required(match lang {
            Lang::ZhCn => "title_zh",
            Lang::En => "title_en",
        })
    }

    /// What it means, where the title does not say it all.
    pub fn definition(&self, lang: Lang) -> Option<&str> {
        self.column(match lang {
            Lang::ZhCn => "definition_zh",
            Lang::En => "definition_en",
        })
    }

    /// The version of the standard that added the code.
    pub fn since(&self) -> &str {
        self.required("since")
    }

    /// The version of the standard that deprecated the code.
    pub fn deprecated_since(&self) -> Option<&str> {
        self.column("deprecated_since")
    }

    /// The cell of a column; `None` if it is empty or the list has no such column.
    pub fn column(&self, name: &str) -> Option<&str> {
        let at = self.columns.iter().position(|column| column == name)?;
        self.cells.get(at).map(AsRef::as_ref).filter(|cell: &&str| !cell.is_empty())
    }

    /// A cell that a test keeps from being empty.
    fn required(&self, name: &str) -> &str {
        self.column(name).unwrap_or_default()
    }
}

/// The published list of that name.
///
/// ```
/// use tongzhou::{code::list, text::Lang};
///
/// let ask = list("ask").and_then(|list| list.row("hospital-records"));
/// assert_eq!(ask.map(|row| row.title(Lang::ZhCn)), Some("医院病案室"));
/// assert!(list("no-such-list").is_none());
/// ```
pub fn list(name: &str) -> Option<&'static Codelist> {
    LISTS.get(name)
}

/// Every published list, by name.
///
/// ```
/// use tongzhou::code::{Kind, all_lists};
///
/// let open = all_lists().filter(|list| list.kind() == Kind::Open).map(|list| list.name());
/// assert!(open.collect::<Vec<_>>().contains(&"crowdfunding-platform"));
/// ```
pub fn lists() -> impl Iterator<Item = &'static Codelist> {
    LISTS.values()
}

/// Read at the first look-up, never at start. A test reads every published file, so none is dropped here.
static LISTS: LazyLock<BTreeMap<&'static str, Codelist>> = LazyLock::new(|| {
    let index = csv::records(tongzhou_schema::CODELIST_INDEX).unwrap_or_default();
    index.iter().skip(1).filter_map(|entry| read(entry)).map(|codelist| (codelist.name, codelist)).collect()
});

fn read(entry: &[Cow<'static, str>]) -> Option<Codelist> {
    let [name, _file, kind, title_zh, title_en, source] = entry else { return None };
    let (name, text) = tongzhou_schema::CODELISTS.iter().find(|(published, _)| published == name)?;
    let mut records = csv::records(text).ok()?.into_iter();
    let columns: Arc<[Cow<'static, str>]> = records.next()?.into();
    let rows: Vec<Row> = records.map(|cells| Row { columns: Arc::clone(&columns), cells }).collect();
    let mut by_code: Vec<usize> = (0..rows.len()).collect();
    by_code.sort_by_key(|place| rows.get(*place).map_or("", Row::code));
    Some(Codelist {
        name,
        kind: match kind.as_ref() {
            "closed" => Kind::Closed,
            "open" => Kind::Open,
            _ => return None,
        },
        title_zh: title_zh.clone(),
        title_en: title_en.clone(),
        source: source.clone(),
        columns,
        rows,
        by_code,
    })
}
