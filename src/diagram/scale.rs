//! A scale: from a number that means something to a place in a picture.

/// A straight scale from numbers to px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    /// The scale that puts the numbers `from` at the px `to`. Numbers that are all one stand in the
    /// middle.
    pub fn new(from: (f64, f64), to: (f64, f64)) -> Scale {
        Scale { from, to }
    }

    /// Where a number stands.
    pub fn at(&self, number: f64) -> f64 {
        let (first, last) = self.from;
        let part = if last == first { 0.5 } else { (number - first) / (last - first) };
        self.to.0 + part * (self.to.1 - self.to.0)
    }

    /// How long a difference is drawn; never negative.
    pub fn length(&self, difference: f64) -> f64 {
        let (first, last) = self.from;
        if last == first {
            return 0.0;
        }
        (difference / (last - first) * (self.to.1 - self.to.0)).abs()
    }

    /// Round numbers to mark, at most `most` and at least two, that cover what is from 0 to `highest`:
    /// steps of 1, 2 or 5 times a power of ten, never below 1.
    pub fn round_steps(highest: u32, most: u32) -> Vec<u32> {
        let most = most.max(2);
        let powers = std::iter::successors(Some(1_u32), |power| power.checked_mul(10));
        let steps = powers.flat_map(|power| [1, 2, 5].map(|times: u32| power.saturating_mul(times)));
        let mut steps = steps.into_iter();
        let step = steps.find(|step| highest.div_ceil(*step) < most).unwrap_or(u32::MAX);
        let marks = highest.div_ceil(step).max(1);
        (0..=marks).map(|mark| mark.saturating_mul(step)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_at_its_part_of_the_way() {
        let scale = Scale::new((0.0, 8.0), (100.0, 20.0));
        assert_eq!((scale.at(0.0), scale.at(2.0), scale.at(8.0)), (100.0, 80.0, 20.0));
        assert_eq!(scale.length(-2.0), 20.0);
        assert_eq!(Scale::new((3.0, 3.0), (0.0, 10.0)).at(3.0), 5.0);
    }

    #[test]
    fn marks_are_round_and_cover_the_highest() {
        assert_eq!(Scale::round_steps(5, 6), [0, 1, 2, 3, 4, 5]);
        assert_eq!(Scale::round_steps(13, 5), [0, 5, 10, 15]);
        assert_eq!(Scale::round_steps(0, 5), [0, 1]);
        for highest in [1, 7, 19, 99, 101, 4_321] {
            let marks = Scale::round_steps(highest, 6);
            assert!(marks.len() <= 6 && marks.last() >= Some(&highest), "{highest}: {marks:?}");
        }
    }
}
