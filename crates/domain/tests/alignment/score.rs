//! How good the aligner is by the alignment set: precision and recall of groups and of kinds, and every
//! group it got wrong.
//!
//! A group is right where exactly the same steps are in it. A kind is right where it is in a group that is
//! right; so a group missed costs its kinds too. Every group and every kind counts once, whatever the size
//! of its pair.

use std::collections::BTreeSet;
use std::fmt;

use domain::compare::compare_sides;
use domain::{Answers, StepGroup};

use super::pairs::Pair;

/// How many were found, and how many of them rightly.
#[derive(Default, Clone, Copy)]
pub struct Counted {
    right: usize,
    found: usize,
    expected: usize,
}

impl Counted {
    fn of<T: Ord>(expected: &BTreeSet<T>, found: &BTreeSet<T>) -> Counted {
        let right = expected.intersection(found).count();
        Counted { right, found: found.len(), expected: expected.len() }
    }

    fn add(&mut self, other: Counted) {
        self.right += other.right;
        self.found += other.found;
        self.expected += other.expected;
    }

    /// The share of what was found that is right, from 0 to 1.
    pub fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    /// The share of what is expected that was found, from 0 to 1.
    pub fn recall(&self) -> f64 {
        self.right as f64 / self.expected.max(1) as f64
    }
}

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counted { right, found, expected } = self;
        write!(
            f,
            "precision {:.3} ({right} of {found} found), recall {:.3} ({right} of {expected} expected)",
            self.precision(),
            self.recall()
        )
    }
}

/// What the aligner is worth by some pairs.
#[derive(Default, Clone, Copy)]
pub struct Score {
    /// Of groups.
    pub groups: Counted,
    /// Of kinds in groups.
    pub kinds: Counted,
}

impl<'a> FromIterator<&'a Judged> for Score {
    fn from_iter<I: IntoIterator<Item = &'a Judged>>(judged: I) -> Score {
        judged.into_iter().fold(Score::default(), |mut sum, pair| {
            sum.groups.add(pair.score.groups);
            sum.kinds.add(pair.score.kinds);
            sum
        })
    }
}

/// What became of one pair.
pub struct Judged {
    /// The name of the pair.
    pub name: String,
    /// What the pair tests.
    pub covers: Vec<String>,
    /// Whether it is one of those that only measure.
    pub held_out: bool,
    score: Score,
    /// The groups that were expected and not found, or found with other kinds.
    pub failures: Vec<Failure>,
}

impl Judged {
    /// Aligns the two sides of a pair and compares the result with the labels.
    pub fn of(pair: &Pair) -> Judged {
        let [first, second] = pair.compared_sides();
        let comparison = compare_sides(first, second, &Answers::new(), &[]).expect("nothing is pinned");
        let found: Vec<Told> = comparison.steps.iter().map(Told::found).collect();
        let labels = pair.labels.groups.iter();
        let expected: Vec<Told> =
            labels.map(|group| Told::of(&group.first, &group.second, &group.kinds)).collect();
        let groups = |told: &[Told]| -> BTreeSet<[BTreeSet<String>; 2]> {
            told.iter().map(|t| t.steps.clone()).collect()
        };
        let kinds = |told: &[Told]| -> BTreeSet<([BTreeSet<String>; 2], String)> {
            told.iter().flat_map(|t| t.kinds.iter().map(|kind| (t.steps.clone(), kind.clone()))).collect()
        };
        let score = Score {
            groups: Counted::of(&groups(&expected), &groups(&found)),
            kinds: Counted::of(&kinds(&expected), &kinds(&found)),
        };
        let named = |told: &Told| told.in_names(pair);
        let missed = expected.iter().filter(|told| !found.contains(told));
        let failures = missed.map(|expected| Failure {
            expected: named(expected),
            found: found.iter().filter(|told| told.meets(expected)).map(named).collect(),
        });
        Judged {
            name: pair.name.clone(),
            covers: pair.labels.covers.clone(),
            held_out: pair.labels.held_out,
            score,
            failures: failures.collect(),
        }
    }
}

/// A group that was expected, and those that its steps were found in; by the names of steps.
pub struct Failure {
    expected: String,
    found: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "  expected {}", self.expected)?;
        self.found.iter().try_for_each(|found| write!(f, "\n  found    {found}"))
    }
}

/// A group as labels or the aligner tell it: the keys of either side, and the kinds.
#[derive(PartialEq)]
struct Told {
    steps: [BTreeSet<String>; 2],
    kinds: BTreeSet<String>,
}

impl Told {
    fn of(first: &[String], second: &[String], kinds: &[String]) -> Told {
        let set = |items: &[String]| items.iter().cloned().collect();
        Told { steps: [set(first), set(second)], kinds: set(kinds) }
    }

    fn found(group: &StepGroup) -> Told {
        let keys = |keys: &[domain::StepKey]| keys.iter().map(|key| key.as_str().to_owned()).collect();
        let code = |kind| serde_json::to_value(kind).expect("a kind is a word").as_str().map(str::to_owned);
        Told {
            steps: [keys(&group.first), keys(&group.second)],
            kinds: group.kinds.iter().filter_map(code).collect(),
        }
    }

    /// Whether a step is in both.
    fn meets(&self, other: &Told) -> bool {
        self.steps.iter().zip(&other.steps).any(|(mine, theirs)| !mine.is_disjoint(theirs))
    }

    /// The names of its steps: keys of the set say nothing.
    fn in_names(&self, pair: &Pair) -> String {
        let [first, second] = [0, 1].map(|side| {
            let steps = pair.sides()[side].1.steps.iter();
            let named = steps.filter(|step| self.steps[side].contains(step.key.as_str()));
            let names: Vec<&str> = named.map(|step| step.name.as_str()).collect();
            if names.is_empty() { "–".to_owned() } else { names.join(" + ") }
        });
        let kinds: Vec<&str> = self.kinds.iter().map(String::as_str).collect();
        format!("{first} → {second} [{}]", kinds.join(", "))
    }
}
