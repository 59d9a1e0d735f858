//! Prints every published day, so that `cargo xtask test --thorough` can compare them with other
//! calendars: the date, `work` or `rest`, and the last day of each number of working days that the
//! arguments name, counted from it; `-` where it is in a year that is not published.
//!
//! ```text
//! $ cargo run -p domain --example working_days -- 0 1 5
//! 2026-11-21 rest 2026-11-23 2026-11-24 2026-11-30
//! ```

use std::error::Error;
use std::io::{self, Write};

use domain::calendar::{is_working_day, published_years, working_days_from};
use jiff::civil::date;

fn main() -> Result<(), Box<dyn Error>> {
    let numbers: Vec<u32> = std::env::args().skip(1).map(|n| n.parse()).collect::<Result<_, _>>()?;
    let (first, last) = published_years();
    let (mut day, end) = (date(first, 1, 1), date(last, 12, 31));
    let mut out = io::BufWriter::new(io::stdout().lock());
    while day <= end {
        write!(out, "{day} {}", if is_working_day(day)? { "work" } else { "rest" })?;
        for n in &numbers {
            match working_days_from(day, *n) {
                Ok(last_day) => write!(out, " {last_day}")?,
                Err(_) => write!(out, " -")?,
            }
        }
        writeln!(out)?;
        // Without its `std` feature jiff's error is no `Error`.
        day = day.tomorrow().map_err(|error| error.to_string())?;
    }
    out.flush()?;
    Ok(())
}
