//! What is looked at of the steps of one walk: read once, however often the walk is compared.

use super::aligner::bits;
use super::flow::{Flow, Stage};
use super::kinship::Within;
use super::lexicon::ACTS;
use super::likeness::yes;
use super::overlap::Tokens;
use super::papers::{self, Paper};
use super::places::{self, Entered};
use super::text::{self, Doing, Text, Token};
use super::traits::Traits;
use super::weights::{ALONE, WAYS, WEIGHTS};
use crate::key::{MaterialKey, PlaceKey, StepKey, WindowKey};
use crate::service::{Place, Service};
use crate::span::Span;
use crate::step::{Actor, Channel, Side, Step};
use crate::walk::Walk;

/// The steps of a walk in an order of their own, and what is looked at of each.
pub struct Looks<'a> {
    /// The walk.
    pub walk: &'a Walk<'a>,
    /// Own order → position on the walk.
    pub order: Vec<usize>,
    /// What the steps say in that order.
    content: InOwnOrder<'a>,
    /// What is looked at of each, in own order.
    pub steps: Vec<Look<'a>>,
    /// Position on the walk → own order.
    own: Vec<usize>,
    /// The papers that it asks for.
    pub(crate) asked_for: Vec<Paper<'a>>,
    /// The places that its steps name.
    pub(crate) entered: Vec<Entered<'a>>,
    /// What its steps are worth beside each other, and alone.
    pub(super) within: Within,
    /// What is looked at of its steps, property by property.
    pub(super) traits: Traits,
    /// What all names are about, and so on.
    pub names: Tokens,
    /// The characters of all names.
    pub characters: Tokens,
    /// What is handed out.
    pub outputs: Tokens,
    /// What is asked for.
    pub papers: Tokens,
    /// All of it.
    pub words: Tokens,
}

/// What is looked at of one step.
pub struct Look<'a> {
    /// The step itself.
    pub step: &'a Step,
    /// Its name.
    pub name: Text,
    /// What the name says is done.
    pub doing: Doing,
    /// Whether the name says that several things are done as one.
    pub joins: bool,
    /// What it hands out.
    pub outputs: Text,
    /// The same thing by thing, as it is compared, sorted.
    pub handed_out: Vec<String>,
    /// What it asks for.
    pub papers: Text,
    /// The same paper by paper, and whether the applicant supplies it.
    pub asked_for: Vec<(MaterialKey, bool)>,
    /// Where it is.
    pub place: Text,
    /// At which window.
    pub window: Text,
    /// Its rule, in one spelling; empty where none is told.
    pub rule: String,
    /// Where in the flow it stands, from 0 for the first to 1 for the last.
    pub position: f32,
    /// In which stage of the flow.
    pub stage: Stage,
    /// Whether the applicant must go somewhere for it.
    pub on_site: bool,
    /// Whose step it is, as the applicant sees it.
    pub who: u8,
    /// Whether it hands out what a later step asks for: an errand between two windows.
    pub relays: bool,
    /// How many papers it asks for, of the most that any step of the walk asks for.
    pub papers_share: f32,
    /// The wait at worst, as the logarithm of minutes of work.
    pub wait: Option<f32>,
    /// The same of the applicant's own time.
    pub own_time: Option<f32>,
    /// The steps directly before it, in own order, ascending; and so on.
    pub before: Vec<usize>,
    /// The steps directly after it.
    pub after: Vec<usize>,
    /// All steps before it, through any others.
    pub earlier: Vec<usize>,
    /// All steps after it.
    pub later: Vec<usize>,
}

impl<'a> Looks<'a> {
    /// Reads the steps of a walk.
    pub fn of(walk: &'a Walk<'a>) -> Looks<'a> {
        let (order, content) = InOwnOrder::of(walk);
        let flow = Flow::of(walk, &order);
        let mut steps: Vec<Look<'a>> = order.iter().map(|at| Look::of(walk, walk.steps[*at])).collect();
        let most = steps.iter().map(|look| look.step.materials.len()).max().unwrap_or(0).max(1) as f32;
        for (at, (look, stands)) in steps.iter_mut().zip(flow.stands(walk, &order)).enumerate() {
            (look.position, look.stage) = (flow.position(at), stands);
            look.papers_share = look.step.materials.len() as f32 / most;
        }
        let Flow { before, after, earlier, later, .. } = flow;
        for (at, (((before, after), earlier), later)) in
            before.into_iter().zip(after).zip(earlier).zip(later).enumerate()
        {
            let handed_out = steps[at].outputs.tokens();
            let asks =
                |step: &usize| 2 * text::common(handed_out, steps[*step].papers.tokens()) > handed_out.len();
            let relays = later.iter().any(asks);
            let look = &mut steps[at];
            (look.before, look.after, look.earlier, look.later, look.relays) =
                (before, after, earlier, later, relays);
        }
        let words: Vec<Vec<Token>> = steps.iter().map(Look::words).collect();
        Looks {
            names: Tokens::of(steps.iter().map(|look| look.name.tokens())),
            characters: Tokens::of(steps.iter().map(|look| look.name.characters())),
            outputs: Tokens::of(steps.iter().map(|look| look.outputs.tokens())),
            papers: Tokens::of(steps.iter().map(|look| look.papers.tokens())),
            words: Tokens::of(words.iter().map(Vec::as_slice)),
            asked_for: papers::asked_for(walk),
            entered: places::entered(walk),
            own: inverse(&order),
            within: Within::of(&steps, &WEIGHTS),
            traits: Traits::of(&steps),
            walk,
            order,
            content,
            steps,
        }
    }

    /// What is looked at of the step at a position on the walk.
    pub fn at(&self, on_walk: usize) -> &Look<'a> {
        &self.steps[self.own[on_walk]]
    }

    /// Whether what is done at a window is done at a machine there.
    pub(super) fn is_kiosk(&self, place: &Place, window: &WindowKey) -> bool {
        self.steps.iter().any(|look| {
            let step = look.step;
            step.channel == Channel::Kiosk
                && step.place.as_ref() == Some(&place.key)
                && step.window.as_ref() == Some(window)
        })
    }

    /// Whether, of two versions, this one is looked at first.
    pub(crate) fn comes_before(&self, other: &Looks<'_>) -> bool {
        self.content <= other.content
    }

    /// The keys of the steps in own order.
    #[cfg(test)]
    pub(super) fn keys(&self) -> &[&'a StepKey] {
        &self.content.keys
    }
}

/// Where each number stands in an order of them.
pub(super) fn inverse(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    order.iter().enumerate().for_each(|(at, number)| places[*number] = at);
    places
}

impl<'a> Look<'a> {
    fn of(walk: &Walk<'a>, step: &'a Step) -> Look<'a> {
        let papers = || step.materials.iter().filter_map(|key| walk.version.material(key));
        let name = Text::read(&step.name);
        let mut handed_out: Vec<String> = step.outputs.iter().map(|output| text::plain(output)).collect();
        handed_out.sort_unstable();
        Look {
            step,
            doing: Doing::of(name.acts),
            joins: text::joins(&step.name),
            name,
            outputs: Text::read_all(step.outputs.iter().map(String::as_str)),
            handed_out,
            papers: Text::read_all(papers().map(|material| material.name.as_str())),
            asked_for: papers()
                .map(|paper| (walk.version.paper(paper), paper.provision.is_supplied()))
                .collect(),
            place: Text::read(place_name(walk.service, step.place.as_ref())),
            window: Text::read(window_name(walk.service, step.place.as_ref(), step.window.as_ref())),
            rule: step.legal_basis.as_deref().map(rule).unwrap_or_default(),
            position: 0.0,
            stage: Stage::Beside,
            on_site: step.on_site(),
            who: who(step.actor),
            relays: false,
            papers_share: 0.0,
            wait: step.wait.map(|wait| scaled(minutes(wait))),
            own_time: own_minutes(step).map(scaled),
            before: Vec::new(),
            after: Vec::new(),
            earlier: Vec::new(),
            later: Vec::new(),
        }
    }

    /// What its name, its papers and what it hands out are about; sorted, each once.
    fn words(&self) -> Vec<Token> {
        let mut words = [self.name.tokens(), self.outputs.tokens(), self.papers.tokens()].concat();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// By which way it is done, below `WAYS`: on site, from afar, by a third party, behind the counter by
    /// people, and by itself.
    pub fn way(&self) -> usize {
        match (self.internal(), self.step.channel) {
            (true, Channel::Automatic) => 4,
            (true, _) => 3,
            (false, _) if self.step.actor == Actor::ThirdParty => 2,
            (false, _) if self.on_site => 0,
            (false, _) => 1,
        }
    }

    /// What it is by itself, beside no other.
    pub fn by_itself(&self) -> [f32; ALONE] {
        let mut features = [0.0; ALONE];
        bits(self.name.acts).for_each(|act| features[act] = 1.0);
        features[ACTS + self.way()] = 1.0;
        let rest = [
            yes(self.name.acts == 0),
            yes(self.relays),
            yes(self.before.is_empty()),
            yes(self.after.is_empty()),
            yes(self.stage == Stage::HandingIn),
            yes(self.step.materials.is_empty() && self.step.outputs.is_empty()),
        ];
        features[ACTS + WAYS..].copy_from_slice(&rest);
        features
    }

    /// Whether it is behind the counter.
    pub fn internal(&self) -> bool {
        self.step.side == Side::Internal
    }
}

/// What the steps of a walk say, in an order that depends on it and not on where the file has them. Of two
/// versions the lesser is looked at first; keys decide only between what says the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct InOwnOrder<'a> {
    said: Vec<String>,
    keys: Vec<&'a StepKey>,
}

impl<'a> InOwnOrder<'a> {
    /// Reads a walk, and tells own order → position on the walk.
    pub(crate) fn of(walk: &Walk<'a>) -> (Vec<usize>, InOwnOrder<'a>) {
        let step =
            |at: usize| (walk.after[at].len(), super::said(walk, walk.steps[at]), &walk.steps[at].key, at);
        let mut steps: Vec<_> = (0..walk.steps.len()).map(step).collect();
        steps.sort_unstable();
        let order = steps.iter().map(|(.., at)| *at).collect();
        let (said, keys) = steps.into_iter().map(|(_, said, key, _)| (said, key)).unzip();
        (order, InOwnOrder { said, keys })
    }
}

/// Whose step it is, as the applicant sees it: their own, a third party's, or the administration's.
fn who(actor: Actor) -> u8 {
    match actor {
        Actor::Applicant => 0,
        Actor::ThirdParty => 1,
        Actor::Window | Actor::Department => 2,
    }
}

/// The minutes of work in a day. Only how alike two waits are is told by it, never how long they are.
const DAY: u32 = 480;

fn minutes(span: Span) -> u32 {
    span.in_minutes().map_or(span.max().saturating_mul(DAY), |(_, most)| most)
}

fn own_minutes(step: &Step) -> Option<u32> {
    [step.prepare?, step.queue?, step.counter?].into_iter().map(minutes).reduce(u32::saturating_add)
}

/// The logarithm to the base of 2, in steps of an eighth: the same on every machine.
fn scaled(minutes: u32) -> f32 {
    let number = minutes.saturating_add(1);
    let whole = number.ilog2();
    let eighths = ((u64::from(number) << 3) >> whole) - 8;
    whole as f32 + eighths as f32 / 8.0
}

fn place_name<'a>(service: &'a Service, place: Option<&PlaceKey>) -> &'a str {
    place.and_then(|key| service.place(key)).map_or("", |place| place.name.as_str())
}

fn window_name<'a>(service: &'a Service, place: Option<&PlaceKey>, window: Option<&WindowKey>) -> &'a str {
    let window = place.zip(window).and_then(|(place, window)| service.window(place, window));
    window.map_or("", |window| window.name.as_str())
}

/// A rule as it is cited, in one spelling: 《…法》第十二条 and 「…法」第12条 are the same, and 二零一二 is 2012.
pub fn rule(cited: &str) -> String {
    let mut spelled = String::new();
    let mut number: Vec<char> = Vec::new();
    let text = text::plain(cited).replace("中华人民共和国", "");
    for c in text.chars() {
        if numeral(c).is_some() || unit(c).is_some() {
            number.push(c);
        } else {
            spelled.extend(in_digits(&std::mem::take(&mut number)));
            spelled.push(c);
        }
    }
    spelled.extend(in_digits(&number));
    spelled
}

fn numeral(c: char) -> Option<u32> {
    let c = if c == '〇' { '零' } else { c };
    "零一二三四五六七八九".chars().zip(0..).find(|(numeral, _)| *numeral == c).map(|(_, digit)| digit)
}

fn unit(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        _ => None,
    }
}

/// A number as it is written in digits; none for no characters. Without a unit every character is a digit, as
/// in years.
fn in_digits(number: &[char]) -> Option<String> {
    if !number.iter().any(|c| unit(*c).is_some()) {
        let digits: String =
            number.iter().filter_map(|c| numeral(*c)).map(|digit| digit.to_string()).collect();
        return Some(digits).filter(|digits| !digits.is_empty());
    }
    let (mut sum, mut last) = (0_u32, 0);
    for c in number {
        match unit(*c) {
            // 十二 is 一十二.
            Some(size) => (sum, last) = (sum.saturating_add(last.max(1) * size), 0),
            None => last = numeral(*c).unwrap_or(0),
        }
    }
    Some(sum.saturating_add(last).to_string())
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
        assert_eq!(rule("《民法典》第一千零八十五条"), rule("民法典 第1085条"));
    }

    #[test]
    fn a_year_is_read_digit_by_digit() {
        assert_eq!(rule("省政府二零一二年第三号令"), "省政府2012年第3号令");
        assert_eq!(rule("办法（二〇二二年修订）第五条"), rule("办法（2022年修订）第5条"));
        assert_eq!(rule("二〇二〇年"), "2020年");
        assert_ne!(rule("二零一二年决定"), rule("二零二二年决定"));
    }

    #[test]
    fn a_time_is_scaled_by_doublings() {
        assert_eq!(scaled(0), 0.0);
        assert_eq!(scaled(7), 3.0);
        assert_eq!(scaled(11), 3.5);
    }
}
