//! 对比总表: every service and every pair of its versions that means something, each as one row of facts.
//!
//! A service gives one row for
//! - its first version beside the last that came of it ([`Service::default_pair`]): the row by which the
//!   service counts in [`sums`];
//! - each version beside the one it derives from, where that is not the same row;
//! - each version that stands alone, made of none and with none made of it;
//! - itself, where it has no version: then it has what was reported and no more.
//!
//! Versions that nobody has published yet are in no row. No question is answered, so each side is told on
//! its easiest walk. What is unknown is left out: a [`Figure`] that is not in a row is known of neither side.

pub mod column;
pub mod filter;
pub mod sums;

use serde::{Deserialize, Serialize};

use crate::changes::{ChangeKind, StepGroup};
use crate::compare::{self, Comparison, Difference, Direction, Relation, ReportedChange, compare};
use crate::evidence::{Evidence, EvidenceKind};
use crate::key::{ServiceId, VersionId};
use crate::measure::{MeasureKind, Measured, Met, Share, Standard, Value, measure, yearly_burden_hours};
use crate::reported::{Reported, ToldChange, Unit};
use crate::service::{Answers, Audience, Editorial, Service, Version};
use crate::span::TimeUnit;

/// One row: a service, and two of its versions where it has two that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TableRow {
    /// The service.
    pub service: ServiceId,
    /// 名称
    pub name: String,
    /// 别名: other words by which it is found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// 片区
    pub area: String,
    /// 服务对象; `None` where nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// Whether it belongs to the demonstration district: then every figure of the row is 示例.
    pub illustrative: bool,
    /// Whether the service counts in sums by this row; of each service one row does.
    pub main: bool,
    /// How the two versions are related; `None` where there are not two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
    /// The first version; `None` where the second stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<TableVersion>,
    /// The second version; `None` where the service has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<TableVersion>,
    /// The measures that are known of at least one side, in the order of [`MeasureKind::ALL`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// 负担 of all cases of a year, in whole hours; `None` where it is known of neither side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yearly_hours: Option<YearlyHours>,
    /// How many cases there are in a year; `None` where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cases_a_year: Option<u32>,
    /// What was reported of these versions; in the main row also what was reported of none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reported: Vec<ReportedFigure>,
    /// How many groups of steps carry each kind of change, in the order of [`ChangeKind::ALL`]; empty
    /// where there are not two versions with steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ChangeCount>,
}

/// One side of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TableVersion {
    /// Its id within the service.
    pub id: VersionId,
    /// Its short name.
    pub label: String,
    /// 达标
    pub standard: Judgement,
}

/// 达标 in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// 不见面: no place, no window, no visit.
    Faceless,
    /// 一地、一窗、一次
    Met,
    /// At least one of the three is more than one, or perhaps more.
    NotMet,
    /// None is known to be more than one, and not all are known. Unknown is not met.
    Unknown,
}

impl Judgement {
    /// Puts [`Standard`] into one word.
    pub fn of(standard: &Standard) -> Judgement {
        let parts = [standard.one_place, standard.one_window, standard.one_visit];
        if standard.faceless {
            Judgement::Faceless
        } else if standard.is_met() {
            Judgement::Met
        } else if parts.contains(&Met::No) {
            Judgement::NotMet
        } else {
            Judgement::Unknown
        }
    }
}

/// A measure of both sides, at least one of them known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// What was measured.
    pub kind: MeasureKind,
    /// Of the first version, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Known>,
    /// Of the second version, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Known>,
    /// The weakest evidence of both sides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceKind>,
}

impl Figure {
    /// Second minus first, where both are known in one unit, in a row of this relation. It follows from both,
    /// so no row carries it: thousands of them travel to a browser.
    pub fn difference(&self, relation: Option<Relation>) -> Option<Difference> {
        let number = |known: &Known| Some((known.range()?, known.time_unit()));
        compare::difference_in_one_unit(number(&self.first?)?, number(&self.second?)?, relation?)
    }
}

/// A value that is known, from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// So many.
    Count(u32, u32),
    /// So long, both in this unit.
    Time(u32, u32, TimeUnit),
    /// Such a part of a whole.
    Share(Share, Share),
    /// So much money, in whole yuan.
    Money(u32, u32),
}

impl Known {
    /// What a value says, where it is known.
    pub fn of(value: &Value) -> Option<Known> {
        match value {
            Value::Unknown { .. } => None,
            Value::Count { min, max } => Some(Known::Count(*min, *max)),
            Value::Time { span } => Some(Known::Time(span.min(), span.max(), span.unit())),
            Value::Share { least, most } => Some(Known::Share(*least, *most)),
            Value::Money { min_yuan, max_yuan } => Some(Known::Money(*min_yuan, *max_yuan)),
        }
    }

    /// The least and the most, where it is a number of its own; a share is none.
    pub fn range(&self) -> Option<(u32, u32)> {
        match self {
            Known::Count(min, max) | Known::Time(min, max, _) | Known::Money(min, max) => Some((*min, *max)),
            Known::Share(..) => None,
        }
    }

    /// The unit of time; `None` for what is no time.
    pub fn time_unit(&self) -> Option<TimeUnit> {
        match self {
            Known::Time(.., unit) => Some(*unit),
            _ => None,
        }
    }
}

/// 负担 of all cases of a year, in whole hours, from the least to the most; see
/// [`yearly_burden_hours`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct YearlyHours {
    /// Of the first version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<(u64, u64)>,
    /// Of the second version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<(u64, u64)>,
}

impl YearlyHours {
    /// Second minus first, where both are known: at least and at most.
    pub fn difference(&self) -> Option<(i64, i64)> {
        let signed = |hours: u64| i64::try_from(hours).unwrap_or(i64::MAX);
        let ((a, b), (c, d)) = (self.first?, self.second?);
        Some((signed(c) - signed(b), signed(d) - signed(a)))
    }
}

/// A reported figure as a row carries it; see [`Reported`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportedFigure {
    /// What it is about.
    pub subject: String,
    /// The unit of both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// As reported of the first version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<u32>,
    /// As reported of the second version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<u32>,
    /// A change told as such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<ToldChange>,
    /// Second minus first, where both were reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<Difference>,
    /// Why it may be believed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceKind>,
}

/// How many groups of steps carry a kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeCount {
    /// Which kind.
    pub kind: ChangeKind,
    /// How many groups, at least 1.
    pub count: u32,
}

impl TableRow {
    /// The measure of this kind, where it is known of at least one side.
    pub fn figure(&self, kind: MeasureKind) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.kind == kind)
    }

    /// Every kind of evidence that a figure of the row rests on, strongest first, each once.
    pub fn evidence(&self) -> Vec<EvidenceKind> {
        let figures = self.figures.iter().filter_map(|figure| figure.evidence);
        let mut kinds: Vec<EvidenceKind> =
            figures.chain(self.reported.iter().filter_map(|report| report.evidence)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

/// The rows of one service: the main row first, the others in the order of the versions.
pub fn rows_of(service: &Service) -> Vec<TableRow> {
    let mut pairs: Vec<(Option<&Version>, Option<&Version>)> = Vec::new();
    if let Some((first, second)) = service.default_pair().filter(|(a, b)| is_public(a) && is_public(b)) {
        pairs.push((Some(first), Some(second)));
    }
    let public = || service.versions.iter().filter(|version| is_public(version));
    for version in public() {
        let parent = version.derived_from.as_ref().and_then(|id| service.version(id));
        let has_child = public().any(|other| other.derived_from.as_ref() == Some(&version.id));
        let pair = match parent.filter(|parent| is_public(parent)) {
            Some(parent) => (Some(parent), Some(version)),
            None if has_child => continue,
            None => (None, Some(version)),
        };
        if !pairs.iter().any(|known| ids(known) == ids(&pair)) {
            pairs.push(pair);
        }
    }
    if pairs.is_empty() {
        pairs.push((None, None));
    }
    pairs.into_iter().enumerate().map(|(position, pair)| row(service, pair, position == 0)).collect()
}

fn is_public(version: &Version) -> bool {
    matches!(version.editorial, Editorial::Published | Editorial::Withdrawn)
}

fn ids<'a>((first, second): &(Option<&'a Version>, Option<&'a Version>)) -> [Option<&'a VersionId>; 2] {
    [first.map(|version| &version.id), second.map(|version| &version.id)]
}

fn row(service: &Service, (first, second): (Option<&Version>, Option<&Version>), main: bool) -> TableRow {
    let answers = Answers::new();
    let mut row = TableRow {
        service: service.id.clone(),
        name: service.name.clone(),
        aliases: service.aliases.clone(),
        area: service.area.clone(),
        audience: service.audience,
        illustrative: service.illustrative,
        main,
        relation: None,
        first: None,
        second: None,
        figures: Vec::new(),
        yearly_hours: None,
        cases_a_year: service.cases_a_year,
        reported: Vec::new(),
        changes: Vec::new(),
    };
    match (first, second) {
        (Some(first), Some(second)) => {
            row.tell(service, first, second, compare(service, first, second, &answers))
        }
        (None, Some(alone)) => row.tell_alone(service, alone, measure(service, alone, &answers)),
        _ => {}
    }
    if main {
        row.reported
            .extend(service.reported.iter().filter(|report| is_of_no_version(report)).map(reported_alone));
    }
    row
}

impl TableRow {
    fn tell(&mut self, service: &Service, first: &Version, second: &Version, comparison: Comparison) {
        self.relation = Some(comparison.relation);
        self.first = Some(side(first, &comparison.first_standard));
        self.second = Some(side(second, &comparison.second_standard));
        for change in comparison.measures.iter().filter(|change| change.says_something()) {
            self.tell_hours(service, Some(&change.first), &change.second);
            self.figures.push(Figure {
                kind: change.first.kind,
                first: Known::of(&change.first.value),
                second: Known::of(&change.second.value),
                evidence: change.evidence(),
            });
        }
        self.reported = comparison.reported.into_iter().map(reported_of_both).collect();
        if !first.steps.is_empty() && !second.steps.is_empty() {
            self.changes = counted(&comparison.steps);
        }
    }

    fn tell_alone(&mut self, service: &Service, version: &Version, measures: Vec<Measured>) {
        self.second = Some(side(version, &Standard::of(&measures)));
        for measured in measures.iter().filter(|measured| measured.value.is_known()) {
            self.tell_hours(service, None, measured);
            self.figures.push(Figure {
                kind: measured.kind,
                first: None,
                second: Known::of(&measured.value),
                evidence: measured.evidence,
            });
        }
        let of_it = service.reported.iter().filter(|report| {
            [&report.before, &report.after]
                .into_iter()
                .flatten()
                .any(|figure| figure.version.as_ref() == Some(&version.id))
        });
        self.reported = of_it.map(reported_alone).collect();
    }

    /// Other measures than 负担 have no hours.
    fn tell_hours(&mut self, service: &Service, first: Option<&Measured>, second: &Measured) {
        let hours = YearlyHours {
            first: first.and_then(|burden| yearly_burden_hours(service, burden)),
            second: yearly_burden_hours(service, second),
        };
        if hours.first.is_some() || hours.second.is_some() {
            self.yearly_hours = Some(hours);
        }
    }
}

fn side(version: &Version, standard: &Standard) -> TableVersion {
    TableVersion { id: version.id.clone(), label: version.label.clone(), standard: Judgement::of(standard) }
}

fn counted(groups: &[StepGroup]) -> Vec<ChangeCount> {
    let count = |kind: ChangeKind| {
        let groups = groups.iter().filter(|group| group.kinds.contains(&kind)).count();
        let count = u32::try_from(groups).unwrap_or(u32::MAX);
        (count > 0).then_some(ChangeCount { kind, count })
    };
    ChangeKind::ALL.into_iter().filter_map(count).collect()
}

fn is_of_no_version(report: &Reported) -> bool {
    [&report.before, &report.after].into_iter().flatten().all(|figure| figure.version.is_none())
}

fn reported_of_both(change: ReportedChange) -> ReportedFigure {
    ReportedFigure {
        subject: change.subject,
        unit: change.unit,
        first: change.first,
        second: change.second,
        told: change.told,
        difference: change.difference,
        evidence: EvidenceKind::weakest(change.evidence.iter().map(Evidence::kind)),
    }
}

fn reported_alone(report: &Reported) -> ReportedFigure {
    ReportedFigure {
        subject: report.subject.clone(),
        unit: report.unit.clone(),
        first: report.before.as_ref().map(|figure| figure.value),
        second: report.after.as_ref().map(|figure| figure.value),
        told: report.change.clone(),
        difference: compare::reported_difference(report),
        evidence: Some(report.evidence.kind()),
    }
}

/// The direction of a difference of whole numbers from `min` to `max`.
pub fn direction_of((min, max): (i64, i64)) -> Direction {
    match (min, max) {
        (0, 0) => Direction::Same,
        (_, max) if max <= 0 => Direction::Less,
        (min, _) if min >= 0 => Direction::More,
        _ => Direction::Unclear,
    }
}
