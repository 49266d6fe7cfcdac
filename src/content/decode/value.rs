//! A value, and how its mistakes are reported.

use toml::Spanned;
use toml::de::DeValue;

use super::{Decode, Document, Fields};
use crate::content::{Id, Located};
use crate::diagnostic::{Code, Diagnostic, Span, did_you_mean, nearest};
use crate::figure::{Amount, Magnitude, Unit};
use crate::lang::Text;

/// A value of a TOML file with the key that it belongs to.
#[derive(Clone, Copy)]
pub(in crate::content) struct Value<'a> {
    document: &'a Document<'a>,
    key: &'a str,
    value: &'a Spanned<DeValue<'a>>,
}

impl<'a> Value<'a> {
    pub(super) fn new(document: &'a Document<'a>, key: &'a str, value: &'a Spanned<DeValue<'a>>) -> Self {
        Value { document, key, value }
    }

    /// Where it stands.
    pub(in crate::content) fn span(self) -> Span {
        self.document.span(self.value.span())
    }

    /// The value as TOML knows it.
    pub(super) fn raw(self) -> &'a DeValue<'a> {
        self.value.get_ref()
    }

    /// Whether it is a table.
    pub(in crate::content) fn is_table(self) -> bool {
        self.raw().is_table()
    }

    /// Reads the table that it should be.
    pub(in crate::content) fn table<T>(self, read: impl FnOnce(&mut Fields<'a>) -> Option<T>) -> Option<T> {
        let DeValue::Table(table) = self.raw() else {
            return self.wrong_type(&Text::new("一组键值", "a table"), "{ … }");
        };
        let mut fields = Fields::new(self.document, table, self.span().into());
        let entry = read(&mut fields);
        fields.finish();
        entry
    }

    /// The items of the list of tables that it should be.
    pub(in crate::content) fn tables(self) -> Option<impl Iterator<Item = Value<'a>> + use<'a>> {
        self.items(&Text::new("列表", "a list"), "[{ … }]")
    }

    /// The items of the list that it should be.
    pub(super) fn items(
        self,
        what: &Text,
        example: &str,
    ) -> Option<impl Iterator<Item = Value<'a>> + use<'a>> {
        match self.raw() {
            DeValue::Array(items) => {
                Some(items.iter().map(move |item| Value::new(self.document, self.key, item)))
            }
            _ => self.wrong_type(what, example),
        }
    }

    /// The string that it should be.
    pub(in crate::content) fn string(self, what: &Text, example: &str) -> Option<&'a str> {
        match self.raw() {
            DeValue::String(text) => Some(text),
            _ => self.wrong_type(what, example),
        }
    }

    /// The digits of a number, just as they were typed: `1.40` stays `1.40` and never becomes a float.
    pub(super) fn number(self) -> Option<&'a str> {
        match self.raw() {
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str()),
            DeValue::Float(number) => Some(number.as_str()),
            _ => None,
        }
    }

    /// One of the words of a list.
    pub(in crate::content) fn choice<T: Copy>(self, what: &Text, choices: &[(&str, T)]) -> Option<T> {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let word = self.string(what, &format!("\"{}\"", names.join("\" / \"")))?;
        if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == word) {
            return Some(*choice);
        }
        let near = nearest(word, names.iter().copied());
        let all =
            Text::new(format!("可用的值：{}", names.join("、")), format!("it may be: {}", names.join(", ")));
        let key = self.key;
        self.bad(
            Text::new(format!("`{key}`不能是“{word}”"), format!("`{key}` cannot be `{word}`")),
            if near.is_empty() { all } else { did_you_mean(&near) },
        )
    }

    /// A quantity; a bare number is in the given unit.
    pub(in crate::content) fn amount(self, unit: Option<(Unit, Magnitude)>) -> Option<Located<Amount>> {
        let text = match self.number() {
            Some(number) => number,
            None => self.string(&Amount::what(), &Amount::example())?,
        };
        match Amount::read(text, unit) {
            Ok(amount) => Some(Located::new(amount, self.span())),
            Err(error) => {
                let (message, help) = super::types::explain_amount(text, &error);
                self.bad(message, help)
            }
        }
    }

    /// The id that a key should be.
    pub(in crate::content) fn id_of(self, key: Located<&str>) -> Option<Id> {
        let id = Id::new(key.value);
        if id.is_none() {
            self.document.report(bad_id(key.value, key.span));
        }
        id
    }

    /// The id that the value should be.
    pub(super) fn id(self) -> Option<Id> {
        let text = self.string(&Id::what(), &Id::example())?;
        let id = Id::new(text);
        if id.is_none() {
            self.document.report(bad_id(text, self.span()));
        }
        id
    }

    /// Reports a value of the right type that makes no sense.
    pub(in crate::content) fn bad<T>(self, message: Text, help: Text) -> Option<T> {
        self.report(Code::BadValue, message, help)
    }

    /// Reports the value's key.
    pub(in crate::content) fn bad_key<T>(self, key: Span, message: Text, help: Text) -> Option<T> {
        self.document.report(Diagnostic::new(Code::BadValue, key, message, help));
        None
    }

    /// Reports the value.
    pub(in crate::content) fn report<T>(self, code: Code, message: Text, help: Text) -> Option<T> {
        self.document.report(Diagnostic::new(code, self.span(), message, help));
        None
    }

    /// Reports a value of the wrong type.
    pub(super) fn wrong_type<T>(self, what: &Text, example: &str) -> Option<T> {
        let key = self.key;
        let found = type_name(self.raw());
        let message = Text::new(
            format!("`{key}`应为{}，此处却是{}", what.zh, found.zh),
            format!("`{key}` should be {}, but this is {}", what.en, found.en),
        );
        let help = match self.raw() {
            DeValue::Datetime(_) => {
                let quoted = self.document.text.get(self.value.span()).unwrap_or_default();
                Text::new(format!("加上引号：\"{quoted}\""), format!("quote it: \"{quoted}\""))
            }
            _ => Text::new(format!("写作 {key} = {example}"), format!("write {key} = {example}")),
        };
        self.report(Code::WrongType, message, help)
    }
}

fn bad_id(name: &str, span: Span) -> Diagnostic {
    let message = Text::new(format!("“{name}”不能作标识"), format!("`{name}` cannot be an id"));
    Diagnostic::new(Code::BadId, span, message, id_help(name))
}

/// How to mend an id, with the id that was probably meant.
pub(in crate::content) fn id_help(name: &str) -> Text {
    let mended = name.trim().to_lowercase().replace([' ', '.', '/'], "-");
    let rule = Text::new(
        "标识只用小写字母、数字、_ 和 -，以字母或数字开头，不超过100个字符",
        "an id has only lower-case letters, digits, _ and -, begins with a letter or digit, and has 100 characters at most",
    );
    match Id::new(&mended) {
        Some(id) => Text::new(format!("{}，如 {id}", rule.zh), format!("{}: {id}", rule.en)),
        None => rule,
    }
}

fn type_name(value: &DeValue<'_>) -> Text {
    match value {
        DeValue::String(_) => Text::new("文字", "a text"),
        DeValue::Integer(number) if number.radix() != 10 => {
            Text::new("非十进制的数", "a number that is not in base ten")
        }
        DeValue::Integer(_) => Text::new("整数", "a whole number"),
        DeValue::Float(_) => Text::new("小数", "a decimal number"),
        DeValue::Boolean(_) => Text::new("true/false", "true or false"),
        DeValue::Datetime(_) => Text::new("没有引号的日期", "a date without quotation marks"),
        DeValue::Array(_) => Text::new("列表", "a list"),
        DeValue::Table(_) => Text::new("一组键值", "a table"),
    }
}
