//! The interface's words: one TOML file a language, strict in both directions.

use std::collections::BTreeSet;
use std::fmt;

use rustc_hash::FxHashMap;

use crate::lang::{Both, Lang, Text};

/// The words of the interface, by dotted key.
#[derive(Default, Debug)]
pub struct Strings {
    entries: Both<FxHashMap<String, Entry>>,
}

#[derive(Clone, Debug)]
enum Entry {
    One(String),
    Plural { one: String, other: String },
}

/// What is wrong with the interface's words.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "`Display` says what each means")]
pub enum StringsError {
    Syntax { lang: Lang, message: String },
    NotText { lang: Lang, key: String },
    OnlyIn { lang: Lang, key: String },
    Placeholders { key: String, zh: String, en: String },
    Unknown { key: String },
    Unfilled { key: String, name: String },
}

impl StringsError {
    /// What is wrong, in one sentence without a full stop.
    pub fn text(&self) -> Text {
        match self {
            StringsError::Syntax { lang, message } => {
                let file = file(*lang);
                Text::new(format!("{file}：TOML语法错误：{message}"), format!("{file}: {message}"))
            }
            StringsError::NotText { lang, key } => {
                let file = file(*lang);
                Text::new(
                    format!("{file}：`{key}`既不是文字，也不是one和other"),
                    format!("{file}: `{key}` is neither a text nor one/other"),
                )
            }
            StringsError::OnlyIn { lang, key } => {
                let file = file(*lang);
                Text::new(format!("只有{file}中有`{key}`"), format!("`{key}` stands in {file} only"))
            }
            StringsError::Placeholders { key, zh, en } => Text::new(
                format!("`{key}`的占位符不一致：中文{zh}，英文{en}"),
                format!("`{key}` has the placeholders {zh} in Chinese and {en} in English"),
            ),
            StringsError::Unknown { key } => Text::new(
                format!("没有名为`{key}`的界面文字"),
                format!("no interface string is called `{key}`"),
            ),
            StringsError::Unfilled { key, name } => Text::new(
                format!("界面文字`{key}`缺少{{{name}}}的值"),
                format!("interface string `{key}` wants a value for {{{name}}}"),
            ),
        }
    }
}

impl fmt::Display for StringsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text().en)
    }
}

fn file(lang: Lang) -> String {
    format!("strings/{}.toml", lang.code())
}

impl Strings {
    /// Reads both files, later ones overriding earlier ones key by key, and compares the languages.
    ///
    /// # Errors
    /// All mistakes of all files.
    pub fn read(layers: &[Both<&str>]) -> Result<Self, Vec<StringsError>> {
        let mut strings = Strings::default();
        let mut errors = Vec::new();
        for layer in layers {
            for lang in Lang::BOTH {
                match layer.get(lang).parse::<toml::Table>() {
                    Ok(table) => flatten("", &table, lang, strings.entries.get_mut(lang), &mut errors),
                    Err(error) => {
                        errors.push(StringsError::Syntax { lang, message: error.message().to_owned() });
                    }
                }
            }
        }
        strings.compare(&mut errors);
        if errors.is_empty() { Ok(strings) } else { Err(errors) }
    }

    fn compare(&self, errors: &mut Vec<StringsError>) {
        let keys: BTreeSet<&String> = self.entries.zh.keys().chain(self.entries.en.keys()).collect();
        for key in keys {
            match (self.entries.zh.get(key), self.entries.en.get(key)) {
                (Some(zh), Some(en)) if zh.placeholders() != en.placeholders() => {
                    let list = |entry: &Entry| format!("{:?}", entry.placeholders());
                    errors.push(StringsError::Placeholders { key: key.clone(), zh: list(zh), en: list(en) });
                }
                (Some(_), None) => errors.push(StringsError::OnlyIn { lang: Lang::Zh, key: key.clone() }),
                (None, Some(_)) => errors.push(StringsError::OnlyIn { lang: Lang::En, key: key.clone() }),
                _ => {}
            }
        }
    }

    /// The string of a key with its placeholders filled; `n` chooses between one and other.
    ///
    /// # Errors
    /// An unknown key, or a placeholder without a value.
    pub fn fill(&self, lang: Lang, key: &str, args: &[(&str, &str)]) -> Result<String, StringsError> {
        let entry =
            self.entries.get(lang).get(key).ok_or_else(|| StringsError::Unknown { key: key.to_owned() })?;
        let text = match entry {
            Entry::One(text) => text,
            Entry::Plural { one, other } => {
                let singular = args.iter().any(|&(name, value)| name == "n" && value == "1");
                if singular { one } else { other }
            }
        };
        fill(key, text, args)
    }

    /// The string of a key that the embedded theme is known to have.
    ///
    /// A key or value that is missing shows as the key itself; a test over the embedded theme and every
    /// page kind sees to it that none is.
    pub fn text(&self, lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
        self.fill(lang, key, args).unwrap_or_else(|_| format!("[{key}]"))
    }
}

impl Entry {
    fn placeholders(&self) -> BTreeSet<&str> {
        let texts: &[&str] = match self {
            Entry::One(text) => &[text],
            Entry::Plural { one, other } => &[one, other],
        };
        texts.iter().flat_map(|text| names(text)).collect()
    }
}

/// The names in braces.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

fn fill(key: &str, text: &str, args: &[(&str, &str)]) -> Result<String, StringsError> {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        let value = args.iter().find(|(candidate, _)| *candidate == name).map(|&(_, value)| value);
        let unfilled = || StringsError::Unfilled { key: key.to_owned(), name: name.to_owned() };
        filled.push_str(value.ok_or_else(unfilled)?);
        rest = tail;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn flatten(
    prefix: &str,
    table: &toml::Table,
    lang: Lang,
    entries: &mut FxHashMap<String, Entry>,
    errors: &mut Vec<StringsError>,
) {
    for (name, value) in table {
        let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match value {
            toml::Value::String(text) => {
                entries.insert(key, Entry::One(text.clone()));
            }
            toml::Value::Table(inner) => match plural(inner) {
                Some(entry) => {
                    entries.insert(key, entry);
                }
                None => flatten(&key, inner, lang, entries, errors),
            },
            _ => errors.push(StringsError::NotText { lang, key }),
        }
    }
}

fn plural(table: &toml::Table) -> Option<Entry> {
    match (table.len(), table.get("one"), table.get("other")) {
        (2, Some(toml::Value::String(one)), Some(toml::Value::String(other))) => {
            Some(Entry::Plural { one: one.clone(), other: other.clone() })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_layers_override_and_placeholders_are_filled() {
        let base =
            Both { zh: "a.b = \"第{n}页\"", en: "a.b = { one = \"{n} page\", other = \"{n} pages\" }" };
        let over = Both { zh: "a.b = \"共{n}页\"", en: "" };
        let strings = Strings::read(&[base, over]).unwrap();
        assert_eq!(strings.fill(Lang::Zh, "a.b", &[("n", "1")]).unwrap(), "共1页");
        assert_eq!(strings.fill(Lang::En, "a.b", &[("n", "1")]).unwrap(), "1 page");
        assert_eq!(strings.fill(Lang::En, "a.b", &[("n", "2")]).unwrap(), "2 pages");
        assert!(matches!(strings.fill(Lang::En, "a.b", &[]), Err(StringsError::Unfilled { .. })));
        assert!(matches!(strings.fill(Lang::En, "a.c", &[]), Err(StringsError::Unknown { .. })));
    }

    #[test]
    fn languages_that_differ_are_refused_with_every_difference() {
        let errors = Strings::read(&[Both { zh: "a = \"{x}\"\nb = \"b\"", en: "a = \"{y}\"\nc = 1" }]);
        assert_eq!(errors.unwrap_err().len(), 3);
    }
}
