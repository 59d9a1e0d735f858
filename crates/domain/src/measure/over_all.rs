//! A measure over every walk that the answers leave open, not only the easiest.

use super::{MeasureKind, Share, Value, WhyUnknown, take};
use crate::service::{Answers, Service, Version};
use crate::span::{Span, TimeUnit};
use crate::walk::{TooManyWalks, walks};

/// Every measure as the range over all walks that agree with `answers`: from the least on any walk
/// to the most on any. An answer to a question (情形) leaves out the walks of the other answers, so
/// it can only narrow a range; a question left open and a choice left free widen it.
///
/// A measure that is unknown on any of the walks is unknown over all, for the reason of the first
/// such walk. Where it takes days on one walk and none on another, those without have 0 days; where
/// it is working days on one and natural days on another, it is unknown.
///
/// # Errors
///
/// [`TooManyWalks`] where answers and choices combine to more walks than are looked at.
pub fn measure_over_all(
    service: &Service,
    version: &Version,
    answers: &Answers,
) -> Result<Vec<(MeasureKind, Value)>, TooManyWalks> {
    let walks = walks(service, version, answers)?;
    let over_all = MeasureKind::ALL.into_iter().map(|kind| {
        let values = walks.iter().map(|walk| take(kind, service, version, Some(walk)).value);
        (kind, values.reduce(around).unwrap_or(Value::Unknown { why: WhyUnknown::NoSteps }))
    });
    Ok(over_all.collect())
}

/// The least value that both values are in.
pub(crate) fn around(first: Value, second: Value) -> Value {
    match (first, second) {
        (unknown @ Value::Unknown { .. }, _) | (_, unknown @ Value::Unknown { .. }) => unknown,
        (Value::Count { min, max }, Value::Count { min: other_min, max: other_max }) => {
            Value::Count { min: min.min(other_min), max: max.max(other_max) }
        }
        (Value::Money { min_yuan, max_yuan }, Value::Money { min_yuan: other_min, max_yuan: other_max }) => {
            Value::Money { min_yuan: min_yuan.min(other_min), max_yuan: max_yuan.max(other_max) }
        }
        (Value::Share { least, most }, Value::Share { least: other_least, most: other_most }) => {
            let least = if comes_before(other_least, least) { other_least } else { least };
            let most = if comes_before(most, other_most) { other_most } else { most };
            Value::Share { least, most }
        }
        (Value::Time { span }, Value::Time { span: other }) => around_spans(span, other),
        // One measure has one shape of value on all walks.
        _ => Value::Unknown { why: WhyUnknown::MixedDays },
    }
}

/// Of two shares that are as large, the one of fewer comes first: which walk is looked at first says
/// nothing.
fn comes_before(share: Share, other: Share) -> bool {
    share.is_less_than(other) || (!other.is_less_than(share) && share.whole < other.whole)
}

fn around_spans(first: Span, second: Span) -> Value {
    let unit = match (first.in_days(), second.in_days()) {
        (true, true) if first.unit() != second.unit() => {
            return Value::Unknown { why: WhyUnknown::MixedDays };
        }
        (true, _) => first.unit(),
        (false, true) => second.unit(),
        (false, false) => TimeUnit::Minute,
    };
    let ends = |span: Span| match span.in_minutes() {
        Some(minutes) if unit == TimeUnit::Minute => minutes,
        // What takes minutes passes within a day, as on one walk.
        Some(_) => (0, 0),
        None => (span.min(), span.max()),
    };
    let (first, second) = (ends(first), ends(second));
    match Span::new(first.0.min(second.0), first.1.max(second.1), unit) {
        Ok(span) => Value::Time { span },
        Err(_) => Value::Unknown { why: WhyUnknown::TooLarge },
    }
}
