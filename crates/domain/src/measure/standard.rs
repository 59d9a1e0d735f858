//! 达标 一地一窗一次, and whether the visits counted are those that the authority declares.

use serde::{Deserialize, Serialize};

use super::{MeasureKind, Measured};
use crate::service::Service;

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

/// The visits that the authority declares, beside a count of ours that contradicts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeclaredVisits {
    /// 声明的到办事现场次数, in visits.
    pub declared: u32,
    /// 次 as counted, at least.
    pub min: u32,
    /// 次 as counted, at most.
    pub max: u32,
}

/// Whether the declared visits contradict `visits`, which is the measure 次 of one version.
///
/// An authority declares them of the way that is in force, so ask it of such a version: that a former
/// one took more visits is no contradiction. A declared number within the counted range does not
/// contradict it either: then nobody can tell. `None`
/// also where nothing is declared, where the count is unknown, and for any other measure.
pub fn declared_visits_differ(service: &Service, visits: &Measured) -> Option<DeclaredVisits> {
    if visits.kind != MeasureKind::Visits {
        return None;
    }
    declared_beside(service, visits.value.range()?)
}

/// The declared visits, where they are outside of what was counted.
pub(crate) fn declared_beside(service: &Service, (min, max): (u32, u32)) -> Option<DeclaredVisits> {
    let declared = service.declared_visits?;
    (declared < min || declared > max).then_some(DeclaredVisits { declared, min, max })
}
