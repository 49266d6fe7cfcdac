//! `gongbao check`.

use clap::{Args, ValueEnum};

use super::{Exit, Global, Input, report};
use crate::diagnostic::json;
use crate::site::Manuscript;

/// What `check` takes.
#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    input: Input,
    /// Let warnings count: exit with 1 where there are any
    #[arg(long)]
    strict: bool,
    /// List findings that editors have silenced as well, with the reason
    #[arg(long)]
    all: bool,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
enum Format {
    /// For people
    Text,
    /// For programs, on standard output
    Json,
}

pub(super) fn run(args: &CheckArgs, global: &Global) -> Exit {
    if !args.input.has_content(global) {
        return Exit::Io;
    }
    let manuscript = Manuscript::read(&args.input.content, args.input.theme_folder().as_deref());
    let findings = manuscript.check(args.input.base_url.as_deref());
    let sources = &manuscript.content().sources;
    if args.all && args.format == Format::Text {
        report::print_silenced(manuscript.silenced(), sources, global);
    }
    let exit = match args.format {
        Format::Text => report::print(findings, sources, global),
        Format::Json => {
            let exit = report::exit(&findings);
            anstream::println!("{}", json::render(&findings.sorted(sources), sources));
            exit
        }
    };
    if exit == Exit::Done && args.format == Format::Text && !global.quiet {
        anstream::eprintln!("{}", report::all_well(global.message_lang()));
    }
    if exit == Exit::Warnings && !args.strict { Exit::Done } else { exit }
}
