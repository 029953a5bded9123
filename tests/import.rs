//! Histories from other apps: what becomes of their exports, and of files that are none.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use wodc::analysis::{NoFiles, Request, diagnose};
use wodc::internals::quantity::{LoadUnit, Unit};
use wodc::internals::results::import::{
    App, Did, Entry, Import, Load, LoadKind, Name, Options, Order, Refusal, Report, Session, Set, Untold,
    import, write,
};
use wodc::internals::syntax::parse;
use wodc::source::SourceFile;

const METRIC: Options = Options { load_unit: Some(LoadUnit::Kilogram), order: None };

/// How many exports there are.
const EXPORTS: usize = 12;

fn exports() -> impl Iterator<Item = (String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/results/import");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "csv"));
    paths.sort();
    assert!(paths.len() >= EXPORTS, "{paths:?}");
    let stem = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    paths.into_iter().map(move |path| (stem(&path), fs::read(&path).unwrap()))
}

fn text_of(history: &Import) -> String {
    history.sessions.iter().map(write).collect()
}

/// Returns all that becomes of an export, as a person would read it.
fn shown(history: &Import) -> String {
    let Import { app, sessions, report } = history;
    let mut shown = format!("{}: {} sessions, {} sets\n", app.name(), sessions.len(), report.sets);
    for unknown in &report.unknown {
        writeln!(shown, "unknown: {} ({})", unknown.name, unknown.sets).unwrap();
    }
    for row in &report.left_out {
        writeln!(shown, "line {}: {}", row.line, row.why).unwrap();
    }
    shown + "\n" + &text_of(history)
}

#[test]
fn exports_become_sessions() {
    for (name, bytes) in exports() {
        let history = import(&bytes, METRIC).unwrap();
        insta::with_settings!({ snapshot_path => "results/import", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, shown(&history));
        });
    }
}

#[test]
fn line_ends_and_encodings_change_nothing() {
    for (name, bytes) in exports() {
        let text = String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
        let text = text.trim_start_matches('\u{FEFF}');
        let expected = text_of(&import(text.as_bytes(), METRIC).unwrap());
        let windows = text.replace('\n', "\r\n");
        let utf16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{FEFF}".encode_utf16().chain(windows.encode_utf16()).flat_map(to_bytes).collect()
        };
        for bytes in [
            windows.clone().into_bytes(),
            format!("\u{FEFF}{text}").into_bytes(),
            text.trim_end().as_bytes().to_vec(),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
        ] {
            assert_eq!(text_of(&import(&bytes, METRIC).unwrap()), expected, "{name}");
        }
    }
}

#[test]
fn a_table_reads_the_same_with_any_separator() {
    let with = |separator: &str| {
        let rows = [
            ["Date", "Exercise", "Category", "Weight (kg)", "Reps"],
            ["2024-03-05", "Barbell Squat", "Legs", "102.5", "5"],
        ];
        let text: Vec<String> = rows.iter().map(|row| row.join(separator)).collect();
        text_of(&import(text.join("\n").as_bytes(), Options::default()).unwrap())
    };
    assert_eq!(with(","), "done 2024-03-05 <\n  back squat 5 @ 102.5kg\n>\n");
    assert_eq!(with(";"), with(","));
    assert_eq!(with("\t"), with(","));
}

#[test]
fn a_file_of_no_known_app_says_what_was_found() {
    let found = |text: &str| import(text.as_bytes(), METRIC).unwrap_err();
    assert_eq!(
        found("Date;Movement;Kilos\n2024-03-05;Squat;100\n"),
        Refusal::NotAnExport(["Date", "Movement", "Kilos"].map(str::to_owned).to_vec())
    );
    assert_eq!(found(""), Refusal::NotAnExport(Vec::new()));
    assert_eq!(import(b"\xFF\xD8\xFF\xE0JFIF", METRIC).unwrap_err(), Refusal::NotText);
}

#[test]
fn a_quote_that_swallows_the_rest_of_a_file_is_told() {
    let header = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Notes\n";
    let row = |day: u8, note: &str| format!("2024-03-{day:02} 18:01:12,A,Plank,1,0,5,{note}\n");
    let csv = header.to_owned() + &row(4, "") + &row(5, "\"not closed") + &row(6, "");
    let history = import(csv.as_bytes(), METRIC).unwrap();
    let said: Vec<_> = history.report.left_out.iter().map(|row| (row.line, &*row.why)).collect();
    assert_eq!(said, [(3, "a quote is not closed, so the rest of the file is in one cell of this row")]);
    assert_eq!(history.sessions.len(), 2);
}

#[test]
fn units_that_the_file_does_not_say_are_asked_for() {
    let header = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds\n";
    let read = |row: &str, load_unit| {
        let options = Options { load_unit, order: None };
        import(format!("{header}{row}").as_bytes(), options).map(|history| text_of(&history))
    };
    let lifted = "2024-03-05 18:01:12,A,Deadlift (Barbell),1,100,5,0,0";
    let run = "2024-03-05 18:01:12,A,Running,1,0,0,5,1500";
    let bare = "2024-03-05 18:01:12,A,Pull Up,1,0,5,0,0";
    assert_eq!(read(lifted, None), Err(Refusal::NoLoadUnit));
    assert_eq!(read(run, None), Err(Refusal::NoLoadUnit));
    assert!(read(bare, None).is_ok());
    assert!(read(lifted, Some(LoadUnit::Pound)).unwrap().contains("deadlift 5 @ 100lb"));
    assert!(read(run, Some(LoadUnit::Pound)).unwrap().contains("run 5mi in 25:00"));
    assert!(read(run, Some(LoadUnit::Kilogram)).unwrap().contains("run 5km in 25:00"));
}

#[test]
fn days_that_may_be_months_are_asked_about() {
    let read = |dates: &[&str], order| {
        let rows = dates.iter().map(|date| format!("{date},Plank,Abs,0:01:00\n"));
        let text = "Date,Exercise,Category,Time\n".to_owned() + &rows.collect::<String>();
        import(text.as_bytes(), Options { order, ..METRIC }).map(|history| text_of(&history))
    };
    let untold = |mixed: Option<[&str; 2]>| {
        let mixed = mixed.map(|two| two.map(str::to_owned));
        Err(Refusal::NoOrder(Untold { example: "5/4/2024".to_owned(), mixed }))
    };
    assert_eq!(read(&["5/4/2024", "6/4/2024"], None), untold(None));
    assert!(read(&["5/4/2024"], Some(Order::DayFirst)).unwrap().contains("done 2024-04-05 "));
    assert!(read(&["5/4/2024"], Some(Order::MonthFirst)).unwrap().contains("done 2024-05-04 "));
    assert!(read(&["5/4/2024", "13/4/2024"], None).unwrap().contains("done 2024-04-05 "));
    assert!(read(&["5/4/2024", "4/13/2024"], None).unwrap().contains("done 2024-05-04 "));
    // A file that has both is asked about, and what can be read one way only is read so whatever the answer.
    let both = ["5/4/2024", "13/4/2024", "4/14/2024"];
    assert_eq!(read(&both, None), untold(Some(["13/4/2024", "4/14/2024"])));
    for (order, day) in [(Order::DayFirst, "2024-04-05"), (Order::MonthFirst, "2024-05-04")] {
        let text = read(&both, Some(order)).unwrap();
        for day in [day, "2024-04-13", "2024-04-14"] {
            assert!(text.contains(&format!("done {day} ")), "{text}");
        }
    }
    let each = read(&["13/4/2024", "4/14/2024"], None).unwrap();
    assert!(each.contains("done 2024-04-13 ") && each.contains("done 2024-04-14 "), "{each}");
}

#[test]
fn capitals_and_seconds_make_no_other_session() {
    let header = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n";
    let row = |date: &str, title: &str| format!("{date},{title},Pull Up,1,0,5\n");
    let csv = header.to_owned()
        + &row("2024-03-05 18:01:12", "Legs")
        + &row("2024-03-05 18:01:40", "LEGS ")
        + &row("2024-03-05 18:02:00", "Legs")
        + &row("2024-03-05 18:01:12", "Arms");
    let history = import(csv.as_bytes(), METRIC).unwrap();
    assert_eq!(
        text_of(&history),
        "done 2024-03-05 18:01 \"Legs\" <\n  pull-up 5, 5\n>\n\
         done 2024-03-05 18:01 \"Arms\" <\n  pull-up 5\n>\n\
         done 2024-03-05 18:02 \"Legs\" <\n  pull-up 5\n>\n"
    );
    assert_is_language(&history);
}

#[test]
fn hostile_cells_stay_in_their_quotes() {
    let cells = [
        "\" > done 2020-01-01 < squat 5 >",
        "> # \\",
        "a\nb\r\n\r\nc\u{2028}d\u{0}\u{1B}[31m\t e",
        "\u{1F3CB}\u{FE0F}\u{200D}\u{2642}\u{FE0F} \u{202E}evil",
        "{lift} {week}",
    ];
    for cell in cells {
        let quoted = format!("\"{}\"", cell.replace('"', "\"\""));
        let csv = format!(
            "title,start_time,description,exercise_title,exercise_notes,set_type,weight_kg,reps\n\
             {quoted},\"5 Mar 2024, 18:01\",{quoted},{quoted},{quoted},normal,10,5\n"
        );
        let history = import(csv.as_bytes(), METRIC).unwrap();
        let text = text_of(&history);
        assert_eq!(text.lines().count(), 4, "{text}");
        assert_is_language(&history);
        assert!(!text.chars().any(|sign| sign.is_control() && sign != '\n'), "{text:?}");
        assert_eq!(history.report.unknown.len(), 1, "{text}");
    }
}

#[test]
fn a_cell_of_a_hundred_kilobytes_is_cut_or_left_out() {
    let long = "x".repeat(100_000);
    let header = "title,start_time,description,exercise_title,exercise_notes,set_type,weight_kg,reps\n";
    let row = |title: &str, movement: &str, note: &str| {
        let csv = format!("{header}{title},\"5 Mar 2024, 18:01\",,{movement},{note},normal,10,5\n");
        import(csv.as_bytes(), METRIC).unwrap()
    };
    let noted = row("A", "Plank", &long);
    assert!(text_of(&noted).len() < 2_100);
    assert_eq!(noted.report.left_out.len(), 1);
    let named = row("A", &long, "");
    assert_eq!((named.sessions.len(), named.report.left_out.len()), (0, 1));
    assert!(text_of(&row(&long, "Plank", "")).len() < 300);
    let csv = format!("{header}A,\"5 Mar 2024, 18:01\",,Plank,,normal,{long},{long}\n");
    let figures = import(csv.as_bytes(), METRIC).unwrap();
    assert!(figures.report.left_out[0].why.len() < 200);
}

/// What is written is in the language: a results file of it has no mistakes, and is read as what it was written from.
fn assert_is_language(history: &Import) {
    let text = format!("results \"Sam\"\n\n{}", text_of(history));
    let found = diagnose(SourceFile::new("sam-results.wod", &*text), &Request::default(), &NoFiles);
    let said: Vec<_> = found.diagnostics.iter().map(|one| &one.message).collect();
    assert!(said.is_empty(), "{said:?} in:\n{text}");
    let (tree, _) = parse(&text);
    let mut sets = 0;
    for (done, session) in tree.done().zip(&history.sessions) {
        let lifts: Vec<_> = done.0.lifts().collect();
        sets += lifts.iter().map(|lift| lift.sets.len()).sum::<usize>();
        let names: Vec<String> = lifts.iter().map(|lift| unescape(&text[lift.name.range()])).collect();
        let mut wanted = session.entries.iter().map(|entry| match &entry.name {
            Name::Known(name) | Name::AsWritten(name) => name,
        });
        assert!(wanted.all(|name| names.contains(name)), "{names:?} in:\n{text}");
    }
    assert_eq!(tree.done().count(), history.sessions.len(), "{text}");
    assert_eq!(sets, history.report.sets, "{text}");
}

fn unescape(text: &str) -> String {
    text.replace("\\\"", "\"").replace("\\\\", "\\")
}

#[test]
fn what_is_written_of_each_export_is_in_the_language() {
    for (_, bytes) in exports() {
        assert_is_language(&import(&bytes, METRIC).unwrap());
    }
}

#[test]
fn every_movement_is_written_so_that_it_is_read_again() {
    let names: Vec<String> = wodc::catalog::names().map(str::to_owned).collect();
    assert!(names.len() > 2_000);
    let day = wodc::internals::date::read("2024-03-05").unwrap();
    let sets = [
        (Did::Reps(5), Some((60_000, LoadKind::Weight))),
        (Did::Missed, Some((62_500, LoadKind::Weight))),
        (Did::Reps(5), Some((10_000, LoadKind::OnTop))),
        (Did::Missed, Some((12_500, LoadKind::OnTop))),
        (Did::For(90_000), None),
        (Did::For(45_500), None),
        (Did::Over { milli: 8_020, unit: Unit::Kilometre, ms: Some(2_530_000) }, None),
        (Did::Over { milli: 400_000, unit: Unit::Metre, ms: None }, Some((20_000, LoadKind::Help))),
    ];
    for chunk in names.chunks(100) {
        let entry = |name: &String| Entry {
            name: Name::Known(name.clone()),
            sets: sets
                .iter()
                .map(|&(did, load)| Set {
                    did,
                    load: load.map(|(milli, kind)| Load { milli, unit: LoadUnit::Kilogram, kind }),
                    rpe: Some(8_500),
                    is_warmup: false,
                    note: Some("a \"note\" \\".to_owned()),
                })
                .collect(),
        };
        let entries: Vec<Entry> = chunk.iter().map(entry).collect();
        let session = Session { date: day, clock: None, title: None, entries, note: None };
        let report = Report { sets: chunk.len() * sets.len(), ..Report::default() };
        assert_is_language(&Import { app: App::Strong, sessions: vec![session], report });
    }
}

/// A history of so many rows, five sessions a week.
fn rows(count: usize) -> String {
    let mut csv = "title,start_time,exercise_title,set_type,weight_kg,reps,exercise_notes\n".to_owned();
    for row in 0..count {
        let day = row / 25;
        let (year, month, day) = (1980 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
        let movement =
            ["Squat (Barbell)", "Bench Press (Barbell)", "My own curl", "Deadlift (Barbell)", "Plank"];
        let movement = movement[row / 5 % 5];
        let date = format!("{year}-{month:02}-{day:02} 18:00");
        writeln!(csv, "Day,{date},{movement},normal,{},{},note {row}", 60 + row % 90, 1 + row % 12).unwrap();
    }
    csv
}

#[test]
fn time_grows_with_the_rows() {
    let time = |count: usize| -> Duration {
        let csv = rows(count);
        let best = |_| {
            let start = Instant::now();
            let history = import(csv.as_bytes(), METRIC).unwrap();
            assert_eq!(history.report.sets, count);
            let text = text_of(&history);
            assert!(text.len() > 12 * count);
            start.elapsed()
        };
        (0..3).map(best).min().unwrap()
    };
    let (small, large) = (time(12_500), time(50_000));
    assert!(large < small * 12, "12,500 rows take {small:?}, 50,000 take {large:?}");
}

#[test]
fn apps_are_told_by_their_headers() {
    let app = |name: &str| {
        let (_, bytes) = exports().find(|(own, _)| own == name).unwrap();
        import(&bytes, METRIC).unwrap().app
    };
    assert_eq!(app("strong-numbered"), App::Strong);
    assert_eq!(app("hevy-pounds"), App::Hevy);
    assert_eq!(app("fitnotes-ios"), App::FitNotes);
    assert_eq!(app("jefit"), App::Jefit);
}

mod random {
    use proptest::prelude::*;

    use super::{EXPORTS, METRIC, Options, assert_is_language, exports, import, text_of};

    /// Slips of a file: a byte changed, a piece removed or doubled.
    fn slips() -> impl Strategy<Value = Vec<(usize, usize, u8, u8)>> {
        let byte = prop_oneof![
            Just(b'"'),
            Just(b','),
            Just(b';'),
            Just(b'\n'),
            Just(b'\r'),
            Just(b'#'),
            any::<u8>()
        ];
        prop::collection::vec((any::<usize>(), 0..40_usize, byte, 0..3_u8), 1..12)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            if let Ok(history) = import(&bytes, METRIC) {
                text_of(&history);
            }
        }

        #[test]
        fn exports_with_slips_are_read_or_refused(which in 0..EXPORTS, slips in slips()) {
            let (_, mut bytes) = exports().nth(which).unwrap();
            for (at, length, byte, how) in slips {
                let at = at % bytes.len().max(1);
                let end = (at + length).min(bytes.len());
                match how {
                    0 => bytes.insert(at.min(bytes.len()), byte),
                    1 => drop(bytes.drain(at.min(end)..end)),
                    _ => {
                        let piece = bytes[at.min(end)..end].to_vec();
                        bytes.splice(at.min(end)..at.min(end), piece);
                    }
                }
            }
            for options in [METRIC, Options::default()] {
                if let Ok(history) = import(&bytes, options) && !history.sessions.is_empty() {
                    for session in &history.sessions {
                        prop_assert!(!session.entries.is_empty());
                        prop_assert!(session.entries.iter().all(|entry| !entry.sets.is_empty()));
                    }
                    let sets = history.sessions.iter().flat_map(|session| &session.entries);
                    prop_assert_eq!(sets.map(|entry| entry.sets.len()).sum::<usize>(), history.report.sets);
                    assert_is_language(&history);
                }
            }
        }
    }
}
