//! `tongzhou node desk`: packages at the member's own desk.

use std::fmt::Write as _;

use serde::Serialize;
use tongzhou::{code::Code, text::Lang};
use tongzhou_exchange::message::parcel::Package;
use tongzhou_node::{
    member::{Case, Member, Posted},
    node::Parts,
};

use super::run::{config, runtime};
use crate::{
    args::{
        Format,
        node::{DeskCommand, DeskList, Run},
    },
    clock,
    exit::Exit,
    node_trouble::NodeTrouble,
    speech::{Failure, What, answer, quoted, shown},
};

/// Runs a command of the desk.
pub(super) fn run(command: &DeskCommand, lang: Lang) -> Result<Exit, Failure> {
    let told = match command {
        DeskCommand::List(args) => list(args, lang),
        DeskCommand::Fetch(args) => at_desk(&args.node, async |member, _| {
            member.take_out(args.package, &args.output).await.map_err(NodeTrouble::from)?;
            let (path, command) = (shown(&args.output), quoted(&args.output));
            Ok(match lang {
                Lang::ZhCn => format!("已取出：{path}\n下一步：tongzhou open {command}\n"),
                Lang::En => format!("Taken out: {path}\nNext: tongzhou open {command}\n"),
            })
        }),
        DeskCommand::State(args) => at_desk(&args.node, async |member, _| {
            member.set_state(args.package, args.state).await.map_err(NodeTrouble::from)?;
            let state = args.state.title(lang);
            Ok(match lang {
                Lang::ZhCn => format!("审核状态：{state}\n"),
                Lang::En => format!("The case stands at: {state}\n"),
            })
        }),
        DeskCommand::Post(args) => at_desk(&args.node, async |member, parts| {
            let now = clock::now()?;
            let directory = parts.directories.at(now).ok_or(What::Clock)?;
            let posted =
                member.post(args.package.clone(), directory, now).await.map_err(NodeTrouble::from)?;
            Ok(posted_told(&posted, lang))
        }),
    };
    answer(told.map_err(|what| Failure { what, lang })?, lang)?;
    Ok(Exit::Sound)
}

/// Does something with the packages of a node.
fn at_desk(
    args: &Run,
    deed: impl AsyncFnOnce(&Member, &Parts) -> Result<String, What>,
) -> Result<String, What> {
    let (config, path) = config(args)?;
    runtime()?.block_on(async {
        let parts = Parts::prepare(&config).await.map_err(|faults| NodeTrouble::Config(path, faults))?;
        let member = parts.roles.member.as_ref().ok_or(NodeTrouble::NoDesk)?;
        deed(member, &parts).await
    })
}

fn list(args: &DeskList, lang: Lang) -> Result<String, What> {
    at_desk(&args.node, async |member, _| {
        let cases = member.cases(args.most).await.map_err(NodeTrouble::from)?;
        Ok(match args.format {
            Format::Human => cases_told(&cases, lang),
            Format::Json => {
                let rows: Vec<Row<'_>> = cases.iter().map(Row::new).collect();
                format!("{}\n", serde_json::to_string_pretty(&rows).unwrap_or_default())
            }
        })
    })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'c> {
    #[serde(flatten)]
    package: &'c Package,
    sender: &'c str,
    fetched: bool,
}

impl<'c> Row<'c> {
    fn new(case: &'c Case) -> Self {
        Self { package: &case.package, sender: case.sender.as_str(), fetched: case.fetched }
    }
}

fn cases_told(cases: &[Case], lang: Lang) -> String {
    if cases.is_empty() {
        return match lang {
            Lang::ZhCn => "还没有收到资料包\n".to_owned(),
            Lang::En => "No package has come in yet.\n".to_owned(),
        };
    }
    let mut told = String::new();
    for Case { package, sender, fetched } in cases {
        let (purpose, state) = (package.purpose.title(lang), package.state.title(lang));
        let taken = match (fetched, lang) {
            (true, Lang::ZhCn) => "已取出",
            (false, Lang::ZhCn) => "未取出",
            (true, Lang::En) => "taken out",
            (false, Lang::En) => "not taken out",
        };
        let Package { package_id, received_at, .. } = package;
        let _ = writeln!(told, "{package_id}  {received_at}  {sender}  {purpose}  {state}  {taken}");
    }
    told
}

fn posted_told(posted: &Posted, lang: Lang) -> String {
    let recipients: Vec<&str> = posted.recipients.iter().map(|recipient| recipient.as_str()).collect();
    let (id, recipients) = (posted.package_id, recipients.join(", "));
    match lang {
        Lang::ZhCn => format!("已放出 {id}，等待取走：{recipients}\n"),
        Lang::En => format!("{id} is laid out, to be fetched by: {recipients}\n"),
    }
}
