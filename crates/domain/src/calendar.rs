//! The working days of mainland China: Monday to Friday, less the holidays and plus the make-up
//! working days that the State Council (国务院办公厅) announces each year.
//!
//! A year whose notice is not out is [`Unpublished`], which callers must handle: nobody knows its
//! working days yet.
//!
//! Limits are counted from the day of 受理, which is itself not counted (民法典 第二百零一条). In working
//! days (行政许可法 第八十二条) that is [`working_days_from`], in natural days [`natural_days_from`]. An
//! application that arrives on a day on which nobody works is 受理 on the next working day.

use std::fmt;

use jiff::SignedDuration;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::calendar_years::{FIRST_YEAR, YEARS};

/// The notice for this year is not out (or the year is before the first we carry).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unpublished(pub i16);

impl fmt::Display for Unpublished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the working days of {} are not published", self.0)
    }
}

impl std::error::Error for Unpublished {}

/// Where one year departs from Monday to Friday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalendarYear {
    /// Which year.
    pub year: i16,
    /// Weekdays that are holidays (休), in order.
    #[serde(with = "crate::day::list")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub weekday_off: Vec<Date>,
    /// Saturdays and Sundays that are worked (班), in order.
    #[serde(with = "crate::day::list")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub weekend_work: Vec<Date>,
}

/// The first and the last year whose notice is carried.
pub fn published_years() -> (i16, i16) {
    (FIRST_YEAR, FIRST_YEAR + YEARS.len() as i16 - 1)
}

/// The exceptions of one year.
///
/// # Errors
///
/// [`Unpublished`] with the year whose notice is not carried.
pub fn year(year: i16) -> Result<CalendarYear, Unpublished> {
    let (off, work) = exceptions(year)?;
    let dates = |days: &[u16]| {
        let dates = days.iter().map(|day| Date::new(year, (day / 100) as i8, (day % 100) as i8));
        // The table is checked by a test; a day that is none is left out rather than a panic.
        dates.filter_map(Result::ok).collect()
    };
    Ok(CalendarYear { year, weekday_off: dates(off), weekend_work: dates(work) })
}

/// Days in a row on which offices do other than on an ordinary week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Departure {
    /// The first day.
    #[serde(with = "crate::day")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub first: Date,
    /// The last day; the first where it is one day.
    #[serde(with = "crate::day")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub last: Date,
    /// Whether they work, on a weekend (班), or do not (休): then with the weekends before, within and after it.
    pub works: bool,
}

/// The holidays and make-up working days from one day to another, both included, in order. A holiday of which a
/// weekday lies between them is told whole, also where it reaches beyond.
///
/// # Errors
///
/// [`Unpublished`] with the first year on the way whose notice is not carried.
pub fn departures(from: Date, to: Date) -> Result<Vec<Departure>, Unpublished> {
    let mut found: Vec<Departure> = Vec::new();
    let mut day = from;
    while day <= to {
        let (works, weekend) = (is_working_day(day)?, is_weekend(day));
        if works == weekend && found.last().is_none_or(|known| known.last < day) {
            let (mut first, mut last) = (day, day);
            // Nobody looks beyond a year that is not published: a holiday is told as far as it is known.
            while !works
                && let Ok(before) = first.yesterday()
                && is_working_day(before) == Ok(false)
            {
                first = before;
            }
            while !works
                && let Ok(after) = last.tomorrow()
                && is_working_day(after) == Ok(false)
            {
                last = after;
            }
            found.push(Departure { first, last, works });
        }
        day = day_after(day)?;
    }
    Ok(found)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether offices work on this day.
///
/// # Errors
///
/// [`Unpublished`] with the year whose notice is not carried.
pub fn is_working_day(date: Date) -> Result<bool, Unpublished> {
    let (off, work) = exceptions(date.year())?;
    let day = date.month() as u16 * 100 + date.day() as u16;
    Ok(if is_weekend(date) { work.binary_search(&day).is_ok() } else { off.binary_search(&day).is_err() })
}

/// The first working day on or after `from`.
///
/// # Errors
///
/// [`Unpublished`] with the year whose notice is not carried.
pub fn next_working_day(from: Date) -> Result<Date, Unpublished> {
    let mut day = from;
    while !is_working_day(day)? {
        day = day_after(day)?;
    }
    Ok(day)
}

/// The `n`-th working day after the day of 受理, which is `from`, or the next working day where nobody
/// works on `from`; the day of 受理 itself where `n` is 0.
///
/// Every year from `from` to the answer must be published; the error names the first that is not.
///
/// # Errors
///
/// [`Unpublished`] with the first year on the way whose notice is not carried.
pub fn working_days_from(from: Date, n: u32) -> Result<Date, Unpublished> {
    let mut day = next_working_day(from)?;
    let mut missing = i64::from(n);
    // A day adds one working day at most, so going on by as many days as working days are missing never
    // goes too far, and each leap leaves fewer missing than the one before. A leap stays within a year.
    while missing > STEPS_FASTER_THAN_A_LEAP {
        let left_of_year = i64::from(day.days_in_year() - day.day_of_year());
        if left_of_year == 0 {
            day = day_after(day)?;
            missing -= i64::from(is_working_day(day)?);
            continue;
        }
        let later = days_later(day, missing.min(left_of_year))?;
        missing -= working_days_up_to(later)? - working_days_up_to(day)?;
        day = later;
    }
    while missing > 0 {
        day = day_after(day)?;
        if is_working_day(day)? {
            missing -= 1;
        }
    }
    Ok(day)
}

/// How many working days are after `a`, up to and including `b`; negative where `b` is before `a`.
///
/// Every year from the one of `a` to the one of `b` must be published.
///
/// # Errors
///
/// [`Unpublished`] with the first year on the way whose notice is not carried.
pub fn working_days_between(a: Date, b: Date) -> Result<i64, Unpublished> {
    if b < a {
        return working_days_between(b, a).map(|days| -days);
    }
    let mut days = working_days_up_to(b)? - working_days_up_to(a)?;
    for year in a.year()..b.year() {
        days += working_days_up_to(last_day_of(year)?)?;
    }
    Ok(days)
}

/// The last of `n` natural days after the day of 受理, which is `from`, or the next working day where
/// nobody works on `from`. Where that last day is no working day, the next working day is the last
/// (民法典 第二百零三条).
///
/// # Errors
///
/// [`Unpublished`] with the year whose notice is needed and not carried: that of `from`, or of the last day.
pub fn natural_days_from(from: Date, n: u32) -> Result<Date, Unpublished> {
    next_working_day(days_later(next_working_day(from)?, i64::from(n))?)
}

/// Up to so many working days it is faster to go day by day than to leap and count what was leapt over.
const STEPS_FASTER_THAN_A_LEAP: i64 = 10;

/// How many working days the year of `day` has up to and including it.
fn working_days_up_to(day: Date) -> Result<i64, Unpublished> {
    let (off, work) = exceptions(day.year())?;
    let number = day.month() as u16 * 100 + day.day() as u16;
    let exceptions_in = |days: &[u16]| days.partition_point(|other| *other <= number) as i64;
    // Whole weeks have five weekdays each; those of the week that is cut off end at this very day.
    let of_year = i64::from(day.day_of_year());
    let weekday = i64::from(day.weekday().to_monday_zero_offset());
    let weekdays_of_week = |last: i64| (last + 1).min(5);
    let begins_after = weekday - of_year % 7;
    let cut_off = if begins_after >= -1 {
        weekdays_of_week(weekday) - weekdays_of_week(begins_after)
    } else {
        weekdays_of_week(weekday) + 5 - weekdays_of_week(begins_after + 7)
    };
    Ok(of_year / 7 * 5 + cut_off + exceptions_in(work) - exceptions_in(off))
}

fn last_day_of(year: i16) -> Result<Date, Unpublished> {
    Date::new(year, 12, 31).map_err(|_| Unpublished(year))
}

fn day_after(day: Date) -> Result<Date, Unpublished> {
    day.tomorrow().map_err(|_| Unpublished(day.year()))
}

/// Beyond the last day that a date can write, nothing is published either.
fn days_later(day: Date, days: i64) -> Result<Date, Unpublished> {
    day.checked_add(SignedDuration::from_hours(24 * days)).map_err(|_| Unpublished(Date::MAX.year()))
}

/// The month-and-day numbers (`1001` for 1 October) of holidays on weekdays and work on weekends.
type Exceptions = (&'static [u16], &'static [u16]);

fn exceptions(year: i16) -> Result<Exceptions, Unpublished> {
    usize::try_from(i32::from(year) - i32::from(FIRST_YEAR))
        .ok()
        .and_then(|index| YEARS.get(index).copied())
        .ok_or(Unpublished(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_exception_is_one() {
        let (first, last) = published_years();
        assert_eq!((first, last), (2004, 2026));
        for y in first..=last {
            let (off, work) = exceptions(y).unwrap();
            let exact = year(y).unwrap();
            assert_eq!((off.len(), work.len()), (exact.weekday_off.len(), exact.weekend_work.len()));
            assert!(off.is_sorted() && work.is_sorted(), "{y}");
            assert!(!exact.weekday_off.iter().any(|day| is_weekend(*day)), "{y}");
            assert!(exact.weekend_work.iter().all(|day| is_weekend(*day)), "{y}");
        }
    }

    #[test]
    fn the_day_of_acceptance_is_not_counted() {
        let from = |m, d, n| working_days_from(date(2026, m, d), n);
        assert_eq!(from(11, 23, 3), Ok(date(2026, 11, 26))); // a Monday
        assert_eq!(from(11, 21, 1), Ok(date(2026, 11, 24))); // a Saturday is accepted on Monday
        assert_eq!(from(11, 21, 0), Ok(date(2026, 11, 23)));
        assert_eq!(from(9, 30, 1), Ok(date(2026, 10, 8))); // 国庆
        assert_eq!(from(12, 31, 1), Err(Unpublished(2027)));
    }

    #[test]
    fn a_holiday_is_told_with_its_weekends_and_its_make_up_days() {
        let departure = |first, last, works| Departure { first, last, works };
        let spring = [
            departure(date(2026, 2, 14), date(2026, 2, 14), true),
            departure(date(2026, 2, 15), date(2026, 2, 23), false),
            departure(date(2026, 2, 28), date(2026, 2, 28), true),
        ];
        assert_eq!(departures(date(2026, 2, 10), date(2026, 3, 6)).unwrap(), spring);
        assert_eq!(departures(date(2026, 2, 20), date(2026, 2, 20)).unwrap(), spring[1..2], "told whole");
        assert_eq!(departures(date(2026, 3, 6), date(2026, 3, 9)).unwrap(), [], "an ordinary weekend");
        assert_eq!(departures(date(2026, 12, 31), date(2027, 1, 1)), Err(Unpublished(2027)));
    }

    #[test]
    fn the_days_a_person_would_check() {
        let works = |y, m, d| is_working_day(date(y, m, d));
        assert_eq!(works(2026, 11, 23), Ok(true)); // a plain Monday
        assert_eq!(works(2026, 11, 22), Ok(false)); // a plain Sunday
        assert_eq!(works(2026, 10, 1), Ok(false)); // 国庆
        assert_eq!(works(2026, 2, 14), Ok(true)); // a Saturday worked before 春节
        assert_eq!(works(2026, 2, 17), Ok(false)); // 春节
        assert_eq!(works(2027, 1, 4), Err(Unpublished(2027)));
        assert_eq!(works(2003, 1, 2), Err(Unpublished(2003)));
    }
}
