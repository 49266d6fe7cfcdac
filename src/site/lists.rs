//! What belongs together across the content, worked out once.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::content::{Bulletin, Content, Id};

/// Bulletins and projects by what they touch; numbers are places in the content.
#[derive(Default, Debug)]
pub(super) struct Lists {
    /// All bulletins, newest release first.
    newest: Vec<usize>,
    by_year: BTreeMap<i16, Vec<usize>>,
    by_place: FxHashMap<Id, Vec<usize>>,
    by_column: FxHashMap<Id, Vec<usize>>,
    columns: Vec<Id>,
    by_indicator: FxHashMap<Id, Vec<usize>>,
    by_project: FxHashMap<Id, Vec<usize>>,
    by_key: FxHashMap<String, usize>,
    projects_by_place: FxHashMap<Id, Vec<usize>>,
    demonstrations: BTreeSet<usize>,
}

impl Lists {
    pub(super) fn new(content: &Content) -> Self {
        let mut newest: Vec<usize> = (0..content.bulletins.len()).collect();
        newest.sort_by_key(|&at| {
            let bulletin = &content.bulletins[at];
            std::cmp::Reverse((bulletin.released.value.first_day(), bulletin.released_at, bulletin.key()))
        });
        let columns = content.site.columns.iter().map(|column| column.id.value.clone()).collect();
        let mut lists = Lists { columns, ..Lists::default() };
        for &at in &newest {
            lists.add(content, at);
        }
        for (at, project) in content.projects.values().enumerate() {
            lists.projects_by_place.entry(project.place.value.clone()).or_default().push(at);
        }
        lists.newest = newest;
        lists
    }

    fn add(&mut self, content: &Content, at: usize) {
        let bulletin = &content.bulletins[at];
        self.by_key.insert(bulletin.key(), at);
        self.by_year.entry(bulletin.year).or_default().push(at);
        let places: BTreeSet<&Id> = places(bulletin).collect();
        if places.iter().any(|id| content.registry.places.get(*id).is_some_and(|place| place.demonstration)) {
            self.demonstrations.insert(at);
        }
        self.by_place.entry(bulletin.place.value.clone()).or_default().push(at);
        self.by_column.entry(bulletin.column.value.clone()).or_default().push(at);
        let indicators: BTreeSet<&Id> =
            bulletin.figures.values().map(|figure| &figure.indicator.value).collect();
        for id in indicators {
            self.by_indicator.entry(id.clone()).or_default().push(at);
        }
        let projects: BTreeSet<&Id> = bulletin.projects.iter().map(|id| &id.value).collect();
        for id in projects {
            self.by_project.entry(id.clone()).or_default().push(at);
        }
    }

    /// All bulletins, newest release first.
    pub(super) fn newest(&self) -> &[usize] {
        &self.newest
    }

    /// Years with bulletins, newest first.
    pub(super) fn years(&self) -> impl Iterator<Item = i16> + '_ {
        self.by_year.keys().rev().copied()
    }

    /// The bulletins of a year, newest first.
    pub(super) fn of_year(&self, year: i16) -> &[usize] {
        self.by_year.get(&year).map_or(&[], Vec::as_slice)
    }

    /// The bulletins about a place, newest first.
    pub(super) fn of_place(&self, id: &Id) -> &[usize] {
        self.by_place.get(id).map_or(&[], Vec::as_slice)
    }

    /// The bulletins of the column at a place in site.toml, newest first.
    pub(super) fn of_column(&self, at: usize) -> &[usize] {
        self.columns.get(at).and_then(|id| self.by_column.get(id)).map_or(&[], Vec::as_slice)
    }

    /// The bulletins that use an indicator, newest first.
    pub(super) fn of_indicator(&self, id: &Id) -> &[usize] {
        self.by_indicator.get(id).map_or(&[], Vec::as_slice)
    }

    /// The bulletins that report on a project, newest first.
    pub(super) fn of_project(&self, id: &Id) -> &[usize] {
        self.by_project.get(id).map_or(&[], Vec::as_slice)
    }

    /// The projects at a place, in the order of the register.
    pub(super) fn projects_of(&self, id: &Id) -> &[usize] {
        self.projects_by_place.get(id).map_or(&[], Vec::as_slice)
    }

    /// The bulletin that `2022/huaihua-h1` names.
    pub(super) fn bulletin(&self, key: &str) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// Whether a bulletin carries invented data.
    pub(super) fn is_demonstration(&self, bulletin: usize) -> bool {
        self.demonstrations.contains(&bulletin)
    }
}

fn places(bulletin: &Bulletin) -> impl Iterator<Item = &Id> {
    std::iter::once(&bulletin.place.value).chain(bulletin.figures.values().map(|figure| &figure.place.value))
}
