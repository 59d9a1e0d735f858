//! A pane of the window of numbers: one measure or one reported figure, before → after, as a button
//! that opens its why.

use domain::reported::Reported;
use domain::{
    Difference, Direction, EvidenceKind, MeasureChange, MeasureKind, Relation, ReportedChange, Value, compare,
};
use leptos::prelude::*;

use crate::compared::Compared;
use crate::components::evidence_mark::EvidenceMark;
use crate::components::hypothesis_mark::HypothesisMark;
use crate::components::value_text::over_all;
use crate::words::{what_if, words};

/// The measures that pages tell, in their order: those a person at the counter asks for. The others
/// are taken as well, and stand in no page.
pub const TOLD_MEASURES: [MeasureKind; 9] = [
    MeasureKind::Places,
    MeasureKind::Windows,
    MeasureKind::Visits,
    MeasureKind::ApplicantSteps,
    MeasureKind::BackOfficeSteps,
    MeasureKind::Documents,
    MeasureKind::LegalLimit,
    MeasureKind::PromisedLimit,
    MeasureKind::ComputedLimit,
];

/// What a pane says.
#[derive(Debug, Clone, PartialEq)]
pub struct Pane {
    /// What it is about.
    pub title: String,
    /// The first number; `None` where nobody told it.
    pub first: Option<String>,
    /// The second number; `None` where nobody told it.
    pub second: Option<String>,
    /// A change told instead of numbers.
    pub told: Option<String>,
    /// The unit of both numbers.
    pub counter: String,
    /// The difference, where there is something to say of it.
    pub difference: Option<(Direction, String)>,
    /// The reduction in percent with its baseline.
    pub rate: Option<String>,
    /// Why it may be believed.
    pub evidence: Option<EvidenceKind>,
    /// Whether the two stand beside each other instead of one after the other.
    pub beside: bool,
    /// Whether there is no before at all, told or not.
    pub planned: bool,
    /// The range over everything that is still open, where it is another.
    pub over_all: Option<String>,
    /// The evidence of each side, where one is illustrative and the other is not.
    pub marks: [Option<EvidenceKind>; 2],
    /// Whether it is the one number people came for: it gets a row of its own.
    pub leading: bool,
    /// Whether the number says little without its unit in sight.
    pub with_counter: bool,
    /// Whether the second number is only supposed.
    pub supposed: bool,
}

impl Pane {
    /// A measure of two versions.
    pub fn of_measure(change: &MeasureChange, compared: &Compared) -> Pane {
        let names = &words().names;
        let (relation, baseline) = (compared.relation(), compared.first().label());
        let kind = change.first.kind;
        let number = |value: &Value| value.range().map(|(min, max)| (names.range)(min, max));
        let unit = [&change.second.value, &change.first.value].into_iter().find_map(Value::time_unit);
        Pane {
            title: (names.measure)(kind).to_owned(),
            first: number(&change.first.value),
            second: number(&change.second.value),
            told: None,
            counter: unit.map_or((names.counter)(kind), names.time_unit).to_owned(),
            difference: told_difference(change.difference, relation),
            rate: rate(change.difference, baseline).filter(|_| is_limit(kind)),
            evidence: change.evidence(),
            beside: relation == Relation::TwoWays,
            planned: false,
            over_all: over_all(compared, kind),
            marks: [change.first.evidence, change.second.evidence]
                .map(|kind| kind.filter(|_| compared.is_mixed())),
            leading: kind == MeasureKind::PromisedLimit,
            with_counter: is_limit(kind),
            supposed: false,
        }
    }

    /// A reported figure of two versions; `baseline` names the first.
    pub fn of_report(change: &ReportedChange, relation: Relation, baseline: &str) -> Pane {
        let names = &words().names;
        Pane {
            title: change.subject.clone(),
            first: change.first.map(|n| n.to_string()),
            second: change.second.map(|n| n.to_string()),
            told: change.told.as_ref().map(names.told_change),
            counter: change.unit.as_ref().map(names.unit).unwrap_or_default(),
            difference: told_difference(change.difference, relation),
            rate: rate(change.difference, baseline),
            evidence: change.evidence.first().map(domain::Evidence::kind),
            beside: relation == Relation::TwoWays,
            planned: false,
            over_all: None,
            marks: [None; 2],
            leading: true,
            with_counter: true,
            supposed: false,
        }
    }

    /// A reported figure by itself, where the source speaks of no two versions. What is `planned`
    /// has no before.
    pub fn of_report_alone(report: &Reported, planned: bool) -> Pane {
        let words = words();
        let difference = compare::reported_difference(report);
        Pane {
            title: report.subject.clone(),
            first: report.before.as_ref().map(|figure| figure.value.to_string()),
            second: report.after.as_ref().map(|figure| figure.value.to_string()),
            told: report.change.as_ref().map(words.names.told_change),
            counter: report.unit.as_ref().map(words.names.unit).unwrap_or_default(),
            difference: told_difference(difference, Relation::BeforeAfter),
            rate: rate(difference, words.service.from_before),
            evidence: Some(report.evidence.kind()),
            beside: false,
            planned,
            over_all: None,
            marks: [None; 2],
            leading: true,
            with_counter: true,
            supposed: false,
        }
    }

    fn has_numbers(&self) -> bool {
        self.first.is_some() || self.second.is_some()
    }
}

fn is_limit(kind: MeasureKind) -> bool {
    matches!(kind, MeasureKind::LegalLimit | MeasureKind::PromisedLimit | MeasureKind::ComputedLimit)
}

/// Between two ways nothing is more or less; they differ.
fn told_difference(difference: Option<Difference>, relation: Relation) -> Option<(Direction, String)> {
    let difference = difference.filter(|_| relation != Relation::TwoWays)?;
    Some((difference.direction, (words().names.difference)(&difference)))
}

fn rate(difference: Option<Difference>, baseline: &str) -> Option<String> {
    let permille = difference?.reduction_permille.filter(|permille| *permille > 0)?;
    Some((words().service.reduction)(&(words().names.permille)(permille), baseline))
}

/// Draws a [`Pane`].
#[component]
pub fn PaneView(
    pane: Pane,
    /// Opens the why.
    on_open: impl Fn() + 'static,
) -> impl IntoView {
    let mut class = String::from("pane");
    if pane.leading {
        class.push_str(" pane--leading");
    } else if pane.with_counter {
        class.push_str(" pane--half");
    }
    let is_mixed = pane.marks.iter().any(Option::is_some);
    if pane.evidence == Some(EvidenceKind::Example) && !is_mixed {
        class.push_str(" pane--example");
    }
    // Three digits or a range need room.
    if [&pane.first, &pane.second].iter().any(|n| n.as_ref().is_some_and(|n| n.chars().count() >= 3)) {
        class.push_str(" pane--long");
    }
    // 示例 is marked once for all panes, above them.
    let marked = pane.evidence.filter(|kind| *kind != EvidenceKind::Example && !is_mixed);
    let numbers = pane.has_numbers().then(|| view! { <PaneNumbers pane=pane.clone()/> });
    let told = pane.told.clone().map(|told| view! { <span class="pane__told">{told}</span> });
    let difference = pane.difference.map(|(direction, text)| view! { <Change direction text/> });
    view! {
        <button class=class type="button" aria-haspopup="dialog" on:click=move |_| on_open()>
            <span class="pane__title">{pane.title} {pane.supposed.then(|| view! { " " <HypothesisMark/> })}</span>
            {numbers}
            {told}
            <span class="pane__foot">
                {difference}
                {pane.rate.map(|rate| view! { <span class="pane__rate">{rate}</span> })}
                {marked.map(|kind| view! { <EvidenceMark kind/> })}
            </span>
            {pane.over_all.map(|range| view! { <span class="pane__all">{range}</span> })}
        </button>
    }
}

/// The two numbers of a pane; what nobody told is said to be so.
#[component]
fn PaneNumbers(pane: Pane) -> impl IntoView {
    let words = words();
    // No source could tell what is only supposed.
    let blank = if pane.supposed { what_if().unknown } else { words.site.not_told };
    let [first_mark, second_mark] = pane.marks;
    let side = |number: Option<String>, class: &'static str, mark: Option<EvidenceKind>| match number {
        Some(number) => view! {
            <span class=class class:pane__number--example=mark == Some(EvidenceKind::Example)>{number}</span>
            {mark.map(|kind| view! { <EvidenceMark kind/> })}
        }
        .into_any(),
        None => view! { <span class="pane__blank">{blank}</span> }.into_any(),
    };
    let saved = pane.difference.as_ref().is_some_and(|(direction, _)| *direction == Direction::Less);
    let between = if pane.beside { words.service.beside } else { words.service.arrow };
    let sign = if pane.beside { "pane__divider" } else { "pane__arrow" };
    view! {
        <span class="pane__numbers" class:pane__numbers--saved=saved class:pane__numbers--beside=pane.beside>
            {(!pane.planned).then(|| view! {
                {side(pane.first, "pane__first", first_mark)}
                <span class=sign><span class="visually-hidden">{between}</span></span>
            })}
            {side(pane.second, "pane__second", second_mark)}
            <span class="pane__counter">{pane.counter}</span>
        </span>
    }
}

/// 少 and 多: a hollow or a solid triangle of one size, with the word.
#[component]
pub fn Change(direction: Direction, text: String) -> impl IntoView {
    let class = match direction {
        Direction::Less => "change change--less",
        Direction::More => "change change--more",
        Direction::Same | Direction::Unclear => "change",
    };
    view! { <span class=class>{text}</span> }
}
