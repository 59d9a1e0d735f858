//! The best groups for what pairs and parts are worth: an assignment first, then single steps move to where
//! all groups together are worth more.

use super::aligner::{Values, dot};
use super::kinship::Within;
use super::likeness::{As, Likeness};
use super::looks::Look;
use super::weights::TOGETHER;
use super::{Origin, assignment};

/// A group while it is made, in own-order indices.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) first: Vec<usize>,
    pub(super) second: Vec<usize>,
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
    const EMPTY: Group = Group { first: Vec::new(), second: Vec::new(), origin: Origin::Likeness };

    pub(super) fn half(&self, half: Half) -> &Vec<usize> {
        match half {
            Half::First => &self.first,
            Half::Second => &self.second,
        }
    }

    fn half_mut(&mut self, half: Half) -> &mut Vec<usize> {
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
    values: &'s Values,
    within: [&'s Within; 2],
    together: &'s [f32; TOGETHER],
    /// Of either side: the most that two steps can be worth to each as its parts, beside what they are worth
    /// by themselves and by belonging together.
    most_of_two: [Vec<f32>; 2],
    /// The most that one step more can be worth to several, beside the same.
    most_of_more: f32,
    /// Of either half: the most that any two steps of it can be worth to each of the other.
    most_of_any_two: [Vec<f32>; 2],
}

/// How many times steps are moved at most in one round.
const MOST_MOVES: usize = 256;

/// What a step must be worth beyond others to join two whose key was kept.
const KEPT: f32 = 4.0;

/// A move that gains less is none: sums of rounded numbers differ by as much.
const LEAST_GAIN: f32 = 1e-3;

/// How much further than told a bound may lie that adds the same numbers in another order.
const ROUNDED: f32 = 1e-3;

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
        let most_of_more = Likeness::most_by_one_more(together);
        let most_of_any_two = Default::default();
        let solver =
            Solver { likeness, values, within, together, most_of_two, most_of_more, most_of_any_two };
        Solver { most_of_any_two: Half::BOTH.map(|half| solver.most_of_any_two(half)), ..solver }
    }

    /// More than any two steps of a half can be worth to each of the other as its parts: belonging together
    /// counts once for either of them, and neither belongs to the other more than to the closest.
    fn most_of_any_two(&self, half: Half) -> Vec<f32> {
        let parts = &self.values[half.as_parts() as usize];
        let mut best = vec![[f32::NEG_INFINITY; 2]; self.count(half.other())];
        for (step, closest) in self.within[half as usize].closest.iter().enumerate() {
            for (one, [most, next]) in best.iter_mut().enumerate() {
                let worth = parts[self.at(half, step, one)] + closest;
                *next = next.max(worth.min(*most));
                *most = most.max(worth);
            }
        }
        let others = self.most_of_two[half.other() as usize].iter();
        best.into_iter().zip(others).map(|([most, next], other)| most + next + other + ROUNDED).collect()
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

    /// The cell of a step of `half` and one of the other.
    fn at(&self, half: Half, step: usize, one: usize) -> usize {
        let columns = self.count(Half::Second);
        match half {
            Half::First => step * columns + one,
            Half::Second => one * columns + step,
        }
    }

    /// What steps of `half` are worth beside one of the other.
    fn star(&self, half: Half, several: &[usize], one: usize) -> f32 {
        match several {
            [] => return 0.0,
            [step] => return self.values[As::Pair as usize][self.at(half, *step, one)],
            _ => {}
        }
        let seen = half.as_parts();
        let parts = &self.values[seen as usize];
        let (kin, count) = (&self.within[half as usize].kin, self.count(half));
        // Each counts beside the one that is closest to it.
        let each = several.iter().map(|i| {
            let others = several.iter().filter(|j| *j != i);
            parts[self.at(half, *i, one)] + others.map(|j| kin[i * count + j]).fold(0.0, f32::max)
        });
        let together = dot(&self.likeness.together(several, one, seen), self.together);
        each.sum::<f32>() + together - self.within[half.other() as usize].alone[one]
    }

    /// Pairs free steps so that the pairs are worth most together; the rest are alone.
    fn assign(&self, rows: &[usize], columns: &[usize], groups: &mut Vec<Group>) {
        let pairs = &self.values[As::Pair as usize];
        let value = |i: usize, j: usize| pairs[self.at(Half::First, rows[i], columns[j])];
        let assigned = assignment::assign(rows.len(), columns.len(), value);
        let mut lonely = vec![true; columns.len()];
        for (i, column) in rows.iter().zip(assigned) {
            column.iter().for_each(|j| lonely[*j] = false);
            let second = column.iter().map(|j| columns[*j]).collect();
            groups.push(Group { first: vec![*i], second, ..Group::EMPTY });
        }
        let lonely = columns.iter().zip(lonely).filter(|(_, lonely)| *lonely);
        groups.extend(lonely.map(|(j, _)| Group { second: vec![*j], ..Group::EMPTY }));
    }

    /// Moves steps to where all groups together are worth more, the move that gains most first, until none
    /// gains: so steps join a whole they are a part of, leave it, or find another partner.
    fn improve(&self, groups: &mut Vec<Group>) {
        // The last group is empty: there a step may always go to be alone.
        groups.push(Group::EMPTY);
        let mut gains: Vec<Gains> = groups.iter().map(|group| self.gains(group)).collect();
        for _ in 0..MOST_MOVES {
            let Some(moves) = self.best_moves(groups, &gains) else { break };
            for Move { from, half, step, to } in moves.into_iter().flatten() {
                groups[from].half_mut(half).retain(|other| *other != step);
                groups[to].half_mut(half).push(step);
                for changed in [from, to] {
                    gains[changed] = self.gains(&groups[changed]);
                }
            }
            if !groups.last().is_some_and(Group::is_empty) {
                groups.push(Group::EMPTY);
                gains.push(self.gains(&Group::EMPTY));
            }
        }
        groups.retain(|group| !group.is_empty());
    }

    /// What a group gains when a step leaves it or joins it.
    fn gains(&self, group: &Group) -> Gains {
        let value = self.value(group);
        let mut gains = Gains::default();
        for half in Half::BOTH {
            let (mine, others) = (group.half(half), group.half(half.other()));
            for step in group.free(half) {
                let rest: Vec<usize> = mine.iter().copied().filter(|other| other != step).collect();
                let left = others.first().map_or(0.0, |one| self.star(half, &rest, *one));
                gains.leaving.push((half, *step, left - value + group.bar()));
            }
            if !group.takes(half) {
                continue;
            }
            let mut grown = Vec::new();
            for step in (0..self.count(half)).filter(|step| !mine.contains(step)) {
                if self.most_gain(half, mine, step, others[0], value) > 0.0 {
                    grown.clear();
                    grown.extend(mine.iter().copied().chain([step]));
                    let worth = self.star(half, &grown, others[0]);
                    // Joining for less than nothing is worse than being alone.
                    if worth > value + group.bar() {
                        gains.joining.push((half, step, worth - value - group.bar()));
                    }
                }
            }
        }
        gains
    }

    /// More than a step can be worth to a group that it joins.
    fn most_gain(&self, half: Half, mine: &[usize], step: usize, one: usize, value: f32) -> f32 {
        let parts = &self.values[half.as_parts() as usize];
        let part = |step: usize| parts[self.at(half, step, one)];
        match mine {
            [] => f32::INFINITY,
            [other] => part(step) + part(*other) - value + self.most_of_two(half, [step, *other], one),
            several => {
                let kin = &self.within[half as usize].kin[step * self.count(half)..];
                let closest = several.iter().map(|other| kin[*other]).fold(0.0, f32::max);
                let closer: f32 = several.iter().map(|other| kin[*other].max(0.0)).sum();
                part(step) + closest + closer + self.most_of_more
            }
        }
    }

    /// More than two steps can be worth to one as its parts beyond what each is by itself.
    fn most_of_two(&self, half: Half, [i, j]: [usize; 2], one: usize) -> f32 {
        let kinship = self.within[half as usize].kin[i * self.count(half) + j];
        // Each counts beside the one that is closest to it, or beside none where that is worth less.
        2.0 * kinship.max(0.0) + self.most_of_two[half.other() as usize][one]
    }

    fn best_moves(&self, groups: &[Group], gains: &[Gains]) -> Option<Moves> {
        let mut best = Best { gain: LEAST_GAIN, moves: None };
        let alone = groups.len() - 1;
        let mut leaving = Half::BOTH.map(|half| vec![None; self.count(half)]);
        let mut most_left = [0.0_f32; 2];
        for (from, gains) in gains.iter().enumerate() {
            for (half, step, left) in &gains.leaving {
                leaving[*half as usize][*step] = Some((from, *left));
                most_left[*half as usize] = most_left[*half as usize].max(*left);
                best.offer(*left, || [Some(Move { from, half: *half, step: *step, to: alone }), None]);
            }
        }
        for (to, gains) in gains.iter().enumerate() {
            for (half, step, joined) in &gains.joining {
                if let Some((from, left)) = leaving[*half as usize][*step] {
                    best.offer(left + joined, || [Some(Move { from, half: *half, step: *step, to }), None]);
                }
            }
        }
        for (to, whole) in groups.iter().enumerate() {
            for half in Half::BOTH {
                if whole.takes(half) && whole.half(half).is_empty() {
                    let one = whole.half(half.other())[0];
                    let most = self.most_of_any_two[half as usize][one] + 2.0 * most_left[half as usize];
                    if most > best.gain {
                        self.two_at_once((half, one), to, &leaving[half as usize], &mut best);
                    }
                }
            }
        }
        best.moves
    }

    /// Two steps at once join a third that is alone: neither might by itself.
    fn two_at_once(
        &self,
        (half, one): (Half, usize),
        to: usize,
        leaving: &[Option<(usize, f32)>],
        best: &mut Best,
    ) {
        let parts = &self.values[half.as_parts() as usize];
        let worth = |(step, left): (usize, &Option<(usize, f32)>)| {
            let (from, left) = (*left)?;
            let alone = left + parts[self.at(half, step, one)];
            Some((from, step, left, alone))
        };
        let leaving = || leaving.iter().enumerate().filter_map(worth);
        let most_alone = leaving().map(|(.., alone)| alone).fold(f32::NEG_INFINITY, f32::max);
        let might = |step: usize, alone: f32| {
            let most =
                2.0 * self.within[half as usize].closest[step] + self.most_of_two[half.other() as usize][one];
            alone + most_alone + most > best.gain
        };
        let leaving: Vec<_> = leaving().filter(|(_, step, _, alone)| might(*step, *alone)).collect();
        for (n, (from, i, left, alone)) in leaving.iter().enumerate() {
            for (also_from, j, also_left, also_alone) in &leaving[n + 1..] {
                let most = self.most_of_two(half, [*i, *j], one);
                if from == also_from || alone + also_alone + most <= best.gain {
                    continue;
                }
                let gain = left + also_left + self.star(half, &[*i, *j], one);
                best.offer(gain, || {
                    let first = Move { from: *from, half, step: *i, to };
                    [Some(first), Some(Move { from: *also_from, half, step: *j, to })]
                });
            }
        }
    }
}

/// What a group gains by one step more or less.
#[derive(Default)]
struct Gains {
    /// The steps that may leave, and what the group gains by it.
    leaving: Vec<(Half, usize, f32)>,
    /// The steps by which it would gain.
    joining: Vec<(Half, usize, f32)>,
}

/// One step, or two at once, that go to another group.
type Moves = [Option<Move>; 2];

/// What has been found to gain most.
struct Best {
    gain: f32,
    moves: Option<Moves>,
}

impl Best {
    /// Takes what gains more.
    fn offer(&mut self, gain: f32, moves: impl FnOnce() -> Moves) {
        if gain > self.gain {
            *self = Best { gain, moves: Some(moves()) };
        }
    }
}

/// A step goes to another group.
struct Move {
    from: usize,
    half: Half,
    step: usize,
    to: usize,
}
