//! Programs whose loads are parts of a max that is raised.

use crate::day::START;
use crate::exact::Exact;
use crate::linear::{FRIDAY, MONDAY, THURSDAY, TUESDAY, WEEKS, in_order, in_turn};
use crate::program::{Max, Program, Raise};
use crate::statement::{Statement, barbell};

/// The four lifts of 5/3/1: their day, their title, their max and what it is raised by.
const LIFTS: [(i64, &str, &str, f64, f64); 4] = [
    (MONDAY, "overhead press", "Overhead press day", 65.0, 2.5),
    (TUESDAY, "deadlift", "Deadlift day", 170.0, 5.0),
    (THURSDAY, "bench press", "Bench press day", 95.0, 2.5),
    (FRIDAY, "back squat", "Back squat day", 140.0, 5.0),
];

/// The sets of its four weeks.
const WAVES: [(&str, [i64; 3]); 4] =
    [("5 5 5+", [65, 75, 85]), ("3 3 3+", [70, 80, 90]), ("5 3 1+", [75, 85, 95]), ("5 5 5", [40, 50, 60])];

/// 5/3/1, with its training maxes raised each cycle.
pub fn five_three_one() -> Program {
    waves(Raise::EachCycle)
}

/// The same, with each training max raised only after a cycle without a miss.
pub fn five_three_one_if_done() -> Program {
    waves(Raise::WithoutAMiss)
}

fn waves(raise: fn(f64) -> Raise) -> Program {
    let mut program = Program::new("5/3/1");
    for (day, lift, title, max, gain) in LIFTS {
        program.maxes.push(Max { start: Exact::of(max).percent_of(90), raise: raise(gain) });
        let max = program.maxes.len() - 1;
        let weeks = WAVES.map(|(sets, percents)| program.add(barbell(lift, sets).of_max(max, &percents)));
        for (week, wave) in (0..WEEKS).zip(weeks.iter().cycle()) {
            program.session(START.plus(week * 7 + day), title, &[*wave]);
        }
    }
    in_order(program)
}

pub fn nsuns() -> Program {
    let mut program = Program::new("nSuns");
    let [squat, bench, pull, press] = [130.0, 90.0, 160.0, 60.0].map(|max| {
        let raise = Raise::FromReps(vec![(2, 2.5), (4, 5.0), (6, 7.5)]);
        program.maxes.push(Max { start: Exact::of(max), raise });
        program.maxes.len() - 1
    });
    let nine = |lift, max, doses| barbell(lift, doses).of_max(max, &[75, 85, 95, 90, 85, 80, 75, 70, 65]);
    let eight = |lift, max, opener: i64, [low, mid, high]: [i64; 3]| -> Statement {
        let doses = format!("{opener} 5 3 5 7 4 6 8");
        barbell(lift, &doses).of_max(max, &[low, mid, high, high, high, high, high, high])
    };
    let volume =
        barbell("bench press", "8 6 3x4 5 6 7 8").of_max(bench, &[65, 75, 85, 85, 85, 80, 75, 70, 65]);
    let days = [
        (MONDAY, "Bench and overhead press", [volume, eight("overhead press", press, 6, [50, 60, 70])]),
        (
            TUESDAY,
            "Squat and sumo deadlift",
            [nine("back squat", squat, "5 3 1+ 3 3 3 5 5 5"), eight("sumo deadlift", pull, 5, [50, 60, 70])],
        ),
        (
            THURSDAY,
            "Bench and close-grip bench",
            [
                nine("bench press", bench, "5 3 1+ 3 5 3 5 3 5"),
                eight("close-grip bench press", bench, 6, [40, 50, 60]),
            ],
        ),
        (
            FRIDAY,
            "Deadlift and front squat",
            [nine("deadlift", pull, "5 3 1+ 3 3 3 3 3 3"), eight("front squat", squat, 5, [35, 45, 55])],
        ),
    ];
    for (day, title, statements) in days {
        let work = statements.map(|one| program.add(one));
        in_turn(&mut program, &[day], &[(title, &work)]);
    }
    in_order(program)
}
