//! Passes over 20,000 lines of ordinary workouts: one for counting instructions, several for `benches/ratio`.
//!
//! The argument says what is done: `nothing` (the file is made, no more), `bare` (pest alone), `check` (all of it),
//! `json` or `compact` (all of it, and its JSON), or `timed 20` (`check`, 20 times, with how long each took).

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a program of its own")]

mod ordinary;
mod passes;

use std::hint::black_box;

use ordinary::ordinary;
use wodc::analysis::{NoFiles, Request, compile};
use wodc::emit::json::JsonOptions;
use wodc::emit::{Format, Options};
use wodc::source::SourceFile;

fn main() {
    let text = ordinary(20_000);
    let known = ["bare", "check", "json", "compact", "timed"];
    match std::env::args().find(|argument| known.contains(&argument.as_str())).as_deref() {
        Some("bare") => assert!(wodc::internals::syntax::parse_bare(black_box(&text))),
        Some("check") => check(&text),
        Some(json @ ("json" | "compact")) => println!("{} bytes", write_json(&text, json == "compact")),
        Some("timed") => passes::timed(|| check(&text)),
        _ => println!("{} bytes", black_box(text).len()),
    }
}

fn write_json(text: &str, compact: bool) -> usize {
    let options = Options { json: JsonOptions { compact }, ..Options::default() };
    let request = Request { formats: vec![Format::JSON], options, ..Request::default() };
    let compilation = compile(SourceFile::new("ordinary.wod", text), &request, &NoFiles);
    black_box(&compilation.outputs[0].content).as_bytes().len()
}

fn check(text: &str) {
    let compilation = compile(SourceFile::new("ordinary.wod", text), &Request::default(), &NoFiles);
    assert!(black_box(compilation).diagnostics.is_empty());
}
