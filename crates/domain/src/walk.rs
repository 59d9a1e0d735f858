//! A walk: the steps that one applicant, with given answers, goes through in one version.
//!
//! Situations drop the steps that do not apply, choices keep exactly one step of a group, optional
//! steps are left out. What stays keeps its order: a step that came after a dropped one comes after
//! whatever the dropped one came after.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::key::*;
use crate::service::{Answers, Service, Version};
use crate::step::Step;
use crate::visits;

/// How many walks of one version are looked at before we refuse to look at more.
pub const MOST_WALKS: usize = 1_024;

/// There are more than [`MOST_WALKS`] combinations of answers and choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TooManyWalks;

impl fmt::Display for TooManyWalks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the open questions and choices combine to more than {MOST_WALKS} walks; answer some of the questions"
        )
    }
}

impl std::error::Error for TooManyWalks {}

/// The steps of a version that one applicant goes through, in an order that `after` allows.
#[derive(Debug, Clone)]
pub struct Walk<'a> {
    /// The service.
    pub service: &'a Service,
    /// The version that is walked.
    pub version: &'a Version,
    /// The steps; each stands behind everything it comes after.
    pub steps: Vec<&'a Step>,
    /// For each step, the positions of the steps it comes directly after.
    pub after: Vec<Vec<usize>>,
    /// The answers that led here, to the questions that this version asks.
    pub answers: Answers,
    /// The step taken of each choice.
    pub taken: Vec<(ChoiceKey, StepKey)>,
}

impl Walk<'_> {
    /// The steps that are finished before the step at this position begins, in the order of the walk.
    pub fn before(&self, at: usize) -> Vec<usize> {
        let mut before = vec![false; at];
        let mut open = self.after[at].clone();
        while let Some(i) = open.pop() {
            if !before[i] {
                before[i] = true;
                open.extend(&self.after[i]);
            }
        }
        (0..at).filter(|i| before[*i]).collect()
    }
}

/// Every walk of `version` that agrees with the answers `given`, in the order of the file. There is
/// always at least one.
///
/// # Errors
///
/// [`TooManyWalks`] where there would be more than [`MOST_WALKS`].
pub fn walks<'a>(
    service: &'a Service,
    version: &'a Version,
    given: &Answers,
) -> Result<Vec<Walk<'a>>, TooManyWalks> {
    let mut found = Vec::new();
    for answers in answer_combinations(service, version, given)? {
        let applies = |step: &&Step| {
            !step.optional
                && step.when.as_ref().is_none_or(|when| {
                    answers.get(&when.situation).is_some_and(|answer| when.any_of.contains(answer))
                })
        };
        let applicable: Vec<&Step> = version.steps.iter().filter(applies).collect();
        for taken in choice_combinations(&applicable)? {
            if found.len() == MOST_WALKS {
                return Err(TooManyWalks);
            }
            let kept = |step: &&&Step| {
                step.choice
                    .as_ref()
                    .is_none_or(|choice| taken.iter().any(|(of, taken)| of == choice && *taken == step.key))
            };
            let steps = applicable.iter().filter(kept).copied().collect();
            found.push(arrange(service, version, steps, answers.clone(), taken));
        }
    }
    Ok(found)
}

/// The walk shown to somebody who has answered no more than `given`: fewest visits, then fewest
/// days, then fewest steps of the applicant. Of walks that are as easy it is the first by what their
/// steps say, so that the order of the file says nothing.
///
/// # Errors
///
/// [`TooManyWalks`] where there would be more than [`MOST_WALKS`].
pub fn easiest_walk<'a>(
    service: &'a Service,
    version: &'a Version,
    given: &Answers,
) -> Result<Walk<'a>, TooManyWalks> {
    let ease = |walk: &Walk<'_>| {
        let visits = visits::fewest(walk).map_or((u32::MAX, u32::MAX), |v| (v.max, v.min));
        let external = walk.steps.iter().filter(|s| s.side == crate::step::Side::External);
        (visits, crate::schedule::days_at_worst(walk), external.count())
    };
    let all: Vec<(_, Walk<'a>)> =
        walks(service, version, given)?.into_iter().map(|walk| (ease(&walk), walk)).collect();
    let easiest = all.iter().map(|(ease, _)| *ease).min();
    let mut as_easy: Vec<Walk<'a>> =
        all.into_iter().filter(|(ease, _)| Some(*ease) == easiest).map(|(_, walk)| walk).collect();
    if as_easy.len() > 1 {
        as_easy.sort_by_cached_key(told);
    }
    as_easy.into_iter().next().ok_or(TooManyWalks)
}

/// What the steps of a walk say, in no order of the file; the keys decide only between walks that say
/// the same.
fn told(walk: &Walk<'_>) -> (Vec<String>, Vec<StepKey>, Answers) {
    let step_told = |step: &Step| {
        let place = step.place.as_ref().and_then(|key| walk.service.place(key));
        let window = place.zip(step.window.as_ref()).and_then(|(p, key)| walk.service.window(&p.key, key));
        let papers = step.materials.iter().filter_map(|key| walk.version.material(key));
        let mut papers: Vec<(&str, bool)> =
            papers.map(|paper| (paper.name.as_str(), paper.provision.is_supplied())).collect();
        papers.sort_unstable();
        format!(
            "{}{:?}{:?}",
            step.name,
            (step.side, step.channel, place.map(|place| &place.name), window.map(|window| &window.name)),
            (papers, step.prepare, step.queue, step.counter, step.wait, step.fee, &step.legal_basis),
        )
    };
    let mut steps: Vec<String> = walk.steps.iter().map(|step| step_told(step)).collect();
    steps.sort_unstable();
    let mut keys: Vec<StepKey> = walk.steps.iter().map(|step| step.key.clone()).collect();
    keys.sort_unstable();
    (steps, keys, walk.answers.clone())
}

fn answer_combinations(
    service: &Service,
    version: &Version,
    given: &Answers,
) -> Result<Vec<Answers>, TooManyWalks> {
    let asks = |situation: &SituationKey| {
        version.steps.iter().any(|step| step.when.as_ref().is_some_and(|when| when.situation == *situation))
    };
    let mut combinations = vec![Answers::new()];
    for situation in service.situations.iter().filter(|s| asks(&s.key)) {
        let possible: Vec<&AnswerKey> = match given.get(&situation.key) {
            Some(answer) if situation.answers.iter().any(|a| a.key == *answer) => vec![answer],
            _ => situation.answers.iter().map(|a| &a.key).collect(),
        };
        combinations = multiply(combinations, &possible, |answers, answer| {
            answers.insert(situation.key.clone(), (*answer).clone());
        })?;
    }
    Ok(combinations)
}

fn choice_combinations(steps: &[&Step]) -> Result<Vec<Vec<(ChoiceKey, StepKey)>>, TooManyWalks> {
    let mut groups: Vec<(&ChoiceKey, Vec<&StepKey>)> = Vec::new();
    for step in steps {
        let Some(choice) = &step.choice else { continue };
        match groups.iter_mut().find(|(key, _)| *key == choice) {
            Some((_, members)) => members.push(&step.key),
            None => groups.push((choice, vec![&step.key])),
        }
    }
    let mut combinations = vec![Vec::new()];
    for (choice, members) in groups {
        combinations = multiply(combinations, &members, |taken, member| {
            taken.push((choice.clone(), (*member).clone()));
        })?;
    }
    Ok(combinations)
}

fn multiply<M: Clone, T>(
    combinations: Vec<M>,
    options: &[T],
    choose: impl Fn(&mut M, &T),
) -> Result<Vec<M>, TooManyWalks> {
    if combinations.len() * options.len() > MOST_WALKS {
        return Err(TooManyWalks);
    }
    let grown = combinations.iter().flat_map(|combination| {
        options.iter().map(|option| {
            let mut next = combination.clone();
            choose(&mut next, option);
            next
        })
    });
    Ok(grown.collect())
}

/// Puts the steps in order, keeping the file's order where `after` leaves it open, and ties each to
/// the nearest kept steps before it.
fn arrange<'a>(
    service: &'a Service,
    version: &'a Version,
    kept: Vec<&'a Step>,
    answers: Answers,
    taken: Vec<(ChoiceKey, StepKey)>,
) -> Walk<'a> {
    let nearest: Vec<Vec<&StepKey>> = kept.iter().map(|step| nearest_kept(version, step, &kept)).collect();
    let mut waiting: Vec<usize> = (0..kept.len()).collect();
    let mut steps: Vec<&Step> = Vec::with_capacity(kept.len());
    let mut after: Vec<Vec<usize>> = Vec::with_capacity(kept.len());
    let position = |steps: &[&Step], key: &StepKey| steps.iter().position(|step| step.key == *key);
    // A valid version has no cycle, so every round finds a step.
    while let Some((at, before)) = waiting.iter().enumerate().find_map(|(at, next)| {
        let before: Option<Vec<usize>> = nearest[*next].iter().map(|key| position(&steps, key)).collect();
        Some((at, before?))
    }) {
        steps.push(kept[waiting.remove(at)]);
        after.push(before);
    }
    Walk { service, version, steps, after, answers, taken }
}

fn nearest_kept<'a>(version: &'a Version, step: &'a Step, kept: &[&Step]) -> Vec<&'a StepKey> {
    let mut nearest = Vec::new();
    let mut seen: Vec<&StepKey> = Vec::new();
    let mut open: Vec<&StepKey> = step.after.iter().collect();
    while let Some(key) = open.pop() {
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        if kept.iter().any(|step| step.key == *key) {
            nearest.push(key);
        } else if let Some(dropped) = version.step(key) {
            open.extend(&dropped.after);
        }
    }
    nearest
}
