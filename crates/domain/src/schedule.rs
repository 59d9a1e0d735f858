//! The days of a walk, counted from the first contact without a date: what the two strips of time
//! are drawn from.
//!
//! Every wait is taken at its longest. Only waits in working days move the days on; minutes and
//! hours pass within a day. A walk with waits in natural days has no such count, because working
//! and natural days are added only from a date.

use serde::{Deserialize, Serialize};

use crate::key::{PlaceKey, StepKey};
use crate::span::TimeUnit;
use crate::step::Side;
use crate::visits;
use crate::walk::Walk;

/// When the steps of a walk happen, in working days after the first contact (day 0).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Schedule {
    /// The working day on which the last step ends; 0 is the day of the first contact.
    pub days: u32,
    /// The steps in order of their beginning.
    pub slots: Vec<Slot>,
    /// The chain of steps that leads to the last day, first to last: each was held up by the one before
    /// it, to be over, or to let the applicant go on.
    pub critical_path: Vec<StepKey>,
}

/// When one step happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slot {
    /// Which step.
    pub step: StepKey,
    /// The working day it begins, counted as [`Schedule::days`].
    pub begins: u32,
    /// The working day on which the next step can begin; equal to `begins` on the same day.
    pub ends: u32,
    /// What happens then.
    pub does: Does,
}

/// What a slot asks of the applicant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "does")]
pub enum Does {
    /// The applicant goes to a place: the visit with this number, from 1.
    Visit {
        /// Which visit.
        number: u32,
        /// Where to.
        place: PlaceKey,
    },
    /// The applicant does it from where they are.
    Remote,
    /// Others work.
    Waiting,
}

/// Why a walk has no [`Schedule`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum NoSchedule {
    /// Nobody has told the steps.
    NoSteps,
    /// Nobody knows how long this step makes one wait.
    UnknownWait {
        /// Which step.
        step: StepKey,
    },
    /// This step waits in natural days, which add up with working days only from a date.
    NaturalDays {
        /// Which step.
        step: StepKey,
    },
    /// There are more steps than the search for visits looks at.
    TooLarge,
}

/// The days of a walk at their longest.
///
/// # Errors
///
/// [`NoSchedule`] where a wait is unknown or in natural days, and beyond the bounds of the search.
pub fn schedule(walk: &Walk<'_>) -> Result<Schedule, NoSchedule> {
    if walk.steps.is_empty() {
        return Err(NoSchedule::NoSteps);
    }
    for step in &walk.steps {
        match step.wait {
            None => {
                return Err(NoSchedule::UnknownWait { step: step.key.clone() });
            }
            Some(wait) if wait.unit() == TimeUnit::NaturalDay => {
                return Err(NoSchedule::NaturalDays { step: step.key.clone() });
            }
            Some(_) => {}
        }
    }
    let plan = visits::fewest(walk).ok_or(NoSchedule::TooLarge)?.plan;
    let visit_of = |key: &StepKey| {
        plan.iter()
            .zip(1..)
            .find(|(visit, _)| visit.steps.contains(key))
            .map(|(visit, number)| (number, visit.place.clone()))
    };
    let mut slots: Vec<Slot> = Vec::with_capacity(walk.steps.len());
    let mut visit_days: Vec<u32> = vec![0; plan.len()];
    // Steps of one visit happen on one day: the day the last of them can begin. Moving a visit on
    // may move what follows it, so this is repeated until nothing moves; days only grow and visits
    // are ordered, so it ends.
    loop {
        slots.clear();
        let mut moved = false;
        for (i, step) in walk.steps.iter().enumerate() {
            let ready = walk.after[i].iter().map(|p| slots[*p].ends).max().unwrap_or(0);
            let (begins, does) = match visit_of(&step.key) {
                Some((number, place)) => {
                    let at = number as usize - 1;
                    let earliest = ready.max(if at > 0 { visit_days[at - 1] } else { 0 });
                    if earliest > visit_days[at] {
                        visit_days[at] = earliest;
                        moved = true;
                    }
                    (visit_days[at], Does::Visit { number, place })
                }
                None if step.side == Side::External => (ready, Does::Remote),
                None => (ready, Does::Waiting),
            };
            let wait = step.wait.filter(|w| w.in_days()).map_or(0, |w| w.max());
            slots.push(Slot { step: step.key.clone(), begins, ends: begins + wait, does });
        }
        if !moved {
            break;
        }
    }
    let days = slots.iter().map(|slot| slot.ends).max().unwrap_or(0);
    let critical_path = critical_path(walk, &slots).into_iter().map(|i| slots[i].step.clone()).collect();
    // In order of beginning, and as the walk goes within a day.
    let mut in_order: Vec<Slot> = Vec::with_capacity(slots.len());
    for slot in slots {
        let at = in_order.iter().rposition(|other| other.begins <= slot.begins).map_or(0, |last| last + 1);
        in_order.insert(at, slot);
    }
    Ok(Schedule { days, slots: in_order, critical_path })
}

/// From the step that ends last back to one that nothing held up; `slots` are in the order of the walk.
fn critical_path(walk: &Walk<'_>, slots: &[Slot]) -> Vec<usize> {
    // Of those that end on the last day, what the applicant does last.
    let is_external = |i: usize| walk.steps[i].side == Side::External;
    let last = (0..slots.len()).max_by_key(|i| (slots[*i].ends, is_external(*i), *i));
    let mut path: Vec<usize> =
        std::iter::successors(last, |i| held_by(walk, slots, *i)).take(slots.len()).collect();
    path.reverse();
    path
}

/// The step that held up another: one before it, one before another step of its visit, or the visit
/// before.
fn held_by(walk: &Walk<'_>, slots: &[Slot], i: usize) -> Option<usize> {
    let begins = slots[i].begins;
    let just_over = |i: usize| walk.after[i].iter().copied().filter(|p| slots[*p].ends == begins).max();
    let Does::Visit { number, .. } = slots[i].does else { return just_over(i) };
    let on_visit =
        |visit: u32| move |j: &usize| matches!(slots[*j].does, Does::Visit { number, .. } if number == visit);
    let of_the_visit = || {
        let others = (0..slots.len()).filter(on_visit(number)).filter_map(just_over);
        others.filter(|p| !comes_after(walk, *p, i) && slots[*p].begins < begins).max()
    };
    let of_the_visit_before = || {
        let others = (0..slots.len()).filter(on_visit(number.checked_sub(1)?));
        others.filter(|j| slots[*j].begins == begins && !comes_after(walk, *j, i)).max()
    };
    just_over(i).or_else(of_the_visit).or_else(of_the_visit_before)
}

/// Whether a step is another or comes after it, directly or through others.
fn comes_after(walk: &Walk<'_>, step: usize, other: usize) -> bool {
    let mut seen = vec![false; step + 1];
    let mut open = vec![step];
    while let Some(i) = open.pop() {
        if i == other {
            return true;
        }
        // A step stands behind everything it comes after, so what stands before the other is no way to it.
        open.extend(
            walk.after[i].iter().filter(|p| **p >= other && !std::mem::replace(&mut seen[**p], true)),
        );
    }
    false
}

/// The longest chain of waits in days, of either kind: only for telling shorter walks from longer.
pub(crate) fn days_at_worst(walk: &Walk<'_>) -> u32 {
    let mut ends: Vec<u32> = Vec::with_capacity(walk.steps.len());
    for (step, after) in walk.steps.iter().zip(&walk.after) {
        let ready = after.iter().map(|i| ends[*i]).max().unwrap_or(0);
        let wait = step.wait.filter(|w| w.in_days()).map_or(0, |w| w.max());
        ends.push(ready.saturating_add(wait));
    }
    ends.into_iter().max().unwrap_or(0)
}
