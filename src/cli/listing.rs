//! A line about each workout, in columns.

use super::visible::visible;
use super::words::count;
use crate::analysis::{PlanSummary, Summary};
use crate::quantity::clock_to_the_second;

/// The widest that a title makes its column, so that one long title does not push all others away.
const WIDEST_TITLE: usize = 40;

/// What stands between two columns.
const GAP: &str = "   ";

/// How wide the columns are, in characters.
pub struct Columns {
    title: usize,
    rounds: usize,
}

impl Columns {
    /// Measures what is to be shown.
    pub fn of<'a>(workouts: impl Iterator<Item = &'a Summary>) -> Self {
        let mut columns = Self { title: 0, rounds: 0 };
        for workout in workouts {
            columns.title = columns.title.max(workout.title.chars().count().min(WIDEST_TITLE));
            columns.rounds = columns.rounds.max(rounds(workout).chars().count());
        }
        columns
    }

    /// Returns a workout's line: title, rounds, total time.
    pub fn line(&self, workout: &Summary) -> String {
        let title = visible(&workout.title).replace('\n', " ");
        let mut line = format!("{title:<0$}{GAP}", self.title);
        if self.rounds > 0 {
            line += &format!("{:<1$}{GAP}", rounds(workout), self.rounds);
        }
        line + &total_time(workout) + "\n"
    }
}

/// Returns a plan's line: title, weeks, sessions.
pub fn plan_line(plan: &PlanSummary) -> String {
    let title = visible(&plan.title).replace('\n', " ");
    let sessions = count(plan.sessions as usize, "session");
    format!("{title}{GAP}{}{GAP}{sessions}\n", count(plan.weeks as usize, "week"))
}

/// Returns a workout's rounds, or nothing.
fn rounds(workout: &Summary) -> String {
    workout.rounds.map_or(String::new(), |rounds| count(rounds as usize, "round"))
}

/// Returns a workout's time: `13:45`, `11:20 (8:30–14:10)`, `about 25:00`.
fn total_time(workout: &Summary) -> String {
    let mut time = String::new();
    if workout.estimated {
        time.push_str("about ");
    }
    time.push_str(&clock_to_the_second(workout.likely_ms));
    if workout.least_ms != workout.most_ms {
        time.push_str(&format!(
            " ({}–{})",
            clock_to_the_second(workout.least_ms),
            clock_to_the_second(workout.most_ms)
        ));
    }
    time
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_clocks_with_their_range_and_about_where_estimated() {
        let time = |least, likely, most, estimated| {
            let (least_ms, likely_ms, most_ms) = (least, likely, most);
            total_time(&Summary {
                title: String::new(),
                rounds: None,
                least_ms,
                likely_ms,
                most_ms,
                estimated,
            })
        };
        assert_eq!(time(825_000, 825_000, 825_000, false), "13:45");
        assert_eq!(time(510_000, 680_000, 850_000, false), "11:20 (8:30–14:10)");
        assert_eq!(time(3_905_000, 3_905_000, 3_905_000, true), "about 1:05:05");
        assert_eq!(time(0, 5_000, 9_000, true), "about 0:05 (0:00–0:09)");
    }
}
