//! What people get back when they make mistakes: one message for each, on the exact words, and what to type instead.
//!
//! The cases stand in `tests/mistakes/`. Of each, `|` begins the lines of the file, `rule: words` says which rule is
//! reported on which words, in order, and `=>` shows the file with a fix applied. `⏎` stands for a line end.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use wodc::analysis::{self, ReadFile, Request};
use wodc::diagnostic::{Diagnostic, Levels, Rule, Setting, Severity};
use wodc::emit::Format;
use wodc::source::SourceFile;

const MISTAKES: [(&str, &str); 18] = [
    ("asked.txt", include_str!("mistakes/asked.txt")),
    ("about.txt", include_str!("mistakes/about.txt")),
    ("amounts.txt", include_str!("mistakes/amounts.txt")),
    ("blanks.txt", include_str!("mistakes/blanks.txt")),
    ("blocks.txt", include_str!("mistakes/blocks.txt")),
    ("definitions.txt", include_str!("mistakes/definitions.txt")),
    ("fixes.txt", include_str!("mistakes/fixes.txt")),
    ("habits.txt", include_str!("mistakes/habits.txt")),
    ("loads.txt", include_str!("mistakes/loads.txt")),
    ("order.txt", include_str!("mistakes/order.txt")),
    ("plans.txt", include_str!("mistakes/plans.txt")),
    ("results.txt", include_str!("mistakes/results.txt")),
    ("weeks.txt", include_str!("mistakes/weeks.txt")),
    ("signs.txt", include_str!("mistakes/signs.txt")),
    ("spelling.txt", include_str!("mistakes/spelling.txt")),
    ("steps.txt", include_str!("mistakes/steps.txt")),
    ("training.txt", include_str!("mistakes/training.txt")),
    ("turns.txt", include_str!("mistakes/turns.txt")),
];

const GOOD: &str = include_str!("mistakes/good.txt");

/// Programmes and benchmarks that many people have done.
const WELL_KNOWN: &str = include_str!("mistakes/well_known.txt");
/// What coaches really give, which no lint may find fault with.
const SESSIONS: &str = include_str!("mistakes/sessions.txt");

/// Words of programmers, which no message says.
const FOREIGN: [&str; 14] = [
    "token",
    "identifier",
    "syntax",
    "parse",
    "parser",
    "invalid",
    "unexpected",
    "argument",
    "parameter",
    "literal",
    "operator",
    "delimiter",
    "eof",
    "null",
];

/// The files beside the one that is compiled.
struct Beside(BTreeMap<&'static str, &'static str>);

impl ReadFile for Beside {
    fn read(&self, path: &str) -> Result<String, String> {
        self.0.get(path).map(|text| (*text).to_owned()).ok_or_else(|| "there is no such file".to_owned())
    }
}

fn diagnose_beside(text: &str, beside: &[(&'static str, &'static str)]) -> Vec<Diagnostic> {
    let request = Request { formats: Format::plain().collect(), ..Request::default() };
    let beside = Beside(beside.iter().copied().collect());
    analysis::compile(SourceFile::new("stdin.wod", text), &request, &beside).diagnostics
}

/// Returns the rules that are reported where one of them is set otherwise.
fn said_with(rule: Rule, setting: Setting, text: &str) -> Vec<Rule> {
    let mut rules = Levels::default();
    rules.set(rule, setting).unwrap();
    let request = Request { formats: Format::plain().collect(), rules, ..Request::default() };
    let compiled = analysis::compile(SourceFile::new("stdin.wod", text), &request, &Beside(BTreeMap::new()));
    compiled.diagnostics.iter().map(|diagnostic| diagnostic.rule).collect()
}

fn diagnose(text: &str) -> Vec<Diagnostic> {
    diagnose_beside(text, &[])
}

/// The texts of the cases of one file: their lines that begin with `|`.
fn texts(cases: &str) -> Vec<String> {
    cases
        .split("\n\n")
        .map(|case| case.lines().filter_map(|line| line.strip_prefix('|')))
        .map(|lines| lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n"))
        .filter(|text| !text.is_empty())
        .collect()
}

fn words<'t>(text: &'t str, diagnostic: &Diagnostic) -> &'t str {
    &text[diagnostic.span().range()]
}

/// Returns the text with each fix applied, one after the other to the text as it was.
fn mended(text: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    let fixes = diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref());
    fixes.map(|fix| analysis::apply(text, [fix])).collect()
}

/// Writes a case as it stands in its file.
fn case(text: &str) -> String {
    let diagnostics = diagnose(text);
    let mut case = String::new();
    for line in text.split('\n') {
        let _ = writeln!(case, "{}", format!("| {line}").trim_end());
    }
    for diagnostic in &diagnostics {
        let words = words(text, diagnostic).replace('\n', " ⏎ ");
        let _ = writeln!(case, "{}: {words}", diagnostic.rule.name());
    }
    for mended in mended(text, &diagnostics) {
        let _ = writeln!(case, "=> {}", mended.replace('\n', " ⏎ "));
    }
    case
}

#[test]
fn each_mistake_is_said_once_on_its_own_words() {
    let mut count = 0;
    for (name, cases) in MISTAKES {
        if std::env::var_os("WODC_BLESS").is_some_and(|value| !value.is_empty()) {
            write_anew(name, cases);
            count = usize::MAX;
            continue;
        }
        let expected: Vec<&str> = cases.split("\n\n").filter(|case| case.starts_with('|')).collect();
        for (text, expected) in texts(cases).iter().zip(expected) {
            assert_eq!(case(text).trim_end(), expected.trim_end(), "in {name}");
            count += 1;
        }
    }
    assert!(count > 400, "only {count} cases were found");
}

/// Writes a file of cases with what is said today. Read each change before you keep it:
/// `WODC_BLESS=1 cargo test --test mistakes each_mistake`.
fn write_anew(name: &str, cases: &str) {
    let anew = cases.trim_end().split("\n\n").map(|one| match texts(one).first() {
        Some(text) if one.starts_with('|') => case(text).trim_end().to_owned(),
        Some(_) | None => one.to_owned(),
    });
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes").join(name);
    fs::write(path, anew.collect::<Vec<_>>().join("\n\n") + "\n").unwrap();
}

/// Other spellings of what can only be one thing, each with the language's own.
const READ: &str = include_str!("mistakes/read.txt");

#[test]
fn what_can_only_be_one_thing_is_read_without_a_word() {
    let mut count = 0;
    for one in READ.split("\n\n").filter(|one| one.starts_with('|')) {
        let said = texts(one).remove(0);
        let meant =
            one.lines().filter_map(|line| line.strip_prefix("=> ")).next().unwrap().replace(" ⏎ ", "\n");
        let messages: Vec<String> = diagnose(&said).into_iter().map(|one| one.message).collect();
        assert!(messages.is_empty(), "of\n{said}\nit is said: {messages:?}");
        let canonical = |text: &str| analysis::format(SourceFile::new("a.wod", text)).unwrap();
        assert_eq!(canonical(&said), canonical(&meant), "of\n{said}");
        count += 1;
    }
    assert!(count > 60, "only {count} were found");
}

#[test]
fn of_a_good_file_nothing_is_said() {
    let ends = [
        "title \"X\"\r\nsquat 10\r\nrun 400m\r\n",
        "title \"X\"\rsquat 10\rrun 400m",
        "\u{feff}title \"X\"\nsquat 10\n",
        "squat\u{a0}10\u{3000}@\t20kg",
    ];
    let well_known = texts(WELL_KNOWN);
    assert!(well_known.len() > 45, "only {} were found", well_known.len());
    for text in texts(GOOD).iter().chain(&well_known).map(String::as_str).chain(ends) {
        let said: Vec<_> = diagnose(text).into_iter().map(|one| (one.rule.name(), one.message)).collect();
        assert!(said.is_empty(), "of\n{text}\nit is said: {said:?}");
    }
}

#[test]
fn of_a_good_session_nothing_is_said() {
    let sessions = texts(SESSIONS);
    for text in &sessions {
        let said: Vec<_> = diagnose(text).into_iter().map(|one| (one.rule.name(), one.message)).collect();
        assert!(said.is_empty(), "of\n{text}\nit is said: {said:?}");
    }
    assert!(sessions.len() > 60, "only {} sessions were found", sessions.len());
}

/// Workouts that a lint speaks of, and whether it does so inside a block.
const LINTED: [(Rule, &str, bool); 12] = [
    (Rule::NoRest, include_str!("rules/no-rest/bad.wod"), true),
    (Rule::LongRest, include_str!("rules/long-rest/bad.wod"), true),
    (Rule::SameMuscles, include_str!("rules/same-muscles/bad.wod"), true),
    (Rule::NoWarmup, include_str!("rules/no-warmup/bad.wod"), false),
    (Rule::TightInterval, include_str!("rules/tight-interval/bad.wod"), true),
    (Rule::TooHardForBeginners, include_str!("rules/too-hard-for-beginners/bad.wod"), false),
    (Rule::GripAfterGrip, include_str!("rules/grip-after-grip/bad.wod"), true),
    (Rule::SkillAfterMax, include_str!("rules/skill-after-max/bad.wod"), true),
    (Rule::SharedEquipment, include_str!("rules/shared-equipment/bad.wod"), true),
    (Rule::UnneededEquipment, include_str!("rules/unneeded-equipment/bad.wod"), false),
    (Rule::MissingDuration, include_str!("rules/missing-duration/bad.wod"), false),
    (Rule::IntervalOverrun, "emom 10min <\n  burpee 20\n>", true),
];

#[test]
fn whoever_means_it_silences_a_lint_where_it_is_said_or_for_all() {
    for (rule, text, in_block) in LINTED {
        let said = |text: &str| said_with(rule, Setting::Warn, text);
        assert_eq!(said(text), [rule], "{text}");
        let allow = format!("allow {} \"on purpose\"", rule.name());
        let at_the_top = format!("{allow}\n{text}");
        assert_eq!(said(&at_the_top), [], "{at_the_top}");
        let whole = format!("workout \"All of it\" <\n  {allow}\n{text}>").replace("title", "by");
        assert_eq!(said(&whole), [], "{whole}");
        if in_block {
            let inside = text.replacen("<\n", &format!("<\n  {allow}\n"), 1);
            assert_eq!(said(&inside), [], "{inside}");
        }
        // Who has switched the rule off is not told that there is nothing to allow.
        assert_eq!(said_with(rule, Setting::Allow, text), []);
        assert_eq!(said_with(rule, Setting::Allow, &at_the_top), []);
        assert_eq!(said_with(rule, Setting::Deny, text), [rule]);
    }
}

#[test]
fn a_cue_that_is_too_long_is_said_with_and_without_a_script() {
    let long = "keep the hips level with the shoulders and the knees and breathe slowly through the nose";
    for text in [format!("plank 3s \"{long}\""), format!("squat 3s; note \"{long}\"; plank 3s")] {
        for formats in [Vec::new(), vec![Format::JSON], vec![Format::CUES], Format::plain().collect()] {
            let request = Request { formats, ..Request::default() };
            let files = Beside(BTreeMap::new());
            let compiled = analysis::compile(SourceFile::new("stdin.wod", &*text), &request, &files);
            let said: Vec<Rule> = compiled.diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
            assert_eq!(said, [Rule::CueTooLong], "{text} as {:?}", request.formats);
        }
    }
}

#[test]
fn a_fix_takes_away_what_it_is_given_for() {
    for text in MISTAKES.iter().flat_map(|(_, cases)| texts(cases)) {
        let diagnostics = diagnose(&text);
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.fix.is_some()) {
            let mended = mended(&text, std::slice::from_ref(diagnostic)).remove(0);
            let same = |all: &[Diagnostic]| {
                let is_same =
                    |one: &&Diagnostic| one.rule == diagnostic.rule && one.message == diagnostic.message;
                all.iter().filter(is_same).count()
            };
            let said = &diagnostic.message;
            let after = diagnose(&mended);
            assert!(same(&after) < same(&diagnostics), "{text}\nmended as\n{mended}\nstill says: {said}");
        }
    }
}

#[test]
fn what_is_certain_is_mended_at_once() {
    let mend = |text: &str| {
        let files = Beside(BTreeMap::new());
        analysis::mend(SourceFile::new("stdin.wod", text), &Request::default(), &files)
    };
    for text in MISTAKES.iter().flat_map(|(_, cases)| texts(cases)) {
        let mended = mend(&text);
        let left = mended.compilation.diagnostics.iter().find(|diagnostic| diagnostic.fix.is_some());
        assert_eq!(left, None, "of\n{text}\nmended as\n{}", mended.text);
        assert_eq!(mend(&mended.text).text, mended.text, "of\n{text}");
    }
}

#[test]
fn every_rule_is_given_by_some_mistake() {
    let mut given: BTreeSet<Rule> = BTreeSet::new();
    for text in MISTAKES.iter().flat_map(|(_, cases)| texts(cases)) {
        given.extend(diagnose(&text).iter().map(|diagnostic| diagnostic.rule));
    }
    let too_deep = format!("{}squat 5{}", "circuit < ".repeat(100), " >".repeat(100));
    let too_large = "# nothing\n".repeat(500_000);
    for text in ["squat\u{0} 10", &too_deep, &too_large] {
        given.extend(diagnose(text).iter().map(|diagnostic| diagnostic.rule));
    }
    let beside = [
        ("a.wod", "movement \"hop\" < pattern jump >\nworkout \"A\" < sqat >"),
        ("b.wod", "movement \"hop\" < pattern jump >"),
    ];
    let uses = "use \"a.wod\"; use \"b.wod\"\nworkout \"B\" < hop 10; do \"A\" >";
    for text in [uses, "use \"b.wod\"; squat 10"] {
        given.extend(diagnose_beside(text, &beside).iter().map(|diagnostic| diagnostic.rule));
    }
    // Bytes that are no text never come as far as a compilation.
    given.insert(Rule::NotUtf8);
    // What is about sheets is only said where they are made: `tests/sheets` and `tests/rules` have that.
    given.extend([Rule::LetterWithoutFont, Rule::NoSheet]);
    // What is about calendars is only said where they are asked for: `tests/calendar.rs` and `tests/rules` have that.
    given.insert(Rule::PlanWithoutStart);
    // Whom a file is compiled for does not stand in it: `tests/athlete.rs` has that.
    given.insert(Rule::UnknownAthlete);
    let jo = [("jo.wod", "results \"Jo\"\ndone 2026-01-09 < squat 10 >")];
    let found = diagnose_beside("athlete \"Sam\" < results \"jo.wod\" >\nsquat 10", &jo);
    given.extend(found.iter().map(|diagnostic| diagnostic.rule));
    // These need results beside the program: see `tests/results/lints.rs`.
    given.extend([
        Rule::UnmatchedResult,
        Rule::MissesWithoutRule,
        Rule::JumpInResults,
        Rule::NoEasierWeekInResults,
        Rule::MuscleWithoutSets,
    ]);
    // What is off until somebody asks for it.
    given.extend(said_with(Rule::MissingDuration, Setting::Warn, "squat 30s"));
    let never: Vec<&str> =
        Rule::ALL.iter().filter(|rule| !given.contains(rule)).map(|rule| rule.name()).collect();
    assert!(never.is_empty(), "no case is about {never:?}");
}

#[test]
fn what_a_used_file_with_mistakes_would_have_is_not_called_unknown() {
    let warm_up = "movement \"hop skip\" < pattern jump >\nworkout \"Pulse Up\" < burpees 10 times >";
    let text = "use \"warm-up.wod\"\ndo \"Pulse Up\"\nhop skip 20\n";
    let said = diagnose_beside(text, &[("warm-up.wod", warm_up)]);
    let rules: Vec<Rule> = said.iter().map(|one| one.rule).collect();
    assert_eq!(rules, [Rule::UsedFileHasErrors], "{said:#?}");
}

#[test]
fn the_line_of_a_question_in_a_file_of_results_is_told() {
    let results = "results \"Sam\"\n\ndone 2026-01-05 \"A\" <\n  bench press 5 5 4 @ 32.5kg\n>\n";
    let sam = "athlete \"Sam\" < results \"sam-results.wod\" >\nsquat 10";
    let said = diagnose_beside(sam, &[("sam-results.wod", results)]);
    let messages: Vec<_> = said.iter().map(|one| one.message.as_str()).collect();
    assert_eq!(messages, ["`sam-results.wod` has mistakes of its own, the first on line 4"]);
}

#[test]
fn messages_speak_of_training_and_not_of_programs() {
    for text in MISTAKES.iter().flat_map(|(_, cases)| texts(cases)) {
        for diagnostic in diagnose(&text) {
            let labels = diagnostic.labels.iter().map(|label| label.text.as_str());
            let said = labels.chain([diagnostic.message.as_str()]).chain(diagnostic.help.as_deref());
            for said in said {
                // What stands between backticks is the coach's own text, or what to write.
                let own: String = said.split('`').step_by(2).collect::<Vec<_>>().join(" ");
                let foreign = own
                    .split(|c: char| !c.is_alphabetic())
                    .find(|word| FOREIGN.iter().any(|foreign| foreign.eq_ignore_ascii_case(word)));
                assert_eq!(foreign, None, "{said}");
            }
            assert!(!diagnostic.message.ends_with('.'), "{}", diagnostic.message);
        }
    }
}

#[test]
fn a_use_of_which_nothing_is_taken_is_asked_about() {
    let beside = [
        ("hops.wod", "movement \"hop along\" < pattern jump >\nworkout \"Hops\" < hop along 10 >"),
        ("sam.wod", "athlete \"Sam\" < max back squat 100kg >"),
        ("library.wod", "use \"hops.wod\"\nmovement \"skip along\" < pattern jump >"),
    ];
    let said = |text: &str| -> Vec<Rule> {
        let diagnostics = diagnose_beside(text, &beside);
        // To take it out would lose words of the file.
        assert!(diagnostics.iter().all(|one| one.fix.is_none()), "of\n{text}");
        diagnostics.iter().map(|one| one.rule).collect()
    };
    assert_eq!(said("use \"hops.wod\"\nsquat 10"), [Rule::UnusedUse]);
    assert_eq!(said("title \"A\"\nuse \"hops.wod\" # why\nsquat 10"), [Rule::UnusedUse]);
    for used in ["hop along 10", "do \"Hops\"", "circuit < squat 10; hop along 10 >"] {
        assert_eq!(said(&format!("use \"hops.wod\"\n{used}")), [], "{used}");
    }
    assert_eq!(said("use \"sam.wod\"\nback squat 5 @ 80%"), [], "an athlete counts without being named");
    assert_eq!(said("use \"library.wod\"\nskip along 10"), []);
    let nothing = said("use \"hops.wod\"");
    assert_eq!(nothing, [Rule::NothingToBuild], "without workouts nothing is needed yet");
}

#[test]
fn a_pose_is_used_by_a_figure_or_by_a_pose_that_is() {
    let split = "pose \"deep split\" as split top < right hip 60 >\n";
    let deeper = "pose \"deeper split\" as deep split < right hip 80 >\n";
    let pulse = |figure: &str| format!("movement \"pulse\" < pattern lunge; figure {figure} >\n");
    let unused = |text: &str| -> Vec<String> {
        let found = diagnose(text);
        found.iter().for_each(|one| assert_eq!(one.rule, Rule::UnusedDefinition, "{one:?}"));
        found.iter().map(|one| text[one.span().range()].to_owned()).collect()
    };
    let to = |figure: &str| unused(&format!("{split}{deeper}{}pulse 10", pulse(figure)));
    assert_eq!(to("split top to Deeper Splits, hands hips"), [""; 0]);
    assert_eq!(to("deep split"), ["\"deeper split\""]);
    assert_eq!(to("split top to lunge"), ["\"deep split\"", "\"deeper split\""]);
    assert_eq!(unused(&format!("{split}{deeper}squat 10")), ["\"deep split\"", "\"deeper split\""]);
}

#[test]
fn a_warning_that_is_made_an_error_is_said_all_the_same() {
    for (text, rule) in [
        ("# nothing", Rule::NothingToBuild),
        ("movement \"hop along\" < pattern jump >\nsquat 10", Rule::UnusedDefinition),
    ] {
        let mut request = Request::default();
        request.rules.set(rule, Setting::Deny).unwrap();
        let compilation =
            analysis::compile(SourceFile::new("stdin.wod", text), &request, &Beside(BTreeMap::new()));
        let rules: Vec<Rule> = compilation.diagnostics.iter().map(|one| one.rule).collect();
        assert_eq!(rules, [rule]);
        assert!(compilation.has_errors());
    }
}

#[test]
fn lints_give_the_figures_of_both_sides() {
    let six = "uno 1; due 1; tredici 1; quattro 1; cinque 1; sei 1";
    for (text, message) in [
        (
            "split squat 3x10",
            "`split squat` is worked one leg at a time: is `3x10` for each leg, or for both together?",
        ),
        (
            "side plank 40s right; side plank 30s left",
            "`side plank` is done 40 s on the right and 30 s on the left",
        ),
        (
            "lunge 15 alternating",
            "`lunge` alternates through 15 repetitions, 8 on one side and 7 on the other",
        ),
        ("circuit rounds 3-5 < squat 3x8 >", "3 sets in each of 3-5 rounds are 9-15 sets"),
        ("goblet squat 5 @ 240kg", "`240kg` is not a load for `goblet squat`, which is done with 4 to 60 kg"),
        (
            "back squat 5x5 @ 92%",
            "a set to failure at 92% has about 3.8 repetitions, and 5 are asked for in each of several sets",
        ),
        (
            "back squat 8 @ 100% of training max",
            "a set to failure at 100% of a training max, 90% of the max, has about 4.6 repetitions, and 8 are asked for",
        ),
        (
            "emom 10min < squat 20 tempo 4-1-4-1 >",
            "20 repetitions at `tempo 4-1-4-1` take 3:20, and the interval is 60 s",
        ),
        ("plank 2m", "`plank` is done on the spot, and `2m` is a distance"),
        (six, "6 movements in this file are not known, among them `uno`, `due` and `tredici`"),
    ] {
        // Of such a load it is also said that there is no warm-up before it.
        let said = diagnose(text).into_iter().filter(|one| one.rule != Rule::NoWarmup);
        assert_eq!(said.map(|one| one.message).collect::<Vec<_>>(), [message], "{text}");
    }
}

#[test]
fn what_is_offered_for_figures_and_lists_can_be_typed() {
    for (text, offered) in [
        ("wall ball 15 20/14", "wall ball 15 @ 20/14lb"),
        ("15 KBS 24", "KBS 15 @ 24kg"),
        ("21 KBS 53/35", "KBS 21 @ 53/35lb"),
        ("goblet squat 3x10 24 rest 60s", "goblet squat 3x10 @ 24kg rest 60s"),
        ("box jump 10 24/20", "box jump 10 @ 24/20in"),
        ("back squat 5 5 5 @ 100kg", "back squat 3x5 @ 100kg"),
        ("back squat 5 3 1", "back squat 5, 3, 1"),
        ("bench press 3x2 @ 60-70-75kg", "bench press 2 @ 60kg, 2 @ 70kg, 2 @ 75kg"),
        ("squat 10, lunge 10, plank 30s x 3", "circuit rounds 3 < squat 10; lunge 10; plank 30s >"),
        ("squat 10, lunge 10, plank 30s x 3", "squat 10; lunge 10; plank 3x30s"),
        ("squat 3x8 rpe8 2min", "squat 3x8 @ rpe 8 rest 2min"),
        ("bench press 4x5 @ 80kg, 2min", "bench press 4x5 @ 80kg rest 2min"),
        ("run 5k 25min", "run 5km @ 5:00/km"),
        ("run 800m 3:20", "run 800m @ 4:10/km"),
        ("row 500m 1:45", "row 500m @ 1:45/500m"),
        ("run 3mi 24min", "run 3mi @ 8:00/mi"),
        ("10x100 @ 1:50", "swim 10x100m every 1:50"),
        ("run 10x400m @ 84s", "run 10x400m @ 1:24/400m"),
        ("squat 3x12, 60s", "squat 3x12 rest 60s"),
        ("plank 3x45s/15s", "plank 3x45s rest 15s"),
        ("burpee 20/10 x 8", "burpee 8x20s rest 10s"),
        ("deadlift 225/155", "deadlift 10 @ 225/155lb"),
        ("heel slide 2x15, pain < 3/10", "heel slide 2x15 \"pain < 3/10\""),
        ("clamshell 3x12 slowly/deep", "clamshell 3x12 \"slowly/deep\""),
        ("death by burpees", "emom 20min until \"a minute is too short\" < burpees 1 +1 each round >"),
        ("track 400m", "run 400m"),
        ("WU run 10min", "warmup < run 10min >"),
        (
            "Week 1\nMon: run 5km\nWed - squat 3x5",
            "plan \"…\" weeks 1 < week 1 < Mon < run 5km >; Wed < squat 3x5 > > >",
        ),
    ] {
        let said = diagnose(text);
        let helps: Vec<&str> = said.iter().filter_map(|one| one.help.as_deref()).collect();
        assert!(
            helps.iter().any(|help| help.contains(&format!("`{offered}`"))),
            "of\n{text}\nthe helps are {helps:?}"
        );
        let errors: Vec<Diagnostic> =
            diagnose(offered).into_iter().filter(|one| one.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{offered}: {errors:?}");
    }
}

#[test]
fn helps_show_what_to_type_with_the_readers_own_figures() {
    for (text, help) in [
        (
            "back squat 1x5 @ 75% rest 3min\nback squat 1x3 @ 85%",
            "sets that differ go on one line: `back squat 5 @ 75%, 3 @ 85% rest 3min`",
        ),
        (
            "back squat 1x5 @ 75% tempo 3-1-1-0\n1x3 @ 85%",
            "all sets of a movement go on its line: `back squat 5 @ 75%, 3 @ 85% tempo 3-1-1-0`",
        ),
        ("squat 10\n8", "all sets of a movement go on its line: `squat 10, 8`"),
        ("back squat 5x5 @ 60%; 1x3 @ 85%", "`back squat 5 @ 75%, 3 @ 85%`"),
        ("squat 10\n1x3 @ 85%", "`back squat 5 @ 75%, 3 @ 85%`"),
        ("rest 3min\n12", "a step is a movement with its dose: `squat 30s`"),
        (
            "back squat 5/3/1",
            "write `back squat 5, 3, 1`, or each with how hard it is: `5 @ …, 3 @ …, 1 @ …`",
        ),
        ("run 6x400m @ 85%", "a pace can't have a percentage: write the pace itself, `@ 5:00/km`"),
        ("push-up 10 @ 85%", "list a max for an athlete: `max push-up 60kg`"),
        ("monkey run 30s", "`movement \"monkey run\" < pattern locomotion >`"),
        ("dragon wiggle 30s", "the pattern one of `squat`, `hinge`, `lunge`, `push`"),
        (
            "split squat 5 per leg @ 20kg and rir 2, 3 @ 30kg",
            "write `split squat 5 @ 20kg and rir 2, 3 @ 30kg per leg`",
        ),
        (
            "split squat 5 per leg @ 20kg, 3 tempo 3-1-1-0 @ 30kg",
            "`split squat 5 @ 20kg per leg tempo 3-1-1-0; split squat 3 @ 30kg tempo 3-1-1-0`",
        ),
        (
            "split squat 5 per leg, 3 per leg, 2 rest 60s",
            "for those alone, make each a step of its own: `split squat 5 per leg; rest 60s; split squat 3 per leg; \
             rest 60s; split squat 2`",
        ),
        ("emom 4min < burpee 20; squat 30 >", "or write `alternating` in its header"),
        ("emom 4min < burpee 30; rest 5s >", "do less in it, or give it more time"),
        ("emom 4min alternating < burpee 30; squat 50 >", "do less in it, or give it more time"),
    ] {
        let said = diagnose(text);
        let helps: Vec<&str> = said.iter().filter_map(|one| one.help.as_deref()).collect();
        assert!(helps.iter().any(|one| one.contains(help)), "of\n{text}\nthe helps are {helps:?}");
    }
}
