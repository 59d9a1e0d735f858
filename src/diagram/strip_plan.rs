//! What a strip of time tells: on which day something is done, and which days one waits for what.
//!
//! A day is a column of the strip: a working day after the first contact, or a day of the calendar.

use domain::calendar::{Unpublished, is_working_day, next_working_day};
use domain::schedule::{Does, Schedule};
use domain::step::{Channel, Side};
use domain::walk::Walk;
use domain::{Date, Step, StepKey, TimeUnit, Timeline};

/// One strip before it is laid out. Days are columns, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strip {
    /// What the applicant does, in the order of time.
    pub marks: Vec<StripMark>,
    /// What one waits for, in the order of its beginning.
    pub waits: Vec<StripWait>,
    /// The day of 受理, where the version says which step it is.
    pub accepted: Option<usize>,
    /// The day of 办结, where the version says which step it is.
    pub decided: Option<usize>,
    /// The day on which all is done.
    pub last: usize,
}

/// Something the applicant does on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripMark {
    /// On which day.
    pub day: usize,
    /// What.
    pub mark: Mark,
    /// Whether it is on the chain of steps that decides the last day.
    pub is_critical: bool,
}

/// How something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// One goes out: which visit, from 1.
    Visit(u32),
    /// One stays where one is.
    Home,
}

/// A wait of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripWait {
    /// What for: the name of the step.
    pub name: String,
    /// The days that count, in order, at least one.
    pub days: Vec<usize>,
    /// Whether it is on the chain of steps that decides the last day.
    pub is_critical: bool,
}

impl Strip {
    /// Nothing but waiting, `n` working days long: all that a reported limit tells.
    pub fn waiting(name: &str, n: u32) -> Strip {
        let days: Vec<usize> = (1..=n as usize).collect();
        let last = days.len();
        let waits = vec![StripWait { name: name.to_owned(), days, is_critical: true }];
        Strip {
            waits: waits.into_iter().filter(|wait| !wait.days.is_empty()).collect(),
            last,
            ..Strip::default()
        }
    }

    /// The working days of a computed schedule.
    pub fn of_schedule(walk: &Walk<'_>, schedule: &Schedule) -> Strip {
        let path: Vec<_> = schedule
            .critical_path
            .iter()
            .filter_map(|key| schedule.slots.iter().find(|slot| slot.step == *key))
            .collect();
        let mut strip = Strip { last: schedule.days as usize, ..Strip::default() };
        for slot in &schedule.slots {
            let Some(step) = walk.steps.iter().find(|step| step.key == slot.step) else { continue };
            let is_critical = path.iter().any(|other| other.step == slot.step);
            match &slot.does {
                Does::Visit { number, .. } => {
                    strip.mark(slot.begins as usize, Mark::Visit(*number), is_critical);
                }
                Does::Remote if step.channel != Channel::Automatic => {
                    strip.mark(slot.begins as usize, Mark::Home, is_critical);
                }
                Does::Remote | Does::Waiting => {}
            }
            if slot.ends > slot.begins {
                let days = (slot.begins as usize + 1..=slot.ends as usize).collect();
                let at = path.iter().position(|other| other.step == slot.step);
                let next = at.and_then(|at| path.get(at + 1));
                let is_critical = is_critical && next.is_none_or(|next| next.begins >= slot.ends);
                strip.waits.push(StripWait { name: step.name.clone(), days, is_critical });
            }
        }
        let slot_of = |key: &Option<StepKey>| {
            let key = key.as_ref()?;
            schedule.slots.iter().find(|slot| slot.step == *key)
        };
        strip.accepted = slot_of(&walk.version.accepted_at).map(|slot| slot.begins as usize);
        strip.decided = slot_of(&walk.version.decided_at).map(|slot| slot.ends as usize);
        strip
    }

    /// The calendar days of a timeline, from the day of `first` on.
    pub fn of_timeline(walk: &Walk<'_>, timeline: &Timeline, first: Date) -> Result<Strip, Unpublished> {
        let column = |date: Date| days_between(first, date);
        let mut strip = Strip {
            last: column(timeline.ends.date()),
            accepted: timeline.accepted_on.map(column),
            decided: timeline.decided_on.map(column),
            ..Strip::default()
        };
        let path = &timeline.critical_path;
        for dated in &timeline.steps {
            let Some(step) = walk.steps.iter().find(|step| step.key == dated.step) else { continue };
            let at = path.iter().position(|key| *key == dated.step);
            let day = column(dated.begins.date());
            match dated.visit {
                Some(number) => strip.mark(day, Mark::Visit(number), at.is_some()),
                None if is_done_at_home(step) => strip.mark(day, Mark::Home, at.is_some()),
                None => {}
            }
            let days = counted_days(step, dated.ends.date(), dated.ready.date())?;
            if !days.is_empty() {
                let next = at.and_then(|at| path.get(at + 1));
                let next = next.and_then(|key| timeline.steps.iter().find(|other| other.step == *key));
                let is_critical = at.is_some() && next.is_none_or(|next| next.begins >= dated.ready);
                let days = days.into_iter().map(column).collect();
                strip.waits.push(StripWait { name: step.name.clone(), days, is_critical });
            }
        }
        Ok(strip)
    }

    /// Adds what is done on a day; what belongs to one visit, or follows at home, is one mark.
    fn mark(&mut self, day: usize, mark: Mark, is_critical: bool) {
        let same = self.marks.iter_mut().rfind(|other| other.day == day);
        let visit = matches!(mark, Mark::Visit(_));
        let same = match same {
            Some(last) if last.mark == mark => Some(last),
            _ if visit => self.marks.iter_mut().find(|other| other.mark == mark && other.day == day),
            _ => None,
        };
        match same {
            Some(other) => other.is_critical |= is_critical,
            None => self.marks.push(StripMark { day, mark, is_critical }),
        }
    }
}

fn is_done_at_home(step: &Step) -> bool {
    step.side == Side::External && !step.on_site() && step.channel != Channel::Automatic
}

/// The days of a wait that count: working days, or all where it is told in natural days. The day on
/// which the step ends is not one of them, nor is the next working day where nobody works on that day.
fn counted_days(step: &Step, ends: Date, ready: Date) -> Result<Vec<Date>, Unpublished> {
    let Some(wait) = step.wait.filter(|wait| wait.in_days()) else { return Ok(Vec::new()) };
    let all = |from: Date| {
        std::iter::successors(from.tomorrow().ok(), |day| day.tomorrow().ok())
            .take_while(move |day| *day <= ready)
    };
    if wait.unit() == TimeUnit::NaturalDay {
        return Ok(all(ends).collect());
    }
    let mut days = Vec::new();
    if ready > ends {
        for day in all(next_working_day(ends)?) {
            if is_working_day(day)? {
                days.push(day);
            }
        }
    }
    Ok(days)
}

/// How many days one date is after another; 0 where it is before.
pub fn days_between(first: Date, date: Date) -> usize {
    usize::try_from(date.duration_since(first).as_hours() / 24).unwrap_or(0)
}

/// What a day of the calendar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    /// A weekday that is worked.
    Working,
    /// A Saturday or Sunday on which nobody works.
    Weekend,
    /// A weekday that is a holiday (休).
    Holiday,
    /// A Saturday or Sunday that is worked (班).
    MakeUp,
    /// Nobody has said yet.
    Unpublished,
}

/// What a day is.
pub fn kind_of(date: Date) -> DayKind {
    let is_weekend = date.weekday().to_monday_zero_offset() > 4;
    match (is_working_day(date), is_weekend) {
        (Ok(true), false) => DayKind::Working,
        (Ok(true), true) => DayKind::MakeUp,
        (Ok(false), true) => DayKind::Weekend,
        (Ok(false), false) => DayKind::Holiday,
        (Err(Unpublished(_)), _) => DayKind::Unpublished,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::timeline::{Case, timeline};
    use domain::walk::easiest_walk;
    use domain::{Answers, OfficeHours, Service, day};

    fn filing() -> Service {
        let file = format!("{}/data/examples/example-investment-filing.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(file).expect("the example is there");
        Service::parse(&text).expect("a valid service")
    }

    fn date(text: &str) -> Date {
        day::parse(text).expect("a date")
    }

    fn dated(service: &Service, version: usize, start: &str) -> (Strip, Timeline) {
        let walk = easiest_walk(service, &service.versions[version], &Answers::new()).expect("a walk");
        let hours = OfficeHours::default();
        let begins = hours.opening(date(start)).expect("published");
        let timeline = timeline(&walk, begins, &hours, Case::Worst).expect("all is told");
        (Strip::of_timeline(&walk, &timeline, date(start)).expect("published"), timeline)
    }

    #[test]
    fn a_reported_limit_is_so_many_days_of_waiting() {
        let strip = Strip::waiting("", 3);
        assert_eq!((strip.last, &strip.waits[0].days[..]), (3, &[1, 2, 3][..]));
        assert!(Strip::waiting("", 0).waits.is_empty());
    }

    #[test]
    fn a_wait_counts_working_days_only_and_its_days_are_as_many_as_told() {
        let service = filing();
        for start in ["2026-11-23", "2026-02-10", "2026-09-28"] {
            let (strip, _) = dated(&service, 0, start);
            assert!(!strip.waits.is_empty());
            for wait in &strip.waits {
                let step = service.versions[0].steps.iter().find(|step| step.name == wait.name);
                let told = step.and_then(|step| step.wait).expect("its wait is told").max() as usize;
                assert_eq!(wait.days.len(), told, "{start} {}", wait.name);
                for column in &wait.days {
                    let day = date(start).checked_add(calendar_days(*column)).expect("a date");
                    assert_eq!(is_working_day(day), Ok(true), "{start} {day}");
                }
            }
        }
    }

    fn calendar_days(n: usize) -> std::time::Duration {
        std::time::Duration::from_secs(n as u64 * 24 * 60 * 60)
    }

    #[test]
    fn the_critical_waits_do_not_overlap() {
        let service = filing();
        for version in 0..service.versions.len() {
            let (strip, timeline) = dated(&service, version, "2026-09-28");
            assert_eq!(strip.last, days_between(date("2026-09-28"), timeline.ends.date()));
            let critical: Vec<_> = strip.waits.iter().filter(|wait| wait.is_critical).collect();
            for pair in critical.windows(2) {
                assert!(pair[0].days.last() < pair[1].days.first(), "{pair:?}");
            }
            assert!(strip.marks.iter().any(|mark| mark.is_critical));
        }
    }

    #[test]
    fn the_days_around_the_holiday_are_what_the_notice_says() {
        let kinds =
            ["2026-09-30", "2026-10-01", "2026-10-03", "2026-10-10", "2027-01-04"].map(date).map(kind_of);
        assert_eq!(
            kinds,
            [DayKind::Working, DayKind::Holiday, DayKind::Weekend, DayKind::MakeUp, DayKind::Unpublished]
        );
    }
}
