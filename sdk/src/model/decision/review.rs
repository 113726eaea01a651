//! How a case was looked at: what was checked, by whom, and whose interests stood in the way.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{
        AcceptedEvidenceKind, CaseVerificationMethod, ConflictKind, ReviewMethod, ReviewOpinion,
        VerificationResult,
    },
    model::{
        lifecycle::Actor,
        organisation::OrganisationRef,
        primitive::List,
        texts::{DateText, IdText, LongText, NameText, NumberText, ShortText},
    },
};

/// # Review · 评审
/// The review of a case, alone or in a batch.
///
/// 对案件的评审，单独或分批进行。
///
/// ```
/// use tongzhou::{code::lists::{ReviewMethod, ReviewOpinion}, json, model::decision::Review};
///
/// let text = r#"{
///     "method": "panel", "heldOn": "2026-03-16",
///     "reviewers": [{ "name": "示例评审甲", "conflictDeclared": false, "opinion": "approve" }]
/// }"#;
/// let review: Review = json::from_str(text)?;
/// assert_eq!(review.method, Some(ReviewMethod::Panel));
/// assert_eq!(review.reviewers[0].opinion, Some(ReviewOpinion::Approve));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Review<'a> {
    /// # Method · 评审方式
    /// How the case is reviewed.
    ///
    /// 评审的方式。
    pub method: Option<ReviewMethod>,
    /// # Batch · 批次
    /// The batch in which the case was reviewed.
    ///
    /// 案件所在的评审批次。
    pub batch: Option<NumberText<'a>>,
    /// # Date · 评审日期
    /// When the review was held.
    ///
    /// 评审日期。
    pub held_on: Option<DateText<'a>>,
    /// # Reviewers · 评审人
    /// Who reviewed, with the interests that each declared.
    ///
    /// 参加评审的人及各自的利益冲突声明。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub reviewers: List<Reviewer<'a>, 50>,
    /// # Summary · 评审意见
    /// What the review came to.
    ///
    /// 评审形成的意见。
    pub summary: Option<LongText<'a>>,
    /// # Paper · 评审记录
    /// The id of the minutes as a paper.
    ///
    /// 评审记录文件的标识号。
    pub document_id: Option<IdText<'a>>,
}

/// # Reviewer · 评审人
/// One reviewer. Who has an interest in the case steps aside.
///
/// 一名评审人；与案件有利害关系的应当回避。
///
/// ```
/// use tongzhou::{code::lists::ConflictKind, json, model::decision::Reviewer};
///
/// let text = r#"{ "name": "示例评审丙", "conflictDeclared": true, "conflictKind": "donor", "recused": true }"#;
/// let reviewer: Reviewer = json::from_str(text)?;
/// assert_eq!(reviewer.conflict_kind, Some(ConflictKind::Donor));
/// assert_eq!(reviewer.opinion, None, "who is recused gives none");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Reviewer<'a> {
    /// # Name · 姓名
    /// The name of the reviewer.
    ///
    /// 评审人姓名。
    pub name: NameText<'a>,
    /// # Organisation · 所属机构
    /// The organisation of the reviewer.
    ///
    /// 评审人所属机构。
    pub organisation: Option<OrganisationRef<'a>>,
    /// # Position · 职务
    /// The position or field of the reviewer.
    ///
    /// 评审人的职务或专业。
    pub position: Option<ShortText<'a>>,
    /// # Interest declared · 是否声明利益冲突
    /// True when the reviewer declared an interest, false when the reviewer declared to have none.
    ///
    /// 声明有利害关系的为 true，声明没有的为 false。
    pub conflict_declared: Option<bool>,
    /// # Kind of interest · 利害关系类别
    /// What the interest is.
    ///
    /// 利害关系的类别。
    pub conflict_kind: Option<ConflictKind>,
    /// # Interest in words · 利害关系说明
    /// The interest in words.
    ///
    /// 对利害关系的说明。
    pub conflict_note: Option<ShortText<'a>>,
    /// # Stepped aside · 是否回避
    /// True when the reviewer took no part in the case.
    ///
    /// 未参与本案评审的为 true。
    pub recused: Option<bool>,
    /// # Opinion · 评审意见
    /// What the reviewer was for.
    ///
    /// 评审人的意见。
    pub opinion: Option<ReviewOpinion>,
    /// # Opinion in words · 意见说明
    /// Why, above all where the reviewer differs from the others.
    ///
    /// 意见的理由，与他人不同时尤应说明。
    pub opinion_note: Option<ShortText<'a>>,
    /// # Date · 评审日期
    /// When the reviewer looked at the case.
    ///
    /// 评审人审看的日期。
    pub reviewed_on: Option<DateText<'a>>,
}

/// # Verification · 核实
/// How facts of an application were checked, and what came of it.
///
/// 对申请内容的一次核实及其结果。
///
/// ```
/// use tongzhou::{code::lists::CaseVerificationMethod, json, model::decision::CaseVerification};
///
/// let text = r#"{ "method": "hospital-confirmation", "verifiedOn": "2026-03-11", "result": "confirmed" }"#;
/// let verification: CaseVerification = json::from_str(text)?;
/// assert_eq!(verification.method, CaseVerificationMethod::HospitalConfirmation);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct CaseVerification<'a> {
    /// # Method · 核实方式
    /// By phone, at home, at the hospital or through an authority.
    ///
    /// 电话、入户、到院或者经由有关部门。
    pub method: CaseVerificationMethod,
    /// # By · 核实人
    /// Who checked.
    ///
    /// 进行核实的人。
    pub by: Option<Actor<'a>>,
    /// # Date · 核实日期
    /// When it was checked.
    ///
    /// 核实的日期。
    pub verified_on: Option<DateText<'a>>,
    /// # Result · 核实结果
    /// What came of it.
    ///
    /// 核实的结果。
    pub result: Option<VerificationResult>,
    /// # Note · 说明
    /// What was looked at and seen.
    ///
    /// 核实的内容和所见。
    pub note: Option<ShortText<'a>>,
    /// # Consent · 授权同意书
    /// The consent under which others were asked.
    ///
    /// 向第三方核实所依据的授权同意书。
    pub consent_id: Option<IdText<'a>>,
    /// # Economic verification · 家庭经济状况核对报告
    /// The report of the civil affairs authority that was used.
    ///
    /// 所采用的核对报告。
    pub economic_verification_id: Option<IdText<'a>>,
    /// # Papers that show it · 证明材料
    /// Photos and papers of the visit.
    ///
    /// 核实形成的照片和材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 20>,
}

/// # Evidence accepted from others · 认可的已有证明
/// What another organisation has checked already and this recipient takes as it is.
///
/// 其他机构已经核实、本机构直接认可的内容。
///
/// ```
/// use tongzhou::{code::lists::AcceptedEvidenceKind, json, model::decision::AcceptedEvidence};
///
/// let text = r#"{
///     "organisation": { "name": "示例区民政局" }, "kind": "home-visit", "acceptedOn": "2026-03-03"
/// }"#;
/// let accepted: AcceptedEvidence = json::from_str(text)?;
/// assert_eq!(accepted.kind, Some(AcceptedEvidenceKind::HomeVisit), "the family is not visited twice");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AcceptedEvidence<'a> {
    /// # Organisation · 核实机构
    /// The organisation that checked it.
    ///
    /// 作出核实的机构。
    pub organisation: OrganisationRef<'a>,
    /// # What is accepted · 认可内容
    /// What is taken as checked.
    ///
    /// 认可的内容。
    pub kind: Option<AcceptedEvidenceKind>,
    /// # Referral · 转介
    /// The referral that carried it.
    ///
    /// 载有该内容的转介单。
    pub referral_id: Option<IdText<'a>>,
    /// # Decision · 审核结果
    /// The other organisation's decision.
    ///
    /// 对方的审核结果。
    pub decision_id: Option<IdText<'a>>,
    /// # Economic verification · 家庭经济状况核对报告
    /// The verification report.
    ///
    /// 核对报告的标识号。
    pub economic_verification_id: Option<IdText<'a>>,
    /// # Papers · 材料
    /// The papers that are not asked for again.
    ///
    /// 不再要求重复提供的材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub document_ids: List<IdText<'a>, 100>,
    /// # Accepted on · 认可日期
    /// When it was accepted.
    ///
    /// 认可的日期。
    pub accepted_on: Option<DateText<'a>>,
    /// # Note · 说明
    /// What was left out of the procedure because of it.
    ///
    /// 因此简化了哪些环节。
    pub note: Option<ShortText<'a>>,
}
