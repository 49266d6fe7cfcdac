//! Progress against a plan: the share reached, the share of the time gone by, and the pace between them.

use rust_decimal::Decimal;

use super::{Basis, Goal, Reading};
use crate::figure::{Amount, Period, ratio, round_half_up};

/// How far a value is on the way to its target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// The period of the plan: a year or a five-year plan.
    pub plan: Period,
    /// The share reached.
    pub share: Share,
    /// The share of the plan's time that has gone by, in per cent, rounded to one decimal.
    pub elapsed: Decimal,
    /// Share minus elapsed, in percentage points: positive is ahead of the calendar (快于时间进度).
    pub pace: Decimal,
    /// What is to be reached; worked back where only the share was announced.
    pub target: Option<PlanTarget>,
}

/// A share in per cent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    /// 67 for 67 %; as announced, else rounded to one decimal.
    pub percent: Decimal,
    /// How it came about; never implied.
    pub basis: Basis,
}

/// What is to be reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlanTarget {
    /// The value.
    pub amount: Amount,
    /// Announced in plans/, or implied by value and share.
    pub basis: Basis,
}

impl<'a> Reading<'a> {
    /// Progress against the plan that the value counts towards; `None` where neither a share nor a target is known.
    ///
    /// The share is the announced one, else value ÷ target. Shares are compared as they are printed, so that the
    /// printed numbers add up: 67 % at the end of August is 0.3 points ahead of 66.7 %, not 0.33.
    pub fn progress(&self) -> Option<Progress> {
        let goal = self.goal();
        let share = self.share_of_plan(goal)?;
        let plan = goal.map_or_else(|| self.assumed_plan(), |goal| Some(goal.plan.period.value))?;
        let elapsed = self.elapsed_share(plan)?;
        let pace = share.percent.checked_sub(elapsed)?;
        Some(Progress { plan, share, elapsed, pace: pace.normalize(), target: self.target(goal, share) })
    }

    /// The target that the value counts towards, from the shortest plan that holds its period.
    fn goal(&self) -> Option<&'a Goal<'a>> {
        self.goals.iter().find(|goal| self.counts_towards(goal.plan.period.value))
    }

    /// A running total counts towards a plan from the plan's first day; a level or a share at any time within it.
    fn counts_towards(&self, plan: Period) -> bool {
        plan.contains(&self.period)
            && (!self.series.accumulates() || plan.first_day() == self.period.first_day())
    }

    fn share_of_plan(&self, goal: Option<&Goal<'_>>) -> Option<Share> {
        let announced = self.comparison.and_then(|comparison| comparison.plan.as_ref());
        if let Some(plan) = announced {
            return Some(Share { percent: plan.value.normalize(), basis: Basis::Announced });
        }
        let target = goal?.target.value.value.quantity;
        let percent = ratio(self.exact()?, target)?.checked_mul(Decimal::ONE_HUNDRED)?;
        Some(Share { percent: round_half_up(percent, 1).normalize(), basis: Basis::Derived })
    }

    /// A share announced without a target is one of the annual plan (占年计划), or of the five-year plan for a
    /// value of several years.
    fn assumed_plan(&self) -> Option<Period> {
        let within_a_year = self.period.first_day().year() == self.period.year();
        if within_a_year {
            Some(Period::Year(self.period.year()))
        } else {
            self.period.plan().map(Period::Plan)
        }
    }

    /// The share of the plan's time gone by, reckoned in months as bulletins do (8/12 at the end of August).
    fn elapsed_share(&self, plan: Period) -> Option<Decimal> {
        let so_far = Period::between(plan.first_day(), self.period.last_day())?;
        let percent = match plan {
            Period::Plan(_) => so_far.elapsed_of_plan()?,
            _ => so_far.elapsed()?,
        };
        Some(round_half_up(percent, 1).normalize())
    }

    fn target(&self, goal: Option<&Goal<'_>>, share: Share) -> Option<PlanTarget> {
        if let Some(goal) = goal {
            return Some(PlanTarget { amount: goal.target.value.value, basis: Basis::Announced });
        }
        let value =
            self.amount.quantity.value()?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(share.percent)?;
        Some(PlanTarget { amount: self.about(value), basis: Basis::Implied })
    }
}
