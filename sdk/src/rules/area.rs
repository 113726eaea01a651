//! What the rules are about: the middle part of their codes.

use crate::text::Bilingual;

/// An area of rules.
///
/// ```
/// use tongzhou::{rules::Area, text::Lang};
///
/// assert_eq!(Area::of("RCP").map(|area| area.title.in_lang(Lang::ZhCn)), Some("医疗票据"));
/// assert!(Area::ALL.is_sorted_by_key(|area| area.code));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The middle part of the codes, such as `RCP`.
    pub code: &'static str,
    /// What people call it.
    pub title: Bilingual,
}

impl Area {
    /// Every area that has rules, by code.
    pub const ALL: &'static [Self] = &[
        area("AEN", "救助登记", "Aid entries"),
        area("AID", "救助记录", "Aid records"),
        area("APP", "申请整体", "The application as a whole"),
        area("CAP", "系统能力说明", "Capabilities"),
        area("CHD", "儿童", "The child"),
        area("CNS", "授权同意书", "Consents"),
        area("DCL", "声明与承诺", "Declarations"),
        area("DEC", "审核结果", "Decisions"),
        area("DIR", "成员名录", "The member directory"),
        area("DOC", "材料", "Papers"),
        area("ECV", "家庭经济状况核对", "Economic verification"),
        area("GRD", "监护人", "Guardians"),
        area("HHD", "家庭", "The household"),
        area("INS", "医疗保障", "Coverage"),
        area("ITK", "受理登记", "Intake"),
        area("JSN", "文件读取", "Reading JSON"),
        area("MED", "病情与治疗", "Illness and treatment"),
        area("OTH", "其他帮助", "Other help"),
        area("PAY", "收款", "Payees"),
        area("PKG", "资料包", "The package"),
        area("PRG", "救助项目", "Programmes"),
        area("RCP", "医疗票据", "Receipts"),
        area("REC", "包内记录", "Records in a package"),
        area("REQ", "救助请求", "Requests"),
        area("RFR", "转介", "Referrals"),
        area("RPT", "救助信息报送", "Reports of aid"),
        area("SCH", "文件结构", "The shape of documents"),
        area("SIG", "签名与密封", "Signatures and seals"),
        area("SUS", "疑点与会商", "Suspicions"),
    ];

    /// The area of this code.
    pub fn of(code: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|area| area.code == code)
    }
}

const fn area(code: &'static str, zh: &'static str, en: &'static str) -> Area {
    Area { code, title: Bilingual { zh, en } }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::rules;

    #[test]
    fn the_areas_are_those_of_the_rules_in_order() {
        let used: BTreeSet<&str> = rules::all().iter().map(|rule| rule.area()).collect();
        assert_eq!(
            Area::ALL.iter().map(|area| area.code).collect::<Vec<_>>(),
            used.into_iter().collect::<Vec<_>>()
        );
    }
}
