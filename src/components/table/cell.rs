//! What stands in one cell of the table: words, from a row and a column.

use domain::table::column::{Aspect, Column, Topic};
use domain::table::{Figure, Judgement, Known, ReportedFigure, TableRow, direction_of};
use domain::{Difference, Direction, EvidenceKind, Relation};
use leptos::prelude::*;

use crate::components::chinese::{self, chinese};
use crate::components::evidence_mark::EvidenceMark;
use crate::components::value_text::unit_of;
use crate::words::{table_words, words};

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A number that nobody knows, or of which there is no such side.
    Unknown,
    /// Words that nobody told.
    Untold,
    /// Words.
    Words(String),
    /// Words of the data.
    Said(String),
    /// A number with its unit.
    Number(String),
    /// Less or more.
    Change(Direction, String),
    /// Lines, each with its evidence.
    Lines(Vec<(String, Option<EvidenceKind>)>),
}

/// What stands in this column for this row.
pub fn cell(row: &TableRow, column: Column) -> Cell {
    let (words, told) = (words(), table_words());
    let words_of = |text: Option<String>| text.map_or(Cell::Untold, Cell::Words);
    match column.topic {
        Topic::Service => Cell::Said(row.name.clone()),
        Topic::Versions => match (&row.first, &row.second) {
            (Some(first), Some(second)) => Cell::Said((told.from_to)(&first.label, &second.label)),
            (_, Some(second)) => Cell::Said(second.label.clone()),
            (_, None) => Cell::Untold,
        },
        Topic::Area => Cell::Said(row.area.clone()),
        Topic::Audience => words_of(row.audience.map(|audience| (words.names.audience)(audience).to_owned())),
        Topic::Reported if row.reported.is_empty() => Cell::Untold,
        Topic::Reported => Cell::Lines(row.reported.iter().map(reported).collect()),
        Topic::Standard => {
            let version = if column.aspect == Some(Aspect::First) { &row.first } else { &row.second };
            words_of(version.as_ref().map(|version| judgement(version.standard).to_owned()))
        }
        Topic::Changes => {
            let counts = row.changes.iter();
            let counts = counts.map(|change| (told.times)((words.names.change)(change.kind), change.count));
            let counts: Vec<String> = counts.collect();
            words_of((!counts.is_empty()).then(|| (words.names.list)(&counts)))
        }
        Topic::Evidence => {
            let kinds = row.evidence();
            let kinds: Vec<String> =
                kinds.iter().map(|kind| (words.names.evidence)(*kind).to_owned()).collect();
            words_of((!kinds.is_empty()).then(|| (words.names.list)(&kinds)))
        }
        Topic::Cases => row.cases_a_year.map_or(Cell::Unknown, |cases| Cell::Number(cases.to_string())),
        Topic::YearlyHours => hours(row, column.aspect).unwrap_or(Cell::Unknown),
        Topic::Measure(kind) => {
            let figure = row.figure(kind);
            figure.and_then(|figure| of_figure(figure, row.relation, column.aspect)).unwrap_or(Cell::Unknown)
        }
    }
}

fn of_figure(figure: &Figure, relation: Option<Relation>, aspect: Option<Aspect>) -> Option<Cell> {
    let difference = || figure.difference(relation);
    Some(match aspect? {
        Aspect::First => Cell::Number(known(&figure.first?)),
        Aspect::Second => Cell::Number(known(&figure.second?)),
        Aspect::Difference => change(difference()?),
        Aspect::Rate => Cell::Number((table_words().signed_permille)(difference()?.reduction_permille?)),
    })
}

fn known(known: &Known) -> String {
    let names = &words().names;
    match known {
        Known::Count(min, max) | Known::Money(min, max) => (names.range)(*min, *max),
        Known::Time(_, 0, _) => 0.to_string(),
        Known::Time(min, max, unit) => {
            format!("{} {}", (names.range)(*min, *max), (names.time_unit)(*unit, *max))
        }
        Known::Share(least, most) => (names.share)(*least, *most),
    }
}

fn change(difference: Difference) -> Cell {
    Cell::Change(difference.direction, (words().names.difference)(&difference))
}

fn hours(row: &TableRow, aspect: Option<Aspect>) -> Option<Cell> {
    let hours = row.yearly_hours?;
    let told = |(min, max)| Cell::Number((table_words().large_range)(min, max));
    match aspect? {
        Aspect::First => hours.first.map(told),
        Aspect::Second => hours.second.map(told),
        Aspect::Difference => hours.difference().map(change_between),
        Aspect::Rate => None,
    }
}

/// A difference that is no measure's own.
pub fn change_between((min, max): (i64, i64)) -> Cell {
    change(Difference { min, max, direction: direction_of((min, max)), reduction_permille: None })
}

fn reported(report: &ReportedFigure) -> (String, Option<EvidenceKind>) {
    let (words, told) = (words(), table_words());
    let unit = unit_of(report.unit.as_ref(), report.second.or(report.first));
    let figures = match (report.first, report.second) {
        (Some(first), Some(second)) => Some((told.from_to)(&first.to_string(), &second.to_string())),
        (Some(first), None) => Some(format!("{} {first}", words.service.from_before)),
        (None, second) => second.map(|only| only.to_string()),
    };
    let figures = figures.map(|figures| format!("{figures} {unit}"));
    let rate = report.difference.and_then(|difference| difference.reduction_permille);
    let rate = rate.filter(|permille| *permille > 0).map(|permille| {
        (words.service.reduction)(&(words.names.permille)(permille), words.service.from_before)
    });
    let parts =
        [Some(report.subject.clone()), figures, report.told.as_ref().map(words.names.told_change), rate];
    (parts.into_iter().flatten().collect::<Vec<_>>().join(" "), report.evidence)
}

fn judgement(judged: Judgement) -> &'static str {
    let words = table_words();
    match judged {
        Judgement::Faceless => words.faceless,
        Judgement::Met => words.met,
        Judgement::NotMet => words.not_met,
        Judgement::Unknown => words.unknown,
    }
}

/// Draws a cell.
pub fn cell_view(cell: Cell) -> AnyView {
    match cell {
        Cell::Unknown => {
            view! { <td class="table__cell table__cell--unknown">{table_words().unknown}</td> }.into_any()
        }
        Cell::Untold => {
            view! { <td class="table__cell table__cell--untold">{table_words().unknown}</td> }.into_any()
        }
        Cell::Said(text) => view! { <td class="table__cell">{chinese(text)}</td> }.into_any(),
        Cell::Words(text) => view! { <td class="table__cell">{chinese::told(text)}</td> }.into_any(),
        Cell::Number(text) => view! { <td class="table__cell table__cell--number">{text}</td> }.into_any(),
        Cell::Change(direction, text) => {
            let class = match direction {
                Direction::Less => "table__cell table__cell--number table__cell--less",
                Direction::More => "table__cell table__cell--number table__cell--more",
                Direction::Same | Direction::Unclear => "table__cell table__cell--number",
            };
            view! { <td class=class>{text}</td> }.into_any()
        }
        Cell::Lines(lines) => {
            let lines = lines.into_iter().map(|(text, evidence)| {
                view! {
                    <span class="table__line">
                        {chinese::told(text)}
                        " "
                        {evidence.map(|kind| view! { <EvidenceMark kind/> })}
                    </span>
                }
            });
            view! { <td class="table__cell">{lines.collect_view()}</td> }.into_any()
        }
    }
}
