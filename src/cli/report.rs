//! Printing diagnostics and the closing line.

use std::io::IsTerminal;

use super::{Exit, Global};
use crate::diagnostic::{Diagnostics, Severity, Sources, text};
use crate::lang::Lang;

/// Prints findings to standard error, and says how the run stands.
pub(super) fn print(findings: Diagnostics, sources: &Sources, global: &Global) -> Exit {
    let lang = global.message_lang();
    let exit = exit(&findings);
    let list = findings.sorted(sources);
    let color = match global.color {
        clap::ColorChoice::Always => true,
        clap::ColorChoice::Never => false,
        clap::ColorChoice::Auto => std::io::stderr().is_terminal(),
    };
    if !list.is_empty() {
        anstream::eprint!("{}", text::render(&list, sources, lang, color));
        anstream::eprintln!("{}", text::summary(&list, lang));
    }
    exit
}

/// How a run stands with these findings.
pub(super) fn exit(findings: &Diagnostics) -> Exit {
    match (findings.has_veto(), findings.count(Severity::Warning)) {
        (true, _) => Exit::Veto,
        (false, 0) => Exit::Done,
        (false, _) => Exit::Warnings,
    }
}

/// The line that says that nothing was found.
pub(super) fn all_well(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "检查完毕，未发现问题",
        Lang::En => "checked: nothing to complain of",
    }
}
