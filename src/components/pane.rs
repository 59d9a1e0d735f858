//! A pane of the window of numbers: one measure or one reported figure, before → after, as a button
//! that opens its why.

mod view;

use domain::reported::Reported;
use domain::{
    Difference, Direction, EvidenceKind, MeasureChange, MeasureKind, Relation, ReportedChange, Value, compare,
};

use crate::compared::Compared;
use crate::components::value_text::{over_all, unit_of};
use crate::words::words;
pub use view::{Change, PaneView};

/// The measures that pages tell, in their order: those a person at the counter asks for. The others
/// are taken as well, and stand in no page.
pub const TOLD_MEASURES: [MeasureKind; 9] = [
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

/// What a pane says.
#[derive(Debug, Clone, PartialEq)]
pub struct Pane {
    /// What it is about.
    pub title: String,
    /// The first number; `None` where nobody told it.
    pub first: Option<String>,
    /// The second number; `None` where nobody told it.
    pub second: Option<String>,
    /// A change told instead of numbers.
    pub told: Option<String>,
    /// The unit of both numbers.
    pub counter: String,
    /// The difference, where there is something to say of it.
    pub difference: Option<(Direction, String)>,
    /// The reduction in percent with its baseline.
    pub rate: Option<String>,
    /// Why it may be believed.
    pub evidence: Option<EvidenceKind>,
    /// Whether the two stand beside each other instead of one after the other.
    pub beside: bool,
    /// Whether there is only one number: no before at all, told or not.
    pub alone: bool,
    /// The range over everything that is still open, where it is another.
    pub over_all: Option<String>,
    /// The evidence of each side, where one is illustrative and the other is not.
    pub marks: [Option<EvidenceKind>; 2],
    /// Whether it is the one number people came for: it gets a row of its own.
    pub leading: bool,
    /// Whether the number says little without its unit in sight.
    pub with_counter: bool,
    /// Whether the second number is only supposed.
    pub supposed: bool,
}

impl Pane {
    /// A measure of two versions.
    pub fn of_measure(change: &MeasureChange, compared: &Compared) -> Pane {
        let names = &words().names;
        let (relation, baseline) = (compared.relation(), compared.first().label());
        let kind = change.first.kind;
        let number = |value: &Value| value.range().map(|(min, max)| (names.range)(min, max));
        let values = [&change.second.value, &change.first.value];
        let unit = values.into_iter().find_map(Value::time_unit);
        let most = values.into_iter().find_map(Value::range).map_or(0, |(_, max)| max);
        Pane {
            title: (names.measure)(kind).to_owned(),
            first: number(&change.first.value),
            second: number(&change.second.value),
            told: None,
            counter: match unit {
                Some(unit) => (names.time_unit)(unit, most),
                None => (names.counter)(kind, most),
            }
            .to_owned(),
            difference: told_difference(change.difference, relation),
            rate: rate(change.difference, baseline).filter(|_| is_limit(kind)),
            evidence: change.evidence(),
            beside: relation == Relation::TwoWays,
            alone: relation == Relation::Same,
            over_all: over_all(compared, kind),
            marks: [change.first.evidence, change.second.evidence]
                .map(|kind| kind.filter(|_| compared.is_mixed())),
            leading: kind == MeasureKind::PromisedLimit,
            with_counter: is_limit(kind),
            supposed: false,
        }
    }

    /// A reported figure of two versions; `baseline` names the first.
    pub fn of_report(change: &ReportedChange, relation: Relation, baseline: &str) -> Pane {
        let names = &words().names;
        Pane {
            title: change.subject.clone(),
            first: change.first.map(|n| n.to_string()),
            second: change.second.map(|n| n.to_string()),
            told: change.told.as_ref().map(names.told_change),
            counter: unit_of(change.unit.as_ref(), change.second.or(change.first)),
            difference: told_difference(change.difference, relation),
            rate: rate(change.difference, baseline),
            evidence: change.evidence.first().map(domain::Evidence::kind),
            beside: relation == Relation::TwoWays,
            alone: relation == Relation::Same,
            over_all: None,
            marks: [None; 2],
            leading: true,
            with_counter: true,
            supposed: false,
        }
    }

    /// A reported figure by itself, where the source speaks of no two versions. What is `planned`
    /// has no before.
    pub fn of_report_alone(report: &Reported, planned: bool) -> Pane {
        let words = words();
        let difference = compare::reported_difference(report);
        Pane {
            title: report.subject.clone(),
            first: report.before.as_ref().map(|figure| figure.value.to_string()),
            second: report.after.as_ref().map(|figure| figure.value.to_string()),
            told: report.change.as_ref().map(words.names.told_change),
            counter: unit_of(
                report.unit.as_ref(),
                report.after.as_ref().or(report.before.as_ref()).map(|figure| figure.value),
            ),
            difference: told_difference(difference, Relation::BeforeAfter),
            rate: rate(difference, words.service.from_before),
            evidence: Some(report.evidence.kind()),
            beside: false,
            alone: planned,
            over_all: None,
            marks: [None; 2],
            leading: true,
            with_counter: true,
            supposed: false,
        }
    }

    fn has_numbers(&self) -> bool {
        self.first.is_some() || self.second.is_some()
    }
}

fn is_limit(kind: MeasureKind) -> bool {
    matches!(kind, MeasureKind::LegalLimit | MeasureKind::PromisedLimit | MeasureKind::ComputedLimit)
}

/// Between two ways nothing is more or less; they differ. One version does not differ from itself.
fn told_difference(difference: Option<Difference>, relation: Relation) -> Option<(Direction, String)> {
    let difference = difference.filter(|_| !matches!(relation, Relation::TwoWays | Relation::Same))?;
    Some((difference.direction, (words().names.difference)(&difference)))
}

fn rate(difference: Option<Difference>, baseline: &str) -> Option<String> {
    let permille = difference?.reduction_permille.filter(|permille| *permille > 0)?;
    Some((words().service.reduction)(&(words().names.permille)(permille), baseline))
}
