//! `gongbao check`.

use std::path::{Component, Path, PathBuf};

use clap::{Args, ValueEnum};

use super::scope::Scope;
use super::{Exit, Global, Input, fix, report};
use crate::check::Settled;
use crate::diagnostic::{Diagnostic, Diagnostics, Sources, json, sarif};
use crate::site::Manuscript;

/// What `check` takes.
#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    /// Files and folders of the content to report on: from here, inside the content folder, or a bulletin as 2022/huaihua-h1 [default: everything]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
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
    /// Mend what is safe to mend: shows the difference first, and asks
    #[arg(long, conflicts_with = "format")]
    fix: bool,
    /// Do not ask
    #[arg(long, short, requires = "fix")]
    yes: bool,
}

/// How findings are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
pub(super) enum Format {
    /// For people
    Text,
    /// For programs, on standard output
    Json,
    /// For code hosts and editors: SARIF 2.1.0, on standard output
    Sarif,
}

/// What was found, and how it is to be told.
pub(super) struct Findings<'a> {
    pub(super) open: Diagnostics,
    /// `None` if it was not asked for.
    pub(super) silenced: Option<Vec<(Diagnostic, String)>>,
    pub(super) sources: &'a Sources,
    /// What stands before the path of a file to make it an address from here.
    pub(super) root: String,
}

pub(super) fn run(args: &CheckArgs, global: &Global) -> Exit {
    if !args.input.has_content(global) {
        return Exit::Io;
    }
    let content = &args.input.content;
    let scope = match Scope::of(&args.paths, content) {
        Ok(scope) => scope,
        Err(error) => return error.say(content, global),
    };
    if args.fix
        && let Err(exit) = fix::run(content, &scope, args.yes, global)
    {
        return exit;
    }
    let manuscript = Manuscript::read(content, args.input.theme_folder().as_deref());
    let Settled { mut open, mut silenced } = manuscript.check(args.input.base_url.as_deref());
    let sources = &manuscript.content().sources;
    let is_wanted = |found: &Diagnostic| scope.covers(found.at.path(sources));
    open.retain(is_wanted);
    silenced.retain(|(found, _)| is_wanted(found));
    let silenced = args.all.then_some(silenced);
    tell(Findings { open, silenced, sources, root: address_of(content) }, args.format, args.strict, global)
}

/// Prints findings in the form that was asked for, and says how the run stands.
pub(super) fn tell(findings: Findings<'_>, format: Format, strict: bool, global: &Global) -> Exit {
    let Findings { open, silenced, sources, root } = findings;
    let (exit, lang) = (report::exit(&open), global.message_lang());
    match format {
        Format::Text => {
            report::print_silenced(silenced.as_deref().unwrap_or_default(), sources, global);
            report::print(open, sources, global);
            if exit == Exit::Done && !global.quiet {
                anstream::eprintln!("{}", report::all_well(lang));
            }
        }
        Format::Json => {
            let silenced = silenced.unwrap_or_default();
            anstream::print!("{}", json::render_with_silenced(&open.sorted(sources), &silenced, sources));
        }
        Format::Sarif => {
            let (open, silenced) = (&open.sorted(sources), silenced.as_deref());
            anstream::print!("{}", sarif::render(&sarif::Log { open, silenced, sources, root: &root, lang }));
        }
    }
    if exit == Exit::Warnings && !strict { Exit::Done } else { exit }
}

/// The content folder as the beginning of an address from here; nothing if it does not lie below.
fn address_of(content: &Path) -> String {
    let names = content.components().filter(|part| *part != Component::CurDir);
    let names: Option<Vec<_>> = names
        .map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        })
        .collect();
    names.unwrap_or_default().iter().map(|name| format!("{name}/")).collect()
}
