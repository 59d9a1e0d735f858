//! What stands around two steps, as far as it is known: how much their neighbours are alike, and how much of
//! what is grouped lies on the same side of both.

use super::groups::{Group, Half};
use super::likeness::{As, more};
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
        let mut near = best_neighbours([first, second], &known.alike, |look| &look.before);
        let after = best_neighbours([first, second], &known.alike, |look| &look.after);
        for (before, after) in near.iter_mut().zip(after) {
            before.iter_mut().zip(after).for_each(|(before, after)| *before = (*before + after) / 2.0);
        }
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
    sides: [&'l Looks<'l>; 2],
    alike: &[f32],
    neighbours: fn(&'l Look<'l>) -> &'l [usize],
) -> [Vec<f32>; 3] {
    let [of_first, of_second]: [Vec<&[usize]>; 2] =
        sides.map(|looks| looks.steps.iter().map(neighbours).collect());
    // How alike each step is to the best neighbour of the other, on the one side and on the other.
    let mut of_rows = best_of_rows(alike, of_second.len(), &of_first);
    let mut of_columns = best_of_columns(alike, &of_second);
    let mut of_both = best_of_columns(&of_rows, &of_second);
    // Where there are none on either side, nothing is known.
    for (i, _) in of_first.iter().enumerate().filter(|(_, mine)| mine.is_empty()) {
        for (j, _) in of_second.iter().enumerate().filter(|(_, theirs)| theirs.is_empty()) {
            let at = i * of_second.len() + j;
            (of_columns[at], of_both[at]) = (0.5, 0.5);
        }
    }
    for (both, (rows, columns)) in of_both.iter().zip(of_rows.iter_mut().zip(&mut of_columns)) {
        (*rows, *columns) = (more(*rows, *both), more(*columns, *both));
    }
    // In the order of `As::ALL`.
    [of_both, of_rows, of_columns]
}

/// For each list of rows, cell by cell the greatest of those rows; 0 of none.
fn best_of_rows(cells: &[f32], columns: usize, lists: &[&[usize]]) -> Vec<f32> {
    let mut found = Vec::with_capacity(lists.len() * columns);
    for list in lists {
        let from = found.len();
        found.resize(from + columns, 0.0_f32);
        for row in *list {
            let row = &cells[row * columns..][..columns];
            found[from..].iter_mut().zip(row).for_each(|(best, other)| *best = more(*best, *other));
        }
    }
    found
}

/// Row by row, for each list of columns the greatest of those; 0 of none. There are as many lists as columns.
fn best_of_columns(cells: &[f32], lists: &[&[usize]]) -> Vec<f32> {
    let mut found = Vec::with_capacity(cells.len());
    for row in cells.chunks_exact(lists.len().max(1)) {
        let best = |list: &&[usize]| list.iter().fold(0.0, |best, column| more(best, row[*column]));
        found.extend(lists.iter().map(best));
    }
    found
}

/// Of the groups that lie before or after either of two steps: how many lie so of both.
fn same_order(first: &Looks<'_>, second: &Looks<'_>, groups: &[Group]) -> Vec<f32> {
    let (first, second) = (sides(first, groups, Half::First), sides(second, groups, Half::Second));
    if groups.is_empty() {
        return vec![0.5; first.len() * second.len()];
    }
    let counts = second.iter().map(Set::count).collect::<Vec<u32>>();
    let mut shares = Vec::with_capacity(first.len() * second.len());
    for a in &first {
        let count = a.count();
        shares.extend(second.iter().zip(&counts).map(|(b, other)| {
            let both = a.count_both(b);
            match count + other - both {
                0 => 0.5,
                either => both as f32 / either as f32,
            }
        }));
    }
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
