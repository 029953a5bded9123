//! Days of the year 2026, in which all programs of the examples are.

use std::fmt;

/// The lengths of the months of a year that is not a leap year.
const MONTHS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A day of 2026, counted from 1 January, which is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

impl Day {
    /// Returns the day of a date, both counted from 1.
    pub fn of(month: usize, day: u32) -> Self {
        Self(MONTHS[..month - 1].iter().sum::<u32>() + day - 1)
    }

    /// Returns the day that is so many weeks and days later.
    pub fn plus(self, weeks: usize, days: usize) -> Self {
        Self(self.0 + u32::try_from(weeks * 7 + days).unwrap())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut day = self.0;
        for (month, length) in (1..).zip(MONTHS) {
            if day < length {
                return write!(f, "2026-{month:02}-{:02}", day + 1);
            }
            day -= length;
        }
        Err(fmt::Error)
    }
}

#[test]
fn days_are_written_as_dates() {
    assert_eq!(Day::of(1, 5).to_string(), "2026-01-05");
    assert_eq!(Day::of(1, 5).plus(12, 6).to_string(), "2026-04-05");
    assert_eq!(Day::of(7, 20).plus(11, 6).to_string(), "2026-10-11");
}
