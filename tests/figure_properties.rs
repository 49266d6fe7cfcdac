//! Whatever is written in a language is read back as the same value, and reading never panics.

use gongbao::figure::{
    Amount, Magnitude, Period, Qualifier, Quantity, Rate, Unit, UnitKind, plan_years, read_percent,
    scan_amount, scan_period,
};
use gongbao::lang::Lang;
use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn units(kinds: Vec<UnitKind>) -> impl Strategy<Value = Unit> {
    let rates = prop_oneof![Just(None), proptest::sample::select(&Rate::ALL[..]).prop_map(Some)];
    (proptest::sample::select(kinds), rates).prop_map(|(kind, per)| Unit { kind, per })
}

fn amounts() -> impl Strategy<Value = Amount> {
    amounts_in(UnitKind::all().collect())
}

fn amounts_in(kinds: Vec<UnitKind>) -> impl Strategy<Value = Amount> {
    let number = (-999_999_999_999_i64..=999_999_999_999, 0_u32..=4)
        .prop_map(|(digits, scale)| Decimal::new(digits, scale));
    let small = (-2000_i64..=2000, 0_u32..=2).prop_map(|(digits, scale)| Decimal::new(digits, scale));
    let magnitude =
        proptest::sample::select(&[0_u8, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12][..]).prop_map(Magnitude);
    let qualifier = proptest::sample::select(&Qualifier::ALL[..]);
    (qualifier, prop_oneof![number, small], magnitude, units(kinds)).prop_map(
        |(qualifier, number, magnitude, unit)| Amount {
            qualifier,
            quantity: Quantity { number, magnitude, unit },
        },
    )
}

fn days() -> impl Strategy<Value = Date> + Clone {
    (0_i32..100_000).prop_map(|days| Date::constant(1900, 1, 1).saturating_add(days.days()))
}

fn periods() -> impl Strategy<Value = Period> {
    let year = 1000_i16..=9998;
    let span = (days(), 0_i32..2000).prop_map(|(first, length)| (first, first.saturating_add(length.days())));
    prop_oneof![
        year.clone().prop_map(Period::Year),
        (year.clone(), 1_i8..=2).prop_map(|(year, half)| Period::Half(year, half)),
        (year.clone(), 1_i8..=4).prop_map(|(year, quarter)| Period::Quarter(year, quarter)),
        (year.clone(), 1_i8..=12).prop_map(|(year, month)| Period::Month(year, month)),
        (year.clone(), 1_i16..9).prop_map(|(year, length)| Period::Years(year, (year + length).min(9999))),
        (1_u8..=30).prop_map(Period::Plan),
        days().prop_map(Period::Day),
        span.clone().prop_map(|(first, last)| Period::between(first, last).expect("forwards")),
        span.prop_map(
            |(first, last)| Period::between(first.first_of_month(), last.last_of_month()).expect("forwards")
        ),
    ]
}

/// The characters that mean something here, so that random texts come close to what is meant.
const TELLING: &str = "([0-9０-９]{1,4}|[,.，．%％+−-]| |\u{a0}|超|不少于|余|多|约|左右|以上|千|万|亿|元|美元|人民币|US\\$|RMB|yuan|\
    million|billion|mu|个|个月|月|日|年|/年|百分点|a year|more than|—|–|to|至|上半年|第|季度|“|十|五|三|”|时期|（|）|the|first half of|\
    July|May|13th|Five-Year Plan)";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn plain_digits_are_the_value(amount in amounts()) {
        let digits = amount.quantity.digits();
        prop_assert_eq!(Decimal::from_str_exact(&digits).ok(), amount.quantity.value());
        prop_assert!(!digits.contains('.') || !digits.ends_with('0'), "{}", digits);
    }

    #[test]
    fn chinese_amounts_are_read_back(amount in amounts()) {
        prop_assert_eq!(Amount::read(&amount.write(Lang::Zh), None), Ok(amount));
    }

    #[test]
    fn english_amounts_are_read_back(amount in amounts()) {
        let default = (amount.quantity.unit, Magnitude::ONE);
        let read = Amount::read(&amount.write(Lang::En), Some(default)).unwrap();
        prop_assert_eq!(read.qualifier, amount.qualifier);
        prop_assert_eq!(read.quantity.value(), amount.quantity.value());
        prop_assert!(read.quantity.unit.is_like(amount.quantity.unit));
    }

    #[test]
    fn both_languages_say_the_same(amount in amounts_in(UnitKind::MEASURES.to_vec())) {
        let zh = Amount::read(&amount.write(Lang::Zh), None).unwrap();
        let en = Amount::read(&amount.write(Lang::En), None).unwrap();
        prop_assert_eq!(zh, en);
    }

    #[test]
    fn amounts_are_scanned_to_their_end(amount in amounts(), lang in proptest::sample::select(&Lang::BOTH[..])) {
        let text = amount.write(lang);
        let (scanned, length) = scan_amount(&format!("{text}; ")).unwrap();
        prop_assert_eq!(length, text.len());
        prop_assert_eq!(scanned.quantity.value(), amount.quantity.value());
    }

    #[test]
    fn magnitudes_change_nothing(amount in amounts(), power in 0_u8..=12) {
        prop_assert_eq!(amount.quantity.in_magnitude(Magnitude(power)), amount.quantity);
    }

    #[test]
    fn units_are_read_back(unit in units(UnitKind::all().collect()), power in proptest::sample::select(&[0_u8, 4, 8, 12][..])) {
        let written = unit.label(Magnitude(power), Lang::Zh);
        prop_assert_eq!(Unit::read(&written), Some((unit, Magnitude(power))));
    }

    #[test]
    fn periods_are_read_back(period in periods()) {
        prop_assert_eq!(Period::parse(&period.notation()), Ok(period));
        for lang in Lang::BOTH {
            prop_assert_eq!(Period::read(&period.write(lang)), Some(period), "{}", period.write(lang));
        }
    }

    #[test]
    fn periods_hang_together(period in periods()) {
        prop_assert_eq!(period.days(), i64::from(period.first_day().until(period.last_day()).unwrap().get_days()) + 1);
        prop_assert!(period.contains(&period));
        if let Some(previous) = period.previous() {
            prop_assert!(previous < period);
            if !matches!(period, Period::Plan(3)) {
                prop_assert_eq!(previous.last_day().tomorrow().unwrap(), period.first_day());
            }
        }
        if let Period::Plan(number) = period {
            prop_assert_eq!(plan_years(number).unwrap().1, period.year());
        }
    }

    #[test]
    fn nothing_that_is_written_panics(text in ".*") {
        let _ = (Amount::read(&text, None), scan_amount(&text), scan_period(&text), read_percent(&text));
        let _ = (Period::parse(&text), Period::read(&text), Unit::read(&text));
    }

    #[test]
    fn nothing_that_nearly_means_something_panics(words in proptest::collection::vec(TELLING, 0..12)) {
        let text = words.concat();
        if let Some((amount, length)) = scan_amount(&text) {
            prop_assert!(text.is_char_boundary(length) && length > 0);
            prop_assert_eq!(Amount::read(&amount.write(Lang::Zh), None), Ok(amount));
        }
        if let Some((period, length)) = scan_period(&text) {
            prop_assert!(text.is_char_boundary(length) && length > 0);
            prop_assert_eq!(Period::parse(&period.notation()), Ok(period));
        }
        let _ = (Amount::read(&text, None), read_percent(&text), Unit::read(&text));
    }
}

/// The printed figures of the five source reports (facts.toml), with their values in the unit itself.
#[test]
fn figures_of_the_source_reports() {
    for (zh, value, en) in [
        ("162.8亿元", 16_280_000_000_i64, "RMB 16.28 billion"),
        ("50亿元", 5_000_000_000, "RMB 5 billion"),
        ("67%", 67, "67%"),
        ("5.73亿元", 573_000_000, "RMB 573 million"),
        ("17.98亿元", 1_798_000_000, "RMB 1.798 billion"),
        ("7亿元", 700_000_000, "RMB 700 million"),
        ("1.5万吨", 15_000, "15,000 tonnes"),
        ("500亿元", 50_000_000_000, "RMB 50 billion"),
        ("1亿元", 100_000_000, "RMB 100 million"),
        ("326亿元", 32_600_000_000, "RMB 32.6 billion"),
        ("不少于300亿元/年", 30_000_000_000, "at least RMB 30 billion a year"),
        ("15万辆/年", 150_000, "150,000 vehicles a year"),
        ("60万台/年", 600_000, "600,000 units a year"),
        ("2000套/年", 2_000, "2,000 sets a year"),
        ("56万吨/年", 560_000, "560,000 tonnes a year"),
        ("2万亩/年", 20_000, "20,000 mu a year"),
        ("约3万亩", 30_000, "about 30,000 mu"),
        ("超2600亿元", 260_000_000_000, "more than RMB 260 billion"),
        ("19.36亿美元", 1_936_000_000, "US$1.936 billion"),
        ("超10支", 10, "more than 10"),
        ("10个月", 10, "10 months"),
        ("121个", 121, "121"),
        ("210%", 210, "210%"),
        ("458亿元", 45_800_000_000, "RMB 45.8 billion"),
        ("8.9亿元", 890_000_000, "RMB 890 million"),
        ("1000万元", 10_000_000, "RMB 10 million"),
        ("520万元", 5_200_000, "RMB 5.2 million"),
        ("8.5亿元", 850_000_000, "RMB 850 million"),
        ("超20次", 20, "more than 20"),
        ("1200米", 1_200, "1,200 metres"),
        ("1408万美元", 14_080_000, "US$14.08 million"),
        ("522.67亿元", 52_267_000_000, "RMB 52.267 billion"),
        ("4.02亿美元", 402_000_000, "US$402 million"),
    ] {
        let amount = Amount::read(zh, None).unwrap();
        assert_eq!(amount.quantity.value(), Some(Decimal::from(value)), "{zh}");
        assert_eq!(amount.write(Lang::Zh), zh);
        assert_eq!(amount.write(Lang::En).replace('\u{a0}', " "), en);
    }
}
