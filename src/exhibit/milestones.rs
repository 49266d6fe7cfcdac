//! The stages of one project in time.

use jiff::civil::Date;

use super::frame::{Draft, Frame};
use super::refusal::{Refusal, refuse, unknown};
use super::table::DataTable;
use crate::analysis::words;
use crate::chart::{Plot, Step};
use crate::content::{Disclosure, Project, Stage, StageReached};
use crate::figure::Period;
use crate::lang::{Lang, Text};

pub(super) fn draft(frame: &Frame<'_>) -> Result<Draft, Refusal> {
    let project = project(frame)?;
    let marks = marks(frame, project);
    let table = table(frame, project, &marks);
    let place = frame.index.content().registry.places.get(&project.place.value);
    let place = place.map_or("", |place| place.name.get(frame.lang));
    let investment = project.investment.as_ref().map(|amount| amount.value.write(frame.lang));
    let investment = investment.map_or_else(String::new, |amount| match frame.lang {
        Lang::Zh => format!("总投资{amount}"),
        Lang::En => format!("Total investment {amount}"),
    });
    Ok(Draft {
        plot: Some(Plot::Milestones { steps: marks.iter().map(|mark| step(frame, mark)).collect() }),
        title: title(frame, project, &marks),
        subtitle: frame.facts(&[name(frame, project), place, &investment]),
        description: description(frame, project, &marks),
        source: Some(project.source.as_ref().unwrap_or(&frame.bulletin.source).get(frame.lang).clone()),
        notes: Vec::new(),
        table,
        advice: Vec::new(),
    })
}

fn project<'a>(frame: &Frame<'a>) -> Result<&'a Project, Refusal> {
    let Some(id) = &frame.spec.project else {
        return Err(refuse(
            frame.spec.kind.span,
            Text::new(
                "milestones图没有指明项目",
                "a milestones chart draws a project, and this one names none",
            ),
            Text::new("写上project = \"项目标识\"", "write project = \"…\" with the id of a project"),
        ));
    };
    let found = frame.index.content().projects.get(&id.value);
    let found = found.ok_or_else(|| unknown(id.span, id.value.as_str()))?;
    if found.disclosure == Disclosure::Withheld {
        return Err(refuse(
            id.span,
            Text::new(
                "该项目不公开，不能单独成图",
                "this project's name is withheld, and the chart would show it",
            ),
            Text::new("删去此图，或改disclosure", "leave the chart out, or change the project's disclosure"),
        ));
    }
    if found.stages.is_empty() {
        return Err(refuse(
            id.span,
            Text::new("该项目还没有任何阶段", "this project has reached no stage yet"),
            Text::new("在项目文件中补上[[stages]]", "add [[stages]] to the project's file"),
        ));
    }
    Ok(found)
}

/// A stage, and how it was reached.
struct Mark<'a> {
    stage: &'a Stage,
    reached: Option<&'a StageReached>,
}

/// The stages reached, and those that come after the last of them.
///
/// A stage before it that the register does not have is left out: whether it was skipped, nobody said.
fn marks<'a>(frame: &Frame<'a>, project: &'a Project) -> Vec<Mark<'a>> {
    let stages = &frame.index.content().registry.stages;
    let reached = |stage: &Stage| project.stages.iter().find(|reached| reached.stage.value == stage.id.value);
    let last = stages.values().rposition(|stage| reached(stage).is_some()).unwrap_or(0);
    let marks = stages.values().enumerate().map(|(at, stage)| (at, Mark { stage, reached: reached(stage) }));
    marks.filter(|(at, mark)| mark.reached.is_some() || *at > last).map(|(_, mark)| mark).collect()
}

fn step(frame: &Frame<'_>, mark: &Mark<'_>) -> Step {
    let date = mark.reached.and_then(|reached| reached.date.as_ref());
    Step {
        label: mark.stage.name.get(frame.lang).clone(),
        day: date.map(|date| days_since_1970(date.value.first_day())),
        date_label: date.map_or_else(String::new, |date| date.value.write(frame.lang)),
        reached: mark.reached.is_some(),
    }
}

fn days_since_1970(day: Date) -> i32 {
    let days = Date::ZERO.duration_until(day).as_hours() / 24
        - Date::ZERO.duration_until(Date::constant(1970, 1, 1)).as_hours() / 24;
    i32::try_from(days).unwrap_or_default()
}

fn name<'a>(frame: &Frame<'_>, project: &'a Project) -> &'a str {
    project.name.for_reader(frame.lang).0
}

fn latest<'m, 'a>(marks: &'m [Mark<'a>]) -> Option<&'m Mark<'a>> {
    marks.iter().rfind(|mark| mark.reached.is_some())
}

fn date(mark: &Mark<'_>) -> Option<Period> {
    Some(mark.reached?.date.as_ref()?.value)
}

/// 吉利新能源汽车项目：开工（2018年2月）
fn title(frame: &Frame<'_>, project: &Project, marks: &[Mark<'_>]) -> String {
    let name = name(frame, project);
    let Some(latest) = latest(marks) else { return name.to_owned() };
    let stage = latest.stage.name.get(frame.lang);
    let when = date(latest).map_or_else(String::new, |date| date.write(frame.lang));
    let said = super::axis::with_unit(stage, &when, frame.lang);
    format!("{name}{}{said}", frame.say("：", ": "))
}

fn description(frame: &Frame<'_>, project: &Project, marks: &[Mark<'_>]) -> String {
    let name = name(frame, project);
    let what = match frame.lang {
        Lang::Zh => format!("时间轴，{name}生命周期的各阶段"),
        Lang::En => format!("Timeline of the stages of {name}"),
    };
    let said = |mark: &Mark<'_>| {
        let when = match (mark.reached, date(mark)) {
            (Some(_), Some(date)) => date.write(frame.lang),
            (Some(_), None) => frame.say("日期不详", "date not known").to_owned(),
            (None, _) => frame.say("尚未达到", "not reached yet").to_owned(),
        };
        super::axis::with_unit(mark.stage.name.get(frame.lang), &when, frame.lang)
    };
    let stages: Vec<_> = marks.iter().map(said).collect();
    frame.sentences(&[what, words::list(&stages, frame.lang)])
}

fn table(frame: &Frame<'_>, project: &Project, marks: &[Mark<'_>]) -> DataTable {
    let columns = [
        (frame.say("阶段", "Stage").to_owned(), false),
        (frame.say("时间", "Date").to_owned(), false),
        (frame.say("状态", "Status").to_owned(), false),
    ];
    let mut table = DataTable::new(title(frame, project, marks), columns);
    for mark in marks {
        let status = match mark.reached {
            Some(_) => frame.say("已达到", "reached"),
            None => frame.say("尚未达到", "not reached yet"),
        };
        let when = date(mark).map_or_else(String::new, |date| words::label(date, frame.lang));
        table.push(false, [mark.stage.name.get(frame.lang).as_str().into(), when.into(), status.into()]);
    }
    table
}
