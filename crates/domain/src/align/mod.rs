//! Which steps of two versions correspond, without relying on their keys.
//!
//! Steps whose author kept the key correspond. The others are told by likeness ([`likeness`]): of name,
//! act, actor, place, way, papers, outputs, rule, and of what stands before and after. First an optimal
//! assignment ([`assignment`]) pairs steps one to one; then steps that are left, or badly paired, join
//! the group that they look like a part of (合并, 拆分). Pins set by a person go before everything.
//!
//! Three laws hold by construction: the order of lists does not matter, because steps are put into an
//! order of their own first; exchanging the sides mirrors the result, because the two sides too are put
//! into an order of their own; each step is in exactly one group.

pub mod assignment;
mod lexicon;
pub mod likeness;
pub mod papers;
pub mod places;
pub mod text;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::key::StepKey;
use crate::step::Step;
use crate::walk::Walk;
use likeness::{Looks, Weights};

/// A person's decision: these steps correspond, whatever they look like. One step on one side at most
/// may stand beside several; a side may be empty, which says that the steps of the other are alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// Steps of the first version.
    pub first: Vec<StepKey>,
    /// Steps of the second version.
    pub second: Vec<StepKey>,
}

/// Why pins can't be obeyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PinError {
    /// This step is not on the walk of its side.
    UnknownStep(StepKey),
    /// This step is pinned more than once.
    PinnedTwice(StepKey),
    /// A pin names no step, or several on both sides.
    NoGroup,
}

impl fmt::Display for PinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PinError::UnknownStep(key) => write!(f, "a pin names the step `{key}`, which is not there"),
            PinError::PinnedTwice(key) => write!(f, "the step `{key}` is pinned more than once"),
            PinError::NoGroup => {
                write!(f, "a pin joins one step with one or several, or says of one step that it is alone")
            }
        }
    }
}

impl std::error::Error for PinError {}

/// Steps that correspond: their positions on the two walks.
#[derive(Debug, Clone, PartialEq)]
pub struct Correspondence {
    /// On the first walk, ascending.
    pub first: Vec<usize>,
    /// On the second walk, ascending.
    pub second: Vec<usize>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Whether a person, or the authors' keys, said so.
    pub origin: Origin,
}

/// How sure a correspondence is, in thousandths: 1000 where a person or the keys say so.
pub type Confidence = u16;

/// What a correspondence rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A person said so.
    Pinned,
    /// The authors kept the key.
    Key,
    /// Likeness.
    Likeness,
}

const WEIGHTS: Weights = Weights {
    pair: [0.97, 1.56, 1.45, 0.64, 0.87, 0.02, 0.24, 0.14, 0.38, 0.03, 1.28, 0.30, 0.36, 0.57, 0.53, 0.06],
    pair_least: 3.03,
    part: [0.88, 1.17, 1.13, 0.09, 0.36, 0.54, 0.44, 0.03, 0.01, 0.22, 0.86, 0.20, 0.24, 0.00, 0.30, 0.20],
    part_least: 3.33,
    context: 1.07,
    part_context: 0.44,
    cohesion: 0.65,
};

/// Whether the keys of two versions speak of the same things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// One author kept them: a key on both sides is one step.
    Shared,
    /// They come from different files and mean nothing to each other.
    Foreign,
}

/// The correspondences of two walks around what is pinned. Every step of either is in exactly one.
pub(crate) fn align(
    first: &Walk<'_>,
    second: &Walk<'_>,
    keys: Keys,
    pinned: Vec<Positions>,
) -> Vec<Correspondence> {
    align_weighted(first, second, keys, pinned, &WEIGHTS)
}

/// See [`align`].
#[doc(hidden)]
pub fn align_weighted(
    first: &Walk<'_>,
    second: &Walk<'_>,
    keys: Keys,
    pinned: Vec<Positions>,
    weights: &Weights,
) -> Vec<Correspondence> {
    let order = (in_own_order(first), in_own_order(second));
    Aligner::new(first, second, order, weights).run(keys, pinned)
}

/// Whether, of two versions, this one is looked at first: by what they say, and by keys only between two
/// that say the same.
pub(crate) fn comes_first(first: &Walk<'_>, second: &Walk<'_>) -> bool {
    content(first) <= content(second)
}

/// Steps that were pinned together, by position on their walks.
pub type Positions = (Vec<usize>, Vec<usize>);

/// What a person pinned, once it is known to be possible.
pub(crate) fn pinned_groups(
    first: &Walk<'_>,
    second: &Walk<'_>,
    pins: &[Pin],
) -> Result<Vec<Positions>, PinError> {
    let (mut seen_first, mut seen_second) = (Vec::new(), Vec::new());
    let mut groups = Vec::new();
    for pin in pins {
        if pin.first.len().min(pin.second.len()) > 1 || pin.first.len() + pin.second.len() == 0 {
            return Err(PinError::NoGroup);
        }
        let group = (
            positions(first, &pin.first, &mut seen_first)?,
            positions(second, &pin.second, &mut seen_second)?,
        );
        match group {
            // Several steps that are alone are each alone.
            (alone, none) if none.is_empty() => {
                groups.extend(alone.into_iter().map(|i| (vec![i], Vec::new())))
            }
            (none, alone) if none.is_empty() => {
                groups.extend(alone.into_iter().map(|j| (Vec::new(), vec![j])))
            }
            group => groups.push(group),
        }
    }
    Ok(groups)
}

fn positions(walk: &Walk<'_>, keys: &[StepKey], seen: &mut Vec<StepKey>) -> Result<Vec<usize>, PinError> {
    let mut positions = Vec::with_capacity(keys.len());
    for key in keys {
        if seen.contains(key) {
            return Err(PinError::PinnedTwice(key.clone()));
        }
        seen.push(key.clone());
        let at = walk.steps.iter().position(|step| step.key == *key);
        positions.push(at.ok_or_else(|| PinError::UnknownStep(key.clone()))?);
    }
    positions.sort_unstable();
    Ok(positions)
}

/// The positions of a walk's steps in an order that depends on what they say and not on where the file
/// has them; keys decide only between steps that say the same.
fn in_own_order(walk: &Walk<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..walk.steps.len()).collect();
    order.sort_by_cached_key(|i| {
        let step = walk.steps[*i];
        (walk.after[*i].len(), said(walk, step), step.key.clone())
    });
    order
}

/// What a step says, keys aside.
fn said(walk: &Walk<'_>, step: &Step) -> String {
    let papers = step.materials.iter().filter_map(|key| walk.version.material(key));
    let papers: Vec<&str> = papers.map(|paper| paper.name.as_str()).collect();
    let (wait, fee) = (step.wait, step.fee);
    format!(
        "{}\u{0}{papers:?}\u{0}{:?}{:?}{:?}{wait:?}{fee:?}",
        step.name, step.outputs, step.channel, step.side
    )
}

fn content(walk: &Walk<'_>) -> (Vec<String>, Vec<StepKey>) {
    let order = in_own_order(walk);
    let said = order.iter().map(|i| said(walk, walk.steps[*i])).collect();
    (said, order.iter().map(|i| walk.steps[*i].key.clone()).collect())
}

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

struct Aligner<'a> {
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
    fn new(first: &Walk<'a>, second: &Walk<'a>, order: Positions, weights: &'a Weights) -> Aligner<'a> {
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

    fn run(mut self, keys: Keys, pinned: Vec<Positions>) -> Vec<Correspondence> {
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
