//! The sentences of 可以改进的地方. Apart from the others, so that they are loaded with the page that says
//! them.

use domain::chances::FoundNames;
use domain::{Finding, FindingKind, Suggestion};

/// See the page of the same name.
pub struct ChancesWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub rule: &'static str,
    pub real_title: &'static str,
    pub nothing_real: &'static str,
    pub nothing: &'static str,
    pub hours: fn(u64, u64) -> String,
    pub hours_unknown: &'static str,
    pub suggestion: &'static str,
    pub see_step: fn(&str) -> String,
    pub see_service: &'static str,
    pub kind: fn(FindingKind) -> &'static str,
    pub found: fn(&Finding, &FoundNames) -> String,
    pub suggested: fn(&Suggestion, &FoundNames) -> String,
}
