//! The geometry of a waterfall: bars that lead from one number to another, each where the one before it
//! ended.

use super::scale::Scale;

/// One bar, in the px of its picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// The left end.
    pub left: f64,
    /// How wide it is; zero where nothing changed.
    pub width: f64,
    /// Where it ended, and the next one begins.
    pub end: f64,
}

/// The bars of the first number, of each amount after it, and of what that leads to, on one scale from
/// zero to the highest, `width` px wide.
pub fn bars(first: i64, amounts: &[i64], width: f64) -> Vec<Bar> {
    let mut at = first;
    let mut spans = vec![(0, first)];
    for amount in amounts {
        spans.push((at, at + amount));
        at += amount;
    }
    spans.push((0, at));
    let ends = || spans.iter().flat_map(|(from, to)| [*from, *to]);
    let (lowest, highest) = (ends().min().unwrap_or(0).min(0), ends().max().unwrap_or(0).max(1));
    let scale = Scale::new((lowest as f64, highest as f64), (0.0, width));
    let bar = |(from, to): (i64, i64)| {
        let (a, b) = (scale.at(from as f64), scale.at(to as f64));
        Bar { left: a.min(b), width: (a - b).abs(), end: b }
    };
    spans.into_iter().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bar_begins_where_the_one_before_it_ended() {
        let bars = bars(5, &[-3, 1, -2], 100.0);
        assert_eq!(bars.len(), 5);
        assert_eq!((bars[0].left, bars[0].width, bars[0].end), (0.0, 100.0, 100.0));
        assert_eq!((bars[1].left, bars[1].end), (40.0, 40.0));
        assert_eq!((bars[2].left, bars[2].width, bars[2].end), (40.0, 20.0, 60.0));
        assert_eq!(bars[3].end, 20.0);
        assert_eq!((bars[4].left, bars[4].end), (0.0, 20.0), "the last one is what remains");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        let bars = bars(0, &[], 100.0);
        assert!(bars.iter().all(|bar| bar.width == 0.0));
    }

    #[test]
    fn what_got_worse_leads_beyond_the_first_number() {
        let bars = bars(1, &[3], 80.0);
        assert_eq!((bars[0].end, bars[1].left, bars[1].end), (20.0, 20.0, 80.0));
    }
}
