//! Why a request was not done: `application/problem+json` (RFC 9457), in both languages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use tongzhou::{
    code::{Code, lists::Problem as Kind},
    model::primitive::Count,
    text::Lang,
};

use crate::message::wire::{Id, Sum};

pub use tongzhou::code::lists::Problem as ProblemKind;

/// The media type of a problem.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// # Problem · 无法办理的说明
/// Why a request was not done. Nothing in it is a word of the request.
///
/// 请求为何没有办理；不含请求中的任何内容。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schemars(rename = "ProblemDetails")]
pub struct Problem {
    /// # Type · 类型
    /// `urn:tongzhou:problem:` and the code.
    ///
    /// 问题类型的 URN。
    #[serde(rename = "type")]
    pub urn: String,
    /// # Code · 代码
    /// The code of the problem.
    ///
    /// 问题代码。
    pub code: Kind,
    /// # Status · HTTP 状态码
    /// The status of the answer.
    ///
    /// 应答的状态码。
    pub status: Count<599>,
    /// # Title · 标题
    /// What it is, in English.
    ///
    /// 英文标题。
    pub title: String,
    /// # Detail · 说明
    /// What to do, in English.
    ///
    /// 英文说明。
    pub detail: String,
    /// # Title in Chinese · 中文标题
    /// What it is, in Chinese.
    ///
    /// 中文标题。
    pub title_zh: String,
    /// # Detail in Chinese · 中文说明
    /// What to do, in Chinese.
    ///
    /// 中文说明。
    pub detail_zh: String,
    /// # Incident · 事件号
    /// By which the operator finds it in the log.
    ///
    /// 运维人员据此在日志中查找。
    pub incident: Option<Id>,
    /// # Line · 行
    /// Where a body could not be read.
    ///
    /// 无法读取之处的行号。
    pub line: Option<Count<{ u32::MAX }>>,
    /// # Column · 列
    /// Where a body could not be read.
    ///
    /// 无法读取之处的列号。
    pub column: Option<Count<{ u32::MAX }>>,
    /// # Rules · 规则代码
    /// The rules that an unsound document broke, with the places.
    ///
    /// 未通过的规则及其位置。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<BrokenRule>,
    /// # Left · 余额
    /// Where more was asked for than is left: what is left.
    ///
    /// 超过家庭负担时，还可占用的金额。
    pub left: Option<Sum>,
    /// # Retry after · 多少秒后重试
    /// After how many seconds to try again.
    ///
    /// 多少秒后可以重试。
    pub retry_after: Option<Count<86400>>,
}

/// # Broken rule · 未通过的规则
/// A rule and where it was broken; `tongzhou explain` tells what it means.
///
/// 规则代码与位置；可用 `tongzhou explain` 查看含义。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BrokenRule {
    /// # Rule · 规则代码
    /// The code of the rule.
    ///
    /// 规则代码。
    pub rule: String,
    /// # Pointer · 位置
    /// A JSON Pointer into the document.
    ///
    /// 文件中的位置（JSON Pointer）。
    pub pointer: Option<String>,
}

impl Problem {
    /// A problem of a kind, with nothing more to say than what the codelist says.
    pub fn new(kind: Kind) -> Self {
        let row = kind.row();
        let text = |lang| row.map(|row| row.title(lang).to_owned()).unwrap_or_default();
        let detail = |lang| row.and_then(|row| row.definition(lang)).unwrap_or_default().to_owned();
        Self {
            urn: format!("urn:tongzhou:problem:{}", kind.code()),
            code: kind,
            status: Count::saturating(u32::from(status(kind))),
            title: text(Lang::En),
            detail: detail(Lang::En),
            title_zh: text(Lang::ZhCn),
            detail_zh: detail(Lang::ZhCn),
            incident: None,
            line: None,
            column: None,
            findings: Vec::new(),
            left: None,
            retry_after: None,
        }
    }
}

impl From<Kind> for Problem {
    fn from(kind: Kind) -> Self {
        Self::new(kind)
    }
}

/// The HTTP status of a kind, by the codelist.
pub fn status(kind: Kind) -> u16 {
    kind.row().and_then(|row| row.column("status")).and_then(|text| text.parse().ok()).unwrap_or(500)
}

/// Whether the same request, sent again later, may be done.
pub fn is_worth_a_retry(kind: Kind) -> bool {
    matches!(kind, Kind::TooMany | Kind::Internal | Kind::Unavailable | Kind::Timeout)
}

#[cfg(test)]
mod tests {
    use super::{Problem, ProblemKind, status};

    #[test]
    fn every_kind_has_a_status_and_words_in_both_languages() {
        for kind in <ProblemKind as tongzhou::code::Code>::ALL {
            let problem = Problem::new(*kind);
            assert!((400..600).contains(&status(*kind)), "{kind:?}");
            assert!(!problem.title.is_empty() && !problem.detail.is_empty(), "{kind:?}");
            assert!(!problem.title_zh.is_empty() && !problem.detail_zh.is_empty(), "{kind:?}");
        }
    }
}
