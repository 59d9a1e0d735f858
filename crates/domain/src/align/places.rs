//! Which places and windows of two versions are the same: by key where one file has them, otherwise by
//! address and name. One that only has another name is the same; two that one author gave two keys are
//! two, however alike they sound.

use super::assignment;
use super::text::{self, Text};
use super::{Correspondence, Keys, Looks, Set};
use crate::key::{PlaceKey, WindowKey};
use crate::service::Place;
use crate::step::Step;
use crate::walk::Walk;

/// The places and windows of two walks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// What a place of the first is called in the second; each at most once on either side.
    pub(crate) places: Vec<(PlaceKey, PlaceKey)>,
    /// The same of windows.
    pub(crate) windows: Vec<(Spot, Spot)>,
}

type Spot = (PlaceKey, WindowKey);

/// The least likeness of two places, or windows, that are one.
const LEAST: f32 = 0.5;

impl Places {
    /// Finds which places and windows are the same, once it is known which steps correspond.
    pub fn align(first: &Looks<'_>, second: &Looks<'_>, keys: Keys, groups: &[Correspondence]) -> Places {
        let (a, b) = (&first.entered, &second.entered);
        let meeting_first = Meeting { looks: first, groups, half: |group| &group.first };
        let meeting_second = Meeting { looks: second, groups, half: |group| &group.second };
        let (at_a, at_b) = (meeting_first.at_places(a), meeting_second.at_places(b));
        let likeness = |i: usize, j: usize| {
            let (x, y) = (a[i].place, b[j].place);
            if keys == Keys::Shared && x.key == y.key {
                return 10.0;
            }
            let knows = |looks: &Looks<'_>, key: &PlaceKey| looks.walk.service.place(key).is_some();
            if keys == Keys::Shared && (knows(first, &y.key) || knows(second, &x.key)) {
                return 0.0;
            }
            if x.address.is_some() && x.address == y.address {
                return 2.0;
            }
            text::spelling(&a[i].name, &b[j].name) + share(&at_a[i], &at_b[j])
        };
        let mut found = Places::default();
        for (i, j) in pairs(a.len(), b.len(), likeness) {
            let (x, y) = (a[i].place, b[j].place);
            found.places.push((x.key.clone(), y.key.clone()));
            let (at_a, at_b) = (meeting_first.at_windows(x), meeting_second.at_windows(y));
            let likeness = |p: usize, q: usize| {
                let (p_key, q_key) = (&x.windows[p].key, &y.windows[q].key);
                if keys == Keys::Shared && p_key == q_key {
                    return 10.0;
                }
                let has = |place: &Place, key: &WindowKey| place.windows.iter().any(|w| w.key == *key);
                if keys == Keys::Shared && (has(x, q_key) || has(y, p_key)) {
                    return 0.0;
                }
                // A machine is never the same as a window with somebody behind it.
                if first.is_kiosk(x, p_key) != second.is_kiosk(y, q_key) {
                    return 0.0;
                }
                text::spelling(&a[i].windows[p], &b[j].windows[q]) + share(&at_a[p], &at_b[q])
            };
            for (p, q) in pairs(x.windows.len(), y.windows.len(), likeness) {
                let spots =
                    [(x, p), (y, q)].map(|(place, at)| (place.key.clone(), place.windows[at].key.clone()));
                let [first, second] = spots;
                found.windows.push((first, second));
            }
        }
        found
    }

    /// The same looked at from the other side.
    pub(crate) fn mirrored(self) -> Places {
        Places {
            places: self.places.into_iter().map(|(first, second)| (second, first)).collect(),
            windows: self.windows.into_iter().map(|(first, second)| (second, first)).collect(),
        }
    }

    /// Whether two steps are taken at the same window, or at the same place where neither has one.
    pub fn are_same(&self, first: &Step, second: &Step) -> bool {
        self.same_place(first.place.as_ref(), second.place.as_ref()) && self.same_window(first, second)
    }

    /// Whether two places are one; nowhere is the same as nowhere.
    pub fn same_place(&self, first: Option<&PlaceKey>, second: Option<&PlaceKey>) -> bool {
        match (first, second) {
            (Some(x), Some(y)) => self.places.iter().any(|(a, b)| a == x && b == y),
            (None, None) => true,
            _ => false,
        }
    }

    /// Whether two steps face the same window; none is the same as none.
    pub fn same_window(&self, first: &Step, second: &Step) -> bool {
        match (spot(first), spot(second)) {
            (Some(x), Some(y)) => self.windows.iter().any(|(a, b)| *a == x && *b == y),
            (None, None) => true,
            _ => false,
        }
    }
}

fn spot(step: &Step) -> Option<Spot> {
    Some((step.place.clone()?, step.window.clone()?))
}

/// A place that a walk's steps name, with what it and its windows are called.
pub(crate) struct Entered<'a> {
    place: &'a Place,
    name: Text,
    windows: Vec<Text>,
}

/// The places that the walk's steps name, in an order of their own.
pub(super) fn entered<'a>(walk: &Walk<'a>) -> Vec<Entered<'a>> {
    let named = |place: &&Place| walk.steps.iter().any(|step| step.place.as_ref() == Some(&place.key));
    let mut places: Vec<&Place> = walk.service.places.iter().filter(named).collect();
    places.sort_by(|x, y| (&x.name, &x.key).cmp(&(&y.name, &y.key)));
    let read = |place: &'a Place| Entered {
        place,
        name: Text::read(&place.name),
        windows: place.windows.iter().map(|window| Text::read(&window.name)).collect(),
    };
    places.into_iter().map(read).collect()
}

/// The groups with a step at each place, or window, of one side.
struct Meeting<'m> {
    looks: &'m Looks<'m>,
    groups: &'m [Correspondence],
    half: fn(&Correspondence) -> &[usize],
}

impl Meeting<'_> {
    fn at_places(&self, places: &[Entered<'_>]) -> Vec<Set> {
        places
            .iter()
            .map(|entered| self.groups_at(|step| step.place.as_ref() == Some(&entered.place.key)))
            .collect()
    }

    fn at_windows(&self, place: &Place) -> Vec<Set> {
        let faces = |step: &Step, window: &WindowKey| {
            step.place.as_ref() == Some(&place.key) && step.window.as_ref() == Some(window)
        };
        place.windows.iter().map(|window| self.groups_at(|step| faces(step, &window.key))).collect()
    }

    fn groups_at(&self, is_there: impl Fn(&Step) -> bool) -> Set {
        let walk = self.looks.walk;
        let there = |at: &usize| walk.steps[*at].on_site() && is_there(walk.steps[*at]);
        let groups = self.groups.iter().enumerate().filter(|(_, group)| (self.half)(group).iter().any(there));
        Set::of(self.groups.len(), groups.map(|(at, _)| at))
    }
}

/// What it is worth that steps at the one correspond to steps at the other, from 0 to 0.3.
fn share(first: &Set, second: &Set) -> f32 {
    match first.shared(second) {
        (_, 0) => 0.0,
        (both, either) => 0.3 * both as f32 / either as f32,
    }
}

fn pairs(rows: usize, columns: usize, likeness: impl Fn(usize, usize) -> f32) -> Vec<(usize, usize)> {
    let assigned = assignment::assign(rows, columns, |i, j| likeness(i, j) - LEAST);
    assigned.into_iter().enumerate().filter_map(|(i, j)| Some((i, j?))).collect()
}
