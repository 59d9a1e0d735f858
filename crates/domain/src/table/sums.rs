//! The sums under 对比总表: one for what is real, one for the demonstration district, and never one for
//! both.
//!
//! A service counts once, by its main row, however many rows it has. A side that is unknown is in no sum:
//! a service of which one side is unknown is counted as unknown instead, since a sum of different services
//! before and after would compare nothing. Places and windows are not added up: two services at one hall
//! have one hall.

use super::{Judgement, TableRow};
use crate::measure::MeasureKind;

/// The measures that are added up over services.
pub const SUMMED: [MeasureKind; 4] =
    [MeasureKind::Visits, MeasureKind::ApplicantSteps, MeasureKind::Documents, MeasureKind::Submissions];

/// Both sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    /// Of what is real.
    pub real: Sum,
    /// Of the demonstration district.
    pub examples: Sum,
}

/// What the services of one kind come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// How many services.
    pub services: u32,
    /// 达标 of the first versions.
    pub first_standard: StandardCount,
    /// 达标 of the second versions.
    pub second_standard: StandardCount,
    /// The measures of [`SUMMED`], each over the services of which both sides are known.
    pub measures: Vec<(MeasureKind, BothSides)>,
    /// 负担 of all cases of a year, in whole hours.
    pub yearly_hours: BothSides,
}

/// A sum of both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BothSides {
    /// Of the first versions, from the least to the most.
    pub first: (u64, u64),
    /// Of the second versions, from the least to the most.
    pub second: (u64, u64),
    /// How many services are in it.
    pub known: u32,
    /// How many are not, since a side is unknown.
    pub unknown: u32,
}

/// How many services are 一地一窗一次.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StandardCount {
    /// Are, 不见面 included.
    pub met: u32,
    /// Are not.
    pub not_met: u32,
    /// Nobody knows, or there is no such version.
    pub unknown: u32,
}

/// Adds up the rows that are shown.
pub fn sums(rows: &[&TableRow]) -> Sums {
    Sums { real: sum(rows, false), examples: sum(rows, true) }
}

fn sum(rows: &[&TableRow], illustrative: bool) -> Sum {
    let rows: Vec<&TableRow> =
        rows.iter().copied().filter(|row| row.main && row.illustrative == illustrative).collect();
    let standard = |judged: fn(&TableRow) -> Option<Judgement>| {
        let mut count = StandardCount::default();
        for row in &rows {
            match judged(row) {
                Some(Judgement::Faceless | Judgement::Met) => count.met += 1,
                Some(Judgement::NotMet) => count.not_met += 1,
                Some(Judgement::Unknown) | None => count.unknown += 1,
            }
        }
        count
    };
    let measures = SUMMED.map(|kind| {
        let sides = rows.iter().map(|row| {
            let figure = row.figure(kind)?;
            let wide = |(min, max): (u32, u32)| (u64::from(min), u64::from(max));
            Some((wide(figure.first?.range()?), wide(figure.second?.range()?)))
        });
        (kind, added_up(sides))
    });
    let hours = rows.iter().map(|row| row.yearly_hours.and_then(|hours| Some((hours.first?, hours.second?))));
    Sum {
        services: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        first_standard: standard(|row| row.first.as_ref().map(|version| version.standard)),
        second_standard: standard(|row| row.second.as_ref().map(|version| version.standard)),
        measures: measures.to_vec(),
        yearly_hours: added_up(hours),
    }
}

type Sides = ((u64, u64), (u64, u64));

fn added_up(rows: impl Iterator<Item = Option<Sides>>) -> BothSides {
    let add = |a: (u64, u64), b: (u64, u64)| (a.0.saturating_add(b.0), a.1.saturating_add(b.1));
    rows.fold(BothSides::default(), |sum, sides| match sides {
        Some((first, second)) => BothSides {
            first: add(sum.first, first),
            second: add(sum.second, second),
            known: sum.known + 1,
            ..sum
        },
        None => BothSides { unknown: sum.unknown + 1, ..sum },
    })
}
