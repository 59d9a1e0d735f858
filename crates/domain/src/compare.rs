//! The comparison of two versions of one service: what became of each step, of each measure and of
//! each reported figure.
//!
//! Only between a version and its descendant is there a 改前 and a 改后, something saved or lost, and
//! a rate. Between any other two there are 方式甲 and 方式乙, which stand beside each other.

mod over_all;

use serde::{Deserialize, Serialize};

use crate::align::papers::PaperGroup;
use crate::align::{Keys, Pin, PinError};
use crate::bundling;
use crate::changes::{self, Changes, StepGroup};
use crate::evidence::{Evidence, EvidenceKind};
use crate::key::*;
use crate::measure::{self, Measured, Standard, Value, WhyUnknown};
use crate::reported::{Reported, ToldChange, Unit};
use crate::service::{Answers, Service, Version};
use crate::span::TimeUnit;
use crate::walk::{Walk, easiest_walk};
use crate::waterfall::{self, Waterfall};

pub use over_all::{RangeChange, compare_over_all};

/// How the two versions of a comparison are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The second descends from the first: 改前 → 改后.
    BeforeAfter,
    /// The first descends from the second: 改后 → 改前, looked at backwards.
    AfterBefore,
    /// Neither descends from the other: 方式甲, 方式乙.
    TwoWays,
    /// One version beside itself.
    Same,
}

/// Which way a value went, read from the first version to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Less in the second.
    Less,
    /// The same in both.
    Same,
    /// More in the second.
    More,
    /// The ranges overlap, the units differ, or one of them is unknown.
    Unclear,
}

/// The difference of two values, second minus first, in their unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Difference {
    /// At least, below zero for less; in the unit of the values.
    pub min: i64,
    /// At most; equal to `min` where both values are exact.
    pub max: i64,
    /// Which way.
    pub direction: Direction,
    /// 压缩率: the reduction in tenths of a percent of the first value, rounded half up; negative
    /// for a rise. `None` where there is no baseline to reduce: between two ways, from zero, or in
    /// ranges.
    pub reduction_permille: Option<i64>,
}

impl Difference {
    /// The difference of two exact or ranged numbers of one unit.
    pub fn between(first: (u32, u32), second: (u32, u32), relation: Relation) -> Difference {
        let (first, second) =
            ((i64::from(first.0), i64::from(first.1)), (i64::from(second.0), i64::from(second.1)));
        let exact = first.0 == first.1 && second.0 == second.1;
        let direction = if second == first {
            Direction::Same
        } else if second.1 <= first.0 {
            Direction::Less
        } else if second.0 >= first.1 {
            Direction::More
        } else {
            Direction::Unclear
        };
        let has_baseline = relation == Relation::BeforeAfter && exact && first.0 > 0;
        Difference {
            min: second.0 - first.1,
            max: second.1 - first.0,
            direction,
            reduction_permille: has_baseline.then(|| permille(first.0 - second.0, first.0)),
        }
    }
}

/// `part / whole` in thousandths, rounded half up by size.
fn permille(part: i64, whole: i64) -> i64 {
    let rounded = (part.abs() * 2_000 + whole) / (2 * whole);
    rounded * part.signum()
}

/// A measure of both versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasureChange {
    /// Of the first version.
    pub first: Measured,
    /// Of the second version.
    pub second: Measured,
    /// Second minus first, where both are known in one unit.
    pub difference: Option<Difference>,
}

impl MeasureChange {
    /// The weakest evidence of both sides.
    pub fn evidence(&self) -> Option<EvidenceKind> {
        EvidenceKind::weakest([self.first.evidence, self.second.evidence].into_iter().flatten())
    }

    /// Whether at least one side is known.
    pub fn says_something(&self) -> bool {
        self.first.value.is_known() || self.second.value.is_known()
    }
}

/// A reported figure of both versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportedChange {
    /// What it is about.
    pub key: SubjectKey,
    /// In words, as reported of each side (of the first, where both say it).
    pub subject: String,
    /// The unit of both.
    pub unit: Option<Unit>,
    /// Of the first version, as reported, in that unit.
    pub first: Option<u32>,
    /// Of the second version, as reported, in that unit.
    pub second: Option<u32>,
    /// A change told as such, where the report speaks of these two versions.
    pub told: Option<ToldChange>,
    /// Second minus first, where both were reported.
    pub difference: Option<Difference>,
    /// The clauses that say so.
    pub evidence: Vec<Evidence>,
}

/// Two versions of one service beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// The service.
    pub service: ServiceId,
    /// The first version.
    pub first: VersionId,
    /// The second version.
    pub second: VersionId,
    /// How they are related.
    pub relation: Relation,
    /// Every measure, in the order of [`crate::measure::MeasureKind::ALL`].
    pub measures: Vec<MeasureChange>,
    /// Which changes make the difference of each measure that has one, in the same order.
    pub waterfalls: Vec<Waterfall>,
    /// Every reported figure of either version.
    pub reported: Vec<ReportedChange>,
    /// Every step of either version, each in exactly one group.
    pub steps: Vec<StepGroup>,
    /// Every paper of either version, each in exactly one group.
    pub papers: Vec<PaperGroup>,
    /// Whether the second version, which descends from the first, asks for fewer documents only
    /// because it asks for several under one name; see [`crate::bundling`].
    pub documents_fell_by_bundling: bool,
    /// 达标 of the first version.
    pub first_standard: Standard,
    /// 达标 of the second version.
    pub second_standard: Standard,
}

/// A version, with the service it is one of.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The service.
    pub service: &'a Service,
    /// One of its versions.
    pub version: &'a Version,
}

/// Compares two versions of one service for the given answers, each on its easiest walk.
pub fn compare(service: &Service, first: &Version, second: &Version, answers: &Answers) -> Comparison {
    let [first, second] = [first, second].map(|version| Side { service, version });
    let walks = Walks::easiest(first, second, answers);
    // Without pins there is none that could be wrong.
    let changes = walks.changes(Keys::Shared, &[]).unwrap_or_default();
    beside(first, second, &walks, changes)
}

/// Compares two versions, of one service or of two, for the given answers, each on its easiest walk.
/// Steps that `pins` name correspond as they say; everything else is found around them.
///
/// # Errors
///
/// [`PinError`] where a pin names a step that is not on its walk, or pins contradict each other.
pub fn compare_sides(
    first: Side<'_>,
    second: Side<'_>,
    answers: &Answers,
    pins: &[Pin],
) -> Result<Comparison, PinError> {
    compare_walks(first, second, &Walks::easiest(first, second, answers), pins)
}

/// The same on walks that were found before, so that who needs them as well finds them once.
///
/// # Errors
///
/// [`PinError`] where a pin cannot be obeyed.
pub fn compare_walks(
    first: Side<'_>,
    second: Side<'_>,
    walks: &Walks<'_>,
    pins: &[Pin],
) -> Result<Comparison, PinError> {
    // Two files about one service mean the same by a key; two services do not.
    let keys = if first.service.id == second.service.id { Keys::Shared } else { Keys::Foreign };
    let changes = walks.changes(keys, pins)?;
    Ok(beside(first, second, walks, changes))
}

/// The walks of two versions; none of a version that has too many to look at.
pub struct Walks<'a> {
    /// Of the first version.
    pub first: Option<Walk<'a>>,
    /// Of the second version.
    pub second: Option<Walk<'a>>,
}

impl<'a> Walks<'a> {
    fn easiest(first: Side<'a>, second: Side<'a>, answers: &Answers) -> Walks<'a> {
        let [first, second] =
            [first, second].map(|side| easiest_walk(side.service, side.version, answers).ok());
        Walks { first, second }
    }

    fn both(&self) -> Option<[&Walk<'a>; 2]> {
        Some([self.first.as_ref()?, self.second.as_ref()?])
    }

    fn changes(&self, keys: Keys, pins: &[Pin]) -> Result<Changes, PinError> {
        match self.both() {
            Some([first, second]) => changes::between(first, second, keys, pins),
            None => Ok(Changes::default()),
        }
    }
}

fn beside(first: Side<'_>, second: Side<'_>, walks: &Walks<'_>, changes: Changes) -> Comparison {
    let relation = relation_of(first, second);
    let first_measures = measure::on_walk(first.service, first.version, walks.first.as_ref());
    let second_measures = measure::on_walk(second.service, second.version, walks.second.as_ref());
    let (first_standard, second_standard) = (Standard::of(&first_measures), Standard::of(&second_measures));
    let measures = first_measures.into_iter().zip(second_measures).map(|(first, second)| MeasureChange {
        difference: difference(&first.value, &second.value, relation),
        first,
        second,
    });
    let measures: Vec<MeasureChange> = measures.collect();
    let fell_by_bundling =
        |[first, second]: [&Walk<'_>; 2]| bundling::documents_fell_by_bundling(first, second);
    Comparison {
        service: first.service.id.clone(),
        first: first.version.id.clone(),
        second: second.version.id.clone(),
        relation,
        waterfalls: waterfall::of_measures(walks.both(), &changes, &measures),
        measures,
        reported: reported(first.service, first.version, second.version, relation),
        steps: changes.steps,
        papers: changes.papers,
        documents_fell_by_bundling: relation == Relation::BeforeAfter
            && walks.both().is_some_and(fell_by_bundling),
        first_standard,
        second_standard,
    }
}

fn relation_of(first: Side<'_>, second: Side<'_>) -> Relation {
    match first.service.id == second.service.id {
        true => relation(first.service, first.version, second.version),
        false => Relation::TwoWays,
    }
}

/// How two versions of a service are related.
pub fn relation(service: &Service, first: &Version, second: &Version) -> Relation {
    if first.id == second.id {
        Relation::Same
    } else if service.descends(&second.id, &first.id) {
        Relation::BeforeAfter
    } else if service.descends(&first.id, &second.id) {
        Relation::AfterBefore
    } else {
        Relation::TwoWays
    }
}

fn difference(first: &Value, second: &Value, relation: Relation) -> Option<Difference> {
    let number = |value: &Value| Some((value.range()?, value.time_unit()));
    difference_in_one_unit(number(first)?, number(second)?, relation)
}

/// A number from the least to the most, and the unit of time that it is in, where it is a time.
pub(crate) type InUnit = ((u32, u32), Option<TimeUnit>);

/// The difference of two numbers; `None` where their units differ. No time at all is of any unit of time.
pub(crate) fn difference_in_one_unit(
    first: InUnit,
    second: InUnit,
    relation: Relation,
) -> Option<Difference> {
    let ((a, unit), (b, other)) = (first, second);
    let same_unit = unit == other || (unit.is_some() && (a.1 == 0 || b.1 == 0));
    same_unit.then(|| Difference::between(a, b, relation))
}

fn reported(service: &Service, first: &Version, second: &Version, relation: Relation) -> Vec<ReportedChange> {
    let mut changes: Vec<ReportedChange> = Vec::new();
    for report in &service.reported {
        let (a, b) = (figure_for(report, &first.id), figure_for(report, &second.id));
        if a.is_none() && b.is_none() {
            continue;
        }
        let change = match changes.iter_mut().find(|c| c.key == report.key) {
            Some(change) => change,
            None => {
                changes.push(ReportedChange {
                    key: report.key.clone(),
                    subject: report.subject.clone(),
                    unit: report.unit.clone(),
                    first: None,
                    second: None,
                    told: None,
                    difference: None,
                    evidence: Vec::new(),
                });
                let last = changes.len() - 1;
                &mut changes[last]
            }
        };
        // A clause that says both sides is the evidence; one that says a side already known is not
        // needed.
        let news = (a.is_some() && change.first.is_none()) || (b.is_some() && change.second.is_none());
        if news {
            change.evidence.push(report.evidence.clone());
        }
        if a.is_some() && b.is_some() {
            change.evidence = vec![report.evidence.clone()];
            change.subject = report.subject.clone();
            change.told = report.change.clone();
        }
        change.first = change.first.or(a);
        change.second = change.second.or(b);
    }
    for change in &mut changes {
        if let (Some(a), Some(b)) = (change.first, change.second) {
            change.difference = Some(Difference::between((a, a), (b, b), relation));
        }
    }
    changes
}

fn figure_for(report: &Reported, version: &VersionId) -> Option<u32> {
    [&report.before, &report.after]
        .into_iter()
        .flatten()
        .find(|figure| figure.version.as_ref() == Some(version))
        .map(|figure| figure.value)
}

/// The difference that one report tells by itself, from its own before to its own after.
pub fn reported_difference(report: &Reported) -> Option<Difference> {
    let (before, after) = (report.before.as_ref()?.value, report.after.as_ref()?.value);
    Some(Difference::between((before, before), (after, after), Relation::BeforeAfter))
}

/// The measures of a comparison of which neither side is known, with the reason of the first side.
pub fn unknown_measures(comparison: &Comparison) -> Vec<(crate::measure::MeasureKind, WhyUnknown)> {
    let unknown = comparison.measures.iter().filter(|change| !change.says_something());
    unknown
        .filter_map(|change| match &change.first.value {
            Value::Unknown { why } => Some((change.first.kind, why.clone())),
            _ => None,
        })
        .collect()
}
