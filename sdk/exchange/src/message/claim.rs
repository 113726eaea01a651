//! `claims/…` and `expenses/…`: what is left of a bill, and who has claimed how much of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use tongzhou::{
    code::lists::{BurdenSource, ClaimState, ReturnReason, TokenSuite},
    model::primitive::{Count, Size},
};

use super::{
    bounds, request,
    wire::{Amount, At, Hex32, Id, Sum, TokenValue},
};

/// # Token of an expense · 费用令牌
/// A token of the canonical number of one bill.
///
/// 由一张票据的规范号码生成的令牌。
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExpenseToken {
    /// # Suite · 算法套件
    /// The suite of the token.
    ///
    /// 令牌的算法套件。
    pub suite: TokenSuite,
    /// # Epoch · 密钥周期
    /// The number of the key's epoch.
    ///
    /// 密钥周期的编号。
    pub epoch: Count<1_000_000>,
    /// # Value · 令牌值
    /// Thirty-two bytes in hexadecimal.
    ///
    /// 32 字节，十六进制书写。
    pub value: TokenValue,
}

/// # Burden · 家庭负担
/// What the family bears of the bill, as the member reads it from the papers.
///
/// 成员从单据得出的家庭负担。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Burden {
    /// # Amount · 金额
    /// Account and cash on the bill, less later reimbursements.
    ///
    /// 个人账户与个人现金之和，减去事后报销。
    pub amount: Sum,
    /// # Source · 来源
    /// How it was arrived at.
    ///
    /// 如何得出。
    pub source: BurdenSource,
}

/// # Reservation · 占用
/// An amount is held for a member on one bill, until it is confirmed, released or expires.
///
/// 在一张票据上为成员留出一笔金额，直到确认、解除或过期。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reserve {
    /// # Claim id · 占用标识号
    /// Chosen by the member before the first try, so that every try is the same claim.
    ///
    /// 由成员在首次发送前确定，重复发送仍是同一笔占用。
    pub claim_id: Id,
    /// # Expense · 费用
    /// The token of the bill.
    ///
    /// 票据的令牌。
    pub expense: ExpenseToken,
    /// # Amount · 金额
    /// How much is to be held.
    ///
    /// 占用金额。
    pub amount: Amount,
    /// # Burden · 家庭负担
    /// The burden as the member reads it; the lowest that anybody states counts.
    ///
    /// 成员得出的家庭负担，以各方所述最低者为准。
    pub burden: Burden,
    /// # Consent commitment · 授权同意书承诺值
    /// A consent of the purpose `expense-claim`.
    ///
    /// 用途为登记费用占用的授权同意书。
    pub consent: Hex32,
    /// # Days · 天数
    /// For how many days the amount is held, from 1 to 30; seven if nothing is said.
    ///
    /// 占用天数，1 至 30 天，不写为 7 天。
    #[schemars(range(min = 1))]
    #[serde(default, deserialize_with = "bounds::one_or_more_if_said")]
    pub hold_days: Option<Count<30>>,
    /// # Aid record · 救助记录标识号
    /// The promised grant that this claim draws on, where there is one.
    ///
    /// 本次占用所兑现的已承诺救助。
    pub aid_record_id: Option<Id>,
}
request!(Reserve, Reserve => Claim);

/// # Confirmation · 确认支付
/// The member is going to pay what was held. It is confirmed before the money goes out.
///
/// 成员将支付所占用的金额，先确认、后付款。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Confirm {
    /// # Claim id · 占用标识号
    /// The id of the claim.
    ///
    /// 占用的标识号。
    pub claim_id: Id,
    /// # Expense · 费用
    /// The token of the bill.
    ///
    /// 票据的令牌。
    pub expense: ExpenseToken,
    /// # Fence · 占用凭据
    /// The fence of the reservation.
    ///
    /// 占用时给出的凭据。
    pub fence: Size,
}
request!(Confirm, Confirm => Claim);

/// # Release · 解除占用
/// What was held is given up.
///
/// 放弃所占用的金额。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Release {
    /// # Claim id · 占用标识号
    /// The id of the claim.
    ///
    /// 占用的标识号。
    pub claim_id: Id,
    /// # Expense · 费用
    /// The token of the bill.
    ///
    /// 票据的令牌。
    pub expense: ExpenseToken,
}
request!(Release, Release => Claim);

/// # Reversal · 冲回
/// A payment came back, all of it.
///
/// 已支付的金额全部退回。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reverse {
    /// # Claim id · 占用标识号
    /// The id of the claim.
    ///
    /// 占用的标识号。
    pub claim_id: Id,
    /// # Expense · 费用
    /// The token of the bill.
    ///
    /// 票据的令牌。
    pub expense: ExpenseToken,
    /// # Reason · 原因
    /// Why it came back.
    ///
    /// 退回原因。
    pub reason: ReturnReason,
}
request!(Reverse, Reverse => Claim);

/// # Question about a claim · 查询占用
/// Where a claim of the asking member stands.
///
/// 查询本机构的一笔占用。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadClaim {
    /// # Claim id · 占用标识号
    /// The id of the claim.
    ///
    /// 占用的标识号。
    pub claim_id: Id,
    /// # Expense · 费用
    /// The token of the bill.
    ///
    /// 票据的令牌。
    pub expense: ExpenseToken,
}
request!(ReadClaim, ReadClaim => Claim);

/// # Claim · 占用
/// Where a claim stands, and what is left of the bill.
///
/// 占用的状态和票据的余额。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Claim {
    /// # Claim id · 占用标识号
    /// The id of the claim.
    ///
    /// 占用的标识号。
    pub claim_id: Id,
    /// # State · 状态
    /// Held, paid, released, expired or reversed.
    ///
    /// 占用的状态。
    pub state: ClaimState,
    /// # Amount · 金额
    /// The amount of the claim.
    ///
    /// 占用金额。
    pub amount: Amount,
    /// # Fence · 占用凭据
    /// The version of the expense at which the amount was held; a confirmation has to bring it.
    ///
    /// 占用时费用的版本号，确认支付时须写明。
    pub fence: Size,
    /// # Version · 版本
    /// The version of the expense at which the claim came into its state.
    ///
    /// 占用进入目前状态时费用的版本号。
    pub version: Size,
    /// # Expires · 到期时刻
    /// When a hold ends by itself, by the clock of the registry's database.
    ///
    /// 占用到期时刻，以登记处数据库时钟为准。
    pub expires_at: At,
    /// # Expense · 费用
    /// What the bill stands at; not in the answer to a question about a claim.
    ///
    /// 费用目前的数额；查询占用时不附。
    pub expense: Option<ExpenseState>,
}

/// # State of an expense · 费用现状
/// What the family bears of a bill by the lowest statement, and how much of it is taken.
///
/// 按最低说明计算的家庭负担，以及其中已占用和已支付的部分。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExpenseState {
    /// # Burden · 家庭负担
    /// The lowest that is stated.
    ///
    /// 各方说明的最低者。
    pub burden: Sum,
    /// # Held · 已占用
    /// What members hold and have not paid.
    ///
    /// 已占用而未支付的合计。
    pub held: Sum,
    /// # Paid · 已支付
    /// What members paid.
    ///
    /// 已支付的合计。
    pub paid: Sum,
    /// # Left · 余额
    /// What may still be reserved: the burden less both, never less than nothing.
    ///
    /// 还可占用的金额：负担减去前两项，不小于零。
    pub left: Sum,
    /// # Void · 已冲红
    /// Whether a red bill cancelled it.
    ///
    /// 是否已被红票冲销。
    pub void: bool,
    /// # Version · 版本
    /// How often the row changed.
    ///
    /// 变更次数。
    pub version: Size,
}

/// # Statement of a burden · 说明家庭负担
/// A member's burden for a bill, which replaces its former statement, such as after a late reimbursement.
///
/// 成员对家庭负担的说明，取代其先前的说明，如事后又有报销。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StateBurden {
    /// # Statement id · 说明标识号
    /// Chosen by the member before the first try; a later statement has a later id.
    ///
    /// 由成员在首次发送前确定；后来的说明标识号在后。
    pub statement_id: Id,
    /// # Expense · 费用
    /// The token of the bill.
    ///
    /// 票据的令牌。
    pub expense: ExpenseToken,
    /// # Burden · 家庭负担
    /// The burden as the member reads it now.
    ///
    /// 成员现在得出的家庭负担。
    pub burden: Burden,
}
request!(StateBurden, StateBurden => ExpenseNoted);

/// # Voiding of an expense · 冲红作废
/// A red bill cancelled the bill.
///
/// 票据已被红票冲销。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoidExpense {
    /// # Statement id · 说明标识号
    /// Chosen by the member before the first try.
    ///
    /// 由成员在首次发送前确定。
    pub statement_id: Id,
    /// # Expense · 费用
    /// The token of the bill.
    ///
    /// 票据的令牌。
    pub expense: ExpenseToken,
}
request!(VoidExpense, VoidExpense => ExpenseNoted);

/// # Noted · 已记录
/// The statement is written down; what others claimed is not told.
///
/// 说明已记录；不告知其他机构的占用。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExpenseNoted {
    /// # Statement id · 说明标识号
    /// The id of the statement.
    ///
    /// 说明的标识号。
    pub statement_id: Id,
    /// # Version · 版本
    /// The version of the expense after it.
    ///
    /// 记录后费用的版本号。
    pub version: Size,
}

/// # Question about an expense · 查询费用
/// What is left of a bill.
///
/// 查询票据余额。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadExpense {
    /// # Expense · 费用
    /// The token of the bill.
    ///
    /// 票据的令牌。
    pub expense: ExpenseToken,
    /// # Consent commitment · 授权同意书承诺值
    /// A consent of the purpose `expense-claim`.
    ///
    /// 用途为登记费用占用的授权同意书。
    pub consent: Hex32,
}
request!(ReadExpense, ReadExpense => ExpenseState);
