//! 事项: one service, two of its versions beside each other, from the numbers down to the steps.

use ::api::{RunSummary, ServiceDetail};
use domain::service::InForceState;
use domain::walk::easiest_walk;
use domain::{Answers, Comparison, EvidenceKind, MeasureKind, Relation, Service, compare};
use leptos::prelude::*;

use crate::components::evidence_mark::{EvidenceLegend, EvidenceMark};
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::lighter_and_heavier::LighterAndHeavier;
use crate::components::page_heading::PageHeading;
use crate::components::pane::{Pane, PaneView, TOLD_MEASURES};
use crate::components::quotation::{Quotation, Sources, ToldList};
use crate::components::run_link::RunLink;
use crate::components::step_changes::StepChanges;
use crate::components::time_strips::TimeStrips;
use crate::components::version_picker::{Pair, VersionPicker};
use crate::components::why_sheet::{Why, WhySheet};
use crate::route::{AskedPair, Route};
use crate::words::words;

/// Draws a service, and the two versions that are asked for.
#[component]
pub fn ServiceView(detail: ServiceDetail, asked: Signal<AskedPair>) -> impl IntoView {
    let ServiceDetail { service, runs } = detail;
    let facts = service.clone();
    let service = StoredValue::new(service);
    let why = RwSignal::new(None);
    let chosen = Memo::new(move |_| service.with_value(|service| chosen(service, &asked.read())));
    let many = facts.versions.len() > 1;
    let pair = Memo::new(move |last: Option<&Option<Pair>>| match chosen.get() {
        Chosen::Pair(pair) => Some(pair),
        Chosen::Unknown | Chosen::None => last.cloned().flatten(),
    });
    let compared = move || match chosen.get() {
        Chosen::Pair(pair) => view! { <Compared service pair why/> }.into_any(),
        Chosen::Unknown => view! { <NoSuchVersion service/> }.into_any(),
        Chosen::None => view! { <ReportedAlone service why/> }.into_any(),
    };
    let picker = move || {
        let shown = many && matches!(chosen.get(), Chosen::Pair(_));
        shown.then(|| {
            let pair = Signal::derive(move || pair.get().unwrap_or_else(|| only_pair(service)));
            view! { <VersionPicker service pair/> }
        })
    };
    view! {
        <ServiceHead service=facts.clone()/>
        {picker}
        {compared}
        <ServiceFoot service=facts runs/>
        <WhySheet service why/>
    }
}

/// What the address asks to see.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Chosen {
    /// Two versions that are there.
    Pair(Pair),
    /// A version that this service does not have.
    Unknown,
    /// The service has no two versions to compare.
    None,
}

fn chosen(service: &Service, asked: &AskedPair) -> Chosen {
    let default = service.default_pair();
    let find = |asked: &Option<String>, default: Option<&domain::Version>| match asked {
        None => Ok(default.map(|version| version.id.clone())),
        Some(text) => {
            let id = text.parse().ok().filter(|id| service.version(id).is_some());
            id.map(Some).ok_or(())
        }
    };
    match (find(&asked.from, default.map(|d| d.0)), find(&asked.to, default.map(|d| d.1))) {
        (Ok(Some(first)), Ok(Some(second))) => Chosen::Pair(Pair { first, second }),
        (Ok(_), Ok(_)) => Chosen::None,
        _ => Chosen::Unknown,
    }
}

/// The default pair of a service that has one.
fn only_pair(service: StoredValue<Service>) -> Pair {
    service.with_value(|service| {
        let id = |index: usize| service.versions[index.min(service.versions.len() - 1)].id.clone();
        match service.default_pair() {
            Some((first, second)) => Pair { first: first.id.clone(), second: second.id.clone() },
            None => Pair { first: id(0), second: id(1) },
        }
    })
}

#[component]
fn ServiceHead(service: Service) -> impl IntoView {
    let words = words();
    let facts = [
        Some(service.area.clone()),
        service.audience.map(|audience| (words.names.audience)(audience).to_owned()),
        service.outcome.as_ref().map(|outcome| (words.service.outcome)(outcome)),
    ];
    let facts = facts.into_iter().flatten().map(|fact| view! { <li>{fact}</li> });
    view! {
        <PageHeading title=service.name.clone()/>
        <ul class="meta">{facts.collect_view()}</ul>
        <p class="summary">{service.summary.clone()}</p>
        <IllustrativeLine illustrative=service.illustrative/>
    }
}

#[component]
fn NoSuchVersion(service: StoredValue<Service>) -> impl IntoView {
    let words = &words().service;
    let href = service.with_value(|service| Route::Service(service.id.clone()).path());
    view! {
        <section class="failure">
            <h2 class="section__title">{words.no_such_version}</h2>
            <p>{words.no_such_version_advice}</p>
            <a class="button button--primary" href=href>{words.show_default}</a>
        </section>
    }
}

/// Two versions beside each other.
#[component]
fn Compared(service: StoredValue<Service>, pair: Pair, why: RwSignal<Option<Why>>) -> impl IntoView {
    let comparison = service.with_value(|service| {
        let first = service.version(&pair.first)?;
        Some(compare(service, first, service.version(&pair.second)?, &Answers::new()))
    });
    comparison.map(|comparison| {
        let relation = comparison.relation;
        let words = &words().service;
        let note = match relation {
            Relation::BeforeAfter => None,
            Relation::AfterBefore => Some(words.backwards_note),
            Relation::TwoWays => Some(words.two_ways_note),
            Relation::Same => Some(words.same_note),
        };
        let has_steps = !comparison.steps.is_empty();
        let weighed = relation == Relation::BeforeAfter;
        view! {
            {note.map(|note| view! { <p class="relation-note">{note}</p> })}
            <Numbers service comparison=comparison.clone() why/>
            <TimeStrips service comparison=comparison.clone()/>
            {has_steps.then(|| view! { <StepChanges service comparison=comparison.clone()/> })}
            {weighed.then(|| view! { <LighterAndHeavier service comparison/> })}
        }
    })
}

/// The window of numbers, and what is said of them.
#[component]
fn Numbers(
    service: StoredValue<Service>,
    comparison: Comparison,
    why: RwSignal<Option<Why>>,
) -> impl IntoView {
    let words = words();
    let baseline =
        service.with_value(|s| s.version(&comparison.first).map(|v| v.label.clone())).unwrap_or_default();
    let (relation, first, second) =
        (comparison.relation, comparison.first.clone(), comparison.second.clone());
    let measures = comparison.measures.iter().filter(|change| change.says_something());
    let measures = measures.filter(|change| is_a_pane(change.first.kind)).map(|change| {
        let open = Why::Measure(Box::new(change.clone()), first.clone(), second.clone());
        (Pane::of_measure(change, relation, &baseline), open)
    });
    let reported = comparison.reported.iter().map(|change| {
        let open = Why::Report(change.subject.clone(), change.evidence.clone());
        (Pane::of_report(change, relation, &baseline), open)
    });
    let mut panes: Vec<(Pane, Why)> = measures.chain(reported).collect();
    // Small panes, then the number people came for, then what stands beside it.
    panes.sort_by_key(|(pane, _)| (pane.with_counter, !pane.leading));
    let has_steps = !comparison.steps.is_empty();
    let unknown = compare::unknown_measures(&comparison);
    let unknown: Vec<String> = unknown
        .into_iter()
        .filter(|(kind, _)| is_told_by_sources(*kind))
        .map(|(kind, _)| (words.names.measure)(kind).to_owned())
        .collect();
    let illustrative = service.with_value(|service| service.illustrative);
    let hint = if has_steps { words.service.tap_a_number } else { words.service.tap_a_report };
    let standard = service.with_value(|service| standard_line(service, &comparison));
    let situations = service.with_value(|service| situation_line(service, &comparison));
    view! {
        <section aria-label=words.service.numbers_title>
            <Panes panes why/>
            <p class="section__note">
                {illustrative.then(|| view! { <EvidenceMark kind=EvidenceKind::Example/> " " })}
                {hint}
            </p>
            {standard.map(|line| view! { <p class="standard">{line}</p> })}
            {situations.map(|line| view! { <p class="section__note">{line}</p> })}
            {(!unknown.is_empty()).then(|| view! {
                <p class="blank">{(words.service.not_told_list)(&(words.names.list)(&unknown))}</p>
            })}
        </section>
    }
}

/// Whether it has a pane of its own; what the back office does is told with the steps.
fn is_a_pane(kind: MeasureKind) -> bool {
    TOLD_MEASURES.contains(&kind) && kind != MeasureKind::BackOfficeSteps
}

/// Whether a source could tell it; what only we count or compute is not missed in a source.
fn is_told_by_sources(kind: MeasureKind) -> bool {
    is_a_pane(kind) && kind != MeasureKind::ComputedLimit
}

#[component]
fn Panes(panes: Vec<(Pane, Why)>, why: RwSignal<Option<Why>>) -> impl IntoView {
    let panes = panes.into_iter().map(|(pane, open)| {
        let on_open = move || why.set(Some(open.clone()));
        view! { <PaneView pane on_open/> }
    });
    view! { <div class="panes">{panes.collect_view()}</div> }
}

/// 达标, in a sentence; nothing where it is not met or nobody can tell.
fn standard_line(service: &Service, comparison: &Comparison) -> Option<String> {
    let words = &words().service;
    let label = |id| service.version(id).map_or("", |version| version.label.as_str());
    let (first, second) = (comparison.first_standard, comparison.second_standard);
    if second.faceless {
        return Some((words.faceless)(label(&comparison.second)));
    }
    match (first.is_met(), second.is_met()) {
        (true, true) => Some(words.standard_met_both.to_owned()),
        (false, true) => Some((words.standard_met)(label(&comparison.second))),
        (true, false) => Some((words.standard_met)(label(&comparison.first))),
        (false, false) => None,
    }
}

/// The answers that were assumed, where the versions ask.
fn situation_line(service: &Service, comparison: &Comparison) -> Option<String> {
    let words = words();
    let mut answers = Answers::new();
    for id in [&comparison.first, &comparison.second] {
        let walk = easiest_walk(service, service.version(id)?, &Answers::new()).ok()?;
        answers.extend(walk.answers);
    }
    let chosen = service.situations.iter().filter_map(|situation| {
        let answer = answers.get(&situation.key)?;
        let label = &situation.answers.iter().find(|a| a.key == *answer)?.label;
        Some((words.service.chosen_answer)(&situation.question, label))
    });
    let chosen: Vec<String> = chosen.collect();
    (!chosen.is_empty()).then(|| (words.service.situation_note)(&(words.names.list)(&chosen)))
}

/// What was reported of a service that has no two versions.
#[component]
fn ReportedAlone(service: StoredValue<Service>, why: RwSignal<Option<Why>>) -> impl IntoView {
    let words = words();
    let reported = service.with_value(|service| service.reported.clone());
    let state = service.with_value(|service| service.versions.first().map(|version| version.in_force.state));
    let planned = state == Some(InForceState::Planned);
    let panes: Vec<(Pane, Why)> = reported
        .iter()
        .map(|report| {
            let open = Why::Report(report.subject.clone(), vec![report.evidence.clone()]);
            (Pane::of_report_alone(report, planned), open)
        })
        .collect();
    let unknown: Vec<String> = TOLD_MEASURES
        .into_iter()
        .filter(|kind| is_told_by_sources(*kind))
        .filter(|kind| reported.iter().all(|report| report.measure != Some(*kind)))
        .map(|kind| (words.names.measure)(kind).to_owned())
        .collect();
    let has_panes = !panes.is_empty();
    view! {
        <section aria-label=words.service.numbers_title>
            {state.map(|state| view! { <p class="relation-note">{(words.names.in_force)(state)}</p> })}
            {has_panes.then(|| view! {
                <Panes panes why/>
                <p class="section__note">{words.service.tap_a_report}</p>
            })}
            <p class="blank">{(words.service.not_told_list)(&(words.names.list)(&unknown))}</p>
        </section>
    }
}

/// What belongs to the service whichever versions are chosen.
#[component]
fn ServiceFoot(service: Service, runs: Vec<RunSummary>) -> impl IntoView {
    let words = words();
    let said = service.reported.iter().map(|report| view! { <Quotation evidence=report.evidence.clone()/> });
    let said = (!service.reported.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="section__title">{words.service.said_title}</h2>
                {said.collect_view()}
            </section>
        }
    });
    let repairs = (!service.repairs.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="section__title">{words.service.repairs_title}</h2>
                <ToldList told=service.repairs.clone()/>
            </section>
        }
    });
    let illustrated = service.illustrated_by.clone().map(|id| {
        view! {
            <section class="section">
                <p>{words.service.illustrated_note}</p>
                <p><a class="arrow-link" href=Route::Service(id).path()>{words.service.illustrated_by}</a></p>
            </section>
        }
    });
    let runs = (!runs.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="section__title">{words.service.runs_title}</h2>
                <ul class="run-list">{runs.into_iter().map(|run| view! { <RunLink run/> }).collect_view()}</ul>
            </section>
        }
    });
    let sources = (!service.sources.is_empty()).then(|| {
        view! {
            <h3 class="section__subtitle">{words.service.sources_title}</h3>
            <Sources sources=service.sources.clone()/>
        }
    });
    view! {
        {said}
        {repairs}
        {plain_section(words.service.readings_title, &service.readings)}
        {illustrated}
        {runs}
        {plain_section(words.service.conditions_title, &service.conditions)}
        <section class="section">
            <h2 class="section__title">{words.service.evidence_title}</h2>
            <EvidenceLegend/>
            {sources}
        </section>
    }
}

fn plain_section(title: &'static str, lines: &[String]) -> Option<AnyView> {
    let items = lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="section__title">{title}</h2>
                <ul class="plain-list">{items}</ul>
            </section>
        }
        .into_any()
    })
}
