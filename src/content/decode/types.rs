//! The simple types that stand in every file.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Decode, Value};
use crate::content::{Id, Located};
use crate::diagnostic::{Code, did_you_mean, nearest};
use crate::figure::{Amount, AmountError, Period, PeriodError, read_percent};
use crate::lang::{Both, Lang, Name, Text};

/// A share or a change in per cent, as written: 210 for `"+210%"`.
pub(in crate::content) struct Percent(pub(in crate::content) Decimal);

impl<T: Decode> Decode for Located<T> {
    fn decode(value: Value<'_>) -> Option<Self> {
        T::decode(value).map(|read| Located::new(read, value.span()))
    }

    fn what() -> Text {
        T::what()
    }

    fn example() -> String {
        T::example()
    }
}

/// Items that cannot be read are left out.
impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Value<'_>) -> Option<Self> {
        let items = value.items(&Self::what(), &Self::example())?;
        Some(items.filter_map(T::decode).collect())
    }

    fn what() -> Text {
        Text::new("列表", "a list")
    }

    fn example() -> String {
        format!("[{}]", T::example())
    }
}

impl Decode for String {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.string(&Self::what(), &Self::example())?;
        if text.trim().is_empty() {
            return value.bad(
                Text::new("文字是空的", "the text is empty"),
                Text::new(
                    "写上文字；可省的键就整行删去",
                    "write the text, or delete the line if it is optional",
                ),
            );
        }
        if let Some(control) = text.chars().find(|&c| is_unprintable(c)) {
            let code = u32::from(control);
            return value.bad(
                Text::new(
                    format!("含有控制字符 U+{code:04X}"),
                    format!("the control character U+{code:04X}"),
                ),
                Text::new("删去它", "delete it"),
            );
        }
        Some(text.to_owned())
    }

    fn what() -> Text {
        Text::new("文字", "a text")
    }

    fn example() -> String {
        "\"…\"".into()
    }
}

/// Whether XML, and so a feed, cannot carry the character.
pub(in crate::content) fn is_unprintable(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

impl Decode for bool {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.raw().as_bool().or_else(|| value.wrong_type(&Self::what(), &Self::example()))
    }

    fn what() -> Text {
        Text::new("true或false", "true or false")
    }

    fn example() -> String {
        "true".into()
    }
}

impl Decode for i64 {
    fn decode(value: Value<'_>) -> Option<Self> {
        let whole = value.number().filter(|digits| !digits.contains(['.', 'e', 'E', 'n', 'i']));
        let Some(digits) = whole else { return value.wrong_type(&Self::what(), &Self::example()) };
        digits.replace('_', "").parse().ok().or_else(|| {
            value.bad(
                Text::new(format!("“{digits}”太大"), format!("`{digits}` is too large")),
                Text::new("写一个较小的整数，如 2", "write a smaller whole number, such as 2"),
            )
        })
    }

    fn what() -> Text {
        Text::new("整数", "a whole number")
    }

    fn example() -> String {
        "2".into()
    }
}

impl Decode for Decimal {
    fn decode(value: Value<'_>) -> Option<Self> {
        let digits = match value.number() {
            Some(digits) => digits,
            None => value.string(&Self::what(), &Self::example())?,
        };
        Decimal::from_str_exact(digits).ok().or_else(|| {
            value.bad(
                Text::new(format!("“{digits}”不是数"), format!("`{digits}` is not a number")),
                Text::new("只写数字和小数点，如 1.4", "write digits and a decimal point: 1.4"),
            )
        })
    }

    fn what() -> Text {
        Text::new("数", "a number")
    }

    fn example() -> String {
        "1.4".into()
    }
}

impl Decode for Percent {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.string(&Self::what(), &Self::example())?;
        let is_bare =
            |text: &str| text.chars().all(|c| c.is_numeric() || matches!(c, '+' | '-' | '−' | '.' | ' '));
        match read_percent(text) {
            Ok(_) if is_bare(text) => value.bad(
                Text::new(format!("“{text}”没有百分号"), format!("`{text}` has no per cent sign")),
                Text::new(
                    format!("写作 \"{0}%\"；比率的变化写作 \"{0}个百分点\"", text.trim()),
                    format!("write \"{0}%\"; a ratio changes by \"{0} percentage points\"", text.trim()),
                ),
            ),
            Ok(percent) => Some(Percent(percent)),
            Err(error) => value.bad(
                Text::new(format!("“{text}”：{}", error.zh()), format!("`{text}`: {error}")),
                Text::new("如 \"+210%\"、\"-3.5%\"、\"67%\"", "such as \"+210%\", \"-3.5%\", \"67%\""),
            ),
        }
    }

    fn what() -> Text {
        Text::new("带引号的百分比", "a percentage in quotation marks")
    }

    fn example() -> String {
        "\"+3.5%\"".into()
    }
}

impl Decode for Amount {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.amount(None).map(|amount| amount.value)
    }

    fn what() -> Text {
        Text::new("数值", "a quantity")
    }

    fn example() -> String {
        "\"458亿元\"".into()
    }
}

/// Why a text is no quantity, and what to do about it.
pub(super) fn explain_amount(text: &str, error: &AmountError) -> (Text, Text) {
    (
        Text::new(format!("“{text}”：{}", error.zh()), format!("`{text}`: {error}")),
        Text::new(
            "数字后面写单位，如 \"121个\"、\"458亿元\"、\"19.36亿美元\"、\"67%\"",
            "write a number and its unit: \"121个\", \"458亿元\", \"45.8 billion yuan\", \"67%\"",
        ),
    )
}

impl Decode for Id {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.id()
    }

    fn what() -> Text {
        Text::new("标识", "an id")
    }

    fn example() -> String {
        "\"…\"".into()
    }
}

impl Decode for Period {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.string(&Self::what(), &Self::example())?;
        match Period::parse(text) {
            Ok(period) => Some(period),
            Err(error) => {
                let (message, help) = explain_period(text, &error);
                value.bad(message, help)
            }
        }
    }

    fn what() -> Text {
        Text::new("带引号的时期", "a period in quotation marks")
    }

    fn example() -> String {
        "\"2022-H1\"".into()
    }
}

/// Why a text is no period, and what to do about it.
pub(in crate::content) fn explain_period(text: &str, error: &PeriodError) -> (Text, Text) {
    let forms = "2022 · 2022-H1 · 2022-Q2 · 2022-06 · 2022-07-07 · 2022-01/2022-08 · 2016/2020 · plan:13";
    (
        Text::new(format!("“{text}”：{}", error.zh()), format!("`{text}`: {error}")),
        Text::new(format!("可写作 {forms}"), format!("periods are written {forms}")),
    )
}

impl Decode for Date {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.string(&Self::what(), &Self::example())?;
        match Period::parse(text) {
            Ok(Period::Day(day)) => Some(day),
            _ => value.bad(
                Text::new(format!("“{text}”不是日期"), format!("`{text}` is not a day")),
                Text::new("日期写作 \"2022-07-07\"", "days are written \"2022-07-07\""),
            ),
        }
    }

    fn what() -> Text {
        Text::new("带引号的日期", "a day in quotation marks")
    }

    fn example() -> String {
        "\"2022-07-07\"".into()
    }
}

impl Decode for Lang {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.choice(&Self::what(), &Lang::BOTH.map(|lang| (lang.code(), lang)))
    }

    fn what() -> Text {
        Text::new("语言", "a language")
    }

    fn example() -> String {
        "\"zh\"".into()
    }
}

/// Something in both languages, such as a text.
impl<T: Decode> Decode for Both<T> {
    fn decode(value: Value<'_>) -> Option<Self> {
        if !value.is_table() {
            return value.wrong_type(&Self::what(), &Self::example());
        }
        value.table(|fields| {
            let (zh, en) = (fields.required("zh"), fields.required("en"));
            Some(Both { zh: zh?, en: en? })
        })
    }

    fn what() -> Text {
        Text::new("中英两种文字", "a text in both languages")
    }

    fn example() -> String {
        format!("{{ zh = {0}, en = {0} }}", T::example())
    }
}

impl Decode for Name {
    fn decode(value: Value<'_>) -> Option<Self> {
        if !value.is_table() {
            return value.wrong_type(&Self::what(), &Self::example());
        }
        value.table(|fields| {
            let halves = Both { zh: fields.value("zh"), en: fields.value("en") };
            if halves.zh.is_none() && halves.en.is_none() {
                return value.report(
                    Code::MissingKey,
                    Text::new("名称一种文字也没有", "the name is given in neither language"),
                    Text::new(format!("写作 {}", Self::example()), format!("write {}", Self::example())),
                );
            }
            Name::partial(halves.map(|half| half.and_then(String::decode)))
        })
    }

    fn what() -> Text {
        Text::new("名称", "a name")
    }

    fn example() -> String {
        Text::example()
    }
}

impl Decode for Code {
    fn decode(value: Value<'_>) -> Option<Self> {
        let name = value.string(&Self::what(), &Self::example())?;
        match rule(name) {
            Ok(code) => Some(code),
            Err((message, help)) => value.bad(message, help),
        }
    }

    fn what() -> Text {
        Text::new("规则的代码，如N4", "the code of a rule, such as N4")
    }

    fn example() -> String {
        "\"N4\"".into()
    }
}

/// The rule of a code, which a site may set and an editor may overrule.
///
/// # Errors
/// A message and a help where there is none, or it keeps content from being shown.
pub(in crate::content) fn rule(name: &str) -> Result<Code, (Text, Text)> {
    let code = Code::named(name).ok_or_else(|| unknown_code(name))?;
    if code.is_judgement() {
        return Ok(code);
    }
    Err((
        Text::new(
            format!("规则{name}不能调级，也不能免除"),
            format!("{name} can be neither set nor silenced"),
        ),
        Text::new(
            format!("违反{name}的内容无法正常生成，只能改正；见gongbao explain {name}"),
            format!("what breaks it cannot be shown and has to be mended; see `gongbao explain {name}`"),
        ),
    ))
}

fn unknown_code(name: &str) -> (Text, Text) {
    let codes = Code::ALL.iter().map(|code| code.name());
    let near = nearest(name, codes);
    let help = if near.is_empty() {
        Text::new("gongbao explain列出全部代码", "`gongbao explain` lists all codes")
    } else {
        did_you_mean(&near)
    };
    (Text::new(format!("没有规则`{name}`"), format!("no rule has the code `{name}`")), help)
}
