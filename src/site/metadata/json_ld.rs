//! Linked data after schema.org: one graph a page in a data block, which no content security policy counts as a script.

use super::{Metadata, Node};
use crate::analysis::words;
use crate::content::{Disclosure, Figure, Place, Status};
use crate::figure::{Magnitude, Period, Qualifier};
use crate::lang::Lang;
use crate::site::frame::Frame;
use crate::site::part;
use crate::site::{PageKind, Route};

/// The type of column whose bulletins are news of work; those of the others report data.
const NEWS: &str = "工作动态";

pub(super) fn write(html: &mut String, frame: &Frame<'_, '_>, page: &Metadata<'_>) {
    let mut nodes = vec![web_page(frame, page)];
    nodes.extend(subject(frame, page));
    nodes.push(web_site(frame));
    nodes.push(agency(frame));
    let Ok(json) = serde_json::to_string(&Node::graph(nodes)) else { return };
    html.push_str("\n  <script type=\"application/ld+json\">");
    // Nothing in a text can end the block or open a comment in it.
    html.push_str(&json.replace('<', "\\u003c"));
    html.push_str("</script>");
}

/// The page itself: what kind it is, where it stands and what it is about.
fn web_page<'p>(frame: &Frame<'_, 'p>, page: &'p Metadata<'p>) -> Node<'p> {
    let url = page.url.as_deref().unwrap_or_default();
    let kind = match frame.kind {
        PageKind::Bulletins
        | PageKind::Year(_)
        | PageKind::Column(_)
        | PageKind::Places
        | PageKind::Indicators
        | PageKind::Projects
        | PageKind::Plans
        | PageKind::Data => "CollectionPage",
        PageKind::Search => "SearchResultsPage",
        _ => "WebPage",
    };
    let node = Node::new(kind)
        .text("@id", url)
        .text("url", url)
        .text("name", page.title)
        .text("description", page.description.as_str())
        .text("inLanguage", frame.lang.tag())
        .node("isPartOf", Node::reference(home(frame, "site")))
        .optional_node("breadcrumb", breadcrumb(page));
    match subject_key(frame.kind) {
        Some(key) => node.node(key, Node::reference(format!("{url}#subject"))),
        None => node,
    }
}

/// How a page is tied to what it is about.
fn subject_key(kind: PageKind) -> Option<&'static str> {
    match kind {
        PageKind::Bulletin(_) | PageKind::Indicator(_) => Some("mainEntity"),
        PageKind::Place(_) | PageKind::Project(_) => Some("about"),
        _ => None,
    }
}

fn subject<'p>(frame: &Frame<'_, 'p>, page: &'p Metadata<'p>) -> Vec<Node<'p>> {
    let id = format!("{}#subject", page.url.as_deref().unwrap_or_default());
    match frame.kind {
        PageKind::Bulletin(at) => bulletin(frame, page, at, id),
        PageKind::Place(at) => vec![place(frame, at).text("@id", id)],
        PageKind::Indicator(at) => {
            let indicator = &frame.content().registry.indicators[at];
            let term = Node::new("DefinedTerm").text("@id", id).text("name", indicator.name.get(frame.lang));
            vec![term.text("description", indicator.definition.get(frame.lang))]
        }
        PageKind::Project(at) => vec![project(frame, page, at).text("@id", id)],
        _ => Vec::new(),
    }
}

fn breadcrumb<'p>(page: &'p Metadata<'p>) -> Option<Node<'p>> {
    let steps = page.path.iter().zip(1u32..).map(|((label, url), position)| {
        Node::new("ListItem")
            .number("position", position.into())
            .text("name", label.as_ref())
            .text("item", url.as_str())
    });
    let steps: Vec<Node<'p>> = steps.collect();
    (!steps.is_empty()).then(|| Node::new("BreadcrumbList").nodes("itemListElement", steps))
}

/// A bulletin, and the data set that its figures make.
fn bulletin<'p>(frame: &Frame<'_, 'p>, page: &'p Metadata<'p>, at: usize, id: String) -> Vec<Node<'p>> {
    let Some(article) = &page.article else { return Vec::new() };
    let bulletin = &frame.content().bulletins[at];
    let url = page.url.as_deref().unwrap_or_default();
    let is_news = article.column.is_some_and(|at| frame.content().site.columns[at].kind.value == NEWS);
    let data = (!bulletin.figures.is_empty()).then(|| format!("{url}#data"));
    let corrections = article.corrections.iter().map(|correction| {
        Node::new("CorrectionComment")
            .text("text", correction.text.get(frame.lang))
            .text("datePublished", correction.date.value.notation())
    });
    let node = Node::new(if is_news { "NewsArticle" } else { "Report" })
        .text("@id", id)
        .text("url", url)
        .text("mainEntityOfPage", url)
        .text("headline", page.title)
        .text("abstract", page.description.as_str())
        .text("inLanguage", frame.lang.tag())
        .text("datePublished", article.released.iso())
        .optional("dateModified", article.amended.map(|day| day.notation()))
        .node("author", Node::new("Organization").text("name", article.source))
        .optional("creditText", article.byline)
        .node("publisher", Node::reference(home(frame, "agency")))
        .optional("articleSection", section(frame, page))
        .texts("keywords", article.keywords)
        .optional("image", page.picture.as_ref().map(|picture| picture.url.as_str()))
        .optional("creativeWorkStatus", status(frame, page))
        .nodes("correction", corrections.collect())
        .optional_node("hasPart", data.clone().map(Node::reference));
    let node = translation(frame, node, at);
    let data = data.map(|id| data_set(frame, page, at, id));
    std::iter::once(node).chain(data).collect()
}

fn section<'p>(frame: &Frame<'_, 'p>, page: &Metadata<'_>) -> Option<&'p str> {
    page.column.map(|at| frame.content().site.columns[at].name.get(frame.lang).as_str())
}

/// 演示数据 where it is invented; else how final it is.
fn status(frame: &Frame<'_, '_>, page: &Metadata<'_>) -> Option<String> {
    if frame.site.is_invented(frame.kind) {
        return Some(frame.t("frame.demonstration", &[]));
    }
    part::bulletin_status(frame, page.article.as_ref().map_or(Status::Final, |article| article.status))
}

/// Which of two translations came first.
fn translation<'p>(frame: &Frame<'_, 'p>, node: Node<'p>, at: usize) -> Node<'p> {
    if !frame.site.is_translated(frame.kind) {
        return node;
    }
    let other = frame.site.url(Route::Page(frame.lang.other(), frame.kind));
    let is_original = frame.content().bulletins[at].written_in == frame.lang;
    let key = if is_original { "workTranslation" } else { "translationOfWork" };
    node.node(key, Node::reference(format!("{other}#subject")))
}

/// The address of the terms under which data may be used, where the site names any.
fn licence(frame: &Frame<'_, '_>) -> Option<String> {
    frame.content().site.licence.as_ref().map(|licence| licence.url.value.clone())
}

fn data_set<'p>(frame: &Frame<'_, 'p>, page: &'p Metadata<'p>, at: usize, id: String) -> Node<'p> {
    let bulletin = &frame.content().bulletins[at];
    let url = page.url.as_deref().unwrap_or_default();
    let caption = frame.t("site.table.caption", &[("title", page.title)]);
    let places = &frame.content().registry.places;
    let variables: Vec<Node<'p>> = bulletin
        .figures
        .values()
        .filter_map(|figure| variable(frame, bulletin.period.value, figure))
        .collect();
    let files = page.files.iter().map(|(url, media_type)| {
        Node::new("DataDownload").text("contentUrl", url.as_str()).text("encodingFormat", *media_type)
    });
    let release = page.article.as_ref().map(|article| article.released.iso());
    let modified = page.article.as_ref().and_then(|article| article.amended);
    Node::new("Dataset")
        .text("@id", id)
        .text("name", caption)
        .text("description", page.description.as_str())
        .text("url", url)
        .text("inLanguage", frame.lang.tag())
        .optional("datePublished", release)
        .optional("dateModified", modified.map(|day| day.notation()))
        .node("creator", Node::new("Organization").text("name", bulletin.source.get(frame.lang)))
        .node("publisher", Node::reference(home(frame, "agency")))
        .text("temporalCoverage", interval(bulletin.period.value))
        .optional_node(
            "spatialCoverage",
            places.get_index_of(&bulletin.place.value).map(|at| place(frame, at)),
        )
        .optional("license", licence(frame))
        .optional("creativeWorkStatus", status(frame, page))
        .nodes("variableMeasured", variables)
        .nodes("distribution", files.collect())
}

/// A figure: its value exactly, in the plain unit, and as the page writes it.
fn variable<'p>(frame: &Frame<'_, 'p>, period: Period, figure: &'p Figure) -> Option<Node<'p>> {
    let indicator = frame.content().registry.indicators.get(&figure.indicator.value)?;
    let name = part::named(frame, figure, indicator.name.get(frame.lang));
    let name = if figure.period.value == period {
        name
    } else {
        let period = words::label(figure.period.value, frame.lang);
        frame.t("site.figure_of", &[("name", &name), ("period", &period)])
    };
    let amount = figure.value.value;
    let unit = amount.quantity.unit.label(Magnitude::ONE, frame.lang);
    let node = Node::new("PropertyValue").text("name", name);
    let node = match amount.quantity.value() {
        Some(value) => node.number(value_key(amount.qualifier), value),
        None => node,
    };
    let node = if unit.is_empty() { node } else { node.text("unitText", unit) };
    Some(node.text("description", amount.write(frame.lang)))
}

/// What a qualifier says of a number: 超2600亿元 is no less than that.
fn value_key(qualifier: Qualifier) -> &'static str {
    use Qualifier::{About, AtLeast, AtMost, Exact, Nearly, Over};
    match qualifier {
        Over | AtLeast => "minValue",
        Nearly | AtMost => "maxValue",
        Exact | About => "value",
    }
}

/// An ISO 8601 interval of days.
fn interval(period: Period) -> String {
    format!("{}/{}", period.first_day(), period.last_day())
}

fn place<'p>(frame: &Frame<'_, 'p>, at: usize) -> Node<'p> {
    let places = &frame.content().registry.places;
    let place: &'p Place = &places[at];
    let code = place
        .code
        .as_deref()
        .map(|code| Node::new("PropertyValue").text("propertyID", "GB/T 2260").text("value", code));
    let outer = place.parent.as_ref().and_then(|id| places.get(&id.value));
    let outer = outer.map(|outer| Node::new("AdministrativeArea").text("name", outer.name.get(frame.lang)));
    Node::new("AdministrativeArea")
        .text("name", place.full.as_ref().unwrap_or(&place.name).get(frame.lang))
        .text("alternateName", place.name.get(frame.lang.other()))
        .text("url", frame.site.url(Route::Page(frame.lang, PageKind::Place(at))))
        .optional_node("identifier", code)
        .optional_node("containedInPlace", outer)
}

/// A project. Of one that is withheld nothing is told but what the page says.
fn project<'p>(frame: &Frame<'_, 'p>, page: &'p Metadata<'p>, at: usize) -> Node<'p> {
    let project = &frame.content().projects[at];
    let is_public = project.disclosure == Disclosure::Public;
    let other = project.name.known_in(frame.lang.other()).filter(|other| is_public && *other != page.title);
    let place_at = frame.content().registry.places.get_index_of(&project.place.value);
    Node::new("Project")
        .text("name", page.title)
        .optional("alternateName", other)
        .text("description", page.description.as_str())
        .optional_node("location", place_at.map(|at| place(frame, at)))
}

fn web_site<'p>(frame: &Frame<'_, 'p>) -> Node<'p> {
    let site = &frame.content().site;
    Node::new("WebSite")
        .text("@id", home(frame, "site"))
        .text("url", frame.site.url(Route::Page(frame.lang, PageKind::Home)))
        .text("name", site.name.get(frame.lang))
        .text("description", site.description.get(frame.lang))
        .text("inLanguage", frame.lang.tag())
        .node("publisher", Node::reference(home(frame, "agency")))
}

/// Who publishes the site. Only bodies of government are given an identification code.
fn agency<'p>(frame: &Frame<'_, 'p>) -> Node<'p> {
    let site = &frame.content().site;
    let kind = if site.identity.site_code.is_some() { "GovernmentOrganization" } else { "Organization" };
    let agency = &site.agency;
    Node::new(kind)
        .text("@id", home(frame, "agency"))
        .text("name", agency.name.get(frame.lang))
        .optional("address", agency.address.as_ref().map(|address| address.get(frame.lang).as_str()))
        .optional("telephone", agency.phone.as_ref().map(|phone| phone.value.as_str()))
        .optional("email", agency.email.as_ref().map(|email| email.value.as_str()))
}

/// A name under the edition's home page, for what pages refer to.
fn home(frame: &Frame<'_, '_>, name: &str) -> String {
    let lang: Lang = frame.lang;
    format!("{}#{name}", frame.site.url(Route::Page(lang, PageKind::Home)))
}
