//! The cards of 首页: each of the systems that the report tells of, with exactly what was told.

use ::api::{Home, RunSummary, ServiceSummary};
use domain::reported::Reported;
use domain::service::InForceState;
use domain::{EvidenceKind, compare};
use leptos::prelude::*;

use crate::components::evidence_mark::EvidenceMark;
use crate::components::pane::Change;
use crate::route::{Route, comparison_path};
use crate::words::words;

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

/// Draws a [`Card`].
#[component]
pub fn CardView(card: Card) -> impl IntoView {
    let words = &words().home;
    let planned = card.told == Told::Planned;
    let lines = card.reported.iter().map(|report| view! { <ReportLine report=report.clone() planned/> });
    let lines = lines.collect_view();
    let evidence = EvidenceKind::weakest(card.reported.iter().map(|report| report.evidence.kind()));
    let evidence = evidence.or(card.run.as_ref().map(|run| run.evidence));
    let run = card.run.filter(|_| card.told == Told::ProblemsAndRepairs).map(|run| {
        let result = if run.result.is_some() { words.result_by_own_word } else { words.result_not_told };
        view! {
            <p class="card__line">
                <strong>{(words.problems_and_repairs)(run.problems, run.repairs)}</strong>
                <span class="card__aside">{result}</span>
            </p>
        }
    });
    view! {
        <li class="card">
            <a class="card__link" href=card.href>
                <span class="card__title">{card.title}</span>
                {card.way.map(|way| view! { <span class="card__way">{way}</span> })}
            </a>
            <p class="card__area">
                {card.area}
                {evidence.map(|kind| view! { <EvidenceMark kind/> })}
            </p>
            {lines}
            {run}
        </li>
    }
}

/// One reported figure on a card: what was not told says so.
#[component]
fn ReportLine(report: Reported, planned: bool) -> impl IntoView {
    let words = words();
    let has_figures = report.before.is_some() || report.after.is_some();
    let side = |figure: Option<u32>, class: &'static str| match figure {
        Some(value) => view! { <span class=class>{value}</span> }.into_any(),
        None => view! { <span class="card__blank">{words.site.not_told}</span> }.into_any(),
    };
    let difference = compare::reported_difference(&report);
    let rate = difference.and_then(|difference| {
        let permille = difference.reduction_permille?;
        let text = (words.service.reduction)(&(words.names.permille)(permille), words.service.from_before);
        Some(view! { <Change direction=difference.direction text/> })
    });
    let figures = has_figures.then(|| {
        view! {
            <span class="card__figures">
                {(!planned).then(|| view! {
                    {side(report.before.as_ref().map(|f| f.value), "card__first")}
                    <span class="card__arrow"><span class="visually-hidden">{words.service.arrow}</span></span>
                })}
                {side(report.after.as_ref().map(|f| f.value), "card__second")}
                <span class="card__unit">{report.unit.as_ref().map(words.names.unit)}</span>
            </span>
        }
    });
    let told = report.change.as_ref().map(|change| {
        view! { <strong class="card__told">{(words.names.told_change)(change)}</strong> }
    });
    view! {
        <p class="card__line">
            <span class="card__subject">{report.subject}</span>
            {figures}
            {told}
            {rate}
        </p>
    }
}

/// A service of the demonstration district: its measures, before and after.
#[component]
pub fn ExampleCard(service: ServiceSummary) -> impl IntoView {
    let words = words();
    let measures = service.headline.into_iter().flat_map(|headline| headline.measures);
    let shown = measures.filter(|measure| {
        use domain::MeasureKind::*;
        matches!(measure.kind, Places | Windows | Visits | PromisedLimit)
    });
    let shown = shown.map(|measure| {
        let (first, second) = (measure.first, measure.second);
        let unit = measure.unit.map(words.names.time_unit);
        view! {
            <div class="example-card__measure">
                <dt>{(words.names.measure)(measure.kind)}</dt>
                <dd>
                    <span class="example-card__first">{(words.names.range)(first.0, first.1)}</span>
                    <span class="card__arrow"><span class="visually-hidden">{words.service.arrow}</span></span>
                    <span class="example-card__second">{(words.names.range)(second.0, second.1)}</span>
                    {unit.map(|unit| view! { <span class="example-card__unit">{unit}</span> })}
                </dd>
            </div>
        }
    });
    view! {
        <li class="example-card">
            <p class="example-card__mark"><EvidenceMark kind=EvidenceKind::Example/></p>
            <a class="card__link" href=Route::Service(service.id).path()>
                <span class="card__title">{service.name}</span>
            </a>
            <dl class="example-card__measures">{shown.collect_view()}</dl>
        </li>
    }
}
