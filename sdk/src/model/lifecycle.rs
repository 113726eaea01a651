//! How a case moves: states with the time and the person, and the answers that others gave before.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{IntakeRole, ProcessState},
    model::{
        organisation::OrganisationRef,
        texts::{InstantText, NameText, ShortText},
    },
};

/// # Change of state · 状态变更
/// One state of a case, since when, by whom and why. The list of them is the history, earliest first.
///
/// 案件的一个状态、起始时刻、由谁变更和原因；按时间先后排列即为办理历史。
///
/// ```
/// use tongzhou::{code::lists::ProcessState, json, model::lifecycle::StateChange};
///
/// let text = r#"{
///     "state": "supplement-requested", "since": "2026-03-03T06:00:00Z",
///     "by": { "name": "示例项目官员" }, "reason": "缺少核对报告"
/// }"#;
/// let change: StateChange = json::from_str(text)?;
/// assert_eq!(change.state, ProcessState::SupplementRequested);
/// assert_eq!(change.since.as_str(), "2026-03-03T06:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct StateChange<'a> {
    /// # State · 状态
    /// The state that the case entered.
    ///
    /// 案件进入的状态。
    pub state: ProcessState,
    /// # Since · 起始时刻
    /// When the case entered the state.
    ///
    /// 进入该状态的时刻。
    pub since: InstantText<'a>,
    /// # By · 变更人
    /// Who moved the case.
    ///
    /// 作出变更的人。
    pub by: Option<Actor<'a>>,
    /// # Reason · 原因
    /// Why the case was moved.
    ///
    /// 变更的原因。
    pub reason: Option<ShortText<'a>>,
}

/// # Person acting · 经办人
/// The person who did something, in an organisation. A program is nobody.
///
/// 以机构名义办理某事的人；程序不算经办人。
///
/// ```
/// use tongzhou::model::lifecycle::Actor;
///
/// let officer = Actor::builder().name("示例项目官员".parse()?).position("项目部".parse()?).build();
/// assert_eq!(serde_json::to_string(&officer)?, r#"{"name":"示例项目官员","position":"项目部"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Actor<'a> {
    /// # Name · 姓名
    /// The name of the person.
    ///
    /// 经办人姓名。
    pub name: NameText<'a>,
    /// # Position · 职务
    /// The position or office of the person.
    ///
    /// 经办人的职务或部门。
    pub position: Option<ShortText<'a>>,
    /// # Role · 身份
    /// In what role the person acts.
    ///
    /// 经办人以什么身份办理。
    pub role: Option<IntakeRole>,
    /// # Organisation · 所属机构
    /// The organisation for which the person acts.
    ///
    /// 经办人所代表的机构。
    pub organisation: Option<OrganisationRef<'a>>,
}
