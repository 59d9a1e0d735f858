//! Draws the cards of 首页.

use ::api::ServiceSummary;
use domain::reported::Reported;
use domain::{EvidenceKind, compare};
use leptos::prelude::*;

use super::{Card, Told};
use crate::components::evidence_mark::EvidenceMark;
use crate::components::pane::Change;
use crate::route::Route;
use crate::words::words;

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
