//! One part of a number: the step, place, window, visit, paper or time that is counted in it.

use domain::{Part, StepKey};
use leptos::prelude::*;

use crate::compared::Half;
use crate::components::quotation::Quotation;
use crate::words::{comparison_words, words};

/// A part, with what explains it.
pub fn part_view(half: &Half, part: &Part) -> AnyView {
    let words = words();
    let step_name = |key: &StepKey| half.step_name(key).to_owned();
    let step_names = |keys: &[StepKey]| (words.names.list)(&half.step_names(keys));
    let (main, detail) = match part {
        Part::Step { step } => (step_name(step), None),
        Part::Place { place, steps } => (half.place_name(place).to_owned(), Some(step_names(steps))),
        Part::Window { place, window, steps } => {
            let window = half.window_name(place, window);
            (format!("{} {window}", half.place_name(place)), Some(step_names(steps)))
        }
        Part::Visit { number, place, steps } => {
            let visit =
                format!("{} {}", (comparison_words().why.visit_number)(*number), half.place_name(place));
            (visit, Some(step_names(steps)))
        }
        Part::Document { material, steps } => {
            let again = (steps.len() > 1).then(|| (comparison_words().why.handed_in_times)(steps.len()));
            (half.material_name(material).to_owned(), Some(again.unwrap_or_else(|| step_names(steps))))
        }
        Part::Waived { material, steps: _ } => {
            let provision = half.material(material).map(|m| (words.names.provision)(m.provision).to_owned());
            (half.material_name(material).to_owned(), provision)
        }
        Part::Submission { material, step } => {
            (half.material_name(material).to_owned(), Some(step_name(step)))
        }
        Part::Travel { number, place, time } => {
            let trip =
                format!("{} {}", (comparison_words().why.visit_number)(*number), half.place_name(place));
            (trip, Some((words.names.span)(time)))
        }
        Part::Fee { step, fee } => (step_name(step), Some((words.names.yuan)(fee.min_yuan, fee.max_yuan))),
        Part::OwnTime { step, time } | Part::Wait { step, time } => {
            (step_name(step), Some((words.names.span)(time)))
        }
        Part::Stated { time, evidence } => {
            let evidence = evidence.clone();
            return view! {
                <li class="why-sheet__part">
                    <span>{(words.names.span)(time)}</span>
                    <Quotation evidence/>
                </li>
            }
            .into_any();
        }
    };
    view! {
        <li class="why-sheet__part">
            <span>{main}</span>
            {detail.map(|detail| view! { <span class="why-sheet__detail">{detail}</span> })}
        </li>
    }
    .into_any()
}
