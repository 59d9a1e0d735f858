//! A run as a line that leads to its record.

use ::api::RunSummary;
use leptos::prelude::*;

use crate::components::chinese::chinese;
use crate::components::illustrative_line::IllustrativeLine;
use crate::route::Route;
use crate::words::words;

/// What was run, as whom, what it found.
#[component]
pub fn RunLink(run: RunSummary) -> impl IntoView {
    let words = &words().home;
    let found = (words.problems_and_repairs)(run.problems, run.repairs);
    let result = match &run.result {
        None => words.result_not_told,
        Some(_) if run.illustrative => "",
        Some(_) => words.result_by_own_word,
    };
    view! {
        <li class="run-link">
            <a class="run-link__title" href=Route::Run(run.id).path()>{chinese(run.title)}</a>
            <p class="run-link__where">{chinese(format!("{} {}", run.area, run.place.unwrap_or_default()))}</p>
            <p class="run-link__found">
                {found}
                {(!result.is_empty()).then(|| view! { <span class="run-link__result">{result}</span> })}
            </p>
            <IllustrativeLine illustrative=run.illustrative/>
        </li>
    }
}
