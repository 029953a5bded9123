//! The advice that runners are given on strength work, held to the plan of the examples: as it is nothing is said of it,
//! and with one sentence of the advice broken, just that is said, of the right day.

use wodc::analysis::{ReadFile, Request, compile};
use wodc::diagnostic::Diagnostic;
use wodc::source::SourceFile;

const PLAN: &str = include_str!("../examples/runners-plan.wod");

struct Examples;

impl ReadFile for Examples {
    fn read(&self, path: &str) -> Result<String, String> {
        match path {
            "lower.wod" => Ok(include_str!("../examples/lower.wod").to_owned()),
            "core.wod" => Ok(include_str!("../examples/core.wod").to_owned()),
            "full-body.wod" => Ok(include_str!("../examples/full-body.wod").to_owned()),
            other => Err(format!("there is no {other}")),
        }
    }
}

fn said(text: &str) -> Vec<Diagnostic> {
    compile(SourceFile::new("plan.wod", text), &Request::default(), &Examples).diagnostics
}

/// Says what stands in the plan otherwise, and asserts that this gives one message, of this rule, that names this day.
fn assert_gives(change: impl Fn(&str) -> String, rule: &str, day: &str) {
    let changed = change(PLAN);
    assert_ne!(changed, PLAN);
    let said = said(&changed);
    let rules: Vec<_> = said.iter().map(|one| (one.rule.name(), one.message.as_str())).collect();
    assert_eq!(rules.len(), 1, "{rules:#?}");
    assert_eq!(rules[0].0, rule, "{rules:#?}");
    assert!(rules[0].1.contains(day), "{rules:#?}");
}

/// Adds a block at the end of the plan.
fn with(block: &str) -> impl Fn(&str) -> String {
    move |text| format!("{}  {block}\n>\n", text.strip_suffix(">\n").unwrap())
}

#[test]
fn nothing_is_said_of_the_plan_as_it_is() {
    let said = said(PLAN);
    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn one_strength_workout_a_week_until_all_three_have_been_done() {
    assert_gives(
        with(r#"week 2 < thursday < do "Full Body" > >"#),
        "new-strength-workouts",
        "week 2, Thursday",
    );
    assert_gives(with(r#"week 1 < thursday < do "Core" > >"#), "new-strength-workouts", "week 1, Thursday");
}

#[test]
fn then_two() {
    let all_known = |text: &str| {
        let known = text.replace("\"Full Body\"", "\"Core\"").replace("use \"full-body.wod\"\n", "");
        with(r#"week 3 < monday, thursday < do "Core" > >"#)(&known)
    };
    assert_gives(all_known, "early-strength", "week 3, Thursday");
}

#[test]
fn never_on_rest_days() {
    assert_gives(with(r#"week 5 < friday < do "Core" > >"#), "rest-day", "rest day");
}

#[test]
fn never_on_top_of_the_long_run() {
    assert_gives(with(r#"week 5 < saturday < do "Core" > >"#), "strength-on-long-run", "week 5, Saturday");
}

#[test]
fn not_with_the_legs_on_the_day_before_it() {
    let block = r#"week 5 < friday instead < do "Lower Body Blast" > >"#;
    assert_gives(with(block), "long-run-on-tired-legs", "week 5, Saturday");
    let said = said(&with(r#"week 5 < friday instead < do "Core" > >"#)(PLAN));
    assert!(said.is_empty(), "the trunk is no leg: {said:#?}");
}

#[test]
fn a_day_off_a_week() {
    let block = "week 5 < monday < cross-training 40min >; friday instead < cross-training 40min >; \
                 sunday instead < cross-training 40min > >";
    assert_gives(with(block), "no-day-off", "week 5");
}

#[test]
fn no_more_than_two_hard_days_in_a_row() {
    let block =
        "week 5 < thursday < cross-training 30min @ hard >; friday instead < cross-training 30min @ hard > >";
    assert_gives(with(block), "hard-days-in-a-row", "week 5, Friday");
}

#[test]
fn no_more_than_a_tenth_more_on_foot() {
    assert_gives(with("week 5 < saturday instead < long run 22km > >"), "distance-jump", "week 5");
}

#[test]
fn an_easier_week_now_and_then() {
    let without = |text: &str| text.replace("  week 4 < saturday instead < easy run 5km > >\n", "");
    assert_gives(without, "no-easier-week", "weeks 1 to 5");
}

#[test]
fn fresh_into_the_race() {
    let race = "week 6 instead < tuesday < easy run 5km >; friday < tempo run 5km >; \
                sunday < race day \"City 10k\" > >";
    assert_gives(with(race), "hard-before-race", "week 6, Friday");
    let rested = "week 6 instead < tuesday < easy run 5km >; sunday < race day \"City 10k\" > >";
    let said = said(&with(rested)(PLAN));
    assert!(said.is_empty(), "{said:#?}");
}
