//! Figures of the catalogue: nearly all movements have one, and the book lists those that have none.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use wodc::catalog;
use wodc::catalog::movement::Movement;

/// Returns the names of the movements that have no figure, and how many movements there are.
fn without_figure() -> (BTreeSet<&'static str>, usize) {
    let all = catalog::search("");
    let shows = |movement: &Movement| movement.figure.as_ref().is_some_and(|figure| figure.read().is_some());
    let without = all.iter().filter(|movement| !shows(movement));
    (without.map(|movement| movement.name.as_str()).collect(), all.len())
}

#[test]
fn at_least_95_of_100_movements_have_a_figure() {
    let (without, all) = without_figure();
    assert!(without.len() * 100 <= all * 5, "{} of {all} have none: {without:?}", without.len());
}

#[test]
fn the_book_lists_the_movements_without_a_figure() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/figures.md");
    let text = fs::read_to_string(page).unwrap();
    let (_, list) = text.split_once("## Movements without a figure").unwrap();
    let listed: Vec<&str> = list.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    let names: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(names.len(), listed.len(), "docs/figures.md lists a movement twice");
    let (without, _) = without_figure();
    let missing: Vec<_> = without.difference(&names).collect();
    let left_over: Vec<_> = names.difference(&without).collect();
    assert!(missing.is_empty(), "docs/figures.md must list these too: {missing:?}");
    assert!(left_over.is_empty(), "these have a figure, or are no movements: {left_over:?}");
}
