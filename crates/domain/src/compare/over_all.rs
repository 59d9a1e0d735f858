//! A comparison as a range: how every measure changes over all walks that the answers leave open, not
//! only from the easiest walk to the easiest.

use serde::{Deserialize, Serialize};

use super::{Difference, Direction, Side, difference, relation_of};
use crate::measure::{self, MeasureKind, Value, WhyUnknown};
use crate::service::Answers;
use crate::walk::{TooManyWalks, Walk, walks};

/// How one measure changes over all walks of two versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RangeChange {
    /// What was measured; numbers below are in its unit.
    pub kind: MeasureKind,
    /// Of the first version, from the least on any walk to the most on any.
    pub first: Value,
    /// Of the second version.
    pub second: Value,
    /// Second minus first, from the least to the most that it is for anybody. `None` where it is not
    /// known for somebody, where units differ, and for a share.
    pub difference: Option<Difference>,
}

/// Compares two versions for everybody whose case agrees with `answers`, in the order of
/// [`MeasureKind::ALL`].
///
/// Who answers a question one way answers it that way in both versions, so a walk of the first version is
/// held against those of the second that it agrees with, and the difference is narrower than the two
/// ranges would allow: 3 → 1 for one and 5 → 3 for another is 2 less for everybody. A question that only
/// one version asks, and a choice, leave all walks open.
///
/// # Errors
///
/// [`TooManyWalks`] where a version has more walks than [`crate::walk::MOST_WALKS`]; so no more than
/// 1 024 × 1 024 pairs of them are looked at, each once.
pub fn compare_over_all(
    first: Side<'_>,
    second: Side<'_>,
    answers: &Answers,
) -> Result<Vec<RangeChange>, TooManyWalks> {
    let taken = |side: Side<'_>| -> Result<Vec<(Answers, Vec<Value>)>, TooManyWalks> {
        let values = |walk: Walk<'_>| {
            let measures = measure::on_walk(side.service, side.version, Some(&walk));
            (walk.answers, measures.into_iter().map(|measured| measured.value).collect())
        };
        Ok(walks(side.service, side.version, answers)?.into_iter().map(values).collect())
    };
    let relation = relation_of(first, second);
    let (first, second) = (taken(first)?, taken(second)?);
    let mut cases: Vec<(&[Value], &[Value])> = Vec::new();
    for (answers, values) in &first {
        let agreeing = second.iter().filter(|(others, _)| agree(answers, others));
        cases.extend(agreeing.map(|(_, others)| (values.as_slice(), others.as_slice())));
    }
    let changes = MeasureKind::ALL.into_iter().enumerate().map(|(at, kind)| {
        let range = |side: &[(Answers, Vec<Value>)]| {
            let values = side.iter().map(|(_, values)| values[at].clone());
            values.reduce(measure::around).unwrap_or(Value::Unknown { why: WhyUnknown::NoSteps })
        };
        let mut differences =
            cases.iter().map(|(first, second)| difference(&first[at], &second[at], relation));
        let widest = differences.next().flatten();
        RangeChange {
            kind,
            first: range(&first),
            second: range(&second),
            difference: widest
                .and_then(|widest| differences.try_fold(widest, |all, one| Some(all.around(one?)))),
        }
    });
    Ok(changes.collect())
}

/// Whether somebody can give both answers: no question is answered in two ways.
fn agree(first: &Answers, second: &Answers) -> bool {
    first.iter().all(|(question, answer)| second.get(question).is_none_or(|other| other == answer))
}

impl Difference {
    /// The least difference that both are in.
    fn around(self, other: Difference) -> Difference {
        let direction = match (self.direction, other.direction) {
            (one, other) if one == other => one,
            (Direction::Same, way @ (Direction::Less | Direction::More))
            | (way @ (Direction::Less | Direction::More), Direction::Same) => way,
            _ => Direction::Unclear,
        };
        Difference {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
            direction,
            reduction_permille: self
                .reduction_permille
                .filter(|_| self.reduction_permille == other.reduction_permille),
        }
    }
}
