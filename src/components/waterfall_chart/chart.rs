//! What a waterfall says: the number before, what each change took away or added, the number after.

use domain::waterfall::{Booking, Cause, Waterfall};
use domain::{Direction, MeasureKind, Relation};

use crate::compared::{Compared, name_of_group};
use crate::diagram::waterfall::{Bar, bars};
use crate::words::step_list_words;
use crate::words::words;

/// The difference of one measure, booked to changes.
#[derive(Clone, PartialEq)]
pub struct Chart {
    /// Of what.
    pub kind: MeasureKind,
    /// Each with its bar.
    pub lines: Vec<(Line, Bar)>,
}

/// One line of the table.
#[derive(Clone, PartialEq)]
pub struct Line {
    /// What made the difference; at both ends, the name of the version.
    pub cause: String,
    /// What had a share in it.
    pub with: Option<String>,
    /// How much.
    pub told: String,
    /// Less or more.
    pub direction: Direction,
    /// Whether it is one of the two numbers that the others lie between.
    pub is_end: bool,
}

impl Chart {
    /// `None` where the measure does not differ, or nobody can tell by what.
    pub fn of(compared: &Compared, kind: MeasureKind) -> Option<Chart> {
        let waterfall = compared.comparison().waterfall(kind).ok().filter(|found| !found.rows.is_empty())?;
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
        Some(Chart { kind, lines: lines.into_iter().zip(bars).collect() })
    }
}

/// The width of a bar's picture, in its own units.
const WIDTH: f64 = 200.0;

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
    let most = u32::try_from(number).unwrap_or(u32::MAX);
    let counter = match waterfall.unit {
        Some(unit) => (names.time_unit)(unit, most),
        None => (names.counter)(waterfall.kind, most),
    };
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
