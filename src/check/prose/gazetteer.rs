//! The places that a text may name: those of the site, and the provinces and prefecture-level units of China.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::cities::{CITIES, City};
use super::lexicon::{Lexicon, NearNames, key};
use crate::content::{FormerName, Id, Level, Place, Registry};
use crate::lang::Lang;

/// What English names of places end in.
const ENGLISH_RANKS: &[&str] =
    &[" County", " District", " City", " Prefecture", " Province", " Municipality"];

/// What Chinese names of places end in.
const CHINESE_RANKS: &[char] = &['市', '县', '区', '省', '盟', '旗'];

/// Cities that are often written for each other although their names differ by more than a slip.
const CONFUSED: &[[&str; 2]] = &[
    ["zhoushan", "zhuhai"],
    ["zhoushan", "zhongshan"],
    ["huzhou", "huizhou"],
    ["huzhou", "hangzhou"],
    ["huaihua", "huaian"],
    ["huaihua", "huaibei"],
    ["huaihua", "huainan"],
    ["liaocheng", "liaoyang"],
    ["xiaogan", "xiangyang"],
    ["yichang", "yichun"],
];

/// Pairs of [`CONFUSED`] that no text about either has a reason to name in one breath.
const RARELY_TOGETHER: usize = 3;

/// A place that a text may name.
pub(super) struct Spot<'a> {
    /// Its English name in small letters without its rank; what makes two mentions the same place.
    pub(super) key: String,
    /// Its name in Chinese.
    pub(super) zh: &'a str,
    /// Its name in English.
    pub(super) en: &'a str,
    /// Its rank.
    pub(super) level: Level,
    /// The English name of its province, if it is one of the units of all China.
    pub(super) province: Option<&'a str>,
    /// The place of the register.
    pub(super) place: Option<&'a Place>,
}

/// A name of a place.
#[derive(Clone, Copy)]
pub(super) struct PlaceName<'a> {
    /// Which of [`Gazetteer::spots`] is called so.
    pub(super) spot: usize,
    /// The former name that it is.
    pub(super) former: Option<&'a FormerName>,
    /// Whether the rank is part of the name: Chiping District, and not Chiping.
    pub(super) has_rank: bool,
}

/// A place where a text names a place.
pub(super) type PlaceMention<'g> = (Range<usize>, &'g PlaceName<'g>);

/// All places that a site may name.
pub(super) struct Gazetteer<'a> {
    /// The places; those of the register first.
    pub(super) spots: Vec<Spot<'a>>,
    /// Their English names, to be found from a misspelling.
    pub(super) near: NearNames<usize>,
    zh: Lexicon<PlaceName<'a>>,
    en: Lexicon<PlaceName<'a>>,
    by_id: FxHashMap<&'a Id, usize>,
    keys: FxHashSet<String>,
    /// Registered places with names of two characters, by each of these.
    by_character: FxHashMap<char, Vec<usize>>,
}

impl<'a> Gazetteer<'a> {
    /// The places of a register, and all cities that it does not have.
    pub(super) fn new(registry: &'a Registry) -> Self {
        let mut names = Names::default();
        let mut spots: Vec<Spot<'a>> = Vec::new();
        for place in registry.places.values() {
            names.take_place(spots.len(), place);
            spots.push(spot_of(place));
        }
        let registered = spots.len();
        let near = NearNames::new(spots.iter().enumerate().map(|(at, spot)| (spot.key.clone(), at)));
        let codes: FxHashSet<&str> =
            registry.places.values().filter_map(|place| place.code.as_deref()).collect();
        let known: FxHashSet<&str> = spots.iter().map(|spot| spot.zh).collect();
        for city in CITIES.iter().filter(|city| !codes.contains(city.code) && !known.contains(city.zh)) {
            names.take_city(spots.len(), city);
            spots.push(spot_of_city(city));
        }
        let by_id = registry.places.keys().zip(0..registered).collect();
        let keys = spots.iter().map(|spot| spot.key.clone()).collect();
        let by_character = by_character(&spots[..registered]);
        Gazetteer {
            spots,
            near,
            zh: Lexicon::new(names.zh),
            en: Lexicon::new(names.en),
            by_id,
            keys,
            by_character,
        }
    }

    /// The registered places whose names of two characters have one of these.
    pub(super) fn by_character(&self, characters: [char; 2]) -> Vec<usize> {
        characters
            .iter()
            .filter_map(|character| self.by_character.get(character))
            .flatten()
            .copied()
            .collect()
    }

    /// Whether a place is called so in Chinese.
    pub(super) fn has_chinese(&self, name: [char; 2]) -> bool {
        self.zh.is_in(&name.iter().collect::<String>())
    }

    /// The places that a text names, in order.
    pub(super) fn find(&self, text: &str, lang: Lang) -> Vec<PlaceMention<'_>> {
        match lang {
            Lang::Zh => self.zh.find(text),
            Lang::En => self.en.find(text),
        }
    }

    /// The place of the register with an id.
    pub(super) fn of_id(&self, id: &Id) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Whether a place is called so in English, given in small letters.
    pub(super) fn has_key(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// A place and what it lies in.
    pub(super) fn line(&self, spot: usize) -> Vec<usize> {
        let mut line = vec![spot];
        let mut at = spot;
        while let Some(parent) = self.spots[at].place.and_then(|place| place.parent.as_ref()) {
            match self.of_id(&parent.value) {
                // A register may be wrong and go round in circles.
                Some(next) if !line.contains(&next) => {
                    line.push(next);
                    at = next;
                }
                _ => break,
            }
        }
        line
    }

    /// Whether two places are one, or one lies in the other.
    pub(super) fn is_family(&self, a: usize, b: usize) -> bool {
        self.spots[a].key == self.spots[b].key || self.line(a).contains(&b) || self.line(b).contains(&a)
    }
}

fn by_character(spots: &[Spot<'_>]) -> FxHashMap<char, Vec<usize>> {
    let mut by_character: FxHashMap<char, Vec<usize>> = FxHashMap::default();
    for (at, spot) in spots.iter().enumerate() {
        let core = chinese_core(spot.zh);
        if core.chars().count() == 2 {
            for character in core.chars() {
                by_character.entry(character).or_default().push(at);
            }
        }
    }
    by_character
}

/// Whether the names of two places are easily taken for each other.
pub(super) fn confusable(a: &str, b: &str) -> bool {
    let is_slip = || {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        a.len().min(b.len()) >= 4 && crate::diagnostic::distance(&a, &b, 1).is_some()
    };
    a != b && (is_slip() || CONFUSED.iter().any(|pair| *pair == [a, b] || *pair == [b, a]))
}

/// Whether two cities are so often written for each other that both in one English text are a sign of it.
pub(super) fn rarely_together(a: &str, b: &str) -> bool {
    CONFUSED[..RARELY_TOGETHER].iter().any(|pair| *pair == [a, b] || *pair == [b, a])
}

fn spot_of(place: &Place) -> Spot<'_> {
    let (zh, en) = (place.name.zh.as_str(), place.name.en.as_str());
    Spot { key: key(english_core(en)), zh, en, level: place.level, province: None, place: Some(place) }
}

fn spot_of_city(city: &City) -> Spot<'static> {
    let province = city.province();
    Spot {
        key: key(city.en),
        zh: city.zh,
        en: city.en,
        level: city.level(),
        province: province.map(|province| province.en).filter(|province| *province != city.en),
        place: None,
    }
}

/// An English name without its rank.
pub(super) fn english_core(name: &str) -> &str {
    ENGLISH_RANKS.iter().find_map(|rank| name.strip_suffix(rank)).unwrap_or(name)
}

/// A Chinese name without its rank, if two characters are left.
pub(super) fn chinese_core(name: &str) -> &str {
    match name.strip_suffix(CHINESE_RANKS) {
        Some(core) if core.chars().count() >= 2 => core,
        _ => name,
    }
}

/// Names as they are looked for.
#[derive(Default)]
struct Names<'a> {
    zh: Vec<(String, PlaceName<'a>)>,
    en: Vec<(String, PlaceName<'a>)>,
}

impl<'a> Names<'a> {
    fn take_place(&mut self, spot: usize, place: &'a Place) {
        self.take(&place.name.zh, &place.name.en, PlaceName { spot, former: None, has_rank: true });
        if let Some(full) = &place.full {
            let name = PlaceName { spot, former: None, has_rank: true };
            self.zh.push((full.zh.clone(), name));
            self.en.push((full.en.clone(), name));
        }
        for former in &place.former {
            self.take(
                &former.name.zh,
                &former.name.en,
                PlaceName { spot, former: Some(former), has_rank: true },
            );
        }
    }

    fn take_city(&mut self, spot: usize, city: &City) {
        let name = PlaceName { spot, former: None, has_rank: true };
        self.zh.push((city.zh.to_owned(), name));
        self.zh.extend(city.short.map(|short| (short.to_owned(), PlaceName { has_rank: false, ..name })));
        self.en.push((city.en.to_owned(), PlaceName { has_rank: false, ..name }));
        self.en.push((format!("{} City", city.en), name));
    }

    fn take(&mut self, zh: &str, en: &str, name: PlaceName<'a>) {
        let (zh_core, en_core) = (chinese_core(zh), english_core(en));
        let bare = PlaceName { former: None, has_rank: false, ..name };
        if zh_core != zh {
            self.zh.push((zh.to_owned(), name));
        }
        self.zh.push((zh_core.to_owned(), bare));
        if en_core != en {
            self.en.push((en.to_owned(), name));
        } else {
            self.en.push((format!("{en} City"), name));
        }
        self.en.push((en_core.to_owned(), bare));
    }
}
