//! The clock that a workout runs by, and the one on the wall.

use std::time::{Duration, Instant, SystemTime};

use crate::date::{Date, DateTime, Time};

/// How far the computer's two clocks may drift apart between two readings. A larger difference means that the computer
/// slept or that somebody set the time.
const SLEPT: Duration = Duration::from_millis(1500);

/// Follows the monotonic clock, which stops on some systems while the computer sleeps, and adds what the time of day
/// has gained in the meantime. If the time of day is set back, that is ignored.
#[derive(Debug)]
pub struct Clock {
    begun: Instant,
    begun_at: SystemTime,
    /// How far the time of day was ahead of the monotonic clock at the last reading.
    ahead: i128,
    /// The part of it that the computer slept through, in milliseconds.
    slept: i128,
}

impl Clock {
    /// Starts a clock.
    pub fn start() -> Self {
        Self { begun: Instant::now(), begun_at: SystemTime::now(), ahead: 0, slept: 0 }
    }

    /// Returns the time since the start.
    pub fn passed(&mut self) -> Duration {
        let of_day = match SystemTime::now().duration_since(self.begun_at) {
            Ok(passed) => milliseconds(passed),
            Err(back) => -milliseconds(back.duration()),
        };
        self.passed_by(self.begun.elapsed(), of_day)
    }

    /// Computes the same from the time that has passed by each of the two clocks.
    fn passed_by(&mut self, steady: Duration, of_day: i128) -> Duration {
        let ahead = of_day - milliseconds(steady);
        let gained = ahead - self.ahead;
        if gained.abs() > milliseconds(SLEPT) {
            self.ahead = ahead;
            self.slept += gained.max(0);
        }
        steady.saturating_add(Duration::from_millis(u64::try_from(self.slept).unwrap_or(u64::MAX)))
    }
}

/// Returns the day and the time of day here, as the computer has them.
pub fn on_the_wall() -> DateTime {
    let now = jiff::ZonedDateTime::now();
    let part = |part: i8| u8::try_from(part).ok();
    let read = || {
        let month = part(now.month())?.try_into().ok()?;
        let date = Date::from_calendar_date(i32::from(now.year()), month, part(now.day())?).ok()?;
        let time = Time::from_hms(part(now.hour())?, part(now.minute())?, 0).ok()?;
        Some(DateTime::new(date, time))
    };
    // Both calendars have the same years.
    read().unwrap_or(DateTime::MIN)
}

/// Returns the seconds since 1970.
pub fn since_1970_s() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs()
}

fn milliseconds(duration: Duration) -> i128 {
    i128::try_from(duration.as_millis()).unwrap_or(i128::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(clock: &mut Clock, steady: u64, of_day: i128) -> u64 {
        clock.passed_by(Duration::from_secs(steady), of_day * 1000).as_secs()
    }

    #[test]
    fn time_slept_through_counts_and_a_clock_that_is_put_back_does_not() {
        let mut clock = Clock::start();
        assert_eq!(seconds(&mut clock, 10, 10), 10);
        // An hour of sleep, in which the steady clock stood still.
        assert_eq!(seconds(&mut clock, 11, 3611), 3611);
        assert_eq!(seconds(&mut clock, 12, 3612), 3612);
        // Somebody puts the clock back by two hours.
        assert_eq!(seconds(&mut clock, 13, -3587), 3613);
        assert_eq!(seconds(&mut clock, 20, -3580), 3620);
        // Small steps, as time servers make them, are no sleep.
        assert_eq!(clock.passed_by(Duration::from_secs(21), -3_578_600).as_secs(), 3621);
    }
}
