//! 可以改进的地方: the findings of every service as it is run today, in one list.
//!
//! Looked at are the versions that are published and in force, each on its easiest walk with no question
//! answered. The rule of the order: what is real before the demonstration district; then by 负担 of all
//! cases of a year of the version that a finding is in, from the most hours to the least, since the same
//! repair helps more where more people spend more time; what is unknown comes last. Findings of one version
//! stay together in the order of [`FindingKind::ALL`](crate::findings::FindingKind::ALL), and versions that
//! the hours do not tell apart in the order of the data.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use crate::findings::{self, Finding};
use crate::key::{MaterialKey, PlaceKey, ServiceId, StepKey, VersionId};
use crate::measure::{MeasureKind, measure, yearly_burden_hours};
use crate::service::{Answers, Editorial, InForceState, Service, Version};

/// What could be better in one version of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chances {
    /// The service.
    pub service: ServiceId,
    /// 名称
    pub name: String,
    /// 片区
    pub area: String,
    /// Whether it belongs to the demonstration district.
    pub illustrative: bool,
    /// The version.
    pub version: VersionId,
    /// Its short name.
    pub label: String,
    /// 负担 of all cases of a year, in whole hours, from the least to the most; `None` where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yearly_hours: Option<(u64, u64)>,
    /// What was found, at least one.
    pub findings: Vec<Finding>,
    /// The names of what the findings point at.
    pub names: FoundNames,
}

/// The names of the steps, papers and places that findings point at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundNames {
    /// Of steps.
    pub steps: Vec<(StepKey, String)>,
    /// Of papers.
    pub materials: Vec<(MaterialKey, String)>,
    /// Of places.
    pub places: Vec<(PlaceKey, String)>,
}

/// The chances of one service, one entry for each version with findings. A version with too many walks to
/// look at has none.
pub fn chances_of(service: &Service) -> Vec<Chances> {
    let today = service.versions.iter().filter(|version| {
        version.editorial == Editorial::Published && version.in_force.state == InForceState::InForce
    });
    today.filter_map(|version| chances_in(service, version)).collect()
}

fn chances_in(service: &Service, version: &Version) -> Option<Chances> {
    let answers = Answers::new();
    let findings = findings::of_version(service, version, &answers).ok()?;
    if findings.is_empty() {
        return None;
    }
    let measures = measure(service, version, &answers);
    let burden = measures.iter().find(|measured| measured.kind == MeasureKind::Burden);
    Some(Chances {
        service: service.id.clone(),
        name: service.name.clone(),
        area: service.area.clone(),
        illustrative: service.illustrative,
        version: version.id.clone(),
        label: version.label.clone(),
        yearly_hours: burden.and_then(|burden| yearly_burden_hours(service, burden)),
        names: FoundNames::of(service, version, &findings),
        findings,
    })
}

/// Puts chances in the order of the module's rule.
pub fn rank(chances: &mut [Chances]) {
    chances.sort_by_key(|one| {
        let hours = one.yearly_hours.map(|(min, max)| (max, min));
        (one.illustrative, Reverse(hours))
    });
}

impl FoundNames {
    /// The names of what findings in one version are about.
    pub fn of(service: &Service, version: &Version, findings: &[Finding]) -> FoundNames {
        let mut names = FoundNames::default();
        for finding in findings {
            // What is suggested is about the same steps, papers and places.
            let orders = match finding {
                Finding::TwoVisitsCouldBeOne { orders, .. } => orders.as_slice(),
                _ => &[],
            };
            let ordered = orders.iter().flat_map(|order| [&order.first, &order.second]);
            for key in finding.steps().into_iter().chain(ordered) {
                remember(&mut names.steps, key, version.step(key).map(|step| &step.name));
            }
            for key in finding.materials() {
                remember(&mut names.materials, key, version.material(key).map(|material| &material.name));
            }
            for key in finding.places() {
                remember(&mut names.places, key, service.place(key).map(|place| &place.name));
            }
        }
        names
    }
}

fn remember<K: Clone + PartialEq>(names: &mut Vec<(K, String)>, key: &K, name: Option<&String>) {
    if let Some(name) = name
        && !names.iter().any(|(known, _)| known == key)
    {
        names.push((key.clone(), name.clone()));
    }
}
