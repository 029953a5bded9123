//! Published programs that move by what was done, each over a year of made-up results: all going well, all missed, and as
//! it comes. Every set of every session is held to a table that is worked out here from the published rules, without the
//! compiler.

mod beside;
mod day;
mod exact;
#[cfg(feature = "cli")]
mod examples;
mod figures;
#[cfg(feature = "cli")]
mod foreseen;
mod laws;
mod linear;
mod lines;
mod lints;
mod made_up;
mod program;
mod random;
mod ranges;
mod read;
mod recorded;
mod standing;
mod statement;
mod waves;

use std::fs;
use std::path::{Path, PathBuf};

use wodc::analysis::{Request, compile, format};
use wodc::source::SourceFile;

use crate::made_up::{Year, made_up};
use crate::program::Program;

/// How many years are made up that go as they come, for each program. The environment may ask for more: `YEARS=100`.
const MIXED: u64 = 3;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/results")
}

/// Returns the text of a program.
fn text_of(name: &str) -> String {
    fs::read_to_string(folder().join(format!("programs/{name}.wod"))).unwrap()
}

/// Returns what does not come to the table yet: a program and a kind of year, `madcow missed`, or a program that can't be
/// read at all, `nsuns unread`.
fn not_yet() -> Vec<String> {
    let text = fs::read_to_string(folder().join("not-yet.txt")).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// Returns the first place where a year of a program differs from its table; none where all of it agrees.
fn difference(name: &str, program: &Program, year: Year) -> Option<String> {
    let (done, replay) = made_up(program, year);
    let results = lines::write(&done);
    let (found, table) = (read::table(&read::json(&text_of(name), &results)), replay.table());
    let at = found.iter().zip(&table).position(|(found, expected)| found != expected);
    let at = at.or((found.len() != table.len()).then_some(found.len().min(table.len())))?;
    let session = table[..=at].iter().rev().find(|line| line.starts_with("202")).cloned().unwrap_or_default();
    let (found, expected) = (found.get(at), table.get(at));
    Some(format!("{name}, {year:?}, {session}: {found:?}, not {expected:?}\n{results}"))
}

/// Asserts that all years of a program come to its table, and that those that are listed as not yet working do not.
fn assert_moves(name: &str, program: &Program) {
    let not_yet = not_yet();
    let is_listed = |kind: &str| not_yet.contains(&format!("{name} {kind}"));
    if is_listed("unread") {
        let compilation = compile(SourceFile::new(name, text_of(name)), &Request::default(), &read::Alone);
        assert!(compilation.has_errors(), "{name} can be read now: take it off the list");
        return;
    }
    let years = std::env::var("YEARS").ok().and_then(|years| years.parse().ok()).unwrap_or(MIXED);
    let kinds = [
        ("well", vec![Year::Well]),
        ("missed", vec![Year::Missed]),
        ("mixed", (1..=years).map(Year::Mixed).collect()),
        ("heavier", (1..=years).map(Year::Heavier).collect()),
    ];
    for (kind, all) in kinds {
        let found = all.into_iter().find_map(|year| difference(name, program, year));
        match (found, is_listed(kind)) {
            (Some(difference), false) => panic!("{difference}"),
            (None, true) => panic!("{name} {kind} works now: take it off the list"),
            (Some(_), true) | (None, false) => {}
        }
    }
}

/// A program by its name, and what makes it.
type Named = (&'static str, fn() -> Program);

/// The programs, each with its table.
const PROGRAMS: [Named; 17] = [
    ("double-progression", ranges::double_progression),
    ("five-three-one", waves::five_three_one),
    ("five-three-one-if-done", waves::five_three_one_if_done),
    ("greyskull", linear::greyskull),
    ("gzclp", linear::gzclp),
    ("holds", ranges::holds),
    ("ladder", ranges::ladder),
    ("madcow", linear::madcow),
    ("nsuns", waves::nsuns),
    ("phrak", linear::phrak),
    ("push-pull-legs", ranges::push_pull_legs),
    ("starting-strength", linear::starting_strength),
    ("stronglifts", linear::stronglifts),
    ("texas-method", linear::texas_method),
    ("texas-method-shares", linear::texas_method_shares),
    ("week-heavy-light-medium", linear::heavy_light_medium),
    ("with-last-time", linear::more_than_last_time),
];

/// Makes a test of each program, so that they run side by side.
macro_rules! programs {
    ($($test:ident),*) => {
        $(
            #[test]
            fn $test() {
                let name = stringify!($test).replace('_', "-");
                let (name, program) = PROGRAMS.into_iter().find(|one| one.0 == name).unwrap();
                assert_moves(name, &program());
            }
        )*

        #[test]
        fn each_program_is_tested() {
            let tested = [$(stringify!($test).replace('_', "-")),*];
            assert_eq!(tested.each_ref().map(String::as_str), PROGRAMS.map(|one| one.0));
            let mut files: Vec<_> = fs::read_dir(folder().join("programs"))
                .unwrap()
                .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
                .collect();
            files.sort();
            assert_eq!(files, tested);
        }
    };
}

programs!(
    double_progression,
    five_three_one,
    five_three_one_if_done,
    greyskull,
    gzclp,
    holds,
    ladder,
    madcow,
    nsuns,
    phrak,
    push_pull_legs,
    starting_strength,
    stronglifts,
    texas_method,
    texas_method_shares,
    week_heavy_light_medium,
    with_last_time
);

#[test]
fn what_is_not_yet_working_is_about_these_programs() {
    for line in not_yet() {
        let (name, kind) = line.split_once(' ').unwrap();
        assert!(PROGRAMS.iter().any(|one| one.0 == name), "{line}");
        assert!(["well", "missed", "mixed", "heavier", "unread", "format"].contains(&kind), "{line}");
    }
}

#[test]
fn each_program_is_written_canonically_and_without_a_warning() {
    let not_yet = not_yet();
    for (name, _) in PROGRAMS {
        if not_yet.contains(&format!("{name} unread")) {
            continue;
        }
        let source = || SourceFile::new(name, text_of(name));
        let compilation = compile(source(), &Request::default(), &read::Alone);
        assert!(compilation.diagnostics.is_empty(), "{name}: {:#?}", compilation.diagnostics);
        let formatted = format(source()).unwrap_or_else(|diagnostics| panic!("{name}: {diagnostics:#?}"));
        let is_listed = not_yet.contains(&format!("{name} format"));
        assert_eq!(formatted == text_of(name), !is_listed, "{name} or the list is wrong: {formatted}");
    }
}
