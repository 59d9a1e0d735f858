//! How alike two steps are: by name, act, actor, place, way, papers, outputs, rule, times, and where in the
//! flow they stand. Features from 0 to 1, each with one weight.

use super::features::Features;
use super::lexicon::{self, Acts};
use super::looks::{Look, Looks};
use super::overlap::Overlap;
use super::table::Table;
use super::text::{self, Text};
use super::weights::{SAME, TEXTS, TOGETHER, WAYS};

/// Whether two steps are looked at as a pair, or one of them as a part of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum As {
    /// One beside one.
    Pair,
    /// The step of the first side is one of several that the other takes the place of.
    PartOfSecond,
    /// The reverse.
    PartOfFirst,
}

impl As {
    /// All.
    pub const ALL: [As; 3] = [As::Pair, As::PartOfSecond, As::PartOfFirst];
}

/// The steps of two walks, and what their texts have in common.
pub struct Likeness<'a> {
    /// The steps of the first side.
    pub first: &'a Looks<'a>,
    /// The steps of the second.
    pub second: &'a Looks<'a>,
    names: Overlap,
    characters: Overlap,
    outputs: Overlap,
    papers: Overlap,
    words: Overlap,
    places: Table<'a, f32>,
    windows: Table<'a, f32>,
    /// By as what two are seen: how much of what they do is the same.
    doing: Table<'a, [f32; 3]>,
    /// By row: how alike two are called.
    called: Vec<f32>,
    /// Of either side, the most of that.
    best: [Vec<f32>; 2],
}

impl<'a> Likeness<'a> {
    /// Looks at two walks beside each other.
    pub fn of(first: &'a Looks<'a>, second: &'a Looks<'a>) -> Likeness<'a> {
        let names = Overlap::token_by_token(&first.names, &second.names);
        let characters = Overlap::of(&first.characters, &second.characters);
        let (rows, columns) = (first.steps.len(), second.steps.len());
        let mut best = [vec![0.0_f32; rows], vec![0.0; columns]];
        let mut called = Vec::with_capacity(rows * columns);
        for i in 0..rows {
            called.extend(names.likeness_of(i).zip(characters.likeness_of(i)).map(|(a, b)| a + b));
            let row = &called[i * columns..];
            best[0][i] = row.iter().copied().fold(0.0, more);
            best[1].iter_mut().zip(row).for_each(|(best, alike)| *best = more(*best, *alike));
        }
        let (a, b) = (&first.traits, &second.traits);
        Likeness {
            names,
            called,
            best,
            characters,
            outputs: Overlap::of(&first.outputs, &second.outputs),
            papers: Overlap::token_by_token(&first.papers, &second.papers),
            words: Overlap::of(&first.words, &second.words),
            places: Table::of([&a.places, &b.places], |i, j| {
                named(&first.steps[i].place, &second.steps[j].place)
            }),
            windows: Table::of([&a.windows, &b.windows], |i, j| {
                named(&first.steps[i].window, &second.steps[j].window)
            }),
            doing: Table::of([&a.acts, &b.acts], |i, j| first.steps[i].doing.beside(second.steps[j].doing)),
            first,
            second,
        }
    }

    /// The features of the step `i` of the first side and each step of the second that lie in their texts,
    /// and so depend on as what the two are seen.
    pub fn texts(&self, i: usize, seen: As, features: &mut Features<TEXTS>) {
        let (mine, theirs) = (&self.first.traits, &self.second.traits);
        features.set(0, self.doing.row(i).map(|doing| doing[seen as usize]));
        for (at, overlap) in [(1, &self.names), (2, &self.characters), (8, &self.words)] {
            match seen {
                As::Pair => features.set(at, overlap.likeness_of(i)),
                As::PartOfSecond => features.set(at, overlap.in_each_of_second(i)),
                As::PartOfFirst => features.set(at, overlap.each_of_second_in(i)),
            }
        }
        features.set_by(3, [0, 1], |acts, about| acts * about);
        match (seen, mine.joins[i]) {
            (As::Pair, joins) => features.set(4, equal(joins, &theirs.joins)),
            (As::PartOfSecond, _) => features.set(4, equal(1, &theirs.joins)),
            (As::PartOfFirst, joins) => features.set(4, theirs.joins.iter().map(|_| joins as f32)),
        }
        features.set_by(5, [0, 0], |acts, _| yes(acts > 0.0));
        // A part that hands out nothing, or asks for nothing, says nothing by it.
        let may_be_silent = [
            (6, &self.outputs, mine.no_outputs[i], &theirs.no_outputs),
            (7, &self.papers, mine.no_papers[i], &theirs.no_papers),
        ];
        for (at, overlap, mine, theirs) in may_be_silent {
            let unless = |silent: bool, told: f32| if silent { NOT_TOLD } else { told };
            match seen {
                As::Pair => {
                    let told = overlap.likeness_of(i).zip(theirs);
                    features.set(at, told.map(|(told, theirs)| unless(mine & theirs == 1, told)));
                }
                As::PartOfSecond => {
                    features.set(at, overlap.in_each_of_second(i).map(|told| unless(mine == 1, told)));
                }
                As::PartOfFirst => {
                    let told = overlap.each_of_second_in(i).zip(theirs);
                    features.set(at, told.map(|(told, theirs)| unless(*theirs == 1, told)));
                }
            }
        }
        let same_party = equal(mine.who[i], &theirs.who).zip(equal(mine.side[i], &theirs.side));
        features.set(10, same_party.map(|(who, side)| who * side));
        features.change_by(10, 5, |same_party, acts| same_party * acts);
        features.set_by(11, [1, 1], |about, _| yes(about > 0.0));
        // An errand for a paper on the one side may have become a look into the data on the other.
        let (fetches, looks_up) = (mine.fetches[i], mine.looks_up[i]);
        let by_data = theirs.fetches.iter().zip(&theirs.looks_up);
        features.set(12, by_data.map(|(fetch, look)| yes(fetches * look + looks_up * fetch > 0.0)));
        features.set_by(9, [12, 8], |by_data, words| by_data * less(2.0 * words, 1.0));
        let within = self.names.in_each_of_second(i).zip(self.names.each_of_second_in(i));
        features.set(13, within.map(|(a, b)| more(a, b)));
        features.change_by(13, 12, |within, by_data| by_data * within);
        // Whether no other is called more alike, as either of a pair sees it, or the part.
        let called = &self.called[i * self.second.steps.len()..];
        let (mine, theirs) = (self.best[0][i], self.best[1].iter());
        let best = |called: f32, best: f32| yes(called > 0.0 && called >= best);
        match seen {
            As::Pair => {
                let called = called.iter().zip(theirs);
                let both =
                    called.map(|(called, theirs)| (best(*called, mine) + best(*called, *theirs)) / 2.0);
                features.set(14, both);
            }
            As::PartOfSecond => features.set(14, called.iter().map(|called| best(*called, mine))),
            As::PartOfFirst => {
                features.set(14, called.iter().zip(theirs).map(|(called, theirs)| best(*called, *theirs)));
            }
        }
        features.set(15, called.iter().map(|called| called / 2.0));
        features.change_by(15, 14, |called, best| yes(best == 1.0) * called);
    }

    /// The features of the step `i` of the first side and each step of the second that are the same as
    /// whatever the two are seen.
    pub fn same(&self, i: usize, features: &mut Features<SAME>) {
        let (mine, theirs) = (&self.first.traits, &self.second.traits);
        let (look, others) = (&self.first.steps[i], &self.second.steps);
        features.set(0, equal(mine.who[i], &theirs.who));
        features.set(1, equal(mine.side[i], &theirs.side));
        let on_site = mine.on_site[i];
        for (at, table) in [(2, &self.places), (3, &self.windows)] {
            let same = table.row(i).zip(&theirs.on_site);
            features.set(at, same.map(|(alike, theirs)| on_site * theirs * alike));
        }
        let channel = equal(mine.channel[i], &theirs.channel);
        let in_person = equal(mine.in_person[i], &theirs.in_person);
        // The same way, or at least in person both or from afar both.
        features.set(4, channel.zip(in_person).map(|(same, alike)| (same + alike) / 2.0));
        let position = mine.position[i];
        features.set(5, theirs.position.iter().map(|theirs| 1.0 - (position - theirs).abs()));
        let rule = &look.rule;
        features.set(6, others.iter().map(|other| yes(!rule.is_empty() && *rule == other.rule)));
        let fee = mine.fee[i];
        features.set(7, theirs.fee.iter().map(|theirs| fees(fee, *theirs)));
        for (at, mine, theirs) in [(8, mine.wait[i], &theirs.wait), (9, mine.own_time[i], &theirs.own_time)] {
            features.set(at, theirs.iter().map(|theirs| near_in_time(mine, *theirs)));
        }
        features.set(10, equal(mine.asks_nothing[i], &theirs.asks_nothing));
        features.set(11, equal(mine.gives_nothing[i], &theirs.gives_nothing));
        let name = &look.name.plain;
        features.set(12, others.iter().map(|other| yes(*name == other.name.plain)));
        let ends = equal(mine.is_first[i], &theirs.is_first).zip(equal(mine.is_last[i], &theirs.is_last));
        features.set(13, ends.map(|(first, last)| (first + last) / 2.0));
        let nothing = mine.does_nothing[i];
        features.set(14, theirs.does_nothing.iter().map(|theirs| (nothing | theirs) as f32));
        let phases = mine.phases[i];
        for phase in 0..lexicon::PHASES.len() {
            let both = theirs.phases.iter().map(|theirs| ((phases & theirs) >> phase & 1) as f32);
            features.set(15 + phase, both);
        }
        let internal = mine.internal[i];
        features.set(20, theirs.internal.iter().map(|theirs| internal * theirs));
        features.set(21, equal(mine.stage[i], &theirs.stage));
        let papers = mine.papers_share[i];
        features.set(22, theirs.papers_share.iter().map(|theirs| 1.0 - (papers - theirs).abs()));
    }

    /// The acts that both do.
    #[cfg(test)]
    pub fn acts(&self, i: usize, j: usize) -> Acts {
        self.first.steps[i].name.acts & self.second.steps[j].name.acts
    }

    /// The acts that only one of a pair does, or that a part does and its whole does not.
    #[cfg(test)]
    pub fn apart(&self, i: usize, j: usize, seen: As) -> Acts {
        apart(self.first.steps[i].name.acts, self.second.steps[j].name.acts, seen)
    }

    /// The ways of two as one number: of a pair in either order the same, of a part that of the part first.
    pub fn ways(mine: usize, theirs: usize, seen: As) -> usize {
        match seen {
            As::Pair => mine.min(theirs) * WAYS + mine.max(theirs),
            As::PartOfSecond => mine * WAYS + theirs,
            As::PartOfFirst => theirs * WAYS + mine,
        }
    }

    /// The most that [`Self::together`] can be worth of two steps beside this one: what both say beyond what
    /// one says is half of it at most.
    pub fn most_together(whole: &Look<'_>, worth: &[f32; TOGETHER]) -> f32 {
        let papers = yes(!whole.papers.is_empty());
        let acts = yes(whole.name.acts != 0);
        let most = [1.0, 0.5, papers, papers / 2.0, acts, acts / 2.0, 0.0, yes(whole.joins), 0.0];
        most.iter().zip(worth).map(|(most, worth)| most * worth.max(0.0)).sum()
    }

    /// The most by which [`Self::together`] can be worth more where there is one step more.
    pub fn most_by_one_more(worth: &[f32; TOGETHER]) -> f32 {
        // What all say together only grows, and what it is beyond what one says may become less.
        let said = [0, 2, 4].map(|all| worth[all].max(0.0) + worth[all + 1].abs());
        said.iter().sum::<f32>() + (worth[6] + worth[8].max(0.0)) / 2.0
    }

    /// What several steps have together beside the one that they may be parts of, each from 0 to 1 or, of
    /// how many there are, a little above.
    pub fn together(&self, several: &[usize], one: usize, seen: As) -> [f32; TOGETHER] {
        let (parts, wholes) = match seen {
            As::PartOfFirst => (self.second, self.first),
            _ => (self.first, self.second),
        };
        let whole = &wholes.steps[one];
        let said = |overlap: &Overlap, part: usize| match seen {
            As::PartOfFirst => overlap.in_second(one, part),
            _ => overlap.in_first(part, one),
        };
        let share = |said: u64, all: usize| text::ratio(said.count_ones() as f32, all.min(64) as f32);
        // All that is said together, and the most that one says.
        let covered = |overlap: &Overlap, all: usize| {
            let (mut together, mut most) = (0, 0);
            for said in several.iter().map(|part| said(overlap, *part)).filter(|said| *said != 0) {
                (together, most) = (together | said, most.max(said.count_ones()));
            }
            // Most say nothing of it, and counting costs something.
            match together {
                0 => [0.0; 2],
                _ => [share(together, all), text::ratio(most as f32, all.min(64) as f32)],
            }
        };
        let [names, name] = covered(&self.names, whole.name.tokens().len());
        let [papers, paper] = covered(&self.papers, whole.papers.tokens().len());
        let acts = whole.name.acts;
        let done = several.iter().map(|part| parts.steps[*part].name.acts & acts);
        let most = done.clone().map(Acts::count_ones).max().unwrap_or(0);
        let done = done.fold(0, |all, done| all | done).count_ones();
        let of_acts = |count: u32| text::ratio(count as f32, acts.count_ones() as f32);
        let count = several.len() as f32;
        [
            names,
            names - name,
            papers,
            papers - paper,
            of_acts(done),
            of_acts(done - most),
            (count - 2.0) / 2.0,
            yes(whole.joins),
            yes(whole.joins) * (count - 2.0) / 2.0,
        ]
    }
}

/// The acts that only one of a pair does, or that a part does and its whole does not.
pub(super) fn apart(a: Acts, b: Acts, seen: As) -> Acts {
    match seen {
        As::Pair => a ^ b,
        As::PartOfSecond => a & !b,
        As::PartOfFirst => b & !a,
    }
}

/// What not telling says of whether two steps are alike: little.
const NOT_TOLD: f32 = 0.4;

/// 1 or 0.
#[inline(always)]
pub fn yes(is: bool) -> f32 {
    if is { 1.0 } else { 0.0 }
}

/// How alike two are called that may both have no name.
fn named(a: &Text, b: &Text) -> f32 {
    if a.is_empty() && b.is_empty() { NOT_TOLD } else { text::spelling(a, b) }
}

/// Of each number, whether it is this one.
#[inline(always)]
fn equal(mine: u32, theirs: &[u32]) -> impl Iterator<Item = f32> {
    theirs.iter().map(move |theirs| yes(mine == *theirs))
}

/// The greater of two that are numbers, without the care that `f32::max` takes of others.
#[inline(always)]
pub(super) fn more(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// The lesser of two that are numbers.
#[inline(always)]
pub(super) fn less(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

fn fees(a: Option<u32>, b: Option<u32>) -> f32 {
    match (a, b) {
        (None, _) | (_, None) | (Some(0), Some(0)) => NOT_TOLD,
        (Some(a), Some(b)) if a == b => 1.0,
        (Some(1..), Some(1..)) => 0.8,
        _ => 0.0,
    }
}

/// How many doublings apart two times are before nothing speaks for them.
const DOUBLINGS: f32 = 6.0;

/// How near two times are; not a number where one is not told.
#[inline(always)]
fn near_in_time(mine: f32, theirs: f32) -> f32 {
    let apart = (mine - theirs).abs();
    if apart.is_nan() { NOT_TOLD } else { more(1.0 - apart / DOUBLINGS, 0.0) }
}
