//! What a run found: each problem, where it was, and what has become of it.

use domain::{Problem, Run, Service, StepKey};
use leptos::prelude::*;

use crate::components::chinese::{chinese, told};
use crate::components::quotation::Quotation;
use crate::route::{Route, comparison_path};
use crate::words::words;

/// Every problem of the run, or that there was none.
#[component]
pub fn Problems(names: RunNames) -> impl IntoView {
    let words = &words().runs;
    let problems: Vec<_> = names.run.problems.iter().map(|problem| problem_view(&names, problem)).collect();
    let none = problems.is_empty().then(|| view! { <p class="section__note">{words.no_problem}</p> });
    view! {
        <section class="section">
            <h2 class="section__title">{words.problems_title}</h2>
            {none}
            <ul class="problems">{problems}</ul>
        </section>
    }
}

fn problem_view(names: &RunNames, problem: &Problem) -> AnyView {
    let words = words();
    let step = problem.step.as_ref().map(|key| (words.runs.at_step)(&names.step(key)));
    let unit = problem.lead_unit.as_ref().map(|unit| (words.runs.lead_unit)(unit));
    let history = problem.history.iter().map(|entry| {
        let date = entry.on.map(|on| (words.names.date)(on.year(), on.month(), on.day()));
        view! {
            <li class="problem__entry">
                <strong>{(words.names.problem_state)(entry.state)}</strong>
                <span>{chinese(entry.role.clone())}</span>
                {date.map(|date| view! { <span>{date}</span> })}
                {entry.note.clone().map(|note| view! { <span class="problem__said">{chinese(note)}</span> })}
            </li>
        }
    });
    let history = history.collect_view();
    view! {
        <li class="problem">
            <p class="problem__head">
                <span class="tag">{(words.names.problem_category)(problem.category)}</span>
                <span class="tag tag--state">{(words.names.problem_state)(problem.state())}</span>
            </p>
            <h3 class="problem__text">{chinese(problem.text.clone())}</h3>
            {step.map(|step| view! { <p>{told(step)}</p> })}
            {unit.map(|unit| view! { <p>{told(unit)}</p> })}
            <Quotation evidence=problem.evidence.clone()/>
            <h4 class="problem__label">{words.runs.history}</h4>
            <ol class="problem__history">{history}</ol>
            {names.resolution(problem)}
        </li>
    }
    .into_any()
}

/// A run with the service it ran, by which keys become names.
#[derive(Clone)]
pub struct RunNames {
    /// The run.
    pub run: Run,
    /// The service, where there is one.
    pub service: Option<Service>,
}

impl RunNames {
    /// The name of a step.
    pub fn step(&self, key: &StepKey) -> String {
        let name = || {
            let version = self.service.as_ref()?.version(self.run.version.as_ref()?)?;
            Some(version.step(key)?.name.clone())
        };
        // Without its service a step has no name but its key.
        name().unwrap_or_else(|| key.to_string())
    }

    /// To the service.
    pub fn service_link(&self) -> Option<AnyView> {
        let service = self.service.as_ref()?;
        let href = Route::Service(service.id.clone()).path();
        let text = (words().runs.see_service)(&service.name);
        Some(view! { <p><a class="arrow-link" href=href>{told(text)}</a></p> }.into_any())
    }

    /// To the comparison of the version that was run with the one that mended the problem.
    fn resolution(&self, problem: &Problem) -> Option<AnyView> {
        let words = &words().runs;
        let service = self.service.as_ref()?;
        let mended = service.version(problem.resolved_by.as_ref()?)?;
        let href = comparison_path(&service.id, self.run.version.as_ref()?, &mended.id);
        Some(
            view! {
                <p class="problem__mended">
                    {words.resolved_by}
                    " "
                    <a class="arrow-link" href=href>{told((words.see_version)(&mended.label))}</a>
                </p>
            }
            .into_any(),
        )
    }
}
