//! Exact decimal work: moving the point, adding, rounding and printing, with never a digit lost unasked.

use std::fmt::Write as _;

use rust_decimal::Decimal;

use crate::lang::Lang;

/// `mantissa × 10^-scale`, if a decimal holds it exactly.
pub(super) fn exact(mut mantissa: i128, mut scale: i32) -> Option<Decimal> {
    let most = Decimal::MAX_SCALE.cast_signed();
    while scale > most && mantissa % 10 == 0 && mantissa != 0 {
        mantissa /= 10;
        scale -= 1;
    }
    if mantissa == 0 {
        return Some(Decimal::new(0, scale.clamp(0, most).cast_unsigned()));
    }
    if scale < 0 {
        mantissa = mantissa.checked_mul(ten_to(scale.unsigned_abs())?)?;
        scale = 0;
    }
    Decimal::try_from_i128_with_scale(mantissa, scale.cast_unsigned()).ok()
}

/// Moves the point of `number` by `places`, to the right if positive, exactly.
///
/// Digits after the point stay significant (3.30 by −1 is 0.330). The zeros that end a whole number
/// only hold places, so they are dropped where they would come to stand after the point (8900 by −2 is 89).
pub(super) fn shift(number: Decimal, places: i32) -> Option<Decimal> {
    let scale = number.scale().cast_signed();
    let shifted = exact(number.mantissa(), scale.checked_sub(places)?)?;
    Some(if scale == 0 { shifted.normalize() } else { shifted })
}

/// The exact sum, if a decimal holds it.
pub(super) fn add(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale().max(b.scale());
    let raised = |term: Decimal| term.mantissa().checked_mul(ten_to(scale - term.scale())?);
    exact(raised(a)?.checked_add(raised(b)?)?, scale.cast_signed())
}

/// `mantissa × 10^-scale` rounded half up to `places` digits after the point, all of them kept.
///
/// Where the zeros that fill up the places do not fit into a decimal, they are left out.
pub(super) fn rounded(mantissa: i128, scale: i32, places: u32) -> Option<Decimal> {
    let places = places.min(Decimal::MAX_SCALE).cast_signed();
    let surplus = scale.checked_sub(places)?;
    if surplus <= 0 {
        let filled = ten_to(surplus.unsigned_abs()).and_then(|zeros| mantissa.checked_mul(zeros));
        return filled.and_then(|mantissa| exact(mantissa, places)).or_else(|| exact(mantissa, scale));
    }
    let Some(divisor) = ten_to(surplus.cast_unsigned()) else {
        return exact(0, places);
    };
    let (whole, rest) = (mantissa / divisor, mantissa % divisor);
    let carry = if rest.abs() >= divisor - rest.abs() { mantissa.signum() } else { 0 };
    exact(whole + carry, places)
}

/// Rounds to at most `places` digits after the point; a half goes away from zero.
///
/// This is the 四舍五入 that statistical bulletins use and announce ("部分数据因四舍五入，存在总计与分项合计不等的情况"),
/// not the half-to-even of GB/T 8170—2008 (四舍六入五成双), which is meant for measurements.
/// A number with fewer digits is returned as it is.
pub fn round_half_up(number: Decimal, places: u32) -> Decimal {
    if number.scale() <= places {
        return number;
    }
    rounded(number.mantissa(), number.scale().cast_signed(), places).unwrap_or(number)
}

/// The digits of a number in `lang`: grouped by thousands in English only, with U+2212 for a minus.
pub fn format_decimal(number: Decimal, lang: Lang) -> String {
    let mut text = String::with_capacity(16);
    if is_negative(number) {
        text.push('−');
    }
    push_magnitude(number, lang, &mut text);
    text
}

/// Adds the digits of a number, without its sign, to a text.
pub(super) fn push_magnitude(number: Decimal, lang: Lang, text: &mut String) {
    let start = text.len();
    // Writing to a string cannot fail.
    let _ = write!(text, "{}", number.abs());
    if lang == Lang::En {
        let mut comma = text[start..].find('.').map_or(text.len(), |point| start + point);
        while comma > start + 3 {
            comma -= 3;
            text.insert(comma, ',');
        }
    }
}

/// Whether it lies below zero; a negative zero does not.
pub(super) fn is_negative(number: Decimal) -> bool {
    number.is_sign_negative() && !number.is_zero()
}

fn ten_to(power: u32) -> Option<i128> {
    10_i128.checked_pow(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn shifting_keeps_significant_digits() {
        for (number, places, shifted) in [
            ("458", -1, "45.8"),
            ("3.30", 2, "330"),
            ("3.30", -1, "0.330"),
            ("8900", -2, "89"),
            ("1.5", 4, "15000"),
            ("0", -3, "0"),
            ("0.00", 1, "0.0"),
            ("-0.5", 8, "-50000000"),
        ] {
            assert_eq!(shift(decimal(number), places).unwrap().to_string(), shifted, "{number} by {places}");
        }
        assert_eq!(shift(Decimal::MAX, 1), None);
        assert_eq!(shift(Decimal::ONE, -40), None);
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        for (number, places, rounded) in [
            ("66.65", 1, "66.7"),
            ("66.649", 1, "66.6"),
            ("2.5", 0, "3"),
            ("-2.5", 0, "-3"),
            ("-2.4", 0, "-2"),
            ("50", 1, "50"),
            ("0.05", 1, "0.1"),
        ] {
            assert_eq!(round_half_up(decimal(number), places).to_string(), rounded);
        }
    }

    #[test]
    fn thousands_are_grouped_in_english_only() {
        for (number, en) in [
            ("0", "0"),
            ("121", "121"),
            ("1000", "1,000"),
            ("-1234567.8912", "−1,234,567.8912"),
            ("-0.5", "−0.5"),
        ] {
            assert_eq!(format_decimal(decimal(number), Lang::En), en);
        }
        assert_eq!(format_decimal(decimal("-150000"), Lang::Zh), "−150000");
    }

    #[test]
    fn sums_are_exact_or_nothing() {
        assert_eq!(add(decimal("3.30"), decimal("0.895")), Some(decimal("4.195")));
        assert_eq!(add(Decimal::MAX, Decimal::ONE), None);
        assert_eq!(add(Decimal::MAX, decimal("0.1")), None);
    }
}
