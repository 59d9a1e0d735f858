//! When an office is open, and how time passes in it: only between opening and closing on working days,
//! and not over lunch.

use std::fmt;

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use crate::calendar::{Unpublished, is_working_day, working_days_from};
use crate::day::moment::{after_midnight, minute_of, parse_time, time_at, written_time};

/// The hours of every working day: from opening to closing, with or without a lunch break.
///
/// In a file: `{"opens": "09:00", "closes": "17:00", "lunch": {"from": "12:00", "to": "13:30"}}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Written", into = "Written")]
pub struct OfficeHours {
    // Minutes after midnight; opens < lunch from < lunch to < closes.
    opens: u32,
    closes: u32,
    lunch: Option<(u32, u32)>,
}

/// Why hours are no office hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeHoursError {
    /// A time is no time like `09:00`, or has seconds.
    NoTime,
    /// They are not in the order opening, lunch, closing, with time between them.
    OutOfOrder,
}

impl fmt::Display for OfficeHoursError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            OfficeHoursError::NoTime => "write the hours as whole minutes, like `09:00`",
            OfficeHoursError::OutOfOrder => "an office opens, breaks for lunch and closes in this order",
        })
    }
}

impl std::error::Error for OfficeHoursError {}

impl Default for OfficeHours {
    /// 09:00–17:00 without a break: what government service halls commonly keep. An assumption, to be
    /// shown as such where nobody told the hours.
    fn default() -> OfficeHours {
        OfficeHours { opens: 9 * 60, closes: 17 * 60, lunch: None }
    }
}

impl OfficeHours {
    /// Hours in whole minutes; `lunch` is when the break begins and ends, within the hours.
    ///
    /// # Errors
    ///
    /// [`OfficeHoursError`] where a time has seconds, or they are not in order.
    pub fn new(
        opens: Time,
        closes: Time,
        lunch: Option<(Time, Time)>,
    ) -> Result<OfficeHours, OfficeHoursError> {
        let minute = |time: Time| match (time.second(), time.subsec_nanosecond()) {
            (0, 0) => Ok(minute_of(time)),
            _ => Err(OfficeHoursError::NoTime),
        };
        let (opens, closes) = (minute(opens)?, minute(closes)?);
        let lunch = lunch.map(|(from, to)| Ok((minute(from)?, minute(to)?))).transpose()?;
        let in_order = match lunch {
            Some((from, to)) => opens < from && from < to && to < closes,
            None => opens < closes,
        };
        if in_order { Ok(OfficeHours { opens, closes, lunch }) } else { Err(OfficeHoursError::OutOfOrder) }
    }

    /// How many minutes the office is open on a working day; at least 1.
    pub fn minutes_a_day(&self) -> u32 {
        self.open_minutes_before(self.closes)
    }

    /// The opening on a day, whether or not it is a working day.
    ///
    /// # Errors
    ///
    /// [`Unpublished`] where there is no such minute of a day, which no hours make.
    pub fn opening(&self, date: Date) -> Result<DateTime, Unpublished> {
        at(date, self.opens)
    }

    /// The opening of the first working day after a day.
    ///
    /// # Errors
    ///
    /// [`Unpublished`] with the first year on the way whose notice is not carried.
    pub fn opening_after(&self, date: Date) -> Result<DateTime, Unpublished> {
        let next = date.tomorrow().map_err(|_| Unpublished(date.year()))?;
        self.opening(working_days_from(next, 0)?)
    }

    /// The first moment on or after `moment` at which the office is open.
    ///
    /// # Errors
    ///
    /// [`Unpublished`] with the first year on the way whose notice is not carried.
    pub fn next_open(&self, moment: DateTime) -> Result<DateTime, Unpublished> {
        let passed = self.open_minutes_before(minute_of(moment.time()));
        if is_working_day(moment.date())? && passed < self.minutes_a_day() {
            return at(moment.date(), self.minute_when_begins(passed));
        }
        self.opening_after(moment.date())
    }

    /// The moment after so many open minutes, over as many days as they take. No time leaves the moment
    /// as it is, be the office open or not.
    ///
    /// # Errors
    ///
    /// [`Unpublished`] with the first year on the way whose notice is not carried.
    pub fn pass(&self, moment: DateTime, minutes: u32) -> Result<DateTime, Unpublished> {
        if minutes == 0 {
            return Ok(moment);
        }
        let begins = self.next_open(moment)?;
        let passed = self.open_minutes_before(minute_of(begins.time())).saturating_add(minutes);
        // What fills a day ends when it closes, not when the next one opens.
        let (days, rest) = ((passed - 1) / self.minutes_a_day(), (passed - 1) % self.minutes_a_day() + 1);
        at(working_days_from(begins.date(), days)?, self.minute_when_ended(rest))
    }

    /// When something that must be finished on the day on which it is begun begins and ends: at `moment`,
    /// at the next opening where it would not fit before closing, or never (`None`) where it is longer
    /// than a day. It pauses over lunch.
    ///
    /// # Errors
    ///
    /// [`Unpublished`] with the first year on the way whose notice is not carried.
    pub fn within_a_day(
        &self,
        moment: DateTime,
        minutes: u32,
    ) -> Result<Option<(DateTime, DateTime)>, Unpublished> {
        if minutes > self.minutes_a_day() {
            return Ok(None);
        }
        let now = self.next_open(moment)?;
        let fits = self.open_minutes_before(minute_of(now.time())) + minutes <= self.minutes_a_day();
        let begins = if fits { now } else { self.opening_after(now.date())? };
        Ok(Some((begins, self.pass(begins, minutes)?)))
    }

    /// How many minutes the office has been open on a working day before this minute of it.
    fn open_minutes_before(&self, minute: u32) -> u32 {
        let minute = minute.clamp(self.opens, self.closes);
        let lunch = self.lunch.map_or(0, |(from, to)| minute.clamp(from, to) - from);
        minute - self.opens - lunch
    }

    /// The minute of the day at which one can go on after so many open minutes: after lunch, where they
    /// end with it.
    fn minute_when_begins(&self, passed: u32) -> u32 {
        match self.lunch {
            Some((from, to)) if self.opens + passed >= from => self.opens + passed + (to - from),
            _ => self.opens + passed,
        }
    }

    /// The minute of the day at which so many open minutes are over: before lunch, where they end with it.
    fn minute_when_ended(&self, passed: u32) -> u32 {
        match self.lunch {
            Some((from, to)) if self.opens + passed > from => self.opens + passed + (to - from),
            _ => self.opens + passed,
        }
    }
}

fn at(date: Date, minute: u32) -> Result<DateTime, Unpublished> {
    after_midnight(date, minute).ok_or(Unpublished(date.year()))
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Written {
    opens: String,
    closes: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lunch: Option<WrittenLunch>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct WrittenLunch {
    from: String,
    to: String,
}

impl TryFrom<Written> for OfficeHours {
    type Error = OfficeHoursError;
    fn try_from(written: Written) -> Result<OfficeHours, OfficeHoursError> {
        let time = |text: &str| parse_time(text).ok_or(OfficeHoursError::NoTime);
        let lunch = written.lunch.map(|lunch| Ok((time(&lunch.from)?, time(&lunch.to)?))).transpose()?;
        OfficeHours::new(time(&written.opens)?, time(&written.closes)?, lunch)
    }
}

impl From<OfficeHours> for Written {
    fn from(hours: OfficeHours) -> Written {
        let text = |minute: u32| written_time(time_at(minute).unwrap_or(Time::MAX));
        Written {
            opens: text(hours.opens),
            closes: text(hours.closes),
            lunch: hours.lunch.map(|(from, to)| WrittenLunch { from: text(from), to: text(to) }),
        }
    }
}
