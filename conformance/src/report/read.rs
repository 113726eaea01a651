//! Reports that others hand in: read in bounded memory, and refused where they are not of their form.

use std::collections::BTreeSet;

use thiserror::Error;
use tongzhou::{
    json::{self, FaultKind, Position},
    text::Lang,
};

use super::{Report, Verdict};
use crate::listed::is_line;

/// How large a report may be, in bytes: ten times what one of the whole suite has.
pub const MAX_REPORT_BYTES: usize = 4 << 20;
/// How long a name or an id in a report may be, in characters.
const MAX_NAME: usize = 200;

/// Why a file is no report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReportFault {
    /// It has more than [`MAX_REPORT_BYTES`].
    #[error("the report is too large")]
    TooLarge,
    /// It is no JSON, or too deep.
    #[error("the report is no JSON: {0}, line {line}", line = .1.line)]
    NotJson(FaultKind, Position),
    /// It is JSON, and not of the form of a report.
    #[error("the file is no report of the suite, from line {line}", line = .0.line)]
    NotAReport(Position),
    /// Who was tested, or the check of this number, has no name or too long a one, or an excuse without a failure.
    #[error("check {0} is not of its form; 0 is what was tested")]
    Check(usize),
    /// The check of this number, from 1, has an id that stands before it.
    #[error("check {0} stands twice")]
    Twice(usize),
}

impl Report {
    /// Reads a report as `--format json` writes it.
    ///
    /// # Errors
    /// The first fault.
    pub fn read(bytes: &[u8]) -> Result<Self, ReportFault> {
        if bytes.len() > MAX_REPORT_BYTES {
            return Err(ReportFault::TooLarge);
        }
        let report: Self = json::from_slice(bytes).map_err(|fault| {
            let at = Position::of(bytes, fault.offset);
            match fault.kind {
                FaultKind::NotTheType => ReportFault::NotAReport(at),
                kind => ReportFault::NotJson(kind, at),
            }
        })?;
        let named = |text: &str| is_line(text, MAX_NAME);
        let head = [&report.suite, &report.standard, &report.target.name];
        if !head.iter().all(|text| named(text)) || !report.target.version.as_deref().is_none_or(named) {
            return Err(ReportFault::Check(0));
        }
        let mut ids = BTreeSet::new();
        for (number, check) in (1..).zip(&report.checks) {
            let excuse = check.excuse.as_ref();
            let said =
                excuse.is_none_or(|excuse| is_line(&excuse.owner, MAX_NAME) && is_line(&excuse.reason, 500));
            if !named(&check.id) || !said || (excuse.is_some() && check.verdict != Verdict::Fail) {
                return Err(ReportFault::Check(number));
            }
            if !ids.insert(check.id.as_str()) {
                return Err(ReportFault::Twice(number));
            }
        }
        Ok(report)
    }
}

impl ReportFault {
    /// What is wrong and what to do.
    pub fn told(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::TooLarge, Lang::ZhCn) => "报告太大：最多 4 MiB，可能指错了文件".to_owned(),
            (Self::TooLarge, Lang::En) => {
                "the report is too large: it has 4 MiB at the most, so this may be another file".to_owned()
            }
            (Self::NotJson(_, at), Lang::ZhCn) => {
                format!("不是 JSON（第 {} 行第 {} 列）；请用 --format json 生成报告", at.line, at.column)
            }
            (Self::NotJson(kind, at), Lang::En) => {
                format!("{kind} (line {}, column {}); make the report with --format json", at.line, at.column)
            }
            (Self::NotAReport(at), Lang::ZhCn) => {
                format!("不是测试报告，或由另一版本的程序写成（第 {} 行第 {} 列）", at.line, at.column)
            }
            (Self::NotAReport(at), Lang::En) => format!(
                "it is no report of the suite, or was written by another version of the program (line {}, column {})",
                at.line, at.column
            ),
            (Self::Check(0), Lang::ZhCn) => "报告没有写清测试了什么（名称或版本为空或过长）".to_owned(),
            (Self::Check(0), Lang::En) => {
                "the report does not say well what was tested: a name is empty or too long".to_owned()
            }
            (Self::Check(number), Lang::ZhCn) => format!("第 {number} 项检查的写法有误，报告可能被改动过"),
            (Self::Check(number), Lang::En) => {
                format!("check {number} is not of its form; the report may have been changed")
            }
            (Self::Twice(number), Lang::ZhCn) => format!("第 {number} 项检查出现了两次，报告可能被改动过"),
            (Self::Twice(number), Lang::En) => {
                format!("check {number} stands twice; the report may have been changed")
            }
        }
    }
}
