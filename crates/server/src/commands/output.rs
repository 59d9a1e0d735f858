//! How results are written: as text in columns, or as JSON.

use std::io::{ErrorKind, Write, stdout};

use clap::{Args, ValueEnum};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::failure::CommandError;

#[derive(Debug, Args)]
pub(super) struct FormatOption {
    /// How the result is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

impl FormatOption {
    /// Writes the text for people or the value for programs.
    pub(super) fn write(
        &self,
        text: impl FnOnce() -> String,
        value: &impl Serialize,
    ) -> Result<(), CommandError> {
        match self.format {
            Format::Text => write(&text()),
            Format::Json => write_json(value),
        }
    }
}

/// Writes a value as JSON.
pub(super) fn write_json(value: &impl Serialize) -> Result<(), CommandError> {
    let json = serde_json::to_string_pretty(value)
        .map_err(|error| CommandError::CannotWrite(std::io::Error::other(error)))?;
    write(&format!("{json}\n"))
}

/// Writes text to the standard output. Whoever reads may have read enough: a closed pipe is no failure.
pub(super) fn write(text: &str) -> Result<(), CommandError> {
    let mut out = stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(CommandError::CannotWrite(error)),
        _ => Ok(()),
    }
}

/// Rows in columns that stand under each other in a terminal, where a Chinese character is as wide as
/// two letters. Each row begins with two spaces and ends with a line break.
pub(super) fn columns(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| cell.replace('\n', " ")).collect()).collect();
    let mut widths: Vec<usize> = Vec::new();
    for row in &rows {
        for (i, cell) in row.iter().enumerate() {
            match widths.get_mut(i) {
                Some(width) => *width = (*width).max(cell.width()),
                None => widths.push(cell.width()),
            }
        }
    }
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str("  ");
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width()));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn chinese_characters_are_two_wide() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        assert_eq!(
            columns(&[row(["地", "3"]), row(["ab cd", "10"]), row(["申请人", ""])]),
            "  地      3\n  ab cd   10\n  申请人\n"
        );
    }
}
