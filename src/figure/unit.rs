//! What a quantity is a quantity of.

/// A unit, possibly per year or per day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Unit {
    /// What is measured.
    pub kind: UnitKind,
    /// `…/年`, `… a year`: the capacity of a plant is a rate.
    pub per: Option<Rate>,
}

/// The kinds of unit that these bulletins use. Values are held in the unit named here.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnitKind {
    /// 元, RMB.
    Yuan,
    /// 美元, US$.
    Dollar,
    /// %, as 67 and not as 0.67.
    Percent,
    /// 个百分点, percentage points.
    PercentagePoint,
    /// 倍, times.
    Times,
    /// 亩, mu: a fifteenth of a hectare.
    Mu,
    /// 公顷, hectares.
    Hectare,
    /// 平方米, square metres.
    SquareMetre,
    /// 平方公里, square kilometres.
    SquareKilometre,
    /// 米, metres.
    Metre,
    /// 公里, kilometres.
    Kilometre,
    /// 吨, tonnes.
    Tonne,
    /// 千瓦, kilowatts.
    Kilowatt,
    /// 千瓦时, kilowatt-hours.
    KilowattHour,
    /// 天, days.
    Day,
    /// 个月, months.
    Month,
    /// 年, years (a duration).
    Year,
    /// A number of things, with the measure word that Chinese gives them.
    Count(Counter),
}

/// The measure word of a count. English writes most counts as bare numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "each is the pinyin of the measure word in the table of `Counter::zh`")]
pub enum Counter {
    Ge,
    Xiang,
    Jia,
    Hu,
    Jian,
    Ren,
    Ming,
    Ci,
    Lun,
    Liang,
    Tai,
    Tao,
    Tiao,
    Zhi,
    Pi,
    Zong,
    Chang,
    Fen,
    Suo,
    Zuo,
}

/// What a rate is counted over.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Rate {
    /// 年, a year.
    Year,
    /// 月, a month.
    Month,
    /// 日, a day.
    Day,
}

impl Unit {
    /// A unit that is no rate.
    pub const fn plain(kind: UnitKind) -> Self {
        Unit { kind, per: None }
    }

    /// Whether this is an amount of money.
    pub fn is_money(self) -> bool {
        matches!(self.kind, UnitKind::Yuan | UnitKind::Dollar)
    }

    /// Whether this counts things.
    pub fn is_count(self) -> bool {
        matches!(self.kind, UnitKind::Count(_))
    }

    /// Whether values of the two units may be added, compared or drawn on one axis:
    /// the same unit, or two counts that differ in their measure words only.
    pub fn is_like(self, other: Unit) -> bool {
        self.per == other.per && (self.kind == other.kind || (self.is_count() && other.is_count()))
    }
}
