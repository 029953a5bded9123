//! Least, likely and most.

use super::*;

#[test]
fn a_cap_bounds_a_for_time_and_is_the_longest_it_takes() {
    let capped = |seconds| {
        vec![block(BlockKind::ForTime, vec![work(SQUAT, bout(reps(20)))], |block| {
            block.cap = Some(secs(seconds));
        })]
    };
    assert_eq!(triple(Level::Intermediate, capped(100)), (60.0, 60.0, 100.0));
    assert_eq!(triple(Level::Intermediate, capped(45)), (45.0, 45.0, 45.0));
}

#[test]
fn until_may_end_a_block_after_one_round() {
    let until = |kind, rounds: Option<i64>| {
        vec![block(kind, vec![timed(SQUAT, 20)], |block| {
            block.until = Some("you miss".into());
            block.rounds = rounds.map(reps);
        })]
    };
    let likely = |kind, rounds| triple(Level::Intermediate, until(kind, rounds));
    assert_eq!(likely(BlockKind::Circuit, Some(5)), (20.0, 100.0, 100.0));
    assert_eq!(likely(BlockKind::Amrap { time: secs(300) }, None), (20.0, 300.0, 300.0));
    assert_eq!(likely(BlockKind::Amrap { time: secs(15) }, None), (15.0, 15.0, 15.0));
    assert_eq!(likely(BlockKind::Emom { time: secs(600), alternating: false }, None), (60.0, 600.0, 600.0));
    assert_eq!(
        likely(BlockKind::Every { interval: secs(90), alternating: true }, Some(4)),
        (90.0, 360.0, 360.0)
    );
}

#[test]
fn every_range_takes_the_end_that_is_shorter_for_it() {
    let pace = |kind, unit, low, high| {
        vec![work_with(RUN, bout(metres(1000)), |choice| {
            choice.targets = vec![target(kind, between(low, high, unit))];
        })]
    };
    let per_km = Unit::SecondPer { mm: 1_000_000 };
    assert_eq!(
        triple(Level::Beginner, pace(TargetKind::Pace, per_km, 300, 330)),
        (300.0, 330.0, 330.0),
        "a slow pace is easy, and long"
    );
    assert_eq!(
        triple(Level::Advanced, pace(TargetKind::Speed, Unit::KilometrePerHour, 10, 12)),
        (300.0, 300.0, 360.0),
        "a high speed is hard, and short"
    );
    let rests = || vec![timed(SQUAT, 10), rest_of(RestAmount::For(between(30, 60, Unit::Second)))];
    assert_eq!(triple(Level::Beginner, rests()), (40.0, 70.0, 70.0));
    assert_eq!(triple(Level::Intermediate, rests()), (40.0, 55.0, 70.0));
}

#[test]
fn least_of_an_amrap_that_may_end_after_an_estimated_round_is_an_estimate() {
    let amrap = |until: bool, step| {
        let block = block(BlockKind::Amrap { time: secs(300) }, vec![step], |block| {
            block.until = until.then(|| "you miss".into());
        });
        at(Level::Intermediate, &workout(vec![block]), |timeline, _| {
            assert!(!timeline.segments[0].estimated, "its own length is exact");
            timeline.estimated
        })
    };
    assert!(amrap(true, work(SQUAT, bout(reps(5)))));
    assert!(!amrap(true, timed(SQUAT, 20)));
    assert!(!amrap(false, work(SQUAT, bout(reps(5)))));
}
