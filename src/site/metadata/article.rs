//! What machines are told of a bulletin, on its page and in feeds.

use crate::content::{Bulletin, DatedText, Status};
use crate::figure::Period;
use crate::lang::Lang;
use crate::site::Site;

/// A bulletin as an article in one language.
pub(in crate::site) struct Article<'a> {
    pub(in crate::site) title: &'a str,
    pub(in crate::site) summary: &'a str,
    pub(in crate::site) released: Release,
    /// When it was last corrected or a notice added, if ever.
    pub(in crate::site) amended: Option<Period>,
    /// Who publishes it or published it first.
    pub(in crate::site) source: &'a str,
    /// Who wrote it.
    pub(in crate::site) byline: Option<&'a str>,
    pub(in crate::site) keywords: &'a [String],
    /// Its column's place in site.toml.
    pub(in crate::site) column: Option<usize>,
    pub(in crate::site) status: Status,
    /// Oldest first.
    pub(in crate::site) corrections: &'a [DatedText],
}

/// When a bulletin was released, as exactly as is known.
#[derive(Clone, Copy)]
pub(in crate::site) struct Release {
    /// A day, or a month.
    day: Period,
    /// Hour and minute, in China.
    time: Option<(i8, i8)>,
}

impl<'a> Article<'a> {
    pub(in crate::site) fn of(site: &Site<'a>, lang: Lang, at: usize) -> Self {
        let bulletin = &site.content.bulletins[at];
        let columns = &site.content.site.columns;
        Article {
            title: bulletin.title.value.get(lang),
            summary: bulletin.summary.get(lang),
            released: Release::of(bulletin),
            amended: amended(bulletin),
            source: bulletin.source.get(lang),
            byline: bulletin.byline.as_ref().map(|byline| byline.get(lang).as_str()),
            keywords: bulletin.keywords.get(lang),
            column: columns.iter().position(|column| column.id.value == bulletin.column.value),
            status: bulletin.status,
            corrections: &bulletin.corrections,
        }
    }

    /// When it last changed, for feeds: its last correction or notice, else its release.
    pub(in crate::site) fn updated(&self) -> Release {
        self.amended.map_or(self.released, |day| Release { day, time: None })
    }
}

/// The day of the last correction or notice.
pub(in crate::site) fn amended(bulletin: &Bulletin) -> Option<Period> {
    let texts = bulletin.corrections.iter().chain(&bulletin.notices);
    texts.map(|text| text.date.value).max_by_key(Period::last_day)
}

impl Release {
    pub(in crate::site) fn of(bulletin: &Bulletin) -> Self {
        Release { day: bulletin.released.value, time: bulletin.released_at }
    }

    /// `PubDate` of 国办发〔2017〕47号: `2022-07-07 09:30`. Without a time of day it says no more than is known,
    /// `2022-07-07` or `2022-07`: an invented hour would be a forged time of publication.
    pub(in crate::site) fn pub_date(self) -> String {
        let day = self.day.notation();
        self.time.map_or_else(|| day.clone(), |(hour, minute)| format!("{day} {hour:02}:{minute:02}"))
    }

    /// ISO 8601, no more exact than is known: `2022-07-07T09:30+08:00`, `2022-07-07`, `2022-07`.
    pub(in crate::site) fn iso(self) -> String {
        let day = self.day.notation();
        self.time.map_or_else(|| day.clone(), |(hour, minute)| format!("{day}T{hour:02}:{minute:02}+08:00"))
    }

    /// The instant that RFC 3339 asks for: the beginning of the day or month where no more is known.
    pub(in crate::site) fn instant(self) -> String {
        let (hour, minute) = self.time.unwrap_or_default();
        format!("{}T{hour:02}:{minute:02}:00+08:00", self.day.first_day())
    }

    /// The instant, where the time of day is really known.
    pub(in crate::site) fn known_instant(self) -> Option<String> {
        self.time.map(|_| self.instant())
    }
}
