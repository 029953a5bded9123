//! A month in the manner of Boris Sheiko: every day of every week has a row of its own.

use crate::date::Day;
use crate::load::{Load, kg};
use crate::table::Session;

/// Sets, repetitions and per cent of the max.
type Row = &'static [(usize, &'static str, i64)];

const SQUAT_ON_MONDAY: [Row; 4] = [
    &[(1, "5", 50), (1, "4", 60), (2, "3", 70), (5, "3", 75)],
    &[(1, "5", 50), (1, "5", 60), (2, "5", 70), (5, "4", 75)],
    &[(1, "5", 50), (1, "4", 60), (1, "3", 70), (2, "3", 80), (3, "2", 85)],
    &[(1, "5", 50), (1, "3", 60), (4, "3", 70)],
];
const BENCH_ON_MONDAY: [Row; 4] = [
    &[(1, "5", 50), (1, "4", 60), (2, "3", 70), (6, "3", 80)],
    &[(1, "6", 50), (1, "5", 60), (2, "4", 70), (2, "3", 75), (2, "2", 80), (1, "3", 75), (1, "6", 60)],
    &[(1, "5", 50), (1, "3", 60), (2, "3", 70), (4, "3", 80), (2, "2", 85)],
    &[(1, "5", 55), (1, "4", 65), (4, "3", 75)],
];
const DEADLIFT_ON_WEDNESDAY: [Row; 4] = [
    &[(1, "4", 50), (1, "4", 60), (2, "3", 70), (4, "3", 75)],
    &[(1, "4", 50), (1, "3", 60), (2, "3", 70), (3, "3", 80)],
    &[(1, "3", 50), (1, "3", 60), (2, "2", 70), (2, "2", 80), (3, "1", 90)],
    &[(1, "3", 50), (1, "3", 60), (3, "2", 70)],
];
const BENCH_ON_WEDNESDAY: [Row; 4] = [
    &[(1, "5", 50), (1, "5", 60), (5, "5", 70)],
    &[(1, "5", 50), (1, "4", 60), (5, "4", 75)],
    &[(1, "6", 50), (1, "6", 60), (4, "6", 65)],
    &[(1, "5", 50), (3, "4", 60)],
];
const BENCH_ON_FRIDAY: [Row; 4] = [
    &[(1, "5", 50), (1, "4", 60), (1, "3", 70), (5, "3", 80)],
    &[(1, "5", 50), (1, "5", 60), (1, "4", 70), (1, "3", 80), (2, "1", 90), (3, "4", 75)],
    &[(1, "4", 50), (1, "4", 60), (2, "3", 70), (5, "2", 80)],
    &[(1, "5", 50), (1, "3", 60), (3, "2", 70)],
];
const SQUAT_ON_FRIDAY: [Row; 4] = [
    &[(1, "5", 50), (1, "5", 60), (4, "5", 65)],
    &[(1, "4", 50), (1, "4", 60), (2, "3", 70), (4, "2", 80)],
    &[(1, "5", 55), (1, "4", 65), (5, "3", 75)],
    &[(1, "4", 50), (3, "3", 60)],
];

/// A lift, what Irina lifts of it once, and what her bar weighs.
type Lift = (&'static str, Load, i64);

const SQUAT: Lift = ("back squat", kg(125_000), 20_000);
const BENCH: Lift = ("bench press", kg(77_500), 20_000);
const DEADLIFT: Lift = ("deadlift", kg(147_500), 25_000);

/// The whole month.
pub fn sheiko() -> Vec<Session> {
    let mut table = Vec::new();
    for week in 0..4 {
        let day = |day, title, first: (Lift, Row, u32), second: (Lift, Row, u32)| {
            let mut session = Session::new(Day::of(1, 5).plus(week, day), title);
            for ((lift, max, bar), row, rest) in [first, second] {
                let load = |percent| on_bar(max, bar, percent);
                let sets: Vec<_> =
                    row.iter().map(|&(sets, reps, percent)| (sets, reps, load(percent))).collect();
                session.sets(lift, &sets, rest);
            }
            session
        };
        let squat = (SQUAT, SQUAT_ON_MONDAY[week], 180);
        let mut monday = day(0, "Squat and bench", squat, (BENCH, BENCH_ON_MONDAY[week], 180));
        monday.sets("good morning", &[(5, "5", on_bar(SQUAT.1, 20_000, 30))], 120);

        let deadlift = (DEADLIFT, DEADLIFT_ON_WEDNESDAY[week], 180);
        let mut wednesday = day(2, "Deadlift and bench", deadlift, (BENCH, BENCH_ON_WEDNESDAY[week], 120));
        wednesday.plain_sets("back extension", 3, "10", 60).plain_sets("leg raise", 3, "15", 60);

        let bench = (BENCH, BENCH_ON_FRIDAY[week], 180);
        let mut friday = day(4, "Bench and squat", bench, (SQUAT, SQUAT_ON_FRIDAY[week], 180));
        friday.plain_sets("dip", 5, "6", 90).plain_sets("dumbbell fly", 5, "10", 90);

        table.extend([monday, wednesday, friday]);
    }
    table
}

/// Returns a share of a max, as it can be put on a bar. The smallest discs weigh 2.5 kg, and there are two of them.
fn on_bar(max: Load, bar: i64, percent: i64) -> Load {
    max.percent(percent).on_bar(bar, 5000)
}
