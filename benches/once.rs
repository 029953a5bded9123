//! One pass over 20,000 lines of ordinary workouts, for counting instructions: `benches/instructions` calls it.
//!
//! The argument says what is done: `nothing` (the file is made, no more), `bare` (pest alone) or `check` (all of it).

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a program of its own")]

mod ordinary;

use std::hint::black_box;

use ordinary::ordinary;
use wodc::driver::{NoFiles, Request, compile};
use wodc::source::SourceFile;

fn main() {
    let text = ordinary(20_000);
    match std::env::args().find(|argument| ["bare", "check"].contains(&argument.as_str())).as_deref() {
        Some("bare") => assert!(wodc::syntax::parse_bare(black_box(&text))),
        Some("check") => {
            let compilation = compile(SourceFile::new("ordinary.wod", text), &Request::default(), &NoFiles);
            assert!(black_box(compilation).diagnostics.is_empty());
        }
        _ => println!("{} bytes", black_box(text).len()),
    }
}
