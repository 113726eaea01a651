//! What a paper is to its expense, or why it does not count.

use crate::{model::texts::IdText, text::Bilingual};

/// What a paper is to the expense that it belongs to.
///
/// ```
/// use tongzhou::{expense::Role, text::Lang};
///
/// assert_eq!(Role::DetailList.code(), "detail-list");
/// assert_eq!(Role::DetailList.words().in_lang(Lang::En), "detail list");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The bill itself.
    Bill,
    /// Paper issued in place of the e-bill, 换开纸质票.
    PaperReissue,
    /// What the insurer settled, 医保结算单.
    SettlementList,
    /// The lines behind the bill, 收费明细.
    DetailList,
    /// A copy for one of several payers, 分割单.
    SplitCopy,
}

/// Why a paper is part of no expense. Other papers are named by receipt id.
///
/// ```
/// use tongzhou::expense::Reason;
///
/// assert_eq!(Reason::Prepayment.code(), "prepayment");
/// assert_eq!(Reason::Prepayment.other(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Money paid in advance, 预缴金: it counts through the final bill only.
    Prepayment,
    /// A pharmacy's till slip has no number to tell it from others.
    PharmacySlip,
    /// No medical bill at all.
    NotABill,
    /// A red bill, 红票: it takes an expense away.
    RedBill,
    /// A negative total on what is not called a red bill.
    NegativeTotal,
    /// The amounts are in another currency.
    NotInYuan,
    /// The date of issue is in no calendar, so that the paper was misread.
    UnreadableDate,
    /// A bill without code and number cannot be told from others.
    NoNumber,
    /// It is issued in place of an e-bill that it does not name.
    ReissueNamesNoBill,
    /// A list or copy that names no bill.
    NamesNoBill,
    /// It names more than one bill, so that it is not known whose it is.
    NamesSeveralBills,
    /// The bill that it belongs to is not here or does not count itself.
    BillNotHere,
    /// It belongs to this red bill.
    OfRedBill(IdText<'static>),
    /// The same bill again.
    DuplicateOf(IdText<'static>),
    /// This red bill cancels it, 冲红.
    ReversedBy(IdText<'static>),
    /// This bill was issued anew in its place, 重开.
    ReplacedBy(IdText<'static>),
    /// The latest verification says that it was reversed or voided.
    NoLongerStands,
}

impl Role {
    /// The role in kebab case.
    pub const fn code(self) -> &'static str {
        self.row().0
    }

    /// What people call it.
    pub const fn words(self) -> Bilingual {
        self.row().1
    }

    const fn row(self) -> (&'static str, Bilingual) {
        match self {
            Self::Bill => ("bill", Bilingual { zh: "票据", en: "bill" }),
            Self::PaperReissue => ("paper-reissue", Bilingual { zh: "换开纸质票", en: "paper re-issue" }),
            Self::SettlementList => {
                ("settlement-list", Bilingual { zh: "医保结算单", en: "settlement list" })
            }
            Self::DetailList => ("detail-list", Bilingual { zh: "收费明细", en: "detail list" }),
            Self::SplitCopy => ("split-copy", Bilingual { zh: "分割单", en: "split copy" }),
        }
    }
}

impl Reason {
    /// The reason in kebab case.
    pub const fn code(&self) -> &'static str {
        self.row().0
    }

    /// The reason in words; the other paper is [`other`](Self::other).
    pub const fn words(&self) -> Bilingual {
        self.row().1
    }

    /// The paper that the reason lies in, by receipt id.
    pub const fn other(&self) -> Option<&IdText<'static>> {
        match self {
            Self::OfRedBill(id) | Self::DuplicateOf(id) | Self::ReversedBy(id) | Self::ReplacedBy(id) => {
                Some(id)
            }
            Self::Prepayment
            | Self::PharmacySlip
            | Self::NotABill
            | Self::RedBill
            | Self::NegativeTotal
            | Self::NotInYuan
            | Self::UnreadableDate
            | Self::NoNumber
            | Self::ReissueNamesNoBill
            | Self::NamesNoBill
            | Self::NamesSeveralBills
            | Self::BillNotHere
            | Self::NoLongerStands => None,
        }
    }

    const fn row(&self) -> (&'static str, Bilingual) {
        let (code, zh, en) = match self {
            Self::Prepayment => {
                ("prepayment", "预缴金只通过结算票据计入", "a prepayment counts through the final bill only")
            }
            Self::PharmacySlip => {
                ("pharmacy-slip", "药店小票没有可靠的编号", "a till slip has no reliable number")
            }
            Self::NotABill => ("not-a-bill", "不是医疗票据", "not a medical bill"),
            Self::RedBill => ("red-bill", "红票，冲销其他票据", "a red bill cancels another"),
            Self::NegativeTotal => {
                ("negative-total", "金额为负，又不是红票", "negative, but not called a red bill")
            }
            Self::NotInYuan => ("not-in-yuan", "不是人民币金额", "not in Chinese yuan"),
            Self::UnreadableDate => ("unreadable-date", "开票日期不存在", "the date of issue does not exist"),
            Self::NoNumber => ("no-number", "没有票据代码和号码", "the bill has no code and number"),
            Self::ReissueNamesNoBill => (
                "reissue-names-no-bill",
                "没有写明换自哪张电子票据",
                "does not say which e-bill it re-issues",
            ),
            Self::NamesNoBill => {
                ("names-no-bill", "没有写明属于哪张票据", "does not say which bill it belongs to")
            }
            Self::NamesSeveralBills => {
                ("names-several-bills", "指向不止一张票据", "points to more than one bill")
            }
            Self::BillNotHere => {
                ("bill-not-here", "所属票据不在其中或不计入", "its bill is not here or does not count")
            }
            Self::OfRedBill(_) => ("of-red-bill", "属于一张红票", "belongs to a red bill"),
            Self::DuplicateOf(_) => ("duplicate", "同一张票据重复", "the same bill again"),
            Self::ReversedBy(_) => ("reversed", "已被红票冲销", "cancelled by a red bill"),
            Self::ReplacedBy(_) => ("replaced", "已重开", "issued anew"),
            Self::NoLongerStands => {
                ("no-longer-stands", "查验显示已冲红或作废", "verification says reversed or voided")
            }
        };
        (code, Bilingual { zh, en })
    }
}
