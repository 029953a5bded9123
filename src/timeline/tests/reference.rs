//! The three reference workouts.

use super::*;
use crate::check::program::BodyHalf;

#[test]
fn lower_body_blast_is_thirteen_forty_five_in_thirty_five_segments() {
    let steps = vec![
        timed(SQUAT, 30),
        rest(15),
        work_with(PLANK, bout(secs(30)), |choice| choice.sides = Sides::Each(BodyHalf::Leg)),
        rest(15),
        work_with(LUNGE, bout(secs(30)), |choice| choice.sides = Sides::Alternating),
        rest(15),
    ];
    at(Level::Intermediate, &workout(vec![circuit(5, steps)]), |timeline, diagnostics| {
        assert!(diagnostics.is_empty());
        assert_eq!(timeline.segments.len(), 35);
        assert_eq!((timeline.least_ms, timeline.likely_ms, timeline.most_ms), (825_000, 825_000, 825_000));
        assert_eq!((timeline.work_ms, timeline.rest_ms()), (600_000, 225_000));
        assert_eq!(timeline.rounds, Some(5));
        assert!(!timeline.estimated);
    });
}

#[test]
fn core_takes_eight_thirty_to_fourteen_ten() {
    let per = |movement, seconds, half| {
        work_with(movement, bout(secs(seconds)), |choice| choice.sides = Sides::Each(half))
    };
    let core = || {
        let steps =
            vec![timed(SQUAT, 30), per(PLANK, 15, BodyHalf::Arm), per(LUNGE, 30, BodyHalf::Side), rest(30)];
        vec![circuit_with(1, steps, |block| {
            block.rounds = Some(between(3, 5, Unit::Count));
            block.transition = Some(secs(10));
        })]
    };
    assert_eq!(triple(Level::Intermediate, core()), (510.0, 680.0, 850.0));
    assert_eq!(triple(Level::Beginner, core()), (510.0, 510.0, 850.0));
    assert_eq!(triple(Level::Advanced, core()), (510.0, 850.0, 850.0));
}

#[test]
fn full_body_is_six_forty() {
    let steps = vec![timed(SQUAT, 20), timed(LUNGE, 20), timed(PLANK, 20), rest(20)];
    assert_eq!(triple(Level::Intermediate, vec![circuit(5, steps)]), (400.0, 400.0, 400.0));
}
