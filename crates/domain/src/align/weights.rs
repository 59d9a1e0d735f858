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
            1.23, 0.65, 2.83, 0.64, 0.02, 0.17, 1.25, 1.18, 1.62, 0.99, 0.90, 1.04, 1.58, 0.92, 1.77, 0.91,
        ],
        same: [
            0.52, 0.04, 0.42, 0.74, 0.48, 1.82, 0.47, 1.11, 0.83, 0.03, 0.02, 0.26, 0.60, 0.19, 0.62, 0.15,
            0.37, 0.51, 0.33, 0.29, 0.42, 0.83, 1.05,
        ],
        acts: [
            -0.12, 0.17, -0.00, 0.24, 0.91, 0.09, -0.31, -0.38, 0.11, -0.18, 0.16, 0.32, 0.38, -0.07, 0.23,
            0.06, 0.06, 0.01, 0.13, 0.29, 0.08, -0.08, 0.01, -0.07, 0.21, 0.33, -0.06, 0.05, -0.01, -0.09,
            -0.07, 0.02, 0.00, 0.00,
        ],
        apart: [
            0.02, -0.13, -0.42, -0.10, -0.97, -0.24, -0.52, -0.28, -0.01, 0.40, -0.35, -0.62, -0.23, -0.13,
            -0.20, -0.04, -0.02, -0.23, 0.07, 0.08, 0.19, -0.01, -0.22, 0.21, -0.12, -0.22, -0.21, -0.33,
            -0.36, -0.61, -0.18, -0.46, -0.35, -0.04,
        ],
        ways: [
            -0.46, -0.25, -0.38, -0.15, 1.48, 0.00, 0.68, -0.34, -0.52, -0.12, 0.00, 0.00, 0.02, -0.63, 0.17,
            0.00, 0.00, 0.00, 0.38, -0.44, 0.00, 0.00, 0.00, 0.00, 0.00,
        ],
        surroundings: [2.65, 1.27],
        least: 6.25,
    },
    part: Worth {
        texts: [
            0.48, 0.28, 2.23, 0.44, 0.43, 0.03, 0.97, 0.59, 1.12, 0.14, 1.29, 0.51, 1.03, 0.02, 0.90, 0.45,
        ],
        same: [
            0.06, 0.02, 0.47, 0.13, 0.03, 0.82, 0.50, 0.61, 0.81, 0.15, 0.44, 0.30, 0.41, 0.62, 0.51, 0.23,
            0.42, 0.08, 0.04, 0.52, 0.22, 0.46, 0.89,
        ],
        acts: [
            0.16, -0.16, 0.13, -0.22, -0.28, 0.06, 0.41, 0.36, 0.03, 0.05, -0.01, -0.07, -0.11, 0.62, -0.24,
            0.20, -0.33, -0.01, -0.43, -0.05, -0.13, 0.11, 0.18, 0.12, -0.00, -0.00, 0.07, 0.21, -0.05, 0.01,
            0.07, -0.02, 0.00, 0.00,
        ],
        apart: [
            -0.19, -0.37, 0.01, 0.00, -0.19, 0.03, -0.74, 0.17, -0.55, -0.45, 0.23, -0.73, -0.09, -0.60,
            -0.02, -0.30, 0.12, -0.47, 0.25, -0.33, 0.08, -0.01, 0.29, -0.19, -0.49, 0.13, 0.06, -0.72, 0.14,
            -0.07, -0.38, -0.12, -0.02, -0.05,
        ],
        ways: [
            0.08, -0.36, -0.33, -0.49, 0.79, -0.37, 0.14, -0.17, -0.05, -0.01, -0.04, -0.17, 0.00, -0.18,
            0.63, -0.17, -0.53, 0.44, 0.71, -0.35, -0.25, -0.02, -0.14, -0.61, 0.00,
        ],
        surroundings: [1.94, 1.02],
        least: 7.16,
    },
    kinship: [0.08, 0.13, -0.07, 0.18, 0.01, 0.74, 1.16, 0.28, 0.46, 0.56, 1.23, 0.59, 0.06, 0.52, -0.22],
    together: [0.51, 0.12, 0.72, 0.27, 0.74, 0.23, -2.42, 0.92, -0.94],
    alone: [
        -0.29, 0.46, -0.03, -0.11, -0.09, 0.09, -0.07, 0.51, 0.76, 0.26, 0.18, 0.96, -0.45, -0.09, 0.18,
        -0.16, 0.05, 0.55, 0.29, 0.16, -0.18, 0.06, -0.03, -0.12, -0.03, 0.05, 0.16, 0.49, 0.33, 0.82, 0.56,
        0.58, 0.51, 0.10, 0.73, 0.13, 0.46, 0.12, -0.54, -0.51, -0.18, -0.07, 0.59, -1.04, 1.44,
    ],
};
