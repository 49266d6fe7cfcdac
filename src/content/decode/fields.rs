//! The keys of a table.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{Decode, Document, Table, Value, hint};
use crate::content::{Id, Located};
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::figure::{Amount, Magnitude, Unit};
use crate::lang::Text;

/// A table whose keys are asked for one by one.
pub(in crate::content) struct Fields<'a> {
    document: &'a Document<'a>,
    table: &'a DeTable<'a>,
    at: Location,
    asked: Vec<&'static str>,
    /// Whether every key has been read, whatever it is called.
    complete: bool,
}

impl<'a> Fields<'a> {
    pub(super) fn new(document: &'a Document<'a>, table: &'a DeTable<'a>, at: Location) -> Self {
        Fields { document, table, at, asked: Vec::new(), complete: false }
    }

    /// The value of a key, if the key is there.
    pub(in crate::content) fn value(&mut self, key: &'static str) -> Option<Value<'a>> {
        self.asked.push(key);
        self.table.get(key).map(|value| Value::new(self.document, key, value))
    }

    /// What a key says, if the key is there.
    pub(in crate::content) fn optional<T: Decode>(&mut self, key: &'static str) -> Option<T> {
        self.value(key).and_then(T::decode)
    }

    /// What a key says, or else `default`; a wrong value is not replaced.
    pub(in crate::content) fn optional_or<T: Decode>(
        &mut self,
        key: &'static str,
        default: Option<T>,
    ) -> Option<T> {
        self.value(key).map_or(default, T::decode)
    }

    /// What a key says; reports the key as missing if it is not there.
    pub(in crate::content) fn required<T: Decode>(&mut self, key: &'static str) -> Option<T> {
        self.demand::<T>(key);
        self.optional(key)
    }

    /// Reports the key as missing if it is not there.
    pub(in crate::content) fn demand<T: Decode>(&self, key: &'static str) {
        if !self.table.contains_key(key) {
            self.report_missing(key, &format!("{key} = {}", T::example()));
        }
    }

    /// A text that has to be there. A wrong one is reported and read as an empty one, for it keeps nothing
    /// else from being checked.
    pub(in crate::content) fn text(&mut self, key: &'static str) -> Text {
        self.required(key).unwrap_or_default()
    }

    /// A list; an empty one if the key is not there.
    pub(in crate::content) fn list<T: Decode>(&mut self, key: &'static str) -> Vec<T> {
        self.optional(key).unwrap_or_default()
    }

    /// A table, if the key is there.
    pub(in crate::content) fn table<T: Table>(&mut self, key: &'static str) -> Option<T> {
        self.value(key)?.table(T::read)
    }

    /// A table that has to be there.
    pub(in crate::content) fn required_table<T: Table>(&mut self, key: &'static str) -> Option<T> {
        if !self.table.contains_key(key) {
            self.report_missing(key, &format!("[{key}]"));
        }
        self.table(key)
    }

    /// The tables of a list, such as `[[charts]]`; none if the key is not there.
    pub(in crate::content) fn tables<T: Table>(&mut self, key: &'static str) -> Vec<T> {
        self.tables_with(key, T::read)
    }

    /// The tables of a list that must not be empty.
    pub(in crate::content) fn required_tables<T: Table>(&mut self, key: &'static str) -> Vec<T> {
        let is_empty =
            |value: &Spanned<DeValue<'_>>| value.get_ref().as_array().is_some_and(|list| list.is_empty());
        if self.table.get(key).is_none_or(is_empty) {
            self.report_missing(key, &format!("[[{key}]]"));
        }
        self.tables(key)
    }

    /// The tables of a list, each read by a function that knows more than the table; those that it cannot read
    /// are left out.
    pub(in crate::content) fn tables_with<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Fields<'a>) -> Option<T>,
    ) -> Vec<T> {
        let items = self.value(key).and_then(Value::tables);
        items.into_iter().flatten().filter_map(|item| item.table(&mut read)).collect()
    }

    /// Reads a table whose keys are names, such as a breakdown. What cannot be read is left out.
    pub(in crate::content) fn cells<T>(
        &mut self,
        mut read: impl FnMut(Located<&'a str>, Value<'a>) -> Option<T>,
    ) -> Vec<T> {
        self.complete = true;
        self.all().filter_map(|(key, value)| read(key, value)).collect()
    }

    /// A quantity, if the key is there; a bare number is in the given unit.
    pub(in crate::content) fn amount(
        &mut self,
        key: &'static str,
        unit: Option<(Unit, Magnitude)>,
    ) -> Option<Located<Amount>> {
        self.value(key)?.amount(unit)
    }

    /// A quantity that has to be there.
    pub(in crate::content) fn required_amount(
        &mut self,
        key: &'static str,
        unit: Option<(Unit, Magnitude)>,
    ) -> Option<Located<Amount>> {
        self.demand::<Amount>(key);
        self.amount(key, unit)
    }

    /// Every key with its value, in the order of the file.
    fn all(&self) -> impl Iterator<Item = (Located<&'a str>, Value<'a>)> + use<'a> {
        let document = self.document;
        self.table.iter().map(move |(key, value)| {
            let name: &'a str = key.get_ref();
            (Located::new(name, document.span(key.span())), Value::new(document, name, value))
        })
    }

    /// Reads a table whose keys are ids, such as a register. Entries that cannot be read are left out.
    pub(in crate::content) fn entries<T, C: FromIterator<(Id, T)>>(
        &mut self,
        mut read: impl FnMut(Located<Id>, &mut Fields<'a>) -> Option<T>,
    ) -> C {
        self.complete = true;
        let entries = self.all().filter_map(|(key, value)| {
            let Some(id) = value.id_of(key) else {
                // Whatever it is called, somebody may refer to it.
                self.document.mark_incomplete();
                return None;
            };
            let entry = value.table(|fields| {
                // A register's entry is pointed at by its name; the span of its value may be far from it.
                fields.at = key.span.into();
                read(Located::new(id.clone(), key.span), fields)
            });
            if entry.is_none() {
                self.document.lose(id.as_str());
            }
            entry.map(|entry| (id, entry))
        });
        entries.collect()
    }

    /// Notes that the entry called so could not be read, so that references to it are not reported as well.
    pub(in crate::content) fn lose(&self, id: &Id) {
        self.document.lose(id.as_str());
    }

    /// The beginning of the file, for what is named after the file.
    pub(in crate::content) fn file_start<T>(&self, value: T) -> Located<T> {
        Located::new(value, self.document.span(0..0))
    }

    /// Reports every key that nobody has asked for.
    pub(super) fn finish(self) {
        if self.complete {
            return;
        }
        for key in self.table.keys() {
            if !self.asked.contains(&key.get_ref().as_ref()) {
                self.report_unknown(key);
            }
        }
    }

    fn report_missing(&self, key: &str, example: &str) {
        // A Chinese name of the key in its place is reported as unknown, with the name that is meant.
        if self.table.keys().any(|known| hint::ascii_keys(known.get_ref()).contains(&key)) {
            return;
        }
        self.document.report(Diagnostic::new(
            Code::MissingKey,
            self.at.clone(),
            Text::new(format!("缺少`{key}`"), format!("`{key}` is missing")),
            Text::new(format!("补上 {example}"), format!("add {example}")),
        ));
    }

    fn report_unknown(&self, key: &Spanned<DeString<'_>>) {
        let name = key.get_ref();
        self.document.report(Diagnostic::new(
            Code::UnknownKey,
            self.document.span(key.span()),
            Text::new(format!("不认识的键`{name}`"), format!("unknown key `{name}`")),
            hint::for_unknown_key(name, &self.asked),
        ));
    }
}
