//! Files that are huge, deep, empty or hostile: each gives a diagnostic or a right result.

use wodc::analysis::Compilation;
use wodc::emit::Format;
use wodc::source::SourceFile;

use crate::input::Input;
use crate::laws::{assert_diagnostics_are_sound, assert_errors_give_nothing, assert_timelines_add_up};

/// Compiles a text, holds it to the laws, and returns what came of it.
fn compile(text: impl Into<String>) -> Compilation {
    let compilation = Input::of(text).compile(None, &Format::plain().collect::<Vec<_>>());
    assert_diagnostics_are_sound(&compilation);
    assert_errors_give_nothing(&compilation);
    assert_timelines_add_up(&compilation);
    compilation
}

/// Returns the rules of a compilation's diagnostics, in order.
fn rules(compilation: &Compilation) -> Vec<&'static str> {
    compilation.diagnostics.iter().map(|one| one.rule.name()).collect()
}

fn likely_ms(compilation: &Compilation) -> Vec<i64> {
    compilation.workouts.iter().map(|workout| workout.likely_ms).collect()
}

#[test]
fn a_thousand_million_rounds_are_refused_before_they_are_laid_out() {
    assert_eq!(rules(&compile("circuit rounds 1000000000 < squat 1s >")), ["too-long"]);
    let nested = "circuit rounds 1000 < circuit rounds 1000 < circuit rounds 1000 < squat 1s > > >";
    assert_eq!(rules(&compile(nested)), ["too-long"]);
}

#[test]
fn rounds_in_which_nothing_is_done_cost_nothing() {
    let last = compile("circuit rounds 4000000000 < squat 10s only round 4000000000 >");
    assert_eq!((rules(&last), likely_ms(&last)), (Vec::new(), vec![10_000]));
}

#[test]
fn twenty_thousand_nested_blocks_are_one_mistake() {
    // Far more than a stack has room for.
    let deep = "circuit < ".repeat(20_000);
    assert_eq!(rules(&compile(format!("{deep} squat 1s {}", "> ".repeat(20_000)))), ["nested-too-deep"]);
    let unclosed = compile("circuit < ".repeat(5_000));
    assert_eq!(rules(&unclosed).iter().filter(|rule| **rule == "nested-too-deep").count(), 1);
    assert!(unclosed.diagnostics.len() < 100, "{}", unclosed.diagnostics.len());
}

#[test]
fn a_hundred_thousand_headers_without_a_bracket_are_each_a_mistake() {
    let compilation = compile("circuit rounds 3\n".repeat(100_000));
    assert!(compilation.has_errors());
    assert!(compilation.diagnostics.iter().all(|one| one.rule.name() == "missing-open"));
}

#[test]
fn headers_with_and_without_a_bracket_end_at_a_depth_together() {
    for text in ["circuit\ncircuit < ", "circuit\nsquat 5\ncircuit <\n", "circuit\nworkout \"a\"\n"] {
        let compilation = compile(text.repeat(2_000));
        assert!(compilation.has_errors(), "{text}");
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let line = "squat 30s\n";
    let compilation = compile(line.repeat(16 * 1024 * 1024 / line.len()));
    assert_eq!(rules(&compilation), ["file-too-large"]);
}

#[test]
fn a_file_of_the_largest_size_is_read() {
    let line = "# nothing but comments, line after line, up to the brim\n";
    let mut text = line.repeat(SourceFile::MAX_BYTES / line.len() - 1);
    text += "squat 30s\n";
    assert_eq!(likely_ms(&compile(text)), [30_000]);
}

#[test]
fn signs_that_cannot_be_seen_are_shown() {
    assert_eq!(rules(&compile("squat 30s\0\n")), ["control-character"]);
    assert_eq!(rules(&compile("squat \u{7} 30s\n")), ["control-character"]);
    assert_eq!(rules(&compile("note \"a\0b\"\nsquat 30s\n")), ["control-character"]);
}

#[test]
fn a_lone_carriage_return_ends_a_line() {
    assert_eq!(likely_ms(&compile("squat 30s\rplank 30s")), [60_000]);
    assert_eq!(rules(&compile("\r")), ["nothing-to-build"]);
}

#[test]
fn a_string_that_is_not_closed_is_one_mistake() {
    assert_eq!(rules(&compile("note \"unclosed\nsquat 30s\n")), ["unclosed-string"]);
    assert_eq!(rules(&compile("circuit <\n  squat 30s \"unclosed\n  plank 30s\n>\n")), ["unclosed-string"]);
    assert_eq!(rules(&compile("squat 30s \"")), ["unclosed-string"]);
}

#[test]
fn a_file_with_nothing_in_it_has_no_workout() {
    for text in ["", "\n", "   ", "\u{feff}", "# only a comment", "# only a comment\n", ";;;\n"] {
        let compilation = compile(text);
        assert_eq!(rules(&compilation), ["nothing-to-build"], "{text:?}");
        assert!(compilation.workouts.is_empty());
    }
}

#[test]
fn a_line_of_a_megabyte_is_read() {
    let statements = 1_000_000 / "squat 30s; ".len();
    let many = Input::of("squat 30s; ".repeat(statements)).diagnostics();
    assert_eq!(many.iter().map(|one| one.rule.name()).collect::<Vec<_>>(), ["too-long"]);
    let compilation = compile(format!("squat 30s; {}", "; ".repeat(500_000)));
    assert_eq!(likely_ms(&compilation), [30_000]);
    let compilation = compile(format!("note \"{}\"; squat 30s", "a ".repeat(500_000)));
    assert!(!compilation.has_errors());
}

#[test]
fn a_name_of_ten_thousand_words_is_read() {
    for word in ["right ", "alternating ", "max ", "squat ", "or ", "per leg ", "rest ", "x ", "30s ", "@ "] {
        let compilation = compile(word.repeat(10_000));
        assert!(!compilation.diagnostics.is_empty(), "{word}");
    }
    let compilation = compile(format!("{}30s", "right ".repeat(10_000)));
    // The last three are modifiers, two of them too many, and the dose stands after them; the others are words of the
    // name.
    assert_eq!(rules(&compilation), ["unknown-movement", "option-twice", "option-twice", "word-order"]);
}

#[test]
fn a_workout_that_does_itself_shows_the_way_round() {
    let compilation = compile("workout \"A\" < do \"A\" >");
    assert_eq!(rules(&compilation), ["does-itself"]);
    let round = "workout \"A\" < do \"B\" >\nworkout \"B\" < do \"C\" >\nworkout \"C\" < do \"A\" >\n";
    let compilation = compile(round);
    assert_eq!(rules(&compilation), ["does-itself"]);
    let help = compilation.diagnostics[0].help.as_deref();
    assert_eq!(help, Some("the circle is \"A\", which does \"B\", which does \"C\", which does \"A\""));
}

#[test]
fn workouts_that_double_thirty_times_are_refused_before_they_are_laid_out() {
    let double = |n: usize| format!("workout \"{n}\" < do \"{next}\"; do \"{next}\" >\n", next = n + 1);
    let text: String = (0..30).map(double).collect();
    let compilation = compile(text + "workout \"30\" < squat 1s >\n");
    assert!(compilation.has_errors());
    assert!(rules(&compilation).iter().all(|rule| *rule == "too-long"), "{:?}", rules(&compilation));
}

#[test]
fn chains_of_workouts_are_as_deep_as_they_are_long() {
    let next = |n: usize| format!("workout \"{n}\" < do \"{}\" >\n", n + 1);
    let text: String = (0..2_000).map(next).collect();
    let compilation = compile(text + "workout \"2000\" < squat 1s >\n");
    assert!(rules(&compilation).contains(&"too-long"));
    assert!(compilation.diagnostics.len() <= 2_001);
}

#[test]
fn files_that_use_each_other_are_read_once() {
    let folder = std::env::temp_dir().join(format!("wodc-round-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("b.wod"), "use \"text.wod\"\nuse \"b.wod\"\nworkout \"B\" < squat 30s >\n")
        .unwrap();
    let input = Input {
        folder: folder.clone(),
        ..Input::of("use \"b.wod\"\nworkout \"A\" < do \"B\"; do \"B\" >\n")
    };
    std::fs::write(folder.join("text.wod"), &input.text).unwrap();
    let compilation = input.compile(None, &Format::plain().collect::<Vec<_>>());
    std::fs::remove_dir_all(folder).unwrap();
    assert_eq!((rules(&compilation), likely_ms(&compilation)), (vec![], vec![60_000]));
    assert_eq!(compilation.files.len(), 2);
}

#[test]
fn bytes_that_are_hard_to_count_are_counted() {
    let compilation = compile("squat 30s 🏋️‍♀️\nplank 30s é́́́́\n");
    assert!(compilation.has_errors());
    let compilation = compile("ſquat 30s\nﬁle 30s\nİ 30s\nß 30s\n");
    assert!(!compilation.has_errors(), "{:#?}", compilation.diagnostics);
}
