//! T3: dates that cannot be: 31 June, an end before its beginning, a past that lies after the release.

use jiff::civil::{Date, Weekday};

use super::Case;
use super::sentence::{Sentence, begins, ends, holds};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::Period;
use crate::lang::{Lang, Text};
use crate::prose::{Mention, PartialPeriod, What};

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for sentence in case.sentences() {
        for (at, mention) in sentence.mentions.iter().enumerate() {
            let last = at.checked_sub(1).map(|last| &sentence.mentions[last]);
            found.push_all(no_such_day(&sentence, last, mention));
            found.push_all(other_weekday(&sentence, mention));
            found.push_all(last.and_then(|last| backwards(&sentence, last, mention)));
            found.push_all(not_yet(case, &sentence, mention));
        }
        found.push_all(completed_before_it_began(&sentence));
    }
}

/// 31 June; 29 February of a year that is named and no leap year.
fn no_such_day(sentence: &Sentence<'_>, last: Option<&Mention>, mention: &Mention) -> Option<Diagnostic> {
    let What::PartialPeriod(PartialPeriod::Days { from, to }) = mention.what else { return None };
    let year = year_beside(sentence, last, mention).unwrap_or(2024);
    let exists = |(month, day): (i8, i8)| Date::new(year, month, day).is_ok();
    let wrong = [from, to].into_iter().find(|day| !exists(*day))?;
    let days = Date::new(year, wrong.0, 1).ok()?.days_in_month();
    let said = sentence.said(mention);
    Some(finding(
        sentence,
        mention,
        Text::new(
            format!("没有“{said}”这一天：该月只有{days}天"),
            format!("there is no “{said}”: that month has {days} days"),
        ),
    ))
}

/// The year right before or after a day that could not be read together with it.
fn year_beside(sentence: &Sentence<'_>, last: Option<&Mention>, mention: &Mention) -> Option<i16> {
    let digits = |text: &str| {
        let year: i16 = text.get(..4)?.parse().ok()?;
        (1900..2100).contains(&year).then_some(year)
    };
    let after = sentence.after(mention).trim_start_matches([' ', ',']);
    let before = last.filter(|last| last.span.end == mention.span.start);
    before.and_then(|last| digits(sentence.said(last))).or_else(|| digits(after))
}

/// "Friday, 7 July 2022" was a Thursday.
fn other_weekday(sentence: &Sentence<'_>, mention: &Mention) -> Option<Diagnostic> {
    const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const ZH: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];
    let What::Period(Period::Day(day)) = mention.what else { return None };
    let true_day = usize::try_from(day.weekday().since(Weekday::Monday)).ok()?;
    let said = match sentence.lang() {
        Lang::En => {
            let before = sentence.before(mention).trim_end_matches([' ', ',']);
            EN.iter().position(|name| ends(before, &[name]))?
        }
        Lang::Zh => {
            let after = sentence.after(mention).trim_start_matches(['（', '(', ' ', '，']);
            let name =
                ["星期", "周", "礼拜"].iter().find_map(|word| after.strip_prefix(word))?.chars().next()?;
            ZH.iter().position(|known| *known == name || name == '天' && *known == '日')?
        }
    };
    (said != true_day).then(|| {
        finding(
            sentence,
            mention,
            Text::new(
                format!("这一天是星期{}，不是星期{}", ZH[true_day], ZH[said]),
                format!("that day was a {}, not a {}", EN[true_day], EN[said]),
            ),
        )
    })
}

/// 2024年6月30日至1月1日: from one day back to an earlier one. A few weeks over New Year go forwards.
fn backwards(sentence: &Sentence<'_>, first: &Mention, second: &Mention) -> Option<Diagnostic> {
    let link = sentence.between(first, second).trim();
    if !matches!(link, "至" | "到" | "—" | "－" | "-" | "–" | "to" | "until" | "～") {
        return None;
    }
    let What::Period(Period::Day(from)) = first.what else { return None };
    let is_back = match second.what {
        What::Period(Period::Day(to)) => to < from,
        What::PartialPeriod(PartialPeriod::Days { from: (month, day), to }) if (month, day) == to => {
            let same_year = Date::new(from.year(), month, day).ok()?;
            let next = Date::new(from.year().checked_add(1)?, month, day).ok()?;
            same_year < from && Period::between(from, next).is_none_or(|over| over.days() > 120)
        }
        _ => false,
    };
    is_back.then(|| {
        finding(sentence, second, Text::new("起止颠倒：结束早于开始", "the end lies before the beginning"))
    })
}

/// What is told as past although it lies after the release.
fn not_yet(case: &Case<'_>, sentence: &Sentence<'_>, mention: &Mention) -> Option<Diagnostic> {
    const FUTURE: [&str; 40] = [
        "will",
        "to be",
        "shall",
        "plan",
        "plans",
        "planned",
        "due",
        "until",
        "target",
        "expected",
        "scheduled",
        "intends",
        "aims",
        "is to",
        "are to",
        "may",
        "can",
        "should",
        "would",
        "remain",
        "valid",
        "lease",
        "before",
        "next",
        "将",
        "拟",
        "力争",
        "计划",
        "预计",
        "目标",
        "定于",
        "起施行",
        "有效期",
        "为止",
        "争取",
        "确保",
        "前完成",
        "下次",
        "安排",
        "要",
    ];
    const PAST: [&str; 22] = [
        "had",
        "was",
        "were",
        "signed",
        "held",
        "reached",
        "completed",
        "came to",
        "introduced",
        "rose",
        "fell",
        "has",
        "have",
        "已",
        "共",
        "累计",
        "召开",
        "举行",
        "完成了",
        "了",
        "同比",
        "实现",
    ];
    let released = case.released?.last_day();
    let What::Period(period) = mention.what else { return None };
    let is_open = matches!(period, Period::Year(_) | Period::Years(..) | Period::Plan(_));
    let lies_ahead =
        if matches!(period, Period::Day(_)) { period.first_day() } else { period.last_day() } > released;
    let text = sentence.text();
    if is_open || !lies_ahead || holds(text, &FUTURE) || !holds(text, &PAST) {
        return None;
    }
    let released = Period::Day(released);
    let (zh, en) = (released.write(Lang::Zh), released.write(Lang::En));
    Some(finding(
        sentence,
        mention,
        Text::new(
            format!("发布时（{zh}）这一时间还没有到，却写成了已经发生"),
            format!("told as past although it ends after the release on {en}"),
        ),
    ))
}

/// 2023年5月开工，2022年3月竣工.
fn completed_before_it_began(sentence: &Sentence<'_>) -> Option<Diagnostic> {
    const BEGAN: [&str; 8] = ["began", "started", "broke ground", "begun", "开工", "动工", "启动", "奠基"];
    const ENDED: [&str; 9] = [
        "completed",
        "finished",
        "commissioned",
        "went into operation",
        "竣工",
        "完工",
        "建成",
        "投产",
        "达产",
    ];
    let mut dated = sentence.mentions.iter().filter_map(|mention| match mention.what {
        What::Period(period) => Some((mention, period)),
        _ => None,
    });
    let (first, second) = (dated.next()?, dated.next()?);
    if dated.next().is_some() || second.1.last_day() >= first.1.first_day() {
        return None;
    }
    let between = sentence.between(first.0, second.0);
    let in_order = match sentence.lang() {
        Lang::En => holds(sentence.before(first.0), &BEGAN) && holds(between, &ENDED),
        Lang::Zh => begins(between, &BEGAN) && begins(sentence.after(second.0), &ENDED),
    };
    in_order.then(|| finding(sentence, second.0, Text::new("竣工早于开工", "completed before it began")))
}

fn finding(sentence: &Sentence<'_>, mention: &Mention, message: Text) -> Diagnostic {
    Diagnostic::new(
        Code::ImpossibleDate,
        sentence.span(mention),
        message,
        Text::new("核对原文，改正日期", "check the source and correct the date"),
    )
}
