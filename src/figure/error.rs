//! Why a text is no amount.

use std::fmt;

use rust_decimal::Decimal;

use super::Unit;

/// Why a text is no amount. [`fmt::Display`] says it in English, [`AmountError::zh`] in Chinese.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AmountError {
    /// No number stands where one must.
    NoNumber,
    /// A bare number, where no unit goes without saying.
    NoUnit,
    /// The words after the number are no unit.
    UnknownUnit(String),
    /// More digits than can be held exactly (28).
    TooLarge,
    /// Something follows the amount.
    TrailingText(String),
    /// 以上 or "or more" makes it a threshold, which is no figure.
    Threshold(String),
    /// Two units at once.
    MixedUnits(Unit, Unit),
    /// Two qualifiers that say different things.
    MixedQualifiers,
    /// A qualifier where only an exact number can stand.
    Qualified,
    /// Another unit where a percentage must stand.
    NotPercent(Unit),
    /// A percentage with a magnitude: 340亿%.
    ScaledPercent,
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AmountError::NoNumber => f.write_str("no number here"),
            AmountError::NoUnit => f.write_str("a number without a unit"),
            AmountError::UnknownUnit(text) => write!(f, "“{text}” is no known unit"),
            AmountError::TooLarge => f.write_str("a number with too many digits"),
            AmountError::TrailingText(text) => write!(f, "“{text}” follows the amount"),
            AmountError::Threshold(text) => {
                write!(
                    f,
                    "“{text}” makes a threshold, not a figure; write 不少于 or “at least” for a lower bound"
                )
            }
            AmountError::MixedUnits(a, b) => {
                write!(f, "two units at once: {} and {}", english(*a), english(*b))
            }
            AmountError::MixedQualifiers => f.write_str("two qualifiers that contradict each other"),
            AmountError::Qualified => f.write_str("only an exact number can stand here, without a qualifier"),
            AmountError::ScaledPercent => f.write_str("a percentage has no 万, 亿, million or billion"),
            AmountError::NotPercent(unit) => write!(f, "a percentage is wanted, not {}", english(*unit)),
        }
    }
}

impl AmountError {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            AmountError::NoNumber => "此处没有数字".to_owned(),
            AmountError::NoUnit => "数字缺少单位".to_owned(),
            AmountError::UnknownUnit(text) => format!("“{text}”不是可识别的单位"),
            AmountError::TooLarge => "数字位数过多".to_owned(),
            AmountError::TrailingText(text) => format!("数量之后有多余文字“{text}”"),
            AmountError::Threshold(text) => format!("“{text}”表示门槛而不是数值；下限请写“不少于”"),
            AmountError::MixedUnits(a, b) => format!("同时使用了两个单位：{}和{}", a.zh(), b.zh()),
            AmountError::MixedQualifiers => "两个限定词互相矛盾".to_owned(),
            AmountError::Qualified => "此处只能写确切数值，不能带限定词".to_owned(),
            AmountError::ScaledPercent => "百分数不带万、亿等数量级".to_owned(),
            AmountError::NotPercent(unit) => format!("此处应为百分数，而不是“{}”", unit.zh()),
        }
    }
}

impl std::error::Error for AmountError {}

fn english(unit: Unit) -> String {
    let name = unit.en(Decimal::ZERO);
    if name.is_empty() { unit.zh() } else { name }
}
