//! Whose money aid is: the payers side by side, and what their money may be used for.
//!
//! Co-funding is lawful and common. Each payer has a line of its own, and a personal appeal stays what it is, a gift
//! to the person: it is shown, and never added into charity aid.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{AidKind, FundingRole, MoneyNature, PayerKind},
    model::{
        organisation::OrganisationRef,
        primitive::List,
        texts::{
            DateText, DecimalText, ForeignCodeText, IdText, MoneyText, NumberText, ShortText, TitleText,
        },
    },
};

/// # Funding line · 出资明细
/// One payer of an aid, with its part and what binds its money.
///
/// 一项救助中的一个出资方、其份额以及资金的限制。
///
/// ```
/// use tongzhou::{code::lists::{MoneyNature, PayerKind}, json, model::funding::FundingLine};
///
/// let text = r#"{
///     "payer": "charity", "organisation": { "name": "示例儿童大病救助基金会" }, "role": "lead",
///     "nature": "charity-aid", "amount": "18000.00", "share": "60"
/// }"#;
/// let lead: FundingLine = json::from_str(text)?;
/// assert_eq!((lead.payer, lead.nature), (PayerKind::Charity, Some(MoneyNature::CharityAid)));
///
/// // A personal appeal stays a gift to the person.
/// let appeal = r#"{ "payer": "crowdfunding", "nature": "personal-gift", "amount": "46000.00" }"#;
/// assert_eq!(json::from_str::<FundingLine>(appeal)?.nature, Some(MoneyNature::PersonalGift));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct FundingLine<'a> {
    /// # Kind of payer · 出资方类别
    /// What kind of payer it is. A personal appeal is a gift to the person and no charity.
    ///
    /// 出资方的类别；个人求助筹款属于对个人的赠与，不是慈善救助。
    pub payer: PayerKind,
    /// # Payer · 出资方
    /// The organisation that pays.
    ///
    /// 出资的机构。
    pub organisation: Option<OrganisationRef<'a>>,
    /// # Part played · 角色
    /// What the payer does in the joint aid.
    ///
    /// 在联合救助中承担的角色。
    pub role: Option<FundingRole>,
    /// # Nature of the money · 资金性质
    /// Whether the money is charity aid, a personal gift, insurance or public money.
    ///
    /// 资金属于慈善救助、个人赠与、保险还是财政资金。
    pub nature: Option<MoneyNature>,
    /// # Amount · 金额
    /// What this payer gives, in yuan.
    ///
    /// 该出资方承担的金额（元）。
    pub amount: MoneyText<'a>,
    /// # Share · 比例
    /// The payer's share of the aid in per cent.
    ///
    /// 该出资方承担的比例（百分数）。
    pub share: Option<DecimalText<'a>>,
    /// # Named fund · 专项基金
    /// The named fund that the money comes from.
    ///
    /// 资金所属的专项基金。
    pub fund: Option<NamedFund<'a>>,
    /// # Campaign · 募捐活动备案编号
    /// The number under which the public campaign is filed.
    ///
    /// 公开募捐活动在慈善中国的备案编号。
    pub campaign_id: Option<ForeignCodeText<'a>>,
    /// # Earmarked source · 定向资金来源
    /// The donor, project or campaign that gave the money for this purpose.
    ///
    /// 定向捐赠的捐赠方、项目或募捐活动。
    pub source: Option<TitleText<'a>>,
    /// # Earmarked · 是否定向
    /// True when the donor gave the money for this child or this kind of help.
    ///
    /// 捐赠人指定用于该儿童或该类救助的为 true。
    pub earmarked: Option<bool>,
    /// # Restriction · 使用限制
    /// What the money may be used for.
    ///
    /// 资金可以用于什么。
    pub restriction: Option<FundRestriction<'a>>,
}

/// # Named fund · 专项基金
/// A named fund under a host charity.
///
/// 设在慈善组织下的专项基金。
///
/// ```
/// use tongzhou::model::funding::NamedFund;
///
/// let fund = NamedFund::builder().name("示例血液病专项基金".parse()?).fund_id("F-0008".parse()?).build();
/// assert_eq!(serde_json::to_string(&fund)?, r#"{"name":"示例血液病专项基金","fundId":"F-0008"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct NamedFund<'a> {
    /// # Name · 基金名称
    /// The name of the fund.
    ///
    /// 专项基金名称。
    pub name: TitleText<'a>,
    /// # Number · 基金编号
    /// The number that the host gives the fund.
    ///
    /// 管理机构给专项基金的编号。
    pub fund_id: Option<ForeignCodeText<'a>>,
    /// # Host · 管理机构
    /// The charity that holds the fund and answers for it.
    ///
    /// 管理该基金并承担责任的慈善组织。
    pub host: Option<OrganisationRef<'a>>,
}

/// # Restriction on money · 资金使用限制
/// What a donor or a project allows; a change needs the donor's consent or a filing.
///
/// 捐赠人或项目对资金用途的限定；变更用途须经捐赠人同意或备案。
///
/// ```
/// use tongzhou::{code::lists::AidKind, model::funding::FundRestriction};
///
/// let restriction = FundRestriction::builder()
///     .allowed_aid_kinds([AidKind::HospitalSetOff, AidKind::Surgery].into())
///     .terms("只用于住院费用，不发现金".parse()?)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&restriction)?,
///     r#"{"allowedAidKinds":["hospital-set-off","surgery"],"terms":"只用于住院费用，不发现金"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct FundRestriction<'a> {
    /// # Kinds of aid allowed · 允许的救助方式
    /// The kinds of aid that the money may be used for; none given means any.
    ///
    /// 资金可以用于的救助方式；不写表示不限。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub allowed_aid_kinds: List<AidKind, 20>,
    /// # Terms · 限制说明
    /// The restriction in words.
    ///
    /// 对限制的文字说明。
    pub terms: Option<ShortText<'a>>,
    /// # Use until · 使用期限
    /// The last day on which the money may be used.
    ///
    /// 资金可以使用的最后一天。
    pub use_until: Option<DateText<'a>>,
    /// # Change approved · 变更同意日期
    /// When the donor agreed to a change of use, or the change was filed.
    ///
    /// 捐赠人同意变更用途或办理备案的日期。
    pub change_approved_on: Option<DateText<'a>>,
    /// # Paper on the change · 变更凭证
    /// The id of the paper that shows the agreement or the filing.
    ///
    /// 证明同意或备案的材料标识号。
    pub change_document_id: Option<IdText<'a>>,
    /// # Reference of the change · 变更文号
    /// The number of the agreement or filing.
    ///
    /// 书面同意或者备案的文号。
    pub change_reference: Option<NumberText<'a>>,
}
