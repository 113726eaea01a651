//! What `conformance requirements` takes.

use clap::{Args as ClapArgs, ValueEnum};
use tongzhou::code::lists::ConformanceRole;
use tongzhou_conformance::requirement::Level;

use super::code_arg::CodeArg;

/// What `conformance requirements` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Requirements {
    /// Only what binds this role 只看约束这个角色的要求
    #[arg(long, value_name = "ROLE", value_parser = CodeArg::<ConformanceRole>::new())]
    pub(crate) role: Option<ConformanceRole>,
    /// Only requirements of this level, such as MUST or MUST-NOT 只看这个程度的要求
    #[arg(long, value_name = "LEVEL", value_parser = level)]
    pub(crate) level: Option<Level>,
    /// Each requirement with what shows it, beside the counts 列出每条要求及其证明
    #[arg(long)]
    pub(crate) list: bool,
    /// The form in which attestations are handed in, a line for each that is needed 列出需要书面说明的要求，作为填写的表格
    #[arg(long, conflicts_with_all = ["list", "format"])]
    pub(crate) to_attest: bool,
    /// For people, as JSON, or as a table 输出格式
    #[arg(long, value_enum, default_value_t = TableFormat::Human)]
    pub(crate) format: TableFormat,
}

/// The form of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    Human,
    Json,
    Csv,
}

fn level(text: &str) -> Result<Level, String> {
    let keyword = text.to_ascii_uppercase().replace(['-', '_'], " ");
    Level::of_keyword(&keyword).ok_or_else(|| "MUST, MUST-NOT, SHOULD, SHOULD-NOT, MAY".to_owned())
}

pub(super) const REQUIREMENTS_HELP: &str = "\
Examples 例子:
  tongzhou conformance requirements
  tongzhou conformance requirements --role registry --list
  tongzhou conformance requirements --level MUST-NOT --list --format csv
  tongzhou conformance requirements --role registry --to-attest > attestations.csv

Every MUST and MUST NOT that binds somebody is shown by a vector or an HTTP case that an implementation is asked, or, \
where no test can show it, by an attestation (conformance/attestations.csv), which says why, what the secretariat does \
and which evidence it asks for. What is open is shown by nothing yet.
凡有约束对象的必须和不得，都由测试向量或 HTTP 用例证明；测试无法证明的，由书面说明（conformance/attestations.csv）写明原因、秘书处的\
步骤和所需证据。尚缺的还没有任何证明。

Exit codes 退出码: 0 counted 已统计; 2 the command line is wrong 命令写法有误; 3 the answer could not be written 无法输出";
