//! `gongbao check`.

use clap::{Args, ValueEnum};

use super::{Exit, Global, Input, report};
use crate::diagnostic::{Diagnostics, Sources, json};
use crate::site::{Site, Theme};
use crate::{check, content};

/// What `check` takes.
#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    input: Input,
    /// Let warnings count: exit with 1 where there are any
    #[arg(long)]
    strict: bool,
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
    let (findings, sources) = findings(&args.input);
    let exit = match args.format {
        Format::Text => report::print(findings, &sources, global),
        Format::Json => {
            let exit = report::exit(&findings);
            anstream::println!("{}", json::render(&findings.sorted(&sources), &sources));
            exit
        }
    };
    if exit == Exit::Done && args.format == Format::Text && !global.quiet {
        anstream::eprintln!("{}", report::all_well(global.message_lang()));
    }
    if exit == Exit::Warnings && !args.strict { Exit::Done } else { exit }
}

/// Everything that is wrong or doubtful: in the files, between them, and in what would be rendered.
fn findings(input: &Input) -> (Diagnostics, Sources) {
    let loaded = content::load(&input.content);
    let mut findings = loaded.diagnostics;
    let theme = Theme::load(input.theme_folder().as_deref()).map_err(|found| findings.extend(found));
    let content = loaded.content;
    findings.extend(check::run(&content));
    if let Ok(theme) = theme {
        match Site::new(&content, &theme, input.base_url.as_deref()) {
            Ok(site) => findings.extend(site.check()),
            Err(found) => findings.extend(found),
        }
    }
    (findings, content.sources)
}
