//! How much two steps of one side belong together, and so may have become one.

use super::lexicon;
use super::likeness::yes;
use super::looks::Looks;
use super::text;
use super::weights::KINSHIP;
use crate::step::Side;

/// How much two steps of one side belong together: one after the other or side by side, by the same people,
/// at the same place, doing the same, on the same level, called alike, taking as long. Each from 0 to 1.
pub(super) fn kinship(looks: &Looks<'_>, i: usize, j: usize) -> [f32; KINSHIP] {
    let (a, b) = (&looks.steps[i], &looks.steps[j]);
    let next = a.before.contains(&j) || a.after.contains(&j);
    let beside = a.before == b.before || a.after == b.after;
    let parallel = !a.earlier.contains(&j) && !a.later.contains(&j);
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

/// By row: what it is worth that two steps of a side belong together.
pub(super) fn kin(looks: &Looks<'_>, weights: &[f32; KINSHIP]) -> Vec<f32> {
    let count = looks.steps.len();
    let mut kin = vec![0.0; count * count];
    for i in 0..count {
        for j in 0..i {
            let worth =
                kinship(looks, i, j).iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
            (kin[i * count + j], kin[j * count + i]) = (worth, worth);
        }
    }
    kin
}
