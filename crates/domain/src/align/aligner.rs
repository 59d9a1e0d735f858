//! Finds the groups of two walks: pairs first, then the steps that join a whole, around what is settled;
//! and again with what the round before has told.

use std::borrow::Cow;

use smallvec::smallvec;

use super::features::Features;
use super::groups::{Group, Half, Solver};
use super::kinship::Within;
use super::likeness::{As, Likeness, apart};
use super::looks::Looks;
use super::surroundings::{Known, Surroundings};
use super::table::Table;
use super::weights::{WAYS, WEIGHTS, Weights, Worth};
use super::{Confidence, Correspondence, Few, Keys, Origin, Positions};

/// What is known of two walks while their steps find each other.
pub(super) struct Aligner<'a> {
    pub(super) likeness: Likeness<'a>,
    pub(super) weights: &'a Weights,
    /// What each cell is worth by itself.
    own: Values,
    /// Of either side: what its steps are worth beside each other, and alone.
    pub(super) within: [Cow<'a, Within>; 2],
}

/// By as what two steps are seen, by row: what they are worth.
pub(super) type Values = [Vec<f32>; 3];

/// What a likeness counts for among the surroundings once it has led to no group.
const NOT_GROUPED: f32 = 0.4;

/// How often everything is grouped, each time with what the time before has told.
pub(super) const ROUNDS: usize = 3;

impl<'a> Aligner<'a> {
    pub(super) fn new(first: &'a Looks<'a>, second: &'a Looks<'a>) -> Aligner<'a> {
        let within = [first, second].map(|looks| Cow::Borrowed(&looks.within));
        Aligner::with(first, second, &WEIGHTS, within)
    }

    /// With other weights than those in use.
    #[cfg(test)]
    pub(super) fn weighing(first: &'a Looks<'a>, second: &'a Looks<'a>, weights: &'a Weights) -> Aligner<'a> {
        let within = [first, second].map(|looks| Cow::Owned(Within::of(&looks.steps, weights)));
        Aligner::with(first, second, weights, within)
    }

    fn with(
        first: &'a Looks<'a>,
        second: &'a Looks<'a>,
        weights: &'a Weights,
        within: [Cow<'a, Within>; 2],
    ) -> Aligner<'a> {
        let likeness = Likeness::of(first, second);
        let own = own_values(&likeness, weights, [&within[0].alone, &within[1].alone]);
        Aligner { likeness, weights, own, within }
    }

    pub(super) fn run(&self, keys: Keys, pinned: Vec<Positions>) -> Vec<Correspondence> {
        let settled = self.settled(keys, pinned);
        let mut known = self.at_first();
        for _ in 1..ROUNDS {
            let values = self.with_surroundings(&known);
            let groups = self.solver(&values).solve(settled.clone());
            known = self.after(&values, groups);
        }
        let values = self.with_surroundings(&known);
        let solver = self.solver(&values);
        let groups = solver.solve(settled);
        groups.into_iter().map(|group| self.correspondence(&solver, group)).collect()
    }

    /// By row: what each pair is worth before anything is known of what stands around.
    pub(super) fn pair_values(&self) -> Vec<Vec<f32>> {
        let columns = self.likeness.second.steps.len().max(1);
        self.own[As::Pair as usize].chunks(columns).map(<[f32]>::to_vec).collect()
    }

    pub(super) fn solver<'s>(&'s self, values: &'s Values) -> Solver<'s> {
        Solver::new(&self.likeness, values, [&self.within[0], &self.within[1]], &self.weights.together)
    }

    /// Before anything is grouped: likeness by itself, then with that of the neighbours, then of theirs.
    pub(super) fn at_first(&self) -> Known {
        let mut known =
            Known { alike: self.own[As::Pair as usize].iter().map(sure).collect(), groups: Vec::new() };
        for _ in 0..2 {
            let surroundings = self.surroundings(&known);
            known.alike = self.worth(As::Pair, &surroundings).iter().map(sure).collect();
        }
        known
    }

    /// Once there are groups: what is in one group is known to be alike, and what is not counts for less
    /// than it looks.
    pub(super) fn after(&self, values: &Values, groups: Vec<Group>) -> Known {
        let pairs = values[As::Pair as usize].iter();
        let mut alike: Vec<f32> = pairs.map(|value| NOT_GROUPED * sure(value)).collect();
        let columns = self.likeness.second.steps.len();
        groups.iter().flat_map(Group::cells).for_each(|(i, j)| alike[i * columns + j] = 1.0);
        Known { alike, groups }
    }

    pub(super) fn surroundings(&self, known: &Known) -> Surroundings {
        Surroundings::of(self.likeness.first, self.likeness.second, known)
    }

    pub(super) fn with_surroundings(&self, known: &Known) -> Values {
        let surroundings = self.surroundings(known);
        As::ALL.map(|seen| self.worth(seen, &surroundings))
    }

    fn worth(&self, seen: As, surroundings: &Surroundings) -> Vec<f32> {
        let weights = &self.weights.of(seen).surroundings;
        surroundings.worth(&self.own[seen as usize], seen, weights)
    }

    /// What persons and keys have settled already.
    fn settled(&self, keys: Keys, pinned: Vec<Positions>) -> Vec<Group> {
        let (first, second) = (self.likeness.first, self.likeness.second);
        let own = |looks: &Looks<'_>, walk: Vec<usize>| -> Few<usize> {
            walk.into_iter().filter_map(|at| looks.order.iter().position(|i| *i == at)).collect()
        };
        let pinned = pinned.into_iter().map(|(a, b)| Group {
            first: own(first, a),
            second: own(second, b),
            origin: Origin::Pinned,
        });
        let mut groups: Vec<Group> = pinned.collect();
        if keys == Keys::Foreign {
            return groups;
        }
        let taken =
            |groups: &[Group], half: Half, step: usize| groups.iter().any(|g| g.half(half).contains(&step));
        for (i, a) in first.steps.iter().enumerate() {
            let same = second.steps.iter().position(|b| a.step.key == b.step.key);
            if let Some(j) = same
                && !taken(&groups, Half::First, i)
                && !taken(&groups, Half::Second, j)
            {
                groups.push(Group { first: smallvec![i], second: smallvec![j], origin: Origin::Key });
            }
        }
        groups
    }

    fn correspondence(&self, solver: &Solver<'_>, group: Group) -> Correspondence {
        let steps = group.first.len().max(group.second.len()).max(1) as f32;
        let confidence = match group.origin {
            Origin::Pinned | Origin::Key => 1_000,
            // Alone is as sure as nothing else being near; half-way is the honest number.
            Origin::Likeness if !group.is_whole() => 500,
            Origin::Likeness => {
                (sure(&(solver.value(&group) / steps)).clamp(0.5, 1.0) * 1_000.0) as Confidence
            }
        };
        let positions = |own: Few<usize>, looks: &Looks<'_>| {
            let mut positions: Vec<usize> = own.into_iter().map(|i| looks.order[i]).collect();
            positions.sort_unstable();
            positions
        };
        Correspondence {
            first: positions(group.first, self.likeness.first),
            second: positions(group.second, self.likeness.second),
            confidence,
            origin: group.origin,
        }
    }
}

/// What each cell is worth more than the steps alone: both of a pair, and of a part the part.
fn own_values(likeness: &Likeness<'_>, weights: &Weights, alone: [&[f32]; 2]) -> Values {
    let (rows, columns) = (likeness.first.steps.len(), likeness.second.steps.len());
    // Of the acts that both do, and of those that only one does, by as what the two are seen.
    let kinds = [&likeness.first.traits.acts, &likeness.second.traits.acts];
    let acts = Table::of(kinds, |i, j| {
        let (a, b) = (likeness.first.steps[i].name.acts, likeness.second.steps[j].name.acts);
        As::ALL.map(|seen| {
            let Worth { acts, apart: alone, .. } = weights.of(seen);
            [(a & b, acts), (apart(a, b, seen), alone)]
                .map(|(done, worth)| bits(done).map(|act| worth[act]).sum::<f32>())
        })
    });
    let ways = &likeness.second.traits.way;
    let (mut same, mut texts) = (Features::of(columns), Features::of(columns));
    let mut worth = [(); 3].map(|()| vec![0.0; columns]);
    let mut values = [(); 3].map(|()| Vec::with_capacity(rows * columns));
    for i in 0..rows {
        likeness.same(i, &mut same);
        let [of_texts, of_pair, of_part] = &mut worth;
        same.worth(&weights.pair.same, of_pair);
        same.worth(&weights.part.same, of_part);
        for seen in As::ALL {
            let weights = weights.of(seen);
            likeness.texts(i, seen, &mut texts);
            texts.worth(&weights.texts, of_texts);
            let of_way: [f32; WAYS] = std::array::from_fn(|theirs| {
                weights.ways[Likeness::ways(likeness.first.traits.way[i], theirs, seen)]
            });
            let (same, mine, theirs) = match seen {
                As::Pair => (&of_pair, alone[0][i], 1.0),
                As::PartOfSecond => (&of_part, alone[0][i], 0.0),
                As::PartOfFirst => (&of_part, 0.0, 1.0),
            };
            let cells = same.iter().zip(of_texts.iter()).zip(acts.row(i)).zip(ways).zip(alone[1]);
            values[seen as usize].extend(cells.map(|((((same, texts), acts), way), alone)| {
                let [acts, apart] = acts[seen as usize];
                same + texts + acts + apart + of_way[*way] - (mine + theirs * alone) - weights.least
            }));
        }
    }
    values
}

/// The bits of a number that are set, the lowest first.
pub(super) fn bits(mut number: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (number != 0).then(|| number.trailing_zeros() as usize)?;
        number &= number - 1;
        Some(bit)
    })
}

/// From 0 to 1: how sure a value makes. Without `exp`, which machines round differently.
fn sure(value: &f32) -> f32 {
    0.5 + 0.5 * value / (1.0 + value.abs())
}

/// What features are worth.
pub(super) fn dot<const N: usize>(features: &[f32; N], weights: &[f32; N]) -> f32 {
    features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum()
}
