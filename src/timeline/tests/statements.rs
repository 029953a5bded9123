//! Sets, sides, and how long a bout is.

use super::*;
use crate::check::program::{BodyHalf, MovementPace, OfSets, Pattern, Side, Tempo};
use crate::timeline::{Ending, Segment, SettledDose};

fn one(step: Step) -> (i64, bool, bool, SettledDose) {
    at(Level::Intermediate, &workout(vec![step]), |timeline, _| {
        let segment = &timeline.segments[0];
        (segment.duration_ms, segment.estimated, segment.open_ended, segment.dose.unwrap())
    })
}

#[test]
fn a_set_is_both_sides_with_a_switch_and_rest_follows_each_set_but_the_last() {
    let step = work_with(LUNGE, sets(reps(2), secs(20)), |choice| {
        choice.sides = Sides::Each(BodyHalf::Leg);
        choice.between_sets = BetweenSets::Rest(Box::new(RestAmount::For(secs(60))));
    });
    let workout = Workout { switch: Some(secs(5)), ..workout(vec![step]) };
    assert_eq!(
        lines_of(&workout),
        [
            "lunge 20 right",
            "switch 5",
            "lunge 20 left",
            "rest 60",
            "lunge 20 right",
            "switch 5",
            "lunge 20 left"
        ]
    );
    at(Level::Intermediate, &workout, |timeline, _| {
        let sets: Vec<u32> = timeline.segments.iter().map(|segment| segment.set.unwrap().n).collect();
        assert_eq!(sets, [1, 1, 1, 1, 2, 2, 2]);
    });
}

#[test]
fn sets_on_an_interval_rest_for_what_is_left_and_a_late_one_starts_the_next_at_once() {
    let group =
        |seconds| SetGroup { count: reps(1), bout: Bout::Of(secs(seconds)), targets: Vec::new(), own: None };
    let dose = Dose::Sets(Box::new([group(30), group(120), group(30), group(30)]));
    let step = work_with(SQUAT, dose, |choice| choice.between_sets = BetweenSets::Every(secs(90)));
    assert_eq!(lines(vec![step]), ["squat 30", "rest 60", "squat 120", "squat 30", "rest 60", "squat 30"]);
}

#[test]
fn both_directions_follow_each_other_on_each_side() {
    let step = work_with(PLANK, bout(secs(10)), |choice| {
        choice.sides = Sides::Each(BodyHalf::Arm);
        choice.both_directions = true;
    });
    at(Level::Intermediate, &workout(vec![step]), |timeline, _| {
        let shown: Vec<_> =
            timeline.segments.iter().map(|segment| (segment.side, segment.direction)).collect();
        let (right, left) = (Some(Side::Right), Some(Side::Left));
        assert_eq!(shown, [(right, Some(1)), (right, Some(2)), (left, Some(1)), (left, Some(2))]);
    });
}

#[test]
fn per_leg_alternating_is_one_bout_of_twice_the_dose() {
    let step = work_with(LUNGE, bout(between(8, 12, Unit::Count)), |choice| {
        choice.sides = Sides::EachAlternating(BodyHalf::Leg);
    });
    let (ms, estimated, _, dose) = one(step);
    assert_eq!((ms, estimated), (60_000, true));
    assert_eq!((dose.value, dose.low, dose.high), (20_000, 16_000, 24_000));
}

#[test]
fn repetitions_take_their_tempo_else_the_movements_pace_else_the_default() {
    let tempo = |phases| work_with(SQUAT, bout(reps(5)), |choice| choice.tempo = Some(Tempo { phases }));
    assert_eq!(one(tempo([3, 1, Tempo::EXPLOSIVE, 0])).0, 25_000);
    assert_eq!(one(tempo([0; 4])).0, 15_000, "four zeros say nothing about time");
    assert_eq!(one(work(SQUAT, bout(reps(5)))).0, 15_000);
    let mut program = program();
    program.movements[0].pace = Some(MovementPace::PerRep(2_500));
    let workout = workout(vec![work(SQUAT, bout(reps(5)))]);
    assert_eq!(lower(&program, &workout, Level::Intermediate).0.likely_ms, 12_500);
}

#[test]
fn distances_take_their_target_else_the_movements_pace_else_a_default() {
    let aimed = |kind, unit, milli, dose| {
        work_with(RUN, bout(dose), |choice| choice.targets = vec![target(kind, Amount::exactly(milli, unit))])
    };
    let per_km = Unit::SecondPer { mm: 1_000_000 };
    assert_eq!(one(aimed(TargetKind::Pace, per_km, 210_000, metres(800))).0, 168_000);
    let mile = Amount::exactly(1_000, Unit::Mile);
    assert_eq!(one(aimed(TargetKind::Pace, per_km, 300_000, mile)).0, 482_803, "1,609.344 m at 5:00/km");
    assert_eq!(one(aimed(TargetKind::Speed, Unit::KilometrePerHour, 12_000, metres(1000))).0, 300_000);
    assert_eq!(one(aimed(TargetKind::Speed, Unit::MilePerHour, 6_000, mile)).0, 600_000);
    assert_eq!(one(work(RUN, bout(Amount::exactly(25_000, Unit::Yard)))).0, 22_860, "a metre a second");
    assert_eq!(one(work(RUN, bout(Amount::exactly(100_000, Unit::Foot)))).0, 30_480);
    let mut program = program();
    program.movements[3].pattern = Some(Pattern::Locomotion);
    let workout = workout(vec![work(RUN, bout(Amount::exactly(5_000, Unit::Kilometre)))]);
    assert_eq!(lower(&program, &workout, Level::Intermediate).0.likely_ms, 1_800_000);
    program.movements[3].pace = Some(MovementPace::PerDistance { ms: 120_000, mm: 500_000 });
    assert_eq!(lower(&program, &workout, Level::Intermediate).0.likely_ms, 1_200_000);
}

#[test]
fn a_pace_that_changes_within_the_bout_counts_at_its_mean() {
    let step = work_with(RUN, bout(metres(1000)), |choice| {
        let to = Some(Amount::exactly(12_000, Unit::KilometrePerHour));
        let from = target(TargetKind::Speed, Amount::exactly(6_000, Unit::KilometrePerHour));
        choice.targets = vec![Target { to, ..from }];
    });
    assert_eq!(one(step).0, 450_000, "the mean of 10:00 and 5:00 a kilometre");
}

#[test]
fn other_doses_have_defaults_of_their_own() {
    let of = |unit| one(work(RUN, bout(Amount::exactly(5_000, unit)))).0;
    assert_eq!(of(Unit::Calorie), 20_000);
    assert_eq!(of(Unit::Breath), 20_000);
    assert_eq!(of(Unit::Step), 5_000);
    assert_eq!(of(Unit::Stroke), 10_000);
}

#[test]
fn max_counts_a_minute_and_five_plus_counts_five() {
    let max = |amount| work(PLANK, Dose::Bout(Bout::Max(amount)));
    let (ms, estimated, open, dose) = one(max(None));
    assert_eq!((ms, estimated, open, dose.ending), (60_000, true, true, Ending::Max));
    let (ms, estimated, open, dose) = one(max(Some(secs(45))));
    assert_eq!((ms, estimated, open, dose.ending), (45_000, true, true, Ending::MaxWithin));
    let (ms, estimated, open, dose) = one(work(SQUAT, Dose::Bout(Bout::AtLeast(reps(5)))));
    assert_eq!((ms, estimated, open, dose.ending, dose.value), (15_000, true, true, Ending::OrMore, 5_000));
}

#[test]
fn max_in_a_work_block_lasts_as_long_as_the_block_says() {
    let steps = vec![work(PLANK, Dose::Bout(Bout::Max(None)))];
    let (ms, estimated, open, dose) = one(circuit_with(1, steps, |block| block.work = Some(secs(40))));
    assert_eq!((ms, estimated, open, dose.ending, dose.value), (40_000, false, false, Ending::Max, 40_000));
}

#[test]
fn a_ladder_gives_its_rungs_and_a_work_block_its_time_on_each_side() {
    let steps = vec![work(SQUAT, Dose::FromBlock), timed(PLANK, 5)];
    let ladder = circuit_with(1, steps, |block| {
        block.rounds = None;
        block.ladder = Some(Box::new([3, 2, 1]));
    });
    assert_eq!(lines(vec![ladder]), ["squat 9", "plank 5", "squat 6", "plank 5", "squat 3", "plank 5"]);
    let per_leg = work_with(LUNGE, Dose::FromBlock, |choice| choice.sides = Sides::Each(BodyHalf::Leg));
    let work = circuit_with(1, vec![per_leg], |block| {
        block.work = Some(secs(40));
        block.work_rest = Some(RestAmount::For(secs(20)));
    });
    assert_eq!(lines(vec![work]), ["lunge 40 right", "lunge 40 left", "rest 20"]);
}

#[test]
fn an_open_ended_rest_and_a_rest_in_breaths_are_estimates() {
    let breaths = RestAmount::For(Amount::exactly(5_000, Unit::Breath));
    at(
        Level::Intermediate,
        &workout(vec![rest_of(RestAmount::UntilReady), rest_of(breaths)]),
        |timeline, _| {
            let shown: Vec<_> =
                timeline.segments.iter().map(|s| (s.duration_ms, s.estimated, s.open_ended)).collect();
            assert_eq!(shown, [(120_000, true, true), (20_000, true, false)]);
            assert!(timeline.estimated);
        },
    );
}

#[test]
fn sets_that_differ_have_their_own_targets_before_those_of_all() {
    let group = |kg: i64| SetGroup {
        count: reps(1),
        bout: Bout::Of(reps(5)),
        targets: vec![target(TargetKind::Load { implements: 1 }, Amount::exactly(kg * 1000, Unit::Kilogram))],
        own: None,
    };
    let step = work_with(SQUAT, Dose::Sets(Box::new([group(60), group(70)])), |choice| {
        choice.targets = vec![target(TargetKind::Rir, reps(2))];
    });
    at(Level::Intermediate, &workout(vec![step]), |timeline, _| {
        let values = |at: usize| timeline.segments[at].targets.iter().map(|t| t.value).collect::<Vec<_>>();
        assert_eq!(values(0), [Some(60_000), Some(2_000)]);
        assert_eq!(values(1), [Some(70_000), Some(2_000)]);
    });
}

#[test]
fn what_is_said_of_some_sets_alone_goes_before_what_is_said_of_all() {
    let group = |seconds, own| SetGroup {
        count: reps(1),
        bout: Bout::Of(secs(seconds)),
        targets: Vec::new(),
        own: Some(Box::new(own)),
    };
    let resting = |seconds| OfSets { rest: Some(RestAmount::For(secs(seconds))), ..OfSets::default() };
    let cued = OfSets { cue: Some("slowly".into()), ..OfSets::default() };
    let dose = Dose::Sets(Box::new([group(30, resting(45)), group(40, cued), group(50, resting(99))]));
    let step = work_with(PLANK, dose, |choice| {
        choice.between_sets = BetweenSets::Rest(Box::new(RestAmount::For(secs(60))));
        choice.cue = Some("hold on".into());
    });
    let text = workout(vec![step]);
    let program = program();
    let timeline = lower(&program, &text, Level::Intermediate).0;
    assert_eq!(show(&timeline.segments), ["plank 30", "rest 45", "plank 40", "rest 60", "plank 50"]);
    let cues: Vec<_> = timeline.segments.iter().filter_map(Segment::cue).collect();
    assert_eq!(cues, ["hold on", "slowly", "hold on"]);
}

#[test]
fn an_estimate_makes_no_set_late_and_a_stated_tempo_does() {
    let step = |tempo| {
        work_with(SQUAT, sets(reps(2), reps(20)), |choice| {
            choice.between_sets = BetweenSets::Every(secs(40));
            choice.tempo = tempo;
        })
    };
    assert_eq!(lines(vec![step(None)]), ["squat 40", "squat 40"]);
    let slow = Tempo { phases: [1, 0, 2, 0] };
    assert_eq!(lines(vec![step(Some(slow))]), ["squat 60", "squat 60"]);
}

#[test]
fn the_last_interval_is_waited_out_where_a_step_follows_in_the_same_block() {
    let held = |seconds| {
        work_with(PLANK, sets(reps(2), secs(seconds)), |choice| {
            choice.between_sets = BetweenSets::Every(secs(60));
        })
    };
    let waited = ["plank 40", "rest 20", "plank 40", "rest 20"];
    assert_eq!(lines(vec![held(40), timed(SQUAT, 30)]), [&waited[..], &["squat 30"]].concat());
    assert_eq!(lines(vec![held(40)]), waited[..3]);
    assert_eq!(
        lines(vec![circuit(1, vec![held(40)]), timed(SQUAT, 30)]),
        [&waited[..3], &["squat 30"]].concat()
    );
    assert_eq!(lines(vec![circuit(2, vec![held(40)])]), [&waited[..], &waited[..3]].concat());
    let with_transition = Workout { transition: Some(secs(5)), ..workout(vec![held(40), timed(SQUAT, 30)]) };
    assert_eq!(lines_of(&with_transition), [&waited[..], &["squat 30"]].concat());
}
