//! `paoyici compare A B`: two versions beside each other, what became lighter and what heavier with the
//! same prominence, and what one would point at in either.
//!
//! Only between a version and its descendant are there 改前 and 改后, 省下的 and 多出的; any other two are
//! 方式甲 and 方式乙.

mod over_all;
mod waterfall;

use clap::Args;
use domain::compare::{Side, compare_sides};
use domain::walk::easiest_walk;
use domain::{
    Answers, ChangeKind, Comparison, Difference, Direction, EvidenceKind, Finding, Measured, RangeChange,
    Reason, Relation, ReportedChange, StepGroup, Value, Weight, findings, reported::ToldChange,
    walk::TooManyWalks,
};
use serde::Serialize;

use super::answers::AnswersOption;
use super::failure::CommandError;
use super::output::{FormatOption, columns};
use super::process_file::{Chosen, Named};
use super::words;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The first version; FILE alone where the file has only one
    #[arg(value_name = "FILE#VERSION")]
    first: Named,
    /// The second version
    #[arg(value_name = "FILE#VERSION")]
    second: Named,
    #[command(flatten)]
    answers: AnswersOption,
    #[command(flatten)]
    format: FormatOption,
}

/// What programs get: the comparison, and beside it how it is over all cases and the findings.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    comparison: &'a Comparison,
    /// Left out where there are too many cases.
    #[serde(skip_serializing_if = "Option::is_none")]
    over_all: Option<&'a [RangeChange]>,
    findings: &'a Found,
}

/// What was found in either version and in the change from one to the other.
#[derive(Serialize)]
struct Found {
    first: Vec<Finding>,
    second: Vec<Finding>,
    change: Vec<Finding>,
}

pub(super) fn run(options: &Options) -> Result<(), CommandError> {
    let (first, second) = (options.first.one_version()?, options.second.one_version()?);
    let answers = options.answers.for_services(&[&first.service, &second.service])?;
    let comparison = comparison(&first, &second, &answers)?;
    let found = Found {
        first: words::look_at(&first.service, &first.version, &answers)?,
        second: words::look_at(&second.service, &second.version, &answers)?,
        change: found_in_change(&first, &second, &answers),
    };
    let over_all = over_all::of(&first, &second, &answers);
    let told = Told { comparison: &comparison, over_all: over_all.as_deref().ok(), findings: &found };
    let page = Page {
        first: &first,
        second: &second,
        answers: &answers,
        comparison: &comparison,
        over_all: &over_all,
        found: &found,
    };
    options.format.write(|| page.text(), &told)
}

fn comparison(first: &Chosen, second: &Chosen, answers: &Answers) -> Result<Comparison, CommandError> {
    let [first, second] =
        [first, second].map(|chosen| Side { service: &chosen.service, version: &chosen.version });
    compare_sides(first, second, answers, &[]).map_err(|error| CommandError::refused(error.to_string()))
}

fn found_in_change(first: &Chosen, second: &Chosen, answers: &Answers) -> Vec<Finding> {
    let walks = [first, second].map(|chosen| easiest_walk(&chosen.service, &chosen.version, answers));
    match &walks {
        [Ok(first), Ok(second)] => findings::of_change(first, second),
        _ => Vec::new(),
    }
}

/// Everything that the text is made of.
struct Page<'a> {
    first: &'a Chosen,
    second: &'a Chosen,
    answers: &'a Answers,
    comparison: &'a Comparison,
    over_all: &'a Result<Vec<RangeChange>, TooManyWalks>,
    found: &'a Found,
}

impl Page<'_> {
    fn text(&self) -> String {
        let [first, second] = self.comparison.relation.terms();
        let (a, b) = (self.first, self.second);
        let mut text = format!("{}\n", words::heading(&a.service));
        if b.service.id != a.service.id {
            text.push_str(&format!("{}\n", words::heading(&b.service)));
        }
        let names = [(first, a), (second, b)];
        let rows = names.map(|(term, chosen)| vec![term.to_owned(), words::version_name(&chosen.version)]);
        text.push_str(&columns(&rows));
        text.push_str(&self.situations());
        words::part(&mut text, "指标", &self.measures());
        words::part(&mut text, "各种情形和选择", &over_all::told(self.comparison, self.over_all));
        words::part(&mut text, "报道", &self.reported());
        words::part(&mut text, "环节", &self.steps());
        let [lighter, heavier] = weight_titles(self.comparison.relation);
        words::part(&mut text, lighter, &self.of_weight(Weight::Lighter));
        words::part(&mut text, heavier, &self.of_weight(Weight::Heavier));
        words::part(
            &mut text,
            waterfall::title(self.comparison.relation),
            &waterfall::told(a, b, self.comparison),
        );
        words::part(&mut text, "比较的提示", &words::findings(&a.service, &a.version, &self.found.change));
        words::part(
            &mut text,
            &format!("{first}的提示"),
            &words::findings(&a.service, &a.version, &self.found.first),
        );
        if self.comparison.relation != Relation::Same {
            words::part(
                &mut text,
                &format!("{second}的提示"),
                &words::findings(&b.service, &b.version, &self.found.second),
            );
        }
        text
    }

    /// One line where one side's answers hold for the other too, else a line for each.
    fn situations(&self) -> String {
        let told = |chosen: &Chosen| words::situations(&chosen.service, &chosen.version, self.answers);
        let (first, second) = (told(self.first), told(self.second));
        let within = |few: &[String], many: &[String]| few.iter().all(|one| many.contains(one));
        if within(&first, &second) {
            words::situation_line("情形", &second)
        } else if within(&second, &first) {
            words::situation_line("情形", &first)
        } else {
            let [a, b] = self.comparison.relation.terms().map(|term| format!("{term}的情形"));
            words::situation_line(&a, &first) + &words::situation_line(&b, &second)
        }
    }

    fn measures(&self) -> String {
        let [first, second] = self.comparison.relation.terms();
        let mut rows = vec![["", first, "", second].map(str::to_owned).to_vec()];
        rows.extend(self.comparison.measures.iter().filter(|change| change.says_something()).map(|change| {
            let mut row = told_change(&change.first, &change.second, change.difference.as_ref());
            row.push(change.evidence().map_or("", |kind| kind.term()).to_owned());
            row
        }));
        let mut text = if rows.len() > 1 { columns(&rows) } else { String::new() };
        let unknown = self.comparison.measures.iter().filter(|change| !change.says_something());
        text.push_str(&words::unknown_line(unknown.map(|change| &change.first)).unwrap_or_default());
        text
    }

    /// Each figure with its clause below it, which must not widen the columns.
    fn reported(&self) -> String {
        let rows: Vec<Vec<String>> = self.comparison.reported.iter().map(reported_row).collect();
        let figures = columns(&rows);
        let mut text = String::new();
        for (change, figure) in self.comparison.reported.iter().zip(figures.lines()) {
            text.push_str(&format!("{figure}\n"));
            for quote in change.evidence.iter().filter_map(|evidence| evidence.quote()) {
                text.push_str(&format!("    原话：「{quote}」\n"));
            }
        }
        text
    }

    fn steps(&self) -> String {
        let rows = self.comparison.steps.iter().map(|group| {
            let fields: Vec<&str> = group.fields.iter().map(|field| field.term()).collect();
            // A kind says what changed; the fields do where no kind does.
            let detail = match group.kinds.as_slice() {
                [ChangeKind::Adjusted] => fields.join("、"),
                // Why they correspond is worth a word where the keys do not say so.
                _ if group.confidence < CERTAIN => reasons(&group.reasons),
                _ => String::new(),
            };
            vec![kinds(&group.kinds), group_name(self.first, self.second, group), detail]
        });
        columns(&rows.collect::<Vec<_>>())
    }

    /// The steps with a change of this weight, and with no others of theirs.
    fn of_weight(&self, weight: Weight) -> String {
        let rows = self.comparison.steps.iter().filter_map(|group| {
            let weighed: Vec<ChangeKind> =
                group.kinds.iter().copied().filter(|kind| kind.weight() == weight).collect();
            (!weighed.is_empty()).then(|| vec![kinds(&weighed), group_name(self.first, self.second, group)])
        });
        columns(&rows.collect::<Vec<_>>())
    }
}

/// The steps of a group by name: 甲、乙 → 丙, or one name where both sides have the same.
fn group_name(first: &Chosen, second: &Chosen, group: &StepGroup) -> String {
    let names = |chosen: &Chosen, keys: &[domain::StepKey]| {
        let name = |key| chosen.version.step(key).map_or_else(|| key.to_string(), |step| step.name.clone());
        keys.iter().map(name).collect::<Vec<String>>().join("、")
    };
    let (first, second) = (names(first, &group.first), names(second, &group.second));
    match (first.as_str(), second.as_str()) {
        ("", only) | (only, "") => only.to_owned(),
        (same, other) if same == other => first,
        _ => format!("{first} → {second}"),
    }
}

fn weight_titles(relation: Relation) -> [&'static str; 2] {
    match relation {
        Relation::BeforeAfter => ["省下的", "多出的"],
        Relation::AfterBefore => ["改前比改后少的", "改前比改后多的"],
        Relation::TwoWays | Relation::Same => ["方式乙比方式甲少的", "方式乙比方式甲多的"],
    }
}

fn kinds(kinds: &[ChangeKind]) -> String {
    kinds.iter().map(|kind| kind.term()).collect::<Vec<_>>().join("、")
}

/// The confidence of what a person or the keys say.
const CERTAIN: domain::align::Confidence = 1_000;

fn reasons(reasons: &[Reason]) -> String {
    let terms: Vec<&str> = reasons.iter().map(|reason| reason.term()).collect();
    if terms.is_empty() { String::new() } else { format!("（{}）", terms.join("、")) }
}

/// A measure of both sides with its difference and rate.
fn told_change(first: &Measured, second: &Measured, difference: Option<&Difference>) -> Vec<String> {
    let unit = match first.kind.counter() {
        Some(counter) => counter,
        None => words::unit(longer_unit(&first.value, &second.value)),
    };
    vec![
        first.kind.term().to_owned(),
        words::value(first),
        "→".to_owned(),
        words::value(second),
        difference.map_or_else(String::new, |difference| told_difference(difference, unit)),
        difference.map_or_else(String::new, told_rate),
    ]
}

/// The unit of two times of which one may be none at all, which is of any unit.
fn longer_unit(first: &Value, second: &Value) -> Option<domain::TimeUnit> {
    match (first, second) {
        (Value::Time { span }, other) if span.is_none() => other.time_unit(),
        (first, _) => first.time_unit(),
    }
}

fn told_difference(difference: &Difference, unit: &str) -> String {
    let sizes = |min: i64, max: i64| if min == max { min.to_string() } else { format!("{min}–{max}") };
    match difference.direction {
        Direction::Same => "没变".to_owned(),
        Direction::Less => format!("少 {} {unit}", sizes(-difference.max, -difference.min)),
        Direction::More => format!("多 {} {unit}", sizes(difference.min, difference.max)),
        Direction::Unclear => "说不准".to_owned(),
    }
}

/// 压缩率 of the first value, one decimal; a rise is an increase and no negative reduction.
fn told_rate(difference: &Difference) -> String {
    match difference.reduction_permille {
        Some(0) | None => String::new(),
        Some(permille) => {
            let way = if permille > 0 { "压缩" } else { "增加" };
            let size = permille.abs();
            format!("{way} {}.{} %", size / 10, size % 10)
        }
    }
}

fn reported_row(change: &ReportedChange) -> Vec<String> {
    let unit = change.unit.as_ref().map_or("", |unit| unit.term());
    let figure =
        |value: Option<u32>| value.map_or_else(|| words::UNKNOWN.to_owned(), |n| format!("{n} {unit}"));
    let told = change.told.as_ref().map_or_else(String::new, |told| match told {
        ToldChange::Percent(percent) => format!("{percent:+} %"),
        ToldChange::Words(words) => words.clone(),
    });
    let evidence = EvidenceKind::weakest(change.evidence.iter().map(|evidence| evidence.kind()));
    vec![
        change.subject.clone(),
        figure(change.first),
        "→".to_owned(),
        figure(change.second),
        change.difference.as_ref().map_or_else(String::new, |difference| told_difference(difference, unit)),
        change.difference.as_ref().map_or_else(String::new, told_rate),
        told,
        evidence.map_or("", EvidenceKind::term).to_owned(),
    ]
}
