//! Codes of units, for machines.

use crate::figure::{Rate, Unit, UnitKind};

/// Every code of a unit that is no rate, with what it stands for. Money is ISO 4217; areas, lengths and energy are
/// written as in the SI brochure.
pub const UNITS: [(&str, &str, &str); 18] = [
    ("CNY", "元（人民币）", "yuan (renminbi)"),
    ("USD", "美元", "US dollars"),
    ("percent", "%", "per cent"),
    ("percentage_point", "百分点", "percentage points"),
    ("times", "倍", "times"),
    ("mu", "亩", "mu (a fifteenth of a hectare)"),
    ("ha", "公顷", "hectares"),
    ("m2", "平方米", "square metres"),
    ("km2", "平方公里", "square kilometres"),
    ("m", "米", "metres"),
    ("km", "公里", "kilometres"),
    ("t", "吨", "tonnes"),
    ("kW", "千瓦", "kilowatts"),
    ("kWh", "千瓦时", "kilowatt-hours"),
    ("day", "天", "days"),
    ("month", "个月", "months"),
    ("year", "年", "years"),
    ("count", "个数", "a number of things"),
];

/// The code of a unit: `CNY`, `count`, `t/year`.
pub fn unit_code(unit: Unit) -> String {
    let rate = match unit.per {
        None => "",
        Some(Rate::Year) => "/year",
        Some(Rate::Month) => "/month",
        Some(Rate::Day) => "/day",
    };
    format!("{}{rate}", code(unit.kind))
}

fn code(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Yuan => "CNY",
        UnitKind::Dollar => "USD",
        UnitKind::Percent => "percent",
        UnitKind::PercentagePoint => "percentage_point",
        UnitKind::Times => "times",
        UnitKind::Mu => "mu",
        UnitKind::Hectare => "ha",
        UnitKind::SquareMetre => "m2",
        UnitKind::SquareKilometre => "km2",
        UnitKind::Metre => "m",
        UnitKind::Kilometre => "km",
        UnitKind::Tonne => "t",
        UnitKind::Kilowatt => "kW",
        UnitKind::KilowattHour => "kWh",
        UnitKind::Day => "day",
        UnitKind::Month => "month",
        UnitKind::Year => "year",
        UnitKind::Count(_) => "count",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_unit_has_a_listed_code() {
        for kind in UnitKind::all() {
            assert!(UNITS.iter().any(|(listed, ..)| *listed == code(kind)), "{kind:?}");
        }
    }
}
