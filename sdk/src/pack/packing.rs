//! `packing.json`: what a working folder says of the package that it is to become.
//!
//! The documents of the standard say everything about the case; what belongs to one sending, and the names that
//! the papers had on somebody's machine, stand here. The smallest one is `{"documents": []}`.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{DataClass, PackagePurpose},
    model::{
        manifest::Sender,
        primitive::List,
        texts::{DigestText, IdText, InstantText, OrganisationCodeText, ShortText},
    },
};

/// The contents of `packing.json`.
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Packing<'a> {
    /// The id of the package 包标识号; left out, whoever packs gives one.
    pub package_id: Option<IdText<'a>>,
    /// When the package was made 打包时刻; left out, whoever packs gives the time.
    pub created_at: Option<InstantText<'a>>,
    /// When the receiver must stop relying on the package 失效时刻.
    pub expires_at: Option<InstantText<'a>>,
    /// What the package is sent for 用途.
    pub purpose: Option<PackagePurpose>,
    /// Who sends it 发送方.
    pub sender: Option<Sender<'a>>,
    /// The organisations for which it is made 接收机构, by their unified social credit codes.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub audience: List<OrganisationCodeText<'a>, 200>,
    /// The digest of the manifest of the package from which this one was made 来源包.
    pub derived_from: Option<DigestText<'a>>,
    /// The classes of information in the documents of the standard 文件的信息种类.
    pub classes: Option<Classes>,
    /// Every paper of the folder `documents` 材料.
    #[serde(default)]
    pub documents: List<PackedPaper<'a>, 500>,
}

/// The classes of personal information that the documents of the standard hold, by the type of document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Classes {
    /// Those of `application.json`.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub application: List<DataClass, 20>,
    /// Those of every file in `consents`.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub consents: List<DataClass, 20>,
    /// Those of every file in `receipts`.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub receipts: List<DataClass, 20>,
}

/// A paper: which file it is, and under which id the documents of the standard know it.
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PackedPaper<'a> {
    /// The name of the file in the folder `documents` 文件名; its ending says what kind of file it is.
    pub file: ShortText<'a>,
    /// The `documentId` by which the application refers to it 材料标识号.
    pub document_id: IdText<'a>,
    /// The classes of personal information that it holds 信息种类.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub classes: List<DataClass, 20>,
    /// The name it had on the sender's device 原文件名.
    pub original_name: Option<ShortText<'a>>,
}
