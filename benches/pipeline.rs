//! How fast the compiler reads, compared with the bare parse, which is the limit, and how that grows.
//!
//! `cargo bench --bench pipeline` prints, for files of 20,000 and 40,000 lines of ordinary workouts: the bare parse and
//! the whole pipeline; then the outputs, and what a small file, a plan with results and a used name cost. With the feature `cli` it also times
//! `wodc batch`. `memory` measures memory, and `benches/instructions` counts instructions instead of seconds.

mod ordinary;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use ordinary::ordinary;
use wodc::analysis::{NoFiles, Request, compile};
use wodc::catalog;
use wodc::emit::figure::{Colours, Picture};
use wodc::emit::json::JsonOptions;
use wodc::emit::{Format, Options};
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

/// Reading, solving and drawing all figures of the catalogue, one after another, as SVG.
#[divan::bench(sample_count = 10)]
fn figures(bencher: Bencher<'_, '_>) {
    let pictures: Vec<Picture> = catalog::search("").into_iter().filter_map(Picture::of).collect();
    let drawn = |picture: &Picture| picture.drawn().map_or(0, |figure| figure.svg(Colours::Own).len());
    bencher.counter(ItemsCount::new(pictures.len())).bench(|| pictures.iter().map(drawn).sum::<usize>());
}

/// JSON of 20,000 lines: 38 MB plain, 10 MB compact. The time of `whole_pipeline` is included.
#[divan::bench(args = [false, true], sample_count = 10)]
fn json(bencher: Bencher<'_, '_>, compact: bool) {
    let text = ordinary(20_000);
    let options = Options { json: JsonOptions { compact }, ..Options::default() };
    let request = Request { formats: vec![Format::JSON], options, ..Request::default() };
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| compile(SourceFile::new("ordinary.wod", text.as_str()), &request, &NoFiles));
}

/// `wodc batch`, from start to exit, over a number of lines with an ordinary workout each, one line at a time.
#[cfg(feature = "cli")]
#[divan::bench(args = [1_000, 2_000], sample_count = 10)]
fn batch(bencher: Bencher<'_, '_>, lines: usize) {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let text = include_str!("../examples/lower.wod");
    let line = serde_json::json!({ "id": 1, "text": text, "to": ["json", "md"] }).to_string() + "\n";
    let input = line.repeat(lines);
    let mut command = Command::new(env!("CARGO_BIN_EXE_wodc"));
    command.args(["batch", "--compact", "--jobs", "1"]).stdin(Stdio::piped()).stdout(Stdio::null());
    bencher.counter(BytesCount::of_str(&input)).bench_local(|| {
        let mut child = command.spawn().expect("wodc starts");
        child.stdin.take().expect("it has an input").write_all(input.as_bytes()).expect("it reads its input");
        assert!(child.wait().expect("it ends").success());
    });
}

#[divan::bench]
fn small_file(bencher: Bencher<'_, '_>) {
    let text = include_str!("../examples/lower.wod");
    bencher.counter(BytesCount::of_str(text)).bench(|| check(black_box(text)));
}

/// Two years with a session a day, most of which grow from week to week, with and without the 8 MB of JSON.
#[divan::bench(args = [false, true], sample_count = 20)]
fn plan_of_104_weeks(bencher: Bencher<'_, '_>, is_written: bool) {
    let text = include_str!("two-years.wod");
    let formats = if is_written { vec![Format::JSON] } else { Vec::new() };
    let request = Request { formats, ..Request::default() };
    bencher.bench(|| compile(SourceFile::new("two-years.wod", text), &request, &NoFiles));
}

/// A year with five sessions a week: as it is written, and with results of all its sessions read and replayed, so that
/// nearly every session has loads of its own.
#[divan::bench(args = [false, true], sample_count = 50)]
fn year_of_results(bencher: Bencher<'_, '_>, is_done: bool) {
    let text = include_str!("year-of-results.wod");
    let results = is_done.then(|| SourceFile::new("results.wod", results()));
    let request = Request { results, ..Request::default() };
    let compilation = compile(SourceFile::new("year.wod", text), &request, &NoFiles);
    assert!(!compilation.has_errors(), "{:#?}", compilation.diagnostics.first());
    bencher.bench(|| compile(SourceFile::new("year.wod", text), &request, &NoFiles));
}

/// Writes down what was done in each session of `year-of-results.wod`: as it was asked for, but for every fourth time, when
/// the last sets are short.
fn results() -> String {
    /// The day of the week, the title, and three lifts with what is done of each.
    type Session = (i64, &'static str, [(&'static str, &'static str, &'static str); 3]);
    const SESSIONS: [Session; 5] = [
        (0, "Squat", SQUAT),
        (1, "Bench", BENCH),
        (2, "Deadlift", DEADLIFT),
        (4, "Squat", SQUAT),
        (5, "Press", PRESS),
    ];
    const SQUAT: [(&str, &str, &str); 3] = [
        ("back squat", "5, 5, 5, 5, 5", "5, 5, 5, 4, 4"),
        ("split squat", "12, 12, 12", "12, 10, 9"),
        ("plank", "9min, 9min, 9min", "9min, 9min, 5s"),
    ];
    const BENCH: [(&str, &str, &str); 3] = [
        ("bench press", "5, 5, 8", "5, 4, 3"),
        ("dumbbell row", "12, 12, 12", "12, 11, 10"),
        ("lateral raise", "15, 15, 15", "15, 13, 11"),
    ];
    const DEADLIFT: [(&str, &str, &str); 3] = [
        ("deadlift", "3, 3, 3, 3, 3, 3, 3, 3, 3, 3", "3, 3, 3, 2"),
        ("leg press", "10, 10, 10", "8, 7, 5"),
        ("leg curl", "15, 15, 15", "12, 11, 10"),
    ];
    const PRESS: [(&str, &str, &str); 3] = [
        ("overhead press", "5, 5, 5, 5, 5", "5, 5, 4, 4, 3"),
        ("lat pulldown", "15, 15, 26", "15, 15, 20"),
        ("triceps pushdown", "12, 12, 12", "12, 10, 9"),
    ];
    let first = time::Date::from_ordinal_date(2026, 5).expect("a day");
    let mut text = "results \"Sam\"\n".to_owned();
    for week in 0..52_i64 {
        for (day, title, lifts) in SESSIONS {
            let date = first + time::Duration::days(week * 7 + day);
            text += &format!("done {date} \"{title}\" <\n");
            for (movement, done, short) in lifts {
                text += &format!("  {movement} {}\n", if (week + day) % 4 == 3 { short } else { done });
            }
            text += ">\n";
        }
    }
    text
}

#[divan::bench]
fn name_of_the_catalogue(bencher: Bencher<'_, '_>) {
    bencher.bench(|| catalog::find(black_box("romaniandeadlift")));
}
