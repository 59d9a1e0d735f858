//! What chance decides about a service, before it is put together by [`crate::building`]: small numbers
//! and few of them, so that what breaks a law shrinks to something a person can read.

use domain::material::{MaterialForm, MaterialOrigin, Provision};
use domain::step::{Actor, Channel, Fee};
use domain::{Span, TimeUnit};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// No drawn version has more steps, unless a law asks for it.
pub const MOST_STEPS: usize = 12;

/// By what way a step is taken. Indices are taken modulo the number of things there are.
#[derive(Debug, Clone)]
pub enum Way {
    OnSite { channel: Channel, place: u8, window: Option<u8> },
    Remote { channel: Channel },
    Behind { place: Option<u8> },
}

/// When a step applies.
#[derive(Debug, Clone)]
pub struct Condition {
    pub choice: Option<u8>,
    pub optional: bool,
    /// The situation, and one bit for each of its answers.
    pub when: Option<(u8, u8)>,
}

#[derive(Debug, Clone)]
pub struct DrawnStep {
    pub name: u8,
    pub way: Way,
    pub actor: Actor,
    /// One bit for each earlier step.
    pub after: u16,
    pub prepare: Option<Span>,
    pub queue: Option<Span>,
    pub counter: Option<Span>,
    pub wait: Option<Span>,
    /// One bit for each paper of the version.
    pub papers: u8,
    pub outputs: Vec<u8>,
    pub fee: Option<Fee>,
    pub rule: Option<u8>,
    pub stage: Option<u8>,
    pub condition: Condition,
    pub evidence: u8,
}

#[derive(Debug, Clone)]
pub struct DrawnPaper {
    pub name: u8,
    pub form: MaterialForm,
    pub origin: MaterialOrigin,
    pub provision: Provision,
    pub copies: u32,
    pub same_as: Option<u8>,
}

#[derive(Debug, Clone)]
pub struct DrawnVersion {
    pub steps: Vec<DrawnStep>,
    pub papers: Vec<DrawnPaper>,
    pub promised: Option<Span>,
    pub measured: Option<Span>,
    pub accepted_at: Option<u8>,
    pub decided_at: Option<u8>,
}

#[derive(Debug, Clone)]
pub struct DrawnPlace {
    pub name: u8,
    pub travel: Option<Span>,
    pub windows: Vec<u8>,
}

/// How complete and how plain the service is: without these almost every version would have an unknown
/// time somewhere, and most measures would never be known.
#[derive(Debug, Clone, Copy)]
pub struct Temper {
    /// Every time is stated.
    pub told: bool,
    /// Days of waiting are working days, and own time is in minutes.
    pub one_unit: bool,
    /// No two things of one list have the same name.
    pub distinct: bool,
    /// No situations, choices and optional steps.
    pub one_walk: bool,
    pub illustrative: bool,
}

#[derive(Debug, Clone)]
pub struct DrawnService {
    pub temper: Temper,
    pub places: Vec<DrawnPlace>,
    /// The number of answers of each situation.
    pub situations: Vec<u8>,
    pub legal: Option<Span>,
    pub declared_visits: Option<u32>,
    pub cases_a_year: Option<u32>,
    pub version: DrawnVersion,
    /// A figure reported of the first and the second version.
    pub reported: Option<(u32, Option<u32>)>,
}

/// What becomes of a version when the next one is made from it.
#[derive(Debug, Clone)]
pub enum Mutation {
    Drop,
    Add(DrawnStep),
    Rename(u8),
    TakeWay(Way),
    Wait(Option<Span>),
    OwnTime(Option<Span>),
    Papers(u8),
    Provision(Provision),
    Fee(Option<Fee>),
    Rule(Option<u8>),
    Free,
    PutAfter(u8),
    MergeWith(u8),
    Promise(Option<Span>),
}

fn span(min: u32, more: u32, unit: TimeUnit) -> Span {
    Span::new(min, min + more, unit).expect("a short span")
}

fn minutes() -> impl Strategy<Value = Span> {
    (0..40_u32, 0..30_u32).prop_map(|(min, more)| span(min, more, TimeUnit::Minute))
}

fn hours() -> impl Strategy<Value = Span> {
    (0..2_u32, 0..2_u32).prop_map(|(min, more)| span(min, more, TimeUnit::Hour))
}

fn days(unit: TimeUnit) -> impl Strategy<Value = Span> {
    (0..4_u32, 0..3_u32).prop_map(move |(min, more)| span(min, more, unit))
}

pub fn own_time() -> impl Strategy<Value = Option<Span>> {
    prop_oneof![
        4 => Just(Some(Span::NONE)),
        4 => minutes().prop_map(Some),
        1 => hours().prop_map(Some),
        1 => days(TimeUnit::WorkingDay).prop_map(Some),
        1 => Just(None),
    ]
}

pub fn wait() -> impl Strategy<Value = Option<Span>> {
    prop_oneof![
        5 => Just(Some(Span::NONE)),
        1 => minutes().prop_map(Some),
        1 => hours().prop_map(Some),
        4 => days(TimeUnit::WorkingDay).prop_map(Some),
        1 => days(TimeUnit::NaturalDay).prop_map(Some),
        1 => Just(None),
    ]
}

fn limit() -> impl Strategy<Value = Option<Span>> {
    option::of(prop_oneof![days(TimeUnit::WorkingDay), days(TimeUnit::NaturalDay), hours()])
}

pub fn way() -> impl Strategy<Value = Way> {
    let on_site = prop_oneof![4 => Just(Channel::Counter), 1 => Just(Channel::Kiosk)];
    let remote = prop_oneof![
        3 => Just(Channel::Online),
        1 => Just(Channel::Post),
        1 => Just(Channel::Phone),
        1 => Just(Channel::Automatic),
    ];
    prop_oneof![
        2 => remote.prop_map(|channel| Way::Remote { channel }),
        2 => option::of(any::<u8>()).prop_map(|place| Way::Behind { place }),
        4 => (on_site, any::<u8>(), option::weighted(0.8, any::<u8>()))
            .prop_map(|(channel, place, window)| Way::OnSite { channel, place, window }),
    ]
}

fn actor() -> impl Strategy<Value = Actor> {
    prop_oneof![Just(Actor::Applicant), Just(Actor::Window), Just(Actor::Department), Just(Actor::ThirdParty)]
}

pub fn fee() -> impl Strategy<Value = Option<Fee>> {
    let fee =
        (0..200_u32, 0..50_u32).prop_map(|(min_yuan, more)| Fee { min_yuan, max_yuan: min_yuan + more });
    option::weighted(0.3, fee)
}

fn condition() -> impl Strategy<Value = Condition> {
    let when = option::weighted(0.15, (any::<u8>(), any::<u8>()));
    (option::weighted(0.25, 0..2_u8), prop::bool::weighted(0.08), when)
        .prop_map(|(choice, optional, when)| Condition { choice, optional, when })
}

pub fn step() -> impl Strategy<Value = DrawnStep> {
    let looks = (any::<u8>(), way(), actor(), any::<u16>(), any::<u16>());
    let times = (own_time(), own_time(), own_time(), wait());
    let outputs = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(any::<u8>(), 1..4)];
    let papers = (any::<u8>(), any::<u8>(), outputs, fee());
    let marks = (option::weighted(0.4, any::<u8>()), option::weighted(0.2, any::<u8>()), any::<u8>());
    (looks, times, papers, marks, condition()).prop_map(
        |(
            (name, way, actor, after, and_after),
            (prepare, queue, counter, wait),
            (some, of_them, outputs, fee),
            (rule, stage, evidence),
            condition,
        )| DrawnStep {
            name,
            way,
            actor,
            // A quarter of the earlier steps: all of them would leave only chains.
            after: after & and_after,
            prepare,
            queue,
            counter,
            wait,
            papers: some & of_them,
            outputs,
            fee,
            rule,
            stage,
            condition,
            evidence,
        },
    )
}

pub fn provision() -> impl Strategy<Value = Provision> {
    prop_oneof![
        4 => Just(Provision::Submitted),
        1 => Just(Provision::WaivedByLicence),
        1 => Just(Provision::WaivedBySharing),
        1 => Just(Provision::Commitment),
        1 => Just(Provision::Later),
    ]
}

fn paper() -> impl Strategy<Value = DrawnPaper> {
    let form =
        prop_oneof![Just(MaterialForm::Original), Just(MaterialForm::Copy), Just(MaterialForm::Electronic)];
    let origin = prop_oneof![Just(MaterialOrigin::Own), Just(MaterialOrigin::Issued)];
    (any::<u8>(), form, origin, provision(), 1..3_u32, option::weighted(0.25, any::<u8>())).prop_map(
        |(name, form, origin, provision, copies, same_as)| DrawnPaper {
            name,
            form,
            origin,
            provision,
            copies,
            same_as,
        },
    )
}

pub fn version(most_steps: usize) -> impl Strategy<Value = DrawnVersion> {
    let ends = || option::weighted(0.7, any::<u8>());
    (vec(step(), 1..=most_steps), vec(paper(), 0..6), limit(), limit(), ends(), ends()).prop_map(
        |(steps, papers, promised, measured, accepted_at, decided_at)| DrawnVersion {
            steps,
            papers,
            promised,
            measured,
            accepted_at,
            decided_at,
        },
    )
}

fn place() -> impl Strategy<Value = DrawnPlace> {
    (any::<u8>(), option::weighted(0.9, minutes()), vec(any::<u8>(), 1..4))
        .prop_map(|(name, travel, windows)| DrawnPlace { name, travel, windows })
}

fn temper() -> impl Strategy<Value = Temper> {
    let mostly = || prop::bool::weighted(0.75);
    (mostly(), mostly(), mostly(), mostly(), prop::bool::weighted(0.1)).prop_map(
        |(told, one_unit, distinct, one_walk, illustrative)| Temper {
            told,
            one_unit,
            distinct,
            one_walk,
            illustrative,
        },
    )
}

pub fn service(most_steps: usize) -> impl Strategy<Value = DrawnService> {
    let figures = option::of((0..20_u32, option::of(0..20_u32)));
    let whole = (limit(), option::of(0..4_u32), option::of(1..5_000_u32), figures);
    (temper(), vec(place(), 1..4), vec(2..4_u8, 0..3), whole, version(most_steps)).prop_map(
        |(temper, places, situations, (legal, declared_visits, cases_a_year, reported), version)| {
            DrawnService {
                temper,
                places,
                situations,
                legal,
                declared_visits,
                cases_a_year,
                version,
                reported,
            }
        },
    )
}

/// What happens, and to which step or paper.
pub fn mutation() -> impl Strategy<Value = (u8, Mutation)> {
    let what = prop_oneof![
        2 => Just(Mutation::Drop),
        2 => step().prop_map(Mutation::Add),
        2 => any::<u8>().prop_map(Mutation::Rename),
        3 => way().prop_map(Mutation::TakeWay),
        2 => wait().prop_map(Mutation::Wait),
        1 => own_time().prop_map(Mutation::OwnTime),
        2 => any::<u8>().prop_map(Mutation::Papers),
        2 => provision().prop_map(Mutation::Provision),
        1 => fee().prop_map(Mutation::Fee),
        1 => option::of(any::<u8>()).prop_map(Mutation::Rule),
        1 => Just(Mutation::Free),
        1 => any::<u8>().prop_map(Mutation::PutAfter),
        2 => any::<u8>().prop_map(Mutation::MergeWith),
        1 => limit().prop_map(Mutation::Promise),
    ];
    (any::<u8>(), what)
}
