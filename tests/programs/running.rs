//! Programs of running.

use serde_json::Value;

use crate::date::Day;
use crate::read;
use crate::table::{FRIDAY, MONDAY, SATURDAY, SUNDAY, THURSDAY, TUESDAY, WEDNESDAY};
use crate::table::{Session, capitalised, metres, share_of, share_of_distance};

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
/// fourth and the eighth week runs are three quarters as long, and there are 60 % of the rounds.
pub fn half_marathon() -> Vec<Session> {
    let mut table: Vec<_> = (0..12).map(|week| Half { week }).flat_map(|half| half.sessions()).collect();
    table.push(Session::new(Day::of(10, 11), "City Half (race)"));
    table
}

/// A week of the half marathon.
struct Half {
    week: usize,
}

impl Half {
    fn is_easier(&self) -> bool {
        self.week == 3 || self.week == 7
    }

    /// Returns the phase, and which week of it this is.
    fn phase(&self) -> (&'static str, usize) {
        match self.week {
            0..4 => ("Base", self.week),
            4..9 => ("Build", self.week - 4),
            _ => ("Taper", self.week - 9),
        }
    }

    fn far(&self, metres: usize) -> usize {
        if self.is_easier() { share_of_distance(metres, 75) } else { metres }
    }

    fn many(&self, rounds: usize) -> usize {
        if self.is_easier() { share_of(rounds, 60) } else { rounds }
    }

    fn session(&self, day: usize, title: &str) -> Session {
        // The Monday twelve weeks before the one after the race.
        Session::new(Day::of(7, 20).plus(self.week, day), format!("{title} (phase {})", self.phase().0))
    }

    fn run(&self, day: usize, kind: &str, how_far: usize) -> Session {
        let mut session = self.session(day, &capitalised(kind));
        session.bout(kind, metres(self.far(how_far)));
        session
    }

    /// Returns a fast session: its core between two slow runs of 2 km.
    fn fast(&self, title: &str, day: usize, core: impl Fn(&mut Session)) -> Session {
        let mut session = self.session(day, title);
        session.bout("jog", metres(self.far(2000)));
        core(&mut session);
        session.bout("jog", metres(self.far(2000)));
        session
    }

    fn core(&self) -> Session {
        let mut session = self.session(SATURDAY, "Core");
        session.rounds(self.many(3), 0, |round| {
            round.bout("plank", "40s").bout("side plank", "30s right").bout("side plank", "30s left");
            round.bout("dead bug", "10");
        });
        session
    }

    fn sessions(&self) -> Vec<Session> {
        let (phase, nth) = self.phase();
        let wednesday = self.run(WEDNESDAY, "easy run", 6000);
        match phase {
            "Base" => {
                let hills = self.fast("Hills", TUESDAY, |session| {
                    session.rounds(self.many([6, 7, 8, 9][nth]), 0, |round| {
                        round.bout("hill run", "45s").bout("walk", "90s");
                    });
                });
                let thursday = self.run(THURSDAY, "easy run", 6000 + 500 * nth);
                let saturday = self.run(SATURDAY, "easy run", 4000);
                let sunday = self.run(SUNDAY, "long run", 11_000 + 1000 * nth);
                vec![hills, wednesday, thursday, saturday, self.core(), sunday]
            }
            "Build" => {
                let intervals = self.fast("Intervals", TUESDAY, |session| {
                    session.rounds(self.many([4, 5, 5, 6, 6][nth]), 0, |round| {
                        round.loaded("run", "800m", "4:45/km").bout("jog", "400m");
                    });
                });
                let tempo = self.fast("Tempo", THURSDAY, |session| {
                    session.bout("tempo run", metres(self.far(4000 + 500 * nth)));
                });
                vec![intervals, wednesday, tempo, self.run(SUNDAY, "long run", 15_000 + 1000 * nth)]
            }
            _ => {
                let race_pace = self.fast("Race pace", TUESDAY, |session| {
                    session.loaded("run", metres(6000 - 1500 * nth), "5:20/km");
                });
                let thursday = self.run(THURSDAY, "easy run", 6000 - 1000 * nth);
                let sunday = [14_000, 10_000].get(nth).map(|&how_far| self.run(SUNDAY, "long run", how_far));
                [race_pace, wednesday, thursday].into_iter().chain(sunday).collect()
            }
        }
    }
}
