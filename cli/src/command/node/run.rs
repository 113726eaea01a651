//! `tongzhou node run` and `node check-config`.

use std::{
    env, fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use tokio::runtime::Runtime;
use tongzhou::text::{Bilingual, Lang};
use tongzhou_node::{
    config::Config,
    http,
    node::{Node, Parts, until_told},
};

use crate::{
    args::node::Run,
    exit::Exit,
    node_trouble::{NodeTrouble, of_start},
    speech::{Failure, What, answer, remark},
};

/// Runs a node until it is told to stop.
pub(super) fn run(args: &Run, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let (config, path) = config(args).map_err(fail)?;
    // Where it was begun before, that log is written on.
    let _ = http::start_log(io::stderr);
    let running = async {
        let running = Node::start(config).await.map_err(|error| of_start(error, path))?;
        let (zh, en) = ("节点已启动，按 Ctrl-C 停止", "the node is running; Ctrl-C stops it");
        remark(format!("{}: {}", Bilingual { zh, en }.in_lang(lang), running.url()));
        until_told().await;
        running.stop().await;
        Ok::<_, NodeTrouble>(())
    };
    runtime().and_then(|runtime| runtime.block_on(running)).map_err(|trouble| fail(trouble.into()))?;
    Ok(Exit::Sound)
}

/// Says everything that is wrong.
pub(super) fn check(args: &Run, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let (config, path) = config(args).map_err(fail)?;
    let parts = runtime()
        .and_then(|runtime| {
            let checked = runtime.block_on(Parts::prepare(&config));
            checked.map(|_| ()).map_err(|faults| NodeTrouble::Config(path, faults))
        })
        .map_err(|trouble| fail(trouble.into()));
    parts?;
    let (zh, en) = ("配置没有问题\n", "Nothing is wrong with the configuration.\n");
    answer(Bilingual { zh, en }.in_lang(lang), lang)?;
    Ok(Exit::Sound)
}

pub(super) fn runtime() -> Result<Runtime, NodeTrouble> {
    Runtime::new().map_err(NodeTrouble::Runtime)
}

/// The configuration that is meant, and its file: the one that is named, else that of the usual folder, else the
/// defaults in that folder.
pub(super) fn config(args: &Run) -> Result<(Config, Option<PathBuf>), What> {
    let usual = Path::new(FOLDER);
    let named = args.config.clone().or_else(|| Some(usual.join(FILE)).filter(|path| path.exists()));
    let (text, folder) = match &named {
        Some(path) => {
            let folder = path.parent().unwrap_or_else(|| Path::new("")).to_owned();
            (read(path).map_err(|error| What::Read(path.clone(), error))?, folder)
        }
        None if usual.join("directory.json").exists() => (String::new(), usual.to_owned()),
        None => return Err(NodeTrouble::Nothing(usual.to_owned()).into()),
    };
    match Config::read(&text, &folder, env::vars()) {
        Ok(config) => Ok((config, named)),
        Err(faults) => Err(NodeTrouble::Config(named, faults).into()),
    }
}

fn read(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    fs::File::open(path)?.take(MAX_CONFIG).read_to_string(&mut text)?;
    Ok(text)
}

const FOLDER: &str = "tongzhou-node";
const FILE: &str = "node.toml";
const MAX_CONFIG: u64 = 1 << 20;
