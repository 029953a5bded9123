//! A line about each workout, aligned in columns.

use super::visible::on_one_line;
use super::words::count;
use crate::analysis::{PlanSummary, Summary};
use crate::quantity::clock_to_the_second;

/// The widest column of titles, so that one long title doesn't push the other columns away.
const WIDEST_TITLE: usize = 40;

/// The gap between two columns.
const GAP: &str = "   ";

/// The widths of the columns, in characters.
pub struct Columns {
    title: usize,
    rounds: usize,
}

impl Columns {
    /// Measures the workouts that will be shown.
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
        let title = shown(&workout.title);
        let mut line = format!("{title:<0$}{GAP}", self.title);
        if self.rounds > 0 {
            line += &format!("{:<1$}{GAP}", rounds(workout), self.rounds);
        }
        line + &total_time(workout) + "\n"
    }
}

/// Returns a plan's line: title, weeks, sessions.
pub fn plan_line(plan: &PlanSummary) -> String {
    let title = shown(&plan.title);
    let sessions = count(plan.sessions as usize, "session");
    format!("{title}{GAP}{}{GAP}{sessions}\n", count(plan.weeks as usize, "week"))
}

/// Returns a title on one line, safe to show in a terminal.
fn shown(title: &str) -> String {
    on_one_line(&title.replace(['\t', '\n'], " "))
}

/// Returns a workout's rounds; empty if it has none.
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
