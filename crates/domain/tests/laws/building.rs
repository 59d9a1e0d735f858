//! Puts what was drawn together into documents that the door of the domain lets in, whatever was drawn.

use crate::drawing::*;
use crate::words;
use domain::evidence::{Evidence, Source};
use domain::material::Material;
use domain::reported::{Figure, Limit, Reported, Unit};
use domain::service::{Answer, Editorial, InForce, InForceState, Place, ServiceDocument, Situation, Window};
use domain::step::{Actor, Channel, Side, Step, When};
use domain::{Span, TimeUnit, Version};
use std::collections::BTreeSet;
use std::str::FromStr;

/// A key of any kind.
pub fn key<K: FromStr<Err = domain::KeyError>>(text: &str) -> K {
    text.parse().expect("a key")
}

/// The item at an index that is taken modulo their number; `None` of none.
fn pick<T>(items: &[T], index: u8) -> Option<&T> {
    items.get(usize::from(index) % items.len().max(1))
}

/// The items whose bits are set.
fn chosen<T>(items: &[T], bits: u32) -> impl Iterator<Item = &T> {
    items.iter().enumerate().filter(move |(i, _)| bits >> i & 1 == 1).map(|(_, item)| item)
}

/// Gives out names, and another one for a name that was given out, where names are to be distinct.
struct Names {
    words: &'static [&'static str],
    given: Option<BTreeSet<String>>,
}

impl Names {
    fn new(words: &'static [&'static str], distinct: bool) -> Names {
        Names { words, given: distinct.then(BTreeSet::new) }
    }

    fn give(&mut self, index: u8) -> String {
        let name = |at: usize| {
            let (word, round) = (self.words[at % self.words.len()], at / self.words.len());
            if round == 0 { word.to_owned() } else { format!("{word}{round}") }
        };
        let first = usize::from(index) % self.words.len();
        let Some(given) = &mut self.given else { return name(first) };
        let free = (first..).map(name).find(|name| !given.contains(name)).expect("numbers do not end");
        given.insert(free.clone());
        free
    }
}

/// Puts a drawn service together; its only version has the id `first`.
pub fn document(drawn: &DrawnService) -> ServiceDocument {
    let temper = drawn.temper;
    let mut names = Names::new(&words::PLACES, temper.distinct);
    let places: Vec<Place> =
        drawn.places.iter().enumerate().map(|(i, p)| place(p, i, &mut names, temper)).collect();
    let situations: Vec<Situation> =
        drawn.situations.iter().enumerate().map(|(i, answers)| situation(i, *answers)).collect();
    let sources = vec![Source {
        key: key("report"),
        title: "报道".to_owned(),
        publisher: "区政务服务中心".to_owned(),
        published_on: None,
        note: None,
    }];
    let mut document = ServiceDocument {
        format: 1,
        id: key("service"),
        name: "餐饮店开办".to_owned(),
        aliases: Vec::new(),
        illustrative: temper.illustrative,
        code: None,
        area: "度假区".to_owned(),
        audience: None,
        authority: Some("区行政审批局".to_owned()),
        handling: None,
        summary: "开一家店。".to_owned(),
        conditions: Vec::new(),
        outcome: None,
        legal_limit: drawn.legal.map(|time| limit(time, 3, temper)),
        declared_visits: drawn.declared_visits,
        cases_a_year: drawn.cases_a_year,
        phone: None,
        illustrated_by: None,
        reported: Vec::new(),
        repairs: Vec::new(),
        readings: Vec::new(),
        situations,
        places,
        versions: Vec::new(),
        sources,
    };
    let first = version(&drawn.version, "first", &document, temper);
    document.versions.push(first);
    document
}

/// The figure that was reported of the two versions.
pub fn report(before: u32, after: Option<u32>, temper: Temper) -> Reported {
    let figure = |value, version| Figure { value, version: Some(key(version)) };
    Reported {
        key: key("limit"),
        subject: "审批办结时限".to_owned(),
        measure: None,
        unit: Some(Unit::Time(TimeUnit::WorkingDay)),
        before: Some(figure(before, "first")),
        after: after.map(|value| figure(value, "second")),
        change: None,
        evidence: evidence(1, temper),
    }
}

pub fn evidence(drawn: u8, temper: Temper) -> Evidence {
    match drawn % 4 {
        _ if temper.illustrative => Evidence::Example {},
        0 => Evidence::Measured { n: 3 },
        1 => Evidence::Published {
            source: key("report"), quote: "由7个工作日压缩到5个工作日".to_owned()
        },
        2 => Evidence::Computed {},
        _ => Evidence::SelfReported { by: "区行政审批局".to_owned() },
    }
}

pub fn limit(time: Span, drawn_evidence: u8, temper: Temper) -> Limit {
    Limit { time: tempered(Some(time), temper).unwrap_or(time), evidence: evidence(drawn_evidence, temper) }
}

/// A time as the temper of the service allows it.
pub fn tempered(time: Option<Span>, temper: Temper) -> Option<Span> {
    let time = if temper.told { time.or(Some(Span::NONE)) } else { time }?;
    let one_unit = temper.one_unit && time.unit() == TimeUnit::NaturalDay;
    let unit = if one_unit { TimeUnit::WorkingDay } else { time.unit() };
    Span::new(time.min(), time.max(), unit).ok()
}

/// The same for time of the applicant's own.
pub fn tempered_own(time: Option<Span>, temper: Temper) -> Option<Span> {
    let time = tempered(time, temper)?;
    if temper.one_unit && time.in_days() { Some(Span::NONE) } else { Some(time) }
}

fn place(drawn: &DrawnPlace, i: usize, names: &mut Names, temper: Temper) -> Place {
    let mut window_names = Names::new(&words::WINDOWS, temper.distinct);
    let window =
        |(j, name): (usize, &u8)| Window { key: key(&format!("w{j}")), name: window_names.give(*name) };
    Place {
        key: key(&format!("p{i}")),
        name: names.give(drawn.name),
        address: None,
        hours: None,
        travel: tempered(drawn.travel, temper),
        windows: drawn.windows.iter().enumerate().map(window).collect(),
    }
}

fn situation(i: usize, answers: u8) -> Situation {
    let answer = |j| Answer { key: key(&format!("a{j}")), label: format!("第{}种", j + 1) };
    Situation {
        key: key(&format!("q{i}")),
        question: format!("是哪一种情形（{}）？", i + 1),
        answers: (0..answers).map(answer).collect(),
    }
}

/// Puts a drawn version together for the places and situations of a service.
pub fn version(drawn: &DrawnVersion, id: &str, document: &ServiceDocument, temper: Temper) -> Version {
    let materials = papers(&drawn.papers, temper);
    let mut steps: Vec<Step> = Vec::new();
    let mut names = Names::new(&words::STEPS, temper.distinct);
    for (i, drawn_step) in drawn.steps.iter().enumerate() {
        let earlier: Vec<_> = steps.iter().map(|step| step.key.clone()).collect();
        let built = Step {
            key: key(&format!("s{i}")),
            name: names.give(drawn_step.name),
            after: chosen(&earlier, drawn_step.after.into()).cloned().collect(),
            materials: chosen(&materials, drawn_step.papers.into()).map(|m| m.key.clone()).collect(),
            ..step(drawn_step, document, temper)
        };
        steps.push(built);
    }
    without_lonely_choices(&mut steps);
    let end = |drawn: Option<u8>| pick(&steps, drawn?).map(|step| step.key.clone());
    Version {
        id: key(id),
        label: "现行".to_owned(),
        derived_from: None,
        in_force: InForce { state: InForceState::InForce, from: None, to: None },
        editorial: Editorial::Published,
        promised_limit: drawn.promised.map(|time| limit(time, 3, temper)),
        measured_limit: drawn.measured.map(|time| limit(time, 0, temper)),
        special_procedures: Vec::new(),
        accepted_at: end(drawn.accepted_at),
        decided_at: end(drawn.decided_at),
        materials,
        steps,
    }
}

/// A step of no version yet: what it is after and what is handed in is still missing.
pub fn step(drawn: &DrawnStep, document: &ServiceDocument, temper: Temper) -> Step {
    let named = |words: &[&str], index: Option<u8>| Some((*pick(words, index?)?).to_owned());
    let condition = &drawn.condition;
    let when = condition.when.filter(|_| !temper.one_walk).and_then(|(situation, answers)| {
        let situation = pick(&document.situations, situation)?;
        let any_of: Vec<_> = chosen(&situation.answers, answers.into()).map(|a| a.key.clone()).collect();
        (!any_of.is_empty()).then(|| When { situation: situation.key.clone(), any_of })
    });
    let mut step = Step {
        key: key("new"),
        name: named(&words::STEPS, Some(drawn.name)).unwrap_or_default(),
        stage: named(&words::STAGES, drawn.stage),
        actor: drawn.actor,
        side: Side::External,
        after: Vec::new(),
        choice: condition.choice.filter(|_| !temper.one_walk).map(|c| key(&format!("c{c}"))),
        optional: condition.optional && !temper.one_walk,
        when,
        channel: Channel::Online,
        place: None,
        window: None,
        prepare: tempered_own(drawn.prepare, temper),
        queue: tempered_own(drawn.queue, temper),
        counter: tempered_own(drawn.counter, temper),
        wait: tempered(drawn.wait, temper),
        materials: Vec::new(),
        outputs: drawn.outputs.iter().filter_map(|output| named(&words::PAPERS, Some(*output))).collect(),
        fee: drawn.fee,
        legal_basis: named(&words::RULES, drawn.rule),
        evidence: evidence(drawn.evidence, temper),
    };
    take_way(&mut step, &drawn.way, document);
    step
}

/// Has a step taken by this way.
pub fn take_way(step: &mut Step, way: &Way, document: &ServiceDocument) {
    let place_at = |index: u8| pick(&document.places, index);
    let (side, channel, place, window) = match way {
        Way::OnSite { channel, place, window } => (Side::External, *channel, place_at(*place), *window),
        Way::Remote { channel } => (Side::External, *channel, None, None),
        Way::Behind { place } => (Side::Internal, Channel::Counter, place.and_then(place_at), None),
    };
    (step.side, step.channel) = (side, channel);
    step.place = place.map(|place| place.key.clone());
    step.window =
        place.zip(window).and_then(|(place, window)| pick(&place.windows, window)).map(|w| w.key.clone());
    if side == Side::Internal && step.actor == Actor::Applicant {
        step.actor = Actor::Department;
    }
}

fn papers(drawn: &[DrawnPaper], temper: Temper) -> Vec<Material> {
    let mut names = Names::new(&words::PAPERS, temper.distinct);
    let mut papers: Vec<Material> = Vec::new();
    for (i, paper) in drawn.iter().enumerate() {
        let originals: Vec<_> =
            papers.iter().filter(|p| p.same_as.is_none()).map(|p| p.key.clone()).collect();
        let same_as = paper.same_as.and_then(|index| pick(&originals, index)).cloned();
        papers.push(Material {
            key: key(&format!("m{i}")),
            name: names.give(paper.name),
            form: paper.form,
            copies: paper.copies,
            origin: paper.origin,
            provision: paper.provision,
            same_as,
        });
    }
    papers
}

/// A choice of one step is none.
pub fn without_lonely_choices(steps: &mut [Step]) {
    let choices: Vec<_> = steps.iter().map(|step| step.choice.clone()).collect();
    for step in steps {
        if choices.iter().filter(|other| **other == step.choice).count() < 2 {
            step.choice = None;
        }
    }
}
