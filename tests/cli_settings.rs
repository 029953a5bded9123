//! Rules set on the command line, and settings in a `wodc.toml`.

#![cfg(feature = "cli")]

mod common;

use common::Test;
use wodc::analysis::{LoadUnit, NoFiles, Request, compile};
use wodc::diagnostic::{Diagnostic, Fix, Rule};
use wodc::source::SourceFile;

const SQUATS: &str = "title \"Squats\"\nsquat 30s\n";
/// A range, by which the level shows.
const RANGE: &str = "title \"Range\"\nsquat 20-40s\n";
/// Gives one warning, `sets-inside-rounds`.
const NINE_SETS: &str = "circuit rounds 3 <\n  squat 3x8\n  rest 1min\n>\n";
/// Gives one warning, `empty-block`.
const NOTHING_INSIDE: &str = "squat 10\nsection \"Later\" <\n>\n";

/// Expects a run of `check` on a file that gives `sets-inside-rounds` by itself, with these arguments, to end so.
fn nine_sets<const N: usize>(arguments: [&str; N]) -> Test {
    Test::new().file("a.wod", NINE_SETS).args(["check", "a.wod"]).args(arguments)
}

// -A, -W and -D

#[test]
fn by_itself_a_warning_stops_nothing() {
    nine_sets([]).stderr_contains("1 warning in 1 file").run();
}

#[test]
fn a_rule_that_is_allowed_is_not_reported() {
    nine_sets(["-A", "sets-inside-rounds"]).stdout("1 file, 1 workout: no mistakes\n").stderr("").run();
    nine_sets(["--allow", "Sets-Inside-Rounds"]).stderr("").run();
}

#[test]
fn a_rule_that_is_denied_is_an_error() {
    nine_sets(["-D", "sets-inside-rounds"])
        .status(1)
        .stderr_contains("× ")
        .stderr_contains("1 error in 1 file")
        .run();
    nine_sets(["--deny=sets-inside-rounds"]).status(1).run();
}

#[test]
fn what_is_denied_is_not_built() {
    Test::new()
        .file("a.wod", NINE_SETS)
        .file("b.wod", SQUATS)
        .args(["build", "--to", "md", "-D", "sets-inside-rounds"])
        .status(1)
        .files(["a.wod", "b.wod", "build/b.md"])
        .run();
}

#[test]
fn the_last_setting_of_a_rule_holds_across_the_flags() {
    const RULE: &str = "sets-inside-rounds";
    nine_sets(["-A", RULE, "-D", RULE]).status(1).run();
    nine_sets(["-D", RULE, "-A", RULE]).stderr("").run();
    nine_sets(["-D", RULE, "-A", RULE, "-W", RULE]).stderr_contains("1 warning").run();
    nine_sets(["-W", RULE, "--deny", RULE, "--allow", RULE, "-D", RULE]).status(1).run();
    nine_sets(["-A", RULE, "-D", "empty-block", "-D", RULE, "-W", "empty-block"]).status(1).run();
}

#[test]
fn flags_count_wherever_they_stand() {
    Test::new()
        .file("a.wod", NINE_SETS)
        .args(["check", "-D", "sets-inside-rounds", "a.wod", "-A", "sets-inside-rounds"])
        .stderr("")
        .run();
}

#[test]
fn all_warnings_are_denied_at_once() {
    nine_sets(["-D", "warnings"]).status(1).stderr_contains("1 error in 1 file").run();
    nine_sets(["-A", "warnings"]).stderr("").run();
    nine_sets(["-D", "warnings", "-A", "warnings"]).stderr("").run();
    Test::new().file("a.wod", SQUATS).args(["check", "-D", "warnings"]).stderr("").run();
}

#[test]
fn a_rule_that_is_named_goes_before_all_warnings_in_either_order() {
    for arguments in
        [["-A", "sets-inside-rounds", "-D", "warnings"], ["-D", "warnings", "-A", "sets-inside-rounds"]]
    {
        nine_sets(arguments).stderr("").run();
    }
    nine_sets(["-D", "warnings", "-W", "sets-inside-rounds"]).stderr_contains("1 warning").run();
}

#[test]
fn an_allow_in_the_text_silences_what_is_denied() {
    let text = "circuit rounds 3 <\n  allow sets-inside-rounds \"nine sets are meant\"\n  squat 3x8\n>\n";
    Test::new().file("a.wod", text).args(["check", "-D", "warnings"]).stderr("").run();
    // One that silences nothing is a warning as any other.
    let text = "squat 30s\nallow sets-inside-rounds \"for later\"\n";
    Test::new()
        .file("a.wod", text)
        .args(["check", "-D", "warnings"])
        .status(1)
        .stderr_contains("idle-allow")
        .run();
    // Nothing is left to silence where the rule is off.
    Test::new().file("a.wod", text).args(["check", "-A", "sets-inside-rounds"]).stderr("").run();
}

#[test]
fn a_file_with_nothing_to_build_is_an_error_where_that_is_denied() {
    Test::new()
        .file("a.wod", "# later\n")
        .args(["check", "-D", "warnings"])
        .status(1)
        .stderr_contains("nothing-to-build")
        .stderr_contains("1 error in 1 file")
        .run();
    // Where it is only the trace of a mistake, it is left out all the same.
    Test::new()
        .file("a.wod", "movement \"A\" <\n  pace 5kg\n>\n")
        .args(["check", "-D", "warnings"])
        .status(1)
        .stderr_lacks("nothing-to-build")
        .run();
}

#[test]
fn a_rule_that_nobody_knows_is_wrong_usage() {
    nine_sets(["-D", "sets-inside-round"])
        .status(2)
        .stderr_contains("there is no rule called `sets-inside-round`; did you mean `sets-inside-rounds`?")
        .run();
    nine_sets(["-A", "sets_inside_rounds"])
        .status(2)
        .stderr_contains("did you mean `sets-inside-rounds`?")
        .run();
    nine_sets(["-A", "warning"]).status(2).stderr_contains("did you mean `warnings`?").run();
    nine_sets(["-W", "pushups"])
        .status(2)
        .stderr_contains("there is no rule called `pushups`\n")
        .stderr_lacks("did you mean")
        .run();
    nine_sets(["-W", "\u{1b}[31m"]).status(2).stderr_lacks("\u{1b}").run();
}

#[test]
fn what_is_an_error_by_itself_stays_one() {
    for flag in ["-A", "-W"] {
        nine_sets([flag, "metres-for-minutes"])
            .status(2)
            .stderr_contains(
                "`metres-for-minutes` is an error and stays one: a workout with an error can't be understood",
            )
            .run();
    }
    nine_sets(["-D", "metres-for-minutes"]).run();
}

#[test]
fn build_takes_the_same_flags() {
    Test::new().file("a.wod", NINE_SETS).args(["build", "-A", "warnings"]).stderr("").run();
    Test::new()
        .stdin(NINE_SETS)
        .args(["build", "-", "--to", "md", "-D", "warnings"])
        .status(1)
        .files([])
        .run();
}

// What a wodc.toml says

#[test]
fn rules_are_set_in_the_file() {
    let with = |setting: &str| {
        Test::new()
            .file("a.wod", NINE_SETS)
            .file("wodc.toml", format!("[rules]\nsets-inside-rounds = \"{setting}\"\n"))
            .args(["check", "a.wod"])
    };
    with("allow").stderr("").run();
    with("warn").stderr_contains("1 warning in 1 file").run();
    with("deny").status(1).stderr_contains("1 error in 1 file").run();
}

#[test]
fn the_command_line_goes_before_the_file_for_rules() {
    let with = |rules: &str| {
        Test::new()
            .file("a.wod", NINE_SETS)
            .file("wodc.toml", format!("[rules]\n{rules}\n"))
            .args(["check", "a.wod"])
    };
    with("sets-inside-rounds = \"deny\"").args(["-A", "sets-inside-rounds"]).stderr("").run();
    with("sets-inside-rounds = \"allow\"").args(["-D", "sets-inside-rounds"]).status(1).run();
    with("sets-inside-rounds = \"warn\"").args(["-D", "warnings"]).status(1).run();
    with("warnings = \"deny\"").status(1).run();
    with("warnings = \"deny\"\nsets-inside-rounds = \"warn\"").stderr_contains("1 warning").run();
    with("warnings = \"deny\"").args(["-W", "warnings"]).stderr_contains("1 warning").run();
    with("warnings = \"allow\"").args(["-D", "warnings"]).status(1).run();
}

#[test]
fn what_the_file_allows_is_no_warning_to_deny() {
    Test::new()
        .file("a.wod", NINE_SETS)
        .file("wodc.toml", "[rules]\nsets-inside-rounds = \"allow\"\n")
        .args(["check", "-D", "warnings"])
        .stderr("")
        .run();
}

#[test]
fn the_level_of_the_file_is_that_of_workouts_that_state_none() {
    let built = |workout: &str, toml: &str| {
        Test::new().file("a.wod", workout).file("wodc.toml", toml).args(["build", "a.wod", "--to", "json"])
    };
    let stated = "title \"Range\"\nlevel advanced\nsquat 20-40s\n";
    let beginner = "level = \"beginner\"\n";
    built(RANGE, "").stdout_contains("Range   0:30 (").run();
    built(RANGE, beginner).stdout_contains("Range   0:20 (").run();
    built(stated, beginner).stdout_contains("Range   0:40 (").run();
    built(RANGE, beginner).args(["--level", "advanced"]).stdout_contains("Range   0:40 (").run();
    built(stated, beginner).args(["--level", "intermediate"]).stdout_contains("Range   0:30 (").run();
    built(RANGE, beginner)
        .check(|ran| {
            let document: serde_json::Value = serde_json::from_str(&ran.read("build/a.json")).unwrap();
            assert_eq!(document["level"], "beginner");
            assert_eq!(document["workouts"][0]["level"], "beginner");
        })
        .run();
}

#[test]
fn the_level_of_the_file_takes_other_forms_of_movements() {
    let text = "workout \"One\" < jump squat 30s >\nworkout \"Two\" < squat 30s >\n";
    let card = |toml: &str| {
        let ran = Test::new()
            .file("a.wod", text)
            .file("wodc.toml", toml)
            .args(["build", "a.wod", "--to", "json", "-o", "-"])
            .run();
        let document: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        document["workouts"].clone()
    };
    let asked = Test::new()
        .file("a.wod", text)
        .args(["build", "a.wod", "--to", "json", "-o", "-", "--level", "beginner"])
        .run();
    let asked: serde_json::Value = serde_json::from_str(&asked.stdout).unwrap();
    assert_eq!(card("level = \"beginner\""), asked["workouts"]);
    assert_ne!(card(""), asked["workouts"]);
}

#[test]
fn the_file_says_which_formats_are_made() {
    let test = |toml: &str| Test::new().file("a.wod", SQUATS).file("wodc.toml", toml).args(["build"]);
    test("formats = [\"md\"]").files(["a.wod", "build/a.md", "wodc.toml"]).run();
    test("formats = [\"md\", \"json\", \"md\"]")
        .files(["a.wod", "build/a.json", "build/a.md", "wodc.toml"])
        .run();
    test("formats = [\"md\"]").args(["--to", "cues"]).files(["a.wod", "build/a.cues.txt", "wodc.toml"]).run();
    test("formats = [\"md\"]").args(["-o", "-"]).stdout_contains("# Squats").run();
    test("formats = [\"md\", \"json\"]")
        .args(["-o", "-"])
        .status(2)
        .stderr_contains("writes one format")
        .run();
}

#[test]
fn check_makes_no_outputs_whatever_formats_the_file_names() {
    Test::new()
        .file("a.wod", SQUATS)
        .file("wodc.toml", "formats = [\"cues\"]")
        .args(["check", "a.wod"])
        .files(["a.wod", "wodc.toml"])
        .run();
}

#[test]
fn files_of_several_formats_are_not_written_one_after_the_other() {
    Test::new()
        .file("a/a.wod", SQUATS)
        .file("a/wodc.toml", "formats = [\"md\"]")
        .file("b/b.wod", SQUATS)
        .file("b/wodc.toml", "formats = [\"json\"]")
        .args(["build", "-o", "-"])
        .status(2)
        .stderr_contains("writes one format")
        .run();
}

#[cfg(feature = "pdf")]
#[test]
fn sheets_are_printed_on_the_paper_of_the_settings_unless_another_is_asked_for() {
    let sheet = |toml: &str, arguments: &[&str]| {
        let mut test = Test::new().file("wodc.toml", toml).file("squats.wod", "squat 10\n");
        test = test.args(["build", "squats.wod", "--to", "pdf"]);
        for argument in arguments {
            test = test.arg(argument);
        }
        test.checks.clear();
        assert!(test.command().output().unwrap().status.success());
        std::fs::read(test.folder.path().join("build/squats.pdf")).unwrap()
    };
    let letter = sheet("paper = \"letter\"", &[]);
    assert!(letter != sheet("", &[]));
    assert!(letter == sheet("", &["--paper", "letter"]));
    assert!(letter != sheet("paper = \"letter\"", &["--paper", "a4"]));
}

#[test]
fn the_file_says_how_fast_cues_are_spoken() {
    let script = |toml: &str, rate: &[&str]| {
        let text =
            "title \"Squats\"\ncircuit rounds 2 < squat 20s; rest 8s; lunge 20s alternating; rest 8s >\n";
        let mut test = Test::new().file("a.wod", text).file("wodc.toml", toml);
        test = test.args(["build", "--to", "cues", "-o", "-"]);
        for argument in rate {
            test = test.arg(argument);
        }
        test.run().stdout
    };
    let slow = script("", &["--rate", "90"]);
    assert_ne!(slow, script("", &[]));
    assert_eq!(slow, script("rate = 90", &[]));
    assert_eq!(slow, script("rate = 300", &["--rate", "90"]));
}

#[test]
fn outputs_go_where_the_file_says() {
    Test::new()
        .file("legs/a.wod", SQUATS)
        .file("wodc.toml", "output = \"for the wall/cards\"\nformats = [\"md\"]\n")
        .args(["build"])
        .stdout("Squats   0:30\n  for the wall/cards/legs/a.md\n")
        .files(["for the wall/cards/legs/a.md", "legs/a.wod", "wodc.toml"])
        .run();
}

#[test]
fn outputs_go_to_the_same_place_from_every_folder() {
    let test = || {
        Test::new()
            .file("legs/a.wod", SQUATS)
            .file("wodc.toml", "output = \"sheets\"\nformats = [\"md\"]\n")
            .arg("build")
    };
    let expected = ["legs/a.wod", "sheets/legs/a.md", "wodc.toml"];
    test().files(expected).run();
    test().arg("legs").files(expected).run();
    test().arg("legs/a.wod").files(expected).run();
    test().current("legs").stdout("Squats   0:30\n  ../sheets/legs/a.md\n").files(expected).run();
    test().current("legs").arg("a.wod").files(expected).run();
}

#[test]
fn the_command_line_goes_before_the_file_for_the_folder_of_outputs() {
    Test::new()
        .file("week/a.wod", SQUATS)
        .file("week/wodc.toml", "output = \"sheets\"\nformats = [\"md\"]\n")
        .args(["build", "-o", "out"])
        .files(["out/week/a.md", "week/a.wod", "week/wodc.toml"])
        .run();
}

#[test]
fn the_folder_of_outputs_may_be_that_of_the_workouts() {
    let test =
        || Test::new().file("in/a.wod", SQUATS).file("in/wodc.toml", "output = \".\"\nformats = [\"md\"]\n");
    let expected = ["in/a.md", "in/a.wod", "in/wodc.toml"];
    test().args(["build"]).files(expected).run();
    test().args(["build"]).current("in").stdout("Squats   0:30\n  a.md\n").files(expected).run();
}

#[test]
fn what_lies_among_the_outputs_is_not_read() {
    let test = || {
        Test::new()
            .file("in/a.wod", SQUATS)
            .file("in/sheets/old.wod", "squat 5m 5m")
            .file("in/wodc.toml", "output = \"sheets\"\nformats = [\"md\"]\n")
    };
    test().args(["check"]).stdout("1 file, 1 workout: no mistakes\n").run();
    test().args(["check"]).current("in").stdout("1 file, 1 workout: no mistakes\n").run();
    test().args(["build"]).files(["in/a.wod", "in/sheets/a.md", "in/sheets/old.wod", "in/wodc.toml"]).run();
    // Who asks for it by name means it.
    test().args(["check", "in/sheets"]).status(1).run();
    // Where outputs go to `build`, a folder called `sheets` is one as any other; and the other way round.
    Test::new()
        .file("a.wod", SQUATS)
        .file("sheets/b.wod", SQUATS)
        .args(["check"])
        .stdout_contains("2 files")
        .run();
    Test::new()
        .file("a.wod", SQUATS)
        .file("build/b.wod", SQUATS)
        .args(["check"])
        .stdout_contains("1 file,")
        .run();
}

#[test]
fn a_load_of_a_plain_number_is_mended_in_the_units_of_the_file() {
    let test = |workout: &str, toml: &str| {
        Test::new().file("a.wod", workout).file("wodc.toml", toml).args(["check", "a.wod"]).status(1)
    };
    let lifted = "back squat 5 @ 100\n";
    test(lifted, "units = \"kg\"").stderr_contains("Write `back squat 5 @ 100kg`").run();
    test(lifted, "units = \"lb\"").stderr_contains("Write `back squat 5 @ 100lb`").run();
    test(lifted, "").stderr_contains("Write `@ 100kg` or `@ 100lb` for a load").run();
    test("run 5km @ 150\n", "units = \"kg\"").stderr_contains("`@ 150kg` for a load, `@ 150%`").run();
}

/// Returns what is said of a text whose loads are meant in these units.
fn said(text: &str, units: Option<LoadUnit>) -> Vec<Diagnostic> {
    let request = Request { units, ..Request::default() };
    compile(SourceFile::new("a.wod", text), &request, &NoFiles).diagnostics
}

/// Returns the text with the only thing that is said of it mended; none if that is not certain.
fn mended(text: &str, units: Option<LoadUnit>) -> Option<String> {
    let diagnostics = said(text, units);
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    assert!([Rule::MissingUnit, Rule::WrongUnit].contains(&diagnostics[0].rule), "{diagnostics:?}");
    let Fix { span, replacement, .. } = diagnostics[0].fix.as_ref()?;
    let mut mended = text.to_owned();
    mended.replace_range(span.range(), replacement);
    assert!(said(&mended, units).is_empty(), "{mended}");
    Some(mended)
}

#[test]
fn units_make_the_fix_of_a_load_certain_and_nothing_else() {
    for (text, expected) in [
        ("squat 5 @ 100", "squat 5 @ 100kg"),
        ("squat 5 @ 60-80", "squat 5 @ 60-80kg"),
        ("thruster 5 @ 43/30", "thruster 5 @ 43/30kg"),
        ("kettlebell swing 5 @ 2x24", "kettlebell swing 5 @ 2x24kg"),
        ("pull-up 5 @ -30", "pull-up 5 @ -30kg"),
        ("pull-up 5 @ bodyweight +10", "pull-up 5 @ bodyweight +10kg"),
    ] {
        assert_eq!(mended(text, Some(LoadUnit::Kilogram)).as_deref(), Some(expected));
        assert_eq!(mended(text, Some(LoadUnit::Pound)), Some(expected.replace("kg", "lb")));
        assert_eq!(mended(text, None), None, "{text}");
    }
    // It may be an effort; a pulse; and of what nobody knows, anything.
    for text in ["squat 5 @ 8", "run 5km @ 150", "row 500m @ 24"] {
        assert_eq!(mended(text, Some(LoadUnit::Kilogram)), None, "{text}");
    }
    let unknown = said("my own thing 5 @ 100", Some(LoadUnit::Kilogram));
    assert!(unknown.iter().all(|one| one.fix.is_none()), "{unknown:?}");
}

// Which wodc.toml

#[test]
fn the_nearest_file_holds_as_a_whole() {
    Test::new()
        .file("wodc.toml", "level = \"beginner\"\nformats = [\"md\"]\n")
        .file("a.wod", RANGE)
        .file("deep/er/wodc.toml", "formats = [\"md\"]\n")
        .file("deep/er/b.wod", "title \"Near\"\nsquat 20-40s\n")
        .file("deep/c.wod", "title \"Far\"\nsquat 20-40s\n")
        .args(["build"])
        .stdout_contains("Range   0:20 (")
        .stdout_contains("Far     0:20 (")
        .stdout_contains("Near    0:30 (")
        .run();
}

#[test]
fn a_file_above_the_project_is_not_read() {
    Test::new()
        .file("wodc.toml", "level = \"beginner\"\n")
        .folder("mine/.git")
        .file("mine/a.wod", RANGE)
        .args(["build", "mine/a.wod", "--to", "md"])
        .stdout_contains("Range   0:30 (")
        .run();
}

#[test]
fn the_file_is_found_from_another_folder() {
    Test::new()
        .file("week/wodc.toml", "level = \"beginner\"\nformats = [\"md\"]\n")
        .file("week/a.wod", RANGE)
        .folder("elsewhere")
        .current("elsewhere")
        .args(["build", "../week/a.wod"])
        .stdout("Range   0:20 (0:20–0:40)\n  build/a.md\n")
        .run();
}

#[test]
fn standard_input_counts_as_a_file_of_the_current_folder() {
    let test = || {
        Test::new()
            .file("wodc.toml", "level = \"beginner\"\nformats = [\"md\"]\noutput = \"sheets\"\n")
            .folder("week")
            .stdin(RANGE)
    };
    test().args(["build", "-"]).stdout("Range   0:20 (0:20–0:40)\n  sheets/workout.md\n").run();
    test()
        .args(["build", "-"])
        .current("week")
        .stdout("Range   0:20 (0:20–0:40)\n  ../sheets/workout.md\n")
        .run();
    test().args(["build", "-", "-o", "-"]).stdout_contains("- Level: beginner").run();
}

#[test]
fn files_of_several_projects_have_each_its_own() {
    Test::new()
        .file(
            "a/wodc.toml",
            "output = \"out\"\nformats = [\"md\"]\n[rules]\nsets-inside-rounds = \"allow\"\n",
        )
        .file("a/a.wod", NINE_SETS)
        .file("b/wodc.toml", "formats = [\"md\"]\n[rules]\nempty-block = \"allow\"\n")
        .file("b/b.wod", NOTHING_INSIDE)
        .args(["build"])
        .stderr("")
        .files(["a/a.wod", "a/out/a.md", "a/wodc.toml", "b/b.wod", "b/wodc.toml", "build/b/b.md"])
        .run();
}

#[test]
fn two_projects_may_not_write_to_one_file() {
    Test::new()
        .file("wodc.toml", "output = \"week\"\nformats = [\"md\"]\n")
        .file("a.wod", SQUATS)
        .file("week/wodc.toml", "output = \".\"\nformats = [\"md\"]\n")
        .file("week/a.wod", SQUATS)
        .args(["build", "a.wod", "week/a.wod"])
        .status(2)
        .stderr_contains("would both be written to `week/a.md`")
        .run();
}

#[test]
fn a_file_that_says_nothing_changes_nothing() {
    for toml in ["", "# later\n", "[rules]\n", "\u{feff}# saved by an old editor\n"] {
        Test::new()
            .file("a.wod", NINE_SETS)
            .file("wodc.toml", toml)
            .args(["check"])
            .stderr_contains("1 warning")
            .run();
    }
}

#[test]
fn every_wodc_toml_of_the_book_is_understood() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/settings.md")).unwrap();
    let snippets: Vec<_> =
        page.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(!snippets.is_empty());
    for snippet in &snippets {
        Test::new().file("a.wod", SQUATS).file("wodc.toml", snippet).args(["check"]).stderr("").run();
    }
    // All that can be set is in the first.
    for key in ["level", "output", "formats", "units", "rate", "paper", "at", "id"] {
        assert!(
            snippets[0].contains(&format!("{key} = ")) && page.contains(&format!("\n## {key}\n")),
            "{key}"
        );
    }
}

// A wodc.toml with mistakes

/// Expects this message about a `wodc.toml`, and nothing to be compiled.
fn broken(toml: &str, message: &'static str) {
    Test::new()
        .file("a.wod", NINE_SETS)
        .file("wodc.toml", toml)
        .args(["build"])
        .status(2)
        .stdout("")
        .stderr_contains("error: the settings in `wodc.toml` cannot be understood\n")
        .stderr_contains(message)
        .stderr_contains("─[wodc.toml:")
        .stderr_contains("  help: ")
        .stderr_lacks("sets-inside-rounds\n")
        .files(["a.wod", "wodc.toml"])
        .run();
}

#[test]
fn a_mistake_in_the_file_is_shown_in_its_place() {
    let expected = "error: the settings in `wodc.toml` cannot be understood

  × there is no setting called `levle`
   ╭─[wodc.toml:2:1]
 1 │ # Ours
 2 │ levle = \"beginner\"
   · ─────
 3 │ rate = 150
   ╰────
  help: Did you mean `level`?

";
    Test::new()
        .file("a.wod", SQUATS)
        .file("wodc.toml", "# Ours\nlevle = \"beginner\"\nrate = 150\n")
        .args(["check"])
        .status(2)
        .stdout("")
        .stderr(expected)
        .run();
}

#[test]
fn every_mistake_in_the_file_has_its_sentence() {
    broken("colour = \"red\"", "there is no setting called `colour`");
    broken("colour = 1", "There are `level`, `output`, `formats`, `units`, `rate`, `paper`,");
    broken("colour = 1", "`id`, `fmt` and `rules`");
    broken("Level = \"beginner\"", "Did you mean `level`?");
    broken("level = \"hard\"", "`level` cannot be `hard`");
    broken("level = \"hard\"", "It may be `beginner`, `intermediate` or `advanced`");
    broken("level = 3", "`level` is a word in quotes, and this is a number");
    broken("level = beginner # ours", "Write `level = \"beginner\"`");
    broken("level = \"beginner", "a quote is not closed on this line");
    broken("level = \"beginner\"\nlevel = \"advanced\"", "`level` is set a second time");
    broken("[rules]\nidle-option = \"allow\"\nidle-option = \"warn\"", "`idle-option` is set a second time");
    broken(
        "[rules]\nidle-option = \"allow\"\n[rules]\nempty-block = \"warn\"",
        "`rules` is set a second time",
    );
    broken("level", "this cannot be read as a setting");
    broken("level =", "this cannot be read as a setting");
    broken("= 3", "this cannot be read as a setting");
    broken("level = \"a\u{1b}[31m\"", "there is a control character here");
    broken("units = \"stone\"", "It may be `kg` or `lb`");
    broken("units = \"lbs\"", "Did you mean `\"lb\"`?");
    broken("rate = 20", "`rate` must be from 60 to 400 words a minute");
    broken("rate = -150", "`rate` must be from 60 to 400 words a minute");
    broken("rate = 99999999999999999999", "`rate` must be from 60 to 400 words a minute");
    broken("rate = 150.5", "`rate` is a number of words a minute, and this is a number with a point");
    broken("rate = fast", "Write `rate = 150`");
    broken("paper = \"a5\"", "It may be `a4` or `letter`");
    broken("formats = \"json\"", "Write `formats = [\"json\"]`, with the square brackets");
    broken("formats = json", "Write `formats = [\"json\"]`");
    broken("formats = [\"docx\"]", "It may be `json`, `md`");
    broken("formats = [1]", "`formats` is a word in quotes");
    broken("formats = []", "there is no format in this list");
    broken("formats = [\"json\"", "this cannot be read as a setting");
    broken("output = \"\"", "`output` is the name of a folder");
    broken("output = \"-\"", "`output` is the name of a folder");
    broken("output = \"../elsewhere\"", "`output` is a folder beside this file or below it");
    broken("output = \"/tmp\"", "for another place, run `wodc build -o");
    broken("output = [\"a\"]", "`output` is the name of a folder in quotes, and this is a list");
    broken("rules = \"deny\"", "`rules` is the head of several lines, and this is a text");
    broken("[rules]\nsets-inside-round = \"allow\"", "Did you mean `sets-inside-rounds`?");
    broken("[rules]\npushups = \"allow\"", "there is no rule called `pushups`");
    broken("[rules]\npushups = 1", "there is no rule called `pushups`");
    broken("[rules]\nidle-option = \"off\"", "a rule is set to `allow`, `warn` or `deny`");
    broken("[rules]\nidle-option = false", "a rule is set to `allow`, `warn` or `deny`");
    broken("[rules]\nidle-option = deny", "Write `idle-option = \"deny\"`");
    broken("[rules]\nbad-list = \"allow\"", "`bad-list` is an error and stays one");
    broken("[rules]\nbad-list = \"warn\"", "`bad-list` is an error and stays one");
    broken("[rules]\nlevel = \"beginner\"", "Put `level` above the line `[rules]`");
    broken("idle-option = \"deny\"", "`idle-option` is a rule, and rules belong below `[rules]`");
}

#[test]
fn of_several_mistakes_the_first_in_the_text_is_told() {
    Test::new()
        .file("a.wod", SQUATS)
        .file("wodc.toml", "units = \"stone\"\nlevel = \"hard\"\nformats = 1\n")
        .args(["check"])
        .status(2)
        .stderr_contains("`units` cannot be `stone`")
        .stderr_lacks("`level`")
        .run();
}

#[test]
fn no_sign_of_the_file_reaches_the_terminal_as_it_is() {
    for toml in [
        "\"\\u001b[31m\" = 1",
        "level = \"\\u001b[31m\"",
        "level = \u{1b}[31m",
        "[rules]\n\"\\u0007\" = \"deny\"",
    ] {
        Test::new()
            .file("a.wod", SQUATS)
            .file("wodc.toml", toml)
            .args(["check"])
            .status(2)
            .stderr_lacks("\u{1b}")
            .stderr_lacks("\u{7}")
            .run();
    }
}

#[test]
fn a_file_that_cannot_be_read_is_trouble() {
    let test = || Test::new().file("a.wod", SQUATS).args(["check"]).status(2).stdout("");
    test().file("wodc.toml", vec![b'#'; 64 * 1024 + 1]).stderr_contains("it is larger than 64 kB").run();
    test().file("wodc.toml", b"rate = 150 # \xff").stderr_contains("it is not UTF-8 text").run();
    test().folder("wodc.toml").stderr_contains("it is a folder").run();
    Test::new().file("a.wod", SQUATS).file("wodc.toml", vec![b'#'; 64 * 1024]).args(["check"]).run();
}

#[test]
fn a_file_with_mistakes_stops_its_own_workouts_alone_and_is_told_once() {
    Test::new()
        .file("bad/wodc.toml", "levle = 1")
        .file("bad/a.wod", SQUATS)
        .file("bad/deep/b.wod", SQUATS)
        .file("good/c.wod", SQUATS)
        .args(["build", "--to", "md"])
        .status(2)
        .files(["bad/a.wod", "bad/deep/b.wod", "bad/wodc.toml", "build/good/c.md", "good/c.wod"])
        .check(|ran| {
            assert_eq!(ran.stderr.matches("levle` ").count() + ran.stderr.matches("`levle`").count(), 1)
        })
        .run();
}

#[test]
fn nothing_in_a_file_of_settings_makes_the_program_fail() {
    let deep = "[".repeat(5000);
    let dotted = format!("{}x = 1", "a.".repeat(5000));
    let tables = "[rules.a]\n".repeat(3000);
    let long = "é".repeat(30_000);
    for toml in [
        format!("formats = {deep}"),
        dotted,
        tables,
        "a={".repeat(4000),
        "\"".repeat(60_000),
        format!("\"{long}\" = 1"),
        format!("level = \"{long}\""),
        format!("level = {long}"),
        format!("formats = \"{long}\""),
        format!("[rules]\n\"{long}\" = \"deny\""),
    ] {
        Test::new()
            .file("a.wod", SQUATS)
            .file("wodc.toml", toml)
            .args(["check"])
            .status(2)
            .stderr_contains("cannot be understood")
            .check(|ran| assert!(ran.stderr.len() < 2000, "{}", ran.stderr.len()))
            .run();
    }
}

#[test]
fn the_id_of_a_project_is_a_name_in_quotes() {
    broken("id = \"  \"", "`id` is empty");
    broken("id = 7", "`id` is a name in quotes, and this is a number");
    broken("id = anna", "Write `id = \"anna\"`");
}

#[test]
fn the_time_of_day_of_calendars_is_set_for_all_plans_and_the_command_line_goes_before_it() {
    let plan = "plan \"P\" weeks 1 starts 2026-01-05 < every week < monday < run 5km > > >\n";
    let test = |settings: &str| Test::new().file("a.wod", plan).file("wodc.toml", settings).arg("build");
    let ran = test("at = \"6:30\"\n").run();
    assert!(ran.read("build/a.ics").contains("DTSTART:20260105T063000\r\n"));
    let ran = test("at = \"6:30\"\n").args(["--at", "7:15"]).run();
    assert!(ran.read("build/a.ics").contains("DTSTART:20260105T071500\r\n"));
    let refused = |settings: &str| test(settings).status(2).stderr_contains("at = \"18:30\"");
    refused("at = \"25:00\"\n").stderr_contains("there is no time of day `25:00`").run();
    refused("at = 1830\n").stderr_contains("`at` is a time of day in quotes, and this is a number").run();
    refused("at = 18:30\n").run();
    test("at = 6:30\n").status(2).stderr_contains("`6:30` has no quotes around it").run();
    refused("at = 18:30:00\n")
        .stderr_contains("`at` is a time of day in quotes, and this is a date or a time")
        .run();
}

#[test]
fn fmt_leaves_doses_first_where_the_file_says_so() {
    let text = "for time rounds 3 < 21 Thrusters 95 lb; pull-up 21 >\n3x10 squats, 90s rest\n10/10 lunges\nmax pull-ups\n";
    let kept = "for time rounds 3 < 21 thrusters @ 95lb; pull-up 21 >\n3x10 squats rest 90s\n10 lunges per leg\n\
                pull-ups max\n";
    let set = |toml: &str| Test::new().file("wodc.toml", toml).file("a.wod", text).args(["fmt", "a.wod"]);
    let test = set("[fmt]\ndose-first = true\n").run();
    assert_eq!(test.read("a.wod"), kept);
    let test = set("[fmt]\ndose-first = false\n").run();
    assert!(test.read("a.wod").contains("< thrusters 21 @ 95lb; pull-up 21 >"));
    // What is written so stays so.
    Test::new()
        .file("wodc.toml", "[fmt]\ndose-first = true\n")
        .file("a.wod", kept)
        .args(["fmt", "--check", "a.wod"])
        .stdout("1 file: nothing to change\n")
        .run();
    set("dose-first = true\n").status(2).stderr_contains("`dose-first` belongs below `[fmt]`").run();
    set("[fmt]\ndose-first = 3\n").status(2).stderr_contains("`dose-first` is true or false").run();
    set("[fmt]\nunits = \"kg\"\n").status(2).stderr_contains("Put `units` above the line `[fmt]`").run();
}
