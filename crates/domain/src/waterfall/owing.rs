//! To which change a part is owed that is gone or new: rule 3 of [`crate::waterfall`], in which the main
//! one of several steps stands for a place, a window, a document or a visit.

use super::one_side::{OneSide, steps_of};
use super::{Cause, Side, visits};
use crate::align::InOwnOrder;
use crate::align::papers::PaperGroup;
use crate::align::places::Places;
use crate::changes::{ChangeKind, Changes, StepGroup};
use crate::key::{MaterialKey, PlaceKey, StepKey, WindowKey};
use crate::measure::Part;
use crate::step::Step;
use crate::walk::Walk;

/// Two walks, what became of everything on them, and which visits are one.
pub(super) struct Owed<'a> {
    first: OneSide<'a>,
    second: OneSide<'a>,
    groups: &'a [StepGroup],
    papers: &'a [PaperGroup],
    places: &'a Places,
    /// Visits that are one, counted from 0 on either side.
    visits: Vec<(usize, usize)>,
}

impl<'a> Owed<'a> {
    /// `visits` are the parts of 次 on either walk.
    pub(super) fn new(walks: [&'a Walk<'a>; 2], changes: &'a Changes, visits: [&'a [Part]; 2]) -> Owed<'a> {
        let groups = &changes.steps;
        let first = OneSide::new(walks[0], visits[0], groups, |group| (&group.first, &group.second));
        let second = OneSide::new(walks[1], visits[1], groups, |group| (&group.second, &group.first));
        let (places, papers) = (&changes.places, &changes.papers);
        let same_place =
            |i: usize, j: usize| places.same_place(Some(first.visits[i].0), Some(second.visits[j].0));
        let visits = visits::pairs(&first.served(), &second.served(), same_place);
        Owed { first, second, groups, papers, places, visits }
    }

    /// The group of a step.
    pub(super) fn group(&self, side: Side, step: &StepKey) -> Option<usize> {
        let side = self.side(side);
        side.groups[side.position(step)?]
    }

    /// The paper of a version, by its position among the papers of both.
    pub(super) fn paper(&self, side: Side, material: &MaterialKey) -> Option<usize> {
        self.papers.iter().position(|group| side.of(&group.first, &group.second).as_ref() == Some(material))
    }

    /// What a place has in common with the place that it is one with, and with no other.
    pub(super) fn place(&self, side: Side, place: &PlaceKey) -> Option<usize> {
        self.places.places.iter().position(|(first, second)| side.of(first, second) == place)
    }

    /// The same of a window.
    pub(super) fn window(&self, side: Side, place: &PlaceKey, window: &WindowKey) -> Option<usize> {
        let is = |(at, key): &(PlaceKey, WindowKey)| at == place && key == window;
        self.places.windows.iter().position(|(first, second)| is(side.of(first, second)))
    }

    /// The same of a visit, which counts from 1.
    pub(super) fn visit(&self, side: Side, number: u32) -> Option<usize> {
        self.visits.iter().position(|(first, second)| *side.of(first, second) + 1 == number as usize)
    }

    /// What a part is owed to, and the other changes that had a share in it.
    pub(super) fn cause(&self, side: Side, part: &Part) -> (Cause, Vec<usize>) {
        let from = self.side(side);
        let (steps, owing) = match part {
            Part::Stated { .. } => return (Cause::Stated, Vec::new()),
            Part::Visit { number, .. } | Part::Travel { number, .. } => match self.visit(side, *number) {
                Some(pair) => return self.behind_another_way(self.visits[pair]),
                None => match from.visits.iter().zip(1..).find(|(_, its)| its == number) {
                    Some(((place, steps), _)) => (steps.clone(), self.behind_visit(side, place, steps)),
                    None => (Vec::new(), None),
                },
            },
            of_steps => {
                let steps = from.positions(steps_of(of_steps));
                let main = from.main_of(&steps, |_| true);
                (steps, main)
            }
        };
        caused(from, owing, from.groups_of(&steps))
    }

    /// The step behind a visit that is gone or new.
    fn behind_visit(&self, side: Side, place: &PlaceKey, steps: &[usize]) -> Option<usize> {
        let from = self.side(side);
        let left = |at| !self.is_taken_at(side, at, place);
        from.main_of(steps, left)
            .or_else(|| self.set_apart_by(side, place, steps))
            .or_else(|| from.main_of(steps, |at| self.has_kind(from, at, &ORDER)))
            .or_else(|| from.main_of(steps, |_| true))
    }

    /// Whether what became of a step is taken on site at this place.
    fn is_taken_at(&self, side: Side, at: usize, place: &PlaceKey) -> bool {
        self.counterparts(side, at).any(|step| step.on_site() && self.is_place(side, place, step))
    }

    fn is_place(&self, side: Side, place: &PlaceKey, other: &Step) -> bool {
        let (mine, theirs) = (Some(place), other.place.as_ref());
        match side {
            Side::First => self.places.same_place(mine, theirs),
            Side::Second => self.places.same_place(theirs, mine),
        }
    }

    /// The last step before all of these that set a visit to a place apart, and whose counterparts do not.
    fn set_apart_by(&self, side: Side, place: &PlaceKey, steps: &[usize]) -> Option<usize> {
        let from = self.side(side);
        let sets_apart = |at: &usize| {
            let step = from.walk.steps[*at];
            let elsewhere = |place: &PlaceKey| step.on_site() && step.place.as_ref() != Some(place);
            let goes_on_elsewhere = |other: &Step| other.on_site() && !self.is_place(side, place, other);
            (takes_a_day(step) && !self.counterparts(side, *at).any(takes_a_day))
                || (elsewhere(place) && !self.counterparts(side, *at).any(goes_on_elsewhere))
        };
        let before = from.before(steps);
        before.into_iter().filter(sets_apart).min_by(|a, b| from.in_flow(*b, *a))
    }

    /// The change behind another way to a visit that stands on both sides. Of the two versions always
    /// the same one says which of its steps is the first.
    fn behind_another_way(&self, (i, j): (usize, usize)) -> (Cause, Vec<usize>) {
        let (first, second) = (&self.first, &self.second);
        let theirs = second.groups_of(&second.visits[j].1);
        let mut shared = first.groups_of(&first.visits[i].1);
        shared.retain(|group| theirs.contains(group));
        let content = |side: &OneSide<'a>| InOwnOrder::of(side.walk).1;
        let (from, steps) = match content(first) <= content(second) {
            true => (first, &first.visits[i].1),
            false => (second, &second.visits[j].1),
        };
        let is_shared = |at: usize| from.groups[at].is_some_and(|group| shared.contains(&group));
        let moved = |at: usize| is_shared(at) && self.has_kind(from, at, &[ChangeKind::Relocated]);
        let owing = from.main_of(steps, moved).or_else(|| from.main_of(steps, is_shared));
        caused(from, owing, shared)
    }

    fn has_kind(&self, from: &OneSide<'_>, at: usize, kinds: &[ChangeKind]) -> bool {
        from.groups[at].is_some_and(|group| self.groups[group].kinds.iter().any(|kind| kinds.contains(kind)))
    }

    /// What became of a step on the other side.
    fn counterparts(&self, side: Side, at: usize) -> impl Iterator<Item = &'a Step> {
        let (group, other) = (self.side(side).groups[at], self.side(side.other()));
        let of_group = other.groups.iter().zip(&other.walk.steps).filter(move |(its, _)| **its == group);
        of_group.map(|(_, step)| *step)
    }

    fn side(&self, side: Side) -> &OneSide<'a> {
        side.of(&self.first, &self.second)
    }
}

const ORDER: [ChangeKind; 3] = [ChangeKind::MadeParallel, ChangeKind::MadeSequential, ChangeKind::Reordered];

fn caused(from: &OneSide<'_>, owing: Option<usize>, mut groups: Vec<usize>) -> (Cause, Vec<usize>) {
    let Some(group) = owing.and_then(|at| from.groups[at]) else { return (Cause::Stated, Vec::new()) };
    groups.retain(|other| *other != group);
    (Cause::Change(group), groups)
}

/// Whether the next step can't be taken on the same visit, as [`crate::visits`] reads a wait at its longest.
fn takes_a_day(step: &Step) -> bool {
    step.wait.is_none_or(|wait| wait.in_days() && wait.max() >= 1)
}
