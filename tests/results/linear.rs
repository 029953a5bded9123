//! Programs that go up each time: their statements and their sessions.

use crate::day::START;
use crate::program::Program;
use crate::statement::{By, Kind, Statement, What, When, barbell, other};

/// How many weeks a year has.
pub const WEEKS: i64 = 52;

pub const MONDAY: i64 = 0;
pub const TUESDAY: i64 = 1;
pub const WEDNESDAY: i64 = 2;
pub const THURSDAY: i64 = 3;
pub const FRIDAY: i64 = 4;
pub const SATURDAY: i64 = 5;

/// A session by its title and its statements.
type Of<'a> = (&'a str, &'a [usize]);

/// Has sessions take turns on some days of each week.
pub fn in_turn(program: &mut Program, days: &[i64], sessions: &[Of<'_>]) {
    let dates = (0..WEEKS).flat_map(|week| days.iter().map(move |day| START.plus(week * 7 + day)));
    for (date, (title, work)) in dates.zip(sessions.iter().cycle()) {
        program.session(date, title, work);
    }
}

/// Puts the sessions of several days of the week in the order in which they are done.
pub fn in_order(mut program: Program) -> Program {
    program.sessions.sort_by_key(|session| session.day);
    program
}

/// Up by so much after a success, back a tenth after three misses.
pub fn straight(movement: &'static str, dose: &str, load: f64, gain: f64) -> Statement {
    barbell(movement, dose).at(load).success(1, gain).misses(3, -10.0)
}

pub fn gzclp() -> Program {
    let mut program = Program::new("GZCLP");
    let t1 = |lift, load, gain| {
        barbell(lift, "5x3+").then("6x2+").then("10x1+").again(-15.0).at(load).success(1, gain)
    };
    let t2 = |lift, load, gain| barbell(lift, "3x10").then("3x8").then("3x6").at(load).success(1, gain);
    let pulldown = program.add(other("lat pulldown", "3x15+").at(30.0).reps(25, 2.5));
    let row = program.add(other("dumbbell row", "3x15+").per_side().at(15.0).reps(25, 2.5));
    let squat = [t1("back squat", 70.0, 5.0), t2("bench press", 40.0, 2.5)].map(|one| program.add(one));
    let press = [t1("overhead press", 35.0, 2.5), t2("deadlift", 60.0, 5.0)].map(|one| program.add(one));
    let bench = [t1("bench press", 55.0, 2.5), t2("back squat", 50.0, 5.0)].map(|one| program.add(one));
    let pull = [t1("deadlift", 85.0, 5.0), t2("overhead press", 25.0, 2.5)].map(|one| program.add(one));
    let days = [
        ("Back squat and bench press", &[squat[0], squat[1], pulldown][..]),
        ("Overhead press and deadlift", &[press[0], press[1], row]),
        ("Bench press and back squat", &[bench[0], bench[1], pulldown]),
        ("Deadlift and overhead press", &[pull[0], pull[1], row]),
    ];
    in_turn(&mut program, &[MONDAY, WEDNESDAY, FRIDAY], &days);
    program
}

pub fn stronglifts() -> Program {
    let mut program = Program::new("StrongLifts 5x5");
    let squat = program.add(straight("back squat", "5x5", 40.0, 2.5));
    let bench = program.add(straight("bench press", "5x5", 30.0, 2.5));
    let row = program.add(straight("barbell row", "5x5", 30.0, 2.5));
    let press = program.add(straight("overhead press", "5x5", 20.0, 2.5));
    let pull = program.add(straight("deadlift", "5", 50.0, 5.0));
    let days = [("Workout A", &[squat, bench, row][..]), ("Workout B", &[squat, press, pull])];
    in_turn(&mut program, &[MONDAY, WEDNESDAY, FRIDAY], &days);
    program
}

pub fn starting_strength() -> Program {
    let mut program = Program::new("Starting Strength");
    let squat = program.add(straight("back squat", "3x5", 50.0, 2.5));
    let press = program.add(straight("overhead press", "3x5", 30.0, 2.5));
    let bench = program.add(straight("bench press", "3x5", 40.0, 2.5));
    let pull = program.add(straight("deadlift", "5", 60.0, 5.0));
    let clean = program.add(straight("power clean", "5x3", 40.0, 2.5));
    let days =
        [("Overhead press day", &[squat, press, pull][..]), ("Bench press day", &[squat, bench, clean])];
    in_turn(&mut program, &[MONDAY, WEDNESDAY, FRIDAY], &days);
    program
}

/// Greyskull's lifts: by the repetitions of the last set.
fn open(lift: Statement, load: f64, gain: f64) -> Statement {
    lift.at(load).reps(5, gain).reps(10, 2.0 * gain).misses(1, -10.0)
}

pub fn greyskull() -> Program {
    let mut program = Program::new("Greyskull");
    let mut add = |lift, dose, load| program.add(open(barbell(lift, dose), load, 2.5));
    let squat = ["bench press", "overhead press"].map(|_| add("back squat", "2x5 5+", 60.0));
    let pull = ["bench press", "overhead press"].map(|_| add("deadlift", "5+", 80.0));
    // On the day of the squat and on the day of the deadlift a press has a load of its own.
    let bench = [(); 2].map(|()| add("bench press", "2x5 5+", 50.0));
    let press = [(); 2].map(|()| add("overhead press", "2x5 5+", 30.0));
    let with_squat = [
        ("Bench press and squat", &[bench[0], squat[0]][..]),
        ("Overhead press and squat", &[press[0], squat[1]]),
    ];
    let with_deadlift = [
        ("Overhead press and deadlift", &[press[1], pull[1]][..]),
        ("Bench press and deadlift", &[bench[1], pull[0]]),
    ];
    in_turn(&mut program, &[MONDAY, FRIDAY], &with_squat);
    in_turn(&mut program, &[WEDNESDAY], &with_deadlift);
    in_order(program)
}

pub fn phrak() -> Program {
    let mut program = Program::new("Phrak");
    let mut add = |lift: Statement, load| program.add(open(lift.in_pounds(), load, 5.0));
    let press = add(barbell("overhead press", "2x5 5+"), 65.0);
    let squat = add(barbell("back squat", "2x5 5+"), 135.0);
    let bench = add(barbell("bench press", "2x5 5+"), 95.0);
    let row = add(barbell("barbell row", "2x5 5+"), 95.0);
    let pull = add(barbell("deadlift", "5+"), 185.0);
    let chin = other("chin-up", "3x5+").in_pounds().of_kind(Kind::OnTop).at(5.0);
    let chin = program.add(chin.rule(What::Load, By::Amount(5.0), When::InAll(25)));
    let days = [("A", &[press, chin, squat][..]), ("B", &[bench, row, pull])];
    in_turn(&mut program, &[MONDAY, WEDNESDAY, FRIDAY], &days);
    program
}

pub fn texas_method() -> Program {
    let mut program = Program::new("Texas method");
    let mut each = |heading: &str, lifts: [(&'static str, Vec<Statement>); 2]| {
        lifts.map(|(lift, statements)| {
            let work = statements.into_iter().map(|one| program.add(one)).collect::<Vec<_>>();
            (format!("{heading}: {lift}"), work)
        })
    };
    let volume = |lift, load| {
        let pull = barbell("deadlift", "5").at(110.0).success(1, 5.0).misses(2, -10.0);
        vec![straight("back squat", "5x5", 90.0, 2.5), straight(lift, "5x5", load, 2.5), pull]
    };
    let light = |lift, load| {
        let squat = barbell("back squat", "2x5").at(72.5).success(1, 2.5);
        vec![squat, barbell(lift, "3x5").at(load).success(2, 2.5)]
    };
    let heavy = |lift, load| {
        let clean = straight("power clean", "5x3", 50.0, 2.5);
        vec![straight("back squat", "5", 100.0, 2.5), straight(lift, "5", load, 2.5), clean]
    };
    let (bench, press) = ("bench press", "overhead press");
    let days = [
        (MONDAY, each("Volume", [(bench, volume(bench, 60.0)), (press, volume(press, 40.0))])),
        (WEDNESDAY, each("Light", [(press, light(press, 32.5)), (bench, light(bench, 50.0))])),
        (FRIDAY, each("Heavy", [(bench, heavy(bench, 67.5)), (press, heavy(press, 45.0))])),
    ];
    for (day, turns) in &days {
        let turns = turns.each_ref().map(|(title, work)| (title.as_str(), &work[..]));
        in_turn(&mut program, &[*day], &turns);
    }
    in_order(program)
}

/// The Texas method, whose other days are parts of Monday.
pub fn texas_method_shares() -> Program {
    let mut program = Program::new("Texas method");
    let volume = [straight("back squat", "5x5", 90.0, 2.5), straight("bench press", "5x5", 60.0, 2.5)]
        .map(|one| program.add(one));
    let share = |place: usize, lift, dose, percent| barbell(lift, dose).of_lift(place, percent);
    let light = [share(volume[0], "back squat", "2x5", 80), share(volume[1], "bench press", "3x5", 80)]
        .map(|one| program.add(one));
    let heavy = [share(volume[0], "back squat", "5", 110), share(volume[1], "bench press", "5", 110)]
        .map(|one| program.add(one));
    let days = [("Volume", &volume[..]), ("Light", &light), ("Heavy", &heavy)];
    in_turn(&mut program, &[MONDAY, WEDNESDAY, FRIDAY], &days);
    program
}

/// Heavy, light and medium days, after Bill Starr: parts of Monday.
pub fn heavy_light_medium() -> Program {
    let mut program = Program::new("Heavy, light, medium");
    let lifts = ["back squat", "bench press"];
    let heavy = [100.0, 70.0];
    let heavy = [0, 1].map(|at| program.add(straight(lifts[at], "5x5", heavy[at], 2.5)));
    let mut share =
        |dose, percent| [0, 1].map(|at| program.add(barbell(lifts[at], dose).of_lift(heavy[at], percent)));
    let (light, medium) = (share("4x5", 80), share("4x4", 90));
    let days = [("Heavy", &heavy[..]), ("Light", &light), ("Medium", &medium)];
    in_turn(&mut program, &[MONDAY, WEDNESDAY, FRIDAY], &days);
    program
}

/// So much more than the last time, whatever that was.
pub fn more_than_last_time() -> Program {
    let mut program = Program::new("More than last time");
    let squat =
        program.add(barbell("back squat", "3x5").last_time("last time +2.5kg", By::Amount(2.5), 60.0));
    let press = program.add(barbell("bench press", "3x8").last_time("last time", By::Percent(0.0), 40.0));
    let row =
        program.add(barbell("bent-over row", "3x8").last_time("95% of last time", By::Percent(-5.0), 90.0));
    let pull = program.add(barbell("deadlift", "5").last_time("101.5% of last time", By::Percent(1.5), 80.0));
    let days = [("Squat", &[squat, press][..]), ("Pull", &[row, pull])];
    in_turn(&mut program, &[MONDAY, WEDNESDAY, FRIDAY], &days);
    program
}

pub fn madcow() -> Program {
    let mut program = Program::new("Madcow 5x5");
    let up = |lift: Statement| lift.rule(What::Load, By::Percent(2.5), When::Successes(1));
    let mut add = |lift: &'static str, dose, loads: &[f64]| {
        program.add(up(barbell(lift, dose).ramp(loads)).misses(3, -10.0))
    };
    let monday = [
        add("back squat", "5x5", &[50.0, 62.5, 75.0, 87.5, 100.0]),
        add("bench press", "5x5", &[40.0, 50.0, 60.0, 70.0, 80.0]),
        add("barbell row", "5x5", &[35.0, 42.5, 50.0, 60.0, 67.5]),
    ];
    let friday = [
        add("back squat", "4x5 3", &[50.0, 62.5, 75.0, 87.5, 102.5]),
        add("back squat", "8", &[75.0]),
        add("bench press", "4x5 3", &[40.0, 50.0, 60.0, 70.0, 82.5]),
        add("bench press", "8", &[60.0]),
    ];
    let press = add("overhead press", "4x5", &[30.0, 37.5, 45.0, 50.0]);
    let pull = add("deadlift", "4x5", &[70.0, 87.5, 105.0, 120.0]);
    let light = program.add(up(barbell("back squat", "4x5").ramp(&[50.0, 62.5, 75.0, 75.0])));
    let days = [("Monday", &monday[..]), ("Wednesday", &[light, press, pull]), ("Friday", &friday)];
    in_turn(&mut program, &[MONDAY, WEDNESDAY, FRIDAY], &days);
    program
}
