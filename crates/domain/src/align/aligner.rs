//! Finds the groups of two walks: pairs first, then the steps that join a whole, around what is settled.

use super::likeness::{self, Looks, Weights};
use super::{Confidence, Correspondence, Keys, Origin, Positions, assignment};
use crate::walk::Walk;

/// A group while it is made, in own-order indices.
#[derive(Debug, Clone)]
struct Group {
    first: Vec<usize>,
    second: Vec<usize>,
    origin: Origin,
}

impl Group {
    fn half(&self, half: Half) -> &Vec<usize> {
        match half {
            Half::First => &self.first,
            Half::Second => &self.second,
        }
    }

    /// Every place of a step in it.
    fn places(&self) -> impl Iterator<Item = (Half, usize)> {
        let first = (0..self.first.len()).map(|at| (Half::First, at));
        first.chain((0..self.second.len()).map(|at| (Half::Second, at)))
    }

    fn half_mut(&mut self, half: Half) -> &mut Vec<usize> {
        match half {
            Half::First => &mut self.first,
            Half::Second => &mut self.second,
        }
    }
}

/// What is known of two walks while their steps find each other.
pub(super) struct Aligner<'a> {
    /// Own order → position on the walk.
    order: Positions,
    looks: (Vec<Looks<'a>>, Vec<Looks<'a>>),
    /// In own order: the steps directly before and directly after.
    around: (Vec<Around>, Vec<Around>),
    weights: &'a Weights,
    /// By row: what each pair and part is worth by its own likeness.
    own: Own,
    /// By row: what each pair is worth.
    pairs: Vec<f32>,
    /// By row: what a step of the first side is worth as a part of one of the second; and the reverse.
    parts: (Vec<f32>, Vec<f32>),
}

#[derive(Debug, Default)]
struct Own {
    pairs: Vec<f32>,
    part_of_second: Vec<f32>,
    part_of_first: Vec<f32>,
}

#[derive(Debug, Clone, Default)]
struct Around {
    before: Vec<usize>,
    after: Vec<usize>,
}

/// What a likeness counts for among the surroundings once it has led to no group.
const NOT_GROUPED: f32 = 0.4;

/// How often everything is grouped, each time with what the time before has told.
const ROUNDS: usize = 2;

/// How many steps are moved at most in one round.
const MOST_MOVES: usize = 48;

/// A move that gains less is none: sums of rounded numbers differ by as much.
const LEAST_GAIN: f32 = 1e-3;

impl<'a> Aligner<'a> {
    pub(super) fn new(
        first: &Walk<'a>,
        second: &Walk<'a>,
        order: Positions,
        weights: &'a Weights,
    ) -> Aligner<'a> {
        let (a, b) = likeness::looks(first, second);
        let looks = (arranged(a, &order.0), arranged(b, &order.1));
        let around = (around(first, &order.0), around(second, &order.1));
        let (own, pairs, parts) = (Own::default(), Vec::new(), (Vec::new(), Vec::new()));
        let mut aligner = Aligner { order, looks, around, weights, own, pairs, parts };
        aligner.weigh();
        aligner
    }

    fn columns(&self) -> usize {
        self.looks.1.len()
    }

    fn at(&self, i: usize, j: usize) -> usize {
        i * self.columns() + j
    }

    /// What each pair and each part is worth: by its own likeness, and by that of what stands around.
    fn weigh(&mut self) {
        let each = |value: &dyn Fn(&Looks<'_>, &Looks<'_>) -> f32| -> Vec<f32> {
            self.looks.0.iter().flat_map(|a| self.looks.1.iter().map(move |b| value(a, b))).collect()
        };
        let (pair, part) = (&self.weights.pair, &self.weights.part);
        let own = each(&|a, b| likeness::worth(&likeness::pair(a, b), pair));
        let part_of_second = each(&|a, b| likeness::worth(&likeness::part(a, b), part));
        let part_of_first = each(&|a, b| likeness::worth(&likeness::part(b, a), part));
        // Once for the neighbours, once more for theirs.
        let once = self.with_context(&own, &own, self.weights.context, Part::Neither);
        let twice = self.with_context(&own, &once, self.weights.context, Part::Neither);
        self.own = Own { pairs: own, part_of_second, part_of_first };
        self.look_around(&twice);
    }

    /// What each pair and part is worth where so much is `known` of what stands around.
    fn look_around(&mut self, known: &[f32]) {
        let (own, weights) = (&self.own, self.weights);
        let pairs = self.with_context(&own.pairs, known, weights.context, Part::Neither);
        let parts = (
            self.with_context(&own.part_of_second, known, weights.part_context, Part::First),
            self.with_context(&own.part_of_first, known, weights.part_context, Part::Second),
        );
        (self.pairs, self.parts) = (pairs, parts);
    }

    /// Looks around again once there are groups: what is in one group is known to be alike, and what is
    /// not counts for less than it looks.
    fn look_around_again(&mut self, groups: &[Group]) {
        let most: f32 = self.weights.pair.iter().sum();
        let mut known: Vec<f32> = self.pairs.iter().map(|value| value * NOT_GROUPED).collect();
        for group in groups {
            for (i, j) in group.first.iter().flat_map(|i| group.second.iter().map(move |j| (*i, *j))) {
                known[self.at(i, j)] = most;
            }
        }
        self.look_around(&known);
    }

    /// Adds to `own` how alike the surroundings are by what is `known`. Beside a part may stand another
    /// part of the same whole, so the whole itself counts among what is around it.
    fn with_context(&self, own: &[f32], known: &[f32], weight: f32, part: Part) -> Vec<f32> {
        let most: f32 = self.weights.pair.iter().sum();
        let mut values = own.to_vec();
        for i in 0..self.looks.0.len() {
            for j in 0..self.columns() {
                let (a, b) = (&self.around.0[i], &self.around.1[j]);
                let best = |of: &[usize], among: &[usize]| -> f32 {
                    if of.is_empty() && among.is_empty() {
                        return 0.5;
                    }
                    let near = of.iter().flat_map(|x| among.iter().map(|y| known[self.at(*x, *y)]));
                    let siblings_of_i =
                        of.iter().filter(|_| part == Part::First).map(|x| known[self.at(*x, j)]);
                    let siblings_of_j =
                        among.iter().filter(|_| part == Part::Second).map(|y| known[self.at(i, *y)]);
                    near.chain(siblings_of_i).chain(siblings_of_j).fold(0.0, f32::max) / most
                };
                let context = (best(&a.before, &b.before) + best(&a.after, &b.after)) / 2.0;
                values[self.at(i, j)] += weight * context;
            }
        }
        values
    }

    /// What a group is worth: a pair by the likeness of the two, several beside one by how much each
    /// looks like a part of it and belongs to the others; a step alone nothing.
    fn value(&self, group: &Group) -> f32 {
        match (group.first.as_slice(), group.second.as_slice()) {
            ([], _) | (_, []) => 0.0,
            ([i], [j]) => self.pairs[self.at(*i, *j)] - self.weights.pair_least,
            (several, [j]) => {
                let own: f32 = several.iter().map(|i| self.parts.0[self.at(*i, *j)]).sum();
                own + self.kinship(several, Half::First) - several.len() as f32 * self.weights.part_least
            }
            ([i], several) => {
                let own: f32 = several.iter().map(|j| self.parts.1[self.at(*i, *j)]).sum();
                own + self.kinship(several, Half::Second) - several.len() as f32 * self.weights.part_least
            }
            _ => f32::NEG_INFINITY,
        }
    }

    /// How much steps of one side belong together: one after the other or side by side, by the same
    /// people, on the same level.
    fn kinship(&self, steps: &[usize], half: Half) -> f32 {
        let (looks, around) = match half {
            Half::First => (&self.looks.0, &self.around.0),
            Half::Second => (&self.looks.1, &self.around.1),
        };
        let kin = |i: usize, j: usize| {
            let next = around[i].before.contains(&j) || around[i].after.contains(&j);
            let beside = around[i].before == around[j].before || around[i].after == around[j].after;
            let (a, b) = (&looks[i], &looks[j]);
            let alike = a.step.side == b.step.side && a.step.actor == b.step.actor;
            let level = 1.0 - (a.position - b.position).abs();
            let together = a.step.place == b.step.place;
            let same_act = a.name.acts & b.name.acts != 0;
            (yes(next || beside) + yes(alike) + yes(together) + yes(same_act) + level) / 5.0
        };
        let closest = |i: &usize| steps.iter().filter(|j| *j != i).map(|j| kin(*i, *j)).fold(0.0, f32::max);
        self.weights.cohesion * steps.iter().map(closest).sum::<f32>()
    }

    pub(super) fn run(mut self, keys: Keys, pinned: Vec<Positions>) -> Vec<Correspondence> {
        let settled = self.settled(keys, pinned);
        let mut groups = self.solve(settled.clone());
        for _ in 1..ROUNDS {
            self.look_around_again(&groups);
            groups = self.solve(settled.clone());
        }
        groups.into_iter().map(|group| self.correspondence(group)).collect()
    }

    /// All groups around those that are settled.
    fn solve(&self, mut groups: Vec<Group>) -> Vec<Group> {
        let free = |half: Half, count: usize| -> Vec<usize> {
            (0..count).filter(|step| !groups.iter().any(|group| group.half(half).contains(step))).collect()
        };
        let (rows, columns) = (free(Half::First, self.looks.0.len()), free(Half::Second, self.columns()));
        self.assign(&rows, &columns, &mut groups);
        self.improve(&mut groups);
        groups
    }

    /// What persons and keys have settled already.
    fn settled(&self, keys: Keys, pinned: Vec<Positions>) -> Vec<Group> {
        let own = |order: &[usize], walk: Vec<usize>| -> Vec<usize> {
            walk.into_iter().filter_map(|at| order.iter().position(|i| *i == at)).collect()
        };
        let mut groups: Vec<Group> = pinned
            .into_iter()
            .map(|(a, b)| Group {
                first: own(&self.order.0, a),
                second: own(&self.order.1, b),
                origin: Origin::Pinned,
            })
            .collect();
        if keys == Keys::Foreign {
            return groups;
        }
        let taken =
            |groups: &[Group], half: Half, step: usize| groups.iter().any(|g| g.half(half).contains(&step));
        for (i, a) in self.looks.0.iter().enumerate() {
            let same = self.looks.1.iter().position(|b| a.step.key == b.step.key);
            if let Some(j) = same
                && !taken(&groups, Half::First, i)
                && !taken(&groups, Half::Second, j)
            {
                groups.push(Group { first: vec![i], second: vec![j], origin: Origin::Key });
            }
        }
        groups
    }

    /// Pairs free steps so that the pairs are worth most together; the rest are alone.
    fn assign(&self, rows: &[usize], columns: &[usize], groups: &mut Vec<Group>) {
        let value = |i: usize, j: usize| self.pairs[self.at(rows[i], columns[j])] - self.weights.pair_least;
        let assigned = assignment::assign(rows.len(), columns.len(), value);
        let origin = Origin::Likeness;
        let lonely = (0..columns.len()).filter(|j| !assigned.contains(&Some(*j)));
        let lonely = lonely.map(|j| Group { first: Vec::new(), second: vec![columns[j]], origin });
        let second = |column: &Option<usize>| column.iter().map(|j| columns[*j]).collect();
        let rows = rows.iter().zip(&assigned);
        groups.extend(rows.map(|(i, column)| Group { first: vec![*i], second: second(column), origin }));
        groups.extend(lonely);
    }

    /// Moves single steps to where all groups together are worth more, the move that gains most first,
    /// until none gains: so steps join a whole they are a part of, leave it, or find another partner.
    fn improve(&self, groups: &mut Vec<Group>) {
        for _ in 0..MOST_MOVES {
            let values: Vec<f32> = groups.iter().map(|group| self.value(group)).collect();
            let mut best: Option<(f32, Move)> = None;
            let mut consider = |gain: f32, step: Move| {
                if gain > LEAST_GAIN && best.as_ref().is_none_or(|(known, _)| gain > *known) {
                    best = Some((gain, step));
                }
            };
            for (from, group) in groups.iter().enumerate() {
                for (half, at) in group.places() {
                    let Some(left) = self.leaving(group, half, at, values[from]) else { continue };
                    consider(left, Move { from, half, at, to: groups.len() });
                    for (to, other) in groups.iter().enumerate() {
                        if to != from && takes(other, half) {
                            let joined = self.joining(other, half, group.half(half)[at]) - values[to];
                            consider(left + joined, Move { from, half, at, to });
                        }
                    }
                }
            }
            let Some((_, step)) = best else { return };
            step.make(groups);
        }
    }

    /// What the group gains when a step leaves it; `None` where it may not.
    fn leaving(&self, group: &Group, half: Half, at: usize, value: f32) -> Option<f32> {
        let firm = match group.origin {
            Origin::Likeness => false,
            Origin::Pinned => true,
            // The key holds one pair together; what joined it later may leave again.
            Origin::Key => at == 0,
        };
        // A whole does not leave its parts.
        if firm || group.half(half.other()).len() > 1 {
            return None;
        }
        let mut rest = group.clone();
        rest.half_mut(half).remove(at);
        Some(self.value(&rest) - value)
    }

    fn joining(&self, group: &Group, half: Half, step: usize) -> f32 {
        let mut grown = group.clone();
        grown.half_mut(half).push(step);
        self.value(&grown)
    }

    fn correspondence(&self, group: Group) -> Correspondence {
        let most: f32 = self.weights.pair.iter().sum::<f32>() - self.weights.pair_least;
        let steps = group.first.len().max(group.second.len()).max(1) as f32;
        let share = (self.value(&group) / steps / most).clamp(0.0, 1.0);
        let confidence = match group.origin {
            Origin::Pinned | Origin::Key => 1_000,
            // Alone is as sure as nothing else being near; half-way is the honest number.
            Origin::Likeness if group.first.is_empty() || group.second.is_empty() => 500,
            Origin::Likeness => 500 + (share * 500.0) as Confidence,
        };
        let positions = |own: Vec<usize>, order: &[usize]| {
            let mut positions: Vec<usize> = own.into_iter().map(|i| order[i]).collect();
            positions.sort_unstable();
            positions
        };
        Correspondence {
            first: positions(group.first, &self.order.0),
            second: positions(group.second, &self.order.1),
            confidence,
            origin: group.origin,
        }
    }
}

fn yes(is: bool) -> f32 {
    if is { 1.0 } else { 0.0 }
}

/// One step goes to another group, or to one of its own.
struct Move {
    from: usize,
    half: Half,
    at: usize,
    to: usize,
}

impl Move {
    fn make(self, groups: &mut Vec<Group>) {
        let step = groups[self.from].half_mut(self.half).remove(self.at);
        if self.to == groups.len() {
            groups.push(Group { first: Vec::new(), second: Vec::new(), origin: Origin::Likeness });
        }
        groups[self.to].half_mut(self.half).push(step);
        groups.retain(|group| !group.first.is_empty() || !group.second.is_empty());
    }
}

/// Which side of a pair is looked at as a part of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Neither,
    First,
    Second,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    First,
    Second,
}

impl Half {
    fn other(self) -> Half {
        match self {
            Half::First => Half::Second,
            Half::Second => Half::First,
        }
    }
}

/// Whether a group may have one more step on this half: there is one step at most on the other.
fn takes(group: &Group, half: Half) -> bool {
    group.origin != Origin::Pinned && group.half(half.other()).len() == 1
}

fn arranged<T>(items: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.iter().filter_map(|i| items[*i].take()).collect()
}

fn around(walk: &Walk<'_>, order: &[usize]) -> Vec<Around> {
    let own = |at: usize| order.iter().position(|i| *i == at);
    let mut around = vec![Around::default(); order.len()];
    for (at, after) in walk.after.iter().enumerate() {
        let Some(here) = own(at) else { continue };
        for before in after.iter().filter_map(|p| own(*p)) {
            around[here].before.push(before);
            around[before].after.push(here);
        }
    }
    for near in &mut around {
        near.before.sort_unstable();
        near.after.sort_unstable();
    }
    around
}
