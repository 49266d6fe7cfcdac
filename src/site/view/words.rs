//! What a page says, for searching: its own text, without the words of the interface and without the lists that
//! repeat other pages.

use super::{
    BulletinBody, BulletinsBody, ColumnBody, CopyBody, DataBody, DirectoryBody, HomeBody, IndicatorBody,
    Labelled, Markup, NarrativeView, NotFoundBody, PlaceBody, PlansBody, ProjectBody, ProjectsBody, RowView,
    SearchBody, StandingBody,
};
use crate::site::markup::passages;

/// The text of a page.
#[derive(Default, Debug)]
pub(in crate::site) struct Words {
    /// Sentences that say the most.
    pub(in crate::site) points: Vec<String>,
    /// Everything else, a paragraph or a row of a table each.
    pub(in crate::site) passages: Vec<String>,
}

impl Words {
    fn text(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.passages.push(text);
        }
    }

    fn html(&mut self, html: &str) {
        self.passages.extend(passages(html));
    }

    fn exhibits(&mut self, exhibits: &[Markup]) {
        exhibits.iter().for_each(|exhibit| self.html(&exhibit.html));
    }

    fn narrative(&mut self, narrative: Option<&NarrativeView>) {
        if let Some(narrative) = narrative {
            self.html(&narrative.html);
        }
    }

    fn facts(&mut self, facts: &[Labelled]) {
        facts.iter().for_each(|fact| self.joined([fact.label.as_str(), fact.value.as_str()]));
    }

    fn row(&mut self, row: &RowView) {
        self.joined(std::iter::once(&row.head).chain(&row.cells).map(|cell| cell.text.as_str()));
    }

    /// Parts that belong together; an empty one is left out.
    fn joined<'t>(&mut self, parts: impl IntoIterator<Item = &'t str>) {
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        self.text(parts.join(" "));
    }
}

/// A body that can be searched.
pub(in crate::site) trait Searchable {
    /// Adds what the page says.
    fn words(&self, words: &mut Words);
}

impl Searchable for BulletinBody {
    fn words(&self, words: &mut Words) {
        words.points.extend(self.key_points.iter().flat_map(|point| passages(&point.html)));
        words.narrative(self.narrative.as_ref());
        words.exhibits(&self.exhibits);
        self.table.rows.iter().for_each(|row| words.row(row));
        for note in &self.about {
            words.joined([note.name.as_str(), &note.definition, note.source.as_deref().unwrap_or_default()]);
        }
        self.notes.iter().for_each(|note| words.text(note));
        for dated in self.corrections.iter().chain(&self.notices) {
            words.joined([dated.date.text.as_str(), &dated.text]);
        }
        words.joined([
            self.place.label.as_str(),
            &self.period,
            self.column.as_ref().map_or("", |column| &column.label),
            &self.released.text,
            &self.source,
            self.byline.as_deref().unwrap_or_default(),
        ]);
    }
}

impl Searchable for PlaceBody {
    fn words(&self, words: &mut Words) {
        words.points.extend(self.description.clone());
        words.facts(&self.facts);
        words.exhibits(&self.series);
    }
}

impl Searchable for IndicatorBody {
    fn words(&self, words: &mut Words) {
        words.points.push(self.definition.clone());
        words.facts(&self.facts);
        words.exhibits(&self.series);
    }
}

impl Searchable for ProjectBody {
    fn words(&self, words: &mut Words) {
        words.points.extend(self.description.clone());
        words.facts(&self.facts);
        words.facts(&self.five_ones);
        words.text(self.name_note.as_deref().unwrap_or_default());
        words.text(self.investment.as_deref().unwrap_or_default());
        if let Some(in_place) = &self.in_place {
            let parts = [Some(&in_place.value), in_place.share.as_ref(), in_place.at.as_ref()];
            words.joined(parts.into_iter().flatten().map(String::as_str));
        }
        for stage in self.stages.iter().filter(|stage| stage.reached) {
            words.joined([stage.label.as_str(), stage.date.as_ref().map_or("", |date| &date.text)]);
        }
    }
}

impl Searchable for ColumnBody {
    fn words(&self, words: &mut Words) {
        words.text(&self.description);
    }
}

impl Searchable for PlansBody {
    fn words(&self, words: &mut Words) {
        self.plans.iter().for_each(|plan| words.text(&plan.title));
    }
}

impl Searchable for StandingBody {
    fn words(&self, words: &mut Words) {
        words.narrative(self.narrative.as_ref());
    }
}

/// Lists are found by their titles: what they list has pages of its own.
macro_rules! found_by_title {
    ($($body:ty),+) => { $(impl Searchable for $body { fn words(&self, _: &mut Words) {} })+ };
}

found_by_title!(
    CopyBody,
    HomeBody,
    BulletinsBody,
    DataBody,
    DirectoryBody,
    ProjectsBody,
    NotFoundBody,
    SearchBody
);
