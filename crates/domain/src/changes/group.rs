//! What changed between the steps of one group.
//!
//! Times, fees and papers are taken over the whole group: own time in minutes, waits in their unit,
//! papers and rules as sets. What is unknown on either side is no change.

use std::cmp::Ordering;

use smallvec::smallvec;

use super::{ChangeKind, Field, Reason, StepGroup};
use crate::align::papers::Papers;
use crate::align::places::Places;
use crate::align::text;
use crate::align::{Correspondence, Few, Look, Looks, Origin};
use crate::key::MaterialKey;
use crate::span::{Span, TimeUnit};
use crate::step::{Side, Step};

/// Two walks, and what on the one is the same thing as on the other.
pub(super) struct Compared<'a> {
    pub(super) first: &'a Looks<'a>,
    pub(super) second: &'a Looks<'a>,
    pub(super) papers: &'a Papers,
    pub(super) places: &'a Places,
}

impl Compared<'_> {
    /// What changed in a group, where it is known how its order changed and whether what stands beside it
    /// corresponds too.
    pub(super) fn group(&self, group: &Correspondence, order: Vec<ChangeKind>, beside: bool) -> StepGroup {
        let first: Few<&Look<'_>> = group.first.iter().map(|i| self.first.at(*i)).collect();
        let second: Few<&Look<'_>> = group.second.iter().map(|j| self.second.at(*j)).collect();
        let mut fields = Vec::new();
        let mut kinds = match (first.as_slice(), second.as_slice()) {
            (_, []) => vec![ChangeKind::Dropped],
            ([], _) => vec![ChangeKind::Added],
            (a, b) => {
                let mut kinds = self.kinds(a, b);
                kinds.extend(order);
                if let ([a], [b]) = (a, b) {
                    fields = self.differing_fields(a, b, &kinds);
                }
                if kinds.is_empty() {
                    kinds.push(if fields.is_empty() { ChangeKind::Kept } else { ChangeKind::Adjusted });
                }
                kinds
            }
        };
        kinds.sort_unstable();
        StepGroup {
            first: first.iter().map(|look| look.step.key.clone()).collect(),
            second: second.iter().map(|look| look.step.key.clone()).collect(),
            kinds,
            fields,
            confidence: group.confidence,
            reasons: self.reasons(group, &first, &second, beside),
        }
    }

    fn kinds(&self, a: &[&Look<'_>], b: &[&Look<'_>]) -> Vec<ChangeKind> {
        let mut kinds = Vec::new();
        let mut add = |applies: bool, kind| {
            if applies {
                kinds.push(kind);
            }
        };
        add(a.len() > 1, ChangeKind::Merged);
        add(b.len() > 1, ChangeKind::Split);
        if let ([a], [b]) = (a, b) {
            add(a.name.plain != b.name.plain, ChangeKind::Renamed);
        }
        // Of a group of several, more than half of them moved.
        let pairs = || a.iter().flat_map(|x| b.iter().map(move |y| (x.step, y.step)));
        let moved = |way: fn(&Step, &Step) -> bool| {
            2 * pairs().filter(|(x, y)| way(x, y)).count() > a.len().max(b.len())
        };
        add(moved(|x, y| x.on_site() && remote(y)), ChangeKind::MovedOnline);
        add(moved(|x, y| remote(x) && y.on_site()), ChangeKind::MovedOffline);
        add(
            moved(|x, y| x.side == Side::External && y.side == Side::Internal),
            ChangeKind::MovedToBackOffice,
        );
        add(moved(|x, y| x.side == Side::Internal && y.side == Side::External), ChangeKind::MovedToApplicant);
        let waits = waits(self.first, a).zip(waits(self.second, b));
        let times = time_changes(a, b, waits.and_then(|(a, b)| a.compare(&b)));
        add(times.contains(&Some(Ordering::Greater)), ChangeKind::Shortened);
        add(times.contains(&Some(Ordering::Less)), ChangeKind::Lengthened);
        let (had, has) = (supplied(a), supplied(b));
        let same = |x: &MaterialKey, y: &MaterialKey| self.papers.are_same(x, y);
        add(had.iter().any(|x| !has.iter().any(|y| same(x, y))), ChangeKind::FewerMaterials);
        add(has.iter().any(|y| !had.iter().any(|x| same(x, y))), ChangeKind::MoreMaterials);
        if let (Some(before), Some(after)) = (fees(a), fees(b)) {
            add(before > after, ChangeKind::Cheaper);
            add(before < after, ChangeKind::Dearer);
        }
        add(self.relocated(a, b), ChangeKind::Relocated);
        let (before, after) = (rules(a), rules(b));
        let both_told = !before.is_empty() && !after.is_empty();
        add(both_told && before != after, ChangeKind::LegalBasisChanged);
        kinds
    }

    /// On site on both sides, and the window of the one is none of those of the others.
    fn relocated(&self, a: &[&Look<'_>], b: &[&Look<'_>]) -> bool {
        let on_site = |looks: &[&Look<'_>]| looks.iter().any(|look| look.on_site);
        let pairs = || a.iter().flat_map(|x| b.iter().map(move |y| (x, y)));
        let stays =
            |(x, y): (&&Look<'_>, &&Look<'_>)| x.on_site && y.on_site && self.places.are_same(x.step, y.step);
        on_site(a) && on_site(b) && !pairs().any(stays)
    }

    fn differing_fields(&self, first: &Look<'_>, second: &Look<'_>, kinds: &[ChangeKind]) -> Vec<Field> {
        use ChangeKind::{MadeParallel, MadeSequential, Reordered};
        let (a, b) = (first.step, second.step);
        let reordered = [MadeParallel, MadeSequential, Reordered].iter().any(|kind| kinds.contains(kind));
        let comparisons = [
            (Field::Name, first.name.plain != second.name.plain),
            (Field::Stage, a.stage != b.stage),
            (Field::Actor, a.actor != b.actor),
            (Field::Side, a.side != b.side),
            (Field::After, reordered),
            (Field::Channel, a.channel != b.channel),
            (Field::Place, !self.places.same_place(a.place.as_ref(), b.place.as_ref())),
            (Field::Window, !self.places.same_window(a, b)),
            (Field::Prepare, a.prepare != b.prepare),
            (Field::Queue, a.queue != b.queue),
            (Field::Counter, a.counter != b.counter),
            (Field::Wait, a.wait != b.wait),
            (Field::Materials, self.papers_differ(first, second)),
            (Field::Outputs, first.handed_out != second.handed_out),
            (Field::Fee, a.fee != b.fee),
            (Field::LegalBasis, first.rule != second.rule),
        ];
        comparisons.into_iter().filter_map(|(field, differs)| differs.then_some(field)).collect()
    }

    /// Whether other papers are asked for, or one of them is waived on one side alone.
    fn papers_differ(&self, a: &Look<'_>, b: &Look<'_>) -> bool {
        let (had, has) = (&a.asked_for, &b.asked_for);
        let within =
            |x: &(MaterialKey, bool), y: &(MaterialKey, bool)| x.1 == y.1 && self.papers.are_same(&x.0, &y.0);
        let all_had = has.iter().all(|y| had.iter().any(|x| within(x, y)));
        let all_stay = had.iter().all(|x| has.iter().any(|y| within(x, y)));
        had.len() != has.len() || !all_had || !all_stay
    }

    fn reasons(&self, group: &Correspondence, a: &[&Look<'_>], b: &[&Look<'_>], beside: bool) -> Vec<Reason> {
        if a.is_empty() || b.is_empty() {
            return Vec::new();
        }
        let all =
            |holds: &dyn Fn(&Look<'_>, &Look<'_>) -> bool| a.iter().all(|x| b.iter().all(|y| holds(x, y)));
        let same_name = all(&|x, y| x.name.plain == y.name.plain);
        let (had, has) = (supplied(a), supplied(b));
        let same_papers = !had.is_empty()
            && had.len() == has.len()
            && had.iter().all(|x| has.iter().any(|y| self.papers.are_same(x, y)));
        let on_site = all(&|x, y| x.on_site && y.on_site);
        let window = on_site && all(&|x, y| x.step.window.is_some() && self.places.are_same(x.step, y.step));
        let place =
            on_site && all(&|x, y| self.places.same_place(x.step.place.as_ref(), y.step.place.as_ref()));
        let found = [
            (Reason::Pinned, group.origin == Origin::Pinned),
            (Reason::SameKey, group.origin == Origin::Key),
            (Reason::SameName, same_name),
            (Reason::LikeName, !same_name && all(&|x, y| text::spelling(&x.name, &y.name) >= 0.5)),
            (Reason::SameAct, !same_name && all(&|x, y| x.name.acts & y.name.acts != 0)),
            (Reason::SameWindow, window),
            (Reason::SamePlace, place && !window),
            (Reason::SamePapers, same_papers),
            (Reason::SameOutputs, all(&|x, y| !x.handed_out.is_empty() && x.handed_out == y.handed_out)),
            (Reason::SameRule, !rules(a).is_empty() && rules(a) == rules(b)),
            (Reason::SameNeighbours, beside),
        ];
        found.into_iter().filter_map(|(reason, holds)| holds.then_some(reason)).collect()
    }
}

fn remote(step: &Step) -> bool {
    step.side == Side::External && !step.on_site()
}

/// The papers that the applicant hands in at these steps, each once.
fn supplied<'l>(looks: &[&'l Look<'_>]) -> Few<&'l MaterialKey> {
    let asked = looks.iter().flat_map(|look| &look.asked_for);
    let mut papers: Few<&MaterialKey> =
        asked.filter(|(_, supplied)| *supplied).map(|(paper, _)| paper).collect();
    papers.sort_unstable();
    papers.dedup();
    papers
}

/// The rules that are told, each once.
fn rules<'l>(looks: &[&'l Look<'_>]) -> Few<&'l str> {
    let mut rules: Few<&str> =
        looks.iter().map(|look| look.rule.as_str()).filter(|rule| !rule.is_empty()).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// The fees added up, in yuan, the most first; unknown where one is not stated.
fn fees(looks: &[&Look<'_>]) -> Option<(u32, u32)> {
    looks.iter().try_fold((0_u32, 0_u32), |(most, least), look| {
        let fee = look.step.fee?;
        Some((most.saturating_add(fee.max_yuan), least.saturating_add(fee.min_yuan)))
    })
}

/// How the times of the first side compare to those of the second: the applicant's own time as a sum,
/// since an hour more at home may spare two in the queue; part by part where a part is unknown or
/// counted in days. The wait is another matter and is compared apart.
fn time_changes(a: &[&Look<'_>], b: &[&Look<'_>], wait: Option<Ordering>) -> Few<Option<Ordering>> {
    match (own_minutes(a), own_minutes(b), a, b) {
        (Some(first), Some(second), ..) => smallvec![Some(first.cmp(&second)), wait],
        (_, _, [a], [b]) => {
            let (a, b) = (a.step, b.step);
            let parts = [(a.prepare, b.prepare), (a.queue, b.queue), (a.counter, b.counter)];
            let mut changes: Few<_> = parts.into_iter().map(|(a, b)| a?.compare(&b?)).collect();
            changes.push(wait);
            changes
        }
        _ => smallvec![wait],
    }
}

/// The applicant's own time in minutes, the longest first. Work behind the counter takes none of it.
fn own_minutes(looks: &[&Look<'_>]) -> Option<(u32, u32)> {
    let mut sum = (0_u32, 0_u32);
    for step in looks.iter().map(|look| look.step).filter(|step| step.side == Side::External) {
        for part in [step.prepare?, step.queue?, step.counter?] {
            let (min, max) = part.in_minutes()?;
            sum = (sum.0.saturating_add(max), sum.1.saturating_add(min));
        }
    }
    Some(sum)
}

/// How long one waits for these steps of a walk, in their unit: those that come one after another added up,
/// of those beside each other the longest. Beside days, minutes and hours are none. Unknown where a wait is
/// unknown, or working days meet natural days.
fn waits(walk: &Looks<'_>, looks: &[&Look<'_>]) -> Option<Span> {
    let waits: Few<Span> = looks.iter().map(|look| look.step.wait).collect::<Option<_>>()?;
    let mut unit = TimeUnit::Minute;
    for wait in waits.iter().filter(|wait| wait.in_days()) {
        if unit != TimeUnit::Minute && unit != wait.unit() {
            return None;
        }
        unit = wait.unit();
    }
    // What comes after another has all of its steps before it, so it stands behind it.
    let mut in_order: Few<(&Look<'_>, Span)> = looks.iter().copied().zip(waits).collect();
    in_order.sort_by_key(|(look, _)| look.earlier.len());
    let longer = |a: (u32, u32), b: (u32, u32)| (a.0.max(b.0), a.1.max(b.1));
    let mut until: Few<(&Look<'_>, (u32, u32))> = Few::new();
    for (look, wait) in in_order {
        let own = match wait.in_minutes() {
            Some(minutes) if unit == TimeUnit::Minute => minutes,
            Some(_) => (0, 0),
            None => (wait.min(), wait.max()),
        };
        let is_earlier =
            |other: &Look<'_>| look.earlier.iter().any(|at| std::ptr::eq(&walk.steps[*at], other));
        let before = until.iter().filter(|(other, _)| is_earlier(other)).map(|(_, until)| *until);
        let before = before.fold((0, 0), longer);
        until.push((look, (before.0.saturating_add(own.0), before.1.saturating_add(own.1))));
    }
    let (min, max) = until.into_iter().map(|(_, until)| until).fold((0, 0), longer);
    Span::new(min, max, unit).ok()
}
