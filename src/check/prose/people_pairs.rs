//! E1: both languages name the same people.

use super::lexicon::is_han;
use super::people::slip;
use super::{Case, Draft, Read};
use crate::content::Person;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{Lang, Text};
use crate::markdown::DirectiveKind;

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    let (Some(zh), Some(en)) = (&case.drafts.zh, &case.drafts.en) else { return };
    let last = |draft: &Draft<'_>| draft.passages.last().map_or(0, |read| read.passage.section);
    let by_section = last(zh) == last(en);
    for section in 0..=if by_section { last(zh) } else { 0 } {
        let named = |draft| named_in(case, draft, by_section.then_some(section));
        let (in_zh, in_en) = (named(zh), named(en));
        let only = |these: &[(Option<Span>, usize)], those: &[(Option<Span>, usize)]| {
            these.iter().find(|(_, at)| !those.iter().any(|(_, other)| other == at)).copied()
        };
        // A person whose Chinese name is not known cannot be looked for there.
        let people = &case.knowledge.people;
        let is_known =
            |at: usize| Lang::BOTH.iter().all(|&lang| people.everybody[at].name.known_in(lang).is_some());
        let only_in_en = only(&in_en, &in_zh);
        if let Some((_, at)) = only_in_en {
            found.push_all(slip_of(case, zh, by_section.then_some(section), at));
        }
        if let (Some((zh_span, in_zh)), Some((Some(en_span), in_en))) = (only(&in_zh, &in_en), only_in_en)
            && is_known(in_zh)
            && is_known(in_en)
        {
            let finding = another(people.everybody[in_zh], people.everybody[in_en], en_span);
            found.push(match zh_span {
                Some(span) => finding.with_related(span, Text::new("中文", "the Chinese")),
                None => finding,
            });
        }
    }
}

/// Somebody whom only the English of a section names: in the Chinese stands a name with one other character, which
/// nothing but the English tells from that of somebody else.
fn slip_of(case: &Case<'_>, zh: &Draft<'_>, section: Option<usize>, at: usize) -> Option<Diagnostic> {
    let people = &case.knowledge.people;
    let (name, _) = people.chinese.iter().find(|(name, person)| *person == at && name.len() > 2)?;
    let passages = zh.passages.iter().filter(|read| section.is_none_or(|at| at == read.passage.section));
    passages.into_iter().find_map(|read| {
        let characters: Vec<(usize, char)> = read.passage.text.char_indices().collect();
        let is_near = |said: &&[(usize, char)]| {
            let wrong = name.iter().zip(*said).filter(|(right, (_, said))| *right != said);
            wrong.count() == 1 && said.iter().all(|(_, c)| is_han(*c))
        };
        let said = characters.windows(name.len()).find(is_near)?;
        let end = said.last().map(|(at, c)| at + c.len_utf8())?;
        Some(slip(people, zh, read, &(said.first()?.0..end), at))
    })
}

/// Who is named in a section, by hand or by a directive.
fn named_in(case: &Case<'_>, draft: &Draft<'_>, section: Option<usize>) -> Vec<(Option<Span>, usize)> {
    let people = &case.knowledge.people;
    let mut named = Vec::new();
    let in_section = |read: &&Read| section.is_none_or(|section| section == read.passage.section);
    for read in draft.passages.iter().filter(in_section) {
        let by_hand = people.find(&read.passage.text, draft.lang).into_iter();
        named.extend(by_hand.map(|(range, at)| (Some(draft.span(&read.passage, &range)), at)));
        for (_, directive) in &read.passage.directives {
            if let DirectiveKind::Person { id } = &directive.kind {
                let at = people.everybody.iter().position(|person| person.id.value == *id);
                named.extend(at.map(|at| (None, at)));
            }
        }
    }
    named
}

fn another(in_zh: &Person, in_en: &Person, span: Span) -> Diagnostic {
    let name = |person: &Person, lang| person.name.known_in(lang).unwrap_or_default().to_owned();
    Diagnostic::new(
        Code::PersonName,
        span,
        Text::new(
            format!("中文说的是{}，英文却是{}", name(in_zh, Lang::Zh), name(in_en, Lang::En)),
            format!("the Chinese names {}, the English {}", name(in_zh, Lang::En), name(in_en, Lang::En)),
        ),
        Text::new("核对是谁，改正写错的一方", "check who is meant and mend the language that is wrong"),
    )
}
