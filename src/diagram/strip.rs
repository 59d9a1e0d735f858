//! The geometry of two strips of time, aligned day by day.
//!
//! A strip is a row of slots of equal width. Each working day takes as many slots as the fuller of
//! the two strips needs on it — one for a day of waiting, one for each thing done — so that the same
//! day stands at the same place in both. The first day, on which one applies, is day 0.

use domain::schedule::{Does, Schedule};
use domain::{PlaceKey, StepKey};

/// What stands in one slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// The applicant goes somewhere: which visit, where to, for which steps.
    Visit(u32, PlaceKey, Vec<StepKey>),
    /// The applicant does these steps without going anywhere.
    Remote(Vec<StepKey>),
    /// A day of waiting, counted from 1 within one stretch of waiting.
    Wait(u32),
}

/// One strip before it is laid out: what happens on each day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Days(Vec<Vec<Mark>>);

impl Days {
    /// Nothing but waiting, `n` working days long: all that a reported limit tells.
    pub fn waiting(n: u32) -> Days {
        let mut days = vec![Vec::new()];
        days.extend((1..=n).map(|count| vec![Mark::Wait(count)]));
        Days(days)
    }

    /// The days of a computed schedule.
    pub fn of(schedule: &Schedule) -> Days {
        let mut days: Vec<Vec<Mark>> = vec![Vec::new(); schedule.days as usize + 1];
        let waits = |day: u32| schedule.slots.iter().any(|slot| slot.begins < day && day <= slot.ends);
        let mut count = 0;
        for day in 1..=schedule.days {
            count = if waits(day) { count + 1 } else { 0 };
            // After something was done in between, it is another stretch of waiting.
            if schedule.slots.iter().any(|s| s.begins == day - 1 && s.ends > s.begins && day > 1) {
                count = 1;
            }
            if count > 0 {
                days[day as usize].push(Mark::Wait(count));
            }
        }
        for slot in &schedule.slots {
            let today = &mut days[slot.begins as usize];
            match (&slot.does, today.last_mut()) {
                (Does::Waiting, _) => {}
                (Does::Visit { number, .. }, Some(Mark::Visit(same, _, steps))) if same == number => {
                    steps.push(slot.step.clone());
                }
                (Does::Visit { number, place }, _) => {
                    today.push(Mark::Visit(*number, place.clone(), vec![slot.step.clone()]));
                }
                (Does::Remote, Some(Mark::Remote(steps))) => steps.push(slot.step.clone()),
                (Does::Remote, _) => today.push(Mark::Remote(vec![slot.step.clone()])),
            }
        }
        Days(days)
    }

    /// The working day on which it is done.
    pub fn last_day(&self) -> u32 {
        self.0.len().saturating_sub(1) as u32
    }

    /// What happens, day by day.
    pub fn by_day(&self) -> impl Iterator<Item = (u32, &[Mark])> {
        self.0.iter().zip(0..).map(|(marks, day)| (day, marks.as_slice()))
    }
}

/// Two strips laid out on common slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strips {
    /// How many slots both are wide.
    pub slots: u32,
    /// For each strip, its marks with their slots, from 0.
    pub lanes: [Vec<(u32, Mark)>; 2],
    /// For each strip, the slot behind its last mark.
    pub ends: [u32; 2],
}

/// Lays out two strips so that equal days stand at equal places.
pub fn lay_out(strips: [&Days; 2]) -> Strips {
    let mut slots = 0;
    let mut lanes = [Vec::new(), Vec::new()];
    let days = strips.iter().map(|strip| strip.0.len()).max().unwrap_or(0);
    for day in 0..days {
        let today = strips.map(|strip| strip.0.get(day).map_or(&[][..], Vec::as_slice));
        for (lane, marks) in lanes.iter_mut().zip(today) {
            // Waiting comes first in a day; where only the other strip waits, its slot stays empty.
            let indent = u32::from(!starts_with_wait(marks) && today.iter().any(|m| starts_with_wait(m)));
            let placed = marks.iter().zip(slots + indent..);
            lane.extend(placed.map(|(mark, slot)| (slot, mark.clone())));
        }
        let width = |marks: &&[Mark]| marks.iter().filter(|mark| !matches!(mark, Mark::Wait(_))).count();
        let waits = usize::from(today.iter().any(|marks| starts_with_wait(marks)));
        slots += (today.iter().map(width).max().unwrap_or(0) + waits) as u32;
    }
    let end = |lane: &Vec<(u32, Mark)>| lane.last().map_or(0, |(slot, _)| slot + 1);
    let ends = [end(&lanes[0]), end(&lanes[1])];
    Strips { slots: slots.max(1), lanes, ends }
}

/// How many slots wide a day of waiting is drawn: where the same stretch goes on, it reaches there,
/// over slots that only the other strip needs.
pub fn wait_width(lane: &[(u32, Mark)], i: usize) -> u32 {
    match (&lane[i], lane.get(i + 1)) {
        ((slot, Mark::Wait(count)), Some((next, Mark::Wait(later)))) if *later == count + 1 => next - slot,
        _ => 1,
    }
}

fn starts_with_wait(marks: &[Mark]) -> bool {
    matches!(marks.first(), Some(Mark::Wait(_)))
}

/// How wide the strips must at least be drawn, as the name of a class that says so.
pub fn width_class(slots: u32) -> &'static str {
    match slots {
        0..=16 => "strips__scroll",
        17..=32 => "strips__scroll strips__scroll--32",
        33..=64 => "strips__scroll strips__scroll--64",
        _ => "strips__scroll strips__scroll--128",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::schedule::Slot;

    fn key(text: &str) -> StepKey {
        text.parse().expect("a key")
    }

    fn slot(step: &str, begins: u32, ends: u32, does: Does) -> Slot {
        Slot { step: key(step), begins, ends, does }
    }

    fn visit(number: u32) -> Does {
        Does::Visit { number, place: "hall".parse().expect("a key") }
    }

    #[test]
    fn a_reported_limit_is_so_many_days_of_waiting() {
        let strips = lay_out([&Days::waiting(7), &Days::waiting(3)]);
        assert_eq!((strips.slots, strips.ends), (7, [7, 3]));
        assert_eq!(strips.lanes[1], [(0, Mark::Wait(1)), (1, Mark::Wait(2)), (2, Mark::Wait(3))]);
    }

    #[test]
    fn the_day_of_application_is_not_counted_and_collecting_follows_the_last_day() {
        let schedule = Schedule {
            days: 2,
            critical_path: Vec::new(),
            slots: vec![
                slot("apply", 0, 0, visit(1)),
                slot("decide", 0, 2, Does::Waiting),
                slot("collect", 2, 2, visit(2)),
            ],
        };
        let days = Days::of(&schedule);
        assert_eq!(days.last_day(), 2);
        let marks: Vec<Vec<&Mark>> = days.by_day().map(|(_, marks)| marks.iter().collect()).collect();
        assert!(matches!(marks[0][..], [Mark::Visit(1, ..)]));
        assert!(matches!(marks[1][..], [Mark::Wait(1)]));
        assert!(matches!(marks[2][..], [Mark::Wait(2), Mark::Visit(2, ..)]));
    }

    #[test]
    fn equal_days_stand_at_equal_places() {
        let long = Schedule {
            days: 1,
            critical_path: Vec::new(),
            slots: vec![
                slot("a", 0, 0, visit(1)),
                slot("b", 0, 0, visit(2)),
                slot("c", 0, 1, Does::Waiting),
                slot("d", 1, 1, visit(3)),
            ],
        };
        let short =
            Schedule { days: 1, critical_path: Vec::new(), slots: vec![slot("a", 0, 1, Does::Remote)] };
        let strips = lay_out([&Days::of(&long), &Days::of(&short)]);
        let slots_of = |lane: usize| strips.lanes[lane].iter().map(|(slot, _)| *slot).collect::<Vec<_>>();
        assert_eq!(slots_of(0), [0, 1, 2, 3]);
        // The remote step on the first day, the wait under the other wait.
        assert_eq!(slots_of(1), [0, 2]);
    }

    #[test]
    fn a_stretch_of_waiting_has_no_gaps() {
        let busy = Schedule {
            days: 2,
            critical_path: Vec::new(),
            slots: vec![slot("a", 0, 1, visit(1)), slot("b", 1, 1, visit(2)), slot("c", 1, 2, Does::Waiting)],
        };
        let strips = lay_out([&Days::of(&busy), &Days::waiting(2)]);
        let lane = &strips.lanes[1];
        assert_eq!((lane[0].0, wait_width(lane, 0)), (1, 2));
        assert_eq!(wait_width(lane, 1), 1);
    }

    #[test]
    fn steps_of_one_visit_are_one_mark() {
        let schedule = Schedule {
            days: 0,
            critical_path: Vec::new(),
            slots: vec![
                slot("a", 0, 0, visit(1)),
                slot("b", 0, 0, visit(1)),
                slot("c", 0, 0, Does::Remote),
                slot("d", 0, 0, Does::Remote),
            ],
        };
        let days = Days::of(&schedule);
        let (_, marks) = days.by_day().next().expect("day 0");
        assert_eq!(marks.len(), 2);
        assert!(matches!(&marks[1], Mark::Remote(steps) if steps.len() == 2));
    }
}
