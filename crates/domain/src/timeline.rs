//! The dated timeline of a walk: from a moment at which somebody sets to work to the moment at which the
//! outputs are in hand, with every step, every trip and both limits on the calendar.
//!
//! How time passes:
//!
//! - A step on site happens in office hours on working days. One that would not fit before closing
//!   begins at the next opening. It pauses over lunch.
//! - Work behind the counter takes minutes and hours of the office's day. Where only its wait is told,
//!   the wait is all it takes.
//! - Remote and automatic steps, preparing, and the way there and back go on around the clock.
//! - A wait in days is over when the office opens on its last day. Working days are counted by
//!   [`working_days_from`], natural days one by one. Shorter waits pass as the step itself does.
//! - The applicant prepares a remote step when it can be begun, and prepares for all steps of a visit
//!   before setting out. Half of the way there and back, rounded up, is before the visit, half after it.
//! - The steps of one visit are taken in one go, on the first day on which the last of them can be
//!   begun. Where they do not fit into the rest of that day, the visit begins at the next opening; where
//!   not even a whole day is enough, the applicant comes again.
//!
//! What nobody knows is no date: a time that is not told is a [`TimelineError`], and so is a date in a
//! year whose working days are not published.

mod placing;

use std::fmt;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::calendar::{Unpublished, natural_days_from, next_working_day, working_days_from};
use crate::day;
use crate::key::{PlaceKey, StepKey};
use crate::office_hours::OfficeHours;
use crate::reported::Limit;
use crate::span::TimeUnit;
use crate::visits::{Waits, plan};
use crate::walk::Walk;
use placing::{Placed, Placing};

/// Which end of every time is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Case {
    /// Everything takes its least.
    Best,
    /// Everything takes its most.
    Worst,
}

/// When the steps of a walk happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Timeline {
    /// Whether it is the best or the worst case.
    pub case: Case,
    /// When the applicant sets to work, to the minute.
    #[serde(with = "crate::day::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub begins: DateTime,
    /// When the last wait is over: the outputs are in hand.
    #[serde(with = "crate::day::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub ends: DateTime,
    /// The steps in order of their beginning.
    pub steps: Vec<DatedStep>,
    /// The visits in order.
    pub visits: Vec<DatedVisit>,
    /// How many more visits the hours of the office make than [`crate::visits::fewest`] counts for the
    /// same case; `None` where they are as many.
    pub more_visits_than_fewest: Option<u32>,
    /// The chain of steps that leads to the end, first to last: each was held up by the one before it, to
    /// be finished, or to let the applicant go on.
    pub critical_path: Vec<StepKey>,
    /// The day of 受理: on which its step ends, or the next working day. `None` where the version does
    /// not say which step it is.
    #[serde(with = "crate::day::optional")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub accepted_on: Option<Date>,
    /// The day of 办结: on which the wait of its step is over. `None` as for 受理.
    #[serde(with = "crate::day::optional")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub decided_on: Option<Date>,
    /// The last day for 办结 by promise: 承诺办结时限.
    pub promised: Deadline,
    /// The last day for 办结 by law: 法定办结时限.
    pub legal: Deadline,
    /// 特别程序 of the version. Their time is no part of this timeline, nor of either limit.
    pub special_procedures: Vec<String>,
}

/// When one step happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatedStep {
    /// Which step.
    pub step: StepKey,
    /// When it is begun, the queue included.
    #[serde(with = "crate::day::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub begins: DateTime,
    /// When it is done.
    #[serde(with = "crate::day::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub ends: DateTime,
    /// When its wait is over and the next step can begin.
    #[serde(with = "crate::day::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub ready: DateTime,
    /// The number of the visit on which it is taken; `None` where it needs none.
    pub visit: Option<u32>,
}

/// One trip to one place on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatedVisit {
    /// Which visit, from 1.
    pub number: u32,
    /// Where to.
    pub place: PlaceKey,
    /// On which day.
    #[serde(with = "crate::day")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub date: Date,
    /// The steps taken there, in order.
    pub steps: Vec<StepKey>,
}

/// The last day of a limit, counted from the day of 受理, which is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Deadline {
    /// This day, to its end or to the close of business (民法典 第二百零三条).
    On {
        /// Which.
        #[serde(with = "crate::day")]
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        date: Date,
    },
    /// Nobody stated the limit.
    NotStated,
    /// The version does not say which step is 受理.
    NoAcceptance,
    /// It may be in this year, whose working days are not published.
    Unpublished {
        /// Which.
        year: i16,
    },
}

/// Why a walk has no [`Timeline`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum TimelineError {
    /// Nobody has told the steps.
    NoSteps,
    /// It goes into this year, whose working days are not published.
    Unpublished {
        /// Which.
        year: i16,
    },
    /// Nobody knows how long this step makes one wait.
    UnknownWait {
        /// Which step.
        step: StepKey,
    },
    /// Nobody knows how long the applicant prepares, queues, or is at the counter for this step.
    UnknownTime {
        /// Which step.
        step: StepKey,
    },
    /// Nobody knows how long the way to this place and back is.
    UnknownTravel {
        /// Which place.
        place: PlaceKey,
    },
    /// This step takes longer at the counter than the office is open on a day.
    LongerThanOfficeDay {
        /// Which step.
        step: StepKey,
    },
    /// There are more steps than the search for visits looks at.
    TooLarge,
}

impl fmt::Display for TimelineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimelineError::NoSteps => f.write_str("the version tells no steps"),
            TimelineError::Unpublished { year } => Unpublished(*year).fmt(f),
            TimelineError::UnknownWait { step } => write!(f, "the wait of step `{step}` is not known"),
            TimelineError::UnknownTime { step } => {
                write!(f, "how long the applicant needs for step `{step}` is not known")
            }
            TimelineError::UnknownTravel { place } => write!(f, "the way to place `{place}` is not known"),
            TimelineError::LongerThanOfficeDay { step } => {
                write!(f, "step `{step}` takes longer than the office is open on a day")
            }
            TimelineError::TooLarge => f.write_str("there are more steps than can be put into visits"),
        }
    }
}

impl std::error::Error for TimelineError {}

impl From<Unpublished> for TimelineError {
    fn from(unpublished: Unpublished) -> TimelineError {
        TimelineError::Unpublished { year: unpublished.0 }
    }
}

/// Dates a walk that begins at `start`. All places keep the same `hours`.
///
/// The best case has the fewest visits among those orders that end no later than the worst case.
///
/// # Errors
///
/// [`TimelineError`] where a time that is needed is unknown, where a year is not published, and beyond the
/// bounds of the search.
pub fn timeline(
    walk: &Walk<'_>,
    start: DateTime,
    hours: &OfficeHours,
    case: Case,
) -> Result<Timeline, TimelineError> {
    if walk.steps.is_empty() {
        return Err(TimelineError::NoSteps);
    }
    let start = to_the_minute(start);
    let of_worst = plan(walk, Waits::Longest).ok_or(TimelineError::TooLarge)?;
    let worst = Placing::new(walk, start, hours, Case::Worst)?.place_all(&of_worst);
    let (placed, fewest) = match case {
        Case::Worst => (worst?, of_worst.len()),
        Case::Best => {
            let of_best = plan(walk, Waits::Shortest).ok_or(TimelineError::TooLarge)?;
            let placing = Placing::new(walk, start, hours, Case::Best)?;
            let (few, in_step) = (placing.place_all(&of_best)?, placing.place_all(&of_worst)?);
            // Fewer visits may be had by waiting for something that the other order need not wait for.
            let bound = worst.map_or(DateTime::MAX, |worst| worst.ends());
            let worth = |placed: &Placed| (placed.ends() > bound, placed.visits.len(), placed.ends());
            let best = if worth(&in_step) < worth(&few) { in_step } else { few };
            (best, of_best.len())
        }
    };
    told(walk, start, hours, case, &placed, fewest)
}

fn to_the_minute(moment: DateTime) -> DateTime {
    day::moment::minutes_later(moment, 0).unwrap_or(moment)
}

fn told(
    walk: &Walk<'_>,
    start: DateTime,
    hours: &OfficeHours,
    case: Case,
    placed: &Placed,
    fewest: usize,
) -> Result<Timeline, TimelineError> {
    let key = |i: usize| walk.steps[i].key.clone();
    let moments_of = |step: &Option<StepKey>| {
        let step = step.as_ref()?;
        walk.steps.iter().zip(&placed.steps).find(|(other, _)| other.key == *step).map(|(_, moments)| moments)
    };
    let accepted = moments_of(&walk.version.accepted_at).map(|moments| moments.ends);
    let accepted_on = accepted.map(|moment| next_working_day(moment.date())).transpose()?;
    let deadline = |limit: &Option<Limit>| match (limit, accepted) {
        (None, _) => Deadline::NotStated,
        (_, None) => Deadline::NoAcceptance,
        (Some(limit), Some(moment)) => deadline(limit, moment, hours),
    };
    let visit_of = |i: usize| placed.visits.iter().position(|(_, _, steps)| steps.contains(&i));
    let mut steps: Vec<DatedStep> = (0..)
        .zip(&placed.steps)
        .map(|(i, moments)| DatedStep {
            step: key(i),
            begins: moments.begins,
            ends: moments.ends,
            ready: moments.ready,
            visit: visit_of(i).map(number),
        })
        .collect();
    // Within a moment the order of the walk stays.
    steps.sort_by_key(|step| step.begins);
    Ok(Timeline {
        case,
        begins: start,
        ends: placed.ends(),
        steps,
        visits: (0..)
            .zip(&placed.visits)
            .map(|(at, (place, date, steps))| DatedVisit {
                number: number(at),
                place: place.clone(),
                date: *date,
                steps: steps.iter().copied().map(key).collect(),
            })
            .collect(),
        more_visits_than_fewest: placed
            .visits
            .len()
            .checked_sub(fewest)
            .and_then(|more| u32::try_from(more).ok())
            .filter(|more| *more > 0),
        critical_path: placed.critical_path().into_iter().map(key).collect(),
        accepted_on,
        decided_on: moments_of(&walk.version.decided_at).map(|moments| moments.ready.date()),
        promised: deadline(&walk.version.promised_limit),
        legal: deadline(&walk.service.legal_limit),
        special_procedures: walk.version.special_procedures.clone(),
    })
}

/// People count visits from 1.
fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1)
}

/// A limit that is a range is kept on its last day.
fn deadline(limit: &Limit, accepted: DateTime, hours: &OfficeHours) -> Deadline {
    let most = limit.time.max();
    let last_day = match limit.time.unit() {
        TimeUnit::WorkingDay => working_days_from(accepted.date(), most),
        TimeUnit::NaturalDay => natural_days_from(accepted.date(), most),
        TimeUnit::Minute | TimeUnit::Hour => {
            let minutes = limit.time.in_minutes().map_or(0, |(_, most)| most);
            hours.pass(accepted, minutes).and_then(|moment| next_working_day(moment.date()))
        }
    };
    match last_day {
        Ok(date) => Deadline::On { date },
        Err(Unpublished(year)) => Deadline::Unpublished { year },
    }
}
