//! 省下的 and 多出的, side by side with the same weight: what got worse is told as plainly as what
//! got better. Only between a version and its descendant is there such a thing.

use domain::{ChangeKind, Direction, MeasureKind, Relation, Weight};
use leptos::prelude::*;

use crate::compared::{Compared, facts_of, name_of_group};
use crate::components::chinese;
use crate::components::pane::Change;
use crate::components::value_text::{most_of, told, told_difference, unit_of};
use crate::words::words;

/// Both lists, from the measures and the steps of a comparison.
#[component]
pub fn LighterAndHeavier(compared: Signal<Option<Compared>>) -> impl IntoView {
    let words = &words().service;
    let facts = facts_of(compared, |compared| {
        (compared.relation() == Relation::BeforeAfter).then(|| {
            let lighter = entries(compared, Direction::Less, Weight::Lighter);
            (lighter, entries(compared, Direction::More, Weight::Heavier))
        })
    });
    move || {
        facts.get().map(|(lighter, heavier)| {
            view! {
                <section class="section lighter-and-heavier">
                    <EntryList title=words.lighter_title none=words.nothing_lighter direction=Direction::Less entries=lighter/>
                    <EntryList title=words.heavier_title none=words.nothing_heavier direction=Direction::More entries=heavier/>
                </section>
            }
            .into_any()
        })
    }
}

/// A line of one of the lists: in short, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    told: String,
    about: String,
}

#[component]
fn EntryList(
    title: &'static str,
    none: &'static str,
    direction: Direction,
    entries: Vec<Entry>,
) -> impl IntoView {
    let body = if entries.is_empty() {
        view! { <p class="section__note">{none}</p> }.into_any()
    } else {
        let entries = entries.into_iter().map(|entry| {
            view! {
                <li class="lighter-and-heavier__entry">
                    <Change direction text=entry.told/>
                    <span class="lighter-and-heavier__about">{chinese::told(entry.about)}</span>
                </li>
            }
        });
        view! { <ul class="lighter-and-heavier__list">{entries.collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="lighter-and-heavier__half">
            <h2 class="section__title">{title}</h2>
            {body}
        </div>
    }
}

fn entries(compared: &Compared, direction: Direction, weight: Weight) -> Vec<Entry> {
    let names = &words().names;
    let comparison = compared.comparison();
    let measures = comparison.measures.iter().filter_map(|change| {
        // What the back office does more or less of is no burden of the applicant.
        let kind = change.first.kind;
        let burdens = kind != MeasureKind::BackOfficeSteps;
        let difference = change.difference.filter(|d| burdens && d.direction == direction)?;
        let (first, second) = (told(kind, &change.first.value)?, told(kind, &change.second.value)?);
        Some(Entry {
            told: told_difference(change, &difference),
            about: format!("{} {first} → {second}", (names.measure)(kind)),
        })
    });
    let reported = comparison.reported.iter().filter_map(|change| {
        let difference = change.difference.filter(|d| d.direction == direction)?;
        Some(Entry {
            told: (names.difference_long)(
                &difference,
                &unit_of(change.unit.as_ref(), Some(most_of(&difference))),
            ),
            about: format!("{} {} → {}", change.subject, change.first?, change.second?),
        })
    });
    let has = |kind: &ChangeKind| comparison.steps.iter().any(|group| group.kinds.contains(kind));
    let kinds = ChangeKind::ALL.into_iter().filter(|kind| kind.weight() == weight && has(kind));
    let steps = kinds.map(|kind| Entry {
        told: (names.change)(kind).to_owned(),
        about: (names.list)(&names_of_steps(compared, kind)),
    });
    measures.chain(reported).chain(steps).collect()
}

fn names_of_steps(compared: &Compared, kind: ChangeKind) -> Vec<String> {
    let groups = compared.comparison().steps.iter().filter(|group| group.kinds.contains(&kind));
    let name =
        |group| name_of_group(group).map(|(which, step)| compared.half(which).step_name(step).to_owned());
    groups.filter_map(name).collect()
}
