//! The two languages of every site.

use serde::{Deserialize, Serialize};

/// One of the two languages that a site is published in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Simplified Chinese (`zh-CN`).
    Zh,
    /// English (`en`).
    En,
}

impl Lang {
    /// Both languages, Chinese first.
    pub const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The short code that file names, addresses and content keys use: `zh`, `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The value of an HTML `lang` attribute: `zh-CN`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The other language.
    pub fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }
}

/// Something that exists once in each language.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both<T> {
    /// In Chinese.
    pub zh: T,
    /// In English.
    pub en: T,
}

/// A text in both languages.
pub type Text = Both<String>;

impl<T> Both<T> {
    /// Makes the pair by asking for each language in turn.
    pub fn from_fn(mut make: impl FnMut(Lang) -> T) -> Self {
        Both { zh: make(Lang::Zh), en: make(Lang::En) }
    }

    /// The half in `lang`.
    pub fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The half in `lang`, to be changed.
    pub fn get_mut(&mut self, lang: Lang) -> &mut T {
        match lang {
            Lang::Zh => &mut self.zh,
            Lang::En => &mut self.en,
        }
    }

    /// The same pair with `change` applied to each half.
    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> Both<U> {
        Both { zh: change(self.zh), en: change(self.en) }
    }
}

impl Text {
    /// A text from its two halves.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Both { zh: zh.into(), en: en.into() }
    }
}

/// A name that may be known in one language only.
///
/// At least one half is present; the loader sees to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name(Both<Option<String>>);

impl Name {
    /// A name known in both languages.
    pub fn known(text: Text) -> Self {
        Name(text.map(Some))
    }

    /// A name from what is known of it; `None` when that is nothing.
    pub fn partial(halves: Both<Option<String>>) -> Option<Self> {
        (halves.zh.is_some() || halves.en.is_some()).then_some(Name(halves))
    }

    /// The name in `lang`, if it is known there.
    pub fn known_in(&self, lang: Lang) -> Option<&str> {
        self.0.get(lang).as_deref()
    }

    /// The name for a reader of `lang`, and the language that it is really in.
    pub fn for_reader(&self, lang: Lang) -> (&str, Lang) {
        match (self.known_in(lang), self.known_in(lang.other())) {
            (Some(name), _) => (name, lang),
            (None, Some(name)) => (name, lang.other()),
            (None, None) => ("", lang),
        }
    }
}
