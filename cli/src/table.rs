//! Columns of text.

use std::fmt::Write;

/// Aligns the cells of all rows; the last column is as long as it is.
pub fn align<const N: usize>(rows: &[[&str; N]]) -> Vec<String> {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..N).map(width).collect();
    rows.iter()
        .map(|row| {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                write!(line, "{cell:width$}  ").expect("a string takes all that is written");
            }
            line.trim_end().to_owned()
        })
        .collect()
}

/// The rows as a table in Markdown; the first row is the head.
pub fn markdown<const N: usize>(rows: &[[&str; N]]) -> String {
    let mut out = String::new();
    for (index, row) in rows.iter().enumerate() {
        out.push('|');
        for cell in row {
            write!(out, " {} |", cell.replace('|', "\\|")).expect("a string takes all that is written");
        }
        out.push('\n');
        if index == 0 {
            out.push('|');
            out.push_str(&" --- |".repeat(N));
            out.push('\n');
        }
    }
    out
}
