//! Passes over 20,000 lines of ordinary workouts: one for counting instructions, several for `benches/ratio`.
//!
//! The argument says what is done: `nothing` (the file is made, no more), `bare` (pest alone), `check` (all of it), or
//! `timed 20` (all of it, 20 times, with how long each took).

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a program of its own")]

mod ordinary;
mod passes;

use std::hint::black_box;

use ordinary::ordinary;
use wodc::analysis::{NoFiles, Request, compile};
use wodc::source::SourceFile;

fn main() {
    let text = ordinary(20_000);
    let known = ["bare", "check", "timed"];
    match std::env::args().find(|argument| known.contains(&argument.as_str())).as_deref() {
        Some("bare") => assert!(wodc::internals::syntax::parse_bare(black_box(&text))),
        Some("check") => check(&text),
        Some("timed") => passes::timed(|| check(&text)),
        _ => println!("{} bytes", black_box(text).len()),
    }
}

fn check(text: &str) {
    let compilation = compile(SourceFile::new("ordinary.wod", text), &Request::default(), &NoFiles);
    assert!(black_box(compilation).diagnostics.is_empty());
}
