//! The measures 申请人环节 地 窗 次 材料 时限, each with what makes it up.
//!
//! | measure | rule |
//! |---|---|
//! | 申请人环节 | external, mandatory steps on the walk |
//! | 后台环节 | internal steps on the walk, counted apart |
//! | 地 | distinct places the applicant must enter |
//! | 窗 | distinct (place, window) pairs the applicant must face; a kiosk is a window |
//! | 次 | see [`crate::visits`] |
//! | 材料 | distinct documents the applicant supplies; a waived one counts no more |
//! | 法定 / 承诺时限 | as stated |
//! | 推算时限 | longest chain of waits from 受理 to 办结 |
//!
//! They are measures of this product, not the national 受理/审查/决定. What is unknown stays
//! unknown: it is never zero, and it says why.

use serde::{Deserialize, Serialize};

use crate::evidence::{Evidence, EvidenceKind};
use crate::key::*;
use crate::reported::Limit;
use crate::service::{Answers, Service, Version};
use crate::span::{Span, TimeUnit};
use crate::step::{Side, Step};
use crate::visits;
use crate::walk::{Walk, easiest_walk};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    /// 地, in places.
    Places,
    /// 窗, in windows.
    Windows,
    /// 次, in visits.
    Visits,
    /// 申请人环节, in steps.
    ApplicantSteps,
    /// 后台环节, in steps.
    BackOfficeSteps,
    /// 材料, in documents.
    Documents,
    /// 法定办结时限, as stated.
    LegalLimit,
    /// 承诺办结时限, as stated.
    PromisedLimit,
    /// 推算时限, from 受理 to 办结.
    ComputedLimit,
}

impl MeasureKind {
    /// All, in the order in which they are told.
    pub const ALL: [MeasureKind; 9] = [
        MeasureKind::Places,
        MeasureKind::Windows,
        MeasureKind::Visits,
        MeasureKind::ApplicantSteps,
        MeasureKind::BackOfficeSteps,
        MeasureKind::Documents,
        MeasureKind::LegalLimit,
        MeasureKind::PromisedLimit,
        MeasureKind::ComputedLimit,
    ];
}

/// A value that may be exact, a range, or unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Value {
    /// Nobody knows, and why.
    Unknown {
        /// Why not.
        why: WhyUnknown,
    },
    /// So many, from `min` to `max`.
    Count {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// So long.
    Time {
        /// From the least to the most, in one unit.
        span: Span,
    },
}

impl Value {
    fn exactly(n: usize) -> Value {
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        Value::Count { min: n, max: n }
    }

    /// Whether it is known.
    pub fn is_known(&self) -> bool {
        !matches!(self, Value::Unknown { .. })
    }

    /// The least and the most in the value's own unit, where it is known.
    pub fn range(&self) -> Option<(u32, u32)> {
        match self {
            Value::Unknown { .. } => None,
            Value::Count { min, max } => Some((*min, *max)),
            Value::Time { span } => Some((span.min(), span.max())),
        }
    }

    /// The unit of time; `None` for counts. No time at all is of any unit.
    pub fn time_unit(&self) -> Option<TimeUnit> {
        match self {
            Value::Time { span } => Some(span.unit()),
            _ => None,
        }
    }
}

/// Why a value is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WhyUnknown {
    /// The steps of the version were not told.
    NoSteps,
    /// Nobody stated it.
    NotStated,
    /// The version does not say where 受理 or 办结 is.
    NoSpan,
    /// The wait of this step is not known.
    UnknownWait(StepKey),
    /// It would add working days to natural days.
    MixedDays,
    /// The process is beyond the bounds of the search.
    TooLarge,
}

/// One thing that makes up a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "part")]
pub enum Part {
    /// A step that counts.
    Step {
        /// Which.
        step: StepKey,
    },
    /// A place, with the steps for which one enters it.
    Place {
        /// Which.
        place: PlaceKey,
        /// The steps there.
        steps: Vec<StepKey>,
    },
    /// A window, with the steps for which one faces it.
    Window {
        /// The place it is at.
        place: PlaceKey,
        /// Which.
        window: WindowKey,
        /// The steps there.
        steps: Vec<StepKey>,
    },
    /// A visit, with the steps taken on it.
    Visit {
        /// Which visit, from 1.
        number: u32,
        /// Where to.
        place: PlaceKey,
        /// The steps, in order.
        steps: Vec<StepKey>,
    },
    /// A document the applicant supplies, with the steps at which it is handed in.
    Document {
        /// Which.
        material: MaterialKey,
        /// Where it is handed in; more than one is the same paper handed in again.
        steps: Vec<StepKey>,
    },
    /// A wait on the longest chain.
    Wait {
        /// Of which step.
        step: StepKey,
        /// How long.
        time: Span,
    },
    /// A limit as somebody states it.
    Stated {
        /// How long.
        time: Span,
        /// Who says so.
        evidence: Evidence,
    },
}

/// A measure taken of one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measured {
    /// What was measured.
    pub kind: MeasureKind,
    /// What came out.
    pub value: Value,
    /// The weakest evidence of the parts; `None` where there is no part to have any.
    pub evidence: Option<EvidenceKind>,
    /// What makes it up: for a count, exactly as many as the value (its most, for a range).
    pub parts: Vec<Part>,
}

/// Takes every measure of a version for the given answers, on its easiest walk.
pub fn measure(service: &Service, version: &Version, answers: &Answers) -> Vec<Measured> {
    let walk = easiest_walk(service, version, answers).ok();
    MeasureKind::ALL.into_iter().map(|kind| take(kind, service, version, walk.as_ref())).collect()
}

fn take(kind: MeasureKind, service: &Service, version: &Version, walk: Option<&Walk<'_>>) -> Measured {
    let stated = |limit: &Option<Limit>| match limit {
        Some(limit) => Measured {
            kind,
            value: Value::Time { span: limit.time },
            evidence: Some(limit.evidence.kind()),
            parts: vec![Part::Stated { time: limit.time, evidence: limit.evidence.clone() }],
        },
        None => unknown(kind, WhyUnknown::NotStated),
    };
    match kind {
        MeasureKind::LegalLimit => return stated(&service.legal_limit),
        MeasureKind::PromisedLimit => return stated(&version.promised_limit),
        _ if version.steps.is_empty() => return unknown(kind, WhyUnknown::NoSteps),
        _ => {}
    }
    let Some(walk) = walk else {
        return unknown(kind, WhyUnknown::TooLarge);
    };
    match kind {
        MeasureKind::ApplicantSteps => steps_on(kind, walk, Side::External),
        MeasureKind::BackOfficeSteps => steps_on(kind, walk, Side::Internal),
        MeasureKind::Places => places(walk),
        MeasureKind::Windows => windows(walk),
        MeasureKind::Visits => visit_count(walk),
        MeasureKind::Documents => documents(walk),
        MeasureKind::ComputedLimit => computed_limit(walk),
        MeasureKind::LegalLimit | MeasureKind::PromisedLimit => unknown(kind, WhyUnknown::NotStated),
    }
}

fn unknown(kind: MeasureKind, why: WhyUnknown) -> Measured {
    Measured { kind, value: Value::Unknown { why }, evidence: None, parts: Vec::new() }
}

/// A count of ours is 推算 at best, and as weak as the weakest step that it was counted on.
fn counted_on<'a>(steps: impl IntoIterator<Item = &'a Step>) -> Option<EvidenceKind> {
    EvidenceKind::weakest(steps.into_iter().map(|step| step.evidence.kind()).chain([EvidenceKind::Computed]))
}

fn counted(kind: MeasureKind, walk: &Walk<'_>, parts: Vec<Part>) -> Measured {
    Measured {
        kind,
        value: Value::exactly(parts.len()),
        // Zero is a statement about all steps, so all of them carry it.
        evidence: counted_on(walk.steps.iter().copied()),
        parts,
    }
}

fn steps_on(kind: MeasureKind, walk: &Walk<'_>, side: Side) -> Measured {
    let on_side = walk.steps.iter().filter(|step| step.side == side);
    let parts = on_side.map(|step| Part::Step { step: step.key.clone() });
    counted(kind, walk, parts.collect())
}

fn places(walk: &Walk<'_>) -> Measured {
    let mut places: Vec<(PlaceKey, Vec<StepKey>)> = Vec::new();
    for step in walk.steps.iter().filter(|step| step.on_site()) {
        if let Some(place) = &step.place {
            gather(&mut places, place.clone(), &step.key);
        }
    }
    let parts = places.into_iter().map(|(place, steps)| Part::Place { place, steps });
    counted(MeasureKind::Places, walk, parts.collect())
}

fn windows(walk: &Walk<'_>) -> Measured {
    let mut windows: Vec<((PlaceKey, WindowKey), Vec<StepKey>)> = Vec::new();
    for step in walk.steps.iter().filter(|step| step.on_site()) {
        if let (Some(place), Some(window)) = (&step.place, &step.window) {
            gather(&mut windows, (place.clone(), window.clone()), &step.key);
        }
    }
    let parts = windows.into_iter().map(|((place, window), steps)| Part::Window { place, window, steps });
    counted(MeasureKind::Windows, walk, parts.collect())
}

/// Adds a step to its group, keeping the order in which groups first came up.
fn gather<K: PartialEq>(groups: &mut Vec<(K, Vec<StepKey>)>, group: K, step: &StepKey) {
    match groups.iter_mut().find(|(key, _)| *key == group) {
        Some((_, steps)) => steps.push(step.clone()),
        None => groups.push((group, vec![step.clone()])),
    }
}

fn visit_count(walk: &Walk<'_>) -> Measured {
    let Some(visits) = visits::fewest(walk) else {
        return unknown(MeasureKind::Visits, WhyUnknown::TooLarge);
    };
    let parts = visits.plan.into_iter().zip(1..).map(|(visit, number)| Part::Visit {
        number,
        place: visit.place,
        steps: visit.steps,
    });
    Measured {
        value: Value::Count { min: visits.min, max: visits.max },
        ..counted(MeasureKind::Visits, walk, parts.collect())
    }
}

fn documents(walk: &Walk<'_>) -> Measured {
    let mut papers: Vec<(MaterialKey, Vec<StepKey>)> = Vec::new();
    for step in &walk.steps {
        for key in &step.materials {
            if let Some(material) = walk.version.material(key)
                && material.provision.is_supplied()
            {
                gather(&mut papers, walk.version.paper(material), &step.key);
            }
        }
    }
    let parts = papers.into_iter().map(|(material, steps)| Part::Document { material, steps });
    counted(MeasureKind::Documents, walk, parts.collect())
}

/// From the end of the step of 受理 to the end of the step of 办结, along the longest chain. Time of
/// the applicant's own (preparing, queueing, the counter) does not count; minutes and hours do not
/// fill a day, and count only where no wait is in days.
fn computed_limit(walk: &Walk<'_>) -> Measured {
    let kind = MeasureKind::ComputedLimit;
    let position = |key: &Option<StepKey>| {
        let key = key.as_ref()?;
        walk.steps.iter().position(|step| step.key == *key)
    };
    let (Some(accepted), Some(decided)) =
        (position(&walk.version.accepted_at), position(&walk.version.decided_at))
    else {
        return unknown(kind, WhyUnknown::NoSpan);
    };
    let between = between(walk, accepted, decided);
    if between.is_empty() {
        return unknown(kind, WhyUnknown::NoSpan);
    }
    let mut unit = TimeUnit::Minute;
    for i in &between {
        let step = walk.steps[*i];
        match step.wait {
            None => return unknown(kind, WhyUnknown::UnknownWait(step.key.clone())),
            Some(wait) if wait.in_days() => {
                if unit != TimeUnit::Minute && unit != wait.unit() {
                    return unknown(kind, WhyUnknown::MixedDays);
                }
                unit = wait.unit();
            }
            Some(_) => {}
        }
    }
    let (min, _) = longest_chain(walk, &between, |wait| in_unit(wait, unit).0);
    let (max, chain) = longest_chain(walk, &between, |wait| in_unit(wait, unit).1);
    let Ok(span) = Span::new(min, max, unit) else {
        return unknown(kind, WhyUnknown::TooLarge);
    };
    let waits = chain.iter().filter_map(|i| {
        let step = walk.steps[*i];
        let time = step.wait.filter(|wait| in_unit(wait, unit).1 > 0)?;
        Some(Part::Wait { step: step.key.clone(), time })
    });
    Measured {
        kind,
        value: Value::Time { span },
        evidence: counted_on(between.iter().map(|i| walk.steps[*i])),
        parts: waits.collect(),
    }
}

fn in_unit(wait: &Span, unit: TimeUnit) -> (u32, u32) {
    match wait.in_minutes() {
        Some(minutes) if unit == TimeUnit::Minute => minutes,
        Some(_) => (0, 0),
        None => (wait.min(), wait.max()),
    }
}

/// The steps on any way from `from` to `to`, both included, in order; empty where there is no way.
fn between(walk: &Walk<'_>, from: usize, to: usize) -> Vec<usize> {
    let mut reached = vec![false; walk.steps.len()];
    reached[from] = true;
    for i in from + 1..walk.steps.len() {
        reached[i] = walk.after[i].iter().any(|p| reached[*p]);
    }
    let mut leads = vec![false; walk.steps.len()];
    leads[to] = true;
    for i in (0..=to).rev() {
        if leads[i] {
            for p in &walk.after[i] {
                leads[*p] = true;
            }
        }
    }
    if !leads[from] {
        return Vec::new();
    }
    (from..=to).filter(|i| reached[*i] && leads[*i]).collect()
}

fn longest_chain(walk: &Walk<'_>, among: &[usize], length: impl Fn(&Span) -> u32) -> (u32, Vec<usize>) {
    let mut ends: Vec<(usize, u32, Vec<usize>)> = Vec::new();
    for i in among {
        let before = ends.iter().filter(|(p, ..)| walk.after[*i].contains(p)).max_by_key(|(_, end, _)| *end);
        let (begins, mut chain) = before.map(|(_, end, chain)| (*end, chain.clone())).unwrap_or_default();
        let wait = walk.steps[*i].wait.as_ref().map_or(0, &length);
        chain.push(*i);
        ends.push((*i, begins.saturating_add(wait), chain));
    }
    ends.pop().map(|(_, end, chain)| (end, chain)).unwrap_or_default()
}

/// Whether one part of 「一地一窗一次」 is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Met {
    /// At most one.
    Yes,
    /// More than one, or perhaps more than one.
    No,
    /// Unknown, which is not met.
    Unknown,
}

/// 达标: whether a version is 一地、一窗、一次.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standard {
    /// 一地
    pub one_place: Met,
    /// 一窗
    pub one_window: Met,
    /// 一次
    pub one_visit: Met,
    /// 不见面: no place, no window, no visit.
    pub faceless: bool,
}

impl Standard {
    /// Judges the measures of one version.
    pub fn of(measures: &[Measured]) -> Standard {
        let most = |kind| {
            let found = measures.iter().find(|m| m.kind == kind)?;
            Some(found.value.range()?.1)
        };
        let judge = |kind| match most(kind) {
            Some(0 | 1) => Met::Yes,
            Some(_) => Met::No,
            None => Met::Unknown,
        };
        let none = |kind| most(kind) == Some(0);
        Standard {
            one_place: judge(MeasureKind::Places),
            one_window: judge(MeasureKind::Windows),
            one_visit: judge(MeasureKind::Visits),
            faceless: none(MeasureKind::Places) && none(MeasureKind::Windows) && none(MeasureKind::Visits),
        }
    }

    /// Whether all three are met.
    pub fn is_met(&self) -> bool {
        [self.one_place, self.one_window, self.one_visit] == [Met::Yes; 3]
    }
}
