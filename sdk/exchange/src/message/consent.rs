//! `consents/…`: a consent is known to the registry by its commitment alone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use tongzhou::{
    code::lists::{ConsentPurpose, ConsentStatus, ConsentWithdrawalReason},
    model::primitive::Count,
};

use super::{
    bounds, request,
    wire::{At, Hex32, Organisation},
};

/// # Registration of a consent · 登记授权同意书
/// That a guardian consented, to whom and for what; the document itself stays with the member.
///
/// 表明监护人已同意、同意何人、用于何事；授权同意书本身留在成员机构。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegisterConsent {
    /// # Commitment · 承诺值
    /// The commitment to the document: SHA-256 over `tz-consent-v1`, a salt of 32 bytes and its exact bytes.
    ///
    /// 对授权同意书的承诺值。
    pub commitment: Hex32,
    /// # Recipient · 接收方
    /// The one organisation that may receive.
    ///
    /// 可以接收信息的一个机构。
    pub recipient: Organisation,
    /// # Purpose · 用途
    /// The one purpose.
    ///
    /// 唯一的用途。
    pub purpose: ConsentPurpose,
    /// # The member may be named · 可否告知机构名称
    /// Whether others with a consent of the same child may be told which member it is.
    ///
    /// 其他持有同一儿童同意的机构能否得知是哪一家。
    pub may_name_member: bool,
    /// # Days · 有效天数
    /// For how many days from now it is in force, at most ten years.
    ///
    /// 自登记起的有效天数，最长十年。
    #[schemars(range(min = 1))]
    #[serde(deserialize_with = "bounds::one_or_more")]
    pub valid_days: Count<3660>,
}
request!(RegisterConsent, RegisterConsent => ConsentState);

/// # Withdrawal of a consent · 撤回授权同意书
/// A consent that is no longer given; never refused to who registered it or is its recipient.
///
/// 不再同意；登记方或接收方提出撤回，不得拒绝。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WithdrawConsent {
    /// # Commitment · 承诺值
    /// The commitment of the consent.
    ///
    /// 授权同意书的承诺值。
    pub commitment: Hex32,
    /// # Reason · 原因
    /// Why; nobody has to say.
    ///
    /// 撤回原因，可以不说明。
    pub reason: Option<ConsentWithdrawalReason>,
}
request!(WithdrawConsent, WithdrawConsent => ConsentState);

/// # State of a consent · 授权同意书的状态
/// Where a registered consent stands.
///
/// 已登记的授权同意书目前的状态。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConsentState {
    /// # Commitment · 承诺值
    /// The commitment of the consent.
    ///
    /// 授权同意书的承诺值。
    pub commitment: Hex32,
    /// # Status · 状态
    /// Given, withdrawn or expired.
    ///
    /// 已同意、已撤回或已过期。
    pub status: ConsentStatus,
    /// # Valid until · 有效至
    /// The end of its force.
    ///
    /// 有效期止。
    pub valid_until: At,
    /// # Erased by · 删除期限
    /// After a withdrawal: when the entries made under it are gone from storage, at the latest.
    ///
    /// 撤回后，依据该同意的登记最迟何时从存储中删除。
    pub erased_by: Option<At>,
}
