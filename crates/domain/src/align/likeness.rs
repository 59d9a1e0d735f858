//! How alike two steps are: by name, act, actor, place, way, papers, outputs, rule, and where in the flow
//! they stand. A number from features, each from 0 to 1, with one weight each.

use super::lexicon;
use super::text::{self, Commonness, Text, Weighed};
use crate::key::{PlaceKey, WindowKey};
use crate::service::Service;
use crate::step::{Actor, Channel, Step};
use crate::walk::Walk;

/// What is looked at of one step.
pub struct Looks<'a> {
    /// The step itself.
    pub step: &'a Step,
    /// Its name.
    pub name: Text,
    about: Weighed,
    outputs_about: Weighed,
    papers_about: Weighed,
    place: Text,
    window: Text,
    rule: String,
    /// Where in the flow it stands, from 0 for the first to 1 for the last.
    pub position: f32,
    on_site: bool,
}

/// The looks of all steps of two walks.
pub fn looks<'a>(first: &Walk<'a>, second: &Walk<'a>) -> (Vec<Looks<'a>>, Vec<Looks<'a>>) {
    let (raw_first, raw_second) = (read(first), read(second));
    let both = || raw_first.iter().chain(&raw_second);
    let names = Commonness::of(both().map(|raw| &raw.name));
    let papers = Commonness::of(both().map(|raw| &raw.papers));
    let outputs = Commonness::of(both().map(|raw| &raw.outputs));
    let weigh = |raw: Vec<Raw<'a>>| {
        raw.into_iter()
            .map(|raw| Looks {
                about: names.weigh(&raw.name),
                outputs_about: outputs.weigh(&raw.outputs),
                papers_about: papers.weigh(&raw.papers),
                step: raw.step,
                name: raw.name,
                place: raw.place,
                window: raw.window,
                rule: raw.rule,
                position: raw.position,
                on_site: raw.step.on_site(),
            })
            .collect()
    };
    (weigh(raw_first), weigh(raw_second))
}

struct Raw<'a> {
    step: &'a Step,
    name: Text,
    outputs: Text,
    papers: Text,
    place: Text,
    window: Text,
    rule: String,
    position: f32,
}

fn read<'a>(walk: &Walk<'a>) -> Vec<Raw<'a>> {
    // How many steps come before, through any others: a position that no order of the file moves.
    let depths = depths(walk);
    let deepest = depths.iter().copied().max().unwrap_or(0).max(1) as f32;
    let materials = |step: &Step| {
        let names = step.materials.iter().filter_map(|key| walk.version.material(key));
        let names: Vec<&str> = names.map(|material| material.name.as_str()).collect();
        Text::read_all(names)
    };
    walk.steps
        .iter()
        .zip(depths)
        .map(|(step, depth)| Raw {
            step,
            name: Text::read(&step.name),
            outputs: Text::read_all(step.outputs.iter().map(String::as_str)),
            papers: materials(step),
            place: Text::read(place_name(walk.service, step.place.as_ref())),
            window: Text::read(window_name(walk.service, step.place.as_ref(), step.window.as_ref())),
            rule: step.legal_basis.as_deref().map(rule).unwrap_or_default(),
            position: depth as f32 / deepest,
        })
        .collect()
}

fn place_name<'a>(service: &'a Service, place: Option<&PlaceKey>) -> &'a str {
    place.and_then(|key| service.place(key)).map_or("", |place| place.name.as_str())
}

fn window_name<'a>(service: &'a Service, place: Option<&PlaceKey>, window: Option<&WindowKey>) -> &'a str {
    let window = place.zip(window).and_then(|(place, window)| service.window(place, window));
    window.map_or("", |window| window.name.as_str())
}

/// The number of steps on the longest way to each step.
fn depths(walk: &Walk<'_>) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::with_capacity(walk.steps.len());
    for after in &walk.after {
        depths.push(after.iter().map(|i| depths[*i] + 1).max().unwrap_or(0));
    }
    depths
}

/// A rule as it is cited, in one spelling: 《…法》第十二条 and 「…法」第12条 are the same.
pub fn rule(cited: &str) -> String {
    let mut spelled = String::new();
    let mut number: Option<u32> = None;
    let mut unit = 0;
    let text = text::plain(cited).replace("中华人民共和国", "");
    for c in text.chars() {
        let digit = "零一二三四五六七八九".chars().position(|d| d == c).map(|d| d as u32);
        match (c, digit) {
            (_, Some(digit)) => {
                unit = digit;
                number = Some(number.unwrap_or(0));
            }
            ('十' | '百', _) => {
                let size = if c == '十' { 10 } else { 100 };
                number = Some(number.unwrap_or(0) + unit.max(1) * size);
                unit = 0;
            }
            _ => {
                if let Some(number) = number.take() {
                    spelled.push_str(&(number + unit).to_string());
                    unit = 0;
                }
                spelled.push(c);
            }
        }
    }
    if let Some(number) = number {
        spelled.push_str(&(number + unit).to_string());
    }
    spelled
}

/// How many features there are.
pub const FEATURES: usize = 16;

/// What each feature is worth, and what a pair must be worth to be one.
///
/// Fitted to the pairs 01–28 of the alignment set (`tests/alignment`); the others only measure.
pub struct Weights {
    /// Of a step beside a step.
    pub pair: [f32; FEATURES],
    /// The least that makes a pair.
    pub pair_least: f32,
    /// Of a step as a part of another.
    pub part: [f32; FEATURES],
    /// The least that makes a part.
    pub part_least: f32,
    /// How much the steps around two steps speak for them.
    pub context: f32,
    /// The same for a part.
    pub part_context: f32,
    /// How much parts that belong together speak for each other.
    pub cohesion: f32,
}

/// How alike two steps are, feature by feature, from 0 to 1.
pub fn pair(a: &Looks<'_>, b: &Looks<'_>) -> [f32; FEATURES] {
    let name = if a.name.plain == b.name.plain {
        [1.0; 3]
    } else {
        let acts = text::acts(a.name.acts, b.name.acts);
        [acts, a.about.likeness(&b.about), text::spelling(&a.name, &b.name)]
    };
    features(name, same(a.name.joins == b.name.joins), a, b)
}

/// How much `part` looks like a part of `whole`, feature by feature, from 0 to 1.
pub fn part(part: &Looks<'_>, whole: &Looks<'_>) -> [f32; FEATURES] {
    let name = [
        text::acts_within(whole.name.acts, part.name.acts),
        whole.about.contains(&part.about),
        text::spelled_within(&whole.name, &part.name),
    ];
    features(name, same(whole.name.joins), part, whole)
}

/// What features are worth together.
pub fn worth(features: &[f32; FEATURES], weights: &[f32; FEATURES]) -> f32 {
    features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum()
}

/// The name's features, and those of everything else.
fn features([acts, about, spelling]: [f32; 3], joins: f32, a: &Looks<'_>, b: &Looks<'_>) -> [f32; FEATURES] {
    let (x, y) = (a.step, b.step);
    let on_site = a.on_site && b.on_site;
    [
        acts,
        about,
        spelling,
        a.outputs_about.likeness(&b.outputs_about),
        a.papers_about.likeness(&b.papers_about),
        same(who(x.actor) == who(y.actor)),
        same(x.side == y.side),
        same(on_site) * told(&a.place, &b.place, text::spelling(&a.place, &b.place)),
        same(on_site) * told(&a.window, &b.window, text::spelling(&a.window, &b.window)),
        way(x.channel, y.channel),
        1.0 - (a.position - b.position).abs(),
        if a.rule.is_empty() { 0.0 } else { same(a.rule == b.rule) },
        same(has_fee(x) && has_fee(y)),
        acts * about,
        joins,
        same(lexicon::share_phase(a.name.acts, b.name.acts)),
    ]
}

/// Nothing told on either side says little of whether they are alike.
const NOT_TOLD: f32 = 0.4;

fn same(is: bool) -> f32 {
    if is { 1.0 } else { 0.0 }
}

fn told(a: &Text, b: &Text, likeness: f32) -> f32 {
    if a.is_empty() && b.is_empty() { NOT_TOLD } else { likeness }
}

/// Whose step it is, as the applicant sees it: their own, a third party's, or the administration's.
fn who(actor: Actor) -> u8 {
    match actor {
        Actor::Applicant => 0,
        Actor::ThirdParty => 1,
        Actor::Window | Actor::Department => 2,
    }
}

fn way(a: Channel, b: Channel) -> f32 {
    match (a, b) {
        _ if a == b => 1.0,
        _ if a.is_on_site() == b.is_on_site() => 0.5,
        _ => 0.0,
    }
}

fn has_fee(step: &Step) -> bool {
    step.fee.is_some_and(|fee| fee.max_yuan > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_the_same_in_another_spelling() {
        let spelled = rule("《中华人民共和国食品安全法》第三十五条");
        assert_eq!(spelled, "食品安全法第35条");
        for other in ["食品安全法 第35条", "「食品安全法」第三十五条"] {
            assert_eq!(rule(other), spelled);
        }
        assert_eq!(rule("办法第十条"), "办法第10条");
        assert_eq!(rule("条例第一百零二条"), "条例第102条");
        assert_ne!(rule("条例第十二条"), rule("条例第二十条"));
    }
}
