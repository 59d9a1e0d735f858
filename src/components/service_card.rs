//! The cards of 首页: each of the systems that the report tells of, with exactly what was told.
//!
//! Closures ask for [`words`] themselves: one that carried them would bring all sentences of all pages into
//! the first part of the module.

use ::api::{Card, CardLine, ExampleCard, HowMuchTold};
use domain::{Direction, EvidenceKind};
use leptos::prelude::*;

use crate::components::chinese::{chinese, told};
use crate::components::evidence_mark::EvidenceMark;
use crate::components::pane::Change;
use crate::components::value_text::unit_of;
use crate::route::{Route, comparison_path};
use crate::words::words;

/// What a group of cards is called.
pub fn title(told: HowMuchTold) -> &'static str {
    match told {
        HowMuchTold::BeforeAndAfter => words().home.both_told,
        HowMuchTold::AfterOnly => words().home.after_told,
        HowMuchTold::Planned => words().home.planned,
        HowMuchTold::WordsOnly => words().home.told_in_words,
        HowMuchTold::ProblemsAndRepairs => words().home.problems_told,
    }
}

/// Where a card leads.
pub fn address(card: &Card) -> String {
    match (&card.service, &card.versions, &card.run) {
        (Some(service), Some((from, to)), _) => comparison_path(service, from, to),
        (Some(service), None, _) => Route::Service(service.clone()).path(),
        (None, _, Some(run)) => Route::Run(run.clone()).path(),
        (None, _, None) => Route::Home.path(),
    }
}

/// Draws a [`Card`].
#[component]
pub fn CardView(card: Card) -> impl IntoView {
    let planned = card.told == HowMuchTold::Planned;
    let href = address(&card);
    let lines = card.lines.into_iter().map(|line| view! { <ReportLine line planned/> }).collect_view();
    let found = card.found.map(|found| {
        let result =
            if found.result { words().home.result_by_own_word } else { words().home.result_not_told };
        view! {
            <p class="card__line">
                <strong>{(words().home.problems_and_repairs)(found.problems, found.repairs)}</strong>
                <span class="card__aside">{result}</span>
            </p>
        }
    });
    view! {
        <li class="card">
            <a class="card__link" href=href>
                <span class="card__title">{chinese(card.title)}</span>
                {card.way.map(|way| view! { <span class="card__way">{chinese(way)}</span> })}
            </a>
            <p class="card__area">
                {chinese(card.area)}
                {card.evidence.map(|kind| view! { <EvidenceMark kind/> })}
            </p>
            {lines}
            {found}
        </li>
    }
}

/// One reported figure on a card: what was not told says so.
#[component]
fn ReportLine(line: CardLine, planned: bool) -> impl IntoView {
    let has_figures = line.before.is_some() || line.after.is_some();
    let side = |figure: Option<u32>, class: &'static str| match figure {
        Some(value) => view! { <span class=class>{value.to_string()}</span> }.into_any(),
        None => view! { <span class="card__blank">{words().site.not_told}</span> }.into_any(),
    };
    // Less is told as 少; a rise has no reduction to tell.
    let rate = line.reduction_permille.filter(|permille| *permille > 0).map(|permille| {
        let text =
            (words().service.reduction)(&(words().names.permille)(permille), words().service.from_before);
        view! { <Change direction=Direction::Less text/> }
    });
    let figures = has_figures.then(|| {
        view! {
            <span class="card__figures">
                {(!planned).then(|| view! {
                    {side(line.before, "card__first")}
                    <span class="card__arrow"><span class="visually-hidden">{words().service.arrow}</span></span>
                })}
                {side(line.after, "card__second")}
                <span class="card__unit">{told(unit_of(line.unit.as_ref(), line.after.or(line.before)))}</span>
            </span>
        }
    });
    let changed = line.change.as_ref().map(|change| {
        view! { <strong class="card__told">{told((words().names.told_change)(change))}</strong> }
    });
    view! {
        <p class="card__line">
            <span class="card__subject">{chinese(line.subject)}</span>
            {figures}
            {changed}
            {rate}
        </p>
    }
}

/// A service of the demonstration district: its measures, before and after.
#[component]
pub fn ExampleCardView(card: ExampleCard) -> impl IntoView {
    let shown = card.measures.into_iter().map(|measure| {
        let (first, second) = (measure.first, measure.second);
        let unit = measure.unit.map(|unit| (words().names.time_unit)(unit, second.1));
        view! {
            <div class="example-card__measure">
                <dt>{(words().names.measure)(measure.kind)}</dt>
                <dd>
                    <span class="example-card__first">{(words().names.range)(first.0, first.1)}</span>
                    <span class="card__arrow"><span class="visually-hidden">{words().service.arrow}</span></span>
                    <span class="example-card__second">{(words().names.range)(second.0, second.1)}</span>
                    {unit.map(|unit| view! { <span class="example-card__unit">{unit}</span> })}
                </dd>
            </div>
        }
    });
    view! {
        <li class="example-card">
            <p class="example-card__mark"><EvidenceMark kind=EvidenceKind::Example/></p>
            <a class="card__link" href=Route::Service(card.id).path()>
                <span class="card__title">{chinese(card.name)}</span>
            </a>
            <dl class="example-card__measures">{shown.collect_view()}</dl>
        </li>
    }
}
