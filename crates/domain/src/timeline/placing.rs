//! Puts the steps of a walk on the calendar, visit by visit in a given order.
//!
//! Everything here only grows: with longer times or a later start no step comes earlier, as long as the
//! order of the visits is the same. That is why the best case never ends after the worst. Each step is
//! placed a few times at most, so the work is bounded by steps times visits.

use jiff::civil::{Date, DateTime};

use super::{Case, TimelineError};
use crate::calendar::{Unpublished, working_days_from};
use crate::day;
use crate::key::PlaceKey;
use crate::office_hours::OfficeHours;
use crate::span::{Span, TimeUnit};
use crate::step::{Channel, Side, Step};
use crate::visits::Visit;
use crate::walk::Walk;

/// The moments of one step.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moments {
    pub(super) begins: DateTime,
    pub(super) ends: DateTime,
    pub(super) ready: DateTime,
    /// The step it had to wait for; `None` where it waited only for the start.
    held_by: Option<usize>,
}

/// A whole walk on the calendar.
pub(super) struct Placed {
    /// In the order of the walk.
    pub(super) steps: Vec<Moments>,
    /// Where, when, and the positions of the steps.
    pub(super) visits: Vec<(PlaceKey, Date, Vec<usize>)>,
}

impl Placed {
    pub(super) fn ends(&self) -> DateTime {
        self.steps.iter().map(|moments| moments.ready).max().unwrap_or(DateTime::MIN)
    }

    /// From the step that is ready last back to the one that waited for nothing but the start.
    pub(super) fn critical_path(&self) -> Vec<usize> {
        let last = (0..self.steps.len()).rev().max_by_key(|i| self.steps[*i].ready);
        let mut path: Vec<usize> =
            std::iter::successors(last, |i| self.steps[*i].held_by).take(self.steps.len()).collect();
        path.reverse();
        path
    }
}

/// A moment before which something cannot begin, and the step that is the reason.
type Bound = (DateTime, Option<usize>);

/// The later bound; of two at one moment, the first.
fn later(a: Bound, b: Bound) -> Bound {
    if b.0 > a.0 { b } else { a }
}

/// Which clock minutes and hours pass by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clock {
    Office,
    AroundTheClock,
}

/// How a walk is put on the calendar in one case.
pub(super) struct Placing<'a> {
    walk: &'a Walk<'a>,
    start: DateTime,
    hours: &'a OfficeHours,
    case: Case,
}

impl<'a> Placing<'a> {
    /// Refuses a walk of which a time is not told, whichever the case.
    pub(super) fn new(
        walk: &'a Walk<'a>,
        start: DateTime,
        hours: &'a OfficeHours,
        case: Case,
    ) -> Result<Placing<'a>, TimelineError> {
        for step in &walk.steps {
            if step.wait.is_none() {
                return Err(TimelineError::UnknownWait { step: step.key.clone() });
            }
            let own = [step.prepare, step.queue, step.counter];
            if step.side == Side::External && own.contains(&None) {
                return Err(TimelineError::UnknownTime { step: step.key.clone() });
            }
            if let Some(place) = step.place.as_ref().filter(|_| step.on_site())
                && walk.service.place(place).is_none_or(|place| place.travel.is_none())
            {
                return Err(TimelineError::UnknownTravel { place: place.clone() });
            }
        }
        Ok(Placing { walk, start, hours, case })
    }

    /// Places every step, the visits in the order of `plan`.
    pub(super) fn place_all(&self, plan: &[Visit]) -> Result<Placed, TimelineError> {
        let mut placed: Vec<Option<Moments>> = vec![None; self.walk.steps.len()];
        let mut visits: Vec<(PlaceKey, Date, Vec<usize>)> = Vec::with_capacity(plan.len());
        // When the applicant is free for the next visit: back from the one before.
        let mut free: Bound = (self.start, None);
        for visit in plan {
            let steps: Vec<usize> = visit
                .steps
                .iter()
                .filter_map(|key| self.walk.steps.iter().position(|step| step.key == *key))
                .collect();
            self.place_others(&mut placed)?;
            placed = self.place_visit(&placed, &visit.place, &steps, free)?;
            let mut on = None;
            for i in &steps {
                let Some(moments) = placed[*i] else { continue };
                let date = moments.begins.date();
                if on != Some(date) {
                    visits.push((visit.place.clone(), date, Vec::new()));
                    on = Some(date);
                }
                if let Some((_, _, together)) = visits.last_mut() {
                    together.push(*i);
                }
                free = (self.half_the_way(&visit.place, moments.ends)?, Some(*i));
            }
        }
        self.place_others(&mut placed)?;
        // A plan has every step on site, and `after` has no cycle: all are placed.
        Ok(Placed { steps: placed.into_iter().flatten().collect(), visits })
    }

    /// Places the steps that need no visit and whose predecessors are all placed.
    fn place_others(&self, placed: &mut [Option<Moments>]) -> Result<(), TimelineError> {
        for (i, step) in self.walk.steps.iter().enumerate() {
            if placed[i].is_some() || step.on_site() {
                continue;
            }
            let before: Option<Vec<Bound>> = self.walk.after[i]
                .iter()
                .map(|p| placed[*p].map(|moments| (moments.ready, Some(*p))))
                .collect();
            if let Some(before) = before {
                let bound = before.into_iter().fold((self.start, None), later);
                placed[i] = Some(self.off_site(step, bound)?);
            }
        }
        Ok(())
    }

    /// The steps of a visit, in one go where the office's hours allow it.
    fn place_visit(
        &self,
        placed: &[Option<Moments>],
        place: &PlaceKey,
        steps: &[usize],
        free: Bound,
    ) -> Result<Vec<Option<Moments>>, TimelineError> {
        let ready = |p: &usize| placed[*p].map(|moments| (moments.ready, Some(*p)));
        let first = steps.first().map_or(&[][..], |i| &self.walk.after[*i]);
        let (mut arrives, mut held_by) = first.iter().filter_map(ready).fold(free, later);
        for i in steps {
            arrives = self.after(arrives, self.walk.steps[*i].prepare, Clock::AroundTheClock)?;
        }
        arrives = self.hours.next_open(self.half_the_way(place, arrives)?)?;
        let (last_can_begin, because_of) = self.last_can_begin(placed, steps, (arrives, held_by))?;
        if last_can_begin.date() > arrives.date() {
            (arrives, held_by) = (self.hours.opening(last_can_begin.date())?, because_of);
        }
        let at_once = self.in_a_row(placed, steps, (arrives, held_by))?;
        let one_day = |placed: &[Option<Moments>]| {
            steps.iter().all(|i| placed[*i].is_none_or(|moments| moments.begins.date() == arrives.date()))
        };
        if one_day(&at_once) {
            return Ok(at_once);
        }
        self.in_a_row(placed, steps, (self.hours.opening_after(arrives.date())?, held_by))
    }

    /// When the last of the steps could begin if the visit itself took no time: what is placed already
    /// may hold up a later step of the visit, also through steps in between.
    fn last_can_begin(
        &self,
        placed: &[Option<Moments>],
        steps: &[usize],
        arrives: Bound,
    ) -> Result<Bound, TimelineError> {
        let mut ready: Vec<Option<Bound>> =
            placed.iter().enumerate().map(|(i, m)| m.map(|moments| (moments.ready, Some(i)))).collect();
        let mut last = arrives;
        for (i, step) in self.walk.steps.iter().enumerate() {
            if ready[i].is_some() {
                continue;
            }
            let Some(bound) = self.walk.after[i].iter().filter_map(|p| ready[*p]).reduce(later) else {
                continue;
            };
            let moments = if steps.contains(&i) {
                let moments = self.on_site(step, bound)?;
                last = later(last, (moments.begins, bound.1));
                moments
            } else if step.on_site() {
                continue;
            } else {
                self.off_site(step, bound)?
            };
            ready[i] = Some((moments.ready, bound.1));
        }
        Ok(last)
    }

    /// The steps of a visit one after the other, and what becomes possible in between.
    fn in_a_row(
        &self,
        placed: &[Option<Moments>],
        steps: &[usize],
        arrives: Bound,
    ) -> Result<Vec<Option<Moments>>, TimelineError> {
        let mut placed = placed.to_vec();
        let mut free = arrives;
        for i in steps {
            self.place_others(&mut placed)?;
            let before = self.walk.after[*i].iter().filter_map(|p| Some((placed[*p]?.ready, Some(*p))));
            let moments = self.on_site(self.walk.steps[*i], before.fold(free, later))?;
            placed[*i] = Some(moments);
            free = (moments.ends, Some(*i));
        }
        Ok(placed)
    }

    /// A step at a counter: on one working day.
    fn on_site(&self, step: &Step, (bound, held_by): Bound) -> Result<Moments, TimelineError> {
        let too_long = || TimelineError::LongerThanOfficeDay { step: step.key.clone() };
        let minutes = [step.queue, step.counter]
            .into_iter()
            .flatten()
            .try_fold(0_u32, |sum, span| Some(sum.saturating_add(self.of_case(span.in_minutes()?))))
            .ok_or_else(too_long)?;
        let (begins, ends) = self.hours.within_a_day(bound, minutes)?.ok_or_else(too_long)?;
        Ok(Moments { begins, ends, ready: self.after(ends, step.wait, Clock::Office)?, held_by })
    }

    /// A step that needs no visit.
    fn off_site(&self, step: &Step, (bound, held_by): Bound) -> Result<Moments, TimelineError> {
        let remote = step.side == Side::External || step.channel == Channel::Automatic;
        let clock = if remote { Clock::AroundTheClock } else { Clock::Office };
        let prepared = match step.side {
            Side::External => self.after(bound, step.prepare, clock)?,
            Side::Internal => bound,
        };
        let ends = self.after(self.after(prepared, step.queue, clock)?, step.counter, clock)?;
        // What takes no time of the office needs no opening; its wait counts from the very day.
        let begins = if ends > prepared && clock == Clock::Office {
            self.hours.next_open(prepared)?
        } else {
            prepared
        };
        Ok(Moments { begins, ends, ready: self.after(ends, step.wait, clock)?, held_by })
    }

    /// The moment after a time of this case. What is not told and was not refused takes none: preparing
    /// and the counter behind the counter.
    fn after(&self, moment: DateTime, time: Option<Span>, clock: Clock) -> Result<DateTime, TimelineError> {
        let Some(time) = time else { return Ok(moment) };
        if let Some(minutes) = time.in_minutes() {
            let minutes = self.of_case(minutes);
            return match clock {
                Clock::Office => Ok(self.hours.pass(moment, minutes)?),
                Clock::AroundTheClock => minutes_later(moment, minutes),
            };
        }
        let days = self.of_case((time.min(), time.max()));
        if days == 0 {
            return Ok(moment);
        }
        let last_day = match time.unit() {
            TimeUnit::WorkingDay => working_days_from(moment.date(), days)?,
            _ => minutes_later(moment, days.saturating_mul(24 * 60))?.date(),
        };
        Ok(self.hours.opening(last_day)?)
    }

    /// Half of the way to a place and back, rounded up to a minute.
    fn half_the_way(&self, place: &PlaceKey, moment: DateTime) -> Result<DateTime, TimelineError> {
        let travel = self.walk.service.place(place).and_then(|place| place.travel);
        match travel.and_then(|travel| travel.in_minutes()) {
            Some(minutes) => minutes_later(moment, self.of_case(minutes).div_ceil(2)),
            None => self.after(moment, travel, Clock::AroundTheClock),
        }
    }

    fn of_case(&self, (least, most): (u32, u32)) -> u32 {
        match self.case {
            Case::Best => least,
            Case::Worst => most,
        }
    }
}

/// Beyond the last day that a date can write, nothing is published.
fn minutes_later(moment: DateTime, minutes: u32) -> Result<DateTime, TimelineError> {
    day::moment::minutes_later(moment, minutes).ok_or(Unpublished(Date::MAX.year()).into())
}
