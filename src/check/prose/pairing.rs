//! Which claim of one language is which claim of the other.

use rust_decimal::Decimal;

use super::claim::{Claim, Origin};
use super::sense::{Bound, Dim, Measure, Sense, When};
use super::unread::Unread;
use crate::figure::{Granularity, Period};
use crate::lang::{Both, Lang};
use crate::prose::PartialPeriod;

/// The claims of both sides, and which of them go together.
pub(crate) struct Pairing {
    /// For each claim of a side, its twin on the other: they say the same.
    pub(crate) twins: Both<Vec<Option<usize>>>,
    /// Claims, Chinese and English, that stand for each other and say different things.
    pub(crate) different: Vec<(usize, usize)>,
    /// Claims of a side that the other lacks.
    pub(crate) alone: Both<Vec<usize>>,
}

/// What is being paired.
pub(crate) struct Sides<'c, 'd> {
    /// The claims in order.
    pub(crate) claims: Both<&'c [Claim<'d>]>,
    /// The group of sections that each claim stands in.
    pub(crate) groups: Both<Vec<usize>>,
    /// Numbers that stand in each text without being read.
    pub(crate) unread: Both<Unread<'c>>,
}

/// Numbers up to which a count in words is likely to be no figure.
const SMALL: Decimal = Decimal::TEN;

/// How well two leftovers fit each other: the less, the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// One number, told of another unit, another way round or as a limit.
    SameNumber,
    /// A slip by a power of ten.
    PowerOfTen,
    /// One number of two things that have nothing to do with each other: yuan and tonnes.
    OtherThing,
    /// A slip of a digit or two.
    NearMiss,
    /// Numbers of one dimension.
    SameDimension,
    /// Numbers that might stand for each other.
    SameClass,
}

impl Sides<'_, '_> {
    /// Pairs the claims up.
    pub(crate) fn pair(&self) -> Pairing {
        let mut twins = Both::from_fn(|lang| vec![None; self.claims.get(lang).len()]);
        self.marry(&mut twins, true, |a, b| is_same_figure(a, b));
        self.marry(&mut twins, true, |a, b| a.sense == b.sense);
        self.marry(&mut twins, true, |a, b| a.sense.agrees_with(&b.sense));
        self.marry(&mut twins, false, |a, b| a.sense.agrees_with(&b.sense));
        let left = Both::from_fn(|lang| self.left_over(lang, &twins));
        let different = self.misfits(&left);
        let alone = Both::from_fn(|lang| {
            let is_married = |at: &usize| different.iter().any(|&(zh, en)| *at == pick(lang, zh, en));
            let mut alone = left.get(lang).clone();
            alone.retain(|at| !is_married(at) && self.is_missed(lang, *at));
            alone
        });
        Pairing { twins, different, alone }
    }

    /// Gives claims without a twin the nearest one that fits, within their group or anywhere.
    fn marry(
        &self,
        twins: &mut Both<Vec<Option<usize>>>,
        in_group: bool,
        fits: impl Fn(&Claim<'_>, &Claim<'_>) -> bool,
    ) {
        let mut free: Vec<usize> = (0..twins.en.len()).filter(|at| twins.en[*at].is_none()).collect();
        for zh in 0..twins.zh.len() {
            if twins.zh[zh].is_some() {
                continue;
            }
            let candidates = free.iter().enumerate().filter(|(_, en)| {
                (!in_group || self.groups.zh[zh] == self.groups.en[**en])
                    && fits(&self.claims.zh[zh], &self.claims.en[**en])
            });
            let nearest = candidates.min_by_key(|(_, en)| self.distance(zh, **en)).map(|(at, _)| at);
            if let Some(nearest) = nearest {
                let en = free.remove(nearest);
                (twins.zh[zh], twins.en[en]) = (Some(en), Some(zh));
            }
        }
    }

    /// How far apart two claims stand, counted in claims from the beginning of their group.
    fn distance(&self, zh: usize, en: usize) -> usize {
        let place = |lang: Lang, at: usize| {
            let groups = self.groups.get(lang);
            at - groups.iter().position(|group| *group == groups[at]).unwrap_or(at)
        };
        place(Lang::Zh, zh).abs_diff(place(Lang::En, en))
    }

    /// Claims without a twin, but for those that the other text makes in a way that is not read.
    fn left_over(&self, lang: Lang, twins: &Both<Vec<Option<usize>>>) -> Vec<usize> {
        let claims = self.claims.get(lang);
        let is_left = |at: &usize| twins.get(lang)[*at].is_none();
        (0..claims.len()).filter(is_left).filter(|at| !self.is_excused(lang, *at, twins)).collect()
    }

    fn is_excused(&self, lang: Lang, at: usize, twins: &Both<Vec<Option<usize>>>) -> bool {
        let claim = &self.claims.get(lang)[at];
        let Some(measure) = claim.sense.measure().filter(|_| claim.is_typed()) else { return false };
        // One thing is "a" thing in either language, and read in neither.
        let is_one = measure.dim == Dim::Count && measure.value == Decimal::ONE;
        let group = self.groups.get(lang)[at];
        is_one
            || self.unread.get(lang.other()).has(group, measure)
            || self.is_conversion(lang, at, measure, twins)
    }

    /// Whether it tells the quantity beside it once more in another unit: 30,000 mu (2,000 hectares).
    fn is_conversion(
        &self,
        lang: Lang,
        at: usize,
        measure: &Measure,
        twins: &Both<Vec<Option<usize>>>,
    ) -> bool {
        let claims = self.claims.get(lang);
        let beside = [at.checked_sub(1), at.checked_add(1).filter(|next| *next < claims.len())];
        beside.into_iter().flatten().any(|other| {
            let told = claims[other].sense.measure().filter(|told| told.unit != measure.unit);
            let is_same =
                told.is_some_and(|told| told.dim == measure.dim && is_about(told.value, measure.value));
            is_same && claims[other].passage == claims[at].passage && twins.get(lang)[other].is_some()
        })
    }

    /// Pairs of leftovers that stand for each other, the best first.
    fn misfits(&self, left: &Both<Vec<usize>>) -> Vec<(usize, usize)> {
        // Texts with so many are no translations of each other; what is found first is enough.
        const MOST: usize = 200;
        let mut fits: Vec<(Fit, usize, usize, usize)> = Vec::new();
        for &zh in left.zh.iter().take(MOST) {
            for &en in left.en.iter().take(MOST) {
                if let Some(fit) = self.fit(zh, en) {
                    fits.push((fit, self.distance(zh, en), zh, en));
                }
            }
        }
        fits.sort_unstable();
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (_, _, zh, en) in fits {
            if !pairs.iter().any(|pair| pair.0 == zh || pair.1 == en) {
                pairs.push((zh, en));
            }
        }
        pairs.sort_unstable();
        pairs
    }

    fn fit(&self, zh: usize, en: usize) -> Option<Fit> {
        if self.groups.zh[zh] != self.groups.en[en] {
            return None;
        }
        let (a, b) = (&self.claims.zh[zh], &self.claims.en[en]);
        let is_repetition = |lang: Lang, at: usize| self.is_said(lang.other(), &self.claims.get(lang)[at]);
        match (&a.sense, &b.sense) {
            (Sense::Measure(x), Sense::Measure(y)) => {
                let fit = fit(x, y)?;
                let both_vague = is_small_count(a) && is_small_count(b);
                let both_repeat = is_repetition(Lang::Zh, zh) && is_repetition(Lang::En, en);
                let is_near = self.distance(zh, en) <= 2;
                ((!both_repeat || is_near) && !both_vague).then_some(fit)
            }
            (Sense::Time(x), Sense::Time(y)) => {
                let repeats = is_repetition(Lang::Zh, zh) || is_repetition(Lang::En, en);
                (!repeats && shape(*x) == shape(*y) && self.distance(zh, en) <= 3)
                    .then_some(Fit::SameDimension)
            }
            _ => None,
        }
    }

    /// Whether a side says it anywhere.
    fn is_said(&self, lang: Lang, claim: &Claim<'_>) -> bool {
        self.claims.get(lang).iter().any(|other| other.sense.agrees_with(&claim.sense))
    }

    /// Whether a claim that has no counterpart at all is missed on the other side: not if it is a count in words or
    /// a time that the context may tell, as it does a year; nor if it is said there at another place.
    fn is_missed(&self, lang: Lang, at: usize) -> bool {
        let claim = &self.claims.get(lang)[at];
        let is_told = match claim.sense {
            Sense::Measure(_) => true,
            Sense::Time(when) => claim.is_typed() && shape(when) == Granularity::Day,
        };
        is_told && !claim.is_in_words() && !self.is_said(lang.other(), claim)
    }
}

fn pick(lang: Lang, zh: usize, en: usize) -> usize {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

fn is_same_figure(a: &Claim<'_>, b: &Claim<'_>) -> bool {
    matches!((a.origin, b.origin), (Origin::Figure { .. }, Origin::Figure { .. })) && a.origin == b.origin
}

fn is_small_count(claim: &Claim<'_>) -> bool {
    let is_small =
        claim.sense.measure().is_some_and(|measure| measure.dim == Dim::Count && measure.value <= SMALL);
    is_small && claim.is_in_words()
}

fn is_about(a: Decimal, b: Decimal) -> bool {
    let tolerance = a.abs() / Decimal::ONE_HUNDRED;
    a.checked_sub(b).is_some_and(|difference| difference.abs() <= tolerance)
}

fn fit(a: &Measure, b: &Measure) -> Option<Fit> {
    let same_class = class(a) == class(b);
    let limits = |bound: Bound| matches!(bound, Bound::AtLeastEach | Bound::AtMostEach);
    let both_small = a.number <= SMALL && b.number <= SMALL;
    if (a.value == b.value || a.number == b.number) && (same_class || !both_small) {
        return Some(if same_class { Fit::SameNumber } else { Fit::OtherThing });
    }
    if !same_class {
        return None;
    }
    if a.is_like(b) {
        return Some(match () {
            () if a.is_power_of_ten_of(b) => Fit::PowerOfTen,
            () if is_near_miss(a.value, b.value) => Fit::NearMiss,
            () => Fit::SameDimension,
        });
    }
    // A limit and an amount of another currency have nothing to do with each other.
    (limits(a.bound) == limits(b.bound)).then_some(Fit::SameClass)
}

/// What may be mistaken for each other: currencies, shares and multiples, days and months.
fn class(measure: &Measure) -> Dim {
    match measure.dim {
        Dim::Money(_) => Dim::Money("元"),
        Dim::Times if measure.relation.is_none() => Dim::Count,
        Dim::Percent | Dim::Points | Dim::Times => Dim::Percent,
        Dim::Days | Dim::Months => Dim::Days,
        dim => dim,
    }
}

/// Whether two numbers differ as by a slip of the hand: one digit, or two that changed places.
pub(crate) fn is_near_miss(a: Decimal, b: Decimal) -> bool {
    let digits = |value: Decimal| value.normalize().mantissa().unsigned_abs().to_string().into_bytes();
    let (mut a, mut b) = (digits(a), digits(b));
    let longest = a.len().max(b.len());
    // Zeros at the end are no digits of the number: 120 and 12.1 differ in the third.
    a.resize(longest, b'0');
    b.resize(longest, b'0');
    let differing: Vec<usize> = (0..longest).filter(|at| a[*at] != b[*at]).collect();
    match differing[..] {
        [_] => longest >= 2,
        [first, second] => a[first] == b[second] && a[second] == b[first],
        _ => false,
    }
}

/// What a time is made of; only times of one shape are mistaken for each other.
fn shape(when: When) -> Granularity {
    match when {
        When::Full(period) => period.granularity(),
        When::Plan(_) => Granularity::Plan,
        When::Partial(PartialPeriod::Days { from, to }) if from == to => Granularity::Day,
        // Of any year: its months are what they are.
        When::Partial(partial) => {
            partial.in_year(2024).as_ref().map_or(Granularity::Range, Period::granularity)
        }
    }
}
