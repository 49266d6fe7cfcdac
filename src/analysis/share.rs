//! Parts of a total.

use rust_decimal::Decimal;

use crate::figure::{Quantity, ratio, round_half_up};

/// The share of a part in a total in per cent, rounded to one decimal; `None` for unlike units and a zero total.
pub fn share_of(part: Quantity, total: Quantity) -> Option<Decimal> {
    let percent = ratio(part, total)?.checked_mul(Decimal::ONE_HUNDRED)?;
    Some(round_half_up(percent, 1).normalize())
}

/// The shares of all parts in a total, each rounded for itself.
///
/// They are not forced to add up to 100: a note says so instead
/// (部分数据因四舍五入，存在总计与分项合计不等的情况, as the National Bureau of Statistics prints it).
pub fn shares(parts: &[Quantity], total: Quantity) -> Option<Vec<Decimal>> {
    parts.iter().map(|part| share_of(*part, total)).collect()
}

/// Whether parts add up to more than their total beyond what rounding explains: then they overlap, or one is wrong.
///
/// Each part and the total may be off by half a unit of its last digit.
pub fn exceeds(parts: &[Quantity], total: Quantity) -> Option<bool> {
    let sum = crate::figure::sum(parts.iter().copied())?.value()?;
    let slack = parts.iter().chain([&total]).map(half_a_digit).sum::<Option<Decimal>>()?;
    Some(sum > total.value()?.checked_add(slack)?)
}

/// Half a unit of the last digit as written; nothing for counts, which are exact.
fn half_a_digit(quantity: &Quantity) -> Option<Decimal> {
    if quantity.unit.is_count() {
        return Some(Decimal::ZERO);
    }
    let half = Decimal::try_new(5, quantity.number.scale() + 1).ok()?;
    Quantity { number: half, ..*quantity }.value()
}
