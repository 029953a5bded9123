//! Programs of strength whose weeks go up and down: 5/3/1, nSuns, Smolov.

use crate::date::Day;
use crate::load::{Load, kg, lb};
use crate::table::{FRIDAY, MONDAY, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY};
use crate::table::{Session, capitalised, sets_of};

/// The Monday on which these programs start.
fn start() -> Day {
    Day::of(1, 5)
}

/// 5/3/1: loads are parts of a training max, nine tenths of what the athlete lifts once, which rises by 5 kg, or by
/// 2.5 kg for the lifts of the upper body, with each cycle of four weeks.
pub fn five_three_one() -> Vec<Session> {
    const UPPER: [(&str, &str); 2] = [("dip", "10"), ("chin-up", "10")];
    const LOWER: [(&str, &str); 2] = [("leg curl", "10"), ("leg raise", "15")];
    const WAVE: [&str; 3] = ["5@65 5@75 5+@85", "3@70 3@80 3+@90", "5@75 3@85 1+@95"];
    let days = [
        (MONDAY, "overhead press", 65_000, 2500, UPPER),
        (TUESDAY, "deadlift", 170_000, 5000, LOWER),
        (THURSDAY, "bench press", 95_000, 2500, UPPER),
        (FRIDAY, "back squat", 140_000, 5000, LOWER),
    ];
    let mut table = Vec::new();
    for week in 0..12 {
        let cycle = week / 4;
        for (day, lift, max, raise, helpers) in days {
            let training_max = kg(max).percent(90).plus(raise * i64::try_from(cycle).unwrap());
            let share = |percent| training_max.percent(percent).to_step(2500);
            let title = format!("{} day (cycle {})", capitalised(lift), cycle + 1);
            let mut session = Session::new(start().plus(week, day), title);
            session.sets(lift, &sets_of("5@40 5@50", share), 60);
            match WAVE.get(week % 4) {
                None => session.loaded(lift, "5", share(60)),
                Some(sets) => {
                    session.sets(lift, &sets_of(sets, share), 180).rest(120).rounds(5, 90, |round| {
                        helpers.iter().for_each(|(name, dose)| _ = round.bout(name, dose))
                    })
                }
            };
            table.push(session);
        }
    }
    table
}

/// A main lift or a second one: its name, the max that it is counted from, in pounds, and its sets.
type Lift = (&'static str, i64, &'static str);

/// What is done at the end of a day: a movement, its sets, its repetitions, and the seconds of rest.
type Extra = (&'static str, usize, &'static str, u32);

/// The maxes that nSuns counts from.
const SQUAT: i64 = 285;
const BENCH: i64 = 205;
const DEADLIFT: i64 = 365;
const PRESS: i64 = 130;

const LIGHTER_NINE: &str = "8@65 6@75 3x4@85 5@80 6@75 7@70 8+@65";
const NINE_OF_PRESSES: &str = "5@75 3@85 1+@95 3@90 5@85 3@80 5@75 3@70 5+@65";
const NINE_OF_SQUATS: &str = "5@75 3@85 1+@95 3@90 3@85 3@80 5@75 5@70 5+@65";
const NINE_OF_DEADLIFTS: &str = "5@75 3@85 1+@95 3@90 3@85 3@80 3@75 3@70 3+@65";
const EIGHT_FROM_BENCH: &str = "6@40 5@50 3@60 5@60 7@60 4@60 6@60 8@60";

/// The days of nSuns: title, warm-up, main lift, second lift, the rest.
const NSUNS: [(&str, &str, Lift, Lift, &[Extra]); 5] = [
    (
        "Bench and overhead press",
        "8@40 5@55",
        ("bench press", BENCH, LIGHTER_NINE),
        ("overhead press", PRESS, "6@50 5@60 3@70 5@70 7@70 4@70 6@70 8@70"),
        &[("lat pulldown", 4, "10", 60), ("triceps pushdown", 4, "12", 60)],
    ),
    (
        "Squat and sumo deadlift",
        "5@40 3@60",
        ("back squat", SQUAT, NINE_OF_SQUATS),
        ("sumo deadlift", DEADLIFT, "5@50 5@60 3@70 5@70 7@70 4@70 6@70 8@70"),
        &[("leg curl", 4, "10", 60), ("hanging leg raise", 4, "8", 60)],
    ),
    (
        "Overhead press and incline bench",
        "5@40 3@60",
        ("overhead press", PRESS, NINE_OF_PRESSES),
        ("incline bench press", BENCH, EIGHT_FROM_BENCH),
        &[("lateral raise", 4, "15", 60), ("hammer curl", 4, "10", 60)],
    ),
    (
        "Deadlift and front squat",
        "5@40 3@60",
        ("deadlift", DEADLIFT, NINE_OF_DEADLIFTS),
        ("front squat", SQUAT, "5@35 5@45 3@55 5@55 7@55 4@55 6@55 8@55"),
        &[("back extension", 4, "10", 60)],
    ),
    (
        "Bench and close-grip bench",
        "5@40 3@60",
        ("bench press", BENCH, NINE_OF_PRESSES),
        ("close-grip bench press", BENCH, EIGHT_FROM_BENCH),
        &[("dip", 4, "10", 90)],
    ),
];

/// nSuns: nine sets of a main lift, then eight of a second one whose loads are counted from a main lift as well. All
/// maxes rise by 5 lb a week. Loads go to 5 lb.
pub fn nsuns() -> Vec<Session> {
    let mut table = Vec::new();
    for week in 0..4 {
        for (day, (title, warm_up, main, second, extras)) in NSUNS.into_iter().enumerate() {
            let of = |pounds: i64| {
                let max = lb(pounds + 5 * i64::try_from(week).unwrap());
                move |percent| max.percent(percent).to_step(5000)
            };
            let mut session = Session::new(start().plus(week, day), title);
            session.sets(main.0, &sets_of(warm_up, of(main.1)), 60);
            session.sets(main.0, &sets_of(main.2, of(main.1)), 120).rest(120);
            session.sets(second.0, &sets_of(second.2, of(second.1)), 90);
            for (movement, sets, reps, rest) in extras {
                session.plain_sets(movement, *sets, reps, *rest);
            }
            table.push(session);
        }
    }
    table
}

/// Smolov's base phase: the same four days for three weeks, 10 kg and then 15 kg heavier than in the first.
pub fn smolov_base() -> Vec<Session> {
    const MAX: Load = kg(120_000);
    const DAYS: [(usize, &str, i64); 4] =
        [(MONDAY, "4x9", 70), (WEDNESDAY, "5x7", 75), (FRIDAY, "7x5", 80), (SATURDAY, "10x3", 85)];
    let mut table = Vec::new();
    for (week, more) in [0, 10_000, 15_000].into_iter().enumerate() {
        for (day, dose, percent) in DAYS {
            let mut session = Session::new(start().plus(week, day), format!("Squat {dose}"));
            let load = |more| move |percent| MAX.percent(percent).plus(more).to_step(2500);
            session.sets("back squat", &sets_of("5@40 3@55", load(0)), 60);
            session.sets("back squat", &sets_of(&format!("{dose}@{percent}"), load(more)), 240);
            table.push(session);
        }
    }
    let mut session = Session::new(start().plus(3, SATURDAY), "New max");
    session.bout("back squat", "build to 1 in 30min");
    table.push(session);
    table
}
