//! Moves single steps between groups, or two at once, to where all groups together are worth more. What a move
//! is worth at most is told first, so that only those are weighed that might gain.

use smallvec::SmallVec;

use super::super::Few;
use super::super::features::LANES;
use super::super::likeness::{less, more};
use super::{Group, Half, Solver};

/// How many times steps are moved at most in one round.
const MOST_MOVES: usize = 256;

/// A move that gains less is none: sums of rounded numbers differ by as much.
const LEAST_GAIN: f32 = 1e-3;

/// How much further than told a bound may lie that adds the same numbers in another order.
const ROUNDED: f32 = 1e-3;

impl Solver<'_> {
    /// Moves steps to where all groups together are worth more, the move that gains most first, until none
    /// gains: so steps join a whole they are a part of, leave it, or find another partner.
    pub(super) fn improve(&self, groups: &mut Vec<Group>) {
        // The last group is empty: there a step may always go to be alone.
        groups.push(Group::EMPTY);
        let mut gains: Vec<Gains> = groups.iter().map(|group| self.gains(group)).collect();
        let mut leaving = Half::BOTH.map(|half| Leaving::none(self.count(half)));
        for _ in 0..MOST_MOVES {
            let Some(moves) = self.best_moves(groups, &gains, &mut leaving) else { break };
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
                let rest: Few<usize> = mine.iter().copied().filter(|other| other != step).collect();
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
            let mut grown: Few<usize> = mine.iter().copied().chain([0]).collect();
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

    /// The moves that gain most; which steps may leave is written to `leaving`.
    fn best_moves(&self, groups: &[Group], gains: &[Gains], leaving: &mut [Leaving; 2]) -> Option<Moves> {
        let mut best = Best { gain: LEAST_GAIN, moves: None };
        let alone = groups.len() - 1;
        leaving.iter_mut().for_each(|leaving| leaving.left.fill(f32::NEG_INFINITY));
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
    leaving: Few<(Half, usize, f32)>,
    /// The steps by which it would gain.
    joining: SmallVec<[(Half, usize, f32); 4]>,
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
