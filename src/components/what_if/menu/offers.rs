//! What can be supposed of one step, as buttons and lists. Nothing is offered that can't be.

use domain::experiment::{TimePart, Waiver};
use domain::step::Side;
use domain::{Edit, Experiment, StepKey};
use leptos::prelude::*;

use super::super::told;
use crate::components::chinese::{self, lang_of_told};
use crate::words::{what_if, words};

/// Everything that can be supposed of a step, in the order of what it spares.
pub fn offers(experiment: &Experiment, key: &StepKey, choose: Callback<Edit>) -> Vec<AnyView> {
    let offer = &what_if().offer;
    let supposed = experiment.service().version(experiment.version());
    let Some((version, step)) = supposed.and_then(|version| Some((version, version.step(key)?))) else {
        return Vec::new();
    };
    let mut offers = Vec::new();
    let mut button = |edit: Edit, told: String| {
        if experiment.allows(&edit) {
            offers.push(view! { <Offer edit told choose/> }.into_any());
        }
    };
    button(Edit::Drop { step: key.clone() }, offer.drop.to_owned());
    button(Edit::MoveOnline { step: key.clone() }, offer.move_online.to_owned());
    let papers = step.materials.iter().filter_map(|paper| version.material(paper));
    let papers = papers.flat_map(|paper| {
        [Waiver::Sharing, Waiver::Licence].map(|by| {
            let edit = Edit::Waive { material: paper.key.clone(), by };
            (edit, (offer.way)(&paper.name, told::waiver(by)))
        })
    });
    let papers: Vec<(Edit, String)> = papers.filter(|(edit, _)| experiment.allows(edit)).collect();
    let waivers = (offer.waive.to_owned(), papers, offer.waive_now.to_owned());
    let partners = version
        .steps
        .iter()
        .map(|other| (Edit::Merge { into: key.clone(), step: other.key.clone() }, other.name.clone()));
    let partners: Vec<(Edit, String)> = partners.filter(|(edit, _)| experiment.allows(edit)).collect();
    let merges = (offer.merge.to_owned(), partners, offer.merge_now.to_owned());
    let shorter = TimePart::ALL.into_iter().filter_map(|part| {
        let now = part.of(step).filter(|_| step.side == Side::External || part == TimePart::Wait)?;
        let edits = shorter_than(now.max())
            .into_iter()
            .map(|to| (Edit::Shorten { step: key.clone(), part, to }, told::time(now, to)));
        let label = (offer.shorten)(told::time_part(part), &(words().names.span)(&now));
        Some((label, edits.collect(), (offer.shorten_now)(told::time_part(part))))
    });
    for (label, edits, button) in [waivers, merges].into_iter().chain(shorter) {
        if !edits.is_empty() {
            offers.push(view! { <OfferOf label edits button choose/> }.into_any());
        }
    }
    offers
}

/// What a time may be shortened to, the longest first: every number, or at most twenty round ones.
fn shorter_than(most: u32) -> Vec<u32> {
    let steps = (0..5).flat_map(|n| [10_u32.pow(n), 5 * 10_u32.pow(n)]);
    let by = steps.into_iter().find(|by| most.div_ceil(*by) <= 20).unwrap_or(most.max(1));
    (0..most.div_ceil(by)).rev().map(|n| n * by).collect()
}

#[component]
fn Offer(edit: Edit, told: String, choose: Callback<Edit>) -> impl IntoView {
    view! {
        <button class="what-if-menu__offer" type="button" on:click=move |_| choose.run(edit.clone())>{chinese::told(told)}</button>
    }
}

/// One of several edits of one kind.
#[component]
fn OfferOf(
    label: String,
    edits: Vec<(Edit, String)>,
    button: String,
    choose: Callback<Edit>,
) -> impl IntoView {
    // The middle of what is offered is neither a miracle nor nothing.
    let middle =
        if edits.iter().all(|(edit, _)| matches!(edit, Edit::Shorten { .. })) { edits.len() / 2 } else { 0 };
    let at = RwSignal::new(middle);
    let options = edits.iter().enumerate().map(|(i, (_, told))| {
        view! { <option value=i.to_string() selected=i == middle lang=lang_of_told(told)>{told.clone()}</option> }
    });
    let options = options.collect_view();
    let change = move |event| {
        // The list offers nothing but positions.
        at.set(event_target_value(&event).parse().unwrap_or(middle));
    };
    let make = move |_| {
        if let Some((edit, _)) = edits.get(at.get_untracked()) {
            choose.run(edit.clone());
        }
    };
    view! {
        <div class="what-if-menu__several">
            <label class="what-if__choice">
                <span class="filter__name">{chinese::told(label)}</span>
                <select class="filter__field" on:change=change>{options}</select>
            </label>
            <button class="what-if-menu__make" type="button" on:click=make>{button}</button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::shorter_than;

    #[test]
    fn a_time_can_be_shortened_to_anything_or_to_round_numbers() {
        assert_eq!(shorter_than(0), Vec::<u32>::new());
        assert_eq!(shorter_than(3), [2, 1, 0]);
        assert_eq!(shorter_than(30), [25, 20, 15, 10, 5, 0]);
        assert_eq!(shorter_than(120)[..3], [110, 100, 90]);
        assert_eq!(shorter_than(domain::span::LONGEST_SPAN).len(), 20);
    }
}
