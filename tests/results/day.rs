//! Days of the calendar, counted from 1 March of the year 0.

use std::fmt;

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i64);

/// The day on which all programs start: Monday, 5 January 2026.
pub const START: Day = Day(739_926);

impl Day {
    pub fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// Returns how many days it is after another.
    pub fn since(self, other: Self) -> i64 {
        self.0 - other.0
    }

    /// Returns the week of the program, from 0.
    pub fn week(self) -> i64 {
        self.since(START).div_euclid(7)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = self.0;
        let mut year = 0;
        // The year begins in March here, so that its last day is the one that is not in every year.
        loop {
            let next: i64 = year + 1;
            let is_leap = next % 4 == 0 && (next % 100 != 0 || next % 400 == 0);
            let length = if is_leap { 366 } else { 365 };
            if left < length {
                break;
            }
            left -= length;
            year = next;
        }
        for (month, length) in [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2]
            .into_iter()
            .zip([31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29])
        {
            if left < length {
                let year = if month < 3 { year + 1 } else { year };
                return write!(f, "{year}-{month:02}-{:02}", left + 1);
            }
            left -= length;
        }
        Err(fmt::Error)
    }
}

#[test]
fn days_are_written_as_dates() {
    assert_eq!(START.to_string(), "2026-01-05");
    assert_eq!(START.plus(363).to_string(), "2027-01-03");
    assert_eq!(START.plus(54).to_string(), "2026-02-28");
    assert_eq!(START.plus(55).to_string(), "2026-03-01");
}
