//! What holds for the canonical text of every file: it means the same, keeps every comment, and is its own canonical
//! text.

use std::fs;

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;
use wodc::analysis;
use wodc::analysis::Level;
use wodc::diagnostic::Severity;
use wodc::emit::Format;
use wodc::internals::syntax::tree::{Statement, StatementKind};
use wodc::internals::{speech, syntax};
use wodc::source::{LineIndex, SourceFile, Span};

use crate::book;
use crate::input::{Input, all, files_in, project, written};
use crate::noise::{Choices, program, with_noise};
use crate::random::{WORDS, config};
use crate::tree;

/// How wide a line may be whose block could be broken into lines.
const WIDTH: usize = 80;

/// Returns the canonical text of a file; none where it cannot be read without errors.
fn format(input: &Input) -> Option<String> {
    analysis::format(SourceFile::new(&*input.name, &*input.text)).ok()
}

/// Returns the comments of a text, in order, without the blanks behind them.
fn comments(text: &str) -> Vec<String> {
    let (_, comments, _) = syntax::parse_with_comments(text);
    comments.iter().map(|comment| text[comment.range()].trim_end().to_owned()).collect()
}

/// Returns what a text says, apart from how it is spelt: statement by statement, the words of each sorted.
fn meaning(text: &str) -> String {
    let read = speech::read(text);
    let mut meaning = String::new();
    for line in tree::write(&read.text, &read.tree).lines() {
        let line = line
            .to_lowercase()
            .replace("percent", "%")
            .replace("slope", "%")
            .replace(['-', '"', '“', '”', '„'], "");
        // What a percentage is of has other names.
        let also_of = [
            ("[my ", "["),
            ("[your ", "["),
            ("[tm]", "training max"),
            ("[hrmax]", "max heart rate"),
            ("[bw]", "bodyweight"),
        ];
        let line = also_of.into_iter().fold(line, |line, (said, read)| line.replace(said, read));
        let line = line.replace(['(', ')', '[', ']', '%', ','], " ");
        let mut words: Vec<&str> = line
            .split_whitespace()
            .filter(|word| !matches!(*word, "clock" | "count" | "broken"))
            .map(|word| match word {
                "tues" | "tuesday" => "tue",
                "thur" | "thurs" | "thursday" => "thu",
                // A unit alone is the last word of a name, until names are looked up.
                "calories" | "cals" => "cal",
                "metres" | "meters" => "m",
                "monday" | "wednesday" | "friday" | "saturday" | "sunday" => &word[..3],
                word => word,
            })
            .collect();
        words.sort_unstable();
        meaning += &words.join(" ");
        meaning.push('\n');
    }
    meaning
}

/// Returns the rules that are reported of a file, in order, and all that is compiled of it.
fn compiled(input: &Input, level: Option<Level>) -> (Vec<&'static str>, Vec<String>) {
    let compilation = input.compile(level, &Format::plain().collect::<Vec<_>>());
    let rules = compilation.diagnostics.iter().map(|one| one.rule.name()).collect();
    (rules, compilation.outputs.iter().map(written).collect())
}

/// Asserts every law for one file, and tells whether it has a canonical text.
fn assert_canonical(input: &Input) -> bool {
    let Some(formatted) = format(input) else {
        let diagnostics = speech::read(&input.text).diagnostics;
        assert!(diagnostics.iter().any(|one| one.severity == Severity::Error), "{:?}", input.text);
        return false;
    };
    let shown = || format!("{}:\n{}\nbecomes\n{formatted}", input.name, input.text);
    let after = input.with_text(formatted.clone());
    assert_eq!(format(&after).as_deref(), Some(&*formatted), "the second time it changes again, {}", shown());
    assert_eq!(comments(&formatted), comments(&input.text), "{}", shown());
    assert_eq!(meaning(&formatted), meaning(&input.text), "{}", shown());
    let (mut rules, outputs) = compiled(input, None);
    let (mut rules_after, outputs_after) = compiled(&after, None);
    // In a statement whose parts change places, so does what is said of them.
    rules.sort_unstable();
    rules_after.sort_unstable();
    assert_eq!(rules_after, rules, "{}", shown());
    assert!(outputs_after == outputs, "it compiles to something else, {}", shown());
    assert_tidy(&formatted);
    for line_end in ["\r\n", "\r"] {
        let lf = input.text.replace("\r\n", "\n").replace('\r', "\n");
        let other = input.with_text(lf.replace('\n', line_end));
        assert_eq!(format(&other).as_ref(), Some(&formatted), "with {line_end:?}, {}", shown());
    }
    true
}

/// Asserts what can be seen of a canonical text by itself.
fn assert_tidy(text: &str) {
    assert!(!text.contains(['\r', '\u{feff}']) || text.contains('#') || text.contains('"'), "{text:?}");
    assert!(text.is_empty() || text.ends_with('\n') && !text.ends_with("\n\n"), "{text:?}");
    assert!(!text.starts_with('\n') && !text.contains("\n\n\n"), "{text:?}");
    let lines: Vec<&str> = text.lines().collect();
    for (number, line) in lines.iter().enumerate() {
        assert_eq!(line.trim_end(), *line, "blanks at the end of line {} of {text}", number + 1);
        let is_close = line.trim_start().starts_with('>');
        let is_blank_before = number > 0 && lines[number - 1].is_empty();
        assert!(!(is_close && is_blank_before), "an empty line before line {} of {text}", number + 1);
    }
    let (tree, _) = syntax::parse(text);
    let index = LineIndex::new(text);
    tree.statements.iter().for_each(|statement| assert_narrow(statement, text, &index));
}

/// Asserts that a statement with a block on one line fits on it.
fn assert_narrow(statement: &Statement, text: &str, index: &LineIndex) {
    let Span { start, end } = statement.span;
    let place = index.place(text, start as usize);
    let is_on_one_line = index.line_at(end as usize) == place.line;
    let body: &[Statement] = match &statement.kind {
        StatementKind::Block(block) => &block.body,
        StatementKind::Workout(workout) => &workout.body,
        StatementKind::MovementDefinition(_)
        | StatementKind::Pose(_)
        | StatementKind::Athlete(_)
        | StatementKind::Plan(_) => &[],
        _ => return,
    };
    if is_on_one_line {
        let line = index.line(text, place.line);
        let width = text[line.start as usize..end as usize].width();
        assert!(width <= WIDTH, "line {} is {width} columns wide in {text}", place.line);
    }
    body.iter().for_each(|statement| assert_narrow(statement, text, index));
}

/// Returns every text of the project that is no Rust: examples, fixtures, the book's snippets, the catalogue.
fn corpus() -> Vec<Input> {
    let mut corpus = all();
    corpus.extend(files_in("src/catalog"));
    corpus.extend(files_in("tests/fixtures/format"));
    corpus.extend(book::all_snippets());
    for name in ["about", "amounts", "blocks", "definitions", "good", "order", "plans", "signs", "steps"] {
        let cases_of = fs::read_to_string(project().join(format!("tests/mistakes/{name}.txt"))).unwrap();
        corpus.extend(cases(&cases_of).into_iter().map(Input::of));
    }
    corpus
}

/// Returns the texts of a file of cases: the lines of each that begin with `|`.
fn cases(text: &str) -> Vec<String> {
    let lines = |case: &str| -> Vec<String> {
        let lines = case.lines().filter_map(|line| line.strip_prefix('|'));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()).collect()
    };
    text.split("\n\n").map(|case| lines(case).join("\n")).filter(|text| !text.is_empty()).collect()
}

#[test]
fn the_canonical_text_of_every_file_keeps_the_laws() {
    let mut count = 0;
    for input in corpus() {
        count += usize::from(assert_canonical(&input));
    }
    assert!(count > 250, "only {count} files have a canonical text");
}

#[test]
fn good_files_compile_to_the_same_at_every_level_and_say_the_same_in_order() {
    for input in crate::input::good() {
        let after = input.with_text(format(&input).unwrap());
        for level in Level::ALL {
            assert!(compiled(&after, Some(level)) == compiled(&input, Some(level)), "{}", input.name);
        }
    }
    for input in files_in("tests/fixtures/warned") {
        let after = input.with_text(format(&input).unwrap());
        assert_eq!(compiled(&after, None).0, compiled(&input, None).0, "{}", input.name);
    }
}

#[test]
fn examples_and_catalogue_are_written_canonically() {
    for input in files_in("examples").into_iter().chain(files_in("src/catalog")) {
        assert_eq!(format(&input).as_ref(), Some(&input.text), "`wodc fmt` changes {}", input.name);
    }
}

#[test]
fn a_disc_keeps_its_unit() {
    let text = "athlete \"Bo\" <\n  plates 20 KG / 45 lbs, 5, 2.5kg\n>\nsquat 10\n";
    let input = Input { name: "discs.wod".into(), folder: project().to_path_buf(), text: text.into() };
    assert!(format(&input).unwrap().contains("  discs 20kg, 45lb, 5, 2.5kg\n"));
}

#[test]
fn a_side_between_two_sets_stays_there() {
    // Of which of them it is has to be asked.
    let text = "side plank 20s per side, 30s alternating, 40s rest 60s\n";
    let input = Input { name: "sides.wod".into(), folder: project().to_path_buf(), text: text.into() };
    assert_eq!(format(&input).as_deref(), Some(text));
}

#[test]
fn ugly_files_become_what_they_should_be() {
    insta::with_settings!({ snapshot_path => project().join("tests/snapshots/format"), prepend_module_to_snapshot => false }, {
        for input in files_in("tests/fixtures/format") {
            insta::assert_snapshot!(&*input.name, format(&input).unwrap());
        }
    });
}

#[test]
fn the_book_shows_what_comes_of_a_file() {
    let snippets: Vec<Input> =
        book::all_snippets().into_iter().filter(|snippet| snippet.name.starts_with("fmt.md")).collect();
    let [ugly, tidy, others @ ..] = snippets.as_slice() else { panic!("no snippets in fmt.md") };
    assert_eq!(format(ugly).unwrap(), tidy.text);
    for tidy in others {
        assert_eq!(format(tidy).unwrap(), tidy.text, "{}", tidy.name);
    }
}

#[test]
fn large_and_deep_files_have_a_canonical_text() {
    let steps = 20_000;
    let one_line = format!("circuit < {}>", "squat 30 sec; ".repeat(steps));
    let lines = format!("circuit <\n{}>\n", "  squat 30s\n".repeat(steps));
    assert_eq!(format(&Input::of(one_line)).unwrap(), lines);

    // Blocks on one line that do not fit on it, each in another: every one of them is tried.
    let depth = syntax::MAX_DEPTH;
    let note = "a".repeat(200_000);
    let deep = format!("{}note \"{note}\"{}\n", "circuit < ".repeat(depth), " >".repeat(depth));
    let formatted = format(&Input::of(deep)).unwrap();
    assert_eq!(formatted.lines().count(), 2 * depth + 1);

    let list = format!("tags {}b\n", "a,  # c\n  ".repeat(steps));
    assert_eq!(format(&Input::of(&*list)).unwrap(), list);
}

#[test]
fn a_file_that_would_grow_too_large_to_be_read_is_left_alone() {
    let depth = syntax::MAX_DEPTH;
    let text = format!("{}{}{}", "circuit < ".repeat(depth), "squat 10; ".repeat(50_000), "> ".repeat(depth));
    let refused = analysis::format(SourceFile::new("deep.wod", text)).unwrap_err();
    assert_eq!(refused.diagnostics.len(), 1);
    assert!(refused.diagnostics[0].message.contains("larger than 4 MB"), "{:?}", refused.diagnostics);
}

proptest! {
    // A smaller seed is no smaller text, so nothing is gained by looking for one.
    #![proptest_config(ProptestConfig { max_shrink_iters: 0, ..config(100) })]

    #[test]
    fn files_with_noise_keep_the_laws(at in any::<prop::sample::Index>(), seed in any::<u64>()) {
        let corpus = all();
        let input = at.get(&corpus);
        let noisy = with_noise(&input.text, &mut Choices(seed));
        assert_canonical(&input.with_text(noisy));
    }

    #[test]
    fn any_words_keep_the_laws(words in prop::collection::vec(prop::sample::select(WORDS), 0..12)) {
        assert_canonical(&Input::of(words.join(" ")));
    }

    #[test]
    fn random_programs_keep_the_laws(seed in any::<u64>()) {
        let choices = &mut Choices(seed);
        let mut text = String::new();
        program(choices, 0, &mut text);
        assert_canonical(&Input::of(&*text));
        let noisy = with_noise(&text, choices);
        assert_canonical(&Input::of(noisy));
    }
}

#[test]
fn random_programs_mostly_have_a_canonical_text() {
    let count = (0..200).filter(|&seed| {
        let mut text = String::new();
        program(&mut Choices(seed), 0, &mut text);
        format(&Input::of(text)).is_some()
    });
    let count = count.count();
    assert!(count > 60, "only {count} of 200 could be read");
}

#[test]
fn noise_leaves_files_readable() {
    for input in crate::input::good() {
        let noisy = with_noise(&input.text, &mut Choices(7));
        let noisy = input.with_text(noisy);
        let said = noisy.said(&syntax::parse(&noisy.text).1);
        assert!(format(&noisy).is_some(), "{}:\n{}\n{said}", input.name, noisy.text);
    }
}

#[test]
fn what_is_asked_about_is_the_same_in_the_canonical_text() {
    for step in [
        "3x10 squats or 3x12 lunges rest 6",
        "3x10 squats or 3x12 lunges or 3x8 step-ups rest 6",
        "squat 3x10 or lunge 3x12 rest 6",
        "squat 3x10 rest 6 or lunge 3x12 rest 90",
        "3x10 squats or 3x12 lunges @ 20",
        "back squat 3 @3x 90% rest 4min",
        "every 2 rounds < squat 5 >",
        "run 5km @Z2 @ 150bpm",
        "run 8x400@  m1:25",
        "split squat 5 per leg @ 20kg, 3 @ 30kg",
        "side plank 30s right, 20s",
    ] {
        let text = format!("workout \"A\" < {step} >\n");
        let asked = |text: &str| -> Vec<String> {
            let source = SourceFile::new("a.wod", text);
            let found = analysis::diagnose(source, &analysis::Request::default(), &analysis::NoFiles);
            found.diagnostics.iter().map(|one| format!("{}: {}", one.rule.name(), one.message)).collect()
        };
        let canonical = analysis::format(SourceFile::new("a.wod", &*text)).unwrap();
        let before = asked(&text);
        assert!(!before.is_empty(), "{step}");
        assert_eq!(asked(&canonical), before, "{canonical}");
    }
}

#[test]
fn what_is_no_step_is_asked_about_beside_others_as_on_a_line_of_its_own() {
    for head in [
        "side plank sr03 ight",
        "Leg day",
        "Monday",
        "Warm-up",
        "Strength:",
        "AMRAP 12 min",
        "scaled: ring rows",
        "2500m (total",
        "squat 10",
    ] {
        let is_read = |text: String| analysis::format(SourceFile::new("a.wod", text)).is_ok();
        let beside = is_read(format!("{head}; squat 10; rest 30s\n"));
        assert_eq!(beside, is_read(format!("{head}\nsquat 10\nrest 30s\n")), "{head}");
        let block = is_read(format!("circuit rounds 3 < {head}; squat 10; rest 30s >\n"));
        assert_eq!(
            block,
            is_read(format!("circuit rounds 3 <\n  {head}\n  squat 10\n  rest 30s\n>\n")),
            "in a block: {head}"
        );
    }
}
