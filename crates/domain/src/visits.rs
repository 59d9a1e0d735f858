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
//! another set of the same round contains, with no longer way behind it, are dropped. The first round
//! that finishes everything is the answer, and it is exact. Of orders with as many visits it is one with
//! the least travel, and of those the first by the names of the places: the order of the file says nothing.

use crate::key::{PlaceKey, StepKey};
use crate::service::Place;
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
    /// One order with [`Visits::max`] visits, of those with the least travel at its longest.
    pub plan: Vec<Visit>,
    /// One order with [`Visits::min`] visits, of those with the least travel at its shortest.
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
    search(&OnSite::of(walk, waits)?, &Destination::all_of(walk, waits))
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

/// A place to go to, and how far it is.
struct Destination<'a> {
    place: &'a PlaceKey,
    /// There and back, in minutes; 0 where nobody told, or told it in days, which no sum counts.
    travel: u64,
}

impl<'a> Destination<'a> {
    /// The places of a walk, by what the file says of them and not by where it says it.
    fn all_of(walk: &Walk<'a>, waits: Waits) -> Vec<Destination<'a>> {
        let enters = |place: &Place| {
            walk.steps.iter().any(|step| step.on_site() && step.place.as_ref() == Some(&place.key))
        };
        let mut places: Vec<&Place> = walk.service.places.iter().filter(|place| enters(place)).collect();
        places.sort_by_key(|place| (&place.name, &place.address, &place.key));
        let travel = |place: &Place| match (place.travel.and_then(|travel| travel.in_minutes()), waits) {
            (Some((least, _)), Waits::Shortest) => least.into(),
            (Some((_, most)), Waits::Longest) => most.into(),
            (None, _) => 0,
        };
        places.into_iter().map(|place| Destination { place: &place.key, travel: travel(place) }).collect()
    }
}

/// How far an order of visits has come.
struct Progress {
    done: Set,
    travel: u64,
    visits: Vec<Visit>,
}

impl Progress {
    /// Whether going on from here is never worse than going on from a set with so much travel behind it.
    fn is_as_good_as(&self, done: Set, travel: u64) -> bool {
        done & !self.done == 0 && self.travel <= travel
    }
}

fn search(on_site: &OnSite<'_>, destinations: &[Destination<'_>]) -> Option<Vec<Visit>> {
    let all: Set = match on_site.keys.len() {
        MOST_ON_SITE_STEPS => Set::MAX,
        n => (1 << n) - 1,
    };
    let mut round = vec![Progress { done: 0, travel: 0, visits: Vec::new() }];
    loop {
        if let Some(finished) = round.iter().position(|progress| progress.done == all) {
            return Some(round.swap_remove(finished).visits);
        }
        let mut next: Vec<Progress> = Vec::new();
        for Progress { done, travel, visits } in &round {
            for destination in destinations {
                let (now, taken) = on_site.visit(*done, destination.place);
                let travel = travel + destination.travel;
                if taken.is_empty() || next.iter().any(|other| other.is_as_good_as(now, travel)) {
                    continue;
                }
                let mut visits = visits.clone();
                visits.push(Visit {
                    place: destination.place.clone(),
                    steps: taken.iter().map(|i| on_site.keys[*i].clone()).collect(),
                });
                let progress = Progress { done: now, travel, visits };
                next.retain(|other| !progress.is_as_good_as(other.done, other.travel));
                next.push(progress);
            }
        }
        if next.len() > MOST_SETS {
            return None;
        }
        round = next;
    }
}
