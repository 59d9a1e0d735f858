//! 换位跑记录: one run, from what was walked to what was found, what was done, and what came of it.

use domain::run::{Scores, TimedStep};
use domain::{Field, Run, Span};
use leptos::prelude::*;

use crate::components::chinese::chinese;
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::page_heading::PageHeading;
use crate::components::problems::{Problems, RunNames};
use crate::components::quotation::{Quotation, Sources, ToldList};
use crate::words::words;

/// Draws a run.
#[component]
pub fn RunView(run: ::api::RunDetail) -> impl IntoView {
    let words = words();
    let ::api::RunDetail { run, service } = run;
    let names = RunNames { run: run.clone(), service };
    let date = run.on.map(|on| (words.names.date)(on.year(), on.month(), on.day()));
    view! {
        <PageHeading title=run.title.clone() of_data=true/>
        <IllustrativeLine illustrative=run.illustrative/>
        <dl class="facts">
            {fact(words.runs.place, chinese(place(&run)))}
            {fact(words.runs.as_whom, chinese(run.as_whom.clone()))}
            {fact(words.runs.on, date.unwrap_or_else(|| words.site.not_told.to_owned()))}
        </dl>
        {names.service_link()}
        <Walked walked=run.walked.clone()/>
        {timed_steps(&names, &run.steps)}
        {run.scores.map(|scores| view! { <ScoreList scores/> })}
        <Problems names=names/>
        <section class="section">
            <h2 class="section__title">{words.runs.repairs_title}</h2>
            <ToldList told=run.repairs.clone()/>
        </section>
        <RunResult run=run.clone()/>
        <section class="section">
            <h2 class="section__title">{words.service.sources_title}</h2>
            <Quotation evidence=run.evidence.clone()/>
            <Sources sources=run.sources.clone()/>
        </section>
    }
}

fn place(run: &Run) -> String {
    [Some(run.area.clone()), run.place.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn fact(name: &'static str, value: impl IntoView + 'static) -> AnyView {
    view! {
        <div class="facts__fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

#[component]
fn Walked(walked: Vec<String>) -> impl IntoView {
    let words = &words().runs;
    (!walked.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="section__title">{words.walked_title}</h2>
                <ol class="walked">{walked.into_iter().map(|stage| view! { <li>{chinese(stage)}</li> }).collect_view()}</ol>
            </section>
        }
    })
}

fn timed_steps(names: &RunNames, steps: &[TimedStep]) -> Option<AnyView> {
    let words = words();
    if steps.is_empty() {
        return None;
    }
    let time = |field: Field, time: Option<Span>| {
        let time = time.filter(|time| !time.is_none()).map(|time| (words.names.span)(&time));
        time.map(|time| format!("{} {time}", (words.names.field)(field)))
    };
    let rows = steps.iter().map(|timed| {
        let parts = [
            time(Field::Queue, timed.queue),
            time(Field::Counter, timed.counter),
            time(Field::Wait, timed.wait),
        ];
        let told = (words.names.list)(&parts.into_iter().flatten().collect::<Vec<_>>());
        let told = if told.is_empty() { words.runs.timed_not_on_step.to_owned() } else { told };
        view! {
            <div class="facts__fact">
                <dt>{chinese(names.step(&timed.step))}</dt>
                <dd>{told}</dd>
            </div>
        }
    });
    let rows = rows.collect_view();
    Some(
        view! {
            <section class="section">
                <h2 class="section__title">{words.runs.timed_title}</h2>
                <dl class="facts">{rows}</dl>
            </section>
        }
        .into_any(),
    )
}

#[component]
fn ScoreList(scores: Scores) -> impl IntoView {
    let words = &words().runs;
    let values = [scores.complete, scores.optimal, scores.skilled, scores.delivered, scores.pleasant];
    let rows = words.score_names.into_iter().zip(values).map(|(name, value)| {
        view! {
            <div class="facts__fact">
                <dt>{name}</dt>
                <dd>{(words.score)(value)}</dd>
            </div>
        }
    });
    view! {
        <section class="section">
            <h2 class="section__title">{words.scores_title}</h2>
            <dl class="facts">{rows.collect_view()}</dl>
        </section>
    }
}

#[component]
fn RunResult(run: Run) -> impl IntoView {
    let words = &words().runs;
    let body = match run.result.clone() {
        None => view! { <p class="blank">{words.result_not_told}</p> }.into_any(),
        Some(result) => view! {
            <ToldList told=vec![result]/>
            {(!run.illustrative).then(|| view! { <p class="section__note">{words.result_by_own_word}</p> })}
        }
        .into_any(),
    };
    view! {
        <section class="section">
            <h2 class="section__title">{words.result_title}</h2>
            {body}
        </section>
    }
}
