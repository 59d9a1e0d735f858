//! The optimal assignment: which rows go with which columns so that the sum of their values is greatest.
//!
//! The method of shortest augmenting paths with potentials (Jonker & Volgenant, Computing 38, 1987), in
//! O(rows² × columns). A row may stay alone at the value 0, so a pair of negative value is never made.

/// The column of each row, or `None` where the row is better alone. `value(row, column)` must be finite; it
/// is asked once of each cell, so it may cost something.
pub fn assign(rows: usize, columns: usize, value: impl Fn(usize, usize) -> f32) -> Vec<Option<usize>> {
    let mut values = Vec::with_capacity(rows * columns);
    (0..rows).for_each(|row| values.extend((0..columns).map(|column| value(row, column))));
    best(rows, columns, &values)
}

fn best(rows: usize, columns: usize, values: &[f32]) -> Vec<Option<usize>> {
    let value = |row: usize, column: usize| values[row * columns + column];
    let mut found = Assignment {
        row_of: vec![None; columns],
        column_of: vec![None; rows],
        row_potential: vec![0.0; rows],
        column_potential: vec![0.0; columns],
    };
    let mut search = Search::new(columns);
    for row in 0..rows {
        let end = search.run(row, &found, &value);
        found.augment(row, end, &search);
    }
    // A pair of no value is none.
    found
        .column_of
        .iter_mut()
        .enumerate()
        .for_each(|(row, of)| *of = of.filter(|column| value(row, *column) > 0.0));
    found.column_of
}

/// What is assigned so far. The value of a cell and its two potentials add up to no more than 0, and to 0
/// where the two are assigned; the potential of a row that is alone is 0.
struct Assignment {
    row_of: Vec<Option<usize>>,
    column_of: Vec<Option<usize>>,
    row_potential: Vec<f32>,
    column_potential: Vec<f32>,
}

/// How the shortest way from a row to a place that is free ends.
#[derive(Clone, Copy)]
enum End {
    /// At a column that no row has.
    Column(usize),
    /// At a row that is alone from now on.
    Alone(usize),
}

/// The shortest ways from one row.
struct Search {
    /// How far each column is, and over which row one comes to it.
    far: Vec<(f32, usize)>,
    /// The columns whose distance is certain, nearest first.
    certain: Vec<usize>,
    open: Vec<usize>,
    /// How far the end is.
    end: f32,
}

impl Search {
    fn new(columns: usize) -> Search {
        Search { far: vec![(0.0, 0); columns], certain: Vec::new(), open: Vec::new(), end: 0.0 }
    }

    fn run(&mut self, start: usize, found: &Assignment, value: &impl Fn(usize, usize) -> f32) -> End {
        self.far.fill((f32::INFINITY, start));
        self.certain.clear();
        self.open.clear();
        self.open.extend(0..self.far.len());
        let (mut row, mut so_far) = (start, 0.0_f32);
        let mut alone = (f32::INFINITY, start);
        loop {
            // To be alone costs a row nothing but its potential.
            let to_be_alone = so_far - found.row_potential[row];
            if to_be_alone < alone.0 {
                alone = (to_be_alone, row);
            }
            let mut nearest = (f32::INFINITY, 0);
            for (at, column) in self.open.iter().enumerate() {
                let step = -value(row, *column) - found.row_potential[row] - found.column_potential[*column];
                let far = &mut self.far[*column];
                if so_far + step < far.0 {
                    *far = (so_far + step, row);
                }
                if far.0 < nearest.0 {
                    nearest = (far.0, at);
                }
            }
            if alone.0 <= nearest.0 {
                self.end = alone.0;
                return End::Alone(alone.1);
            }
            let column = self.open.swap_remove(nearest.1);
            let Some(next) = found.row_of[column] else {
                self.end = nearest.0;
                return End::Column(column);
            };
            self.certain.push(column);
            (row, so_far) = (next, nearest.0);
        }
    }
}

impl Assignment {
    /// Gives `start` a place and moves whoever is in the way along it.
    fn augment(&mut self, start: usize, end: End, search: &Search) {
        self.row_potential[start] += search.end;
        for column in &search.certain {
            let nearer = search.end - search.far[*column].0;
            self.column_potential[*column] -= nearer;
            if let Some(row) = self.row_of[*column] {
                self.row_potential[row] += nearer;
            }
        }
        let mut free = match end {
            End::Column(column) => Some(column),
            // The row that is alone from now on leaves its column, if it had one.
            End::Alone(row) => self.column_of[row].take(),
        };
        while let Some(column) = free {
            let row = search.far[column].1;
            self.row_of[column] = Some(row);
            free = self.column_of[row].replace(column);
        }
    }
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
