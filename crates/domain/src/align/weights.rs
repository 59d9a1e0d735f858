//! What each feature is worth, as `fitting.rs` has fitted it to the pairs that are not held out.

use super::lexicon::ACTS;
use super::likeness::As;

/// How many features lie in the texts of two steps.
pub const TEXTS: usize = 16;

/// How many features are the same as whatever two steps are seen.
pub const SAME: usize = 23;

/// How many features the surroundings of two steps have.
pub const SURROUNDINGS: usize = 2;

/// How many features two steps of one side have that belong together.
pub const KINSHIP: usize = 15;

/// How many features several steps have beside the one that they may be parts of.
pub const TOGETHER: usize = 9;

/// How many ways by which a step is done are told apart: see [`super::looks::Look::way`].
pub const WAYS: usize = 5;

/// How many features a step has by itself.
pub const ALONE: usize = ACTS + WAYS + 6;

/// What each feature is worth of a step beside a step, and what they must be worth together.
#[derive(Debug, Clone)]
pub struct Worth {
    /// Of their texts.
    pub texts: [f32; TEXTS],
    /// Of everything else.
    pub same: [f32; SAME],
    /// Of each act that both do.
    pub acts: [f32; ACTS],
    /// Of each act that only one of a pair does, or a part and not its whole.
    pub apart: [f32; ACTS],
    /// By the way of the one, and that of the other: of a part, and of the whole.
    pub ways: [f32; WAYS * WAYS],
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
    pub together: [f32; TOGETHER],
    /// How much what a step is by itself speaks for its being alone.
    pub alone: [f32; ALONE],
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
        texts: [
            1.36, 0.63, 3.70, 1.02, 0.06, 0.05, 2.59, 0.59, 1.73, 1.69, 0.46, 0.77, 1.42, 0.91, 1.70, 0.85,
        ],
        same: [
            0.70, 0.44, 0.64, 0.94, 0.10, 2.37, 0.42, 0.75, 0.63, 0.02, 0.02, 0.04, 0.58, 0.02, 0.44, 0.02,
            0.20, 0.35, 0.37, 0.21, 0.60, 0.22, 1.51,
        ],
        acts: [
            0.10, -0.28, 0.10, 0.69, 1.21, -0.21, -0.26, -0.01, 0.19, -0.24, 0.83, 0.64, 0.52, 0.22, -0.07,
            -0.02, 0.49, 0.09, -0.18, 0.39, 0.19, -0.10, 0.01, -0.10, 0.11, 0.20, 0.18, 0.28, -0.08, 0.12,
            -0.17, 0.03, 0.16, 0.00,
        ],
        apart: [
            -0.20, 0.02, -0.06, -0.19, -0.57, -0.34, -0.65, -0.22, 0.04, -0.08, -0.55, -0.56, 0.09, -0.29,
            0.16, -0.06, -0.20, -0.36, 0.40, -0.03, 0.51, -0.50, -0.22, 0.12, -0.10, -0.15, -0.42, -0.16,
            -0.45, -0.39, -0.30, -0.81, -0.32, -0.03,
        ],
        ways: [
            -0.33, -0.28, -0.01, -0.30, 0.88, 0.00, 0.72, -0.66, -0.95, 0.08, 0.00, 0.00, 0.40, -0.71, -0.15,
            0.00, 0.00, 0.00, 0.12, -0.01, 0.00, 0.00, 0.00, 0.00, 0.05,
        ],
        surroundings: [2.79, 1.46],
        least: 6.58,
    },
    part: Worth {
        texts: [
            0.52, 0.02, 3.51, 0.04, 0.42, 0.05, 1.84, 0.03, 1.36, 0.80, 0.88, 0.63, 1.54, 0.19, 0.83, 0.34,
        ],
        same: [
            0.30, 0.15, 0.23, 0.68, 0.09, 0.96, 0.56, 1.19, 0.50, 0.05, 0.46, 0.38, 0.35, 0.54, 0.68, 0.03,
            0.13, 0.05, 0.02, 0.39, 0.35, 0.04, 0.74,
        ],
        acts: [
            -0.21, 0.06, -0.22, 0.60, 0.45, 0.16, 0.66, 0.73, 0.06, -0.06, -0.02, 0.30, -0.22, 0.46, -0.01,
            0.12, -0.03, 0.00, -0.14, -0.24, 0.03, 0.14, 0.42, 0.18, 0.12, 0.11, 0.04, 0.50, 0.21, -0.21,
            0.25, -0.01, -0.02, 0.00,
        ],
        apart: [
            -0.34, -0.04, 0.21, -0.45, -0.94, -0.05, -0.42, -0.23, -0.08, -0.29, -0.14, -0.98, -0.10, -0.35,
            0.01, -0.27, -0.02, -0.38, 0.29, -0.46, -0.03, 0.02, 0.28, -0.29, -0.35, 0.06, -0.25, -0.74,
            0.19, -0.41, -0.42, -0.58, -0.04, -0.00,
        ],
        ways: [
            0.14, -0.10, 0.36, -0.56, 0.65, -0.72, 0.61, -0.19, -0.27, 0.28, -0.23, -0.45, 0.35, -0.05, 0.21,
            -0.48, -0.42, 0.35, 0.53, 0.32, -0.78, -0.15, -0.40, -0.87, -0.09,
        ],
        surroundings: [1.78, 1.28],
        least: 7.39,
    },
    kinship: [0.09, 0.24, -0.01, 0.11, 0.05, 0.42, 1.00, 0.40, 0.29, 0.14, 1.03, 0.68, 0.17, 0.30, -0.02],
    together: [0.71, 0.58, 0.70, 0.66, 0.95, 0.63, -2.78, 0.53, -0.55],
    alone: [
        -0.06, 0.64, -0.40, -0.45, -0.08, 0.02, -0.23, 0.64, 0.33, 0.58, -0.00, 0.25, 0.01, 0.14, -0.00,
        -0.15, 0.32, 0.46, 0.34, 0.08, -0.45, 0.53, -0.40, 0.05, -0.16, 0.21, 0.32, 0.30, 0.11, 0.66, 0.63,
        1.28, 0.37, 0.04, 0.61, 0.60, 0.22, 0.54, 0.52, -0.11, 0.05, 0.22, 0.43, -0.61, 0.99,
    ],
};
