//! A page taken apart.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::term;

/// A page as it is handed in for searching.
#[derive(Debug)]
pub struct Page {
    /// Its address from the folder of the edition: `bulletins/2022/huaihua-h1.html`.
    pub href: String,
    /// Its title.
    pub title: String,
    /// How much a hit in the title says.
    pub rank: Rank,
    /// What the page is called besides its title; a query that is just a name or the title finds it first.
    pub names: Vec<String>,
    /// Words that its editor wants it to be found by.
    pub keywords: String,
    /// The sentences that say the most.
    pub points: Vec<String>,
    /// Its text, a paragraph or a row of a table each.
    pub passages: Vec<String>,
    /// What kind of page it is, in words.
    pub kind: String,
    /// Its place, in words.
    pub place: Option<String>,
    /// Its period, in words.
    pub period: Option<String>,
    /// Whether it carries invented data.
    pub demonstration: bool,
}

/// How much it says that a term stands somewhere; the script counts them 1, 2, 4 and 8.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    /// In the text.
    Text,
    /// In a key point or among the keywords.
    Point,
    /// In the title.
    Title,
    /// In the title of a page that is about what it is called: a place, a project, an indicator.
    Name,
}

/// A page, ready to be put into shards.
#[derive(Debug)]
pub struct Entry {
    /// What the reader is shown of it.
    pub(super) page: Page,
    /// Every term once, one after the other.
    terms: String,
    /// Where each stands in `terms`, by shard.
    posts: Vec<Post>,
}

#[derive(Debug)]
struct Post {
    shard: u16,
    length: u16,
    start: u32,
    rank: Rank,
}

impl Post {
    fn range(&self) -> Range<usize> {
        let start = self.start as usize;
        start..start + usize::from(self.length)
    }
}

impl Entry {
    /// Takes a page apart for an index of so many shards, a power of two of at most 65,536.
    pub fn new(page: Page, shards: usize) -> Self {
        let title = std::iter::once((page.rank, &page.title));
        let points = page.points.iter().chain([&page.keywords]).map(|text| (Rank::Point, text));
        let texts = page.passages.iter().map(|text| (Rank::Text, text));
        let folded: Vec<(Rank, String)> =
            title.chain(points).chain(texts).map(|(rank, text)| (rank, term::fold(text))).collect();
        let mut ranks: FxHashMap<&str, Rank> = FxHashMap::default();
        for (rank, text) in &folded {
            term::visit(text, |term| {
                let best = ranks.entry(term).or_insert(*rank);
                *best = (*best).max(*rank);
            });
        }
        let names: Vec<String> =
            page.names.iter().chain([&page.title]).map(|name| term::name(&term::fold(name))).collect();
        ranks.extend(names.iter().map(|name| (name.as_str(), Rank::Name)));
        let (terms, posts) = sorted(ranks, shards);
        Entry { page, terms, posts }
    }

    /// The terms that belong into a shard, each with its rank, in no order that means anything.
    pub(super) fn terms_of(&self, shard: usize) -> impl Iterator<Item = (&str, Rank)> {
        let start = self.posts.partition_point(|post| usize::from(post.shard) < shard);
        let of_shard = self.posts[start..].iter().take_while(move |post| usize::from(post.shard) == shard);
        of_shard.map(|post| (&self.terms[post.range()], post.rank))
    }
}

fn sorted(ranks: FxHashMap<&str, Rank>, shards: usize) -> (String, Vec<Post>) {
    let mut found: Vec<(usize, &str, Rank)> = ranks
        .into_iter()
        // A term longer than any word is no term.
        .filter(|(term, _)| term.len() <= usize::from(u8::MAX))
        .map(|(term, rank)| (term::shard_of(term, shards), term, rank))
        .collect();
    found.sort_unstable_by_key(|&(shard, ..)| shard);
    let mut terms = String::with_capacity(found.iter().map(|(_, term, _)| term.len()).sum());
    let mut posts = Vec::with_capacity(found.len());
    for (shard, term, rank) in found {
        let at = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let small = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        posts.push(Post { shard: small(shard), length: small(term.len()), start: at(terms.len()), rank });
        terms.push_str(term);
    }
    (terms, posts)
}
