//! What holds wherever a difference is booked to changes.

use crate::beside::{Beside, any_two};
use crate::disguise::{as_sets, json_of, same};
use crate::some;
use domain::{Cause, ChangeKind, Comparison, MeasureKind, NoWaterfall, StepGroup, Value, Waterfall};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

proptest! {
    #![proptest_config(some(96))]

    #[test]
    fn what_is_booked_sums_up_to_the_difference(beside in any_two()) {
        let told = beside.compared();
        for change in &told.measures {
            let kind = change.first.kind;
            let waterfall = match told.waterfall(kind) {
                Ok(waterfall) => waterfall,
                Err(why) => {
                    prop_assert!(change.difference.is_none());
                    let values = [&change.first.value, &change.second.value];
                    let expected = values.into_iter().find_map(|value| match value {
                        Value::Unknown { why } => Some(NoWaterfall::Unknown(why.clone())),
                        Value::Share { .. } => Some(NoWaterfall::Share),
                        _ => None,
                    });
                    prop_assert_eq!(why, expected.unwrap_or(NoWaterfall::OtherUnit));
                    continue;
                }
            };
            let most = |value: &Value| value.range().map_or(0, |(_, most)| i64::from(most));
            let total = most(&change.second.value) - most(&change.first.value);
            prop_assert_eq!(waterfall.total, total, "{:?}", change);
            prop_assert_eq!(waterfall.rows.iter().map(|row| row.amount).sum::<i64>(), total, "{:#?}", waterfall);
        }
    }

    #[test]
    fn every_row_names_a_change_and_parts_of_the_measure(beside in any_two()) {
        let told = beside.compared();
        for waterfall in &told.waterfalls {
            let change = told.measures.iter().find(|change| change.first.kind == waterfall.kind).expect("it was taken");
            prop_assert!(waterfall.rows.is_sorted_by(|a, b| a.cause < b.cause), "one row for each cause");
            for row in &waterfall.rows {
                prop_assert!(row.gone.iter().all(|part| change.first.parts.contains(part)), "{:?}", row);
                prop_assert!(row.new.iter().all(|part| change.second.parts.contains(part)), "{:?}", row);
                prop_assert!(!row.gone.is_empty() || !row.new.is_empty(), "{:?}", row);
                prop_assert!(row.with.is_sorted_by(|a, b| a < b), "{:?}", row);
                prop_assert!(row.with.iter().all(|at| *at < told.steps.len() && Cause::Change(*at) != row.cause));
                match row.cause {
                    Cause::Change(at) => prop_assert!(at < told.steps.len()),
                    Cause::Stated => prop_assert!(is_stated(waterfall.kind), "{:?}", waterfall),
                }
            }
        }
    }

    #[test]
    fn what_was_kept_owes_nothing_of_steps_and_fees(beside in any_two()) {
        let told = beside.compared();
        let of_steps = [MeasureKind::ApplicantSteps, MeasureKind::BackOfficeSteps, MeasureKind::Fees];
        for waterfall in told.waterfalls.iter().filter(|waterfall| of_steps.contains(&waterfall.kind)) {
            for row in &waterfall.rows {
                if let Cause::Change(at) = row.cause {
                    prop_assert_ne!(&told.steps[at].kinds, &[ChangeKind::Kept], "{:?}", row);
                }
            }
        }
    }

    #[test]
    fn exchanging_the_sides_takes_back_what_was_booked(beside in any_two()) {
        let (there, back) = (beside.compared(), beside.exchanged().compared());
        let mirrored: Vec<Waterfall> = there.waterfalls.iter().cloned().map(|mut waterfall| {
            waterfall.total = -waterfall.total;
            for row in &mut waterfall.rows {
                row.amount = -row.amount;
                std::mem::swap(&mut row.gone, &mut row.new);
            }
            waterfall
        }).collect();
        let exchanged = |group: &StepGroup| json!({"first": group.second, "second": group.first});
        same(&by_group(&mirrored, &there, exchanged), &by_group(&back.waterfalls, &back, written))?;
    }

    #[test]
    fn nothing_is_booked_where_nothing_changed(beside in any_two()) {
        let itself = Beside { first: beside.second.clone(), ..beside };
        for waterfall in itself.compared().waterfalls {
            prop_assert!(waterfall.total == 0 && waterfall.rows.is_empty(), "{:?}", waterfall);
        }
    }
}

fn is_stated(kind: MeasureKind) -> bool {
    matches!(kind, MeasureKind::LegalLimit | MeasureKind::PromisedLimit | MeasureKind::MeasuredLimit)
}

fn written(group: &StepGroup) -> Json {
    json!({"first": group.first, "second": group.second})
}

/// A comparison with each change that something is booked to told by its steps, not by where it stands.
pub fn told(comparison: &Comparison) -> Json {
    let mut json = json_of(comparison);
    json["waterfalls"] = by_group(&comparison.waterfalls, comparison, written);
    json
}

fn by_group(waterfalls: &[Waterfall], comparison: &Comparison, written: impl Fn(&StepGroup) -> Json) -> Json {
    let group = |at: &usize| as_sets(&written(&comparison.steps[*at]));
    let each = waterfalls.iter().map(|waterfall| {
        let rows = waterfall.rows.iter().map(|row| {
            let mut told = json_of(row);
            if let Cause::Change(at) = row.cause {
                told["cause"] = group(&at);
            }
            told["with"] = row.with.iter().map(group).collect();
            told
        });
        json!({"kind": waterfall.kind, "unit": waterfall.unit, "total": waterfall.total, "rows": rows.collect::<Vec<_>>()})
    });
    each.collect()
}
