//! How fast the compiler reads, beside the bare parse that it cannot be faster than; how that grows; what it keeps in
//! memory.
//!
//! `cargo bench` prints, for a file of 20,000 lines of ordinary workouts: the bare parse, the whole pipeline, the
//! pipeline for twice the file, the peak of memory (`max alloc`), and what a small file and a used name cost.
//! `benches/instructions` counts instructions instead of seconds.

use std::fmt::Write as _;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use wodc::driver::{Format, ReadFile, Request, compile};
use wodc::source::SourceFile;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// A project of one file.
struct NoFiles;

impl ReadFile for NoFiles {
    fn read(&self, path: &str) -> Result<String, String> {
        Err(format!("there is no {path}"))
    }
}

/// Returns a file of at least this many lines: four ordinary workouts, over and over, each with a title of its own.
fn ordinary(lines: usize) -> String {
    let templates = include_str!("ordinary.wod");
    let mut text = String::new();
    let mut written = 0;
    let mut number = 0;
    while written < lines {
        for template in templates.split_inclusive("\n\n") {
            number += 1;
            let _ = write!(text, "{}", template.replace("%", &number.to_string()));
            written += template.lines().count();
        }
        text.push('\n');
    }
    text
}

fn check(text: &str) {
    let source = SourceFile::new("ordinary.wod", text);
    let compilation = compile(source, &Request::default(), &NoFiles);
    assert!(compilation.diagnostics.is_empty(), "{:#?}", compilation.diagnostics.first());
    black_box(compilation);
}

#[divan::bench(args = [20_000, 40_000], sample_count = 20)]
fn bare_parse(bencher: Bencher<'_, '_>, lines: usize) {
    let text = ordinary(lines);
    bencher.counter(BytesCount::of_str(&text)).bench(|| wodc::syntax::parse_bare(black_box(&text)));
}

#[divan::bench(args = [20_000, 40_000], sample_count = 20)]
fn whole_pipeline(bencher: Bencher<'_, '_>, lines: usize) {
    let text = ordinary(lines);
    bencher.counter(BytesCount::of_str(&text)).bench(|| check(black_box(&text)));
}

#[divan::bench(args = [Format::Json, Format::Markdown, Format::Cues], sample_count = 20)]
fn output(bencher: Bencher<'_, '_>, format: Format) {
    let text = ordinary(2_000);
    let request = Request { formats: vec![format], ..Request::default() };
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| compile(SourceFile::new("ordinary.wod", text.as_str()), &request, &NoFiles));
}

#[divan::bench]
fn small_file(bencher: Bencher<'_, '_>) {
    let text = include_str!("../examples/lower.wod");
    bencher.counter(BytesCount::of_str(text)).bench(|| check(black_box(text)));
}

#[divan::bench]
fn name_of_the_catalogue(bencher: Bencher<'_, '_>) {
    bencher.bench(|| wodc::catalog::find(black_box("romaniandeadlift")));
}
