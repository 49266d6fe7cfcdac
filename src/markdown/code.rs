//! Where a text holds code, in which nothing but Markdown itself may look.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::MARKDOWN;

/// Whether a text may hold code at all: without a backtick, a fence or an indent there can be none, and the
/// parser need not be asked.
pub(super) fn may_hold(text: &str) -> bool {
    text.contains('`')
        || text.contains('\t')
        || text.contains("    ")
        || (text.contains('~') && text.contains("~~~"))
}

/// The code spans and code blocks of a text, in order.
pub(super) fn ranges(text: &str) -> Vec<Range<usize>> {
    let is_code = |event: &Event<'_>| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_)));
    let events = Parser::new_ext(text, MARKDOWN).into_offset_iter();
    events.filter(|(event, _)| is_code(event)).map(|(_, range)| range).collect()
}

/// Follows a stream of events into code blocks and out again.
#[derive(Default, Debug)]
pub(super) struct InBlock(bool);

impl InBlock {
    /// Takes note of an event; true within a code block.
    pub(super) fn after(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(Tag::CodeBlock(_)) => self.0 = true,
            Event::End(TagEnd::CodeBlock) => self.0 = false,
            _ => {}
        }
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_found_where_it_is() {
        let cases: [(&str, &[&str]); 5] = [
            ("甲`乙`丙", &["`乙`"]),
            ("甲``乙`丙", &[]),
            ("```\n甲\n\n乙\n```\n丙", &["```\n甲\n\n乙\n```"]),
            ("甲\n\n    乙\n", &["乙\n"]),
            ("- 甲\n\n    乙\n", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<_> = ranges(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
            assert!(may_hold(text), "{text}");
        }
        assert!(!may_hold("甲 **乙** ~~丙~~\n\n| 丁 | 戊 |\n"));
    }
}
