//! What stands around the body of every page.

use serde::Serialize;

use super::Markup;
use crate::lang::Lang;

/// What every page has around its `body`.
#[derive(Serialize, Debug)]
pub struct Page<'a, B> {
    /// `zh` or `en`.
    pub lang: Lang,
    /// `zh-CN` or `en`.
    pub lang_tag: &'static str,
    /// The way back to the root of the site: empty or `../` some times.
    pub root: String,
    /// The page's own address, absolute; the not-found page is at no address of its own.
    pub canonical: Option<String>,
    /// A QR code of `canonical` as an SVG, for paper.
    pub qr: Option<String>,
    /// The same page in both languages for `<link rel="alternate" hreflang>`; empty unless both exist.
    pub alternates: Vec<Alternate>,
    /// The page's heading.
    pub title: String,
    /// The text of `<title>`.
    pub head_title: String,
    /// One sentence for search engines.
    pub description: String,
    /// The tags and the linked data that machines read, for `<head>`.
    pub metadata: Markup,
    /// The web manifest of the edition.
    pub manifest: String,
    /// Feeds with the page's news.
    pub feeds: Vec<Link>,
    /// Where readers report an error of this page; only registered government sites have such a place.
    pub report: Option<String>,
    /// The site.
    pub site: &'a SiteView,
    /// The main navigation.
    pub nav: Vec<NavItem>,
    /// The way to the other language.
    pub switch: Switch,
    /// The search page, for the box in the masthead; none on that page and on a site that cannot be searched.
    pub search: Option<String>,
    /// From the home page to this one, which comes last and has no `href`.
    pub breadcrumb: Vec<Crumb>,
    /// The data page and the standing pages, for the footer.
    pub footer: Vec<Link>,
    /// The words of the banner where the page carries invented data.
    pub demonstration: Option<String>,
    /// The body of the page's kind.
    pub body: B,
}

/// The site in one language.
#[derive(Serialize, Debug)]
pub struct SiteView {
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: String,
    /// Who publishes it.
    pub agency: AgencyView,
    /// 网站标识码.
    pub site_code: Option<String>,
    /// ICP备案号.
    pub icp: Option<String>,
    /// 公安备案号.
    pub police: Option<PoliceFiling>,
    /// 党政机关网站标识: where the site's certificate is shown.
    pub certificate: Option<String>,
    /// The version of gongbao that built it.
    pub generator: &'static str,
}

/// 公安备案号 with the address of its entry.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PoliceFiling {
    pub number: String,
    pub href: String,
}

/// What machines are told of a page, ready for `<head>`.
#[derive(Debug)]
pub(in crate::site) struct MetadataView {
    pub(in crate::site) html: String,
    pub(in crate::site) head_title: String,
    pub(in crate::site) description: String,
    pub(in crate::site) canonical: Option<String>,
    pub(in crate::site) alternates: Vec<Alternate>,
}

/// Who publishes the site.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct AgencyView {
    pub name: String,
    pub address: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

/// A link.
#[derive(Serialize, Clone, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Link {
    pub label: String,
    pub href: String,
    /// The `lang` of a label that is in the other language.
    pub lang: Option<&'static str>,
}

/// A step of the breadcrumb.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Crumb {
    pub label: String,
    pub href: Option<String>,
}

/// An entry of the main navigation.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct NavItem {
    pub label: String,
    pub href: String,
    /// Whether the page stands in this part of the site.
    pub current: bool,
}

/// The language switch.
#[derive(Serialize, Debug)]
pub struct Switch {
    /// The other language in its own words: `English`, `中文`.
    pub label: &'static str,
    /// Its tag.
    pub lang: &'static str,
    /// The same page there.
    pub href: String,
    /// Whether that page is a real translation; a missing one says so on arrival.
    pub translated: bool,
}

/// One `hreflang` pair.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Alternate {
    pub lang: &'static str,
    pub href: String,
}

/// A date for readers and for machines.
#[derive(Serialize, Clone, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DateView {
    /// 2022年7月7日, 7 July 2022.
    pub text: String,
    /// `2022-07-07`, `2022-07` or `2022`; `None` for what HTML's `datetime` cannot say, such as a quarter.
    pub iso: Option<String>,
}

/// Something to know before reading.
#[derive(Serialize, Debug)]
pub struct Banner {
    /// `missing-translation`, `not-latest`, `amended`, `preliminary`.
    pub kind: &'static str,
    /// In words.
    pub text: String,
    /// Where to go instead.
    pub link: Option<Link>,
}
