//! Which two versions the address asks for.

use std::sync::Arc;

use domain::{Service, VersionId};

/// What the address asks to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// Two versions that are there.
    Pair(VersionId, VersionId),
    /// A version that the service does not have.
    Unknown,
    /// The service has no two versions to compare, and nobody has told the steps of the one.
    Nothing,
}

/// What the address asks of two services, which may be one; without a wish, what they have come to.
pub fn chosen(services: &[Arc<Service>; 2], from: &Option<VersionId>, to: &Option<VersionId>) -> Chosen {
    let [first, second] = services;
    let find = |service: &Service, asked: &Option<VersionId>, default: Option<VersionId>| match asked {
        None => Ok(default),
        Some(id) => service.version(id).map(|version| Some(version.id.clone())).ok_or(()),
    };
    let of_two = first.id != second.id;
    let default = |service: &'_ Service| -> Option<(VersionId, VersionId)> {
        let beside = match service.versions.as_slice() {
            // Of two services any version says something beside the other; one that is alone says what
            // its steps are.
            [only] if of_two || !only.steps.is_empty() => Some((only, only)),
            [one, another, ..] => Some((one, another)),
            _ => None,
        };
        service.default_pair().or(beside).map(|(from, to)| (from.id.clone(), to.id.clone()))
    };
    let from = find(first, from, default(first).map(|(from, _)| from));
    let to = find(second, to, default(second).map(|(_, to)| to));
    match (from, to) {
        (Ok(Some(first)), Ok(Some(second))) => Chosen::Pair(first, second),
        (Ok(_), Ok(_)) => Chosen::Nothing,
        _ => Chosen::Unknown,
    }
}
