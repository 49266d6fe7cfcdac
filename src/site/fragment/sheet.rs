//! How a WeChat article looks: `wechat.toml` of the theme, declarations by element.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::scan::Tag;
use super::wechat;

/// What stands for the institution's colour.
const ACCENT: &str = "{accent}";

/// Declarations by `element` or `element.class`; those of a class go before those of the element.
#[derive(Clone, Default, Debug)]
pub(in crate::site) struct Sheet {
    rules: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    styles: BTreeMap<String, String>,
}

impl Sheet {
    /// Reads `wechat.toml`.
    ///
    /// # Errors
    /// What is wrong with it, in English, as the TOML reader says it.
    pub(in crate::site) fn read(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        for (key, declarations) in &file.styles {
            let element = key.split_once('.').map_or(key.as_str(), |(element, _)| element);
            if !wechat::is_kept(element) {
                return Err(format!("`{key}`: a WeChat article has no <{element}>"));
            }
            if !is_declarations(&declarations.replace(ACCENT, "")) {
                return Err(format!("`{key}`: `{declarations}` is no list of declarations"));
            }
        }
        Ok(Sheet { rules: file.styles })
    }

    /// The same with the institution's colour in its place.
    pub(in crate::site) fn tinted(&self, accent: &str) -> Self {
        let tint = |(key, style): (&String, &String)| (key.clone(), style.replace(ACCENT, accent));
        Sheet { rules: self.rules.iter().map(tint).collect() }
    }

    /// The declarations for an element.
    pub(super) fn style(&self, tag: Tag<'_>) -> Option<&str> {
        let mut classes = tag.attribute("class").unwrap_or_default().split_ascii_whitespace();
        classes.find_map(|class| self.find(&format!("{}.{class}", tag.name))).or_else(|| self.find(tag.name))
    }

    fn find(&self, key: &str) -> Option<&str> {
        self.rules.get(key).map(String::as_str)
    }
}

/// Whether a text can stand in a `style` attribute and between braces alike.
fn is_declarations(text: &str) -> bool {
    !text.contains(['<', '>', '"', '{', '}'])
        && text.split(';').all(|one| one.trim().is_empty() || one.contains(':'))
}
