//! 达标 of both halves: a lattice window (漏窗) where 一地、一窗、一次 is met, an empty frame where it is
//! not, and the same in words.

use domain::{MeasureKind, Met, Standard};
use leptos::prelude::*;

use crate::compared::{Compared, Which, facts_of};
use crate::components::chinese::chinese;
use crate::components::hypothesis_mark::HypothesisMark;
use crate::components::value_text::told;
use crate::diagram::marks::LatticeWindow;
use crate::words::words;

/// One mark for each half; nothing where nobody can tell of either.
#[component]
pub fn StandardMarks(compared: Signal<Option<Compared>>) -> impl IntoView {
    let facts = facts_of(compared, |compared| {
        let mut marks = Which::BOTH.map(|which| mark(compared, which)).to_vec();
        marks.truncate(if compared.relation() == domain::Relation::Same { 1 } else { 2 });
        let is_told = marks.iter().any(|mark| mark.is_met.is_some());
        is_told.then(|| (marks, compared.supposed().is_some()))
    });
    move || facts.get().map(|(marks, is_supposed)| standard(marks, is_supposed))
}

fn standard(marks: Vec<Mark>, is_supposed: bool) -> AnyView {
    let words = &words().standard;
    let marks = marks.into_iter().map(|mark| {
        view! {
            <li class="standard__side">
                <LatticeMark is_met=mark.is_met/>
                <span class="standard__text">
                    <span class="standard__version">{chinese(mark.version)}</span>
                    <strong>{mark.told}</strong>
                </span>
            </li>
        }
    });
    let supposed = is_supposed.then(|| view! { " " <HypothesisMark/> });
    view! {
        <section class="standard" aria-labelledby="standard-title">
            <h2 class="standard__title" id="standard-title">{words.title}{supposed}</h2>
            <ul class="standard__sides">{marks.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// The lattice where it is met, an empty frame where it is not, a broken one where nobody can tell.
#[component]
fn LatticeMark(is_met: Option<bool>) -> impl IntoView {
    let frame = match is_met {
        Some(true) => {
            return view! {
                <svg class="standard__mark" viewBox="0 0 32 32" width="40" height="40" aria-hidden="true">
                    <LatticeWindow x=16.0 y=16.0 half=16.0/>
                </svg>
            }
            .into_any();
        }
        Some(false) => "standard__frame",
        None => "standard__frame standard__frame--unknown",
    };
    view! {
        <svg class="standard__mark" viewBox="0 0 32 32" width="40" height="40" aria-hidden="true">
            <rect class=frame x="1" y="1" width="30" height="30"/>
        </svg>
    }
    .into_any()
}

#[derive(Clone, PartialEq)]
struct Mark {
    version: String,
    /// `None` where nobody can tell.
    is_met: Option<bool>,
    told: String,
}

fn mark(compared: &Compared, which: Which) -> Mark {
    let words = &words().standard;
    let comparison = compared.comparison();
    let standard = match which {
        Which::First => comparison.first_standard,
        Which::Second => comparison.second_standard,
    };
    let missed = missed(compared, which, standard);
    let (is_met, told) = if standard.faceless {
        (Some(true), words.faceless.to_owned())
    } else if standard.is_met() {
        (Some(true), words.met.to_owned())
    } else if missed.is_empty() {
        (None, words.unknown.to_owned())
    } else {
        (Some(false), (words.not_met)(&(self::words().names.list)(&missed)))
    };
    Mark { version: compared.half(which).label().to_owned(), is_met, told }
}

/// What is more than one, with how many.
fn missed(compared: &Compared, which: Which, standard: Standard) -> Vec<String> {
    let parts = [
        (MeasureKind::Places, standard.one_place),
        (MeasureKind::Windows, standard.one_window),
        (MeasureKind::Visits, standard.one_visit),
    ];
    let missed = parts.into_iter().filter(|(_, met)| *met == Met::No).filter_map(|(kind, _)| {
        let change = compared.measure(kind)?;
        let measured = if which == Which::First { &change.first } else { &change.second };
        Some((words().standard.part)((words().names.measure)(kind), &told(kind, &measured.value)?))
    });
    missed.collect()
}
