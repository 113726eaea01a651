//! The document `consent`: one authorisation, to one recipient, for one purpose.
//!
//! The law on personal information wants the recipient's name and contact, the purpose, the manner and the kinds
//! of information told for each recipient, and separate consent to giving them on. So one document speaks of one
//! recipient and one purpose; a family that agrees to three charities signs three. What binds a consent in the
//! exchange is a commitment over a salt and the exact bytes of this document; the salt is kept outside it.

pub mod evidence;
pub mod recipient;
pub mod terms;

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use self::{
    evidence::{ElectronicSignature, FormOfConsent, Notice, Witness},
    recipient::{ForeignRecipient, Recipient, RecipientContact},
    terms::{PublicNoticeConsent, Retention, SeparateConsents, Withdrawal},
};
use super::{
    extensions::Extensions,
    literal::{Fixed, Literal, Tongzhou, Version},
    primitive::List,
    texts::{
        DateText, IdText, InstantText, LongText, MaskedText, NameText, OrganisationCodeText, ShortText,
        TitleText,
    },
};
use crate::code::lists::{
    ConsentForm, ConsentPurpose, ConsenterRole, DataClass, GuardianKind, GuardianshipBasis, Relation, Sex,
};

/// The type of this document: `consent`.
///
/// ```
/// use tongzhou::model::{consent::ConsentDocument, literal::Fixed};
///
/// assert_eq!(ConsentDocument::TEXT, "consent");
/// ```
pub enum ConsentDocument {}
impl Fixed for ConsentDocument {
    const TEXT: &'static str = "consent";
}

/// # Consent · 授权同意书
/// An authorisation to give certain personal information of a child and its family to one recipient for one
/// purpose.
///
/// 就一个接收方、一个用途，同意提供儿童及其家庭的某些个人信息的文件。
///
/// ```
/// use tongzhou::{code::lists::{ConsentPurpose, DataClass}, json, model::Consent};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "consent",
///     "consentId": "019a0000-0000-7000-8000-000000000130",
///     "givenBy": { "role": "guardian", "name": "周小禾", "relation": "mother" },
///     "recipient": { "name": "示例儿童大病救助基金会", "organisationCode": "531000000000000008" },
///     "purpose": "aid-application", "dataClasses": ["identity", "medical"],
///     "notice": {
///         "version": "2026-01",
///         "digest": "17c613875b1e62db6606a33d98f151c4060eb5e9130ad18601e95ecdbf3097cb"
///     },
///     "signedOn": "2026-09-18", "form": { "kind": "paper-signed" }
/// }"#;
/// let consent: Consent = json::from_str(text)?;
/// assert_eq!(consent.purpose, ConsentPurpose::AidApplication);
/// assert!(!consent.data_classes.contains(&DataClass::Economic), "what is not named may not be passed on");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Consent<'a> {
    /// # Standard · 标准
    /// The name of the standard.
    ///
    /// 标准名称。
    #[builder(skip)]
    pub standard: Literal<Tongzhou>,
    /// # Version of the standard · 标准版本
    /// The version of the standard that this document follows.
    ///
    /// 本文件所依据的标准版本。
    #[builder(skip)]
    pub standard_version: Version,
    /// # Document type · 文件类型
    /// Says that this document is a consent.
    ///
    /// 表明本文件是授权同意书。
    #[builder(skip)]
    pub document_type: Literal<ConsentDocument>,
    /// # Consent id · 同意标识号
    /// The id of this consent.
    ///
    /// 本授权同意书的标识号。
    pub consent_id: IdText<'a>,
    /// # Application · 所属申请
    /// The application whose information the consent covers.
    ///
    /// 同意所涉信息所属的申请。
    pub application_id: Option<IdText<'a>>,
    /// # Child · 涉及的儿童
    /// The child whose information the consent covers.
    ///
    /// 同意所涉信息的儿童本人。
    pub subject: Option<ConsentSubject<'a>>,
    /// # Given by · 同意人
    /// Who consents: below the age of fourteen the guardian, from fourteen the child should.
    ///
    /// 作出同意的人：未满十四周岁由监护人同意，满十四周岁的应当由本人同意。
    pub given_by: ConsentGiver<'a>,
    /// # The child's own word · 儿童本人意见
    /// What the child says beside the guardian. From the age of fourteen it is the child's own consent.
    ///
    /// 监护人之外儿童本人的意见；满十四周岁时即为其本人同意。
    pub child_assent: Option<ChildAssent<'a>>,
    /// # Recipient · 接收方
    /// The one organisation that may receive the information.
    ///
    /// 可以接收信息的一个机构。
    pub recipient: Recipient<'a>,
    /// # Purpose · 用途
    /// The one purpose for which the recipient may use the information.
    ///
    /// 接收方使用信息的一个用途。
    pub purpose: ConsentPurpose,
    /// # Purpose in words · 用途说明
    /// The purpose as it was told to the person.
    ///
    /// 告知同意人时对用途的说明。
    pub purpose_in_words: Option<ShortText<'a>>,
    /// # Kinds of information · 信息种类
    /// The classes of information that the recipient may receive; nothing else is covered.
    ///
    /// 接收方可以接收的信息种类，未列出的不在同意范围内。
    pub data_classes: List<DataClass, 50>,
    /// # Manner of use · 处理方式
    /// How the recipient handles the information, as it was told to the person.
    ///
    /// 告知同意人的信息处理方式。
    pub manner: Option<ShortText<'a>>,
    /// # Separate consents · 单独同意
    /// What the law wants agreed to separately, each ticked on its own.
    ///
    /// 法律要求单独取得的各项同意，逐项勾选。
    pub separate_consents: Option<SeparateConsents>,
    /// # Public notice · 公示同意
    /// Whether the child's case may be published, asked apart from everything else.
    ///
    /// 是否同意公示，与其他事项分开征求。
    pub public_notice: Option<PublicNoticeConsent<'a>>,
    /// # Retention · 保存期限
    /// How long the recipient keeps the information.
    ///
    /// 接收方保存信息的期限。
    pub retention: Option<Retention<'a>>,
    /// # Notice · 告知书
    /// The notice that was given before the consent.
    ///
    /// 征得同意之前出示的告知书。
    pub notice: Notice<'a>,
    /// # Date of signing · 签署日期
    /// The date of the consent in China. The child's age on this day decides who must consent.
    ///
    /// 同意的日期（北京时间）；由谁同意以当日年龄为准。
    pub signed_on: DateText<'a>,
    /// # Time of signing · 签署时刻
    /// The instant of the consent, where a system recorded it.
    ///
    /// 系统记录的同意时刻。
    pub signed_at: Option<InstantText<'a>>,
    /// # Valid from · 生效日期
    /// The first day on which the consent holds; left out, the date of signing.
    ///
    /// 同意生效的第一天，不写即为签署日期。
    pub valid_from: Option<DateText<'a>>,
    /// # Valid until · 有效期至
    /// The last day on which the consent holds.
    ///
    /// 同意有效的最后一天。
    pub valid_until: Option<DateText<'a>>,
    /// # Form · 同意形式
    /// How the consent was given and where the proof is.
    ///
    /// 以何种形式作出同意、凭证在何处。
    pub form: FormOfConsent<'a>,
    /// # Witness · 见证人
    /// Who was present, above all when the notice was read aloud.
    ///
    /// 在场见证的人，代读告知书时尤应填写。
    pub witness: Option<Witness<'a>>,
    /// # Replaces · 所取代的同意
    /// The earlier consent that this one replaces, such as the guardian's after the child has turned
    /// fourteen.
    ///
    /// 本同意取代的先前同意，如儿童满十四周岁后重新征得同意。
    pub replaces_consent_id: Option<IdText<'a>>,
    /// # Withdrawal · 撤回
    /// The withdrawal of this consent, if it was withdrawn. What was done before stays lawful.
    ///
    /// 同意被撤回时的记录；撤回前已进行的处理不受影响。
    pub withdrawal: Option<Withdrawal<'a>>,
    /// # Remark · 备注
    /// Anything else that belongs to the consent.
    ///
    /// 与同意有关的其他说明。
    pub remark: Option<LongText<'a>>,
    /// # Extensions · 扩展数据
    /// Members' own data, preserved and never judged.
    ///
    /// 成员机构自有数据，原样保留，不作评判。
    pub extensions: Option<Extensions>,
}

/// # Child of a consent · 涉及的儿童
/// The child, with no more than is needed to tell which child it is.
///
/// 仅以足以辨认的信息指明儿童。
///
/// ```
/// use tongzhou::{json, model::consent::ConsentSubject};
///
/// let text = r#"{ "name": "林小满", "birthDate": "2018-03-15", "maskedIdentifier": "331122********0005" }"#;
/// let subject: ConsentSubject = json::from_str(text)?;
/// assert_eq!(subject.masked_identifier, Some("331122********0005".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ConsentSubject<'a> {
    /// # Name · 姓名
    /// The child's name.
    ///
    /// 儿童姓名。
    pub name: Option<NameText<'a>>,
    /// # Birth date · 出生日期
    /// The child's birth date, from which the age at signing follows.
    ///
    /// 儿童出生日期，据以确定签署时年龄。
    pub birth_date: Option<DateText<'a>>,
    /// # Sex · 性别
    /// The child's sex.
    ///
    /// 儿童性别。
    pub sex: Option<Sex>,
    /// # Number, masked · 证件号码（掩码）
    /// The number of the child's identity paper, hidden digits as asterisks.
    ///
    /// 儿童证件号码，隐去的各位写作星号。
    pub masked_identifier: Option<MaskedText<'a>>,
}

/// # Who consents · 同意人
/// The guardian, the child or the institution that consents.
///
/// 作出同意的监护人、儿童本人或监护机构。
///
/// ```
/// use tongzhou::{code::lists::{ConsenterRole, Relation}, model::consent::ConsentGiver};
///
/// let giver = ConsentGiver::builder()
///     .role(ConsenterRole::Guardian)
///     .name("周小禾".parse()?)
///     .relation(Relation::Mother)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&giver)?,
///     r#"{"role":"guardian","name":"周小禾","relation":"mother"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ConsentGiver<'a> {
    /// # Role · 身份
    /// In what role the person or institution consents.
    ///
    /// 以什么身份作出同意。
    pub role: ConsenterRole,
    /// # Guardian · 监护人标识号
    /// The id of the guardian in the application.
    ///
    /// 该监护人在申请中的标识号。
    pub guardian_id: Option<IdText<'a>>,
    /// # Kind of guardian · 监护人类别
    /// Whether the guardian is a person or an institution.
    ///
    /// 监护人是自然人还是机构。
    pub guardian_kind: Option<GuardianKind>,
    /// # Name · 姓名
    /// The name of the person who signs.
    ///
    /// 签署人姓名。
    pub name: Option<NameText<'a>>,
    /// # Number, masked · 证件号码（掩码）
    /// The number of the signing person's identity paper, hidden digits as asterisks.
    ///
    /// 签署人证件号码，隐去的各位写作星号。
    pub masked_identifier: Option<MaskedText<'a>>,
    /// # Relation to the child · 与儿童的关系
    /// What the person is to the child.
    ///
    /// 签署人与儿童的关系。
    pub relation: Option<Relation>,
    /// # Basis of guardianship · 监护依据
    /// On what the guardianship rests.
    ///
    /// 监护权的依据。
    pub basis: Option<GuardianshipBasis>,
    /// # Institution · 监护机构名称
    /// The institution that is the guardian, for whom the person signs.
    ///
    /// 担任监护人的机构名称，由签署人代表。
    pub organisation_name: Option<TitleText<'a>>,
    /// # Code of the institution · 监护机构代码
    /// The unified social credit code of that institution.
    ///
    /// 该机构的统一社会信用代码。
    pub organisation_code: Option<OrganisationCodeText<'a>>,
    /// # Position · 职务
    /// The signing person's position in the institution.
    ///
    /// 签署人在该机构的职务。
    pub position: Option<ShortText<'a>>,
}

/// # The child's own word · 儿童本人意见
/// What the child says on the consent.
///
/// 儿童本人对同意与否的意见。
///
/// ```
/// use tongzhou::{code::lists::ConsentForm, json, model::consent::ChildAssent};
///
/// let text = r#"{
///     "given": true, "signedOn": "2026-09-18", "form": "oral-recorded", "explainedBy": "示例社工"
/// }"#;
/// let assent: ChildAssent = json::from_str(text)?;
/// assert!(assent.given);
/// assert_eq!(assent.form, Some(ConsentForm::OralRecorded));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ChildAssent<'a> {
    /// # Agrees · 是否同意
    /// True when the child agrees, false when the child refuses.
    ///
    /// 儿童同意的为 true，不同意的为 false。
    pub given: bool,
    /// # Date · 日期
    /// The date on which the child said so.
    ///
    /// 儿童表示意见的日期。
    pub signed_on: Option<DateText<'a>>,
    /// # Form · 形式
    /// How the child said so.
    ///
    /// 儿童表示意见的形式。
    pub form: Option<ConsentForm>,
    /// # Paper · 凭证
    /// The id of the paper that the child signed.
    ///
    /// 儿童签署的书面材料标识号。
    pub document_id: Option<IdText<'a>>,
    /// # Explained by · 讲解人
    /// Who explained the matter in words that a child understands.
    ///
    /// 用儿童能懂的话作出说明的人。
    pub explained_by: Option<NameText<'a>>,
    /// # Note · 说明
    /// Why the child could not be asked, or what the child added.
    ///
    /// 未能征求意见的原因，或儿童补充的意见。
    pub note: Option<ShortText<'a>>,
}
