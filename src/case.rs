//! One applicant's case: a version for their answers, their start day and their own ways, and everything that
//! 我的清单 says of it. The components under `components/checklist/` draw from one [`Case`].

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::calendar::{Departure, departures};
use domain::checklist::{Paper, Stop};
use domain::measure::on_walk;
use domain::timeline::{Case as End, Deadline};
use domain::{
    Answers, Checklist, Date, MeasureKind, NoChecklist, OfficeHours, PlaceKey, Service, StepKey, Timeline,
    TimelineError, Value, VersionId, checklist_on, timeline,
};

use crate::compared::Half;
use crate::route::AskedComparison;
use crate::words::comparison_words;

/// A case. Cloning it copies a pointer; it is the same only if it is the very same.
#[derive(Clone)]
pub struct Case(Arc<Facts>);

struct Facts {
    now: Half,
    before: Option<Half>,
    answers: Answers,
    start: Option<Date>,
    list: Result<Checklist, NoChecklist>,
    dates: Option<Result<Dates, TimelineError>>,
}

/// When everything happens, at best and at worst.
pub struct Dates {
    /// Everything takes its least.
    pub best: Timeline,
    /// Everything takes its most.
    pub worst: Timeline,
}

impl PartialEq for Case {
    fn eq(&self, other: &Case) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Case {
    /// The case of somebody who gave these answers and begins on `start`; `ways` are the minutes they need to
    /// places and back, in the stead of what the service says. `None` where the service has no such version: of
    /// one that is asked for, and of any where it has none.
    pub fn new(
        service: &Arc<Service>,
        [before, now]: [Option<&VersionId>; 2],
        answers: Answers,
        start: Option<Date>,
        ways: &BTreeMap<PlaceKey, u32>,
    ) -> Option<Case> {
        let pair = service.default_pair();
        let only = service.versions.last();
        let default_now = pair.map(|(_, now)| now).or(only).map(|version| &version.id);
        let default_before = pair.map(|(before, _)| &before.id);
        let service = match ways.is_empty() {
            true => service.clone(),
            false => Arc::new(service.with_ways(ways)),
        };
        let half = |version: &VersionId| Half::new(service.clone(), version, &answers, true);
        let now = half(now.or(default_now)?)?;
        let before = match before {
            Some(asked) => Some(half(asked)?),
            None => default_before.and_then(half),
        };
        let before = before.filter(|before| before.version().id != now.version().id);
        let list = list(&now, &answers);
        let dates = start.map(|start| Dates::of(&now, start));
        Some(Case(Arc::new(Facts { now, before, answers, start, list, dates })))
    }

    /// The service, with the ways of the reader.
    pub fn service(&self) -> &Service {
        self.0.now.service()
    }

    /// The version that the list is for.
    pub fn now(&self) -> &Half {
        &self.0.now
    }

    /// The version that it came from.
    pub fn before(&self) -> Option<&Half> {
        self.0.before.as_ref()
    }

    /// The answers that were given.
    pub fn answers(&self) -> &Answers {
        &self.0.answers
    }

    /// The day on which the reader begins.
    pub fn start(&self) -> Option<Date> {
        self.0.start
    }

    /// What to have ready and where to go.
    pub fn list(&self) -> Result<&Checklist, NoChecklist> {
        self.0.list.as_ref().map_err(|why| *why)
    }

    /// The papers; none where there is no list.
    pub fn papers(&self) -> &[Paper] {
        self.list().map(|list| list.papers.as_slice()).unwrap_or_default()
    }

    /// The stops; none where there is no list.
    pub fn stops(&self) -> &[Stop] {
        self.list().map(|list| list.stops.as_slice()).unwrap_or_default()
    }

    /// What an address asks for that leads to this case.
    pub fn asked(&self) -> AskedComparison {
        AskedComparison {
            from: self.before().map(|half| half.version().id.clone()),
            to: Some(self.now().version().id.clone()),
            answers: self.answers().clone(),
            start: self.start(),
            ..AskedComparison::default()
        }
    }

    /// A day as the list tells it: with its weekday, and with its year where that is not the one of the start.
    pub fn day(&self, date: Date) -> String {
        (comparison_words().strips.day)(date, self.start().map_or(date.year(), Date::year))
    }

    /// When everything happens; `None` where no start day is chosen.
    pub fn dates(&self) -> Option<Result<&Dates, &TimelineError>> {
        self.0.dates.as_ref().map(Result::as_ref)
    }

    /// The number of the visit on which a step is taken.
    pub fn visit_of(&self, step: &StepKey) -> Option<u32> {
        self.stops().iter().find_map(|stop| match stop {
            Stop::Visit { number, steps, .. } if steps.contains(step) => Some(*number),
            _ => None,
        })
    }

    /// The places that are gone to, each once, in order.
    pub fn places(&self) -> Vec<PlaceKey> {
        let mut places = Vec::new();
        for stop in self.stops() {
            if let Stop::Visit { place, .. } = stop
                && !places.contains(place)
            {
                places.push(place.clone());
            }
        }
        places
    }

    /// 负担, in minutes: before, where there was something before, and now.
    pub fn own_time(&self) -> [Option<Value>; 2] {
        let burden = |half: &Half| {
            let measures = on_walk(half.service(), half.version(), half.walk().as_ref());
            measures.into_iter().find(|measured| measured.kind == MeasureKind::Burden).map(|m| m.value)
        };
        [self.0.before.as_ref().and_then(burden), burden(&self.0.now)]
    }
}

impl Dates {
    /// When everything happens to who begins on `start`, when the office opens.
    fn of(half: &Half, start: Date) -> Result<Dates, TimelineError> {
        let walk = half.walk().ok_or(TimelineError::TooLarge)?;
        let hours = OfficeHours::default();
        let begins = hours.opening(start)?;
        let dated = |end| timeline(&walk, begins, &hours, end);
        Ok(Dates { worst: dated(End::Worst)?, best: dated(End::Best)? })
    }

    /// The days on which a step is taken, the earliest and the latest.
    pub fn of_step(&self, step: &StepKey) -> Option<(Date, Date)> {
        let on = |timeline: &Timeline| {
            timeline.steps.iter().find(|dated| dated.step == *step).map(|dated| dated.begins.date())
        };
        let (one, other) = (on(&self.best)?, on(&self.worst)?);
        Some((one.min(other), one.max(other)))
    }

    /// The visits at worst that [`Checklist`] does not have: what the hours of the office make of one visit.
    pub fn more_visits(&self) -> Option<u32> {
        self.worst.more_visits_than_fewest
    }

    /// The holidays and make-up days between the first day and the last that is told.
    pub fn departures(&self) -> Vec<Departure> {
        let last =
            [&self.worst.promised, &self.worst.legal].into_iter().filter_map(|deadline| match deadline {
                Deadline::On { date } => Some(*date),
                _ => None,
            });
        let last = last.chain([self.worst.ends.date()]).max();
        // Every year on the way is published, or there would be no dates.
        last.and_then(|last| departures(self.best.begins.date(), last).ok()).unwrap_or_default()
    }
}

fn list(half: &Half, answers: &Answers) -> Result<Checklist, NoChecklist> {
    if half.version().steps.is_empty() {
        return Err(NoChecklist::NoSteps);
    }
    let (walk, visits) = half.walk().zip(half.visits()).ok_or(NoChecklist::TooLarge)?;
    Ok(checklist_on(&walk, visits, answers))
}
