//! M3: English words that look like the Chinese and mean something else.

use std::sync::LazyLock;

use serde::Deserialize;

use super::context::{has_any, is_quoted, sentence};
use super::lexicon::Lexicon;
use super::{Case, Draft, Read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::{Lang, Text};

/// A word that is taken for another, as false_friends.toml has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Friend {
    words: Vec<String>,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    zh: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    friend: Vec<Friend>,
}

/// The words of false_friends.toml.
pub(super) struct Friends {
    friends: Vec<Friend>,
    lexicon: Lexicon<usize>,
}

static FRIENDS: LazyLock<Friends> = LazyLock::new(|| {
    let file = toml::from_str(include_str!("false_friends.toml")).unwrap_or(File { friend: Vec::new() });
    let words = file.friend.iter().enumerate();
    let lexicon =
        Lexicon::new(words.flat_map(|(at, friend)| friend.words.iter().map(move |word| (word, at))));
    Friends { friends: file.friend, lexicon }
});

impl Friends {
    /// The list that the program brings along.
    pub(super) fn embedded() -> &'static Self {
        &FRIENDS
    }

    /// Whether a phrase is in the list and its sentence shows that it is meant as it stands.
    pub(super) fn excuse(&self, phrase: &str, sentence: &str) -> bool {
        let friends = self.lexicon.find(phrase).into_iter().map(|(_, at)| &self.friends[*at]);
        friends.into_iter().any(|friend| has_any(sentence, &friend.unless))
    }
}

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    let Some(draft) = &case.drafts.en else { return };
    for read in &draft.passages {
        found.push_all(friends_in(case.knowledge.friends, draft, read));
    }
}

fn friends_in(friends: &Friends, draft: &Draft<'_>, read: &Read) -> Vec<Diagnostic> {
    let text = &read.passage.text;
    let judge = |(range, at): (std::ops::Range<usize>, &usize)| {
        let friend = &friends.friends[*at];
        let around = sentence(text, Lang::En, &range);
        let is_meant = has_any(&around, &friend.unless)
            || !(friend.with.is_empty() || has_any(&around, &friend.with))
            || is_quoted(text, &range, &around);
        let said = &text[range.clone()];
        (!is_meant).then(|| {
            Diagnostic::new(
                Code::FalseFriend,
                draft.span(&read.passage, &range),
                Text::new(
                    format!("“{said}”不是“{}”的意思", friend.zh),
                    format!("`{said}` is not what {} means", friend.zh),
                ),
                Text::new(
                    format!("原文是“{}”的，改为：{}", friend.zh, friend.en),
                    format!("if the Chinese is {}, write: {}", friend.zh, friend.en),
                ),
            )
        })
    };
    friends.lexicon.find(text).into_iter().filter_map(judge).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_can_be_read() {
        assert!(Friends::embedded().friends.len() > 20);
        assert!(Friends::embedded().excuse("special class", "shares of a special class"));
    }
}
