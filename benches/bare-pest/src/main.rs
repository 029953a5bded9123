//! Parses 20,000 lines of ordinary workouts with pest alone, as many times as it is told, and prints how long each took.

use std::hint::black_box;

use pest::Parser as _;

#[path = "../../ordinary/mod.rs"]
mod ordinary;
#[path = "../../passes/mod.rs"]
mod passes;

#[derive(pest_derive::Parser)]
#[grammar = "../../../grammar/wod.pest"]
struct Grammar;

fn main() {
    let text = ordinary::ordinary(20_000);
    passes::timed(|| assert!(Grammar::parse(Rule::file, black_box(&text)).is_ok()));
}
