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
}

/// When one step happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slot {
    /// Which step.
    pub step: StepKey,
    /// The working day it begins.
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
    // In order of beginning, and as the walk goes within a day.
    let mut in_order: Vec<Slot> = Vec::with_capacity(slots.len());
    for slot in slots {
        let at = in_order.iter().rposition(|other| other.begins <= slot.begins).map_or(0, |last| last + 1);
        in_order.insert(at, slot);
    }
    Ok(Schedule { days, slots: in_order })
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
