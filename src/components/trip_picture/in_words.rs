//! 跑动图 as a list, for who listens and for who would rather read.

use leptos::prelude::*;

use super::Side;
use crate::components::chinese::told;
use crate::diagram::trip_plan::{NoTrips, TripItem, Trips};
use crate::words::{comparison_words, words};

/// The same picture as a list.
pub(super) fn side_in_words(side: &Side) -> AnyView {
    let list = match &side.trips {
        Err(NoTrips::NoSteps) => {
            view! { <p>{told((comparison_words().trips.no_steps)(&side.name.label))}</p> }.into_any()
        }
        Err(NoTrips::TooLarge) => {
            view! { <p>{told((comparison_words().trips.too_large)(&side.name.label))}</p> }.into_any()
        }
        Ok(trips) if trips.items.is_empty() => {
            view! { <p>{comparison_words().trips.nothing_to_do}</p> }.into_any()
        }
        Ok(trips) => {
            let items = trips.items.iter().map(|item| view! { <li>{told(item_in_words(trips, item))}</li> });
            view! { <ol class="trips__list">{items.collect_view()}</ol> }.into_any()
        }
    };
    view! {
        <h3 class="section__subtitle">{side.name.view()} " " {side.counts.clone()}</h3>
        {list}
    }
    .into_any()
}

fn item_in_words(trips: &Trips, item: &TripItem) -> String {
    let words = words();
    match item {
        TripItem::Home { steps } => {
            (comparison_words().trips.doing)(comparison_words().trips.at_home, &(words.names.list)(steps))
        }
        TripItem::Visit(visit) => {
            let place = &trips.places[visit.place];
            let doors = visit.doors.iter().map(|door| place.doors[*door].clone());
            let doors: Vec<String> = doors.filter(|name| !name.is_empty()).collect();
            let goes =
                (comparison_words().trips.goes_to)(visit.number, &place.name, &(words.names.list)(&doors));
            (comparison_words().trips.doing)(&goes, &(words.names.list)(&visit.steps))
        }
    }
}
