//! What the server answers.

use domain::chances::Chances;
use domain::reported::{Reported, Told};
use domain::service::{Audience, InForceState};
use domain::table::TableRow;
use domain::{EvidenceKind, Problem, Relation, Run, RunId, Service, ServiceId, VersionId, compare};
use serde::{Deserialize, Serialize};

use crate::home::HeadlineMeasure;

/// The services that were asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ServiceList {
    /// Real ones first, in the order of the data.
    pub services: Vec<ServiceSummary>,
}

/// The runs that were asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RunList {
    /// Real ones first, in the order of the data.
    pub runs: Vec<RunSummary>,
}

/// The problems that were asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProblemList {
    /// In the order of the runs that found them.
    pub problems: Vec<ProblemOfRun>,
}

/// The rows of 对比总表 that were asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// In the order that was asked for, real ones first.
    pub rows: Vec<TableRow>,
}

/// What could be better in all services, as [`domain::chances`] ranks it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChanceList {
    /// One entry for each version with findings, real ones first.
    pub chances: Vec<Chances>,
}

/// A service as a list shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ServiceSummary {
    /// Its id, which is also its address.
    pub id: ServiceId,
    /// 名称
    pub name: String,
    /// 别名
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// 片区
    pub area: String,
    /// 服务对象
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// Whether it belongs to the demonstration district.
    pub illustrative: bool,
    /// What it is, in one sentence.
    pub summary: String,
    /// What was reported of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reported: Vec<Reported>,
    /// Its versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<VersionLabel>,
    /// Its default comparison in measures of ours; `None` where no step is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<Headline>,
}

/// A version as a picker shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VersionLabel {
    /// Its id within the service.
    pub id: VersionId,
    /// Its short name.
    pub label: String,
    /// Whether people can use it.
    pub in_force: InForceState,
}

/// The default comparison of a service, told in numbers only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Headline {
    /// The first version.
    pub from: VersionId,
    /// The second version.
    pub to: VersionId,
    /// How they are related.
    pub relation: Relation,
    /// The measures of which both sides are known.
    pub measures: Vec<HeadlineMeasure>,
}

/// One service with its versions and the runs of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ServiceDetail {
    /// The service.
    pub service: Service,
    /// The runs of it.
    pub runs: Vec<RunSummary>,
}

/// One run with the service it ran, by which the keys in it have names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RunDetail {
    /// The run.
    pub run: Run,
    /// The service that was run, where it is one the product carries.
    pub service: Option<Service>,
}

/// A run as a list shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RunSummary {
    /// Its id, which is also its address.
    pub id: RunId,
    /// What was run.
    pub title: String,
    /// 片区
    pub area: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Whether it belongs to the demonstration district.
    pub illustrative: bool,
    /// The service that was run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// The version that was run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<VersionId>,
    /// As whom.
    pub as_whom: String,
    /// Why it may be believed that it took place.
    pub evidence: EvidenceKind,
    /// How many problems it found.
    pub problems: u32,
    /// How many measures (举措) it led to.
    pub repairs: u32,
    /// The result as told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Told>,
}

/// A problem with the run that found it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProblemOfRun {
    /// The run that found it.
    pub run: RunId,
    /// Whether it belongs to the demonstration district.
    pub illustrative: bool,
    /// The problem.
    pub problem: Problem,
}

impl From<&Service> for ServiceSummary {
    fn from(service: &Service) -> ServiceSummary {
        let versions = service.versions.iter().map(|version| VersionLabel {
            id: version.id.clone(),
            label: version.label.clone(),
            in_force: version.in_force.state,
        });
        ServiceSummary {
            id: service.id.clone(),
            name: service.name.clone(),
            aliases: service.aliases.clone(),
            area: service.area.clone(),
            audience: service.audience,
            illustrative: service.illustrative,
            summary: service.summary.clone(),
            reported: service.reported.clone(),
            versions: versions.collect(),
            headline: headline(service),
        }
    }
}

pub(crate) fn headline(service: &Service) -> Option<Headline> {
    let (first, second) = service.default_pair()?;
    if first.steps.is_empty() && second.steps.is_empty() {
        return None;
    }
    let comparison = compare(service, first, second, &domain::Answers::new());
    let measures = comparison.measures.into_iter().filter_map(|change| {
        // Sides in two units say nothing beside each other.
        change.difference?;
        let (first, second) = (change.first.value.range()?, change.second.value.range()?);
        let unit = change.second.value.time_unit();
        Some(HeadlineMeasure { kind: change.first.kind, first, second, unit })
    });
    Some(Headline {
        from: comparison.first,
        to: comparison.second,
        relation: comparison.relation,
        measures: measures.collect(),
    })
}

impl From<&Run> for RunSummary {
    fn from(run: &Run) -> RunSummary {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        RunSummary {
            id: run.id.clone(),
            title: run.title.clone(),
            area: run.area.clone(),
            place: run.place.clone(),
            illustrative: run.illustrative,
            service: run.service.clone(),
            version: run.version.clone(),
            as_whom: run.as_whom.clone(),
            evidence: run.evidence.kind(),
            problems: count(run.problems.len()),
            repairs: count(run.repairs.len()),
            result: run.result.clone(),
        }
    }
}
