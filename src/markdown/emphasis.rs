//! Emphasis in Chinese.
//!
//! CommonMark decides by the neighbours of a delimiter whether it may open or close emphasis, and takes Han
//! characters for letters: in `**重点：**正文` the second `**` stands between punctuation and a letter and may
//! not close. Here an empty HTML comment, which counts as punctuation, is put at the outer side of every such
//! delimiter that touches Chinese; after parsing exactly those comments are dropped again.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::MARKDOWN;
use super::cjk::{ends_chinese, is_chinese, is_closing, is_opening, is_punctuation, starts_chinese};
use super::code;
use super::rewrite::{Edit, Rewritten};

const COMMENT: &str = "<!---->";

/// The text with comments where delimiters need them; borrowed where none does.
pub(super) fn mend(text: &str) -> Rewritten<'_> {
    Rewritten::new(text, mends(text).into_iter().map(|mend| mend.at..mend.at), COMMENT)
}

/// Where a comment is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Mend {
    at: usize,
    /// The byte of the delimiter that it stands beside.
    delimiter: usize,
}

fn mends(text: &str) -> Vec<Mend> {
    let mut scan = Scan { text, mends: Vec::new(), doubtful: false };
    let mut start = 0;
    while let Some(delimiter) = next_delimiter(text, start) {
        let paragraph = text[start..delimiter].rfind("\n\n").map_or(start, |end| start + end + 2);
        start = scan.paragraph(paragraph);
    }
    let Scan { mends, doubtful, .. } = scan;
    if mends.is_empty() || !(doubtful || code::may_hold(text) || text.contains('<')) {
        return mends;
    }
    alive(text, mends)
}

fn next_delimiter(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let star = rest.find('*');
    let tilde = rest[..star.unwrap_or(rest.len())].find('~');
    tilde.or(star).map(|at| from + at)
}

struct Scan<'a> {
    text: &'a str,
    mends: Vec<Mend>,
    /// Whether a mend stands in a paragraph with brackets or braces, where a star may belong to an address.
    doubtful: bool,
}

impl Scan<'_> {
    /// Looks for mends from `start` up to the next empty line, and returns where to go on.
    ///
    /// A paragraph whose delimiters pair off in order as they stand is left alone: mended, they would pair off
    /// the same way.
    fn paragraph(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let kept = self.mends.len();
        let (mut stars, mut tildes) = (Pairing::default(), Pairing::default());
        let mut brackets = false;
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'*' | b'~' => {
                    let run = Run::at(self.text, at);
                    at = run.range.end;
                    let pairing = if byte == b'*' { &mut stars } else { &mut tildes };
                    pairing.meet(&run);
                    self.mends.extend(run.mend(self.text));
                    continue;
                }
                b'\\' => at += usize::from(bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation)),
                b'[' | b'{' => brackets = true,
                b'\n' if ends_paragraph(&bytes[at + 1..]) => break,
                _ => {}
            }
            at += 1;
        }
        if stars.in_order() && tildes.in_order() {
            self.mends.truncate(kept);
        }
        self.doubtful |= brackets && self.mends.len() > kept;
        at + 1
    }
}

/// Whether an empty line comes next.
fn ends_paragraph(rest: &[u8]) -> bool {
    rest.iter().find(|&&byte| !matches!(byte, b' ' | b'\t' | b'\r')).is_none_or(|&byte| byte == b'\n')
}

/// A run of equal delimiters and its neighbours.
struct Run {
    range: Range<usize>,
    before: Option<char>,
    after: Option<char>,
}

impl Run {
    fn at(text: &str, start: usize) -> Self {
        let byte = text.as_bytes()[start];
        let length = text.as_bytes()[start..].iter().take_while(|&&other| other == byte).count();
        let range = start..start + length;
        let (before, after) = (text[..start].chars().next_back(), text[range.end..].chars().next());
        Run { range, before, after }
    }

    /// Whether CommonMark lets it open emphasis.
    fn opens(&self) -> bool {
        let free = |before: char| before.is_whitespace() || is_punctuation(before);
        self.after.is_some_and(|after| {
            !after.is_whitespace() && (!is_punctuation(after) || self.before.is_none_or(free))
        })
    }

    /// Whether CommonMark lets it close emphasis.
    fn closes(&self) -> bool {
        let free = |after: char| after.is_whitespace() || is_punctuation(after);
        self.before.is_some_and(|before| {
            !before.is_whitespace() && (!is_punctuation(before) || self.after.is_none_or(free))
        })
    }

    /// The comment that it needs to open or close as Chinese means it.
    fn mend(&self, text: &str) -> Option<Mend> {
        let Range { start, end } = self.range;
        let is_tilde = text.as_bytes()[start] == b'~';
        let (before, after) = (self.before?, self.after?);
        if before.is_whitespace() || after.is_whitespace() || (is_tilde && self.range.len() != 2) {
            return None;
        }
        match (is_punctuation(before), is_punctuation(after)) {
            (true, false) if !is_opening(before) => {
                let touches = is_chinese(after) || ends_chinese(&text[..start]);
                touches.then_some(Mend { at: end, delimiter: end - 1 })
            }
            (false, true) if !is_closing(after) => {
                let touches = is_chinese(before) || starts_chinese(&text[end..]);
                touches.then_some(Mend { at: start, delimiter: start })
            }
            _ => None,
        }
    }
}

/// Follows whether the runs of one character open and close in turn without help.
#[derive(Default)]
struct Pairing {
    open: Option<usize>,
    broken: bool,
}

impl Pairing {
    fn meet(&mut self, run: &Run) {
        let length = run.range.len();
        match self.open.take() {
            None if run.opens() => self.open = Some(length),
            Some(open) if open == length && run.closes() => {}
            _ => self.broken = true,
        }
    }

    fn in_order(&self) -> bool {
        !self.broken && self.open.is_none()
    }
}

/// Keeps the mends whose delimiter is one to the parser too: not in code, in HTML or in an address.
fn alive(text: &str, mends: Vec<Mend>) -> Vec<Mend> {
    let mut alive = vec![false; mends.len()];
    let mut mark = |range: Range<usize>| {
        let first = mends.partition_point(|mend| mend.delimiter < range.start);
        let last = mends.partition_point(|mend| mend.delimiter < range.end);
        alive[first..last].fill(true);
    };
    let mut in_code = code::InBlock::default();
    for (event, range) in Parser::new_ext(text, MARKDOWN).into_offset_iter() {
        let in_code = in_code.after(&event);
        let width = match event {
            Event::Text(_) if !in_code => range.len(),
            Event::Start(Tag::Emphasis) => 1,
            Event::Start(Tag::Strong) => 2,
            Event::Start(Tag::Strikethrough) => 1 + usize::from(text[range.clone()].starts_with("~~")),
            _ => continue,
        };
        mark(range.start..range.start + width);
        mark(range.end - width..range.end);
    }
    mends.into_iter().zip(alive).filter_map(|(mend, alive)| alive.then_some(mend)).collect()
}

/// Drops the comments that [`mend`] put in, and says where things stood before.
pub(super) struct Mended<'a, I> {
    events: I,
    original: &'a str,
    rewritten: &'a Rewritten<'a>,
    comments: std::iter::Peekable<std::slice::Iter<'a, Edit>>,
}

impl<'a, I> Mended<'a, I> {
    /// Undoes `rewritten`, which was made of `original`, in the events of its text.
    pub(super) fn new(events: I, original: &'a str, rewritten: &'a Rewritten<'a>) -> Self {
        Mended { events, original, rewritten, comments: rewritten.edits.iter().peekable() }
    }

    /// The next comment, if it stands within a range.
    fn comment_in(&mut self, range: &Range<usize>) -> Option<&'a Edit> {
        while self.comments.next_if(|comment| comment.now.end <= range.start).is_some() {}
        self.comments.peek().copied().filter(|comment| comment.now.end <= range.end)
    }
}

impl<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> Iterator for Mended<'a, I> {
    type Item = (Event<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (event, range) = self.events.next()?;
            let before = self.rewritten.before(&range);
            match &event {
                Event::InlineHtml(_)
                    if self.comment_in(&range).is_some_and(|comment| comment.now == range) => {}
                // The parser leaves some text as it is, such as a heading with a carriage return in it.
                Event::Text(_) if self.comment_in(&range).is_some() => {
                    return Some((Event::Text(self.original[before.clone()].into()), before));
                }
                _ => return Some((event, before)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        let mended = mend(text);
        let events = Parser::new_ext(&mended.text, MARKDOWN).into_offset_iter();
        let mut html = String::new();
        pulldown_cmark::html::push_html(
            &mut html,
            Mended::new(events, text, &mended).map(|(event, _)| event),
        );
        html.trim_end().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
    }

    #[test]
    fn chinese_emphasis_is_mended() {
        let cases = [
            ("**重点：**招商引资", "<strong>重点：</strong>招商引资"),
            ("**“两位数”**增长", "<strong>“两位数”</strong>增长"),
            ("增长**“两位数”**以上", "增长<strong>“两位数”</strong>以上"),
            ("这是**我想做的事。**所以", "这是<strong>我想做的事。</strong>所以"),
            ("~~删除。~~后", "<del>删除。</del>后"),
            ("*强调。*后", "<em>强调。</em>后"),
            ("**重点。**GDP", "<strong>重点。</strong>GDP"),
            ("GDP**（现价）**", "GDP<strong>（现价）</strong>"),
            ("**“重点”**GDP", "<strong>“重点”</strong>GDP"),
            ("增长**5%**，", "增长<strong>5%</strong>，"),
            ("增长**5%**以上", "增长<strong>5%</strong>以上"),
            ("同比**+5%**，", "同比<strong>+5%</strong>，"),
            (
                "**\u{E000}**，增长**\u{E000}**以上",
                "<strong>\u{E000}</strong>，增长<strong>\u{E000}</strong>以上",
            ),
            ("**\u{E000}。**\u{E000}", "<strong>\u{E000}。</strong>\u{E000}"),
            ("**甲：**乙**丙**", "<strong>甲：</strong>乙<strong>丙</strong>"),
            ("**甲：**乙**丙。**丁", "<strong>甲：</strong>乙<strong>丙。</strong>丁"),
            ("**甲，*乙。*丙：**丁", "<strong>甲，<em>乙。</em>丙：</strong>丁"),
            ("***甲。***乙", "<em><strong>甲。</strong></em>乙"),
            ("**甲：**~~乙。~~丙", "<strong>甲：</strong><del>乙。</del>丙"),
            ("[**甲：**乙](x)", "<a href=\"x\"><strong>甲：</strong>乙</a>"),
            ("`x` **甲：**乙", "<code>x</code> <strong>甲：</strong>乙"),
        ];
        for (text, expected) in cases {
            assert_eq!(html(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_emphasis_stays() {
        let cases = [
            (r"\*\*重点：\*\*正文", "**重点：**正文"),
            ("`**重点：**正文`", "<code>**重点：**正文</code>"),
            ("2**3", "2**3"),
            ("**重点：正文", "**重点：正文"),
            ("重点：**正文", "重点：**正文"),
            ("[甲](x。**乙)", "<a href=\"x%E3%80%82**%E4%B9%99\">甲</a>"),
            ("总投资*，其中；工业投资*。", "总投资*，其中；工业投资*。"),
            ("1~2月，3~4月", "1~2月，3~4月"),
            ("# 甲\r**乙：**丙", "<h1>甲\r**乙：**丙</h1>"),
            ("甲<!---->乙 **丙：**丁", "甲<!---->乙 <strong>丙：</strong>丁"),
        ];
        for (text, expected) in cases {
            assert_eq!(html(text), expected, "{text}");
        }
        assert_eq!(
            html("```\n**甲：**乙\n\n**丙：**丁\n```"),
            "<pre><code>**甲：**乙\n\n**丙：**丁\n</code></pre>"
        );
    }

    #[test]
    fn nothing_is_rewritten_without_need() {
        for text in
            ["，**重点**，**要点**。", "- **甲**：乙\n- **丙**：丁", "plain **text**, (*more*)", "2**3"]
        {
            assert!(mend(text).edits.is_empty(), "{text}");
        }
        assert_eq!(mend("，**甲**。\n\n**乙：**丙").edits.len(), 1, "a paragraph at a time");
    }

    #[test]
    fn offsets_are_those_of_the_source() {
        let text = "**重点：**正文，*强调。*后";
        let mended = mend(text);
        let events = Parser::new_ext(&mended.text, MARKDOWN).into_offset_iter();
        let texts: Vec<_> = Mended::new(events, text, &mended)
            .filter_map(|(event, range)| match event {
                Event::Text(found) => Some((found.to_string(), text[range].to_owned())),
                _ => None,
            })
            .collect();
        assert!(texts.len() >= 4);
        for (event, slice) in texts {
            assert_eq!(event, slice);
        }
    }
}
