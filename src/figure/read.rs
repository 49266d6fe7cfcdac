//! Reading amounts, in either language or a mixture: `超2600亿元`, `more than RMB 260 billion`, `260 billion yuan`.

use rust_decimal::Decimal;

use super::grammar::{self, Found, Measure};
use super::scan::Cursor;
use super::{Amount, AmountError, Counter, Magnitude, Qualifier, Unit, UnitKind, words};

impl Amount {
    /// Reads a text that is one amount and nothing else. A bare number takes unit and magnitude from `default`;
    /// a number with a magnitude of its own takes the unit alone.
    ///
    /// # Errors
    /// Says what kept the text from being an amount.
    pub fn read(text: &str, default: Option<(Unit, Magnitude)>) -> Result<Amount, AmountError> {
        let mut cursor = Cursor::new(text.trim());
        let found = Found::find(&mut cursor)?;
        cursor.space();
        found.object_to(cursor.rest())?;
        found.amount(default)
    }
}

/// Reads the amount that `text` starts with: the amount and the bytes that it takes up.
///
/// A bare number counts things (个, the general measure word), so that like units can be told from unlike ones.
/// Neither years nor ordinals are told from amounts here; see [`super::scan_period`] for the years.
pub fn scan_amount(text: &str) -> Option<(Amount, usize)> {
    if text.starts_with(char::is_whitespace) {
        return None;
    }
    let mut cursor = Cursor::new(text);
    let things = Unit::plain(UnitKind::Count(Counter::Ge));
    let amount = Found::find(&mut cursor).ok()?.amount(Some((things, Magnitude::ONE))).ok()?;
    Some((amount, cursor.at()))
}

/// Reads the digits that `text` starts with, grouped or not, and the bytes that they take up.
pub(crate) fn scan_number(text: &str) -> Option<(Decimal, usize)> {
    let mut cursor = Cursor::new(text);
    let number = cursor.number().ok()??;
    Some((number, cursor.at()))
}

/// Reads a change or a share in per cent or percentage points: 210 for `+210%`, `210` and `增长210%`,
/// −3.2 for `-3.2 %`, `下降3.2%` and `down 3.2%`, 0.3 for `+0.3个百分点`.
///
/// # Errors
/// Says what kept the text from being an exact percentage.
pub fn read_percent(text: &str) -> Result<Decimal, AmountError> {
    let mut cursor = Cursor::new(text.trim());
    cursor.word([("同比", ()), ("环比", ())]);
    let falls = cursor.word(words::DIRECTIONS.iter().copied()) == Some(true);
    let percent = Unit::plain(UnitKind::Percent);
    let Amount { qualifier, quantity } = Amount::read(cursor.rest(), Some((percent, Magnitude::ONE)))?;
    if quantity.unit != percent && quantity.unit != Unit::plain(UnitKind::PercentagePoint) {
        return Err(AmountError::NotPercent(quantity.unit));
    }
    if qualifier != Qualifier::Exact {
        return Err(AmountError::Qualified);
    }
    if quantity.magnitude != Magnitude::ONE {
        return Err(AmountError::ScaledPercent);
    }
    let number = quantity.number;
    match (falls, number < Decimal::ZERO) {
        (true, true) => Err(AmountError::TrailingText(cursor.rest().to_owned())),
        (true, false) => Ok(-number),
        (false, _) => Ok(number),
    }
}

/// Reads a text that is a unit with its magnitude and nothing else; see [`Unit::read`].
pub(super) fn read_unit(text: &str) -> Option<(Unit, Magnitude)> {
    let mut cursor = Cursor::new(text.trim());
    let currency = cursor.word(words::CURRENCIES.iter().copied());
    let measure = Measure::find(&mut cursor, currency).ok()?;
    let unit = Unit { kind: measure.kind?, per: grammar::rate(&mut cursor) };
    cursor.rest().is_empty().then_some((unit, measure.magnitude.unwrap_or(Magnitude::ONE)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_has_no_magnitude() {
        assert_eq!(read_percent("+340%"), Ok(Decimal::from(340)));
        for text in ["+340亿%", "5万%", "3 million %"] {
            assert_eq!(read_percent(text), Err(AmountError::ScaledPercent), "{text}");
        }
    }
    use crate::lang::Lang;

    fn value(text: &str) -> Result<(Qualifier, String, String), AmountError> {
        let Amount { qualifier, quantity } = Amount::read(text, None)?;
        let plain = quantity.value().map(|value| value.to_string()).unwrap_or_default();
        Ok((qualifier, plain, quantity.unit.zh()))
    }

    #[test]
    fn amounts_are_read_in_both_languages() {
        use Qualifier::{About, AtLeast, AtMost, Exact, Nearly, Over};
        for (texts, qualifier, number, unit) in [
            (
                &[
                    "162.8亿元",
                    "16.28 billion yuan",
                    "RMB 16.28 billion",
                    "人民币162.8亿元",
                    "¥162.8亿",
                    "162.8 亿元人民币",
                    "16,280,000,000元",
                    "RMB16.28bn",
                    "１６２．８亿元",
                ][..],
                Exact,
                "16280000000",
                "元",
            ),
            (
                &[
                    "超2600亿元",
                    "超过2600亿元",
                    "逾2600亿元",
                    "2600余亿元",
                    "2600多亿元",
                    "2600亿余元",
                    "over RMB 260 billion",
                    "more than 260 billion yuan",
                    "超2600余亿元",
                ],
                Over,
                "260000000000",
                "元",
            ),
            (
                &[
                    "19.36亿美元",
                    "US$1.936 billion",
                    "USD 1.936 billion",
                    "$1.936 billion",
                    "1.936 billion US dollars",
                    "1,936 million dollars",
                ],
                Exact,
                "1936000000",
                "美元",
            ),
            (
                &[
                    "约3万亩",
                    "3万亩左右",
                    "大约 3 万亩",
                    "about 30,000 mu",
                    "around 30 thousand mu",
                    "approximately 30,000-mu",
                ],
                About,
                "30000",
                "亩",
            ),
            (&["近500亿元", "nearly RMB 50 billion", "将近500亿元"], Nearly, "50000000000", "元"),
            (
                &[
                    "每年不少于300亿元",
                    "至少300亿元/年",
                    "at least RMB 30 billion a year",
                    "no less than 30 billion yuan per year",
                ],
                AtLeast,
                "30000000000",
                "元/年",
            ),
            (&["不超过5%", "at most 5 per cent", "up to 5%", "不超过5％"], AtMost, "5", "%"),
            (&["20余次", "20多次"], Over, "20", "次"),
            (
                &[
                    "0.3个百分点",
                    "0.3百分点",
                    "0.3 percentage points",
                    "0.3 percentage point",
                    "0.3-percentage-point",
                ],
                Exact,
                "0.3",
                "个百分点",
            ),
            (
                &["15万辆/年", "150,000 vehicles a year", "150,000 vehicles per year", "每年15万辆"],
                Exact,
                "150000",
                "辆/年",
            ),
            (&["3万千瓦", "30,000 kilowatts", "3万kW"], Exact, "30000", "千瓦"),
            (&["5千米", "5公里", "5 km"], Exact, "5", "公里"),
            (&["2千公顷", "2,000 hectares"], Exact, "2000", "公顷"),
            (
                &["-0.5亿元", "−0.5亿元", "-RMB 50 million", "RMB −50 million", "－0.5亿元"],
                Exact,
                "-50000000",
                "元",
            ),
            (&["1千万元", "10 million yuan", "1000万元"], Exact, "10000000", "元"),
            (&["1.4倍", "1.4 times"], Exact, "1.4", "倍"),
            (&["10个月", "10 months", "10-month"], Exact, "10", "个月"),
        ] {
            for text in texts {
                let expected = (qualifier, number.to_owned(), unit.to_owned());
                assert_eq!(value(text), Ok(expected), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_amount_says_why() {
        let yuan = Unit::plain(UnitKind::Yuan);
        let dollar = Unit::plain(UnitKind::Dollar);
        let tonne = Unit::plain(UnitKind::Tonne);
        for (text, error) in [
            ("", AmountError::NoNumber),
            ("亿元", AmountError::NoNumber),
            ("--5%", AmountError::NoNumber),
            ("121", AmountError::NoUnit),
            ("3.5 million", AmountError::NoUnit),
            ("5亿港元", AmountError::UnknownUnit("港元".into())),
            ("30,000 acres", AmountError::UnknownUnit("acres".into())),
            ("3万人次", AmountError::UnknownUnit("人次".into())),
            ("1,2345元", AmountError::TrailingText(",2345元".into())),
            ("10—20亿元", AmountError::TrailingText("—20亿元".into())),
            ("5亿元项目", AmountError::TrailingText("项目".into())),
            ("10亿元以上", AmountError::Threshold("以上".into())),
            ("17以上", AmountError::Threshold("以上".into())),
            ("¥5亿美元", AmountError::MixedUnits(yuan, dollar)),
            ("RMB 5 tonnes", AmountError::MixedUnits(yuan, tonne)),
            ("5亿元吨", AmountError::MixedUnits(yuan, tonne)),
            ("近20余家", AmountError::MixedQualifiers),
            ("12345678901234567890123456789万亿元", AmountError::TooLarge),
            ("1234567890123456789012345678万亿元", AmountError::TooLarge),
        ] {
            assert_eq!(Amount::read(text, None), Err(error), "{text}");
        }
    }

    #[test]
    fn every_error_speaks_both_languages() {
        let error = Amount::read("30,000 acres", None).unwrap_err();
        assert_eq!(error.to_string(), "“acres” is no known unit");
        assert_eq!(error.zh(), "“acres”不是可识别的单位");
    }

    #[test]
    fn bare_numbers_take_the_unit_of_their_indicator() {
        let yi = Unit::read("亿元");
        let read = |text: &str, default| Amount::read(text, default).unwrap().write(Lang::Zh);
        assert_eq!(read("458", yi), "458亿元");
        assert_eq!(read("8900万", yi), "8900万元");
        assert_eq!(read("45.8 billion", yi), "458亿元");
        assert_eq!(read("US$5 million", yi), "500万美元");
        assert_eq!(read("more than 20", Unit::read("家")), "超20家");
        assert_eq!(read("600,000 a year", Unit::read("台")), "600000台/年");
        assert_eq!(read("15", Unit::read("万辆/年")), "15万辆/年");
    }

    #[test]
    fn units_are_read_with_their_magnitude() {
        for (text, zh, power) in [
            ("亿元", "元", 8),
            ("万元", "元", 4),
            ("元", "元", 0),
            ("亿美元", "美元", 8),
            ("万美元", "美元", 4),
            ("%", "%", 0),
            ("个百分点", "个百分点", 0),
            ("个月", "个月", 0),
            ("万平方米", "平方米", 4),
            ("平方公里", "平方公里", 0),
            ("万千瓦时", "千瓦时", 4),
            ("万辆/年", "辆/年", 4),
            ("yuan", "元", 0),
            ("billion yuan", "元", 9),
            ("RMB billion", "元", 9),
            ("US$ million", "美元", 6),
            ("thousand tonnes", "吨", 3),
            ("vehicles a year", "辆/年", 0),
        ] {
            let (unit, magnitude) = Unit::read(text).unwrap();
            assert_eq!((unit.zh().as_str(), magnitude.0), (zh, power), "{text}");
        }
        for text in ["", "亿", "billion", "projects", "项目", "元元", "5元", "acres"] {
            assert_eq!(Unit::read(text), None, "{text}");
        }
    }

    #[test]
    fn labels_are_read_back() {
        for text in ["亿元", "万吨", "个", "%", "万辆/年"] {
            let (unit, magnitude) = Unit::read(text).unwrap();
            assert_eq!(unit.label(magnitude, Lang::Zh), text);
        }
        for text in [
            "RMB billion",
            "US$ million",
            "thousand tonnes",
            "%",
            "mu",
            "RMB billion a year",
            "vehicles a year",
        ] {
            let (unit, magnitude) = Unit::read(text).unwrap();
            assert_eq!(unit.label(magnitude, Lang::En), text);
        }
        let (yuan, magnitude) = Unit::read("亿元").unwrap();
        assert_eq!(yuan.label(magnitude, Lang::En), "RMB 100 million");
        assert_eq!(Unit::read("家").unwrap().0.label(Magnitude::ONE, Lang::En), "");
    }

    #[test]
    fn percentages_are_read_as_numbers() {
        for (text, number) in [
            ("+210%", "210"),
            ("-3.2 %", "-3.2"),
            ("67%", "67"),
            ("210", "210"),
            ("增长210%", "210"),
            ("同比增长-3.2%", "-3.2"),
            ("下降3%", "-3"),
            ("down 3%", "-3"),
            ("up 33.8 per cent", "33.8"),
            ("+0.3个百分点", "0.3"),
        ] {
            assert_eq!(read_percent(text).map(|number| number.to_string()), Ok(number.to_owned()), "{text}");
        }
        assert_eq!(read_percent("增长1.4倍"), Err(AmountError::NotPercent(Unit::plain(UnitKind::Times))));
        assert_eq!(read_percent("约67%"), Err(AmountError::Qualified));
        assert_eq!(read_percent("下降-3%"), Err(AmountError::TrailingText("-3%".into())));
    }

    #[test]
    fn amounts_are_found_in_running_text() {
        for (text, taken, zh) in [
            ("162.8亿元，同比", "162.8亿元", "162.8亿元"),
            ("RMB 16.28 billion were", "RMB 16.28 billion", "162.8亿元"),
            ("121 projects", "121", "121个"),
            ("10亿元以上项目", "10亿元", "10亿元"),
            ("17 percent.", "17 percent", "17%"),
            ("1.2-billion-yuan project", "1.2-billion-yuan", "12亿元"),
            ("RMB 30 million sets a record", "RMB 30 million", "3000万元"),
            ("3 million millionaires", "3 million", "300万个"),
            ("20,000 mu a year,", "20,000 mu a year", "20000亩/年"),
        ] {
            let (amount, length) = scan_amount(text).unwrap();
            assert_eq!((&text[..length], amount.write(Lang::Zh).as_str()), (taken, zh));
        }
        for text in ["", " 5", "亿元", "第3轮", "over the", "RMB", "超"] {
            assert_eq!(scan_amount(text), None, "{text}");
        }
    }
}
