//! The working days of mainland China: Monday to Friday, less the holidays and plus the make-up
//! working days that the State Council (国务院办公厅) announces each year.
//!
//! A year whose notice is not out is [`Unpublished`], which callers must handle: nobody knows its
//! working days yet.

use std::fmt;

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
pub fn year(year: i16) -> Result<CalendarYear, Unpublished> {
    let (off, work) = exceptions(year)?;
    let dates = |days: &[u16]| {
        let dates = days.iter().map(|day| Date::new(year, (day / 100) as i8, (day % 100) as i8));
        // The table is checked by a test; a day that is none is left out rather than a panic.
        dates.filter_map(Result::ok).collect()
    };
    Ok(CalendarYear { year, weekday_off: dates(off), weekend_work: dates(work) })
}

/// Whether offices work on this day.
pub fn is_working_day(date: Date) -> Result<bool, Unpublished> {
    let (off, work) = exceptions(date.year())?;
    let day = date.month() as u16 * 100 + date.day() as u16;
    Ok(match date.weekday() {
        Weekday::Saturday | Weekday::Sunday => work.binary_search(&day).is_ok(),
        _ => off.binary_search(&day).is_err(),
    })
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
            let weekend = |d: &Date| matches!(d.weekday(), Weekday::Saturday | Weekday::Sunday);
            assert!(!exact.weekday_off.iter().any(weekend), "{y}");
            assert!(exact.weekend_work.iter().all(weekend), "{y}");
        }
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
