//! A pipeline: the stages of a named cohort, with the conversion from each to the next.

use super::axis::with_unit;
use super::drawn::Drawn;
use super::frame::{Draft, Frame, remarks};
use super::refusal::{Refusal, refuse};
use super::table::DataTable;
use crate::analysis::{Pipeline, PipelineFault, words};
use crate::chart::{PipelineRow, Plot};
use crate::content::Dimension;
use crate::lang::{Lang, Text};

pub(super) fn draft(frame: &Frame<'_>) -> Result<Draft, Refusal> {
    let drawn = frame.figure()?;
    frame.parts(&drawn, Dimension::Stage)?;
    let pipeline = Pipeline::new(&frame.index.content().registry, drawn.figure);
    let pipeline = pipeline.map_err(|fault| refusal(&drawn, &fault))?;
    let cohort = pipeline.cohort.get(frame.lang);
    let place = frame.place(drawn.reading.place, drawn.reading.period);
    let period = words::bare(drawn.reading.period, frame.lang);
    Ok(Draft {
        plot: Some(plot(frame, &drawn, &pipeline)),
        title: title(frame, &pipeline),
        subtitle: frame.facts(&[&drawn.axis.heading(&words::capitalised(cohort)), place, &period]),
        description: description(frame, &drawn, &pipeline),
        source: None,
        notes: frame.notes(&[drawn]),
        table: table(frame, &drawn, &pipeline),
        advice: Vec::new(),
    })
}

fn refusal(drawn: &Drawn<'_>, fault: &PipelineFault<'_>) -> Refusal {
    let id = &drawn.figure.id.value;
    match fault {
        PipelineFault::NoStages => drawn.refuse_without("by_stage"),
        PipelineFault::NoCohort => refuse(
            drawn.at,
            Text::new(
                format!("`{id}`没有说明是哪一批项目，各阶段可能不是同一批项目"),
                format!("`{id}` names no cohort, so its stages may count different projects"),
            ),
            Text::new(
                format!(
                    "在[{id}]中写cohort = {{ zh = \"2024年签约项目\", en = \"projects signed in 2024\" }}"
                ),
                format!(
                    "write cohort = {{ zh = \"2024年签约项目\", en = \"projects signed in 2024\" }} in [{id}]"
                ),
            ),
        ),
        PipelineFault::NotCounts => refuse(
            drawn.at,
            Text::new(format!("`{id}`不是个数"), format!("`{id}` is not a number of things")),
            Text::new("换成项目个数", "name a number of projects instead"),
        ),
        PipelineFault::Increasing { before, after } => {
            let said = |lang| (before.value.value.write(lang), after.value.value.write(lang));
            let ((few_zh, many_zh), (few_en, many_en)) = (said(Lang::Zh), said(Lang::En));
            let finding = refuse(
                after.value.span,
                Text::new(
                    format!("后一阶段{many_zh}多于前一阶段{few_zh}，不可能是同一批项目"),
                    format!(
                        "{many_en} reached this stage and only {few_en} the one before: they cannot be one cohort"
                    ),
                ),
                Text::new(
                    "各阶段都只统计cohort所说的那一批项目",
                    "count only the projects of the named cohort in every stage",
                ),
            );
            let earlier = Text::new("前一阶段", "the stage before");
            Box::new(finding.with_related(before.value.span, earlier))
        }
    }
}

fn plot(frame: &Frame<'_>, drawn: &Drawn<'_>, pipeline: &Pipeline<'_>) -> Plot {
    let rows = pipeline.steps.iter().map(|step| PipelineRow {
        label: step.stage.name.get(frame.lang).clone(),
        value: drawn.axis.number(step.amount.quantity).unwrap_or_default(),
        value_label: drawn.axis.say(step.amount),
        conversion: step.conversion.map(|share| words::percent(share, frame.lang)),
    });
    Plot::Pipeline { rows: rows.collect() }
}

/// 2024年签约项目中，70%已开工，35%已竣工
fn title(frame: &Frame<'_>, pipeline: &Pipeline<'_>) -> String {
    let cohort = words::capitalised(pipeline.cohort.get(frame.lang));
    let reached = pipeline.steps.iter().filter_map(|step| {
        let share = words::percent(step.from_first?, frame.lang);
        let stage = step.stage.name.get(frame.lang);
        Some(match frame.lang {
            Lang::Zh => format!("{share}已{stage}"),
            Lang::En => format!("{share} {}", stage.to_lowercase()),
        })
    });
    let reached = reached.collect::<Vec<_>>();
    // The second stage and the last say how far the cohort has come; those between are in the chart.
    let ends = match reached.as_slice() {
        [first, .., last] => vec![first.as_str(), last],
        few => few.iter().map(String::as_str).collect(),
    };
    format!("{cohort}{}{}", frame.say("中，", ": "), frame.sequence(&ends))
}

fn description(frame: &Frame<'_>, drawn: &Drawn<'_>, pipeline: &Pipeline<'_>) -> String {
    let cohort = pipeline.cohort.get(frame.lang);
    let what = match frame.lang {
        Lang::Zh => format!("条形图，{cohort}按生命周期各阶段排列"),
        Lang::En => format!("Bar chart of the stages of the life cycle: {cohort}"),
    };
    let step = |step: &crate::analysis::PipelineStep<'_>| {
        let (stage, value) = (step.stage.name.get(frame.lang), drawn.axis.say(step.amount));
        let conversion = step.conversion.map(|share| words::percent(share, frame.lang));
        match (frame.lang, conversion) {
            (Lang::Zh, Some(share)) => format!("{stage}{value}，为上一阶段的{share}"),
            (Lang::Zh, None) => format!("{stage}{value}"),
            (Lang::En, Some(share)) => format!("{stage}: {value}, {share} of the stage before"),
            (Lang::En, None) => format!("{stage}: {value}"),
        }
    };
    let steps: Vec<_> = pipeline.steps.iter().map(step).collect();
    frame.sentences(&[what, steps.join(frame.say("；", "; "))])
}

fn table(frame: &Frame<'_>, drawn: &Drawn<'_>, pipeline: &Pipeline<'_>) -> DataTable {
    let percent = |zh, en| with_unit(frame.say(zh, en), "%", frame.lang);
    let columns = [
        (frame.say("阶段", "Stage").to_owned(), false),
        (drawn.axis.heading(&words::capitalised(pipeline.cohort.get(frame.lang))), true),
        (percent("占上一阶段", "Of the stage before"), true),
        (percent("占第一阶段", "Of the first stage"), true),
        (percent("同比", "Year on year"), true),
        (frame.say("说明", "Remarks").to_owned(), false),
    ];
    let mut table = DataTable::new(title(frame, pipeline), columns);
    for step in &pipeline.steps {
        table.push(
            false,
            [
                step.stage.name.get(frame.lang).as_str().into(),
                drawn.axis.number(step.amount.quantity).into(),
                step.conversion.into(),
                step.from_first.into(),
                step.cell.comparison.yoy.as_ref().map(|yoy| yoy.value).into(),
                remarks(step.amount.qualifier, false, drawn.reading.status, frame.lang).into(),
            ],
        );
    }
    table
}
