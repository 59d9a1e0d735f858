//! What 首页 shows, and nothing else: it is the first thing that a phone loads, so it comes sorted and
//! counted, and each type of it is code that every visit starts with.

use domain::reported::{Reported, ToldChange, Unit};
use domain::service::InForceState;
use domain::{
    Action, EvidenceKind, MeasureKind, Run, RunId, Service, ServiceId, TimeUnit, VersionId, compare,
};
use serde::{Deserialize, Serialize};

/// Everything 首页 shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Home {
    /// Totals of the whole action, as reported.
    pub totals: Vec<HomeTotal>,
    /// Why the totals may be believed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceKind>,
    /// What was reported, fullest first.
    pub cards: Vec<Card>,
    /// The demonstration district, or the first of it.
    pub examples: Vec<ExampleCard>,
    /// How many examples there are besides.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub more_examples: u32,
}

/// More examples than these are in 对比总表, and not on 首页.
const MOST_EXAMPLES: usize = 12;

// The signature is that of serde.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// A total of the whole action, as reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HomeTotal {
    /// In words.
    pub label: String,
    /// How many, of what the label says.
    pub value: u32,
    /// The counter in Chinese.
    pub counted: String,
}

/// How much was told: the groups in which cards stand, fullest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HowMuchTold {
    /// A figure before and a figure after.
    BeforeAndAfter,
    /// Only a figure after.
    AfterOnly,
    /// Announced, not yet true.
    Planned,
    /// A change without a figure.
    WordsOnly,
    /// Problems and measures.
    ProblemsAndRepairs,
}

/// One of the reported systems, or one of several ways of it, or a run of something that is no service here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Card {
    /// In which group it stands.
    pub told: HowMuchTold,
    /// What it is.
    pub title: String,
    /// Which of several ways, where there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<String>,
    /// 片区
    pub area: String,
    /// The service it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// The two versions it compares, where it is one of several ways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub versions: Option<(VersionId, VersionId)>,
    /// The run it is about, where it is about no service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<RunId>,
    /// What was reported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<CardLine>,
    /// What a run of it found and led to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<CardFound>,
    /// The weakest of what stands behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceKind>,
}

/// One reported figure on a [`Card`]; what was not told is left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardLine {
    /// What it is about, in words.
    pub subject: String,
    /// 改前
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<u32>,
    /// 改后
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
    /// The unit of both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// By how much less, in tenths of a percent of 改前; negative where it rose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reduction_permille: Option<i64>,
    /// A change told as such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ToldChange>,
}

/// What a run found and led to, where nothing else was told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardFound {
    /// How many problems it found.
    pub problems: u32,
    /// How many measures (举措) it led to.
    pub repairs: u32,
    /// Whether a result was told.
    pub result: bool,
}

/// A service of the demonstration district in numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExampleCard {
    /// Its id, which is also its address.
    pub id: ServiceId,
    /// 名称
    pub name: String,
    /// The measures of its default comparison that a card has room for.
    pub measures: Vec<HeadlineMeasure>,
}

/// A measure before and after, where both are known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeadlineMeasure {
    /// What was measured.
    pub kind: MeasureKind,
    /// Of the first version, from the least to the most.
    pub first: (u32, u32),
    /// Of the second version, from the least to the most.
    pub second: (u32, u32),
    /// The unit of both, where they are times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<TimeUnit>,
}

impl Home {
    /// What 首页 shows of all there is: the action, the real services, the cards of the examples, and the runs.
    pub fn of<'a>(
        action: &Action,
        real: impl IntoIterator<Item = &'a Service>,
        examples: impl IntoIterator<Item = &'a ExampleCard>,
        runs: &[Run],
    ) -> Home {
        let total = |total: &domain::action::Total| HomeTotal {
            label: total.label.clone(),
            value: total.value,
            counted: total.counted.clone(),
        };
        let mut examples = examples.into_iter();
        let shown: Vec<ExampleCard> = examples.by_ref().take(MOST_EXAMPLES).cloned().collect();
        let mut cards: Vec<Card> = real.into_iter().flat_map(|service| cards_of(service, runs)).collect();
        let alone = runs.iter().filter(|run| !run.illustrative && run.service.is_none());
        cards.extend(alone.map(card_of_run));
        cards.sort_by_key(|card| card.told);
        Home {
            totals: action.totals.iter().map(total).collect(),
            evidence: action.totals.first().map(|total| total.evidence.kind()),
            cards,
            examples: shown,
            more_examples: u32::try_from(examples.count()).unwrap_or(u32::MAX),
        }
    }
}

/// The cards of a service: with several reported ways one for each of them, otherwise one.
fn cards_of(service: &Service, runs: &[Run]) -> Vec<Card> {
    let run = runs.iter().find(|run| run.service.as_ref() == Some(&service.id));
    let card = |reported: &[Reported], way: Option<String>, versions: Option<(VersionId, VersionId)>| {
        let told = told(service, reported, run.is_some());
        let weakest = EvidenceKind::weakest(reported.iter().map(|report| report.evidence.kind()));
        Card {
            told,
            title: service.name.clone(),
            way,
            area: service.area.clone(),
            service: Some(service.id.clone()),
            versions,
            run: None,
            lines: reported.iter().map(CardLine::from).collect(),
            found: run.filter(|_| told == HowMuchTold::ProblemsAndRepairs).map(CardFound::from),
            evidence: weakest.or(run.map(|run| run.evidence.kind())),
        }
    };
    let ways = service.reported.iter().filter_map(|report| {
        let (before, after) =
            (report.before.as_ref()?.version.as_ref()?, report.after.as_ref()?.version.as_ref()?);
        let label = service.versions.iter().find(|version| version.id == *after)?.label.clone();
        let versions = (before.clone(), after.clone());
        Some(card(std::slice::from_ref(report), Some(label), Some(versions)))
    });
    let ways: Vec<Card> = ways.collect();
    if ways.is_empty() { vec![card(&service.reported, None, None)] } else { ways }
}

fn card_of_run(run: &Run) -> Card {
    Card {
        told: HowMuchTold::ProblemsAndRepairs,
        title: run.title.clone(),
        way: None,
        area: run.area.clone(),
        service: None,
        versions: None,
        run: Some(run.id.clone()),
        lines: Vec::new(),
        found: Some(CardFound::from(run)),
        evidence: Some(run.evidence.kind()),
    }
}

fn told(service: &Service, reported: &[Reported], was_run: bool) -> HowMuchTold {
    let planned = |version: &domain::Version| version.in_force.state == InForceState::Planned;
    if !service.versions.is_empty() && service.versions.iter().all(planned) {
        HowMuchTold::Planned
    } else if reported.iter().any(|r| r.before.is_some() && r.after.is_some()) {
        HowMuchTold::BeforeAndAfter
    } else if reported.iter().any(|r| r.after.is_some()) {
        HowMuchTold::AfterOnly
    } else if was_run && reported.iter().all(|r| r.change.is_none()) {
        HowMuchTold::ProblemsAndRepairs
    } else {
        HowMuchTold::WordsOnly
    }
}

impl From<&Reported> for CardLine {
    fn from(report: &Reported) -> CardLine {
        let difference = compare::reported_difference(report);
        CardLine {
            subject: report.subject.clone(),
            before: report.before.as_ref().map(|figure| figure.value),
            after: report.after.as_ref().map(|figure| figure.value),
            unit: report.unit.clone(),
            reduction_permille: difference.and_then(|difference| difference.reduction_permille),
            change: report.change.clone(),
        }
    }
}

impl From<&Run> for CardFound {
    fn from(run: &Run) -> CardFound {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        CardFound {
            problems: count(run.problems.len()),
            repairs: count(run.repairs.len()),
            result: run.result.is_some(),
        }
    }
}

impl From<&Service> for ExampleCard {
    fn from(service: &Service) -> ExampleCard {
        let measures = crate::responses::headline(service).map(|headline| headline.measures);
        ExampleCard {
            id: service.id.clone(),
            name: service.name.clone(),
            measures: measures.into_iter().flatten().filter(|measure| has_room(measure.kind)).collect(),
        }
    }
}

fn has_room(kind: MeasureKind) -> bool {
    use MeasureKind::*;
    matches!(kind, Places | Windows | Visits | PromisedLimit)
}
