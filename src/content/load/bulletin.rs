//! bulletin.toml: what a bulletin is, and what it shows.

use std::path::PathBuf;

use crate::content::decode::{Decode, Fields, Table, Value, explain_period};
use crate::content::{
    Bulletin, ById, ChartKind, ChartSpec, DatedText, Id, ImageSpec, Located, NextRelease, Silence, Status,
};
use crate::figure::Period;
use crate::lang::{Both, Lang, Text};

/// What bulletin.toml says.
pub(super) struct Head {
    /// The place and the period that its figures take over.
    pub(super) place: Option<Located<Id>>,
    pub(super) period: Option<Located<Period>>,
    /// The bulletin, yet without figures and narratives; `None` if something essential is wrong.
    pub(super) bulletin: Option<Bulletin>,
}

/// Reads bulletin.toml of the bulletin `id` of a year.
pub(super) fn read(year: i16, id: Id, fields: &mut Fields<'_>) -> Head {
    let place: Option<Located<Id>> = fields.required("place");
    let period = fields.required("period");
    let bulletin = read_bulletin(year, id, place.clone(), period, fields);
    Head { place, period, bulletin }
}

fn read_bulletin(
    year: i16,
    id: Id,
    place: Option<Located<Id>>,
    period: Option<Located<Period>>,
    fields: &mut Fields<'_>,
) -> Option<Bulletin> {
    let title = fields.required("title");
    let (column, released) = (fields.required("column"), fields.required::<Released>("released"));
    let next_release = fields.optional("next_release");
    let next_release = next_release.map(|Located { value, span }| Located::new(NextRelease(value), span));
    let written_in = fields.optional("written_in").unwrap_or(Lang::Zh);
    let (source, summary, byline) =
        (fields.text("source"), fields.text("summary"), fields.optional("byline"));
    let keywords = fields.optional("keywords").unwrap_or_default();
    let (headline, projects) = (fields.list("headline"), fields.list("projects"));
    let status: Status = fields.optional("status").unwrap_or_default();
    let (charts, images) = (charts(fields), fields.tables("images"));
    let (corrections, notices) = (fields.tables("corrections"), fields.tables("notices"));
    let silences = fields.tables("silence");
    let period = period?;
    // A day that cannot be read keeps the bulletin from being published; with another in its place, and an hour so
    // that nobody is asked for one, the rest can be judged all the same.
    let Released { period: released, time: released_at } = released.unwrap_or_else(|| {
        let day = Period::Day(period.value.last_day());
        Released { period: Located::new(day, period.span), time: Some((0, 0)) }
    });
    Some(Bulletin {
        year,
        id: fields.file_start(id),
        title: title.unwrap_or_else(|| fields.file_start(Text::default())),
        place: place?,
        period,
        column: column?,
        released,
        released_at,
        next_release,
        written_in,
        source,
        byline,
        summary,
        keywords,
        headline,
        projects,
        status,
        charts,
        images,
        corrections,
        notices,
        silences,
        figures: ById::default(),
        narratives: Both::default(),
        translation: None,
    })
}

/// The day or month of a release, with the time of day where it is known.
struct Released {
    period: Located<Period>,
    time: Option<(i8, i8)>,
}

impl Decode for Released {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.string(&Self::what(), &Self::example())?;
        let (day, time) = text.split_once(' ').map_or((text, None), |(day, time)| (day, Some(time)));
        let period = match (Period::parse(day), time) {
            (Ok(period @ Period::Day(_)), _) | (Ok(period @ Period::Month(..)), None) => period,
            (Ok(_), _) => return value.bad(not_a_release(text), release_forms()),
            (Err(error), _) => return value.bad(explain_period(day, &error).0, release_forms()),
        };
        let time = match time.map(time_of_day) {
            Some(None) => return value.bad(not_a_release(text), release_forms()),
            Some(Some(time)) => Some(time),
            None => None,
        };
        Some(Released { period: Located::new(period, value.span()), time })
    }

    fn what() -> Text {
        Text::new("带引号的发布日期", "a day in quotation marks")
    }

    fn example() -> String {
        "\"2022-07-07\"".into()
    }
}

fn not_a_release(text: &str) -> Text {
    Text::new(format!("“{text}”不是发布日期"), format!("`{text}` is not a day of release"))
}

fn release_forms() -> Text {
    Text::new(
        "写作 \"2022-07-07\"、\"2022-07-07 09:30\"；只知月份时写 \"2022-07\"",
        "write \"2022-07-07\", \"2022-07-07 09:30\", or \"2022-07\" where no more is known",
    )
}

fn time_of_day(text: &str) -> Option<(i8, i8)> {
    let (hour, minute) = text.trim().split_once(':')?;
    let (hour, minute) = (two_digits(hour)?, two_digits(minute)?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

fn two_digits(text: &str) -> Option<i8> {
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// The charts; one that cannot be read is still known by its id.
fn charts(fields: &mut Fields<'_>) -> Vec<ChartSpec> {
    fields.tables_with("charts", |fields| {
        let (id, kind) = (fields.required::<Located<Id>>("id"), fields.required("kind"));
        let (figures, project) = (fields.list("figures"), fields.optional("project"));
        let (title, description) = (fields.optional("title"), fields.optional("description"));
        if let (Some(id), None) = (&id, &kind) {
            fields.lose(&id.value);
        }
        Some(ChartSpec { id: id?, kind: kind?, figures, project, title, description })
    })
}

impl Decode for ChartKind {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.choice(&Self::what(), &ChartKind::ALL.map(|kind| (kind.name(), kind)))
    }

    fn what() -> Text {
        Text::new("图表类型", "a kind of chart")
    }

    fn example() -> String {
        "\"comparison\"".into()
    }
}

impl Table for ImageSpec {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (id, file) = (fields.required::<Located<Id>>("id"), fields.required("file"));
        let (alt, credit) = (fields.text("alt"), fields.text("credit"));
        let caption = fields.optional("caption");
        if let (Some(id), None) = (&id, &file) {
            fields.lose(&id.value);
        }
        // Where the file is, the folder knows.
        Some(ImageSpec { id: id?, file: file?, path: PathBuf::new(), photo: None, alt, caption, credit })
    }
}

impl Table for Silence {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (code, file) = (fields.required("code"), fields.optional("file"));
        let (text, reason) = (fields.required("text"), fields.required("reason"));
        Some(Silence { code: code?, file, text: text?, reason: reason? })
    }
}

impl Table for DatedText {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (date, text) = (fields.required("date"), fields.text("text"));
        Some(DatedText { date: date?, text })
    }
}
