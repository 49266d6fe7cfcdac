//! The names that content knows, and what is said of one that it does not know.

use std::borrow::Cow;

use indexmap::IndexSet;

use crate::content::{Bulletin, Content, Id, Unread};
use crate::diagnostic::{did_you_mean, nearest};
use crate::lang::Text;

/// The most names that are listed where none is near.
const MOST_LISTED: usize = 8;

/// The names of one kind.
pub(crate) struct Known<'a> {
    what: Text,
    names: IndexSet<Cow<'a, str>>,
    unread: &'a Unread,
    /// Whether there may be more names, in a file that could not be read.
    incomplete: bool,
    /// Whether nobody can add a name.
    closed: bool,
}

/// A name that nothing is called: what is wrong, and what to do about it.
pub(crate) struct Unknown {
    pub(crate) message: Text,
    pub(crate) help: Text,
}

impl<'a> Known<'a> {
    fn new<N: Into<Cow<'a, str>>>(
        what: (&str, &str),
        names: impl IntoIterator<Item = N>,
        files: &[&str],
        content: &'a Content,
    ) -> Self {
        let unread = &content.unread;
        Known {
            what: Text::new(what.0, what.1),
            names: names.into_iter().map(Into::into).collect(),
            unread,
            incomplete: files.iter().any(|file| unread.has_file(file)),
            closed: false,
        }
    }

    /// What is wrong with a name; `None` if there is such a thing, or if it may stand in what could not be read,
    /// which has been reported.
    pub(crate) fn unknown(&self, name: &str) -> Option<Unknown> {
        if self.incomplete || self.names.contains(name) || self.unread.has_name(name) {
            return None;
        }
        let Text { zh, en } = &self.what;
        let message = Text::new(format!("没有叫“{name}”的{zh}"), format!("no {en} is called `{name}`"));
        Some(Unknown { message, help: self.help(name) })
    }

    fn help(&self, name: &str) -> Text {
        let near = nearest(name, self.names.iter().map(|name| &**name));
        if !near.is_empty() {
            return did_you_mean(&near);
        }
        let Text { zh, en } = &self.what;
        match self.names.len() {
            0 => Text::new(format!("尚未登记任何{zh}"), format!("no {en} is known yet")),
            number if number <= MOST_LISTED || self.closed => {
                let names: Vec<&str> = self.names.iter().map(|name| &**name).collect();
                Text::new(format!("现有：{}", names.join("、")), format!("known: {}", names.join(", ")))
            }
            _ => Text::new(
                format!("检查拼写，或先登记这个{zh}"),
                format!("check the spelling, or enter the {en} first"),
            ),
        }
    }
}

/// What bulletins, plans, projects and narratives refer to.
pub(crate) struct Names<'a> {
    pub(crate) indicators: Known<'a>,
    pub(crate) places: Known<'a>,
    pub(crate) people: Known<'a>,
    pub(crate) chains: Known<'a>,
    pub(crate) stages: Known<'a>,
    pub(crate) columns: Known<'a>,
    pub(crate) projects: Known<'a>,
    pub(crate) bulletins: Known<'a>,
    pub(crate) pages: Known<'a>,
}

impl<'a> Names<'a> {
    pub(crate) fn of(content: &'a Content) -> Self {
        let registry = &content.registry;
        let of = |what, ids: Vec<&'a Id>, file: &str| {
            Known::new(what, ids.into_iter().map(Id::as_str), &[file], content)
        };
        let columns = content.site.columns.iter().map(|column| &column.id.value).collect();
        let mut columns = of(("栏目", "column"), columns, "site.toml");
        // A site without columns is told so once.
        columns.incomplete |= columns.names.is_empty();
        let pages = content.pages.iter().map(|page| &page.id.value).collect();
        Names {
            indicators: of(
                ("指标", "indicator"),
                registry.indicators.keys().collect(),
                "registry/indicators.toml",
            ),
            places: of(("地区", "place"), registry.places.keys().collect(), "registry/places.toml"),
            people: of(("人物", "person"), registry.people.keys().collect(), "registry/people.toml"),
            chains: of(("产业链", "chain"), registry.chains.keys().collect(), "registry/chains.toml"),
            stages: of(("阶段", "stage"), registry.stages.keys().collect(), "registry/stages.toml"),
            columns,
            projects: of(("项目", "project"), content.projects.keys().collect(), "projects"),
            bulletins: Known::new(
                ("公报", "bulletin"),
                content.bulletins.iter().map(Bulletin::key),
                &[],
                content,
            ),
            pages: of(("固定页面", "standing page"), pages, "pages"),
        }
    }
}

/// The figures of a bulletin.
pub(crate) fn figures<'a>(bulletin: &'a Bulletin, content: &'a Content) -> Known<'a> {
    let ids = bulletin.figures.keys().map(Id::as_str);
    Known::new(("本期指标", "figure in metrics.toml"), ids, &[&file(bulletin, "metrics.toml")], content)
}

/// The charts of a bulletin.
pub(crate) fn charts<'a>(bulletin: &'a Bulletin, content: &'a Content) -> Known<'a> {
    let ids = bulletin.charts.iter().map(|chart| chart.id.value.as_str());
    Known::new(("本期图表", "chart in bulletin.toml"), ids, &[&file(bulletin, "bulletin.toml")], content)
}

/// What the tables of a bulletin are of: its charts, and its figures.
pub(crate) fn charts_and_figures<'a>(bulletin: &'a Bulletin, content: &'a Content) -> Known<'a> {
    let charts = bulletin.charts.iter().map(|chart| chart.id.value.as_str());
    let ids = charts.chain(bulletin.figures.keys().map(Id::as_str));
    let files = [file(bulletin, "bulletin.toml"), file(bulletin, "metrics.toml")];
    Known::new(("本期图表或指标", "chart or figure"), ids, &files.each_ref().map(|file| &**file), content)
}

/// The pictures of a bulletin.
pub(crate) fn images<'a>(bulletin: &'a Bulletin, content: &'a Content) -> Known<'a> {
    let ids = bulletin.images.iter().map(|image| image.id.value.as_str());
    Known::new(("本期图片", "picture in bulletin.toml"), ids, &[&file(bulletin, "bulletin.toml")], content)
}

/// The figures of a file of history/, given the indicators that they are of.
pub(super) fn history<'a>(ids: impl Iterator<Item = &'a Id>, path: &str, content: &'a Content) -> Known<'a> {
    Known::new(("本文件指标", "figure of this file"), ids.map(Id::as_str), &[path], content)
}

/// The words of a list that is no part of the content, such as the fields of a figure.
pub(crate) fn words<'a>(what: (&str, &str), words: &[&'a str], content: &'a Content) -> Known<'a> {
    Known { closed: true, ..Known::new(what, words.iter().copied(), &[], content) }
}

fn file(bulletin: &Bulletin, name: &str) -> String {
    format!("bulletins/{}/{name}", bulletin.key())
}
