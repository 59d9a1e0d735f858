//! The features of one step beside each step of the other side, feature by feature: what is added up for
//! sixty steps in turn is added up for several of them at once.

/// How many numbers are looked at side by side.
pub(super) const LANES: usize = 8;

/// `N` features of each step of the other side.
pub struct Features<const N: usize> {
    /// By feature, and for each by step, up to a multiple of [`LANES`].
    all: [Vec<f32>; N],
}

impl<const N: usize> Features<N> {
    /// Nothing yet, of so many steps.
    pub fn of(columns: usize) -> Features<N> {
        Features { all: std::array::from_fn(|_| vec![0.0; columns.next_multiple_of(LANES)]) }
    }

    /// Sets a feature of every step, in turn.
    #[inline(always)]
    pub fn set(&mut self, feature: usize, values: impl Iterator<Item = f32>) {
        self.all[feature].iter_mut().zip(values).for_each(|(known, value)| *known = value);
    }

    /// Changes a feature of every step by another one.
    #[inline(always)]
    pub fn change_by(&mut self, feature: usize, other: usize, value: impl Fn(f32, f32) -> f32) {
        let mut known = std::mem::take(&mut self.all[feature]);
        known.iter_mut().zip(&self.all[other]).for_each(|(known, other)| *known = value(*known, *other));
        self.all[feature] = known;
    }

    /// Sets a feature of every step by two others that are set already.
    #[inline(always)]
    pub fn set_by(&mut self, feature: usize, [a, b]: [usize; 2], value: impl Fn(f32, f32) -> f32) {
        let mut known = std::mem::take(&mut self.all[feature]);
        let values = self.all[a].iter().zip(&self.all[b]);
        known.iter_mut().zip(values).for_each(|(known, (a, b))| *known = value(*a, *b));
        self.all[feature] = known;
    }

    /// What the features of every step are worth. Several steps at once, each feature in turn: what they are worth
    /// so far stays in registers.
    pub fn worth(&self, weights: &[f32; N], worth: &mut [f32]) {
        for (from, worth) in worth.chunks_mut(LANES).enumerate().map(|(at, worth)| (at * LANES, worth)) {
            let mut sums = [0.0; LANES];
            for (weight, features) in weights.iter().zip(&self.all) {
                let features = &features[from..from + LANES];
                sums.iter_mut().zip(features).for_each(|(sum, feature)| *sum += feature * weight);
            }
            worth.copy_from_slice(&sums[..worth.len()]);
        }
    }

    /// All features of one step.
    #[cfg(test)]
    pub fn of_one(&self, column: usize) -> [f32; N] {
        std::array::from_fn(|feature| self.all[feature][column])
    }
}
