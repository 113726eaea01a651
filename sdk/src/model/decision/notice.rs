//! The public notice of a decision: what was shown, on whose consent, and what was said against it.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{NoticeField, PublicNoticeMode},
    model::{
        lifecycle::Actor,
        primitive::List,
        texts::{DateText, IdText, NumberText, ShortText, TitleText},
    },
};

/// # Public notice · 公示
/// One public notice: mode, period, what was shown, and objections.
///
/// 一次公示的方式、期限、内容和异议。
///
/// ```
/// use tongzhou::{code::lists::{NoticeField, PublicNoticeMode}, json, model::decision::DecisionNotice};
///
/// let text = r#"{
///     "mode": "masked", "startsOn": "2026-03-20", "endsOn": "2026-03-27",
///     "fields": ["case-number", "surname-masked", "city", "amount"], "objectionChannel": "020-00000002"
/// }"#;
/// let notice: DecisionNotice = json::from_str(text)?;
/// assert_eq!(notice.mode, PublicNoticeMode::Masked);
/// assert!(!notice.fields.contains(&NoticeField::FullName));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct DecisionNotice<'a> {
    /// # Mode · 公示方式
    /// Masked, or by a number only.
    ///
    /// 脱敏公示或者只公示编号。
    pub mode: PublicNoticeMode,
    /// # Consent · 授权同意书
    /// The family's own consent to publication.
    ///
    /// 家庭对公示的授权同意书。
    pub consent_id: Option<IdText<'a>>,
    /// # From · 公示开始日期
    /// The first day of the notice.
    ///
    /// 公示的第一天。
    pub starts_on: Option<DateText<'a>>,
    /// # Until · 公示结束日期
    /// The last day of the notice.
    ///
    /// 公示的最后一天。
    pub ends_on: Option<DateText<'a>>,
    /// # Taken down · 撤下日期
    /// When the notice was taken down.
    ///
    /// 公示内容撤下的日期。
    pub taken_down_on: Option<DateText<'a>>,
    /// # What is shown · 公示内容
    /// Every kind of information that the notice shows.
    ///
    /// 公示显示的各项内容。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub fields: List<NoticeField, 30>,
    /// # Place · 公示渠道
    /// Where it is published.
    ///
    /// 公示的网站、平台或场所。
    pub place: Option<TitleText<'a>>,
    /// # Number · 公示编号
    /// The number under which the case is published.
    ///
    /// 案件的公示编号。
    pub number: Option<NumberText<'a>>,
    /// # Channel for objections · 异议渠道
    /// Where anybody can object.
    ///
    /// 提出异议的方式。
    pub objection_channel: Option<ShortText<'a>>,
    /// # Objections · 异议
    /// What was said against it, and what came of that.
    ///
    /// 收到的异议及处理情况。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub objections: List<Objection<'a>, 50>,
}

/// # Objection · 异议
/// One objection during a public notice.
///
/// 公示期间的一项异议。
///
/// ```
/// use tongzhou::{json, model::decision::Objection};
///
/// let text = r#"{ "receivedOn": "2026-03-22", "handledOn": "2026-03-25", "outcome": "情况属实，维持" }"#;
/// let objection: Objection = json::from_str(text)?;
/// assert_eq!(objection.handled_on, Some("2026-03-25".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Objection<'a> {
    /// # Received on · 收到日期
    /// When it was received.
    ///
    /// 收到异议的日期。
    pub received_on: DateText<'a>,
    /// # Matter · 事由
    /// What was objected to.
    ///
    /// 异议的事由。
    pub matter: Option<ShortText<'a>>,
    /// # Answered on · 答复日期
    /// When it was answered.
    ///
    /// 答复异议的日期。
    pub handled_on: Option<DateText<'a>>,
    /// # Answered by · 答复人
    /// Who answered it.
    ///
    /// 答复异议的人。
    pub handled_by: Option<Actor<'a>>,
    /// # Outcome · 处理结果
    /// What came of it.
    ///
    /// 异议的处理结果。
    pub outcome: Option<ShortText<'a>>,
    /// # Suspicion · 疑点
    /// The suspicion that it led to.
    ///
    /// 由此形成的疑点。
    pub suspicion_id: Option<IdText<'a>>,
}
