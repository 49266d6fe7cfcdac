//! How Chinese characters are read, without tones.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// The longest syllable: zhuang, chuang, shuang.
const LONGEST: usize = 6;

struct Table {
    readings: FxHashMap<char, Vec<&'static str>>,
    syllables: FxHashSet<&'static str>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { readings: FxHashMap::default(), syllables: FxHashSet::default() };
    let lines = include_str!("pinyin.txt").lines().filter(|line| !line.starts_with('#'));
    for (syllable, characters) in lines.filter_map(|line| line.split_once(' ')) {
        table.syllables.insert(syllable);
        for character in characters.chars() {
            table.readings.entry(character).or_default().push(syllable);
        }
    }
    table
});

/// Pairs of characters that look alike, beyond those that sound alike.
const LOOK_ALIKE: &[(char, char)] = &[
    ('茌', '荏'),
    ('茌', '茬'),
    ('茌', '庄'),
    ('岱', '袋'),
    ('陆', '陈'),
    ('洲', '州'),
    ('浔', '得'),
    ('己', '已'),
    ('纲', '网'),
    ('旺', '汪'),
    ('兴', '光'),
    ('秋', '秩'),
    ('黎', '梨'),
    ('煜', '焜'),
    ('霁', '齐'),
    ('澜', '阑'),
    ('栖', '西'),
    ('梓', '辛'),
    ('枫', '风'),
    ('杉', '彬'),
    ('怀', '杯'),
    ('聊', '柳'),
    ('孝', '考'),
];

/// Every common reading of a character; none of a rare one.
pub(super) fn readings(character: char) -> &'static [&'static str] {
    TABLE.readings.get(&character).map_or(&[], Vec::as_slice)
}

/// The syllables of a word in Chinese characters, each in its first reading; `None` if there is anything else in it.
pub(super) fn spell(word: &str) -> Option<Vec<&'static str>> {
    word.chars().map(|character| readings(character).first().copied()).collect()
}

/// Whether one character is easily written for the other: they sound or look alike.
pub(super) fn alike(a: char, b: char) -> bool {
    a != b
        && (readings(a).iter().any(|reading| readings(b).contains(reading))
            || LOOK_ALIKE.iter().any(|&pair| pair == (a, b) || pair == (b, a)))
}

/// The syllables of a word in small letters that is nothing but pinyin, the longest first.
pub(super) fn syllables(word: &str) -> Option<Vec<&str>> {
    if word.is_empty() {
        return Some(Vec::new());
    }
    (1..=LONGEST.min(word.len())).rev().find_map(|length| {
        let (head, rest) = (word.get(..length)?, word.get(length..)?);
        TABLE.syllables.contains(head).then_some(())?;
        let mut all = vec![head];
        all.extend(syllables(rest)?);
        Some(all)
    })
}

/// Whether characters that stand side by side in a Chinese text read like a word in small letters.
pub(super) fn sounds_in(word: &str, text: &str) -> bool {
    sounding(word, text).is_some()
}

/// The first characters of a Chinese text, side by side, that read like a word in small letters.
pub(super) fn sounding<'t>(word: &str, text: &'t str) -> Option<&'t str> {
    text.char_indices().find_map(|(at, _)| {
        let ahead = &text[at..];
        reads(word, ahead).map(|length| &ahead[..length])
    })
}

/// How many bytes at the start of a text read like a word.
fn reads(word: &str, text: &str) -> Option<usize> {
    if word.is_empty() {
        return Some(0);
    }
    let character = text.chars().next()?;
    let length = character.len_utf8();
    readings(character)
        .iter()
        .filter_map(|reading| word.strip_prefix(reading))
        .find_map(|rest| reads(rest, &text[length..]))
        .map(|rest| length + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_readings() {
        assert_eq!(readings('长'), ["chang", "zhang"]);
        assert_eq!(spell("互看学比"), Some(vec!["hu", "kan", "xue", "bi"]));
        assert_eq!(spell("5G"), None);
        assert!(alike('州', '洲') && alike('茌', '荏') && !alike('州', '州') && !alike('湖', '州'));
    }

    #[test]
    fn words_are_pinyin_or_not() {
        assert_eq!(syllables("zhoushan"), Some(vec!["zhou", "shan"]));
        assert_eq!(syllables("xian"), Some(vec!["xian"]));
        assert!(syllables("investment").is_none() && syllables("the").is_none());
        assert!(sounds_in("chiping", "落户茌平。") && !sounds_in("fuping", "落户茌平。"));
        assert!(sounds_in("changxing", "长兴县"));
    }
}
