//! A month in the manner of Boris Sheiko: every day of every week has a row of its own.

use crate::date::Day;
use crate::load::{Load, kg};
use crate::table::{FRIDAY, MONDAY, Session, WEDNESDAY, sets_of};

/// A lift: what Irina lifts of it once, and what her bar weighs, in grams.
type Lift = (&'static str, Load, i64);

const SQUAT: Lift = ("back squat", kg(125_000), 20_000);
const BENCH: Lift = ("bench press", kg(77_500), 20_000);
const DEADLIFT: Lift = ("deadlift", kg(147_500), 25_000);

/// The rows of the four weeks.
type Rows = [&'static str; 4];

const SQUAT_ON_MONDAY: Rows = [
    "5@50 4@60 2x3@70 5x3@75",
    "5@50 5@60 2x5@70 5x4@75",
    "5@50 4@60 3@70 2x3@80 3x2@85",
    "5@50 3@60 4x3@70",
];
const BENCH_ON_MONDAY: Rows = [
    "5@50 4@60 2x3@70 6x3@80",
    "6@50 5@60 2x4@70 2x3@75 2x2@80 3@75 6@60",
    "5@50 3@60 2x3@70 4x3@80 2x2@85",
    "5@55 4@65 4x3@75",
];
const DEADLIFT_ON_WEDNESDAY: Rows = [
    "4@50 4@60 2x3@70 4x3@75",
    "4@50 3@60 2x3@70 3x3@80",
    "3@50 3@60 2x2@70 2x2@80 3x1@90",
    "3@50 3@60 3x2@70",
];
const BENCH_ON_WEDNESDAY: Rows = ["5@50 5@60 5x5@70", "5@50 4@60 5x4@75", "6@50 6@60 4x6@65", "5@50 3x4@60"];
const BENCH_ON_FRIDAY: Rows = [
    "5@50 4@60 3@70 5x3@80",
    "5@50 5@60 4@70 3@80 2x1@90 3x4@75",
    "4@50 4@60 2x3@70 5x2@80",
    "5@50 3@60 3x2@70",
];
const SQUAT_ON_FRIDAY: Rows =
    ["5@50 5@60 4x5@65", "4@50 4@60 2x3@70 4x2@80", "5@55 4@65 5x3@75", "4@50 3x3@60"];

/// The whole month.
pub fn sheiko() -> Vec<Session> {
    let mut table = Vec::new();
    for week in 0..4 {
        let day = |day, title, lifts: [(Lift, Rows, u32); 2]| {
            let mut session = Session::new(Day::of(1, 5).plus(week, day), title);
            for ((lift, max, bar), rows, rest) in lifts {
                session.sets(lift, &sets_of(rows[week], |percent| on_bar(max, bar, percent)), rest);
            }
            session
        };
        let lifts = [(SQUAT, SQUAT_ON_MONDAY, 180), (BENCH, BENCH_ON_MONDAY, 180)];
        let mut monday = day(MONDAY, "Squat and bench", lifts);
        monday.sets("good morning", &[(5, "5", on_bar(SQUAT.1, 20_000, 30))], 120);

        let lifts = [(DEADLIFT, DEADLIFT_ON_WEDNESDAY, 180), (BENCH, BENCH_ON_WEDNESDAY, 120)];
        let mut wednesday = day(WEDNESDAY, "Deadlift and bench", lifts);
        wednesday.plain_sets("back extension", 3, "10", 60).plain_sets("leg raise", 3, "15", 60);

        let lifts = [(BENCH, BENCH_ON_FRIDAY, 180), (SQUAT, SQUAT_ON_FRIDAY, 180)];
        let mut friday = day(FRIDAY, "Bench and squat", lifts);
        friday.plain_sets("dip", 5, "6", 90).plain_sets("dumbbell fly", 5, "10", 90);

        table.extend([monday, wednesday, friday]);
    }
    table
}

/// Returns a share of a max, as it can be put on a bar. The smallest discs weigh 2.5 kg, and there are two of them.
fn on_bar(max: Load, bar: i64, percent: i64) -> Load {
    max.percent(percent).on_bar(bar, 5000)
}
