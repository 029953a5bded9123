//! Programs of strength that only go up, from session to session or from week to week.

use crate::date::Day;
use crate::load::{Load, kg};
use crate::table::{FRIDAY, MONDAY, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY};
use crate::table::{Session, Sets, capitalised, share_of};

/// The Monday on which these programs start.
fn start() -> Day {
    Day::of(1, 5)
}

/// Returns the day of the nth session, of three a week.
fn of_three_a_week(n: usize) -> Day {
    start().plus(n / 3, [MONDAY, WEDNESDAY, FRIDAY][n % 3])
}

/// Returns a load in steps of 2.5 kg: a pair of the smallest discs, where the athlete lists none.
fn stepped(load: Load) -> Load {
    load.to_step(2500)
}

/// GZCLP: four days in turn, three a week. The heavy lift of a day starts at 70 % and the moderate one at 50 %, and each
/// goes up every time that it is done as that.
pub fn gzclp() -> Vec<Session> {
    type Lift = (&'static str, i64, i64);
    const SQUAT: Lift = ("back squat", 100_000, 5000);
    const BENCH: Lift = ("bench press", 75_000, 2500);
    const DEADLIFT: Lift = ("deadlift", 120_000, 5000);
    const PRESS: Lift = ("overhead press", 50_000, 2500);
    const TURNS: [[Lift; 2]; 4] = [[SQUAT, BENCH], [PRESS, DEADLIFT], [BENCH, SQUAT], [DEADLIFT, PRESS]];
    let session = |n: usize| {
        let [(heavy, heavy_max, heavy_gain), (moderate, moderate_max, moderate_gain)] = TURNS[n % 4];
        let turns = i64::try_from(n / 4).unwrap();
        let title = capitalised(&format!("{heavy} and {moderate}"));
        let mut session = Session::new(of_three_a_week(n), title);
        let to_warm_up = |percent| stepped(kg(heavy_max).percent(percent));
        session.sets(heavy, &[(1, "5", to_warm_up(40)), (1, "3", to_warm_up(55))], 60);
        let load = stepped(kg(heavy_max).percent(70).plus(heavy_gain * turns));
        session.sets(heavy, &[(4, "3", load), (1, "3+", load)], 240).rest(180);
        let load = stepped(kg(moderate_max).percent(50).plus(moderate_gain * turns));
        session.sets(moderate, &[(3, "10", load)], 150).rest(120);
        for (set, dose) in ["15", "15", "15+"].into_iter().enumerate() {
            if set > 0 {
                session.rest(75);
            }
            match n % 2 {
                0 => session.bout("lat pulldown", dose),
                _ => session
                    .bout("dumbbell row", format!("{dose} right"))
                    .bout("dumbbell row", format!("{dose} left")),
            };
        }
        session
    };
    (0..24).map(session).collect()
}

/// StrongLifts: A and B in turn, three a week. Squats go up by 2.5 kg a session, the others each time they are done.
pub fn stronglifts() -> Vec<Session> {
    let session = |n: usize| {
        let mut session = Session::new(of_three_a_week(n), ["Workout A", "Workout B"][n % 2]);
        let sessions = i64::try_from(n).unwrap();
        let turns = sessions / 2;
        session.sets("back squat", &[(5, "5", kg(20_000 + 2500 * sessions))], 180);
        match n % 2 {
            0 => session.sets("bench press", &[(5, "5", kg(20_000 + 2500 * turns))], 180).sets(
                "bent-over row",
                &[(5, "5", kg(30_000 + 2500 * turns))],
                180,
            ),
            _ => session.sets("overhead press", &[(5, "5", kg(20_000 + 2500 * turns))], 180).loaded(
                "deadlift",
                "5",
                kg(40_000 + 5000 * turns),
            ),
        };
        session
    };
    (0..36).map(session).collect()
}

/// The Texas method: Monday at 80 % of what can be lifted once, Wednesday at four fifths of that, Friday at what can be
/// lifted five times. The squat rises by 2.5 kg a week; the presses, of which each has every other Friday, by half as
/// much.
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

/// Push, pull, legs: the main lifts go up each time they are done. In the fourth week there are 60 % of the sets, with
/// 90 % of the loads.
pub fn push_pull_legs() -> Vec<Session> {
    let bench = ("bench press", kg(75_000));
    let press = ("overhead press", kg(50_000));
    let mut table = Vec::new();
    for week in 0..6 {
        let turn = i64::try_from(week).unwrap();
        let split = Split { week, is_easier: week == 3 };
        table.push(split.pull(MONDAY, "Deadlift", |session| {
            session.loaded("deadlift", "5+", split.load(kg(140_000).percent(65).plus(5000 * turn)));
        }));
        table.push(split.push(TUESDAY, bench, press));
        table.push(split.legs(WEDNESDAY, 2 * turn));
        table.push(split.pull(THURSDAY, "Row", |session| {
            let sets = split.to_the_limit(5, kg(45_000).plus(2500 * turn));
            session.sets("bent-over row", &sets, 180);
        }));
        table.push(split.push(FRIDAY, press, bench));
        table.push(split.legs(SATURDAY, 2 * turn + 1));
    }
    table
}

/// A week of push, pull, legs.
struct Split {
    week: usize,
    is_easier: bool,
}

impl Split {
    fn session(&self, day: usize, title: &str) -> Session {
        Session::new(start().plus(self.week, day), title)
    }

    /// Returns how many sets there are of so many.
    fn many(&self, sets: usize) -> usize {
        if self.is_easier { share_of(sets, 60) } else { sets }
    }

    fn load(&self, load: Load) -> Load {
        stepped(if self.is_easier { load.percent(90) } else { load })
    }

    /// Returns so many sets of five, the last to the limit; in the easier week it is among those that are left out.
    fn to_the_limit(&self, sets: usize, load: Load) -> Vec<Sets<'static>> {
        let load = self.load(load);
        match self.is_easier {
            true => vec![(self.many(sets), "5", load)],
            false => vec![(sets - 1, "5", load), (1, "5+", load)],
        }
    }

    fn to_warm_up(&self, max: Load) -> [Sets<'static>; 2] {
        [(1, "5", self.load(max.percent(40))), (1, "3", self.load(max.percent(55)))]
    }

    fn pull(&self, day: usize, title: &str, main: impl Fn(&mut Session)) -> Session {
        let mut session = self.session(day, &format!("Pull: {title}"));
        session.bout("row", "300s").bout("band pull-apart", "15");
        main(&mut session);
        session.plain_sets("lat pulldown", self.many(3), "8-12", 90);
        session.plain_sets("seated cable row", self.many(3), "8-12", 90);
        session.plain_sets("face pull", self.many(5), "15-20", 60);
        session.rounds(self.many(4), 90, |round| {
            round.bout("hammer curl", "8-12").bout("biceps curl", "8-12");
        });
        session
    }

    fn push(&self, day: usize, main: (&str, Load), other: (&str, Load)) -> Session {
        let turn = 1000 * i64::try_from(self.week).unwrap();
        let mut session = self.session(day, &format!("Push: {}", main.0));
        session.sets(main.0, &self.to_warm_up(main.1), 60);
        let sets = self.to_the_limit(5, main.1.percent(65).plus(turn * 5 / 2));
        session.sets(main.0, &sets, 180).rest(120);
        let load = self.load(other.1.percent(50).plus(turn));
        session.sets(other.0, &[(self.many(3), "8-12", load)], 120);
        session.plain_sets("incline dumbbell press", self.many(3), "8-12", 90);
        session.rounds(self.many(3), 90, |round| {
            round.bout("dip", "8-12").bout("lateral raise", "15-20");
        });
        session.plain_sets("triceps pushdown", self.many(3), "8-12", 60);
        session
    }

    fn legs(&self, day: usize, turn: i64) -> Session {
        let mut session = self.session(day, "Legs");
        let squat = kg(110_000);
        session.sets("back squat", &self.to_warm_up(squat), 60);
        let sets = self.to_the_limit(3, squat.percent(60).plus(2500 * turn));
        session.sets("back squat", &sets, 180).rest(180);
        let load = self.load(kg(140_000).percent(45));
        session.sets("Romanian deadlift", &[(self.many(3), "8-12", load)], 120);
        session.plain_sets("leg press", self.many(3), "8-12", 120);
        session.plain_sets("leg curl", self.many(3), "8-12", 90);
        session.plain_sets("calf raise", self.many(5), "8-12", 60);
        session
    }
}
