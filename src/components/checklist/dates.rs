//! When it is done: the day at best and at worst, the last days by promise and by law, and the holidays that
//! moved them. Without dates it says why there are none.

use domain::calendar::Departure;
use leptos::prelude::*;

use crate::case::Case;
use crate::components::chinese::told;
use crate::components::dated_lane::{limits_told, why_no_dates};
use crate::words::{checklist_words, comparison_words};

/// The last days; nothing where no start day is chosen.
#[component]
pub fn LastDays(case: Memo<Option<Case>>) -> impl IntoView {
    move || {
        let lines = case.with(|case| lines(case.as_ref()?))?;
        let lines = lines.into_iter().map(|line| view! { <li>{told(line)}</li> });
        Some(view! {
            <section class="section" aria-labelledby="ends-title">
                <h2 class="section__title" id="ends-title">{checklist_words().ends_title}</h2>
                <ul class="last-days">{lines.collect_view()}</ul>
            </section>
        })
    }
}

fn lines(case: &Case) -> Option<Vec<String>> {
    let (words, strips) = (checklist_words(), &comparison_words().strips);
    let start = case.start()?;
    let dates = match case.dates()? {
        Ok(dates) => dates,
        Err(why) => return Some(vec![why_no_dates(case.now(), why)]),
    };
    let day = |date| case.day(date);
    let (soonest, latest) = (dates.best.ends.date(), dates.worst.ends.date());
    let mut lines = vec![if soonest < latest {
        (strips.ready_between)(&day(soonest), &day(latest))
    } else {
        (strips.ready_on)(&day(latest))
    }];
    lines.extend(limits_told(&dates.worst, start));
    lines.extend(dates.departures().into_iter().map(|departure| match departure {
        Departure { first, works: true, .. } => (words.make_up)(&day(first)),
        Departure { first, last, .. } if first == last => (words.holiday_of_a_day)(&day(first)),
        Departure { first, last, .. } => (words.holiday)(&day(first), &day(last)),
    }));
    Some(lines)
}
