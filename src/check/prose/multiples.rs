//! N6: 是…的1.4倍 is 1.4 times as much, 增长1.4倍 is 2.4 times as much, and "1.4 times higher" is either.

use rust_decimal::Decimal;

use super::sense::{Dim, Measure};
use super::sentence::{Sentence, begins, ends};
use super::{Case, figures};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::round_half_up;
use crate::lang::{Lang, Text};
use crate::prose::{Mention, Relation, What};

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for sentence in case.sentences() {
        for mention in sentence.mentions {
            found.push_all(unclear(&sentence, mention));
        }
        found.push_all(against_its_ends(&sentence));
        found.push_all(against_figures(case, &sentence));
    }
}

/// Wordings that say nothing certain: times higher than, three times lower, 降低了2倍.
fn unclear(sentence: &Sentence<'_>, mention: &Mention) -> Option<Diagnostic> {
    let said = sentence.said(mention);
    if mention.relation == Some(Relation::TimesHigher) {
        return Some(finding(
            sentence,
            mention,
            Text::new(
                format!("“{said} higher/more than”有两解：是原来的几倍，还是多出几倍"),
                format!("“{said} higher” or “more” may be read as {said} as much, or as {said} on top"),
            ),
        ));
    }
    let is_fall = match sentence.lang() {
        Lang::Zh => {
            let before = sentence.before(mention).trim_end_matches('了');
            said.ends_with('倍') && ends(before, &["下降", "降低", "减少", "缩小", "下跌", "缩短"])
        }
        Lang::En => {
            said.ends_with("times")
                && begins(
                    sentence.after(mention),
                    &["lower", "less than", "fewer", "smaller", "cheaper", "shorter"],
                )
        }
    };
    is_fall.then(|| {
        finding(
            sentence,
            mention,
            Text::new(
                "下降不能用“倍”：没有什么能减少一倍以上",
                "nothing falls by a multiple of itself: say to what part it fell",
            ),
        )
    })
}

/// 由2亿元增至4.8亿元，增长1.4倍: the multiple follows from the two ends.
fn against_its_ends(sentence: &Sentence<'_>) -> Option<Diagnostic> {
    let measures = sentence.measures();
    let is_multiple = |measure: &Measure| {
        measure.dim == Dim::Times
            && matches!(measure.relation, Some(Relation::IsTimes | Relation::GrewTimes | Relation::Grew))
    };
    let mut multiples = measures.iter().filter(|(_, measure)| is_multiple(measure));
    let (Some((mention, measure)), None) = (multiples.next(), multiples.next()) else { return None };
    let ratio = ratio_of_ends(sentence, &measures)?;
    let decimals = measure.number.scale();
    let is = |factor: Decimal| round_half_up(ratio, decimals).normalize() == factor.normalize();
    let factor = measure.factor()?;
    let grew = measure.relation != Some(Relation::IsTimes);
    let otherwise =
        if grew { factor.checked_sub(Decimal::ONE)? } else { factor.checked_add(Decimal::ONE)? };
    if is(factor) || !is(otherwise) {
        return None;
    }
    let (zh, en) = if grew { ("增长到几倍", "as much as") } else { ("增长了几倍", "more than") };
    Some(finding(
        sentence,
        mention,
        Text::new(
            format!("按前后两数计算，这里说的是“{zh}”，与写法不符"),
            format!("the two values make it so many times {en} the first, which is not what this says"),
        ),
    ))
}

/// How many times the first end the second is: 由A增至B, from A to B.
fn ratio_of_ends(sentence: &Sentence<'_>, measures: &[(&Mention, Measure)]) -> Option<Decimal> {
    let range = |(mention, measure): &(&Mention, Measure)| {
        let is_range = matches!(mention.what, What::Range { .. });
        let from = ends(sentence.before(mention), &["from", "由", "从"]);
        (is_range && from).then(|| measure.to?.checked_div(measure.value)).flatten()
    };
    let pair = |pair: &[(&Mention, Measure)]| {
        let [(first, from), (second, to)] = pair else { return None };
        let between = sentence.between(first, second).trim();
        let is_change = match sentence.lang() {
            Lang::En => between == "to",
            Lang::Zh => ends(between, &["至", "到", "为"]) && between.chars().count() <= 6,
        };
        let begins = ends(sentence.before(first), &["from", "由", "从"]);
        (from.dim == to.dim && !from.is_ratio() && is_change && begins)
            .then(|| to.value.checked_div(from.value))
            .flatten()
    };
    measures.iter().find_map(range).or_else(|| measures.windows(2).find_map(pair))
}

/// A typed 增长1.4倍 where the figure is 1.4 times as much.
fn against_figures(case: &Case<'_>, sentence: &Sentence<'_>) -> Option<Diagnostic> {
    let is_grown = |mention: &Mention| mention.relation == Some(Relation::GrewTimes);
    if case.bulletin.is_none() || !sentence.mentions.iter().any(is_grown) {
        return None;
    }
    let known = figures::known(case);
    let figure = |(mention, measure): (&'_ Mention, Measure)| {
        let before = sentence.before(mention);
        let is_meant = |figure: &&figures::Known<'_>| {
            let named = figures::is_named(case, figure.figure, before, sentence.lang());
            figure.field == "times" && figure.measure.number == measure.number && named
        };
        known
            .iter()
            .find(is_meant)
            .filter(|_| is_grown(mention))
            .map(|figure| (mention.clone(), measure, figure))
    };
    let (mention, measure, figure) = sentence.measures().into_iter().find_map(figure)?;
    let id = &figure.figure.id.value;
    let number = measure.number;
    let found = finding(
        sentence,
        &mention,
        Text::new(
            format!("{id}是{number}倍，不是增长{number}倍"),
            format!("{id} is {number} times as much, not {number} times more"),
        ),
    );
    let place =
        figure.figure.comparison.times.as_ref().map_or(figure.figure.id.span, |times| times.ratio.span);
    Some(found.with_related(place, Text::new("指标里是这样写的", "the figure says so")))
}

fn finding(sentence: &Sentence<'_>, mention: &Mention, message: Text) -> Diagnostic {
    Diagnostic::new(
        Code::Multiple,
        sentence.span(mention),
        message,
        Text::new(
            "弄清原意：是几倍写“是……的1.4倍”、1.4 times as much as，多出几成写增长40%、up 40%",
            "find out what is meant: write “1.4 times as much as” (是…的1.4倍), or “up 40%” (增长40%)",
        ),
    )
}
