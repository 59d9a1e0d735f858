//! 假设: one version, what is supposed of it, and its steps, each with a menu of what else could be. The
//! address holds the experiment, so going back takes the last edit back.

mod base;
mod edits;
mod entry;
mod menu;
mod outcome;
mod steps;
mod told;

use domain::{Edit, Experiment};
use leptos::prelude::*;

use crate::compared::Compared;
use crate::components::focus::keep_focus;
use crate::components::hypothesis_mark::HypothesisMark;
use crate::route::use_comparison_address;
use crate::words::what_if;
use base::Base;
use edits::Supposed;
pub use entry::WhatIfEntry;
use outcome::Outcome;
use steps::Steps;

/// The bench of an experiment: it stays while edits come and go, so that the focus stays where it is.
#[component]
pub fn WhatIf(
    /// What is shown; something is supposed of its second half.
    compared: Memo<Option<Compared>>,
) -> impl IntoView {
    let words = what_if();
    let address = use_comparison_address();
    let suppose = Callback::new(move |edits: Vec<Edit>| {
        address.choose(|asked| asked.supposed = Some(edits));
        // What had it may be gone with the step or the edit that it belonged to.
        keep_focus(edits::HEADING);
    });
    view! {
        <section class="what-if" aria-labelledby="what-if-title">
            <h2 class="section__title" id="what-if-title">{words.title}" "<HypothesisMark/></h2>
            <p class="what-if__caution">{words.caution}</p>
            <p class="what-if__stamp" aria-hidden="true"><HypothesisMark/></p>
            <Base compared/>
            <Supposed compared suppose/>
            <details class="what-if__steps" open>
                <summary class="what-if__summary">{words.steps}</summary>
                <Steps compared suppose/>
            </details>
            <Outcome compared suppose/>
        </section>
    }
}

/// What the experiment of a comparison says; nothing for a moment, when the address asks for another.
fn of_experiment<T>(compared: Memo<Option<Compared>>, ask: impl FnOnce(&Experiment) -> T) -> Option<T> {
    compared.with(|compared| Some(ask(&compared.as_ref()?.supposed()?.experiment)))
}
