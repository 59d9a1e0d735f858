//! The best groups for what pairs and parts are worth: an assignment first, then single steps move to where
//! all groups together are worth more.

use std::borrow::Cow;

use super::aligner::{Values, dot};
use super::kinship::Within;
use super::likeness::{As, Likeness, less, more};
use super::looks::Look;
use super::table::exchanged;
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
            let one = others[0];
            let mut join = |step: usize, worth: f32| {
                // Joining for less than nothing is worse than being alone.
                if worth > value + group.bar() {
                    gains.joining.push((half, step, worth - value - group.bar()));
                }
            };
            if mine.is_empty() {
                (0..self.count(half)).for_each(|step| join(step, self.pair(half, step, one)));
                continue;
            }
            let mut grown: Vec<usize> = mine.iter().copied().chain([0]).collect();
            for (step, most) in self.most_worth(half, mine, one, value).enumerate() {
                if most > value && !mine.contains(&step) {
                    grown[mine.len()] = step;
                    join(step, self.star(half, &grown, one));
                }
            }
        }
        gains
    }

    /// By step: more than it and those that are a whole with one, and of that value, can be worth together.
    fn most_worth<'m>(
        &'m self,
        half: Half,
        mine: &'m [usize],
        one: usize,
        value: f32,
    ) -> impl Iterator<Item = f32> + 'm {
        let parts = self.parts(half, one);
        let kin_of_first = self.kin(half, mine[0]);
        let known: f32 = match mine {
            [other] => parts[*other] + self.most_of_two[half.other() as usize][one],
            _ => value + self.most_of_more,
        };
        let known = known + ROUNDED;
        let more_kin = &mine[1..];
        parts.iter().zip(kin_of_first).enumerate().map(move |(step, (part, kin))| {
            // The step counts beside the closest of the others, and each of them beside no other than it.
            let (mut closest, mut closer) = (more(*kin, 0.0), more(*kin, 0.0));
            for other in more_kin {
                let kin = more(self.kin(half, *other)[step], 0.0);
                (closest, closer) = (more(closest, kin), closer + kin);
            }
            known + part + closest + closer
        })
    }

    /// More than two steps can be worth to one as its parts beyond what each is by itself. Each counts beside
    /// the other, or beside none where that is worth less.
    fn most_of_two(&self, half: Half, [i, j]: [usize; 2], one: usize) -> f32 {
        2.0 * more(self.kin(half, i)[j], 0.0) + self.most_of_two[half.other() as usize][one] + ROUNDED
    }

    fn best_moves(&self, groups: &[Group], gains: &[Gains]) -> Option<Moves> {
        let mut best = Best { gain: LEAST_GAIN, moves: None };
        let alone = groups.len() - 1;
        let mut leaving = Half::BOTH.map(|half| Leaving::none(self.count(half)));
        for (from, gains) in gains.iter().enumerate() {
            for (half, step, left) in &gains.leaving {
                leaving[*half as usize].add(from, *step, *left);
                best.offer(*left, || [Some(Move { from, half: *half, step: *step, to: alone }), None]);
            }
        }
        for (to, gains) in gains.iter().enumerate() {
            for (half, step, joined) in &gains.joining {
                let left = leaving[*half as usize].left[*step];
                best.offer(left + joined, || {
                    let from = leaving[*half as usize].from[*step];
                    [Some(Move { from, half: *half, step: *step, to }), None]
                });
            }
        }
        for (to, whole) in groups.iter().enumerate() {
            for half in Half::BOTH {
                if whole.takes(half) && whole.half(half).is_empty() {
                    let one = whole.half(half.other())[0];
                    self.two_at_once((half, one), to, &leaving[half as usize], &mut best);
                }
            }
        }
        best.moves
    }

    /// Two steps at once join a third that is alone: neither might by itself.
    fn two_at_once(&self, (half, one): (Half, usize), to: usize, leaving: &Leaving, best: &mut Best) {
        let parts = self.parts(half, one);
        let closest = &self.within[half as usize].closest;
        let most_of_two = self.most_of_two[half.other() as usize][one] + ROUNDED;
        // Neither belongs to the other more than to the closest.
        let [most, next] = two_greatest([parts, &leaving.left, closest]);
        if most + next + most_of_two <= best.gain {
            return;
        }
        let alone = |step: usize| leaving.left[step] + parts[step];
        let might = |step: &usize| alone(*step) + closest[*step] + most + most_of_two > best.gain;
        let steps: Vec<usize> = (0..parts.len()).filter(might).collect();
        for (n, i) in steps.iter().enumerate() {
            for j in &steps[n + 1..] {
                let (from, also_from) = (leaving.from[*i], leaving.from[*j]);
                let most = self.most_of_two(half, [*i, *j], one);
                if from == also_from || alone(*i) + alone(*j) + most <= best.gain {
                    continue;
                }
                let gain = leaving.left[*i] + leaving.left[*j] + self.star(half, &[*i, *j], one);
                best.offer(gain, || {
                    let first = Move { from, half, step: *i, to };
                    [Some(first), Some(Move { from: also_from, half, step: *j, to })]
                });
            }
        }
    }
}

/// The steps of a half that may leave their groups.
struct Leaving {
    /// By step: the group that it is in.
    from: Vec<usize>,
    /// By step: what that group gains when it leaves; less than anything where it may not.
    left: Vec<f32>,
}

impl Leaving {
    fn none(steps: usize) -> Leaving {
        Leaving { from: vec![0; steps], left: vec![f32::NEG_INFINITY; steps] }
    }

    fn add(&mut self, from: usize, step: usize, left: f32) {
        (self.from[step], self.left[step]) = (from, left);
    }
}

/// How many numbers are looked at side by side.
const LANES: usize = 8;

/// The greatest sum of three numbers that stand at one place, and the next.
fn two_greatest([a, b, c]: [&[f32]; 3]) -> [f32; 2] {
    let mut greatest = [[f32::NEG_INFINITY; LANES]; 2];
    let mut take = |lane: usize, sum: f32| {
        let [most, next] = &mut greatest;
        next[lane] = more(next[lane], less(sum, most[lane]));
        most[lane] = more(most[lane], sum);
    };
    let (chunks, rest) = (a.len() / LANES * LANES, a.len() % LANES);
    for from in (0..chunks).step_by(LANES) {
        let [a, b, c] = [a, b, c].map(|numbers| &numbers[from..from + LANES]);
        (0..LANES).for_each(|lane| take(lane, a[lane] + b[lane] + c[lane]));
    }
    (0..rest).for_each(|lane| take(lane, a[chunks + lane] + b[chunks + lane] + c[chunks + lane]));
    let [most, next] = greatest;
    most.into_iter()
        .chain(next)
        .fold([f32::NEG_INFINITY; 2], |[most, next], sum| [more(most, sum), more(next, less(sum, most))])
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::aligner::Aligner;
    use crate::align::looks::Looks;
    use crate::align::weights::{WEIGHTS, Weights};
    use crate::walk::easiest_walk;
    use crate::{Answers, Service};

    fn service(side: &str) -> Service {
        let pair = "../../tests/alignment/pairs/07-residence-permit";
        let file = format!("{}/{pair}/{side}.json", env!("CARGO_MANIFEST_DIR"));
        Service::parse(&std::fs::read_to_string(file).expect("it is there")).expect("it is a service")
    }

    /// Whatever belonging together is worth: a bound that is too low would hide the best groups.
    #[test]
    fn no_bound_is_below_what_it_bounds() {
        let services = ["before", "after"].map(service);
        let walks = services.each_ref().map(|service| {
            easiest_walk(service, &service.versions[0], &Answers::new()).expect("it has one walk")
        });
        let looks = walks.each_ref().map(Looks::of);
        for sign in [1.0, -1.0] {
            let kinship = WEIGHTS.kinship.map(|worth| sign * worth);
            let weights = Weights { kinship, ..WEIGHTS.clone() };
            let aligner = Aligner::weighing(&looks[0], &looks[1], &weights);
            let values = aligner.with_surroundings(&aligner.at_first());
            let solver = aligner.solver(&values);
            for half in Half::BOTH {
                for one in 0..solver.count(half.other()) {
                    bounds_hold(&solver, half, one);
                }
            }
        }
    }

    fn bounds_hold(solver: &Solver<'_>, half: Half, one: usize) {
        let (parts, count) = (solver.parts(half, one), solver.count(half));
        let closest = &solver.within[half as usize].closest;
        for (i, j) in (0..count).flat_map(|i| (0..i).map(move |j| (i, j))) {
            let two = solver.star(half, &[i, j], one);
            let beyond = two - parts[i] - parts[j];
            assert!(beyond <= solver.most_of_two(half, [i, j], one));
            let most = solver.most_of_two[half.other() as usize][one] + ROUNDED;
            assert!(beyond <= closest[i] + closest[j] + most);
            let pair = solver.pair(half, i, one);
            assert!(two <= solver.most_worth(half, &[i], one, pair).nth(j).expect("it is there"));
            let mine = [i, j];
            let three = solver.most_worth(half, &mine, one, two).enumerate();
            for (step, most) in three.filter(|(step, _)| !mine.contains(step)) {
                assert!(solver.star(half, &[i, j, step], one) <= most);
            }
        }
    }

    #[test]
    fn the_two_greatest_sums_are_found_wherever_they_stand() {
        for (count, at, also) in [(2, 0, 1), (9, 8, 0), (16, 3, 11), (19, 17, 18)] {
            let mut numbers = vec![-1.0; count];
            (numbers[at], numbers[also]) = (2.0, 1.0);
            let nothing = vec![0.0; count];
            assert_eq!(two_greatest([&numbers, &nothing, &nothing]), [2.0, 1.0]);
        }
        assert_eq!(two_greatest([&[], &[], &[]]), [f32::NEG_INFINITY; 2]);
    }
}
