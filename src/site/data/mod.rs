//! Data files: the figures of a bulletin in three forms, those of the whole site, and what describes them.

mod book;
mod catalogue;
mod csvw;
mod index;
mod package;
mod record;
mod schema;

use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::{DataFile, Format, PageKind, Route, Site};
use crate::content::Bulletin;
use crate::dataset::{self, FIGURES, Table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::Period;
use crate::lang::{Both, Lang, Text};

/// The figures of a bulletin.
pub(super) fn figures(site: &Site<'_>, at: usize, format: Format, findings: &mut Diagnostics) -> Vec<u8> {
    match format {
        Format::Csv => dataset::of_bulletin(&site.index, &site.content.bulletins[at]).csv(),
        Format::Json => json_bytes(&record::figures(site, at)),
        Format::Xlsx => dataset::workbook(&book::book(site, at)).unwrap_or_else(|error| {
            findings.push(no_workbook(&site.content.bulletins[at], &error.to_string()));
            Vec::new()
        }),
    }
}

/// A file about the whole site.
pub(super) fn file(site: &Site<'_>, file: DataFile) -> Vec<u8> {
    match file {
        DataFile::Figures => all_figures(site).csv(),
        DataFile::Bulletins => bulletins(site).csv(),
        DataFile::Indicators => dataset::indicators(&site.content.registry).csv(),
        DataFile::Places => dataset::places(&site.content.registry).csv(),
        DataFile::Index => json_bytes(&index::index(site)),
        DataFile::Package => json_bytes(&package::package(site)),
        DataFile::CsvMetadata => json_bytes(&csvw::tables(site)),
        DataFile::BulletinsCsvMetadata => json_bytes(&csvw::tables_of_bulletins(site)),
        DataFile::FiguresCsvw => json_bytes(&csvw::figures_schema()),
        DataFile::Catalogue => json_bytes(&catalogue::catalogue(site)),
        DataFile::FiguresSchema => json_bytes(&schema::figures()),
        DataFile::IndexSchema => json_bytes(&schema::index()),
    }
}

/// The figures of all bulletins, in the order of content.
fn all_figures<'a>(site: &'a Site<'_>) -> Table<'a> {
    let bulletins = &site.content.bulletins;
    let tables: Vec<Table<'a>> =
        bulletins.par_iter().map(|bulletin| dataset::of_bulletin(&site.index, bulletin)).collect();
    Table { columns: FIGURES, rows: tables.into_iter().flat_map(|table| table.rows).collect() }
}

fn bulletins<'a>(site: &'a Site<'_>) -> Table<'a> {
    dataset::bulletins(
        site.content
            .bulletins
            .iter()
            .enumerate()
            .map(|(at, bulletin)| (bulletin, pages(site, at), site.lists.is_demonstration(at))),
    )
}

/// The addresses of a bulletin's pages.
fn pages(site: &Site<'_>, at: usize) -> Text {
    Both::from_fn(|lang| site.url(Route::Page(lang, PageKind::Bulletin(at))))
}

/// The forms in which a bulletin's figures can be had: none where it states no figure.
pub(super) fn formats(bulletin: &Bulletin) -> &'static [Format] {
    if bulletin.figures.is_empty() { &[] } else { &Format::ALL }
}

/// When the content last tells of a change: a release, a correction or a notice.
fn modified(site: &Site<'_>) -> Option<Period> {
    site.content.bulletins.iter().map(last_change).max()
}

/// The same of one bulletin.
fn last_change(bulletin: &Bulletin) -> Period {
    let later = bulletin.corrections.iter().chain(&bulletin.notices).map(|text| text.date.value);
    later.fold(bulletin.released.value, Period::max)
}

/// A text in both languages as JSON-LD writes it.
fn tagged(text: &Text) -> Json {
    json!(Lang::BOTH.map(|lang| json!({ "@value": text.get(lang), "@language": lang.tag() })))
}

/// A text in both languages where only one string is allowed.
fn joined(text: &Text) -> String {
    format!("{} · {}", text.zh, text.en)
}

fn json_bytes(document: &impl Serialize) -> Vec<u8> {
    // Maps with texts as keys and finite numbers always serialise.
    let mut bytes = serde_json::to_vec_pretty(document).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn no_workbook(bulletin: &Bulletin, error: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadValue,
        bulletin.id.span,
        Text::new(format!("电子表格无法生成：{error}"), format!("the spreadsheet cannot be made: {error}")),
        Text::new(
            "检查本期公报的标题、数据和图表是否过长",
            "look for titles, figures or charts of excessive length in this bulletin",
        ),
    )
}
