//! Other help the family asked for or received: from government, from charities, from the public.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::{
    OpenCode,
    lists::{
        AidKind, CrowdfundingPlatform, CrowdfundingStatus, GovernmentAidScheme, GovernmentAidStatus,
        HelpSource, OtherHelpStatus, Relation,
    },
};
use crate::model::organisation::OrganisationRef;
use crate::model::primitive::List;
use crate::model::texts::{
    DateText, ForeignCodeText, IdText, MoneyText, NameText, NumberText, ShortText, TitleText,
};

/// # Other help · 其他帮助
/// Help asked for or received besides insurance. What individuals gave is no charity aid, yet it lessens
/// the gap.
///
/// 保险之外申请或获得的帮助。个人赠与不属于慈善救助，但会减小资金缺口。
///
/// ```
/// use tongzhou::{json, model::application::OtherHelp};
///
/// let text = r#"{
///     "government": [{ "scheme": "medical-aid", "status": "granted", "amount": "2000.00" }],
///     "others": [{ "source": "relatives-and-friends", "amount": "12000.00" }]
/// }"#;
/// let help: OtherHelp = json::from_str(text)?;
/// assert_eq!((help.government.len(), help.others.len()), (1, 1));
/// assert!(help.crowdfunding.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct OtherHelp<'a> {
    /// # Government · 政府救助
    /// Schemes of government, with where each application stands.
    ///
    /// 政府救助事项及办理情况。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub government: List<GovernmentHelp<'a>, 20>,
    /// # Charities · 慈善救助
    /// Charities that were asked or have helped.
    ///
    /// 已申请或已提供救助的慈善组织。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub charity: List<CharityHelp<'a>, 50>,
    /// # Personal appeals on platforms · 个人网络求助
    /// Appeals to the public on platforms.
    ///
    /// 在网络平台发起的个人求助。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub crowdfunding: List<Crowdfunding<'a>, 20>,
    /// # Others · 其他来源
    /// What came from employer, community, relatives or a party that is liable.
    ///
    /// 单位、社区、亲友或责任方等的帮助。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub others: List<OtherSource<'a>, 20>,
}

/// # Government scheme · 政府救助事项
/// One scheme of government and its outcome.
///
/// 一项政府救助及其结果。
///
/// ```
/// use tongzhou::{code::lists::GovernmentAidStatus, json, model::application::GovernmentHelp, text::Lang};
///
/// let text = r#"{
///     "scheme": "medical-aid", "status": "granted", "amount": "2000.00", "decidedOn": "2026-07-06"
/// }"#;
/// let help: GovernmentHelp = json::from_str(text)?;
/// assert_eq!(help.scheme.known().map(|row| row.title(Lang::ZhCn)), Some("医疗救助"));
/// assert_eq!(help.status, Some(GovernmentAidStatus::Granted));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct GovernmentHelp<'a> {
    /// # Scheme · 救助事项
    /// Which scheme it is.
    ///
    /// 救助事项。
    pub scheme: OpenCode<'a, GovernmentAidScheme>,
    /// # Status · 办理状态
    /// Where the application stands: not eligible, applied, granted, insufficient.
    ///
    /// 办理情况：不符合、已申请、已给予、仍不足等。
    pub status: Option<GovernmentAidStatus>,
    /// # Amount · 金额
    /// What was granted, in yuan.
    ///
    /// 已给予的金额，单位元。
    pub amount: Option<MoneyText<'a>>,
    /// # Authority · 办理部门
    /// The authority in charge.
    ///
    /// 办理部门。
    pub authority: Option<TitleText<'a>>,
    /// # Applied on · 申请日期
    /// When it was applied for.
    ///
    /// 申请日期。
    pub applied_on: Option<DateText<'a>>,
    /// # Decided on · 决定日期
    /// When it was decided.
    ///
    /// 决定日期。
    pub decided_on: Option<DateText<'a>>,
    /// # Reason · 原因
    /// Why it was refused or is not enough.
    ///
    /// 未获批或仍不足的原因。
    pub reason: Option<ShortText<'a>>,
    /// # Papers that show it · 证明材料
    /// The decision or proof of payment in this package.
    ///
    /// 本包中的决定书或支付凭证。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}

/// # Help of a charity · 慈善救助情况
/// What one charity was asked for or has given.
///
/// 向一家慈善组织申请或获得的救助。
///
/// ```
/// use tongzhou::{code::lists::{AidKind, OtherHelpStatus}, json, model::application::CharityHelp};
///
/// let text = r#"{
///     "organisation": { "name": "示例省地中海贫血救助会" },
///     "kind": "drug", "status": "received", "amount": "17784.00", "forThisIllness": true
/// }"#;
/// let help: CharityHelp = json::from_str(text)?;
/// assert_eq!(help.kind, Some(AidKind::Drug));
/// assert_eq!(help.status, Some(OtherHelpStatus::Received));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct CharityHelp<'a> {
    /// # Charity · 慈善组织
    /// The charity.
    ///
    /// 慈善组织。
    pub organisation: OrganisationRef<'a>,
    /// # Programme · 项目标识
    /// The programme in the alliance's catalogue.
    ///
    /// 联盟项目目录中的项目标识。
    pub programme_id: Option<ForeignCodeText<'a>>,
    /// # Name of the programme · 项目名称
    /// The name of the programme or fund.
    ///
    /// 项目或基金名称。
    pub programme_name: Option<TitleText<'a>>,
    /// # Kind of aid · 救助方式
    /// Money, drugs, surgery, service or another kind.
    ///
    /// 资金、药品、手术、服务等。
    pub kind: Option<AidKind>,
    /// # Status · 办理状态
    /// Where it stands with that charity, as far as the family knows.
    ///
    /// 家庭所知的在该组织的办理状态。
    pub status: Option<OtherHelpStatus>,
    /// # Amount · 金额
    /// What was promised or paid, or what aid in kind is worth, in yuan.
    ///
    /// 承诺或支付的金额，或实物、服务折价，单位元。
    pub amount: Option<MoneyText<'a>>,
    /// # For this illness · 是否针对本次疾病
    /// Whether it was given for the illness of this application.
    ///
    /// 是否针对本申请的疾病。
    pub for_this_illness: Option<bool>,
    /// # Applied on · 申请日期
    /// When it was applied for.
    ///
    /// 申请日期。
    pub applied_on: Option<DateText<'a>>,
    /// # Granted on · 批准日期
    /// When it was granted.
    ///
    /// 批准日期。
    pub granted_on: Option<DateText<'a>>,
    /// # Paid on · 支付日期
    /// When it was paid last.
    ///
    /// 最近一次支付日期。
    pub paid_on: Option<DateText<'a>>,
    /// # Record of the aid · 救助记录标识号
    /// The aid record of this standard, if the charity keeps one.
    ///
    /// 该组织按本标准保存的救助记录标识号。
    pub aid_record_id: Option<IdText<'a>>,
    /// # Receipts paid on · 已使用的票据
    /// The receipts of this package on which it was paid.
    ///
    /// 该救助已使用的本包内票据。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub receipt_ids: List<IdText<'a>, 200>,
    /// # Papers that show it · 证明材料
    /// The notice or proof of payment in this package.
    ///
    /// 本包中的通知书或支付凭证。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}

/// # Personal appeal · 个人网络求助
/// One appeal to the public on a platform.
///
/// 在平台上发起的一次个人求助。
///
/// ```
/// use tongzhou::{json, model::application::Crowdfunding, text::Lang};
///
/// let text = r#"{
///     "platform": "shuidichou", "status": "withdrawn",
///     "target": "50000.00", "raised": "26541.30", "fee": "955.49", "withdrawn": "25585.81"
/// }"#;
/// let appeal: Crowdfunding = json::from_str(text)?;
/// assert_eq!(appeal.platform.known().map(|row| row.title(Lang::ZhCn)), Some("水滴筹"));
/// assert_eq!(appeal.withdrawn, Some("25585.81".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Crowdfunding<'a> {
    /// # Platform · 求助平台
    /// The platform; those designated by the Ministry of Civil Affairs have their own codes.
    ///
    /// 求助平台；民政部指定的平台有单独代码。
    pub platform: OpenCode<'a, CrowdfundingPlatform>,
    /// # Name of the platform · 平台名称
    /// The name, where the code is other.
    ///
    /// 代码为“其他”时，填平台名称。
    pub platform_name: Option<TitleText<'a>>,
    /// # Number of the appeal · 求助项目编号
    /// The number by which the platform knows the appeal.
    ///
    /// 平台上的求助项目编号。
    pub project_id: Option<NumberText<'a>>,
    /// # Appealer's relation to the child · 求助人与患儿关系
    /// What the person in need who appeals is to the child; self if it is the child.
    ///
    /// 求助人是患儿的什么人；患儿本人填本人。
    pub appealer_relation: Option<Relation>,
    /// # Publisher · 发布人
    /// Who published the appeal.
    ///
    /// 求助信息发布人。
    pub publisher: Option<NameText<'a>>,
    /// # Publisher's relation to the child · 发布人与患儿关系
    /// What the publisher is to the child.
    ///
    /// 发布人是患儿的什么人。
    pub publisher_relation: Option<Relation>,
    /// # Status · 求助状态
    /// Whether the appeal is open, closed or stopped.
    ///
    /// 求助进行中、已结束或已终止等。
    pub status: Option<CrowdfundingStatus>,
    /// # Opened on · 发起日期
    /// When the appeal was opened.
    ///
    /// 求助发起日期。
    pub opened_on: Option<DateText<'a>>,
    /// # Closed on · 结束日期
    /// When it was closed.
    ///
    /// 求助结束日期。
    pub closed_on: Option<DateText<'a>>,
    /// # Target · 目标金额
    /// What was asked for, in yuan.
    ///
    /// 求助目标金额，单位元。
    pub target: Option<MoneyText<'a>>,
    /// # Raised · 已筹金额
    /// What people have given, before fees, in yuan.
    ///
    /// 已筹得金额（未扣费用），单位元。
    pub raised: Option<MoneyText<'a>>,
    /// # Fees · 平台费用
    /// What platform and payment service kept, in yuan.
    ///
    /// 平台服务费和支付手续费合计，单位元。
    pub fee: Option<MoneyText<'a>>,
    /// # Fees returned · 返还费用
    /// What of the fees was returned to the family, in yuan.
    ///
    /// 平台返还给家庭的费用，单位元。
    pub fee_returned: Option<MoneyText<'a>>,
    /// # Withdrawn · 已提现金额
    /// What the family has received, in yuan.
    ///
    /// 家庭已提取的金额，单位元。
    pub withdrawn: Option<MoneyText<'a>>,
    /// # Refunded · 已退还金额
    /// What went back to those who gave, in yuan.
    ///
    /// 已退还赠与人的金额，单位元。
    pub refunded: Option<MoneyText<'a>>,
    /// # Figures as of · 数据日期
    /// The day for which the figures were true.
    ///
    /// 上述数据截至的日期。
    pub as_of: Option<DateText<'a>>,
    /// # Truth declared · 是否作出真实性承诺
    /// Whether appealer and publisher have declared that the appeal is true.
    ///
    /// 求助人和发布人是否已承诺信息真实。
    pub truth_declared: Option<bool>,
    /// # Checked by the platform · 平台是否核实
    /// Whether the platform says that it has checked the appeal, which is evidence and no proof.
    ///
    /// 平台是否表示已核实；仅作参考，不作证明。
    pub platform_verified: Option<bool>,
    /// # Papers that show it · 证明材料
    /// Pages or statements of the appeal in this package.
    ///
    /// 本包中的求助页面或说明材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}

/// # Other source · 其他来源
/// Help that came neither from government nor from a charity or a platform.
///
/// 政府、慈善组织和求助平台以外的帮助。
///
/// ```
/// use tongzhou::{code::lists::HelpSource, model::application::OtherSource, value::Money};
///
/// let gift = OtherSource::builder()
///     .source(HelpSource::RelativesAndFriends)
///     .amount("12000.00".parse::<Money>()?.into())
///     .note("赠予，不需归还".parse()?)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&gift)?,
///     r#"{"source":"relatives-and-friends","amount":"12000.00","note":"赠予，不需归还"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct OtherSource<'a> {
    /// # Source · 来源
    /// The kind of source.
    ///
    /// 来源类别。
    pub source: HelpSource,
    /// # Status · 状态
    /// Whether it is promised, received or refused.
    ///
    /// 已承诺、已到账或未获批等。
    pub status: Option<OtherHelpStatus>,
    /// # Amount · 金额
    /// What it comes to in all, in yuan.
    ///
    /// 合计金额，单位元。
    pub amount: Option<MoneyText<'a>>,
    /// # In words · 说明
    /// What should be known about it; write no name of a private giver.
    ///
    /// 需要说明的情况；不写私人赠与者姓名。
    pub note: Option<ShortText<'a>>,
    /// # Papers that show it · 证明材料
    /// Proof in this package.
    ///
    /// 本包中的证明材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}
