//! A workbook: the rows on one sheet, with a filter above them and the names held in place, and the sums on
//! another.
//!
//! Text is written as text, never as a formula, so nothing in a name can calculate.

use api::TableQuery;
use domain::table::TableRow;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::{Cell, Content, cell, columns, sums};
use crate::failure::Failure;

/// How wide a column of words is, in characters.
const WORDS: f64 = 26.0;

/// The rows, and on a sheet of their own the sums.
pub(crate) fn write(query: &TableQuery, rows: &[&TableRow]) -> Result<Vec<u8>, Failure> {
    workbook(query, rows).map_err(|error| Failure::Broken(error.to_string()))
}

fn workbook(query: &TableQuery, rows: &[&TableRow]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let formats = Formats::new();
    write_rows(workbook.add_worksheet(), query, rows, &formats)?;
    write_sums(workbook.add_worksheet(), rows, &formats)?;
    workbook.save_to_buffer()
}

struct Formats {
    heading: Format,
    rate: Format,
}

impl Formats {
    fn new() -> Formats {
        Formats {
            heading: Format::new().set_bold().set_text_wrap(),
            rate: Format::new().set_num_format("0.0"),
        }
    }
}

fn write_rows(
    sheet: &mut Worksheet,
    query: &TableQuery,
    rows: &[&TableRow],
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name("对比总表")?;
    let columns = columns(&query.topics, &query.aspects);
    for (x, column) in (0_u16..).zip(&columns) {
        sheet.write_string_with_format(0, x, &column.heading, &formats.heading)?;
        if is_words(column.content) {
            sheet.set_column_width(x, WORDS)?;
        }
        for (y, row) in (1_u32..).zip(rows) {
            put(sheet, y, x, &cell(row, column.content), formats)?;
        }
    }
    sheet.set_freeze_panes(1, 3)?;
    if let (Ok(height), Ok(width)) = (u32::try_from(rows.len()), u16::try_from(columns.len())) {
        sheet.autofilter(0, 0, height, width - 1)?;
    }
    Ok(())
}

fn is_words(content: Content) -> bool {
    use domain::table::column::Topic;
    match content {
        Content::Reality | Content::Id | Content::FirstVersion | Content::SecondVersion => true,
        Content::Unit(_) => false,
        Content::Of(column) => matches!(column.topic, Topic::Service | Topic::Reported | Topic::Changes),
    }
}

fn write_sums(sheet: &mut Worksheet, rows: &[&TableRow], formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name("合计")?;
    sheet.write_string(0, 0, sums::NOTE)?;
    for (x, heading) in (0_u16..).zip(sums::HEADINGS) {
        sheet.write_string_with_format(1, x, heading, &formats.heading)?;
    }
    for (y, line) in (2_u32..).zip(sums::lines(rows)) {
        for (x, cell) in (0_u16..).zip(&line) {
            put(sheet, y, x, cell, formats)?;
        }
    }
    sheet.set_column_width(0, WORDS)?;
    Ok(())
}

fn put(sheet: &mut Worksheet, y: u32, x: u16, cell: &Cell, formats: &Formats) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string(y, x, text)?;
        }
        Cell::Number(number) => {
            sheet.write_number(y, x, *number as f64)?;
        }
        Cell::Tenths(tenths) => {
            sheet.write_number_with_format(y, x, *tenths as f64 / 10.0, &formats.rate)?;
        }
    }
    Ok(())
}
