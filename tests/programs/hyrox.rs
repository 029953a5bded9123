//! Hyrox: running, and stations between the kilometres.

use crate::date::Day;
use crate::load::{Load, kg};
use crate::table::{FRIDAY, MONDAY, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY};
use crate::table::{Session, capitalised, metres, share_of, share_of_distance};

/// The stations of the race, with the loads of the women.
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

/// Four weeks of base, four of build and four to the race. In the fourth and the eighth week there are 60 % of the sets
/// and rounds, and runs are seven tenths as long.
pub fn hyrox() -> Vec<Session> {
    (0..12).map(|week| Week { week }).flat_map(|week| week.sessions()).collect()
}

/// A week of the plan.
struct Week {
    week: usize,
}

impl Week {
    fn is_easier(&self) -> bool {
        self.week == 3 || self.week == 7
    }

    fn far(&self, metres: usize) -> usize {
        if self.is_easier() { share_of_distance(metres, 70) } else { metres }
    }

    fn many(&self, rounds: usize) -> usize {
        if self.is_easier() { share_of(rounds, 60) } else { rounds }
    }

    fn session(&self, day: usize, title: &str) -> Session {
        let phase = ["Base", "Build", "Race"][self.week / 4];
        Session::new(Day::of(3, 2).plus(self.week, day), format!("{title} (phase {phase})"))
    }

    fn run(&self, day: usize, kind: &str, how_far: usize) -> Session {
        let mut session = self.session(day, &capitalised(kind));
        session.bout(kind, metres(self.far(how_far)));
        session
    }

    /// Returns a day of strength. What the lift is counted from rises by 1.25 kg a week.
    fn strength(&self, day: usize, lift: &str, max: i64, other: &str) -> Session {
        let mut session = self.session(day, &capitalised(&format!("{lift} and {other}")));
        let max = kg(max).plus(1250 * i64::try_from(self.week).unwrap());
        let load = |percent| max.percent(percent).to_step(2500);
        session.loaded("row", if self.is_easier() { "210s" } else { "300s" }, "easy");
        session.sets(lift, &[(1, "5", load(40)), (1, "3", load(55))], 60);
        let (sets, reps, percent) = [(4, "6", 70), (4, "5", 75), (5, "4", 80), (5, "3", 80)][self.week % 4];
        session.sets(lift, &[(self.many(sets), reps, load(percent))], 180);
        session.plain_sets(other, self.many(3), "10", 90);
        session
    }

    /// Returns the first rounds of the race: a kilometre before each station.
    fn race(&self, rounds: usize) -> Session {
        let mut session = self.session(SATURDAY, "Race");
        session.bout("jog", metres(self.far(1000)));
        session.work.push("for time".to_owned());
        for (station, dose, load) in &STATIONS[..rounds] {
            session.bout("run", "1000m");
            match load {
                None => session.bout(station, dose),
                Some(load) if *station == "farmer's carry" => {
                    session.loaded(station, dose, format!("2x{load}"))
                }
                Some(load) => session.loaded(station, dose, load),
            };
        }
        session.work.push("end of for time".to_owned());
        session
    }

    fn engine(&self) -> Session {
        let mut session = self.session(WEDNESDAY, "Engine");
        session.rounds(self.many([4, 5, 5, 6][self.week % 4]), 90, |round| {
            round.bout("ski erg", "500m").bout("row", "500m");
        });
        session
    }

    fn intervals(&self) -> Session {
        let mut session = self.session(TUESDAY, "Intervals");
        session.bout("jog", metres(self.far(2000)));
        session.rounds(self.many([5, 6, 6, 7][self.week % 4]), 0, |round| {
            round.bout("interval run", "800m").bout("jog", "400m");
        });
        session
    }

    fn tired_legs(&self) -> Session {
        let mut session = self.session(WEDNESDAY, "Tired legs");
        session.rounds(self.many([3, 3, 4, 4][self.week % 4]), 120, |round| {
            round.bout("run", "800m").loaded("sandbag lunge", "50m", "10kg").bout("burpee broad jump", "20m");
        });
        session
    }

    fn sessions(&self) -> Vec<Session> {
        let nth = self.week % 4;
        let monday = self.strength(MONDAY, "back squat", 90_000, "bench press");
        let thursday = self.strength(THURSDAY, "deadlift", 110_000, "overhead press");
        match self.week / 4 {
            0 => {
                let tuesday = self.run(TUESDAY, "easy run", 5000 + 1000 * nth);
                let saturday = self.run(SATURDAY, "long run", 10_000 + 1000 * nth);
                vec![monday, tuesday, self.engine(), thursday, saturday]
            }
            1 => {
                let friday = self.run(FRIDAY, "easy run", 4000);
                // Half of the eight rounds, and in the easier week 60 % of that half.
                let saturday = self.race(self.many(4));
                vec![monday, self.intervals(), self.tired_legs(), thursday, friday, saturday]
            }
            _ => {
                let monday = self.run(MONDAY, "easy run", 6000);
                let wednesday = self.run(WEDNESDAY, "tempo run", 6000 - 1000 * nth);
                let saturday = match nth {
                    0 => self.race(8),
                    1 => self.race(6),
                    2 => self.run(SATURDAY, "long run", 10_000),
                    _ => Session::new(Day::of(5, 23), "Hyrox (race)"),
                };
                vec![monday, wednesday, saturday]
            }
        }
    }
}
