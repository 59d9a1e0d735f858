//! The steps of two versions: what became of each, in a word, a shape, and the fields that differ.

use domain::key::MaterialKey;
use domain::{ChangeKind, EvidenceKind, Field, Relation, Service, Step, StepGroup, Version};
use leptos::prelude::*;

use crate::compared::{Compared, Half};
use crate::components::evidence_mark::EvidenceMark;
use crate::components::field_value::{field_value, place_name, window_name};
use crate::diagram::change_sign::ChangeSign;
use crate::words::words;

/// One row of the list.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    kinds: Vec<ChangeKind>,
    /// The change in words, as the relation of the versions allows to say it.
    told: String,
    name: String,
    gone: bool,
    note: Option<String>,
    where_to: Option<String>,
    /// What differs and says something by itself.
    lines: Vec<Line>,
    /// What differs in detail.
    details: Vec<Line>,
    evidence: EvidenceKind,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    name: &'static str,
    /// What it was; `None` where the line tells the difference by itself.
    before: Option<String>,
    after: String,
}

/// Every step of either version, each once.
#[component]
pub fn StepChanges(compared: Compared) -> impl IntoView {
    let words = words();
    let rows = rows(&compared);
    let all_kept = !rows.is_empty() && rows.iter().all(|row| row.kinds == [ChangeKind::Kept]);
    let count = rows.len();
    let illustrative = compared.is_illustrative();
    view! {
        <section class="section" aria-labelledby="steps-title">
            <div class="section__head">
                <h2 class="section__title" id="steps-title">{words.steps.title}</h2>
                <span class="section__count">
                    {illustrative.then(|| view! { <EvidenceMark kind=EvidenceKind::Example/> " " })}
                    {(words.steps.count)(count)}
                </span>
            </div>
            {all_kept.then(|| view! { <p class="section__note">{words.steps.all_kept}</p> })}
            <ol class="step-changes">{rows.into_iter().map(|row| view! { <RowView row/> }).collect_view()}</ol>
        </section>
    }
}

#[component]
fn RowView(row: Row) -> impl IntoView {
    let words = words();
    // 示例 is marked once for all steps, above them.
    let marked = (row.evidence != EvidenceKind::Example).then_some(row.evidence);
    let details = (!row.details.is_empty()).then(|| {
        view! {
            <details class="step-change__details">
                <summary>{(words.steps.more_differs)(row.details.len())}</summary>
                <dl>{row.details.into_iter().map(line_view).collect_view()}</dl>
            </details>
        }
    });
    let lines = row.lines.into_iter().map(line_view).collect_view();
    let name = if row.gone {
        view! { <del class="step-change__name step-change__name--gone">{row.name}</del> }.into_any()
    } else {
        view! { <span class="step-change__name">{row.name}</span> }.into_any()
    };
    view! {
        <li class="step-change">
            <span class="step-change__sign"><ChangeSign kinds=row.kinds/></span>
            <div class="step-change__body">
                <p class="step-change__kinds">
                    {row.told}
                    {marked.map(|kind| view! { <EvidenceMark kind/> })}
                </p>
                <h3 class="step-change__title">{name}</h3>
                {row.where_to.map(|text| view! { <p class="step-change__where">{text}</p> })}
                {row.note.map(|note| view! { <p class="step-change__note">{note}</p> })}
                <div class="step-change__fields">
                    <dl>{lines}</dl>
                    {details}
                </div>
            </div>
        </li>
    }
}

fn line_view(line: Line) -> AnyView {
    view! {
        <div class="step-change__field">
            <dt>{line.name}</dt>
            <dd>
                {line.before.map(|before| view! {
                    <span class="step-change__before">{before}</span>
                    <span class="step-change__arrow">
                        <span class="visually-hidden">{words().steps.changed_to}</span>
                    </span>
                })}
                <span class="step-change__after">{line.after}</span>
            </dd>
        </div>
    }
    .into_any()
}

fn rows(compared: &Compared) -> Vec<Row> {
    compared.comparison().steps.iter().filter_map(|group| row(compared, group)).collect()
}

fn row(compared: &Compared, group: &StepGroup) -> Option<Row> {
    let (first, second, relation) = (compared.first(), compared.second(), compared.relation());
    let words = words();
    let before: Vec<&Step> = group.first.iter().filter_map(|key| first.step(key)).collect();
    let after: Vec<&Step> = group.second.iter().filter_map(|key| second.step(key)).collect();
    let shown = *after.first().or(before.first())?;
    let names =
        |steps: &[&Step]| (words.names.list)(&steps.iter().map(|step| step.name.clone()).collect::<Vec<_>>());
    let note = match (before.len(), after.len()) {
        (0, _) => Some((words.steps.not_there_before)(first.label())),
        (_, 0) => Some((words.steps.not_there_after)(second.label())),
        (1, 1) => None,
        _ => Some((words.steps.used_to_be)(first.label(), &names(&before))),
    };
    let (details, lines) = match (before.as_slice(), after.as_slice()) {
        ([a], [b]) => differences((first, a), (second, b), &group.fields),
        _ => Default::default(),
    };
    Some(Row {
        kinds: group.kinds.clone(),
        told: told(&group.kinds, relation),
        name: if after.is_empty() { names(&before) } else { names(&after) },
        gone: after.is_empty() && relation == Relation::BeforeAfter,
        note,
        where_to: where_to(if after.is_empty() { first } else { second }.service(), shown),
        lines,
        details,
        evidence: shown.evidence.kind(),
    })
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
    let lines =
        [told(words.steps.fewer_papers, only(&had, &has)), told(words.steps.more_papers, only(&has, &had))];
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
        return Some(words.steps.back_office.to_owned());
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
            [ChangeKind::Dropped] => words.steps.only_first.to_owned(),
            [ChangeKind::Added] => words.steps.only_second.to_owned(),
            [ChangeKind::Kept] => words.steps.same.to_owned(),
            _ => words.steps.differs.to_owned(),
        };
    }
    kinds.iter().map(|kind| (words.names.change)(*kind)).collect::<Vec<_>>().join(" + ")
}
