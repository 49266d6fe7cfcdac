//! What pages, feeds and maps tell machines, over the whole sample site: it is there, it is well-formed, and one
//! source feeds it all, so that nothing disagrees.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

#[path = "../common/mod.rs"]
mod common;
mod feeds;
mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use common::{Tree, copy, is_page, render};
use feeds::{parse, texts};
use gongbao::content::{self, Content};
use page::Page;

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

/// The pages for readers.
fn pages(tree: &Tree) -> Vec<Page> {
    let html = tree.iter().filter(|(path, _)| is_page(path) && !path.ends_with("/copy.html"));
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
fn a_column_has_its_tags_and_is_no_article() {
    for (path, kind) in [("zh/columns/bulletins.html", "数据发布"), ("en/columns/features.html", "工作动态")]
    {
        let page = Page::read(path, &sample()[path]);
        assert_eq!(page.meta("ColumnName"), Some(page.one("h1")), "{path}");
        assert_eq!((page.meta("ColumnType"), page.meta("ArticleTitle")), (Some(kind), None), "{path}");
    }
}

#[test]
fn corrections_and_translations_are_told() {
    let path = "en/bulletins/2024/yunlan-08.html";
    let page = Page::read(path, &sample()[path]);
    let report = page.node(&["Report"]).unwrap();
    let told = report["correction"][0]["text"].as_str().unwrap();
    assert!(page.one("main").contains(told), "{told}");
    assert_eq!(report["translationOfWork"]["@id"], format!("{BASE}zh/bulletins/2024/yunlan-08.html#subject"));
    let untranslated = "en/bulletins/2024/yunlan-11.html";
    let report = Page::read(untranslated, &sample()[untranslated]).node(&["Report"]).unwrap();
    assert_eq!((report.get("translationOfWork"), report.get("workTranslation")), (None, None));
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
        let node = page.node(&["WebPage", "CollectionPage", "SearchResultsPage"]).unwrap();
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
