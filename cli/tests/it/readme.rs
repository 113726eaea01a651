//! What the READMEs, the primer and the page about working folders show of the program is what it says.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

#[test]
fn the_english_readme_shows_what_the_program_says() {
    hold("README.md");
}

#[test]
fn the_chinese_readme_shows_what_the_program_says() {
    hold("README.zh-CN.md");
}

#[test]
fn the_chinese_primer_shows_what_the_program_says() {
    hold("docs/primer/zh-CN.md");
}

#[test]
fn the_page_about_working_folders_shows_what_the_program_says() {
    hold("docs/working-folder.md");
}

/// Runs the commands of each transcript of a README in a fresh folder that holds the published examples, and
/// compares what they say; writes it under `UPDATE_EXPECT=1`.
fn hold(readme: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(readme);
    let _ = fs::remove_dir_all(&folder);
    copy(&root.join(EXAMPLES), &folder.join(EXAMPLES));

    let found = fs::read_to_string(root.join(readme)).unwrap();
    let mut parts = found.split(OPEN);
    let mut said = parts.next().unwrap().to_owned();
    let mut transcripts = 0;
    for part in parts {
        let (transcript, after) = part.split_once(CLOSE).expect("a transcript ends");
        let commands: Vec<&str> = transcript.lines().filter(|line| line.starts_with("$ ")).collect();
        assert!(!commands.is_empty(), "{readme}: a transcript without a command");
        said += OPEN;
        for command in commands {
            said += &format!("{command}\n{}", run(command.trim_start_matches("$ "), &folder));
        }
        said += CLOSE;
        said += after;
        transcripts += 1;
    }
    assert!(transcripts > 0, "{readme} has no transcript");
    if env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1") {
        fs::write(root.join(readme), said).unwrap();
    } else {
        assert!(found == said, "{readme} is stale (UPDATE_EXPECT=1 writes it); it should say:\n{said}");
    }
}

/// What a command says on both outputs; it ends as the line's comment `# exit N` states, or well.
fn run(command: &str, folder: &Path) -> String {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tongzhou"));
    let mut path = vec![program.parent().unwrap().to_owned()];
    path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1; {command}")])
        .current_dir(folder)
        .env("PATH", env::join_paths(path).unwrap())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let expected = command.rsplit_once("# exit ").map_or(0, |(_, code)| code.trim().parse().unwrap());
    assert_eq!(output.status.code(), Some(expected), "{command}\n{said}");
    said
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

const EXAMPLES: &str = "schema/v1.0/examples";
const OPEN: &str = "<!-- transcript -->\n```console\n";
const CLOSE: &str = "```\n<!-- /transcript -->";
