//! The search index of an edition: which pages it has, in which order, and the words of each.

use std::sync::OnceLock;

use super::frame::{Frame, Heard};
use super::lists::Lists;
use super::{PageKind, Route, SearchFile, Site, pages, part};
use crate::analysis::words;
use crate::content::{Content, Id};
use crate::diagnostic::Diagnostics;
use crate::lang::{Both, Lang};
use crate::search::{self, Catalogue, Entry, Facet, Group, Page, Rank};

/// The pages of an edition in the order of their numbers, and what they say.
///
/// A page keeps its number when a bulletin is added: bulletins come last, oldest first, and the files of pages are
/// numbered within their group. A higher number is a newer bulletin, which is what results are ordered by.
pub(super) struct Index {
    groups: [(&'static str, Vec<PageKind>); 7],
    /// Worked out when a file of the index is first asked for: it follows from the content alone.
    entries: Vec<OnceLock<Entry>>,
}

impl Index {
    pub(super) fn new(content: &Content, lists: &Lists) -> Self {
        use PageKind::{
            Bulletin, Bulletins, Column, Data, Indicator, Indicators, Place, Places, Plans, Project, Projects,
        };
        let all = |count: usize, kind: fn(usize) -> PageKind| (0..count).map(kind).collect::<Vec<_>>();
        let groups = [
            ("l", vec![Bulletins, Places, Indicators, Projects, Plans, Data]),
            ("c", all(content.site.columns.len(), Column)),
            ("s", all(content.pages.len(), PageKind::Standing)),
            ("i", all(content.registry.indicators.len(), Indicator)),
            ("p", all(content.registry.places.len(), Place)),
            ("r", all(content.projects.len(), Project)),
            ("b", lists.newest().iter().rev().map(|&at| Bulletin(at)).collect()),
        ];
        let count = groups.iter().map(|(_, kinds)| kinds.len()).sum();
        Index { groups, entries: std::iter::repeat_with(OnceLock::new).take(count).collect() }
    }

    fn kinds(&self) -> impl Iterator<Item = PageKind> + '_ {
        self.groups.iter().flat_map(|(_, kinds)| kinds.iter().copied())
    }

    fn shards(&self) -> usize {
        search::count_for(self.entries.len())
    }

    /// The letter of a page's group and its number there.
    fn place_of(&self, mut number: usize) -> (&'static str, usize) {
        for (letter, kinds) in &self.groups {
            if number < kinds.len() {
                return (letter, number);
            }
            number -= kinds.len();
        }
        ("x", number)
    }
}

impl Site<'_> {
    /// The files of an edition's index: pages first, because a shard wants the words of all of them.
    pub(super) fn search_routes(&self, lang: Lang) -> impl Iterator<Item = Route> {
        let index = self.search.get(lang);
        let (pages, shards) = if self.is_searchable { (index.entries.len(), index.shards()) } else { (0, 0) };
        let files = (0..pages).map(SearchFile::Page).chain((0..shards).map(SearchFile::Shard));
        let catalogue = self.is_searchable.then_some(SearchFile::Catalogue);
        files.chain(catalogue).map(move |file| Route::Search(lang, file))
    }

    /// The name of a file of the index, in its folder and without its ending.
    pub(super) fn search_name(&self, lang: Lang, file: SearchFile) -> String {
        match file {
            SearchFile::Catalogue => "catalogue".to_owned(),
            SearchFile::Shard(at) => format!("terms/{at}"),
            SearchFile::Page(at) => {
                let (letter, number) = self.search.get(lang).place_of(at);
                format!("pages/{letter}{number}")
            }
        }
    }

    pub(super) fn search_file(&self, lang: Lang, file: SearchFile) -> Vec<u8> {
        let index = self.search.get(lang);
        let name = self.search_name(lang, file);
        match file {
            SearchFile::Catalogue => search::catalogue(&self.catalogue(lang)),
            SearchFile::Shard(at) => {
                let kinds = index.kinds().enumerate();
                let entries: Vec<&Entry> = kinds.map(|(at, kind)| self.entry(lang, at, kind)).collect();
                search::shard(&name, &entries, at)
            }
            SearchFile::Page(at) => {
                let kind = index.kinds().nth(at).unwrap_or(PageKind::Home);
                search::page(&name, self.entry(lang, at, kind))
            }
        }
    }

    fn entry(&self, lang: Lang, at: usize, kind: PageKind) -> &Entry {
        let index = self.search.get(lang);
        index.entries[at].get_or_init(|| Entry::new(self.words_of(lang, kind), index.shards()))
    }

    /// What a page says, from the same views that its template is filled with.
    fn words_of(&self, lang: Lang, kind: PageKind) -> Page {
        let frame = Frame::listen(self, lang, kind);
        // What is wrong with the page is said where it is rendered.
        pages::page(&frame, &mut Diagnostics::default());
        let (place, period) = self.place_and_period(&frame, kind);
        let path = self.path(Route::Page(lang, kind));
        let href = path.split_once('/').map_or(path.as_str(), |(_, rest)| rest).to_owned();
        let label = frame.t(&format!("site.search.kind.{}", kind_key(kind)), &[]);
        let Heard { head, words } = frame.heard().unwrap_or_default();
        let (mut points, passages) = (words.points, words.passages);
        let mut keywords = String::new();
        if let PageKind::Bulletin(at) = kind {
            let bulletin = &self.content.bulletins[at];
            keywords = bulletin.keywords.get(lang).join("\n");
            points.insert(0, head.description);
        } else if matches!(kind, PageKind::Standing(_)) || passages.is_empty() {
            points.insert(0, head.description);
        }
        Page {
            href,
            title: head.title,
            rank: if matches!(kind, PageKind::Bulletin(_)) { Rank::Title } else { Rank::Name },
            names: self.names(lang, kind),
            keywords,
            points,
            passages,
            kind: label,
            place,
            period,
            demonstration: head.demonstration,
        }
    }

    /// What a place, an indicator or a project is called besides its title.
    fn names(&self, lang: Lang, kind: PageKind) -> Vec<String> {
        let registry = &self.content.registry;
        let names = match kind {
            PageKind::Place(at) => {
                let place = &registry.places[at];
                [Some(place.name.get(lang)), place.full.as_ref().map(|full| full.get(lang))]
            }
            PageKind::Indicator(at) => {
                let indicator = &registry.indicators[at];
                [Some(indicator.name.get(lang)), indicator.short.as_ref().map(|short| short.get(lang))]
            }
            PageKind::Project(at) => {
                return vec![
                    part::project_name(&Frame::listen(self, lang, kind), &self.content.projects[at]).0,
                ];
            }
            _ => return Vec::new(),
        };
        names.into_iter().flatten().cloned().collect()
    }

    fn place_and_period(&self, frame: &Frame<'_, '_>, kind: PageKind) -> (Option<String>, Option<String>) {
        match kind {
            PageKind::Bulletin(at) => {
                let bulletin = &self.content.bulletins[at];
                let period = bulletin.period.value;
                let place = part::place_link(frame, &bulletin.place.value, period.last_day()).label;
                (Some(place), Some(words::label(period, frame.lang)))
            }
            PageKind::Project(at) => {
                let place = self.content.registry.places.get(&self.content.projects[at].place.value);
                (place.map(|place| place.name.get(frame.lang).clone()), None)
            }
            _ => (None, None),
        }
    }

    fn catalogue(&self, lang: Lang) -> Catalogue {
        let index = self.search.get(lang);
        let content = self.content;
        let years: Vec<i16> = self.lists.years().collect();
        let mut facets = String::with_capacity(4 * index.entries.len());
        index.kinds().for_each(|kind| self.facet(kind, &years).push(&mut facets));
        Catalogue {
            shards: index.shards(),
            groups: index.groups.iter().map(|(letter, kinds)| Group { letter, pages: kinds.len() }).collect(),
            places: content.registry.places.values().map(|place| place.name.get(lang).clone()).collect(),
            columns: content.site.columns.iter().map(|column| column.name.get(lang).clone()).collect(),
            years,
            facets,
        }
    }

    fn facet(&self, kind: PageKind, years: &[i16]) -> Facet {
        let content = self.content;
        let place = |id: &Id| content.registry.places.get_index_of(id);
        match kind {
            PageKind::Bulletin(at) => {
                let bulletin = &content.bulletins[at];
                let columns = &content.site.columns;
                Facet {
                    place: place(&bulletin.place.value),
                    year: years.iter().position(|&year| year == bulletin.year),
                    column: columns.iter().position(|column| column.id.value == bulletin.column.value),
                }
            }
            PageKind::Project(at) => {
                Facet { place: place(&content.projects[at].place.value), ..Facet::default() }
            }
            PageKind::Place(at) => Facet { place: Some(at), ..Facet::default() },
            _ => Facet::default(),
        }
    }
}

fn kind_key(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Bulletin(_) => "bulletin",
        PageKind::Place(_) => "place",
        PageKind::Indicator(_) => "indicator",
        PageKind::Project(_) => "project",
        PageKind::Standing(_) => "standing",
        _ => "list",
    }
}

/// One index an edition.
pub(super) fn indexes(content: &Content, lists: &Lists) -> Both<Index> {
    Both::from_fn(|_| Index::new(content, lists))
}
