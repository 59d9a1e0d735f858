//! The sums under 对比总表: one for what is real, one for the demonstration district, and never one for
//! both.
//!
//! A service counts once, by its main row, however many rows it has. A side that is unknown is in no sum:
//! a service of which one side is unknown is counted as unknown instead, since a sum of different services
//! before and after would compare nothing. Places and windows are not added up: two services at one hall
//! have one hall.

use super::{Judgement, TableRow, TableVersion};
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
    /// 达标, over the services of which it is known of both sides.
    pub standard: StandardSum,
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

/// How many services are 一地一窗一次, 不见面 included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StandardSum {
    /// With their first version.
    pub first: u32,
    /// With their second version.
    pub second: u32,
    /// Of how many services it is known of both sides.
    pub known: u32,
    /// Of how many it is not, or there is no such version.
    pub unknown: u32,
}

/// Adds up the rows that are shown.
pub fn sums(rows: &[&TableRow]) -> Sums {
    Sums { real: sum(rows, false), examples: sum(rows, true) }
}

fn sum(rows: &[&TableRow], illustrative: bool) -> Sum {
    let rows: Vec<&TableRow> =
        rows.iter().copied().filter(|row| row.main && row.illustrative == illustrative).collect();
    let mut standard = StandardSum::default();
    for row in &rows {
        let is_met = |side: &Option<TableVersion>| side.as_ref().and_then(|version| is_met(version.standard));
        match (is_met(&row.first), is_met(&row.second)) {
            (Some(first), Some(second)) => {
                standard.first += u32::from(first);
                standard.second += u32::from(second);
                standard.known += 1;
            }
            _ => standard.unknown += 1,
        }
    }
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
        standard,
        measures: measures.to_vec(),
        yearly_hours: added_up(hours),
    }
}

fn is_met(judged: Judgement) -> Option<bool> {
    match judged {
        Judgement::Faceless | Judgement::Met => Some(true),
        Judgement::NotMet => Some(false),
        Judgement::Unknown => None,
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
