//! What a public service's process is, and how it is measured, compared and dated.
//!
//! Pure: no input or output, no clock, no network, and no display language but the standard's names of
//! things, which [`terms`] alone holds. The same code runs on the server, at the command line and in
//! the browser. Everything starts from a [`Service`], which only [`Service::parse`] (or serde through
//! the same door) can make, and which never contradicts itself.
//!
//! Reading order: [`service`] for the nouns, [`walk`] for which steps one applicant takes,
//! [`visits`] and [`measure`](mod@measure) for the numbers, [`changes`] and [`compare`](mod@compare) for
//! two versions beside each other, [`align`] for how their steps find each other,
//! [`waterfall`] for which change saved what, [`findings`] for what a reader would point at, [`table`] and
//! [`chances`] for all services at once, [`experiment`] for what a version might be, [`schedule`],
//! [`calendar`] and [`timeline`](mod@timeline) for time.
//!
//! # From a file to the change that saved a trip
//!
//! A service is one JSON document. Here somebody applies at a hall, the office takes three working days,
//! and the permit is fetched in person. Then the office learns to decide while one waits, and asks for an
//! account to be opened online first. Whatever contradicts itself is refused by [`Service::parse`], which
//! says where.
//!
//! ```
//! use domain::{Answers, Cause, ChangeKind, Direction, MeasureKind, Part, Relation, Value};
//!
//! let service = domain::Service::parse(r#"{
//!   "format": 1, "id": "stall", "name": "摆摊备案", "area": "度假区", "summary": "在街边摆摊前的备案。",
//!   "places": [{"key": "hall", "name": "政务服务中心", "windows": [{"key": "one", "name": "综合窗口"}]}],
//!   "versions": [
//!     {"id": "before", "label": "原先", "in_force": {"state": "ended"}, "editorial": "published",
//!      "steps": [
//!        {"key": "apply", "name": "提交申请", "actor": "applicant", "side": "external",
//!         "channel": "counter", "place": "hall", "window": "one", "wait": "none",
//!         "evidence": {"kind": "self_reported", "by": "区政务服务中心"}},
//!        {"key": "decide", "name": "审批", "actor": "department", "side": "internal",
//!         "channel": "automatic", "after": ["apply"], "wait": {"min": 3, "unit": "working_day"},
//!         "evidence": {"kind": "self_reported", "by": "区政务服务中心"}},
//!        {"key": "fetch", "name": "领备案证", "actor": "applicant", "side": "external",
//!         "channel": "counter", "place": "hall", "window": "one", "after": ["decide"], "wait": "none",
//!         "evidence": {"kind": "self_reported", "by": "区政务服务中心"}}]},
//!     {"id": "while-you-wait", "label": "立等可取", "derived_from": "before",
//!      "in_force": {"state": "in_force"}, "editorial": "published",
//!      "steps": [
//!        {"key": "register", "name": "网上注册", "actor": "applicant", "side": "external",
//!         "channel": "online", "wait": "none",
//!         "evidence": {"kind": "self_reported", "by": "区政务服务中心"}},
//!        {"key": "apply", "name": "提交申请", "actor": "applicant", "side": "external",
//!         "channel": "counter", "place": "hall", "window": "one", "after": ["register"], "wait": "none",
//!         "evidence": {"kind": "self_reported", "by": "区政务服务中心"}},
//!        {"key": "decide", "name": "审批", "actor": "department", "side": "internal",
//!         "channel": "automatic", "after": ["apply"], "wait": {"min": 20, "unit": "minute"},
//!         "evidence": {"kind": "self_reported", "by": "区政务服务中心"}},
//!        {"key": "fetch", "name": "领备案证", "actor": "applicant", "side": "external",
//!         "channel": "counter", "place": "hall", "window": "one", "after": ["decide"], "wait": "none",
//!         "evidence": {"kind": "self_reported", "by": "区政务服务中心"}}]}]
//! }"#)?;
//!
//! // A measure is a value with its evidence and with the parts that make it up: these two visits.
//! let (before, after) = service.default_pair().expect("it has two versions");
//! let measures = domain::measure(&service, before, &Answers::new());
//! let visits = measures.iter().find(|measured| measured.kind == MeasureKind::Visits).expect("all kinds");
//! assert_eq!(visits.value, Value::Count { min: 2, max: 2 });
//! assert!(matches!(&visits.parts[1], Part::Visit { number: 2, place, .. } if place.as_str() == "hall"));
//!
//! // What nobody has told is unknown, and says why: no step states how long it takes the applicant.
//! let burden = measures.iter().find(|measured| measured.kind == MeasureKind::Burden).expect("all kinds");
//! assert!(matches!(burden.value, Value::Unknown { .. }));
//!
//! // The second version was made from the first, so there is a before, an after, and a rate.
//! let comparison = domain::compare(&service, before, after, &Answers::new());
//! assert_eq!(comparison.relation, Relation::BeforeAfter);
//! let visits = comparison.measures.iter().find(|change| change.first.kind == MeasureKind::Visits);
//! let difference = visits.and_then(|visits| visits.difference).expect("both are known");
//! assert_eq!((difference.min, difference.max, difference.direction), (-1, -1, Direction::Less));
//! assert_eq!(difference.reduction_permille, Some(500));
//!
//! // Each step of either version is in one group, with the kinds of what became of it.
//! let kinds: Vec<&[ChangeKind]> = comparison.steps.iter().map(|group| group.kinds.as_slice()).collect();
//! assert_eq!(kinds, [[ChangeKind::Added], [ChangeKind::Kept], [ChangeKind::Shortened], [ChangeKind::Kept]]);
//!
//! // Which of them saved the visit? Nothing about fetching changed: it no longer takes another day.
//! let saved = comparison.waterfall(MeasureKind::Visits).expect("it has a difference");
//! assert_eq!((saved.rows[0].cause, saved.rows[0].amount), (Cause::Change(2), -1));
//! assert_eq!(saved.rows[0].with, [3], "fetching had a share: it is what one came again for");
//!
//! // What it cost is told by the same rule, and the rows always sum up to the difference.
//! let steps = comparison.waterfall(MeasureKind::ApplicantSteps).expect("it has a difference");
//! assert_eq!((steps.rows[0].cause, steps.rows[0].amount), (Cause::Change(0), 1));
//! assert_eq!(steps.total, steps.rows.iter().map(|row| row.amount).sum::<i64>());
//! # Ok::<(), domain::ParseError>(())
//! ```

#![warn(clippy::missing_errors_doc)]

pub mod action;
pub mod align;
pub mod bundling;
pub mod calendar;
mod calendar_years;
pub mod chances;
pub mod changes;
pub mod checklist;
pub mod compare;
pub mod day;
mod error;
pub mod evidence;
pub mod experiment;
pub mod findings;
pub mod key;
pub mod material;
pub mod measure;
pub mod office_hours;
pub mod reported;
pub mod run;
pub mod schedule;
pub mod search;
pub mod service;
pub mod span;
pub mod step;
pub mod table;
pub mod terms;
pub mod timeline;
mod validate;
pub mod visits;
pub mod walk;
pub mod waterfall;

pub use action::Action;
pub use changes::{ChangeKind, Field, Reason, StepGroup, Weight};
pub use checklist::{Checklist, NoChecklist, checklist, checklist_on};
pub use compare::{
    Comparison, Difference, Direction, MeasureChange, RangeChange, Relation, ReportedChange, compare,
    compare_over_all,
};
pub use error::ParseError;
pub use evidence::{Evidence, EvidenceKind, Source};
pub use experiment::{Edit, Experiment};
pub use findings::{Finding, FindingKind, Suggestion};
/// A day of the calendar, wherever this crate takes or gives one.
pub use jiff::civil::Date;
pub use key::{KeyError, PlaceKey, RunId, ServiceId, StepKey, VersionId};
pub use measure::{
    DeclaredVisits, MeasureKind, Measured, Met, Part, Share, Standard, Value, WhyUnknown,
    declared_visits_differ, measure, measure_over_all, yearly_burden_hours,
};
pub use office_hours::OfficeHours;
pub use run::{Problem, ProblemCategory, ProblemState, Run};
pub use service::{Answers, Service, Version};
pub use span::{Span, TimeUnit};
pub use step::Step;
pub use timeline::{Timeline, TimelineError, timeline};
pub use waterfall::{Booking, Cause, NoWaterfall, Waterfall};
