//! Reading markup that templates and narratives made: well formed but for what a theme's own template gets wrong,
//! which is taken for text.

/// A piece of markup; comments are left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Token<'h> {
    /// Text, with its character references as they are written.
    Text(&'h str),
    /// The start of an element.
    Start(Tag<'h>),
    /// The end of one, by its name.
    End(&'h str),
}

/// The start of an element.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Tag<'h> {
    pub(super) name: &'h str,
    /// What stands between the name and the `>`.
    attributes: &'h str,
}

/// Elements that have no end.
const VOID: [&str; 6] = ["area", "br", "hr", "img", "input", "wbr"];

impl<'h> Tag<'h> {
    /// Whether no end belongs to it.
    pub(super) fn is_void(self) -> bool {
        VOID.contains(&self.name) || self.attributes.ends_with('/')
    }

    /// Its attributes in order, values as they are written between the quotes.
    pub(super) fn attributes(self) -> impl Iterator<Item = (&'h str, &'h str)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/'));
            let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
            if name.is_empty() {
                return None;
            }
            let (value, after) = after.strip_prefix('=').map_or(("", after), value);
            rest = after;
            Some((name, value))
        })
    }

    /// The value of an attribute.
    pub(super) fn attribute(self, wanted: &str) -> Option<&'h str> {
        self.attributes().find_map(|(name, value)| (name == wanted).then_some(value))
    }

    /// Whether an attribute that is a list of words has `word` among them.
    pub(super) fn says(self, attribute: &str, word: &str) -> bool {
        self.attribute(attribute).is_some_and(|words| words.split_ascii_whitespace().any(|it| it == word))
    }
}

/// A value behind its `=`, and what follows it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len()))
}

/// The tokens of `html`, in order.
pub(super) fn tokens(html: &str) -> Tokens<'_> {
    Tokens { rest: html }
}

/// An iterator over tokens.
pub(super) struct Tokens<'h> {
    rest: &'h str,
}

impl<'h> Tokens<'h> {
    /// Takes `length` bytes of text.
    fn text(&mut self, length: usize) -> Token<'h> {
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        Token::Text(text)
    }
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        while let Some(comment) = self.rest.strip_prefix("<!") {
            let end = if comment.starts_with("--") { "-->" } else { ">" };
            self.rest = comment.split_once(end).map_or("", |(_, rest)| rest);
        }
        let first = self.rest.chars().next()?;
        let Some(inside) = self.rest.strip_prefix('<').filter(|inside| starts_tag(inside)) else {
            let after = first.len_utf8();
            return Some(self.text(self.rest[after..].find('<').map_or(self.rest.len(), |at| after + at)));
        };
        let Some(end) = end_of_tag(inside) else { return Some(self.text(self.rest.len())) };
        self.rest = &inside[end + 1..];
        let tag = &inside[..end];
        if let Some(name) = tag.strip_prefix('/') {
            return Some(Token::End(name.trim_ascii_end()));
        }
        let (name, attributes) = tag.split_at(tag.find(|c: char| !is_of_name(c)).unwrap_or(tag.len()));
        Some(Token::Start(Tag { name, attributes }))
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}

fn starts_tag(inside: &str) -> bool {
    inside.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Where the `>` stands that ends a tag; one in quotes does not.
fn end_of_tag(inside: &str) -> Option<usize> {
    let mut quote = None;
    inside.bytes().position(|byte| {
        match quote {
            Some(open) if open == byte => quote = None,
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            _ => {}
        }
        byte == b'>' && quote.is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_attributes_and_text_are_told_apart() {
        let html = "a<!-- <b> --><p class=\"x y\" title='1 > 0' hidden>b < c</p ><br/>";
        let read: Vec<Token<'_>> = tokens(html).collect();
        let [Token::Text("a"), Token::Start(p), Token::Text("b "), Token::Text("< c"), Token::End("p"), br] =
            read[..]
        else {
            panic!("{read:?}")
        };
        let attributes: Vec<_> = p.attributes().collect();
        assert_eq!(attributes, [("class", "x y"), ("title", "1 > 0"), ("hidden", "")]);
        assert!(p.says("class", "y") && !p.says("class", "x y") && !p.is_void());
        assert!(matches!(br, Token::Start(tag) if tag.is_void() && tag.attributes().next().is_none()));
    }
}
