//! The programs of the examples: each in few lines, none of them said twice, and each held session by session to a table
//! that is worked out here without the compiler: dates, titles, movements, doses, rests and loads with the discs that
//! there are. Where a program is published, its table follows the published rule. The weeks in the manner of Sheiko,
//! Hyrox, the half marathon and the runner's plan are our own: their tables say the same weeks by other means.

mod date;
mod hyrox;
mod linear;
mod load;
mod random;
mod read;
mod running;
mod sheiko;
mod table;
mod waves;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use wodc::analysis::{ReadFile, Request, compile, format};
use wodc::emit::Format;
use wodc::source::SourceFile;

use crate::table::Session;

/// The files of the project, by their paths from its root.
struct Project;

impl ReadFile for Project {
    fn read(&self, path: &str) -> Result<String, String> {
        fs::read_to_string(root().join(path)).map_err(|error| error.to_string())
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads an example.
fn source(path: &str) -> SourceFile {
    let text = fs::read_to_string(root().join(path)).unwrap();
    SourceFile::new(path, text)
}

/// Compiles an example to JSON. Fails if there is anything to say about it.
fn json(path: &str) -> Value {
    let request = Request { formats: vec![Format::JSON], ..Request::default() };
    let compilation = compile(source(path), &request, &Project);
    assert!(compilation.diagnostics.is_empty(), "{path}: {:#?}", compilation.diagnostics);
    let output = compilation.outputs.first().expect("a document");
    serde_json::from_str(output.content.as_text().unwrap()).unwrap()
}

/// Asserts that a program comes to this table.
fn assert_comes_to(program: &str, table: &[Session]) {
    let sessions = read::sessions(&json(&format!("examples/programs/{program}.wod")));
    for (session, expected) in sessions.iter().zip(table) {
        let head = &expected.head;
        assert_eq!(&session.head, head, "{program}");
        for (at, (work, expected)) in session.work.iter().zip(&expected.work).enumerate() {
            assert_eq!(work, expected, "{program}, {head}, line {}", at + 1);
        }
        assert_eq!(session.work, expected.work, "{program}, {head}");
    }
    let rest = |sessions: &[Session], from: usize| sessions.iter().skip(from).cloned().collect::<Vec<_>>();
    assert_eq!(rest(&sessions, table.len()), [], "{program} goes on");
    assert_eq!(rest(table, sessions.len()), [], "{program} ends early");
}

#[test]
fn five_three_one() {
    assert_comes_to("five-three-one", &waves::five_three_one());
}

#[test]
fn gzclp() {
    assert_comes_to("gzclp", &linear::gzclp());
}

#[test]
fn nsuns() {
    assert_comes_to("nsuns", &waves::nsuns());
}

#[test]
fn stronglifts() {
    assert_comes_to("stronglifts", &linear::stronglifts());
}

#[test]
fn texas_method() {
    assert_comes_to("texas-method", &linear::texas_method());
}

#[test]
fn smolov_base() {
    assert_comes_to("smolov-base", &waves::smolov_base());
}

#[test]
fn sheiko() {
    assert_comes_to("sheiko", &sheiko::sheiko());
}

#[test]
fn push_pull_legs() {
    assert_comes_to("push-pull-legs", &linear::push_pull_legs());
}

#[test]
fn couch_to_5k() {
    assert_comes_to("couch-to-5k", &running::couch_to_5k());
}

#[test]
fn half_marathon() {
    assert_comes_to("half-marathon", &running::half_marathon());
}

#[test]
fn hyrox() {
    assert_comes_to("hyrox", &hyrox::hyrox());
}

#[test]
fn runners_plan() {
    let alone = |file: &str| json(&format!("examples/{file}"));
    assert_comes_to("runners-plan", &running::runners_plan(alone));
}

/// How many lines a program may have, without comments and empty lines.
const LINES: [(&str, usize); 12] = [
    ("couch-to-5k", 30),
    ("five-three-one", 35),
    ("gzclp", 40),
    ("half-marathon", 45),
    ("hyrox", 70),
    ("nsuns", 60),
    ("push-pull-legs", 50),
    ("runners-plan", 25),
    ("sheiko", 60),
    ("smolov-base", 20),
    ("stronglifts", 15),
    ("texas-method", 25),
];

/// Returns the lines of a text that say something.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

#[test]
fn each_program_is_short_and_says_nothing_twice() {
    let files: BTreeSet<PathBuf> =
        fs::read_dir(root().join("examples/programs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let names: Vec<_> = files.iter().map(|path| path.file_stem().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, LINES.map(|(name, _)| name));
    for (name, most) in LINES {
        let text = source(&format!("examples/programs/{name}.wod")).text;
        let lines = lines(&text);
        assert!(lines.len() <= most, "{name} has {} lines of at most {most}", lines.len());
        let mut said = BTreeSet::new();
        for line in lines.iter().filter(|line| **line != ">" && !line.ends_with('<')) {
            assert!(said.insert(line), "{name} says this twice: {line}");
        }
    }
}

#[test]
fn each_program_is_written_canonically() {
    for (name, _) in LINES {
        let source = source(&format!("examples/programs/{name}.wod"));
        let text = source.text.clone();
        let formatted = format(source).unwrap_or_else(|diagnostics| panic!("{name}: {diagnostics:#?}"));
        assert_eq!(formatted, *text, "`wodc fmt` changes {name}");
    }
}
