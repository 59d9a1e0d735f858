//! What holds of working days and office hours.

use crate::some;
use domain::OfficeHours;
use domain::calendar::{
    Unpublished, is_working_day, natural_days_from, next_working_day, published_years, working_days_between,
    working_days_from,
};
use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, date, time};
use proptest::prelude::*;

/// A day of the published years, or shortly before or after them.
fn a_day() -> impl Strategy<Value = Date> {
    (0..8_450_i64).prop_map(|days| later(date(2003, 12, 1), days))
}

/// A day of the last published years, from which there is a way out of them.
fn a_late_day() -> impl Strategy<Value = Date> {
    (0..730_i64).prop_map(|days| later(date(2025, 1, 1), days))
}

fn later(day: Date, days: i64) -> Date {
    day.checked_add(SignedDuration::from_hours(24 * days)).expect("a day")
}

pub fn a_moment() -> impl Strategy<Value = DateTime> {
    (0..600_i64, 0..24 * 60_i64).prop_map(|(day, minute)| {
        date(2024, 3, 1).at(0, 0, 0, 0) + SignedDuration::from_mins(day * 24 * 60 + minute)
    })
}

pub fn hours() -> impl Strategy<Value = OfficeHours> {
    let lunch = proptest::option::of((0..60_i8, 1..60_i8));
    (7..10_i8, 16..19_i8, 0..60_i8, lunch).prop_map(|(opens, closes, minute, lunch)| {
        let lunch = lunch.map(|(from, to)| (time(11, from, 0, 0), time(12, to, 0, 0)));
        OfficeHours::new(time(opens, minute, 0, 0), time(closes, minute, 0, 0), lunch).expect("in order")
    })
}

/// Day by day, as a clerk with a calendar on the wall counts.
fn counted_by_hand(from: Date, n: u32) -> Result<Date, Unpublished> {
    let mut day = from;
    while !is_working_day(day)? {
        day = later(day, 1);
    }
    for _ in 0..n {
        day = later(day, 1);
        while !is_working_day(day)? {
            day = later(day, 1);
        }
    }
    Ok(day)
}

proptest! {
    #![proptest_config(some(256))]

    #[test]
    fn working_days_are_those_counted_day_by_day(from in a_day(), n in prop_oneof![0..40_u32, 0..1_000_u32]) {
        prop_assert_eq!(working_days_from(from, n), counted_by_hand(from, n));
    }

    #[test]
    fn days_between_are_those_counted_day_by_day(a in a_day(), b in a_day()) {
        let (first, last) = (a.min(b), a.max(b));
        let mut days: Result<i64, Unpublished> = is_working_day(first).map(|_| 0);
        let mut day = first;
        while day < last {
            day = later(day, 1);
            days = days.and_then(|days| Ok(days + i64::from(is_working_day(day)?)));
        }
        prop_assert_eq!(working_days_between(a, b), if a <= b { days } else { days.map(|days| -days) });
    }

    #[test]
    fn counting_back_gives_the_number_that_was_counted_forth(from in a_day(), n in 0..1_000_u32) {
        if let (Ok(accepted), Ok(last)) = (working_days_from(from, 0), working_days_from(from, n)) {
            prop_assert_eq!(working_days_between(accepted, last), Ok(i64::from(n)));
            prop_assert_eq!(is_working_day(last), Ok(true));
        }
    }

    #[test]
    fn days_between_add_up(a in a_day(), b in a_day(), c in a_day()) {
        if let (Ok(ab), Ok(bc), Ok(ac)) =
            (working_days_between(a, b), working_days_between(b, c), working_days_between(a, c))
        {
            prop_assert_eq!(ab + bc, ac);
        }
    }

    #[test]
    fn more_days_or_a_later_start_never_end_earlier(a in a_day(), b in a_day(), n in 0..300_u32, more in 0..300_u32) {
        let (a, b) = (a.min(b), a.max(b));
        for count in [working_days_from, natural_days_from] {
            if let (Ok(first), Ok(longer)) = (count(a, n), count(a, n + more)) {
                prop_assert!(first <= longer);
            }
            if let (Ok(first), Ok(second)) = (count(a, n), count(b, n)) {
                prop_assert!(first <= second);
            }
        }
    }

    #[test]
    fn a_limit_in_natural_days_ends_on_the_first_working_day_from_its_last(from in a_day(), n in 0..400_u32) {
        if let (Ok(accepted), Ok(last)) = (next_working_day(from), natural_days_from(from, n)) {
            let ends = later(accepted, i64::from(n));
            prop_assert!(accepted >= from && last >= ends);
            prop_assert_eq!(is_working_day(last), Ok(true));
            prop_assert_eq!(next_working_day(ends), Ok(last));
            // As many working days take at least as long.
            prop_assert!(working_days_from(from, n).is_ok_and(|working| working >= ends) || working_days_from(from, n).is_err());
        }
    }

    #[test]
    fn a_year_that_is_not_published_is_its_own_answer_and_never_a_date(from in a_late_day(), n in 0..900_u32) {
        let (_, last_year) = published_years();
        let last_day = date(last_year, 12, 31);
        let left = working_days_between(working_days_from(from, 0).expect("published"), last_day).expect("published");
        prop_assert_eq!(working_days_from(from, n).err(), (i64::from(n) > left).then_some(Unpublished(last_year + 1)));
        // Of natural days only the last must be a working day, so it is its year that is missing.
        match natural_days_from(from, n) {
            Ok(day) => prop_assert!(day <= last_day),
            Err(Unpublished(year)) => prop_assert!(year > last_year),
        }
        prop_assert_eq!(is_working_day(later(last_day, i64::from(n) + 1)), Err(Unpublished(later(last_day, i64::from(n) + 1).year())));
    }

    #[test]
    fn time_that_passes_in_parts_passes_as_at_once(hours in hours(), from in a_moment(), a in 1..2_000_u32, b in 0..2_000_u32) {
        let at_once = hours.pass(from, a + b).expect("published");
        let in_parts = hours.pass(hours.pass(from, a).expect("published"), b).expect("published");
        prop_assert_eq!(at_once, in_parts);
        prop_assert!(at_once >= from && is_working_day(at_once.date()) == Ok(true));
    }

    #[test]
    fn what_must_be_done_within_a_day_is(hours in hours(), from in a_moment(), minutes in 0..700_u32) {
        match hours.within_a_day(from, minutes).expect("published") {
            None => prop_assert!(minutes > hours.minutes_a_day()),
            Some((begins, ends)) => {
                prop_assert!(from <= begins && begins <= ends && begins.date() == ends.date());
                prop_assert_eq!(hours.next_open(begins), Ok(begins), "it begins while nobody is there");
                prop_assert_eq!(hours.pass(begins, minutes), Ok(ends));
            }
        }
    }
}
