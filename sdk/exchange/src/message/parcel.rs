//! `packages/…` and `parcels/…`: where a package stands that was sent to a member, and what waits to be fetched.
//!
//! A package itself is sent as bytes, sealed, to `packages/submit`, and fetched from `parcels/fetch/{id}`. Referrals,
//! decisions and corrections travel in packages like everything else.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use tongzhou::{
    code::lists::{PackagePurpose, ProcessState},
    model::primitive::Size,
};

use super::{
    request,
    wire::{At, Hex32, Id},
};

/// # Question about a package · 查询资料包
/// Where a package stands that the asking member sent.
///
/// 查询本机构送出的资料包。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackageStatus {
    /// # Package id · 资料包标识号
    /// The id in the manifest.
    ///
    /// 清单中的资料包标识号。
    pub package_id: Id,
}
request!(PackageStatus, PackageStatus => Package);

/// # Package received · 已收资料包
/// Where a package stands.
///
/// 资料包目前的状态。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Package {
    /// # Package id · 资料包标识号
    /// The id in the manifest.
    ///
    /// 清单中的资料包标识号。
    pub package_id: Id,
    /// # Purpose · 用途
    /// Why it was sent.
    ///
    /// 资料包的用途。
    pub purpose: PackagePurpose,
    /// # Received at · 收到时刻
    /// When it was stored.
    ///
    /// 收存时刻。
    pub received_at: At,
    /// # Digest · 摘要
    /// SHA-256 of the sealed file that was stored.
    ///
    /// 所收密封文件的 SHA-256。
    pub digest: Hex32,
    /// # State · 审核状态
    /// Where the case stands with the receiver.
    ///
    /// 案件在接收方的状态。
    pub state: ProcessState,
    /// # Warnings · 提醒
    /// The codes of rules that had something to say and did not keep it from being received.
    ///
    /// 有提醒但不影响接收的规则代码。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// # Question for parcels · 查看待取资料包
/// Which packages wait to be fetched by the asking member.
///
/// 查看等待本机构取走的资料包。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListParcels {}
request!(ListParcels, ListParcels => Parcels);

/// # Parcels · 待取资料包
/// The oldest first.
///
/// 由早到晚。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Parcels {
    /// # Parcels · 待取资料包
    /// What waits.
    ///
    /// 待取的各件。
    pub parcels: Vec<Parcel>,
}

/// # Parcel · 一件待取资料包
/// A sealed package for the asking member.
///
/// 给查询机构的一个密封资料包。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Parcel {
    /// # Package id · 资料包标识号
    /// The id in the manifest.
    ///
    /// 清单中的资料包标识号。
    pub package_id: Id,
    /// # Size · 大小
    /// Bytes of the sealed file.
    ///
    /// 密封文件的字节数。
    pub size: Size,
    /// # Digest · 摘要
    /// SHA-256 of the sealed file.
    ///
    /// 密封文件的 SHA-256。
    pub digest: Hex32,
    /// # Since · 等待自
    /// Since when it waits.
    ///
    /// 何时放入。
    pub since: At,
}
