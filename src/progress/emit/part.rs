//! A part of what people read of progress.

use super::plot::Plot;
use crate::emit::overview::Table;

/// A part of a section.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Part {
    /// What it is about. Empty where the section's title says it.
    pub title: String,
    /// Labels with their texts.
    pub facts: Vec<(&'static str, String)>,
    /// A table; without rows where there is none.
    pub table: Table,
    /// Its pictures.
    pub plots: Vec<Plot>,
}

/// Returns a table of those columns that have a cell with something in it.
pub fn without_empty_columns(heads: &[&str], rows: Vec<Vec<String>>) -> Table {
    let has = |at: usize| rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()));
    let kept: Vec<usize> = (0..heads.len()).filter(|&at| has(at)).collect();
    let head = kept.iter().map(|&at| heads[at].to_owned()).collect();
    let row = |row: &Vec<String>| kept.iter().map(|&at| row[at].clone()).collect();
    Table { head, rows: rows.iter().map(row).collect() }
}
