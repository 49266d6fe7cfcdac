//! The catalogue of datasets (W3C, Data Catalog Vocabulary, version 3), as JSON-LD.

use serde_json::{Value as Json, json};

use super::{formats, last_change, modified, tagged};
use crate::lang::{Lang, Text};
use crate::site::{DataFile, Format, PageKind, Route, Site};

/// The catalogue: a dataset of the whole site, and one for each bulletin that states figures.
pub(super) fn catalogue(site: &Site<'_>) -> Json {
    let config = &site.content.site;
    let stated = site.lists.newest().iter().copied();
    let stated = stated.filter(|&at| !site.content.bulletins[at].figures.is_empty());
    let datasets: Vec<Json> =
        std::iter::once(whole(site)).chain(stated.map(|at| of_bulletin(site, at))).collect();
    let mut catalogue = json!({
        "@context": context(),
        "@id": site.url(Route::Data(DataFile::Catalogue)),
        "@type": "dcat:Catalog",
        "dct:title": tagged(&config.name),
        "dct:description": tagged(&config.description),
        "dct:language": languages(),
        "foaf:homepage": document(site, config.default_language, PageKind::Data),
        "dct:publisher": publisher(site),
    });
    finish(site, &mut catalogue, modified(site).map(|day| day.notation()));
    catalogue["dcat:dataset"] = json!(datasets);
    catalogue["@included"] = authorities();
    catalogue
}

fn context() -> Json {
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

fn whole(site: &Site<'_>) -> Json {
    let config = &site.content.site;
    let name = Text::new(format!("{}：全部数据", config.name.zh), format!("{}: all figures", config.name.en));
    let mut dataset = json!({
        "@id": dataset_id(&site.url(Route::Data(DataFile::Figures))),
        "@type": "dcat:Dataset",
        "dct:title": tagged(&name),
        "dct:description": tagged(&config.description),
        "dct:language": languages(),
        "dct:publisher": publisher(site),
        "dcat:landingPage": Lang::BOTH.map(|lang| document(site, lang, PageKind::Data)),
    });
    if let Some(contact) = contact(site) {
        dataset["dcat:contactPoint"] = contact;
    }
    finish(site, &mut dataset, modified(site).map(|day| day.notation()));
    let files = [DataFile::Figures, DataFile::Bulletins, DataFile::Indicators, DataFile::Places];
    let described = site.url(Route::Data(DataFile::CsvMetadata));
    dataset["dcat:distribution"] = files
        .map(|file| distribution(site, Route::Data(file), file.name(), Format::Csv, &described))
        .into_iter()
        .collect();
    dataset
}

fn of_bulletin(site: &Site<'_>, at: usize) -> Json {
    let bulletin = &site.content.bulletins[at];
    let period = bulletin.period.value;
    let mut dataset = json!({
        "@id": dataset_id(&site.url(Route::Figures(at, Format::Json))),
        "@type": "dcat:Dataset",
        "dct:identifier": bulletin.key(),
        "dct:title": tagged(&bulletin.title.value),
        "dct:description": tagged(&bulletin.summary),
        "dct:language": languages(),
        "dct:publisher": publisher(site),
        "dct:issued": dated(&bulletin.released.value.notation()),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": dated(&period.first_day().to_string()),
            "dcat:endDate": dated(&period.last_day().to_string()),
        },
        "dct:spatial": spatial(site, at),
        "dcat:landingPage": Lang::BOTH.map(|lang| document(site, lang, PageKind::Bulletin(at))),
    });
    finish(site, &mut dataset, Some(last_change(bulletin).notation()));
    let keywords = Lang::BOTH.into_iter().flat_map(|lang| {
        let words = bulletin.keywords.get(lang).iter();
        words.map(move |word| json!({ "@value": word, "@language": lang.tag() }))
    });
    let keywords: Vec<Json> = keywords.collect();
    if !keywords.is_empty() {
        dataset["dcat:keyword"] = json!(keywords);
    }
    let files = formats(bulletin).iter().map(|&format| {
        let described = match format {
            Format::Json => DataFile::FiguresSchema,
            Format::Csv | Format::Xlsx => DataFile::BulletinsCsvMetadata,
        };
        let described = site.url(Route::Data(described));
        distribution(site, Route::Figures(at, format), format.name(), format, &described)
    });
    dataset["dcat:distribution"] = files.collect();
    dataset
}

/// What a dataset and the catalogue have in common at their end.
fn finish(site: &Site<'_>, described: &mut Json, modified: Option<String>) {
    if let Some(day) = modified {
        described["dct:modified"] = dated(&day);
    }
    if let Some(licence) = &site.content.site.licence {
        described["dct:license"] = json!({
            "@id": licence.url.value, "@type": "dct:LicenseDocument", "rdfs:label": tagged(&licence.name),
        });
    }
}

fn distribution(site: &Site<'_>, route: Route, title: &str, format: Format, described: &str) -> Json {
    let url = site.url(route);
    let mut distribution = json!({
        "@id": url,
        "@type": "dcat:Distribution",
        "dct:title": title,
        "dcat:accessURL": { "@id": url },
        "dcat:downloadURL": { "@id": url },
        "dcat:mediaType": { "@id": media_type_id(format) },
        "dct:format": { "@id": file_type_id(format) },
        "dct:conformsTo": { "@id": described, "@type": "dct:Standard" },
    });
    if let Some(licence) = &site.content.site.licence {
        distribution["dct:license"] = json!({ "@id": licence.url.value });
    }
    distribution
}

/// The place, by its division code where it has one.
fn spatial(site: &Site<'_>, at: usize) -> Json {
    let bulletin = &site.content.bulletins[at];
    let Some(place) = site.content.registry.places.get(&bulletin.place.value) else { return json!([]) };
    let mut location = json!({
        "@type": "dct:Location",
        "rdfs:label": tagged(place.name_on(bulletin.period.value.last_day())),
    });
    if let Some(code) = &place.code {
        location["dct:identifier"] = json!(code);
    }
    location
}

fn publisher(site: &Site<'_>) -> Json {
    json!({
        "@id": dataset_id(&site.url(Route::Root)),
        "@type": "foaf:Agent",
        "foaf:name": tagged(&site.content.site.agency.name),
    })
}

fn contact(site: &Site<'_>) -> Option<Json> {
    let agency = &site.content.site.agency;
    let email = agency.email.as_ref()?;
    Some(json!({
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": tagged(&agency.name),
        "vcard:hasEmail": { "@id": format!("mailto:{}", email.value) },
    }))
}

/// A thing is not the file that tells of it.
fn dataset_id(url: &str) -> String {
    let part = if url.ends_with('/') { "publisher" } else { "dataset" };
    format!("{url}#{part}")
}

/// A page, as a document.
fn document(site: &Site<'_>, lang: Lang, kind: PageKind) -> Json {
    json!({ "@id": site.url(Route::Page(lang, kind)), "@type": "foaf:Document" })
}

/// What the names of the two authorities stand for, said once.
fn authorities() -> Json {
    let formats = Format::ALL.into_iter().flat_map(|format| {
        [
            json!({ "@id": media_type_id(format), "@type": "dct:MediaType" }),
            json!({ "@id": file_type_id(format), "@type": "dct:MediaTypeOrExtent" }),
        ]
    });
    let languages = LANGUAGES.map(|id| json!({ "@id": id, "@type": "dct:LinguisticSystem" }));
    formats.chain(languages).collect()
}

/// A media type, as its registry names it.
fn media_type_id(format: Format) -> String {
    let media_type = match format {
        Format::Csv => "text/csv",
        Format::Json => "application/json",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    format!("https://www.iana.org/assignments/media-types/{media_type}")
}

/// A kind of file, as the Publications Office of the European Union names it.
fn file_type_id(format: Format) -> String {
    format!("http://publications.europa.eu/resource/authority/file-type/{}", format.name())
}

/// Chinese and English, as the Publications Office names them.
const LANGUAGES: [&str; 2] = [
    "http://publications.europa.eu/resource/authority/language/ZHO",
    "http://publications.europa.eu/resource/authority/language/ENG",
];

fn languages() -> Json {
    json!(LANGUAGES.map(|id| json!({ "@id": id })))
}

/// A day or a month with its type.
fn dated(text: &str) -> Json {
    let kind = match text.matches('-').count() {
        2 => "xsd:date",
        1 => "xsd:gYearMonth",
        _ => "xsd:gYear",
    };
    json!({ "@value": text, "@type": kind })
}
