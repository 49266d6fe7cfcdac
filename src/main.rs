//! The command line: parse, dispatch, exit code.

use std::process::ExitCode;

use clap::Parser;
use gongbao::cli::{Cli, Exit, run};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match Cli::try_parse() {
        Ok(cli) => run(&cli).into(),
        Err(error) => {
            // Printing a help text can only fail where there is nobody to read it.
            let _ = error.print();
            if error.use_stderr() { Exit::Usage.into() } else { Exit::Done.into() }
        }
    }
}
