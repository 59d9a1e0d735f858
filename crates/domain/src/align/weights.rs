//! What each feature is worth, as `fitting.rs` has fitted it to the pairs that are not held out.

use super::likeness::As;

/// How many features lie in the texts of two steps.
pub const TEXTS: usize = 13;

/// How many features are the same as whatever two steps are seen.
pub const SAME: usize = 23;

/// How many features the surroundings of two steps have.
pub const SURROUNDINGS: usize = 2;

/// How many features two steps of one side have that belong together.
pub const KINSHIP: usize = 15;

/// How many features several steps have beside the one that they may be parts of.
pub const COVERAGE: usize = 1;

/// What each feature is worth of a step beside a step, and what they must be worth together.
#[derive(Debug, Clone)]
pub struct Worth {
    /// Of their texts.
    pub texts: [f32; TEXTS],
    /// Of everything else.
    pub same: [f32; SAME],
    /// Of what stands around them.
    pub surroundings: [f32; SURROUNDINGS],
    /// The least that makes them one.
    pub least: f32,
}

/// What all features are worth.
#[derive(Debug, Clone)]
pub struct Weights {
    /// Of a step beside a step.
    pub pair: Worth,
    /// Of a step as a part of another.
    pub part: Worth,
    /// How much parts that belong together speak for each other.
    pub kinship: [f32; KINSHIP],
    /// How much several speak for each other that say together what the one says.
    pub coverage: [f32; COVERAGE],
}

impl Weights {
    /// What features are worth of two steps that are seen so.
    pub fn of(&self, seen: As) -> &Worth {
        match seen {
            As::Pair => &self.pair,
            As::PartOfSecond | As::PartOfFirst => &self.part,
        }
    }
}

/// The weights in use.
pub(super) const WEIGHTS: Weights = Weights {
    pair: Worth {
        texts: [2.09, 1.49, 4.63, 1.91, 0.12, 0.01, 0.72, 1.76, 2.24, 0.03, 1.54, 0.63, 1.37],
        same: [
            0.02, 0.01, 0.40, 1.17, 0.39, 1.37, 0.47, 0.36, 0.60, 0.01, 0.03, 0.07, 0.76, 0.02, 0.36, 0.94,
            0.66, 0.01, 0.02, 0.09, 0.58, 0.66, 0.36,
        ],
        surroundings: [2.43, 0.83],
        least: 7.11,
    },
    part: Worth {
        texts: [1.22, 0.54, 3.10, 0.32, 0.46, 0.02, 0.17, 0.01, 1.85, 0.02, 0.00, 1.10, 1.11],
        same: [
            0.39, 0.02, 0.95, 0.03, 0.02, 0.48, 0.53, 1.12, 0.56, 0.32, 0.46, 0.68, 0.44, 0.30, 0.89, 0.76,
            0.81, 0.25, 0.07, 0.85, 0.45, 0.58, 0.48,
        ],
        surroundings: [1.82, 0.40],
        least: 9.04,
    },
    kinship: [0.20, 0.00, 0.09, 0.05, 0.02, 0.33, 1.06, 0.25, 0.48, 0.24, 1.86, 0.23, 0.45, 0.44, 0.01],
    coverage: [1.56],
};
