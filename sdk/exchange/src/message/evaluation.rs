//! `tokens/evaluate`: an evaluator multiplies blinded elements with its share of the key, and proves it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tongzhou::{
    code::lists::{TokenPurpose, TokenSuite},
    model::primitive::{Count, List},
};

use super::{
    bounds, request,
    wire::{Element, Hex32, Id, Proof},
};

/// # Evaluation request · 计算请求
/// Blinded elements for an evaluator of tokens; it cannot tell what they are of.
///
/// 请令牌计算方计算的盲化元素，计算方无法得知其来源。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Evaluate {
    /// # Request id · 请求标识号
    /// The same id counts once against the quota, however often it is sent.
    ///
    /// 同一标识号重复发送只计一次额度。
    pub request_id: Id,
    /// # Purpose · 用途
    /// Which key is asked for.
    ///
    /// 所用密钥的用途。
    pub purpose: TokenPurpose,
    /// # Suite · 算法套件
    /// The suite of the tokens.
    ///
    /// 令牌的算法套件。
    pub suite: TokenSuite,
    /// # Epoch · 密钥周期
    /// The number of the key's epoch.
    ///
    /// 密钥周期的编号。
    pub epoch: Count<1_000_000>,
    /// # Consent commitment · 授权同意书承诺值
    /// The consent under which the tokens are made; kept with the count, for the audit.
    ///
    /// 生成令牌所依据的授权同意书，随计数保存备查。
    pub consent: Hex32,
    /// # Elements · 元素
    /// From 1 to 256 blinded elements; each counts against the quota.
    ///
    /// 1 至 256 个盲化元素，逐个计入额度。
    #[schemars(length(min = 1))]
    #[serde(deserialize_with = "bounds::some")]
    pub elements: List<Element, 256>,
}
request!(Evaluate, Evaluate => Evaluation);

/// # Evaluation · 计算结果
/// What one share makes of the elements, in their order, with one proof for all.
///
/// 一个份额对各元素的计算结果，次序不变，附一个共同的证明。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Evaluation {
    /// # Request id · 请求标识号
    /// The id of the request.
    ///
    /// 所答请求的标识号。
    pub request_id: Id,
    /// # Share · 份额编号
    /// The number of the share, from 1.
    ///
    /// 份额的编号，从 1 开始。
    pub share: Count<255>,
    /// # Elements · 元素
    /// The evaluated elements.
    ///
    /// 计算后的元素。
    pub elements: List<Element, 256>,
    /// # Proof · 证明
    /// That every element was multiplied with the share whose public key stands in the directory (RFC 9497).
    ///
    /// 证明各元素均由名录所载公钥对应的份额计算（RFC 9497）。
    pub proof: Proof,
}
