//! 负担 and 费用: what a walk costs the applicant, in minutes and in yuan.

use super::{MeasureKind, Measured, Part, Value, WhyUnknown, counted_on, unknown};
use crate::service::Service;
use crate::span::{Span, TimeUnit};
use crate::step::{Side, Step};
use crate::visits::{self, Visit};
use crate::walk::Walk;

/// 负担, in minutes: preparing, queue and counter of every external step, and the way there and back
/// of every visit. The visits are those that 次 shows, so a range of visits makes a range here.
/// Unknown where any part is not stated or is in days: a day is no number of minutes.
pub(super) fn burden(walk: &Walk<'_>) -> Measured {
    sum_of_burden(walk).unwrap_or_else(|why| unknown(MeasureKind::Burden, why))
}

fn sum_of_burden(walk: &Walk<'_>) -> Result<Measured, WhyUnknown> {
    if walk.steps.is_empty() {
        return Err(WhyUnknown::NoSteps);
    }
    let minutes = |min, max| Span::new(min, max, TimeUnit::Minute).map_err(|_| WhyUnknown::TooLarge);
    let mut sum = (0_u32, 0_u32);
    let mut parts = Vec::new();
    for step in walk.steps.iter().filter(|step| step.side == Side::External) {
        let own = own_minutes(step)?;
        sum = (sum.0.saturating_add(own.0), sum.1.saturating_add(own.1));
        if own.1 > 0 {
            parts.push(Part::OwnTime { step: step.key.clone(), time: minutes(own.0, own.1)? });
        }
    }
    let visits = visits::fewest(walk).ok_or(WhyUnknown::TooLarge)?;
    let (at_best, at_worst) = (travel(walk, &visits.plan_at_best)?, travel(walk, &visits.plan)?);
    let total =
        |of: &[(u32, u32)], end: fn(&(u32, u32)) -> u32| of.iter().map(end).fold(0, u32::saturating_add);
    // What can be done when waits are long can be done when they are short: the lesser is the least.
    let least = total(&at_best, |way| way.0).min(total(&at_worst, |way| way.0));
    sum = (sum.0.saturating_add(least), sum.1.saturating_add(total(&at_worst, |way| way.1)));
    for ((visit, way), number) in visits.plan.into_iter().zip(at_worst).zip(1..) {
        if way.1 > 0 {
            parts.push(Part::Travel { number, place: visit.place, time: minutes(way.0, way.1)? });
        }
    }
    Ok(Measured {
        kind: MeasureKind::Burden,
        value: Value::Time { span: minutes(sum.0, sum.1)? },
        evidence: counted_on(walk.steps.iter().copied()),
        parts,
    })
}

/// The applicant's own time at a step, the least and the most.
fn own_minutes(step: &Step) -> Result<(u32, u32), WhyUnknown> {
    let mut sum = (0, 0);
    for part in [step.prepare, step.queue, step.counter] {
        let time = part.ok_or_else(|| WhyUnknown::UnknownOwnTime(step.key.clone()))?;
        let (min, max) = time.in_minutes().ok_or_else(|| WhyUnknown::OwnTimeInDays(step.key.clone()))?;
        sum = (sum.0 + min, sum.1 + max);
    }
    Ok(sum)
}

/// The way there and back of each visit, the least and the most.
fn travel(walk: &Walk<'_>, plan: &[Visit]) -> Result<Vec<(u32, u32)>, WhyUnknown> {
    let way = |visit: &Visit| {
        let place = walk.service.place(&visit.place);
        let minutes = place.and_then(|place| place.travel).and_then(|travel| travel.in_minutes());
        minutes.ok_or_else(|| WhyUnknown::UnknownTravel(visit.place.clone()))
    };
    plan.iter().map(way).collect()
}

/// 负担 of all cases of a year, in whole hours, the least and the most, each rounded half up.
/// `burden` is the measure of that kind of one version of `service`. `None` where it is unknown,
/// where nobody knows how many cases there are in a year, and for any other measure.
pub fn yearly_burden_hours(service: &Service, burden: &Measured) -> Option<(u64, u64)> {
    if burden.kind != MeasureKind::Burden {
        return None;
    }
    let cases = u64::from(service.cases_a_year?);
    let (min, max) = burden.value.range()?;
    let hours = |minutes: u32| (u64::from(minutes) * cases + 30) / 60;
    Some((hours(min), hours(max)))
}

/// 费用, in yuan: the sum of what the steps of the walk state. A file tells fees where there are some,
/// so a step without one adds nothing beside steps that have one; `{"min_yuan": 0, "max_yuan": 0}` is
/// how it says that nothing is to pay. Where no step of the walk states any, nobody has told.
pub(super) fn fees(walk: &Walk<'_>) -> Measured {
    let kind = MeasureKind::Fees;
    let stated: Vec<_> = walk.steps.iter().filter_map(|step| Some((*step, step.fee?))).collect();
    if stated.is_empty() {
        return unknown(kind, WhyUnknown::NotStated);
    }
    let sum = stated.iter().try_fold((0_u32, 0_u32), |sum, (_, fee)| {
        Some((sum.0.checked_add(fee.min_yuan)?, sum.1.checked_add(fee.max_yuan)?))
    });
    let Some((min_yuan, max_yuan)) = sum else {
        return unknown(kind, WhyUnknown::TooLarge);
    };
    Measured {
        kind,
        value: Value::Money { min_yuan, max_yuan },
        evidence: counted_on(stated.iter().map(|(step, _)| *step)),
        parts: stated.iter().map(|(step, fee)| Part::Fee { step: step.key.clone(), fee: *fee }).collect(),
    }
}
