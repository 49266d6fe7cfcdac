//! What pages, feeds and maps tell machines, over the whole sample site: it is there, it is well-formed, and one
//! source feeds it all, so that nothing disagrees.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use roxmltree::Document;
use rust_decimal::Decimal;
use serde_json::Value;

use common::{Tree, copy, render};
use gongbao::content::{self, Content};
use gongbao::site::{Site, Theme};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content");
const BASE: &str = "https://bulletins.example.org/";

fn sample() -> &'static Tree {
    static SITE: LazyLock<Tree> = LazyLock::new(|| render(Path::new(SAMPLE)));
    &SITE
}

fn sample_content() -> &'static Content {
    static CONTENT: LazyLock<Content> = LazyLock::new(|| content::load(Path::new(SAMPLE)).content);
    &CONTENT
}

/// The sample site as a registered government site.
fn registered() -> Tree {
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new(SAMPLE), folder.path());
    let path = folder.path().join("site.toml");
    let identity = "[identity]\nsite_code = \"4312000001\"\nicp = \"湘ICP备12345678号-1\"\n\
                    police = \"湘公网安备43120002000001号\"\n\
                    certificate = \"https://bszs.conac.cn/sitename?method=show&id=0123\"\n\n[[columns]]";
    let text = fs::read_to_string(&path).unwrap().replacen("[[columns]]", identity, 1);
    fs::write(path, text).unwrap();
    render(folder.path())
}

/// An element: its name, its attributes and the text in it.
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

impl Element {
    fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }
}

struct Page {
    path: String,
    elements: Vec<Element>,
}

impl Page {
    fn read(path: &str, bytes: &[u8]) -> Self {
        let dom = html5ever::parse_document(RcDom::default(), ParseOpts::default()).from_utf8().one(bytes);
        let mut elements = Vec::new();
        collect(&dom.document, &mut elements);
        Page { path: path.to_owned(), elements }
    }

    fn all<'p>(&'p self, name: &'static str) -> impl Iterator<Item = &'p Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    fn one(&self, name: &'static str) -> &str {
        self.all(name).next().map_or("", |element| element.text.trim())
    }

    /// The content of the one `<meta>` of a name or property.
    fn meta(&self, name: &str) -> Option<&str> {
        let mut found =
            self.all("meta").filter(|meta| meta.get("name") == name || meta.get("property") == name);
        let first = found.next().map(|meta| meta.get("content"));
        assert!(found.next().is_none(), "{}: {name} stands twice", self.path);
        first
    }

    fn canonical(&self) -> Option<&str> {
        self.all("link").find(|link| link.get("rel") == "canonical").map(|link| link.get("href"))
    }

    /// The pairs of `hreflang`.
    fn alternates(&self) -> BTreeMap<&str, &str> {
        let links = self.all("link").filter(|link| link.attributes.contains_key("hreflang"));
        links.map(|link| (link.get("hreflang"), link.get("href"))).collect()
    }

    /// The nodes of the page's linked data.
    fn nodes(&self) -> Vec<Value> {
        let mut blocks = self.all("script").filter(|script| script.get("type") == "application/ld+json");
        let block = blocks.next().unwrap_or_else(|| panic!("{} has no linked data", self.path));
        assert!(blocks.next().is_none(), "{} has two blocks of linked data", self.path);
        let graph: Value = serde_json::from_str(&block.text).unwrap();
        assert_eq!(graph["@context"], "https://schema.org");
        graph["@graph"].as_array().unwrap().clone()
    }

    fn node(&self, kinds: &[&str]) -> Option<Value> {
        self.nodes().into_iter().find(|node| kinds.contains(&node["@type"].as_str().unwrap_or_default()))
    }
}

fn collect(node: &Handle, elements: &mut Vec<Element>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes =
            attrs.borrow().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        let mut text = String::new();
        text_of(node, &mut text);
        elements.push(Element { name: name.local.to_string(), attributes, text });
    }
    node.children.borrow().iter().for_each(|child| collect(child, elements));
}

fn text_of(node: &Handle, text: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        text.push_str(&contents.borrow());
    }
    node.children.borrow().iter().for_each(|child| text_of(child, text));
}

fn pages(tree: &Tree) -> Vec<Page> {
    let html = tree.iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| Page::read(path, bytes)).collect()
}

fn sample_pages() -> &'static [Page] {
    static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| pages(sample()));
    &PAGES
}

fn is_not_found(page: &Page) -> bool {
    page.path.ends_with("404.html")
}

fn bulletins() -> impl Iterator<Item = &'static Page> {
    sample_pages()
        .iter()
        .filter(|page| page.path.matches('/').count() == 3 && page.path.contains("/bulletins/"))
}

/// The path in the tree of an absolute address.
fn path_of(address: &str) -> String {
    let path = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{address} is elsewhere"));
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

#[test]
fn every_page_has_the_tags_of_the_site_and_names_no_tag_twice() {
    for page in sample_pages() {
        assert!(page.meta("SiteName").is_some_and(|name| !name.is_empty()), "{}", page.path);
        assert_eq!(page.meta("SiteDomain"), Some("bulletins.example.org"), "{}", page.path);
        assert_eq!(page.meta("SiteIDCode"), None, "the sample site has no code");
        assert!(page.meta("Description").is_some_and(|text| !text.is_empty()), "{}", page.path);
        let names: Vec<String> = page
            .all("meta")
            .map(|meta| meta.get("name").to_lowercase())
            .filter(|name| !name.is_empty())
            .collect();
        let twice = |name: &&String| names.iter().filter(|other| other == name).count() > 1;
        let double: BTreeSet<&String> =
            names.iter().filter(twice).filter(|name| *name != "theme-color").collect();
        assert!(double.is_empty(), "{}: {double:?}", page.path);
    }
}

#[test]
fn one_source_feeds_title_tags_previews_and_linked_data() {
    let mut seen = 0;
    for page in bulletins() {
        let path = &page.path;
        let title = page.one("h1");
        assert_eq!(page.meta("ArticleTitle"), Some(title), "{path}");
        assert_eq!(page.meta("og:title"), Some(title), "{path}");
        assert_eq!(page.meta("og:type"), Some("article"), "{path}");
        assert!(page.one("title").starts_with(title), "{path}");
        assert_eq!(page.meta("Url"), page.canonical(), "{path}");
        assert_eq!(page.meta("og:url"), page.canonical(), "{path}");
        assert_eq!(page.meta("Description"), page.meta("og:description"), "{path}");
        // What is read is what is tagged: the first time of the page is its release.
        let released = page.all("time").next().unwrap().get("datetime").to_owned();
        assert_eq!(page.meta("PubDate"), Some(released.replace('T', " ").as_str()), "{path}");
        let iso = page.meta("article:published_time").unwrap();
        assert_eq!(iso.strip_suffix("+08:00").unwrap_or(iso), released, "{path}");
        for tag in ["ContentSource", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"] {
            assert!(page.meta(tag).is_some_and(|text| !text.is_empty()), "{path}: {tag}");
        }
        let article = page.node(&["Report", "NewsArticle"]).unwrap();
        assert_eq!(article["headline"], title, "{path}");
        assert_eq!(article["datePublished"], iso, "{path}");
        assert_eq!(article["author"]["name"].as_str(), page.meta("ContentSource"), "{path}");
        assert_eq!(article["articleSection"].as_str(), page.meta("ColumnName"), "{path}");
        seen += 1;
    }
    assert_eq!(seen, 2 * sample_content().bulletins.len());
}

#[test]
fn a_time_of_day_is_told_where_it_is_known_and_never_made_up() {
    let of = |path: &str| Page::read(path, &sample()[path]).meta("PubDate").unwrap().to_owned();
    assert_eq!(of("zh/bulletins/2024/yunlan-05.html"), "2024-06-12 09:30");
    assert_eq!(of("zh/bulletins/2022/huaihua-h1.html"), "2022-07-07");
    assert_eq!(of("en/bulletins/2005/chiping-h1.html"), "2005-07");
}

#[test]
fn addresses_are_unique_and_languages_point_at_each_other() {
    let mut taken = BTreeSet::new();
    let by_path: BTreeMap<&str, &Page> =
        sample_pages().iter().map(|page| (page.path.as_str(), page)).collect();
    for page in sample_pages().iter().filter(|page| !is_not_found(page)) {
        let canonical = page.canonical().unwrap();
        assert_eq!(path_of(canonical), page.path);
        assert!(taken.insert(canonical), "{canonical} stands twice");
        let alternates = page.alternates();
        if alternates.is_empty() {
            continue;
        }
        assert_eq!(
            alternates.keys().copied().collect::<Vec<_>>(),
            ["en", "x-default", "zh-CN"],
            "{}",
            page.path
        );
        assert!(alternates.values().any(|address| *address == canonical), "{} leaves itself out", page.path);
        for address in alternates.values() {
            let other = by_path[path_of(address).as_str()];
            assert_eq!(other.alternates(), alternates, "{} and {}", page.path, other.path);
        }
    }
    for page in sample_pages().iter().filter(|page| is_not_found(page)) {
        assert_eq!((page.canonical(), page.meta("robots")), (None, Some("noindex")), "{}", page.path);
    }
}

#[test]
fn linked_data_has_what_it_must_and_ties_page_and_breadcrumb() {
    for page in sample_pages().iter().filter(|page| !is_not_found(page) && page.path != "index.html") {
        let node = page.node(&["WebPage", "CollectionPage"]).unwrap();
        assert_eq!(node["url"].as_str(), page.canonical(), "{}", page.path);
        assert_eq!(node["description"].as_str(), page.meta("Description"), "{}", page.path);
        let steps = node["breadcrumb"]["itemListElement"].as_array();
        let shown = page.all("nav").find(|nav| nav.get("class") == "breadcrumb");
        assert_eq!(steps.is_some(), shown.is_some(), "{}", page.path);
        if let Some(steps) = steps {
            assert_eq!(steps.last().unwrap()["item"].as_str(), page.canonical(), "{}", page.path);
            let names: String = steps.iter().map(|step| step["name"].as_str().unwrap()).collect();
            let without_space = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(without_space(&names), without_space(&shown.unwrap().text), "{}", page.path);
            for step in steps {
                assert!(
                    sample().contains_key(&path_of(step["item"].as_str().unwrap())),
                    "{}: {step}",
                    page.path
                );
            }
        }
        assert!(page.node(&["WebSite"]).is_some() && page.node(&["Organization"]).is_some(), "{}", page.path);
        let ids: Vec<String> = page.nodes().iter().map(|node| node["@id"].to_string()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{}: {ids:?}", page.path);
    }
}

/// The figures of the data set are those of the page's table, in its words, and those of the content, exactly.
#[test]
fn figures_of_the_linked_data_are_those_of_the_page() {
    for page in bulletins() {
        let key = page.path.split_once("/bulletins/").unwrap().1.trim_end_matches(".html").to_owned();
        let bulletin = sample_content().bulletins.iter().find(|bulletin| bulletin.key() == key).unwrap();
        let data = page.node(&["Dataset"]).unwrap();
        let variables = data["variableMeasured"].as_array().unwrap();
        assert_eq!(variables.len(), bulletin.figures.len(), "{key}");
        let cells: BTreeSet<&str> = page.all("td").map(|cell| cell.text.trim()).collect();
        for (variable, figure) in variables.iter().zip(bulletin.figures.values()) {
            let written = variable["description"].as_str().unwrap();
            assert!(cells.contains(written), "{key}: {written} stands in no table");
            let number = ["value", "minValue", "maxValue"].iter().find_map(|key| variable.get(key)).unwrap();
            let exact = Decimal::from_str_exact(&number.to_string()).ok();
            assert_eq!(exact, figure.value.value.quantity.value(), "{key}: {written}");
        }
        for file in data["distribution"].as_array().unwrap() {
            let path = path_of(file["contentUrl"].as_str().unwrap());
            assert!(sample().contains_key(&path), "{path} is not there");
        }
    }
}

fn parse<'t>(tree: &'t Tree, path: &str) -> Document<'t> {
    Document::parse(std::str::from_utf8(&tree[path]).unwrap()).unwrap()
}

fn texts<'d>(document: &'d Document<'_>, name: &'d str) -> impl Iterator<Item = &'d str> {
    let named = document.descendants().filter(move |node| node.tag_name().name() == name);
    named.filter_map(|node| node.text())
}

#[test]
fn the_sitemap_has_every_page_with_its_languages_and_the_day_that_the_content_says() {
    let document = parse(sample(), "sitemap.xml");
    let mut listed = BTreeMap::new();
    for url in document.descendants().filter(|node| node.tag_name().name() == "url") {
        let child = |name: &str| url.children().find(|node| node.tag_name().name() == name);
        let address = child("loc").unwrap().text().unwrap();
        let links: BTreeMap<&str, &str> = url
            .children()
            .filter(|node| node.tag_name().name() == "link")
            .map(|node| (node.attribute("hreflang").unwrap(), node.attribute("href").unwrap()))
            .collect();
        let day = child("lastmod").and_then(|node| node.text());
        assert!(listed.insert(path_of(address), (links, day)).is_none(), "{address} stands twice");
    }
    let inside = |page: &&Page| !is_not_found(page) && page.path != "index.html";
    let shown: Vec<&Page> = sample_pages().iter().filter(inside).collect();
    assert_eq!(listed.len(), shown.len());
    for page in shown {
        assert_eq!(listed[&page.path].0, page.alternates(), "{}", page.path);
    }
    assert_eq!(listed["zh/bulletins/2022/huaihua-h1.html"].1, Some("2022-07-07"));
    assert_eq!(listed["en/bulletins/2022/zhoushan-february.html"].1, None, "the day is not known");
    assert_eq!(listed["en/index.html"].1, Some("2025-01-13"), "a list is as new as what it lists");
    let robots = String::from_utf8(sample()["robots.txt"].clone()).unwrap();
    assert!(robots.contains(&format!("Sitemap: {BASE}sitemap.xml")), "{robots}");
}

#[test]
fn a_sitemap_above_the_limit_becomes_an_index_of_several() {
    let theme = Theme::load(None).unwrap();
    let site = Site::new(sample_content(), &theme, None).unwrap().with_sitemap_limit(50);
    let tree: Tree = site
        .routes()
        .into_iter()
        .filter(|&route| site.path(route).starts_with("sitemap"))
        .map(|route| site.render(route).document)
        .map(|document| (document.path, document.bytes))
        .collect();
    let index = parse(&tree, "sitemap.xml");
    assert_eq!(index.root_element().tag_name().name(), "sitemapindex");
    let parts: Vec<String> = texts(&index, "loc").map(path_of).collect();
    assert_eq!(parts.len() + 1, tree.len());
    let mut all = BTreeSet::new();
    for part in &parts {
        let document = parse(&tree, part);
        let addresses: Vec<&str> = texts(&document, "loc").collect();
        assert!((1..=50).contains(&addresses.len()), "{part}");
        all.extend(addresses.into_iter().map(str::to_owned));
    }
    let whole = parse(sample(), "sitemap.xml");
    assert_eq!(all, texts(&whole, "loc").map(str::to_owned).collect());
}

/// What RFC 4287 asks of a feed and of its entries (4.1.1, 4.1.2), and that all of it is the page's own.
#[test]
fn feeds_are_atom_and_tell_what_their_pages_tell() {
    let feeds: Vec<&String> = sample().keys().filter(|path| path.ends_with(".atom")).collect();
    assert_eq!(feeds.len(), 2 * (1 + sample_content().site.columns.len()));
    for path in feeds {
        let document = parse(sample(), path);
        let feed = document.root_element();
        assert_eq!(feed.tag_name().namespace(), Some("http://www.w3.org/2005/Atom"));
        let child = |node: roxmltree::Node<'_, '_>, name: &str| {
            let mut found = node.children().filter(|child| child.tag_name().name() == name);
            let text = found.next().and_then(|child| child.text()).map(str::to_owned);
            assert!(found.next().is_none(), "{path}: {name} twice");
            text
        };
        assert_eq!(child(feed, "id").map(|id| path_of(&id)).as_ref(), Some(path));
        let has = |name: &str| feed.children().any(|node| node.tag_name().name() == name);
        assert!(has("title") && has("author") && has("link"), "{path}");
        let mut newest = String::new();
        let mut ids = BTreeSet::new();
        for entry in feed.children().filter(|node| node.tag_name().name() == "entry") {
            let id = child(entry, "id").unwrap();
            assert!(ids.insert(id.clone()), "{path}: {id} twice");
            let page_path = path_of(&id);
            let page = Page::read(&page_path, &sample()[&page_path]);
            assert_eq!(child(entry, "title").as_deref(), page.meta("ArticleTitle"), "{path}");
            assert_eq!(child(entry, "summary").as_deref(), page.meta("Description"), "{path}");
            let updated = child(entry, "updated").unwrap();
            assert_eq!(updated.len(), "2022-07-07T09:30:00+08:00".len(), "{updated}");
            let released = page.meta("article:published_time").unwrap();
            match child(entry, "published") {
                Some(published) => assert_eq!(published.replace(":00+08:00", "+08:00"), released),
                None => assert!(!released.contains('T'), "{id}"),
            }
            newest = newest.max(updated);
        }
        assert!(!ids.is_empty() && child(feed, "updated").as_ref() == Some(&newest), "{path}");
    }
}

#[test]
fn no_text_breaks_out_of_a_tag_the_linked_data_or_a_feed() {
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new(SAMPLE), folder.path());
    let path = folder.path().join("bulletins/2022/huaihua-h1/bulletin.toml");
    let title = "A \"quoted\" <b> & </script><!-- ]]> title";
    let text = fs::read_to_string(&path).unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    assert!(first.starts_with("title"), "{first}");
    fs::write(&path, format!("title = {{ zh = '{title}', en = '{title}' }}\n{rest}")).unwrap();
    let tree = render(folder.path());
    let page_path = "en/bulletins/2022/huaihua-h1.html";
    let page = Page::read(page_path, &tree[page_path]);
    let told = (page.one("h1"), page.meta("ArticleTitle"), page.meta("og:title"));
    assert_eq!(told, (title, Some(title), Some(title)));
    assert_eq!(page.node(&["Report"]).unwrap()["headline"], title);
    let feed = parse(&tree, "en/feed.atom");
    assert!(texts(&feed, "title").any(|told| told == title));
}

#[test]
fn the_manifest_names_icons_that_are_there() {
    for lang in ["zh", "en"] {
        let manifest: Value = serde_json::from_slice(&sample()[&format!("{lang}/site.webmanifest")]).unwrap();
        for icon in manifest["icons"].as_array().unwrap() {
            let path = icon["src"].as_str().unwrap().trim_start_matches("../");
            assert!(sample().contains_key(path), "{path}");
        }
        assert_eq!(manifest["theme_color"], "#12436d");
    }
}

#[test]
fn a_registered_site_shows_its_registrations_and_lets_no_invented_page_be_found() {
    let tree = registered();
    let listed = String::from_utf8(tree["sitemap.xml"].clone()).unwrap();
    for page in pages(&tree).iter().filter(|page| !is_not_found(page)) {
        assert_eq!(page.meta("SiteIDCode"), Some("4312000001"), "{}", page.path);
        if page.path == "index.html" {
            continue;
        }
        let links: Vec<&str> = page.all("a").map(|link| link.get("href")).collect();
        let encoded = page.canonical().unwrap().replace(':', "%3A").replace('/', "%2F");
        let report =
            format!("https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=4312000001&url={encoded}");
        assert!(links.contains(&report.as_str()), "{}", page.path);
        assert!(links.contains(&"https://beian.miit.gov.cn/"));
        assert!(links.contains(&"https://beian.mps.gov.cn/#/query/webSearch?code=43120002000001"));
        assert!(links.contains(&"https://bszs.conac.cn/sitename?method=show&id=0123"));
        assert!(page.node(&["GovernmentOrganization"]).is_some());
        let is_invented = page.path.contains("/bulletins/") && page.path.contains("/yunlan-");
        let is_listed = listed.contains(&format!("<loc>{}</loc>", page.canonical().unwrap()));
        if is_invented {
            assert_eq!((page.meta("robots"), is_listed), (Some("noindex"), false), "{}", page.path);
        } else if !page.path.contains("yunlan")
            && !page.path.contains("/projects/")
            && !page.path.contains("/places/")
        {
            assert_eq!((page.meta("robots"), is_listed), (None, true), "{}", page.path);
        }
    }
}
