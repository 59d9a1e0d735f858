//! The cards of 首页: each of the systems that the report tells of, with exactly what was told.

mod view;

use ::api::{Home, RunSummary, ServiceSummary};
use domain::reported::Reported;
use domain::service::InForceState;

use crate::route::{Route, comparison_path};
use crate::words::words;
pub use view::{CardView, ExampleCard};

/// How much was told: the groups in which the cards stand, fullest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// A figure before and a figure after.
    BeforeAndAfter,
    /// Only a figure after.
    AfterOnly,
    /// Announced, not yet true.
    Planned,
    /// A change without a figure.
    WordsOnly,
    /// Problems and measures.
    ProblemsAndRepairs,
}

impl Told {
    /// What the group is called.
    pub fn title(self) -> &'static str {
        let words = &words().home;
        match self {
            Told::BeforeAndAfter => words.both_told,
            Told::AfterOnly => words.after_told,
            Told::Planned => words.planned,
            Told::WordsOnly => words.told_in_words,
            Told::ProblemsAndRepairs => words.problems_told,
        }
    }
}

/// One of the reported systems.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// In which group it stands.
    pub told: Told,
    /// What it is.
    pub title: String,
    /// Which of several ways, where there are several.
    pub way: Option<String>,
    /// Where.
    pub area: String,
    /// Its own address.
    pub href: String,
    /// What was reported.
    pub reported: Vec<Reported>,
    /// What a run of it found.
    pub run: Option<RunSummary>,
    /// Other words by which it is found.
    pub names: Vec<String>,
}

/// The cards of all real services and runs: a service with several reported ways gives one card a
/// way, a run of a service stands on that service's card.
pub fn cards(home: &Home) -> Vec<Card> {
    let services = home.services.iter().filter(|service| !service.illustrative);
    let mut cards: Vec<Card> = services.flat_map(|service| cards_of(service, home)).collect();
    let alone = home.runs.iter().filter(|run| !run.illustrative && run.service.is_none());
    cards.extend(alone.map(|run| Card {
        told: Told::ProblemsAndRepairs,
        title: run.title.clone(),
        way: None,
        area: run.area.clone(),
        href: Route::Run(run.id.clone()).path(),
        reported: Vec::new(),
        names: vec![run.title.clone(), run.area.clone()],
        run: Some(run.clone()),
    }));
    cards.sort_by_key(|card| card.told);
    cards
}

fn cards_of(service: &ServiceSummary, home: &Home) -> Vec<Card> {
    let run = home.runs.iter().find(|run| run.service.as_ref() == Some(&service.id)).cloned();
    let mut names = vec![service.name.clone(), service.area.clone()];
    names.extend(service.aliases.clone());
    names.extend(service.versions.iter().map(|version| version.label.clone()));
    let card = |reported: Vec<Reported>, way: Option<String>, href: String| Card {
        told: told(service, &reported, run.is_some()),
        title: service.name.clone(),
        way,
        area: service.area.clone(),
        href,
        reported,
        run: run.clone(),
        names: names.clone(),
    };
    let ways = service.reported.iter().filter_map(|report| {
        let (before, after) =
            (report.before.as_ref()?.version.as_ref()?, report.after.as_ref()?.version.as_ref()?);
        let label = service.versions.iter().find(|version| version.id == *after)?.label.clone();
        Some(card(vec![report.clone()], Some(label), comparison_path(&service.id, before, after)))
    });
    let ways: Vec<Card> = ways.collect();
    if ways.is_empty() {
        vec![card(service.reported.clone(), None, Route::Service(service.id.clone()).path())]
    } else {
        ways
    }
}

fn told(service: &ServiceSummary, reported: &[Reported], was_run: bool) -> Told {
    let planned = |version: &api::VersionLabel| version.in_force == InForceState::Planned;
    if !service.versions.is_empty() && service.versions.iter().all(planned) {
        Told::Planned
    } else if reported.iter().any(|r| r.before.is_some() && r.after.is_some()) {
        Told::BeforeAndAfter
    } else if reported.iter().any(|r| r.after.is_some()) {
        Told::AfterOnly
    } else if was_run && reported.iter().all(|r| r.change.is_none()) {
        Told::ProblemsAndRepairs
    } else {
        Told::WordsOnly
    }
}
