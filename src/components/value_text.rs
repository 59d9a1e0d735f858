//! A measured value in words, with its unit: the same wherever a number stands outside its pane.

use domain::reported::Unit;
use domain::{Difference, Direction, MeasureChange, MeasureKind, Relation, TimeUnit, Value};

use crate::compared::Compared;
use crate::words::{comparison_words, words};

/// A value with its unit; `None` where nobody knows it.
pub fn told(kind: MeasureKind, value: &Value) -> Option<String> {
    let names = &words().names;
    Some(match value {
        Value::Unknown { .. } => return None,
        Value::Count { min, max } => {
            format!("{} {}", (names.range)(*min, *max), (names.measure_word)(kind, *max))
                .trim_end()
                .to_owned()
        }
        Value::Time { span } => match span.in_minutes() {
            // One's own time is told as one would say it, and none of it is no wait that is spared.
            Some((min, max)) if is_own_time(kind) || span.is_none() => (names.own_time)(min, max),
            _ => format!(
                "{} {}",
                (names.range)(span.min(), span.max()),
                (names.time_unit)(span.unit(), span.max())
            ),
        },
        Value::Share { least, most } => (names.share)(*least, *most),
        Value::Money { min_yuan, max_yuan } => (names.yuan)(*min_yuan, *max_yuan),
    })
}

fn is_own_time(kind: MeasureKind) -> bool {
    matches!(kind, MeasureKind::Burden | MeasureKind::WholeTime)
}

/// A measure over everything that is still open, both halves beside each other; `None` where it is the
/// same as what is shown, or where nobody can tell.
pub fn over_all(compared: &Compared, kind: MeasureKind) -> Option<String> {
    let change = compared.measure(kind)?;
    let sides = [(compared.first(), &change.first.value), (compared.second(), &change.second.value)];
    let all = sides.map(|(half, shown)| half.over_all(kind).unwrap_or(shown));
    if sides.iter().zip(all).all(|((_, shown), all)| *shown == all) {
        return None;
    }
    let [first, second] = all.map(|value| told(kind, value));
    if compared.relation() == Relation::Same {
        return Some((comparison_words().why.over_all)(&second?));
    }
    Some((words().service.over_all)(&first?, &second?))
}

/// A difference with the unit of its values; time of one's own as one would say it.
pub fn told_difference(change: &MeasureChange, difference: &Difference) -> String {
    let names = &words().names;
    let kind = change.first.kind;
    let units = [&change.first.value, &change.second.value].map(Value::time_unit);
    let size = |n: i64| u32::try_from(n.abs()).unwrap_or(u32::MAX);
    if is_own_time(kind) && units == [Some(TimeUnit::Minute); 2] && difference.direction != Direction::Unclear
    {
        let (a, b) = (size(difference.min), size(difference.max));
        return (names.difference_told)(difference.direction, &(names.own_time)(a.min(b), a.max(b)));
    }
    let unit = units.into_iter().flatten().find(|unit| *unit != TimeUnit::Minute).or(units[1]);
    let most = most_of(difference);
    let unit = match unit {
        Some(unit) => (names.time_unit)(unit, most),
        None => (names.measure_word)(kind, most),
    };
    (names.difference_long)(difference, unit)
}

/// How much a difference is at most.
pub fn most_of(difference: &Difference) -> u32 {
    u32::try_from(difference.min.unsigned_abs().max(difference.max.unsigned_abs())).unwrap_or(u32::MAX)
}

/// What reported figures are, of which the last is this.
pub fn unit_of(unit: Option<&Unit>, last: Option<u32>) -> String {
    unit.map(|unit| (words().names.unit)(unit, last.unwrap_or_default())).unwrap_or_default()
}
