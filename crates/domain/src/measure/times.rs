//! Time along the longest chain of a walk: 推算时限 and 全程.
//!
//! Working days, natural days and minutes can't be added without a date. So: where any span that
//! counts is in days, only days count, and what is in minutes or hours passes within a day; where
//! none is, all is added up in minutes. Spans in both working and natural days have no sum at all,
//! also where they lie on different chains, because then nobody can say which is the longest.

use super::{MeasureKind, Measured, Part, Value, WhyUnknown, counted_on, unknown};
use crate::key::StepKey;
use crate::span::{Span, TimeUnit};
use crate::step::{Side, Step};
use crate::walk::Walk;

/// 推算时限: from the end of the step of 受理 to the end of the step of 办结. Time of the applicant's
/// own (preparing, queueing, the counter) does not count.
pub(super) fn computed_limit(walk: &Walk<'_>) -> Measured {
    let kind = MeasureKind::ComputedLimit;
    let position = |key: &Option<StepKey>| {
        let key = key.as_ref()?;
        walk.steps.iter().position(|step| step.key == *key)
    };
    let (Some(accepted), Some(decided)) =
        (position(&walk.version.accepted_at), position(&walk.version.decided_at))
    else {
        return unknown(kind, WhyUnknown::NoSpan);
    };
    let between = between(walk, accepted, decided);
    if between.is_empty() {
        return unknown(kind, WhyUnknown::NoSpan);
    }
    along_the_longest_chain(kind, walk, &between, |_| Ok(Vec::new()))
}

/// 全程: from the first contact to the output in hand, over all steps of the walk; own time and
/// waits count, the way there and back does not.
pub(super) fn whole_time(walk: &Walk<'_>) -> Measured {
    if walk.steps.is_empty() {
        return unknown(MeasureKind::WholeTime, WhyUnknown::NoSteps);
    }
    let all: Vec<usize> = (0..walk.steps.len()).collect();
    along_the_longest_chain(MeasureKind::WholeTime, walk, &all, own_time)
}

/// What is stated of preparing, queueing and the counter. An external step must state all three,
/// since any of them may be days; an internal step tells how long it takes by its wait, and may leave
/// them out.
fn own_time(step: &Step) -> Result<Vec<Span>, WhyUnknown> {
    let parts = [step.prepare, step.queue, step.counter];
    if step.side == Side::External && parts.contains(&None) {
        return Err(WhyUnknown::UnknownOwnTime(step.key.clone()));
    }
    Ok(parts.into_iter().flatten().collect())
}

/// The times of one step that count.
struct Link {
    own: Vec<Span>,
    wait: Span,
}

impl Link {
    fn own_in(&self, unit: TimeUnit) -> (u32, u32) {
        let parts = self.own.iter().map(|span| in_unit(span, unit));
        parts.fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1))
    }

    fn length_in(&self, unit: TimeUnit) -> (u32, u32) {
        let (own, wait) = (self.own_in(unit), in_unit(&self.wait, unit));
        (own.0 + wait.0, own.1 + wait.1)
    }
}

fn along_the_longest_chain(
    kind: MeasureKind,
    walk: &Walk<'_>,
    among: &[usize],
    own_time: impl Fn(&Step) -> Result<Vec<Span>, WhyUnknown>,
) -> Measured {
    let link = |i: &usize| -> Result<Link, WhyUnknown> {
        let step = walk.steps[*i];
        let wait = step.wait.ok_or_else(|| WhyUnknown::UnknownWait(step.key.clone()))?;
        Ok(Link { own: own_time(step)?, wait })
    };
    let links: Vec<Link> = match among.iter().map(link).collect() {
        Ok(links) => links,
        Err(why) => return unknown(kind, why),
    };
    let Some(unit) = common_unit(links.iter().flat_map(|link| link.own.iter().chain([&link.wait]))) else {
        return unknown(kind, WhyUnknown::MixedDays);
    };
    let (min, _) = longest_chain(walk, among, |at| links[at].length_in(unit).0);
    let (max, chain) = longest_chain(walk, among, |at| links[at].length_in(unit).1);
    let Ok(span) = Span::new(min, max, unit) else {
        return unknown(kind, WhyUnknown::TooLarge);
    };
    let mut parts = Vec::new();
    for at in chain {
        let (step, link) = (&walk.steps[among[at]].key, &links[at]);
        let own = link.own_in(unit);
        if let (1.., Ok(time)) = (own.1, Span::new(own.0, own.1, unit)) {
            parts.push(Part::OwnTime { step: step.clone(), time });
        }
        if in_unit(&link.wait, unit).1 > 0 {
            parts.push(Part::Wait { step: step.clone(), time: link.wait });
        }
    }
    Measured {
        kind,
        value: Value::Time { span },
        evidence: counted_on(among.iter().map(|i| walk.steps[*i])),
        parts,
    }
}

/// The unit in which spans are added; `None` where some are in working days and some in natural.
fn common_unit<'a>(spans: impl IntoIterator<Item = &'a Span>) -> Option<TimeUnit> {
    let mut days = spans.into_iter().filter(|span| span.in_days()).map(Span::unit);
    let first = days.next();
    match first {
        None => Some(TimeUnit::Minute),
        Some(unit) => days.all(|other| other == unit).then_some(unit),
    }
}

fn in_unit(span: &Span, unit: TimeUnit) -> (u32, u32) {
    match span.in_minutes() {
        Some(minutes) if unit == TimeUnit::Minute => minutes,
        Some(_) => (0, 0),
        None => (span.min(), span.max()),
    }
}

/// The steps on any way from `from` to `to`, both included, in order; empty where there is no way.
fn between(walk: &Walk<'_>, from: usize, to: usize) -> Vec<usize> {
    let mut reached = vec![false; walk.steps.len()];
    reached[from] = true;
    for i in from + 1..walk.steps.len() {
        reached[i] = walk.after[i].iter().any(|p| reached[*p]);
    }
    let mut leads = vec![false; walk.steps.len()];
    leads[to] = true;
    for i in (0..=to).rev() {
        if leads[i] {
            for p in &walk.after[i] {
                leads[*p] = true;
            }
        }
    }
    if !leads[from] {
        return Vec::new();
    }
    (from..=to).filter(|i| reached[*i] && leads[*i]).collect()
}

/// The longest chain through the steps `among`, and the positions in `among` of the steps on it. Between
/// chains of one length the names of their last steps decide, and not where a file has them.
fn longest_chain(walk: &Walk<'_>, among: &[usize], length: impl Fn(usize) -> u32) -> (u32, Vec<usize>) {
    let step = |at: usize| walk.steps[among[at]];
    let longest = |ends: &mut dyn Iterator<Item = (usize, u32)>| {
        ends.max_by_key(|(at, end)| (*end, &step(*at).name, &step(*at).key)).map(|(at, _)| at)
    };
    let mut ends: Vec<(u32, Vec<usize>)> = Vec::with_capacity(among.len());
    for (at, i) in among.iter().enumerate() {
        let before = ends.iter().enumerate().filter(|(p, _)| walk.after[*i].contains(&among[*p]));
        let last = longest(&mut before.map(|(p, (end, _))| (p, *end)));
        let (begins, mut chain) = last.map_or((0, Vec::new()), |p| ends[p].clone());
        chain.push(at);
        ends.push((begins.saturating_add(length(at)), chain));
    }
    let last = longest(&mut ends.iter().enumerate().map(|(at, (end, _))| (at, *end)));
    last.map_or((0, Vec::new()), |at| ends.swap_remove(at))
}
