//! How alike two steps are: by name, act, actor, place, way, papers, outputs, rule, times, and where in the
//! flow they stand. Features from 0 to 1, each with one weight.

use super::lexicon::{self, Acts};
use super::looks::{Look, Looks};
use super::overlap::Overlap;
use super::table::Table;
use super::text::{self, Text};
use super::weights::{SAME, TEXTS, TOGETHER, WAYS};
use crate::step::Channel;

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
    places: Table<f32>,
    windows: Table<f32>,
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
        for (i, j) in (0..rows).flat_map(|i| (0..columns).map(move |j| (i, j))) {
            let alike = names.likeness(i, j) + characters.likeness(i, j);
            (best[0][i], best[1][j]) = (best[0][i].max(alike), best[1][j].max(alike));
            called.push(alike);
        }
        Likeness {
            names,
            called,
            best,
            characters,
            outputs: Overlap::of(&first.outputs, &second.outputs),
            papers: Overlap::token_by_token(&first.papers, &second.papers),
            words: Overlap::of(&first.words, &second.words),
            places: Table::of([first, second], |look| &look.place.plain, |a, b| named(&a.place, &b.place)),
            windows: Table::of(
                [first, second],
                |look| &look.window.plain,
                |a, b| named(&a.window, &b.window),
            ),
            first,
            second,
        }
    }

    /// The features of the step `i` of the first side and the step `j` of the second that lie in their
    /// texts, and so depend on as what the two are seen. Inlined, so that for each of the three the others
    /// are never looked at: it runs for every cell.
    #[inline(always)]
    pub fn texts(&self, i: usize, j: usize, seen: As) -> [f32; TEXTS] {
        let (a, b) = (&self.first.steps[i], &self.second.steps[j]);
        let common = |overlap: &Overlap| match seen {
            As::Pair => overlap.likeness(i, j),
            As::PartOfSecond => overlap.first_in_second(i, j),
            As::PartOfFirst => overlap.second_in_first(i, j),
        };
        // A part that hands out nothing, or asks for nothing, says nothing by it.
        let told = |overlap: &Overlap, first: &Text, second: &Text| match seen {
            As::Pair if first.is_empty() && second.is_empty() => NOT_TOLD,
            As::PartOfSecond if first.is_empty() => NOT_TOLD,
            As::PartOfFirst if second.is_empty() => NOT_TOLD,
            _ => common(overlap),
        };
        let (acts, joins) = match seen {
            As::Pair => (a.doing.likeness(b.doing), a.joins == b.joins),
            As::PartOfSecond => (b.doing.contains(a.doing), b.joins),
            As::PartOfFirst => (a.doing.contains(b.doing), a.joins),
        };
        let (about, words) = (common(&self.names), common(&self.words));
        let called = self.called[i * self.second.steps.len() + j];
        // Whether no other is called more alike, as either of a pair sees it, or the part.
        let [best_of_first, best_of_second] =
            [self.best[0][i], self.best[1][j]].map(|best| yes(called > 0.0 && called >= best));
        let best = match seen {
            As::Pair => (best_of_first + best_of_second) / 2.0,
            As::PartOfSecond => best_of_first,
            As::PartOfFirst => best_of_second,
        };
        let same_party = a.who == b.who && a.step.side == b.step.side;
        [
            acts,
            about,
            common(&self.characters),
            acts * about,
            yes(joins),
            yes(acts > 0.0),
            told(&self.outputs, &a.outputs, &b.outputs),
            told(&self.papers, &a.papers, &b.papers),
            words,
            yes(by_data(a, b)) * (2.0 * words).min(1.0),
            yes(acts > 0.0 && same_party),
            yes(about > 0.0),
            yes(by_data(a, b)),
            yes(by_data(a, b)) * self.names.first_in_second(i, j).max(self.names.second_in_first(i, j)),
            best,
            yes(best == 1.0) * (called / 2.0),
        ]
    }

    /// The features that are the same as whatever the two are seen.
    pub fn same(&self, i: usize, j: usize) -> [f32; SAME] {
        let (a, b) = (&self.first.steps[i], &self.second.steps[j]);
        let (x, y) = (a.step, b.step);
        let on_site = a.on_site && b.on_site;
        let (did, does) = (a.name.acts, b.name.acts);
        let phase = |at: usize| yes(lexicon::in_phase(did, at) && lexicon::in_phase(does, at));
        [
            yes(a.who == b.who),
            yes(x.side == y.side),
            if on_site { *self.places.at(i, j) } else { 0.0 },
            if on_site { *self.windows.at(i, j) } else { 0.0 },
            way(x.channel, y.channel),
            1.0 - (a.position - b.position).abs(),
            yes(!a.rule.is_empty() && a.rule == b.rule),
            fees(x.fee.map(|fee| fee.max_yuan), y.fee.map(|fee| fee.max_yuan)),
            near(a.wait, b.wait),
            near(a.own_time, b.own_time),
            yes(x.materials.is_empty() == y.materials.is_empty()),
            yes(x.outputs.is_empty() == y.outputs.is_empty()),
            yes(a.name.plain == b.name.plain),
            (yes(a.before.is_empty() == b.before.is_empty()) + yes(a.after.is_empty() == b.after.is_empty()))
                / 2.0,
            yes(did == 0 || does == 0),
            phase(0),
            phase(1),
            phase(2),
            phase(3),
            phase(4),
            yes(a.internal() && b.internal()),
            yes(a.stage == b.stage),
            1.0 - (a.papers_share - b.papers_share).abs(),
        ]
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

    /// The ways of the two as one number: of a pair in either order the same, of a part that of the part
    /// first.
    pub fn ways(&self, i: usize, j: usize, seen: As) -> usize {
        let (a, b) = (self.first.steps[i].way(), self.second.steps[j].way());
        match seen {
            As::Pair => a.min(b) * WAYS + a.max(b),
            As::PartOfSecond => a * WAYS + b,
            As::PartOfFirst => b * WAYS + a,
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
            for said in several.iter().map(|part| said(overlap, *part)) {
                (together, most) = (together | said, most.max(said.count_ones()));
            }
            [share(together, all), text::ratio(most as f32, all.min(64) as f32)]
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

/// Whether an errand for a paper on the one side may have become a look into the data on the other.
fn by_data(a: &Look<'_>, b: &Look<'_>) -> bool {
    let fetches =
        |look: &Look<'_>| !look.internal() && (look.relays || look.name.acts & lexicon::CERTIFY != 0);
    let looks_up = |look: &Look<'_>| look.internal() && look.step.channel == Channel::Automatic;
    fetches(a) && looks_up(b) || looks_up(a) && fetches(b)
}

/// What not telling says of whether two steps are alike: little.
const NOT_TOLD: f32 = 0.4;

/// 1 or 0.
pub fn yes(is: bool) -> f32 {
    if is { 1.0 } else { 0.0 }
}

/// How alike two are called that may both have no name.
fn named(a: &Text, b: &Text) -> f32 {
    if a.is_empty() && b.is_empty() { NOT_TOLD } else { text::spelling(a, b) }
}

fn way(a: Channel, b: Channel) -> f32 {
    match (a, b) {
        _ if a == b => 1.0,
        _ if a.is_on_site() == b.is_on_site() => 0.5,
        _ => 0.0,
    }
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

fn near(a: Option<f32>, b: Option<f32>) -> f32 {
    match (a, b) {
        (Some(a), Some(b)) => (1.0 - (a - b).abs() / DOUBLINGS).max(0.0),
        _ => NOT_TOLD,
    }
}
