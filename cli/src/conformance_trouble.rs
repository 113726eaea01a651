//! Why a test of conformance cannot be run, in the words of whoever asked.

use std::{
    io,
    path::{Path, PathBuf},
};

use tongzhou::text::{Bilingual, Lang};
use tongzhou_conformance::{
    case::CaseFault,
    http::{JournalError, RunError, TargetFault},
    mock::{MockFault, scenario::ScenarioFault},
    tenant::TenantFault,
    vector::VectorError,
};

use crate::{
    exit::Exit,
    io_reason::reason,
    speech::{What, shown},
};

/// What stands in the way.
#[derive(Debug)]
pub(crate) enum ConformanceTrouble {
    /// The vectors are not as they were shipped.
    Vectors(VectorError),
    /// The cases are not as they were shipped.
    Cases(CaseFault),
    /// No directory of a test tenant is made.
    Tenant(TenantFault),
    /// There is nobody to be tested; the directory.
    Target(PathBuf, TargetFault),
    /// Nothing could be asked.
    Run(RunError),
    /// No case is of what was named.
    NoCase,
    /// The scenarios are not as they were shipped.
    Scenarios(ScenarioFault),
    /// No scenario has this name; those that there are.
    NoScenario(String, Vec<String>),
    /// No peers run; the folder for their papers.
    Mock(PathBuf, Box<MockFault>),
    /// The system gives no threads.
    Runtime(io::Error),
}

impl From<ConformanceTrouble> for What {
    fn from(trouble: ConformanceTrouble) -> Self {
        Self::Conformance(Box::new(trouble))
    }
}

impl ConformanceTrouble {
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Tenant(TenantFault::Entry(..)) | Self::Target(..) => Exit::Wrong,
            Self::Mock(_, fault) => match **fault {
                MockFault::Tenant(TenantFault::Entry(..)) | MockFault::NoClient => Exit::Wrong,
                MockFault::FolderInUse | MockFault::NoAddress(_) => Exit::Usage,
                _ => Exit::CouldNot,
            },
            Self::NoCase | Self::NoScenario(..) => Exit::Usage,
            Self::Scenarios(_)
            | Self::Vectors(_)
            | Self::Cases(_)
            | Self::Tenant(_)
            | Self::Run(_)
            | Self::Runtime(_) => Exit::CouldNot,
        }
    }

    pub(crate) fn say(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        match self {
            Self::Vectors(error) => format!(
                "{} ({error})",
                say(
                    "测试向量不完整，请重新安装程序",
                    "the vectors are not as they were shipped; install the program anew"
                )
            ),
            Self::Cases(error) => format!(
                "{} ({error})",
                say(
                    "用例不完整，请重新安装程序",
                    "the cases are not as they were shipped; install the program anew"
                )
            ),
            Self::Tenant(TenantFault::Entry(number, fault)) => format!(
                "{} ({}: {fault})",
                say(
                    "登记内容不能采用，请用 tongzhou validate 查看问题",
                    "the entry is not taken; tongzhou validate says what is wrong with it"
                ),
                number
            ),
            Self::Tenant(error) => {
                format!("{} ({error})", say("测试名录无法制作", "no test directory can be made"))
            }
            Self::Target(path, fault) => format!("{}: {}", target(fault, lang), shown(path)),
            Self::Run(error) => run(error, lang),
            Self::NoCase => say(
                "没有这个用例或要求；去掉 --only 可运行全部用例",
                "there is no such case or requirement; without --only every case is run",
            )
            .to_owned(),
            Self::Scenarios(error) => format!(
                "{} ({error})",
                say(
                    "场景不完整，请重新安装程序",
                    "the scenarios are not as they were shipped; install the program anew"
                )
            ),
            Self::NoScenario(name, known) => {
                format!("{}: {name} ({})", say("没有这个场景", "there is no such scenario"), known.join(", "))
            }
            Self::Mock(folder, fault) => mock(folder, fault, lang),
            Self::Runtime(error) => format!("{}: {}", say("无法启动", "cannot start"), reason(error, lang)),
        }
    }
}

fn target(fault: &TargetFault, lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    match fault {
        TargetFault::NotATenant => say(
            "这不是测试环境的成员名录。测试只用虚构数据，只针对单独的测试环境；请用 tongzhou conformance directory 制作名录",
            "this is not the directory of a test tenant. The suite works with made-up data, against an installation of its own; \
             make its directory with tongzhou conformance directory",
        )
        .to_owned(),
        TargetFault::Nobody => say(
            "名录中除测试程序自己的机构外没有其他成员，不知道测试谁",
            "the directory lists nobody beside the suite's own members, so there is nobody to be tested",
        )
        .to_owned(),
        TargetFault::Several => say(
            "名录中有几家成员可以测试，请用 --member 写明统一社会信用代码",
            "several members of the directory could be meant; name one by its code with --member",
        )
        .to_owned(),
        TargetFault::Unlisted => {
            say("名录中没有这家成员", "the directory does not list this member").to_owned()
        }
        TargetFault::Directory(error) => {
            format!("{} ({error})", say("名录不能依据", "the directory cannot be relied on"))
        }
        TargetFault::Own(error) => format!("{} ({error})", say("测试程序不完整", "the suite is not as it was shipped")),
    }
}

fn mock(folder: &Path, fault: &MockFault, lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    match fault {
        MockFault::Tenant(TenantFault::Entry(number, fault)) => format!(
            "{} ({number}: {fault})",
            say(
                "登记内容不能采用，请用 tongzhou validate 查看问题",
                "the entry is not taken; tongzhou validate says what is wrong with it"
            ),
        ),
        MockFault::NoClient => say(
            "登记内容中没有有效的签名密钥，无法核对请求",
            "the entry lists no signing key that counts now, so that no request could be held against it",
        )
        .to_owned(),
        MockFault::FolderInUse => format!(
            "{}: {}",
            say("文件夹不是空的，请换一个", "the folder is not empty; name another"),
            shown(folder)
        ),
        MockFault::NoAddress(address) => format!(
            "{}: {address}",
            say(
                "客户端要用一个具体的地址访问，请用 --listen 写明本机的地址，或用 --public-url 写明经代理访问的地址",
                "your system needs an address by which it reaches the peers: name one of this machine with --listen, or that \
                 of a proxy with --public-url"
            )
        ),
        MockFault::Listen(address, error) => format!(
            "{} {address}: {}",
            say(
                "无法监听（可用 --listen 换一个端口）",
                "cannot listen, perhaps as the port is taken (--listen names another) on"
            ),
            reason(error, lang)
        ),
        MockFault::Io(error) => {
            format!("{}: {}: {}", say("无法写入", "cannot write"), shown(folder), reason(error, lang))
        }
        fault => format!("{} ({fault})", say("模拟对方无法启动", "the peers cannot be started")),
    }
}

fn run(error: &RunError, lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    match error {
        RunError::Silent => say(
            "被测方没有应答。请确认地址正确、系统已启动",
            "the target gave no answer. Is the address right, and is it running?",
        )
        .to_owned(),
        RunError::NoTestTenant => say(
            "被测方没有声明自己是测试环境（v1/test-tenant），因此不对它做任何测试，以免触及真实数据。tongzhou node 在配置中写 \
             test-tenant = true",
            "the target does not declare a test tenant (v1/test-tenant), so nothing is asked of it: no test shall touch real \
             data. For tongzhou node, write test-tenant = true into its configuration",
        )
        .to_owned(),
        RunError::Declaration => say(
            "被测方在 v1/test-tenant 的声明写法不符，见 conformance/HTTP.md",
            "what the target declares at v1/test-tenant is not of its form; see conformance/HTTP.md",
        )
        .to_owned(),
        RunError::OtherVersion => say(
            "被测方声明的标准版本与本测试程序的不同",
            "the target declares another version of the standard than that of this suite",
        )
        .to_owned(),
        RunError::OutOfBounds { name, said, least, most } => match lang {
            Lang::ZhCn => format!(
                "被测方在 v1/test-tenant 声明的 {name} 为 {said}，应在 {least} 至 {most} 之间，见 conformance/HTTP.md"
            ),
            Lang::En => format!(
                "{name}, as the target declares it at v1/test-tenant, is {said} and has to be from {least} to {most}; see \
                 conformance/HTTP.md"
            ),
        },
        RunError::Clock => {
            say("本机的时钟不正确，请先校准", "the clock of this machine is wrong; set it first").to_owned()
        }
        RunError::OtherDirectory => say(
            "被测方使用的名录与 --directory 给出的不同，请把同一份名录交给双方",
            "the target follows another directory than --directory names; give both the same one",
        )
        .to_owned(),
        RunError::NotOfRole(role) => match lang {
            Lang::ZhCn => format!(
                "被测方没有 {} 这个角色的操作；请核对 --role，以及被测系统配置的角色",
                role.name()
            ),
            Lang::En => format!(
                "the target knows no operation of the role {}; see to --role, and to the roles in the configuration of what \
                 is tested",
                role.name()
            ),
        },
        RunError::BrokenOff { noted } => {
            let further = if *noted {
                say(
                    "已做的记在进度文件里，一天之内用同样的命令可以接着做",
                    "what was done stands in the journal: for a day, the same command goes on from there",
                )
            } else {
                say(
                    "要能接着做，请用 --journal 写明进度文件",
                    "with --journal FILE a run that is stopped can be gone on with",
                )
            };
            let stopped = say(
                "测试中途停止，没有结论，也没有报告",
                "the run was stopped, so there is no verdict and no report",
            );
            format!("{stopped}\n  {further}")
        }
        RunError::Roots => say("证书文件用不了", "the certificates cannot be used").to_owned(),
        RunError::Journal(JournalError::Another) => say(
            "这份进度文件属于另一次测试（被测方、角色或 --only 不同）；请换一个文件名",
            "this journal is of another run (another target, role or --only); name another file",
        )
        .to_owned(),
        RunError::Journal(JournalError::Old) => say(
            "这份进度文件是一天以前开始的，其中的结果不能再用；请换一个文件名，或先删除它",
            "this journal was begun more than a day ago, and what it says counts no more; name another file, or delete it \
             first",
        )
        .to_owned(),
        RunError::Journal(JournalError::Ended) => say(
            "这份进度文件所记的测试已经做完，其中的结果不能用于新的测试；请换一个文件名，或先删除它",
            "the run of this journal came to its end, and what it says counts for no other; name another file, or delete \
             it first",
        )
        .to_owned(),
        RunError::Journal(JournalError::Line(number)) => match lang {
            Lang::ZhCn => format!("--journal 写明的文件不是进度文件（第 {number} 行不是），没有改动它；请换一个文件名"),
            Lang::En => format!(
                "the file of --journal is no journal (line {number} is none of it), and was left as it is; name another"
            ),
        },
        RunError::Journal(JournalError::Io(error)) => {
            format!("{}: {}", say("进度文件用不了", "the journal cannot be used"), reason(error, lang))
        }
    }
}
