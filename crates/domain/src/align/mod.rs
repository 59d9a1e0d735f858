//! Which steps of two versions correspond, without relying on their keys.
//!
//! Steps whose author kept the key correspond. The others are told by likeness (`likeness.rs`): of name,
//! act, actor, place, way, papers, outputs, rule, and of what stands before and after. First an optimal
//! assignment ([`assignment`]) pairs steps one to one; then steps that are left, or badly paired, join
//! the group that they look like a part of (合并, 拆分). Pins set by a person go before everything.
//!
//! Three laws hold by construction: the order of steps does not matter, because they are put into an order of
//! their own first (by what they say; by key where two say the same); exchanging the sides mirrors the result,
//! because the two sides too are put into an order of their own; each step is in exactly one group.

mod aligner;
pub mod assignment;
mod features;
#[cfg(test)]
mod fitting;
mod flow;
mod groups;
mod kinship;
mod lexicon;
mod likeness;
mod looks;
mod overlap;
pub mod papers;
pub mod places;
mod sets;
mod surroundings;
mod table;
pub mod text;
mod things;
mod traits;
mod weights;
mod words;

use std::fmt;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::key::StepKey;
use crate::step::Step;
use crate::walk::Walk;
use aligner::Aligner;

pub(crate) use looks::InOwnOrder;
pub use looks::{Look, Looks};
pub(crate) use sets::Set;

/// A list that is mostly of one or two. A comparison makes hundreds of them, and to ask for memory for each is what
/// would cost most.
pub(crate) type Few<T> = SmallVec<[T; 2]>;

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
    first: &Looks<'_>,
    second: &Looks<'_>,
    keys: Keys,
    pinned: Vec<Positions>,
) -> Vec<Correspondence> {
    Aligner::new(first, second).run(keys, pinned)
}

/// What each pair of steps is worth by itself, by row: above 0 where they may be one.
pub fn pair_values(first: &Looks<'_>, second: &Looks<'_>) -> Vec<Vec<f32>> {
    Aligner::new(first, second).pair_values()
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

/// What a step says, keys aside, and whatever the order of its lists.
pub(crate) fn said(walk: &Walk<'_>, step: &Step) -> String {
    let papers = step.materials.iter().filter_map(|key| walk.version.material(key));
    let papers = papers.map(|paper| paper.name.as_str()).collect();
    let outputs = step.outputs.iter().map(String::as_str).collect();
    let mut said = step.name.clone();
    for mut list in [papers, outputs] {
        let list: &mut Vec<&str> = &mut list;
        list.sort_unstable();
        said.push('\u{0}');
        list.iter().for_each(|text| said.extend([text, "\u{1}"]));
    }
    said + &format!("\u{0}{:?}{:?}{:?}{:?}", step.channel, step.side, step.wait, step.fee)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::easiest_walk;
    use crate::{Answers, Service};

    /// A service whose only step asks for these papers and hands out these things.
    fn service(papers: [&str; 2], outputs: [&str; 2]) -> Service {
        let paper = |key, name| {
            format!(
                r#"{{"key": "{key}", "name": "{name}", "form": "original", "origin": "own",
                    "provision": "submitted"}}"#
            )
        };
        let materials = [paper("m1", "身份证"), paper("m2", "申请表")].join(", ");
        let step = format!(
            r#"{{"key": "s1", "name": "提交申请", "actor": "applicant", "side": "external", "channel": "online",
                "materials": {papers:?}, "outputs": {outputs:?}, "evidence": {{"kind": "example"}}}}"#
        );
        let version = format!(
            r#"{{"id": "v1", "label": "现行", "in_force": {{"state": "in_force"}}, "editorial": "published",
                "materials": [{materials}], "steps": [{step}]}}"#
        );
        Service::parse(&format!(
            r#"{{"format": 1, "id": "example", "name": "办事（示例）", "illustrative": true, "area": "片区",
                "summary": "示例", "versions": [{version}]}}"#
        ))
        .expect("it is a service")
    }

    #[test]
    fn what_a_step_says_has_no_order_of_lists() {
        let said = |papers, outputs| {
            let service = service(papers, outputs);
            let walk = easiest_walk(&service, &service.versions[0], &Answers::new()).expect("it has a walk");
            said(&walk, walk.steps[0])
        };
        let one = said(["m1", "m2"], ["回执", "执照"]);
        assert_eq!(said(["m2", "m1"], ["执照", "回执"]), one);
        assert_ne!(said(["m1", "m2"], ["回执", "证书"]), one);
    }
}
