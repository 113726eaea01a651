//! The document `validation-report`: what a check found, for programs.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::lists::{Ask, DocumentType, InputKind, Outcome, ReadyMark, Rung, Severity, SignedMark};

use super::{
    literal::{Fixed, Literal, Tongzhou, Version},
    primitive::{Count, List, Size},
    texts::{
        AnyEntryNameText, DateText, DigestText, LongText, OrganisationCodeText, PointerText,
        RequirementIdText, RuleCodeText, SlugText, TitleText, VersionText,
    },
};

/// The document type `validation-report`.
///
/// ```
/// use tongzhou::model::{literal::Fixed, validation_report::ValidationReportType};
///
/// assert_eq!(ValidationReportType::TEXT, "validation-report");
/// ```
#[derive(Debug)]
pub enum ValidationReportType {}
impl Fixed for ValidationReportType {
    const TEXT: &'static str = "validation-report";
}

/// # Validation report · 校验报告
/// What one check of one document or package found. The same bytes, the same rules and the same date give the
/// same report, byte for byte. It holds no personal value.
///
/// 对一份文件或资料包的一次校验结果。相同的内容、相同的规则、相同的日期，得到逐字节相同的报告。报告不含任何个人信息。
///
/// ```
/// use tongzhou::{code::lists::ReadyMark, json, model::ValidationReport};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "validation-report",
///     "tool": { "name": "tongzhou", "version": "0.1.0" },
///     "ruleSet": { "sha256": "838eeba7ae2debc8f741a8d5776c1a925449b55cc17c38fe16b7783567461c3d" },
///     "codelists": { "sha256": "54568bb9d27e43ed553269a96ff903cc857c8963dd893cfa541b1b05ee12b097" },
///     "input": { "kind": "document", "documentType": "application", "size": 15283 },
///     "asOf": "2026-10-01", "marks": { "signed": "not-signed", "ready": "not-asked" },
///     "counts": { "errors": 1, "warnings": 0, "infos": 2, "rulesPassed": 140,
///         "rulesFailed": 3, "rulesNotApplicable": 60, "rulesNotChecked": 0 },
///     "findings": []
/// }"#;
/// let report: ValidationReport = json::from_str(text)?;
/// assert_eq!(report.counts.errors.get(), 1);
/// assert_eq!(report.marks.ready, ReadyMark::NotAsked);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ValidationReport<'a> {
    /// # Standard · 标准
    /// The standard this document follows.
    ///
    /// 本文件所遵循的标准。
    #[builder(skip)]
    pub standard: Literal<Tongzhou>,
    /// # Version · 版本
    /// The version of the standard.
    ///
    /// 标准的版本。
    #[builder(skip)]
    pub standard_version: Version,
    /// # Document type · 文件类型
    /// Always `validation-report`.
    ///
    /// 固定为 `validation-report`。
    #[builder(skip)]
    pub document_type: Literal<ValidationReportType>,
    /// # Tool · 校验工具
    /// The program that made the report.
    ///
    /// 生成本报告的程序。
    pub tool: Tool<'a>,
    /// # Rule set · 规则集
    /// Which rules were applied, by digest.
    ///
    /// 所用规则集的摘要。
    pub rule_set: Digested<'a>,
    /// # Codelists · 代码表
    /// Which codelists were used, by digest.
    ///
    /// 所用代码表的摘要。
    pub codelists: Digested<'a>,
    /// # Input · 校验对象
    /// What was checked, by digest; neither path nor file name, which can name a child.
    ///
    /// 被校验的内容，仅以摘要标识；不含路径和文件名，因为其中可能出现孩子的姓名。
    pub input: Input<'a>,
    /// # As of · 校验日期
    /// The day on which validity, ages and time limits were judged (China, UTC+8).
    ///
    /// 判断有效期、年龄和时限所依据的日期（北京时间）。
    pub as_of: DateText<'a>,
    /// # Rung · 达到的等级
    /// The highest rung reached; absent where the input cannot even be read.
    ///
    /// 达到的最高等级；无法读取时不出现。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<Rung>,
    /// # Marks · 标记
    /// What is said beside the rung: who signed, and for which programme all is there.
    ///
    /// 等级之外的两个标记：由谁签名、对哪些项目材料已齐备。
    pub marks: Marks<'a>,
    /// # Counts · 统计
    /// How many findings of each severity, and how many rules of each outcome.
    ///
    /// 各严重程度的问题数与各结果的规则数。
    pub counts: Counts,
    /// # Findings · 校验发现
    /// What was found, ordered by place and code.
    ///
    /// 校验发现，按位置和代码排序。
    #[builder(default)]
    pub findings: List<ReportedFinding<'a>, 20_000>,
}

/// # Tool · 校验工具
/// A program and its version.
///
/// 程序及其版本。
///
/// ```
/// use tongzhou::model::validation_report::Tool;
///
/// let tool = Tool::builder().name("tongzhou".parse()?).version("0.1.0".parse()?).build();
/// assert_eq!(serde_json::to_string(&tool)?, r#"{"name":"tongzhou","version":"0.1.0"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Tool<'a> {
    /// # Name · 名称
    /// The name of the program.
    ///
    /// 程序名称。
    pub name: SlugText<'a>,
    /// # Version · 版本
    /// The version of the program.
    ///
    /// 程序版本。
    pub version: VersionText<'a>,
}

/// # Digest · 摘要
/// Something identified by its SHA-256.
///
/// 以 SHA-256 摘要标识的内容。
///
/// ```
/// use tongzhou::{json, model::validation_report::Digested};
///
/// let text = r#"{ "sha256": "838eeba7ae2debc8f741a8d5776c1a925449b55cc17c38fe16b7783567461c3d" }"#;
/// let rules: Digested = json::from_str(text)?;
/// assert!(rules.sha256.as_str().starts_with("838eeba7"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Digested<'a> {
    /// # Digest value · 摘要值
    /// The digest in lower-case hexadecimal.
    ///
    /// 小写十六进制摘要。
    pub sha256: DigestText<'a>,
}

/// # Input · 校验对象
/// What was checked.
///
/// 被校验的内容。
///
/// ```
/// use tongzhou::{code::lists::{DocumentType, InputKind}, json, model::validation_report::Input};
///
/// let input: Input = json::from_str(r#"{ "kind": "document", "documentType": "receipt", "size": 2714 }"#)?;
/// assert_eq!(input.kind, InputKind::Document);
/// assert_eq!((input.document_type, input.size.get()), (Some(DocumentType::Receipt), 2714));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Input<'a> {
    /// # Kind · 种类
    /// A package or one document.
    ///
    /// 资料包或单份文件。
    pub kind: InputKind,
    /// # Document type · 文件类型
    /// What the document says it is, or the package's root document; absent where that is unknown.
    ///
    /// 文件（或资料包的主文件）声明的类型；无法得知时不出现。
    pub document_type: Option<DocumentType>,
    /// # Size · 大小
    /// The size in bytes.
    ///
    /// 字节数。
    pub size: Size,
    /// # Digest value · 摘要值
    /// The digest of the bytes; absent where there are more of them than may be read.
    ///
    /// 内容的摘要；内容超出可读取的上限时不出现。
    pub sha256: Option<DigestText<'a>>,
}

/// # Marks · 标记
/// What is said beside the rung.
///
/// 等级之外的标记。
///
/// ```
/// use tongzhou::{code::lists::SignedMark, json, model::validation_report::Marks};
///
/// let text = r#"{
///     "signed": "signed", "ready": "not-asked",
///     "signedBy": [{ "organisationCode": "1211000040000000XT", "name": "示例市儿童医院" }]
/// }"#;
/// let marks: Marks = json::from_str(text)?;
/// assert_eq!(marks.signed, SignedMark::Signed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Marks<'a> {
    /// # Signed · 签名
    /// Whether somebody signed, and whether the signatures were checked.
    ///
    /// 是否有签名，签名是否已核验。
    pub signed: SignedMark,
    /// # Signed by · 签名方
    /// The members whose signatures were accepted, by the member directory; there where the mark is `signed`.
    ///
    /// 签名有效的成员机构（依据成员名录）；标记为 `signed` 时出现。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub signed_by: List<SignedBy<'a>, 64>,
    /// # Ready · 材料齐备
    /// Whether readiness for a programme was asked for.
    ///
    /// 是否要求判断对某项目的材料齐备程度。
    pub ready: ReadyMark,
}

/// # Signed by · 签名方
/// A member organisation that signed.
///
/// 签名的成员机构。
///
/// ```
/// use tongzhou::{json, model::validation_report::SignedBy};
///
/// let text = r#"{ "organisationCode": "1211000040000000XT", "name": "示例市儿童医院" }"#;
/// let signer: SignedBy = json::from_str(text)?;
/// assert_eq!(signer.name.as_str(), "示例市儿童医院", "as the member directory calls it");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct SignedBy<'a> {
    /// # Code · 统一社会信用代码
    /// The unified social credit code of the organisation.
    ///
    /// 该机构的统一社会信用代码。
    pub organisation_code: OrganisationCodeText<'a>,
    /// # Name · 名称
    /// Its name in the member directory.
    ///
    /// 该机构在成员名录中的名称。
    pub name: TitleText<'a>,
}

/// # Counts · 统计
/// Numbers of findings and of rules.
///
/// 问题数与规则数。
///
/// ```
/// use tongzhou::{json, model::validation_report::Counts};
///
/// let text = r#"{
///     "errors": 1, "warnings": 0, "infos": 2, "rulesPassed": 140,
///     "rulesFailed": 3, "rulesNotApplicable": 60, "rulesNotChecked": 0
/// }"#;
/// let counts: Counts = json::from_str(text)?;
/// assert_eq!((counts.errors.get(), counts.rules_not_checked.get()), (1, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Counts {
    /// # Errors · 错误
    /// Findings that break the standard.
    ///
    /// 违反标准的问题数。
    pub errors: Count<1_000_000>,
    /// # Warnings · 警告
    /// Findings that are likely wrong, or rest on an unverified fact.
    ///
    /// 很可能有误、或依据尚未核实的问题数。
    pub warnings: Count<1_000_000>,
    /// # Information · 提示
    /// Findings worth knowing.
    ///
    /// 值得知道的提示数。
    pub infos: Count<1_000_000>,
    /// # Rules passed · 通过的规则
    /// Rules that looked at something and found nothing to say.
    ///
    /// 检查过且无问题的规则数。
    pub rules_passed: Count<1_000_000>,
    /// # Rules failed · 未通过的规则
    /// Rules that do not hold somewhere.
    ///
    /// 有不符合之处的规则数。
    pub rules_failed: Count<1_000_000>,
    /// # Rules not applicable · 不适用的规则
    /// Rules with nothing to look at.
    ///
    /// 无可检查对象的规则数。
    pub rules_not_applicable: Count<1_000_000>,
    /// # Rules not checked · 无法检查的规则
    /// Rules of which nobody can say whether they hold.
    ///
    /// 无法得出结论的规则数。
    pub rules_not_checked: Count<1_000_000>,
}

/// # Finding · 校验发现
/// One thing to say about one place.
///
/// 对某一处的一条发现。
///
/// ```
/// use tongzhou::{code::lists::{Ask, Outcome, Severity}, json, model::validation_report::ReportedFinding};
///
/// let text = r#"{
///     "code": "TZ-APP-001", "slug": "date-not-in-calendar", "severity": "error", "outcome": "fail",
///     "pointer": "/createdOn", "line": 6, "column": 18,
///     "title": { "zh-CN": "日期不存在", "en": "The calendar has no such day" },
///     "message": { "zh-CN": "日历上没有这一天。", "en": "The calendar has no such day." },
///     "help": { "zh-CN": "请核对材料上的日期。", "en": "Look at the paper again." },
///     "ask": ["family"], "requirements": ["REQ-APP-001"]
/// }"#;
/// let finding: ReportedFinding = json::from_str(text)?;
/// assert_eq!((finding.severity, finding.outcome), (Severity::Error, Outcome::Fail));
/// assert_eq!(finding.pointer, Some("/createdOn".parse()?));
/// assert_eq!(finding.ask[0], Ask::Family);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ReportedFinding<'a> {
    /// # Code · 代码
    /// The permanent code of the rule.
    ///
    /// 规则的永久代码。
    pub code: RuleCodeText<'a>,
    /// # Slug · 简称
    /// The fault in a few words.
    ///
    /// 以几个英文单词概括的问题。
    pub slug: SlugText<'a>,
    /// # Severity · 严重程度
    /// How much it matters.
    ///
    /// 问题的严重程度。
    pub severity: Severity,
    /// # Outcome · 结果
    /// `fail`, or `could-not-check`.
    ///
    /// `fail`（不通过）或 `could-not-check`（无法检查）。
    pub outcome: Outcome,
    /// # Entry · 包内文件
    /// The name of the entry in the package; absent for a document checked alone and for the package itself.
    ///
    /// 包内文件名；单独校验的文件、以及针对整个包的问题不出现。
    pub entry: Option<AnyEntryNameText<'a>>,
    /// # Pointer · 位置
    /// The JSON Pointer to the value; it ends at the parent where a member's name is itself unknown. Absent
    /// where the finding is about bytes rather than a value.
    ///
    /// 指向所在值的 JSON Pointer；成员名本身未知时指向其上级。针对字节而非某个值的问题不出现。
    pub pointer: Option<PointerText<'a>>,
    /// # Line · 行
    /// The line, counted from 1.
    ///
    /// 行号，从 1 起。
    pub line: Option<Count<2_000_000_000>>,
    /// # Column · 列
    /// The character in the line, counted from 1.
    ///
    /// 行内字符序号，从 1 起。
    pub column: Option<Count<2_000_000_000>>,
    /// # Title · 标题
    /// The rule in one line, in both languages.
    ///
    /// 规则的一句话标题，中英文。
    pub title: Said<'a>,
    /// # Message · 说明
    /// What is wrong here, in both languages.
    ///
    /// 此处的问题，中英文。
    pub message: Said<'a>,
    /// # Help · 怎么办
    /// What to do about it, in both languages.
    ///
    /// 处理办法，中英文。
    pub help: Said<'a>,
    /// # Whom to ask · 找谁
    /// The likeliest first.
    ///
    /// 可找谁处理，最可能的在前。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub ask: List<Ask, 8>,
    /// # Requirements · 依据条款
    /// The sentences of the standard that the rule enforces.
    ///
    /// 规则所依据的标准条款。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub requirements: List<RequirementIdText<'a>, 50>,
}

/// # Text in both languages · 中英文文本
/// One text in Chinese and in English.
///
/// 同一内容的中文和英文。
///
/// ```
/// use tongzhou::{json, model::validation_report::Said};
///
/// let said: Said = json::from_str(r#"{ "zh-CN": "日期不存在", "en": "The calendar has no such day" }"#)?;
/// assert_eq!(said.zh.as_str(), "日期不存在");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Said<'a> {
    /// # Chinese · 中文
    /// The Chinese text.
    ///
    /// 中文文本。
    #[serde(rename = "zh-CN")]
    pub zh: LongText<'a>,
    /// # English · 英文
    /// The English text.
    ///
    /// 英文文本。
    pub en: LongText<'a>,
}
