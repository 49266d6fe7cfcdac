//! Printing diagnostics and the closing line.

use std::io::IsTerminal;

use super::{Exit, Global};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Severity, Sources, text};
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

/// Prints findings that editors have silenced, each with the reason.
pub(super) fn print_silenced(silenced: &[(Diagnostic, String)], sources: &Sources, global: &Global) {
    let lang = global.message_lang();
    for (finding, reason) in silenced {
        let (head, because) = match lang {
            Lang::Zh => ("已确认无误", "理由"),
            Lang::En => ("silenced", "reason"),
        };
        let place = match &finding.at {
            Location::Path(path) => path.clone(),
            Location::Span(span) => {
                let (line, column) = sources.line_column(span.source, span.start);
                format!("{}:{line}:{column}", sources.path(span.source))
            }
        };
        let message = finding.message.get(lang);
        anstream::eprintln!("{head}[{}]: {message}\n  --> {place}\n   = {because}: {reason}\n", finding.code);
    }
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
