//! `GET /api/services/{id}/visits.ics`: the days of one applicant as a file for their calendar (RFC 5545). It holds
//! what 我的清单 shows of the same address; the server writes nothing down of who asks.

use std::collections::BTreeMap;
use std::sync::Arc;

use api::ErrorCode;
use app::case::{Case, Dates};
use app::language::speaking;
use app::route::read_answers;
use app::words::{checklist_words, words};
use domain::checklist::Stop;
use domain::timeline::Deadline;
use domain::{Answers, Date, Service, StepKey, TimelineError, VersionId, day};
use icalendar::{Calendar, Component, Event, EventLike, Property};

use crate::asked::{Asked, Kind, LANGUAGE, Parameter, Place};
use crate::endpoint::{Endpoint, File, FileKind};
use crate::endpoints::service;
use crate::failure::Failure;
use crate::state::AppState;

const TO: Parameter = Parameter {
    name: "to",
    place: Place::Optional,
    kind: Kind::Key,
    about: "The version; without it the one that the service has come to",
};

const ANSWERS: Parameter = Parameter {
    name: "answers",
    place: Place::Optional,
    kind: Kind::LongText,
    about: "Answers to the questions of the service: question:answer,question:answer",
};

const START: Parameter = Parameter {
    name: "start",
    place: Place::Required,
    kind: Kind::Text,
    about: "The day on which the applicant begins: 2026-11-23",
};

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::file(
        api::endpoint::VISITS_CALENDAR,
        "The days on which an applicant goes somewhere, and the last days by promise and by law, for a calendar",
        &[service::ID, TO, ANSWERS, START, LANGUAGE],
        &[
            ErrorCode::UnknownService,
            ErrorCode::UnknownVersion,
            ErrorCode::UnpublishedYear,
            ErrorCode::NoDates,
        ],
        FileKind::Calendar,
        answer,
    )
}

async fn answer(state: AppState, asked: Asked) -> Result<File, Failure> {
    let service = Arc::new(service::asked_for(&state, &asked).await?);
    let version: Option<VersionId> = asked.key(TO.name)?;
    let answers = match asked.filter(ANSWERS.name) {
        Some(text) => read_answers(text).ok_or_else(|| Failure::bad_parameter(ANSWERS.name))?,
        None => BTreeMap::new(),
    };
    let start = asked.filter(START.name).and_then(day::parse);
    let start = start.ok_or_else(|| Failure::bad_parameter(START.name))?;
    let language = asked.language();
    let file = move || speaking(language, || of_case(&service, version.as_ref(), answers, start));
    state.aside.turn().await?.spend(file).await?
}

fn of_case(
    service: &Arc<Service>,
    version: Option<&VersionId>,
    answers: Answers,
    start: Date,
) -> Result<File, Failure> {
    let case = Case::new(service, [None, version], answers, Some(start), &BTreeMap::new());
    let case = case.ok_or_else(|| Failure::refused(ErrorCode::UnknownVersion, TO.name))?;
    match case.dates() {
        Some(Ok(dates)) => Ok(File {
            name: checklist_words().days_file,
            content: calendar(&case, dates, start).to_string().into_bytes(),
        }),
        Some(Err(TimelineError::Unpublished { .. })) => {
            Err(Failure::refused(ErrorCode::UnpublishedYear, START.name))
        }
        Some(Err(_)) | None => Err(ErrorCode::NoDates.into()),
    }
}

fn calendar(case: &Case, dates: &Dates, start: Date) -> Calendar {
    let listed = checklist_words();
    let mut calendar = Calendar::empty();
    for (name, value) in
        [("VERSION", "2.0"), ("PRODID", "-//paoyici//checklist//ZH"), ("CALSCALE", "GREGORIAN")]
    {
        calendar.append_property(Property::new(name, value));
    }
    // Of these two names the first is the standard's (RFC 7986), the second what most calendars read.
    for name in ["NAME", "X-WR-CALNAME"] {
        let mut name = Property::new(name, (listed.title_of)(&case.service().name));
        calendar.append_property(name.add_parameter("VALUE", "TEXT").done());
    }
    let visits = case.stops().iter().filter_map(|stop| match stop {
        Stop::Visit { number, place, steps, .. } => Some((*number, place, steps)),
        Stop::Remote { .. } => None,
    });
    for (number, place, steps) in visits {
        let Some((first, last)) = steps.first().and_then(|step| dates.of_step(step)) else { continue };
        let known = case.now().place(place);
        let location = [Some(case.now().place_name(place)), known.and_then(|place| place.address.as_deref())];
        let name = (listed.day_of_visit)(number, case.now().place_name(place));
        let name = if first == last { name } else { (listed.day_at_best)(&name) };
        let mut event = day_of(case, start, first, &format!("visit-{number}"), &name);
        event.location(&location.into_iter().flatten().collect::<Vec<_>>().join(" "));
        event.description(&described(case, steps, (first, last)));
        calendar.push(event.done());
    }
    let limits = [
        (&dates.worst.promised, "promise", listed.day_of_promise),
        (&dates.worst.legal, "law", listed.day_of_law),
    ];
    for (deadline, which, name) in limits {
        if let Deadline::On { date } = deadline {
            let name = (listed.labelled)(&case.service().name, name);
            calendar
                .push(day_of(case, start, *date, which, &name).description(words().site.not_a_guide).done());
        }
    }
    calendar.done()
}

/// What happens on a day, as an event of that whole day. The same day of the same case has the same name, so a
/// calendar that reads the file again has it once.
fn day_of(case: &Case, start: Date, date: Date, which: &str, name: &str) -> Event {
    let mut event = Event::new();
    event.uid(&format!("{}.{}.{start}.{which}@paoyici", case.service().id, case.now().version().id));
    event.append_property(Property::new("DTSTAMP", format!("{}T000000Z", compact(start))));
    // Without an end it is that whole day.
    let mut day = Property::new("DTSTART", compact(date));
    event.append_property(day.add_parameter("VALUE", "DATE").done());
    event.summary(name);
    // The whole day is not taken.
    event.append_property(Property::new("TRANSP", "TRANSPARENT"));
    event.done()
}

fn described(case: &Case, steps: &[StepKey], (first, last): (Date, Date)) -> String {
    let listed = checklist_words();
    let day = |date: Date| case.day(date);
    let when = (first != last).then(|| (listed.between)(&day(first), &day(last)));
    let does = (listed.labelled)(listed.does, &(words().names.list)(&case.now().step_names(steps)));
    let brings: Vec<String> = case
        .papers()
        .iter()
        .filter(|paper| paper.provision.is_supplied() && paper.steps.iter().any(|step| steps.contains(step)))
        .map(|paper| case.now().material_name(&paper.material).to_owned())
        .collect();
    let brings =
        (!brings.is_empty()).then(|| (listed.labelled)(listed.papers_title, &(words().names.list)(&brings)));
    let example = case.service().illustrative.then(|| words().site.illustrative_line.to_owned());
    let caution = Some(words().site.not_a_guide.to_owned());
    [when, Some(does), brings, example, caution].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}
