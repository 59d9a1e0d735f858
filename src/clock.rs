//! Which day it is: the only file that asks a clock, and only when somebody taps. No page depends on
//! the day on which it is drawn.

use domain::Date;

/// Today where the reader is; `None` for a day that no calendar has.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).ok()?;
    // The browser counts months from 0.
    let month = i8::try_from(now.get_month() + 1).ok()?;
    Date::new(year, month, i8::try_from(now.get_date()).ok()?).ok()
}

/// The first Monday after a day.
pub fn next_monday(day: Date) -> Option<Date> {
    let mut next = day.tomorrow().ok()?;
    while next.weekday().to_monday_zero_offset() != 0 {
        next = next.tomorrow().ok()?;
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::day::parse;

    #[test]
    fn the_next_monday_is_never_today() {
        for (day, monday) in
            [("2026-11-23", "2026-11-30"), ("2026-11-29", "2026-11-30"), ("2026-12-31", "2027-01-04")]
        {
            assert_eq!(next_monday(parse(day).expect("a date")), parse(monday), "{day}");
        }
    }
}
