//! The columns of 对比总表, how each is spelled in an address, and by what its rows are ordered.
//!
//! Real rows stand before those of the demonstration district whatever the order is, so that no example
//! is ranked among what is real; and what is unknown stands last in either direction. Rows that a column
//! does not tell apart stay in the order of the data. Times in different units are ordered by unit first,
//! since a working day is no number of minutes or of natural days.

use std::cmp::Ordering;
use std::fmt;

use serde::de::IntoDeserializer;
use serde::de::value::{Error as Unread, StrDeserializer};
use serde::{Deserialize, Serialize};

use super::{Figure, Judgement, Known, TableRow};
use crate::changes::ChangeKind;
use crate::compare::Relation;
use crate::measure::MeasureKind;

/// A column that can be shown or hidden; a figure takes one column for each [`Aspect`] that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// 事项; always shown.
    Service,
    /// The two versions.
    Versions,
    /// 片区
    Area,
    /// 服务对象
    Audience,
    /// 报道值
    Reported,
    /// A measure.
    Measure(MeasureKind),
    /// 达标 of both sides.
    Standard,
    /// Kinds of change with their counts.
    Changes,
    /// Every kind of evidence in the row.
    Evidence,
    /// Cases a year.
    Cases,
    /// 负担 of all cases of a year.
    YearlyHours,
}

/// What a column says of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Of the first version.
    First,
    /// Of the second version.
    Second,
    /// Second minus first.
    Difference,
    /// 压缩率
    Rate,
}

/// One column as it stands in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Column {
    /// What it is about.
    pub topic: Topic,
    /// What it says of it; `None` where a topic has one column.
    pub aspect: Option<Aspect>,
}

/// Which column the rows are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// From the most to the least.
    pub descending: bool,
}

impl Aspect {
    /// All, in their order.
    pub const ALL: [Aspect; 4] = [Aspect::First, Aspect::Second, Aspect::Difference, Aspect::Rate];
}

impl Topic {
    /// All, in the order in which they stand.
    pub fn all() -> Vec<Topic> {
        let mut topics = vec![Topic::Service, Topic::Versions, Topic::Area, Topic::Audience, Topic::Reported];
        topics.extend(MeasureKind::ALL.map(Topic::Measure));
        topics.extend([Topic::YearlyHours, Topic::Standard, Topic::Changes, Topic::Evidence, Topic::Cases]);
        topics
    }

    /// What is shown to somebody who has chosen nothing.
    pub fn shown_at_first() -> Vec<Topic> {
        use MeasureKind::{Documents, Places, PromisedLimit, Visits, Windows};
        let mut topics = vec![Topic::Service, Topic::Versions, Topic::Reported];
        topics.extend([Places, Windows, Visits, Documents, PromisedLimit].map(Topic::Measure));
        topics
    }

    /// What it can say.
    pub fn aspects(self) -> &'static [Aspect] {
        match self {
            // A share and the hours of a year have no rate of their own rule; a share no difference.
            Topic::Measure(MeasureKind::WaivedShare) | Topic::Standard => &[Aspect::First, Aspect::Second],
            Topic::YearlyHours => &[Aspect::First, Aspect::Second, Aspect::Difference],
            Topic::Measure(_) => &Aspect::ALL,
            _ => &[],
        }
    }

    /// Its columns, of those aspects that are `shown`.
    pub fn columns(self, shown: &[Aspect]) -> Vec<Column> {
        if self.aspects().is_empty() {
            return vec![Column { topic: self, aspect: None }];
        }
        let aspects = self.aspects().iter().filter(|aspect| shown.contains(aspect));
        aspects.map(|aspect| Column { topic: self, aspect: Some(*aspect) }).collect()
    }

    /// The topic that is spelled like this.
    pub fn read(text: &str) -> Option<Topic> {
        Topic::all().into_iter().find(|topic| topic.to_string() == text)
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Topic::Service => "service",
            Topic::Versions => "versions",
            Topic::Area => "area",
            Topic::Audience => "audience",
            Topic::Reported => "reported",
            Topic::Measure(kind) => return kind.serialize(f),
            Topic::Standard => "standard",
            Topic::Changes => "changes",
            Topic::Evidence => "evidence",
            Topic::Cases => "cases",
            Topic::YearlyHours => "yearly_hours",
        })
    }
}

impl Column {
    /// The column that is spelled like this: `area`, `visits.difference`.
    pub fn read(text: &str) -> Option<Column> {
        let (topic, aspect) = match text.split_once('.') {
            Some((topic, aspect)) => (topic, Some(read::<Aspect>(aspect)?)),
            None => (text, None),
        };
        let topic = Topic::read(topic)?;
        let exists = match aspect {
            Some(aspect) => topic.aspects().contains(&aspect),
            None => topic.aspects().is_empty(),
        };
        exists.then_some(Column { topic, aspect })
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.topic.fmt(f)?;
        match self.aspect {
            Some(aspect) => {
                f.write_str(".")?;
                aspect.serialize(f)
            }
            None => Ok(()),
        }
    }
}

impl Order {
    /// The order that is spelled like this: `visits.second`, and `-visits.second` from the most to the
    /// least.
    pub fn read(text: &str) -> Option<Order> {
        let (column, descending) = match text.strip_prefix('-') {
            Some(column) => (column, true),
            None => (text, false),
        };
        Column::read(column).map(|column| Order { column, descending })
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.descending {
            f.write_str("-")?;
        }
        self.column.fmt(f)
    }
}

/// A kind as it is spelled in files and addresses; `None` where no kind is.
pub fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    let text: StrDeserializer<'a, Unread> = text.into_deserializer();
    T::deserialize(text).ok()
}

/// Spells a kind as files and addresses do.
#[derive(Debug)]
pub struct Spelled<T>(pub T);

impl<T: Serialize> fmt::Display for Spelled<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// Puts things in the order of their rows; without one, only the real ones before the others.
pub fn sort<'a, T>(things: &mut [T], order: Option<Order>, row: impl Fn(&T) -> &'a TableRow) {
    let Some(Order { column, descending }) = order else {
        things.sort_by_key(|thing| row(thing).illustrative);
        return;
    };
    things.sort_by_cached_key(|thing| {
        let row = row(thing);
        let rank = rank(row, column);
        let rank = if descending { Placed::Down(rank) } else { Placed::Up(rank) };
        (row.illustrative, rank)
    });
}

/// What rows are ordered by. The order of the variants is their order.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// By unit, then by number.
    Number(u8, i64, i64),
    Text(String),
}

/// A rank, or none: none is last either way.
#[derive(Debug, PartialEq, Eq)]
enum Placed {
    Up(Option<Rank>),
    Down(Option<Rank>),
}

impl Placed {
    fn rank(&self) -> &Option<Rank> {
        match self {
            Placed::Up(rank) | Placed::Down(rank) => rank,
        }
    }
}

impl PartialOrd for Placed {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Placed {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.rank(), other.rank()) {
            (Some(a), Some(b)) if matches!(self, Placed::Down(_)) => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }
    }
}

fn rank(row: &TableRow, column: Column) -> Option<Rank> {
    let number = |number: i64| Rank::Number(0, number, 0);
    match column.topic {
        Topic::Service => Some(Rank::Text(row.name.clone())),
        Topic::Versions => row.second.as_ref().map(|version| Rank::Text(version.label.clone())),
        Topic::Area => Some(Rank::Text(row.area.clone())),
        Topic::Audience => row.audience.map(|audience| number(audience as i64)),
        Topic::Reported => {
            let rates = row.reported.iter().filter_map(|report| report.difference?.reduction_permille);
            rates.max().map(number)
        }
        Topic::Standard => {
            let version = if column.aspect == Some(Aspect::First) { &row.first } else { &row.second };
            let judged = version.as_ref().map(|version| version.standard);
            judged.filter(|judged| *judged != Judgement::Unknown).map(|judged| number(judged as i64))
        }
        Topic::Changes => {
            let changed = row.changes.iter().filter(|change| change.kind != ChangeKind::Kept);
            (!row.changes.is_empty()).then(|| number(changed.map(|change| i64::from(change.count)).sum()))
        }
        Topic::Evidence => row.evidence().last().map(|kind| number(*kind as i64)),
        Topic::Cases => row.cases_a_year.map(|cases| number(i64::from(cases))),
        Topic::YearlyHours => {
            let hours = row.yearly_hours?;
            let number = |hours: u64| i64::try_from(hours).unwrap_or(i64::MAX);
            let signed = |(min, max): (u64, u64)| (number(min), number(max));
            let (min, max) = match column.aspect? {
                Aspect::First => signed(hours.first?),
                Aspect::Second => signed(hours.second?),
                Aspect::Difference => hours.difference()?,
                Aspect::Rate => return None,
            };
            Some(Rank::Number(0, max, min))
        }
        Topic::Measure(kind) => rank_of_figure(row.figure(kind)?, row.relation, column.aspect?),
    }
}

fn rank_of_figure(figure: &Figure, relation: Option<Relation>, aspect: Aspect) -> Option<Rank> {
    let unit = |known: &Known| known.time_unit().map_or(0, |unit| unit as u8);
    match aspect {
        Aspect::First => rank_of_value(figure.first.as_ref()?),
        Aspect::Second => rank_of_value(figure.second.as_ref()?),
        Aspect::Difference => {
            let difference = figure.difference(relation)?;
            // No time at all is of the unit of the other side.
            let unit = [&figure.first, &figure.second].into_iter().flatten().map(unit).max();
            Some(Rank::Number(unit.unwrap_or(0), difference.max, difference.min))
        }
        Aspect::Rate => Some(Rank::Number(0, figure.difference(relation)?.reduction_permille?, 0)),
    }
}

fn rank_of_value(known: &Known) -> Option<Rank> {
    match known {
        Known::Count(min, max) | Known::Money(min, max) => {
            Some(Rank::Number(0, i64::from(*max), i64::from(*min)))
        }
        Known::Time(min, max, unit) => Some(Rank::Number(*unit as u8, i64::from(*max), i64::from(*min))),
        Known::Share(least, most) => {
            // A share has at least one in its whole.
            let millionths = |share: &crate::measure::Share| {
                i64::from(share.part) * 1_000_000 / i64::from(share.whole.max(1))
            };
            Some(Rank::Number(0, millionths(most), millionths(least)))
        }
    }
}
