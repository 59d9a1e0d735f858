//! What a comparison supposes, where its second half is an experiment.

use domain::experiment::WhyRefused;
use domain::{Edit, Experiment, Service, VersionId};

/// An experiment, and what was to be supposed and can't be.
pub struct Supposed {
    /// The experiment: the first half is its base, the second what it supposes.
    pub experiment: Experiment,
    /// The edits left out, with the reason.
    pub refused: Vec<(Edit, WhyRefused)>,
}

/// The version that an experiment starts from: the one asked for, otherwise the one that the service
/// has come to. `None` where nobody has told its steps.
pub fn base_of(service: &Service, asked: &Option<VersionId>) -> Option<VersionId> {
    let base = match asked {
        Some(id) => service.version(id),
        None => service.default_pair().map(|(_, now)| now).or(service.versions.first()),
    };
    base.filter(|version| !version.steps.is_empty()).map(|version| version.id.clone())
}
