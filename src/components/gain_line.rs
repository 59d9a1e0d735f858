//! How much earlier or later the second version is done than the first.

use std::cmp::Ordering;

use domain::Relation;
use domain::calendar::working_days_between;
use leptos::prelude::*;

use crate::components::lane_facts::LaneFacts;
use crate::words::comparison_words;

/// The second beside the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gain {
    order: Ordering,
    /// Columns between the two ends: natural days with dates, else working days.
    days: usize,
    /// Working days between the two ends, with dates.
    working_days: Option<u64>,
}

impl Gain {
    /// `None` between two ways, where nobody is early, and where an end is not known.
    pub fn of(lanes: &[LaneFacts; 2], relation: Relation) -> Option<Gain> {
        let [first, second] = lanes;
        let (a, b) = (first.strip.as_ref()?.last, second.strip.as_ref()?.last);
        let working_days = match (first.ends, second.ends) {
            (Some(a), Some(b)) => Some(working_days_between(a.min(b), a.max(b)).ok()?.unsigned_abs()),
            _ => None,
        };
        (relation == Relation::BeforeAfter).then_some(Gain {
            order: b.cmp(&a),
            days: a.abs_diff(b),
            working_days,
        })
    }

    /// Which is done earlier: 0 the first, 1 the second.
    pub fn earlier(&self) -> Option<usize> {
        match self.order {
            Ordering::Less => Some(1),
            Ordering::Greater => Some(0),
            Ordering::Equal => None,
        }
    }
}

/// 早 or 晚, in working days, and with dates in natural days as well.
#[component]
pub fn GainLine(gain: Gain) -> impl IntoView {
    let words = &comparison_words().strips;
    let is_earlier = gain.order == Ordering::Less;
    let class = match gain.order {
        Ordering::Less => "strips__gain change change--less",
        Ordering::Equal => "strips__gain",
        Ordering::Greater => "strips__gain change change--more",
    };
    let text = match (gain.order, gain.working_days) {
        (Ordering::Equal, _) => words.same_day.to_owned(),
        (_, Some(working_days)) => {
            let told = if is_earlier { words.earlier_dated } else { words.later_dated };
            told(working_days, gain.days as u64)
        }
        (_, None) => {
            let told = if is_earlier { words.earlier } else { words.later };
            told(u32::try_from(gain.days).unwrap_or(u32::MAX))
        }
    };
    view! { <p class=class>{text}</p> }
}
