//! What is known besides the panes, quieter than they: time of one's own, papers handed in more than
//! once, money. Each line opens its why as a pane does.

use domain::{Direction, EvidenceKind, MeasureChange, MeasureKind, Relation};
use leptos::prelude::*;

use crate::compared::{Compared, Which, facts_of};
use crate::components::evidence_mark::EvidenceMark;
use crate::components::hypothesis_mark::HypothesisMark;
use crate::components::pane::Change;
use crate::components::value_text::{over_all, told, told_difference};
use crate::components::why_sheet::Why;
use crate::words::words;

/// The measures told here, in their order.
pub const MORE_MEASURES: [MeasureKind; 6] = [
    MeasureKind::WholeTime,
    MeasureKind::Burden,
    MeasureKind::Submissions,
    MeasureKind::WaivedShare,
    MeasureKind::Fees,
    MeasureKind::MeasuredLimit,
];

/// A line for each of them that is known; nothing where none is.
#[component]
pub fn MoreNumbers(compared: Signal<Option<Compared>>, why: RwSignal<Option<Why>>) -> impl IntoView {
    let facts = facts_of(compared, |compared| {
        // What somebody has measured is said of what is, never of what is supposed.
        let is_supposed = compared.supposed().is_some();
        let told =
            MORE_MEASURES.into_iter().filter(|kind| !is_supposed || *kind != MeasureKind::MeasuredLimit);
        let changes = told.filter_map(|kind| compared.measure(kind));
        let changes = changes.filter(|change| change.says_something());
        let lines: Vec<Line> = changes.map(|change| Line::of(compared, change)).collect();
        (!lines.is_empty()).then_some((lines, is_supposed))
    });
    let open = move |kind| why.set(compared.get_untracked().map(|now| Why::Measure(kind, now)));
    move || {
        facts.get().map(|(lines, is_supposed)| {
            let supposed = is_supposed.then(|| view! { " " <HypothesisMark/> });
            let lines = lines.into_iter().map(|line| line_view(line, open)).collect_view();
            view! {
                <section class="more-numbers" aria-labelledby="more-numbers-title">
                    <h2 class="more-numbers__title" id="more-numbers-title">{words().service.more_numbers}{supposed}</h2>
                    <div class="more-numbers__list">{lines}</div>
                </section>
            }
        })
    }
}

/// One number beside the panes.
#[derive(Clone, PartialEq)]
struct Line {
    kind: MeasureKind,
    /// The first is `None` where one version stands alone.
    sides: [Option<String>; 2],
    /// The evidence of each side, where one is illustrative and the other is not.
    marks: [Option<EvidenceKind>; 2],
    /// Whether the two stand beside each other instead of one after the other.
    beside: bool,
    difference: Option<(Direction, String)>,
    over_all: Option<String>,
}

impl Line {
    fn of(compared: &Compared, change: &MeasureChange) -> Line {
        let kind = change.first.kind;
        let sides = [&change.first, &change.second];
        let is_one = compared.relation() == Relation::Same;
        let side = |which: Which| {
            let value = &sides[which as usize].value;
            compared
                .drawn()
                .contains(&which)
                .then(|| told(kind, value).unwrap_or_else(|| words().site.not_told.to_owned()))
        };
        let beside = compared.relation() == Relation::TwoWays;
        let difference = change.difference.filter(|_| !beside && !is_one);
        Line {
            kind,
            sides: Which::BOTH.map(side),
            marks: sides.map(|measured| measured.evidence.filter(|_| compared.is_mixed())),
            beside,
            difference: difference.map(|d| (d.direction, told_difference(change, &d))),
            over_all: over_all(compared, kind),
        }
    }
}

fn line_view(line: Line, open: impl Fn(MeasureKind) + 'static) -> AnyView {
    let words = words();
    let kind = line.kind;
    let between = if line.beside { words.service.beside } else { words.service.arrow };
    let sign = if line.beside { "pane__divider" } else { "pane__arrow" };
    let [first, second] = line.sides;
    let [first_mark, second_mark] =
        line.marks.map(|kind| kind.map(|kind| view! { " " <EvidenceMark kind/> }));
    view! {
        <button
            class="more-numbers__line"
            type="button"
            aria-haspopup="dialog"
            on:click=move |_| open(kind)
        >
            <span class="more-numbers__name">{(words.names.measure)(kind)}</span>
            <span class="more-numbers__values">
                {first.map(|first| view! {
                    <span class="more-numbers__first">{first}{first_mark}</span>
                    <span class=sign><span class="visually-hidden">{between}</span></span>
                })}
                <span class="more-numbers__second">{second}{second_mark}</span>
            </span>
            {line.difference.map(|(direction, text)| view! { <Change direction text/> })}
            {line.over_all.map(|text| view! { <span class="more-numbers__all">{text}</span> })}
        </button>
    }
    .into_any()
}
