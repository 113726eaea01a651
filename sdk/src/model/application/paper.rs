//! The papers that go with an application: what each one is, not what it says.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::lists::{DocumentForm, DocumentKind, SealKind};
use crate::model::organisation::OrganisationRef;
use crate::model::primitive::{Count, List};
use crate::model::texts::{
    DateText, IdText, NameText, NumberText, OrganisationCodeText, ShortText, TitleText,
};

/// # Paper · 材料
/// One paper of the package; its bytes, size and digest are the manifest's.
///
/// 包内的一份材料；文件内容、大小和摘要见清单。
///
/// ```
/// use tongzhou::{code::lists::{DocumentForm, DocumentKind}, json, model::application::Paper};
///
/// let text = r#"{
///     "documentId": "019a0000-0000-7000-8000-000000000163", "kind": "diagnosis-certificate",
///     "form": "original", "seals": [{ "kind": "medical-affairs" }], "issuedOn": "2026-09-12", "pages": 1
/// }"#;
/// let paper: Paper = json::from_str(text)?;
/// assert_eq!(paper.kind, DocumentKind::DiagnosisCertificate);
/// assert_eq!(paper.form, Some(DocumentForm::Original));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Paper<'a> {
    /// # Identifier of the paper · 材料标识号
    /// The name of the file in the package, without folder and ending.
    ///
    /// 包内文件名（不含文件夹和扩展名）。
    pub document_id: IdText<'a>,
    /// # Kind · 材料类型
    /// What kind of paper it is.
    ///
    /// 材料的类型。
    pub kind: DocumentKind,
    /// # Name of the kind · 材料名称
    /// What the paper is called, where the kind does not tell.
    ///
    /// 类型不能说明时，写明材料名称。
    pub kind_name: Option<ShortText<'a>>,
    /// # Form · 材料形式
    /// Original, copy, electronic original, scan and so on.
    ///
    /// 原件、复印件、电子原件、扫描件等。
    pub form: Option<DocumentForm>,
    /// # Seals · 印章
    /// The seals on the paper; a programme may accept certain seals only.
    ///
    /// 材料上的印章；有的项目只认特定印章。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub seals: List<Seal<'a>, 10>,
    /// # Issued by · 出具单位
    /// Who issued the paper.
    ///
    /// 出具材料的单位。
    pub issuer: Option<TitleText<'a>>,
    /// # Number of the paper · 材料编号
    /// The number that the paper itself bears.
    ///
    /// 材料自身的编号。
    pub number: Option<NumberText<'a>>,
    /// # Issued on · 出具日期
    /// The date on the paper.
    ///
    /// 材料上的日期。
    pub issued_on: Option<DateText<'a>>,
    /// # Valid until · 有效期止
    /// The last day on which the paper holds.
    ///
    /// 材料有效的最后一天。
    pub valid_until: Option<DateText<'a>>,
    /// # Covers from · 内容起始日期
    /// The first day the paper speaks of, such as the month of the first wage slip.
    ///
    /// 内容所涉的第一天，如首张工资条所属月份。
    pub period_from: Option<DateText<'a>>,
    /// # Covers until · 内容截止日期
    /// The last day the paper speaks of.
    ///
    /// 内容所涉的最后一天。
    pub period_until: Option<DateText<'a>>,
    /// # Pages · 页数
    /// How many pages it has.
    ///
    /// 材料页数。
    pub pages: Option<Count<2000>>,
    /// # Whom it concerns · 所涉人员
    /// The people the paper is about.
    ///
    /// 材料涉及的人员。
    pub concerns: Option<Concerns<'a>>,
    /// # Verified by · 核验情况
    /// Who compared the paper with its original or its issuer's records.
    ///
    /// 由谁与原件或出具单位核对过。
    pub verified_by: Option<PaperVerification<'a>>,
    /// # Recognised by · 已认可机构
    /// Codes of organisations that have accepted this paper and let others rely on it.
    ///
    /// 已认可该材料、允许他方采信的机构代码。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub recognised_by: List<OrganisationCodeText<'a>, 50>,
    /// # Continues · 接续材料
    /// The paper of which this one is a further part, if it had to be split.
    ///
    /// 材料分成多份时，填前一份的标识号。
    pub continues_document_id: Option<IdText<'a>>,
    /// # In words · 说明
    /// What a reader should know, such as a page that is missing.
    ///
    /// 需要说明的情况，如缺页。
    pub note: Option<ShortText<'a>>,
}

/// # Seal · 印章
/// One seal on a paper.
///
/// 材料上的一枚印章。
///
/// ```
/// use tongzhou::{code::lists::SealKind, json, model::application::Seal};
///
/// let seal: Seal = json::from_str(r#"{ "kind": "record-room", "text": "示例市儿童医院病案室" }"#)?;
/// assert_eq!(seal.kind, SealKind::RecordRoom);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Seal<'a> {
    /// # Kind · 印章类型
    /// What kind of seal it is.
    ///
    /// 印章的类型。
    pub kind: SealKind,
    /// # Wording · 印章文字
    /// What the seal says.
    ///
    /// 印章上的文字。
    pub text: Option<ShortText<'a>>,
}

/// # People concerned · 所涉人员
/// Whom a paper is about.
///
/// 材料涉及哪些人。
///
/// ```
/// use tongzhou::model::application::Concerns;
///
/// let mother = "019a0000-0000-7000-8000-000000000102".parse()?;
/// let concerns = Concerns::builder().child(true).guardian_ids([mother].into()).build();
/// assert_eq!(
///     serde_json::to_string(&concerns)?,
///     r#"{"child":true,"guardianIds":["019a0000-0000-7000-8000-000000000102"]}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Concerns<'a> {
    /// # The child · 患儿
    /// Whether it is about the child.
    ///
    /// 是否涉及患儿。
    pub child: Option<bool>,
    /// # Guardians · 监护人
    /// The guardians it is about.
    ///
    /// 涉及的监护人。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub guardian_ids: List<IdText<'a>, 10>,
    /// # Members · 家庭成员
    /// The members of the household it is about.
    ///
    /// 涉及的家庭成员。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub member_ids: List<IdText<'a>, 50>,
}

/// # Verification of a paper · 材料核验
/// Who checked a paper, when and against what.
///
/// 谁在何时核对了材料。
///
/// ```
/// use tongzhou::{json, model::application::PaperVerification};
///
/// let text = r#"{ "organisation": { "name": "示例市儿童医院" }, "on": "2026-09-17", "against": "原件" }"#;
/// let seen: PaperVerification = json::from_str(text)?;
/// assert_eq!(seen.organisation.name.as_str(), "示例市儿童医院");
/// assert_eq!(seen.on, Some("2026-09-17".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PaperVerification<'a> {
    /// # Organisation · 核验机构
    /// The organisation that checked.
    ///
    /// 核验机构。
    pub organisation: OrganisationRef<'a>,
    /// # Person · 核验人
    /// Who did it there.
    ///
    /// 核验人姓名。
    pub person: Option<NameText<'a>>,
    /// # Checked on · 核验日期
    /// When it was checked.
    ///
    /// 核验日期。
    pub on: Option<DateText<'a>>,
    /// # Checked against · 核验对象
    /// What it was compared with: the original, the issuer's records, a phone call.
    ///
    /// 与什么核对：原件、出具单位记录、电话核实等。
    pub against: Option<ShortText<'a>>,
}
