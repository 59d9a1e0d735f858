//! What changed between the steps of one group.
//!
//! Times, fees and papers are taken over the whole group: own time in minutes, waits in their unit,
//! papers and rules as sets. What is unknown on either side is no change.

use std::cmp::Ordering;

use super::{ChangeKind, Field, Reason, StepGroup};
use crate::align::rule;
use crate::align::papers::Papers;
use crate::align::places::Places;
use crate::align::text::{self, Text};
use crate::align::{Correspondence, Origin};
use crate::key::MaterialKey;
use crate::span::{Span, TimeUnit};
use crate::step::{Side, Step};
use crate::walk::Walk;

/// Two walks, and what on the one is the same thing as on the other.
pub(super) struct Compared<'a> {
    pub(super) first: &'a Walk<'a>,
    pub(super) second: &'a Walk<'a>,
    pub(super) papers: &'a Papers,
    pub(super) places: &'a Places,
    pub(super) groups: &'a [Correspondence],
}

impl Compared<'_> {
    pub(super) fn group(&self, group: &Correspondence, order: Vec<ChangeKind>) -> StepGroup {
        let first: Vec<&Step> = group.first.iter().map(|i| self.first.steps[*i]).collect();
        let second: Vec<&Step> = group.second.iter().map(|j| self.second.steps[*j]).collect();
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
            first: first.iter().map(|step| step.key.clone()).collect(),
            second: second.iter().map(|step| step.key.clone()).collect(),
            kinds,
            fields,
            confidence: group.confidence,
            reasons: self.reasons(group, &first, &second),
        }
    }

    fn kinds(&self, a: &[&Step], b: &[&Step]) -> Vec<ChangeKind> {
        let mut kinds = Vec::new();
        let mut add = |applies: bool, kind| {
            if applies {
                kinds.push(kind);
            }
        };
        add(a.len() > 1, ChangeKind::Merged);
        add(b.len() > 1, ChangeKind::Split);
        if let ([a], [b]) = (a, b) {
            add(text::plain(&a.name) != text::plain(&b.name), ChangeKind::Renamed);
        }
        // Of a group of several, more than half of them moved.
        let pairs = || a.iter().flat_map(|x| b.iter().map(move |y| (*x, *y)));
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
        let times = time_changes(a, b);
        add(times.contains(&Some(Ordering::Greater)), ChangeKind::Shortened);
        add(times.contains(&Some(Ordering::Less)), ChangeKind::Lengthened);
        let (had, has) = (self.supplied(self.first, a), self.supplied(self.second, b));
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
    fn relocated(&self, a: &[&Step], b: &[&Step]) -> bool {
        let at: Vec<&&Step> = a.iter().filter(|step| step.on_site()).collect();
        let now: Vec<&&Step> = b.iter().filter(|step| step.on_site()).collect();
        let stays = at.iter().any(|x| now.iter().any(|y| self.places.are_same(x, y)));
        !at.is_empty() && !now.is_empty() && !stays
    }

    /// The papers that the applicant hands in at these steps, each once.
    fn supplied(&self, walk: &Walk<'_>, steps: &[&Step]) -> Vec<MaterialKey> {
        let mut papers: Vec<MaterialKey> = steps
            .iter()
            .flat_map(|step| &step.materials)
            .filter_map(|key| walk.version.material(key))
            .filter(|material| material.provision.is_supplied())
            .map(|material| walk.version.paper(material))
            .collect();
        papers.sort_unstable();
        papers.dedup();
        papers
    }

    fn differing_fields(&self, a: &Step, b: &Step, kinds: &[ChangeKind]) -> Vec<Field> {
        use ChangeKind::{MadeParallel, MadeSequential, Reordered};
        let reordered = [MadeParallel, MadeSequential, Reordered].iter().any(|kind| kinds.contains(kind));
        let comparisons = [
            (Field::Name, text::plain(&a.name) != text::plain(&b.name)),
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
            (Field::Materials, self.papers_differ(a, b)),
            (Field::Outputs, !same_texts(&a.outputs, &b.outputs)),
            (Field::Fee, a.fee != b.fee),
            (Field::LegalBasis, rules(&[a]) != rules(&[b])),
        ];
        comparisons.into_iter().filter_map(|(field, differs)| differs.then_some(field)).collect()
    }

    /// Whether other papers are asked for, or one of them is waived on one side alone.
    fn papers_differ(&self, a: &Step, b: &Step) -> bool {
        let asked = |walk: &Walk<'_>, step: &Step| -> Vec<(MaterialKey, bool)> {
            let materials = step.materials.iter().filter_map(|key| walk.version.material(key));
            materials.map(|m| (walk.version.paper(m), m.provision.is_supplied())).collect()
        };
        let (had, has) = (asked(self.first, a), asked(self.second, b));
        let within =
            |x: &(MaterialKey, bool), y: &(MaterialKey, bool)| x.1 == y.1 && self.papers.are_same(&x.0, &y.0);
        let all_had = has.iter().all(|y| had.iter().any(|x| within(x, y)));
        let all_stay = had.iter().all(|x| has.iter().any(|y| within(x, y)));
        had.len() != has.len() || !all_had || !all_stay
    }

    fn reasons(&self, group: &Correspondence, a: &[&Step], b: &[&Step]) -> Vec<Reason> {
        if a.is_empty() || b.is_empty() {
            return Vec::new();
        }
        let all = |holds: &dyn Fn(&Step, &Step) -> bool| a.iter().all(|x| b.iter().all(|y| holds(x, y)));
        let name = |step: &Step| Text::read(&step.name);
        let same_name = all(&|x, y| text::plain(&x.name) == text::plain(&y.name));
        let (had, has) = (self.supplied(self.first, a), self.supplied(self.second, b));
        let same_papers = !had.is_empty()
            && had.len() == has.len()
            && had.iter().all(|x| has.iter().any(|y| self.papers.are_same(x, y)));
        let on_site = all(&|x, y| x.on_site() && y.on_site());
        let window = on_site && all(&|x, y| x.window.is_some() && self.places.are_same(x, y));
        let place = on_site && all(&|x, y| self.places.same_place(x.place.as_ref(), y.place.as_ref()));
        let found = [
            (Reason::Pinned, group.origin == Origin::Pinned),
            (Reason::SameKey, group.origin == Origin::Key),
            (Reason::SameName, same_name),
            (Reason::LikeName, !same_name && all(&|x, y| text::spelling(&name(x), &name(y)) >= 0.5)),
            (Reason::SameAct, !same_name && all(&|x, y| name(x).acts & name(y).acts != 0)),
            (Reason::SameWindow, window),
            (Reason::SamePlace, place && !window),
            (Reason::SamePapers, same_papers),
            (Reason::SameOutputs, all(&|x, y| !x.outputs.is_empty() && same_texts(&x.outputs, &y.outputs))),
            (Reason::SameRule, !rules(a).is_empty() && rules(a) == rules(b)),
            (Reason::SameNeighbours, self.same_neighbours(group)),
        ];
        found.into_iter().filter_map(|(reason, holds)| holds.then_some(reason)).collect()
    }

    /// Whether what stands directly before, or directly after, corresponds too.
    fn same_neighbours(&self, group: &Correspondence) -> bool {
        let next = |walk: &Walk<'_>, a: &[usize], b: &[usize]| {
            a.iter().any(|i| walk.after[*i].iter().any(|p| b.contains(p)))
        };
        self.groups.iter().any(|other| {
            let whole = !other.first.is_empty() && !other.second.is_empty() && other != group;
            let both = |earlier: &Correspondence, later: &Correspondence| {
                next(self.first, &later.first, &earlier.first)
                    && next(self.second, &later.second, &earlier.second)
            };
            whole && (both(other, group) || both(group, other))
        })
    }
}

fn remote(step: &Step) -> bool {
    step.side == Side::External && !step.on_site()
}

/// Whether two lists name the same things, in whatever order and spelling.
fn same_texts(a: &[String], b: &[String]) -> bool {
    let spelled = |texts: &[String]| {
        let mut spelled: Vec<String> = texts.iter().map(|text| text::plain(text)).collect();
        spelled.sort_unstable();
        spelled
    };
    spelled(a) == spelled(b)
}

fn rules(steps: &[&Step]) -> Vec<String> {
    let mut rules: Vec<String> =
        steps.iter().filter_map(|step| step.legal_basis.as_deref()).map(rule).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// The fees added up, in yuan, the most first; unknown where one is not stated.
fn fees(steps: &[&Step]) -> Option<(u32, u32)> {
    steps.iter().try_fold((0_u32, 0_u32), |(most, least), step| {
        let fee = step.fee?;
        Some((most.saturating_add(fee.max_yuan), least.saturating_add(fee.min_yuan)))
    })
}

/// How the times of the first side compare to those of the second: the applicant's own time as a sum,
/// since an hour more at home may spare two in the queue; part by part where a part is unknown or
/// counted in days. The wait is another matter and is compared apart.
fn time_changes(a: &[&Step], b: &[&Step]) -> Vec<Option<Ordering>> {
    let wait = waits(a).zip(waits(b)).and_then(|(a, b)| a.compare(&b));
    match (own_minutes(a), own_minutes(b), a, b) {
        (Some(first), Some(second), ..) => vec![Some(first.cmp(&second)), wait],
        (_, _, [a], [b]) => {
            let parts = [(a.prepare, b.prepare), (a.queue, b.queue), (a.counter, b.counter)];
            let mut changes: Vec<_> = parts.into_iter().map(|(a, b)| a?.compare(&b?)).collect();
            changes.push(wait);
            changes
        }
        _ => vec![wait],
    }
}

/// The applicant's own time in minutes, the longest first. Work behind the counter takes none of it.
fn own_minutes(steps: &[&Step]) -> Option<(u32, u32)> {
    let mut sum = (0_u32, 0_u32);
    for step in steps.iter().filter(|step| step.side == Side::External) {
        for part in [step.prepare?, step.queue?, step.counter?] {
            let (min, max) = part.in_minutes()?;
            sum = (sum.0.saturating_add(max), sum.1.saturating_add(min));
        }
    }
    Some(sum)
}

/// The waits added up in their unit; beside days, minutes and hours are none. Unknown where one is
/// unknown, or working days meet natural days.
fn waits(steps: &[&Step]) -> Option<Span> {
    let waits: Vec<Span> = steps.iter().map(|step| step.wait).collect::<Option<_>>()?;
    let mut unit = TimeUnit::Minute;
    for wait in waits.iter().filter(|wait| wait.in_days()) {
        if unit != TimeUnit::Minute && unit != wait.unit() {
            return None;
        }
        unit = wait.unit();
    }
    let (mut min, mut max) = (0_u32, 0_u32);
    for wait in &waits {
        let (least, most) = match wait.in_minutes() {
            Some(minutes) if unit == TimeUnit::Minute => minutes,
            Some(_) => (0, 0),
            None => (wait.min(), wait.max()),
        };
        (min, max) = (min.saturating_add(least), max.saturating_add(most));
    }
    Span::new(min, max, unit).ok()
}
