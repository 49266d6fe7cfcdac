//! L2: what changed in the original, or went from the translation, after the two were held against each other.

use std::ops::Range;

use jiff::civil::Date;
use pulldown_cmark::{Event, HeadingLevel, Tag};
use rayon::prelude::*;

use crate::content::{Bulletin, Content, Fingerprint, Narrative, TranslationRecord};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{Lang, Text};
use crate::markdown::{self, Piece};
use crate::prose::{self, PassageKind};

/// A section in which a translation is no longer what was held against its original.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drifted {
    /// The section's key in translation.toml: the id of its heading, or its number.
    pub key: String,
    /// Its heading in the original, or else in the translation; empty if it has none.
    pub title: String,
    /// What happened to it.
    pub change: Change,
    /// Where the translation should follow: its heading there, or the beginning.
    at: Span,
    /// Its heading in the original.
    original: Option<Span>,
}

/// What happened to a section.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Change {
    Changed,
    Added,
    Removed,
    /// The original is as it was, and the translation has fewer sentences than it had.
    Shortened,
}

/// A `##` with all that follows it, or what stands before the first.
struct Section<'a> {
    key: String,
    title: &'a str,
    heading: Range<usize>,
    text: &'a str,
}

impl Section<'_> {
    /// How many sentences it has, directives in paragraphs of their own among them.
    fn sentences(&self, lang: Lang) -> i64 {
        let passages = prose::passages(self.text, lang);
        let running = passages.iter().filter(|passage| passage.kind != PassageKind::Heading);
        let count = running.map(|passage| prose::sentences(&passage.text, lang).len()).sum::<usize>();
        i64::try_from(count).unwrap_or(i64::MAX)
    }
}

/// The sections of an original and of its translation.
struct Sides<'a> {
    ours: Vec<Section<'a>>,
    theirs: Vec<Section<'a>>,
}

impl Sides<'_> {
    /// The translation of a section. Without an id of its own it is known by its position.
    fn translation_of(&self, key: &str) -> Option<&Section<'_>> {
        let beside = || {
            let at = self.ours.iter().position(|section| section.key == key)?;
            self.theirs.get(at).filter(|_| self.ours.len() == self.theirs.len())
        };
        self.theirs.iter().find(|section| section.key == key).or_else(beside)
    }
}

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    let of_bulletin = |bulletin: &Bulletin| -> Vec<Diagnostic> {
        let Some(record) = &bulletin.translation else { return Vec::new() };
        let key = bulletin.key();
        drifted(bulletin).into_iter().map(|drifted| finding(&drifted, record, &key)).collect()
    };
    let findings: Vec<_> = content.bulletins.par_iter().map(of_bulletin).collect();
    found.push_all(findings.into_iter().flatten());
}

/// The sections in which a bulletin's translation lags behind its original; none without a record.
pub fn drifted(bulletin: &Bulletin) -> Vec<Drifted> {
    let lang = bulletin.written_in;
    let narratives = (bulletin.narratives.get(lang), bulletin.narratives.get(lang.other()));
    let (Some(record), (Some(original), Some(translation))) = (&bulletin.translation, narratives) else {
        return Vec::new();
    };
    let sides = Sides { ours: sections(original, lang), theirs: sections(translation, lang.other()) };
    let ours = &sides.ours;
    let first_line = translation.text.lines().next().map_or(0, str::len);
    let drifted = |key: &str, section: Option<&Section<'_>>, change| {
        let there = sides.translation_of(key);
        let heading = there.map_or(0..first_line, |section| section.heading.clone());
        Drifted {
            key: key.to_owned(),
            title: section.or(there).map(|section| section.title.to_owned()).unwrap_or_default(),
            change,
            at: Span::new(translation.source, heading),
            original: section.map(|section| Span::new(original.source, section.heading.clone())),
        }
    };
    let changed = ours.iter().filter_map(|section| {
        let recorded = record.sections.iter().find(|(key, _)| *key == section.key);
        match recorded {
            None => Some(drifted(&section.key, Some(section), Change::Added)),
            Some((_, before)) if *before != Fingerprint::of(section.text) => {
                Some(drifted(&section.key, Some(section), Change::Changed))
            }
            Some(_) => {
                let before = record.sentences.iter().find(|(key, _)| *key == section.key);
                let now = sides.translation_of(&section.key).map(|there| there.sentences(lang.other()));
                let is_shorter = before.zip(now).is_some_and(|((_, before), now)| now < *before);
                is_shorter.then(|| drifted(&section.key, Some(section), Change::Shortened))
            }
        }
    });
    // A section that both have given up is nobody's concern.
    let is_left =
        |key: &str| !ours.iter().any(|section| section.key == key) && sides.translation_of(key).is_some();
    let removed = record.sections.iter().filter(|(key, _)| is_left(key));
    changed.chain(removed.map(|(key, _)| drifted(key, None, Change::Removed))).collect()
}

/// The record of a bulletin as it is now; `None` if its original or its translation is missing.
pub fn record(bulletin: &Bulletin, recorded: Date, translated: Option<Date>) -> Option<TranslationRecord> {
    let lang = bulletin.written_in;
    let translation = bulletin.narratives.get(lang.other()).as_ref()?;
    let original = bulletin.narratives.get(lang).as_ref()?;
    let sides = Sides { ours: sections(original, lang), theirs: sections(translation, lang.other()) };
    let mut record = TranslationRecord { recorded, translated, sections: Vec::new(), sentences: Vec::new() };
    for section in &sides.ours {
        // Two headings with one id are reported elsewhere, and a file cannot hold a key twice.
        if record.sections.iter().any(|(key, _)| *key == section.key) {
            continue;
        }
        record.sections.push((section.key.clone(), Fingerprint::of(section.text)));
        if let Some(there) = sides.translation_of(&section.key) {
            record.sentences.push((section.key.clone(), there.sentences(lang.other())));
        }
    }
    Some(record)
}

/// The record of a bulletin after changes to its original that leave what it says as it was: sections that were in
/// step still are. `None` where there is no record.
pub fn carried_over(before: &Bulletin, after: &Bulletin) -> Option<TranslationRecord> {
    let record = before.translation.as_ref()?;
    let behind = drifted(before);
    let now =
        self::record(after, record.recorded, record.translated).map_or_else(Vec::new, |now| now.sections);
    let sections = record.sections.iter().map(|(key, then)| {
        let is_behind = behind.iter().any(|drifted| drifted.key == *key);
        let now = now.iter().find(|(current, _)| current == key).filter(|_| !is_behind);
        (key.clone(), now.map_or(*then, |(_, fingerprint)| *fingerprint))
    });
    Some(TranslationRecord { sections: sections.collect(), ..record.clone() })
}

/// The sections of a narrative, in order. One is known by the id that an editor gave its heading, so that others
/// may come and go before it; else by its number, 0 being what stands before the first heading.
fn sections(narrative: &Narrative, lang: Lang) -> Vec<Section<'_>> {
    let text: &str = &narrative.text;
    let mut headings: Vec<(Range<usize>, Option<String>)> = Vec::new();
    markdown::walk(text, lang, |piece, range| {
        if let Piece::Event(Event::Start(Tag::Heading { level, id, .. })) = piece
            && level <= HeadingLevel::H2
        {
            headings.push((range, id.map(|id| id.to_string())));
        }
    });
    let starts = headings.iter().map(|(heading, _)| heading.start).chain([text.len()]);
    let ends: Vec<usize> = starts.collect();
    let lead = Section { key: "0".into(), title: "", heading: 0..0, text: &text[..ends[0]] };
    let lead = (!lead.text.trim().is_empty()).then_some(lead);
    let under = headings.into_iter().enumerate().map(|(at, (heading, id))| {
        let written = text[heading.clone()].trim_end();
        Section {
            key: id.unwrap_or_else(|| (at + 1).to_string()),
            title: title(written),
            heading: heading.start..heading.start + written.len(),
            text: &text[heading.start..ends[at + 1]],
        }
    });
    lead.into_iter().chain(under).collect()
}

/// A heading as it was written, without its marks and its id.
fn title(heading: &str) -> &str {
    let line = heading.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
    line.split(" {#").next().unwrap_or_default()
}

fn finding(drifted: &Drifted, record: &TranslationRecord, bulletin: &str) -> Diagnostic {
    let (title, day) = (&drifted.title, record.recorded);
    let message = match drifted.change {
        Change::Changed => Text::new(
            format!("{day}核对译文之后，这一节的原文又有改动"),
            format!("the original of this section has changed since the translation was confirmed on {day}"),
        ),
        Change::Added => Text::new(
            format!("{day}核对译文之后，原文新增了“{title}”一节"),
            format!(
                "the original has the section “{title}”, which it had not when the translation was confirmed on {day}"
            ),
        ),
        Change::Shortened => Text::new(
            format!("{day}核对之后原文未改，这一节的译文却少了句子"),
            format!(
                "the translation of this section has lost sentences since it was confirmed on {day}, and the original has not changed"
            ),
        ),
        Change::Removed => Text::new(
            format!("{day}核对译文之后，原文删去了这一节"),
            format!("the original has dropped this section since the translation was confirmed on {day}"),
        ),
    };
    let help = Text::new(
        format!("对照原文修改译文；改好后或译文无须改动的，运行 gongbao parity --record {bulletin} 确认"),
        format!(
            "bring the translation up to it; then, or if it is right as it is, confirm it with `gongbao parity --record {bulletin}`"
        ),
    );
    let found = Diagnostic::new(Code::Drift, drifted.at, message, help);
    match drifted.original {
        Some(original) => found.with_related(original, Text::new("原文在这里", "the original is here")),
        None => found,
    }
}
