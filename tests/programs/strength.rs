//! Programs of strength that go up from session to session, from week to week, or from cycle to cycle.

use crate::date::Day;
use crate::load::{Load, kg, lb};
use crate::table::{Session, Sets, share_of};

const MONDAY: usize = 0;
const TUESDAY: usize = 1;
const WEDNESDAY: usize = 2;
const THURSDAY: usize = 3;
const FRIDAY: usize = 4;
const SATURDAY: usize = 5;

/// The day on which these programs start: a Monday.
fn start() -> Day {
    Day::of(1, 5)
}

/// Returns a load in steps of 2.5 kg: no athlete here but Irina lists discs, so a pair of the smallest is a step.
fn stepped(load: Load) -> Load {
    load.to_step(2500)
}

/// 5/3/1: loads are parts of a training max, nine tenths of what the athlete lifts once, which rises by 5 kg, or by
/// 2.5 kg for the lifts of the upper body, with each cycle of four weeks.
pub fn five_three_one() -> Vec<Session> {
    const DAYS: [(usize, &str, &str, i64, i64); 4] = [
        (MONDAY, "overhead press", "Overhead press day", 65_000, 2500),
        (TUESDAY, "deadlift", "Deadlift day", 170_000, 5000),
        (THURSDAY, "bench press", "Bench press day", 95_000, 2500),
        (FRIDAY, "back squat", "Back squat day", 140_000, 5000),
    ];
    const WAVE: [[(&str, i64); 3]; 3] = [
        [("5", 65), ("5", 75), ("5+", 85)],
        [("3", 70), ("3", 80), ("3+", 90)],
        [("5", 75), ("3", 85), ("1+", 95)],
    ];
    let mut table = Vec::new();
    for week in 0..12 {
        let (cycle, wave) = (week / 4, WAVE.get(week % 4));
        for (day, lift, title, max, raise) in DAYS {
            let training_max = kg(max).percent(90).plus(raise * i64::try_from(cycle).unwrap());
            let share = |percent| stepped(training_max.percent(percent));
            let title = format!("{title} (cycle {})", cycle + 1);
            let mut session = Session::new(start().plus(week, day), title);
            session.sets(lift, &[(1, "5", share(40)), (1, "5", share(50))], 60);
            match wave {
                None => session.loaded(lift, "5", share(60)),
                Some(sets) => {
                    session.sets(lift, &sets.map(|(dose, percent)| (1, dose, share(percent))), 180).rest(120);
                    let helpers = match lift {
                        "overhead press" | "bench press" => [("dip", "10"), ("chin-up", "10")],
                        _ => [("leg curl", "10"), ("leg raise", "15")],
                    };
                    session.rounds(5, 90, |round| {
                        helpers.iter().for_each(|(movement, dose)| _ = round.bout(movement, dose));
                    })
                }
            };
            table.push(session);
        }
    }
    table
}

/// GZCLP: four days in turn, three a week. The heavy lift of a day starts at 70 % and the moderate one at 50 %, and each
/// goes up every time that it is done as that.
pub fn gzclp() -> Vec<Session> {
    const SQUAT: (&str, i64, i64) = ("back squat", 100_000, 5000);
    const BENCH: (&str, i64, i64) = ("bench press", 75_000, 2500);
    const DEADLIFT: (&str, i64, i64) = ("deadlift", 120_000, 5000);
    const PRESS: (&str, i64, i64) = ("overhead press", 50_000, 2500);
    const TURNS: [[(&str, i64, i64); 2]; 4] =
        [[SQUAT, BENCH], [PRESS, DEADLIFT], [BENCH, SQUAT], [DEADLIFT, PRESS]];
    let session = |n: usize| {
        let [(heavy, heavy_max, heavy_gain), (light, light_max, light_gain)] = TURNS[n % 4];
        let turns = i64::try_from(n / 4).unwrap();
        let title = format!("{}{} and {light}", heavy[..1].to_uppercase(), &heavy[1..]);
        let mut session = Session::new(start().plus(n / 3, [MONDAY, WEDNESDAY, FRIDAY][n % 3]), title);
        let to_warm_up = |percent| stepped(kg(heavy_max).percent(percent));
        session.sets(heavy, &[(1, "5", to_warm_up(40)), (1, "3", to_warm_up(55))], 60);
        let load = stepped(kg(heavy_max).percent(70).plus(heavy_gain * turns));
        session.sets(heavy, &[(4, "3", load), (1, "3+", load)], 240).rest(180);
        let load = stepped(kg(light_max).percent(50).plus(light_gain * turns));
        session.sets(light, &[(3, "10", load)], 150).rest(120);
        for (set, dose) in ["15", "15", "15+"].into_iter().enumerate() {
            if set > 0 {
                session.rest(75);
            }
            match n % 2 {
                0 => session.bout("lat pulldown", dose),
                _ => session.bout("dumbbell row", format!("{dose} right")).bout("dumbbell row", format!("{dose} left")),
            };
        }
        session
    };
    (0..24).map(session).collect()
}

/// nSuns: nine sets of a main lift, then eight of a second one whose loads are counted from a main lift as well. All
/// maxes rise by 5 lb a week. Loads go to 5 lb.
pub fn nsuns() -> Vec<Session> {
    const SQUAT: i64 = 285;
    const BENCH: i64 = 205;
    const DEADLIFT: i64 = 365;
    const PRESS: i64 = 130;
    const HEAVY: [i64; 9] = [75, 85, 95, 90, 85, 80, 75, 70, 65];
    const FOR_PRESSES: [&str; 9] = ["5", "3", "1+", "3", "5", "3", "5", "3", "5+"];
    let heavy = |reps: [&'static str; 9]| -> Vec<(&'static str, i64)> { reps.into_iter().zip(HEAVY).collect() };
    let volume: Vec<(&str, i64)> = vec![
        ("8", 65), ("6", 75), ("4", 85), ("4", 85), ("4", 85), ("5", 80), ("6", 75), ("7", 70), ("8+", 65),
    ];
    let second = |first: &'static str, low, mid, high| -> Vec<(&'static str, i64)> {
        let rest = ["3", "5", "7", "4", "6", "8"].map(|reps| (reps, high));
        [vec![(first, low), ("5", mid)], rest.to_vec()].concat()
    };
    type Lift<'a> = (&'a str, i64, Vec<(&'a str, i64)>);
    let days: [(usize, &str, [(&str, i64); 2], Lift<'_>, Lift<'_>); 5] = [
        (MONDAY, "Bench and overhead press", [("8", 40), ("5", 55)],
            ("bench press", BENCH, volume), ("overhead press", PRESS, second("6", 50, 60, 70))),
        (TUESDAY, "Squat and sumo deadlift", [("5", 40), ("3", 60)],
            ("back squat", SQUAT, heavy(["5", "3", "1+", "3", "3", "3", "5", "5", "5+"])),
            ("sumo deadlift", DEADLIFT, second("5", 50, 60, 70))),
        (WEDNESDAY, "Overhead press and incline bench", [("5", 40), ("3", 60)],
            ("overhead press", PRESS, heavy(FOR_PRESSES)),
            ("incline bench press", BENCH, second("6", 40, 50, 60))),
        (THURSDAY, "Deadlift and front squat", [("5", 40), ("3", 60)],
            ("deadlift", DEADLIFT, heavy(["5", "3", "1+", "3", "3", "3", "3", "3", "3+"])),
            ("front squat", SQUAT, second("5", 35, 45, 55))),
        (FRIDAY, "Bench and close-grip bench", [("5", 40), ("3", 60)],
            ("bench press", BENCH, heavy(FOR_PRESSES)),
            ("close-grip bench press", BENCH, second("6", 40, 50, 60))),
    ];
    let mut table = Vec::new();
    for week in 0..4 {
        for (day, title, warm_up, main, other) in &days {
            let raised = |pounds: i64, percent: i64| {
                lb(pounds + 5 * i64::try_from(week).unwrap()).percent(percent).to_step(5000)
            };
            let mut session = Session::new(start().plus(week, *day), title);
            session.sets(main.0, &warm_up.map(|(reps, percent)| (1, reps, raised(main.1, percent))), 60);
            let sets: Vec<Sets<'_>> =
                main.2.iter().map(|&(reps, percent)| (1, reps, raised(main.1, percent))).collect();
            session.sets(main.0, &sets, 120).rest(120);
            let sets: Vec<Sets<'_>> =
                other.2.iter().map(|&(reps, percent)| (1, reps, raised(other.1, percent))).collect();
            session.sets(other.0, &sets, 90);
            match *day {
                MONDAY => session
                    .plain_sets("lat pulldown", 4, "10", 60)
                    .plain_sets("triceps pushdown", 4, "12", 60),
                TUESDAY => {
                    session.plain_sets("leg curl", 4, "10", 60).plain_sets("hanging leg raise", 4, "8", 60)
                }
                WEDNESDAY => {
                    session.plain_sets("lateral raise", 4, "15", 60).plain_sets("hammer curl", 4, "10", 60)
                }
                THURSDAY => session.plain_sets("back extension", 4, "10", 60),
                _ => session.plain_sets("dip", 4, "10", 90),
            };
            table.push(session);
        }
    }
    table
}

/// StrongLifts: A and B in turn, three a week. Squats go up by 2.5 kg a session, the others each time they are done.
pub fn stronglifts() -> Vec<Session> {
    let session = |n: usize| {
        let title = ["Workout A", "Workout B"][n % 2];
        let mut session = Session::new(start().plus(n / 3, [MONDAY, WEDNESDAY, FRIDAY][n % 3]), title);
        let sessions = i64::try_from(n).unwrap();
        let turns = sessions / 2;
        session.sets("back squat", &[(5, "5", kg(20_000 + 2500 * sessions))], 180);
        match n % 2 {
            0 => session
                .sets("bench press", &[(5, "5", kg(20_000 + 2500 * turns))], 180)
                .sets("barbell row", &[(5, "5", kg(30_000 + 2500 * turns))], 180),
            _ => session
                .sets("overhead press", &[(5, "5", kg(20_000 + 2500 * turns))], 180)
                .loaded("deadlift", "5", kg(40_000 + 5000 * turns)),
        };
        session
    };
    (0..36).map(session).collect()
}

/// The Texas method: Monday at 80 % of what can be lifted once, Wednesday at four fifths of that, Friday at what can be
/// lifted five times. The squat rises by 2.5 kg a week; the presses, of which each has every other Friday, by half of that.
pub fn texas_method() -> Vec<Session> {
    let mut table = Vec::new();
    for week in 0..8 {
        let weeks = i64::try_from(week).unwrap();
        let squat = kg(160_000).plus(2500 * weeks);
        let bench = ("bench press", "bench press", kg(105_000).plus(1250 * weeks));
        let press = ("overhead press", "press", kg(70_000).plus(1250 * weeks));
        let (heavy, light) = if week % 2 == 0 { (bench, press) } else { (press, bench) };

        let mut session = Session::new(start().plus(week, MONDAY), format!("Volume: {}", heavy.1));
        session.sets("back squat", &[(5, "5", stepped(squat.percent(80)))], 300);
        session.sets(heavy.0, &[(5, "5", stepped(heavy.2.percent(80)))], 300);
        session.loaded("deadlift", "5", kg(130_000).plus(2500 * weeks));
        table.push(session);

        let mut session = Session::new(start().plus(week, WEDNESDAY), format!("Light: {}", light.1));
        session.sets("back squat", &[(2, "5", stepped(squat.percent(64)))], 120);
        session.sets(light.0, &[(3, "5", stepped(light.2.percent(64)))], 120);
        session.plain_sets("chin-up", 3, "max", 120);
        table.push(session);

        let mut session = Session::new(start().plus(week, FRIDAY), format!("Heavy: {}", heavy.1));
        session.loaded("back squat", "5", stepped(squat.of_five_repetitions()));
        session.loaded(heavy.0, "5", stepped(heavy.2.of_five_repetitions()));
        session.sets("power clean", &[(5, "3", kg(60_000).plus(2500 * weeks))], 120);
        table.push(session);
    }
    table
}

/// Smolov's base phase: the same four days for three weeks, 10 kg and then 15 kg heavier than in the first.
pub fn smolov_base() -> Vec<Session> {
    const DAYS: [(usize, usize, &str, i64); 4] = [
        (MONDAY, 4, "9", 70),
        (WEDNESDAY, 5, "7", 75),
        (FRIDAY, 7, "5", 80),
        (SATURDAY, 10, "3", 85),
    ];
    const MORE: [i64; 3] = [0, 10_000, 15_000];
    let max = kg(120_000);
    let warm_up = [(1, "5", stepped(max.percent(40))), (1, "3", stepped(max.percent(55)))];
    let mut table = Vec::new();
    for (week, more) in MORE.into_iter().enumerate() {
        for (day, sets, reps, percent) in DAYS {
            let mut session = Session::new(start().plus(week, day), format!("Squat {sets}x{reps}"));
            session.sets("back squat", &warm_up, 60);
            session.sets("back squat", &[(sets, reps, stepped(max.percent(percent).plus(more)))], 240);
            table.push(session);
        }
    }
    let mut session = Session::new(start().plus(3, SATURDAY), "New max");
    session.bout("back squat", "build to 1 in 30min");
    table.push(session);
    table
}

/// Push, pull, legs: the main lifts go up each time they are done. In the fourth week there are 60 % of the sets, with
/// 90 % of the loads.
pub fn push_pull_legs() -> Vec<Session> {
    let mut table = Vec::new();
    for week in 0..6 {
        let is_easier = week == 3;
        let weeks = i64::try_from(week).unwrap();
        let many = |sets| if is_easier { share_of(sets, 60) } else { sets };
        let load = |load: Load| stepped(if is_easier { load.percent(90) } else { load });
        // So many sets, of which the last has as many repetitions as there are, unless it is left out.
        let to_the_limit = |sets: usize, load: Load| match is_easier {
            true => vec![(share_of(sets, 60), "5", load)],
            false => vec![(sets - 1, "5", load), (1, "5+", load)],
        };
        let pull = |day, title: &str, main: &dyn Fn(&mut Session)| {
            let mut session = Session::new(start().plus(week, day), format!("Pull: {title}"));
            session.bout("row", "300s").bout("band pull-apart", "15");
            main(&mut session);
            session.plain_sets("lat pulldown", many(3), "8-12", 90);
            session.plain_sets("seated cable row", many(3), "8-12", 90);
            session.plain_sets("face pull", many(5), "15-20", 60);
            session.rounds(many(4), 90, |round| {
                round.bout("hammer curl", "8-12").bout("biceps curl", "8-12");
            });
            session
        };
        let push = |day, main: (&str, Load), other: (&str, Load)| {
            let mut session = Session::new(start().plus(week, day), format!("Push: {}", main.0));
            let warm_up = [(1, "5", load(main.1.percent(40))), (1, "3", load(main.1.percent(55)))];
            session.sets(main.0, &warm_up, 60);
            let heavy = load(main.1.percent(65).plus(2500 * weeks));
            session.sets(main.0, &to_the_limit(5, heavy), 180).rest(120);
            session.sets(other.0, &[(many(3), "8-12", load(other.1.percent(50).plus(1000 * weeks)))], 120);
            session.plain_sets("incline dumbbell press", many(3), "8-12", 90);
            session.rounds(many(3), 90, |round| {
                round.bout("dip", "8-12").bout("lateral raise", "15-20");
            });
            session.plain_sets("triceps pushdown", many(3), "8-12", 60);
            session
        };
        let legs = |day, turn: i64| {
            let mut session = Session::new(start().plus(week, day), "Legs");
            let squat = kg(110_000);
            let warm_up = [(1, "5", load(squat.percent(40))), (1, "3", load(squat.percent(55)))];
            session.sets("back squat", &warm_up, 60);
            let heavy = load(squat.percent(60).plus(2500 * turn));
            session.sets("back squat", &to_the_limit(3, heavy), 180).rest(180);
            session.sets("Romanian deadlift", &[(many(3), "8-12", load(kg(140_000).percent(45)))], 120);
            session.plain_sets("leg press", many(3), "8-12", 120);
            session.plain_sets("leg curl", many(3), "8-12", 90);
            session.plain_sets("calf raise", many(5), "8-12", 60);
            session
        };
        let bench = ("bench press", kg(75_000));
        let press = ("overhead press", kg(50_000));
        table.push(pull(MONDAY, "Deadlift", &|session| {
            session.loaded("deadlift", "5+", load(kg(140_000).percent(65).plus(5000 * weeks)));
        }));
        table.push(push(TUESDAY, bench, press));
        table.push(legs(WEDNESDAY, weeks * 2));
        table.push(pull(THURSDAY, "Row", &|session| {
            session.sets("barbell row", &to_the_limit(5, load(kg(45_000).plus(2500 * weeks))), 180);
        }));
        table.push(push(FRIDAY, press, bench));
        table.push(legs(SATURDAY, weeks * 2 + 1));
    }
    table
}
