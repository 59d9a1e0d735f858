//! 对比总表 as files to keep: what stands in which cell, once for every kind of file.
//!
//! Every row says in its first cell whether it is real or 示例, and what is added up is added up apart. A
//! number is a number, so that a spreadsheet can go on counting; a range, a share and words are text; what is
//! unknown is an empty cell.

pub mod csv;
mod sums;
pub mod xlsx;

use app::words::words;
use domain::reported::ToldChange;
use domain::table::column::{Aspect, Column, Topic};
use domain::table::{Figure, Judgement, Known, ReportedFigure, TableRow};
use domain::terms::range;
use domain::{Difference, MeasureKind, Relation, Share, TimeUnit};

/// The name of the files, without the ending.
pub const FILE_NAME: &str = "跑一次-对比总表";

const REAL: &str = "真实";
const EXAMPLE: &str = "示例，不能作为办事依据";

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(i64),
    /// A number with one decimal, in tenths.
    Tenths(i64),
}

/// One column of a file: what is above it, and what stands in it for a row.
pub(crate) struct FileColumn {
    pub heading: String,
    pub content: Content,
}

/// What stands in a column of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Reality,
    Id,
    FirstVersion,
    SecondVersion,
    /// The unit of a time, beside its numbers.
    Unit(MeasureKind),
    Of(Column),
}

/// The columns of a file for the columns of the table: what a person tells apart by looks or by a link stands
/// in columns of its own.
pub(crate) fn columns(topics: &[Topic], aspects: &[Aspect]) -> Vec<FileColumn> {
    let column = |heading: &str, content| FileColumn { heading: heading.to_owned(), content };
    let mut columns = vec![column("性质", Content::Reality), column("编号", Content::Id)];
    for topic in topics {
        if *topic == Topic::Versions {
            columns.push(column("改前版本", Content::FirstVersion));
            columns.push(column("改后版本", Content::SecondVersion));
            continue;
        }
        let told = topic.columns(aspects);
        let has_numbers = !told.is_empty();
        columns.extend(told.into_iter().map(|one| column(&heading(one), Content::Of(one))));
        if let Topic::Measure(kind) = topic
            && has_numbers
            && kind.is_time()
        {
            columns.push(column(&format!("{} 单位", kind.term()), Content::Unit(*kind)));
        }
    }
    columns
}

fn heading(column: Column) -> String {
    let topic = match column.topic {
        Topic::Service => "事项".to_owned(),
        Topic::Versions => "版本".to_owned(),
        Topic::Area => "片区".to_owned(),
        Topic::Audience => "服务对象".to_owned(),
        Topic::Reported => "报道值".to_owned(),
        Topic::Measure(kind) => kind.term().to_owned(),
        Topic::Standard => "达标".to_owned(),
        Topic::Changes => "变动".to_owned(),
        Topic::Evidence => "依据".to_owned(),
        Topic::Cases => "每年件数".to_owned(),
        Topic::YearlyHours => "全年负担（小时）".to_owned(),
    };
    match column.aspect {
        Some(aspect) => format!("{topic} {}", aspect_name(aspect)),
        None => topic,
    }
}

fn aspect_name(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::First => "改前",
        Aspect::Second => "改后",
        Aspect::Difference => "差",
        Aspect::Rate => "压缩率（%）",
    }
}

/// What stands in a column for a row.
pub(crate) fn cell(row: &TableRow, content: Content) -> Cell {
    match content {
        Content::Reality => text(if row.illustrative { EXAMPLE } else { REAL }),
        Content::Id => text(row.service.as_str()),
        Content::FirstVersion => row.first.as_ref().map_or(Cell::Empty, |version| text(&version.label)),
        Content::SecondVersion => row.second.as_ref().map_or(Cell::Empty, |version| text(&version.label)),
        Content::Unit(kind) => {
            row.figure(kind).and_then(common_unit).map_or(Cell::Empty, |unit| text(unit.term()))
        }
        Content::Of(column) => of_column(row, column),
    }
}

fn of_column(row: &TableRow, column: Column) -> Cell {
    let joined =
        |parts: Vec<String>| if parts.is_empty() { Cell::Empty } else { Cell::Text(parts.join("；")) };
    match column.topic {
        Topic::Service => text(&row.name),
        Topic::Versions => Cell::Empty,
        Topic::Area => text(&row.area),
        Topic::Audience => {
            row.audience.map_or(Cell::Empty, |audience| text((words().names.audience)(audience)))
        }
        Topic::Reported => joined(row.reported.iter().map(reported).collect()),
        Topic::Standard => {
            let version = if column.aspect == Some(Aspect::First) { &row.first } else { &row.second };
            version.as_ref().map_or(Cell::Empty, |version| text(judgement_name(version.standard)))
        }
        Topic::Changes => joined(
            row.changes.iter().map(|change| format!("{} {}", change.kind.term(), change.count)).collect(),
        ),
        Topic::Evidence => joined(row.evidence().iter().map(|kind| kind.term().to_owned()).collect()),
        Topic::Cases => row.cases_a_year.map_or(Cell::Empty, |cases| Cell::Number(i64::from(cases))),
        Topic::YearlyHours => {
            let wide = |(min, max): (u64, u64)| (signed(min), signed(max));
            let hours = row.yearly_hours.and_then(|hours| match column.aspect? {
                Aspect::First => hours.first.map(wide),
                Aspect::Second => hours.second.map(wide),
                Aspect::Difference => hours.difference(),
                Aspect::Rate => None,
            });
            hours.map_or(Cell::Empty, between)
        }
        Topic::Measure(kind) => {
            row.figure(kind).map_or(Cell::Empty, |figure| of_figure(figure, row.relation, column.aspect))
        }
    }
}

fn of_figure(figure: &Figure, relation: Option<Relation>, aspect: Option<Aspect>) -> Cell {
    let difference = figure.difference(relation);
    let unit = common_unit(figure);
    let value = |known: Option<Known>| match known {
        None => Cell::Empty,
        Some(Known::Share(least, most)) => Cell::Text(shares(least, most)),
        Some(known) => match (known.range(), known.time_unit()) {
            // Two units in one row: the number alone would say nothing.
            (Some((min, max)), Some(own)) if unit.is_none() && max > 0 => {
                Cell::Text(format!("{} {}", range(min, max), own.term()))
            }
            (Some((min, max)), _) => between((i64::from(min), i64::from(max))),
            (None, _) => Cell::Empty,
        },
    };
    match aspect {
        Some(Aspect::First) => value(figure.first),
        Some(Aspect::Second) => value(figure.second),
        Some(Aspect::Difference) => difference.map_or(Cell::Empty, |d| between((d.min, d.max))),
        Some(Aspect::Rate) => difference.and_then(|d| d.reduction_permille).map_or(Cell::Empty, Cell::Tenths),
        None => Cell::Empty,
    }
}

/// The unit of both sides; `None` where they have two, or none.
fn common_unit(figure: &Figure) -> Option<TimeUnit> {
    // No time at all is of the unit of the other side.
    let told = |known: &Known| known.time_unit().filter(|_| known.range().is_some_and(|(_, max)| max > 0));
    let mut units = [&figure.first, &figure.second].into_iter().flatten().filter_map(told);
    let unit = units.next()?;
    units.all(|other| other == unit).then_some(unit)
}

/// One exact number, or a range in words. A true minus keeps a range below zero readable.
fn between((min, max): (i64, i64)) -> Cell {
    let word =
        |number: i64| if number < 0 { format!("−{}", number.unsigned_abs()) } else { number.to_string() };
    if min == max { Cell::Number(min) } else { Cell::Text(format!("{} 至 {}", word(min), word(max))) }
}

fn shares(least: Share, most: Share) -> String {
    let told = |share: Share| format!("{} 份里免 {} 份", share.whole, share.part);
    if least == most { told(least) } else { format!("{} 至 {}", told(least), told(most)) }
}

fn reported(report: &ReportedFigure) -> String {
    let unit = report.unit.as_ref().map(|unit| unit.term().to_owned()).unwrap_or_default();
    let figures = match (report.first, report.second) {
        (Some(first), Some(second)) => Some(format!("{first} → {second} {unit}")),
        (Some(only), None) => Some(format!("改前 {only} {unit}")),
        (None, Some(only)) => Some(format!("{only} {unit}")),
        (None, None) => None,
    };
    let told = report.told.as_ref().map(|told| match told {
        ToldChange::Percent(percent) if *percent > 0 => format!("+{percent} %"),
        ToldChange::Percent(percent) => format!("−{} %", percent.unsigned_abs()),
        ToldChange::Words(words) => words.clone(),
    });
    let rate = report.difference.and_then(rate);
    let evidence = report.evidence.map(|kind| format!("（{}）", kind.term()));
    let parts = [Some(report.subject.clone()), figures, told, rate];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ") + &evidence.unwrap_or_default()
}

fn rate(difference: Difference) -> Option<String> {
    let permille = difference.reduction_permille.filter(|permille| *permille > 0)?;
    Some(format!("比改前少 {}.{} %", permille / 10, permille % 10))
}

fn judgement_name(judged: Judgement) -> &'static str {
    match judged {
        Judgement::Faceless => "不见面",
        Judgement::Met => "达标",
        Judgement::NotMet => "未达标",
        Judgement::Unknown => "不详",
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
