//! Measures how fast versions are compared and dates counted, always beside another way to do the same in
//! the same run: a ratio says more than milliseconds of some machine. `cargo xtask bench` runs it, and draws
//! how the time grows.
//!
//! Every line is `kind` and numbers, times in microseconds. Each is the median of runs that alternate.

#[path = "bench/processes.rs"]
mod processes;

use std::hint::black_box;
use std::time::Instant;

use domain::align::assignment::assign;
use domain::align::{Keys, Looks, pair_values};
use domain::calendar::{is_working_day, working_days_from};
use domain::changes::{between, between_looks};
use domain::walk::{Walk, easiest_walk};
use domain::{Answers, Service};
use jiff::civil::{Date, date};
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;
use processes::Processes;

/// How often each side of a contest runs.
const RUNS: usize = 41;

/// Sizes whose growth is measured, in steps on either side.
const SIZES: [usize; 9] = [10, 20, 30, 40, 60, 80, 120, 160, 200];

/// Limits that are counted, in working days.
const LIMITS: [u32; 4] = [5, 20, 60, 250];

/// How many versions one is compared with.
const MANY: usize = 1_000;

fn main() {
    assignment();
    one_against_many();
    working_days();
    for size in SIZES {
        let pair = Pair::of(size);
        let [first, second] = pair.walks();
        let runs = medians(
            RUNS.min(8_000 / size),
            &mut [&mut || {
                black_box(between(&first, &second, Keys::Foreign, &[]).is_ok());
            }],
        );
        println!("growth {size} {:.0}", runs[0]);
    }
}

/// 60 steps beside 60: finding what became of them, and within it the assignment, beside that of the crate
/// `pathfinding` on the same matrix.
fn assignment() {
    let pair = Pair::of(60);
    let [first, second] = pair.walks();
    let looks = [Looks::of(&first), Looks::of(&second)];
    let values = pair_values(&looks[0], &looks[1]);
    let (rows, columns) = (values.len(), values[0].len());
    // It knows no step that stays alone, so each row has a column of its own besides, where that costs
    // nothing; and it counts in whole numbers.
    let whole = Matrix::from_fn(rows, columns + rows, |(i, j)| match j.checked_sub(columns) {
        None => (values[i][j] * 1_000.0) as i64,
        Some(own) if own == i => 0,
        Some(_) => -1_000_000,
    });
    let ours: f32 = assign(rows, columns, |i, j| values[i][j])
        .iter()
        .zip(&values)
        .filter_map(|(j, row)| Some(row[(*j)?]))
        .sum();
    let theirs = kuhn_munkres(&whole).0 as f32 / 1_000.0;
    assert!((ours - theirs).abs() < 0.1, "both are the best: {ours} and {theirs}");
    let medians = medians(
        RUNS,
        &mut [
            &mut || {
                black_box(between_looks(&looks[0], &looks[1], Keys::Foreign, &[]).is_ok());
            },
            &mut || {
                black_box(assign(rows, columns, |i, j| values[i][j]));
            },
            &mut || {
                black_box(kuhn_munkres(&whole));
            },
        ],
    );
    println!("sixty {:.0} {:.0} {:.0}", medians[0], medians[1], medians[2]);
}

/// One version of 20 steps against a thousand others of 20: everything read for each comparison, and every
/// version read once before.
fn one_against_many() {
    let processes = Processes::read("before");
    let services: Vec<Service> = (0..=MANY).map(|seed| processes.of(20, seed)).collect();
    let walks: Vec<Walk<'_>> = services.iter().map(walk).collect();
    let (one, many) = (&walks[MANY], &walks[..MANY]);
    let looks: Vec<Looks<'_>> = many.iter().map(Looks::of).collect();
    let medians = medians(
        5,
        &mut [
            &mut || {
                many.iter().for_each(|other| {
                    black_box(between(one, other, Keys::Foreign, &[]).is_ok());
                });
            },
            &mut || {
                let one = Looks::of(one);
                looks.iter().for_each(|other| {
                    black_box(between_looks(&one, other, Keys::Foreign, &[]).is_ok());
                });
            },
        ],
    );
    println!("many {MANY} {:.0} {:.0}", medians[0], medians[1]);
}

/// Counting working days, beside asking of every day.
fn working_days() {
    let starts: Vec<Date> = (1..=12).map(|month| date(2024, month, 1)).collect();
    for limit in LIMITS {
        let day_by_day = |from: Date| {
            let mut day = from;
            let next = |day: Date| day.tomorrow().expect("there is a next day");
            while !is_working_day(day).expect("the year is published") {
                day = next(day);
            }
            for _ in 0..limit {
                day = next(day);
                while !is_working_day(day).expect("the year is published") {
                    day = next(day);
                }
            }
            day
        };
        for from in &starts {
            assert_eq!(working_days_from(*from, limit), Ok(day_by_day(*from)), "both count alike");
        }
        let medians = medians(
            RUNS,
            &mut [
                &mut || {
                    for from in &starts {
                        black_box(working_days_from(black_box(*from), limit).is_ok());
                    }
                },
                &mut || {
                    for from in &starts {
                        black_box(day_by_day(black_box(*from)));
                    }
                },
            ],
        );
        let each = |all: f64| all / starts.len() as f64;
        println!("days {limit} {:.3} {:.3}", each(medians[0]), each(medians[1]));
    }
}

/// The median time of each, in microseconds, of runs that take turns.
fn medians(runs: usize, contestants: &mut [&mut dyn FnMut()]) -> Vec<f64> {
    let mut times = vec![Vec::with_capacity(runs); contestants.len()];
    // The first run warms up.
    for run in 0..=runs {
        for (contestant, times) in contestants.iter_mut().zip(&mut times) {
            let started = Instant::now();
            contestant();
            if run > 0 {
                times.push(started.elapsed().as_secs_f64() * 1e6);
            }
        }
    }
    let median = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    times.into_iter().map(median).collect()
}

/// Two versions of so many steps.
struct Pair([Service; 2]);

impl Pair {
    fn of(size: usize) -> Pair {
        Pair(["before", "after"].map(|side| Processes::read(side).of(size, 0)))
    }

    fn walks(&self) -> [Walk<'_>; 2] {
        [walk(&self.0[0]), walk(&self.0[1])]
    }
}

fn walk(service: &Service) -> Walk<'_> {
    easiest_walk(service, &service.versions[0], &Answers::new()).expect("it has one walk")
}
