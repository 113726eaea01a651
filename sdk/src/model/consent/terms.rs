//! The terms of a consent: what is agreed to apart, how long information is kept, and how a consent ends.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{ConsentWithdrawalReason, ConsenterRole, PublicNoticeMode, RetentionClass},
    model::{
        primitive::Count,
        texts::{DateText, IdText, InstantText, NameText, ShortText},
    },
};

/// # Separate consents · 单独同意
/// The separate consents that the law asks for. Left out means not asked; false means refused. Public notice
/// has its own block.
///
/// 法律要求的各项单独同意；不写表示未征求，false 表示不同意；公示另列。
///
/// ```
/// use tongzhou::{json, model::consent::SeparateConsents};
///
/// let text = r#"{ "sensitiveInformation": true, "givingToRecipient": true, "crossBorder": false }"#;
/// let separate: SeparateConsents = json::from_str(text)?;
/// assert_eq!(separate.sensitive_information, Some(true));
/// assert_eq!(separate.cross_border, Some(false), "nothing may go abroad");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeparateConsents {
    /// # Sensitive information · 敏感个人信息
    /// Whether the person agrees that sensitive information is handled.
    ///
    /// 是否同意处理敏感个人信息。
    pub sensitive_information: Option<bool>,
    /// # Giving to the recipient · 向接收方提供
    /// Whether the person agrees that the information is given to this recipient.
    ///
    /// 是否同意向本接收方提供信息。
    pub giving_to_recipient: Option<bool>,
    /// # Giving abroad · 向境外提供
    /// Whether the person agrees that the information goes abroad.
    ///
    /// 是否同意向境外提供信息。
    pub cross_border: Option<bool>,
}

/// # Consent to public notice · 公示同意
/// What the person says on publishing the case.
///
/// 同意人对公示的意见。
///
/// ```
/// use tongzhou::{code::lists::PublicNoticeMode, json, model::consent::PublicNoticeConsent};
///
/// let text = r#"{ "agreed": true, "mode": "masked", "until": "2026-12-31" }"#;
/// let consent: PublicNoticeConsent = json::from_str(text)?;
/// assert_eq!(consent.mode, Some(PublicNoticeMode::Masked));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PublicNoticeConsent<'a> {
    /// # Agrees · 是否同意
    /// True when the person agrees to a public notice, false when the person refuses.
    ///
    /// 同意公示的为 true，不同意的为 false。
    pub agreed: bool,
    /// # Mode · 公示方式
    /// Masked shows surname, age band, city and disease group; code-only shows a number.
    ///
    /// 脱敏公示只显示姓氏、年龄段、城市和病种；编号公示只显示编号。
    pub mode: Option<PublicNoticeMode>,
    /// # Until · 公示期至
    /// The day after which the notice must be taken down.
    ///
    /// 超过该日期应撤下公示。
    pub until: Option<DateText<'a>>,
    /// # Date · 日期
    /// The date on which the person said so, if not that of the consent.
    ///
    /// 表示意见的日期，与签署日期不同时填写。
    pub signed_on: Option<DateText<'a>>,
    /// # Paper · 凭证
    /// The id of the paper on which the person said so.
    ///
    /// 载有该意见的书面材料标识号。
    pub document_id: Option<IdText<'a>>,
}

/// # Retention · 保存期限
/// How long the recipient keeps the information, and what happens then.
///
/// 接收方保存信息的期限及到期后的处理。
///
/// ```
/// use tongzhou::{code::lists::RetentionClass, model::{consent::Retention, primitive::Count}};
///
/// let retention = Retention::builder()
///     .class(RetentionClass::AidFile)
///     .months_after_purpose(Count::saturating(36))
///     .build();
/// assert_eq!(serde_json::to_string(&retention)?, r#"{"class":"aid-file","monthsAfterPurpose":36}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Retention<'a> {
    /// # Class · 留存类别
    /// The class of record by which the length is set.
    ///
    /// 据以确定期限的留存类别。
    pub class: Option<RetentionClass>,
    /// # Delete after · 删除日期
    /// The day after which the information is deleted.
    ///
    /// 超过该日期即删除信息。
    pub delete_after: Option<DateText<'a>>,
    /// # Months after the purpose · 用途完成后月数
    /// For how many months the information is kept once the purpose is met.
    ///
    /// 用途完成之后继续保存的月数。
    pub months_after_purpose: Option<Count<1200>>,
    /// # Storage only · 仅存储
    /// True when a law demands that the information is kept, and it is stored and not used otherwise.
    ///
    /// 因法律要求保存而仅存储、不作其他使用的为 true。
    pub storage_only: Option<bool>,
    /// # Law that demands it · 法律依据
    /// The law that demands the keeping.
    ///
    /// 要求保存的法律规定。
    pub legal_basis: Option<ShortText<'a>>,
}

/// # Withdrawal of a consent · 撤回同意
/// The withdrawal of a consent. It needs no reason and is not retroactive.
///
/// 同意的撤回；无须理由，不具有溯及力。
///
/// ```
/// use tongzhou::{code::lists::ConsenterRole, json, model::consent::Withdrawal};
///
/// let text = r#"{ "at": "2026-10-08T03:00:00Z", "by": "guardian", "note": "不再申请该机构" }"#;
/// let withdrawal: Withdrawal = json::from_str(text)?;
/// assert_eq!(withdrawal.at.as_str(), "2026-10-08T03:00:00Z");
/// assert_eq!(withdrawal.by, Some(ConsenterRole::Guardian));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Withdrawal<'a> {
    /// # Time · 撤回时刻
    /// When the consent was withdrawn.
    ///
    /// 撤回的时刻。
    pub at: InstantText<'a>,
    /// # By · 撤回人身份
    /// In what role the person withdraws.
    ///
    /// 以什么身份撤回。
    pub by: Option<ConsenterRole>,
    /// # Name · 姓名
    /// The name of the person who withdraws.
    ///
    /// 撤回人姓名。
    pub name: Option<NameText<'a>>,
    /// # Reason · 原因
    /// The reason, if the person gave one.
    ///
    /// 撤回人说明的原因，可不填。
    pub reason: Option<ConsentWithdrawalReason>,
    /// # Note · 说明
    /// What the person said, or what is to be deleted.
    ///
    /// 撤回人的说明，或要求删除的内容。
    pub note: Option<ShortText<'a>>,
    /// # Paper · 凭证
    /// The id of the paper or message by which it was withdrawn.
    ///
    /// 撤回所用书面材料或消息的标识号。
    pub document_id: Option<IdText<'a>>,
}
