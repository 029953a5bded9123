//! Workouts with blanks: each filled one is what somebody would have written by hand, and hostile ones end soon.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::Value;
use wodc::emit::Format;

use crate::input::Input;
use crate::laws::assert_diagnostics_are_sound;

/// Steps of a workout. `[lift]` is the place of a blank, `[[lift]]` that of one in a text.
const STEPS: [&str; 16] = [
    "[lift] 5 @ 65%, 5 @ 75%, 5+ @ 85% rest [pause]",
    "[lift] [dose] @ [goal]",
    "[lift] or front squat [dose]",
    "front squat 3 x [many] @ rpe [many] [tip]",
    "plank 30s +[more] each round [tip]",
    "rest [pause]",
    "rest [lift] 20",
    "circuit [head] rounds [many] rest [pause] between rounds < [lift] 10; run 400m @ easy >",
    "emom 10 rounds [many] < [lift] 3 >",
    "superset rounds 3 rest 90s between rounds < [lift] [dose]; dip 10 [tip] >",
    "note \"[[lift]] for [[dose]], [[many]] times: [[tip]]\"",
    "note \"{week} of it, then {session}\"",
    "record [head]",
    "do [other]",
    "back squat 5 @ 70% +2.5kg each week [tip]",
    "front squat 3x5 @ 50% of [lift]",
];

/// The blanks with values that they may have.
const BLANKS: [(&str, &[&str]); 8] = [
    ("lift", &["back squat", "Bench Press", "deadlift", "\"overhead press\"", "KB swing"]),
    ("dose", &["5", "3x8", "4x8-10", "30s", "5 @ 60%, 3 @ 70%", "max"]),
    ("pause", &["90s", "2min", "1:30", "60-90s"]),
    ("many", &["3", "5", "8"]),
    ("more", &["2s", "5s"]),
    ("goal", &["70%", "rpe 8", "60kg", "easy", "2x20kg"]),
    ("tip", &["\"chest up\"", "\"go, slowly\""]),
    ("head", &["\"Main part\"", "\"A; b\""]),
];

const OTHERS: &str = "workout \"Upper\" < dip 10; chin-up 8 >\nworkout \"Lower\" < leg curl 10 >\n";

/// Returns the steps with something in each blank's place.
fn with_all(steps: &[&str], write: impl Fn(&str, bool) -> String) -> String {
    let mut text = steps.join("\n  ");
    for (name, _) in BLANKS.iter().chain(&[("other", &[] as &[&str])]) {
        text = text.replace(&format!("[[{name}]]"), &write(name, true));
        text = text.replace(&format!("[{name}]"), &write(name, false));
    }
    text
}

/// Returns what the plans of a text come to, without what says that blanks were filled. None where it has errors.
fn plans(text: &str) -> Option<Value> {
    let compilation = Input::of(text).compile(None, &[Format::JSON]);
    assert_diagnostics_are_sound(&compilation);
    let output = compilation.outputs.first()?;
    let mut document: Value = serde_json::from_str(output.content.as_text().unwrap()).unwrap();
    let mut plans = document["plans"].take();
    let mut waiting = vec![&mut plans];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Object(map) => {
                if map.contains_key("nth") {
                    map.remove("template");
                    map.remove("values");
                }
                waiting.extend(map.values_mut());
            }
            Value::Array(items) => waiting.extend(items),
            _ => {}
        }
    }
    Some(plans)
}

fn plan(done: &[String]) -> String {
    let days = ["monday", "wednesday", "friday"];
    let days = done.iter().zip(days).map(|(done, day)| format!("    {day} < {done} >\n"));
    format!("plan \"P\" weeks 3 <\n  every week <\n{}  >\n>\n", days.collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_filled_workout_is_what_somebody_writes_by_hand(
        steps in proptest::sample::subsequence(STEPS.to_vec(), 1..8).prop_shuffle(),
        choices in proptest::collection::vec(proptest::collection::vec(0_usize..30, BLANKS.len() + 1), 1..3),
        is_shuffled in any::<bool>(),
    ) {
        let others = ["\"Upper\"", "\"Lower\""];
        let names: Vec<&str> = BLANKS.iter().map(|(name, _)| *name).chain(["other"]).collect();
        let all = steps.join("\n");
        let used: Vec<usize> =
            (0..names.len()).filter(|&at| all.contains(&format!("[{}]", names[at]))).collect();
        prop_assume!(!used.is_empty());
        let value = |choice: &[usize], at: usize| match BLANKS.get(at) {
            Some((_, values)) => values[choice[at] % values.len()],
            None => others[choice[at] % 2],
        };
        // With braces in a text, and the bare name elsewhere.
        let body = with_all(&steps, |name, is_inside| {
            if is_inside { format!("{{{name}}}") } else { name.to_owned() }
        });
        let list: Vec<&str> = used.iter().map(|&at| names[at]).collect();
        let mut filled = format!("{OTHERS}workout \"T\" for {} <\n  title \"Session\"\n  {body}\n>\n", list.join(", "));
        let mut by_hand = OTHERS.to_owned();
        let (mut done_filled, mut done_by_hand) = (Vec::new(), Vec::new());
        for (number, choice) in choices.iter().enumerate() {
            let mut values: Vec<String> =
                used.iter().map(|&at| format!("{} {}", names[at], value(choice, at))).collect();
            if is_shuffled {
                values.reverse();
            }
            done_filled.push(format!("do \"T\" with {}", values.join(", ")));
            done_by_hand.push(format!("do \"T{number}\""));
            let written = with_all(&steps, |name, is_inside| {
                let at = names.iter().position(|other| *other == name).unwrap();
                let value = value(choice, at);
                if !is_inside {
                    return value.to_owned();
                }
                let value = value.trim_matches('"');
                let mut letters = value.chars();
                let first = letters.next().unwrap();
                // Each of the texts begins with the first blank in it.
                if name == "lift" { first.to_uppercase().chain(letters).collect() } else { value.to_owned() }
            });
            write!(by_hand, "workout \"T{number}\" <\n  title \"Session\"\n  {written}\n>\n").unwrap();
        }
        filled += &plan(&done_filled);
        by_hand += &plan(&done_by_hand);
        let (one, other) = (plans(&filled), plans(&by_hand));
        let text = |plans: &Option<Value>| plans.as_ref().map_or_else(String::new, Value::to_string);
        if all.contains("{week}") {
            // Braces are letters in a workout without blanks.
            prop_assert_eq!(one.is_some(), other.is_some(), "{}\n{}", filled, by_hand);
            let is_left = text(&one).contains("{week");
            prop_assert!(!is_left);
        } else {
            let is_equal = |at: &usize| value(&choices[0], *at) == value(choices.last().unwrap(), *at);
            // Equal values are one workout, and not two.
            let is_one = choices.len() == 2 && used.iter().all(is_equal);
            prop_assert!(is_one || one == other, "{}\n{}\n{}\n{}", filled, by_hand, text(&one), text(&other));
        }
        prop_assume!(one.is_some());
        let formatted = wodc::analysis::format(wodc::source::SourceFile::new("t.wod", &*filled));
        let formatted = formatted.expect("a good text is formatted");
        prop_assert_eq!(plans(&formatted), one, "{}", formatted);
    }
}

#[test]
fn equal_values_are_one_workout_and_count_together() {
    let text = "workout \"T\" for lift, dose 3x5 < lift dose @ 60kg +2.5kg each session >\n\
                plan \"P\" weeks 1 < every week <\n\
                monday < do \"T\" with lift back squat >\n\
                wednesday < do \"T\" with lift Back  Squat, dose 3x5 >\n\
                friday < do \"T\" with lift bench press >\n> >\n";
    let plans = plans(text).unwrap();
    let days = plans[0]["weeks"][0]["days"].as_array().unwrap();
    let nth: Vec<u64> = days.iter().filter_map(|day| day["sessions"][0]["nth"].as_u64()).collect();
    assert_eq!(nth, [1, 2, 1]);
    let titles: Vec<&str> = days.iter().filter_map(|day| day["sessions"][0]["title"].as_str()).collect();
    assert_eq!(titles, ["T: back squat", "T: back squat", "T: bench press"]);
}

#[test]
fn the_words_of_a_plan_are_put_into_the_texts_of_each_session() {
    let text = "workout \"T\" for lift <\n title \"{lift}, week {week}\"\n lift 3x5\n note \"time {session}\"\n>\n\
                workout \"Plain\" < squat 5; note \"{week}\" >\n\
                plan \"P\" weeks 2 < every week <\n\
                monday < do \"T\" with back squat >\n\
                tuesday < do \"Plain\" >\n\
                friday < squat 5; note \"Week {week}\" >\n> >\n";
    let plans = plans(text).unwrap().to_string();
    for said in
        ["Back squat, week 1", "Back squat, week 2", "time 1", "time 2", "Week 1", "Week 2", "\"{week}\""]
    {
        assert!(plans.contains(said), "{said}: {plans}");
    }
}

#[test]
fn hostile_blanks_are_said_soon() {
    let mut doubled = String::from("workout \"W0\" for a < note a; squat 5 >\n");
    for level in 1..31 {
        let before = level - 1;
        writeln!(
            doubled,
            "workout \"W{level}\" for a < do \"W{before}\" with \"{{a}}x\"; do \"W{before}\" with \"{{a}}y\" >"
        )
        .unwrap();
    }
    doubled += "do \"W30\" with \"s\"\n";
    let long = "b".repeat(1_000_000);
    let texts = [
        (doubled, "too-long"),
        ("workout \"G\" for t < squat 5; do \"G\" with t \"{t}{t}\" >\ndo \"G\" with \"a\"\n".to_owned(), "too-long"),
        ("workout \"G\" for t < squat 5; note t; do \"G\" with t t >\ndo \"G\" with \"a\"\n".to_owned(), "does-itself"),
        ("workout \"G\" for t < t 5; do \"H\" with t t >\nworkout \"H\" for t < do \"G\" with t >\ndo \"G\" with squat\n".to_owned(), "does-itself"),
        (format!("workout \"G\" for t < {} >\ndo \"G\" with \"{long}\"\n", "note t; ".repeat(1000)), "too-long"),
        ("workout \"G\" for a a < a 5 >\ndo \"G\" with".to_owned(), "missing-part"),
        (format!("squat 5; do \"G\" with {long}, {long}"), "unknown-workout"),
    ];
    for (text, rule) in texts {
        let begin = Instant::now();
        let compilation = Input::of(&*text).compile(None, &[]);
        assert_diagnostics_are_sound(&compilation);
        let said: Vec<&str> = compilation.diagnostics.iter().map(|one| one.rule.name()).collect();
        assert!(said.contains(&rule), "{said:?}: {}", &text[..text.len().min(200)]);
        // A build for tests takes twenty times as long as one for people.
        assert!(begin.elapsed() < Duration::from_secs(20), "{:?}: {}", begin.elapsed(), &text[..100]);
    }
}

#[test]
fn a_file_of_workouts_with_blanks_is_one_for_others() {
    let text = "workout \"T\" for lift, pause < lift 3x5 rest pause >\n";
    let compilation = Input::of(text).compile(None, &Format::plain().collect::<Vec<_>>());
    assert!(compilation.diagnostics.is_empty(), "{:?}", compilation.diagnostics);
    assert!(compilation.workouts.is_empty());
}

#[test]
fn the_workout_of_a_title_is_found_as_that_of_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    file("one.wod", "workout \"T\" for lift < lift 3x5 >\n");
    file("two.wod", "workout \"T\" for lift < lift 5x5 >\n");
    file("steps.wod", "title \"S\"\nsquat 10\nworkout \"T\" for lift < lift 3x5 >\n");
    let both = "use \"one.wod\"\nuse \"two.wod\"\ndo \"T\" with squat\n";
    let own = format!("{both}workout \"T\" for lift < lift 8 >\n");
    let texts = [
        (both, vec!["duplicate-title"]),
        // Its own goes before those of others.
        (&*own, vec!["unused-use", "unused-use"]),
        ("use \"steps.wod\"\ndo \"S\"; do \"T\" with squat\n", vec![]),
        ("use \"steps.wod\"\ndo \"S\" with squat\n", vec!["unknown-blank"]),
        ("use \"one.wod\"\ndo \"T\"\n", vec!["missing-value"]),
    ];
    for (text, rules) in texts {
        let compilation = Input { folder: folder.path().to_owned(), ..Input::of(text) }.compile(None, &[]);
        let said: Vec<&str> = compilation.diagnostics.iter().map(|one| one.rule.name()).collect();
        assert_eq!(said, rules, "{text}");
    }
}
