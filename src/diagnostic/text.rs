//! Diagnostics for the terminal.
//!
//! Only the line of a finding is handed to the renderer, which folds what does not fit the width; so neither
//! a huge file nor a line without end floods the terminal.

use std::borrow::Cow;

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::char_start;
use super::{Diagnostic, Location, Severity, Sources, Span};
use crate::lang::{Both, Lang};

/// How wide a line of a file may be printed.
const WIDTH: usize = 110;

/// How many characters of a message are printed.
const LONGEST_MESSAGE: usize = 300;

/// How many characters of a long span are underlined.
const LONGEST_UNDERLINE: usize = 60;

/// The findings, each with its line and a caret, as a reader of `lang` wants them.
pub fn render(list: &[Diagnostic], sources: &Sources, lang: Lang, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(WIDTH);
    list.iter().map(|found| renderer.render(&report(found, sources, lang)) + "\n\n").collect()
}

/// One line that says how many findings there are: `3 vetoes, 2 warnings`.
pub fn summary(list: &[Diagnostic], lang: Lang) -> String {
    let parts: Vec<String> = [Severity::Veto, Severity::Warning, Severity::Advice]
        .into_iter()
        .filter_map(|severity| {
            let number = list.iter().filter(|found| found.severity == severity).count();
            (number > 0).then(|| counted(number, severity, lang))
        })
        .collect();
    match (parts.is_empty(), lang) {
        (true, Lang::Zh) => "未发现问题".into(),
        (true, Lang::En) => "no findings".into(),
        (false, Lang::Zh) => parts.join("，"),
        (false, Lang::En) => parts.join(", "),
    }
}

/// What a severity is called.
pub fn severity_name(severity: Severity) -> Both<&'static str> {
    match severity {
        Severity::Veto => Both { zh: "否决", en: "veto" },
        Severity::Warning => Both { zh: "警告", en: "warning" },
        Severity::Advice => Both { zh: "建议", en: "advice" },
    }
}

fn counted(number: usize, severity: Severity, lang: Lang) -> String {
    let name = severity_name(severity);
    match (lang, severity, number) {
        (Lang::Zh, ..) => format!("{}{number}项", name.zh),
        (Lang::En, Severity::Advice, 2..) => format!("{number} pieces of advice"),
        (Lang::En, Severity::Veto, 2..) => format!("{number} vetoes"),
        (Lang::En, Severity::Warning, 2..) => format!("{number} warnings"),
        (Lang::En, Severity::Advice, _) => format!("{number} piece of advice"),
        (Lang::En, ..) => format!("{number} {}", name.en),
    }
}

fn report<'a>(found: &'a Diagnostic, sources: &'a Sources, lang: Lang) -> Vec<Group<'a>> {
    let level = match found.severity {
        Severity::Veto => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO,
    };
    let level = level.with_name(*severity_name(found.severity).get(lang));
    let (help, see) = match lang {
        Lang::Zh => ("帮助", "参见"),
        Lang::En => ("help", "see"),
    };
    let place = match &found.at {
        Location::Span(span) => line_of(*span, AnnotationKind::Primary, sources),
        Location::Path(path) => Element::from(Origin::path(path.as_str())),
    };
    let main = level.primary_title(cut(found.message.get(lang))).id(found.code.name());
    let main = main.element(place).element(Level::HELP.with_name(help).message(cut(found.help.get(lang))));
    let related = found.related.iter().map(|(span, text)| {
        let title = Level::NOTE.with_name(see).secondary_title(cut(text.get(lang)));
        title.element(line_of(*span, AnnotationKind::Context, sources))
    });
    std::iter::once(main).chain(related).collect()
}

/// A message may quote what somebody wrote, however long it is.
fn cut(message: &str) -> Cow<'_, str> {
    match message.char_indices().nth(LONGEST_MESSAGE) {
        Some((end, _)) => Cow::Owned(format!("{}…", &message[..end])),
        None => Cow::Borrowed(message),
    }
}

/// The line on which a span begins, with the part of the span that lies on it.
fn line_of(span: Span, kind: AnnotationKind, sources: &Sources) -> Element<'_> {
    let text = sources.text(span.source);
    let (start, end) = (char_start(text, span.start), char_start(text, span.end));
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let rest = text[start..].split('\n').next().unwrap_or_default();
    let line = &text[line_start..start + rest.len()];
    let longest = rest.char_indices().nth(LONGEST_UNDERLINE).map_or(rest.len(), |(length, _)| length);
    let length = end.saturating_sub(start).min(longest);
    let marked = start - line_start..start - line_start + length;
    let annotation: Annotation<'_> = kind.span(marked);
    Snippet::source(line)
        .line_start(sources.line_column(span.source, start).0)
        .path(sources.path(span.source))
        .annotation(annotation)
        .into()
}
