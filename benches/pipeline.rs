//! How fast the compiler reads, beside the bare parse that it cannot be faster than, and how that grows.
//!
//! `cargo bench --bench pipeline` prints, for files of 20,000 and 40,000 lines of ordinary workouts: the bare parse and
//! the whole pipeline; then the outputs, and what a small file and a used name cost. `memory` measures memory, and
//! `benches/instructions` counts instructions instead of seconds.

mod ordinary;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use ordinary::ordinary;
use wodc::analysis::{NoFiles, Request, compile};
use wodc::emit::Format;
use wodc::source::SourceFile;

fn main() {
    divan::main();
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
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| wodc::internals::syntax::parse_bare(black_box(&text)));
}

#[divan::bench(args = [20_000, 40_000], sample_count = 20)]
fn whole_pipeline(bencher: Bencher<'_, '_>, lines: usize) {
    let text = ordinary(lines);
    bencher.counter(BytesCount::of_str(&text)).bench(|| check(black_box(&text)));
}

#[divan::bench(args = [Format::JSON, Format::MARKDOWN, Format::CUES], sample_count = 20)]
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

/// Two years of a session a day, most of which grow from week to week; with and without their 8 MB of JSON.
#[divan::bench(args = [false, true], sample_count = 20)]
fn plan_of_104_weeks(bencher: Bencher<'_, '_>, is_written: bool) {
    let text = include_str!("two-years.wod");
    let formats = if is_written { vec![Format::JSON] } else { Vec::new() };
    let request = Request { formats, ..Request::default() };
    bencher.bench(|| compile(SourceFile::new("two-years.wod", text), &request, &NoFiles));
}

#[divan::bench]
fn name_of_the_catalogue(bencher: Bencher<'_, '_>) {
    bencher.bench(|| wodc::catalog::find(black_box("romaniandeadlift")));
}
