//! Mistakes in the words of narratives.

use std::ops::Range;

use gongbao::content::{Level, Place};
use gongbao::diagnostic::Code;
use gongbao::lang::Lang;

use super::bench::Sample;
use super::plant::{Planted, line_at, narratives};

/// 亿元以上项目 as 亿元项目; projects of RMB 100 million or more as projects worth RMB 100 million.
pub(crate) fn thresholds(sample: &Sample) -> Vec<Planted> {
    const KIND: &str = "a threshold lost";
    const CODES: &[Code] = &[Code::Threshold];
    let mut planted = Vec::new();
    for (_, lang, file, text) in narratives(sample) {
        match lang {
            Lang::Zh => {
                for (at, words) in text.match_indices("元以上") {
                    // Without a number, 亿元项目 is a common short form of 亿元以上项目.
                    if !text[..at].trim_end_matches(['万', '亿']).ends_with(|c: char| c.is_ascii_digit()) {
                        continue;
                    }
                    let lost = at + "元".len()..at + words.len();
                    planted.push(Planted::new(KIND, &file, lost, String::new(), CODES));
                }
            }
            Lang::En => {
                for (at, words) in text.match_indices(" or more") {
                    let lost = at..at + words.len();
                    if text[..at].ends_with("illion") {
                        planted.push(Planted::new(KIND, &file, lost, String::new(), CODES));
                    }
                    let of = text[..at].rfind(" of RMB").filter(|of| at - of < 24);
                    if let Some(of) = of {
                        let amount = text[of + " of ".len()..at].to_owned();
                        for verb in ["worth", "accounting for"] {
                            let with = format!(" {verb} {amount}");
                            planted.push(Planted::new(KIND, &file, of..at + words.len(), with, CODES));
                        }
                    }
                }
            }
        }
    }
    planted
}

/// The years of another plan in the brackets after a plan.
pub(crate) fn plan_years(sample: &Sample) -> Vec<Planted> {
    let plans = [
        ("“十二五”时期", "12th Five-Year Plan period"),
        ("“十三五”时期", "13th Five-Year Plan period"),
        ("“十四五”时期", "14th Five-Year Plan period"),
    ];
    let own = ["2011", "2016", "2021"];
    let years = [("2011", "2015"), ("2016", "2020"), ("2021", "2025"), ("2013", "2017")];
    let mut planted = Vec::new();
    for (_, lang, file, text) in narratives(sample) {
        for ((zh, en), own) in plans.into_iter().zip(own) {
            let (name, open, dash, close) = match lang {
                Lang::Zh => (zh, "（", "—", "年）"),
                Lang::En => (en, " (", "–", ")"),
            };
            for (at, name) in text.match_indices(name) {
                let end = at + name.len();
                let printed = text[end..].strip_prefix(open).and_then(|rest| rest.find(close));
                let until = printed.map_or(end, |length| end + open.len() + length + close.len());
                for (from, to) in years.into_iter().filter(|(from, _)| *from != own) {
                    let with = format!("{open}{from}{dash}{to}{close}");
                    let mistake = Planted::new(
                        "the years of another plan",
                        &file,
                        end..until,
                        with,
                        &[Code::PlanYears],
                    );
                    planted.push(mistake);
                }
            }
        }
    }
    planted
}

/// Where a name stands in a narrative outside directives; at word boundaries in English.
fn occurrences(text: &str, name: &str) -> Vec<usize> {
    let inside = |at: usize| {
        text[..at].rfind("{{").is_some_and(|open| text[open..at].find("}}").is_none())
            || text[..at].rfind("](").is_some_and(|open| text[open..at].find(')').is_none())
            || text[..at].rfind("{#").is_some_and(|open| text[open..at].find('}').is_none())
    };
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let whole = |at: usize| {
        !name.is_ascii()
            || !is_letter(text[..at].chars().next_back())
                && !is_letter(text[at + name.len()..].chars().next())
    };
    text.match_indices(name).map(|(at, _)| at).filter(|&at| !inside(at) && whole(at)).collect()
}

/// The name without the word for its rank: 安陆, Anlu.
fn bare(place: &Place, lang: Lang) -> Option<&str> {
    let name = place.name.get(lang);
    let bare = match lang {
        Lang::Zh => name.trim_end_matches(['省', '市', '县', '区']),
        Lang::En => name.split([' ', ',']).next()?,
    };
    (bare.chars().count() >= 2 && bare.chars().count() <= 12).then_some(bare)
}

/// Other characters that look or sound like those of names.
const CONFUSED: [(char, char); 24] = [
    ('安', '按'),
    ('陆', '六'),
    ('湖', '胡'),
    ('州', '洲'),
    ('舟', '州'),
    ('山', '出'),
    ('怀', '淮'),
    ('化', '华'),
    ('茌', '荏'),
    ('平', '坪'),
    ('云', '运'),
    ('澜', '谰'),
    ('春', '椿'),
    ('秋', '球'),
    ('兴', '新'),
    ('旺', '望'),
    ('李', '季'),
    ('黎', '藜'),
    ('王', '汪'),
    ('纲', '刚'),
    ('浔', '寻'),
    ('岱', '代'),
    ('嘉', '加'),
    ('兰', '蓝'),
];

/// A name with one character wrong.
fn misspelt(name: &str, lang: Lang, seed: usize) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    match lang {
        Lang::Zh => {
            let at = letters.iter().position(|c| CONFUSED.iter().any(|(right, _)| right == c))?;
            let (_, wrong) = CONFUSED.iter().find(|(right, _)| *right == letters[at])?;
            let mut letters = letters;
            letters[at] = *wrong;
            Some(letters.into_iter().collect())
        }
        Lang::En => {
            // Within a word: nobody overlooks a capital or a space.
            let inside: Vec<usize> = (1..letters.len() - 1)
                .filter(|&at| letters[at].is_lowercase() && letters[at + 1].is_lowercase())
                .collect();
            let at = *inside.get(seed % inside.len().max(1))?;
            let mut letters = letters;
            match seed % 3 {
                0 if letters[at] != letters[at + 1] => letters.swap(at, at + 1),
                1 => {
                    letters.remove(at);
                }
                _ => letters[at] = if letters[at] == 'o' { 'u' } else { 'o' },
            }
            let wrong: String = letters.into_iter().collect();
            (wrong != name).then_some(wrong)
        }
    }
}

pub(crate) fn places_by_a_character(sample: &Sample) -> Vec<Planted> {
    let mut planted = Vec::new();
    for (_, lang, file, text) in narratives(sample) {
        let places = sample.content.registry.places.values();
        for place in places.filter(|place| place.level > Level::Country) {
            let Some(name) = bare(place, lang) else { continue };
            for at in occurrences(text, name) {
                let Some(wrong) = misspelt(name, lang, at) else { continue };
                let codes: &[Code] = &[Code::PlaceName, Code::PlaceDiffers];
                let kind = "a place by one character";
                planted.push(Planted::new(kind, &file, at..at + name.len(), wrong, codes));
            }
        }
    }
    planted
}

/// A person's name typed, with one character wrong, where it stands or where its directive does.
pub(crate) fn people_by_a_character(sample: &Sample) -> Vec<Planted> {
    let mut planted = Vec::new();
    for (_, lang, file, text) in narratives(sample) {
        for person in sample.content.registry.people.values() {
            let (name, of) = person.name.for_reader(lang);
            if of != lang {
                continue;
            }
            let directive = format!("{{{{ person {} }}}}", person.id.value);
            let typed = occurrences(text, name).into_iter().map(|at| at..at + name.len());
            let printed = text.match_indices(&directive).map(|(at, found)| at..at + found.len());
            for place in typed.chain(printed) {
                for wrong in misspellings(name, lang) {
                    let kind = "a person by one character";
                    planted.push(Planted::new(kind, &file, place.clone(), wrong, &[Code::PersonName]));
                }
            }
        }
    }
    planted
}

fn misspellings(name: &str, lang: Lang) -> Vec<String> {
    let seeds = if lang == Lang::Zh { 0..1 } else { 0..6 };
    let mut wrong: Vec<String> = seeds.filter_map(|seed| misspelt(name, lang, seed)).collect();
    wrong.dedup();
    wrong
}

/// Real prefectures and counties of other provinces, for those of the sample's places.
const SIBLINGS: [(&str, &str, &str, &str); 10] = [
    ("舟山", "Zhoushan", "珠海", "Zhuhai"),
    ("舟山", "Zhoushan", "中山", "Zhongshan"),
    ("湖州", "Huzhou", "惠州", "Huizhou"),
    ("湖州", "Huzhou", "福州", "Fuzhou"),
    ("怀化", "Huaihua", "淮安", "Huai'an"),
    ("怀化", "Huaihua", "淮北", "Huaibei"),
    ("安陆", "Anlu", "安顺", "Anshun"),
    ("安陆", "Anlu", "安康", "Ankang"),
    ("茌平", "Chiping", "茂名", "Maoming"),
    ("茌平", "Chiping", "昌平", "Changping"),
];

pub(crate) fn sibling_places(sample: &Sample) -> Vec<Planted> {
    let mut planted = Vec::new();
    for (_, lang, file, text) in narratives(sample) {
        for (zh, en, other_zh, other_en) in SIBLINGS {
            let (name, other) = if lang == Lang::Zh { (zh, other_zh) } else { (en, other_en) };
            for at in occurrences(text, name) {
                let codes: &[Code] = &[Code::PlaceName, Code::PlaceDiffers];
                planted.push(Planted::new(
                    "a sibling place",
                    &file,
                    at..at + name.len(),
                    other.to_owned(),
                    codes,
                ));
            }
        }
        planted.extend(siblings_in_registry(sample, lang, &file, text));
    }
    planted
}

/// A district of the same city for another.
fn siblings_in_registry(sample: &Sample, lang: Lang, file: &str, text: &str) -> Vec<Planted> {
    let places: Vec<&Place> =
        sample.content.registry.places.values().filter(|place| place.level >= Level::County).collect();
    let mut planted = Vec::new();
    for place in &places {
        let parent = |place: &Place| place.parent.as_ref().map(|id| id.value.clone());
        let sibling = places.iter().find(|other| {
            other.id.value != place.id.value && other.level == place.level && parent(other) == parent(place)
        });
        let Some(sibling) = sibling else { continue };
        let name = place.name.get(lang);
        for at in occurrences(text, name) {
            let with = sibling.name.get(lang).clone();
            let codes: &[Code] = &[Code::PlaceName, Code::PlaceDiffers];
            planted.push(Planted::new("a sibling place", file, at..at + name.len(), with, codes));
        }
    }
    planted
}

/// A sentence that the translation leaves out, of those with a figure, a directive or a number, and of all others.
/// It may be reported anywhere in its section, for what is not there has no line.
pub(crate) fn left_out(sample: &Sample) -> Vec<Planted> {
    let mut planted = Vec::new();
    for (bulletin, lang, file, text) in narratives(sample) {
        if lang == bulletin.written_in {
            continue;
        }
        for sentence in sentences(text, lang) {
            let mut mistake = Planted::new(
                "a sentence left out of the translation",
                &file,
                sentence.clone(),
                String::new(),
                &[Code::FiguresDiffer, Code::Drift],
            );
            let head = text[..sentence.start].rfind("\n## ").map_or(0, |at| at + 1);
            let end = text[sentence.start..].find("\n## ").map_or(text.len(), |at| sentence.start + at);
            let lines = line_at(text, head)..=line_at(text, end);
            mistake.reported = Some((file.clone(), lines));
            planted.push(mistake);
        }
    }
    planted
}

/// Whole sentences of paragraphs and list items, with the space after them; of a paragraph of one sentence, all of it.
fn sentences(text: &str, lang: Lang) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let start = line_start;
        line_start += line.len();
        let is_prose = !line.trim().is_empty() && !line.starts_with(['#', '|', '{', '!', '[', '>']);
        if !is_prose {
            continue;
        }
        let mut from = if line.starts_with("- ") { 2 } else { 0 };
        let ends: Vec<usize> = match lang {
            Lang::Zh => line.match_indices('。').map(|(at, stop)| at + stop.len()).collect(),
            Lang::En => line
                .match_indices(". ")
                .map(|(at, stop)| at + stop.len())
                .chain([line.trim_end().len()])
                .collect(),
        };
        for end in ends {
            if end > from && line[from..end].chars().count() >= 24 {
                found.push(start + from..start + end);
            }
            from = end;
        }
    }
    found
}
