//! The papers of two versions, aligned: which are no longer asked for, waived, new, or asked for in another
//! form. What is only stapled together is said to be.

use domain::align::papers::{PaperChange, PaperGroup};
use domain::material::{Material, Provision};
use domain::{Direction, MeasureKind, Relation};
use leptos::prelude::*;

use crate::compared::{Compared, facts_of};
use crate::components::chinese;
use crate::components::half_name::HalfName;
use crate::components::pane::Change;
use crate::words::step_list_words;
use crate::words::{comparison_words, words};

/// A table of all papers of either version; nothing where no paper is told.
#[component]
pub fn PapersCompared(compared: Signal<Option<Compared>>) -> impl IntoView {
    let facts = facts_of(compared, PaperFacts::of);
    move || facts.get().map(table)
}

/// What the table says.
#[derive(Clone, PartialEq)]
struct PaperFacts {
    names: Vec<HalfName>,
    count: Option<String>,
    only_bundled: bool,
    rows: Vec<PaperRow>,
}

/// A paper on either side, and what became of it.
#[derive(Clone, PartialEq)]
struct PaperRow {
    first: Option<String>,
    second: Option<String>,
    changes: String,
    direction: Direction,
}

impl PaperFacts {
    fn of(compared: &Compared) -> Option<PaperFacts> {
        let comparison = compared.comparison();
        let count = compared.measure(MeasureKind::Documents).and_then(|change| {
            let (_, first) = change.first.value.range()?;
            let (_, second) = change.second.value.range()?;
            let words = step_list_words();
            Some(match compared.relation() {
                Relation::Same => (words.papers_count_of_one)(second as usize),
                _ => (words.papers_count)(first as usize, second as usize),
            })
        });
        (!comparison.papers.is_empty()).then(|| PaperFacts {
            names: HalfName::of_drawn(compared),
            count,
            only_bundled: comparison.documents_fell_by_bundling,
            rows: comparison.papers.iter().map(|group| PaperRow::of(compared, group)).collect(),
        })
    }
}

impl PaperRow {
    fn of(compared: &Compared, group: &PaperGroup) -> PaperRow {
        let words = step_list_words();
        let is_between_ways = compared.relation() == Relation::TwoWays;
        let name = if is_between_ways { words.paper_change_between_ways } else { words.paper_change };
        PaperRow {
            first: group.first.as_ref().and_then(|key| compared.first().material(key)).map(told),
            second: group.second.as_ref().and_then(|key| compared.second().material(key)).map(told),
            changes: match group.changes.as_slice() {
                [] => words.paper_kept.to_owned(),
                changes => changes.iter().map(|change| name(*change)).collect::<Vec<_>>().join(" + "),
            },
            direction: if is_between_ways { Direction::Same } else { direction(&group.changes) },
        }
    }
}

fn table(facts: PaperFacts) -> AnyView {
    let words = step_list_words();
    let is_one = facts.names.len() == 1;
    let names = facts.names.iter().map(|name| view! { <th scope="col">{name.view()}</th> });
    let rows = facts.rows.into_iter().map(|row| {
        view! {
            <tr>
                {(!is_one).then(|| view! { <td class="papers-compared__first">{row.first.map(chinese::told)}</td> })}
                <td class="papers-compared__second">{row.second.map(chinese::told)}</td>
                {(!is_one).then(|| view! { <td><Change direction=row.direction text=row.changes/></td> })}
            </tr>
        }
    });
    view! {
        <section class="section" aria-labelledby="papers-title">
            <div class="section__head">
                <h2 class="section__title" id="papers-title">{if is_one { words.papers_title_of_one } else { words.papers_title }}</h2>
                <span class="section__count">{facts.count}</span>
            </div>
            {facts.only_bundled.then(|| view! { <p class="section__note">{words.only_bundled}</p> })}
            <div class="papers-compared" tabindex="0">
                <table class="papers-compared__table">
                    <thead>
                        <tr>
                            {names.collect_view()}
                            {(!is_one).then(|| view! { <th scope="col">{words.waterfall_amount}</th> })}
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// A paper with what is special about handing it in.
fn told(material: &Material) -> String {
    let words = words();
    match material.provision {
        Provision::Submitted => material.name.clone(),
        provision => {
            (comparison_words().steps.paper_note)(&material.name, (words.names.provision)(provision))
        }
    }
}

fn direction(changes: &[PaperChange]) -> Direction {
    let has = |wanted: &[PaperChange]| changes.iter().any(|change| wanted.contains(change));
    match (
        has(&[PaperChange::Dropped, PaperChange::Waived]),
        has(&[PaperChange::Added, PaperChange::Demanded]),
    ) {
        (true, false) => Direction::Less,
        (false, true) => Direction::More,
        _ => Direction::Same,
    }
}
