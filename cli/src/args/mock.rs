//! What `conformance serve-mock` takes.

use std::{net::SocketAddr, path::PathBuf};

use clap::Args as ClapArgs;

use super::{conformance::ReportFormat, output_arg::to_write, verdicts::KnownFailingArg};

/// What `conformance serve-mock` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct ServeMock {
    /// The entry of the member whose system is tested, then those of others that it may know
    /// 被测成员的登记内容，其后可写其他成员的
    #[arg(long = "member", required = true, value_name = "member.json")]
    pub(crate) members: Vec<PathBuf>,
    /// Where it listens 监听地址
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8530")]
    pub(crate) listen: SocketAddr,
    /// By which address it is reached through a proxy, without a slash at the end 经代理访问时的地址，末尾没有斜线
    #[arg(long, value_name = "https://HOST", value_parser = base)]
    pub(crate) public_url: Option<String>,
    /// Only this scenario; may be named several times 只做这个场景，可多次写明
    #[arg(long = "scenario", value_name = "NAME")]
    pub(crate) scenarios: Vec<String>,
    #[command(flatten)]
    pub(crate) known: KnownFailingArg,
    /// A new folder for the directory, the papers and what to do 名录、材料和操作说明写到哪个新文件夹
    #[arg(short, long, value_name = "FOLDER", value_parser = to_write())]
    pub(crate) output: PathBuf,
    /// Judge after so many seconds, whatever was done [default: when all is done, or on Ctrl-C]
    /// 多少秒后判断，默认在全部做完或按 Ctrl-C 时
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) seconds: Option<u64>,
    /// For people, as JSON, for build servers, or as a page 输出格式
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub(crate) format: ReportFormat,
}

fn base(text: &str) -> Result<String, &'static str> {
    let host = text.strip_prefix("https://").unwrap_or_default();
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]/_~".contains(&byte);
    if host.is_empty() || host.starts_with('/') || host.ends_with('/') || !host.bytes().all(allowed) {
        return Err(
            "write https:// and a host, without a slash at the end 请写 https:// 加主机名，末尾没有斜线",
        );
    }
    Ok(text.to_owned())
}

pub(super) const MOCK_HELP: &str = "\
Examples 例子:
  tongzhou conformance serve-mock --member member.json -o mock
  tongzhou conformance serve-mock --member member.json -o mock --scenario claim --scenario answer-lost --seconds 120

It plays a registry, three evaluators and a member that misbehave on purpose. FOLDER/instructions.md tells what to do with
your own system meanwhile; conformance/CLIENT.md, how it is judged. Everything is made up, and stays on this machine.
它扮演一个登记处、三个令牌计算方和一个成员，并有意出错。其间用贵机构的系统做什么，见 FOLDER/instructions.md；怎样判断，见
conformance/CLIENT.md。一切均为虚构，不离开本机。

Exit codes 退出码: 0 everything asked is right 全部通过; 1 something is wrong, or an entry is not taken 有不通过的，或登记内容不能采用; \
2 the command line is wrong 命令写法有误; 3 something could not be checked, or nothing was 有无法检查的，或什么也没有检查";
