//! How much two steps of one side belong together, and so may have become one; and how much each by itself
//! speaks for its being alone. Both depend on one version alone, so they are told once for all comparisons.

use super::aligner::dot;
use super::lexicon;
use super::likeness::yes;
use super::looks::Look;
use super::text;
use super::weights::{KINSHIP, Weights};
use crate::step::Side;

/// How much two steps of one side belong together: one after the other or side by side, by the same people,
/// at the same place, doing the same, on the same level, called alike, taking as long. Each from 0 to 1.
pub(super) fn kinship(steps: &[Look<'_>], i: usize, j: usize) -> [f32; KINSHIP] {
    let (a, b) = (&steps[i], &steps[j]);
    let next = a.before.contains(&j) || a.after.contains(&j);
    let beside = a.before == b.before || a.after == b.after;
    let parallel = a.earlier.binary_search(&j).is_err() && a.later.binary_search(&j).is_err();
    let same_people = a.step.side == b.step.side && a.step.actor == b.step.actor;
    let same_place = a.step.place == b.step.place;
    let same_window = same_place && a.step.window == b.step.window && a.on_site && b.on_site;
    let same_act = a.name.acts & b.name.acts != 0;
    let both = |phase: usize| lexicon::in_phase(a.name.acts, phase) && lexicon::in_phase(b.name.acts, phase);
    let external = a.step.side == Side::External && b.step.side == Side::External;
    let internal = a.internal() && b.internal();
    [
        yes(next),
        yes(beside),
        yes(same_people),
        yes(same_place),
        yes(same_act),
        1.0 - (a.position - b.position).abs(),
        text::spelling(&a.name, &b.name),
        yes(a.step.wait == b.step.wait),
        yes(a.own_time == b.own_time),
        yes(next && internal && both(lexicon::DECIDING)),
        yes(next && external && same_window && both(lexicon::HANDING_IN)),
        yes(parallel && same_act && same_people),
        yes(next && internal),
        yes(both(lexicon::HANDING_OUT) && same_act),
        yes(both(lexicon::DECIDING) && internal),
    ]
}

/// What the steps of one side are worth whatever they are compared with.
#[derive(Debug, Clone)]
pub(super) struct Within {
    /// By row: what it is worth that two steps belong together.
    pub(super) kin: Vec<f32>,
    /// By step: the most of that with any other, and 0 where none belongs to it: nobody must count beside one.
    pub(super) closest: Vec<f32>,
    /// By step: how much it speaks by itself for its being alone.
    pub(super) alone: Vec<f32>,
}

impl Within {
    pub(super) fn of(steps: &[Look<'_>], weights: &Weights) -> Within {
        let count = steps.len();
        let mut kin = vec![0.0; count * count];
        let mut closest = vec![0.0_f32; count];
        for i in 0..count {
            for j in 0..i {
                let worth = dot(&kinship(steps, i, j), &weights.kinship);
                (kin[i * count + j], kin[j * count + i]) = (worth, worth);
                (closest[i], closest[j]) = (closest[i].max(worth), closest[j].max(worth));
            }
        }
        let alone = steps.iter().map(|look| dot(&look.by_itself(), &weights.alone)).collect();
        Within { kin, closest, alone }
    }
}
