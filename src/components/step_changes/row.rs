//! One row of the list of steps: what stands on either half, what became of it, and why the two are one.

use std::sync::Arc;

use domain::key::MaterialKey;
use domain::{ChangeKind, EvidenceKind, Field, Relation, Service, Step, StepGroup, StepKey, Version};

use crate::compared::{Compared, Half, Which, name_of_group};
use crate::components::field_value::{field_value, place_name, window_name};
use crate::words::step_list_words;
use crate::words::{comparison_words, words};

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row {
    pub kinds: Vec<ChangeKind>,
    /// The change in words, as the relation of the versions allows to say it; of one version there is none.
    pub told: Option<String>,
    /// What stands on either half, in the order of the halves; of one version beside itself only one.
    pub halves: [Option<Cell>; 2],
    /// How it is named among all others: in the address, and for who moves from change to change.
    pub focus: (Which, StepKey),
    /// Why the two halves are taken to be one; nothing for a step alone.
    pub reason: Option<String>,
    /// What differs and says something by itself.
    pub lines: Vec<Line>,
    /// What differs in detail.
    pub details: Vec<Line>,
    pub evidence: EvidenceKind,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line {
    pub name: &'static str,
    /// What it was; `None` where the line tells the difference by itself.
    pub before: Option<String>,
    pub after: String,
}

/// The steps of one half in one row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Their names; what is said instead, where there is none.
    pub text: String,
    /// Whether there are any.
    pub is_there: bool,
    /// Whether they are there and fall away, which is said by striking them out.
    pub falls_away: bool,
    /// Where they are done.
    pub where_to: Option<String>,
}

/// Every row, in the order of the flow.
pub fn rows(compared: &Compared) -> Vec<Arc<Row>> {
    compared.comparison().steps.iter().filter_map(|group| row(compared, group)).map(Arc::new).collect()
}

fn row(compared: &Compared, group: &StepGroup) -> Option<Row> {
    let (first, second) = (compared.first(), compared.second());
    let before: Vec<&Step> = group.first.iter().filter_map(|key| first.step(key)).collect();
    let after: Vec<&Step> = group.second.iter().filter_map(|key| second.step(key)).collect();
    let (which, key) = name_of_group(group)?;
    let shown = *after.first().or(before.first())?;
    let (details, lines) = match (before.as_slice(), after.as_slice()) {
        ([a], [b]) => differences((first, a), (second, b), &group.fields),
        _ => Default::default(),
    };
    let falls_away = after.is_empty() && compared.relation() == Relation::BeforeAfter;
    let is_one = compared.relation() == Relation::Same;
    let halves = [
        (!is_one).then(|| cell(first, &before, falls_away, comparison_words().steps.not_there_before)),
        Some(cell(second, &after, false, comparison_words().steps.not_there_after)),
    ];
    Some(Row {
        kinds: group.kinds.clone(),
        told: (!is_one).then(|| told(&group.kinds, compared.relation())),
        halves,
        focus: (which, key.clone()),
        reason: reason(group).filter(|_| !is_one),
        lines,
        details,
        evidence: shown.evidence.kind(),
    })
}

fn cell(half: &Half, steps: &[&Step], falls_away: bool, not_there: fn(&str) -> String) -> Cell {
    let names: Vec<String> = steps.iter().map(|step| step.name.clone()).collect();
    let mut places: Vec<String> = steps.iter().filter_map(|step| where_to(half.service(), step)).collect();
    places.dedup();
    Cell {
        text: if steps.is_empty() { not_there(half.label()) } else { (words().names.list)(&names) },
        is_there: !steps.is_empty(),
        falls_away,
        where_to: (!places.is_empty()).then(|| (words().names.list)(&places)),
    }
}

/// Why the steps of a group are taken to be one, and how sure that is where it was found by likeness.
fn reason(group: &StepGroup) -> Option<String> {
    if group.reasons.is_empty() {
        return None;
    }
    let (words, names) = (step_list_words(), &words().names);
    let reasons: Vec<String> =
        group.reasons.iter().map(|reason| (words.reason)(*reason).to_owned()).collect();
    Some((words.taken_as_one)(&(names.list)(&reasons), group.confidence))
}

/// The fields that differ, details first. Way, place and window are told as one: where it is done.
fn differences(
    (first, a): (&Half, &Step),
    (second, b): (&Half, &Step),
    fields: &[Field],
) -> (Vec<Line>, Vec<Line>) {
    let names = &words().names;
    let line = |name, before: String, after: String| {
        (before != after).then_some(Line { name, before: Some(before), after })
    };
    let whereabouts = |half: &Half, step| where_to(half.service(), step).unwrap_or_default();
    let mut lines =
        Vec::from_iter(line((names.field)(Field::Place), whereabouts(first, a), whereabouts(second, b)));
    let mut details = Vec::new();
    for field in fields {
        let name = (names.field)(*field);
        let pair = || line(name, field_value(first, a, *field), field_value(second, b, *field));
        match field {
            Field::Actor | Field::Side | Field::Stage | Field::Channel | Field::Place | Field::Window => {}
            Field::Materials => match papers(first.version(), a, second.version(), b) {
                papers if papers.is_empty() => details.extend(pair()),
                papers => lines.extend(papers),
            },
            field if is_detail(*field) => details.extend(pair()),
            _ => lines.extend(pair()),
        }
    }
    (details, lines)
}

/// The papers that one hands in at one of the steps only.
fn papers(first: &Version, a: &Step, second: &Version, b: &Step) -> Vec<Line> {
    let words = words();
    let supplied = |version: &Version, step: &Step| -> Vec<(MaterialKey, String)> {
        let materials = step.materials.iter().filter_map(|key| version.material(key));
        let supplied = materials.filter(|material| material.provision.is_supplied());
        supplied.map(|material| (version.paper(material), material.name.clone())).collect()
    };
    let (had, has) = (supplied(first, a), supplied(second, b));
    let only = |these: &[(MaterialKey, String)], those: &[(MaterialKey, String)]| -> Vec<String> {
        let missing = |(key, _): &&(MaterialKey, String)| those.iter().all(|(other, _)| other != key);
        these.iter().filter(missing).map(|(_, name)| name.clone()).collect()
    };
    let told = |name, papers: Vec<String>| {
        (!papers.is_empty()).then(|| Line { name, before: None, after: (words.names.list)(&papers) })
    };
    let lines = [
        told(comparison_words().steps.fewer_papers, only(&had, &has)),
        told(comparison_words().steps.more_papers, only(&has, &had)),
    ];
    lines.into_iter().flatten().collect()
}

fn is_detail(field: Field) -> bool {
    matches!(
        field,
        Field::Prepare | Field::Queue | Field::Counter | Field::Outputs | Field::LegalBasis | Field::After
    )
}

fn where_to(service: &Service, step: &Step) -> Option<String> {
    let words = words();
    if step.side == domain::step::Side::Internal {
        return Some(comparison_words().steps.back_office.to_owned());
    }
    if !step.on_site() {
        return Some((words.names.channel)(step.channel).to_owned());
    }
    let parts = [place_name(service, step), window_name(service, step)];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// Between two ways nothing was dropped or added, and nothing got shorter or longer: a step is on
/// one side, or differs.
fn told(kinds: &[ChangeKind], relation: Relation) -> String {
    let words = words();
    if relation == Relation::TwoWays {
        return match kinds {
            [ChangeKind::Dropped] => comparison_words().steps.only_first.to_owned(),
            [ChangeKind::Added] => comparison_words().steps.only_second.to_owned(),
            [ChangeKind::Kept] => comparison_words().steps.same.to_owned(),
            _ => comparison_words().steps.differs.to_owned(),
        };
    }
    kinds.iter().map(|kind| (words.names.change)(*kind)).collect::<Vec<_>>().join(" + ")
}
