//! Orders that nobody needs: a step comes after another although it needs nothing of it.
//!
//! A process file says that a step comes after another, and does not say why. That nobody needs the
//! order is believed only where the file shows it: both steps are the applicant's, the earlier states
//! what it hands out, the later states what it takes in, and nothing of what the later takes in (waived
//! or not) or hands out may be what the earlier hands out. Work behind the counter is always needed: a
//! decision may be awaited though it hands out no paper.
//!
//! A step that is freed of another still comes after everything the other comes after. So every order
//! that is looked at is one the process could have, and fewer visits in it are truly possible.

use super::papers::perhaps_same_paper;
use super::{Finding, Order};
use crate::key::{PlaceKey, StepKey};
use crate::service::Version;
use crate::step::{Side, Step};
use crate::visits::{self, Visit};
use crate::walk::Walk;

/// Where more orders are not needed, it is not searched which of them keep visits apart, and all are told.
const MOST_ORDERS_SEARCHED: usize = 32;

pub(super) fn fewer_visits(walk: &Walk<'_>) -> Option<Finding> {
    let (freed, mut orders) = free(walk, &[]);
    if orders.is_empty() {
        return None;
    }
    let (now, possible) = (visits::fewest(walk)?, visits::fewest(&freed)?);
    if possible.max >= now.max {
        return None;
    }
    if orders.len() <= MOST_ORDERS_SEARCHED {
        // An order that can stay with as few visits is not what keeps them apart.
        let mut staying: Vec<Order> = Vec::new();
        for order in orders.clone() {
            staying.push(order);
            let (freed, needless) = free(walk, &staying);
            if visits::fewest(&freed).is_some_and(|visits| visits.max == possible.max) {
                orders = needless;
            } else {
                staying.pop();
            }
        }
    }
    let times = |plan: &[Visit], place: &PlaceKey| plan.iter().filter(|v| v.place == *place).count();
    let mut places: Vec<PlaceKey> = Vec::new();
    for visit in &now.plan {
        let fell = times(&now.plan, &visit.place) > times(&possible.plan, &visit.place);
        if fell && !places.contains(&visit.place) {
            places.push(visit.place.clone());
        }
    }
    let there = now.plan.iter().filter(|visit| places.contains(&visit.place));
    let steps: Vec<StepKey> = there.flat_map(|visit| visit.steps.iter().cloned()).collect();
    Some(Finding::TwoVisitsCouldBeOne { places, steps, visits: now.max, possible: possible.max, orders })
}

pub(super) fn side_by_side(walk: &Walk<'_>) -> Vec<Finding> {
    let (freed, orders) = free(walk, &[]);
    let position = |key: &StepKey| walk.steps.iter().position(|step| step.key == *key);
    let gains = orders.into_iter().filter(|order| {
        let (Some(i), Some(j)) = (position(&order.first), position(&order.second)) else { return false };
        let (first, second) = (walk.steps[i], walk.steps[j]);
        // At one counter there is nothing beside which to run, unless the first makes one wait.
        let one_counter = first.on_site() && (&first.place, &first.window) == (&second.place, &second.window);
        let waits_a_day = first.wait.is_some_and(|wait| wait.in_days());
        (!one_counter || waits_a_day) && !freed.before(j).contains(&i)
    });
    gains.map(|order| Finding::CouldRunSideBySide { order }).collect()
}

/// The same walk without the orders that nobody needs, except those `staying`, and the orders it is
/// without.
fn free<'a>(walk: &Walk<'a>, staying: &[Order]) -> (Walk<'a>, Vec<Order>) {
    let mut freed = walk.clone();
    let mut orders = Vec::new();
    for i in 0..walk.steps.len() {
        let mut after: Vec<usize> = Vec::new();
        for before in &walk.after[i] {
            let (first, second) = (walk.steps[*before], walk.steps[i]);
            let order = Order { first: first.key.clone(), second: second.key.clone() };
            let kept = if needs(walk.version, first, second) || staying.contains(&order) {
                vec![*before]
            } else {
                orders.push(order);
                freed.after[*before].clone()
            };
            for position in kept {
                if !after.contains(&position) {
                    after.push(position);
                }
            }
        }
        freed.after[i] = after;
    }
    (freed, orders)
}

/// Whether the later step may need the earlier: always, unless the file shows that it does not.
fn needs(version: &Version, earlier: &Step, later: &Step) -> bool {
    let both_of_applicant = earlier.side == Side::External && later.side == Side::External;
    if !both_of_applicant || earlier.outputs.is_empty() || later.materials.is_empty() {
        return true;
    }
    let taken_in = later.materials.iter().filter_map(|key| version.material(key)).map(|m| &m.name);
    let mut names = taken_in.chain(&later.outputs);
    names.any(|name| earlier.outputs.iter().any(|output| perhaps_same_paper(output, name)))
}
