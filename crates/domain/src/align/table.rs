//! What depends on a few properties of two steps alone is told once for each two that occur, and looked up
//! for every two steps: the places of sixty steps are few.

use super::looks::{Look, Looks};

/// A value for each two steps of two sides.
pub(super) struct Table<T> {
    /// Of either side, by step: which kind of step it is.
    kind_of: [Vec<usize>; 2],
    /// How many kinds the second side has.
    columns: usize,
    /// By row, for the kinds of the first side and those of the second.
    cells: Vec<T>,
}

impl<T> Table<T> {
    /// Tells `value` for each two steps, where those with one `key` have one value.
    pub(super) fn of<K: PartialEq>(
        [first, second]: [&Looks<'_>; 2],
        key: impl for<'l> Fn(&'l Look<'l>) -> &'l K,
        value: impl Fn(&Look<'_>, &Look<'_>) -> T,
    ) -> Table<T> {
        let [(of_first, first), (of_second, second)] = [first, second].map(|looks| {
            let mut kinds: Vec<&Look<'_>> = Vec::new();
            let kind_of = looks.steps.iter().map(|look| {
                kinds.iter().position(|known| key(known) == key(look)).unwrap_or_else(|| {
                    kinds.push(look);
                    kinds.len() - 1
                })
            });
            (kind_of.collect(), kinds)
        });
        let mut cells = Vec::with_capacity(first.len() * second.len());
        first.iter().for_each(|a| cells.extend(second.iter().map(|b| value(a, b))));
        Table { kind_of: [of_first, of_second], columns: second.len(), cells }
    }

    /// The value for the step `i` of the first side and the step `j` of the second.
    pub(super) fn at(&self, i: usize, j: usize) -> &T {
        &self.cells[self.kind_of[0][i] * self.columns + self.kind_of[1][j]]
    }
}
