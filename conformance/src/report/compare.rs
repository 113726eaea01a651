//! What became better or worse from one report to another.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use serde::Serialize;
use tongzhou::text::{Bilingual, Lang};

use super::{Check, Report, Verdict, plain};

/// The differences between two reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// The version of the suite, before and after.
    pub suites: [String; 2],
    /// What was tested, before and after.
    pub targets: [String; 2],
    /// How many checks both have. Where it is none, the reports are of different parts, and their differences say nothing.
    pub compared: usize,
    /// Whether anything that counts is worse than it was.
    pub worse: bool,
    /// Every check that differs, by id.
    pub changes: Vec<Change>,
}

/// A check that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Its id.
    pub id: String,
    /// In which way it differs.
    pub kind: ChangeKind,
    /// Whether that is worse. What does not count is never worse.
    pub worse: bool,
    /// What came of it before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Verdict>,
    /// What came of it after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Verdict>,
    /// Why it does not pass now, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Why it does not pass now, in Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason_zh: Option<String>,
}

/// In which way a check differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It fails, which it did not.
    NewlyFailing,
    /// It passes, which it did not.
    NewlyPassing,
    /// Something else came of it.
    OtherVerdict,
    /// It fails or could not be made for another reason, or is excused otherwise.
    OtherReason,
    /// It is there only after.
    Added,
    /// It was there only before.
    Removed,
}

impl Comparison {
    /// Of two reports.
    pub fn of(before: &Report, after: &Report) -> Self {
        let (old, new) = (by_id(before), by_id(after));
        let ids: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
        let changes: Vec<Change> =
            ids.into_iter().filter_map(|id| change(id, old.get(id).copied(), new.get(id).copied())).collect();
        Self {
            suites: [before.suite.clone(), after.suite.clone()],
            targets: [before.target.told(), after.target.told()],
            compared: old.keys().filter(|id| new.contains_key(*id)).count(),
            worse: changes.iter().any(|change| change.worse),
            changes,
        }
    }

    /// The differences for people, what is worse first.
    pub fn told(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let [old_suite, new_suite] = self.suites.each_ref().map(|text| plain(text));
        let [old, new] = self.targets.each_ref().map(|text| plain(text));
        let mut text = match lang {
            Lang::ZhCn => format!("之前：{old}，测试程序 {old_suite}\n之后：{new}，测试程序 {new_suite}\n"),
            Lang::En => format!("Before: {old}, suite {old_suite}\nAfter: {new}, suite {new_suite}\n"),
        };
        for kind in ChangeKind::ALL {
            let mut changes: Vec<&Change> =
                self.changes.iter().filter(|change| change.kind == kind).collect();
            changes.sort_by_key(|change| !change.worse);
            if changes.is_empty() {
                continue;
            }
            let _ = writeln!(text, "\n{} {}", kind.title().in_lang(lang), changes.len());
            for change in changes {
                let verdict = |verdict: Option<Verdict>| verdict.map_or("–", |verdict| verdict.title(lang));
                let worse = if change.worse { say("（变差）", " (worse)") } else { "" };
                let (before, after) = (verdict(change.before), verdict(change.after));
                let _ = writeln!(text, "  {} {before} → {after}{worse}", plain(&change.id));
                let reason = if lang == Lang::ZhCn { &change.reason_zh } else { &change.reason };
                if let Some(reason) = reason {
                    let _ = writeln!(text, "    {}", plain(reason));
                }
            }
        }
        text.push_str(match (self.changes.is_empty(), self.worse) {
            (true, _) => say("\n没有差别\n", "\nNo difference\n"),
            (false, false) => say("\n没有变差的\n", "\nNothing is worse\n"),
            (false, true) => say("\n有变差的\n", "\nSomething is worse\n"),
        });
        text
    }
}

impl ChangeKind {
    const ALL: [Self; 6] = [
        Self::NewlyFailing,
        Self::OtherVerdict,
        Self::OtherReason,
        Self::Removed,
        Self::Added,
        Self::NewlyPassing,
    ];

    fn title(self) -> Bilingual {
        match self {
            Self::NewlyFailing => Bilingual { zh: "新出现的不通过", en: "Newly failing" },
            Self::NewlyPassing => Bilingual { zh: "新通过", en: "Newly passing" },
            Self::OtherVerdict => Bilingual { zh: "结果有变", en: "Another verdict" },
            Self::OtherReason => Bilingual { zh: "原因有变", en: "Another reason" },
            Self::Added => Bilingual { zh: "新增的检查", en: "Added" },
            Self::Removed => Bilingual { zh: "不再有的检查", en: "Removed" },
        }
    }
}

fn by_id(report: &Report) -> BTreeMap<&str, &Check> {
    report.checks.iter().map(|check| (check.id.as_str(), check)).collect()
}

fn change(id: &str, before: Option<&Check>, after: Option<&Check>) -> Option<Change> {
    let verdict = |check: Option<&Check>| check.map(|check| check.verdict);
    let kind = match (before, after) {
        (None, _) => ChangeKind::Added,
        (_, None) => ChangeKind::Removed,
        (Some(old), Some(new)) if old.verdict != new.verdict => match new.verdict {
            Verdict::Fail => ChangeKind::NewlyFailing,
            Verdict::Pass => ChangeKind::NewlyPassing,
            Verdict::NotApplicable | Verdict::CouldNotCheck => ChangeKind::OtherVerdict,
        },
        (Some(old), Some(new)) if (&old.reason, &old.excuse) != (&new.reason, &new.excuse) => {
            ChangeKind::OtherReason
        }
        (Some(old), Some(new)) if old.scored != new.scored => ChangeKind::OtherReason,
        (Some(_), Some(_)) => return None,
    };
    let reason = after.and_then(|check| check.reason.as_ref());
    Some(Change {
        id: id.to_owned(),
        kind,
        worse: weight(after) > weight(before),
        before: verdict(before),
        after: verdict(after),
        reason: reason.map(|reason| reason.en.clone()),
        reason_zh: reason.map(|reason| reason.zh.clone()),
    })
}

/// How bad it is. A check that is not there, or does not count, says as much as one that does not apply.
fn weight(check: Option<&Check>) -> u8 {
    match check.filter(|check| check.scored).map(|check| check.verdict) {
        Some(Verdict::Pass) => 0,
        None | Some(Verdict::NotApplicable) => 1,
        Some(Verdict::Fail) if check.is_some_and(Check::is_excused) => 2,
        Some(Verdict::CouldNotCheck) => 3,
        Some(Verdict::Fail) => 4,
    }
}
