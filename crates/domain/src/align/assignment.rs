//! The optimal assignment: which rows go with which columns so that the sum of their values is greatest.
//!
//! The method of shortest augmenting paths with potentials (Jonker & Volgenant, Computing 38, 1987), in
//! O(rows² × columns). A row may stay alone at the value 0, so a pair of negative value is never made.

/// The column of each row, or `None` where the row is better alone. `value(row, column)` must be finite.
pub fn assign(rows: usize, columns: usize, value: impl Fn(usize, usize) -> f32) -> Vec<Option<usize>> {
    if rows == 0 || columns == 0 {
        return vec![None; rows];
    }
    // Each row has a column of its own besides, where being alone costs nothing.
    let width = columns + rows;
    let cost = |row: usize, column: usize| if column < columns { -value(row, column) } else { 0.0 };
    // Columns count from 1; column 0 stands for the row that is being placed.
    let mut row_of = vec![usize::MAX; width + 1];
    let mut row_potential = vec![0.0_f32; rows + 1];
    let mut column_potential = vec![0.0_f32; width + 1];
    let mut way = vec![0_usize; width + 1];
    let mut least = vec![f32::INFINITY; width + 1];
    let mut used = vec![false; width + 1];
    for row in 0..rows {
        row_of[0] = row;
        least.fill(f32::INFINITY);
        used.fill(false);
        let mut at = 0;
        while row_of[at] != usize::MAX {
            used[at] = true;
            let here = row_of[at];
            let (mut next, mut step) = (0, f32::INFINITY);
            for column in 1..=width {
                if used[column] {
                    continue;
                }
                // Only its own lonely column is open to a row; the others' would cost the same, and
                // fewer columns are quicker to look through.
                let lonely = column > columns;
                if lonely && column - columns - 1 != here {
                    if least[column] < step {
                        (next, step) = (column, least[column]);
                    }
                    continue;
                }
                let reduced = cost(here, column - 1) - row_potential[here] - column_potential[column];
                if reduced < least[column] {
                    least[column] = reduced;
                    way[column] = at;
                }
                if least[column] < step {
                    (next, step) = (column, least[column]);
                }
            }
            for column in 0..=width {
                if used[column] {
                    row_potential[row_of[column]] += step;
                    column_potential[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
        }
        while at != 0 {
            let before = way[at];
            row_of[at] = row_of[before];
            at = before;
        }
    }
    let mut column_of = vec![None; rows];
    for (column, row) in row_of[1..=columns].iter().enumerate() {
        if let Some(of) = column_of.get_mut(*row)
            && value(*row, column) > 0.0
        {
            *of = Some(column);
        }
    }
    column_of
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tries every way.
    fn best(values: &[Vec<f32>], row: usize, taken: u32) -> f32 {
        let Some(of_row) = values.get(row) else { return 0.0 };
        let pairs = of_row.iter().enumerate().filter(|(column, _)| taken & (1 << column) == 0);
        let with = pairs.map(|(column, value)| value + best(values, row + 1, taken | 1 << column));
        with.fold(best(values, row + 1, taken), f32::max)
    }

    #[test]
    fn it_is_the_best_of_all_ways() {
        let mut seed = 7_u32;
        for round in 0..400 {
            let (rows, columns) = (1 + round % 6, 1 + (round / 6) % 6);
            let mut next = || {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 16) as f32 / 65_536.0 - 0.4
            };
            let values: Vec<Vec<f32>> = (0..rows).map(|_| (0..columns).map(|_| next()).collect()).collect();
            let assigned = assign(rows, columns, |row, column| values[row][column]);
            let pairs = assigned.iter().enumerate().filter_map(|(row, column)| Some((row, (*column)?)));
            let sum: f32 = pairs.map(|(row, column)| values[row][column]).sum();
            assert!((sum - best(&values, 0, 0)).abs() < 1e-4, "{values:?} {assigned:?}");
        }
    }
}
