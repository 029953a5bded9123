//! Tables, steps of some weeks and steps in turn, on the days of a plan and on their own.

use std::sync::Arc;

use super::{days, expand, program, said};
use crate::diagnostic::Rule;
use crate::plan::alone;

#[test]
fn steps_take_turns_on_the_days_that_are_done() {
    let program = program(
        r#"
workout "A" < squat 5 +1 each session >
workout "B" < lunge 5 >
plan "P" weeks 2 <
  every week < monday, wednesday, friday < in turn < do "A"; do "B" sets 50%; run 3km +1km each session > > >
  week 1 < wednesday instead < rest day > >
>
"#,
    );
    let (calendar, said) = expand(&program.plans[0]);
    assert!(said.is_empty(), "{said:?}");
    insta::assert_snapshot!(days(&calendar), @r"
    1 monday A: 5000
    1 wednesday rest day
    1 friday B: 5000
    2 monday Run: 3000
    2 wednesday A: 6000
    2 friday B: 5000
    ");
    let nth: Vec<u32> =
        calendar.days.iter().flat_map(|day| &day.sessions).map(|session| session.nth).collect();
    assert_eq!(nth, [1, 1, 1, 2, 2]);
}

#[test]
fn a_table_counts_the_weeks_of_its_block() {
    let program = program(
        r#"
workout "A" < squat by week 5 then 4 then 3 >
plan "P" weeks 9 <
  weeks 2-4 < monday < do "A" > >
  weeks 5, 7, 9 < tuesday < do "A" > >
  week 3 < monday instead < rest day > >
>
"#,
    );
    let (calendar, said) = expand(&program.plans[0]);
    assert!(said.is_empty(), "{said:?}");
    insta::assert_snapshot!(days(&calendar), @r"
    2 monday A: 5000
    3 monday rest day
    4 monday A: 3000
    5 tuesday A: 5000
    7 tuesday A: 4000
    9 tuesday A: 3000
    ");
    // Sessions with the same items are one.
    assert_eq!(calendar.distinct.len(), 3);
}

#[test]
fn an_item_on_a_day_that_was_taken_away_is_no_cut() {
    let cut = |last: &str| {
        let program = program(&format!(
            "plan \"P\" weeks 8 < every week < monday < squat by week 5 then 4 then 3 then 2 > > {last} >"
        ));
        expand(&program.plans[0]).1.iter().map(|one| one.rule).collect::<Vec<_>>()
    };
    assert_eq!(cut("week 8 < monday instead < rest day > >"), []);
    let program =
        program("plan \"P\" weeks 7 < every week < monday < squat by week 5 then 4 then 3 then 2 > > >");
    let said = expand(&program.plans[0]).1;
    assert_eq!(said.iter().map(|one| one.rule).collect::<Vec<_>>(), [Rule::TableEndsInMiddle]);
}

#[test]
fn cycles_are_counted_anew_in_each_block() {
    let said = |parts: &str| {
        let text = format!(
            "workout \"A\" < squat by cycle 5 then 4 then 3 >\nplan \"P\" cycles 6 of 1 weeks < {parts} >"
        );
        expand(&program(&text).plans[0]).1.iter().map(|one| one.rule).collect::<Vec<_>>()
    };
    let three = "cycles 1-3 < monday < do \"A\" > >";
    assert_eq!(said(three), []);
    assert_eq!(said("cycles 1-2 < monday < do \"A\" > >"), [Rule::NeverReached]);
    // It begins again in the second block, and ends in the middle.
    assert_eq!(said(&format!("{three} cycles 2-6 < friday < do \"A\" > >")), [Rule::TableEndsInMiddle]);
    // An item on a day that was taken away is no cut.
    assert_eq!(said(&format!("{three} cycle 3 < week 1 < monday instead < rest day > > >")), []);
}

#[test]
fn a_workout_on_its_own_is_that_of_its_first_turn() {
    let program = program(
        r#"
workout "Inner" < squat by week 5 then 4; session 2 < lunge 5 > >
workout "Outer" <
  do "Inner"
  circuit rounds by week 2 then 3 < week 2 < plank 10 >; push-up 10 +1 each week >
  circuit rounds 2 < cycle 2 < plank 10 > >
  in turn < dip 3; dip 4 >
>
workout "Plain" < squat 5 +1 each week >
"#,
    );
    let [_, outer, plain] = program.workouts.as_slice() else { panic!("three workouts") };
    assert_eq!(said(&alone(outer)), "(5000); circuit 2000 (10000 +1000 each week); 3000");
    assert!(Arc::ptr_eq(&alone(plain), plain));
}

/// Returns the title of each session of the only plan of a file, in order, and how many of them differ.
fn titles(text: &str) -> (Vec<String>, usize) {
    let program = program(text);
    let (calendar, _) = expand(&program.plans[0]);
    let sessions = calendar.days.iter().flat_map(|day| &day.sessions);
    let titles = sessions.map(|session| calendar.instance_of(session).workout.title.clone()).collect();
    (titles, calendar.distinct.len())
}

#[test]
fn a_text_names_its_session_where_steps_are_chosen() {
    let (titles, _) =
        titles(r#"plan "P" weeks 3 < monday < title "Session {session}"; squat 5; week 3 < plank 30s > > >"#);
    assert_eq!(titles, ["Session 1", "Session 2", "Session 3"]);
}

#[test]
fn what_is_not_done_does_not_make_sessions_differ() {
    let steps = [
        "in turn < squat 5; lunge 5 >; week 1 < plank 30s +5s each week >",
        "squat 5; session 2 < plank 30s +5s each cycle >",
        "squat 5; week 2 < note \"Week {week} of {phase}, session {session}\" >",
        // Words only differ where they are named.
        "squat by week 5 then 4; note \"Cycle {cycle}\"",
        "squat 5; note \"Cycle {cycle}\"",
    ];
    let distinct = steps.map(|steps| {
        let (titles, distinct) =
            titles(&format!("plan \"P\" cycles 2 of 4 weeks < monday < title \"A\"; {steps} > >"));
        assert_eq!(titles.len(), 8);
        distinct
    });
    assert_eq!(distinct, [3, 2, 3, 4, 2]);
}

#[test]
fn tables_of_tables_stop_at_the_limit() {
    let mut text = "squat 5".to_owned();
    for _ in 0..40 {
        text = format!("circuit rounds by week 2 then 3 < {text} >");
    }
    let (program, said) = super::checked(&text);
    assert!(program.workouts.is_empty());
    assert_eq!(said.iter().map(|one| one.rule).collect::<Vec<_>>(), [Rule::TooLong]);
}
