//! The document `aid-entry`: what the registry holds of aid that a member gave.
//!
//! It answers "has this child been helped already?" and nothing else. It holds **no amount, no name, no programme
//! and no text of any kind**, and no extensions either: there is no member in which a person could be told. A test
//! reads the schema and says so. Entries are never changed: one that is wrong is superseded by a new one.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    literal::{Fixed, Literal, Tongzhou},
    primitive::{Count, List},
    texts::{DigestText, IdText, MonthText, OrganisationCodeText},
    version::Version,
};
use crate::code::lists::{AidStatus, EntryClass, TokenKind, TokenSuite};

/// The type of this document: `aid-entry`.
///
/// ```
/// use tongzhou::model::{aid_entry::AidEntryDocument, literal::Fixed};
///
/// assert_eq!(AidEntryDocument::TEXT, "aid-entry");
/// ```
pub enum AidEntryDocument {}
impl Fixed for AidEntryDocument {
    const TEXT: &'static str = "aid-entry";
}

/// # Aid entry · 救助登记
/// That a member gave aid of some class in some month to whoever has these tokens; no amount, no name, no
/// text.
///
/// 某成员机构在某月给予这些令牌所指儿童某类救助的登记，不含金额、姓名和任何文字。
///
/// ```
/// use tongzhou::{code::lists::{AidStatus, EntryClass}, json, model::AidEntry};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "aid-entry",
///     "entryId": "019a0000-0000-7000-8000-000000000e01",
///     "aidRecordId": "019a0000-0000-7000-8000-000000000e11",
///     "member": "531000000000000008", "tokens": [], "coverageClass": "medical",
///     "month": "2026-09", "status": "paid",
///     "consentCommitment": "83e1067857f0f3335607eec8ac6611dc0bbcffc56c959b21855cf1203afabc54",
///     "salt": "da991f238e340daf1970e9cee03bc8b9e85ffbdeedc591b2b9c3e7085fc51097"
/// }"#;
/// let entry: AidEntry = json::from_str(text)?;
/// assert_eq!((entry.coverage_class, entry.status), (EntryClass::Medical, AidStatus::Paid));
/// assert_eq!(entry.month.as_str(), "2026-09");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AidEntry<'a> {
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
    /// Says that this document is an aid entry.
    ///
    /// 表明本文件是救助登记。
    #[builder(skip)]
    pub document_type: Literal<AidEntryDocument>,
    /// # Entry id · 登记标识号
    /// The id of this entry.
    ///
    /// 本条登记的标识号。
    pub entry_id: IdText<'a>,
    /// # Aid record · 救助记录标识号
    /// The member's own record that the entry is of; entries of one record are united by it.
    ///
    /// 本登记所对应的成员机构自有救助记录，同一记录的登记据此合并。
    pub aid_record_id: IdText<'a>,
    /// # Member · 登记机构代码
    /// The unified social credit code of the member that gave the aid.
    ///
    /// 给予救助的成员机构的统一社会信用代码。
    pub member: OrganisationCodeText<'a>,
    /// # Tokens · 令牌
    /// The tokens of the child; each becomes a row of its own.
    ///
    /// 儿童的令牌，每个令牌单独成行。
    pub tokens: List<EntryToken<'a>, 16>,
    /// # Coverage class · 覆盖范围类别
    /// What kind of need the aid covers.
    ///
    /// 救助覆盖哪类需求。
    pub coverage_class: EntryClass,
    /// # Month · 救助月份
    /// The month of the status in China.
    ///
    /// 救助状态发生的月份（北京时间）。
    pub month: MonthText<'a>,
    /// # Status · 救助状态
    /// Whether the aid is promised, paid, delivered, returned or cancelled.
    ///
    /// 救助处于承诺、支付、交付、返还还是取消。
    pub status: AidStatus,
    /// # Consent commitment · 授权同意书承诺值
    /// The commitment to the consent for registering this aid.
    ///
    /// 同意登记本次救助的授权同意书的承诺值。
    pub consent_commitment: DigestText<'a>,
    /// # Salt · 盐
    /// Thirty-two random bytes in hexadecimal, drawn for this entry; destroying them erases the entry.
    ///
    /// 为本条登记随机生成的 32 字节，十六进制书写；销毁后登记即告删除。
    pub salt: DigestText<'a>,
    /// # Supersedes · 取代的登记
    /// The earlier entry that this one corrects.
    ///
    /// 本条所更正的先前登记。
    pub supersedes: Option<IdText<'a>>,
    /// # Withdraws · 撤销的登记
    /// The earlier entry that this one takes back, such as after the consent was withdrawn.
    ///
    /// 本条所撤销的先前登记，如授权同意书已撤回。
    pub withdraws: Option<IdText<'a>>,
}

/// # Token · 令牌
/// What stands for the child: neither the registry nor another member can tell from it who it is.
///
/// 代表儿童的值，登记处和其他成员机构都无法由此得知是谁。
///
/// ```
/// use tongzhou::{code::lists::TokenKind, json, model::aid_entry::EntryToken};
///
/// let text = r#"{
///     "suite": "ristretto255-sha512", "epoch": 3, "kind": "resident-id",
///     "value": "388043a5acebc797b052d83eeab2a5326dc61eb94c25d40c3b112758b12ec23e"
/// }"#;
/// let token: EntryToken = json::from_str(text)?;
/// assert_eq!(token.kind, TokenKind::ResidentId);
/// assert_eq!(token.epoch.get(), 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct EntryToken<'a> {
    /// # Suite · 算法套件
    /// The suite of the token.
    ///
    /// 令牌的算法套件。
    pub suite: TokenSuite,
    /// # Epoch · 密钥周期
    /// The number of the key's epoch; tokens of two epochs differ for one child.
    ///
    /// 密钥周期的编号，同一儿童在不同周期的令牌不同。
    pub epoch: Count<1000000>,
    /// # Kind · 令牌种类
    /// From what kind of identifier the token was made.
    ///
    /// 令牌由哪种证件信息生成。
    pub kind: TokenKind,
    /// # Value · 令牌值
    /// Thirty-two bytes in hexadecimal.
    ///
    /// 32 字节，十六进制书写。
    pub value: DigestText<'a>,
}
