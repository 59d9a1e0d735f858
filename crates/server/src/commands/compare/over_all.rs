//! The measures that are not the same for everybody: from the least to the most over all answers and
//! choices that were left open.

use domain::compare::{Side, compare_over_all};
use domain::walk::TooManyWalks;
use domain::{Answers, Comparison, Measured, RangeChange, Value};

use super::told_change;
use crate::commands::output::columns;
use crate::commands::process_file::Chosen;

/// Every measure over all cases, unless there are too many of them.
pub(super) fn of(
    first: &Chosen,
    second: &Chosen,
    answers: &Answers,
) -> Result<Vec<RangeChange>, TooManyWalks> {
    let [first, second] =
        [first, second].map(|chosen| Side { service: &chosen.service, version: &chosen.version });
    compare_over_all(first, second, answers)
}

/// Those of them that differ from what is shown of the easiest walks.
pub(super) fn told(comparison: &Comparison, over_all: &Result<Vec<RangeChange>, TooManyWalks>) -> String {
    let Ok(over_all) = over_all else {
        return "  情形和选择的组合太多，没有逐一比较：用 --answers 先回答几个问题\n".to_owned();
    };
    let differs = comparison
        .measures
        .iter()
        .zip(over_all)
        .filter(|(shown, all)| (&shown.first.value, &shown.second.value) != (&all.first, &all.second));
    let rows = differs.map(|(shown, all)| {
        let with = |measured: &Measured, value: &Value| Measured { value: value.clone(), ..measured.clone() };
        told_change(
            &with(&shown.first, &all.first),
            &with(&shown.second, &all.second),
            all.difference.as_ref(),
        )
    });
    columns(&rows.collect::<Vec<_>>())
}
