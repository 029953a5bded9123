//! Published programs that move by what was done, each over a year of made-up results: all going well, all missed, and as
//! it comes. Every set of every session is held to a table that is worked out here from the published rules, without the
//! compiler.

mod day;
mod exact;
mod linear;
mod lines;
mod made_up;
mod program;
mod random;
mod read;
mod standing;
mod statement;

use std::fs;
use std::path::Path;

use crate::made_up::{Year, made_up};
use crate::program::Program;

/// How many years are made up that go as they come, for each program.
const MIXED: u64 = 20;

/// Returns the text of a program.
fn text_of(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/results/programs/{name}.wod"));
    fs::read_to_string(path).unwrap()
}

/// Returns the first place where a year of a program differs from its table; none where all of it agrees.
fn difference(name: &str, program: &Program, year: Year) -> Option<String> {
    let (done, replay) = made_up(program, year);
    let results = lines::write(&done);
    let (found, table) = (read::table(&read::json(&text_of(name), &results)), replay.table());
    let at = found.iter().zip(&table).position(|(found, expected)| found != expected);
    let at = at.or((found.len() != table.len()).then_some(found.len().min(table.len())))?;
    let session = table[..at].iter().rev().find(|line| line.starts_with("202")).cloned().unwrap_or_default();
    let (found, expected) = (found.get(at), table.get(at));
    Some(format!("{name}, {year:?}, {session}: {found:?}, not {expected:?}\n{results}"))
}

/// Asserts that all years of a program come to its table.
fn assert_moves(name: &str, program: &Program) {
    let mixed = (1..=MIXED).map(Year::Mixed);
    for year in [Year::Well, Year::Missed].into_iter().chain(mixed) {
        let difference = difference(name, program, year);
        assert!(difference.is_none(), "{}", difference.unwrap_or_default());
    }
}

#[test]
fn gzclp() {
    assert_moves("gzclp", &linear::gzclp());
}

#[test]
fn stronglifts() {
    assert_moves("stronglifts", &linear::stronglifts());
}

#[test]
fn starting_strength() {
    assert_moves("starting-strength", &linear::starting_strength());
}

#[test]
fn greyskull() {
    assert_moves("greyskull", &linear::greyskull());
}

#[test]
fn phrak() {
    assert_moves("phrak", &linear::phrak());
}

#[test]
fn texas_method() {
    assert_moves("texas-method", &linear::texas_method());
}

#[test]
fn madcow() {
    assert_moves("madcow", &linear::madcow());
}

#[test]
fn push_pull_legs() {
    assert_moves("push-pull-legs", &linear::push_pull_legs());
}

#[test]
fn double_progression() {
    assert_moves("double-progression", &linear::double_progression());
}

#[test]
fn holds() {
    assert_moves("holds", &linear::holds());
}
