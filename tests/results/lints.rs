//! What a coach would ask about results: what is reported, and the histories of which nothing is said.

use std::fmt::Write;

use wodc::diagnostic::Rule;

use crate::day::START;
use crate::laws::programs;
use crate::made_up::{Body, Done, Year, made_up};
use crate::read::said;
use crate::{lines, text_of};

const OF_RESULTS: [Rule; 5] = [
    Rule::MissesWithoutRule,
    Rule::UnmatchedResult,
    Rule::JumpInResults,
    Rule::NoEasierWeekInResults,
    Rule::MuscleWithoutSets,
];

/// Returns what is asked about results, and about jumps of the plan.
fn asked(program: &str, results: &str) -> Vec<(Rule, String)> {
    let mut said = said(program, results);
    assert!(!said.iter().any(|(rule, _)| *rule == Rule::UsedFileHasErrors), "{results} has mistakes");
    said.retain(|(rule, _)| OF_RESULTS.contains(rule) || *rule == Rule::DistanceJump);
    said
}

/// Returns the rules about results that are given, each once.
fn rules(program: &str, results: &str) -> Vec<Rule> {
    let asked = asked(program, results);
    let is_given = |rule: &Rule| asked.iter().any(|(own, _)| own == rule);
    OF_RESULTS.into_iter().filter(is_given).collect()
}

/// Writes results with one line a session: on a day of a week, from 0, of the title, what was done.
fn results(sessions: &[(i64, i64, &str, String)]) -> String {
    let mut text = "results \"Sam\"\n".to_owned();
    for (week, day, title, done) in sessions {
        writeln!(text, "done {} \"{title}\" < {done} >", START.plus(week * 7 + day)).unwrap();
    }
    text
}

const SQUATS: &str = r#"
athlete "Sam" < bar 20kg; rounding 2.5kg; max back squat 120kg >
workout "A" < back squat 3x5 DOSE rest 3min >
"#;

/// Returns what is given of squats by their lines, one session after the other, so many days apart.
fn of_squats(dose: &str, lines: &[&str], apart: i64) -> Vec<Rule> {
    let sessions: Vec<_> =
        lines.iter().zip(0..).map(|(line, at)| (0, at * apart, "A", (*line).to_owned())).collect();
    rules(&SQUATS.replace("DOSE", dose), &results(&sessions))
}

const MISSED: &str = "back squat 5, 5, 4 @ 80kg";
const DONE: &str = "back squat 5, 5, 5 @ 80kg";

#[test]
fn three_misses_without_a_rule_are_reported() {
    let three = [MISSED, "back squat 4, 4, 4", "back squat 5, missed @ 80kg, missed @ 80kg"];
    for dose in ["@ 80kg", "@ 80kg +2.5kg each success"] {
        assert_eq!(of_squats(dose, &three, 2), [Rule::MissesWithoutRule], "{dose}");
    }
    // What was done long ago does not matter, and neither does what was not done.
    let more =
        [DONE, MISSED, DONE, three[0], "skipped \"ill\"", three[1], "back squat skipped \"ill\"", three[2]];
    assert_eq!(of_squats("@ 80kg", &more, 2), [Rule::MissesWithoutRule]);
    let of_max = ["back squat 5, 5, 4 @ 96kg", "back squat 5, 4, 4 @ 96kg", "back squat 3, 3, 3"];
    assert_eq!(of_squats("@ 80%", &of_max, 7), [Rule::MissesWithoutRule]);
}

#[test]
fn misses_with_a_rule_are_not_reported() {
    for dose in [
        "@ 80kg -10% after 3 misses",
        "@ 80kg +2.5kg each success -10% after a miss",
        "@ 80kg -10% after 6 misses",
    ] {
        assert_eq!(of_squats(dose, &[MISSED; 5], 2), [], "{dose}");
    }
    let schemes = "after a miss 6x2 then 10x1 @ 80kg +2.5kg each success";
    assert_eq!(of_squats(schemes, &["back squat 3, 3, 3 @ 80kg"; 5], 2), []);
    let program = |raise: &str| {
        format!(
            "athlete \"Sam\" < max back squat 100kg; bar 20kg >\n\
             workout \"A\" < back squat 3x5 @ 80% rest 3min >\n\
             plan \"P\" weeks 4 starts 2026-01-05 < {raise}; monday < do \"A\" > >\n"
        )
    };
    let sessions: Vec<_> = (0..3).map(|week| (week, 0, "A", "back squat 5, 5, 3".to_owned())).collect();
    for (raise, given) in [
        ("raise max by 5kg each week", vec![Rule::MissesWithoutRule]),
        ("raise max by 5kg each week without a miss", vec![]),
    ] {
        assert_eq!(rules(&program(raise), &results(&sessions)), given, "{raise}");
    }
}

#[test]
fn what_may_not_be_three_misses_in_a_row_is_not_reported() {
    for (why, lines) in [
        ("two", vec![MISSED, MISSED]),
        ("a success in between", vec![MISSED, MISSED, DONE, MISSED]),
        ("a success after them", vec![MISSED, MISSED, MISSED, DONE]),
        ("less load", vec![MISSED, MISSED, "back squat 5, 5, 5 @ 60kg"]),
        ("less load in one set", vec![MISSED, MISSED, "back squat 5 @ 80kg, 4 @ 80kg, 4 @ 70kg"]),
        ("sets that are not written down", vec![MISSED, MISSED, "back squat 4 @ 80kg"]),
        ("another load from there", vec![MISSED, MISSED, "back squat 5, 5, 4 @ 80kg; now back squat 70kg"]),
        ("another load in between", vec![MISSED, "now back squat 80kg; back squat 5, 5, 4 @ 80kg", MISSED]),
    ] {
        assert_eq!(of_squats("@ 80kg +2.5kg each success", &lines, 2), [], "{why}");
    }
    assert_eq!(of_squats("@ 80kg +2.5kg each success", &[MISSED; 3], 29), [], "after a break");
    // Nothing was to be lifted, and nothing says that it moves.
    assert_eq!(of_squats("", &["back squat 4, 4, 4"; 4], 2), []);
    // Of a range, what is between its ends is not missed.
    let range = SQUATS.replace("3x5 DOSE", "3x5-8 @ 80kg +2.5kg each success");
    let sessions: Vec<_> = (0..4).map(|at| (0, at, "A", "back squat 7, 6, 5".to_owned())).collect();
    assert_eq!(rules(&range, &results(&sessions)), []);
}

#[test]
fn misses_from_before_the_plan_are_not_reported() {
    let plan = "plan \"P\" weeks 4 starts 2026-01-05 < monday < do \"A\" > >\n";
    let program = SQUATS.replace("DOSE", "@ 80kg +2.5kg each success") + plan;
    let before: Vec<_> = (-6..0).map(|week| (week, 0, "A", MISSED.to_owned())).collect();
    assert_eq!(rules(&program, &results(&before)), []);
    let during: Vec<_> = (0..3).map(|week| (week, 0, "A", MISSED.to_owned())).collect();
    assert_eq!(rules(&program, &results(&during)), [Rule::MissesWithoutRule]);
}

/// A plan of runs with so many kilometres on Saturdays, and half as many on Tuesdays.
fn of_runs(kilometres: &[i64], starts: &str) -> String {
    let weeks = |half: bool| {
        let each = kilometres.iter().map(|one| format!("{}km", if half { one / 2 } else { *one }));
        each.collect::<Vec<_>>().join(" then ")
    };
    format!(
        "athlete \"Sam\" < bar 20kg >\n\
         workout \"Long\" < easy run by week {} >\nworkout \"Easy\" < easy run by week {} >\n\
         plan \"P\" weeks {} {starts} < tuesday < do \"Easy\" >; saturday < do \"Long\" > >\n",
        weeks(false),
        weeks(true),
        kilometres.len()
    )
}

/// Returns results of such runs; none where a week has no kilometres.
fn runs(kilometres: &[i64]) -> Vec<(i64, i64, &'static str, String)> {
    let weeks = kilometres.iter().zip(0_i64..).filter(|(one, _)| **one > 0);
    weeks
        .flat_map(|(one, week)| {
            [(week, 1, "Easy", format!("run {}km", one / 2)), (week, 5, "Long", format!("run {one}km"))]
        })
        .collect()
}

const STARTS: &str = "starts 2026-01-05";

#[test]
fn a_jump_is_one_of_what_was_done() {
    let planned = of_runs(&[18; 6], STARTS);
    for (why, done, is_given) in [
        ("as planned", &[18, 18, 18, 18, 18][..], false),
        ("more than planned", &[18, 18, 18, 18, 26], true),
        ("a little more than planned", &[18, 18, 18, 18, 19], false),
        ("on with the plan after less", &[12, 14, 12, 14, 18], true),
        ("back after one easier week", &[18, 18, 18, 10, 18], false),
        ("on only four weeks", &[18, 18, 18, 26], false),
        ("it is long past", &[18, 18, 18, 18, 26, 18], false),
        ("a week is not written down", &[18, 18, 0, 18, 26], false),
        ("short weeks", &[4, 4, 4, 4, 12], false),
    ] {
        let given = if is_given { vec![Rule::JumpInResults] } else { vec![] };
        assert_eq!(rules(&planned, &results(&runs(done))), given, "{why}");
        // Without dates nobody knows which weeks are written down.
        assert_eq!(rules(&of_runs(&[18; 6], ""), &results(&runs(done))), [], "{why}");
    }
    let said = asked(&planned, &results(&runs(&[18, 18, 18, 18, 26])));
    let message =
        "39 km on foot were done in week 5, 44 % more than in the longest of the four weeks before it, 27 km";
    assert_eq!(said, [(Rule::JumpInResults, message.to_owned())]);
}

#[test]
fn a_jump_of_the_plan_is_reported_of_the_plan_alone() {
    let said = asked(&of_runs(&[18, 18, 18, 18, 26], STARTS), &results(&runs(&[18, 18, 18, 18, 27])));
    assert_eq!(said.iter().map(|one| one.0).collect::<Vec<_>>(), [Rule::DistanceJump]);
}

#[test]
fn a_jump_needs_to_know_what_was_done() {
    let planned = of_runs(&[18; 6], STARTS);
    let jump = || runs(&[18, 18, 18, 18, 26]);
    assert_eq!(rules(&planned, &results(&jump())), [Rule::JumpInResults]);
    for number in 0..8 {
        let mut without = jump();
        without.remove(number);
        assert_eq!(rules(&planned, &results(&without)), [], "without session {number}");
        let mut timed = jump();
        timed[number].3 = "run 60min".to_owned();
        assert_eq!(rules(&planned, &results(&timed)), [], "session {number} without a distance");
        let mut anew = jump();
        anew[number].3 += "; now back squat 60kg";
        assert_eq!(rules(&planned, &results(&anew)), [], "anew in session {number}");
    }
    let third: Vec<_> = jump().into_iter().step_by(3).collect();
    assert_eq!(rules(&planned, &results(&third)), []);
}

#[test]
fn five_weeks_of_rising_work_are_reported_where_none_was_easier() {
    let planned = of_runs(&[22, 24, 26, 16, 28, 30], STARTS);
    for (why, done, is_given) in [
        ("as planned", &[22, 24, 26, 16, 28][..], false),
        ("no easier week", &[22, 24, 26, 26, 28], true),
        ("it does not rise", &[24, 24, 24, 24, 25], false),
        ("a week off", &[22, 24, 26, 0, 28], false),
        ("short weeks", &[10, 10, 11, 11, 12], false),
        ("four weeks", &[22, 24, 26, 28], false),
    ] {
        let given = rules(&planned, &results(&runs(done)));
        let given: Vec<_> = given.into_iter().filter(|rule| *rule == Rule::NoEasierWeekInResults).collect();
        let expected = if is_given { vec![Rule::NoEasierWeekInResults] } else { vec![] };
        assert_eq!(given, expected, "{why}");
    }
    let mut one_more = runs(&[22, 24, 26, 26, 28]);
    one_more.push((5, 1, "Easy", "run 15km".to_owned()));
    assert_eq!(rules(&planned, &results(&one_more)), [Rule::NoEasierWeekInResults]);
}

/// A plan of two sessions a week with so many sets of each of two lifts.
fn of_sets(scaled: &str) -> String {
    format!(
        "athlete \"Sam\" < bar 20kg >\n\
         workout \"Low\" < back squat 15x5 @ 60kg rest 2min; leg curl 15x8 @ 30kg rest 1min >\n\
         workout \"High\" < bench press 15x5 @ 50kg rest 2min; bent-over row 15x8 @ 40kg rest 1min >\n\
         plan \"P\" weeks 6 starts 2026-01-05 < monday < do \"Low\" >; thursday < do \"High\" >; {scaled} >\n"
    )
}

fn sets(each: &[i64]) -> Vec<(i64, i64, &'static str, String)> {
    let weeks = each.iter().zip(0_i64..);
    weeks
        .flat_map(|(sets, week)| {
            let (low, high) = (
                format!("back squat {sets}x5 @ 60kg; leg curl {sets}x8 @ 30kg"),
                format!("bench press {sets}x5 @ 50kg; bent-over row {sets}x8 @ 40kg"),
            );
            [(week, 0, "Low", low), (week, 3, "High", high)]
        })
        .collect()
}

#[test]
fn rising_work_may_be_sets() {
    let planned = of_sets("week 4 at 50% of sets");
    assert!(!rules(&planned, &results(&sets(&[15, 16, 17, 8, 18]))).contains(&Rule::NoEasierWeekInResults));
    assert!(rules(&planned, &results(&sets(&[15, 16, 17, 18, 18]))).contains(&Rule::NoEasierWeekInResults));
    // As heavy as before in only one lift: it is no easier. With all lighter, it is.
    let lighter = |from: &str, to: &str| {
        let mut done = sets(&[15, 16, 17, 18, 18]);
        done.iter_mut().filter(|one| one.0 == 3).for_each(|one| one.3 = one.3.replace(from, to));
        rules(&planned, &results(&done)).contains(&Rule::NoEasierWeekInResults)
    };
    assert!(lighter("@ 60kg", "@ 40kg"));
    assert!(!lighter("0kg", "0lb"));
}

/// A plan of eight weeks with two sessions.
const TWO: &str = r#"
athlete "Sam" < bar 20kg >
workout "Push" < bench press 4x8 @ 50kg rest 2min; triceps pushdown 3x12 @ 20kg rest 90s >
workout "Legs" < leg extension 4x10 @ 50kg rest 2min; LEG CURL 4x12 @ 30kg rest 90s >
plan "P" weeks 9 starts 2026-01-05 < every week < monday < do "Push" >; thursday < do "Legs" > > >
"#;

/// Returns results of its weeks. `curls` says what is written of the leg curls.
fn two(curls: &[&str]) -> Vec<(i64, i64, &'static str, String)> {
    let weeks = curls.iter().zip(0_i64..);
    weeks
        .flat_map(|(curls, week)| {
            let legs = format!("leg extension 4x10 @ 50kg{curls}");
            [(week, 0, "Push", "bench press 4x8; triceps pushdown 3x12".to_owned()), (week, 3, "Legs", legs)]
        })
        .collect()
}

#[test]
fn a_muscle_that_lost_its_sets_is_reported() {
    const C: &str = "; leg curl 4x12 @ 30kg";
    const S: &str = "; leg curl skipped \"knee\"";
    let program = TWO.replace("LEG CURL", "leg curl");
    for (why, curls, is_given) in [
        ("never done again", &[C, C, C, C, "", "", ""][..], true),
        ("skipped", &[C, C, C, C, S, S, S], true),
        ("after six weeks", &[C, C, C, C, C, C, S, S, S], true),
        ("for two weeks", &[C, C, C, C, C, "", ""], false),
        ("once in between", &[C, C, C, C, S, "; leg curl 1x12 @ 20kg", S], false),
        ("not in each week before", &[C, C, S, C, S, S, S], false),
        ("another movement for it", &[C, C, C, C, "; romanian deadlift 3x8 @ 60kg", S, S], false),
        ("something unknown", &[C, C, C, C, S, S, "; \"Hamstring thing\" 3x12"], false),
        ("done as planned", &[C; 8], false),
        ("done again", &[C, C, C, C, S, S, S, C], false),
    ] {
        let given = if is_given { vec![Rule::MuscleWithoutSets] } else { vec![] };
        assert_eq!(rules(&program, &results(&two(curls))), given, "{why}");
        let choice = TWO.replace("LEG CURL 4x12 @ 30kg", "leg curl 4x12 @ 30kg or nordic curl 4x5");
        assert_eq!(rules(&choice, &results(&two(curls))), [], "{why}, with a choice");
    }
    let lost = || two(&[C, C, C, C, S, S, S]);
    let said = asked(&program, &results(&lost()));
    let message =
        "nothing is written down for the hamstrings in weeks 5 to 7, after sets in each week before";
    assert_eq!(said, [(Rule::MuscleWithoutSets, message.to_owned())]);
    for number in 0..14 {
        let mut without = lost();
        without.remove(number);
        assert_eq!(rules(&program, &results(&without)), [], "without session {number}");
        let mut anew = lost();
        anew[number].3 += "; now bench press 60kg";
        assert_eq!(rules(&program, &results(&anew)), [], "anew in session {number}");
    }
    // Ill: hardly anything was done.
    let mut ill = lost();
    ill.iter_mut().filter(|one| one.0 == 6).for_each(|one| one.3 = "skipped \"ill\"".to_owned());
    assert_eq!(rules(&program, &results(&ill)), []);
}

#[test]
fn what_the_plan_takes_out_is_not_reported() {
    let program = TWO.replace("every week", "weeks 1-4").replace("LEG CURL", "leg curl");
    let program = program
        .replace("> > >\n", "> >\n  weeks 5-9 < monday < do \"Push\" >; thursday < do \"Push\" > > >\n");
    let mut done = two(&["; leg curl 4x12 @ 30kg"; 4]);
    for week in 4..8 {
        done.extend(
            [0, 3].map(|day| (week, day, "Push", "bench press 4x8; triceps pushdown 3x12".to_owned())),
        );
    }
    assert_eq!(rules(&program, &results(&done)), []);
}

/// The years of all programs, up to the end of a week.
fn up_to(done: &[Done], week: i64) -> Vec<Done> {
    done.iter().filter(|one| one.day.week() < week).cloned().collect()
}

/// Of every third session, as of somebody who seldom writes anything down.
fn a_third(done: &[Done]) -> Vec<Done> {
    done.iter().step_by(3).cloned().collect()
}

/// The programs that do not say what comes after misses, for one of their lifts or for all.
const WITHOUT_RULES: [&str; 9] = [
    "double-progression",
    "five-three-one",
    "gzclp",
    "holds",
    "ladder",
    "madcow",
    "phrak",
    "push-pull-legs",
    "texas-method",
];

#[test]
fn published_programs_are_asked_about_misses_alone_and_only_where_they_have_no_rule() {
    let years = [Year::Well, Year::Missed, Year::Mixed(1), Year::Heavier(1)];
    for (name, program) in programs() {
        let may_ask = WITHOUT_RULES.contains(&name);
        for year in years {
            let (done, _) = made_up(&program, year);
            let weeks = [5, 26, 52].map(|week| up_to(&done, week));
            for done in weeks.iter().chain([&a_third(&done)]) {
                let given = rules(&text_of(name), &lines::write(done));
                let is_right =
                    given.is_empty() || year != Year::Well && may_ask && given == [Rule::MissesWithoutRule];
                assert!(is_right, "{name}, {year:?}: {given:?}");
            }
            if year == Year::Missed && may_ask {
                let given = rules(&text_of(name), &lines::write(&weeks[2]));
                assert_eq!(given, [Rule::MissesWithoutRule], "{name}");
            }
        }
    }
}

/// Sessions of other apps have titles of their own, and no plan.
#[test]
fn histories_of_other_apps_are_not_asked_about() {
    for (name, program) in programs() {
        let (done, _) = made_up(&program, Year::Missed);
        let before = |one: Done| Done { day: one.day.plus(-400), plan: None, ..one };
        let imported: Vec<Done> = done.into_iter().take(40).map(before).collect();
        assert!(imported.iter().all(|one| matches!(one.body, Body::Done { .. })));
        assert_eq!(rules(&text_of(name), &lines::write(&imported)), [], "{name}");
    }
}

#[test]
fn names_that_are_nearly_those_of_the_program_are_reported() {
    let said = |body: &str| {
        let program = "athlete \"Sam\" < bar 20kg; rounding 2.5kg >
             workout \"Legs\" < back squat 3x5 @ 60kg +2.5kg each success rest 3min; leg curl 2x10 @ 20kg rest 1min >";
        rules(program, &format!("results \"Sam\"\n{body}"))
    };
    for body in [
        "done 2026-01-09 \"Lges\" < back squat 5, 5, 5 @ 60kg >",
        "done 2026-01-09 \"Leg\" < back squat 5, 5, 5 @ 60kg >",
        "done 2026-01-09 \"Legs\" < squat 5, 5, 5 @ 60kg >",
        "done 2026-01-09 \"Legs\" < leg curl 10, 10; squat 5, 5, 5 @ 60kg >",
    ] {
        assert_eq!(said(body), [Rule::UnmatchedResult], "{body}");
    }
    let twice = "done 2026-01-09 \"Lges\" < back squat 5 >\ndone 2026-01-12 \"Lges\" < back squat 5 >";
    assert_eq!(said(twice), [Rule::UnmatchedResult], "each name once");
    for body in [
        "done 2026-01-09 \"Legs\" < back squat 5, 5, 5 @ 60kg; squat 20 >",
        "done 2026-01-09 \"Legs\" < front squat 5, 5, 5 @ 50kg >",
        "done 2026-01-09 \"Legs\" < back squat 5, 5, 5 @ 60kg; leg extension 10 @ 20kg >",
        "done 2026-01-09 \"legs\" < squat skipped >",
        "done 2026-01-09 \"Swim\" < swim 1km >",
        "done 2026-01-09 \"Lges\" of \"Another\" < back squat 5, 5, 5 @ 60kg >",
        "done 2026-01-09 < squat 5, 5, 5 @ 60kg >",
    ] {
        assert_eq!(said(body), [], "{body}");
    }
}
