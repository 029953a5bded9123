//! Sheets as poppler reads them.

use std::fs;
use std::process::Command;
use std::sync::LazyLock;

use rayon::prelude::*;
use wodc::emit::{SheetOptions, Sheets};

use crate::workouts::{EVERYTHING, KINDS, PLAIN, Source, example, examples, source};

/// Texts that mean something to one format or another.
const NASTY: [&str; 12] = [
    "</script><img src=x onerror=alert(1)>",
    "#include \\\"/etc/passwd\\\"",
    "#panic() #{1+1} #let x = 1",
    "$x$ and $ integral $",
    "a\\\\b \\\\n \\\\",
    "a | b |---|",
    "*bold* _it_ `code` = h - i + n",
    "// no comment /* none */",
    "<label> @ref ~ --- -- ...",
    "'quotes' \\\"double\\\"",
    "[a](b) https://a.bc",
    "100% & more; {x} ^_^",
];

/// The examples with their plain sheets.
static PRINTED: LazyLock<Vec<(Source, Vec<Vec<u8>>)>> = LazyLock::new(|| {
    let print = |one: Source| {
        let (pdfs, _) = one.print(PLAIN);
        (one, pdfs)
    };
    examples().into_par_iter().map(print).collect()
});

/// Returns what a program of poppler's says of a PDF.
pub fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sheet.pdf");
    fs::write(&path, pdf).unwrap();
    let mut command = Command::new(program);
    command.args(arguments).arg(&path);
    if program == "pdftotext" {
        command.arg("-");
    }
    let ran = command.output().unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

/// Returns the text of a PDF in the order it is read in, with single blanks.
pub fn text(pdf: &[u8]) -> String {
    blanks(&poppler("pdftotext", &["-raw"], pdf))
}

/// Returns a text with single blanks, and with the words joined again that were parted.
fn blanks(text: &str) -> String {
    // At their own hyphens, or at one that stands at the end of a line alone.
    let joined = text.replace(['\u{AD}', '\u{200B}', '\u{FEFF}'], "").replace("-\n", "-");
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn pages(pdf: &[u8]) -> usize {
    let said = poppler("pdfinfo", &[], pdf);
    said.lines().find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok()).unwrap()
}

/// Asserts that nothing stands outside of its page: each word's box lies within the margins, near enough.
pub fn assert_nothing_runs_off(pdf: &[u8], what: &str) {
    const LEAST_MARGIN: f64 = 20.0;
    let boxes = poppler("pdftotext", &["-bbox"], pdf);
    let attribute = |line: &str, name: &str| -> Option<f64> {
        line.split_once(&format!("{name}=\""))?.1.split_once('"')?.0.parse().ok()
    };
    let (mut width, mut height) = (0.0, 0.0);
    for line in boxes.lines() {
        if line.trim_start().starts_with("<page") {
            (width, height) = (attribute(line, "width").unwrap(), attribute(line, "height").unwrap());
        }
        if line.trim_start().starts_with("<word") {
            let at = |name| attribute(line, name).unwrap();
            let inside = at("xMin") >= LEAST_MARGIN
                && at("xMax") <= width - LEAST_MARGIN
                && at("yMin") >= 0.0
                && at("yMax") <= height;
            assert!(inside, "{what}: {line} on {width} by {height}");
        }
    }
}

/// Asserts that these stand in a text, each after the one before.
pub fn assert_in_order(text: &str, wanted: &[String], what: &str) {
    // A line may end anywhere in a long word.
    let text = text.replace(' ', "");
    let mut rest = text.as_str();
    for one in wanted {
        let one = blanks(one).replace(' ', "");
        let Some((_, after)) = rest.split_once(&one) else { panic!("{what}: no `{one}` in `{rest}`") };
        rest = after;
    }
}

pub fn assert_fonts_are_embedded(pdf: &[u8], what: &str) {
    let said = poppler("pdffonts", &[], pdf);
    let fonts: Vec<&str> = said.lines().skip(2).collect();
    assert!(!fonts.is_empty(), "{what}");
    for font in fonts {
        // The columns before the last two, which name an object: embedded, subset, to Unicode.
        let columns: Vec<&str> = font.split_whitespace().rev().skip(2).take(3).collect();
        assert_eq!(columns, ["yes", "yes", "yes"], "{what}: {font}");
    }
}

#[test]
#[ignore = "needs poppler"]
fn every_example_is_read_in_order_and_nothing_runs_off() {
    PRINTED.par_iter().for_each(|(one, pdfs)| {
        let read: String = pdfs.iter().map(|pdf| text(pdf) + " ").collect();
        if !one.text.contains("\nuse ") {
            assert_in_order(&read, &one.movements(), &one.name);
        }
        for pdf in pdfs {
            assert_nothing_runs_off(pdf, &one.name);
            assert_fonts_are_embedded(pdf, &one.name);
        }
    });
}

#[test]
#[ignore = "needs poppler"]
fn a_block_among_steps_is_read_in_its_place() {
    let one = source(
        "title \"In place\"\ncircuit \"Outer\" rounds 2 <\nsquat 10\n\
         emom \"Inner\" 4min alternating < push-up 8; v-up 9 >\n\
         amrap \"Deep\" 3min < burpee 5 >\nlunge 9 per leg\n>\n",
    );
    for kind in KINDS.into_iter().filter(|kind| !kind.cards) {
        let read = text(&one.pdf(kind));
        let wanted = [
            "Outer", "Squat", "Inner", "1, 3", "Push-up", "2, 4", "V-up", "Deep", "Burpee", "Results:",
            "Lunge",
        ];
        assert_in_order(&read, &wanted.map(str::to_owned), &format!("{kind:?}"));
    }
}

#[test]
#[ignore = "needs poppler"]
fn a_sheet_for_rehabilitation_asks_for_pain_and_others_how_it_felt() {
    for (head, wanted, other) in
        [("scale pain", "Pain none 0 1 2", "How it felt"), ("", "How it felt easy 1 2", "none 0 1")]
    {
        let read = text(&source(format!("title \"Knee\"\n{head}\nsquat 10\n")).pdf(PLAIN));
        assert!(read.contains(wanted) && !read.contains(other), "{head}: {read}");
    }
}

#[test]
#[ignore = "needs poppler"]
fn an_ordinary_workout_is_one_page() {
    let long = ["all-the-blocks.wod"];
    // A plan has its weeks, and a sheet a session.
    let workouts = PRINTED.iter().filter(|(one, _)| !one.text.contains("\nplan "));
    let several: Vec<(&str, usize)> = workouts
        .flat_map(|(one, pdfs)| pdfs.iter().map(|pdf| (one.name.as_str(), pages(pdf))))
        .filter(|(_, pages)| *pages > 1)
        .collect();
    assert!(several.len() <= 5, "{several:?}");
    assert!(several.iter().all(|(name, pages)| *pages <= 2 || long.contains(name)), "{several:?}");
}

/// Returns how high a word's letters are in a PDF, in points.
fn height_of(word: &str, pdf: &[u8]) -> f64 {
    let boxes = poppler("pdftotext", &["-bbox"], pdf);
    let attribute = |line: &str, name: &str| -> Option<f64> {
        line.split_once(&format!("{name}=\""))?.1.split_once('"')?.0.parse().ok()
    };
    let line = boxes.lines().find(|line| line.contains(&format!(">{word}<")));
    let line = line.unwrap_or_else(|| panic!("no `{word}` in {boxes}"));
    // Two places, since the program subtracts figures that it has rounded.
    ((attribute(line, "yMax").unwrap() - attribute(line, "yMin").unwrap()) * 100.0).round() / 100.0
}

/// Returns a workout of six rows with so many movements that are explained at length, and a note at its end.
fn explained(movements: usize) -> Source {
    let name = |nth: usize| format!("drill {}", char::from(b'a' + u8::try_from(nth).unwrap()));
    let cue =
        "cue \"Stand on the step with one hand on the rail and lower the heel while you count to three\"\n";
    let define = |nth| format!("movement \"{}\" < pattern squat\n{} >\n", name(nth), cue.repeat(3));
    let done = |nth| format!("{} 30s\n", name(nth));
    let defined: String = (0..movements).map(define).collect();
    let steps: String = (0..movements).map(done).collect();
    source(format!("title \"Explained\"\n{defined}{steps}rest 60s\nnote \"Lastly, breathe.\"\n"))
}

#[test]
#[ignore = "needs poppler"]
fn what_is_said_at_the_end_shrinks_before_it_takes_a_second_page() {
    for kind in [PLAIN, KINDS[1], SheetOptions { large: true, ..PLAIN }] {
        // In points; the box of a word is higher than the size of its letters.
        let least = 1.3 * if kind.large { 12.0 } else { 7.2 };
        let set: Vec<(usize, f64)> = (1..=14)
            .into_par_iter()
            .map(|movements| {
                let pdf = explained(movements).pdf(kind);
                (pages(&pdf), height_of("rail", &pdf))
            })
            .collect();
        let normal = set[0].1;
        let on_one_page: Vec<f64> = set.iter().filter(|one| one.0 == 1).map(|one| one.1).collect();
        assert!(on_one_page.is_sorted_by(|a, b| a >= b), "{kind:?}: {set:?}");
        assert!(
            on_one_page.iter().any(|size| *size < 0.99 * normal),
            "nothing shrinks for {kind:?}: {set:?}"
        );
        assert!(on_one_page.iter().all(|size| *size >= least), "{kind:?}: {set:?}");
        let first_long = set.iter().find(|one| one.0 > 1).expect("so many movements take a second page");
        assert!((first_long.1 - normal).abs() < 0.01, "{kind:?}: {set:?}");
        assert!(set.is_sorted_by_key(|one| one.0), "{kind:?}: {set:?}");
    }
}

/// Returns the lines of a PDF as they are seen, without empty ones.
fn lines(pdf: &[u8]) -> Vec<String> {
    let text = poppler("pdftotext", &["-layout"], pdf);
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[test]
#[ignore = "needs poppler"]
fn no_word_of_a_note_is_alone_on_its_last_line() {
    let mut wrapped = 0;
    (16..48).for_each(|words| {
        let note = "alfa bravo charlie ".repeat(words / 3) + &"alfa ".repeat(words % 3);
        let pdf =
            source(format!("title \"Note\"\nsquat 10\nrest 30s\nnote \"{}\"\n", note.trim())).pdf(PLAIN);
        let of_note: Vec<String> = lines(&pdf).into_iter().filter(|line| line.contains("alfa")).collect();
        wrapped += usize::from(of_note.len() > 1);
        let last = of_note.last().expect("the note is on the sheet");
        assert!(last.split_whitespace().count() > 1, "{words} words: {of_note:?}");
    });
    assert!(wrapped > 8, "notes of more than one line are what this is about");
}

#[test]
#[ignore = "needs poppler"]
fn no_row_is_alone_on_a_page() {
    let mut parted = 0;
    for rows in 24..44 {
        let steps: String =
            (0..rows).map(|row| if row % 2 == 0 { "plank 30s\n" } else { "side plank 20s\n" }).collect();
        let pdf = source(format!("title \"Rows\"\n{steps}")).pdf(PLAIN);
        let text = poppler("pdftotext", &["-layout"], &pdf);
        let of_pages: Vec<usize> = text
            .split('\u{c}')
            .map(|page| page.matches("30 s").count() + page.matches("20 s").count())
            .filter(|rows| *rows > 0)
            .collect();
        parted += usize::from(of_pages.len() > 1);
        assert!(of_pages.iter().all(|rows| *rows > 1), "{rows} rows: {of_pages:?}");
    }
    assert!(parted > 4, "tables of more than one page are what this is about");
}

#[test]
#[ignore = "needs poppler"]
fn no_entry_of_the_key_is_alone_or_parted_from_its_sign() {
    let steps = "run 4min @ zone 2; run 2min @ zone 3; run 3min @ zone 5; plank 40s per side; rest 30s";
    let one = source(format!("title \"Key\"\nswitch 5s\n{steps}\n"));
    for large in [false, true] {
        let lines = lines(&one.pdf(SheetOptions { large, ..PLAIN }));
        let entries = [
            "hard 3:00",
            "moderate 2:00",
            "easy 4:00",
            "other work 1:20",
            "change",
            "rest and transitions 0:35",
        ];
        let of_key: Vec<&String> = lines
            .iter()
            .filter(|line| !line.contains("Changes") && entries.iter().any(|entry| line.contains(entry)))
            .collect();
        for entry in entries {
            assert!(
                of_key.iter().any(|line| line.contains(entry)),
                "`{entry}` is not on one line: {lines:?}"
            );
        }
        for line in &of_key {
            let count = entries.iter().filter(|entry| line.contains(**entry)).count();
            assert!(count > 1, "large {large}: `{line}` has one entry");
        }
        assert!(!large || of_key.len() > 1, "a key of more than one line is what this is about: {of_key:?}");
    }
}

#[test]
#[ignore = "needs poppler"]
fn a_plan_begins_with_its_weeks_and_can_have_the_sheet_of_each_session_once() {
    let plan = source(
        "workout \"Core\" < plank 3x30s +5s each session rest 30s >\n\
         plan \"Base\" weeks 3 starts 2026-01-05 <\n\
         every week < tuesday < do \"Core\" >; saturday < long run 16km +5% each week >; sunday < rest day > >\n>\n",
    );
    for large in [false, true] {
        let (pdfs, said) = plan.print(SheetOptions { large, sheets: Sheets::Each, movements: true, ..PLAIN });
        assert!(said.is_empty() && pdfs.len() == 2, "{said:?}");
        let pdf = &pdfs[1];
        assert_nothing_runs_off(pdf, "a plan");
        assert_fonts_are_embedded(pdf, "a plan");
        let read = text(pdf);
        for said in [
            "Base",
            "Weeks",
            "5 Jan",
            "19 Jan",
            "Rest day",
            "Long run 16.8 km",
            "What it adds up to",
            "At most",
        ] {
            assert!(read.contains(said), "no {said:?} in {read}");
        }
        assert_eq!(read.matches("How it felt").count(), 2, "{read}");
        assert_eq!(read.matches("What changes").count(), 2, "{read}");
        let wanted =
            ["Weeks", "What it adds up to", "Core", "How it felt", "Long run", "How it felt", "Movements"];
        assert_in_order(&read, &wanted.map(String::from), "a plan");
        assert_eq!(read.matches("Movements").count(), 1, "{read}");
    }
}

#[test]
#[ignore = "needs poppler"]
fn every_kind_of_sheet_says_everything_within_its_margins() {
    KINDS.par_iter().for_each(|&kind| {
        let one = source(EVERYTHING);
        let pdf = one.pdf(kind);
        let what = format!("{kind:?}");
        let read = text(&pdf);
        assert_nothing_runs_off(&pdf, &what);
        assert_fonts_are_embedded(&pdf, &what);
        assert_in_order(&read, &[String::from("Everything"), String::from("squat")], &what);
        if kind.cards {
            return;
        }
        for said in
            ["Name", "Date", "How it felt", "Warm up first.", "Best single, kg", "The coach", "Page 1 of"]
        {
            assert!(read.contains(said), "{what}: no `{said}` in {read}");
        }
        if kind.levels {
            assert_in_order(&read, &["Beginner".into(), "Intermediate".into(), "Advanced".into()], &what);
        }
    });
}

#[test]
#[ignore = "needs poppler"]
fn markup_is_shown_as_it_is_written() {
    NASTY.par_iter().for_each(|nasty| {
        let text_of = |written: &str| written.replace("\\\"", "\"").replace("\\\\", "\\");
        let all = format!(
            "title \"{nasty}\"\nby \"{nasty}\"\ntags x\nnote \"{nasty}\"\nmovement \"{nasty}\" <\n  cue \"{nasty}\"\n  why \"{nasty}\"\n>\n\"{nasty}\" 10 \"{nasty}\"\nrecord \"{nasty}\"\n"
        );
        for kind in KINDS {
            let one = source(all.clone());
            let (pdfs, said) = one.print(kind);
            let [pdf] = pdfs.as_slice() else { panic!("{nasty}: {said:?}") };
            let read = text(pdf).replace(' ', "").to_lowercase();
            let wanted = blanks(&text_of(nasty)).replace(' ', "").to_lowercase();
            let least = if kind.cards { 3 } else { 6 };
            let found = read.matches(&wanted).count();
            assert!(found >= least, "{nasty} {kind:?}: {found} of `{wanted}` in {read}");
            assert_nothing_runs_off(pdf, nasty);
        }
    });
}

#[test]
#[ignore = "needs poppler"]
fn other_scripts_and_emoji_are_read_back() {
    for word in ["שלום", "مرحبا", "Приседания", "Ἀθλητής", "Größe", "💪"] {
        let pdf = source(format!("title \"{word}\"\nsquat 10 \"{word}\"\n")).pdf(PLAIN);
        let read = text(&pdf);
        // A line from right to left may be read from either end.
        let turned: String = word.chars().rev().collect();
        assert!(read.matches(word).count() + read.matches(&turned).count() >= 2, "{word}: {read}");
        assert_fonts_are_embedded(&pdf, word);
    }
    let pdf = source("title \"Hold 𓀀\"\nplank 30s\n").pdf(PLAIN);
    assert!(text(&pdf).contains("Hold [U+13000]"), "{}", text(&pdf));
}

/// Workouts that are hard to fit on a page.
fn awkward() -> Vec<(&'static str, Source, Vec<String>)> {
    let long = "heavy double kettlebell front rack walking lunge with a pause at the bottom of it";
    let unbroken = "x".repeat(80);
    let steps: Vec<String> = (1..=40).map(|n| format!("drill number {n}")).collect();
    let forty: String = steps.iter().map(|name| format!("\"{name}\" 10 @ 20kg\n")).collect();
    let capital = |name: &str| name[..1].to_uppercase() + &name[1..];
    vec![
        (
            "80 letters",
            source(format!("title \"{long}\"\n{long} 3x10 @ 20kg rest 2min \"{long}\"\n")),
            vec![capital(long)],
        ),
        (
            "80 letters without a blank",
            source(format!("title \"{unbroken}\"\n\"{unbroken}\" 10\n")),
            vec![capital(&unbroken)],
        ),
        ("40 steps", source(forty), steps.iter().map(|name| capital(name)).collect()),
        ("1 step", source("squat 10\n"), vec!["Squat".into()]),
        (
            "12 rounds",
            source("circuit rounds 12 < squat 10 @ 50kg; plank 30s; rest 30s >\n"),
            vec!["Squat".into(), "Plank".into()],
        ),
        (
            "a long note",
            source(format!("note \"{}\"\nsquat 10\n", "Breathe out slowly. ".repeat(600))),
            vec!["Squat".into()],
        ),
        (
            "a long cue",
            source(format!("squat 10 \"{}\"\nlunge 10\n", "and on ".repeat(1500))),
            vec!["Squat".into(), "Lunge".into()],
        ),
        (
            "many long words",
            source(format!(
                "note \"{}\"\nsquat 10 \"{}\"\n",
                "breatheoutslowly ".repeat(600),
                "incomprehensibilities-and-so-on-incomprehensibilitiesandsoonandon ".repeat(70)
            )),
            vec!["Squat".into()],
        ),
        (
            "sets of all kinds",
            source(
                "back squat 12 @ 60kg, 10 @ 70kg, 8 @ 80kg, 6 @ 90kg, 1+ @ 100kg rest 3min\npush-up 30x5\nplank 3-10x30s\n",
            ),
            vec!["Back squat".into(), "Push-up".into(), "Plank".into()],
        ),
    ]
}

#[test]
#[ignore = "needs poppler"]
fn what_is_hard_to_fit_fits() {
    let every_way =
        KINDS.into_par_iter().flat_map(|kind| awkward().into_par_iter().map(move |one| (kind, one)));
    every_way.for_each(|(kind, (what, one, names))| {
        let what = format!("{what} {kind:?}");
        let (pdfs, said) = one.print(kind);
        let [pdf] = pdfs.as_slice() else { panic!("{what}: {said:?}") };
        assert_nothing_runs_off(pdf, &what);
        assert_in_order(&text(pdf), &names, &what);
    });
}

#[test]
#[ignore = "needs poppler"]
fn a_long_sheet_repeats_its_head_and_counts_its_pages() {
    let forty: String = (1..=60).map(|n| format!("\"drill number {n}\" 3x10 @ 20kg rest 2min\n")).collect();
    for kind in [PLAIN, SheetOptions { large: true, ..PLAIN }] {
        let pdf = source(format!("title \"Long one\"\n{forty}")).pdf(kind);
        let count = pages(&pdf);
        assert!(count > 2, "{count}");
        for page in 1..=count {
            let number = page.to_string();
            let read = blanks(&poppler("pdftotext", &["-raw", "-f", &number, "-l", &number], &pdf));
            assert!(read.contains("Long one") && read.contains(&format!("Page {page} of {count}")), "{read}");
        }
    }
}

#[test]
#[ignore = "needs poppler"]
fn cards_are_one_movement_a_page_across_the_paper() {
    let pdf = example("lower.wod").pdf(SheetOptions { cards: true, ..PLAIN });
    assert_eq!(pages(&pdf), 3);
    let said = poppler("pdfinfo", &[], &pdf);
    assert!(said.contains("841.89 x 595.276"), "{said}");
    let letter = example("lower.wod").pdf(KINDS[1]);
    assert!(poppler("pdfinfo", &[], &letter).contains("612 x 792"), "no letter paper");
}

#[test]
#[ignore = "needs poppler"]
fn a_long_word_that_fits_its_line_is_found_as_it_is_written() {
    let word = "electromyographically";
    let text = format!(
        "title \"So {word} measured\"\nby \"{word}\"\nnote \"Done {word} today, and every other day of the week but the {word}.\"\n{word} squat 3x10 \"{word}\"\nmovement \"{word} squat\" <\n  cue \"Think {word}\"\n>\n"
    );
    for kind in KINDS {
        let read = poppler("pdftotext", &["-raw"], &source(text.clone()).pdf(kind));
        assert!(!read.contains('\u{200B}'), "{kind:?}: {read}");
        // The middle column of all levels in large letters is narrower than the word.
        let least = if kind.cards { 4 } else { 6 };
        let found = read.to_lowercase().matches(word).count();
        assert!(found >= least, "{kind:?}: {found} in {read}");
    }
}

#[test]
#[ignore = "needs poppler"]
fn a_word_wider_than_its_line_ends_it_with_a_hyphen() {
    let word = "x".repeat(80);
    let one = source(format!("title \"{word}\"\nsquat 10\n"));
    for kind in [PLAIN, SheetOptions { large: true, ..PLAIN }] {
        let read = poppler("pdftotext", &["-raw"], &one.pdf(kind));
        let first = read.lines().next().unwrap();
        assert!(first.ends_with(['\u{AD}', '-', '‐']), "{kind:?}: {read}");
    }
}

#[test]
#[ignore = "needs poppler"]
fn a_label_of_a_superset_stands_once_in_its_row() {
    let text = "superset rounds 3 < squat 5; push-up 10 >\n";
    let levels = SheetOptions { levels: true, ..PLAIN };
    let one = source(text);
    let (pdfs, said) = one.print(levels);
    let [pdf] = pdfs.as_slice() else { panic!("{said:?}") };
    let read = poppler("pdftotext", &["-raw"], pdf);
    assert_eq!(read.matches("A2").count(), 1, "{read}");
}

#[test]
#[ignore = "needs poppler"]
fn there_is_a_place_for_the_time_of_each_distance() {
    let read = text(&source("run 6x400m rest 2min\n").pdf(PLAIN));
    assert_eq!(read.matches("time").count(), 6, "{read}");
    let read = text(&source("farmer's carry 6x50m rest 2min\nwarmup < run 400m >\n").pdf(PLAIN));
    assert_eq!(read.matches("time").count(), 0, "{read}");
}

#[test]
#[ignore = "needs poppler"]
fn a_title_and_an_author_are_handed_over_as_they_are_written() {
    let title = "Electromyographically 𓀀 💪🏽";
    let pdf = source(format!("title \"{title}\"\nby \"{title}\"\nplank 30s\n")).pdf(PLAIN);
    let said = poppler("pdfinfo", &[], &pdf);
    assert_eq!(said.matches(title).count(), 2, "{said}");
}

#[test]
#[ignore = "needs poppler"]
fn a_cue_longer_than_a_page_goes_on_on_the_next() {
    let one = source(format!("squat 10 \"{}\"\nlunge 10\n", "and on ".repeat(1500)));
    for kind in [PLAIN, SheetOptions { levels: true, ..PLAIN }] {
        let found = text(&one.pdf(kind)).matches("and on").count();
        assert!(found >= 1500, "{kind:?}: {found}");
    }
}
