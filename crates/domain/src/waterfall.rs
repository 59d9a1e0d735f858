//! Which change saved what: a measure's difference, booked to single changes.
//!
//! A [`Measured`] has parts that make up exactly its most. So the most of the second version less the
//! most of the first is what the parts there come to, less the parts here, and each is booked once:
//!
//! 1. What stands on both sides cancels out: one step, one place, one window, one document, one paper
//!    handed in at one step, one visit. Where its size differs (a wait, a fee, the way to a visit) the
//!    difference is booked. Two visits are one where the same steps are taken on them: of all pairs the
//!    one in which most steps of both correspond, then the one to the same place, then the one with the
//!    fewest other steps, then the earliest on both sides; what is taken is taken.
//! 2. A part of a single step is booked to the change of that step: its own time, its wait, its fee, a
//!    paper handed in there, the step itself. 推算时限 and 全程 are made of the longest chain, so a
//!    wait that nobody touched is gone, or new, where another chain is the longest now.
//! 3. A part of several steps that is gone or new is booked whole to one of the changes behind it, since
//!    half a visit is no visit, and the others are named. A place, a window or a document is owed to
//!    the main one of its steps: all of them left it, and any that stayed would have kept it. A visit is
//!    owed to the main one of its steps that are not taken at that place any more. Where all still are,
//!    on another visit, something set this visit apart and does no longer: the last step before it that
//!    made one wait for another day, or go somewhere else, and does neither now; failing that, the main
//!    one of its steps whose order changed, or its main step. The way there follows the visit.
//! 4. A limit that somebody states is booked to that statement.
//!
//! The main step is the one with the most papers to hand in, because that is what people come for, and
//! asking, queueing and fetching go with it. Among equals a step with a counterpart is before one without,
//! which can't say where the errand went; then the first in the flow, with the fewest steps that must be
//! finished one after the other before it; then what the steps say decides, and never where a file has them.
//!
//! What was saved and what it cost elsewhere stand in one list, so it sums up to the difference.
//! Exchanging the two versions exchanges what is gone and what is new, and nothing else.

mod one_side;
mod owing;
mod visits;

use serde::{Deserialize, Serialize};

use crate::changes::Changes;
use crate::compare::{Comparison, MeasureChange};
use crate::key::{MaterialKey, StepKey};
use crate::measure::{MeasureKind, Measured, Part, Value, WhyUnknown};
use crate::span::TimeUnit;
use crate::walk::Walk;
use owing::Owed;

/// The difference of one measure, by the changes that make it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Waterfall {
    /// What was measured; numbers below are in its unit.
    pub kind: MeasureKind,
    /// The unit of a measure of time; `None` for what is counted, and for yuan.
    pub unit: Option<TimeUnit>,
    /// The most of the second version less the most of the first; what `rows` sum up to.
    pub total: i64,
    /// One row for each cause, in the order of [`Comparison::steps`]. Empty where nothing that makes
    /// up the measure was changed.
    pub rows: Vec<Booking>,
}

/// What is booked to one cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Booking {
    /// What it is owed to.
    pub cause: Cause,
    /// Second less first, below zero for what became less. Zero where one thing took another's place.
    pub amount: i64,
    /// The parts of the first version that it took away, or that have another size now.
    pub gone: Vec<Part>,
    /// The parts of the second version that it brought, or in which size they are now.
    pub new: Vec<Part>,
    /// Other changes that had a share in it, ascending: positions in [`Comparison::steps`].
    pub with: Vec<usize>,
}

/// What a difference is owed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// What became of steps: the group at this position in [`Comparison::steps`].
    Change(usize),
    /// Somebody states another limit.
    Stated,
}

/// Why a measure has no waterfall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoWaterfall {
    /// It is not known of one of the versions, or of neither.
    Unknown(WhyUnknown),
    /// One is in working days and one in natural days, or one in days and one in hours.
    OtherUnit,
    /// It is a share: 3 of 5 less 1 of 2 is no number of anything.
    Share,
}

impl Comparison {
    /// Which changes make the difference of a measure.
    ///
    /// # Errors
    ///
    /// [`NoWaterfall`] where there is no difference to book.
    pub fn waterfall(&self, kind: MeasureKind) -> Result<&Waterfall, NoWaterfall> {
        if let Some(waterfall) = self.waterfalls.iter().find(|waterfall| waterfall.kind == kind) {
            return Ok(waterfall);
        }
        let change = self.measures.iter().find(|change| change.first.kind == kind);
        let values = change.map(|change| [&change.first.value, &change.second.value]);
        for value in values.into_iter().flatten() {
            match value {
                Value::Unknown { why } => return Err(NoWaterfall::Unknown(why.clone())),
                Value::Share { .. } => return Err(NoWaterfall::Share),
                Value::Count { .. } | Value::Time { .. } | Value::Money { .. } => {}
            }
        }
        Err(NoWaterfall::OtherUnit)
    }
}

/// The waterfall of every measure that has a difference. Without walks only stated limits have one.
pub(crate) fn of_measures(
    walks: Option<[&Walk<'_>; 2]>,
    changes: &Changes,
    measures: &[MeasureChange],
) -> Vec<Waterfall> {
    let visits = |of: fn(&MeasureChange) -> &Measured| {
        let visits = measures.iter().map(of).find(|measured| measured.kind == MeasureKind::Visits);
        visits.map_or(&[][..], |measured| &measured.parts)
    };
    let visits = [visits(|change| &change.first), visits(|change| &change.second)];
    let owed = walks.map(|walks| Owed::new(walks, changes, visits));
    measures.iter().filter_map(|change| waterfall(owed.as_ref(), change)).collect()
}

fn waterfall(owed: Option<&Owed<'_>>, change: &MeasureChange) -> Option<Waterfall> {
    change.difference?;
    let (_, first) = change.first.value.range()?;
    let (_, second) = change.second.value.range()?;
    // No time at all has no unit of its own.
    let of_longer = if first == 0 { &change.second } else { &change.first };
    let unit = of_longer.value.time_unit();
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for (side, measured) in [(Side::First, &change.first), (Side::Second, &change.second)] {
        for part in &measured.parts {
            let size = size(part, unit);
            let amount = if side == Side::First { -size } else { size };
            entries.push(Entry { side, part, amount, same: same(owed, side, part) });
        }
    }
    let mut rows: Vec<Booking> = Vec::new();
    for entry in &entries {
        let together = entries.iter().filter(|other| other.same.is_some() && other.same == entry.same);
        if entry.same.is_some() && together.map(|other| other.amount).sum::<i64>() == 0 {
            continue;
        }
        let (cause, with) = match owed {
            Some(owed) => owed.cause(entry.side, entry.part),
            None => (Cause::Stated, Vec::new()),
        };
        entry.book(row_of(&mut rows, cause), with);
    }
    let total = i64::from(second) - i64::from(first);
    debug_assert_eq!(rows.iter().map(|row| row.amount).sum::<i64>(), total, "{:?}", change.first.kind);
    Some(Waterfall { kind: change.first.kind, unit, total, rows })
}

/// The row of a cause, put where it belongs if there is none yet.
fn row_of(rows: &mut Vec<Booking>, cause: Cause) -> &mut Booking {
    let at = rows.iter().position(|row| row.cause >= cause).unwrap_or(rows.len());
    if rows.get(at).is_none_or(|row| row.cause != cause) {
        rows.insert(at, Booking { cause, amount: 0, gone: Vec::new(), new: Vec::new(), with: Vec::new() });
    }
    &mut rows[at]
}

/// A part of either side on its way into a row.
struct Entry<'a> {
    side: Side,
    part: &'a Part,
    /// Below zero for a part of the first side.
    amount: i64,
    /// What it is the same as; `None` for what is alone in any case.
    same: Option<Same>,
}

impl Entry<'_> {
    fn book(&self, row: &mut Booking, with: Vec<usize>) {
        row.amount += self.amount;
        match self.side {
            Side::First => row.gone.push(self.part.clone()),
            Side::Second => row.new.push(self.part.clone()),
        }
        for other in with {
            let at = row.with.iter().position(|known| *known >= other).unwrap_or(row.with.len());
            if row.with.get(at) != Some(&other) && row.cause != Cause::Change(other) {
                row.with.insert(at, other);
            }
        }
    }
}

/// Which version a part is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    First,
    Second,
}

impl Side {
    fn other(self) -> Side {
        self.of(Side::Second, Side::First)
    }

    fn of<T>(self, first: T, second: T) -> T {
        match self {
            Side::First => first,
            Side::Second => second,
        }
    }
}

/// What parts of the two sides have in common when they are the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Same {
    /// The steps of one group, as steps.
    Step(usize),
    OwnTime(usize),
    Wait(usize),
    Fee(usize),
    /// This paper, handed in at steps of this group.
    Submission(usize, usize),
    Place(usize),
    Window(usize),
    Paper(usize),
    Visit(usize),
    Travel(usize),
    Stated,
}

fn same(owed: Option<&Owed<'_>>, side: Side, part: &Part) -> Option<Same> {
    let group = |step: &StepKey| owed?.group(side, step);
    let paper = |material: &MaterialKey| owed?.paper(side, material);
    let visit = |number: u32| owed?.visit(side, number);
    match part {
        Part::Step { step } => group(step).map(Same::Step),
        Part::OwnTime { step, .. } => group(step).map(Same::OwnTime),
        Part::Wait { step, .. } => group(step).map(Same::Wait),
        Part::Fee { step, .. } => group(step).map(Same::Fee),
        Part::Submission { material, step } => Some(Same::Submission(paper(material)?, group(step)?)),
        Part::Document { material, .. } | Part::Waived { material, .. } => paper(material).map(Same::Paper),
        Part::Place { place, .. } => owed?.place(side, place).map(Same::Place),
        Part::Window { place, window, .. } => owed?.window(side, place, window).map(Same::Window),
        Part::Visit { number, .. } => visit(*number).map(Same::Visit),
        Part::Travel { number, .. } => visit(*number).map(Same::Travel),
        Part::Stated { .. } => Some(Same::Stated),
    }
}

/// How much a part is of the most of its measure, in the measure's unit.
fn size(part: &Part, unit: Option<TimeUnit>) -> i64 {
    match part {
        Part::OwnTime { time, .. }
        | Part::Travel { time, .. }
        | Part::Wait { time, .. }
        | Part::Stated { time, .. } => match (unit, time.in_minutes()) {
            (Some(TimeUnit::Minute), Some((_, most))) => i64::from(most),
            _ => i64::from(time.max()),
        },
        Part::Fee { fee, .. } => i64::from(fee.max_yuan),
        Part::Step { .. }
        | Part::Place { .. }
        | Part::Window { .. }
        | Part::Visit { .. }
        | Part::Document { .. }
        | Part::Waived { .. }
        | Part::Submission { .. } => 1,
    }
}
