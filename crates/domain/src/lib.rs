//! What a public service's process is, and how it is measured, compared and dated.
//!
//! Pure: no input or output, no clock, no network, and no display language but the standard's names of
//! things, which [`terms`] alone holds. The same code runs on the server, at the command line and in
//! the browser. Everything starts from a [`Service`], which only [`Service::parse`] (or serde through
//! the same door) can make, and which never contradicts itself.
//!
//! Reading order: [`service`] for the nouns, [`walk`] for which steps one applicant takes,
//! [`visits`] and [`measure`] for the numbers, [`changes`] and [`compare`](mod@compare) for two
//! versions beside each other, [`align`] for how their steps find each other, [`findings`] for what a
//! reader would point at, [`table`] and [`chances`] for all services at once, [`experiment`] for what a
//! version might be, [`schedule`], [`calendar`] and [`timeline`](mod@timeline) for time.
//!
//! ```
//! use domain::{Answers, Difference, Direction, Relation, compare};
//! let service = domain::Service::parse(r#"{
//!   "format": 1, "id": "filing", "name": "投资项目备案", "area": "度假区", "summary": "备案。",
//!   "sources": [{"key": "report", "title": "报道", "publisher": "区政务服务中心"}],
//!   "versions": [
//!     {"id": "before", "label": "原先", "in_force": {"state": "ended"}, "editorial": "published"},
//!     {"id": "online", "label": "网上", "derived_from": "before",
//!      "in_force": {"state": "in_force"}, "editorial": "published"}],
//!   "reported": [{"key": "limit", "subject": "审批办结时限", "unit": "working_day",
//!     "before": {"value": 7, "version": "before"}, "after": {"value": 5, "version": "online"},
//!     "evidence": {"kind": "published", "source": "report", "quote": "由7个工作日压缩到5个工作日"}}]
//! }"#)?;
//! let (before, after) = service.default_pair().expect("it has two versions");
//! let comparison = compare(&service, before, after, &Answers::new());
//! assert_eq!(comparison.relation, Relation::BeforeAfter);
//! let difference = comparison.reported[0].difference.expect("both sides are reported");
//! assert_eq!(difference.direction, Direction::Less);
//! assert_eq!((difference.min, difference.reduction_permille), (-2, Some(286)));
//! # Ok::<(), domain::ParseError>(())
//! ```

pub mod action;
pub mod align;
pub mod bundling;
pub mod calendar;
mod calendar_years;
pub mod chances;
pub mod changes;
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
