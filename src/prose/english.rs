//! English words that may begin something to be read.

/// An English word that may begin something to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Word {
    /// one to nineteen, twenty to ninety.
    Number(u32),
    Hundred,
    Thousand,
    /// million, billion, trillion.
    Scale,
    /// first to twentieth.
    Ordinal(u32),
    /// January to December.
    Month(i8),
    /// half.
    Half,
    /// halfway.
    Halfway,
    /// doubled, threefold.
    Times(u32),
    /// twice.
    Twice,
    /// quarter.
    Quarter,
    /// H and Q, as in H1 and Q2.
    Letter,
}

/// What an English word is, whatever its case; a month is one with a capital only.
pub(super) fn word(text: &str) -> Option<Word> {
    let mut lower = [0; 10];
    let lower = lower.get_mut(..text.len())?;
    lower.copy_from_slice(text.as_bytes());
    lower.make_ascii_lowercase();
    let found = numbers(lower).map(Word::Number).or_else(|| ordinal(lower).map(Word::Ordinal));
    found.or_else(|| other(lower)).or_else(|| {
        let is_name = text.starts_with(|c: char| c.is_ascii_uppercase());
        month(lower).filter(|_| is_name).map(Word::Month)
    })
}

fn other(lower: &[u8]) -> Option<Word> {
    Some(match lower {
        b"hundred" => Word::Hundred,
        b"thousand" => Word::Thousand,
        b"million" | b"billion" | b"trillion" => Word::Scale,
        b"half" => Word::Half,
        b"halfway" => Word::Halfway,
        b"quarter" => Word::Quarter,
        b"doubled" | b"doubling" | b"twofold" => Word::Times(2),
        b"tripled" | b"trebled" | b"threefold" => Word::Times(3),
        b"quadrupled" | b"fourfold" => Word::Times(4),
        b"fivefold" => Word::Times(5),
        b"tenfold" => Word::Times(10),
        b"twice" => Word::Twice,
        b"h" | b"q" => Word::Letter,
        _ => return None,
    })
}

fn numbers(lower: &[u8]) -> Option<u32> {
    Some(match lower {
        b"one" => 1,
        b"two" => 2,
        b"three" => 3,
        b"four" => 4,
        b"five" => 5,
        b"six" => 6,
        b"seven" => 7,
        b"eight" => 8,
        b"nine" => 9,
        b"ten" => 10,
        b"eleven" => 11,
        b"twelve" => 12,
        b"thirteen" => 13,
        b"fourteen" => 14,
        b"fifteen" => 15,
        b"sixteen" => 16,
        b"seventeen" => 17,
        b"eighteen" => 18,
        b"nineteen" => 19,
        b"twenty" => 20,
        b"thirty" => 30,
        b"forty" => 40,
        b"fifty" => 50,
        b"sixty" => 60,
        b"seventy" => 70,
        b"eighty" => 80,
        b"ninety" => 90,
        _ => return None,
    })
}

fn ordinal(lower: &[u8]) -> Option<u32> {
    Some(match lower {
        b"first" => 1,
        b"second" => 2,
        b"third" => 3,
        b"fourth" => 4,
        b"fifth" => 5,
        b"sixth" => 6,
        b"seventh" => 7,
        b"eighth" => 8,
        b"ninth" => 9,
        b"tenth" => 10,
        b"eleventh" => 11,
        b"twelfth" => 12,
        b"thirteenth" => 13,
        b"fourteenth" => 14,
        b"fifteenth" => 15,
        b"sixteenth" => 16,
        _ => return None,
    })
}

fn month(lower: &[u8]) -> Option<i8> {
    Some(match lower {
        b"january" | b"jan" => 1,
        b"february" | b"feb" => 2,
        b"march" | b"mar" => 3,
        b"april" | b"apr" => 4,
        b"may" => 5,
        b"june" | b"jun" => 6,
        b"july" | b"jul" => 7,
        b"august" | b"aug" => 8,
        b"september" | b"sept" | b"sep" => 9,
        b"october" | b"oct" => 10,
        b"november" | b"nov" => 11,
        b"december" | b"dec" => 12,
        _ => return None,
    })
}
