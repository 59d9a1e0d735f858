//! 要等几天: the two versions as strips of working days, one above the other, and the same in words.

use domain::schedule::NoSchedule;
use domain::{EvidenceKind, MeasureKind, Relation, TimeUnit};
use leptos::prelude::*;

use crate::compared::{Compared, Half, Which};
use crate::components::evidence_mark::EvidenceMark;
use crate::diagram::strip::{Days, Mark, Strips, lay_out, wait_width, width_class};
use crate::words::words;

/// One strip: the version, its days or why there are none, and how much it may be believed.
struct Lane {
    label: String,
    days: Result<Days, String>,
    evidence: EvidenceKind,
    /// Set where the days are a limit somebody reported, not steps.
    limit: Option<String>,
}

/// Both strips; nothing where nothing is known of either.
#[component]
pub fn TimeStrips(compared: Compared) -> impl IntoView {
    let lanes = Which::BOTH.map(|which| lane(&compared, which));
    let nothing = lanes.iter().all(|lane| lane.days.is_err() && lane.limit.is_none());
    if nothing && compared.first().version().steps.is_empty() {
        return None;
    }
    Some(strips_view(&compared, lanes))
}

fn lane(compared: &Compared, which: Which) -> Lane {
    let half = compared.half(which);
    let is_first = which == Which::First;
    let words = words();
    let label = half.label().to_owned();
    if !half.version().steps.is_empty() {
        let evidence = compared.measure(MeasureKind::Visits);
        let evidence = evidence.and_then(|m| if is_first { m.first.evidence } else { m.second.evidence });
        return Lane {
            days: days_of_steps(half),
            evidence: evidence.unwrap_or(EvidenceKind::Computed),
            limit: None,
            label,
        };
    }
    let working_days = Some(domain::reported::Unit::Time(TimeUnit::WorkingDay));
    let reported =
        compared.comparison().reported.iter().filter(|change| change.unit == working_days).find_map(
            |change| {
                let days = if is_first { change.first } else { change.second }?;
                Some((days, change))
            },
        );
    match reported {
        Some((days, change)) => Lane {
            days: if days <= MOST_DAYS {
                Ok(Days::waiting(days))
            } else {
                Err((words.strips.too_large)(&label))
            },
            evidence: change.evidence.first().map_or(EvidenceKind::SelfReported, domain::Evidence::kind),
            limit: Some((words.strips.limit_is)(
                &change.subject,
                &format!("{days} {}", (words.names.time_unit)(TimeUnit::WorkingDay)),
            )),
            label,
        },
        None => Lane {
            days: Err((words.strips.no_steps)(&label)),
            evidence: EvidenceKind::Computed,
            limit: None,
            label,
        },
    }
}

/// A strip of more than a year of working days is no picture any more.
const MOST_DAYS: u32 = 260;

fn days_of_steps(half: &Half) -> Result<Days, String> {
    let words = &words().strips;
    let label = half.label();
    let drawable = half.schedule().and_then(|schedule| match schedule.days {
        ..=MOST_DAYS => Ok(Days::of(schedule)),
        _ => Err(&NoSchedule::TooLarge),
    });
    drawable.map_err(|why| match why {
        NoSchedule::NoSteps => (words.no_steps)(label),
        NoSchedule::NaturalDays { .. } => (words.natural_days)(label),
        NoSchedule::TooLarge => (words.too_large)(label),
        NoSchedule::UnknownWait { step } => (words.unknown_wait)(label, half.step_name(step)),
    })
}

fn strips_view(compared: &Compared, lanes: [Lane; 2]) -> AnyView {
    let words = &words().strips;
    let relation = compared.relation();
    let empty = Days::default();
    let days = lanes.each_ref().map(|lane| lane.days.as_ref().unwrap_or(&empty));
    let strips = lay_out(days);
    let gain = gain(&lanes, relation);
    let saved = [false, lanes_saved(&lanes, relation)];
    let reported_only = lanes.iter().any(|lane| lane.limit.is_some());
    let label = (words.picture)(&lanes[0].label, &lanes[1].label);
    let heads = [lane_head(&lanes[0]), lane_head(&lanes[1])];
    let pictures = [lane_picture(&strips, 0, saved[0]), lane_picture(&strips, 1, saved[1])];
    let in_words = Which::BOTH.into_iter().zip(&lanes);
    let in_words = in_words.map(|(which, lane)| lane_in_words(compared.half(which), lane));
    let in_words = in_words.collect_view();
    let [first_head, second_head] = heads;
    let [first_picture, second_picture] = pictures;
    view! {
        <section class="section" aria-labelledby="strips-title">
            <h2 class="section__title" id="strips-title">{words.title}</h2>
            <div class="strips" role="group" aria-label=label>
                <div class=width_class(strips.slots) tabindex="0" role="group" aria-labelledby="strips-title">
                    {first_head}
                    {first_picture}
                    {second_head}
                    {second_picture}
                </div>
            </div>
            {gain.map(|(class, text)| view! { <p class=class>{text}</p> })}
            <p class="section__note">{if reported_only { words.reported_note } else { words.note }}</p>
            {(!reported_only).then(legend)}
            <details class="strips__words">
                <summary>{words.in_words}</summary>
                {in_words}
            </details>
        </section>
    }
    .into_any()
}

fn legend() -> AnyView {
    let words = &words().strips;
    view! {
        <ul class="strips__legend">
            <li>
                <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
                    <circle class="strip__visit" r="9"/>
                </svg>
                {words.legend_visit}
            </li>
            <li>
                <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
                    <path class="strip__home" d="M0-8L8 0L0 8L-8 0z"/>
                </svg>
                {words.legend_home}
            </li>
            <li>
                <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
                    <rect class="strip__wait" x="-9" y="-9" width="18" height="18"/>
                </svg>
                {words.legend_wait}
            </li>
        </ul>
    }
    .into_any()
}

/// How much earlier or later the second is done; between two ways nobody is early.
fn gain(lanes: &[Lane; 2], relation: Relation) -> Option<(&'static str, String)> {
    let words = &words().strips;
    let [Ok(first), Ok(second)] = lanes.each_ref().map(|lane| lane.days.as_ref()) else { return None };
    let (first, second) = (first.last_day(), second.last_day());
    if relation != Relation::BeforeAfter || first == second {
        return None;
    }
    Some(if second < first {
        ("strips__gain change change--less", (words.earlier)(first - second))
    } else {
        ("strips__gain change change--more", (words.later)(second - first))
    })
}

fn lanes_saved(lanes: &[Lane; 2], relation: Relation) -> bool {
    let [Ok(first), Ok(second)] = lanes.each_ref().map(|lane| lane.days.as_ref()) else { return false };
    relation == Relation::BeforeAfter && second.last_day() < first.last_day()
}

fn lane_head(lane: &Lane) -> AnyView {
    let words = &words().strips;
    let told = match (&lane.limit, &lane.days) {
        (Some(limit), _) => limit.clone(),
        (None, Ok(days)) => (words.ready_after)(days.last_day()),
        (None, Err(why)) => why.clone(),
    };
    let label = lane.days.is_ok().then(|| view! { <strong>{lane.label.clone()}</strong> });
    view! {
        <p class="strips__head">
            {label}
            <span>{told}</span>
            {lane.days.is_ok().then(|| view! { <EvidenceMark kind=lane.evidence/> })}
        </p>
    }
    .into_any()
}

/// Half the height of a strip, in px.
const MIDDLE: u32 = 18;

fn lane_picture(strips: &Strips, lane: usize, saved: bool) -> AnyView {
    let marks = &strips.lanes[lane];
    let Some((first, _)) = marks.first() else { return ().into_any() };
    // In half slots, as hundredths of a percent of the whole.
    let at = |halves: u32| {
        let part = halves * 5_000 / strips.slots;
        format!("{}.{:02}%", part / 100, part % 100)
    };
    let middle = |slot: u32| at(2 * slot + 1);
    let drawn = marks.iter().enumerate().map(|(i, (slot, mark))| match mark {
        Mark::Wait(count) => {
            let width = wait_width(marks, i);
            view! {
                <rect class="strip__wait" x=at(2 * slot) y="5" width=at(2 * width) height="26"/>
                <text class="strip__count" x=at(2 * slot + width) y=MIDDLE + 5>{*count}</text>
            }
            .into_any()
        }
        Mark::Visit(number, ..) => view! {
            <circle class="strip__visit" cx=middle(*slot) cy=MIDDLE r="9.5"/>
            <text class="strip__number" x=middle(*slot) y=MIDDLE + 5>{*number}</text>
        }
        .into_any(),
        Mark::Remote(_) => view! {
            <svg x=middle(*slot) y=MIDDLE overflow="visible">
                <path class="strip__home" d="M0-9L9 0L0 9L-9 0z"/>
            </svg>
        }
        .into_any(),
    });
    let drawn = drawn.collect_view();
    let last = strips.ends[lane];
    let longest = strips.ends[0].max(strips.ends[1]);
    let class = if saved { "strip strip--saved" } else { "strip" };
    view! {
        <svg class=class width="100%" height=2 * MIDDLE aria-hidden="true">
            <line class="strip__thread" x1=middle(*first) x2=middle(last - 1) y1=MIDDLE y2=MIDDLE/>
            {(last < longest).then(|| view! {
                <line class="strip__spare" x1=at(2 * last) x2=at(2 * longest) y1=MIDDLE y2=MIDDLE/>
            })}
            {drawn}
        </svg>
    }
    .into_any()
}

/// The same strip as a list.
fn lane_in_words(half: &Half, lane: &Lane) -> AnyView {
    let words = words();
    let entries = match &lane.days {
        Err(why) => view! { <p>{why.clone()}</p> }.into_any(),
        Ok(days) => {
            let entries = days.by_day().filter_map(|(day, marks)| {
                let told: Vec<String> = marks
                    .iter()
                    .filter_map(|mark| mark_in_words(half, days, day, mark))
                    .collect();
                (!told.is_empty()).then(|| {
                    view! { <li><strong>{(words.strips.on_day)(day)}</strong> " " {told.join(words.strips.then)}</li> }
                })
            });
            view! { <ul class="strips__list">{entries.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <h3 class="strips__version">{lane.label.clone()}</h3>
        {entries}
    }
    .into_any()
}

fn mark_in_words(half: &Half, days: &Days, day: u32, mark: &Mark) -> Option<String> {
    let words = words();
    let steps = |keys: &[domain::StepKey]| (words.names.list)(&half.step_names(keys));
    match mark {
        Mark::Visit(number, place, keys) => {
            let way = (words.strips.goes_to)(*number, half.place_name(place));
            Some((words.strips.doing)(&way, &steps(keys)))
        }
        Mark::Remote(keys) => Some((words.strips.doing)(words.strips.at_home, &steps(keys))),
        // A stretch of waiting is told once, on its last day.
        Mark::Wait(count) => {
            let goes_on = days.by_day().any(|(later, marks)| {
                later == day + 1 && marks.iter().any(|mark| *mark == Mark::Wait(count + 1))
            });
            (!goes_on).then(|| (words.strips.waits)(*count))
        }
    }
}
