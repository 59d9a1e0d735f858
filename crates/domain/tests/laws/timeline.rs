//! What holds of every walk that is put on the calendar, and of its days without one.

use crate::beside::{Asked, told};
use crate::calendar::{a_moment, hours};
use crate::some;
use domain::calendar::{is_working_day, natural_days_from, next_working_day, working_days_from};
use domain::schedule::{Does, schedule};
use domain::timeline::{Case, DatedStep, Deadline};
use domain::{OfficeHours, StepKey, TimeUnit, Timeline, TimelineError, timeline, visits};
use jiff::civil::DateTime;
use proptest::prelude::*;

proptest! {
    #![proptest_config(some(96))]

    #[test]
    fn no_step_begins_before_what_it_comes_after(asked in told(), start in a_moment(), hours in hours()) {
        let walk = asked.walk();
        for timeline in dated(&asked, start, &hours)? {
            prop_assert_eq!(timeline.steps.len(), walk.steps.len());
            for (step, after) in walk.steps.iter().zip(&walk.after) {
                let this = moments(&timeline, &step.key);
                prop_assert!(timeline.begins <= this.begins && this.begins <= this.ends && this.ends <= this.ready);
                for before in after {
                    prop_assert!(moments(&timeline, &walk.steps[*before].key).ready <= this.begins);
                }
            }
            prop_assert_eq!(timeline.steps.iter().map(|step| step.ready).max(), Some(timeline.ends));
        }
    }

    #[test]
    fn the_best_case_ends_no_later_than_the_worst(asked in told(), start in a_moment(), hours in hours()) {
        if let [best, worst] = dated(&asked, start, &hours)?.as_slice() {
            prop_assert!(best.ends <= worst.ends, "{:#?} {:#?}", best, worst);
            prop_assert_eq!((best.case, worst.case), (Case::Best, Case::Worst));
        }
    }

    #[test]
    fn starting_later_never_ends_the_worst_case_earlier(asked in told(), start in a_moment(), later in 0..5_000_i64) {
        let hours = OfficeHours::default();
        let later = start + jiff::SignedDuration::from_mins(later);
        if let (Ok(early), Ok(late)) = (
            timeline(&asked.walk(), start, &hours, Case::Worst),
            timeline(&asked.walk(), later, &hours, Case::Worst),
        ) {
            prop_assert!(early.ends <= late.ends);
        }
    }

    #[test]
    fn the_applicant_is_at_one_counter_at_a_time_on_working_days_in_office_hours(
        asked in told(), start in a_moment(), hours in hours(),
    ) {
        let walk = asked.walk();
        for timeline in dated(&asked, start, &hours)? {
            let mut free = start;
            for (visit, number) in timeline.visits.iter().zip(1..) {
                prop_assert_eq!(visit.number, number);
                prop_assert_eq!(is_working_day(visit.date), Ok(true));
                for key in &visit.steps {
                    let this = moments(&timeline, key);
                    let step = walk.version.step(key).expect("it is on the walk");
                    prop_assert_eq!(step.place.as_ref(), Some(&visit.place));
                    prop_assert!(this.begins >= free, "the applicant is at two counters at once");
                    prop_assert_eq!((this.begins.date(), this.ends.date()), (visit.date, visit.date));
                    prop_assert_eq!(hours.next_open(this.begins), Ok(this.begins), "nobody is there");
                    free = this.ends;
                }
            }
            for step in &walk.steps {
                prop_assert_eq!(moments(&timeline, &step.key).visit.is_some(), step.on_site());
            }
        }
    }

    #[test]
    fn dated_visits_are_no_fewer_than_the_fewest_and_say_by_how_many(
        asked in told(), start in a_moment(), hours in hours(),
    ) {
        let fewest = visits::fewest(&asked.walk()).expect("a small walk");
        for timeline in dated(&asked, start, &hours)? {
            let fewest = if timeline.case == Case::Best { fewest.min } else { fewest.max };
            let more = timeline.more_visits_than_fewest.unwrap_or(0);
            prop_assert_eq!(timeline.visits.len(), (fewest + more) as usize);
            prop_assert_ne!(timeline.more_visits_than_fewest, Some(0));
        }
    }

    #[test]
    fn the_critical_path_is_a_chain_that_leads_to_the_end(asked in told(), start in a_moment(), hours in hours()) {
        for timeline in dated(&asked, start, &hours)? {
            let path: Vec<&DatedStep> = timeline.critical_path.iter().map(|key| moments(&timeline, key)).collect();
            for pair in path.windows(2) {
                // A visit may be put off to another day for a step in the midst of it.
                let is_held = match pair[1].visit {
                    Some(_) => pair[0].ends.date() <= pair[1].begins.date(),
                    None => pair[0].ends <= pair[1].begins,
                };
                prop_assert!(is_held, "{:?}", pair);
                prop_assert!(pair[0].step != pair[1].step);
            }
            prop_assert_eq!(path.last().map(|step| step.ready), Some(timeline.ends));
        }
    }

    #[test]
    fn deadlines_are_counted_from_the_day_of_acceptance(asked in told(), start in a_moment(), hours in hours()) {
        let version = &asked.service.versions[0];
        for timeline in dated(&asked, start, &hours)? {
            let moment = version.accepted_at.as_ref()
                .and_then(|key| timeline.steps.iter().find(|step| step.step == *key))
                .map(|step| step.ends);
            prop_assert_eq!(timeline.accepted_on, moment.and_then(|moment| next_working_day(moment.date()).ok()));
            let limits = [(&version.promised_limit, timeline.promised), (&asked.service.legal_limit, timeline.legal)];
            for (limit, deadline) in limits {
                let (Some(limit), Some(moment)) = (limit, moment) else {
                    let expected = if limit.is_none() { Deadline::NotStated } else { Deadline::NoAcceptance };
                    prop_assert_eq!(deadline, expected);
                    continue;
                };
                let by_hand = match limit.time.unit() {
                    TimeUnit::WorkingDay => working_days_from(moment.date(), limit.time.max()),
                    TimeUnit::NaturalDay => natural_days_from(moment.date(), limit.time.max()),
                    TimeUnit::Minute | TimeUnit::Hour => continue,
                };
                prop_assert_eq!(deadline, by_hand.map_or(Deadline::NotStated, |date| Deadline::On { date }));
            }
        }
    }

    #[test]
    fn a_time_that_is_not_told_is_no_date(asked in told(), start in a_moment(), of_step: u8) {
        let walk = asked.walk();
        prop_assume!(!walk.steps.is_empty());
        let silent = walk.steps[usize::from(of_step) % walk.steps.len()].key.clone();
        let mut document = (*asked.service).clone();
        let step = document.versions[0].steps.iter_mut().find(|step| step.key == silent).expect("it is there");
        step.wait = None;
        let less = Asked { service: document.try_into().expect("a valid service"), answers: asked.answers.clone() };
        // An unknown wait may lead another way.
        prop_assume!(less.walk().steps.iter().any(|step| step.key == silent));
        for case in [Case::Best, Case::Worst] {
            let error = timeline(&less.walk(), start, &OfficeHours::default(), case).expect_err("nobody knows");
            prop_assert_eq!(error, TimelineError::UnknownWait { step: silent.clone() });
        }
    }

    #[test]
    fn without_a_date_steps_come_in_order_and_visits_are_the_fewest(asked in told()) {
        let walk = asked.walk();
        let Ok(schedule) = schedule(&walk) else {
            prop_assert!(walk.steps.is_empty(), "every wait is told, in working days");
            return Ok(());
        };
        let slot = |key: &StepKey| schedule.slots.iter().find(|slot| slot.step == *key).expect("it has a slot");
        for (step, after) in walk.steps.iter().zip(&walk.after) {
            let this = slot(&step.key);
            let wait = step.wait.filter(|wait| wait.in_days()).map_or(0, |wait| wait.max());
            prop_assert_eq!(this.ends - this.begins, wait);
            prop_assert!(after.iter().all(|before| slot(&walk.steps[*before].key).ends <= this.begins));
        }
        prop_assert_eq!(schedule.slots.iter().map(|slot| slot.ends).max(), Some(schedule.days));
        let numbers = schedule.slots.iter().filter_map(|slot| match &slot.does {
            Does::Visit { number, .. } => Some(*number),
            Does::Remote | Does::Waiting => None,
        });
        let fewest = visits::fewest(&walk).expect("a small walk").max;
        prop_assert_eq!(numbers.max().unwrap_or(0), fewest);
    }
}

/// The best and the worst case, or neither where a time is not told in a unit that has dates.
fn dated(asked: &Asked, start: DateTime, hours: &OfficeHours) -> Result<Vec<Timeline>, TestCaseError> {
    let walk = asked.walk();
    let cases: Result<Vec<Timeline>, TimelineError> =
        [Case::Best, Case::Worst].map(|case| timeline(&walk, start, hours, case)).into_iter().collect();
    match cases {
        Err(TimelineError::NoSteps) if walk.steps.is_empty() => Ok(Vec::new()),
        cases => cases.map_err(|error| TestCaseError::fail(format!("every time is told, and yet {error}"))),
    }
}

fn moments<'a>(timeline: &'a Timeline, key: &StepKey) -> &'a DatedStep {
    timeline.steps.iter().find(|step| step.step == *key).expect("it is dated")
}
