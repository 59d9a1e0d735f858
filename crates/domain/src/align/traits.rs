//! What is looked at of the steps of a walk, property by property, so that one step is compared with many at
//! once. It holds numbers alone: what is a word in a [`Look`] is one number for each word.

use super::lexicon;
use super::likeness::yes;
use super::looks::Look;
use super::table::Kinds;
use super::text::Text;
use crate::step::Channel;

/// By property, and for each by step in own order.
pub(super) struct Traits {
    pub(super) who: Vec<u32>,
    pub(super) side: Vec<u32>,
    pub(super) channel: Vec<u32>,
    /// Whether the channel is one of those on site, whoever takes it.
    pub(super) in_person: Vec<u32>,
    /// Whether the applicant must go somewhere for it, 1 or 0; and so on.
    pub(super) on_site: Vec<f32>,
    pub(super) internal: Vec<f32>,
    /// Whether an errand for a paper is run, which data may make needless.
    pub(super) fetches: Vec<f32>,
    /// Whether data is looked up, which may make an errand needless.
    pub(super) looks_up: Vec<f32>,
    pub(super) position: Vec<f32>,
    pub(super) papers_share: Vec<f32>,
    /// Not a number where it is not told.
    pub(super) wait: Vec<f32>,
    /// Not a number where it is not told.
    pub(super) own_time: Vec<f32>,
    /// At most; of those to whom it is told.
    pub(super) fee: Vec<Option<u32>>,
    pub(super) asks_nothing: Vec<u32>,
    pub(super) gives_nothing: Vec<u32>,
    pub(super) is_first: Vec<u32>,
    pub(super) is_last: Vec<u32>,
    pub(super) does_nothing: Vec<u32>,
    /// The phases of what it does, one bit each.
    pub(super) phases: Vec<u32>,
    pub(super) stage: Vec<u32>,
    pub(super) joins: Vec<u32>,
    pub(super) way: Vec<usize>,
    /// Whether the names of what it hands out, or asks for, say nothing.
    pub(super) no_outputs: Vec<u32>,
    pub(super) no_papers: Vec<u32>,
    pub(super) places: Kinds,
    pub(super) windows: Kinds,
    pub(super) acts: Kinds,
}

impl Traits {
    pub(super) fn of(steps: &[Look<'_>]) -> Traits {
        fn each<T>(steps: &[Look<'_>], tell: impl Fn(&Look<'_>) -> T) -> Vec<T> {
            steps.iter().map(tell).collect()
        }
        let is = |tell: fn(&Look<'_>) -> bool| each(steps, |look| u32::from(tell(look)));
        let share = |tell: fn(&Look<'_>) -> bool| each(steps, |look| yes(tell(look)));
        let says_nothing =
            |text: for<'l> fn(&'l Look<'_>) -> &'l Text| each(steps, |look| u32::from(text(look).is_empty()));
        Traits {
            who: each(steps, |look| look.who.into()),
            side: each(steps, |look| look.step.side as u32),
            channel: each(steps, |look| look.step.channel as u32),
            in_person: is(|look| look.step.channel.is_on_site()),
            on_site: share(|look| look.on_site),
            internal: share(|look| look.internal()),
            fetches: share(|look| {
                !look.internal() && (look.relays || look.name.acts & lexicon::CERTIFY != 0)
            }),
            looks_up: share(|look| look.internal() && look.step.channel == Channel::Automatic),
            position: each(steps, |look| look.position),
            papers_share: each(steps, |look| look.papers_share),
            wait: each(steps, |look| look.wait.unwrap_or(f32::NAN)),
            own_time: each(steps, |look| look.own_time.unwrap_or(f32::NAN)),
            fee: each(steps, |look| look.step.fee.map(|fee| fee.max_yuan)),
            asks_nothing: is(|look| look.step.materials.is_empty()),
            gives_nothing: is(|look| look.step.outputs.is_empty()),
            is_first: is(|look| look.before.is_empty()),
            is_last: is(|look| look.after.is_empty()),
            does_nothing: is(|look| look.name.acts == 0),
            phases: each(steps, |look| {
                let belongs = |phase: usize| u32::from(lexicon::in_phase(look.name.acts, phase)) << phase;
                (0..lexicon::PHASES.len()).map(belongs).sum()
            }),
            stage: each(steps, |look| look.stage as u32),
            joins: is(|look| look.joins),
            way: each(steps, |look| look.way()),
            no_outputs: says_nothing(|look| &look.outputs),
            no_papers: says_nothing(|look| &look.papers),
            places: Kinds::of(steps, |look| &look.place.plain),
            windows: Kinds::of(steps, |look| &look.window.plain),
            acts: Kinds::of(steps, |look| look.name.acts),
        }
    }
}
