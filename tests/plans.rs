//! Plans from their text to what is written of them: each session of twelve weeks against a table that was worked out
//! elsewhere, and what weeks add up to.

use serde_json::Value;
use wodc::analysis::{NoFiles, Request, compile};
use wodc::emit::Format;
use wodc::source::SourceFile;

fn document(source: &str) -> Value {
    let request = Request { formats: vec![Format::JSON], ..Request::default() };
    let built = compile(SourceFile::new("plan.wod", source), &request, &NoFiles);
    assert!(!built.has_errors(), "{:#?}", built.diagnostics);
    serde_json::from_str(built.outputs[0].content.as_text().unwrap()).unwrap()
}

fn plan(source: &str) -> Value {
    document(source)["plans"][0].take()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Calls `visit` with each session of a plan: its week, its day, itself, and its workout.
fn each_session(plan: &Value, visit: &mut dyn FnMut(&Value, &Value, &Value, &Value)) {
    for week in list(&plan["weeks"]) {
        for day in list(&week["days"]) {
            for session in list(&day["sessions"]) {
                let workout = &plan["workouts"][session["workout"].as_u64().unwrap() as usize];
                visit(week, day, session, workout);
            }
        }
    }
}

fn work(workout: &Value) -> Vec<&Value> {
    list(&workout["timeline"]).iter().filter(|segment| segment["kind"] == "work").collect()
}

const TWELVE_WEEKS: &str = r#"
workout "Strength" < back squat 5x5 @ 60kg +2.5kg each session rest 3min >
plan "Twelve weeks" weeks 12 starts 2025-12-08 <
  every week <
    monday, thursday < do "Strength" >
    saturday < long run 10km +10% each week >
  >
  weeks 4, 8, 12 <
    monday instead < do "Strength" sets 50% load 90% >
    thursday instead < do "Strength" sets 50% load 90% >
    saturday instead < easy run 8km >
  >
>
"#;

/// Worked out by decimal arithmetic and a calendar: 60 kg and 2.5 kg for each session before, in the easier weeks nine
/// tenths of that and half of five sets, which is three; 10 km and a tenth more for each week of the calendar, to the nearest
/// metre.
const TABLE: &str = "
 1 2025-12-08 Strength  5x5 60kg
 1 2025-12-11 Strength  5x5 62.5kg
 1 2025-12-13 Long run  10000m
 2 2025-12-15 Strength  5x5 65kg
 2 2025-12-18 Strength  5x5 67.5kg
 2 2025-12-20 Long run  11000m
 3 2025-12-22 Strength  5x5 70kg
 3 2025-12-25 Strength  5x5 72.5kg
 3 2025-12-27 Long run  12100m
 4 2025-12-29 Strength  3x5 67.5kg
 4 2026-01-01 Strength  3x5 70kg
 4 2026-01-03 Easy run  8000m
 5 2026-01-05 Strength  5x5 80kg
 5 2026-01-08 Strength  5x5 82.5kg
 5 2026-01-10 Long run  14641m
 6 2026-01-12 Strength  5x5 85kg
 6 2026-01-15 Strength  5x5 87.5kg
 6 2026-01-17 Long run  16105m
 7 2026-01-19 Strength  5x5 90kg
 7 2026-01-22 Strength  5x5 92.5kg
 7 2026-01-24 Long run  17716m
 8 2026-01-26 Strength  3x5 85kg
 8 2026-01-29 Strength  3x5 87.5kg
 8 2026-01-31 Easy run  8000m
 9 2026-02-02 Strength  5x5 100kg
 9 2026-02-05 Strength  5x5 102.5kg
 9 2026-02-07 Long run  21436m
10 2026-02-09 Strength  5x5 105kg
10 2026-02-12 Strength  5x5 107.5kg
10 2026-02-14 Long run  23579m
11 2026-02-16 Strength  5x5 110kg
11 2026-02-19 Strength  5x5 112.5kg
11 2026-02-21 Long run  25937m
12 2026-02-23 Strength  3x5 102.5kg
12 2026-02-26 Strength  3x5 105kg
12 2026-02-28 Easy run  8000m
";

#[test]
fn each_session_of_twelve_weeks_is_as_in_a_table() {
    let mut written = String::new();
    each_session(&plan(TWELVE_WEEKS), &mut |week, day, session, workout| {
        let bouts = work(workout);
        let dose = match &bouts[0]["targets"][0]["amount"]["text"] {
            Value::String(load) => {
                for bout in &bouts {
                    assert_eq!(bout["targets"][0]["amount"]["text"], load.as_str());
                    assert_eq!(bout["reps"], 5);
                }
                format!("{}x5 {load}", bouts.len())
            }
            _ => format!("{}m", bouts[0]["distance_m"].as_f64().unwrap()),
        };
        let (title, date) = (session["title"].as_str().unwrap(), day["date"].as_str().unwrap());
        written.push_str(&format!("{:2} {date} {title:9} {dose}\n", week["week"].as_u64().unwrap()));
    });
    assert_eq!(written, TABLE.trim_start_matches('\n'));
}

/// The published percentages of the training max (Wendler, "5/3/1", 2009): three weeks and the deload.
const FIVE_THREE_ONE: [[i64; 3]; 4] = [[65, 75, 85], [70, 80, 90], [75, 85, 95], [40, 50, 60]];

/// What Sam lifts once, in kilograms, by the lift of the day.
const MAXES: [(&str, i64); 4] = [("Press", 65), ("Deadlift", 170), ("Bench", 95), ("Squat", 140)];

#[test]
fn the_example_of_five_three_one_comes_to_the_published_loads() {
    let mut lifted = 0;
    each_session(
        &plan(include_str!("../examples/five-three-one-cycle.wod")),
        &mut |week, _, session, workout| {
            let title = session["title"].as_str().unwrap();
            let (_, max) = MAXES.iter().find(|(lift, _)| title.starts_with(lift)).unwrap();
            let percents = FIVE_THREE_ONE[week["week"].as_u64().unwrap() as usize - 1];
            let main: Vec<_> =
                work(workout).into_iter().filter(|set| set["targets"][0]["own"].is_object()).collect();
            for (set, percent) in main[main.len() - 3..].iter().zip(percents) {
                // In thousandths of a kilogram, to the nearest 2.5 kg, ties down: nine tenths of the max are the training max.
                let exact = max * 9 * percent;
                let steps = (exact - 1 + 1_250) / 2_500;
                let load = steps as f64 * 2.5;
                assert_eq!(
                    set["targets"][0]["own"]["amount"]["value"].as_f64(),
                    Some(load),
                    "{title}: {percent} %"
                );
                lifted += 1;
            }
        },
    );
    assert_eq!(lifted, 4 * 4 * 3);
}

#[test]
fn what_is_the_same_is_there_once() {
    let plan = plan(
        r#"
workout "Core" < plank 3x30s rest 30s >
plan "P" weeks 52 < every week < monday, friday < do "Core" >; saturday < easy run 5km > > >
"#,
    );
    assert_eq!(list(&plan["workouts"]).len(), 2);
    let mut sessions = 0;
    each_session(&plan, &mut |_, _, _, _| sessions += 1);
    assert_eq!(sessions, 52 * 3);
}

#[test]
fn weeks_add_up() {
    let plan = plan(
        r#"
workout "Legs" < warmup < squat 10 >; back squat 5x5 @ 100kg rest 2min; lunge 3x10 per leg @ 2x10kg rest 60s >
plan "P" weeks 1 <
  every week <
    monday < do "Legs" >
    tuesday < easy run 5km; bike 30min @ zone 2 >
    wednesday < do "Legs" sets 40% >
    thursday < warmup < jog 10min >; circuit rounds 6 < run 800m @ hard; jog 400m > >
    saturday < long run 16km >
  >
>
"#,
    );
    let week = &plan["weeks"][0];
    assert_eq!((&week["sessions"], &week["strength_sessions"]), (&5.into(), &2.into()));
    assert_eq!(
        (&week["hard_days"], &week["easy_days"], &week["rest_days"]),
        (&2.into(), &1.into(), &2.into()),
        "the intervals and the long run are hard, and nothing says so of the legs"
    );
    let load = &week["load"];
    let distances: Vec<_> = list(&load["distances"])
        .iter()
        .map(|one| (one["by"].as_str().unwrap(), &one["distance_m"]))
        .collect();
    let jogged = 10 * 60 * 1000 / 420;
    assert_eq!(distances[0].0, "foot");
    let on_foot = distances[0].1.as_f64().unwrap();
    assert!((on_foot - f64::from(5_000 + 6 * 1_200 + 16_000 + jogged)).abs() < 400.0, "{on_foot}");
    assert_eq!(load["distance_estimated"], true, "ten minutes of jogging are about so far");
    // 5 sets and 3 on each leg; then two fifths of both: 2 and 2.
    assert_eq!(load["sets"], 5 + 3 + 2 + 2);
    // 25 repetitions with 100 kg and 60 with twice 10 kg; then 10 and 40.
    assert_eq!(load["volume_kg"], 2_500 + 1_200 + 1_000 + 800);
    let quads = list(&load["muscle_sets"]).iter().find(|one| one["muscle"] == "quads").unwrap();
    assert_eq!(quads["sets"], 12);
    assert!(load["intensity_ms"]["hard"].as_i64().unwrap() > 0);
}

#[test]
fn an_amrap_counts_the_rounds_that_there_is_time_for() {
    let plan = plan(
        r#"
plan "P" weeks 1 < every week < monday < amrap 10min < kettlebell swing 30s @ 24kg; push-up 30s > > > >
"#,
    );
    let load = &plan["weeks"][0]["load"];
    assert_eq!(load["sets"], 20);
    assert_eq!(load["intensity_ms"]["hard"], 600_000);
}

#[test]
fn estimated_rounds_of_an_amrap_are_marked_in_the_sums() {
    let week = |day: &str| {
        plan(&format!("plan \"P\" weeks 1 < every week < monday < {day} > > >"))["weeks"][0]["load"].clone()
    };
    let amrap = week("amrap 10min < goblet squat 30s @ 24kg; run 30s @ 5:00/km >");
    assert_eq!((&amrap["sets_estimated"], &amrap["distance_estimated"]), (&true.into(), &true.into()));
    let reps = week("amrap 10min < goblet squat 10 @ 24kg >");
    assert_eq!(reps["volume_estimated"], true);
    let rounds = week("circuit rounds 10 < goblet squat 30s @ 24kg; run 100m >");
    assert!(
        ["sets_estimated", "volume_estimated", "distance_estimated"].iter().all(|key| rounds[key].is_null()),
        "{rounds}"
    );
}

#[test]
fn a_buy_in_leaves_less_time_for_the_rounds_of_an_amrap() {
    let sets = |amrap: &str| {
        let text = format!("plan \"P\" weeks 1 < every week < monday < amrap 10min < {amrap} > > > >");
        plan(&text)["weeks"][0]["load"]["sets"].as_f64().unwrap()
    };
    let rounds = "kettlebell swing 30s @ 24kg; push-up 30s";
    assert_eq!(sets(rounds), 20.0);
    // Five minutes are left for five rounds of two sets, beside the one of the buy-in.
    assert_eq!(sets(&format!("buy-in < wall sit 5min >; {rounds}")), 11.0);
    assert_eq!(sets(&format!("{rounds}; cash-out < wall sit 5min >")), 11.0);
}

#[test]
fn a_mass_on_a_percentage_grows_from_nothing() {
    let targets = |target: &str, athlete: &str| {
        let text = format!(
            "{athlete}\nplan \"P\" weeks 3 < every week < monday < back squat 6x6 @ {target} rest 3min > > >"
        );
        let mut loads = Vec::new();
        each_session(&plan(&text), &mut |_, _, _, workout| {
            let target = &work(workout)[0]["targets"][0];
            let own = target["own"]["text"].as_str();
            loads.push(own.unwrap_or(target["text"].as_str().unwrap()).to_owned());
        });
        loads
    };
    assert_eq!(targets("70% +5kg each week", ""), ["70%", "70% +5kg", "70% +10kg"]);
    assert_eq!(targets("70% -5lb each week", ""), ["70%", "70% -5lb", "70% -10lb"]);
    let athlete = "athlete \"Bo\" < max back squat 140kg >";
    // 98 kg, 103 kg and 108 kg, to the nearest that can be put on the bar.
    assert_eq!(targets("70% +5kg each week", athlete), ["97.5kg", "102.5kg", "107.5kg"]);
    let athlete = "athlete \"Bo\" < max back squat 140kg; training max 90%; units lb >";
    // 88.2 kg are 194.4 lb, and 10 kg 22 lb.
    assert_eq!(targets("70% +10kg each week of training max", athlete), ["195lb", "215lb", "240lb"]);
}

#[test]
fn a_rep_max_is_a_load_by_the_published_line() {
    let target = |text: &str| {
        let text = format!("{text}\nplan \"P\" weeks 1 < week 1 < monday < bench press 8 @ 10rm > > >");
        let plan = plan(&text);
        let mut targets = Vec::new();
        each_session(&plan, &mut |_, _, _, workout| targets.push(work(workout)[0]["targets"][0].clone()));
        targets.remove(0)
    };
    let plain = target("");
    assert_eq!((&plain["kind"], &plain["amount"]["value"]), (&"rep_max".into(), &10.into()));
    assert!(plain["own"].is_null());
    let own = target("athlete \"Bo\" < max bench press 100kg >");
    assert_eq!(own["own"]["text"], "75kg", "27 of 36 parts of the max");
    assert!(target("athlete \"Bo\" < max deadlift 100kg >")["own"].is_null());
}

/// Returns what a week of one day adds up to.
fn one_day(day: &str) -> Value {
    plan(&format!("plan \"P\" weeks 1 < week 1 < monday < {day} > > >"))["weeks"][0].clone()
}

#[test]
fn a_rest_in_motion_and_a_carry_are_on_foot() {
    let on_foot = |day: &str| {
        let load = &one_day(day)["load"];
        list(&load["distances"]).iter().find(|one| one["by"] == "foot").map(|one| one["distance_m"].clone())
    };
    assert_eq!(on_foot("run 4x400m rest jog 200m"), Some((4 * 400 + 3 * 200).into()));
    assert_eq!(on_foot("circuit rounds 3 < run 400m; rest walk 100m >"), Some((3 * 500).into()));
    assert_eq!(on_foot("farmer's carry 4x50m @ 2x24kg rest 60s"), Some(200.into()));
    assert_eq!(on_foot("farmer's carry 4x30s @ 2x24kg rest 60s"), None);
    assert_eq!(on_foot("ruck 5km @ 15kg"), Some(5_000.into()));
    assert_eq!(one_day("run 4x400m @ hard rest jog 3min")["load"]["intensity_ms"]["easy"], 3 * 3 * 60_000);
}

#[test]
fn a_day_that_does_not_say_how_hard_it_is_is_neither_hard_nor_easy() {
    let days = |day: &str| {
        let week = one_day(day);
        ["hard_days", "easy_days", "rest_days"].map(|key| week[key].as_i64().unwrap())
    };
    for day in
        ["pull-up 5 x max rest 2min", "bench press 3x5+ @ 60kg rest 2min", "squat 5x5 rest 2min", "run 5km"]
    {
        assert_eq!(days(day), [0, 0, 6], "{day}");
    }
    for day in
        ["bench press 3x5+ @ 80% rest 2min", "back squat 3x5 @ 85% rest 2min", "squat 3x5 @ rpe 8 rest 2min"]
    {
        assert_eq!(days(day), [1, 0, 6], "{day}");
    }
    for day in [
        "easy run 5km",
        "run 5km @ zone 2",
        "back squat 3x5 @ 70% rest 2min",
        "cat-cow 10",
        "squat 3x5 @ rpe 6 rest 2min",
    ] {
        assert_eq!(days(day), [0, 1, 6], "{day}");
    }
    assert_eq!(days("squat 5x5 rest 2min; run 5x1km @ hard rest 2min"), [1, 0, 6]);
}
