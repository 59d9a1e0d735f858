//! The pictures and the steps of a comparison, below its numbers: a part of the module of its own, so that the
//! numbers need not wait for it.

use leptos::prelude::*;

use crate::compared::{Compared, following};
use crate::components::findings_list::FindingsList;
use crate::components::lighter_and_heavier::LighterAndHeavier;
use crate::components::papers_compared::PapersCompared;
use crate::components::step_changes::StepChanges;
use crate::components::time_strips::TimeStrips;
use crate::components::trip_picture::TripPicture;
use crate::components::waterfall_chart::WaterfallChart;

/// They follow the numbers one after another, in the frames after a tap.
#[component]
pub fn InDetail(compared: Memo<Option<Compared>>) -> impl IntoView {
    let trips = following(compared.into());
    let strips = following(trips);
    let steps = following(strips);
    let rest = following(steps);
    view! {
        {view! { <TripPicture compared=trips/> }.into_any()}
        {view! { <TimeStrips compared=strips/> }.into_any()}
        {view! { <StepChanges compared=steps/> }.into_any()}
        {view! { <PapersCompared compared=rest/> }.into_any()}
        {view! { <WaterfallChart compared=rest/> }.into_any()}
        {view! { <LighterAndHeavier compared=rest/> }.into_any()}
        {view! { <FindingsList compared=rest/> }.into_any()}
    }
}
