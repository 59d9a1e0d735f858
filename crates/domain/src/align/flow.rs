//! Where the steps of a walk stand in its flow.

use super::looks::inverse;
use crate::step::Side;
use crate::walk::Walk;

/// A stage of the flow, told by where the applicant hands in the most papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Before the papers are handed in.
    Preparing,
    /// Where they are handed in.
    HandingIn,
    /// After it, and work behind the counter is still to come.
    Deciding,
    /// After it, and after the last work behind the counter.
    HandingOut,
    /// Neither before it nor after it.
    Beside,
}

/// What comes before and after each step, by own order; every list ascending.
pub(super) struct Flow {
    pub(super) before: Vec<Vec<usize>>,
    pub(super) after: Vec<Vec<usize>>,
    pub(super) earlier: Vec<Vec<usize>>,
    pub(super) later: Vec<Vec<usize>>,
    /// The number of steps on the longest way to each step, and from it.
    depth: Vec<usize>,
    height: Vec<usize>,
}

impl Flow {
    /// Reads the flow of a walk; `order` is own order → position on the walk.
    pub(super) fn of(walk: &Walk<'_>, order: &[usize]) -> Flow {
        let count = order.len();
        let own = inverse(order);
        let lists = || vec![Vec::new(); count];
        let mut flow = Flow {
            before: lists(),
            after: lists(),
            earlier: lists(),
            later: lists(),
            depth: vec![0; count],
            height: vec![0; count],
        };
        // On the walk each step stands behind everything it comes after.
        for (on_walk, before) in walk.after.iter().enumerate() {
            let at = own[on_walk];
            let mut before: Vec<usize> = before.iter().map(|p| own[*p]).collect();
            before.sort_unstable();
            let mut earlier: Vec<usize> =
                before.iter().flat_map(|p| flow.earlier[*p].iter().copied().chain([*p])).collect();
            earlier.sort_unstable();
            earlier.dedup();
            earlier.iter().for_each(|p| flow.later[*p].push(at));
            before.iter().for_each(|p| flow.after[*p].push(at));
            flow.depth[at] = before.iter().map(|p| flow.depth[*p] + 1).max().unwrap_or(0);
            (flow.before[at], flow.earlier[at]) = (before, earlier);
        }
        for at in own.iter().rev() {
            flow.height[*at] = flow.after[*at].iter().map(|next| flow.height[*next] + 1).max().unwrap_or(0);
        }
        flow.after.iter_mut().chain(&mut flow.later).for_each(|steps| steps.sort_unstable());
        flow
    }

    /// How far along the longest way through it a step is, from 0 to 1.
    pub(super) fn position(&self, at: usize) -> f32 {
        match self.depth[at] + self.height[at] {
            0 => 0.5,
            whole => self.depth[at] as f32 / whole as f32,
        }
    }

    /// The stage of each step. The application is where the applicant hands in the most papers; among
    /// equals the one after which the most is still to come.
    pub(super) fn stands(&self, walk: &Walk<'_>, order: &[usize]) -> Vec<Stage> {
        let steps: Vec<_> = order.iter().map(|at| walk.steps[*at]).collect();
        let internal = |at: &usize| steps[*at].side == Side::Internal;
        let external = (0..steps.len()).rev().filter(|at| !internal(at));
        let Some(main) = external.max_by_key(|at| (steps[*at].materials.len(), self.later[*at].len())) else {
            return vec![Stage::Beside; steps.len()];
        };
        let stage = |at: usize| match at {
            _ if at == main => Stage::HandingIn,
            _ if self.later[at].contains(&main) => Stage::Preparing,
            _ if !self.earlier[at].contains(&main) => Stage::Beside,
            _ if internal(&at) || self.later[at].iter().any(internal) => Stage::Deciding,
            _ => Stage::HandingOut,
        };
        (0..steps.len()).map(stage).collect()
    }
}
