//! The best groups for what pairs and parts are worth: an assignment first, then single steps move to where
//! all groups together are worth more (`groups/moves.rs`).

mod moves;

use std::borrow::Cow;

use smallvec::smallvec;

use super::aligner::{Values, dot};
use super::kinship::Within;
use super::likeness::{As, Likeness, more};
use super::looks::Look;
use super::table::exchanged;
use super::weights::TOGETHER;
use super::{Few, Origin, assignment};

/// A group while it is made, in own-order indices.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) first: Few<usize>,
    pub(super) second: Few<usize>,
    pub(super) origin: Origin,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    First,
    Second,
}

impl Half {
    const BOTH: [Half; 2] = [Half::First, Half::Second];

    fn other(self) -> Half {
        match self {
            Half::First => Half::Second,
            Half::Second => Half::First,
        }
    }

    /// As what steps of this half are seen beside one of the other.
    fn as_parts(self) -> As {
        match self {
            Half::First => As::PartOfSecond,
            Half::Second => As::PartOfFirst,
        }
    }
}

impl Group {
    const EMPTY: Group =
        Group { first: Few::new_const(), second: Few::new_const(), origin: Origin::Likeness };

    pub(super) fn half(&self, half: Half) -> &Few<usize> {
        match half {
            Half::First => &self.first,
            Half::Second => &self.second,
        }
    }

    fn half_mut(&mut self, half: Half) -> &mut Few<usize> {
        match half {
            Half::First => &mut self.first,
            Half::Second => &mut self.second,
        }
    }

    fn is_empty(&self) -> bool {
        self.first.is_empty() && self.second.is_empty()
    }

    /// Every step of the first side beside every step of the second.
    pub(super) fn cells(&self) -> impl Iterator<Item = (usize, usize)> {
        self.first.iter().flat_map(|i| self.second.iter().map(|j| (*i, *j)))
    }

    /// Whether it has steps on both sides.
    pub(super) fn is_whole(&self) -> bool {
        !self.first.is_empty() && !self.second.is_empty()
    }

    /// Whether it may have one more step on this half: there is exactly one on the other.
    fn takes(&self, half: Half) -> bool {
        self.origin != Origin::Pinned && self.half(half.other()).len() == 1
    }

    /// What it must gain by each step that joins it. An author who kept a key says that one became one.
    fn bar(&self) -> f32 {
        if self.origin == Origin::Key { KEPT } else { 0.0 }
    }

    /// The steps of a half that may leave.
    fn free(&self, half: Half) -> &[usize] {
        let mine = self.half(half);
        let firm = match self.origin {
            // A whole does not leave its parts.
            _ if self.half(half.other()).len() > 1 => mine.len(),
            Origin::Likeness => 0,
            Origin::Pinned => mine.len(),
            // The key holds one pair together; what joined it later may leave again.
            Origin::Key => mine.len().min(1),
        };
        &mine[firm..]
    }
}

/// What groups are worth.
pub(super) struct Solver<'s> {
    likeness: &'s Likeness<'s>,
    /// By row: what two steps are worth as a pair.
    pairs: &'s [f32],
    /// Of either half: what its steps are worth as parts of each step of the other half, one whole behind the
    /// other, because they are looked at whole by whole.
    parts: [Cow<'s, [f32]>; 2],
    within: [&'s Within; 2],
    together: &'s [f32; TOGETHER],
    /// Of either side: the most that two steps can be worth to each as its parts, beside what they are worth
    /// by themselves and by belonging together.
    most_of_two: [Vec<f32>; 2],
    /// The most that one step more can be worth to several, beside the same.
    most_of_more: f32,
}

/// What a step must be worth beyond others to join two whose key was kept.
const KEPT: f32 = 4.0;

impl<'s> Solver<'s> {
    pub(super) fn new(
        likeness: &'s Likeness<'s>,
        values: &'s Values,
        within: [&'s Within; 2],
        together: &'s [f32; TOGETHER],
    ) -> Solver<'s> {
        let most_of_two =
            [(likeness.first, within[0]), (likeness.second, within[1])].map(|(looks, within)| {
                let most = |(look, alone): (&Look<'_>, &f32)| Likeness::most_together(look, together) - alone;
                looks.steps.iter().zip(&within.alone).map(most).collect()
            });
        let of_second = exchanged(&values[As::PartOfSecond as usize], likeness.second.steps.len());
        let parts = [Cow::Owned(of_second), Cow::Borrowed(values[As::PartOfFirst as usize].as_slice())];
        let (pairs, most_of_more) = (&values[As::Pair as usize], Likeness::most_by_one_more(together));
        Solver { likeness, pairs, parts, within, together, most_of_two, most_of_more }
    }

    /// All groups around those that are settled.
    pub(super) fn solve(&self, mut groups: Vec<Group>) -> Vec<Group> {
        let free = |half: Half| -> Vec<usize> {
            let steps = 0..self.count(half);
            steps.filter(|step| !groups.iter().any(|group| group.half(half).contains(step))).collect()
        };
        let (rows, columns) = (free(Half::First), free(Half::Second));
        self.assign(&rows, &columns, &mut groups);
        self.improve(&mut groups);
        groups
    }

    /// What a group is worth: a pair by the likeness of the two, several beside one by how much each
    /// looks like a part of it and belongs to the others; a step alone nothing.
    pub(super) fn value(&self, group: &Group) -> f32 {
        match (group.first.as_slice(), group.second.as_slice()) {
            ([], _) | (_, []) => 0.0,
            (several, [one]) => self.star(Half::First, several, *one),
            ([one], several) => self.star(Half::Second, several, *one),
            _ => f32::NEG_INFINITY,
        }
    }

    fn count(&self, half: Half) -> usize {
        match half {
            Half::First => self.likeness.first.steps.len(),
            Half::Second => self.likeness.second.steps.len(),
        }
    }

    /// What a step of `half` is worth as a pair with one of the other.
    fn pair(&self, half: Half, step: usize, one: usize) -> f32 {
        let columns = self.count(Half::Second);
        match half {
            Half::First => self.pairs[step * columns + one],
            Half::Second => self.pairs[one * columns + step],
        }
    }

    /// What each step of `half` is worth as a part of one of the other.
    fn parts(&self, half: Half, one: usize) -> &[f32] {
        let count = self.count(half);
        &self.parts[half as usize][one * count..][..count]
    }

    /// What it is worth that a step of `half` belongs together with each of that half.
    fn kin(&self, half: Half, step: usize) -> &[f32] {
        let count = self.count(half);
        &self.within[half as usize].kin[step * count..][..count]
    }

    /// What steps of `half` are worth beside one of the other.
    fn star(&self, half: Half, several: &[usize], one: usize) -> f32 {
        match several {
            [] => return 0.0,
            [step] => return self.pair(half, *step, one),
            _ => {}
        }
        let parts = self.parts(half, one);
        // Each counts beside the one that is closest to it.
        let each = several.iter().map(|i| {
            let (kin, others) = (self.kin(half, *i), several.iter().filter(|j| *j != i));
            parts[*i] + others.map(|j| kin[*j]).fold(0.0, more)
        });
        let together = dot(&self.likeness.together(several, one, half.as_parts()), self.together);
        each.sum::<f32>() + together - self.within[half.other() as usize].alone[one]
    }

    /// Pairs free steps so that the pairs are worth most together; the rest are alone.
    fn assign(&self, rows: &[usize], columns: &[usize], groups: &mut Vec<Group>) {
        let value = |i: usize, j: usize| self.pair(Half::First, rows[i], columns[j]);
        let assigned = assignment::assign(rows.len(), columns.len(), value);
        let mut lonely = vec![true; columns.len()];
        for (i, column) in rows.iter().zip(assigned) {
            column.iter().for_each(|j| lonely[*j] = false);
            let second = column.iter().map(|j| columns[*j]).collect();
            groups.push(Group { first: smallvec![*i], second, ..Group::EMPTY });
        }
        let lonely = columns.iter().zip(lonely).filter(|(_, lonely)| *lonely);
        groups.extend(lonely.map(|(j, _)| Group { second: smallvec![*j], ..Group::EMPTY }));
    }
}
