//! What the person who runs the client is given: the directory, papers, and what to do with them.

use std::{fmt::Write as _, fs, io, path::Path};

use super::{MockFault, alliance::Peer, papers::Papers, scenario::Scenario};
use crate::tenant::Tenant;

/// Makes the folder where it is not there; one that holds something is left alone.
pub(super) fn make(folder: &Path) -> Result<(), MockFault> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        return Err(MockFault::FolderInUse);
    }
    Ok(())
}

/// Writes everything.
pub(super) fn write(
    folder: &Path,
    tenant: &Tenant,
    base: &str,
    scenarios: &[Scenario],
    papers: &[Papers],
) -> io::Result<()> {
    fs::write(folder.join("directory.json"), &tenant.directory)?;
    fs::write(folder.join("directory.jws.json"), &tenant.signatures)?;
    let members = format!("--directory directory.json --board {}", tenant.board);
    fs::write(folder.join("members.args"), format!("{members}\n"))?;
    let mut at = format!("{members} --registry {base}/{}/", Peer::Registry.path());
    for peer in Peer::ALL.into_iter().filter(|peer| *peer != Peer::Registry) {
        let _ = write!(at, " --at {}={base}/{}/", peer.code(), peer.path());
    }
    fs::write(folder.join("at.args"), format!("{at}\n"))?;
    fs::write(folder.join("instructions.md"), instructions(tenant, base, scenarios))?;
    fs::write(folder.join("commands.sh"), commands(scenarios))?;
    for (scenario, papers) in scenarios.iter().zip(papers) {
        let own = folder.join(&scenario.id);
        fs::create_dir_all(&own)?;
        for (name, bytes) in &papers.files {
            fs::write(own.join(name), bytes)?;
        }
    }
    fs::create_dir_all(folder.join("by-file/to-registry"))
}

fn instructions(tenant: &Tenant, base: &str, scenarios: &[Scenario]) -> String {
    let mut text = format!(
        "# What to do with your system 请用贵机构的系统做这些事\n\nIn any order, each once, with the papers of its folder. Every \
         person and number is made up. What your system refuses to send it is right not to send: go on with the next.\n\n\
         次序不限，每项做一次，使用同名文件夹中的材料。人物和号码均为虚构。系统拒绝发送的，不必强行发送，接着做下一项。\n\n\
         | | |\n|---|---|\n| Directory 成员名录 | `directory.json`, `directory.jws.json` |\n| Fingerprint of its board 理事会指纹 | `{}` |\n",
        tenant.board
    );
    for peer in Peer::ALL {
        let what = match peer {
            Peer::Registry => "Registry 登记处",
            Peer::EvaluatorA => "Evaluator and member 令牌计算方、成员",
            Peer::EvaluatorB | Peer::EvaluatorC => "Evaluator 令牌计算方",
        };
        let _ = writeln!(text, "| {what} {} | `{base}/{}/` |", peer.code(), peer.path());
    }
    text.push_str(
        "\nThe commitment of each consent is made under the salt beside it, `….json.salt`, in hexadecimal. The lines are for \
         the program `tongzhou` in this folder, where `ours.args` holds `--key` and what opens it; `bash commands.sh` runs all.\n\n\
         每份授权同意书的承诺值，用其旁边 `….json.salt` 中的盐（十六进制）计算。各行命令供 `tongzhou` 程序在本文件夹中使用，`ours.args` \
         中写 `--key` 及密码来源；`bash commands.sh` 依次运行全部。\n",
    );
    for scenario in scenarios {
        let _ =
            write!(text, "\n## {}\n\n{}\n\n{}\n\n```console\n", scenario.id, scenario.todo, scenario.todo_zh);
        for command in &scenario.commands {
            let _ = writeln!(text, "$ {command}");
        }
        text.push_str("```\n");
    }
    text
}

/// The lines of every scenario; one that is refused keeps none of the others from being run.
fn commands(scenarios: &[Scenario]) -> String {
    let mut text = String::from("cd \"$(dirname \"$0\")\"\n");
    for scenario in scenarios {
        let _ = writeln!(text, "echo '== {}'", scenario.id);
        for command in &scenario.commands {
            let _ = writeln!(text, "{command}");
        }
    }
    text
}
