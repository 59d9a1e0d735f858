//! Which places and windows of two versions are the same: by key where one file has them, otherwise by
//! address and name. One that only has another name is the same; two that one author gave two keys are
//! two, however alike they sound.

use super::assignment;
use super::text::{self, Text};
use super::{Correspondence, Keys};
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
    pub fn align(first: &Walk<'_>, second: &Walk<'_>, keys: Keys, groups: &[Correspondence]) -> Places {
        let (a, b) = (entered(first), entered(second));
        let meet = |x: &Place, y: &Place| {
            share(first, second, groups, &|s| s.place.as_ref() == Some(&x.key), &|s| {
                s.place.as_ref() == Some(&y.key)
            })
        };
        let likeness = |x: &&Place, y: &&Place| {
            if keys == Keys::Shared && x.key == y.key {
                return 10.0;
            }
            let both_known = first.service.place(&y.key).is_some() || second.service.place(&x.key).is_some();
            if keys == Keys::Shared && both_known {
                return 0.0;
            }
            if x.address.is_some() && x.address == y.address {
                return 2.0;
            }
            text::spelling(&Text::read(&x.name), &Text::read(&y.name)) + meet(x, y)
        };
        let places = pairs(&a, &b, likeness);
        let mut windows = Vec::new();
        for (x, y) in &places {
            let of = |place: &Place| -> Vec<(WindowKey, String)> {
                place.windows.iter().map(|window| (window.key.clone(), window.name.clone())).collect()
            };
            let likeness = |p: &(WindowKey, String), q: &(WindowKey, String)| {
                if keys == Keys::Shared && p.0 == q.0 {
                    return 10.0;
                }
                let has = |place: &Place, key: &WindowKey| place.windows.iter().any(|w| w.key == *key);
                if keys == Keys::Shared && (has(x, &q.0) || has(y, &p.0)) {
                    return 0.0;
                }
                let met =
                    share(first, second, groups, &|s| faces(s, &x.key, &p.0), &|s| faces(s, &y.key, &q.0));
                text::spelling(&Text::read(&p.1), &Text::read(&q.1)) + met
            };
            for (p, q) in pairs(&of(x), &of(y), likeness) {
                windows.push(((x.key.clone(), p.0), (y.key.clone(), q.0)));
            }
        }
        Places { places: places.into_iter().map(|(x, y)| (x.key.clone(), y.key.clone())).collect(), windows }
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

fn faces(step: &Step, place: &PlaceKey, window: &WindowKey) -> bool {
    step.place.as_ref() == Some(place) && step.window.as_ref() == Some(window)
}

/// What it is worth that steps at the one correspond to steps at the other, from 0 to 0.3.
fn share(
    first: &Walk<'_>,
    second: &Walk<'_>,
    groups: &[Correspondence],
    at_first: &dyn Fn(&Step) -> bool,
    at_second: &dyn Fn(&Step) -> bool,
) -> f32 {
    let (mut met, mut all) = (0.0_f32, 0.0_f32);
    for group in groups {
        let x = group.first.iter().any(|i| first.steps[*i].on_site() && at_first(first.steps[*i]));
        let y = group.second.iter().any(|j| second.steps[*j].on_site() && at_second(second.steps[*j]));
        met += f32::from(u8::from(x && y));
        all += f32::from(u8::from(x || y));
    }
    if all > 0.0 { 0.3 * met / all } else { 0.0 }
}

/// The places that the walk's steps name, in an order of their own.
fn entered<'a>(walk: &Walk<'a>) -> Vec<&'a Place> {
    let named = |place: &&Place| walk.steps.iter().any(|step| step.place.as_ref() == Some(&place.key));
    let mut places: Vec<&Place> = walk.service.places.iter().filter(named).collect();
    places.sort_by(|x, y| (&x.name, &x.key).cmp(&(&y.name, &y.key)));
    places
}

fn pairs<T: Clone>(a: &[T], b: &[T], likeness: impl Fn(&T, &T) -> f32) -> Vec<(T, T)> {
    let assigned = assignment::assign(a.len(), b.len(), |i, j| likeness(&a[i], &b[j]) - LEAST);
    a.iter().zip(assigned).filter_map(|(x, j)| Some((x.clone(), b[j?].clone()))).collect()
}
