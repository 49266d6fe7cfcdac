//! Two plan periods side by side, "1.4 times as much as in", never "up 1.4 times".

use super::comparison::{self, Against, Pair};
use super::drawn::Drawn;
use super::frame::{Draft, Frame};
use super::refusal::{Refusal, refuse};
use crate::figure::Period;
use crate::lang::{Lang, Text};

pub(super) fn draft(frame: &Frame<'_>) -> Result<Draft, Refusal> {
    let drawn = frame.figures(1..=3)?;
    let pairs: Vec<Pair<'_>> =
        drawn.iter().map(|drawn| pair(drawn)?.checked()).collect::<Result<_, Refusal>>()?;
    let title = title(frame, &pairs);
    let mut notes = frame.notes(&drawn);
    notes.extend(comparison::notes_on_bases(frame, &pairs));
    Ok(Draft {
        plot: Some(comparison::plot(frame, &pairs)),
        subtitle: comparison::subtitle(frame, &pairs),
        description: comparison::description(frame, &pairs),
        source: None,
        notes,
        table: comparison::table(frame, title.clone(), &pairs),
        title,
        advice: Vec::new(),
    })
}

fn pair<'a>(drawn: &Drawn<'a>) -> Result<Pair<'a>, Refusal> {
    let id = &drawn.figure.id.value;
    if !matches!(drawn.reading.period, Period::Plan(_)) {
        return Err(refuse(
            drawn.at,
            Text::new(
                format!("`{id}`的时期不是五年规划（计划）时期"),
                format!("the period of `{id}` is not that of a five-year plan"),
            ),
            Text::new(
                "写成period = \"plan:13\"这样的时期，或用comparison图",
                "write a period such as period = \"plan:13\", or use a comparison",
            ),
        ));
    }
    let multiple = drawn.reading.multiple();
    let multiple = multiple.filter(|multiple| matches!(multiple.of, Period::Plan(_)));
    let (multiple, base) =
        multiple.and_then(|multiple| Some((multiple, multiple.base?))).ok_or_else(|| {
            refuse(
                drawn.at,
                Text::new(
                    format!("`{id}`没有可比的上一规划（计划）时期"),
                    format!("`{id}` has no earlier plan period to compare with"),
                ),
                Text::new(
                    format!("在[{id}]中写times = {{ ratio = 1.4, of = \"plan:12\" }}或base"),
                    format!("write times = {{ ratio = 1.4, of = \"plan:12\" }} or base in [{id}]"),
                ),
            )
        })?;
    Ok(Pair { drawn: *drawn, base, against: Against::Plan(multiple) })
}

/// 实到市外资金超2600亿元，是“十二五”时期的1.4倍
fn title(frame: &Frame<'_>, pairs: &[Pair<'_>]) -> String {
    let said = pairs.iter().map(|pair| {
        let (name, value) = (pair.drawn.label(frame.lang), pair.drawn.reading.amount.write(frame.lang));
        let value = match frame.lang {
            Lang::Zh => format!("{name}{value}"),
            Lang::En => format!("{name}: {value}"),
        };
        frame.sequence(&[&value, &pair.change(frame.lang).unwrap_or_default()])
    });
    said.collect::<Vec<_>>().join(frame.say("；", "; "))
}
