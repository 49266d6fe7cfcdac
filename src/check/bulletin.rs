//! What a bulletin needs: a headline (B1) and both languages (L1).

use crate::content::{Bulletin, Content, Narrative};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location};
use crate::lang::{Both, Lang, Text};

/// How many headline figures a bulletin wants, if it has so many figures.
const FEWEST: usize = 2;
const MOST: usize = 6;

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    for bulletin in &content.bulletins {
        let folder = format!("bulletins/{}", bulletin.key());
        translations(&folder, &bulletin.narratives, content, found);
        // Figures that could not be read would make this wrong.
        if !content.unread.has_file(&format!("{folder}/metrics.toml")) {
            headline(bulletin, found);
        }
    }
    for page in &content.pages {
        translations(&format!("pages/{}", page.id.value), &page.narratives, content, found);
    }
}

fn translations(
    folder: &str,
    narratives: &Both<Option<Narrative>>,
    content: &Content,
    found: &mut Diagnostics,
) {
    for lang in Lang::BOTH {
        let path = format!("{folder}/{}.md", lang.code());
        let other_exists = narratives.get(lang.other()).is_some();
        if narratives.get(lang).is_none() && other_exists && !content.unread.has_file(&path) {
            let help = Text::new(
                format!("翻译成{}.md；在此之前，读者会看到另一种文字的正文和说明", lang.code()),
                format!(
                    "translate it into {}.md; until then readers get the other language, and are told so",
                    lang.code()
                ),
            );
            let message = match lang {
                Lang::Zh => Text::new("缺少中文正文", "the Chinese narrative is missing"),
                Lang::En => Text::new("缺少英文正文", "the English narrative is missing"),
            };
            found.push(Diagnostic::new(Code::NoTranslation, Location::Path(path), message, help));
        }
    }
}

fn headline(bulletin: &Bulletin, found: &mut Diagnostics) {
    let given = bulletin.headline.len();
    if (FEWEST.min(bulletin.figures.len())..=MOST).contains(&given) {
        return;
    }
    let at = bulletin.headline.first().zip(bulletin.headline.last());
    let at = at.map_or(bulletin.title.span, |(first, last)| crate::diagnostic::Span {
        end: last.span.end,
        ..first.span
    });
    found.push(Diagnostic::new(
        Code::HeadlineCount,
        at,
        Text::new(
            format!("头条指标有{given}项，应为二至六项"),
            format!("headline figures: {given}, instead of two to six"),
        ),
        Text::new(
            "在 headline 中选二至六项最重要的指标",
            "let `headline` name the two to six figures that matter most",
        ),
    ));
}
