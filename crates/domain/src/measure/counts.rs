//! What is counted on a walk: steps, places, windows, visits, papers.

use super::{MeasureKind, Measured, Part, Share, Value, WhyUnknown, counted_on, unknown};
use crate::key::*;
use crate::step::{Side, Step};
use crate::visits;
use crate::walk::Walk;

fn counted(kind: MeasureKind, walk: &Walk<'_>, parts: Vec<Part>) -> Measured {
    Measured {
        kind,
        value: Value::exactly(parts.len()),
        // Zero is a statement about all steps, so all of them carry it.
        evidence: counted_on(walk.steps.iter().copied()),
        parts,
    }
}

pub(super) fn steps_on(kind: MeasureKind, walk: &Walk<'_>, side: Side) -> Measured {
    let on_side = walk.steps.iter().filter(|step| step.side == side);
    let parts = on_side.map(|step| Part::Step { step: step.key.clone() });
    counted(kind, walk, parts.collect())
}

pub(super) fn places(walk: &Walk<'_>) -> Measured {
    let mut places: Vec<(PlaceKey, Vec<StepKey>)> = Vec::new();
    for step in walk.steps.iter().filter(|step| step.on_site()) {
        if let Some(place) = &step.place {
            gather(&mut places, place.clone(), &step.key);
        }
    }
    let parts = places.into_iter().map(|(place, steps)| Part::Place { place, steps });
    counted(MeasureKind::Places, walk, parts.collect())
}

pub(super) fn windows(walk: &Walk<'_>) -> Measured {
    let mut windows: Vec<((PlaceKey, WindowKey), Vec<StepKey>)> = Vec::new();
    for step in walk.steps.iter().filter(|step| step.on_site()) {
        if let (Some(place), Some(window)) = (&step.place, &step.window) {
            gather(&mut windows, (place.clone(), window.clone()), &step.key);
        }
    }
    let parts = windows.into_iter().map(|((place, window), steps)| Part::Window { place, window, steps });
    counted(MeasureKind::Windows, walk, parts.collect())
}

/// Adds a step to its group, keeping the order in which groups first came up.
fn gather<K: PartialEq>(groups: &mut Vec<(K, Vec<StepKey>)>, group: K, step: &StepKey) {
    match groups.iter_mut().find(|(key, _)| *key == group) {
        Some((_, steps)) => steps.push(step.clone()),
        None => groups.push((group, vec![step.clone()])),
    }
}

pub(super) fn visit_count(walk: &Walk<'_>) -> Measured {
    let Some(visits) = visits::fewest(walk) else {
        return unknown(MeasureKind::Visits, WhyUnknown::TooLarge);
    };
    let parts = visits.plan.into_iter().zip(1..).map(|(visit, number)| Part::Visit {
        number,
        place: visit.place,
        steps: visit.steps,
    });
    Measured {
        value: Value::Count { min: visits.min, max: visits.max },
        ..counted(MeasureKind::Visits, walk, parts.collect())
    }
}

/// The papers that a walk asks for, in the order in which they come up.
struct Paper {
    key: MaterialKey,
    /// The steps at which the applicant hands it in. None, where it is waived wherever it is asked.
    supplied_at: Vec<StepKey>,
    /// The steps at which it is asked for and waived.
    waived_at: Vec<StepKey>,
}

/// A paper that a step asks for twice, as an original and as a copy of it, is handed in there once.
/// Internal steps count as well: a file says that nobody brings a paper by waiving it.
fn papers(walk: &Walk<'_>) -> Vec<Paper> {
    let mut papers: Vec<Paper> = Vec::new();
    for step in &walk.steps {
        for material in step.materials.iter().filter_map(|key| walk.version.material(key)) {
            let key = walk.version.paper(material);
            let at = papers.iter().position(|paper| paper.key == key).unwrap_or_else(|| {
                papers.push(Paper { key, supplied_at: Vec::new(), waived_at: Vec::new() });
                papers.len() - 1
            });
            let paper = &mut papers[at];
            let steps = match material.provision.is_supplied() {
                true => &mut paper.supplied_at,
                false => &mut paper.waived_at,
            };
            if steps.last() != Some(&step.key) {
                steps.push(step.key.clone());
            }
        }
    }
    papers
}

pub(super) fn documents(walk: &Walk<'_>) -> Measured {
    let supplied = papers(walk).into_iter().filter(|paper| !paper.supplied_at.is_empty());
    let parts = supplied.map(|paper| Part::Document { material: paper.key, steps: paper.supplied_at });
    counted(MeasureKind::Documents, walk, parts.collect())
}

/// Every handing-in, in the order of the walk.
pub(super) fn submissions(walk: &Walk<'_>) -> Measured {
    let papers = papers(walk);
    let at = |step: &Step| -> Vec<Part> {
        let handed_in = papers.iter().filter(|paper| paper.supplied_at.contains(&step.key));
        handed_in
            .map(|paper| Part::Submission { material: paper.key.clone(), step: step.key.clone() })
            .collect()
    };
    counted(MeasureKind::Submissions, walk, walk.steps.iter().flat_map(|step| at(step)).collect())
}

/// A paper that is waived at one window and supplied at another is supplied.
pub(super) fn waived_share(walk: &Walk<'_>) -> Measured {
    let papers = papers(walk);
    if papers.is_empty() {
        return unknown(MeasureKind::WaivedShare, WhyUnknown::NoDocuments);
    }
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let waived = papers.iter().filter(|paper| paper.supplied_at.is_empty()).count();
    let share = Share { part: count(waived), whole: count(papers.len()) };
    let parts = papers.into_iter().map(|paper| match paper.supplied_at.is_empty() {
        true => Part::Waived { material: paper.key, steps: paper.waived_at },
        false => Part::Document { material: paper.key, steps: paper.supplied_at },
    });
    Measured {
        value: Value::Share { least: share, most: share },
        ..counted(MeasureKind::WaivedShare, walk, parts.collect())
    }
}
