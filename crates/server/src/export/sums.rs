//! The sums of 对比总表 as lines of cells: one block for what is real and one for 示例, never one for both.

use domain::table::TableRow;
use domain::table::sums::{BothSides, Sum, sums};

use super::{Cell, EXAMPLE, REAL, between, signed, text};

/// What stands above the cells of [`lines`].
pub(super) const HEADINGS: [&str; 7] = ["性质", "合计", "改前", "改后", "差", "算进几件", "不知道几件"];

/// What is said of all sums.
pub(super) const NOTE: &str =
    "每件事只算一次：第一个版本和由它改出来的最后一个版本。有一边不知道的不算进去。真实和示例分开算。";

/// A line for each sum, real ones first.
pub(super) fn lines(rows: &[&TableRow]) -> Vec<[Cell; 7]> {
    let sums = sums(rows);
    let blocks = [(REAL, sums.real), (EXAMPLE, sums.examples)];
    blocks.into_iter().filter(|(_, sum)| sum.services > 0).flat_map(|(mark, sum)| block(mark, &sum)).collect()
}

fn block(mark: &str, sum: &Sum) -> Vec<[Cell; 7]> {
    let count = |n: u32| Cell::Number(i64::from(n));
    let services = [
        text(mark),
        text("事项（件）"),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        count(sum.services),
        count(0),
    ];
    let met = [
        text(mark),
        text("达标（件）"),
        count(sum.standard.first),
        count(sum.standard.second),
        Cell::Empty,
        count(sum.standard.known),
        count(sum.standard.unknown),
    ];
    let measures = sum.measures.iter().map(|(kind, sides)| {
        let name = match kind.counter() {
            Some(counter) => format!("{}（{counter}）", kind.term()),
            None => kind.term().to_owned(),
        };
        of_both(mark, &name, sides)
    });
    let mut lines = vec![services, met];
    lines.extend(measures);
    lines.push(of_both(mark, "全年负担（小时）", &sum.yearly_hours));
    lines
}

fn of_both(mark: &str, name: &str, sides: &BothSides) -> [Cell; 7] {
    let wide = |(min, max): (u64, u64)| (signed(min), signed(max));
    let told = |range: (i64, i64)| if sides.known == 0 { Cell::Empty } else { between(range) };
    let (first, second) = (wide(sides.first), wide(sides.second));
    [
        text(mark),
        text(name),
        told(first),
        told(second),
        told((second.0 - first.1, second.1 - first.0)),
        Cell::Number(i64::from(sides.known)),
        Cell::Number(i64::from(sides.unknown)),
    ]
}
