//! A file or folder to write as an argument.

use std::path::PathBuf;

use clap::builder::{PathBufValueParser, TypedValueParser};

use crate::input;

/// Any path but `-`, by which people mean standard output: what is written is there whole or not at all, which no pipe
/// can promise.
pub(super) fn to_write() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(|path| if input::is_standard(&path) { Err(NO_PIPE) } else { Ok(path) })
}

const NO_PIPE: &str = "files are written whole or not at all, which standard output cannot promise; name a file \
                       (./- for one of this name) 文件要么完整写出，要么不写，不能写到标准输出，请写明文件名";
