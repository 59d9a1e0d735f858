//! A strip of time on the calendar: the dates of both cases, the last days of the limits, or why there
//! are none.

use domain::calendar::Unpublished;
use domain::timeline::{Case, DatedStep, Deadline, timeline};
use domain::{Date, OfficeHours, StepKey, Timeline, TimelineError};

use crate::compared::{Compared, Half, Which};
use crate::components::half_name::HalfName;
use crate::components::lane_facts::{LaneFacts, evidence_of_visits, row};
use crate::diagram::strip_plan::Strip;
use crate::words::{comparison_words, words};

/// A strip of the calendar for somebody who begins on `start`, at the opening of the office; the error
/// is why there are no dates.
pub fn on_the_calendar(compared: &Compared, which: Which, start: Date) -> Result<LaneFacts, String> {
    let half = compared.half(which);
    let walk = half.walk().ok_or_else(|| (comparison_words().strips.too_large)(half.label()))?;
    let hours = OfficeHours::default();
    let unpublished = |Unpublished(year)| (comparison_words().strips.unpublished)(half.label(), year);
    let begins = hours.opening(start).map_err(unpublished)?;
    let dated = |case| timeline(&walk, begins, &hours, case).map_err(|why| why_no_dates(half, &why));
    let (worst, best) = (dated(Case::Worst)?, dated(Case::Best)?);
    let day = |date| (comparison_words().strips.day)(date, start.year());
    let (ends, soonest) = (worst.ends.date(), best.ends.date());
    let mut told = vec![if soonest < ends {
        (comparison_words().strips.ready_between)(&day(soonest), &day(ends))
    } else {
        (comparison_words().strips.ready_on)(&day(ends))
    }];
    let visits = u32::try_from(worst.visits.len()).unwrap_or(u32::MAX);
    told.extend(
        worst.more_visits_than_fewest.map(|more| (comparison_words().strips.more_visits)(visits, more)),
    );
    told.extend(limits_told(&worst, start));
    let row = |dated: &DatedStep| {
        let step = half.step(&dated.step)?;
        let days = step.wait.filter(|wait| wait.in_days()).map_or(0, |wait| wait.max() as usize);
        let is_critical = worst.critical_path.contains(&dated.step);
        let (begins, over) = (day(dated.begins.date()), day(dated.ready.date()));
        Some(row(half, step, dated.visit, begins, days, over, is_critical))
    };
    Ok(LaneFacts {
        name: HalfName::of(compared, which),
        evidence: evidence_of_visits(compared, which),
        told,
        strip: Some(Strip::of_timeline(&walk, &worst, start).map_err(unpublished)?),
        rows: worst.steps.iter().filter_map(row).collect(),
        ends: Some(ends),
    })
}

/// The last days by promise and by law, and what they leave out.
pub(super) fn limits_told(timeline: &Timeline, start: Date) -> Vec<String> {
    let words = words();
    let limit = |deadline: &Deadline, by: fn(&str) -> String, unpublished: fn(i16) -> String| match deadline {
        Deadline::On { date } => Some(by(&(comparison_words().strips.day)(*date, start.year()))),
        Deadline::Unpublished { year } => Some(unpublished(*year)),
        Deadline::NotStated | Deadline::NoAcceptance => None,
    };
    let no_acceptance = [&timeline.promised, &timeline.legal].contains(&&Deadline::NoAcceptance);
    let special = &timeline.special_procedures;
    [
        limit(
            &timeline.promised,
            comparison_words().strips.promised_by,
            comparison_words().strips.promised_unpublished,
        ),
        limit(
            &timeline.legal,
            comparison_words().strips.legal_by,
            comparison_words().strips.legal_unpublished,
        ),
        no_acceptance.then(|| comparison_words().strips.no_acceptance.to_owned()),
        (!special.is_empty())
            .then(|| (comparison_words().strips.special_apart)(&(words.names.list)(special))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub(super) fn why_no_dates(half: &Half, why: &TimelineError) -> String {
    let words = &comparison_words().strips;
    let (label, name) = (half.label(), |step: &StepKey| half.step_name(step).to_owned());
    match why {
        TimelineError::NoSteps => (words.no_steps)(label),
        TimelineError::Unpublished { year } => (words.unpublished)(label, *year),
        TimelineError::UnknownWait { step } => (words.unknown_wait)(label, &name(step)),
        TimelineError::UnknownTime { step } => (words.unknown_time)(label, &name(step)),
        TimelineError::UnknownTravel { place } => (words.unknown_travel)(label, half.place_name(place)),
        TimelineError::LongerThanOfficeDay { step } => (words.longer_than_a_day)(label, &name(step)),
        TimelineError::TooLarge => (words.too_large)(label),
    }
}
