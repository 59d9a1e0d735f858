//! The papers of two versions, aligned: which are no longer asked for, waived, new, or asked for in another
//! form. What is only stapled together is said to be.

use domain::align::papers::{PaperChange, PaperGroup};
use domain::material::{Material, Provision};
use domain::{Direction, MeasureKind, Relation};
use leptos::prelude::*;

use crate::compared::Compared;
use crate::components::pane::Change;
use crate::words::step_list::step_list_words;
use crate::words::{comparison_words, words};

/// A table of all papers of either version; nothing where no paper is told.
#[component]
pub fn PapersCompared(compared: Compared) -> impl IntoView {
    let comparison = compared.comparison();
    (!comparison.papers.is_empty()).then(|| {
        let words = step_list_words();
        let rows = comparison.papers.iter().map(|group| row(&compared, group)).collect_view();
        let count = compared.measure(MeasureKind::Documents).and_then(|change| {
            let (_, first) = change.first.value.range()?;
            let (_, second) = change.second.value.range()?;
            Some((words.papers_count)(first as usize, second as usize))
        });
        let bundled = comparison.documents_fell_by_bundling;
        let labels = [compared.first().label().to_owned(), compared.second().label().to_owned()];
        let labels = labels.map(|label| view! { <th scope="col">{label}</th> }).into_iter().collect_view();
        view! {
            <section class="section" aria-labelledby="papers-title">
                <div class="section__head">
                    <h2 class="section__title" id="papers-title">{words.papers_title}</h2>
                    <span class="section__count">{count}</span>
                </div>
                {bundled.then(|| view! { <p class="section__note">{words.only_bundled}</p> })}
                <div class="papers-compared" tabindex="0">
                    <table class="papers-compared__table">
                        <thead>
                            <tr>{labels}<th scope="col">{words.waterfall_amount}</th></tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

fn row(compared: &Compared, group: &PaperGroup) -> AnyView {
    let first = group.first.as_ref().and_then(|key| compared.first().material(key)).map(told);
    let second = group.second.as_ref().and_then(|key| compared.second().material(key)).map(told);
    let words = step_list_words();
    let name = match compared.relation() {
        Relation::TwoWays => words.paper_change_between_ways,
        _ => words.paper_change,
    };
    let changes = match group.changes.as_slice() {
        [] => words.paper_kept.to_owned(),
        changes => changes.iter().map(|change| name(*change)).collect::<Vec<_>>().join(" + "),
    };
    let direction = match compared.relation() {
        Relation::TwoWays => Direction::Same,
        _ => direction(&group.changes),
    };
    view! {
        <tr>
            <td class="papers-compared__first">{first}</td>
            <td class="papers-compared__second">{second}</td>
            <td><Change direction text=changes/></td>
        </tr>
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
