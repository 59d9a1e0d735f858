//! 哪一处改动省下的: the difference of a measure, booked to single changes. A table with a bar in each line, so
//! that picture and words are one.

use domain::waterfall::{Booking, Cause, Waterfall};
use domain::{Direction, MeasureKind, Relation};
use leptos::prelude::*;

use crate::compared::{Compared, name_of_group};
use crate::components::pane::Change;
use crate::diagram::waterfall::{Bar, bars};
use crate::words::step_list::step_list_words;
use crate::words::words;

/// The measures in the order in which people ask for them.
const ASKED_FOR: [MeasureKind; 13] = [
    MeasureKind::Visits,
    MeasureKind::Windows,
    MeasureKind::Places,
    MeasureKind::ApplicantSteps,
    MeasureKind::Documents,
    MeasureKind::ComputedLimit,
    MeasureKind::PromisedLimit,
    MeasureKind::Submissions,
    MeasureKind::Burden,
    MeasureKind::WholeTime,
    MeasureKind::Fees,
    MeasureKind::BackOfficeSteps,
    MeasureKind::MeasuredLimit,
];

/// Every measure that differs, one at a time; nothing where none does.
#[component]
pub fn WaterfallChart(compared: Compared) -> impl IntoView {
    let differs = |kind: &MeasureKind| {
        compared.comparison().waterfall(*kind).is_ok_and(|waterfall| !waterfall.rows.is_empty())
    };
    let kinds: Vec<MeasureKind> = ASKED_FOR.into_iter().filter(differs).collect();
    kinds.first().copied().map(|first| {
        let told = step_list_words();
        let chosen = RwSignal::new(first);
        let title = match compared.relation() {
            Relation::BeforeAfter => told.waterfall_title,
            _ => told.waterfall_title_between_ways,
        };
        let buttons = kinds.into_iter().map(|kind| {
            let pressed = move || if chosen.get() == kind { "true" } else { "false" };
            view! {
                <button
                    class="waterfall__measure"
                    type="button"
                    aria-pressed=pressed
                    on:click=move |_| chosen.set(kind)
                >
                    {(words().names.measure)(kind)}
                </button>
            }
            .into_any()
        });
        let chart = move || chart(&compared, chosen.get());
        view! {
            <section class="section waterfall" aria-labelledby="waterfall-title">
                <h2 class="section__title" id="waterfall-title">{title}</h2>
                <p class="section__note">{told.waterfall_rule}</p>
                <div class="waterfall__measures" role="group" aria-label=told.waterfall_measure>
                    {buttons.collect_view()}
                </div>
                {chart}
            </section>
        }
    })
}

/// One line of the table.
struct Line {
    cause: String,
    with: Option<String>,
    told: String,
    direction: Direction,
    is_end: bool,
}

fn chart(compared: &Compared, kind: MeasureKind) -> Option<AnyView> {
    let waterfall = compared.comparison().waterfall(kind).ok()?;
    let change = compared.measure(kind)?;
    let (_, first) = change.first.value.range()?;
    let (_, second) = change.second.value.range()?;
    let amounts: Vec<i64> = waterfall.rows.iter().map(|row| row.amount).collect();
    let bars = bars(first.into(), &amounts, WIDTH);
    let end = |label: &str, number: u32| Line {
        cause: label.to_owned(),
        with: None,
        told: size(waterfall, number.into()),
        direction: Direction::Same,
        is_end: true,
    };
    let mut lines = vec![end(compared.first().label(), first)];
    lines.extend(waterfall.rows.iter().map(|row| line(compared, waterfall, row)));
    lines.push(end(compared.second().label(), second));
    let told = step_list_words();
    let rows = lines.into_iter().zip(bars).map(|(line, bar)| row(line, bar)).collect_view();
    Some(
        view! {
            <table class="waterfall__table">
                <caption class="visually-hidden">{(words().names.measure)(kind)}</caption>
                <thead class="visually-hidden">
                    <tr>
                        <th scope="col">{told.waterfall_cause}</th>
                        <th scope="col">{told.waterfall_picture}</th>
                        <th scope="col">{told.waterfall_amount}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any(),
    )
}

/// The width of a bar's picture, in its own units.
const WIDTH: f64 = 200.0;

fn row(line: Line, bar: Bar) -> AnyView {
    let class = match (line.is_end, line.direction) {
        (true, _) => "waterfall__bar waterfall__bar--end",
        (false, Direction::Less) => "waterfall__bar waterfall__bar--less",
        (false, _) => "waterfall__bar",
    };
    view! {
        <tr class="waterfall__row" class:waterfall__row--end=line.is_end>
            <th class="waterfall__cause" scope="row">
                {line.cause}
                {line.with.map(|with| view! { <span class="waterfall__with">{with}</span> })}
            </th>
            <td class="waterfall__picture">
                <svg viewBox="0 0 200 16" preserveAspectRatio="none" aria-hidden="true">
                    <path class="waterfall__thread" d=format!("M{:.1} 0V16", bar.end)/>
                    <rect class=class x=format!("{:.1}", bar.left) y="3" width=format!("{:.1}", bar.width) height="10"/>
                </svg>
            </td>
            <td class="waterfall__amount"><Change direction=line.direction text=line.told/></td>
        </tr>
    }
    .into_any()
}

fn line(compared: &Compared, waterfall: &Waterfall, row: &Booking) -> Line {
    let told = step_list_words();
    let names: Vec<String> = row.with.iter().map(|at| name(compared, *at)).collect();
    let direction = match row.amount {
        0 => Direction::Same,
        less if less < 0 => Direction::Less,
        _ => Direction::More,
    };
    Line {
        cause: match row.cause {
            Cause::Change(at) => told_change(compared, at),
            Cause::Stated => told.stated.to_owned(),
        },
        with: (!names.is_empty()).then(|| (told.with)(&(words().names.list)(&names))),
        told: signed(compared, waterfall, row.amount),
        direction,
        is_end: false,
    }
}

/// What became of a step, and which.
fn told_change(compared: &Compared, at: usize) -> String {
    let name = name(compared, at);
    match (compared.relation(), compared.comparison().steps.get(at)) {
        (Relation::TwoWays, _) | (_, None) => name,
        (_, Some(group)) => {
            let kinds = group.kinds.iter().map(|kind| (words().names.change)(*kind));
            format!("{} {name}", kinds.collect::<Vec<_>>().join(" + "))
        }
    }
}

fn name(compared: &Compared, at: usize) -> String {
    let group = compared.comparison().steps.get(at);
    let named = group.and_then(name_of_group);
    named.map_or_else(String::new, |(which, key)| compared.half(which).step_name(key).to_owned())
}

fn size(waterfall: &Waterfall, number: i64) -> String {
    let names = &words().names;
    let counter = waterfall.unit.map_or((names.counter)(waterfall.kind), names.time_unit);
    format!("{number} {counter}")
}

fn signed(compared: &Compared, waterfall: &Waterfall, amount: i64) -> String {
    let size = size(waterfall, amount.abs());
    match (compared.relation(), amount) {
        (_, 0) => step_list_words().unchanged.to_owned(),
        (_, less) if less < 0 => format!("−{size}"),
        _ => format!("+{size}"),
    }
}
