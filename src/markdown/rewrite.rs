//! A text with some of its ranges rewritten, and the way back to where things stood before.

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;

/// A text made from another one.
#[derive(Debug)]
pub(super) struct Rewritten<'a> {
    /// What it reads now.
    pub(super) text: Cow<'a, str>,
    /// What was rewritten, in order.
    pub(super) edits: Vec<Edit>,
    /// How many edits the last offset had passed: offsets are asked for nearly in order.
    passed: Cell<usize>,
}

/// One rewritten range: where it stands now and where it stood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Edit {
    /// In the rewritten text.
    pub(super) now: Range<usize>,
    /// In the text that was rewritten.
    pub(super) was: Range<usize>,
}

impl<'a> Rewritten<'a> {
    /// Puts `with` in the place of every range; the ranges come in order and do not overlap.
    pub(super) fn new(text: &'a str, ranges: impl Iterator<Item = Range<usize>>, with: &str) -> Self {
        let mut rewritten = String::new();
        let mut edits: Vec<Edit> = Vec::new();
        let mut copied = 0;
        for was in ranges {
            rewritten.push_str(&text[copied..was.start]);
            let start = rewritten.len();
            rewritten.push_str(with);
            copied = was.end;
            edits.push(Edit { now: start..rewritten.len(), was });
        }
        if edits.is_empty() {
            return Rewritten { text: Cow::Borrowed(text), edits, passed: Cell::new(0) };
        }
        rewritten.push_str(&text[copied..]);
        Rewritten { text: Cow::Owned(rewritten), edits, passed: Cell::new(0) }
    }

    /// Where a range stood before. What cuts into a rewritten range takes in the whole of it.
    pub(super) fn before(&self, range: &Range<usize>) -> Range<usize> {
        if self.edits.is_empty() {
            return range.clone();
        }
        self.offset(range.start, false)..self.offset(range.end, true)
    }

    fn offset(&self, now: usize, is_end: bool) -> usize {
        let passed = self.passed(now);
        if let Some(edit) = self.edits.get(passed).filter(|edit| edit.now.start < now) {
            return if is_end { edit.was.end } else { edit.was.start };
        }
        match passed.checked_sub(1) {
            Some(last) => self.edits[last].was.end + (now - self.edits[last].now.end),
            None => now,
        }
    }

    /// How many edits end before an offset or at it.
    fn passed(&self, now: usize) -> usize {
        let edits = &self.edits;
        let fits = |passed: &usize| {
            edits[..*passed].last().is_none_or(|edit| edit.now.end <= now)
                && edits.get(*passed).is_none_or(|edit| edit.now.end > now)
        };
        let last = self.passed.get();
        let near = [last, (last + 1).min(edits.len())].into_iter().find(fits);
        let passed = near.unwrap_or_else(|| edits.partition_point(|edit| edit.now.end <= now));
        self.passed.set(passed);
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_rewritten_is_borrowed() {
        let same = Rewritten::new("abc", std::iter::empty(), "x");
        assert!(matches!(same.text, Cow::Borrowed("abc")));
        assert_eq!(same.before(&(1..2)), 1..2);
    }

    #[test]
    fn ranges_find_their_way_back() {
        let text = "ab{{x}}cd{{yy}}e";
        let rewritten = Rewritten::new(text, [2..7, 9..15].into_iter(), "##");
        assert_eq!(rewritten.text, "ab##cd##e");
        for (now, was) in [("ab", "ab"), ("##cd", "{{x}}cd"), ("cd##", "cd{{yy}}"), ("e", "e")] {
            let start = rewritten.text.find(now).unwrap();
            assert_eq!(&text[rewritten.before(&(start..start + now.len()))], was);
        }
        assert_eq!(&text[rewritten.before(&(1..3))], "b{{x}}", "an end inside takes in the whole");
        assert_eq!(&text[rewritten.before(&(3..5))], "{{x}}c", "so does a start");
    }

    #[test]
    fn insertions_have_no_width_before() {
        let rewritten = Rewritten::new("abc", std::iter::once(1..1), "--");
        assert_eq!(rewritten.text, "a--bc");
        assert_eq!(rewritten.before(&(0..1)), 0..1);
        assert_eq!(rewritten.before(&(1..3)), 1..1);
        assert_eq!(rewritten.before(&(3..5)), 1..3);
    }
}
