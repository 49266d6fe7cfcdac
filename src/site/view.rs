//! What templates see: one struct a page kind, all text finished in the page's language.
//!
//! Every `href` is relative to the page and ready to print. Fields named `html` or `svg` are finished
//! markup; all others are plain text that the template escapes.

use serde::Serialize;

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
    /// The same page in both languages for `<link rel="alternate" hreflang>`; empty unless both exist.
    pub alternates: Vec<Alternate>,
    /// The page's heading.
    pub title: String,
    /// The text of `<title>`.
    pub head_title: String,
    /// One sentence for search engines.
    pub description: String,
    /// The site.
    pub site: &'a SiteView,
    /// The main navigation.
    pub nav: Vec<NavItem>,
    /// The way to the other language.
    pub switch: Switch,
    /// From the home page to this one, which comes last and has no `href`.
    pub breadcrumb: Vec<Crumb>,
    /// Standing pages, for the footer.
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
    pub police: Option<String>,
    /// The version of gongbao that built it.
    pub generator: &'static str,
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

/// A figure at the head of a page or on a board.
#[derive(Serialize, Debug)]
pub struct FigureView {
    /// The indicator's name.
    pub label: String,
    /// The indicator's page.
    pub href: String,
    /// What stands before the number: 超, RMB; may be empty.
    pub prefix: String,
    /// The number alone: 458, 45.8.
    pub number: String,
    /// What stands after it: 亿元, billion; may be empty.
    pub suffix: String,
    /// The period, where it is not the page's.
    pub period: Option<String>,
    /// The place, where it is not the page's.
    pub place: Option<String>,
    /// The change in words: 同比增长340%.
    pub change: Option<ChangeView>,
    /// Progress against the plan.
    pub progress: Option<ProgressView>,
    /// 初步数, preliminary; 修订数, revised.
    pub status: Option<String>,
}

/// A change.
#[derive(Serialize, Debug)]
pub struct ChangeView {
    /// In words.
    pub text: String,
    /// `up`, `down` or `level`.
    pub direction: &'static str,
}

/// Progress against a plan.
#[derive(Serialize, Debug)]
pub struct ProgressView {
    /// 完成年度计划的67%.
    pub text: String,
    /// 快于时间进度0.3个百分点.
    pub pace: Option<String>,
    /// A slim bar with ticks, decorative: its words are `text` and `pace`.
    pub svg: String,
}

/// A bulletin in a list.
#[derive(Serialize, Debug)]
pub struct BulletinRow {
    /// Its title, and its `lang` where that is not the page's.
    pub title: Link,
    /// When it was released.
    pub released: DateView,
    /// Its place.
    pub place: String,
    /// Its period.
    pub period: String,
    /// One sentence.
    pub summary: String,
    /// Two figures in words: 签约项目 121个.
    pub figures: Vec<Labelled>,
    /// Whether its narrative exists in this language.
    pub translated: bool,
    /// Whether it carries invented data.
    pub demonstration: bool,
}

/// A label and a value.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Labelled {
    pub label: String,
    pub value: String,
}

/// The home page.
#[derive(Serialize, Debug)]
pub struct HomeBody {
    /// The newest bulletin, if there is any.
    pub latest: Option<LatestView>,
    /// The bulletins before it, newest first.
    pub recent: Vec<BulletinRow>,
    /// The list of all bulletins.
    pub all_bulletins: String,
    /// Places with bulletins.
    pub places: Vec<Link>,
    /// The project register in numbers: stages in order with the number of projects that stand there.
    pub projects: Vec<Labelled>,
    /// Ways on: plan boards, project register, indicators.
    pub ways: Vec<Way>,
}

/// A way on from the home page.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Way {
    pub label: String,
    pub href: String,
    pub text: String,
}

/// The newest bulletin on the home page.
#[derive(Serialize, Debug)]
pub struct LatestView {
    /// As in a list.
    pub row: BulletinRow,
    /// Its key points.
    pub key_points: Vec<Markup>,
    /// Its headline figures.
    pub figures: Vec<FigureView>,
}

/// Finished markup of one sentence.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Markup {
    pub html: String,
}

/// A bulletin's page.
#[derive(Serialize, Debug)]
pub struct BulletinBody {
    /// Its place.
    pub place: Link,
    /// Its period.
    pub period: String,
    /// Its column.
    pub column: String,
    /// When it was released.
    pub released: DateView,
    /// When the next one is due, in words.
    pub next_release: String,
    /// Who publishes it.
    pub source: String,
    /// Who wrote it.
    pub byline: Option<String>,
    /// 初步数据, preliminary data.
    pub status: Option<String>,
    /// What to know before reading.
    pub banners: Vec<Banner>,
    /// Key points; empty where the narrative places them itself.
    pub key_points: Vec<Markup>,
    /// Two to six headline figures.
    pub figures: Vec<FigureView>,
    /// The narrative; `None` where this language has none.
    pub narrative: Option<NarrativeView>,
    /// Charts that the narrative does not place.
    pub exhibits: Vec<Markup>,
    /// Every figure of the bulletin.
    pub table: TableView,
    /// The indicators that it uses.
    pub about: Vec<IndicatorNote>,
    /// Footnotes to its figures and notes on rounding.
    pub notes: Vec<String>,
    /// Files to take away.
    pub downloads: Vec<Download>,
    /// How to cite it.
    pub cite: String,
    /// Corrections, newest first.
    pub corrections: Vec<DatedView>,
    /// Notices, newest first.
    pub notices: Vec<DatedView>,
    /// The bulletin of the same place before this one.
    pub previous: Option<Link>,
    /// The one after it.
    pub next: Option<Link>,
}

/// A narrative with its contents list.
#[derive(Serialize, Debug)]
pub struct NarrativeView {
    /// The text.
    pub html: String,
    /// Its headings of the second level.
    pub outline: Vec<Link>,
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

/// An indicator in "About the data".
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct IndicatorNote {
    pub name: String,
    pub href: String,
    pub definition: String,
    pub source: Option<String>,
}

/// A file to take away.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Download {
    pub label: String,
    pub href: String,
    /// `CSV`.
    pub kind: &'static str,
}

/// A correction or notice.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DatedView {
    pub date: DateView,
    pub text: String,
}

/// A table of data.
#[derive(Serialize, Debug)]
pub struct TableView {
    /// Its caption.
    pub caption: String,
    /// Its column heads.
    pub columns: Vec<ColumnView>,
    /// Its rows.
    pub rows: Vec<RowView>,
}

/// A column head.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ColumnView {
    pub label: String,
    /// Whether its cells are numbers, set to the end of the cell.
    pub numeric: bool,
}

/// A row.
#[derive(Serialize, Debug)]
pub struct RowView {
    /// The first cell, which heads the row.
    pub head: CellView,
    /// Where its head leads.
    pub href: Option<String>,
    /// The other cells.
    pub cells: Vec<CellView>,
}

/// A cell.
#[derive(Serialize, Default, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CellView {
    pub text: String,
    /// Whether its column is one of numbers.
    pub numeric: bool,
}

/// A chart with all that belongs to it (`exhibit.html`).
#[derive(Serialize, Debug)]
pub struct ExhibitView {
    /// Unique in the page; also the fragment that links to it.
    pub id: String,
    /// `2` to `6`: the level of its heading.
    pub level: u8,
    /// The message.
    pub title: String,
    /// Indicator, place, period, unit.
    pub subtitle: String,
    /// Drawn for wide pages and for phones; `None` where a table alone is shown.
    pub svg: Option<SvgPair>,
    /// The long description.
    pub description: String,
    /// Who published the data.
    pub source: Option<String>,
    /// Footnotes.
    pub notes: Vec<String>,
    /// Its data.
    pub table: TableView,
    /// The data as CSV.
    pub csv: Option<String>,
}

/// A picture in a narrative (`image.html`).
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ImageView {
    pub lang: Lang,
    pub src: String,
    pub alt: String,
    pub caption: Option<String>,
    pub credit: String,
}

/// A chart in two widths.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SvgPair {
    pub wide: String,
    pub narrow: String,
}

/// Bulletins by year.
#[derive(Serialize, Debug)]
pub struct BulletinsBody {
    /// Years, newest first; on a year's own page that year alone.
    pub years: Vec<YearView>,
    /// Every year, as links.
    pub all_years: Vec<NavItem>,
}

/// A year of bulletins.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct YearView {
    pub year: i16,
    pub href: String,
    pub bulletins: Vec<BulletinRow>,
}

/// A list of places, or of indicators, in groups.
#[derive(Serialize, Debug)]
pub struct DirectoryBody {
    /// One sentence above the list; none above an empty one.
    pub lead: Option<String>,
    /// Its groups.
    pub groups: Vec<DirectoryGroup>,
}

/// A group of entries.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DirectoryGroup {
    pub label: Option<String>,
    pub entries: Vec<DirectoryEntry>,
}

/// An entry of a directory.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DirectoryEntry {
    pub link: Link,
    pub text: String,
}

/// A place's page.
#[derive(Serialize, Debug)]
pub struct PlaceBody {
    /// Rank, code, what it lies in, former names.
    pub facts: Vec<Labelled>,
    /// A sentence or two.
    pub description: Option<String>,
    /// What it lies in.
    pub parent: Option<Link>,
    /// What lies in it.
    pub children: Vec<Link>,
    /// Its newest figures.
    pub figures: Vec<FigureView>,
    /// Its series, an exhibit an indicator.
    pub series: Vec<Markup>,
    /// Its bulletins, newest first.
    pub bulletins: Vec<BulletinRow>,
    /// Its projects and those of the places within it.
    pub projects: Vec<ProjectRow>,
    /// Whether some of them are of places within it.
    pub within: bool,
}

/// An indicator's page.
#[derive(Serialize, Debug)]
pub struct IndicatorBody {
    /// What it means.
    pub definition: String,
    /// Unit, kind, source, what it is part of.
    pub facts: Vec<Labelled>,
    /// What it is part of.
    pub whole: Option<Link>,
    /// Its own parts.
    pub parts: Vec<Link>,
    /// Its series, an exhibit a place.
    pub series: Vec<Markup>,
    /// Bulletins that use it, newest first.
    pub bulletins: Vec<BulletinRow>,
}

/// A project in a list.
#[derive(Serialize, Debug)]
pub struct ProjectRow {
    /// Its name; its `lang` where that is not the page's.
    pub name: Link,
    /// Its place.
    pub place: String,
    /// Its chain.
    pub chain: Option<String>,
    /// The stage that it stands at.
    pub stage: Option<String>,
    /// When it reached that.
    pub since: Option<String>,
    /// Total planned investment.
    pub investment: Option<String>,
    /// Whether it is invented.
    pub demonstration: bool,
}

/// The project register.
#[derive(Serialize, Debug)]
pub struct ProjectsBody {
    /// How many there are, in a sentence; none where there are none.
    pub lead: Option<String>,
    /// Stages in order with the number of projects that stand there.
    pub stages: Vec<Labelled>,
    /// By place.
    pub groups: Vec<ProjectGroup>,
}

/// The projects of one place.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectGroup {
    pub place: Link,
    pub rows: Vec<ProjectRow>,
}

/// A project's page.
#[derive(Serialize, Debug)]
pub struct ProjectBody {
    /// Investor, place, chain, capacity, source.
    pub facts: Vec<Labelled>,
    /// A short paragraph.
    pub description: Option<String>,
    /// The `lang` of a name that is in the other language.
    pub name_lang: Option<&'static str>,
    /// Why the name is doubtful or withheld.
    pub name_note: Option<String>,
    /// Every stage of the life cycle in order.
    pub stages: Vec<StageView>,
    /// Total planned investment.
    pub investment: Option<String>,
    /// Funds in place against the total.
    pub in_place: Option<InPlaceView>,
    /// The slots of 五个一.
    pub five_ones: Vec<Labelled>,
    /// Bulletins that report on it.
    pub bulletins: Vec<BulletinRow>,
}

/// A stage on a project's track.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct StageView {
    pub label: String,
    pub date: Option<DateView>,
    pub reached: bool,
    /// Whether it is the last one reached.
    pub current: bool,
}

/// Funds in place against the total.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct InPlaceView {
    /// 52亿元.
    pub value: String,
    /// 占总投资的16%.
    pub share: Option<String>,
    /// 截至2024年12月31日.
    pub at: Option<String>,
    /// A slim bar, decorative.
    pub svg: Option<String>,
}

/// The plan progress board.
#[derive(Serialize, Debug)]
pub struct PlansBody {
    /// Plans, newest first.
    pub plans: Vec<PlanView>,
}

/// One plan.
#[derive(Serialize, Debug)]
pub struct PlanView {
    /// Its fragment.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its period, where the title does not say it.
    pub period: Option<String>,
    /// By indicator.
    pub groups: Vec<PlanGroup>,
}

/// The targets of one indicator.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PlanGroup {
    pub indicator: Link,
    /// What the figures are as of, in words.
    pub as_of: Option<String>,
    pub rows: Vec<PlanRow>,
}

/// One target and how far it is.
#[derive(Serialize, Debug)]
pub struct PlanRow {
    /// The place.
    pub place: Link,
    /// The target.
    pub target: String,
    /// The newest value.
    pub value: Option<String>,
    /// Share of plan.
    pub share: Option<String>,
    /// Against the calendar.
    pub pace: Option<String>,
    /// A bullet bar, decorative.
    pub svg: Option<String>,
}

/// A standing page.
#[derive(Serialize, Debug)]
pub struct StandingBody {
    /// The text; `None` where this language has none.
    pub narrative: Option<NarrativeView>,
    /// The notice of a missing translation.
    pub banners: Vec<Banner>,
}

/// The root page: a choice of language.
#[derive(Serialize, Debug)]
pub struct RootView {
    /// The default language.
    pub lang: Lang,
    /// Its tag.
    pub lang_tag: &'static str,
    /// The page's own address, absolute.
    pub canonical: String,
    /// The version of gongbao that built it.
    pub generator: &'static str,
    /// The languages, the site's default first.
    pub editions: Vec<EditionView>,
}

/// One edition on the root page.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct EditionView {
    pub lang: &'static str,
    pub label: &'static str,
    pub href: String,
    pub name: String,
    pub description: String,
}

/// The page for addresses that do not exist.
#[derive(Serialize, Debug)]
pub struct NotFoundBody {
    /// Ways back.
    pub links: Vec<Link>,
}
