//! Which visits of two versions are one: rule 1 of [`crate::waterfall`].

/// A visit, as far as it matters to which other it is like.
pub(super) struct Visit {
    /// The group of each of its steps.
    pub groups: Vec<usize>,
}

/// For each visit of the first side the visit of the second that it is one with, counted from 0.
pub(super) fn pairs(
    first: &[Visit],
    second: &[Visit],
    same_place: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    for (i, a) in first.iter().enumerate() {
        for (j, b) in second.iter().enumerate() {
            let within =
                |a: &Visit, b: &Visit| a.groups.iter().filter(|group| b.groups.contains(group)).count();
            let shared = within(a, b) + within(b, a);
            if shared > 0 {
                let not_shared = a.groups.len() + b.groups.len() - shared;
                // Pairs of equal rank have no visit in common, so it does not matter which is first.
                let rank = (usize::MAX - shared, !same_place(i, j), not_shared, i + j, i.abs_diff(j));
                open.push((rank, i, j));
            }
        }
    }
    let mut pairs = Vec::new();
    while let Some((_, i, j)) = open.iter().min_by_key(|(rank, ..)| *rank).copied() {
        pairs.push((i, j));
        open.retain(|(_, a, b)| *a != i && *b != j);
    }
    pairs
}
