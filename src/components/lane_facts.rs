//! What one of the two strips of time says: its days, its sentences, and every step with its days.

use std::sync::Arc;

use domain::schedule::{Does, NoSchedule};
use domain::step::{Channel, Side};
use domain::{Date, EvidenceKind, MeasureKind, Step, TimeUnit};

use crate::compared::{Compared, Half, Which};
use crate::components::half_name::HalfName;
use crate::diagram::strip_plan::Strip;
use crate::words::{comparison_words, words};

/// One strip in facts.
#[derive(Clone, PartialEq)]
pub struct LaneFacts {
    /// What the version is called.
    pub name: HalfName,
    /// How much its days may be believed.
    pub evidence: Option<EvidenceKind>,
    /// What is said of it: when it is done, until when it was promised, or why nobody can tell.
    pub told: Vec<String>,
    /// Its days; `None` where nobody can tell.
    pub strip: Option<Strip>,
    /// Its steps with their days.
    pub rows: Vec<Arc<StepRow>>,
    /// The day on which all is done, on the calendar.
    pub ends: Option<Date>,
}

/// One step with its days.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct StepRow {
    /// Its name.
    pub name: String,
    /// Where it is done.
    pub how: String,
    /// The day on which it is begun.
    pub begins: String,
    /// The day on which it is over, its wait included.
    pub over: String,
    /// Whether it is on the chain of steps that decides the last day.
    pub is_critical: bool,
}

/// A strip of more than a year of working days is no picture any more.
const MOST_DAYS: u32 = 260;

/// A strip of working days from the first contact: of the steps, or of a limit that was reported.
pub fn in_working_days(compared: &Compared, which: Which) -> LaneFacts {
    let half = compared.half(which);
    let mut facts = LaneFacts {
        name: HalfName::of(compared, which),
        evidence: None,
        told: Vec::new(),
        strip: None,
        rows: Vec::new(),
        ends: None,
    };
    if half.version().steps.is_empty() {
        return of_report(compared, which, facts);
    }
    let (Some(walk), schedule) = (half.walk(), half.schedule()) else {
        facts.told.push((comparison_words().strips.too_large)(half.label()));
        return facts;
    };
    match schedule {
        Ok(schedule) if schedule.days <= MOST_DAYS => {
            let on = comparison_words().strips.on_day;
            facts.evidence = evidence_of_visits(compared, which);
            facts.told.push((comparison_words().strips.ready_after)(schedule.days));
            facts.strip = Some(Strip::of_schedule(&walk, schedule));
            let row = |slot: &domain::schedule::Slot| {
                let step = half.step(&slot.step)?;
                let visit = match &slot.does {
                    Does::Visit { number, .. } => Some(*number),
                    Does::Remote | Does::Waiting => None,
                };
                let days = (slot.ends - slot.begins) as usize;
                let is_critical = schedule.critical_path.contains(&slot.step);
                Some(row(half, step, visit, on(slot.begins), days, on(slot.ends), is_critical))
            };
            facts.rows = schedule.slots.iter().filter_map(row).collect();
        }
        Ok(_) => facts.told.push((comparison_words().strips.too_large)(half.label())),
        Err(why) => facts.told.push(why_no_schedule(half, why)),
    }
    facts
}

fn why_no_schedule(half: &Half, why: &NoSchedule) -> String {
    let words = &comparison_words().strips;
    match why {
        NoSchedule::NoSteps => (words.no_steps)(half.label()),
        NoSchedule::NaturalDays { .. } => (words.natural_days)(half.label()),
        NoSchedule::TooLarge => (words.too_large)(half.label()),
        NoSchedule::UnknownWait { step } => (words.unknown_wait)(half.label(), half.step_name(step)),
    }
}

pub(super) fn evidence_of_visits(compared: &Compared, which: Which) -> Option<EvidenceKind> {
    let change = compared.measure(MeasureKind::Visits)?;
    let measured = if which == Which::First { &change.first } else { &change.second };
    measured.evidence.or(Some(EvidenceKind::Computed))
}

/// The limit in working days that was reported of a version of which no steps are told.
fn of_report(compared: &Compared, which: Which, mut facts: LaneFacts) -> LaneFacts {
    let words = words();
    let working_days = Some(domain::reported::Unit::Time(TimeUnit::WorkingDay));
    let mut reported = compared.comparison().reported.iter().filter(|change| change.unit == working_days);
    let reported = reported.find_map(|change| {
        let days = if which == Which::First { change.first } else { change.second }?;
        Some((days, change))
    });
    let Some((days, change)) = reported else {
        facts.told.push((comparison_words().strips.no_steps)(&facts.name.label));
        return facts;
    };
    let told = format!("{days} {}", (words.names.time_unit)(TimeUnit::WorkingDay, days));
    facts.told.push((comparison_words().strips.limit_is)(&change.subject, &told));
    facts.evidence = change.evidence.first().map(domain::Evidence::kind);
    if days <= MOST_DAYS {
        facts.strip = Some(Strip::waiting(&change.subject, days));
    } else {
        facts.told.push((comparison_words().strips.too_large)(&facts.name.label));
    }
    facts
}

/// A step with its days; `days` is how many it makes one wait.
pub(super) fn row(
    half: &Half,
    step: &Step,
    visit: Option<u32>,
    begins: String,
    days: usize,
    over: String,
    is_critical: bool,
) -> Arc<StepRow> {
    let words = words();
    let place = step.place.as_ref().map(|place| half.place_name(place)).unwrap_or_default();
    let how = match visit {
        Some(number) => (comparison_words().strips.goes_to)(number, place),
        None if step.side == Side::External && step.channel != Channel::Automatic => {
            comparison_words().strips.at_home.to_owned()
        }
        None => (words.names.side)(Side::Internal).to_owned(),
    };
    let most = u32::try_from(days).unwrap_or(u32::MAX);
    let unit = step.wait.map(|wait| (words.names.time_unit)(wait.unit(), most)).unwrap_or_default();
    let over = if days > 0 { (comparison_words().strips.waits)(days, unit, &over) } else { over };
    Arc::new(StepRow { name: step.name.clone(), how, begins, over, is_critical })
}
