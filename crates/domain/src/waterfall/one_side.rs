//! One of the two walks: which group each step is in, what stands before it, and which of several is the
//! main one.

use std::cmp::Ordering;

use super::visits::Visit;
use crate::align;
use crate::changes::StepGroup;
use crate::key::{PlaceKey, StepKey};
use crate::measure::Part;
use crate::step::Step;
use crate::walk::Walk;

/// One of the walks. Steps are named by their position on it.
pub(super) struct OneSide<'a> {
    pub walk: &'a Walk<'a>,
    /// The group of each step.
    pub groups: Vec<Option<usize>>,
    /// Whether there are steps on the other side in the group of each.
    has_counterpart: Vec<bool>,
    /// How many steps must be finished one after the other before each.
    depth: Vec<usize>,
    /// Where to, and the steps, of each visit.
    pub visits: Vec<(&'a PlaceKey, Vec<usize>)>,
}

impl<'a> OneSide<'a> {
    pub fn new(
        walk: &'a Walk<'a>,
        visits: &'a [Part],
        groups: &[StepGroup],
        mine_and_theirs: fn(&StepGroup) -> (&[StepKey], &[StepKey]),
    ) -> OneSide<'a> {
        let group =
            |step: &&Step| groups.iter().position(|group| mine_and_theirs(group).0.contains(&step.key));
        let group_of: Vec<Option<usize>> = walk.steps.iter().map(group).collect();
        let lives_on =
            |group: &Option<usize>| group.is_some_and(|at| !mine_and_theirs(&groups[at]).1.is_empty());
        let mut depth: Vec<usize> = Vec::with_capacity(walk.steps.len());
        for after in &walk.after {
            depth.push(after.iter().map(|before| depth[*before] + 1).max().unwrap_or(0));
        }
        let has_counterpart = group_of.iter().map(lives_on).collect();
        let mut side = OneSide { walk, groups: group_of, has_counterpart, depth, visits: Vec::new() };
        let visit = |part: &'a Part| match part {
            Part::Visit { place, steps, .. } => Some((place, side.positions(steps))),
            _ => None,
        };
        side.visits = visits.iter().filter_map(visit).collect();
        side
    }

    /// What each visit serves.
    pub fn served(&self) -> Vec<Visit> {
        let groups = |steps: &[usize]| steps.iter().filter_map(|at| self.groups[*at]).collect();
        self.visits.iter().map(|(_, steps)| Visit { groups: groups(steps) }).collect()
    }

    pub fn position(&self, key: &StepKey) -> Option<usize> {
        self.walk.steps.iter().position(|step| step.key == *key)
    }

    pub fn positions(&self, keys: &[StepKey]) -> Vec<usize> {
        keys.iter().filter_map(|key| self.position(key)).collect()
    }

    /// The groups of steps, each once.
    pub fn groups_of(&self, steps: &[usize]) -> Vec<usize> {
        let mut groups = Vec::new();
        for group in steps.iter().filter_map(|at| self.groups[*at]) {
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        groups
    }

    /// The steps before any of these, directly or through others, that are not of them.
    pub fn before(&self, steps: &[usize]) -> Vec<usize> {
        let mut before = Vec::new();
        let mut open = steps.to_vec();
        while let Some(at) = open.pop() {
            for earlier in &self.walk.after[at] {
                if !before.contains(earlier) && !steps.contains(earlier) {
                    before.push(*earlier);
                    open.push(*earlier);
                }
            }
        }
        before
    }

    /// The main one of the steps for which something holds.
    pub fn main_of(&self, steps: &[usize], holds: impl Fn(usize) -> bool) -> Option<usize> {
        let rank = |at: usize| (usize::MAX - self.papers(at), !self.has_counterpart[at]);
        steps
            .iter()
            .copied()
            .filter(|at| holds(*at))
            .min_by(|a, b| rank(*a).cmp(&rank(*b)).then_with(|| self.in_flow(*a, *b)))
    }

    /// How many papers the applicant hands in at a step.
    fn papers(&self, at: usize) -> usize {
        let asked = self.walk.steps[at].materials.iter().filter_map(|key| self.walk.version.material(key));
        asked.filter(|material| material.provision.is_supplied()).count()
    }

    /// Earlier or later in the flow; equal for a step beside itself only.
    pub fn in_flow(&self, a: usize, b: usize) -> Ordering {
        let said = |at: usize| (align::said(self.walk, self.walk.steps[at]), &self.walk.steps[at].key);
        self.depth[a].cmp(&self.depth[b]).then_with(|| said(a).cmp(&said(b)))
    }
}

/// The steps that a part is made of; none for what is not made of steps.
pub(super) fn steps_of(part: &Part) -> &[StepKey] {
    match part {
        Part::Place { steps, .. }
        | Part::Window { steps, .. }
        | Part::Visit { steps, .. }
        | Part::Document { steps, .. }
        | Part::Waived { steps, .. } => steps,
        Part::Step { step }
        | Part::Submission { step, .. }
        | Part::OwnTime { step, .. }
        | Part::Fee { step, .. }
        | Part::Wait { step, .. } => std::slice::from_ref(step),
        Part::Travel { .. } | Part::Stated { .. } => &[],
    }
}
