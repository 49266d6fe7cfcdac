//! Shards: the terms of an edition, spread over files of some kilobytes, so that a query loads few of them.
//!
//! A shard is one string of ASCII and terms. Terms stand in order and are parted by spaces:
//!
//! ```text
//! term  = how many characters it shares with the term before (one digit), the rest of it, "|", pages
//! pages = for each page in order: a mark for its rank ("" text, "!" point, "*" title, "~" name), the gap to the page
//!         before; after a run, "." and how many more pages follow without a gap and with the same rank
//! gap   = how many pages lie between, five bits a character, lowest first; the sixth bit says that more follow
//! ```

use std::borrow::Borrow;

use rustc_hash::FxHashMap;

use super::entry::{Entry, Rank};

/// Six bits as a character that needs no escape in a script.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Pages a shard, which makes files of some ten kilobytes: a query loads a few of them, a build writes a few hundred.
const PAGES: usize = 40;

/// How many shards an index of so many pages has.
pub fn count_for(pages: usize) -> usize {
    pages.div_ceil(PAGES).next_power_of_two().min(1 << 12)
}

/// One shard of an edition whose entries are given in the order of their numbers.
pub(super) fn write<E: Borrow<Entry>>(entries: &[E], shard: usize) -> String {
    let mut terms: FxHashMap<&str, Postings> = FxHashMap::default();
    for (number, entry) in entries.iter().enumerate() {
        for (term, rank) in entry.borrow().terms_of(shard) {
            terms.entry(term).or_default().add(number, rank);
        }
    }
    let mut terms: Vec<(&str, Postings)> = terms.into_iter().collect();
    terms.sort_unstable_by_key(|&(term, _)| term);
    let mut text = String::new();
    let mut last = "";
    for (term, postings) in terms {
        if !text.is_empty() {
            text.push(' ');
        }
        let shared = last.chars().zip(term.chars()).take(9).take_while(|(a, b)| a == b).count();
        text.extend(char::from_digit(u32::try_from(shared).unwrap_or_default(), 10));
        text.extend(term.chars().skip(shared));
        text.push('|');
        text.push_str(&postings.finish());
        last = term;
    }
    text
}

/// The pages of a term, as they are written.
#[derive(Default)]
struct Postings {
    text: String,
    /// The page before, its rank, and how many have followed it without a gap.
    last: Option<(usize, Rank)>,
    run: usize,
}

impl Postings {
    fn add(&mut self, number: usize, rank: Rank) {
        let gap = self.last.map_or(number, |(last, _)| number - last - 1);
        if gap == 0 && self.last.is_some_and(|(_, of)| of == rank) {
            self.run += 1;
        } else {
            self.end_run();
            self.text.push_str(mark(rank));
            push_number(gap, &mut self.text);
        }
        self.last = Some((number, rank));
    }

    fn end_run(&mut self) {
        if self.run > 0 {
            self.text.push('.');
            push_number(self.run, &mut self.text);
            self.run = 0;
        }
    }

    fn finish(mut self) -> String {
        self.end_run();
        self.text
    }
}

fn mark(rank: Rank) -> &'static str {
    match rank {
        Rank::Text => "",
        Rank::Point => "!",
        Rank::Title => "*",
        Rank::Name => "~",
    }
}

fn push_number(mut number: usize, text: &mut String) {
    loop {
        let more = if number > 31 { 32 } else { 0 };
        text.push(char::from(DIGITS[number & 31 | more]));
        number >>= 5;
        if more == 0 {
            return;
        }
    }
}

/// A number in so many base-64 characters, highest first; what does not fit is none, which is 0.
pub(super) fn fixed(number: usize, width: u32, text: &mut String) {
    let number = if number < 1 << (6 * width) { number } else { 0 };
    for place in (0..width).rev() {
        text.push(char::from(DIGITS[number >> (6 * place) & 63]));
    }
}
