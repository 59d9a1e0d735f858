//! English: what the pictures say, and what is said where there is none.

use domain::Date;

use super::names::month_name;
use super::{counted, written};
use crate::words::pictures::{Strips, Trips};

pub const TRIPS: Trips = Trips {
    title: "How many visits",
    lead: "Each line is one way there and back. Where lines cross, the way is gone again.",
    counts: |places, windows, visits| {
        format!(
            "{}, {}, {}",
            written(places, "place", "places"),
            written(windows, "window", "windows"),
            written(visits, "visit", "visits")
        )
    },
    at_most: |version, least, most| {
        format!("{version}: {least}–{most} visits, depending on the waits; the picture shows the most.")
    },
    no_steps: |version| format!("{version}: the source does not tell the steps, so there is no picture."),
    too_large: |version| format!("{version}: too many steps to draw."),
    stays_home: "Nowhere to go",
    of_several: |n| format!("of {n} steps"),
    home: "Home",
    workplace: "Office",
    legend_visit: "One visit",
    legend_at_home: "Done at home",
    legend_at_workplace: "Done at your own office",
    in_words: "Both pictures in words",
    goes_to: |number, place, windows| match windows {
        "" => format!("Visit {number}, to {place}"),
        windows => format!("Visit {number}, to {place} ({windows})"),
    },
    at_home: "Without going anywhere",
    doing: |how, steps| format!("{how}: {steps}"),
    nothing_to_do: "There is nothing for you to do.",
};

pub const STRIPS: Strips = Strips {
    title: "How many days",
    note: "One box is one working day, at the longest. The day of acceptance does not count, nor do weekends and public holidays. Choose a day to begin on to see the dates.",
    dated_note: "Drawn at the slowest: you begin at 9:00 that day, windows are open from 9:00 to 17:00. Boxes are numbered by the days that count; the day of acceptance does not.",
    reported_note: "One box is one working day, drawn by the limit in the report.",
    ready_after: |days| match days {
        0 => "done the same day".to_owned(),
        days => format!("done on working day {days}"),
    },
    ready_on: |day| format!("ready on {day}"),
    ready_between: |best, worst| format!("ready on {best} at the earliest, {worst} at the latest"),
    limit_is: |subject, time| format!("{subject} {time}"),
    earlier: |days| format!("{} earlier", working_days(days)),
    later: |days| format!("{} later", working_days(days)),
    earlier_dated: |working, natural| {
        format!("{} earlier ({})", counted(working, "working day", "working days"), calendar_days(natural))
    },
    later_dated: |working, natural| {
        format!("{} later ({})", counted(working, "working day", "working days"), calendar_days(natural))
    },
    same_day: "Both are done on the same day.",
    more_visits: |visits, more| {
        format!(
            "By the opening hours it takes {}, {more} more than the fewest: what is not finished in a day has to be gone to again.",
            counted(visits.into(), "visit", "visits")
        )
    },
    promised_by: |day| format!("By the promise, decided on {day} at the latest"),
    legal_by: |day| format!("By law, decided on {day} at the latest"),
    promised_unpublished: |year| {
        format!("The last day of the promise may be in {year}, whose public holidays are not published yet")
    },
    legal_unpublished: |year| {
        format!("The last day by law may be in {year}, whose public holidays are not published yet")
    },
    no_acceptance: "It is not told which step is acceptance, so there is no last day by promise or by law",
    special_apart: |names| format!("Without the time for {names}"),
    in_words: "The picture in words",
    step: "Step",
    how: "How",
    begins: "Begins",
    over: "Done",
    decides: "Decides the last day",
    yes: "yes",
    no: "no",
    on_day: |day| match day {
        0 => "the same day".to_owned(),
        day => format!("working day {day}"),
    },
    goes_to: |number, place| format!("Visit {number}, to {place}"),
    at_home: "Without going anywhere",
    waits: |days, unit, until| format!("waits {days} {unit}, until {until}"),
    legend_visit: "One visit",
    legend_home: "Done at home or at your own office",
    legend_wait: "Wait that decides the last day",
    legend_beside: "Wait beside it, which delays nothing",
    legend_weekend: "Weekend",
    legend_holiday: "Public holiday",
    picture: |first, second| format!("The days of {first} and {second}, day by day"),
    wider: "The picture is wider than the screen. Swipe sideways to see later days.",
    picture_of_one: |version| format!("The days of {version}, day by day"),
    accepted: "Accepted",
    decided: "Decided",
    cut: |days, holidays| match holidays {
        0 => format!("+{days} d"),
        holidays => format!("+{days} d, {holidays} off"),
    },
    start_label: "Day to begin on",
    today: "Today",
    next_monday: "Next Monday",
    no_start: "No date",
    first_day: "Same day",
    holiday: "off",
    make_up: "on",
    unpublished_day: "?",
    weekday: |date| match weekday(date).chars().next() {
        Some('M') => "M",
        Some('W') => "W",
        Some('F') => "F",
        Some('S') => "S",
        _ => "T",
    },
    day: |date, year| {
        let day = format!("{} {} {}", weekday(date), date.day(), month_name(date.month()));
        if date.year() == year { day } else { format!("{day} {}", date.year()) }
    },
    day_of_month: |date, is_new_month| match is_new_month {
        true => format!("{} {}", date.day(), month_name(date.month()).get(..3).unwrap_or_default()),
        false => date.day().to_string(),
    },
    no_steps: |version| format!("{version}: the source does not tell the steps, so there is no picture."),
    natural_days: |version| {
        format!(
            "{version}: some waits are in calendar days; choose a day to begin on, so that they add up with working days."
        )
    },
    unknown_wait: |version, step| {
        format!("{version}: nobody knows how long “{step}” makes one wait, so there are no days.")
    },
    too_large: |version| format!("{version}: too many steps to draw."),
    unpublished: |version, year| {
        format!(
            "{version}: it goes on into {year}, whose public holidays are not published yet, so there are no dates."
        )
    },
    unknown_time: |version, step| {
        format!("{version}: nobody knows how long “{step}” takes, so there are no dates.")
    },
    unknown_travel: |version, place| {
        format!("{version}: nobody knows how long the way to {place} takes, so there are no dates.")
    },
    longer_than_a_day: |version, step| {
        format!("{version}: “{step}” takes longer than a window is open in a day, so there are no dates.")
    },
};

fn working_days(n: u32) -> String {
    counted(n.into(), "working day", "working days")
}

fn calendar_days(n: u64) -> String {
    counted(n, "calendar day", "calendar days")
}

fn weekday(date: Date) -> &'static str {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        .get(usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()))
        .copied()
        .unwrap_or_default()
}
