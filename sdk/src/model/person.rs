//! What is said of any person: names, identifiers, ways to reach them, where they live.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    primitive::List,
    texts::{DateText, NameText},
};

/// # Person · 人员
/// A person with a name.
///
/// 有姓名的人。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Person<'a> {
    /// # Name · 姓名
    /// The name as the identity paper writes it.
    ///
    /// 与证件一致的姓名。
    pub name: NameText<'a>,
    /// # Birth date · 出生日期
    /// The date on the identity paper.
    ///
    /// 证件上的出生日期。
    pub birth_date: Option<DateText<'a>>,
    /// # Former names · 曾用名
    /// Names the person had before.
    ///
    /// 以前用过的姓名。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub former_names: List<NameText<'a>, 10>,
}
