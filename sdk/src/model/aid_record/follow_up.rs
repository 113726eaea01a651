//! What was seen after an aid, and what became of money that was not used.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::{
        OpenCode,
        lists::{
            FollowUpMethod, IntakeRole, LeftoverDisposition, Satisfaction, ServiceNeed, VerificationResult,
        },
    },
    model::{
        lifecycle::Actor,
        organisation::OrganisationRef,
        primitive::List,
        texts::{DateText, IdText, LongText, MoneyText, NameText, ShortText},
    },
};

/// # Follow-up · 回访
/// One visit or call after the aid.
///
/// 救助之后的一次回访。
///
/// ```
/// use tongzhou::{code::lists::{FollowUpMethod, VerificationResult}, json, model::aid_record::FollowUp};
///
/// let text = r#"{
///     "visitedOn": "2026-08-15", "method": "home-visit", "reached": true,
///     "useConfirmed": "confirmed", "satisfaction": "satisfied", "needs": ["psychological"]
/// }"#;
/// let visit: FollowUp = json::from_str(text)?;
/// assert_eq!(visit.method, FollowUpMethod::HomeVisit);
/// assert_eq!(visit.use_confirmed, Some(VerificationResult::Confirmed));
/// assert_eq!(visit.needs[0].as_str(), "psychological");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct FollowUp<'a> {
    /// # Date · 回访日期
    /// When it took place.
    ///
    /// 回访的日期。
    pub visited_on: DateText<'a>,
    /// # Method · 回访方式
    /// By phone, at home, at the hospital, by video or message.
    ///
    /// 电话、入户、到院、视频或者消息。
    pub method: FollowUpMethod,
    /// # Chosen by sample · 是否抽样
    /// True when the family was chosen by a sample.
    ///
    /// 由抽样选中的为 true。
    pub sampled: Option<bool>,
    /// # Visitor · 回访人
    /// Who visited or called.
    ///
    /// 回访的人。
    pub visitor: Option<NameText<'a>>,
    /// # Role of the visitor · 回访人身份
    /// In what role, such as a volunteer.
    ///
    /// 回访人的身份，如志愿者。
    pub visitor_role: Option<IntakeRole>,
    /// # Organisation · 回访机构
    /// For which organisation.
    ///
    /// 回访人所属的机构。
    pub organisation: Option<OrganisationRef<'a>>,
    /// # Reached · 是否联系上
    /// True when the family was reached.
    ///
    /// 联系上家庭的为 true。
    pub reached: Option<bool>,
    /// # Use of the aid · 资金使用核实
    /// Whether the aid was used as agreed.
    ///
    /// 救助是否按约定使用。
    pub use_confirmed: Option<VerificationResult>,
    /// # What was seen · 回访所见
    /// How the child is, and how the aid was used.
    ///
    /// 孩子的近况和救助的使用情况。
    pub findings: Option<LongText<'a>>,
    /// # Satisfaction · 满意度
    /// How satisfied the family is.
    ///
    /// 家庭的满意程度。
    pub satisfaction: Option<Satisfaction>,
    /// # Further needs · 后续需求
    /// What the family still needs.
    ///
    /// 家庭还需要的帮助。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub needs: List<OpenCode<'a, ServiceNeed>, 20>,
    /// # Referral · 转介
    /// The referral that followed from it.
    ///
    /// 由此发起的转介。
    pub referral_id: Option<IdText<'a>>,
    /// # Next · 下次回访
    /// When the next follow-up is due.
    ///
    /// 计划下次回访的日期。
    pub next_on: Option<DateText<'a>>,
    /// # Papers · 回访材料
    /// The form and photos of the visit.
    ///
    /// 回访表和照片。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 20>,
}

/// # What is left · 结余处理
/// Money that was not used, and what became of it.
///
/// 未用完的资金及其去向。
///
/// ```
/// use tongzhou::{code::lists::LeftoverDisposition, json, model::aid_record::Leftover};
///
/// let text = r#"{ "disposition": "same-purpose", "amount": "2000.00", "donorAgreed": true }"#;
/// let leftover: Leftover = json::from_str(text)?;
/// assert_eq!(leftover.disposition, LeftoverDisposition::SamePurpose);
/// assert_eq!(leftover.amount, Some("2000.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Leftover<'a> {
    /// # What became of it · 处理方式
    /// What becomes of the money.
    ///
    /// 结余资金的处理方式。
    pub disposition: LeftoverDisposition,
    /// # Amount · 金额
    /// How much is left, in yuan.
    ///
    /// 结余的金额（元）。
    pub amount: Option<MoneyText<'a>>,
    /// # Date · 处理日期
    /// When it was decided.
    ///
    /// 作出处理的日期。
    pub decided_on: Option<DateText<'a>>,
    /// # Decided by · 决定人
    /// Who decided it.
    ///
    /// 作出处理决定的人。
    pub decided_by: Option<Actor<'a>>,
    /// # New purpose · 后续用途
    /// The same or a similar purpose for which it is used.
    ///
    /// 用于何种相同或者近似的目的。
    pub purpose: Option<ShortText<'a>>,
    /// # Donor agreed · 捐赠人是否同意
    /// True when the donor agreed to the change.
    ///
    /// 捐赠人同意变更用途的为 true。
    pub donor_agreed: Option<bool>,
    /// # Made public on · 公开日期
    /// When it was made public what became of it.
    ///
    /// 公开结余处理情况的日期。
    pub disclosed_on: Option<DateText<'a>>,
}
