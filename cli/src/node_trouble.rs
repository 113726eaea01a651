//! Why a node does not start, or its desk does not do it, in the words of whoever asked.

use std::{io, net::SocketAddr, path::PathBuf};

use tongzhou::text::{Bilingual, Lang};
use tongzhou_node::{config::ConfigFault, member::DeskError, node::StartError, store::OpenError};

use crate::{
    exit::Exit,
    io_reason::reason,
    speech::{What, shown},
};

/// What stands in the way of a node.
#[derive(Debug)]
pub(crate) enum NodeTrouble {
    /// The configuration is wrong, or what it names; the file, where there is one.
    Config(Option<PathBuf>, Vec<ConfigFault>),
    /// There is neither a configuration nor a directory where one is looked for.
    Nothing(PathBuf),
    /// It cannot listen.
    Listen(SocketAddr, io::Error),
    /// The node is no member that receives packages.
    NoDesk,
    /// The desk does not do it.
    Desk(DeskError),
    /// The database is not opened.
    Store(OpenError),
    /// The system gives no threads.
    Runtime(io::Error),
}

impl NodeTrouble {
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Config(..) | Self::NoDesk | Self::Desk(DeskError::Unknown | DeskError::Refused(_)) => {
                Exit::Wrong
            }
            Self::Nothing(_)
            | Self::Listen(..)
            | Self::Runtime(_)
            | Self::Store(_)
            | Self::Desk(DeskError::Io(_) | DeskError::Store(_) | DeskError::Row) => Exit::CouldNot,
        }
    }

    pub(crate) fn say(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        match self {
            Self::Config(path, faults) => {
                let what = say("配置有误", "the configuration is wrong");
                let file = path.as_ref().map(|path| format!(": {}", shown(path))).unwrap_or_default();
                let lines: Vec<String> =
                    faults.iter().map(|fault| format!("\n  - {}", fault.say(lang))).collect();
                format!("{what}{file}{}", lines.concat())
            }
            Self::Nothing(folder) => format!(
                "{}: {}\n{}",
                say("这里还没有节点", "there is no node here yet"),
                shown(folder),
                say(
                    "节点需要联盟的成员名录（directory.json 及其签名）、本机构的密钥（node.key）和理事会指纹；请放在该文件夹，\
                     或用 --config 指明配置文件。只想看看效果，请运行 tongzhou demo，它会自己准备好一切。",
                    "a node needs the member directory of its alliance (directory.json and its signatures), keys of its own \
                     (node.key) and the fingerprint of the board; put them into this folder, or name a configuration with \
                     --config. To see everything at work first, run tongzhou demo, which brings all that along.",
                )
            ),
            Self::Listen(address, error) => {
                format!("{} {address}: {}", say("无法监听", "cannot listen on"), reason(error, lang))
            }
            Self::NoDesk => say(
                "本节点的角色中没有 member，不接收资料包",
                "member is not among the roles of this node, so it receives no packages",
            )
            .to_owned(),
            Self::Desk(DeskError::Unknown) => {
                say("没有这个标识号的资料包", "there is no package of this id").to_owned()
            }
            Self::Desk(DeskError::Refused(refusal)) => {
                format!("{} ({refusal})", say("资料包不能采用", "the package is refused"))
            }
            Self::Desk(DeskError::Io(error)) => {
                format!("{}: {}", say("无法读写", "cannot read or write"), reason(error, lang))
            }
            Self::Desk(error @ (DeskError::Store(_) | DeskError::Row)) => {
                format!("{} ({error})", say("数据库没有办理", "the database did not do it"))
            }
            Self::Store(error) => format!("{}: {error}", say("数据库打不开", "the database is not opened")),
            Self::Runtime(error) => {
                format!("{}: {}", say("无法启动", "cannot start"), reason(error, lang))
            }
        }
    }
}

impl From<NodeTrouble> for What {
    fn from(trouble: NodeTrouble) -> Self {
        Self::Node(Box::new(trouble))
    }
}

impl From<DeskError> for NodeTrouble {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

/// What keeps a node from starting that has its configuration from a file.
pub(crate) fn of_start(error: StartError, path: Option<PathBuf>) -> NodeTrouble {
    match error {
        StartError::Config(faults) => NodeTrouble::Config(path, faults),
        StartError::Listen(address, error) => NodeTrouble::Listen(address, error),
    }
}
