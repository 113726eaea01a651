//! `tongzhou conformance directory`: the member directory of a test tenant.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tongzhou::{directory::MAX_DIRECTORY_BYTES, package::atomic::Existing, text::Lang};
use tongzhou_conformance::tenant::Tenant;

use crate::{
    args::conformance::TenantDirectory,
    clock::now,
    conformance_trouble::ConformanceTrouble,
    exit::Exit,
    input,
    output::{ready, write},
    speech::{Failure, What, answer, shown},
};

pub(super) fn run(args: &TenantDirectory, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let read = args.members.iter().map(|path| input::file_up_to(path, MAX_DIRECTORY_BYTES));
    let entries = read.collect::<Result<Vec<_>, _>>().map_err(fail)?;
    let tenant = Tenant::with(&entries, now().map_err(fail)?);
    let tenant = tenant.map_err(|fault| fail(ConformanceTrouble::Tenant(fault).into()))?;
    fs::create_dir_all(&args.output).map_err(|error| fail(What::Write(args.output.clone(), error)))?;
    let existing = if args.force { Existing::Replace } else { Existing::Keep };
    let [directory, signatures] = ["directory.json", "directory.jws.json"].map(|name| args.output.join(name));
    let entries: Vec<&Path> = args.members.iter().map(PathBuf::as_path).collect();
    ready(&[&directory, &signatures], &entries, existing).map_err(fail)?;
    write(&directory, &tenant.directory, existing).map_err(fail)?;
    write(&signatures, &tenant.signatures, existing).map_err(fail)?;
    let folder = shown(&args.output);
    answer(
        match lang {
            Lang::ZhCn => format!(
                "测试名录已写入 {folder}，90 天有效；其私钥是公开的，只用于测试环境\n理事会指纹：{}\n",
                tenant.board
            ),
            Lang::En => format!(
                "The test directory is in {folder}, good for 90 days; its private keys are published, so it is for test \
                 tenants alone\nfingerprint of its board: {}\n",
                tenant.board
            ),
        },
        lang,
    )?;
    Ok(Exit::Sound)
}
