//! `accesses/read`: who looked, for the guardian to see.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use tongzhou::{code::lists::ConsentPurpose, model::primitive::List};

use super::{
    bounds,
    lookup::SubjectToken,
    request,
    wire::{At, Hex32, Organisation},
};

/// # Who looked · 谁看过
/// Every access to what is kept of a child, asked on the guardian's behalf by a member to which the guardian once
/// gave a consent, withdrawn ones included.
///
/// 代监护人查询对该儿童登记的全部访问；查询机构须持有监护人给过的同意，已撤回的也可以。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WhoLooked {
    /// # Consent commitment · 授权同意书承诺值
    /// A consent to the asking member, in force or not.
    ///
    /// 以查询机构为接收方的授权同意书，是否有效均可。
    pub consent: Hex32,
    /// # Tokens · 令牌
    /// The tokens of the child.
    ///
    /// 儿童的令牌。
    #[schemars(length(min = 1))]
    #[serde(deserialize_with = "bounds::some")]
    pub tokens: List<SubjectToken, 16>,
}
request!(WhoLooked, WhoLooked => Accesses);

/// # Accesses · 访问记录
/// The oldest first.
///
/// 由早到晚。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Accesses {
    /// # Accesses · 访问
    /// Each access once, however many tokens it touched.
    ///
    /// 每次访问一条，不论涉及几个令牌。
    pub accesses: Vec<Access>,
}

/// # Access · 一次访问
/// Who did what, when and for which purpose.
///
/// 何时、何机构、为何用途、做了什么。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Access {
    /// # Time · 时刻
    /// When, by the clock of the registry's database.
    ///
    /// 访问时刻，以登记处数据库时钟为准。
    pub at: At,
    /// # Member · 机构
    /// Who looked or wrote. An entry and an intent of another member are without it where their consent does not allow
    /// to name it, or was withdrawn.
    ///
    /// 查询或登记的机构。其他机构的登记和意向，其授权同意书不允许告知或已撤回的，不写出。
    pub member: Option<Organisation>,
    /// # Operation · 操作
    /// The name of the operation, such as `lookups/ask`.
    ///
    /// 操作名称，如 `lookups/ask`。
    pub operation: String,
    /// # Purpose · 用途
    /// The purpose that was told.
    ///
    /// 所述用途。
    pub purpose: Option<ConsentPurpose>,
}
