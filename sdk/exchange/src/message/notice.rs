//! `notices/…`: what a member has to know, kept until it says that it read it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use tongzhou::{
    code::lists::NoticeKind,
    model::primitive::{Count, List},
};

use super::{
    bounds, request,
    wire::{At, Hex32, Id},
};

/// # Question for notices · 查看通知
/// The oldest notices that the asking member has not acknowledged.
///
/// 本机构尚未确认的通知，由早到晚。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListNotices {
    /// # At most · 最多条数
    /// How many, from 1 to 100.
    ///
    /// 1 至 100 条。
    #[schemars(range(min = 1))]
    #[serde(deserialize_with = "bounds::one_or_more")]
    pub at_most: Count<100>,
}
request!(ListNotices, ListNotices => Notices);

/// # Notices · 通知
/// What the member has to know.
///
/// 成员应当知道的事项。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Notices {
    /// # Notices · 通知
    /// The oldest first.
    ///
    /// 由早到晚。
    pub notices: Vec<Notice>,
    /// # More · 还有更多
    /// Whether there are more than were asked for.
    ///
    /// 是否还有更多通知。
    pub more: bool,
}

/// # Notice · 通知
/// Something that happened to what the member holds.
///
/// 与成员有关的一个事项。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Notice {
    /// # Notice id · 通知标识号
    /// The id of the notice.
    ///
    /// 通知的标识号。
    pub notice_id: Id,
    /// # Kind · 类别
    /// What happened.
    ///
    /// 通知类别。
    pub kind: NoticeKind,
    /// # Raised at · 产生时刻
    /// When, by the clock of the registry's database.
    ///
    /// 产生时刻，以登记处数据库时钟为准。
    pub raised_at: At,
    /// # About · 所涉标识号
    /// The member's own claim, statement, intent, entry, suspicion or package that it is about, by which it finds the
    /// case.
    ///
    /// 所涉的本机构的占用、说明、意向、登记、疑点或资料包的标识号，成员据此找到案件。
    pub about: Option<Id>,
    /// # Consent · 授权同意书
    /// The consent that it is about.
    ///
    /// 所涉授权同意书。
    pub consent: Option<Hex32>,
}

/// # Acknowledgement · 确认通知
/// Notices that the member has read; they are not listed again.
///
/// 成员已读的通知，不再列出。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AcknowledgeNotices {
    /// # Notices · 通知
    /// Their ids.
    ///
    /// 通知的标识号。
    #[schemars(length(min = 1))]
    #[serde(deserialize_with = "bounds::some")]
    pub notices: List<Id, 100>,
}
request!(AcknowledgeNotices, AcknowledgeNotices => Acknowledged);

/// # Acknowledged · 已确认
/// How many were still open.
///
/// 本次确认的条数。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Acknowledged {
    /// # Number · 条数
    /// How many of the notices were still open.
    ///
    /// 其中原来未确认的条数。
    pub acknowledged: Count<100>,
}
