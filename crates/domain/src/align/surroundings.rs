//! What stands around two steps, as far as it is known: how much their neighbours are alike, and how much of
//! what is grouped lies on the same side of both.

use super::groups::{Group, Half};
use super::likeness::As;
use super::looks::{Look, Looks};
use super::sets::Set;
use super::weights::SURROUNDINGS;

/// What is known of the other steps when two are looked at.
pub(super) struct Known {
    /// By row, from 0 to 1: how sure it is that the two belong together.
    pub(super) alike: Vec<f32>,
    /// The groups of the round before, if there was one.
    pub(super) groups: Vec<Group>,
}

/// The surroundings of each step of the first side and each of the second, by row.
pub(super) struct Surroundings {
    /// How alike the neighbours are, by as what the two are seen.
    near: [Vec<f32>; 3],
    same_order: Vec<f32>,
}

impl Surroundings {
    pub(super) fn of(first: &Looks<'_>, second: &Looks<'_>, known: &Known) -> Surroundings {
        let before = best_neighbours(first, second, &known.alike, |look| &look.before);
        let after = best_neighbours(first, second, &known.alike, |look| &look.after);
        let mut both = before.into_iter().zip(after).map(|(mut before, after)| {
            before.iter_mut().zip(after).for_each(|(before, after)| *before = (*before + after) / 2.0);
            before
        });
        let near = [(); 3].map(|()| both.next().unwrap_or_default());
        Surroundings { near, same_order: same_order(first, second, &known.groups) }
    }

    /// What each cell is worth by itself and by its surroundings.
    pub(super) fn worth(&self, own: &[f32], seen: As, [near, order]: &[f32; SURROUNDINGS]) -> Vec<f32> {
        let features = self.near[seen as usize].iter().zip(&self.same_order);
        own.iter()
            .zip(features)
            .map(|(own, (is_near, in_order))| own + (is_near * near + in_order * order))
            .collect()
    }

    /// The features of a cell, each from 0 to 1.
    #[cfg(test)]
    pub(super) fn features(&self, at: usize, seen: As) -> [f32; SURROUNDINGS] {
        [self.near[seen as usize][at], self.same_order[at]]
    }
}

/// The best likeness of a neighbour to a neighbour, in one direction. Beside a part may stand another part
/// of the same whole, so the whole itself counts among what is around it.
fn best_neighbours<'l>(
    first: &'l Looks<'l>,
    second: &'l Looks<'l>,
    alike: &[f32],
    neighbours: fn(&'l Look<'l>) -> &'l [usize],
) -> [Vec<f32>; 3] {
    let columns = second.steps.len();
    let of_second: Vec<&[usize]> = second.steps.iter().map(neighbours).collect();
    // How alike each step is to the best neighbour of the other, on the one side and on the other.
    let (mut of_rows, mut of_columns, mut of_both) =
        (vec![0.0_f32; alike.len()], vec![0.0_f32; alike.len()], vec![0.0_f32; alike.len()]);
    for (i, look) in first.steps.iter().enumerate() {
        let row = i * columns..(i + 1) * columns;
        for x in neighbours(look) {
            let theirs = &alike[x * columns..(x + 1) * columns];
            of_rows[row.clone()].iter_mut().zip(theirs).for_each(|(best, other)| *best = best.max(*other));
        }
        for (j, theirs) in of_second.iter().enumerate() {
            let at = i * columns + j;
            let best = |values: &[f32]| theirs.iter().map(|y| values[i * columns + y]).fold(0.0, f32::max);
            (of_columns[at], of_both[at]) = match neighbours(look).is_empty() && theirs.is_empty() {
                true => (0.5, 0.5),
                false => (best(alike), best(&of_rows)),
            };
        }
    }
    for (both, (rows, columns)) in of_both.iter().zip(of_rows.iter_mut().zip(&mut of_columns)) {
        (*rows, *columns) = (rows.max(*both), columns.max(*both));
    }
    // In the order of `As::ALL`.
    [of_both, of_rows, of_columns]
}

/// Of the groups that lie before or after either of two steps: how many lie so of both.
fn same_order(first: &Looks<'_>, second: &Looks<'_>, groups: &[Group]) -> Vec<f32> {
    let (first, second) = (sides(first, groups, Half::First), sides(second, groups, Half::Second));
    if groups.is_empty() {
        return vec![0.5; first.len() * second.len()];
    }
    let share = |a: &Set, b: &Set| match a.shared(b) {
        (_, 0) => 0.5,
        (both, either) => both as f32 / either as f32,
    };
    let mut shares = Vec::with_capacity(first.len() * second.len());
    first.iter().for_each(|a| shares.extend(second.iter().map(|b| share(a, b))));
    shares
}

/// For each step the groups that lie before it, and behind all those the groups that lie after it.
fn sides(looks: &Looks<'_>, groups: &[Group], half: Half) -> Vec<Set> {
    let mut group_of = vec![None; looks.steps.len()];
    for (at, group) in groups.iter().enumerate().filter(|(_, group)| group.is_whole()) {
        group.half(half).iter().for_each(|step| group_of[*step] = Some(at));
    }
    let side = |look: &Look<'_>| {
        let before = look.earlier.iter().filter_map(|step| group_of[*step]);
        let after = look.later.iter().filter_map(|step| Some(group_of[*step]? + groups.len()));
        Set::of(2 * groups.len(), before.chain(after))
    };
    looks.steps.iter().map(side).collect()
}
