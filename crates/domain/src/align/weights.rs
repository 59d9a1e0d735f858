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
    pair: Worth { texts: [0.5; TEXTS], same: [0.5; SAME], surroundings: [0.5; SURROUNDINGS], least: 6.0 },
    part: Worth { texts: [0.5; TEXTS], same: [0.5; SAME], surroundings: [0.5; SURROUNDINGS], least: 6.0 },
    kinship: [0.2; KINSHIP],
    coverage: [0.5; COVERAGE],
};
