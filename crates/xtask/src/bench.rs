//! `cargo xtask bench`: how fast versions are compared and dates counted, beside other ways to do the same,
//! and how the time grows with the number of steps. It writes what it measured into `docs/benchmarks.md` and
//! draws the growth as `docs/growth.svg`.
//!
//! The measuring is done by an example of the crate `domain`. Nothing fails here: how fast a machine is, is no
//! test.

use crate::progress::note;
use crate::workspace::Workspace;
use crate::{cargo, command};
use anyhow::{Context, Result, bail, ensure};
use std::fs;

/// What stands between these two lines of the page is written anew.
const FROM: &str = "<!-- measured by cargo xtask bench -->\n";
const TO: &str = "<!-- end of what was measured -->\n";

pub fn run() -> Result<()> {
    let workspace = Workspace::find()?;
    let mut example = cargo::command(&workspace.root);
    example.args(["run", "--release", "--quiet", "-p", "domain", "--example", "bench"]);
    note("measuring; keep the machine quiet for a minute …");
    let measured = Measured::read(&command::read(&mut example)?)?;
    let table = measured.table();
    print!("{table}");
    let page = workspace.root.join("docs/benchmarks.md");
    let text = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    fs::write(&page, with_table(&text, &table)?)?;
    fs::write(workspace.root.join("docs/growth.svg"), drawing(&measured.growth))?;
    note("docs/benchmarks.md and docs/growth.svg say so too");
    Ok(())
}

/// The lines of the example; times in microseconds.
#[derive(Default)]
struct Measured {
    /// Comparing 60 steps with 60, its assignment, and that of `pathfinding`.
    sixty: Vec<f64>,
    /// How many versions one was compared with, reading each anew, and each once.
    many: Vec<f64>,
    /// Working days, counting them, and asking of each day.
    days: Vec<[f64; 3]>,
    /// Steps, and the time to compare as many with as many.
    growth: Vec<(f64, f64)>,
}

impl Measured {
    fn read(text: &str) -> Result<Measured> {
        let mut measured = Measured::default();
        for line in text.lines() {
            let (kind, numbers) =
                line.split_once(' ').with_context(|| format!("`{line}` is no measurement"))?;
            let numbers: Vec<f64> = numbers
                .split(' ')
                .map(str::parse)
                .collect::<Result<_, _>>()
                .with_context(|| format!("`{line}` has what is no number"))?;
            match (kind, numbers.as_slice()) {
                ("sixty", [_, _, _]) => measured.sixty = numbers,
                ("many", [_, _, _]) => measured.many = numbers,
                ("days", [days, ours, theirs]) => measured.days.push([*days, *ours, *theirs]),
                ("growth", [steps, time]) => measured.growth.push((*steps, *time)),
                _ => bail!("`{line}` is no measurement"),
            }
        }
        let whole = measured.sixty.len() + measured.many.len() == 6 && measured.growth.len() > 1;
        ensure!(whole && !measured.days.is_empty(), "the example bench has left something out");
        Ok(measured)
    }

    fn table(&self) -> String {
        let milliseconds = |time: f64| format!("{:.2} ms", time / 1_000.0);
        let mut rows = String::from("| What | Ours | The other way | Ratio |\n|---|---|---|---|\n");
        let mut row = |what: &str, ours: String, other: String, ratio: f64| {
            let ratio = if ratio < 0.1 { format!("{ratio:.3}") } else { format!("{ratio:.1}") };
            rows.push_str(&format!("| {what} | {ours} | {other} | {ratio} × |\n"));
        };
        let [whole, ours, theirs] = self.sixty[..] else { return rows };
        row(
            "assignment of 60 × 60 steps; `kuhn_munkres` of `pathfinding` on the same matrix",
            milliseconds(ours),
            milliseconds(theirs),
            theirs / ours,
        );
        row(
            "everything about 60 × 60 steps: groups, kinds, papers, places; that `kuhn_munkres` alone",
            milliseconds(whole),
            milliseconds(theirs),
            theirs / whole,
        );
        let [many, anew, once] = self.many[..] else { return rows };
        row(
            &format!("one version of 20 steps against {many} others, each read once; each read anew"),
            milliseconds(once),
            milliseconds(anew),
            anew / once,
        );
        for [days, ours, theirs] in &self.days {
            row(
                &format!("the end of {days} working days; asking of every day"),
                format!("{ours:.2} µs"),
                format!("{theirs:.2} µs"),
                theirs / ours,
            );
        }
        rows.push_str("\n| Steps on either side | Comparing them |\n|---|---|\n");
        for (steps, time) in &self.growth {
            rows.push_str(&format!("| {steps} | {} |\n", milliseconds(*time)));
        }
        rows
    }
}

fn with_table(page: &str, table: &str) -> Result<String> {
    let lost = || format!("docs/benchmarks.md has lost one of the lines {FROM:?} and {TO:?}");
    let (head, rest) = page.split_once(FROM).with_context(lost)?;
    let (_, tail) = rest.split_once(TO).with_context(lost)?;
    Ok(format!("{head}{FROM}\n{table}\n{TO}{tail}"))
}

/// Width and height of the drawing, and the room around its field.
const SIZE: (f64, f64) = (640.0, 320.0);
const MARGIN: f64 = 48.0;

/// The growth as a line over steps, with a dot and a number for each size.
fn drawing(growth: &[(f64, f64)]) -> String {
    let most = growth.iter().fold((0.0_f64, 0.0_f64), |most, size| (most.0.max(size.0), most.1.max(size.1)));
    let x = |steps: f64| MARGIN + steps / most.0 * (SIZE.0 - 2.0 * MARGIN);
    let y = |time: f64| SIZE.1 - MARGIN - time / most.1 * (SIZE.1 - 2.0 * MARGIN);
    let points: Vec<String> =
        growth.iter().map(|(steps, time)| format!("{:.1},{:.1}", x(*steps), y(*time))).collect();
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <title>Time to compare two versions, by the number of steps on either side; the numbers are in benchmarks.md</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fffefa\"/>\n\
         <path d=\"M{MARGIN} {MARGIN}V{bottom}H{right}\" fill=\"none\" stroke=\"#7f8683\"/>\n\
         <polyline points=\"{}\" fill=\"none\" stroke=\"#2b6552\" stroke-width=\"2\"/>\n",
        SIZE.0,
        SIZE.1,
        points.join(" "),
        bottom = SIZE.1 - MARGIN,
        right = SIZE.0 - MARGIN,
    );
    // Sizes that lie close share the room for their words.
    let mut free_from = 0.0;
    for (steps, time) in growth {
        let (x, y) = (x(*steps), y(*time));
        svg.push_str(&format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"#2b6552\"/>\n"));
        if x < free_from {
            continue;
        }
        free_from = x + MARGIN;
        svg.push_str(&format!(
            "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"#1c2221\">{steps}</text>\n\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"#1c2221\">{:.1} ms</text>\n",
            SIZE.1 - MARGIN + 16.0,
            x - 6.0,
            y - 6.0,
            time / 1_000.0
        ));
    }
    svg.push_str(&format!(
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"#444c4a\">steps on either side</text>\n</svg>\n",
        SIZE.0 / 2.0,
        SIZE.1 - 12.0
    ));
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str =
        "sixty 900 100 400\nmany 1000 300000 200000\ndays 5 0.1 0.4\ngrowth 10 100\ngrowth 200 9000\n";

    #[test]
    fn a_ratio_says_how_much_longer_the_other_way_takes() {
        let table = Measured::read(LINES).unwrap().table();
        assert!(table.contains("| 0.10 ms | 0.40 ms | 4.0 × |"), "{table}");
        assert!(table.contains("| 200 | 9.00 ms |"), "{table}");
    }

    #[test]
    fn what_is_left_out_is_told() {
        assert!(Measured::read("sixty 900 100 400\n").is_err());
        assert!(Measured::read("sixty 900\n").is_err());
    }

    #[test]
    fn the_page_keeps_what_stands_around() {
        let page = format!("a\n{FROM}old\n{TO}b\n");
        assert_eq!(with_table(&page, "new\n").unwrap(), format!("a\n{FROM}\nnew\n\n{TO}b\n"));
        assert!(with_table("nothing", "new").is_err());
    }

    #[test]
    fn every_size_is_a_dot() {
        assert_eq!(drawing(&Measured::read(LINES).unwrap().growth).matches("<circle").count(), 2);
    }
}
