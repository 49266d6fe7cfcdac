//! Which characters are Chinese, as far as Markdown and line breaks care.

/// Stands for a directive in rewritten text: one private-use character, a letter as Markdown sees it.
///
/// A directive is known by its place and not by this character, so an editor's own private-use characters are
/// just text.
pub(super) const PLACEHOLDER: char = '\u{E000}';

/// Whether a character is Han, kana, CJK punctuation or a full-width form.
pub(crate) fn is_chinese(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{A4CF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE10}'..='\u{FE1F}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF01}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Punctuation that Chinese and English both use; its neighbours say which it is.
fn is_shared(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '–' | '…' | '·')
}

/// Whether a text ends in Chinese: by its last character, or by what stands before shared punctuation.
pub(super) fn ends_chinese(text: &str) -> bool {
    text.chars().rev().find(|&c| !is_shared(c)).is_some_and(is_chinese)
}

/// Whether a text begins in Chinese: by its first character, or by what stands after shared punctuation.
pub(super) fn starts_chinese(text: &str) -> bool {
    text.chars().find(|&c| !is_shared(c)).is_some_and(is_chinese)
}

/// Whether CommonMark takes a character for punctuation: here, what is neither a letter, a digit, a mark nor
/// space.
pub(super) fn is_punctuation(c: char) -> bool {
    let mark = matches!(c, '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}');
    let private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    !(c.is_alphanumeric() || c.is_whitespace() || c.is_control() || mark || private)
}

/// Punctuation that no emphasis begins with.
pub(super) fn is_closing(c: char) -> bool {
    "，。、：；！？）】》〉」』〕］｝”’％,.:;!?)]}%".contains(c)
}

/// Punctuation that no emphasis ends with.
pub(super) fn is_opening(c: char) -> bool {
    "（【《〈「『〔［｛“‘([{".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_known() {
        for c in ['汉', '。', '，', '（', '：', '〇', '㎡', '𠮷', '％', 'あ'] {
            assert!(is_chinese(c), "{c}");
        }
        for c in ['a', '5', '%', '“', '—', 'é', ' ', '\u{E000}', '한'] {
            assert!(!is_chinese(c), "{c}");
        }
    }

    #[test]
    fn shared_punctuation_follows_its_neighbour() {
        assert!(ends_chinese("“两位数”"));
        assert!(!ends_chinese("“double digits”"));
        assert!(starts_chinese("“两位数”"));
        assert!(!starts_chinese("——GDP"));
        assert!(!ends_chinese("…"));
        assert!(!ends_chinese(""));
    }

    #[test]
    fn punctuation_is_told_from_letters() {
        for c in ['%', '。', '”', '+', '¥', '㎡', '→', '*', '|'] {
            assert!(is_punctuation(c), "{c}");
        }
        for c in ['汉', 'a', '5', '①', '\u{E000}', '\u{301}', ' '] {
            assert!(!is_punctuation(c), "{c}");
        }
    }
}
