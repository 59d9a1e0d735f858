//! Comma-separated values (RFC 4180), with the mark by which spreadsheets know UTF-8.
//!
//! A spreadsheet takes a cell that begins with certain characters for a formula, and a name in a file could
//! be one that reads other cells or calls a program. So a text that begins like one gets an apostrophe in
//! front, which spreadsheets read as "this is text". A number of ours is no text: −2 stays −2.

use api::TableQuery;
use csv::{Terminator, WriterBuilder};
use domain::table::TableRow;

use super::{Cell, cell, columns, sums};
use crate::failure::Failure;

/// The rows, and below an empty line the sums. Every line has as many fields as the first.
pub(crate) fn write(query: &TableQuery, rows: &[&TableRow]) -> Result<Vec<u8>, Failure> {
    let columns = columns(&query.topics, &query.aspects);
    let width = columns.len().max(sums::HEADINGS.len());
    let mut lines: Vec<Vec<String>> = vec![columns.iter().map(|column| column.heading.clone()).collect()];
    lines.extend(
        rows.iter().map(|row| columns.iter().map(|column| field(&cell(row, column.content))).collect()),
    );
    lines.push(Vec::new());
    lines.push(vec![sums::NOTE.to_owned()]);
    lines.push(sums::HEADINGS.map(str::to_owned).to_vec());
    lines.extend(sums::lines(rows).iter().map(|line| line.iter().map(field).collect()));

    let mut writer =
        WriterBuilder::new().terminator(Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    for mut line in lines {
        line.resize(width, String::new());
        writer.write_record(&line).map_err(|error| Failure::Broken(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| Failure::Broken(error.to_string()))
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Tenths(tenths) => {
            let sign = if *tenths < 0 { "-" } else { "" };
            format!("{sign}{}.{}", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10)
        }
        Cell::Text(text) if begins_like_a_formula(text) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
    }
}

/// Whether a spreadsheet may take a text for a formula: by its first character that shows, and by a tab or
/// a line break in front of it, which some drop. The full-width forms count where Chinese is typed.
fn begins_like_a_formula(text: &str) -> bool {
    let shows =
        |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}');
    text.starts_with(['\t', '\r', '\n'])
        || text.chars().find(|c| shows(*c)).is_some_and(|c| "=+-@＝＋－＠".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_never_begins_a_formula_and_a_number_stays_one() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "＝1",
            "＋1",
            "－1",
            "＠A",
            "\t=1",
            "\r=1",
            "\n1",
            " =1",
            "\u{feff}=1",
            "\u{200b}=1",
        ] {
            assert_eq!(field(&Cell::Text(text.to_owned())), format!("'{text}"), "{text:?}");
        }
        for text in ["备案", "a=1", "7 → 3", "−2 至 −1", "'=1", ""] {
            assert_eq!(field(&Cell::Text(text.to_owned())), text);
        }
        assert_eq!(field(&Cell::Number(-2)), "-2");
        assert_eq!(field(&Cell::Tenths(571)), "57.1");
        assert_eq!(field(&Cell::Tenths(-5)), "-0.5");
    }
}
