//! `tongzhou node batch`: answers a file of messages of a member without a server.

use std::{env, io::Write as _, path::Path};

use tongzhou::{
    package::atomic::{Existing, write_atomically},
    text::Lang,
};
use tongzhou_client::ClientError;
use tongzhou_exchange::batch::{BatchFault, MAX_FILE_BYTES};
use tongzhou_node::{
    batch::{Answered, Office},
    config::Config,
    node::Parts,
};

use crate::{
    args::node::Batch,
    asked::block_on,
    clock,
    exit::Exit,
    input,
    speech::{Failure, What, answer, remark, shown},
};

/// Runs the command.
pub(super) fn run(args: &Batch, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    if args.output.symlink_metadata().is_ok() {
        // Nothing is done whose answers could not be written.
        return Err(fail(What::Exists(args.output.clone())));
    }
    let file = input::file_up_to(&args.file, MAX_FILE_BYTES).map_err(fail)?;
    let text = input::file_up_to(&args.config, MAX_CONFIG).map_err(fail)?;
    let text = String::from_utf8_lossy(&text).into_owned();
    let now = clock::now().map_err(fail)?;
    let folder = args.config.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let outcome = block_on(async {
        let config = match Config::read(&text, folder, env::vars()) {
            Ok(config) => config,
            Err(faults) => return Ok(Err(faults)),
        };
        let parts = match Parts::prepare(&config).await {
            Ok(parts) => parts,
            Err(faults) => return Ok(Err(faults)),
        };
        let directory = parts.directories.at(now).ok_or(ClientError::Clock)?;
        let office = Office {
            answers: &parts.roles,
            store: &parts.store,
            directory: &directory,
            us: parts.organisation.as_str().parse().map_err(|_| ClientError::Form)?,
            key: &parts.key,
            identities: &parts.identities,
        };
        Ok(Ok(office.import(&file, now).await.map_err(|fault: BatchFault| ClientError::Batch(fault))?))
    });
    match outcome.map_err(|error| fail(error.into()))? {
        Err(faults) => {
            faults.iter().for_each(|fault| remark(fault.say(lang)));
            Ok(Exit::Wrong)
        }
        Ok(answered) => {
            write_atomically(&args.output, Existing::Keep, |out| out.write_all(&answered.file))
                .map_err(|error: std::io::Error| fail(What::Write(args.output.clone(), error)))?;
            answer(tell(&answered, &args.output, lang), lang)?;
            Ok(Exit::Sound)
        }
    }
}

fn tell(answered: &Answered, output: &Path, lang: Lang) -> String {
    let Answered { from, done, refused, .. } = answered;
    let path = shown(output);
    match lang {
        Lang::ZhCn => format!("已应答 {from}：办理 {done} 项，未予办理 {refused} 项\n请送回：{path}\n"),
        Lang::En => format!("Answered {from}: done {done}, refused {refused}\nTo be carried back: {path}\n"),
    }
}

const MAX_CONFIG: usize = 1 << 20;
