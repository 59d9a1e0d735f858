//! Counting working days: the days a person would look up. What holds of all days is in `laws/calendar.rs`.

use domain::calendar::{
    Unpublished, natural_days_from, next_working_day, working_days_between, working_days_from,
};
use jiff::civil::{Date, date};

#[test]
fn three_working_days_from_a_friday_end_on_wednesday() {
    assert_eq!(working_days_from(date(2026, 11, 20), 3), Ok(date(2026, 11, 25)));
}

#[test]
fn an_application_on_saturday_is_accepted_on_monday_and_monday_is_not_counted() {
    let saturday = date(2026, 11, 21);
    assert_eq!(working_days_from(saturday, 0), Ok(date(2026, 11, 23)));
    assert_eq!(working_days_from(saturday, 1), Ok(date(2026, 11, 24)));
}

#[test]
fn holidays_are_passed_over_and_make_up_days_count() {
    // 春节 2026: off from Sunday 15 to Monday 23 February, worked on Saturday 14 and Saturday 28.
    assert_eq!(working_days_from(date(2026, 2, 13), 1), Ok(date(2026, 2, 14)));
    assert_eq!(working_days_from(date(2026, 2, 13), 2), Ok(date(2026, 2, 24)));
    assert_eq!(working_days_from(date(2026, 2, 27), 1), Ok(date(2026, 2, 28)));
    // 国庆 2026: off from 1 to 7 October, worked on Saturday 10.
    assert_eq!(working_days_from(date(2026, 9, 30), 3), Ok(date(2026, 10, 10)));
    assert_eq!(working_days_from(date(2025, 12, 31), 1), Ok(date(2026, 1, 4)));
}

#[test]
fn natural_days_that_end_in_a_holiday_end_after_it() {
    assert_eq!(natural_days_from(date(2026, 11, 23), 3), Ok(date(2026, 11, 26)));
    assert_eq!(natural_days_from(date(2026, 9, 28), 5), Ok(date(2026, 10, 8)));
    // Accepted on Monday 23, and the 5 days end on Saturday 28.
    assert_eq!(natural_days_from(date(2026, 11, 21), 5), Ok(date(2026, 11, 30)));
}

#[test]
fn a_year_that_is_not_published_is_said_and_not_guessed() {
    assert_eq!(working_days_from(date(2026, 12, 31), 0), Ok(date(2026, 12, 31)));
    assert_eq!(working_days_from(date(2026, 12, 31), 1), Err(Unpublished(2027)));
    assert_eq!(working_days_from(date(2003, 12, 31), 1), Err(Unpublished(2003)));
    assert_eq!(working_days_from(date(2026, 1, 1), u32::MAX), Err(Unpublished(2027)));
    assert_eq!(working_days_between(date(2026, 12, 31), date(2027, 1, 1)), Err(Unpublished(2027)));
    assert_eq!(working_days_between(date(2026, 1, 5), date(2003, 12, 31)), Err(Unpublished(2003)));
    assert_eq!(natural_days_from(date(2026, 12, 31), 1), Err(Unpublished(2027)));
    assert!(natural_days_from(date(2026, 12, 31), u32::MAX).is_err());
    assert_eq!(next_working_day(Date::MAX), Err(Unpublished(9999)));
}
