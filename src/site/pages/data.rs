//! The page where all data are found.

use crate::dataset::FIGURES;
use crate::diagnostic::Diagnostics;
use crate::site::frame::{Frame, Head};
use crate::site::view::{ColumnNote, DataBody, DataFileView, DataRow, DataYear, Download, Link};
use crate::site::{DataFile, Format, PageKind, Route, data};

pub(super) fn render(frame: &Frame<'_, '_>, findings: &mut Diagnostics) -> Vec<u8> {
    let mut head = Head::new(frame.t("site.title.data", &[]), frame.describe("data", &[]));
    let bulletins = 0..frame.content().bulletins.len();
    head.demonstration = bulletins.into_iter().any(|at| frame.site.lists.is_demonstration(at));
    frame.render("data.html", head, body(frame), findings)
}

fn body(frame: &Frame<'_, '_>) -> DataBody {
    let lang = frame.lang;
    let tables = [DataFile::Figures, DataFile::Bulletins, DataFile::Indicators, DataFile::Places];
    let descriptions = [DataFile::Index, DataFile::Package, DataFile::CsvMetadata, DataFile::Catalogue];
    let files = |files: [DataFile; 4]| files.map(|file| file_view(frame, file)).into();
    let columns = FIGURES.iter().map(|column| ColumnNote {
        name: column.name,
        title: column.title(lang),
        description: column.description(lang),
    });
    let site = &frame.content().site;
    let address = frame.site.url(Route::Page(lang, PageKind::Data));
    let cited =
        [("agency", site.agency.name.get(lang).as_str()), ("site", site.name.get(lang)), ("url", &address)];
    let licence = site.licence.as_ref().map(|licence| Link {
        label: licence.name.get(lang).clone(),
        href: licence.url.value.clone(),
        lang: None,
    });
    let years = frame.site.lists.years().map(|year| year_view(frame, year));
    DataBody {
        tables: files(tables),
        descriptions: files(descriptions),
        years: years.filter(|year| !year.bulletins.is_empty()).collect(),
        columns: columns.collect(),
        indicators: frame.link(frame.t("site.title.indicators", &[]), PageKind::Indicators),
        cite: frame.t("site.cite.data", &cited),
        licence,
    }
}

fn file_view(frame: &Frame<'_, '_>, file: DataFile) -> DataFileView {
    let (key, kind) = match file {
        DataFile::Figures => ("figures", "CSV"),
        DataFile::Bulletins => ("bulletins", "CSV"),
        DataFile::Indicators => ("indicators", "CSV"),
        DataFile::Places => ("places", "CSV"),
        DataFile::Package => ("package", "Data Package"),
        DataFile::CsvMetadata | DataFile::BulletinsCsvMetadata | DataFile::FiguresCsvw => ("csvw", "CSVW"),
        DataFile::Catalogue => ("catalogue", "DCAT"),
        DataFile::Index | DataFile::FiguresSchema | DataFile::IndexSchema => ("index", "JSON"),
    };
    let href = frame.href(Route::Data(file));
    let label = frame.t(&format!("site.data.{key}"), &[]);
    let text = frame.t(&format!("site.data.{key}_text"), &[]);
    DataFileView { file: Download { label, href, kind }, text }
}

fn year_view(frame: &Frame<'_, '_>, year: i16) -> DataYear {
    let of_year = frame.site.lists.of_year(year).iter();
    let bulletins = of_year.map(|&at| row(frame, at)).filter(|row| !row.files.is_empty());
    DataYear { year, bulletins: bulletins.collect() }
}

fn row(frame: &Frame<'_, '_>, at: usize) -> DataRow {
    let bulletin = &frame.content().bulletins[at];
    let title = bulletin.title.value.get(frame.lang);
    DataRow {
        title: frame.link(title, PageKind::Bulletin(at)),
        released: frame.date(bulletin.released.value),
        demonstration: frame.site.lists.is_demonstration(at),
        files: downloads(frame, at, |format| {
            frame.t("site.data.file", &[("title", title), ("format", format.name())])
        }),
    }
}

/// The files of a bulletin's figures, each under the label that `label` gives it.
pub(super) fn downloads(frame: &Frame<'_, '_>, at: usize, label: impl Fn(Format) -> String) -> Vec<Download> {
    let formats = data::formats(&frame.content().bulletins[at]).iter();
    let download = |&format: &Format| Download {
        label: label(format),
        href: frame.href(Route::Figures(at, format)),
        kind: format.name(),
    };
    formats.map(download).collect()
}
