//! How many repetitions a load allows, and which load a number of repetitions.
//!
//! After Matt Brzycki, "Strength Testing: Predicting a One-Rep Max from Reps-to-Fatigue", Journal of Physical Education,
//! Recreation & Dance 64(1), 1993, pages 88 to 90: a set to failure of `r` repetitions is done with `(37 - r) / 36` of
//! the one-rep max. The line holds for up to ten repetitions; lighter loads differ too much between people and lifts.

/// A load that can be lifted once, in thousandths of a per cent.
pub const MAX: i64 = 100_000;

/// The share of the max that is a training max unless an athlete says otherwise, in thousandths of a per cent: Jim
/// Wendler's 90 % ("5/3/1", 2009).
pub const TRAINING_MAX: i64 = 90_000;

/// The most repetitions of a set that a one-rep max is estimated from: the line holds no further.
pub const MOST_REPETITIONS: i64 = 10;

/// The repetitions that a set to failure has at no load at all, where the line ends.
const AT_NO_LOAD: i64 = 37;

/// The repetitions that are lost from there to the full max: all but one.
const STEPS: i64 = 36;

/// Returns the repetitions of a set to failure, in thousandths, with so many thousandths of a per cent of the max.
///
/// It is below one if the load is above the max, and never negative.
pub fn repetitions_at(load: i64) -> i64 {
    let lost = i128::from(load) * i128::from(STEPS) * 1000 / i128::from(MAX);
    i64::try_from(i128::from(AT_NO_LOAD * 1000) - lost).unwrap_or(0).max(0)
}

/// Returns the load with which so many repetitions, in thousandths, are a set to failure, in thousandths of a per cent
/// of the max; zero where the line has ended.
pub fn load_for(repetitions: i64) -> i64 {
    let left = i128::from(AT_NO_LOAD * 1000) - i128::from(repetitions);
    i64::try_from(left.max(0) * i128::from(MAX) / i128::from(STEPS * 1000)).unwrap_or(0)
}

/// Returns the one-rep max that a set comes to, in the unit of its load: `load * 36 / (37 - repetitions)`. A set that was
/// not to failure gives less than could be lifted. None for more than [`MOST_REPETITIONS`], or fewer than one.
pub fn max_from(load: i64, repetitions: i64) -> Option<i64> {
    if !(1..=MOST_REPETITIONS).contains(&repetitions) || load <= 0 {
        return None;
    }
    let left = i128::from(AT_NO_LOAD - repetitions);
    i64::try_from((i128::from(load) * i128::from(STEPS) + left / 2) / left).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loads_are_those_of_the_published_line() {
        let percent: Vec<i64> = (1..=10).map(|reps| (load_for(reps * 1000) + 50) / 100).collect();
        assert_eq!(percent, [1000, 972, 944, 917, 889, 861, 833, 806, 778, 750]);
    }

    #[test]
    fn repetitions_and_loads_are_two_readings_of_one_line() {
        for reps in 1..=12 {
            let back = repetitions_at(load_for(reps * 1000));
            assert!((back - reps * 1000).abs() <= 1, "{reps}: {back}");
        }
    }

    #[test]
    fn a_set_of_one_to_ten_repetitions_comes_to_a_max_and_a_longer_one_to_none() {
        assert_eq!(max_from(100_000, 1), Some(100_000));
        assert_eq!(max_from(100_000, 5), Some(112_500));
        assert_eq!(max_from(75_000, 10), Some(100_000));
        assert_eq!(max_from(75_000, 11), None);
        assert_eq!(max_from(75_000, 0), None);
        assert_eq!(max_from(0, 5), None);
        assert_eq!(max_from(i64::MAX, 10), None);
    }

    #[test]
    fn no_load_is_beyond_the_line() {
        assert_eq!(repetitions_at(200_000), 0);
        assert_eq!(repetitions_at(i64::MAX), 0);
        assert_eq!(load_for(i64::MAX), 0);
    }
}
