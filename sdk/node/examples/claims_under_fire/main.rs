//! Claims under fire.
#![allow(clippy::print_stdout)]

mod breach;
mod checker;
mod history;
mod replay;

fn main() {}
