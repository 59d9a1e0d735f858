//! How the order of groups changed: 改并行, 改串行, 移序.
//!
//! One group comes before another where a step of it comes before a step of the other, directly or
//! through others, and no step the other way round; where both hold, nothing is said of the two. Only
//! groups with steps on both sides are looked at, and a kind goes to both of the two.

use super::ChangeKind;
use crate::align::Correspondence;
use crate::walk::Walk;

/// The order kinds of each group.
pub(super) fn changes(
    first: &Walk<'_>,
    second: &Walk<'_>,
    groups: &[Correspondence],
) -> Vec<Vec<ChangeKind>> {
    let (before, now) = (Earlier::of(first), Earlier::of(second));
    let mut kinds: Vec<Vec<ChangeKind>> = vec![Vec::new(); groups.len()];
    let whole = |group: &Correspondence| !group.first.is_empty() && !group.second.is_empty();
    for (i, a) in groups.iter().enumerate().filter(|(_, group)| whole(group)) {
        for (j, b) in groups.iter().enumerate().skip(i + 1).filter(|(_, group)| whole(group)) {
            let kind = match (before.order(&a.first, &b.first), now.order(&a.second, &b.second)) {
                (Order::Before | Order::After, Order::Neither) => ChangeKind::MadeParallel,
                (Order::Neither, Order::Before | Order::After) => ChangeKind::MadeSequential,
                (Order::Before, Order::After) | (Order::After, Order::Before) => ChangeKind::Reordered,
                _ => continue,
            };
            for of in [i, j] {
                if !kinds[of].contains(&kind) {
                    kinds[of].push(kind);
                }
            }
        }
    }
    kinds
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Before,
    After,
    Neither,
    Both,
}

/// For each step of a walk, the set of all steps before it, one bit each; one set behind the other.
struct Earlier {
    sets: Vec<u64>,
    /// The length of one set.
    words: usize,
}

impl Earlier {
    fn of(walk: &Walk<'_>) -> Earlier {
        let words = walk.steps.len().div_ceil(64);
        let mut sets = vec![0; walk.steps.len() * words];
        // On the walk each step stands behind everything it comes after.
        for (at, after) in walk.after.iter().enumerate() {
            let (known, rest) = sets.split_at_mut(at * words);
            for p in after {
                let theirs = &known[p * words..(p + 1) * words];
                rest.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine |= theirs);
                rest[p / 64] |= 1 << (p % 64);
            }
        }
        Earlier { sets, words }
    }

    fn comes_before(&self, a: usize, b: usize) -> bool {
        self.sets[b * self.words + a / 64] & (1 << (a % 64)) != 0
    }

    fn order(&self, a: &[usize], b: &[usize]) -> Order {
        let any = |a: &[usize], b: &[usize]| a.iter().any(|i| b.iter().any(|j| self.comes_before(*i, *j)));
        match (any(a, b), any(b, a)) {
            (true, false) => Order::Before,
            (false, true) => Order::After,
            (false, false) => Order::Neither,
            (true, true) => Order::Both,
        }
    }
}
