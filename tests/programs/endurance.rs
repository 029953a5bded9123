//! Programs of running, and of running between stations.

use serde_json::Value;

use crate::date::Day;
use crate::load::{Load, kg};
use crate::read;
use crate::table::{Session, metres, share_of, share_of_distance};

const MONDAY: usize = 0;
const TUESDAY: usize = 1;
const WEDNESDAY: usize = 2;
const THURSDAY: usize = 3;
const FRIDAY: usize = 4;
const SATURDAY: usize = 5;
const SUNDAY: usize = 6;

/// From the couch to 5 km: seconds of jogging and of walking, in turn, between two walks of five minutes.
pub fn couch_to_5k() -> Vec<Session> {
    let alternately = |week: usize, run: usize| -> Vec<u32> {
        match (week, run) {
            (1, _) => [60, 90].repeat(8),
            (2, _) => [90, 120].repeat(6),
            (3, _) => [90, 90, 180, 180].repeat(2),
            (4, _) => vec![180, 90, 300, 150, 180, 90, 300],
            (5, 0) => vec![300, 180, 300, 180, 300],
            (5, 1) => vec![480, 300, 480],
            (5, _) => vec![1200],
            (6, 0) => vec![300, 180, 480, 180, 300],
            (6, 1) => vec![600, 180, 600],
            (6, _) => vec![1320],
            (7, _) => vec![1500],
            (8, _) => vec![1680],
            _ => vec![1800],
        }
    };
    let mut table = Vec::new();
    for week in 1..=9 {
        for (run, day) in [MONDAY, WEDNESDAY, FRIDAY].into_iter().enumerate() {
            let mut session = Session::new(Day::of(3, 2).plus(week - 1, day), "Run");
            session.bout("brisk walk", "300s");
            for (at, seconds) in alternately(week, run).into_iter().enumerate() {
                // A walk between two rounds of a week with equal jogs is a rest that moves.
                let is_rest = matches!((week, run), (5, 0 | 1) | (6, 1));
                let movement = match at % 2 {
                    0 => "jog",
                    _ if is_rest => "rest walk",
                    _ => "walk",
                };
                session.bout(movement, format!("{seconds}s"));
            }
            session.bout("walk", "300s");
            table.push(session);
        }
    }
    table
}

/// Strength for runners: its runs, and the three workouts of other examples, which are compiled by themselves.
pub fn runners_plan(alone: impl Fn(&str) -> Value) -> Vec<Session> {
    let strength = |day, title: &str, file: &str| {
        let work = read::work(alone(file)["workouts"][0]["timeline"].as_array().unwrap());
        Session { work, ..Session::new(day, title) }
    };
    let lower = |day| strength(day, "Lower Body Blast", "lower.wod");
    let core = |day| strength(day, "Core", "core.wod");
    let full = |day| strength(day, "Full Body", "full-body.wod");
    let run = |day, title: &str, name: &str, dose: String| {
        let mut session = Session::new(day, title);
        session.bout(name, dose);
        session
    };
    let mut table = Vec::new();
    for week in 0..6 {
        let day = |day| Day::of(1, 5).plus(week, day);
        table.push(run(day(TUESDAY), "Cross-training", "cross-training", "2400s".to_owned()));
        table.push(match week {
            0 | 4 => lower(day(TUESDAY)),
            1 => core(day(TUESDAY)),
            _ => full(day(TUESDAY)),
        });
        table.push(run(day(WEDNESDAY), "Tempo run", "tempo run", metres(8000)));
        table.push(run(day(THURSDAY), "Easy run", "easy run", metres(5000)));
        if week >= 3 {
            table.push(core(day(THURSDAY)));
        }
        table.push(match week {
            3 => run(day(SATURDAY), "Easy run", "easy run", metres(5000)),
            _ => {
                // 5 % more each week, to the metre.
                let exact = 14_000.0 * 1.05_f64.powi(i32::try_from(week).unwrap());
                run(day(SATURDAY), "Long run", "long run", format!("{}m", exact.round()))
            }
        });
    }
    table
}

/// A half marathon: four weeks of base, five of build and three of taper, the last of which ends with the race. In the
/// fourth and the eighth week runs are three quarters as long, and so are the rounds as many.
pub fn half_marathon() -> Vec<Session> {
    // The Monday of the week twelve weeks before the one after the race.
    let day = |week, day| Day::of(7, 20).plus(week, day);
    let mut table = Vec::new();
    for week in 0..12 {
        let is_easier = week == 3 || week == 7;
        let far = |metres: usize| if is_easier { share_of_distance(metres, 75) } else { metres };
        let many = |rounds| if is_easier { share_of(rounds, 75) } else { rounds };
        let (phase, nth) = match week {
            0..4 => ("Base", week),
            4..9 => ("Build", week - 4),
            _ => ("Taper", week - 9),
        };
        let run = |on, title: &str, name: &str, metres| {
            let mut session = Session::new(day(week, on), format!("{title} (phase {phase})"));
            session.bout(name, format!("{}m", far(metres)));
            session
        };
        let fast = |on, title: &str, core: &dyn Fn(&mut Session)| {
            let mut session = Session::new(day(week, on), format!("{title} (phase {phase})"));
            session.bout("jog", metres(far(2000)));
            core(&mut session);
            session.bout("jog", metres(far(2000)));
            session
        };
        let hills = |session: &mut Session| {
            session.rounds(many([6, 7, 8, 9][nth]), 0, |round| {
                round.bout("hill run", "45s").bout("walk", "90s");
            });
        };
        let intervals = |session: &mut Session| {
            session.rounds(many([4, 5, 5, 6, 6][nth]), 0, |round| {
                round.loaded("run", "800m", "4:45/km").bout("jog", "400m");
            });
        };
        let tempo = |session: &mut Session| {
            session.bout("tempo run", metres(far(4000 + 500 * nth)));
        };
        let race_pace = |session: &mut Session| {
            session.loaded("run", metres(6000 - 1500 * nth), "5:20/km");
        };
        let easy_on_wednesday = run(WEDNESDAY, "Easy run", "easy run", 6000);
        match phase {
            "Base" => {
                table.push(fast(TUESDAY, "Hills", &hills));
                table.push(easy_on_wednesday);
                table.push(run(THURSDAY, "Easy run", "easy run", 6000 + 500 * nth));
                table.push(run(SATURDAY, "Easy run", "easy run", 4000));
                let mut core = Session::new(day(week, SATURDAY), "Core (phase Base)");
                core.rounds(many(3), 0, |round| {
                    round.bout("plank", "40s");
                    round.bout("side plank", "30s right").bout("side plank", "30s left").bout("dead bug", "10");
                });
                table.push(core);
                table.push(run(SUNDAY, "Long run", "long run", 11_000 + 1000 * nth));
            }
            "Build" => {
                table.push(fast(TUESDAY, "Intervals", &intervals));
                table.push(easy_on_wednesday);
                table.push(fast(THURSDAY, "Tempo", &tempo));
                table.push(run(SUNDAY, "Long run", "long run", 15_000 + 1000 * nth));
            }
            _ => {
                table.push(fast(TUESDAY, "Race pace", &race_pace));
                table.push(easy_on_wednesday);
                table.push(run(THURSDAY, "Easy run", "easy run", 6000 - 1000 * nth));
                if nth < 2 {
                    table.push(run(SUNDAY, "Long run", "long run", [14_000, 10_000][nth]));
                }
            }
        }
    }
    table.push(Session::new(Day::of(10, 11), "City Half (race)"));
    table
}

/// Hyrox: four weeks of base, four of build and four to the race. In the fourth and the eighth week there are 60 % of the
/// sets and rounds, and runs are seven tenths as long.
pub fn hyrox() -> Vec<Session> {
    let day = |week, day| Day::of(3, 2).plus(week, day);
    let mut table = Vec::new();
    for week in 0..12 {
        let is_easier = week == 3 || week == 7;
        let nth = week % 4;
        let far = |metres: usize| if is_easier { share_of_distance(metres, 70) } else { metres };
        let many = |rounds| if is_easier { share_of(rounds, 60) } else { rounds };
        let phase = ["Base", "Build", "Race"][week / 4];
        let session =
            |on, title: &str| Session::new(day(week, on), format!("{title} (phase {phase})"));
        let run = |on, title: &str, name: &str, metres| {
            let mut session = session(on, title);
            session.bout(name, format!("{}m", far(metres)));
            session
        };
        let strength = |on, title: &str, lift: &str, max: i64, other: &str| {
            let mut session = session(on, title);
            let max = kg(max).plus(1250 * i64::try_from(week).unwrap());
            let load = |percent| max.percent(percent).to_step(2500);
            session.loaded("row", if is_easier { "210s" } else { "300s" }, "easy");
            session.sets(lift, &[(1, "5", load(40)), (1, "3", load(55))], 60);
            let (sets, reps, percent) = [(4, "6", 70), (4, "5", 75), (5, "4", 80), (5, "3", 80)][nth];
            session.sets(lift, &[(many(sets), reps, load(percent))], 180);
            session.plain_sets(other, many(3), "10", 90);
            session
        };
        let parts = |on, rounds: usize| {
            let mut session = session(on, "Race");
            session.bout("jog", metres(far(1000)));
            race(&mut session, rounds);
            session
        };
        if week < 8 {
            table.push(strength(MONDAY, "Back squat and bench press", "back squat", 90_000, "bench press"));
        }
        let on_thursday = strength(THURSDAY, "Deadlift and overhead press", "deadlift", 110_000, "overhead press");
        match phase {
            "Base" => {
                table.push(run(TUESDAY, "Easy run", "easy run", 5000 + 1000 * nth));
                let mut engine = session(WEDNESDAY, "Engine");
                engine.rounds(many([4, 5, 5, 6][nth]), 90, |round| {
                    round.bout("ski erg", "500m").bout("row", "500m");
                });
                table.extend([engine, on_thursday]);
                table.push(run(SATURDAY, "Long run", "long run", 10_000 + 1000 * nth));
            }
            "Build" => {
                let mut intervals = session(TUESDAY, "Intervals");
                intervals.bout("jog", metres(far(2000)));
                intervals.rounds(many([5, 6, 6, 7][nth]), 0, |round| {
                    round.bout("interval run", "800m").bout("jog", "400m");
                });
                let mut tired = session(WEDNESDAY, "Tired legs");
                tired.rounds(many([3, 3, 4, 4][nth]), 120, |round| {
                    round.bout("run", "800m").loaded("sandbag lunge", "50m", "10kg");
                    round.bout("burpee broad jump", "20m");
                });
                // Half of the eight rounds, and 60 % of that half.
                table.extend([intervals, tired, on_thursday, parts(SATURDAY, many(4))]);
            }
            _ => {
                table.push(run(MONDAY, "Easy run", "easy run", 6000));
                table.push(run(WEDNESDAY, "Tempo run", "tempo run", 6000 - 1000 * nth));
                match nth {
                    0 => table.push(parts(SATURDAY, 8)),
                    1 => table.push(parts(SATURDAY, 6)),
                    2 => table.push(run(SATURDAY, "Long run", "long run", 10_000)),
                    _ => table.push(Session::new(day(week, SATURDAY), "Hyrox (race)")),
                }
            }
        }
    }
    table
}

/// Adds the race, or its first rounds: a kilometre before each station, with the loads of the women.
fn race(session: &mut Session, rounds: usize) {
    const STATIONS: [(&str, &str, Option<Load>); 8] = [
        ("ski erg", "1000m", None),
        ("sled push", "50m", Some(kg(102_000))),
        ("sled pull", "50m", Some(kg(78_000))),
        ("burpee broad jump", "80m", None),
        ("row", "1000m", None),
        ("farmer's carry", "200m", Some(kg(16_000))),
        ("sandbag lunge", "100m", Some(kg(10_000))),
        ("wall ball", "100", Some(kg(4000))),
    ];
    session.work.push("for time".to_owned());
    for (station, dose, load) in &STATIONS[..rounds] {
        session.bout("run", "1000m");
        match load {
            None => session.bout(station, dose),
            Some(load) if *station == "farmer's carry" => session.loaded(station, dose, format!("2x{load}")),
            Some(load) => session.loaded(station, dose, load),
        };
    }
    session.work.push("end of for time".to_owned());
}
