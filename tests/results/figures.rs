//! The first figures of a year that goes well, and of one in which everything is missed, worked out by hand.

use crate::made_up::{Year, made_up};
use crate::program::Program;
use crate::read::{json, table};
use crate::{linear, lines, ranges, text_of, waves};

/// Returns what is done of a movement in each session of a title, sets that are alike as one: `5x3 @ 70kg`.
fn course(name: &str, program: &Program, year: Year, title: &str, movement: &str) -> Vec<String> {
    let (done, _) = made_up(program, year);
    let mut course: Vec<Vec<(usize, String)>> = Vec::new();
    let mut is_of_title = false;
    for line in table(&json(&text_of(name), &lines::write(&done))) {
        if line.starts_with("202") {
            is_of_title = line.contains(title);
            course.push(Vec::new());
        } else if let (true, Some(set)) = (is_of_title, line.strip_prefix(movement)) {
            let sets = course.last_mut().unwrap();
            match sets.last_mut() {
                Some((count, last)) if last == set.trim() => *count += 1,
                _ => sets.push((1, set.trim().to_owned())),
            }
        }
    }
    let text = |sets: &Vec<(usize, String)>| {
        let groups = sets.iter().map(|(count, set)| format!("{count}x{set}"));
        groups.collect::<Vec<_>>().join(", ")
    };
    course.iter().filter(|sets| !sets.is_empty()).map(text).collect()
}

/// Asserts that a course begins like this; of figures that are said once, each session has one.
fn assert_begins(course: &[String], expected: &[&str]) {
    assert_eq!(course[..expected.len().min(course.len())], *expected);
}

#[test]
fn stronglifts_goes_up_each_day_and_down_a_tenth_after_three_misses() {
    let program = linear::stronglifts();
    let squats = |year| course("stronglifts", &program, year, "Workout", "back squat");
    let well = squats(Year::Well);
    assert_begins(&well, &["5x5 @ 40kg", "5x5 @ 42.5kg", "5x5 @ 45kg", "5x5 @ 47.5kg"]);
    // 155 days later, 2.5 kg on each.
    assert_eq!(well.last().unwrap(), "5x5 @ 427.5kg");
    let missed = squats(Year::Missed);
    // 40, 36, 32.4, 29.16, 26.244, 23.62, 21.258 and 19.13 kg, in steps of 2.5 kg and not below the bar.
    let loads = ["40", "35", "32.5", "30", "25", "22.5", "22.5", "20", "20"];
    let expected: Vec<String> =
        loads.into_iter().flat_map(|load| [(); 3].map(|()| format!("5x5 @ {load}kg"))).collect();
    assert_eq!(missed[..expected.len()], expected);
    assert!(missed[expected.len()..].iter().all(|sets| sets == "5x5 @ 20kg"));
    let pulls = course("stronglifts", &program, Year::Well, "Workout B", "deadlift");
    assert_begins(&pulls, &["1x5 @ 50kg", "1x5 @ 55kg", "1x5 @ 60kg"]);
}

#[test]
fn gzclp_goes_through_its_schemes() {
    let program = linear::gzclp();
    let squats = |year, title| course("gzclp", &program, year, title, "back squat");
    let heavy = squats(Year::Missed, "Back squat and");
    // 70 kg, 59.5 kg, 50.575 kg.
    assert_begins(
        &heavy,
        &["5x3 @ 70kg", "6x2 @ 70kg", "10x1 @ 70kg", "5x3 @ 60kg", "6x2 @ 60kg", "10x1 @ 60kg", "5x3 @ 50kg"],
    );
    let moderate = squats(Year::Missed, "Bench press and");
    assert_begins(&moderate, &["3x10 @ 50kg", "3x8 @ 50kg", "3x6 @ 50kg", "3x10 @ 50kg", "3x8 @ 50kg"]);
    let well = squats(Year::Well, "Back squat and");
    assert_begins(&well, &["5x3 @ 70kg", "5x3 @ 75kg", "5x3 @ 80kg"]);
    // Fifteen repetitions in the last set are not 25.
    let light = course("gzclp", &program, Year::Well, "press", "lat pulldown");
    assert!(light.len() > 70 && light.iter().all(|sets| sets == "3x15 @ 30kg"));
}

#[test]
fn greyskull_goes_by_its_open_set() {
    let program = linear::greyskull();
    let pulls = |year| course("greyskull", &program, year, "Bench press and deadlift", "deadlift");
    assert_begins(&pulls(Year::Well), &["1x5 @ 80kg", "1x5 @ 82.5kg", "1x5 @ 85kg"]);
    // 80, 72, 64.8, 58.32 and 52.488 kg.
    let missed = ["1x5 @ 80kg", "1x5 @ 72.5kg", "1x5 @ 65kg", "1x5 @ 57.5kg", "1x5 @ 52.5kg"];
    assert_begins(&pulls(Year::Missed), &missed);
}

#[test]
fn madcow_goes_up_by_a_fortieth() {
    let program = linear::madcow();
    let squats = course("madcow", &program, Year::Well, "Monday", "back squat");
    // Of 100 kg: 102.5, 105.0625, 107.689 kg; of 50 kg: 51.25, which is between two, 52.53, 53.84 kg.
    assert_begins(
        &squats,
        &[
            "1x5 @ 50kg, 1x5 @ 62.5kg, 1x5 @ 75kg, 1x5 @ 87.5kg, 1x5 @ 100kg",
            "1x5 @ 50kg, 1x5 @ 65kg, 1x5 @ 77.5kg, 1x5 @ 90kg, 1x5 @ 102.5kg",
            "1x5 @ 52.5kg, 1x5 @ 65kg, 1x5 @ 80kg, 1x5 @ 92.5kg, 1x5 @ 105kg",
            "1x5 @ 55kg, 1x5 @ 67.5kg, 1x5 @ 80kg, 1x5 @ 95kg, 1x5 @ 107.5kg",
        ],
    );
}

#[test]
fn five_three_one_goes_up_each_cycle() {
    let program = waves::five_three_one();
    let squats = course("five-three-one", &program, Year::Missed, "Back squat day", "back squat");
    // 126 kg: 81.9, 94.5, 107.1 kg, and so on. Four weeks later 131 kg: 111.35 kg.
    assert_begins(
        &squats,
        &[
            "1x5 @ 82.5kg, 1x5 @ 95kg, 1x5 @ 107.5kg",
            "1x3 @ 87.5kg, 1x3 @ 100kg, 1x3 @ 112.5kg",
            "1x5 @ 95kg, 1x3 @ 107.5kg, 1x1 @ 120kg",
            "1x5 @ 50kg, 1x5 @ 62.5kg, 1x5 @ 75kg",
            "1x5 @ 85kg, 1x5 @ 97.5kg, 1x5 @ 112.5kg",
        ],
    );
}

#[test]
fn ranges_and_holds_go_up_one_step_each() {
    let upper = ranges::double_progression();
    let raises = course("double-progression", &upper, Year::Well, "Upper", "lateral raise");
    let twice = ["3x12-15 @ 2x7.5kg", "3x12-15 @ 2x7.5kg", "3x12-15 @ 2x10kg", "3x12-15 @ 2x10kg"];
    assert_begins(&raises, &twice);
    let holds = ranges::holds();
    let planks = |year| course("holds", &holds, year, "Trunk", "plank");
    assert_begins(&planks(Year::Well), &["3x30s", "3x35s", "3x40s"]);
    assert_begins(&planks(Year::Missed), &["3x30s", "3x30s", "3x25s", "3x25s", "3x20s"]);
    // In the end a second is left.
    assert_eq!(planks(Year::Missed).last().unwrap(), "3x1s");
    let helped = course("holds", &holds, Year::Well, "Carries", "band-assisted pull-up");
    assert_begins(&helped, &["3x5 @ -40kg", "3x5 @ -37.5kg", "3x5 @ -35kg"]);
}
