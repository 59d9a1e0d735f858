//! The head of two strips of time: which day each column is.

use domain::Date;

use super::label::width_in_em;
use super::strip_layout::StripLayout;
use super::strip_plan::{DayKind, kind_of};

/// What a head says in words; the geometry only finds room for it.
pub struct HeadSayings {
    /// The day of the first contact.
    pub first_day: &'static str,
    /// A day of the month, with its month where that is new.
    pub day: fn(Date, bool) -> String,
    /// The weekday in one character.
    pub weekday: fn(Date) -> &'static str,
    /// 休
    pub holiday: &'static str,
    /// 班
    pub make_up: &'static str,
    /// That nobody has said yet whether the day is worked.
    pub unpublished: &'static str,
    /// That so many days are left out, and how many of them are holidays.
    pub cut: fn(usize, usize) -> String,
}

/// The labels of a head and the days on which nobody works. To the right everything is in slots.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Head {
    /// Dates, or numbers of working days: each begins at its column.
    pub dates: Vec<(f64, String)>,
    /// Weekdays, each around the middle of its column.
    pub weekdays: Vec<(f64, &'static str)>,
    /// What is special about a day, around the middle of its column.
    pub notes: Vec<(f64, &'static str)>,
    /// The days on which nobody works, or nobody knows: where each begins, how wide, and what it is.
    pub off: Vec<(f64, f64, DayKind)>,
}

const FONT: f64 = 12.0;

/// The head of two strips that begin on a date, or on a first day without one, about `width` px wide.
pub fn head(layout: &StripLayout, first: Option<Date>, width: f64, sayings: &HeadSayings) -> Head {
    let mut head = Head::default();
    let mut room_from = 0.0;
    let em = FONT * layout.slots / width;
    let mut month = None;
    for column in &layout.columns {
        let day = column.days.0;
        if column.is_cut() {
            let date = |n: usize| first.and_then(|first| first.checked_add(days(n)).ok());
            let left_out = (day..=column.days.1).filter_map(date);
            let holidays = left_out.filter(|date| kind_of(*date) == DayKind::Holiday).count();
            let text = (sayings.cut)(column.days.1 - day + 1, holidays);
            head.dates.push((column.x, text.clone()));
            room_from = column.x + (width_in_em(&text) + 0.5) * em;
            continue;
        }
        let date = first.and_then(|first| first.checked_add(days(day)).ok());
        let label = match date {
            Some(date) => {
                let is_new = month != Some(date.month());
                let is_told = day == 0 || date.day() == 1 || date.weekday().to_monday_zero_offset() == 0;
                is_told.then(|| (sayings.day)(date, is_new))
            }
            None if day == 0 => Some(sayings.first_day.to_owned()),
            None => (day % 5 == 0).then(|| day.to_string()),
        };
        if let Some(label) = label.filter(|_| column.x >= room_from) {
            room_from = column.x + (width_in_em(&label) + 0.5) * em;
            // What would run out over the end stays out.
            if room_from - 0.5 * em <= layout.slots {
                head.dates.push((column.x, label));
                month = date.map(|date| date.month());
            }
        }
        let Some(date) = date else { continue };
        let kind = kind_of(date);
        head.weekdays.push((column.middle(), (sayings.weekday)(date)));
        let note = match kind {
            DayKind::Holiday => Some(sayings.holiday),
            DayKind::MakeUp => Some(sayings.make_up),
            DayKind::Unpublished => Some(sayings.unpublished),
            DayKind::Working | DayKind::Weekend => None,
        };
        head.notes.extend(note.map(|note| (column.middle(), note)));
        if !matches!(kind, DayKind::Working | DayKind::MakeUp) {
            head.off.push((column.x, column.width, kind));
        }
    }
    head
}

fn days(n: usize) -> std::time::Duration {
    std::time::Duration::from_secs(n as u64 * 24 * 60 * 60)
}

#[cfg(test)]
mod tests {
    use super::super::strip_layout::lay_out;
    use super::super::strip_plan::Strip;
    use super::*;
    use domain::day;

    const SAYINGS: HeadSayings = HeadSayings {
        first_day: "first",
        day: |date, is_new| {
            if is_new { format!("{}/{}", date.month(), date.day()) } else { date.day().to_string() }
        },
        weekday: |_| "d",
        holiday: "off",
        make_up: "on",
        unpublished: "?",
        cut: |n, holidays| format!("~{n}-{holidays}"),
    };

    fn told(last: usize, first: Option<&str>) -> (StripLayout, Head) {
        let strip = Strip { last, ..Strip::default() };
        let layout = lay_out([Some(&strip), None], 328.0);
        let head = head(&layout, first.map(|text| day::parse(text).expect("a date")), 328.0, &SAYINGS);
        (layout, head)
    }

    fn dates(head: &Head) -> Vec<&str> {
        head.dates.iter().map(|(_, text)| text.as_str()).collect()
    }

    #[test]
    fn mondays_and_the_first_of_a_month_are_dated() {
        let (_, head) = told(15, Some("2026-11-23"));
        assert_eq!(dates(&head), ["11/23", "30", "12/1", "7"]);
        assert_eq!(head.weekdays.len(), 16);
        assert_eq!(head.off.iter().map(|(x, ..)| *x).collect::<Vec<_>>(), [5.0, 6.0, 12.0, 13.0]);
        assert!(head.notes.is_empty());
    }

    #[test]
    fn holidays_and_days_made_up_for_are_named() {
        let (_, head) = told(12, Some("2026-09-28"));
        let notes: Vec<_> = head.notes.iter().map(|(x, note)| (*x, *note)).collect();
        assert_eq!(
            notes,
            [(3.5, "off"), (4.5, "off"), (7.5, "off"), (8.5, "off"), (9.5, "off"), (12.5, "on")]
        );
        assert_eq!(head.off.len(), 7);
    }

    #[test]
    fn without_a_date_every_fifth_day_has_its_number() {
        let (_, head) = told(12, None);
        assert_eq!(dates(&head), ["first", "5", "10"]);
        assert!(head.weekdays.is_empty() && head.off.is_empty());
    }

    #[test]
    fn days_left_out_are_counted() {
        let (layout, head) = told(60, Some("2026-03-02"));
        let cut = layout.columns.iter().find(|column| column.is_cut()).expect("it is cut");
        let days = cut.days.1 - cut.days.0 + 1;
        assert!(dates(&head).iter().any(|told| told.starts_with(&format!("~{days}-"))));
    }
}
