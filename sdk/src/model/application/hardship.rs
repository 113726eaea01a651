//! Hardships that an authority or a committee has recognised, or that the family states itself.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::lists::{Hardship, HardshipVerification};
use crate::model::organisation::OrganisationRef;
use crate::model::primitive::List;
use crate::model::texts::{DateText, IdText, NumberText, RegionText, ShortText, TitleText};

/// # Hardship status · 困难身份
/// One recognised hardship; without an issuer or a verifier it counts as the family's own statement.
///
/// 一项困难身份；没有认定机关或核实者的，视为家庭自述。
///
/// ```
/// use tongzhou::{code::lists::Hardship, json, model::application::HardshipStatus};
///
/// let text = r#"{
///     "status": "rigid-expenditure", "certificateNumber": "GX-0000001",
///     "issuer": { "name": "示例区民政局", "region": "440106" },
///     "validFrom": "2026-03-01", "validUntil": "2027-02-28"
/// }"#;
/// let hardship: HardshipStatus = json::from_str(text)?;
/// assert_eq!(hardship.status, Hardship::RigidExpenditure);
/// assert_eq!(hardship.valid_until, Some("2027-02-28".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct HardshipStatus<'a> {
    /// # Status · 困难类别
    /// The status in the national list of the low-income population, or the older name papers still use.
    ///
    /// 低收入人口类别，或材料上仍使用的旧称。
    pub status: Hardship,
    /// # Local name · 地方名称
    /// What the certificate calls it, where the place uses a word of its own.
    ///
    /// 证明上的名称与全国类别不同时，填原文。
    pub local_name: Option<ShortText<'a>>,
    /// # Guardian concerned · 所涉监护人
    /// The guardian whose status it is, if not the whole household's.
    ///
    /// 仅属于某监护人时填写。
    pub guardian_id: Option<IdText<'a>>,
    /// # Member concerned · 所涉成员
    /// The member whose status it is, if not the whole household's.
    ///
    /// 仅属于某家庭成员时填写。
    pub member_id: Option<IdText<'a>>,
    /// # The child's own · 是否患儿本人身份
    /// Whether it is the child's own status, such as that of an orphan.
    ///
    /// 是否为患儿本人的身份，如孤儿。
    pub of_child: Option<bool>,
    /// # Recognised by · 认定机关
    /// Who recognised the status.
    ///
    /// 认定该身份的机关。
    pub issuer: Option<HardshipIssuer<'a>>,
    /// # Certificate number · 证书编号
    /// The number of the certificate or decision.
    ///
    /// 证件或认定文书编号。
    pub certificate_number: Option<NumberText<'a>>,
    /// # Issued on · 认定日期
    /// When the certificate or decision was issued.
    ///
    /// 证件签发或认定日期。
    pub issued_on: Option<DateText<'a>>,
    /// # Valid from · 有效期起
    /// The first day of the status, if not the day of issue.
    ///
    /// 身份起始日期（与认定日期不同时）。
    pub valid_from: Option<DateText<'a>>,
    /// # Valid until · 有效期止
    /// The last day on which it holds; a rigid-expenditure certificate holds at most twelve months.
    ///
    /// 有效的最后一天；刚性支出困难家庭认定最长十二个月。
    pub valid_until: Option<DateText<'a>>,
    /// # Risk removed · 风险是否消除
    /// For the watch against falling back into poverty: whether the risk is marked as removed.
    ///
    /// 防止返贫监测对象的风险是否已标注消除。
    pub risk_removed: Option<bool>,
    /// # Ended on · 终止日期
    /// When the status was taken away or given up.
    ///
    /// 身份被取消或退出的日期。
    pub ended_on: Option<DateText<'a>>,
    /// # Verified by · 核实机构
    /// The organisation that checked the status, if not the issuer.
    ///
    /// 核实该身份的机构（非认定机关时）。
    pub verified_by: Option<OrganisationRef<'a>>,
    /// # How it was verified · 核实方式
    /// How the status was checked.
    ///
    /// 核实该身份的方式。
    pub verification_method: Option<HardshipVerification>,
    /// # Verified on · 核实日期
    /// When it was checked.
    ///
    /// 核实日期。
    pub verified_on: Option<DateText<'a>>,
    /// # Papers that show it · 证明材料
    /// The certificate or letter in this package.
    ///
    /// 本包中的证件或证明。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}

/// # Issuer · 认定机关
/// Who recognised a hardship.
///
/// 认定困难身份的机关。
///
/// ```
/// use tongzhou::model::application::HardshipIssuer;
///
/// let issuer = HardshipIssuer::builder().name("示例村村民委员会".parse()?).level("村".parse()?).build();
/// assert_eq!(serde_json::to_string(&issuer)?, r#"{"name":"示例村村民委员会","level":"村"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct HardshipIssuer<'a> {
    /// # Name · 机关名称
    /// The authority or committee as its seal names it.
    ///
    /// 公章上的机关或村（居）委会名称。
    pub name: TitleText<'a>,
    /// # Level · 机关层级
    /// County, township, or village or residents' committee.
    ///
    /// 县级、乡镇（街道）或村（居）委会。
    pub level: Option<ShortText<'a>>,
    /// # Division · 所在地区划
    /// The county-level division, as a code of GB/T 2260.
    ///
    /// 所在县级行政区划代码（GB/T 2260）。
    pub region: Option<RegionText<'a>>,
}
