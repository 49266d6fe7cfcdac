//! The provinces and prefecture-level units of China, which every text may name.

use std::sync::LazyLock;

use super::lexicon::key;
use crate::content::{Id, Level, Located, Place};
use crate::diagnostic::Span;
use crate::lang::Text;

/// A province or prefecture-level unit, as cities.txt has it.
pub(super) struct City {
    pub(super) code: &'static str,
    pub(super) zh: &'static str,
    pub(super) short: Option<&'static str>,
    pub(super) en: &'static str,
}

pub(super) static CITIES: LazyLock<Vec<City>> = LazyLock::new(|| {
    let lines = include_str!("cities.txt").lines().filter(|line| !line.starts_with('#'));
    let city = |line: &'static str| {
        let mut parts = line.splitn(4, ' ');
        let (code, zh, short, en) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        Some(City { code, zh, short: Some(short).filter(|short| *short != "-"), en })
    };
    lines.filter_map(city).collect()
});

impl City {
    pub(super) fn level(&self) -> Level {
        if self.code.ends_with("0000") { Level::Province } else { Level::Prefecture }
    }

    /// The province that it lies in or is.
    pub(super) fn province(&self) -> Option<&'static City> {
        CITIES.iter().find(|other| other.code[..2] == self.code[..2] && other.code.ends_with("0000"))
    }

    fn names(&self) -> impl Iterator<Item = &'static str> {
        [Some(self.zh), self.short, Some(self.en)].into_iter().flatten()
    }
}

/// All names of the provinces and prefecture-level units of China, in both languages.
pub fn city_names() -> impl Iterator<Item = &'static str> {
    CITIES.iter().flat_map(City::names)
}

/// The province or prefecture-level unit of China that goes by a name, as a registry would have it; `at` is where
/// it was named.
pub fn city(name: &str, at: Span) -> Option<Place> {
    let city = CITIES.iter().find(|city| city.names().any(|known| known.eq_ignore_ascii_case(name)))?;
    Some(Place {
        id: Located::new(Id::new(&key(city.en))?, at),
        name: Text::new(city.zh, city.en),
        full: None,
        level: city.level(),
        parent: None,
        code: Some(city.code.to_owned()),
        valid_from: None,
        valid_to: None,
        demonstration: false,
        description: None,
        former: Vec::new(),
    })
}
