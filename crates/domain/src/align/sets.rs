//! Sets of small numbers, one bit each.

use smallvec::smallvec;

use super::Few;

/// A set of numbers below a bound that was told when it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    words: Few<u64>,
}

impl Set {
    /// The empty set of numbers below `bound`.
    pub fn below(bound: usize) -> Set {
        Set { words: smallvec![0; bound.div_ceil(64)] }
    }

    /// The set of these numbers, each below `bound`.
    pub fn of(bound: usize, numbers: impl IntoIterator<Item = usize>) -> Set {
        let mut set = Set::below(bound);
        numbers.into_iter().for_each(|number| set.insert(number));
        set
    }

    /// Takes a number in.
    pub fn insert(&mut self, number: usize) {
        self.words[number / 64] |= 1 << (number % 64);
    }

    /// How many numbers are in it.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many numbers are in both; the two have one bound.
    pub fn count_both(&self, other: &Set) -> u32 {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// How many numbers are in both, and how many in either; the two have one bound.
    pub fn shared(&self, other: &Set) -> (u32, u32) {
        let both = self.count_both(other);
        (both, self.count() + other.count() - both)
    }

    /// The numbers in both, ascending.
    pub fn both<'s>(&'s self, other: &'s Set) -> impl Iterator<Item = usize> + 's {
        let bound = 64 * self.words.len().min(other.words.len());
        (0..bound)
            .filter(|number| self.words[number / 64] & other.words[number / 64] & (1 << (number % 64)) != 0)
    }

    /// Whether a number is in both.
    pub fn meets(&self, other: &Set) -> bool {
        self.words.iter().zip(&other.words).any(|(a, b)| a & b != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_both_and_in_either_is_counted() {
        let (a, b) = (Set::of(100, [1, 64, 99]), Set::of(100, [64, 2]));
        assert_eq!(a.shared(&b), (1, 4));
        assert!(a.meets(&b) && !a.meets(&Set::below(100)));
    }
}
