//! Lists of known failures 已知不通过清单: who answers for which failure, why and until when. A list that is not exactly
//! right excuses nothing, so that none outlives its reason.

use std::collections::{BTreeMap, btree_map::Entry};

use thiserror::Error;
use tongzhou::{text::Lang, value::Date};

use super::{Check, Excuse, Reason, Report, Verdict};
use crate::listed::{self, Row, TableFault};

/// For how many days from today a failure may be excused.
pub const MAX_EXCUSE_DAYS: i64 = 180;
/// The check that a report has where its list is stale.
const STALE: &str = "known-failing";
/// The columns of a list, and the names in its JSON form.
const COLUMNS: [&str; 4] = ["check", "owner", "reason", "expires"];

/// A list whose lines are right and whose days are not over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownFailing {
    excuses: BTreeMap<String, (usize, Excuse)>,
}

/// Why a list cannot be used at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ListFault {
    /// It is not of its form.
    #[error(transparent)]
    Table(#[from] TableFault),
    /// The day of this line is none.
    #[error("line or entry {0}: the day is not written YYYY-MM-DD")]
    Day(usize),
    /// The day of this line is past.
    #[error("line or entry {0}: the day is past")]
    Past(usize),
    /// The day of this line is too far off.
    #[error("line or entry {0}: the day is more than {MAX_EXCUSE_DAYS} days off")]
    TooFar(usize),
    /// The check of this line stands before it.
    #[error("line or entry {0}: the check is listed twice")]
    Twice(usize),
}

/// A line that does not fit what came of the run, and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum Stale {
    /// The check passes: the line has to go.
    #[error("line or entry {0}: the check passes")]
    Passes(usize),
    /// The run has no such check.
    #[error("line or entry {0}: the run has no such check")]
    NoSuchCheck(usize),
    /// The check does not apply to what was tested.
    #[error("line or entry {0}: the check does not apply")]
    NotApplicable(usize),
}

impl KnownFailing {
    /// Reads a list, CSV or JSON, on this day.
    ///
    /// # Errors
    /// The first fault.
    pub fn read(bytes: &[u8], today: Date) -> Result<Self, ListFault> {
        let mut excuses = BTreeMap::new();
        for Row { at, values: [check, owner, reason, expires] } in listed::read(bytes, COLUMNS)? {
            let expires = listed::day(&expires).ok_or(ListFault::Day(at))?;
            match today.days_until(expires) {
                ..0 => return Err(ListFault::Past(at)),
                0..=MAX_EXCUSE_DAYS => {}
                _ => return Err(ListFault::TooFar(at)),
            }
            match excuses.entry(check) {
                Entry::Vacant(place) => place.insert((at, Excuse { owner, reason, expires })),
                Entry::Occupied(_) => return Err(ListFault::Twice(at)),
            };
        }
        Ok(Self { excuses })
    }
}

impl Report {
    /// Excuses the failures that are listed. What could not be checked is never excused.
    ///
    /// # Errors
    /// Every line that is stale; then nothing is excused, and a failed check of its own says so in every form.
    pub fn excuse(&mut self, list: &KnownFailing) -> Result<(), Vec<Stale>> {
        let verdicts: BTreeMap<&str, Verdict> =
            self.checks.iter().map(|check| (check.id.as_str(), check.verdict)).collect();
        let stale = |(check, (at, _)): (&String, &(usize, Excuse))| match verdicts.get(check.as_str()) {
            None => Some(Stale::NoSuchCheck(*at)),
            Some(Verdict::Pass) => Some(Stale::Passes(*at)),
            Some(Verdict::NotApplicable) => Some(Stale::NotApplicable(*at)),
            Some(Verdict::Fail | Verdict::CouldNotCheck) => None,
        };
        let mut stale: Vec<Stale> = list.excuses.iter().filter_map(stale).collect();
        if !stale.is_empty() {
            stale.sort_by_key(|line| line.at());
            let told = |lang| stale.iter().map(|line| line.told(lang)).collect::<Vec<_>>();
            self.checks.push(Check {
                id: STALE.to_owned(),
                requirements: Vec::new(),
                cause: "The list of known failures fits what came of the run".to_owned(),
                cause_zh: "已知不通过清单与测试结果相符".to_owned(),
                verdict: Verdict::Fail,
                scored: true,
                reason: Some(Reason::words(told(Lang::En).join("; "), told(Lang::ZhCn).join("；"))),
                excuse: None,
            });
            return Err(stale);
        }
        for check in self.checks.iter_mut().filter(|check| check.verdict == Verdict::Fail) {
            check.excuse = list.excuses.get(&check.id).map(|(_, excuse)| excuse.clone());
        }
        Ok(())
    }
}

impl ListFault {
    /// What is wrong and what to do.
    pub fn told(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Table(fault), lang) => fault.told(&COLUMNS, lang),
            (Self::Day(at), Lang::ZhCn) => format!("第 {at} 行（项）的日期要写成 YYYY-MM-DD"),
            (Self::Day(at), Lang::En) => format!("line or entry {at}: write the day as YYYY-MM-DD"),
            (Self::Past(at), Lang::ZhCn) => {
                format!("第 {at} 行（项）的日期已过：请修好问题并删去这一行，或重新商定日期")
            }
            (Self::Past(at), Lang::En) => {
                format!(
                    "line or entry {at}: its day is past; mend the failure and take the line out, or agree on a new day"
                )
            }
            (Self::TooFar(at), Lang::ZhCn) => {
                format!("第 {at} 行（项）的日期太远：最多 {MAX_EXCUSE_DAYS} 天")
            }
            (Self::TooFar(at), Lang::En) => {
                format!("line or entry {at}: its day is too far off; {MAX_EXCUSE_DAYS} days at the most")
            }
            (Self::Twice(at), Lang::ZhCn) => format!("第 {at} 行（项）的检查前面已经列过"),
            (Self::Twice(at), Lang::En) => format!("line or entry {at}: its check is listed before"),
        }
    }
}

impl Stale {
    fn at(self) -> usize {
        let (Self::Passes(at) | Self::NoSuchCheck(at) | Self::NotApplicable(at)) = self;
        at
    }

    /// What is wrong and what to do.
    pub fn told(self, lang: Lang) -> String {
        let at = self.at();
        match (self, lang) {
            (Self::Passes(_), Lang::ZhCn) => format!("第 {at} 行（项）的检查已经通过：请删去这一行"),
            (Self::Passes(_), Lang::En) => format!("line or entry {at}: its check passes; take the line out"),
            (Self::NoSuchCheck(_), Lang::ZhCn) => {
                format!("第 {at} 行（项）的检查不在这次测试里：请核对编号，或只列这次所选方面的检查")
            }
            (Self::NoSuchCheck(_), Lang::En) => format!(
                "line or entry {at}: this run has no such check; see to the id, or list only checks of what is asked"
            ),
            (Self::NotApplicable(_), Lang::ZhCn) => {
                format!("第 {at} 行（项）的检查不适用于被测系统：请删去这一行")
            }
            (Self::NotApplicable(_), Lang::En) => {
                format!("line or entry {at}: its check does not apply to what is tested; take the line out")
            }
        }
    }
}
