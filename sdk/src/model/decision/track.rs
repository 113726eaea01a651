//! The ways of a case beside the ordinary one, and how long it took: waitlist, emergency, times.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::model::{
    lifecycle::Actor,
    primitive::Count,
    texts::{DateText, InstantText, ShortText},
};

/// # Waitlist · 候补
/// Why a case that fits has to wait.
///
/// 符合条件但需要等候的情况。
///
/// ```
/// use tongzhou::{json, model::decision::Waitlist};
///
/// let waitlist: Waitlist = json::from_str(r#"{ "reason": "本期名额已满", "position": 7 }"#)?;
/// assert_eq!(waitlist.position.map(|position| position.get()), Some(7));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Waitlist<'a> {
    /// # Reason · 原因
    /// Why it waits, such as money used up for the year.
    ///
    /// 等候的原因，如年度资金用完。
    pub reason: Option<ShortText<'a>>,
    /// # Since · 起始日期
    /// Since when it waits.
    ///
    /// 从何时起等候。
    pub since: Option<DateText<'a>>,
    /// # Place · 序位
    /// The place in the queue.
    ///
    /// 排队的序位。
    pub position: Option<Count<100000>>,
    /// # Expected · 预计日期
    /// When it is likely to be taken up.
    ///
    /// 预计可以办理的日期。
    pub expected_on: Option<DateText<'a>>,
}

/// # Emergency track · 紧急通道
/// Help first, papers later.
///
/// 先救助、后补材料的办理方式。
///
/// ```
/// use tongzhou::{json, model::decision::EmergencyTrack};
///
/// let text = r#"{ "approvedAt": "2026-09-25T09:00:00Z", "papersDueOn": "2026-10-09" }"#;
/// let emergency: EmergencyTrack = json::from_str(text)?;
/// assert_eq!(emergency.papers_due_on, Some("2026-10-09".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct EmergencyTrack<'a> {
    /// # Reason · 原因
    /// Why the case could not wait.
    ///
    /// 为什么不能等。
    pub reason: Option<ShortText<'a>>,
    /// # Approved by · 批准人
    /// Who allowed it.
    ///
    /// 批准紧急办理的人。
    pub approved_by: Option<Actor<'a>>,
    /// # Approved at · 批准时刻
    /// When it was allowed.
    ///
    /// 批准的时刻。
    pub approved_at: Option<InstantText<'a>>,
    /// # Papers due · 补材料期限
    /// Until when the papers are to follow.
    ///
    /// 补齐材料的期限。
    pub papers_due_on: Option<DateText<'a>>,
}

/// # Times · 办理时限
/// The times of a case by which a recipient's promptness is told.
///
/// 用来衡量办理及时性的各个时刻。
///
/// ```
/// use tongzhou::{json, model::decision::ServiceLevel};
///
/// let text = r#"{
///     "receivedAt": "2026-03-02T02:00:00Z", "decidedAt": "2026-03-30T02:00:00Z", "promisedDays": 30
/// }"#;
/// let level: ServiceLevel = json::from_str(text)?;
/// assert_eq!(level.promised_days.map(|days| days.get()), Some(30));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ServiceLevel<'a> {
    /// # Received · 收到时刻
    /// When the application was received.
    ///
    /// 收到申请的时刻。
    pub received_at: Option<InstantText<'a>>,
    /// # First answer · 首次答复时刻
    /// When the family was first answered.
    ///
    /// 首次答复家庭的时刻。
    pub answered_at: Option<InstantText<'a>>,
    /// # Complete · 材料齐全时刻
    /// When nothing was missing any more.
    ///
    /// 材料补齐的时刻。
    pub complete_at: Option<InstantText<'a>>,
    /// # Decided · 作出决定时刻
    /// When it was decided.
    ///
    /// 作出决定的时刻。
    pub decided_at: Option<InstantText<'a>>,
    /// # First payment · 首次拨付时刻
    /// When the first money was paid.
    ///
    /// 首次拨付的时刻。
    pub paid_at: Option<InstantText<'a>>,
    /// # Promised days · 承诺天数
    /// Within how many days the recipient promises to decide.
    ///
    /// 机构承诺作出决定的天数。
    pub promised_days: Option<Count<3650>>,
}
