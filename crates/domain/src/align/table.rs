//! What depends on a few properties of two steps alone is told once for each two that occur, and looked up
//! for every two steps: the places of sixty steps are few.

use super::looks::Look;

/// Which steps of a walk are of one kind.
#[derive(Debug)]
pub(super) struct Kinds {
    /// By step: which kind of step it is.
    of: Vec<usize>,
    /// By kind: a step of it.
    examples: Vec<usize>,
}

impl Kinds {
    /// Steps with one `key` are of one kind.
    pub(super) fn of<'l, 'a, K: PartialEq>(steps: &'l [Look<'a>], key: impl Fn(&'l Look<'a>) -> K) -> Kinds {
        let mut kinds: Vec<(K, usize)> = Vec::new();
        let of = steps.iter().enumerate().map(|(at, look)| {
            let key = key(look);
            kinds.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
                kinds.push((key, at));
                kinds.len() - 1
            })
        });
        Kinds { of: of.collect(), examples: kinds.into_iter().map(|(_, at)| at).collect() }
    }
}

/// A value for each two steps of two sides.
pub(super) struct Table<'k, T> {
    first: &'k Kinds,
    second: &'k Kinds,
    /// By row, for the kinds of the first side and those of the second.
    cells: Vec<T>,
}

impl<'k, T> Table<'k, T> {
    /// Tells `value` for each two kinds of steps.
    pub(super) fn of([first, second]: [&'k Kinds; 2], value: impl Fn(usize, usize) -> T) -> Table<'k, T> {
        let mut cells = Vec::with_capacity(first.examples.len() * second.examples.len());
        for a in &first.examples {
            cells.extend(second.examples.iter().map(|b| value(*a, *b)));
        }
        Table { first, second, cells }
    }

    /// The values for the step `i` of the first side and each of the second.
    pub(super) fn row(&self, i: usize) -> impl Iterator<Item = &T> {
        let columns = self.second.examples.len();
        let row = &self.cells[self.first.of[i] * columns..][..columns];
        self.second.of.iter().map(|kind| &row[*kind])
    }
}

/// Cells by row with rows and columns exchanged, of so many columns.
pub(super) fn exchanged(cells: &[f32], columns: usize) -> Vec<f32> {
    let mut by_column = vec![0.0; cells.len()];
    let rows = cells.len().checked_div(columns).unwrap_or(0);
    for (j, column) in by_column.chunks_exact_mut(rows.max(1)).enumerate() {
        let cells = cells[j..].iter().step_by(columns);
        column.iter_mut().zip(cells).for_each(|(known, cell)| *known = *cell);
    }
    by_column
}
