//! The measures, each with what makes it up.
//!
//! | measure | rule |
//! |---|---|
//! | 申请人环节 | external, mandatory steps on the walk |
//! | 后台环节 | internal steps on the walk, counted apart |
//! | 地 | distinct places the applicant must enter |
//! | 窗 | distinct (place, window) pairs the applicant must face; a kiosk is a window |
//! | 次 | see [`crate::visits`] |
//! | 材料 | distinct documents the applicant supplies; a waived one counts no more |
//! | 材料提交份次 | every handing-in of one of them; one paper at three windows is three |
//! | 免交 share | distinct waived documents of all distinct documents asked for |
//! | 法定 / 承诺 / 实测时限 | as stated |
//! | 推算时限 | longest chain of waits from 受理 to 办结 |
//! | 全程 | longest chain of own time and waits from first contact to output in hand |
//! | 负担 | minutes: prepare, queue and counter of external steps, travel of visits |
//! | 费用 | yuan: the fees that the steps of the walk state |
//!
//! They are measures of this product, not the national 受理/审查/决定. What is unknown stays
//! unknown: it is never zero, and it says why.

mod burden;
mod counts;
mod over_all;
mod standard;
mod times;

use serde::{Deserialize, Serialize};

use crate::evidence::{Evidence, EvidenceKind};
use crate::key::*;
use crate::reported::Limit;
use crate::service::{Answers, Service, Version};
use crate::span::{Span, TimeUnit};
use crate::step::{Fee, Side, Step};
use crate::walk::{Walk, easiest_walk};

pub use burden::yearly_burden_hours;
pub(crate) use over_all::around;
pub use over_all::measure_over_all;
pub(crate) use standard::declared_beside;
pub use standard::{DeclaredVisits, Met, Standard, declared_visits_differ};

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
    /// 材料提交份次, in handings-in.
    Submissions,
    /// 免交 share: waived documents of all documents asked for.
    WaivedShare,
    /// 全程, from the first contact to the output in hand.
    WholeTime,
    /// 实测时限: the median of cases, as stated.
    MeasuredLimit,
    /// 负担, in minutes of the applicant.
    Burden,
    /// 费用, in yuan.
    Fees,
}

impl MeasureKind {
    /// All, in the order in which they are told.
    pub const ALL: [MeasureKind; 15] = [
        MeasureKind::Places,
        MeasureKind::Windows,
        MeasureKind::Visits,
        MeasureKind::ApplicantSteps,
        MeasureKind::BackOfficeSteps,
        MeasureKind::Documents,
        MeasureKind::LegalLimit,
        MeasureKind::PromisedLimit,
        MeasureKind::ComputedLimit,
        MeasureKind::Submissions,
        MeasureKind::WaivedShare,
        MeasureKind::WholeTime,
        MeasureKind::MeasuredLimit,
        MeasureKind::Burden,
        MeasureKind::Fees,
    ];

    /// Whether it is told in a unit of time.
    pub fn is_time(self) -> bool {
        match self {
            MeasureKind::LegalLimit
            | MeasureKind::PromisedLimit
            | MeasureKind::ComputedLimit
            | MeasureKind::WholeTime
            | MeasureKind::MeasuredLimit
            | MeasureKind::Burden => true,
            MeasureKind::Places
            | MeasureKind::Windows
            | MeasureKind::Visits
            | MeasureKind::ApplicantSteps
            | MeasureKind::BackOfficeSteps
            | MeasureKind::Documents
            | MeasureKind::Submissions
            | MeasureKind::WaivedShare
            | MeasureKind::Fees => false,
        }
    }
}

/// So many of so many; `part` is at most `whole`, and `whole` is at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Share {
    /// How many documents it is true of.
    pub part: u32,
    /// Of how many documents, at least 1.
    pub whole: u32,
}

impl Share {
    /// Whether it is the lesser part of its whole: 1 of 3 is less than 1 of 2.
    pub fn is_less_than(self, other: Share) -> bool {
        u64::from(self.part) * u64::from(other.whole) < u64::from(other.part) * u64::from(self.whole)
    }
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
    /// Such a part of a whole.
    Share {
        /// The least.
        least: Share,
        /// The most; equal to `least` on one walk.
        most: Share,
    },
    /// So much money, in whole yuan.
    Money {
        /// The least.
        min_yuan: u32,
        /// The most.
        max_yuan: u32,
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

    /// The least and the most in the value's own unit, where it is known and a number of its own.
    /// A share is none: what 3 of 5 and 3 of 10 have in common is no size.
    pub fn range(&self) -> Option<(u32, u32)> {
        match self {
            Value::Unknown { .. } | Value::Share { .. } => None,
            Value::Count { min, max } => Some((*min, *max)),
            Value::Time { span } => Some((span.min(), span.max())),
            Value::Money { min_yuan, max_yuan } => Some((*min_yuan, *max_yuan)),
        }
    }

    /// The unit of time; `None` for what is no time. No time at all is of any unit.
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
    /// How long this step takes the applicant is not stated: preparing, the queue or the counter.
    UnknownOwnTime(StepKey),
    /// How long this step takes the applicant is stated in days, which are no number of minutes.
    OwnTimeInDays(StepKey),
    /// The way to this place and back is not stated, or stated in days.
    UnknownTravel(PlaceKey),
    /// No document is asked for, so there is nothing to have a share of.
    NoDocuments,
    /// It would add working days to natural days.
    MixedDays,
    /// The process is beyond the bounds of what is searched or added up.
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
    /// A document that is asked for and waived, with the steps that ask for it.
    Waived {
        /// Which.
        material: MaterialKey,
        /// Where it would be handed in.
        steps: Vec<StepKey>,
    },
    /// A document handed in at a step.
    Submission {
        /// Which.
        material: MaterialKey,
        /// Where.
        step: StepKey,
    },
    /// The applicant's own time at a step: preparing, queue and counter together.
    OwnTime {
        /// Which step.
        step: StepKey,
        /// How long.
        time: Span,
    },
    /// The way there and back of a visit.
    Travel {
        /// Which visit, from 1.
        number: u32,
        /// Where to.
        place: PlaceKey,
        /// How long.
        time: Span,
    },
    /// A fee that a step states.
    Fee {
        /// Which step.
        step: StepKey,
        /// How much.
        fee: Fee,
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
    /// What makes it up: for a count, exactly as many as the value (its most, for a range); for a
    /// share, as many as the whole; for times and money, what adds up to the most.
    pub parts: Vec<Part>,
}

/// Takes every measure of a version for the given answers, on its easiest walk.
pub fn measure(service: &Service, version: &Version, answers: &Answers) -> Vec<Measured> {
    on_walk(service, version, easiest_walk(service, version, answers).ok().as_ref())
}

/// Takes every measure of a version on this walk of it; `None` where there were too many to look at.
pub fn on_walk(service: &Service, version: &Version, walk: Option<&Walk<'_>>) -> Vec<Measured> {
    MeasureKind::ALL.into_iter().map(|kind| take(kind, service, version, walk)).collect()
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
        MeasureKind::MeasuredLimit => return stated(&version.measured_limit),
        _ if version.steps.is_empty() => return unknown(kind, WhyUnknown::NoSteps),
        _ => {}
    }
    let Some(walk) = walk else {
        return unknown(kind, WhyUnknown::TooLarge);
    };
    match kind {
        MeasureKind::ApplicantSteps => counts::steps_on(kind, walk, Side::External),
        MeasureKind::BackOfficeSteps => counts::steps_on(kind, walk, Side::Internal),
        MeasureKind::Places => counts::places(walk),
        MeasureKind::Windows => counts::windows(walk),
        MeasureKind::Visits => counts::visit_count(walk),
        MeasureKind::Documents => counts::documents(walk),
        MeasureKind::Submissions => counts::submissions(walk),
        MeasureKind::WaivedShare => counts::waived_share(walk),
        MeasureKind::ComputedLimit => times::computed_limit(walk),
        MeasureKind::WholeTime => times::whole_time(walk),
        MeasureKind::Burden => burden::burden(walk),
        MeasureKind::Fees => burden::fees(walk),
        MeasureKind::LegalLimit | MeasureKind::PromisedLimit | MeasureKind::MeasuredLimit => {
            unknown(kind, WhyUnknown::NotStated)
        }
    }
}

fn unknown(kind: MeasureKind, why: WhyUnknown) -> Measured {
    Measured { kind, value: Value::Unknown { why }, evidence: None, parts: Vec::new() }
}

/// A count of ours is 推算 at best, and as weak as the weakest step that it was counted on.
fn counted_on<'a>(steps: impl IntoIterator<Item = &'a Step>) -> Option<EvidenceKind> {
    EvidenceKind::weakest(steps.into_iter().map(|step| step.evidence.kind()).chain([EvidenceKind::Computed]))
}
