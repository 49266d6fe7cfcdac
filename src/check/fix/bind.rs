//! A typed number that is a figure of the bulletin becomes the figure's directive.

use std::ops::Range;

use super::{Fix, Page};
use crate::analysis::Index;
use crate::content::{Bulletin, Id, Indicator};
use crate::figure::Amount;
use crate::lang::{Lang, Text};
use crate::prose::{Mention, Passage, PassageKind, What, read};

/// Where a clause ends.
const STOPS: [char; 11] = ['，', '。', '；', '！', '？', '：', ';', '!', '?', ':', '\n'];

/// Words of clauses that speak of another value than the bulletin's own.
const ELSEWHERE: [&str; 14] = [
    "去年",
    "上年",
    "前年",
    "同期",
    "计划",
    "目标",
    "力争",
    "预计",
    "year earlier",
    "last year",
    "previous",
    "plan",
    "target",
    "expect",
];

/// What a figure prints.
struct Printed<'a> {
    words: String,
    /// The figure whose value it is; none for a cell or a base, which have no directive as short.
    figure: Option<(&'a Id, &'a Indicator)>,
}

pub(super) fn fixes(page: &Page<'_>, bulletin: &Bulletin, index: &Index<'_>) -> Vec<Fix> {
    let printed = printed(bulletin, index, page.lang);
    let running = page.passages.iter().filter(|passage| passage.kind != PassageKind::Heading);
    let bound = running.flat_map(|passage| {
        read(&passage.text, page.lang)
            .into_iter()
            .filter_map(|mention| bind(page, passage, &mention, &printed))
            .collect::<Vec<_>>()
    });
    bound.collect()
}

/// Everything that the bulletin's figures could print.
fn printed<'a>(bulletin: &'a Bulletin, index: &'a Index<'_>, lang: Lang) -> Vec<Printed<'a>> {
    let mut all = Vec::new();
    for figure in bulletin.figures.values() {
        let Some(reading) = index.reading(bulletin, figure) else { continue };
        let figure_itself = Some((&figure.id.value, reading.indicator));
        all.push(Printed { words: reading.amount.write(lang), figure: figure_itself });
        let cells = figure.breakdowns.iter().flat_map(|breakdown| &breakdown.cells);
        let others = cells.map(|cell| cell.value.value).chain(figure.comparison.base.map(|base| base.value));
        all.extend(others.map(|amount: Amount| Printed { words: amount.write(lang), figure: None }));
    }
    all
}

fn bind(page: &Page<'_>, passage: &Passage, mention: &Mention, printed: &[Printed<'_>]) -> Option<Fix> {
    if !matches!(mention.what, What::Amount(_))
        || mention.relation.is_some()
        || mention.is_in_words(&passage.text)
    {
        return None;
    }
    let typed = passage.text.get(mention.span.clone())?;
    let mut same = printed.iter().filter(|printed| says(&printed.words, typed, mention, page.lang));
    let (Some(Printed { figure: Some((id, indicator)), words }), None) = (same.next(), same.next()) else {
        return None;
    };
    if !stands_free(&passage.text, &mention.span)
        || !is_meant(&passage.text, &mention.span, indicator, page.lang)
    {
        return None;
    }
    let range = page.written(passage, &mention.span).filter(|range| !page.is_in_link(range))?;
    let reason = Text::new(
        format!("“{typed}”即指标{id}，改为引用，页面上仍是“{words}”"),
        format!("`{typed}` is the figure {id}, which prints `{words}`"),
    );
    Some(page.fix(range, format!("{{{{ {id} }}}}"), reason))
}

/// Whether the words of a figure say exactly what was typed.
fn says(words: &str, typed: &str, mention: &Mention, lang: Lang) -> bool {
    words == typed
        || matches!(&read(words, lang)[..], [only] if only.what == mention.what && only.span == (0..words.len()))
}

/// Whether a number is no part of a longer word or number: 121-strong, A121, 1，121.
fn stands_free(text: &str, span: &Range<usize>) -> bool {
    let is_joined =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '–' | '—' | '~' | '～' | '+' | '/');
    let is_mark = |c: char| !c.is_alphanumeric() && c != ' ';
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let is_digit = |c: char| c.is_ascii_digit();
    let continues = before.strip_suffix(is_mark).is_some_and(|rest| rest.ends_with(is_digit))
        || after.strip_prefix(is_mark).is_some_and(|rest| rest.starts_with(is_digit));
    !before.ends_with(is_joined) && !after.starts_with(is_joined) && !continues
}

/// Whether the clause around a number speaks of the indicator, and of this period's own value.
fn is_meant(text: &str, span: &Range<usize>, indicator: &Indicator, lang: Lang) -> bool {
    let ends = |&(at, c): &(usize, char)| ends_clause(text, at, c);
    let start = text[..span.start].char_indices().rfind(ends).map_or(0, |(at, _)| at);
    let rest = text[span.end..].char_indices().map(|(at, c)| (span.end + at, c));
    let end = { rest }.find(ends).map_or(text.len(), |(at, _)| at);
    let clause = [&text[start..span.start], &text[span.end..end]].concat().to_lowercase();
    !ELSEWHERE.iter().any(|word| clause.contains(word))
        && words_of(indicator, lang).iter().any(|word| clause.contains(word))
}

/// Whether a clause ends with a character; commas and points within numbers are none of its ends.
fn ends_clause(text: &str, at: usize, c: char) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_within_number =
        || text[..at].ends_with(is_digit) && text[at + c.len_utf8()..].starts_with(is_digit);
    STOPS.contains(&c) || matches!(c, ',' | '.') && !is_within_number()
}

/// What a clause about an indicator is known by: two characters of its name, or a longer word of it.
fn words_of(indicator: &Indicator, lang: Lang) -> Vec<String> {
    let names =
        [Some(&indicator.name), indicator.short.as_ref()].into_iter().flatten().map(|name| name.get(lang));
    match lang {
        Lang::Zh => names
            .flat_map(|name| {
                let characters: Vec<char> = name.chars().collect();
                characters.windows(2).map(|pair| pair.iter().collect()).collect::<Vec<String>>()
            })
            .collect(),
        Lang::En => names
            .flat_map(|name| name.split(|c: char| !c.is_alphabetic()))
            .chain(indicator.noun.iter().flat_map(|noun| [noun.one.as_str(), noun.other.as_str()]))
            .filter(|word| word.len() > 4)
            .map(str::to_lowercase)
            .collect(),
    }
}
