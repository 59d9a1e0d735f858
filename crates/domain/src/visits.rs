//! 次: the fewest on-site visits over every order that `after` allows, until the outputs are in hand.
//!
//! Going to another place ends a visit. So does needing something that is ready only on a later
//! working day: a step can't be taken in the same visit as one before it when a wait of a day or
//! more lies between them — that step's own wait, or the wait of any step between. Waits in minutes
//! or hours, and remote steps, end no visit. A wait that may be none or may be a day makes a range;
//! so does a wait nobody knows.
//!
//! The search goes visit by visit through sets of finished steps. On a visit, taking everything
//! that can be taken is never worse than taking less, so each place offers one next set; sets that
//! another set of the same round contains are dropped. The first round that finishes everything is
//! the answer, and it is exact.

use crate::key::{PlaceKey, StepKey};
use crate::walk::Walk;

/// Walks with more on-site steps are not searched.
pub const MOST_ON_SITE_STEPS: usize = 128;

/// Rounds with more sets are not searched on.
const MOST_SETS: usize = 4_096;

/// The fewest visits of a walk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visits {
    /// How many, when every wait is as short as it may be.
    pub min: u32,
    /// How many, when every wait is as long as it may be; at least [`Visits::min`].
    pub max: u32,
    /// One order with [`Visits::max`] visits.
    pub plan: Vec<Visit>,
    /// One order with [`Visits::min`] visits.
    pub plan_at_best: Vec<Visit>,
}

/// One on-site visit: a trip to one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Where.
    pub place: PlaceKey,
    /// The steps taken there, in order.
    pub steps: Vec<StepKey>,
}

/// The fewest visits, or `None` where the walk is beyond the bounds of the search.
pub fn fewest(walk: &Walk<'_>) -> Option<Visits> {
    let best = plan(walk, Waits::Shortest)?;
    let worst = plan(walk, Waits::Longest)?;
    Some(Visits { min: best.len() as u32, max: worst.len() as u32, plan: worst, plan_at_best: best })
}

/// One order with the fewest visits for waits of one length; `None` beyond the bounds of the search.
pub(crate) fn plan(walk: &Walk<'_>, waits: Waits) -> Option<Vec<Visit>> {
    search(&OnSite::of(walk, waits)?)
}

/// Which end of every wait is taken.
#[derive(Clone, Copy)]
pub(crate) enum Waits {
    Shortest,
    Longest,
}

/// A set of on-site steps, one bit each.
type Set = u128;

struct OnSite<'a> {
    keys: Vec<&'a StepKey>,
    places: Vec<&'a PlaceKey>,
    /// The on-site steps before each.
    before: Vec<Set>,
    /// Those of them with a day or more in between.
    a_day_before: Vec<Set>,
}

impl<'a> OnSite<'a> {
    fn of(walk: &'a Walk<'_>, waits: Waits) -> Option<OnSite<'a>> {
        let mut on_site =
            OnSite { keys: Vec::new(), places: Vec::new(), before: Vec::new(), a_day_before: Vec::new() };
        // For every step of the walk, on-site or not: what is finished once it is.
        let mut finished: Vec<(Set, Set)> = Vec::with_capacity(walk.steps.len());
        for (step, after) in walk.steps.iter().zip(&walk.after) {
            let (mut before, mut a_day_before) = after
                .iter()
                .map(|i| finished[*i])
                .fold((0, 0), |(b, d), (more_b, more_d)| (b | more_b, d | more_d));
            if let Some(place) = step.place.as_ref().filter(|_| step.on_site()) {
                let bit = on_site.keys.len();
                if bit == MOST_ON_SITE_STEPS {
                    return None;
                }
                on_site.keys.push(&step.key);
                on_site.places.push(place);
                on_site.before.push(before);
                on_site.a_day_before.push(a_day_before);
                before |= 1 << bit;
            }
            let a_day = match (step.wait, waits) {
                (Some(wait), Waits::Shortest) => wait.in_days() && wait.min() >= 1,
                (Some(wait), Waits::Longest) => wait.in_days() && wait.max() >= 1,
                (None, Waits::Shortest) => false,
                (None, Waits::Longest) => true,
            };
            if a_day {
                a_day_before = before;
            }
            finished.push((before, a_day_before));
        }
        Some(on_site)
    }

    /// Everything that can be taken on one visit to `place`, in order.
    fn visit(&self, done: Set, place: &PlaceKey) -> (Set, Vec<usize>) {
        let mut now = done;
        let mut taken = Vec::new();
        // Steps stand behind what they come after, so one pass in order takes all.
        for i in 0..self.keys.len() {
            let bit: Set = 1 << i;
            let today = now & !done;
            if now & bit == 0
                && self.places[i] == place
                && self.before[i] & !now == 0
                && self.a_day_before[i] & today == 0
            {
                now |= bit;
                taken.push(i);
            }
        }
        (now, taken)
    }
}

fn search(on_site: &OnSite<'_>) -> Option<Vec<Visit>> {
    let all: Set = match on_site.keys.len() {
        MOST_ON_SITE_STEPS => Set::MAX,
        n => (1 << n) - 1,
    };
    let mut places: Vec<&PlaceKey> = Vec::new();
    for place in &on_site.places {
        if !places.contains(place) {
            places.push(place);
        }
    }
    let mut round: Vec<(Set, Vec<Visit>)> = vec![(0, Vec::new())];
    loop {
        if let Some((_, visits)) = round.iter().find(|(done, _)| *done == all) {
            return Some(visits.clone());
        }
        let mut next: Vec<(Set, Vec<Visit>)> = Vec::new();
        for (done, visits) in &round {
            for place in &places {
                let (now, taken) = on_site.visit(*done, place);
                if taken.is_empty() || next.iter().any(|(other, _)| now & !other == 0) {
                    continue;
                }
                next.retain(|(other, _)| other & !now != 0);
                let mut visits = visits.clone();
                visits.push(Visit {
                    place: (*place).clone(),
                    steps: taken.iter().map(|i| on_site.keys[*i].clone()).collect(),
                });
                next.push((now, visits));
            }
        }
        if next.len() > MOST_SETS {
            return None;
        }
        round = next;
    }
}
