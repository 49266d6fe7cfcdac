//! Finding directives in the text, before Markdown reads it: their ids hold `_` and tables hold `|`.

use std::ops::Range;

use super::cjk::PLACEHOLDER;
use super::code;
use super::directive::{self, Directive};
use super::report::Problem;
use super::rewrite::Rewritten;
use crate::lang::Text;

/// A directive, or something that was meant to be one.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) span: Range<usize>,
    pub(super) outcome: Result<Directive, Problem>,
}

/// Everything in double braces outside code, in order; `\{{` is no directive.
pub(super) fn find(text: &str) -> Vec<Found> {
    let Some(mut at) = next_braces(text, 0) else { return Vec::new() };
    // Directives are long to move and come in dozens.
    let mut found = Vec::with_capacity(32);
    let code = if code::may_hold(text) { code::ranges(text) } else { Vec::new() };
    let mut is_open = false;
    loop {
        let before = code.partition_point(|range| range.end <= at);
        let next = match code.get(before).filter(|range| range.start <= at) {
            Some(code) => code.end,
            None if is_escaped(text, at) => end_of_escaped(text, at),
            None => {
                let braces = read(text, at);
                let end = braces.span.end;
                // What closes nothing on its line may belong to what was left open on a line before.
                let is_closing = text[at..].starts_with(['}', '｝']);
                if !(is_closing && is_open) {
                    found.push(braces);
                }
                is_open = !is_closing && end == at + opening(text, at).len();
                end
            }
        };
        match next_braces(text, next) {
            Some(braces) => at = braces,
            None => return found,
        }
    }
}

/// The text with a placeholder for each directive.
pub(super) fn mask<'a>(text: &'a str, found: &[Found]) -> Rewritten<'a> {
    Rewritten::new(text, found.iter().map(|found| found.span.clone()), &PLACEHOLDER.to_string())
}

fn next_braces(text: &str, from: usize) -> Option<usize> {
    const BRACES: [&[u8]; 4] = [b"{{", b"}}", "｛｛".as_bytes(), "｝｝".as_bytes()];
    // Both braces of full width begin with the same byte.
    let full_width = BRACES[2][0];
    let rest = &text.as_bytes()[from..];
    let starts_braces = |&at: &usize| BRACES.iter().any(|braces| rest[at..].starts_with(braces));
    memchr::memchr3_iter(b'{', b'}', full_width, rest).find(starts_braces).map(|at| from + at)
}

/// Whether the brace at `at` is escaped; Markdown escapes ASCII alone.
fn is_escaped(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes[at], b'{' | b'}')
        && bytes[..at].iter().rev().take_while(|&&byte| byte == b'\\').count() % 2 == 1
}

/// The end of escaped braces, with those that close them and whatever stands between.
fn end_of_escaped(text: &str, at: usize) -> usize {
    let inside = at + "{{".len();
    let is_closing = text[at..].starts_with('}');
    match closing(&text[inside..]).filter(|_| !is_closing) {
        Some((length, braces)) => inside + length + braces.len(),
        None => inside,
    }
}

fn opening(text: &str, at: usize) -> &'static str {
    if text[at..].starts_with('{') { "{{" } else { "｛｛" }
}

/// Reads the directive whose braces open at `start`. It ends on the same line.
fn read(text: &str, start: usize) -> Found {
    for braces in ["}}", "｝｝"] {
        if text[start..].starts_with(braces) {
            return Found { span: start..start + braces.len(), outcome: Err(unopened()) };
        }
    }
    let opening = opening(text, start);
    let inside = start + opening.len();
    let Some((length, closing)) = closing(&text[inside..]) else {
        return Found { span: start..inside, outcome: Err(unclosed()) };
    };
    let span = start..inside + length + closing.len();
    let outcome = if (opening, closing) == ("{{", "}}") {
        directive::parse(&text[inside..inside + length]).map(|kind| Directive { kind, span: span.clone() })
    } else {
        Err(full_width())
    };
    Found { span, outcome }
}

/// The braces that close a directive, before the line ends or another one begins.
fn closing(text: &str) -> Option<(usize, &'static str)> {
    for (at, c) in text.char_indices() {
        let is = |braces| text[at..].starts_with(braces);
        match c {
            '}' if is("}}") => return Some((at, "}}")),
            '｝' if is("｝｝") => return Some((at, "｝｝")),
            '\n' => return None,
            '{' if is("{{") => return None,
            '｛' if is("｛｛") => return None,
            _ => {}
        }
    }
    None
}

fn unclosed() -> Problem {
    Problem {
        message: Text::new("指令的花括号没有在本行闭合", "a directive's braces are not closed on their line"),
        help: Text::new(
            r"在指令末尾加 }}；要印出花括号本身，写作 \{{",
            r"end the directive with }}; to print the braces themselves write \{{",
        ),
    }
}

fn unopened() -> Problem {
    Problem {
        message: Text::new(
            "花括号闭合了，却没有打开",
            "braces are closed that were not opened on their line",
        ),
        help: Text::new(
            r"在指令开头加 {{；要印出花括号本身，写作 \}}",
            r"begin the directive with {{; to print the braces themselves write \}}",
        ),
    }
}

fn full_width() -> Problem {
    Problem {
        message: Text::new("指令用了全角花括号", "a directive stands in full-width braces"),
        help: Text::new("改用半角花括号：{{ … }}", "use half-width braces: {{ … }}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each finding's source, with `!` before those that are mistakes.
    fn found(text: &str) -> Vec<String> {
        let mark = |found: &Found| if found.outcome.is_ok() { "" } else { "!" };
        find(text).iter().map(|found| format!("{}{}", mark(found), &text[found.span.clone()])).collect()
    }

    #[test]
    fn directives_are_found_with_their_places() {
        let cases: [(&str, &[&str]); 22] = [
            ("签约{{ a_b }}，{{ c.yoy }}。", &["{{ a_b }}", "{{ c.yoy }}"]),
            ("{{a}}{{b}}", &["{{a}}", "{{b}}"]),
            ("| {{ a }} | {{ b }} |", &["{{ a }}", "{{ b }}"]),
            ("`{{ a }}` {{ b }}", &["{{ b }}"]),
            ("```\n{{ a }}\n```\n\n    {{ b }}\n\n{{ c }}", &["{{ c }}"]),
            (r"\{{ a }} {{ b }}", &["{{ b }}"]),
            (r"\\{{ a }}", &["{{ a }}"]),
            ("{ a } {b}", &[]),
            ("{{ a", &["!{{"]),
            ("{{ a\n}}", &["!{{"]),
            ("{{ a {{ b }}", &["!{{", "{{ b }}"]),
            ("{{ }}", &["!{{ }}"]),
            (r"\｛｛", &["!｛｛"]),
            ("｛｛ a ｝｝", &["!｛｛ a ｝｝"]),
            ("{{ a ｝｝，｛｛ b }}", &["!{{ a ｝｝", "!｛｛ b }}"]),
            ("{ a }}", &["!}}"]),
            ("a }} b ｝｝ {{ c }}", &["!}}", "!｝｝", "{{ c }}"]),
            ("{{ a\n}} }}", &["!{{", "!}}"]),
            (r"\{{ a }} }}", &["!}}"]),
            (r"\{{ a {{ b }}", &["{{ b }}"]),
            (r"\}} {{ b }}", &["{{ b }}"]),
            ("`}}` ```\n}}", &["!}}"]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_mask_keeps_places() {
        let text = "甲{{ a_b }}，{{ c }}。";
        let masked = mask(text, &find(text));
        assert_eq!(masked.text, "甲\u{E000}，\u{E000}。");
        let comma = masked.text.find('，').unwrap();
        assert_eq!(&text[masked.before(&(comma..masked.text.len()))], "，{{ c }}。");
    }
}
